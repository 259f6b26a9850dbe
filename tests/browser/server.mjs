// A file server for the tests: a published folder under a path that is not the root, so that a link which
// only works at the root of a host is found. An unknown address answers with the folder's 404 page.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const PREFIX = '/some/folder/';

/// The address of the served folder, ending in a slash, and a function that stops serving. A page comes in as many `pieces`,
/// each a while after the one before, as over a slow line; one of them ends within the foot, whatever the page's length.
export async function serveFolder(folder, pieces = 1) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const found = pathname.startsWith(PREFIX) && (await find(folder, decodeURIComponent(pathname.slice(PREFIX.length))));
    if (found === 'a folder without its slash') {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const file = found || path.join(folder, '404.html');
    const body = await readFile(file).catch(() => Buffer.from('not found'));
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'content-type': type });
    const cuts = type.startsWith('text/html') && pieces > 1 ? cutAt(body, pieces) : [body.length];
    for (const [at, end] of cuts.entries()) {
      if (at > 0) await new Promise((resume) => setTimeout(resume, 60));
      response.write(body.subarray(cuts[at - 1] ?? 0, end));
    }
    response.end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}${PREFIX}`,
    close: () => server.close(),
  };
}

/// Where the pieces of a page end, in order: as many of the same length, and one before the last line of the foot.
function cutAt(body, pieces) {
  const even = Array.from({ length: pieces }, (_, at) => Math.floor((body.length * (at + 1)) / pieces));
  const foot = body.lastIndexOf('<ul', body.lastIndexOf('</footer>'));
  return [...new Set([...even, ...(foot > 0 ? [foot] : [])])].sort((one, other) => one - other);
}

async function find(folder, relative) {
  const file = path.join(folder, relative);
  const it = await stat(file).catch(() => null);
  if (it?.isFile()) return file;
  if (!it?.isDirectory()) return null;
  if (relative !== '' && !relative.endsWith('/')) return 'a folder without its slash';
  const index = path.join(file, 'index.html');
  return (await stat(index).catch(() => null)) ? index : null;
}
