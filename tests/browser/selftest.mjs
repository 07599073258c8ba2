// Proves that the inspection can fail: a sound site has no fault, and each way of breaking a page
// is told, for that page, and nothing else is.

import { launch } from './browser.mjs';
import { NOT_FOUND, STYLE, compare, faultsOf, files, page } from './fixture.mjs';
import { inspect } from './inspect.mjs';
import { inspectPublished } from './published.mjs';

/** Each unsound page: what is put into it, and the faults to be told, in any order. */
const BROKEN = {
  'console.html': [{ body: '<script>console.error("oh")</script>' }, ['served: console: oh', 'from the disk: console: oh']],
  'throws.html': [{ body: '<script>nothing()</script>' }, ['served: script error', 'from the disk: script error']],
  'picture.html': [
    { body: '<img alt="x" src="none.png">' },
    ['served: failed request', 'without script: failed request', 'from the disk: failed request', 'links: "none.png"'],
  ],
  'abroad.html': [
    { head: '<script src="https://cdn.example/x.js"></script>' },
    [
      ...['served', 'from the disk'].flatMap((way) => [
        `${way}: a request leaves the site`,
        `${way}: failed request`,
      ]),
      'links: "https://cdn.example/x.js" leaves the site',
    ],
  ],
  'wide.html': [{ body: '<p style="width:500px">x</p>' }, ['width: 156 px wider', 'width: 156 px wider']],
  'dead.html': [{ body: '<a href="gone.html">x</a>' }, ['links: "gone.html" leads to gone.html']],
  'anchor.html': [{ body: '<a href="index.html#gone">x</a>' }, ['links: "index.html#gone" leads to #gone']],
  'folder.html': [{ body: '<a href="./">x</a>' }, ['links: "./" names a folder']],
  'root.html': [{ body: '<a href="/index.html">x</a>' }, ['links: "/index.html" leaves the site']],
  'script-link.html': [{ body: '<a href="javascript:void(0)">x</a>' }, ['links: "javascript:void(0)" is a script']],
  'scripted.html': [
    { body: '<p id="p"></p><script>p.textContent = "late"; p.append(document.createElement("table"))</script>' },
    ['completeness: 1 table with script, 0 without', 'completeness: only with script: "late"'],
  ],
  'hidden.html': [
    { body: '<p id="p">early</p><script>p.hidden = true</script>' },
    ['completeness: only without script: "early"'],
  ],
  'pale.html': [
    { body: '<p style="color:#ccc;background:#fff">pale words</p>' },
    ['accessibility, light: color-contrast', 'accessibility, dark: color-contrast'],
  ],
  'small.html': [
    { body: '<button style="width:12px;height:12px;padding:0">x</button><button style="width:12px;height:12px;padding:0">y</button>' },
    ['accessibility, light: target-size', 'accessibility, dark: target-size'],
  ],
  'night.html': [
    { head: '<style>@media (prefers-color-scheme: dark) { p { color: #222 } }</style>', body: '<p>dark words</p>' },
    ['accessibility, dark: color-contrast'],
  ],
};

/** A site whose pages do not belong together as they should. */
function disordered() {
  const site = files({ 'one.html': [{}], 'two.html': [{}] });
  site['en/one.html'] = site['en/one.html'].replace('href="../one.html"', 'href="../two.html"');
  site['two.html'] = site['two.html'].replace('hreflang="en"', 'class="en"');
  site['alone.html'] = page('zh', 'index.html');
  site['404.html'] = page('zh', 'index.html');
  return [
    site,
    [
      'en/one.html: languages: the language switch leads to two.html, not to one.html',
      'two.html: languages: no link with hreflang',
      'alone.html: languages: the language switch leads to en/index.html, not to en/alone.html',
      'alone.html: reachable: no link',
      '404.html: served: failed request',
      '404.html: served: failed request',
      '404.html: served: no style sheet',
    ],
  ];
}

/** A site built for its public address, and its faults; `change` is put into the pages. */
function published(change) {
  const link = (path) => `<link rel="canonical" href="${BASE}${path}">`;
  const style = `<link rel="stylesheet" href="${change.style ?? `${BASE}site.css`}">`;
  return {
    'site.css': STYLE,
    'robots.txt': `Sitemap: ${BASE}sitemap.xml`,
    'sitemap.xml': `<urlset><url><loc>${BASE}${change.loc ?? ''}</loc></url></urlset>`,
    'index.html': page('zh', 'index.html', { head: link(change.canonical ?? 'index.html') }),
    '404.html': NOT_FOUND.replace('</head>', `${style}</head>`),
  };
}

const BASE = 'https://site.example/some/path/';
const browser = await launch();
const wrong = [];
const walk = (folder, tell) => inspect(browser, folder, tell);
const publish = (folder, tell) => inspectPublished(browser, folder, BASE, tell);
try {
  wrong.push(...compare([], await faultsOf(files({ 'sound.html': [{}] }), walk)));
  const expected = Object.entries(BROKEN).flatMap(([name, [, faults]]) =>
    faults.map((fault) => `${name}: ${fault}`),
  );
  wrong.push(...compare(expected, await faultsOf(files(BROKEN), walk)));
  const [site, faults] = disordered();
  wrong.push(...compare(faults, await faultsOf(site, walk)));
  wrong.push(...compare([], await faultsOf(published({}), publish)));
  const unpublished = published({ style: 'site.css', loc: 'gone.html', canonical: '' });
  delete unpublished['robots.txt'];
  unpublished['en/index.html'] = page('en', 'index.html');
  const untrue = [
    'sitemap.xml: addresses: https://site.example/some/path/gone.html is not there',
    'en/index.html: canonical: the page does not state its address',
    'site: files: robots.txt is missing',
    '404.html: published: failed request',
    '404.html: published: failed request',
    '404.html: published: "site.css" leads to no/such/site.css',
  ];
  wrong.push(...compare(untrue, await faultsOf(unpublished, publish)));
} finally {
  await browser.close();
}
for (const line of wrong) console.log(line);
console.log(wrong.length === 0 ? 'the inspection tells every fault' : `${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
