// Walks a built site: every page, from a server beneath a subpath, from the disk, without script.
//
// What it asks of a theme beside sound HTML:
// - the way to the other language is an <a hreflang> to the same page in that language;
// - what works by script alone stands in a button, form, dialog or role="search", and only such
//   controls may differ with script off;
// - 404.html is styled and has no failed request, wherever a host shows it.

import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DESKTOP, PHONE, open, visit } from './browser.mjs';
import { fault, languageFaults, reachable } from './links.mjs';
import * as inPage from './page.mjs';
import { serve } from './server.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AT_ONCE = 2;

/** Inspects the site in `folder`; `tell(page, what, faults)` gets each finished check. */
export async function inspect(browser, folder, tell) {
  const root = resolve(folder);
  const site = { files: await filesOf(root), anchors: new Map() };
  if (!site.files.has('index.html')) {
    tell('index.html', 'home page', ['there is none']);
    return;
  }
  const pages = [...site.files].filter((file) => file.endsWith('.html') && !/(^|\/)404\.html$/.test(file));
  const server = await serve(root, '/some/sub/path/');
  try {
    const bases = { served: server.url, disk: pathToFileURL(root + sep).href };
    const seen = await walk(browser, pages, bases, site, tell);
    judgeLinks(seen, bases, site, tell);
    await inspectNotFound(browser, server.url, tell);
  } finally {
    await server.close();
  }
}

/** Every file beneath `root`, relative to it. */
export async function filesOf(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const path = (entry) => resolve(entry.parentPath ?? entry.path, entry.name);
  const files = entries.filter((entry) => entry.isFile()).map(path);
  return new Set(files.map((file) => file.slice(root.length + 1).split(sep).join('/')).sort());
}

/** Opens every page in each way; returns what was read there, page by page. */
async function walk(browser, pages, bases, site, tell) {
  const seen = new Map(pages.map((file) => [file, null]));
  const queue = [...pages];
  const worker = async () => {
    const tabs = {
      served: await open(browser),
      plain: await open(browser, { javaScriptEnabled: false }),
      disk: await open(browser),
    };
    for (let file = queue.shift(); file; file = queue.shift()) {
      seen.set(file, await inspectPage(tabs, file, bases, site, tell));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return seen;
}

async function inspectPage(tabs, file, bases, site, tell) {
  const address = file.split('/').map(encodeURIComponent).join('/');
  await tabs.served.setViewportSize(PHONE);
  const served = bases.served + address;
  tell(file, 'served', await visit(tabs.served, served, bases.served));
  tell(file, 'without script', await visit(tabs.plain, served, bases.served));
  tell(file, 'from the disk', await visit(tabs.disk, bases.disk + address, bases.disk));

  tell(file, 'width', [...(await widthFaults(tabs.served)), ...(await widthFaults(tabs.plain))]);
  const whole = await tabs.served.evaluate(inPage.content);
  tell(file, 'completeness', lacks(whole, await tabs.plain.evaluate(inPage.content)));
  site.anchors.set(file, new Set(await tabs.plain.evaluate(inPage.anchors)));
  const read = {
    lang: await tabs.plain.evaluate(() => document.documentElement.lang),
    references: await tabs.plain.evaluate(inPage.references),
    // What the script adds must lead somewhere, too.
    served: await tabs.served.evaluate(inPage.references),
    disk: await tabs.disk.evaluate(inPage.references),
  };
  await inspectAccessibility(tabs.served, file, tell);
  return read;
}

async function widthFaults(page) {
  const found = await page.evaluate(inPage.sideways);
  return found ? [`${found.extra} px wider than 360 px, first by ${found.element}`] : [];
}

/** How the page without script differs from the whole one. */
function lacks(whole, plain) {
  const faults = Object.entries(whole.counts)
    .filter(([what, count]) => plain.counts[what] !== count)
    .map(([what, count]) => `${count} ${what} with script, ${plain.counts[what]} without`);
  const missing = whole.lines.find((line) => !plain.lines.includes(line));
  const added = plain.lines.find((line) => !whole.lines.includes(line));
  if (missing) faults.push(`only with script: "${missing.slice(0, 80)}"`);
  if (added) faults.push(`only without script: "${added.slice(0, 80)}"`);
  return faults;
}

/** Runs axe-core over an open page, in both colour schemes. */
export async function inspectAccessibility(page, file, tell) {
  await page.setViewportSize(DESKTOP);
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    tell(file, `accessibility, ${colorScheme}`, await page.evaluate(inPage.accessibility));
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The checks that need every page to be read first. */
function judgeLinks(seen, bases, site, tell) {
  const within = reachable(seen, bases.served);
  for (const [file, page] of seen) {
    const ways = Object.entries(bases);
    const faults = ways.flatMap(([way, base]) => page[way].map((one) => fault(one, base, site)));
    tell(file, 'links', [...new Set(faults.filter(Boolean))]);
    tell(file, 'languages', [...new Set(languageFaults(file, page, bases.served))]);
    tell(file, 'reachable', within.has(file) ? [] : ['no link from the home page leads here']);
  }
}

/** The page for a wrong address is opened as a reader gets it: at an address deep in the site. */
async function inspectNotFound(browser, base, tell) {
  const page = await open(browser);
  const faults = await visit(page, `${base}no/such/page.html`, base, 404);
  if (!(await page.evaluate(inPage.isStyled))) faults.push('no style sheet is in force');
  tell('404.html', 'served', faults);
  tell('404.html', 'width', await widthFaults(page));
  await inspectAccessibility(page, '404.html', tell);
  await page.context().close();
}
