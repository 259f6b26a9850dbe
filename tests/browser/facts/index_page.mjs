// The index pages: tables that are complete without scripts and that filter and sort with them. The controls
// are found by what they are, a search field in the main part and buttons in the table's head.

import { holds, eventually } from '../fact.mjs';

// The index is a table with a caption; a table in a text that introduces it has none. A row of a record leads
// to it; a row without a link is the heading of a group of rows.
const ROWS = 'main table:has(caption) tbody tr:has(a[href])';
const FIELD = 'main input[type=search]';
const SORT = 'main table thead th button';

// A table that fits on a phone's screen needs no search.
const FEW = 8;

export const facts = {
  'an index page is complete without scripts, and offers no control that would need them': async ({ open, address, pages }) => {
    const page = await open({ javaScriptEnabled: false });
    for (const path of indexPages(pages)) {
      await page.goto(address + path);
      const count = await page.locator(ROWS).count();
      if (count === 0) continue;
      const visible = await page.locator(ROWS).filter({ visible: true }).count();
      holds(visible === count, `/${path}: ${count - visible} of the ${count} rows are hidden`);
      for (const control of [FIELD, SORT]) {
        holds(await shown(page, control).count() === 0, `/${path}: ${control} is shown and cannot work`);
      }
      await shown(page, `${ROWS} a[href]`).first().click();
      holds(await page.locator('main h1').count() === 1, `/${path}: the first row leads to ${page.url()}, which is not a page`);
    }
  },

  'an index page filters as one types': async ({ open, address, pages }) => {
    const page = await open();
    const tried = [];
    for (const path of indexPages(pages)) {
      await page.goto(address + path);
      const all = await visibleRows(page);
      const field = shown(page, FIELD).first();
      if (await field.count() === 0) {
        holds(all.length < FEW, `/${path}: a table of ${all.length} rows and no search field`);
        continue;
      }
      holds(all.length > 0, `/${path}: a search field, and no table with a caption that it could search`);
      const wanted = (await shown(page, `${ROWS} a[href]`).last().innerText()).toLowerCase().trim();
      const fits = all.filter((it) => it.includes(wanted)).length;
      const becomes = (holds, says) => eventually(2000, async () => holds(await visibleRows(page)), `/${path}: ${says}`);

      await field.fill(wanted);
      await becomes((left) => left.length === fits && left.every((it) => it.includes(wanted)), `“${wanted}” should leave ${fits} of ${all.length} rows`);
      await field.fill('zzqxj');
      await becomes((left) => left.length === 0, 'rows without “zzqxj” stay');
      await field.fill('');
      await becomes((left) => left.length === all.length, 'an empty field does not bring all rows back');
      tried.push(path);
    }
    holds(tried.length > 0, 'no index page has a search field');
    return `${tried.length} pages`;
  },

  'an index page sorts by its columns, both ways, from the keyboard': async ({ open, address, pages }) => {
    const page = await open();
    let columns = 0;
    for (const path of indexPages(pages)) {
      await page.goto(address + path);
      const buttons = shown(page, SORT);
      const tables = await shown(page, 'main table:has(caption):has(tbody a[href])').count();
      const rows = (await visibleRows(page)).length;
      holds((await buttons.count()) > 0 || tables !== 1 || rows < FEW, `/${path}: a table of ${rows} rows and no column sorts it`);
      for (let at = 0; at < (await buttons.count()); at += 1) {
        await sortsBothWays(page, buttons.nth(at), `/${path}: column “${(await buttons.nth(at).innerText()).trim()}”`);
        columns += 1;
      }
    }
    holds(columns > 0, 'no index page has a column that sorts');
    return `${columns} columns`;
  },
};

async function sortsBothWays(page, button, name) {
  const orders = {};
  for (let press = 0; press < 2; press += 1) {
    await button.focus();
    await page.keyboard.press('Enter');
    const { order, sorted, column } = await button.evaluate(lookAtColumn);
    holds(['ascending', 'descending'].includes(order), `${name}: aria-sort is ${order} after a press`);
    holds(sorted === 1, `${name}: ${sorted} columns say that they are sorted`);
    orders[order] = column;
  }
  const { ascending, descending } = orders;
  holds(ascending && descending, `${name}: two presses give ${Object.keys(orders)} both times`);
  const distinct = new Set(ascending.map((it) => it.text)).size;
  holds(distinct < 2 || ascending.some((it, row) => it.text !== descending[row].text), `${name}: both orders are the same`);
  if (!ascending.every((it) => it.date)) return;
  const dates = (column) => column.map((it) => it.date).join(', ');
  holds(dates(ascending) === ascending.map((it) => it.date).sort().join(', '), `${name}: ascending gives ${dates(ascending)}`);
  holds(dates(descending) === descending.map((it) => it.date).sort().reverse().join(', '), `${name}: descending gives ${dates(descending)}`);
}

/// The index pages: those that have pages below them.
function indexPages(pages) {
  const folders = new Set(pages.map((it) => it.path.split('/')).filter((it) => it.length > 2).map((it) => `${it[0]}/`));
  return pages.map((it) => it.path).filter((it) => folders.has(it));
}

function shown(page, selector) {
  return page.locator(selector).filter({ visible: true });
}

async function visibleRows(page) {
  return (await shown(page, ROWS).allInnerTexts()).map((it) => it.toLowerCase());
}

// Runs in the page: the order that a sort button's column states, how many columns of the table state one, and
// the cells of the column as they stand.
function lookAtColumn(button) {
  const head = button.closest('th');
  const table = head.closest('table');
  return {
    order: head.getAttribute('aria-sort'),
    sorted: table.querySelectorAll('th[aria-sort=ascending], th[aria-sort=descending]').length,
    column: [...table.querySelectorAll('tbody tr')]
      .filter((row) => row.checkVisibility() && row.querySelector('a[href]'))
      .map((row) => row.children[head.cellIndex])
      .map((cell) => ({ text: cell.innerText.trim(), date: cell.querySelector('time')?.dateTime ?? null })),
  };
}
