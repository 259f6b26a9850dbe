// The preview of a large record, measured as a browser meets it: through the watcher and HTTP.
//
//     cargo build --release
//     cargo bench --bench folder -- 10000 /tmp/record
//     node benches/preview.mjs --record /tmp/record [--candor target/release/candor] [--saves 30] [--work /dev/shm]
//
// The record is copied, so that nothing happens to it. What is printed, each as the middle one and the worst:
// from the start to the first page; from a save to the page that has the sentence, and to the pages with all findings (the save
// breaks a link, and the preview has said that it is found); the memory at the end.

import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    candor: { type: 'string', default: path.join(root, 'target/release/candor') },
    record: { type: 'string' },
    saves: { type: 'string', default: '30' },
    work: { type: 'string', default: '/dev/shm' },
    port: { type: 'string', default: '4180' },
  },
});
if (!options.record) throw new Error('--record names the folder of a record');

const agent = new http.Agent({ keepAlive: true });
const address = `http://127.0.0.1:${options.port}`;
const sleep = (time) => new Promise((resume) => setTimeout(resume, time));

function get(place) {
  return new Promise((resume, fail) => {
    const request = http.get(`${address}${place}`, { agent }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => resume({ status: response.statusCode, text: Buffer.concat(pieces).toString() }));
      response.on('error', fail);
    });
    request.on('error', fail);
  });
}

/// Calls `each` for every new state that the preview tells browsers of.
function follow(each) {
  const request = http.get(`${address}/_candor/events`, (response) => response.on('data', (piece) => /data:/.test(piece) && each()));
  request.on('error', () => {});
  return () => request.destroy();
}

/// Records with a page of their own, and the words under which the preview serves them.
function records(folder) {
  const kinds = ['sow', 'meetings', 'decisions', 'proposals', 'services'].map((kind) => path.join(folder, kind));
  const files = kinds.flatMap((kind) => {
    try {
      return readdirSync(kind).filter((name) => /^[a-z0-9-]+\.md$/.test(name)).map((name) => path.join(kind, name));
    } catch {
      return [];
    }
  });
  return files.filter((file) => statSync(file).isFile());
}

const middle = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const row = (name, times) => console.log(`| ${name} | ${middle(times).toFixed(0)} ms | ${Math.max(...times).toFixed(0)} ms |`);

const work = mkdtempSync(path.join(options.work, 'candor-preview-'));
const folder = path.join(work, 'record');
cpSync(options.record, folder, { recursive: true });
const said = [];
let heard = () => {};
const since = performance.now();
const server = spawn(options.candor, ['serve', folder, '--address', `127.0.0.1:${options.port}`, '--today', '2026-06-30'], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
for (const stream of [server.stdout, server.stderr]) {
  stream.on('data', (piece) => {
    said.push(String(piece));
    heard(String(piece));
  });
}

try {
  while (!(await get('/').catch(() => false))) {
    if (server.exitCode !== null) throw new Error(`the preview ended: ${said.join('')}`);
    await sleep(2);
  }
  const start = performance.now() - since;
  const isChecked = (text) => /\d+ ms, \d+ findings?/.test(text);
  while (!isChecked(said.join(''))) await sleep(10);
  const all = performance.now() - since;

  // The address of each record is read from the page of its folder's kind, by its file name.
  const files = records(folder);
  const step = Math.max(1, Math.floor(files.length / Number(options.saves)));
  const [pages, findings] = [[], []];
  for (let at = 0; at < Number(options.saves); at += 1) {
    const file = files[(at * step + 7) % files.length];
    const place = await addressOf(file);
    const sentence = `Saved for the ${at} time in this run.`;
    const before = readFileSync(file, 'utf8');
    const [broken, page] = await saved(() => appendFileSync(file, `\n${sentence} See [it](nowhere-${at}.md).\n`), place, sentence);
    pages.push(page);
    findings.push(broken);
    await saved(() => writeFileSync(file, before), place, null);
  }
  const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1000;
  console.log(`${files.length} records that can be saved, ${options.saves} saves\n\n| | middle | worst |\n|---|---|---|`);
  row('start to first page', [start]);
  row('start to all findings', [all]);
  row('save to page', pages);
  row('save to all findings', findings);
  console.log(`\npeak ${memory.toFixed(0)} MB`);
} finally {
  server.kill();
  rmSync(work, { recursive: true, force: true });
}

/// How long it takes after `save` until all is checked, and until the page at `place` holds `sentence`.
async function saved(save, place, sentence) {
  let [shown, checked] = [null, null];
  const log = [];
  const begun = performance.now();
  heard = (text) => {
    log.push(text);
    if (checked === null && isDone(log.join(''))) checked = performance.now() - begun;
  };
  const stop = follow(async () => {
    if (sentence === null || shown !== null) return;
    const { text } = await get(place);
    if (text.includes(sentence) && shown === null) shown = performance.now() - begun;
  });
  // The channel is open before the save, as it is in a browser.
  await sleep(60);
  const late = performance.now() - begun;
  save();
  for (let waited = 0; checked === null || (sentence !== null && shown === null); waited += 2) {
    if (waited > 60_000) throw new Error(`${place} never came: ${log.join('')}`);
    await sleep(2);
  }
  heard = () => {};
  stop();
  return [checked - late, (shown ?? 0) - late];
}

function isDone(text) {
  return /\d+ ms, \d+ findings?/.test(text);
}

/// Where the preview serves the record in `file`.
async function addressOf(file) {
  const [kind, name] = [path.basename(path.dirname(file)), path.basename(file, '.md')];
  const number = /^\d+(?=-)/.exec(name)?.[0];
  for (const place of [`/${kind}/${name}/`, `/${kind}/${number}/`, `/${kind}/${String(Number(number)).padStart(4, '0')}/`]) {
    if ((await get(place)).status === 200) return place;
  }
  throw new Error(`${file} has no page under a name that follows from its own`);
}
