// Makes the pictures of the main pages in docs/pictures/:
//   cargo run -- build && node tests/browser/pictures.mjs dist docs/pictures
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const [site, folder] = process.argv.slice(2).map((path) => resolve(path));
if (!folder) {
  console.error('usage: node pictures.mjs SITE FOLDER');
  process.exit(2);
}

// Name, page, width and height in CSS pixels, colour scheme.
const pictures = [
  ['home.zh', 'index.html', 1200, 900, 'light'],
  ['home.en.dark', 'en/index.html', 1200, 900, 'dark'],
  ['home.en.phone', 'en/index.html', 360, 900, 'light'],
  ['section.en', 'en/livelihood.html', 1200, 900, 'light'],
  ['card.zh', 'figures/labour-transfer.html', 800, 900, 'light'],
  ['source.zh', 'source/zhaotong-2022.html', 800, 900, 'light'],
];

mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [name, page, width, height, colorScheme] of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(join(site, page)).href);
  // A page does not wait for its font; the second time it is there from the start.
  await tab.evaluate(() => document.fonts.ready);
  await tab.reload();
  await tab.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`${name}.png`);
}
await browser.close();
