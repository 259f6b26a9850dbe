// The search of Candor beside that of Pagefind, on the same pages, asked the same.
//
//     cargo build --release
//     npm install --prefix /tmp/pagefind pagefind@1.6
//     node benches/search.mjs --candor target/release/candor --pagefind /tmp/pagefind [--records 10000] [--work DIR]
//
// Two sites: `content`, with the queries of tests/search, and a made-up one of many records in which a few words stand that
// stand nowhere else, so that it is known what each query has to find. Candor is asked with the script that readers get; Pagefind
// in Chromium, as its manual says. What is printed: how many of the known answers are shown among the first six, and at which
// place; what the first query and each further one loads, as a host sends it; the size of the index; what making it costs.

import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { searchOf } from '../tests/search/engine.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..');
const { values: options } = parseArgs({
  options: {
    candor: { type: 'string', default: path.join(root, 'target/release/candor') },
    pagefind: { type: 'string' },
    records: { type: 'string', default: '10000' },
    work: { type: 'string', default: '/tmp/candor-search' },
  },
});
const RECORDS = Number(options.records);
/// How many finds count as shown.
const SHOWN = 6;

// A record whose answers are known.

const SYLLABLES = ['bra', 'den', 'fil', 'gor', 'hul', 'jim', 'kep', 'lod', 'mur', 'nav', 'pix', 'quo', 'rel', 'sut', 'tor', 'vem'];
const PLAIN = `the group service of a restore backup and host owner in budget for review is contract with node storage to migration
  each month certificate on registry mirror that has been measured by its maintainers before work was accepted pipeline cache
  without an outage more than one hour`.split(/\s+/);
const GERMAN = 'Die Wiederherstellungen der Zertifikate wurden von den Verwaltern geprüft';
const CHINESE = '镜像服务器每月备份一次';

/// A word that stands in the record `number` alone.
function own(number) {
  return [0, 4, 8, 12].map((shift) => SYLLABLES[(number >> shift) & 15]).join('');
}

function sentence(seed) {
  let state = seed * 2654435761;
  const words = Array.from({ length: 11 }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return PLAIN[Math.floor(state / 65536) % PLAIN.length];
  });
  return `${words.join(' ')}.`;
}

function body(number) {
  const sections = ['Background', 'What is asked for', 'Acceptance'].map((title, at) => {
    const paragraphs = Array.from({ length: 3 }, (_, paragraph) =>
      Array.from({ length: 5 }, (_, line) => sentence(number * 97 + at * 31 + paragraph * 7 + line)).join(' '));
    return `## ${title}\n\n${paragraphs.join('\n\n')}\n`;
  });
  const foreign = number % 1000 === 7 ? `\n${GERMAN} ${own(number)}.\n` : number % 1000 === 8 ? `\n${CHINESE}。${own(number)}\n` : '';
  return `${sections.join('\n')}\nThe word of this record is ${own(number)}, said once.\n${foreign}`;
}

function made(folder) {
  rmSync(folder, { recursive: true, force: true });
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('candor.toml', 'title = "Measured"\nbase_url = "https://measured.example/"\ngroup = "group"\nprofile = "llvm-iwg"\n');
  write('groups/group.md', '+++\nname = "Measured group"\ntype = "working-group"\n+++\n\nLooks after what is shared.\n');
  for (let number = 1; number <= RECORDS; number += 1) {
    const name = String(number).padStart(5, '0');
    const [a, b] = [own(number * 3 + 1).slice(0, 6), own(number * 5 + 2).slice(0, 6)];
    const front = `+++\ntitle = "Keep the ${a} ${b} in order"\nstatus = "draft"\n+++\n`.replace('status = "draft"\n', '');
    write(`sow/${name}-work.md`, `${front}\n${body(number)}`);
  }
}

/// What is asked of the made-up site, and the addresses that have to be found.
function questions() {
  const some = Array.from({ length: 10 }, (_, at) => 100 + at * Math.floor((RECORDS - 200) / 10));
  const address = (number) => `sow/${String(number).padStart(5, '0')}/`;
  const slip = (word) => word.slice(0, 4) + word.slice(5, 6) + word.slice(4, 5) + word.slice(6);
  return some.flatMap((number) => [
    { kind: 'id', query: `SOW-${String(number).padStart(5, '0')}`, wanted: address(number) },
    { kind: 'id as people write it', query: `sow ${number}`, wanted: address(number) },
    { kind: 'word', query: own(number), wanted: address(number) },
    { kind: 'beginning of a word', query: own(number).slice(0, 10), wanted: address(number) },
    { kind: 'misspelt word', query: slip(own(number)), wanted: address(number) },
    { kind: 'word among common ones', query: `restore backup ${own(number)}`, wanted: address(number) },
    { kind: 'phrase', query: `"record is ${own(number)}"`, wanted: address(number) },
  ]).concat(
    Array.from({ length: Math.min(5, Math.floor(RECORDS / 1000)) }, (_, at) => at * 1000).flatMap((thousand) => [
      { kind: 'German, another form', query: `Zertifikat geprüfte ${own(thousand + 7)}`, wanted: address(thousand + 7) },
      { kind: 'Chinese', query: `备份 ${own(thousand + 8)}`, wanted: address(thousand + 8) },
    ]),
  );
}

/// The queries of the tests on `content` that have an answer.
function of_content() {
  const all = JSON.parse(readFileSync(path.join(root, 'tests/search/queries.json'), 'utf8'));
  return all
    .filter((one) => one.site === 'content' && !one.chosen && (one.first !== undefined || one.among))
    .map((one) => ({ kind: 'content', query: one.query, wanted: one.first ?? one.among[0], among: one.among }));
}

// What a program costs.

function timed(program, parts) {
  const run = spawnSync('/usr/bin/env', ['python3', '-c', `
import os, subprocess, sys, time
start = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, use = os.wait4(child.pid, 0)
print(time.monotonic() - start, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024)
sys.exit(os.waitstatus_to_exitcode(status))`, program, ...parts], { encoding: 'utf8' });
  if (run.status) throw new Error(`${program}: ${run.stderr}`);
  const [wall, cpu, memory] = run.stdout.trim().split(' ').map(Number);
  return { wall, cpu, memory };
}

function size(folder) {
  let [files, bytes, sent] = [0, 0, 0];
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    files += 1;
    bytes += statSync(file).size;
    sent += gzipSync(readFileSync(file)).length;
  }
  return { files, bytes, sent };
}

// The two, asked.

async function of_candor(site, asked) {
  const script = readdirSync(path.join(site, 'assets')).find((name) => name.startsWith('search.') && name.endsWith('.js'));
  const rows = [];
  for (const question of asked) {
    const search = await searchOf(site, path.join(root, 'themes/default/search.js'));
    const found = await search.find(question.query, {});
    const first = search.cost();
    rows.push({ question, shown: found.shown.map((find) => find.address), first });
  }
  // One reader who asks all of it, one after the other, and keeps what was loaded, as a browser does.
  const search = await searchOf(site, path.join(root, 'themes/default/search.js'));
  await search.find('group', {});
  const further = [];
  for (const question of asked) {
    search.cost();
    await search.find(question.query, {});
    further.push(search.cost());
  }
  const sent = gzipSync(readFileSync(path.join(site, 'assets', script))).length;
  rows.forEach((row) => { row.first.sent += sent; row.first.files += 1; });
  return { rows, further };
}

async function of_pagefind(site, asked) {
  const { chromium } = await import(path.join(root, 'tests/browser/node_modules/playwright-core/index.mjs'));
  let cost = { files: 0, sent: 0 };
  const server = createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const bytes = readFileSync(file);
    cost.files += 1;
    // What Pagefind packs itself is sent as it is.
    cost.sent += Math.min(bytes.length, gzipSync(bytes).length);
    const type = file.endsWith('.js') ? 'text/javascript' : file.endsWith('.html') ? 'text/html' : 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(bytes);
  });
  await new Promise((resume) => server.listen(0, resume));
  const base = `http://localhost:${server.address().port}/`;
  writeFileSync(path.join(site, 'empty.html'), '<!doctype html><html lang="en"><title>-</title>');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const ask = (page, query) => page.evaluate(async ([query, shown]) => {
    globalThis.pagefind ??= await import('/pagefind/pagefind.js');
    const { results } = await globalThis.pagefind.search(query);
    const read = await Promise.all(results.slice(0, shown).map((one) => one.data()));
    return read.map((one) => one.url.replace(/^\//, '').replace(/index\.html$/, ''));
  }, [query, SHOWN]);
  const fresh = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${base}empty.html`);
    cost = { files: 0, sent: 0 };
    return page;
  };
  const rows = [];
  for (const question of asked) {
    const page = await fresh();
    const shown = await ask(page, question.query);
    rows.push({ question, shown, first: cost });
    await page.context().close();
  }
  const page = await fresh();
  await ask(page, 'group');
  const further = [];
  for (const question of asked) {
    cost = { files: 0, sent: 0 };
    await ask(page, question.query);
    further.push(cost);
  }
  await browser.close();
  server.close();
  return { rows, further };
}

// What is printed.

const middle = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const most = (numbers) => Math.max(...numbers);
const kB = (bytes) => (bytes / 1000).toFixed(0);

function judged({ rows, further }) {
  const place = (row) => row.shown.indexOf(row.question.wanted);
  const kinds = [...new Set(rows.map((row) => row.question.kind))];
  const of_kind = (kind) => rows.filter((row) => row.question.kind === kind);
  const by_kind = kinds.map((kind) => [kind, of_kind(kind)]).map(([kind, of]) => [kind, `${of.filter((row) => place(row) === 0).length}/${of.filter((row) => place(row) >= 0).length}/${of.length}`]);
  return {
    ...Object.fromEntries(by_kind),
    first: `${kB(middle(rows.map((row) => row.first.sent)))} (${kB(most(rows.map((row) => row.first.sent)))}) kB, ${middle(rows.map((row) => row.first.files))} files`,
    further: `${kB(middle(further.map((one) => one.sent)))} (${kB(most(further.map((one) => one.sent)))}) kB, ${middle(further.map((one) => one.files))} files`,
  };
}

async function compared(name, folder, asked) {
  const work = path.join(options.work, name);
  mkdirSync(work, { recursive: true });
  const [site, theirs] = [path.join(work, 'site'), path.join(work, 'theirs')];
  const build = ['build', folder, '--output', site, '--today', '2026-06-30', '--quiet'];
  rmSync(site, { recursive: true, force: true });
  const ours = timed(options.candor, build);
  rmSync(theirs, { recursive: true, force: true });
  cpSync(site, theirs, { recursive: true });
  rmSync(path.join(theirs, 'search'), { recursive: true, force: true });
  const index = timed(path.join(options.pagefind, 'node_modules/.bin/pagefind'), ['--site', theirs, '--root-selector', 'main', '--exclude-selectors', 'nav']);
  const [mine, other] = [judged(await of_candor(site, asked)), judged(await of_pagefind(theirs, asked))];
  const [our_size, their_size] = [size(path.join(site, 'search')), size(path.join(theirs, 'pagefind'))];
  const cost = ({ wall, cpu, memory }) => `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of processor time, ${memory.toFixed(0)} MB`;
  const bytes = ({ files, bytes, sent }) => `${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${(sent / 1e6).toFixed(1)} MB compressed`;
  console.log(`\n${name}: ${asked.length} queries\n\n| | Candor | Pagefind |\n|---|---|---|`);
  for (const key of Object.keys(mine)) console.log(`| ${key} | ${mine[key]} | ${other[key]} |`);
  console.log(`| index | ${bytes(our_size)} | ${bytes(their_size)} |`);
  console.log(`| whole build with the index; the index of finished pages | ${cost(ours)} | ${cost(index)} |`);
}

if (!options.pagefind) throw new Error('--pagefind names the folder into which npm installed it');
execFileSync(options.candor, ['--version']);
console.log('Answers: first place / among the first six / asked. Loads: the middle one, and the largest in brackets.');
await compared('content', path.join(root, 'content'), of_content());
const record = path.join(options.work, `record-${RECORDS}`);
made(record);
await compared(`made-up record of ${RECORDS}`, record, questions());
