// What is read inside one open page. These functions run in the browser, so each stands alone.

/** Every reference of the page, as written and as the browser resolves it. */
export function references() {
  const attributes = ['href', 'xlink:href', 'src', 'poster', 'data', 'action'];
  const found = [];
  const add = (element, raw) => {
    let url = null;
    try {
      url = new URL(raw, document.baseURI).href;
    } catch {
      // Stays null: not an address at all.
    }
    found.push({
      element: element.localName,
      rel: element.getAttribute('rel') ?? '',
      hreflang: element.getAttribute('hreflang'),
      raw,
      url,
    });
  };
  for (const element of document.querySelectorAll('*')) {
    if (element.localName === 'base') continue;
    for (const name of attributes) {
      if (element.hasAttribute(name)) add(element, element.getAttribute(name));
    }
    for (const candidate of (element.getAttribute('srcset') ?? '').split(',')) {
      if (candidate.trim()) add(element, candidate.trim().split(/\s+/)[0]);
    }
  }
  return found;
}

/** The names that a `#fragment` can lead to. */
export function anchors() {
  const named = document.querySelectorAll('[id], a[name]');
  return [...named].map((element) => element.id || element.getAttribute('name'));
}

/** The content as a reader sees it: visible text without controls, and how many things there are. */
export function content() {
  const controls = document.querySelectorAll('button, form, dialog, [role="search"], noscript');
  for (const control of controls) control.style.setProperty('display', 'none', 'important');
  const lines = document.body.innerText.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  for (const control of controls) control.style.removeProperty('display');
  const counted = ['article', '.card', '[data-figure]', 'figure', 'svg', 'table', 'img'];
  const counts = counted.map((what) => [what, document.querySelectorAll(`body ${what}`).length]);
  return { lines: lines.filter(Boolean), counts: Object.fromEntries(counts) };
}

/** How far the page is wider than the window, and the first thing that sticks out. */
export function sideways() {
  const root = document.documentElement;
  const extra = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  if (extra <= 0) return null;
  const sticksOut = (element) => element.getBoundingClientRect().right > root.clientWidth + 1;
  const first = [...document.body.querySelectorAll('*')].find(sticksOut);
  const classes = first?.getAttribute('class');
  return { extra, element: first ? first.localName + (classes ? `.${classes}` : '') : 'unknown' };
}

/** Whether any style sheet with rules is in force. */
export function isStyled() {
  return [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0);
}

/** Runs axe-core, which must be in the page already: one line for each violation. */
export async function accessibility() {
  const { violations } = await globalThis.axe.run(document, {
    resultTypes: ['violations'],
    // WCAG 2.2, which axe leaves to be asked for.
    rules: { 'target-size': { enabled: true } },
  });
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' '));
    const more = nodes.length > 3 ? ` and ${nodes.length - 3} more` : '';
    return `${id}: ${help} (${where.join(', ')}${more})`;
  });
}
