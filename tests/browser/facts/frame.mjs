// What surrounds every page, and the page where readers arrive: order, stillness, room.

import { holds, none } from '../fact.mjs';
import { serveFolder } from '../server.mjs';
import { WIDTHS, samples } from '../survey.mjs';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

export const facts = {
  'the order of the focus is the order on the screen, at every width': async ({ open, address, pages }) => {
    const wrong = [];
    for (const width of WIDTHS) {
      const page = await open({ viewport: { width, height: 900 } });
      for (const it of samples(pages)) {
        await page.goto(address + it.path);
        wrong.push(...(await page.evaluate(outOfOrder)).map((what) => `/${it.path} at ${width}: ${what}`));
      }
    }
    none(wrong);
  },

  'what has the focus can be seen, at every width': async ({ open, address, pages }) => {
    const unseen = [];
    for (const width of WIDTHS) {
      const page = await open({ viewport: { width, height: 900 } });
      for (const it of samples(pages)) {
        await page.goto(address + it.path);
        unseen.push(...(await page.evaluate(unseenStops)).map((what) => `/${it.path} at ${width}: ${what}`));
      }
    }
    none(unseen);
  },

  // In pieces, or a fast machine paints nothing before all of a page is there.
  'nothing moves while a page loads over a slow line': async ({ open, pages, siteFolder }) => {
    const { address, close } = await serveFolder(siteFolder, 5);
    const moved = [];
    for (const viewport of [PHONE, DESK]) {
      const page = await open({ viewport });
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((it) => it.value)))
          .observe({ type: 'layout-shift', buffered: true });
      });
      for (const it of samples(pages)) {
        await page.goto(address + it.path, { waitUntil: 'load' });
        await page.waitForTimeout(80);
        const shift = await page.evaluate(() => window.shifts.reduce((sum, it) => sum + it, 0));
        if (shift > 0) moved.push(`/${it.path} at ${viewport.width}: ${shift.toFixed(4)}`);
      }
    }
    close();
    none(moved);
  },

  'who, now, decided and what one can do are on the first screen, and on two of a phone': async ({ open, address }) => {
    for (const [viewport, most] of [[DESK, 900], [PHONE, 1700]]) {
      const page = await open({ viewport });
      await page.goto(address);
      const end = await page.locator('.home-grid').evaluate((it) => it.getBoundingClientRect().bottom + scrollY);
      holds(end <= most, `at ${viewport.width} they end ${Math.round(end)} pixels down`);
    }
  },

  'on a phone a button opens the parts of the site, and Escape closes them': async ({ open, address }) => {
    const page = await open({ viewport: PHONE });
    await page.goto(address);
    const parts = page.getByRole('banner').getByRole('navigation').getByRole('link');
    holds(await parts.filter({ visible: true }).count() === 0, 'the parts are shown before anybody asks for them');
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    holds(await parts.filter({ visible: true }).count() > 2, 'the button opens nothing');
    await page.keyboard.press('Escape');
    holds(await parts.filter({ visible: true }).count() === 0, 'Escape does not close them');
    const desk = await open({ viewport: DESK });
    await desk.goto(address);
    holds(await desk.getByRole('banner').getByRole('navigation').getByRole('link').filter({ visible: true }).count() > 2, 'where there is room the parts are hidden');
  },

  'a policy that allows nothing but the site itself keeps nothing from working': async ({ open, address, pages }) => {
    const page = await open();
    const said = [];
    page.on('console', (it) => /content security policy/i.test(it.text()) && said.push(it.text()));
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "default-src 'self'" } });
    });
    for (const it of samples(pages)) {
      await page.goto(address + it.path);
      none(said.splice(0).map((what) => `/${it.path}: ${what}`));
    }
  },
};

// What follows runs in the page.

/// What can be reached with Tab, in that order: those places where the next one lies above, or on its line before it. What
/// stands beside a column begins a column of its own, and what stays in place while the page scrolls has no place in the order.
export function outOfOrder() {
  const stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.classList.contains('skip') && it.tabIndex >= 0);
  const named = (it) => `“${(it.innerText || it.getAttribute('aria-label') || it.outerHTML).trim().slice(0, 40)}”`;
  const wrong = [];
  for (let at = 1; at < stops.length; at += 1) {
    const [before, after] = [stops[at - 1].getClientRects()[0], stops[at].getClientRects()[0]];
    if (!before || !after) continue;
    const isAbove = after.bottom <= before.top + 1;
    // What stands side by side does so in the direction of what holds both.
    let both = stops[at].parentElement;
    while (!both.contains(stops[at - 1])) both = both.parentElement;
    const isFromRight = getComputedStyle(both).direction === 'rtl';
    const isBeside = isFromRight ? after.right <= before.left + 1 : after.left >= before.right - 1;
    if (isAbove && !isBeside) wrong.push(`${named(stops[at])} comes after ${named(stops[at - 1])} and stands above it`);
  }
  return wrong.slice(0, 3);
}

function unseenStops() {
  const stops = [...document.querySelectorAll('main :is(a[href], button, input, select, summary)')];
  const shown = stops.filter((it) => it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }));
  const clipped = (it) => {
    for (let at = it.parentElement; at && at.tagName !== 'MAIN'; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if (getComputedStyle(at).overflow === 'hidden' && (box.width < 2 || box.height < 2)) return true;
    }
    return false;
  };
  return shown.filter(clipped).slice(0, 3).map((it) => `“${it.textContent.trim().slice(0, 40)}” takes the focus in a place that nobody sees`);
}
