// What is taken along as data: the page on it leads to files that are there, and a block of data in a page is nothing that runs.

import { holds, none } from '../fact.mjs';

const LINES = { json: (text) => JSON.parse(text), csv: (text) => text.split('\r\n'), yaml: (text) => text.split('---\n') };

export const facts = {
  'the page on data leads to files that are there and can be read': async (world) => {
    const page = await world.open({});
    await page.goto(`${world.address}data/`);
    const links = await page.evaluate(() => [...document.querySelectorAll('main a[href]')].map((it) => it.href));
    const files = links.filter((it) => /\.(json|csv|yaml)$/.test(it));
    holds(files.length >= 5, `only ${files.length} files`);
    const wrong = [];
    for (const file of files) {
      const response = await fetch(file);
      const text = await response.text();
      const read = LINES[file.split('.').pop()];
      try {
        if (!response.ok || read(text).length < 2) wrong.push(`${file}: nothing is in it`);
      } catch (error) {
        wrong.push(`${file}: ${error.message}`);
      }
    }
    none(wrong);
    return `${files.length} files`;
  },

  'the page of a record leads to it as data, in which it is called the same': async (world) => {
    const page = await world.open({});
    await page.goto(`${world.address}decisions/0001/`);
    const { href, title } = await page.evaluate(() => ({
      href: [...document.querySelectorAll('.follow a')].map((it) => it.href).find((it) => it.endsWith('record.json')),
      title: document.querySelector('h1').textContent,
    }));
    const record = await (await fetch(href)).json();
    holds(record.title === title && record.id === 'DEC-0001', JSON.stringify(record).slice(0, 200));
  },

  'what a page is about is a block of data under the strictest policy that the theme keeps': async (world) => {
    const page = await world.open({});
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "default-src 'self'" } });
    });
    const errors = [];
    page.on('console', (it) => it.type() === 'error' && errors.push(it.text()));
    const sorts = [];
    for (const path of ['meetings/', 'services/', 'groups/', 'organizations/']) {
      await page.goto(world.address + path);
      const first = await page.evaluate(
        (path) => {
          const links = [...document.querySelectorAll('main a[href]')].map((it) => it.href);
          // Beside the services there are lists of some of them.
          const isRecord = (it) => new RegExp(`/${path}[^/.]+/$`).test(it) && !/\/(levels|without-.*|missed-.*|contract-.*)\/$/.test(it);
          return links.find(isRecord);
        },
        path,
      );
      await page.goto(first);
      const block = await page.evaluate(() => {
        const them = [...document.querySelectorAll('script[type="application/ld+json"]')];
        return them.length === 1 ? JSON.parse(them[0].textContent) : { '@type': `${them.length} blocks` };
      });
      sorts.push(block['@type']);
    }
    // What the last page still asks for is nobody's any more once the fact has ended.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    none(errors);
    holds(sorts.join() === 'Event,Service,Organization,Organization', sorts.join());
  },
};
