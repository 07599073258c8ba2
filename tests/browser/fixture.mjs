// Small sites made for one run: sound ones, and ones with a known fault, to prove that the programs
// beside this one tell it.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const STYLE = `html { color-scheme: light dark } body { margin: 1rem; font: 1rem/1.5 sans-serif; overflow-wrap: anywhere }
  :root { background: #fff; color: #111 } a { color: #00c }
  :focus-visible { outline: 2px solid }
  @media (prefers-color-scheme: dark) { :root { background: #111; color: #eee } a { color: #9cf } }`;

/** A sound page; `change` makes it an unsound one. */
export function page(lang, name, { body = '', head = '', links = [], up = lang === 'en' ? '../' : '' } = {}) {
  const other = lang === 'en' ? ['zh', `../${name}`, '中文'] : ['en', `en/${name}`, 'English'];
  const items = ['index.html', ...links].map((to) => `<li><a href="${to}">${to}</a></li>`);
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${name}</title>
    <meta name="viewport" content="width=device-width">${head}
    <link rel="stylesheet" href="${up}site.css"></head><body>
    <header><a hreflang="${other[0]}" lang="${other[0]}" href="${other[1]}">${other[2]}</a></header>
    <main><h1 id="title">${lang} ${name}</h1><ul>${items.join('')}</ul>${body}</main></body></html>`;
}

export const NOT_FOUND = `<!doctype html><html lang="zh"><head><title>404</title><style>${STYLE}</style>
  </head><body><main><h1>404</h1></main></body></html>`;

/** The files of a site with these pages in both languages; only the Chinese ones are unsound. */
export function files(broken) {
  const names = Object.keys(broken);
  const site = { 'site.css': STYLE, '404.html': NOT_FOUND };
  for (const name of ['index.html', ...names]) {
    const links = name === 'index.html' ? [...names, 'index.html#title', 'https://example.org/'] : [];
    site[name] = page('zh', name, { links, ...broken[name]?.[0] });
    site[`en/${name}`] = page('en', name, { links });
  }
  return site;
}

/** The faults of the site with these files, as lines that start with the page. */
export async function faultsOf(site, look) {
  const folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  try {
    for (const [name, text] of Object.entries(site)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const found = [];
    const tell = (file, what, faults) => found.push(...faults.map((one) => `${file}: ${what}: ${one}`));
    await look(folder, tell);
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One line for each expected fault that was not told, and each told one that was not expected. */
export function compare(expected, found) {
  const left = [...found];
  const untold = expected.filter((start) => {
    const at = left.findIndex((line) => line.startsWith(start));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...untold.map((line) => `not told: ${line}`), ...left.map((line) => `not expected: ${line}`)];
}
