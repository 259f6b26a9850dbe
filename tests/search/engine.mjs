// The search of a site without a browser: the script of the theme, with the files of the index read from a folder.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import vm from 'node:vm';

/// The search of the site in the folder `site`, by the script `script`. `cost` says what was loaded since it was last asked:
/// how many files, and how many bytes, as they are and as a host sends them.
export async function searchOf(site, script) {
  const folder = path.join(site, 'search', readdirSync(path.join(site, 'search')).find((name) => /^[0-9a-f]{8}$/.test(name)));
  const context = vm.createContext({ console });
  vm.runInContext(readFileSync(script, 'utf8'), context);
  const known = new Map();
  let cost = { files: 0, bytes: 0, sent: 0 };
  const load = async (name) => {
    if (!known.has(name)) {
      const text = readFileSync(path.join(folder, `${name}.js`));
      cost.files += 1;
      cost.bytes += text.length;
      cost.sent += gzipSync(text).length;
      vm.runInContext('globalThis.candorSearch = (_, content) => { globalThis.handed = content; }', context);
      vm.runInContext(text.toString(), context);
      known.set(name, context.handed);
    }
    return known.get(name);
  };
  const index = await context.openIndex(load);
  const finds = context.FINDS ?? vm.runInContext('FINDS', context);
  return {
    folder,
    passage: context.passage,
    /// What the page shows first for `query`, and all that is known of the finds.
    async find(query, chosen) {
      const found = await index.search(query, chosen);
      const read = await Promise.all(found.records.slice(0, finds).map((record) => index.read(found.unit(record))));
      return { ...found, shown: index.named_first(query, read) };
    },
    cost() {
      const spent = cost;
      cost = { files: 0, bytes: 0, sent: 0 };
      return spent;
    },
    forget() {
      for (const name of known.keys()) if (name !== 'i') known.delete(name);
    },
  };
}
