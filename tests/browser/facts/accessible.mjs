// What axe finds on every kind of page, in both colour schemes and at two widths, with everything unfolded.

import axe from 'axe-core';
import { holds, none } from '../fact.mjs';
import { samples, workers } from '../survey.mjs';

export const facts = {
  'every kind of page passes axe in the light': (world) => violations(world, 'light'),
  'every kind of page passes axe in the dark': (world) => violations(world, 'dark'),

  'tap targets in the header and buttons are 44 pixels high on a phone': async ({ open, address, pages }) => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const small = [];
    for (const it of samples(pages)) {
      await page.goto(address + it.path);
      small.push(...(await page.evaluate(smallTargets)).map((what) => `/${it.path}: ${what}`));
    }
    none(small);
  },

  'on a phone, where a matter stands is seen without scrolling': async ({ open, address, pages }) => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    for (const it of samples(pages).filter(({ kind }) => kind === 'a page of sow')) {
      await page.goto(address + it.path);
      const strip = page.getByRole('main').getByRole('region', { name: /the state of this record/i });
      holds(await strip.count() === 1, `/${it.path}: no region says in which state this is`);
      const box = await strip.getByRole('paragraph').first().boundingBox();
      holds(box && box.y + box.height <= 844, `/${it.path}: its first sentence ends ${box?.y + box?.height} px down`);
    }
  },

  'text of twice the size does not make a page scroll sideways': async ({ open, address, pages }) => {
    const page = await open({ viewport: { width: 1280, height: 900 } });
    const wide = [];
    for (const it of samples(pages)) {
      await page.goto(address + it.path);
      const over = await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      if (over > 0) wide.push(`/${it.path}: ${over} px too wide`);
    }
    none(wide);
  },
};

async function violations({ open, address, pages }, colorScheme) {
  const found = [];
  const chosen = samples(pages);
  await workers(2, async (next) => {
    const page = await open({ colorScheme });
    for await (const it of next) {
      await page.goto(address + it.path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      await page.evaluate(axe.source);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        for (const { id, help, nodes } of violations) {
          found.push(`/${it.path} at ${width}: ${id}: ${help}; ${nodes.length} times, first ${nodes[0].html.slice(0, 160)}`);
        }
      }
    }
  }, chosen);
  none(found.sort());
  return `${chosen.length} pages`;
}

// Runs in the page. Links inside text are exempt, as in WCAG 2.2, 2.5.8.
function smallTargets() {
  const inHeader = 'a[href], summary, input, select';
  const banners = [...document.querySelectorAll('header, [role=banner]')].filter((it) => !it.closest('main, article, section'));
  const targets = new Set([
    ...banners.flatMap((it) => [...it.querySelectorAll(inHeader)]),
    ...document.querySelectorAll('button, [role=button], input[type=search]'),
  ]);
  return [...targets]
    .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((it) => ({ it, box: it.getBoundingClientRect() }))
    // What is clipped or outside the page, such as a skip link before it has the focus, cannot be tapped.
    .filter(({ box }) => box.width > 2 && box.height > 2 && box.bottom > 0 && box.right > 0)
    .filter(({ box }) => box.height < 43.5)
    .map(({ it, box }) => `${box.height.toFixed(0)} px: ${it.outerHTML.replace(/\s+/g, ' ').slice(0, 100)}`);
}
