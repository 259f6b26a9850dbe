// A site in a language that is written from right to left, whose words of the interface are still in English: as it is, and as
// it would be with a catalogue of that language.

import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { holds, none } from '../fact.mjs';
import { serveFolder } from '../server.mjs';
import { overflowing, samples } from '../survey.mjs';
import { outOfOrder } from './frame.mjs';

const WIDTHS = [390, 1280];
const TEXT = '\n\n## بخش نخست\n\nاین متن از راست به چپ نوشته شده است و یک [پیوند](../candor.toml) دارد: `code`.\n\n- یک\n- دو\n';

export const facts = {
  'a site that is written from right to left does not scroll sideways and keeps the order of the focus': (world) =>
    fromRightToLeft(world, async ({ page, address, pages }) => {
      const wrong = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const it of samples(pages)) {
          await page.goto(address + it.path);
          const dir = await page.evaluate(() => document.documentElement.dir);
          holds(dir === 'rtl', `/${it.path} says the direction ${dir}`);
          for (const isWhole of [false, true]) {
            // With words of its own language nothing on the page says another direction.
            if (isWhole) await page.evaluate(() => document.querySelectorAll('[dir="ltr"]').forEach((it) => it.removeAttribute('dir')));
            const found = [...(await page.evaluate(overflowing)), ...(await page.evaluate(outOfOrder))];
            wrong.push(...found.map((what) => `/${it.path} at ${width}${isWhole ? ', all of it' : ''}: ${what}`));
          }
        }
      }
      none(wrong);
    }),

  'what an author wrote from right to left begins at the right, beside words of the interface from left to right': (world) =>
    fromRightToLeft(world, async ({ page, address }) => {
      await page.goto(`${address}services/forum/`);
      const directions = await page.evaluate(() => ({
        prose: getComputedStyle(document.querySelector('.prose')).direction,
        foot: getComputedStyle(document.querySelector('.colophon p')).direction,
        heading: getComputedStyle(document.querySelector('.prose h2, .prose h3')).textAlign,
      }));
      holds(directions.prose === 'rtl' && directions.foot === 'ltr', JSON.stringify(directions));
      holds(['start', 'right'].includes(directions.heading), JSON.stringify(directions));
    }),
};

/// Builds the golden site in Persian and hands it over.
async function fromRightToLeft({ candor, repository, pages, open }, act) {
  const folder = await mkdtemp(path.join(tmpdir(), 'candor-direction-'));
  try {
    const record = path.join(folder, 'record');
    await cp(path.join(repository, 'tests/sites/llvm-iwg/content'), record, { recursive: true });
    const configuration = path.join(record, 'candor.toml');
    await writeFile(configuration, `lang = "fa"\n${await readFile(configuration, 'utf8')}`);
    await appendFile(path.join(record, 'services/forum.md'), TEXT);
    const output = path.join(folder, 'site');
    await promisify(execFile)(candor, ['build', record, '--output', output, '--today', '2026-11-20'], { env: { ...process.env, CANDOR_BASE_URL: '' } });
    const server = await serveFolder(output);
    try {
      const page = await open();
      const there = [];
      for (const it of pages) if ((await fetch(server.address + it.path, { method: 'HEAD' })).ok) there.push(it);
      holds(samples(there).length > 30, `${samples(there).length} pages of the site that is looked at are there`);
      await act({ page, address: server.address, pages: there });
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
