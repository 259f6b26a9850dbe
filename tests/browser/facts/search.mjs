// The search as readers use it: by the keyboard alone, by names and by words, in several languages, from a folder, without
// scripts.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { eventually, holds, none } from '../fact.mjs';
import { serveFolder } from '../server.mjs';

/// What is found: how it is announced, and where each find leads.
const FOUND = () => ({
  status: document.querySelector('.search-status').textContent,
  answer: document.querySelector('.search-answer').textContent,
  notes: document.querySelector('.search-notes').textContent,
  finds: [...document.querySelectorAll('.finds li')].map((it) => ({
    title: it.querySelector('h2').textContent,
    about: it.querySelector('.find-about').textContent,
    marked: [...it.querySelectorAll('mark')].map((mark) => mark.textContent),
  })),
});

/// What is found on `page` once that is so.
async function found(page, isThere = (it) => it.finds.length > 0) {
  return eventually(5000, async () => {
    const seen = await page.evaluate(FOUND);
    return isThere(seen) && seen;
  }, `the search finds nothing that fits: ${JSON.stringify(await page.evaluate(FOUND))}`);
}

/// Builds the site in `content` of the repository and hands where it is to `act`.
async function built({ candor, repository }, content, options, act) {
  const folder = await mkdtemp(path.join(tmpdir(), 'candor-search-'));
  try {
    const build = spawnSync(candor, ['build', path.join(repository, content), '--output', folder, '--in-place', '--quiet', '--today', '2026-11-21', ...options]);
    holds(build.status === 0, `candor build ends with ${build.status}: ${build.stderr}`);
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/// Notes what a reader must not see: errors, and requests to other hosts.
function watched(page, own) {
  const wrong = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => !request.url().startsWith(own) && wrong.push(`asks ${request.url()}`));
  return wrong;
}

export const facts = {
  'the search is opened, used and left by the keyboard alone': async ({ open, address }) => {
    const page = await open();
    const wrong = watched(page, address);
    await page.goto(address);
    await page.keyboard.press('/');
    await page.keyboard.type('discorse');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/(index\.html)?\?q=discorse/);
    const slip = await found(page);
    holds(/Discourse/.test(slip.finds[0].title), `a misspelt word finds ${slip.finds[0].title} first`);
    holds(/discourse/.test(slip.notes), `nobody is told how a misspelt word was read: ${slip.notes}`);
    holds(/^\d+ /.test(slip.status), `what is announced: ${slip.status}`);
    await page.keyboard.press('/');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('SOW-0001');
    const it = await found(page, ({ finds }) => /SOW-0001/.test(finds[0]?.title));
    holds(/^SOW-0001: .*(since|until)/.test(it.answer), `where SOW-0001 is: ${it.answer}`);
    holds(/[?&]q=SOW-0001/.test(page.url()), `the address does not hold what is asked for: ${page.url()}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const focused = await page.evaluate(() => document.activeElement.textContent);
    holds(/SOW-0001/.test(focused), `the arrow keys lead to ${focused}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sow\/0001\//);
    none(wrong);
  },

  'finds are narrowed by the keyboard, and the address brings them back': async ({ open, address }) => {
    const page = await open();
    const wrong = watched(page, address);
    await page.goto(`${address}search/?q=mailman`);
    const all = await found(page);
    await page.getByLabel('Kind').focus();
    await page.keyboard.type('Dec');
    const decisions = await found(page, ({ finds, status }) => finds.length > 0 && status !== all.status);
    none(decisions.finds.filter((find) => !find.about.startsWith('Decision')).map((find) => `${find.title} is no decision`));
    holds(/kind=decision/.test(page.url()), `the address does not hold the choice: ${page.url()}`);
    await page.reload();
    const again = await found(page);
    holds(JSON.stringify(again) === JSON.stringify(decisions), `after a reload: ${JSON.stringify(again)}`);
    await page.goto(`${address}search/?q=discourse&person=philip-reames`);
    const named = await found(page);
    holds(await page.locator('select[name=person]').inputValue() === 'philip-reames' && named.finds.length > 0, 'a person is not chosen');
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      none(violations.map(({ id, help, nodes }) => `${colorScheme}: ${id}: ${help}; ${nodes[0].html.slice(0, 160)}`));
    }
    none(wrong);
  },

  'what is found does not move the page': async ({ open, address }) => {
    const page = await open({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${address}search/?q=mailman`);
    await found(page);
    await page.waitForTimeout(300);
    const moved = await page.evaluate(() => window.moved);
    holds(moved < 0.02, `a layout shift of ${moved}`);
  },

  'names, aliases, German and Chinese are found': async (world) => built(world, 'tests/search/site', [], async (folder) => {
    const server = await serveFolder(folder);
    const page = await world.open();
    const wrong = watched(page, server.address);
    for (const [query, title] of [
      ['sow 3', /Timetable by telegraph/],
      ['addie', /Ada O'Connor/],
      ['Beschluss', /Über die Häfen/],
      ['邮件列表', /关于港口/],
      ['решение', /О порте/],
      ['semaphores', /Timetable by telegraph/],
    ]) {
      await page.goto(`${server.address}search/?q=${encodeURIComponent(query)}`);
      const { finds } = await found(page);
      holds(title.test(finds[0].title), `${query} finds ${finds[0].title}`);
    }
    none(wrong);
    server.close();
  }),

  'the search works from a folder without a server': async (world) => built(world, 'content', ['--index-links'], async (folder) => {
    const page = await world.open();
    const wrong = watched(page, 'file:///');
    await page.goto(pathToFileURL(path.join(folder, 'sow/0001/index.html')).href);
    await page.keyboard.press('/');
    await page.keyboard.type('mailman');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/index\.html\?q=mailman/);
    const { finds } = await found(page);
    holds(finds.some((find) => find.marked.includes('Mailman')), 'what is looked for is not marked');
    await page.locator('.finds a', { hasText: 'PRP-0020' }).click();
    await page.waitForURL(/proposals\/0020\/index\.html$/);
    none(wrong);
  }),

  'without scripts the search is a list of all titles': async ({ open, address }) => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${address}search/?q=mailman`);
    const titles = await page.locator('.all-titles li a').allTextContents();
    holds(titles.length > 100 && titles.some((title) => /Replace the Mailman server/.test(title)), `${titles.length} titles`);
    holds(await page.locator('.search').isHidden(), 'a form that does nothing is shown');
  },
};
