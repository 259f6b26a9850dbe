// Pictures of the pages that matter most, for a person to look at.

import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

const TALLEST = 4000;

/// Writes the pictures to `folder` and gives their number.
export async function takeScreenshots({ open, address, pages }, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const longest = (kind) => pages.filter((it) => it.kind === kind).reduce((a, b) => (a && a.length >= b.length ? a : b), null);
  const subjects = {
    home: pages[0],
    sow: longest('a page of sow'),
    meeting: longest('a page of meetings'),
    decisions: longest('decisions'),
    services: longest('services'),
  };
  let count = 0;
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });
      for (const [name, subject] of Object.entries(subjects)) {
        if (!subject) continue;
        await page.goto(address + subject.path);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.screenshot({
          path: path.join(folder, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
          clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
        });
        count += 1;
      }
      await page.context().close();
    }
  }
  return count;
}
