// The site without a mouse.

import { holds, none } from '../fact.mjs';
import { samples } from '../survey.mjs';

export const facts = {
  'the first Tab reaches a visible skip link that leads to the main part': async ({ open, address, pages }) => {
    const page = await open();
    for (const it of samples(pages)) {
      await page.goto(address + it.path);
      await page.keyboard.press('Tab');
      const link = await page.evaluate(() => {
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        return {
          text: it.outerHTML.slice(0, 100),
          target: it.getAttribute('href'),
          visible: box.width > 20 && box.height > 10 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight,
        };
      });
      holds(/^#./.test(link.target ?? ''), `/${it.path}: the first Tab reaches ${link.text}`);
      holds(link.visible, `/${it.path}: the skip link has the focus and cannot be seen`);
      await page.keyboard.press('Enter');
      const arrived = await page.evaluate((target) => document.getElementById(target.slice(1))?.matches('main, main *, :has(> main)') ?? false, link.target);
      holds(arrived, `/${it.path}: the skip link leads to ${link.target}, which is not the main part`);
    }
  },

  'whatever has the focus shows it': async ({ open, address, pages }) => {
    const hidden = [];
    for (const colorScheme of ['light', 'dark']) {
      const page = await open({ colorScheme });
      for (const it of samples(pages)) {
        await page.goto(address + it.path);
        for (let stop = 0; stop < 40; stop += 1) {
          await page.keyboard.press('Tab');
          const problem = await page.evaluate(unseenFocus);
          if (problem === 'end') break;
          if (problem) hidden.push(`/${it.path} (${colorScheme}): ${problem}`);
        }
      }
    }
    none(hidden);
  },
};

// Runs in the page: what is wrong with the way that the focus is shown; `end` when it has left the page.
function unseenFocus() {
  const it = document.activeElement;
  if (!it || it === document.body) return 'end';
  const name = it.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
  const style = getComputedStyle(it);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  if (!outlined && style.boxShadow === 'none') return `no outline: ${name}`;
  const [box] = it.getClientRects();
  if (!box || box.width < 2 || box.height < 2) return `has no size: ${name}`;
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `outside the window: ${name}`;
  const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
  const top = document.elementFromPoint(x, y);
  if (top && top !== it && !it.contains(top) && !top.contains(it)) return `covered by <${top.tagName.toLowerCase()}>: ${name}`;
  return null;
}
