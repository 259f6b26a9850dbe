// What holds for every page of the site.

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { none } from '../fact.mjs';
import { missingKinds } from '../survey.mjs';

const about = (pages, key) => pages.flatMap((it) => it[key].map((what) => `/${it.path}: ${what}`));

export const facts = {
  'every kind of page is there': async ({ pages }) => {
    none(missingKinds(pages).map((it) => `${it}: no such page can be reached from the home page`));
  },

  'every page can be reached from the home page': async ({ pages, siteFolder }) => {
    const reached = new Set(pages.map((it) => it.path));
    const files = await readdir(siteFolder, { recursive: true });
    const published = files
      .filter((it) => it.endsWith('.html'))
      .map((it) => it.split(path.sep).join('/').replace(/(^|\/)index\.html$/, '$1'));
    const redirects = new Set(await redirecting(siteFolder, published.filter((it) => !reached.has(it))));
    none(published.filter((it) => !reached.has(it) && !redirects.has(it)).map((it) => `/${it}`));
    return `${reached.size} pages`;
  },

  'every link to a page leads to one': async ({ broken }) => none(broken),

  'links within the site are relative': async ({ pages }) => {
    none(about(pages.filter((it) => it.kind !== '404'), 'rooted'));
  },

  'every page names its own canonical address': async ({ pages, base }) => {
    none(
      pages
        .filter((it) => it.kind !== '404' && !it.redirects && it.canonical !== base + it.path)
        .map((it) => `/${it.path}: ${it.canonical}`),
    );
  },

  'no page scrolls sideways at 390, 768 or 1280 pixels': async ({ pages }) => none(about(pages, 'wide')),

  'no page writes an error to the console': async ({ pages }) => none(about(pages, 'errors')),

  'no request leaves the host': async ({ pages }) => none(about(pages, 'foreign')),
};

async function redirecting(siteFolder, paths) {
  const texts = await Promise.all(paths.map((it) => readFile(path.join(siteFolder, it, it.endsWith('.html') ? '' : 'index.html'), 'utf8')));
  return paths.filter((_, at) => /http-equiv="?refresh/i.test(texts[at]));
}
