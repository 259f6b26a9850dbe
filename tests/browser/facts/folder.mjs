// The site where a server does not help it: opened from a folder, and asked for an address that it has not.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holds, none } from '../fact.mjs';
import { onThisServer } from '../reader.mjs';

const LOOKS = () => {
  const style = getComputedStyle(document.body);
  return [style.fontFamily, style.color, style.backgroundColor].join(' | ');
};

export const facts = {
  'a site whose links name files works from a folder without a server': async ({ open, address, candor, repository }) => {
    const siteFolder = await mkdtemp(path.join(tmpdir(), 'candor-folder-'));
    const build = spawnSync(candor, ['build', path.join(repository, 'content'), '--output', siteFolder, '--in-place', '--index-links', '--quiet']);
    holds(build.status === 0, `candor build ends with ${build.status}: ${build.stderr}`);
    const page = await open();
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(address);
    const served = await page.evaluate(LOOKS);
    await page.goto(pathToFileURL(path.join(siteFolder, 'index.html')).href);
    holds((await page.evaluate(LOOKS)) === served, `the style sheet is not applied: ${await page.evaluate(LOOKS)} in place of ${served}`);

    const link = page.locator('main a[href]:not([href^="http"]):not([href^="#"]):not([href^="mailto"])').filter({ visible: true }).first();
    const target = await link.evaluate((it) => it.href);
    await link.click();
    await page.waitForURL(target, { timeout: 5000 });
    holds(await page.locator('main h1').count() === 1, `a link on the home page leads to ${target}, which is not a page of the site`);
    none(errors);
    await rm(siteFolder, { recursive: true, force: true });
  },

  'a missing address at any depth shows the 404 page as it should look': async ({ open, address, base }) => {
    const page = await open();
    await page.goto(address);
    const home = await page.evaluate(LOOKS);
    for (const path of ['nowhere', 'no/such/page/']) {
      const response = await page.goto(address + path);
      holds(response.status() === 404 && (await page.locator('main h1').count()) === 1, `/${path}: not the 404 page`);
      holds((await page.evaluate(LOOKS)) === home, `/${path}: the style sheet is not applied`);
      const links = await page.locator('main a[href]').evaluateAll((all) => all.map((it) => it.href));
      const leadsHome = links.some((it) => [it, onThisServer(it, address, base)].some((at) => at?.replace(/index\.html$/, '') === address));
      holds(leadsHome, `/${path}: no link in the main part leads to the home page: ${links.join(', ')}`);
    }
  },
};
