// Opens every page of a built site, from the disk and served, and touches everything on it:
// nothing may run that is not the site's own, and nothing may be asked of any other place.
// node hostile.mjs SITE prints one line for each fault, then how many pages were opened.

import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch, open, visit } from './browser.mjs';
import { serve } from './server.mjs';

/** In the page, before anything else: what a payload does is noted. */
function watch() {
  window.ran = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    window[name] = () => window.ran.push(name);
  }
  const violation = (event) => window.ran.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  document.addEventListener('securitypolicyviolation', violation);
}

/** In the page: touches every element, then tells what should not be there. */
function touch() {
  const events = ['mouseover', 'focus', 'blur', 'toggle', 'load', 'error', 'begin', 'start', 'animationstart', 'input'];
  const found = [];
  const schemes = ['http:', 'https:', 'mailto:', 'tel:', location.protocol];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    for (const { name: attribute } of element.attributes) {
      if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc') found.push(`<${name} ${attribute}>`);
    }
    for (const address of [element.href, element.src, element.action, element.data]) {
      const text = typeof address === 'string' ? address : address?.baseVal;
      if (!text) continue;
      const url = new URL(text, location.href);
      const icon = name === 'link' && url.href === 'data:,';
      if (!schemes.includes(url.protocol) && !icon) found.push(`<${name}> leads to ${url.protocol}`);
      const near = url.protocol === location.protocol && url.host === location.host;
      if (name !== 'a' && name !== 'link' && !near) found.push(`<${name}> asks for ${url.href}`);
    }
    const foreign = ['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'video', 'audio', 'template', 'noscript', 'marquee', 'math', 'foreignobject', 'animate', 'use'];
    if (foreign.includes(name)) found.push(`<${name}>`);
    if (name === 'form' && element.hasAttribute('action')) found.push(`<form> sends to ${element.getAttribute('action')}`);
    if (name === 'script' && !element.src && element.type !== 'application/ld+json') found.push('<script> without a file');
    if (name === 'meta' && element.httpEquiv && element.httpEquiv !== 'Content-Security-Policy') found.push(`<meta> ${element.httpEquiv}`);
    for (const event of events) element.dispatchEvent(new Event(event));
  }
  return found;
}

async function faultsOf(page, url, base) {
  const faults = await visit(page, url, base);
  const heard = [];
  const note = (request) => {
    const near = request.url().startsWith(base) || request.url() === 'data:,';
    if (!near) heard.push(`touched, it asks for ${request.url()}`);
  };
  page.on('request', note);
  faults.push(...(await page.evaluate(touch)));
  faults.push(...(await page.evaluate(() => window.ran)).map((what) => `ran: ${what}`));
  page.off('request', note);
  // The author's image that is not there is an error of the build, which was told to go on.
  return [...faults.filter((fault) => !fault.startsWith(`failed request: ${base}`)), ...heard];
}

const folder = resolve(process.argv[2] ?? '');
const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
const server = await serve(folder, '/some/sub/path/');
const browser = await launch();
let failed = 0;
try {
  for (const [way, base] of [['from the disk', `${pathToFileURL(folder)}/`], ['served', server.url]]) {
    const page = await open(browser);
    await page.addInitScript(watch);
    page.on('dialog', (dialog) => dialog.dismiss());
    // Served, a page is the same but for its address: a part of them is enough.
    const opened = way === 'served' ? names.filter((_, place) => place % 6 === 0) : names;
    for (const name of opened) {
      const url = base + name.split(/[\\/]/).map(encodeURIComponent).join('/');
      const faults = await faultsOf(page, url, base);
      failed += faults.length;
      for (const fault of new Set(faults)) console.log(`${name}: ${way}: ${fault}`);
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${names.length} pages, ${failed} faults`);
process.exitCode = failed > 0 || names.length === 0 ? 1 : 0;
