// Proves that the measuring can fail: a sound page with a card has no fault, and each way of
// spoiling it is told, for that page, and nothing else is.

import { launch } from './browser.mjs';
import { faultsOf, files } from './fixture.mjs';
import { measure } from './measure.mjs';

const SENTENCE = 'Label: 3 people, 2022. Source: Paper.';
const PAPER = `<style>.card { padding: 2px; border: 1px solid } figure { margin: 0; padding: 2px }
  @media print { .card { break-inside: avoid }
  details::details-content { display: block; content-visibility: visible } }</style>`;

/** A card; what is changed of it makes it an unsound one. */
function card({ label = 'Label', sentence = SENTENCE, rest = '' } = {}) {
  const name = sentence ? ` aria-label="${sentence}"` : '';
  return `${PAPER}<article class="card" id="c"${name}><h2 class="card-label">${label}</h2>
    <p class="numeral"><a href="index.html"><span class="digits">3</span><span class="unit"> people</span></a></p>
    <div class="card-body"><p class="facts"><span>2022</span></p>${rest}
    <details class="proof"><summary>Source <cite>Paper</cite></summary><blockquote>3</blockquote></details>
    </div></article>`;
}

const onPaper = (what) => [`places: ${what}`, `paper: ${what}`];
const BOX = 'position: relative; height: 3rem';
const LAID = 'position: absolute; top: 0; left: 0';

/** Each unsound page: its body, and the faults to be told, in any order. */
const BROKEN = {
  'meeting.html': [
    `<div style="${BOX}"><span style="${LAID}">first</span><span style="${LAID}">second</span></div>`,
    onPaper('"first" and "second" overlap'),
  ],
  'covering.html': [
    `<div style="${BOX}"><svg style="${LAID}" width="40" height="40" aria-hidden="true"></svg><span style="${LAID}">words</span></div>`,
    onPaper('svg and "words" overlap'),
  ],
  'leaving.html': [
    '<figure style="width: 60px; white-space: nowrap">长长长长长长长长</figure>',
    onPaper('"长长长长长长长长" leaves figure'),
  ],
  'far.html': [
    '<p style="position: absolute; right: -30px; width: 40px">far</p>',
    onPaper('"far" leaves the window'),
  ],
  'drawing.html': [
    '<svg width="40" height="40" aria-hidden="true"><rect class="rest" x="30" width="20" height="10"/></svg>',
    onPaper('rect.rest leaves its drawing by 10 px'),
  ],
  'cut.html': [
    '<p style="width: 30px; overflow: hidden; white-space: nowrap">cut off</p>',
    onPaper('p cuts off'),
  ],
  'sizeless.html': ['<p style="font-size: 0">gone</p>', onPaper('"gone" has no size')],
  'spaced.html': [
    '<figure style="width: 10em; white-space: nowrap; font: 16px monospace"><span lang="en">sixteen letters.</span></figure>',
    ['places: "sixteen letters." leaves figure'],
  ],
  'torn.html': [card().replace('</style>', '.unit { display: block }</style>'), ['places: "3 people" is torn']],
  'pale.html': [
    '<p style="color: #757575; background: #fff">pale</p>',
    ['contrast, light: "pale" has 4.61:1', 'contrast, dark: "pale" has 4.61:1', 'paper: "pale" has 4.61:1'],
  ],
  'faint.html': [
    '<div style="background: #fff"><svg width="9" height="9" aria-hidden="true"><rect class="own" width="9" height="9" fill="#ccc"/></svg></div>',
    ['contrast, light', 'contrast, dark', 'paper'].map((what) => `${what}: a mark (rect.own) has 1.61:1`)
      .concat('forced colours, light: a mark (rect.own) has 1.61:1'),
  ],
  'forced.html': [
    '<style>@media (forced-colors: active) { .f { forced-color-adjust: none; color: #777; background: #888 } }</style><p class="f">forced</p>',
    ['forced colours, light: "forced" has', 'forced colours, dark: "forced" has'],
  ],
  'slow.html': [
    '<p style="transition: margin 0.4s">slow</p>',
    ['reduced motion: p changes for 400 ms, not 0 ms', 'motion: p changes for 400 ms, not 150 ms'],
  ],
  'moving.html': [
    '<style>@keyframes k { to { margin: 0 } }</style><p style="animation: k 1s">moving</p>',
    ['reduced motion: p moves by itself', 'motion: p moves by itself'],
  ],
  'foreign.html': [
    '<p>These are english words.</p><p lang="en">中文</p>',
    ['runs of the other language: "These are english words" stands in lang="zh"', 'runs of the other language: "中文" stands in lang="en"'],
  ],
  'shifting.html': [
    '<p>early</p><script>addEventListener("load", () => setTimeout(() => document.body.insertAdjacentHTML("afterbegin", "<div style=\'height: 300px\'></div>"), 30))</script>',
    ['layout shift: at 360 px things move', 'layout shift: at 1440 px things move'],
  ],
  'split.html': [
    `<div style="height: 700px"></div>${card()}<style>@media print { .card { break-inside: auto !important; height: 400px } }</style>`,
    ['paper: #c is split into 2'],
  ],
  'folded.html': [
    card().replace('details::details-content', 'summary::details-content'),
    ['paper: "3" stays folded'],
  ],
  'ringless.html': [
    '<a href="index.html" style="outline: none">ringless</a>',
    ['keyboard: a "ringless" has the focus but no ring'],
  ],
  'beneath.html': [
    '<div style="position: fixed; inset: 0" class="above"></div>',
    ['keyboard: a "English" has the focus beneath div.above', 'keyboard: a "index.html" has the focus beneath div.above'],
  ],
  'trap.html': [
    '<input aria-label="first"><script>document.querySelector("input").onkeydown = (key) => key.preventDefault()</script><a href="index.html">behind</a>',
    ['keyboard: Tab does not reach a "behind"'],
  ],
  'shut.html': [
    `${card()}<script>document.querySelector("summary").onclick = (click) => click.preventDefault()</script>`,
    ['keyboard: Enter does not open'],
  ],
  'clipped.html': [
    '<div class="box" style="overflow: auto"><a href="index.html">edge</a></div>',
    ['keyboard: a "edge" has a ring that .box cuts'],
  ],
  'unnamed.html': [card({ sentence: '' }), ['read aloud: #c is no article named']],
  'phrase.html': [card({ sentence: SENTENCE.slice(0, -1) }), ['read aloud: #c is not named by a sentence']],
  'order.html': [
    card().replace(/(<h2.*<\/h2>)([^]*?<\/p>)/, '$2$1'),
    ['read aloud: #c does not begin with its label', 'read aloud: #c reads "Label" behind its label'],
  ],
  'mute.html': [
    '<a href="index.html"><svg width="20" height="20" aria-hidden="true"><rect width="20" height="20" fill="currentColor"/></svg></a>',
    ['read aloud: a link has no name'],
  ],
};

/** One line for each expected fault that was not told, and each told one that was not expected. */
function compare(expected, found) {
  const untold = expected.filter((start) => !found.some((line) => line.startsWith(start)));
  const more = found.filter((line) => !expected.some((start) => line.startsWith(start)));
  return [...untold.map((line) => `not told: ${line}`), ...more.map((line) => `not expected: ${line}`)];
}

const pages = Object.entries(BROKEN).map(([name, [body]]) => [name, [{ body }]]);
const expected = Object.entries(BROKEN).flatMap(([name, [, faults]]) => faults.map((fault) => `${name}: ${fault}`));
const browser = await launch();
const wrong = [];
const look = (folder, tell) => measure(browser, folder, tell);
try {
  wrong.push(...compare([], await faultsOf(files({ 'sound.html': [{ body: card() }] }), look)));
  wrong.push(...compare(expected, await faultsOf(files(Object.fromEntries(pages)), look)));
} finally {
  await browser.close();
}
for (const line of wrong) console.log(line);
console.log(wrong.length === 0 ? 'the measuring tells every fault' : `${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
