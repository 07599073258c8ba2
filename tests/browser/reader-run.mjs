// Uses a built site as readers do: node reader-run.mjs SITE [--idle]. With --idle the site's scripts
// are taken away first, and each use must then be found at fault.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch } from './browser.mjs';
import { use } from './reader.mjs';

const [folder, idle] = process.argv.slice(2);
if (!folder || (idle && idle !== '--idle')) {
  console.error('usage: node reader-run.mjs SITE [--idle]');
  process.exit(2);
}

/** The results of using a site: for each use its faults. */
async function results(site, options) {
  const all = [];
  const browser = await launch();
  try {
    await use(browser, site, (page, what, faults) => all.push([`${page}: ${what}`, faults]), options);
  } finally {
    await browser.close();
  }
  return all;
}

let wrong;
if (idle) {
  // What a site without its scripts does as well: nothing shows that would do nothing.
  const sound = /no script|tools/;
  const copy = await mkdtemp(join(tmpdir(), 'reader-'));
  await cp(folder, copy, { recursive: true });
  for (const script of ['before', 'site', 'search']) await writeFile(join(copy, `assets/${script}.js`), '');
  const all = await results(copy, { patience: 1000, once: true });
  await rm(copy, { recursive: true });
  wrong = all.filter(([use_, faults]) => faults.length === 0 && !sound.test(use_)).map(([use_]) => `not told: ${use_}`);
} else {
  const all = await results(folder);
  wrong = all.flatMap(([use_, faults]) => faults.map((fault) => `${use_}: ${fault}`));
}
for (const line of wrong) console.log(line);
console.log(`${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
