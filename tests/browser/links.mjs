// References held against the files and anchors of the site; nothing here needs the browser.

const POINTERS = /\b(canonical|alternate|author|license|me)\b/;

/** The site's file that an address means, with its fragment; null when it is not in the site. */
export function inSite(url, base) {
  const [address, fragment] = splitOnce(url, '#');
  const [bare] = splitOnce(address, '?');
  if (!bare.startsWith(base)) return null;
  return { file: decoded(bare.slice(base.length)), fragment: decoded(fragment ?? '') };
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is wrong with one reference, or null. `site` has the set `files` and the map `anchors`. */
export function fault(reference, base, site) {
  const { raw, url, element, rel } = reference;
  if (url === null) return `"${raw}" is not an address`;
  const { protocol } = new URL(url);
  if (protocol === 'javascript:') return `"${raw}" is a script`;
  const target = inSite(url, base);
  if (target) return missing(raw, target, site);
  if (['data:', 'mailto:', 'tel:'].includes(protocol)) return null;
  const isPointer = element === 'link' && POINTERS.test(rel);
  const isLink = element === 'a' || element === 'area';
  const isElsewhere = /^https?:$/.test(protocol) && new URL(url).host !== new URL(base).host;
  if ((isPointer || isLink) && isElsewhere) return null;
  return `"${raw}" leaves the site`;
}

function missing(raw, { file, fragment }, site) {
  // The site's own address may be named where no file could be: on the page for wrong addresses.
  const isHome = file === '' && site.files.has('');
  if (!isHome && (file === '' || file.endsWith('/'))) return `"${raw}" names a folder, not its index.html`;
  if (!site.files.has(file)) return `"${raw}" leads to ${file}, which is not there`;
  const [name] = splitOnce(fragment, ':~:');
  const anchors = site.anchors.get(file);
  if (!anchors || name === '' || name === 'top' || anchors.has(name)) return null;
  return `"${raw}" leads to #${name}, which ${file} does not have`;
}

/** What is wrong with the way to the other language, one line each. */
export function languageFaults(file, page, base) {
  const own = primary(page.lang);
  if (!own) return ['the page does not say its language'];
  const switches = page.references.filter(
    ({ element, hreflang, url }) =>
      element === 'a' && hreflang && primary(hreflang) !== own && url && inSite(url, base),
  );
  if (switches.length === 0) return ['no link with hreflang leads to the other language'];
  const wanted = counterpart(file, own);
  return switches
    .map(({ url }) => inSite(url, base).file)
    .filter((target) => target !== wanted)
    .map((target) => `the language switch leads to ${target}, not to ${wanted}`);
}

function primary(lang) {
  return (lang ?? '').split('-')[0].toLowerCase();
}

// One language stands at the root, the other in a folder that has its name.
function counterpart(file, own) {
  const inFolder = /^(?:en|zh)\/(.*)$/.exec(file);
  return inFolder ? inFolder[1] : `${own === 'zh' ? 'en' : 'zh'}/${file}`;
}

/** The pages that links lead to, from the home page on. */
export function reachable(pages, base) {
  const seen = new Set(['index.html']);
  for (const file of seen) {
    for (const { element, url } of pages.get(file)?.references ?? []) {
      const target = element === 'a' && url ? inSite(url, base) : null;
      if (target && pages.has(target.file)) seen.add(target.file);
    }
  }
  return seen;
}
