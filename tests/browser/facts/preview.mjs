// The live preview: `candor serve` on a copy of the content, a page open in the browser, files edited on disk.

import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile, appendFile } from 'node:fs/promises';
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
      await eventually(SOON, () => shows(page, 'base.html'), 'the page does not name the broken template');
      const response = await page.request.get(address);
      holds(response.status() === 500, `a page that cannot be rendered is served with status ${response.status()}`);
      await writeFile(template, good);
      await eventually(SOON, async () => (await page.title().catch(() => null)) === title, 'the page does not come back');
    }),
};

async function previewing({ open, candor, repository }, work) {
  const parent = await mkdtemp(path.join(tmpdir(), 'candor-preview-'));
  const folder = path.join(parent, 'content');
  await cp(path.join(repository, 'content'), folder, { recursive: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn(candor, ['serve', folder, '--address', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
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
