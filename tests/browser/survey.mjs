// One visit to every page that the home page leads to, and what was seen there. The facts about all pages
// read these observations, so that each page is loaded once for all of them.

import { onThisServer, openWindow } from './reader.mjs';

export const WIDTHS = [390, 768, 1280];

// The pages that a reader needs; a site that lacks one of them is not what these tests are about.
const EXPECTED = [
  'home', '404', 'how-we-work', 'promises', 'unknown', 'editors', 'a page of editors',
  ...['proposals', 'sow', 'services', 'decisions', 'meetings', 'people', 'organizations', 'groups']
    .flatMap((folder) => [folder, `a page of ${folder}`]),
];

/// Every page, the home page first, in the order of discovery: its path below the site's address, its kind, and
/// what was seen. Beside them the links that lead to no page.
export async function survey(browser, address, base) {
  const queue = ['', '404.html'];
  const linkedFrom = new Map(queue.map((it) => [it, '']));
  const pages = [];
  const broken = [];

  await workers(3, async (next) => {
    const page = await openWindow(browser, address, base);
    const errors = [];
    const foreign = [];
    page.on('console', (it) => it.type() === 'error' && errors.push(`${it.text()} ${it.location().url}`));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      const here = url.startsWith(address) || url.startsWith('data:') || onThisServer(url, address, base) !== null;
      if (!here) foreign.push(url);
    });
    for await (const path of next) {
      errors.length = 0;
      foreign.length = 0;
      // An address without a page is asked for, not visited: what stands there is the 404 page, whose relative
      // links would lead on for ever.
      const { ok, status } = await fetch(address + path, { method: 'HEAD' });
      if (!ok) {
        broken.push(`/${linkedFrom.get(path)}: links to /${path}, which answers ${status}`);
        continue;
      }
      await page.goto(address + path, { waitUntil: 'load' });
      const seen = await page.evaluate(look, { address, base });
      const wide = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const culprits = await page.evaluate(overflowing);
        if (culprits.length > 0) wide.push(`${width} px: ${culprits.join(', ')}`);
      }
      for (const target of seen.links) {
        if (!linkedFrom.has(target)) {
          linkedFrom.set(target, path);
          queue.push(target);
        }
      }
      pages.push({ path, ...seen, wide, errors: [...errors], foreign: [...foreign] });
    }
    await page.context().close();
  }, queue);

  const folders = new Set(pages.map((it) => it.path.split('/')).filter((it) => it.length > 2).map((it) => it[0]));
  const order = new Map(queue.map((path, at) => [path, at]));
  pages.sort((a, b) => order.get(a.path) - order.get(b.path));
  return { pages: pages.map((it) => ({ ...it, kind: kindOf(it.path, folders) })), broken };
}

/// The first and the longest page of each kind: enough to see what a template does with little and with much.
export function samples(pages) {
  return byKind(pages).flatMap((them) => {
    const longest = them.reduce((a, b) => (b.length > a.length ? b : a));
    return longest === them[0] ? [longest] : [them[0], longest];
  });
}

/// The kinds that the site should have and does not.
export function missingKinds(pages) {
  const present = new Set(pages.map((it) => it.kind));
  return EXPECTED.filter((it) => !present.has(it));
}

/// Runs `work` with `count` workers that draw from one queue, which may grow while they work.
export async function workers(count, work, queue) {
  let busy = 0;
  let at = 0;
  async function* draw() {
    while (true) {
      if (at < queue.length) {
        busy += 1;
        try {
          yield queue[at++];
        } finally {
          busy -= 1;
        }
      } else if (busy === 0) {
        return;
      } else {
        await new Promise((resume) => setTimeout(resume, 5));
      }
    }
  }
  await Promise.all(Array.from({ length: count }, () => work(draw())));
}

function kindOf(path, folders) {
  if (path === '') return 'home';
  if (path === '404.html') return '404';
  const [folder, rest] = [path.split('/')[0], path.split('/').slice(1).join('/')];
  if (rest !== '') return `a page of ${folder}`;
  return folders.has(folder) || EXPECTED.includes(folder) ? folder : 'a page';
}

function byKind(pages) {
  const kinds = new Map();
  for (const it of pages) kinds.set(it.kind, [...(kinds.get(it.kind) ?? []), it]);
  return [...kinds.values()];
}

// What follows runs in the page.

function look({ address, base }) {
  const anchors = [...document.querySelectorAll('a[href]')];
  const links = new Set();
  for (const it of anchors) {
    const url = new URL(it.href);
    const here = [address, base].find((start) => start && url.href.startsWith(start));
    if (!here || !/^https?:$/.test(url.protocol)) continue;
    const path = (url.origin + url.pathname).slice(here.length).replace(/(^|\/)index\.html$/, '$1');
    if (/(^|\/)[^./]*$|\.html$/.test(path)) links.add(path);
  }
  const written = [
    ...[...document.querySelectorAll('[href]')].map((it) => it.getAttribute('href')),
    ...[...document.querySelectorAll('[src]')].map((it) => it.getAttribute('src')),
  ];
  return {
    links: [...links],
    rooted: written.filter((it) => it.startsWith('/')),
    canonical: document.querySelector('link[rel=canonical]')?.href ?? null,
    redirects: document.querySelector('meta[http-equiv=refresh i]') !== null,
    title: document.title,
    length: document.body.innerHTML.length,
  };
}

export function overflowing() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (it) => it && it !== document.body && it !== root && (getComputedStyle(it).overflowX !== 'visible' || scrolls(it.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter((it) => (it.getBoundingClientRect().right > root.clientWidth + 0.5 || it.getBoundingClientRect().left < -0.5) && !scrolls(it.parentElement))
    .slice(0, 3)
    .map((it) => `<${it.tagName.toLowerCase()}${it.className ? ` class="${it.className}"` : ''}> “${it.textContent.trim().slice(0, 40)}”`)
    .concat(root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : []);
}
