// Edits a site while `shushuo serve` shows it, and holds the open page to every change:
// node serve.mjs PROGRAM SITE [ROUNDS]. Prints what went wrong, and fails then.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';

const [program, site, count = '100'] = process.argv.slice(2);
const ROUNDS = Number(count);
const PATIENCE = { timeout: 60_000 };
const at = (file) => path.join(site, file);
const read = (file) => fs.readFileSync(at(file), 'utf8');
const write = (file, text) => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), text);
};

/** Starts the server; returns it with its address. */
function serve() {
  const server = spawn(program, ['serve', '--site', site, '--port', '0', '--lang', 'en']);
  let told = '';
  const address = new Promise((resolve, reject) => {
    const hear = (data) => {
      told += data;
      const found = /http:\S+/.exec(told);
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', () => reject(new Error(`the server ended:\n${told}`)));
  });
  return { server, address };
}

/** A round in letters: numbers would be missed in the other language. */
const named = (round) => [...String(round)].map((digit) => 'abcdefghij'[digit]).join('');

/** What a person sees of the page, run in it. */
const seen = () => {
  const panel = document.querySelector('shushuo-serve')?.shadowRoot;
  const findings = panel?.querySelector('.findings');
  return {
    text: document.querySelector('main')?.textContent ?? '',
    errors: findings?.classList.contains('errors') ?? false,
    open: findings?.open ?? false,
    told: findings?.textContent ?? '',
    y: Math.round(window.scrollY),
    mark: window.mark,
    shadow: getComputedStyle(document.body).outlineColor,
    details: document.querySelector('main details')?.open ?? null,
  };
};

const original = Object.fromEntries(
  ['content/jobs.zh.md', 'content/jobs.en.md', 'seeds/report.txt'].map((file) => [file, read(file)]),
);
const STYLE = 'themes/default/styles/main.scss';
const TEMPLATE = 'themes/default/templates/pages/section.html';
const repository = path.resolve(import.meta.dirname, '../..');
const themed = (file) => fs.readFileSync(path.join(repository, file), 'utf8');

/** Everything that one round may do; each leaves the site as it was, but for its words. */
const steps = {
  async edit(page, round) {
    await settled(page);
    await page.evaluate(() => {
      document.querySelector('main details').open = true;
      window.scrollTo(0, 700);
    });
    const before = await page.evaluate(seen);
    assert.ok(before.y > 300, 'the page is long enough to be scrolled');
    const words = `Edited in round ${named(round)}.`;
    write('content/jobs.en.md', `${original['content/jobs.en.md']}\n${words}\n`);
    await until(page, (now) => now.text.includes(words), `an edit (${round})`);
    await settled(page);
    const now = await page.evaluate(seen);
    assert.ok(Math.abs(now.y - before.y) < 3, `scrolled from ${before.y} to ${now.y}`);
    assert.equal(now.details, true, 'what was open stays open');
    assert.equal(now.errors, false);
  },
  async mistake(page, round) {
    const before = (await page.evaluate(seen)).text;
    write('content/jobs.zh.md', original['content/jobs.zh.md'].replace('value: 256', 'value: 265'));
    const now = await until(page, (now) => now.errors && now.open, `a mistake (${round})`);
    assert.match(now.told, /content\/jobs\.zh\.md:\d+:\d+/);
    assert.match(now.told, /265/);
    assert.equal(now.text, before, 'the last good page stays');
    write('content/jobs.zh.md', original['content/jobs.zh.md']);
    await until(page, (now) => !now.told, `the mistake mended (${round})`);
  },
  async punctuation(page) {
    write('content/jobs.en.md', original['content/jobs.en.md'].replace('title: ', 'title：'));
    const now = await until(page, (now) => now.errors, 'a full-width colon');
    assert.match(now.told, /title: Jobs/, 'the mended line is told');
    write('content/jobs.en.md', original['content/jobs.en.md']);
    await until(page, (now) => !now.told, 'the colon mended');
  },
  async rename(page) {
    for (const code of ['zh', 'en']) {
      fs.renameSync(at(`content/jobs.${code}.md`), at(`content/work.${code}.md`));
    }
    await until(page, (now) => !now.text.includes('Last year'), 'a page that has moved away');
    for (const code of ['zh', 'en']) {
      fs.renameSync(at(`content/work.${code}.md`), at(`content/jobs.${code}.md`));
    }
    await until(page, (now) => now.text.includes('Last year') && !now.told, 'the page back again');
  },
  async remove(page) {
    fs.rmSync(at('content/jobs.en.md'));
    await until(page, (now) => now.errors, 'a translation taken away');
    write('content/jobs.en.md', original['content/jobs.en.md']);
    await until(page, (now) => !now.told, 'the translation back');
  },
  async replace(page, round) {
    // As many editors save: a new file takes the place of the old one.
    const words = `Replaced in round ${named(round)}.`;
    write('content/.jobs.en.md.swp', 'what an editor keeps');
    write('content/4913', '');
    write('content/jobs.en.md~', original['content/jobs.en.md']);
    write('content/jobs.en.md.tmp', `${original['content/jobs.en.md']}\n${words}\n`);
    fs.renameSync(at('content/jobs.en.md.tmp'), at('content/jobs.en.md'));
    await until(page, (now) => now.text.includes(words) && !now.told, 'a file replaced');
    for (const file of ['.jobs.en.md.swp', '4913', 'jobs.en.md~']) fs.rmSync(at(`content/${file}`));
  },
  async halves(page, round) {
    const words = `Written in parts in round ${named(round)}.`;
    const text = `${original['content/jobs.en.md']}\n${words}\n`;
    fs.writeFileSync(at('content/jobs.en.md'), '');
    const file = fs.openSync(at('content/jobs.en.md'), 'w');
    fs.writeSync(file, text.slice(0, 30));
    await new Promise((resolve) => setTimeout(resolve, 15));
    fs.writeSync(file, text.slice(30));
    fs.closeSync(file);
    await until(page, (now) => now.text.includes(words) && !now.told, 'a file written in halves');
  },
  async style(page, round) {
    await page.evaluate((mark) => { window.mark = mark; }, round);
    const color = `rgb(1, 2, ${round % 200})`;
    write(STYLE, `${themed(STYLE)}\nbody { outline-color: ${color}; }\n`);
    const now = await until(page, (now) => now.shadow === color, 'other styles');
    assert.equal(now.mark, round, 'the page was not loaded again for its styles');
    write(STYLE, 'broken {');
    await until(page, (now) => now.errors && /styles\/main\.scss/.test(now.told), 'broken styles');
    fs.rmSync(at(STYLE));
    await until(page, (now) => !now.told && now.shadow !== color, 'the styles back');
  },
  async template(page, round) {
    const words = `Template of round ${named(round)}`;
    write(TEMPLATE, themed(TEMPLATE).replace('<h1>', `<h1>${words} `));
    await until(page, (now) => now.text.includes(words), 'another template');
    write(TEMPLATE, themed(TEMPLATE).replace('{{ section.heading }}', '{{ section.nothing }}'));
    const now = await until(page, (now) => now.errors, 'a template that cannot be filled in');
    assert.match(now.told, /section\.html:\d+/);
    assert.ok(now.text.includes('Last year'), 'the last good page stays');
    fs.rmSync(at('themes'), { recursive: true });
    await until(page, (now) => !now.told && !now.text.includes(words), 'the template back');
  },
  async storm(page, round) {
    for (let number = 0; number < 100; number += 1) write(`content/pictures/${number}.svg`, `<svg/>`);
    const words = `After the storm of round ${named(round)}.`;
    write('content/jobs.en.md', `${original['content/jobs.en.md']}\n${words}\n`);
    await until(page, (now) => now.text.includes(words) && !now.told, 'very many files');
    fs.rmSync(at('content/pictures'), { recursive: true });
    write('content/jobs.en.md', original['content/jobs.en.md']);
    await until(page, (now) => !now.text.includes(words), 'the files gone');
  },
};

async function until(page, holds, what) {
  const end = Date.now() + PATIENCE.timeout;
  let now = null;
  for (;;) {
    // While the page is loaded again there is nothing to ask.
    now = await page.evaluate(seen).catch(() => null);
    if (now && holds(now)) return now;
    if (Date.now() > end) throw new Error(`not followed: ${what}\n${JSON.stringify(now, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until the page is the one that the server has now, with the links to the editor in it. */
async function settled(page) {
  const is = async () => {
    const script = document.querySelector('script[data-digest]');
    const answer = await fetch(`/_shushuo/page?path=${encodeURIComponent(script.dataset.page)}`);
    const { digest } = await answer.json();
    return digest === script.dataset.digest && document.querySelector('shushuo-place')?.shadowRoot != null;
  };
  const end = Date.now() + PATIENCE.timeout;
  while (!await page.evaluate(is).catch(() => false)) {
    if (Date.now() > end) throw new Error('the page does not settle');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Links to the editor, and the side-by-side view. */
async function looks(page, address) {
  const link = page.locator('.card .place-link').first();
  assert.match(await link.textContent(PATIENCE), /^content\/jobs\.zh\.md:\d+$/);
  assert.match(await link.getAttribute('href'), /^vscode:\/\/file\/.*content\/jobs\.zh\.md:\d+:\d+$/);
  const side = page.locator('shushuo-serve .side');
  await page.goto(new URL(await side.getAttribute('href'), address).href);
  const rows = await page.locator('.side-row').count();
  assert.ok(rows > 2, `${rows} rows side by side`);
  write('content/jobs.en.md', original['content/jobs.en.md'].replace('[[jobs]]', '25.6 million people'));
  await page.locator('.side-row mark.differs').first().waitFor(PATIENCE);
  write('content/jobs.en.md', original['content/jobs.en.md']);
  await page.waitForFunction(() => !document.querySelector('mark.differs'), null, PATIENCE);
}

const { server, address } = serve();
const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  const base = await address;
  await page.goto(`${base}en/jobs.html`);
  await until(page, (now) => now.text.includes('Last year'), 'the page');
  const names = Object.keys(steps);
  for (let round = 1; round <= ROUNDS; round += 1) {
    await steps[names[round % names.length]](page, round);
  }
  for (const [file, text] of Object.entries(original)) write(file, text);
  await until(page, (now) => !/round/.test(now.text), 'the first words again');
  await looks(page, base);
  assert.deepEqual(faults, []);
  console.log(`${ROUNDS} rounds followed`);
} catch (error) {
  console.log(error.stack);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.removeAllListeners('exit');
  server.kill('SIGINT');
}
