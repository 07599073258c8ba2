// What a reader does with a site: searches it, copies and shares a number, chooses colours and a
// language. Each from a server beneath a subpath and from the disk, in both languages.

import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DESKTOP, PHONE } from './browser.mjs';
import { searchFaults } from './search.mjs';
import { serve } from './server.mjs';

const HOMES = { zh: 'index.html', en: 'en/index.html' };

/**
 * Uses the site in `folder` as readers do; `tell(page, what, faults)` gets each result. What does
 * nothing for `patience` milliseconds is broken. With `once` only one page is used, from the disk.
 */
export async function use(browser, folder, tell, { patience = 10_000, once = false } = {}) {
  const root = resolve(folder);
  const { figures } = JSON.parse(await readFile(join(root, 'data/figures.json'), 'utf8'));
  const headline = figures.filter((one) => one.headline !== null);
  const server = await serve(root, '/some/sub/path/');
  const bases = { disk: pathToFileURL(root + sep).href, served: server.url };
  const inTab = (options, look) => inNewTab(browser, { ...options, patience }, look);
  try {
    for (const [way, base] of Object.entries(bases).slice(0, once ? 1 : 2)) {
      for (const [lang, home] of Object.entries(HOMES).slice(0, once ? 1 : 2)) {
        const say = (what, faults) => tell(home, `${what}, ${way}`, faults);
        const site = { base, home: base + home, lang, figures, headline };
        say('search', await inTab({}, (page) => searchFaults(page, site)));
        say('copy', await inTab({}, (page) => copyFaults(page, site)));
        say('share', await inTab({}, (page) => shareFaults(page, site)));
        say('tools', await toolFaults(inTab, site));
        say('colours', await inTab({}, (page) => colourFaults(page, site)));
        say('language', await languageFaults(inTab, site));
        say('no storage', await inTab({}, (page) => storageFaults(page, site)));
        say('no script', await inTab({ javaScriptEnabled: false }, (page) => plainFaults(page, site)));
      }
    }
  } finally {
    await server.close();
  }
}

/** Runs `look` in a tab of a profile of its own; what breaks it off is a fault, too. */
async function inNewTab(browser, { patience, ...options }, look) {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(`script error: ${error.message}`));
  try {
    return [...(await look(page)), ...errors];
  } catch (error) {
    return [error.message.split('\n')[0], ...errors];
  } finally {
    await context.close();
  }
}

/** The page of a headline figure. */
const cardPage = (site) => site.base + site.headline[0].page[site.lang];

const copyButton = (page) => page.locator('.tools .copy').first();
const doneWords = (page) => page.locator('#told_').getAttribute('data-copied');

async function told(page) {
  await page.waitForFunction(() => document.getElementById('told_').textContent !== '');
  return page.locator('#told_').textContent();
}

/** What the clipboard holds, pasted as a reader would. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const text = await page.locator('#pasted').inputValue();
  await page.locator('#pasted').evaluate((field) => field.remove());
  return text;
}

/** Copies by the clipboard, by selection where pages may not use it, and by hand where neither works. */
async function copyFaults(page, site) {
  const faults = [];
  const figure = site.headline[0];
  const published = await readPublished(page, site);
  const wanted = [figure.label[site.lang], figure.display[site.lang], published];
  for (const how of ['as it is', 'without clipboard']) {
    if (how !== 'as it is') {
      await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    }
    await page.goto(cardPage(site));
    await copyButton(page).click();
    const words = await told(page);
    const text = await pasted(page);
    const missing = wanted.filter((part) => !text.includes(part));
    if (missing.length > 0) faults.push(`${how}: copied "${text}", without "${missing.join('", "')}"`);
    if (text.split('\n').length < 3) faults.push(`${how}: the source is not a line of its own`);
    if (words !== (await doneWords(page))) faults.push(`${how}: told "${words}"`);
  }
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  await page.goto(cardPage(site));
  await copyButton(page).click();
  const shown = await page.locator('.copy-text').inputValue();
  if (!shown.includes(wanted[0])) faults.push('when nothing can be copied, the words are not shown');
  if ((await told(page)) === (await doneWords(page))) faults.push('told done, was not');
  return faults;
}

/** The figure's address: the published one where the site knows it. */
async function readPublished(page, site) {
  await page.goto(cardPage(site));
  return page.evaluate(() => document.querySelector('link[rel=canonical]')?.href ?? location.href);
}

async function shareFaults(page, site) {
  const faults = [];
  await page.goto(cardPage(site));
  const before = await page.locator('.tools button:visible').count();
  const can = await page.evaluate(() => Boolean(navigator.share));
  if (before !== (can ? 2 : 1)) faults.push(`${before} buttons where sharing is ${can ? '' : 'not '}possible`);
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      window.shared = data;
    };
  });
  await page.goto(cardPage(site));
  await page.locator('.tools .share').click();
  const shared = await page.evaluate(() => window.shared);
  const figure = site.headline[0];
  if (!shared?.text.includes(figure.display[site.lang])) faults.push(`shared "${shared?.text}"`);
  if (!shared?.url.endsWith(figure.page[site.lang])) faults.push(`shared the address ${shared?.url}`);
  return faults;
}

/** Link and copy show on hover and on focus, and always on touch. */
async function toolFaults(inTab, site) {
  const shown = (page) => page.locator('.tools').first().evaluate((tools) => getComputedStyle(tools).opacity);
  const faults = await inTab({}, async (page) => {
    const found = [];
    await page.goto(site.home);
    if ((await shown(page)) !== '0') found.push('shown before the reader asks');
    await page.locator('.card').first().hover();
    if ((await shown(page)) !== '1') found.push('not shown on hover');
    if (!(await page.locator('.card').first().evaluate(isOnGround))) found.push('shown beside the ground they are for');
    await page.mouse.move(0, 0);
    await page.locator('.tools a').first().focus();
    if ((await shown(page)) !== '1') found.push('not shown on focus');
    return found;
  });
  const touch = await inTab({ hasTouch: true, isMobile: true, viewport: PHONE }, async (page) => {
    await page.goto(site.home);
    return (await shown(page)) === '1' ? [] : ['not shown on touch'];
  });
  return [...faults, ...touch];
}

/** Whether the tools of a card with a colour of its own stand on that colour. */
function isOnGround(card) {
  const [own, tools] = [card, card.querySelector('.tools')].map((one) => one.getBoundingClientRect());
  const isPlain = getComputedStyle(card).backgroundColor === 'rgba(0, 0, 0, 0)';
  return isPlain || (tools.top >= own.top && tools.bottom <= own.bottom);
}

/** A chosen scheme holds on every page, from the first frame on, whatever the system's. */
async function colourFaults(page, site) {
  const faults = [];
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const choose = (value) => page.locator(`[name=scheme][value="${value}"]`).check();
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      window.firstFrame = document.documentElement.getAttribute('data-scheme');
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site.home);
  const light = await paper();
  await choose('dark');
  const dark = await paper();
  if (dark === light) faults.push('dark is as light');
  await page.goto(cardPage(site));
  if ((await paper()) !== dark) faults.push('dark is forgotten on the next page');
  if ((await page.evaluate(() => window.firstFrame)) !== 'dark') faults.push('dark comes after the first frame');
  if (!(await page.locator('[name=scheme][value=dark]').isChecked())) faults.push('the choice does not show');
  await page.emulateMedia({ colorScheme: 'dark' });
  await choose('light');
  if ((await paper()) !== light) faults.push('light is not light where the system is dark');
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  if (!scheme.includes('light')) faults.push(`the browser is told ${scheme}`);
  await choose('');
  if ((await paper()) !== dark) faults.push('the system is not followed');
  await page.reload();
  if ((await paper()) !== dark) faults.push('following the system is forgotten');
  return faults;
}

/** The switch is remembered: the bare address leads there, but only from outside. */
async function languageFaults(inTab, site) {
  const other = site.base + HOMES[site.lang === 'zh' ? 'en' : 'zh'];
  return inTab({}, async (page) => {
    const faults = [];
    const arrive = async () => {
      const tab = await page.context().newPage();
      await tab.goto(`${site.base}index.html`);
      await tab.waitForLoadState('load');
      // A redirect that is under way ends before the next question is answered.
      await tab.waitForFunction(() => document.readyState === 'complete');
      return tab;
    };
    await page.goto(site.home);
    await page.locator('a.switch').click();
    await page.waitForURL(other);
    const tab = await arrive();
    if (tab.url() !== other) faults.push(`chose ${other}, arrived at ${tab.url()}`);
    await tab.goto(`${site.base}index.html`);
    if (tab.url() !== `${site.base}index.html`) faults.push('cannot go to the root from inside');
    const history = await tab.goto(site.home).then(() => tab.url());
    if (history !== site.home) faults.push(`cannot read ${site.home} any more`);
    return faults;
  });
}

async function storageFaults(page, site) {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new Error('switched off');
        },
      });
    }
  });
  await page.goto(site.home);
  await page.locator('[name=scheme][value=dark]').check();
  const scheme = await page.evaluate(() => document.documentElement.getAttribute('data-scheme'));
  return scheme === 'dark' ? [] : ['the choice of colours does nothing'];
}

/** Without script nothing is there that would do nothing; the permanent link is. */
async function plainFaults(page, site) {
  await page.goto(site.home);
  const controls = page.locator('button, input, select, textarea, dialog');
  const visible = [];
  for (const control of await controls.all()) {
    if (await control.isVisible()) visible.push(await control.evaluate((one) => one.outerHTML.slice(0, 60)));
  }
  const links = await page.locator('.tools a').count();
  const cards = await page.locator('.card').count();
  const missing = links === cards ? [] : [`${cards} cards, ${links} permanent links`];
  return [...visible.map((one) => `dead control: ${one}`), ...missing];
}
