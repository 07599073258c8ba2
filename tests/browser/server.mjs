// A static server for a built site, beneath a subpath, as a project page on a code host is.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** What the host answers for a path inside the site: status, type and body. */
export async function answer(folder, path) {
  const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const file = normalize(join(folder, wanted));
  if (!file.startsWith(folder + sep)) return notFound(folder);
  try {
    return { status: 200, type: typeOf(file), body: await readFile(file) };
  } catch {
    return notFound(folder);
  }
}

async function notFound(folder) {
  const body = await readFile(join(folder, '404.html')).catch(() => 'not found');
  return { status: 404, type: TYPES['.html'], body };
}

function typeOf(file) {
  return TYPES[extname(file)] ?? 'application/octet-stream';
}

/** Serves `folder` at `prefix` (which ends in a slash) on a free port of this machine. */
export async function serve(folder, prefix) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const inside = pathname.startsWith(prefix);
    const path = inside ? decodeURIComponent(pathname.slice(prefix.length)) : null;
    const { status, type, body } = inside
      ? await answer(folder, path)
      : { status: 404, type: 'text/plain', body: 'outside of the site' };
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        // A connection that the browser opened in advance and never used would be waited for, always.
        server.closeAllConnections();
      }),
  };
}
