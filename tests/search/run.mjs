// Queries with known answers, asked of sites with the script that readers get.
//
//     node tests/search/run.mjs content=SITE harbour=SITE
//
// Each SITE is a folder that `candor build` wrote: of `content` and of `tests/search/site`. A query names the record that has
// to come first, those that have to be among what is shown, or that nothing may be found.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { searchOf } from './engine.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const script = path.resolve(here, '../../themes/default/search.js');
const sites = new Map();
for (const argument of process.argv.slice(2)) {
  const [name, folder] = argument.split('=');
  sites.set(name, await searchOf(folder, script));
}
const queries = JSON.parse(readFileSync(path.join(here, 'queries.json'), 'utf8'));
let failed = 0;
for (const wanted of queries) {
  const { query, chosen } = wanted;
  const found = await sites.get(wanted.site).find(query, chosen ?? {});
  const shown = found.shown.map((find) => find.address);
  const slips = [
    wanted.first !== undefined && shown[0] !== wanted.first && `${wanted.first} is not the first`,
    ...(wanted.among ?? []).map((address) => !shown.includes(address) && `${address} is not shown`),
    wanted.none && shown.length > 0 && 'something is found',
    wanted.answer && !found.shown[0]?.answer && 'where it is, is not known',
    wanted.unknown && String(found.unknown) !== String(wanted.unknown) && `unknown are ${found.unknown}`,
  ].filter(Boolean);
  if (slips.length === 0) continue;
  failed += 1;
  console.log(`FAILED  ${wanted.site} ${JSON.stringify(query)} ${JSON.stringify(chosen ?? {})}: ${slips.join('; ')}; shown: ${shown.join(' ')}`);
}
console.log(`${queries.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
