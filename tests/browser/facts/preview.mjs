// The live preview: `candor serve` on a copy of the content, a page open in the browser, files edited on disk.

import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile, appendFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually, holds, none } from '../fact.mjs';

const SOON = 5000;

export const facts = {
  'a save shows in the open page within five seconds': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const file = await aMeeting(folder);
      const errors = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${address}meetings/${path.basename(file, '.md')}/`);
      const sentence = 'The preview was open while this sentence was written.';
      await appendFile(file, `\n\n${sentence}\n`);
      const saved = performance.now();
      await eventually(SOON, () => shows(page, sentence), 'the page still shows the old text after five seconds');
      const took = performance.now() - saved;

      await writeFile(file, (await readFile(file, 'utf8')).replace(sentence, 'Then it was written again.'));
      await eventually(SOON, () => shows(page, 'Then it was written again.'), 'the second save is not seen');
      none(errors);
      return `seen after ${took.toFixed(0)} ms`;
    }),

  'a broken template shows an error in the open page, and the page comes back when it is mended': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const template = await overridden(world.repository, folder, 'base.html');
      const good = await readFile(template, 'utf8');
      await page.goto(address);
      // Not from the page, which may just be reloading for the template that was put there.
      const title = (await (await page.request.get(address)).text()).match(/<title>([^<]*)/)[1];
      await writeFile(template, `${good}\n{% if %}\n`);
      // Over the last page that could be shown; or in its place, where it was just being opened anew for the save before.
      const isNamed = async () => (await notice(page)).includes('base.html') || shows(page, 'base.html');
      await eventually(SOON, isNamed, 'the page does not name the broken template');
      const response = await page.request.get(address);
      holds(response.status() === 500, `a page that cannot be rendered is served with status ${response.status()}`);
      await writeFile(template, good);
      await eventually(SOON, async () => (await page.title().catch(() => null)) === title, 'the page does not come back');
      await eventually(SOON, async () => (await notice(page)) === '', 'the page still says that it is broken');
    }),

  'a save changes the page in place: what was scrolled, unfolded, focused and typed stays': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const file = await aMeeting(folder);
      await appendFile(file, `\n\n<details><summary>More</summary><p>What was folded.</p></details>\n${'\nA line to scroll by.\n'.repeat(60)}`);
      await page.goto(`${address}meetings/${path.basename(file, '.md')}/`);
      // The page may be asked for before the preview has seen the save.
      await page.locator('main details:not([open])').first().waitFor({ state: 'attached' });
      await page.locator('[data-search-field]').pressSequentially('mailman');
      const before = await page.evaluate(() => {
        globalThis.wasOpened = 'once';
        document.querySelector('main details:not([open])').open = true;
        scrollTo({ top: 400, behavior: 'instant' });
        return scrollY;
      });
      const state = () => page.evaluate(() => ({
        opened: globalThis.wasOpened,
        open: [...document.querySelectorAll('main details')].at(-1).open,
        typed: document.querySelector('[data-search-field]').value,
        focused: document.activeElement.matches('[data-search-field]'),
        top: scrollY,
      }));
      const kept = { opened: 'once', open: true, typed: 'mailman', focused: true, top: before };
      const text = await readFile(file, 'utf8');
      for (const [said, saved] of [
        ['A sentence at the end.', `${text}\nA sentence at the end.\n`],
        ['A paragraph that was put between.', text.replace('A line to scroll by.', 'A line to scroll by.\n\nA paragraph that was put between.')],
        ['What was unfolded.', text.replace('What was folded.', 'What was unfolded.')],
      ]) {
        await writeFile(file, saved);
        await eventually(SOON, () => shows(page, said), `the page does not show: ${said}`);
        const now = JSON.stringify(await state());
        holds(now === JSON.stringify(kept), `after "${said}" the page is ${now} and not ${JSON.stringify(kept)}`);
      }
      await writeFile(file, text);
      await eventually(SOON, async () => !(await shows(page, 'What was unfolded.')), 'what was taken back still shows');
      holds((await state()).opened === 'once', 'the page was opened anew for a change of its text');
    }),

  'what is found in the record in view stands beside it, with its line and a link into the editor': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const file = await aMeeting(folder);
      const good = await readFile(file, 'utf8');
      await page.goto(`${address}meetings/${path.basename(file, '.md')}/`);
      await writeFile(file, `${good.trimEnd()}\n\nSee [what is not there](nowhere.md).\n`);
      const line = good.trimEnd().split('\n').length + 2;
      const broken = await eventually(SOON, async () => (await findings(page)).find((it) => it.text.includes('nowhere.md')), 'the broken link is not found');
      holds(broken.place.endsWith(`${path.basename(file)}:${line}`), `it is said to be at ${broken.place}, and is on line ${line}`);
      holds(broken.help !== '', 'nobody says what to type');
      holds(new RegExp(`^vscode://file/.*/meetings/${path.basename(file)}:${line}:\\d+$`).test(broken.href), `it leads to ${broken.href}`);
      await page.locator('candor-preview summary').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: broken.place }).waitFor();
      await writeFile(file, good);
      const isThere = async () => (await findings(page)).some((it) => it.text.includes('nowhere.md'));
      await eventually(SOON, async () => !(await isThere()), 'what was found is still said once it is put right');
    }, ['--editor', 'code']),

  'while a file is broken its last page stays in view, and says so': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const file = await aMeeting(folder);
      const good = `${(await readFile(file, 'utf8')).trimEnd()}\n\nThe last sentence that could be read.\n`;
      await writeFile(file, good);
      const at = `${address}meetings/${path.basename(file, '.md')}/`;
      await eventually(SOON, async () => (await (await page.request.get(at)).text()).includes('The last sentence'), 'the sentence is not there');
      await page.goto(at);
      await page.evaluate(() => (globalThis.wasOpened = 'once'));
      for (const broken of [good.replace('+++\n', '+++\ngroup = "half a\n'), good.replace(/\n\+\+\+\n/, '\n')]) {
        await writeFile(file, broken);
        await eventually(SOON, async () => (await notice(page)).includes(path.basename(file)), 'nothing says that the file is broken');
        holds(await shows(page, 'The last sentence that could be read.'), 'the last page is gone');
        await writeFile(file, good.replace('The last sentence that', 'Now all of it'));
        await eventually(SOON, () => shows(page, 'Now all of it could be read.'), 'the page does not follow once the file is put right');
        await eventually(SOON, async () => (await notice(page)) === '', 'it still says that the file is broken');
        await writeFile(file, good);
        await eventually(SOON, () => shows(page, 'The last sentence that could be read.'), 'the page does not follow');
      }
      holds((await page.evaluate(() => globalThis.wasOpened)) === 'once', 'the page was opened anew');
    }),

  'forty saves in two seconds end with the last one': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const file = await aMeeting(folder);
      const text = await readFile(file, 'utf8');
      await page.goto(`${address}meetings/${path.basename(file, '.md')}/`);
      for (let at = 1; at <= 40; at += 1) {
        const saved = `${text}\nThis is save number ${at}.\n`;
        // Some editors write the file, others put a new one in its place.
        if (at % 2) await writeFile(file, saved);
        else {
          await writeFile(`${file}.tmp`, saved);
          await rename(`${file}.tmp`, file);
        }
        await new Promise((resume) => setTimeout(resume, 50));
      }
      await eventually(SOON, () => shows(page, 'This is save number 40.'), 'the last save is not shown');
      holds(!(await shows(page, 'This is save number 39.')), 'an older save is shown beside it');
    }),

  'another branch with a thousand other files, and a file with another name, are followed': (world) =>
    previewing(world, async ({ page, folder, address }) => {
      const notes = path.join(folder, 'notes');
      const branch = async (word) => {
        await mkdir(notes, { recursive: true });
        for (let at = 0; at < 1000; at += 1) await writeFile(path.join(notes, `note-${at}.md`), `+++\ntitle = "Note ${at}"\n+++\n\nThis is ${word}.\n`);
      };
      await branch('the first branch');
      const at = `${address}notes/note-999/`;
      await eventually(60_000, async () => (await page.request.get(at)).ok(), 'the files of the branch are not there');
      await page.goto(at);
      await branch('the other branch');
      await eventually(60_000, () => shows(page, 'This is the other branch.'), 'the page is still that of the first branch');
      for (const one of [0, 500, 998]) {
        const text = await (await page.request.get(`${address}notes/note-${one}/`)).text();
        holds(text.includes('This is the other branch.'), `note ${one} is still that of the first branch`);
      }
      await rename(path.join(notes, 'note-999.md'), path.join(notes, 'renamed.md'));
      await eventually(60_000, async () => (await page.request.get(`${address}notes/renamed/`)).ok(), 'there is no page under the new name');
      await eventually(60_000, async () => (await notice(page)) !== '', 'the page under the old name does not say that it is gone');
      await rm(notes, { recursive: true });
      await eventually(60_000, async () => (await page.request.get(`${address}notes/note-0/`)).status() === 404, 'a page stays whose file is gone');
    }),
};

/// What the preview says over the page; the empty text when nothing.
async function notice(page) {
  const said = () => {
    const notice = document.querySelector('candor-preview')?.shadowRoot.querySelector('.notice');
    return notice && !notice.hidden ? notice.textContent : '';
  };
  return page.evaluate(said).catch(() => '');
}

/// What is listed beside the page.
async function findings(page) {
  const listed = () => {
    const text = (item, selector) => item.querySelector(selector)?.textContent ?? '';
    const items = document.querySelector('candor-preview')?.shadowRoot.querySelectorAll('.found:not([hidden]) li') ?? [];
    return [...items].map((item) => ({
      text: text(item, '.what'), help: text(item, '.how'), place: text(item, '.place'), href: item.querySelector('a')?.href,
    }));
  };
  return page.evaluate(listed).catch(() => []);
}

async function previewing({ open, candor, repository }, work, further = []) {
  const parent = await mkdtemp(path.join(tmpdir(), 'candor-preview-'));
  const folder = path.join(parent, 'content');
  await cp(path.join(repository, 'content'), folder, { recursive: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn(candor, ['serve', folder, '--address', `127.0.0.1:${port}`, ...further], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  server.stdout.on('data', (it) => said.push(it));
  server.stderr.on('data', (it) => said.push(it));
  const stop = () => server.kill();
  process.on('exit', stop);
  const page = await open();
  try {
    await eventually(20_000, async () => {
      holds(server.exitCode === null, `candor serve ended with ${server.exitCode}: ${Buffer.concat(said)}`);
      return fetch(address).then((it) => it.ok, () => false);
    }, `candor serve does not answer: ${Buffer.concat(said)}`);
    return await work({ page, folder, address });
  } finally {
    stop();
    process.off('exit', stop);
    await rm(parent, { recursive: true, force: true });
  }
}

/// Copies a template of the default theme to where the site overrides it.
async function overridden(repository, folder, name) {
  const theme = path.join(repository, 'themes/default');
  const found = (await readdir(theme, { recursive: true })).find((it) => path.basename(it) === name);
  holds(found, `${theme} has no ${name}`);
  const to = path.join(folder, 'themes/default', found);
  await mkdir(path.dirname(to), { recursive: true });
  await cp(path.join(theme, found), to);
  return to;
}

async function aMeeting(folder) {
  const meetings = path.join(folder, 'meetings');
  const files = (await readdir(meetings, { recursive: true })).filter((it) => /^\d{4}-\d{2}-\d{2}.*\.md$/.test(path.basename(it))).sort();
  holds(files.length > 0, `${meetings} holds no meeting`);
  return path.join(meetings, files[0]);
}

// A page that is just being reloaded cannot be read; the next look can.
async function shows(page, text) {
  return page.evaluate((text) => document.body.innerText.includes(text), text).catch(() => false);
}

async function freePort() {
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}
