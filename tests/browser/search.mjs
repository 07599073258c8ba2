// The search as a reader uses it: what it finds, how it is said, and by which keys.

const FULL_WIDTH = 0xfee0;

/** What is wrong with the search on the home page of `site` in its language. */
export async function searchFaults(page, site) {
  await page.goto(site.home);
  const faults = [];
  const index = page.locator('script[src*="data/search."]');
  if ((await index.count()) > 0) faults.push('the index is loaded before anybody searches');
  faults.push(...(await keyFaults(page)));
  for (const figure of site.headline.filter((one) => one.value !== null)) {
    const path = figure.page[site.lang];
    for (const query of spellings(figure, site.lang)) {
      const found = await search(page, query);
      if (!found.links.some((link) => link.endsWith(path))) faults.push(`"${query}" does not find ${path}`);
      if (found.marks === 0 && !query.includes(figure.label[other(site.lang)])) {
        faults.push(`"${query}" is not marked in what it finds`);
      }
    }
  }
  const companion = site.figures.find((one) => one.headline === null);
  if (companion) {
    const { links } = await search(page, companion.label[site.lang]);
    const path = encodeURI(companion.page[site.lang]);
    if (!links.some((link) => link.endsWith(path))) faults.push(`"${companion.label[site.lang]}" does not find ${path}`);
  }
  faults.push(...(await titleFaults(page)), ...(await excerptFaults(page, site)));
  faults.push(...(await countFaults(page)), ...(await followFaults(page, site)));
  return faults;
}

const other = (lang) => (lang === 'zh' ? 'en' : 'zh');

/** Ways to ask for a figure: by value in any writing, and by parts of its name. */
function spellings(figure, lang) {
  const plain = figure.value.replace('-', '');
  const [whole, fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH));
  const label = figure.label[lang];
  const part = label.slice(1, Math.max(5, label.length / 2)).trim();
  const known = [plain, grouped, wide, figure.display.zh, figure.display.en, part, part.toUpperCase()];
  return [...new Set([...known, figure.label[other(lang)]])];
}

/** Types a query and reads what is shown once it is answered. */
async function search(page, query) {
  await page.locator('#search_ input').fill(query);
  const status = page.locator('#search_ [role=status]');
  const loading = await page.locator('#search_').getAttribute('data-loading');
  await page.waitForFunction(
    (words) => document.querySelector('#search_ [role=status]').textContent !== words,
    loading,
  );
  return {
    links: await page.locator('.found').evaluateAll((links) => links.map((link) => link.href)),
    marks: await page.locator('.found mark').count(),
    groups: await page.locator('#found_ h2').allTextContents(),
    status: await status.textContent(),
  };
}

/** Opened by `/`, walked by the arrows, closed by Escape, which gives the focus back. */
async function keyFaults(page) {
  const faults = [];
  const focused = (selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
  await page.locator('.search-open').click();
  if (!(await focused('#search_ input'))) faults.push('opened by its button, the field has no focus');
  await page.keyboard.press('Escape');
  if (!(await focused('.search-open'))) faults.push('closed, the focus does not go back');
  await page.keyboard.press('/');
  if (!(await focused('#search_ input'))) faults.push('"/" does not open it');
  await search(page, '2');
  for (const [key, wanted] of [
    ['ArrowDown', '.found'],
    ['ArrowUp', '#search_ input'],
  ]) {
    await page.keyboard.press(key);
    if (!(await focused(wanted))) faults.push(`${key} does not lead to ${wanted}`);
  }
  return faults;
}

/** Every section's title finds the section, in the second group. */
async function titleFaults(page) {
  const links = await page.locator('.entry-title a').evaluateAll((all) => all.map((one) => [one.textContent, one.href]));
  const faults = [];
  for (const [title, href] of links.slice(0, 3)) {
    const found = await search(page, title);
    if (!found.links.includes(href)) faults.push(`"${title}" does not find its page`);
  }
  return faults;
}

/** Excerpts are words of the page, cut at neither end within a word or a number. */
async function excerptFaults(page, site) {
  const faults = new Set();
  let count = 0;
  for (const figure of site.figures) {
    await search(page, figure.display[site.lang]);
    const [excerpts, texts] = await page.evaluate(() => [
      [...document.querySelectorAll('.found-title ~ .found-in')].map((one) => one.textContent),
      window.shushuoSearch.pages.map((row) => row[2].replace(/([、。！-？])\s+/g, '$1').replace(/\s+/g, ' ')),
    ]);
    count += excerpts.length;
    for (const excerpt of excerpts) {
      const words = excerpt.replace(/^…|…$/g, '');
      const text = texts.find((one) => one.includes(words));
      const start = text?.indexOf(words);
      const isTorn = (at) => {
        const [before, behind] = [text.slice(0, at), text.slice(at)];
        const isNumber = /\d[.,:]?$/.test(before) && /^[.,:]?\s?(?:\d|hundred|thousand|[mb]illion)/.test(behind);
        return isNumber || (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(behind));
      };
      if (text === undefined || isTorn(start) || isTorn(start + words.length)) faults.add(`torn: "${excerpt}"`);
    }
  }
  if (count === 0) faults.add('no page is found with an excerpt');
  return [...faults];
}

/** The count is said, and it is right; figures stand before pages. */
async function countFaults(page) {
  const faults = [];
  const many = await search(page, '1');
  if (!many.status.includes(String(many.links.length)) && many.links.length < 50) {
    faults.push(`${many.links.length} results are told as "${many.status}"`);
  }
  const [figures, pages] = await page.locator('#found_').evaluate((one) => [one.dataset.figures, one.dataset.pages]);
  if (many.groups.some((group, place) => group !== [figures, pages][place])) {
    faults.push(`the groups are ${many.groups.join(', ')}`);
  }
  const none = await search(page, 'qqqqqqq');
  const words = await page.locator('#search_').getAttribute('data-none');
  if (none.links.length > 0 || none.status !== words) faults.push(`nothing is told as "${none.status}"`);
  return faults;
}

/** Enter follows the first result. */
async function followFaults(page, site) {
  const figure = site.headline[0];
  const { links } = await search(page, figure.display[site.lang]);
  await page.locator('#search_ input').press('Enter');
  await page.waitForURL(links[0]).catch(() => {});
  return page.url() === links[0] ? [] : [`Enter leads to ${page.url()}, not to ${links[0]}`];
}
