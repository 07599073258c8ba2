// Measures a built site: where things stand at each width, whether they can be read in each
// scheme, what moves, what paper does to it, and what the keyboard and the screen reader meet.

import { resolve } from 'node:path';

import { open } from './browser.mjs';
import { crowding, overlay, tornNumerals, unfold } from './crowding.mjs';
import { filesOf } from './inspect.mjs';
import { walkByKeyboard } from './keyboard.mjs';
import { readAloud } from './reading.mjs';
import { serve } from './server.mjs';
import * as sight from './sight.mjs';

const AT_ONCE = 2;
const WIDTHS = [320, 360, 768, 1440];
const SCHEMES = ['light', 'dark'];
// What is left of A4 between the margins that the print style sets, in CSS pixels.
const PAPER = { width: 688, height: 1001 };
// WCAG 1.4.12: what readers may set for themselves.
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;
const ENLARGED = ':root { font-size: 200% !important }';

/** Measures every page of the site in `folder`; `tell(page, what, faults)` gets each result. */
export async function measure(browser, folder, tell) {
  const root = resolve(folder);
  const pages = [...(await filesOf(root))].filter((file) => file.endsWith('.html') && !file.endsWith('404.html'));
  const thorough = oneOfEachKind(pages);
  const server = await serve(root, '/');
  try {
    const queue = [...pages];
    const worker = async () => {
      const page = await open(browser);
      for (let file = queue.shift(); file; file = queue.shift()) {
        const address = server.url + file.split('/').map(encodeURIComponent).join('/');
        await measureShifts(page, address, file, tell);
        await measurePlaces(page, file, tell);
        await measureSight(page, file, tell);
        await measurePaper(page, file, tell);
        if (thorough.has(file)) await measureReader(page, address, file, tell);
      }
      await page.context().close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    await server.close();
  }
}

/** The pages for what takes long: the first of each folder, and those beside the home page. */
function oneOfEachKind(pages) {
  const seen = new Map();
  for (const page of pages) {
    const folder = page.slice(0, page.lastIndexOf('/') + 1);
    const isTop = folder === '' || folder === 'en/';
    const key = isTop ? page : folder;
    if (!seen.has(key)) seen.set(key, page);
  }
  return new Set(seen.values());
}

/** Loads the page narrow and wide, its font late the second time; nothing may move after it is drawn. */
async function measureShifts(page, address, file, tell) {
  const faults = [];
  for (const [width, late] of [[360, 0], [1440, 300]]) {
    await page.setViewportSize({ width, height: 900 });
    if (late) {
      await page.route('**/*.woff2', async (route) => {
        await new Promise((later) => setTimeout(later, late));
        await route.continue();
      });
    }
    await page.goto(address, { waitUntil: 'load' });
    const { sum, moved } = await page.evaluate(sight.shifts);
    if (sum > 0.001) faults.push(`at ${width} px things move by ${sum.toFixed(4)}, first .${moved}`);
    await page.unroute('**/*.woff2');
  }
  tell(file, 'layout shift', faults);
}

/** Nothing meets, nothing leaves, at each width in each scheme, folded and unfolded. */
async function measurePlaces(page, file, tell) {
  const found = new Map();
  const look = async (width, how) => {
    await page.setViewportSize({ width, height: 900 });
    const faults = await page.evaluate(crowding);
    // A reader's own spacing may widen a number until its unit falls below it.
    if (how !== ' spaced') faults.push(...(await page.evaluate(tornNumerals)));
    for (const fault of faults) found.set(fault, [...(found.get(fault) ?? []), `${width} px${how}`]);
  };
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) await look(width, colorScheme === 'dark' ? ' dark' : '');
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(unfold, true);
  for (const width of WIDTHS) await look(width, ' unfolded');
  await page.evaluate(overlay, SPACED);
  for (const width of [320, 1440]) await look(width, ' spaced');
  await page.evaluate(overlay, ENLARGED);
  for (const width of [720, 1440]) await look(width, ' enlarged');
  await page.evaluate(overlay, '');
  tell(file, 'places', [...found].map(([fault, where]) => `${fault} (${where.join(', ')})`));
}

/** Text at 7:1, marks at 3:1, in both schemes and in forced colours; nothing moves unasked. */
async function measureSight(page, file, tell) {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    tell(file, `contrast, ${colorScheme}`, await page.evaluate(sight.contrast, 7));
    await page.emulateMedia({ forcedColors: 'active' });
    tell(file, `forced colours, ${colorScheme}`, await page.evaluate(sight.contrast, 4.5));
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  tell(file, 'reduced motion', await page.evaluate(sight.motion, 0));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  tell(file, 'motion', await page.evaluate(sight.motion, 150));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  tell(file, 'runs of the other language', await page.evaluate(sight.unmarkedRuns));
}

/** On A4: no card split, every quote shown, nothing meeting or leaving. */
async function measurePaper(page, file, tell) {
  await page.evaluate(unfold, false);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  const faults = await page.evaluate(sight.foldedQuotes);
  faults.push(...(await page.evaluate(crowding)), ...(await page.evaluate(sight.contrast, 7)));
  faults.push(...(await page.evaluate(sight.splitCards, PAPER.height)));
  tell(file, 'paper', faults);
  await page.emulateMedia({ media: 'screen' });
}

/** What only a keyboard or a screen reader meets. */
async function measureReader(page, address, file, tell) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address, { waitUntil: 'load' });
  tell(file, 'keyboard', await walkByKeyboard(page));
  tell(file, 'read aloud', await readAloud(page));
}
