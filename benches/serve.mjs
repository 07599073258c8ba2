// From writing a file until its page's new bytes have come from `shushuo serve`:
// node benches/serve.mjs PROGRAM SITE [EDITS]. The site is one that the corpus example made.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const [program, site, count = '40'] = process.argv.slice(2);
const server = spawn(program, ['serve', '--site', site, '--port', '0', '--lang', 'en']);
const base = await new Promise((resolve) => {
  let told = '';
  server.stdout.on('data', (data) => {
    told += data;
    const found = /http:\S+/.exec(told);
    if (found) resolve(found[0]);
  });
});

/** The body of a page. */
const get = (target) => new Promise((resolve, reject) => {
  http.get(new URL(target, base), (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => resolve(Buffer.concat(parts).toString()));
  }).on('error', reject);
});

// The events, as an open page hears them.
let hear = () => {};
http.get(new URL('_shushuo/events', base), (answer) => {
  answer.on('data', (data) => { if (String(data).includes('data:')) hear(); });
});
await get('/');

/** How long each of a number of edits takes, in milliseconds. */
async function measure(file, page, edit, holds) {
  const place = path.join(site, file);
  const before = fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : null;
  const times = [];
  for (let round = 0; round < Number(count); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const told = new Promise((resolve) => { hear = resolve; });
    const text = edit(before, round);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    const started = process.hrtime.bigint();
    fs.writeFileSync(place, text);
    await told;
    const body = await get(page);
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
    if (!holds(body, round)) throw new Error(`${page} is not the new one (${round})`);
  }
  if (before === null) fs.rmSync(place);
  else fs.writeFileSync(place, before);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
  return `${at(0.5)} | ${at(0.1)} | ${at(0.9)}`;
}

const letters = (round) => [...String(round)].map((digit) => 'abcdefghij'[digit]).join('');
const sections = fs.readdirSync(path.join(site, 'content'), { recursive: true })
  .filter((name) => /^[^_].*\.en\.md$/.test(name) || /\/[^_/]*\.en\.md$/.test(name)).sort();
const section = sections[Math.floor(sections.length / 2)];
const page = `/en/${section.replace(/\.en\.md$/, '.html')}`;
const template = 'themes/default/templates/pages/section.html';
const own = fs.readFileSync(new URL(`../${template}`, import.meta.url), 'utf8');

console.log('| edit | median ms | fastest tenth | slowest tenth |\n|---|---:|---:|---:|');
console.log(`| a paragraph | ${await measure(
  `content/${section}`, page,
  (text, round) => `${text}\nEdited, ${letters(round)}.\n`,
  (body, round) => body.includes(`Edited, ${letters(round)}.`),
)} |`);
console.log(`| a label | ${await measure(
  `content/${section}`, page,
  (text, round) => text.replace('label: ', `label: ${letters(round)} `),
  (body, round) => body.includes(`${letters(round)} `),
)} |`);
console.log(`| a template | ${await measure(
  template, page,
  (_, round) => own.replace('<h1>', `<h1 data-round="${round}">`),
  (body, round) => body.includes(`data-round="${round}"`),
)} |`);
server.kill();
