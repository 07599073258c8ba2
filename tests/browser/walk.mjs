// Walks a built site in Chromium without measuring its looks: node walk.mjs SITE.

import { launch } from './browser.mjs';
import { inspect } from './inspect.mjs';

let failed = 0;
const tell = (page, what, faults) => {
  failed += faults.length;
  for (const fault of faults) console.log(`${page}: ${what}: ${fault}`);
};

const browser = await launch();
try {
  await inspect(browser, process.argv[2], tell);
} finally {
  await browser.close();
}
process.exitCode = failed > 0 ? 1 : 0;
