// The published site and the live preview in a real browser.
//
//     node tests/browser/run.mjs SITE CANDOR [WORDS]
//
// SITE is a folder that `candor build` wrote, CANDOR the program. Each fact is tried, or each whose name has the WORDS;
// the exit code is 1 when one does not hold. With all of them, screenshots for a person to look at are written to
// target/screenshots.

import path from 'node:path';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { chromium } from 'playwright-core';
import { openWindow } from './reader.mjs';
import { serveFolder } from './server.mjs';
import { survey } from './survey.mjs';
import * as everyPage from './facts/every_page.mjs';
import * as accessible from './facts/accessible.mjs';
import * as keyboard from './facts/keyboard.mjs';
import * as index from './facts/index_page.mjs';
import * as generated from './facts/generated.mjs';
import * as reading from './facts/reading.mjs';
import * as folder from './facts/folder.mjs';
import * as frame from './facts/frame.mjs';
import * as matters from './facts/matters.mjs';
import * as preview from './facts/preview.mjs';
import * as edition from './facts/edition.mjs';
import * as search from './facts/search.mjs';
import * as data from './facts/data.mjs';
import * as direction from './facts/direction.mjs';
import { takeScreenshots } from './screenshots.mjs';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [siteFolder, candor] = process.argv.slice(2, 4).map((it) => path.resolve(it));
const words = process.argv[4] ?? '';
if (!siteFolder || !candor) {
  console.error('usage: node tests/browser/run.mjs SITE CANDOR [WORDS]');
  process.exit(2);
}
for (const needed of [path.join(siteFolder, 'index.html'), candor]) {
  if (!existsSync(needed)) {
    console.error(`${needed} does not exist`);
    process.exit(2);
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const start = performance.now();
const server = await serveFolder(siteFolder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-quic', '--disable-sync', '--disable-gpu'],
});
const { address } = server;
const base = await publishedAddress();
const { pages, broken } = await survey(browser, address, base);
console.log(`${pages.length} pages read in ${seconds(start)}`);

const world = {
  address,
  base,
  pages,
  broken,
  siteFolder,
  candor,
  repository,
  /// A page in a context of its own, closed when the fact has been tried.
  open: async (options) => {
    const page = await openWindow(browser, address, base, options);
    opened.push(page);
    return page;
  },
};
const opened = [];
let failures = 0;
let held = 0;
const all = [everyPage, accessible, keyboard, index, generated, reading, frame, direction, matters, folder, search, data, preview, edition];
for (const [name, fact] of all.flatMap((it) => Object.entries(it.facts)).filter(([name]) => name.includes(words))) {
  const since = performance.now();
  try {
    const note = await fact(world);
    held += 1;
    console.log(`ok      ${name}${note ? `: ${note}` : ''} (${seconds(since)})`);
  } catch (error) {
    failures += 1;
    const why = stripVTControlCharacters(error.name === 'Untrue' ? error.message : error.stack);
    console.log(`FAILED  ${name} (${seconds(since)})\n${why.replace(/^/gm, '        ')}`);
  }
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
}
if (words === '') {
  const shots = await takeScreenshots(world, path.join(repository, 'target/screenshots'));
  console.log(`${shots} screenshots in target/screenshots`);
}

await browser.close();
server.close();
console.log(`${held} facts hold, ${failures} do not, after ${seconds(start)}`);
process.exit(failures === 0 ? 0 : 1);

/// The address that the home page says it is published at.
async function publishedAddress() {
  const page = await openWindow(browser, address, null);
  await page.goto(address);
  const canonical = await page.evaluate(() => document.querySelector('link[rel=canonical]')?.href ?? null);
  await page.context().close();
  return canonical;
}
