// The pages that are made from the record answer a reader's questions two steps from home.

import { holds, none } from '../fact.mjs';

/// What the page at `path` says, and whether it can be reached from home in two steps.
async function read(world, path) {
  const page = await world.open({});
  const links = async () => page.evaluate(() => [...document.querySelectorAll('a[href]')].map((it) => it.href.split('#')[0].replace(/index\.html$/, '')));
  const wanted = new URL(path, world.address).href;
  await page.goto(world.address);
  const first = await links();
  let steps = first.includes(wanted) ? 1 : null;
  for (const link of new Set(first.filter((it) => it.startsWith(world.address)))) {
    if (steps) break;
    await page.goto(link);
    if ((await links()).includes(wanted)) steps = 2;
  }
  holds(steps !== null, `${path} is more than two steps from home`);
  await page.goto(wanted);
  return { page, text: await page.evaluate(() => document.querySelector('main').innerText), steps };
}

const has = (world, path) => world.pages.some((it) => (it.path ?? it.url ?? it).toString().replace(/index\.html$/, '').endsWith(path));

export const facts = {
  'the page on money says what was approved this year and what is withheld until when': async (world) => {
    const { text, steps } = await read(world, 'money/');
    holds(/Approved in \d{4}: /.test(text), 'nothing says what was approved this year');
    holds(/No amount is withheld\.|Until/i.test(text), 'nothing says what is withheld');
    return `${steps} steps`;
  },
  'services without an owner or a second admin have a page each': async (world) => {
    if (!has(world, 'services/')) return 'no services';
    const missing = [];
    for (const path of ['services/without-an-owner/', 'services/without-a-second-admin/']) {
      const { page, text } = await read(world, path);
      const rows = await page.locator('main tbody tr').count();
      const counted = await page.locator('nav.views [aria-current] + .count').innerText();
      if (String(rows) !== counted) missing.push(`${path} lists ${rows} and counts ${counted}`);
      if (rows === 0 && !/Every service/.test(text)) missing.push(`${path} says nothing`);
    }
    none(missing);
  },
  'one page says whether service levels are kept': async (world) => {
    if (!has(world, 'services/')) return 'no services';
    const { text } = await read(world, 'services/levels/');
    holds(/No service level objective is recorded|\d+ of the \d+ objectives/.test(text), text.slice(0, 400));
  },
  'what changed is listed by month and day': async (world) => {
    const { page, text } = await read(world, 'changes/');
    const days = await page.locator('main h3 time').count();
    holds(days > 0 || /Nothing has happened yet/.test(text), 'no day is listed');
  },
  'a meeting says its hour in the zone of the reader too': async (world) => {
    if (!has(world, 'meetings/2026-12-08/')) return 'no meeting with an hour';
    const { page, text } = await read(world, 'meetings/2026-12-08/');
    holds(/18:00 to 19:00 \(Europe\/Berlin\), 17:00 UTC/.test(text), text.slice(0, 400));
    holds(/In your time zone: .*\d/.test(await page.locator('.hours-here').innerText()), 'the line is empty');
    holds(/One sign-in after the comments/.test(text), 'its agenda is not there');
  },
  'the page of a meeting that was held begins with what it decided': async (world) => {
    if (!has(world, 'meetings/2026-11-10/')) return 'no such meeting';
    const { text } = await read(world, 'meetings/2026-11-10/');
    holds(/No decision is recorded as taken in this meeting/.test(text), text.slice(0, 400));
  },
};
