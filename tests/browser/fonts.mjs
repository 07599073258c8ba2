// The theme's fonts in a browser: node fonts.mjs SITE. Each is taken in, and until it is there, or
// when it never comes, the stand-in leaves every number and card as large as they are with it. A page
// from a disk always has it.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DESKTOP, PHONE, launch, open } from './browser.mjs';
import { serve } from './server.mjs';

/** A number may be so much wider or narrower: only its digits are alike, not its commas. */
const NUMBER = 0.06;
/** A page from a disk may move by so much when the font takes the place of the stand-in. */
const MOVED = 0.001;

const folder = process.argv[2];
const faults = [];

/** The families that the page declares by file and has taken in, and those that it has not. */
async function families() {
  await document.fonts.ready;
  const faces = [...document.fonts].map((face) => [face.family.replaceAll('"', ''), face.status]);
  const local = faces.filter(([name]) => /^[a-z-]+-\d+$/.test(name));
  return { own: faces.filter((face) => !local.includes(face)), local };
}

/** Width and height of every number, the width of 1 against 0, and the page's height. */
function sizes() {
  const numbers = [...document.querySelectorAll('.numeral .digits')].map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { text: element.textContent, width, height };
  });
  const probe = document.querySelector('.numeral .digits').cloneNode();
  document.querySelector('.numeral').append(probe);
  const widths = ['0000000000', '1111111111'].map((digits) => {
    probe.textContent = digits;
    return probe.getBoundingClientRect().width;
  });
  probe.remove();
  return { numbers, widths, page: document.documentElement.scrollHeight };
}

async function look(browser, url, withFont) {
  const page = await open(browser);
  if (!withFont) await page.route('**/*.woff2', (route) => route.abort());
  const found = [];
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    await page.goto(url);
    const faces = await page.evaluate(families);
    found.push({ faces, ...(await page.evaluate(sizes)) });
  }
  await page.context().close();
  return found;
}

function judge(name, font, standIn) {
  for (const [family, status] of font.faces.own) {
    if (status !== 'loaded') faults.push(`${name}: ${family} is not taken in: ${status}`);
  }
  const [zeros, ones] = font.widths;
  if (Math.abs(zeros - ones) > 0.1) faults.push(`${name}: digits differ in width: ${zeros}, ${ones}`);
  // A machine may have none of the faces that the theme names.
  if (!standIn.faces.local.some(([, status]) => status === 'loaded')) return 'no stand-in here';
  font.numbers.forEach((number, at) => {
    const other = standIn.numbers[at];
    const wider = Math.abs(other.width - number.width) / number.width;
    if (wider > NUMBER || Math.abs(other.height - number.height) > 0.5) {
      faults.push(
        `${name}: ${number.text} is ${number.width} × ${number.height} px, ` +
          `${other.width} × ${other.height} in the stand-in`,
      );
    }
  });
  return `page ${font.page} px, ${standIn.page} with the stand-in`;
}

/** The face that the first number is set in when the page comes from a disk, and how far things moved. */
async function fromDisk(browser, file) {
  const page = await open(browser);
  await page.setViewportSize(PHONE);
  await page.addInitScript(() => {
    window.moved = 0;
    const add = (list) => list.getEntries().forEach((entry) => (window.moved += entry.value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(pathToFileURL(resolve(folder, file)).href);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const tools = await page.context().newCDPSession(page);
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const { root } = await tools.send('DOM.getDocument');
  const { nodeId } = await tools.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.digits' });
  const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
  const moved = await page.evaluate(() => window.moved);
  await page.context().close();
  if (!fonts.every((font) => font.isCustomFont)) {
    faults.push(`${file} from a disk: set in ${fonts.map((font) => font.familyName).join(', ')}`);
  }
  if (moved > MOVED) faults.push(`${file} from a disk: moves by ${moved} when the font comes`);
}

const browser = await launch();
const server = await serve(resolve(folder), '/');
try {
  for (const file of ['index.html', 'en/index.html']) {
    const font = await look(browser, server.url + file, true);
    const standIn = await look(browser, server.url + file, false);
    font.forEach((one, at) => console.log(`${file}: ${judge(file, one, standIn[at])}`));
    for (let times = 0; times < 3; times += 1) await fromDisk(browser, file);
  }
} finally {
  await server.close();
  await browser.close();
}
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
