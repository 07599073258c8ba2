// A site built for its public address: what only then exists or only then can go wrong.

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { open, visit } from './browser.mjs';
import { filesOf, inspectAccessibility } from './inspect.mjs';
import { fault } from './links.mjs';
import * as inPage from './page.mjs';
import { answer } from './server.mjs';

/** Inspects the site in `folder`, which was built for the address `base` (it ends in a slash). */
export async function inspectPublished(browser, folder, base, tell) {
  const root = resolve(folder);
  const files = await filesOf(root);
  await inspectAddresses(root, files, base, tell);
  await inspectNotFound(browser, root, files, base, tell);
}

/** Every absolute address of the site in its own files must be one that the host answers. */
async function inspectAddresses(root, files, base, tell) {
  for (const file of files) {
    if (!/\.(html|xml|json|txt)$/.test(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    const addresses = text.split(base).slice(1).map((rest) => /^[^\s"'<>\\#?)]*/.exec(rest)[0]);
    const dead = addresses.filter((address) => !isAnswered(decodeURI(address), files));
    tell(file, 'addresses', [...new Set(dead)].map((address) => `${base}${address} is not there`));
    if (file.endsWith('.html') && !file.endsWith('404.html')) {
      tell(file, 'canonical', canonicalFaults(text, file, base));
    }
  }
  const expected = ['sitemap.xml', 'robots.txt', '404.html'];
  tell('site', 'files', expected.filter((one) => !files.has(one)).map((one) => `${one} is missing`));
}

function isAnswered(path, files) {
  return files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path);
}

function canonicalFaults(text, file, base) {
  const links = [...text.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
  const canonical = links.find((link) => /rel="?canonical\b/.test(link));
  const href = /href="?([^"\s>]*)/.exec(canonical ?? '')?.[1];
  if (!href) return ['the page does not state its address'];
  const own = decodeURI(href) === base + file || decodeURI(href) === base + file.replace(/(^|\/)index\.html$/, '$1');
  return own ? [] : [`states the address ${href}`];
}

/** The page for a wrong address, at an address deep in the site, with every link that it has. */
async function inspectNotFound(browser, root, files, base, tell) {
  const page = await open(browser);
  await page.context().route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const address = origin + decodeURIComponent(pathname);
    if (!address.startsWith(base)) return route.abort();
    const { status, type, body } = await answer(root, address.slice(base.length));
    return route.fulfill({ status, contentType: type, body });
  });
  const faults = await visit(page, `${base}no/such/page.html`, base, 404);
  const references = await page.evaluate(inPage.references);
  const site = { files: new Set([...files, '']), anchors: new Map() };
  faults.push(...references.map((one) => fault(one, base, site)).filter(Boolean));
  tell('404.html', 'published', [...new Set(faults)]);
  await inspectAccessibility(page, '404.html, published', tell);
  await page.context().close();
}
