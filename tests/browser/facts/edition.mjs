// The preview of a change, below a folder of the site itself, as a pull request gets it: three changes of one record.

import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { holds, none } from '../fact.mjs';
import { serveFolder } from '../server.mjs';

const edit = async (file, from, to) => {
  const text = await readFile(file, 'utf8');
  holds(text.includes(from), `${file} has no ${from}`);
  await writeFile(file, text.replaceAll(from, to));
};

/// What each change does, the page that shows it, what its own page says there, and what the page of all says.
const CHANGES = [
  {
    name: 'PR 1',
    make: (record) => edit(path.join(record, 'decisions/0018-archive-by-volunteers.md'), 'value = "yes"', 'value = "no"'),
    page: 'decisions/0018/',
    title: 'This page is changed.',
    all: 'changed from yes to no',
  },
  {
    name: 'PR 2 <script>alert(1)</script>',
    make: async (record) => {
      const text = '+++\ntitle = "Where `logs` <b>go</b>"\ngroup = "no-such-group"\nkind = "general"\nopened = 2026-11-20\n+++\n\nWe ask.\n';
      await writeFile(path.join(record, 'decisions/0099-logs.md'), text);
      await rm(path.join(record, 'decisions/0012-no-wiki.md'));
    },
    page: 'decisions/0099/',
    title: 'This page is new.',
    all: 'removed',
  },
  {
    name: 'PR 3',
    // Its home page is that of the site.
    options: ['--changed-only'],
    make: (record) => appendFile(path.join(record, 'services/chat.md'), '\n\nThe chat is read by everybody who looks after it.\n'),
    page: 'services/chat/',
    title: 'This page is changed.',
    text: 'The chat is read by everybody who looks after it.',
    all: 'The chat is read by everybody who looks after it.',
  },
];

export const facts = {
  'a preview says on every page what it is, and leads to the changes and to the published page': (world) =>
    previewed(world, async ({ page, address, change }) => {
      await page.goto(address + change.page);
      const banner = page.getByRole('complementary', { name: /preview/i });
      const said = await banner.innerText();
      holds(said.includes(change.name) && said.includes(change.title), `the banner says: ${said}`);
      if (change.text) {
        const inserted = banner.locator('ins').filter({ hasText: change.text });
        holds(await inserted.count() === 1 && (await inserted.textContent()).startsWith('inserted: '), 'the new text is not marked');
        holds(await inserted.evaluate((it) => getComputedStyle(it).textDecorationLine !== 'none'), 'it is marked by colour alone');
      }
      await banner.getByRole('link').first().click();
      await page.waitForURL(`${address}preview-changes/`);
      const all = await page.getByRole('main').innerText();
      holds(all.includes(change.all), `the page of all changes says: ${all}`);
      holds(!all.includes('`no-such-group`'), `names are not code: ${all}`);
      if (change.options) return;
      await page.goto(address);
      holds((await banner.innerText()).includes(change.name), 'the home page does not say that it is a preview');
    }),

  'nothing of a preview is for search engines or feeds': (world) =>
    previewed(world, async ({ folder }) => {
      const files = (await readdir(folder, { recursive: true })).map((it) => it.replaceAll('\\', '/'));
      const wrong = files.filter((it) => /feed|sitemap/.test(path.basename(it)));
      for (const it of files.filter((it) => it.endsWith('.html'))) {
        if (!(await readFile(path.join(folder, it), 'utf8')).includes('<meta name="robots" content="noindex">')) wrong.push(it);
      }
      none(wrong);
      holds((await readFile(path.join(folder, 'robots.txt'), 'utf8')).includes('Disallow: /\n'), 'robots.txt lets them in');
    }),

  'a preview below a folder asks no other host for anything, and its links lead somewhere': (world) =>
    previewed(world, async ({ page, address, change }) => {
      const { origin } = new URL(address);
      const wrong = [];
      page.on('request', (request) => request.url().startsWith(origin) || wrong.push(`asks for ${request.url()}`));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      page.on('response', (it) => it.status() >= 400 && wrong.push(`${it.status()} for ${it.url()}`));
      const links = new Set();
      for (const it of [...(change.options ? [] : ['']), change.page, 'preview-changes/']) {
        await page.goto(address + it);
        const here = await page.locator('a[href]').evaluateAll((all) => all.map((it) => it.href));
        here.filter((it) => it.startsWith(origin)).forEach((it) => links.add(it.split('#')[0]));
      }
      for (const link of links) {
        const status = (await page.request.get(link)).status();
        if (status !== 200) wrong.push(`${status} for ${link}`);
      }
      none(wrong);
      return `${links.size} links`;
    }),

  'a preview passes axe in both colour schemes, wide and narrow, and does not scroll sideways': (world) =>
    previewed(world, async ({ address, change }) => {
      const found = [];
      for (const colorScheme of ['light', 'dark']) {
        const page = await world.open({ colorScheme });
        for (const it of [change.page, 'preview-changes/']) {
          for (const width of [1280, 390, 320]) {
            await page.setViewportSize({ width, height: 900 });
            await page.goto(address + it);
            const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            if (over > 0) found.push(`${it} at ${width}: ${over} px too wide`);
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
            found.push(...violations.map(({ id, nodes }) => `${it} at ${width}, ${colorScheme}: ${id}: ${nodes[0].html.slice(0, 160)}`));
          }
        }
      }
      none(found);
    }),

  'a change as one file passes axe in both colour schemes, wide and narrow, and asks for nothing': (world) =>
    previewed(world, async ({ address, change }) => {
      const found = [];
      for (const colorScheme of ['light', 'dark']) {
        const page = await world.open({ colorScheme });
        const asked = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => message.type() === 'error' && found.push(message.text()));
        for (const width of [1280, 390, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`${address}change.html`);
          holds((await page.getByRole('main').innerText()).includes(change.all), `it does not say: ${change.all}`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (over > 0) found.push(`at ${width}: ${over} px too wide`);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
          found.push(...violations.map(({ id, nodes }) => `at ${width}, ${colorScheme}: ${id}: ${nodes[0].html.slice(0, 160)}`));
        }
        found.push(...asked.filter((url) => !/\/(change\.html|favicon\.ico)$/.test(url)));
      }
      none(found);
    }),
};

let made;

/// Tries `work` on each preview: all lie below the site that they are previews of.
async function previewed(world, work) {
  made ??= make(world);
  const { server, folders } = await made;
  const notes = [];
  for (const [at, change] of CHANGES.entries()) {
    const page = await world.open();
    const note = await work({ page, change, folder: folders[at], address: `${server.address}preview/${at + 1}/` }).catch((error) => {
      error.message = `${change.name}: ${error.message}`;
      throw error;
    });
    if (note) notes.push(note);
  }
  return notes.join(', ');
}

async function make({ candor, repository }) {
  const parent = await mkdtemp(path.join(tmpdir(), 'candor-edition-'));
  process.on('exit', () => spawnSync('rm', ['-rf', parent]));
  const [record, site] = [path.join(parent, 'record'), path.join(parent, 'site')];
  const run = (program, words) => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: record, encoding: 'utf8', env: { ...process.env, CI: '' } });
    // A change may have findings.
    holds(status === 0 || (status === 1 && words[0] === 'diff'), `${program} ${words.join(' ')} ends with ${status}: ${stderr}`);
    return stdout;
  };
  const git = (...words) => run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words]);
  await cp(path.join(repository, 'tests/sites/llvm-iwg/content'), record, { recursive: true });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'base');
  const server = await serveFolder(site);
  run(candor, ['build', '.', '--output', site, '--quiet', '--today', '2026-11-21', '--base-url', server.address]);
  const folders = [];
  for (const [at, { name, make, options = [] }] of CHANGES.entries()) {
    await make(record);
    const folder = path.join(parent, `preview-${at + 1}`);
    const preview = ['--base', 'HEAD', '--preview', name, '--published', server.address];
    const words = ['--quiet', '--today', '2026-11-21', '--base-url', `${server.address}preview/${at + 1}/`];
    run(candor, ['build', '.', '--output', folder, ...preview, ...words, ...options]);
    await cp(folder, path.join(site, 'preview', `${at + 1}`), { recursive: true });
    folders.push(path.join(site, 'preview', `${at + 1}`));
    const change = run(candor, ['diff', '.', '--base', 'HEAD', '--format', 'html', '--today', '2026-11-21']);
    await writeFile(path.join(folders[at], 'change.html'), change);
    git('checkout', '--quiet', '--', '.');
    git('clean', '--quiet', '--force', '-d');
  }
  return { server, folders };
}
