// Measures where things stand on every page of a built site, and nothing else: node crowd.mjs SITE.
// Prints one line for each fault.

import { resolve } from 'node:path';

import { launch, open, visit } from './browser.mjs';
import { crowding, tornNumerals } from './crowding.mjs';
import { filesOf } from './inspect.mjs';
import { sideways } from './page.mjs';
import { serve } from './server.mjs';

const WIDTHS = [320, 480, 768, 1440];

const root = resolve(process.argv[2]);
const server = await serve(root, '/');
const browser = await launch();
let failed = 0;
try {
  const page = await open(browser);
  for (const file of [...(await filesOf(root))].filter((name) => /(^|\/)forms\.html$/.test(name))) {
    await visit(page, server.url + file, server.url);
    await page.evaluate(() => document.fonts.ready);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(sideways);
      const faults = [...(await page.evaluate(crowding)), ...(await page.evaluate(tornNumerals))];
      if (wide) faults.push(`${wide.extra} px too wide, first by ${wide.element}`);
      for (const fault of faults) console.log(`${file} at ${width} px: ${fault}`);
      failed += faults.length;
    }
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = failed > 0 ? 1 : 0;
