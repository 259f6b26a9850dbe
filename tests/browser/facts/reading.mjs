// Pages as they are read elsewhere than on a desk: on paper, on a phone, with large text, through a filter.

import { holds, none } from '../fact.mjs';
import { samples } from '../survey.mjs';

const paths = (pages) => samples(pages).map((it) => it.path);

export const facts = {
  'on paper nothing stays folded': async ({ open, address, pages }) => {
    const page = await open();
    const folded = [];
    for (const path of paths(pages)) {
      await page.emulateMedia({ media: 'print' });
      await page.goto(address + path);
      folded.push(...(await page.evaluate(hiddenInDetails)).map((it) => `/${path}: ${it}`));
    }
    none(folded);
  },

  'with text at twice its size no page scrolls sideways on a phone': async ({ open, address, pages }) => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    const wide = [];
    for (const path of paths(pages)) {
      await page.goto(address + path);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wide.push(`/${path}: ${width} pixels`);
    }
    none(wide);
  },

  'on a phone no table of the site is wider than the page': async ({ open, address, pages }) => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    const wide = [];
    for (const path of paths(pages)) {
      await page.goto(address + path);
      wide.push(...(await page.evaluate(wideTables)).map((it) => `/${path}: ${it}`));
    }
    none(wide);
  },

  'a filter that fits no promise leaves no heading and no link to one': async ({ open, address }) => {
    const page = await open();
    await page.goto(`${address}promises/`);
    await page.locator('main input[type=search]').first().fill('zzqxj');
    const left = await page.locator('main :is(h2, h3, .facets a)').filter({ visible: true }).allInnerTexts();
    holds(left.length === 0, `there are still ${left.slice(0, 5).join(', ')}`);
    await page.locator('main input[type=search]').first().fill('');
    holds(await page.locator('main h2').filter({ visible: true }).count() > 0, 'an empty field does not bring the headings back');
  },
};

// Run in the page.

function hiddenInDetails() {
  const within = [...document.querySelectorAll('main details:not(.toc) > :not(summary)')];
  return within.filter((it) => !it.checkVisibility({ contentVisibilityAuto: true })).map((it) => it.textContent.trim().slice(0, 40));
}

function wideTables() {
  const boxes = [...document.querySelectorAll('main .table-scroll')];
  return boxes.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.getAttribute('aria-label') ?? 'a table');
}
