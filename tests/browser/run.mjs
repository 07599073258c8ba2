// Inspects and measures a built site in Chromium: node run.mjs SITE [PUBLISHED ADDRESS], where PUBLISHED is the
// same site built for a public address. Prints one line for each fault, then a summary.

import { launch } from './browser.mjs';
import { inspect } from './inspect.mjs';
import { measure } from './measure.mjs';
import { inspectPublished } from './published.mjs';

const [folder, published, address] = process.argv.slice(2);
if (!folder || (published && !address?.endsWith('/'))) {
  console.error('usage: node run.mjs SITE [PUBLISHED ADDRESS/]');
  process.exit(2);
}

let passed = 0;
let failed = 0;
const tell = (page, what, faults) => {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  for (const fault of faults) console.log(`${page}: ${what}: ${fault}`);
};

const browser = await launch();
try {
  await inspect(browser, folder, tell);
  await measure(browser, folder, tell);
  if (published) await inspectPublished(browser, published, address, tell);
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
