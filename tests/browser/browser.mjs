// The browser: how it is started, and what a visit to a page hears while the page loads.

import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** What takes longer will never end: the longest program needs about three minutes. */
const PATIENCE = 10 * 60_000;

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** Starts Chromium with a fresh profile; nothing but this machine can be reached from it. */
export function launch(more = []) {
  const giveUp = () => {
    console.error(`no end after ${PATIENCE / 60_000} minutes`);
    process.exit(1);
  };
  setTimeout(giveUp, PATIENCE).unref();
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...more] });
}

/** A page in a profile of its own, as a phone shows it. */
export async function open(browser, { javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: PHONE,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/**
 * Opens `url`; returns one line for each error that the page causes while it loads. Beneath `base`
 * is the site. A server's answer for the page itself has the status `expected`.
 */
export async function visit(page, url, base, expected = 200) {
  const heard = [];
  const stop = listen(page, base, (line) => heard.push(line));
  try {
    const response = await page.goto(url, { waitUntil: 'load' });
    const status = response?.status() ?? 0;
    // A file has no status.
    if (status !== expected && status !== 0) heard.push(`answered with ${status}: ${url}`);
  } catch (error) {
    heard.push(`does not open: ${error.message.split('\n')[0]}`);
  }
  stop();
  return [...new Set(heard)];
}

function listen(page, base, tell) {
  const listeners = {
    pageerror: (error) => tell(`script error: ${error.message}`),
    console: (message) => {
      // A failed load is told by its request, which also has the address.
      const isLoad = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isLoad) tell(`console: ${message.text()}`);
    },
    request: (request) => {
      const address = request.url();
      if (!address.startsWith(base) && !address.startsWith('data:')) {
        tell(`a request leaves the site: ${address}`);
      }
    },
    requestfailed: (request) => {
      tell(`failed request: ${request.url()} (${request.failure()?.errorText})`);
    },
    response: (response) => {
      const isPage = response.request().isNavigationRequest();
      if (response.status() >= 400 && !isPage) {
        tell(`failed request: ${response.url()} (${response.status()})`);
      }
    },
  };
  const entries = Object.entries(listeners);
  for (const [event, listener] of entries) page.on(event, listener);
  return () => entries.forEach(([event, listener]) => page.off(event, listener));
}
