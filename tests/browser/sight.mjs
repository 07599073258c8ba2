// What can be told apart. These functions run in the browser, so each stands alone.

/**
 * One line for each text whose contrast with what is behind it is below `least`, and for each mark
 * of a drawing below 3:1. The unfilled rest of a shape carries no data and may be fainter.
 */
export function contrast(least) {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const over = (front, back) => {
    const share = front[3] / 255;
    return [0, 1, 2].map((at) => front[at] * share + back[at] * (1 - share));
  };
  const backdrop = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 255) break;
    }
    const page = rgba(matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff');
    return layers.reverse().reduce((back, front) => over(front, back), page);
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const faults = new Set();
  const judge = (element, colour, needed, what) => {
    const back = backdrop(element);
    const found = ratio(over(rgba(colour), back), back);
    if (found < needed) faults.add(`${what} has ${found.toFixed(2)}:1, not ${needed}:1`);
  };

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest('script, style')) continue;
    const style = getComputedStyle(element);
    const colour = element.closest('svg') ? style.fill : style.color;
    judge(element, colour, least, `"${node.data.trim().slice(0, 24)}"`);
  }
  for (const mark of document.body.querySelectorAll('svg *')) {
    if (!(mark instanceof SVGGeometryElement) || !mark.checkVisibility()) continue;
    const classes = mark.getAttribute('class') ?? '';
    if (/\b(rest|track)\b/.test(classes)) continue;
    const style = getComputedStyle(mark);
    const colour = style.fill === 'none' ? style.stroke : style.fill;
    if (colour !== 'none') judge(mark.ownerSVGElement, colour, 3, `a mark (${mark.localName}.${classes})`);
  }
  return [...faults];
}

/** One line for each thing that moves longer than `most` milliseconds, or by itself. */
export function motion(most) {
  const milliseconds = (text) =>
    Math.max(...text.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000)));
  const faults = new Set();
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const lasts = milliseconds(style.transitionDuration);
    if (lasts > most) faults.add(`${element.localName} changes for ${lasts} ms, not ${most} ms`);
    if (style.animationName !== 'none') faults.add(`${element.localName} moves by itself`);
    if (most === 0 && style.scrollBehavior === 'smooth') faults.add(`${element.localName} scrolls smoothly`);
  }
  return [...faults];
}

/** One line for each run of text in the other language that does not say so by its `lang`. */
export function unmarkedRuns() {
  const han = /[\u3400-\u9fff\uf900-\ufaff]+/;
  // Names and abbreviations in Latin letters are part of Chinese text; phrases are not.
  const phrase = /[A-Za-z]{2,}(?: [a-z]{2,}){2,}/;
  const faults = new Set();
  const words = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const element = node.parentElement;
    if (element.closest('script, style, code')) continue;
    const lang = element.closest('[lang]')?.lang ?? '';
    const run = (lang.startsWith('zh') ? phrase : han).exec(node.data);
    if (run) faults.add(`"${run[0].slice(0, 24)}" stands in lang="${lang}"`);
  }
  return [...faults];
}

/**
 * One line for each card that the paper's edge would cut, with the page in print style. Columns of
 * a page's height break as pages do: a box in two of them is split.
 */
export function splitCards(height) {
  const { width } = document.documentElement.getBoundingClientRect();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `body { width: ${width}px !important; height: ${height}px !important; columns: auto ${width}px !important;
      column-gap: 0 !important; column-fill: auto !important; min-height: 0 !important }`,
  );
  document.adoptedStyleSheets = [sheet];
  const faults = [...document.querySelectorAll('.card')].flatMap((card) => {
    const parts = [...card.getClientRects()].filter((rect) => rect.height > 0.5);
    // One that is taller than the paper has to be split somewhere.
    const needed = parts.reduce((sum, part) => sum + part.height, 0);
    return parts.length > 1 && needed < height ? [`#${card.id} is split into ${parts.length}`] : [];
  });
  document.adoptedStyleSheets = [];
  return faults;
}

/** One line for each quote that paper would not show. */
export function foldedQuotes() {
  const isShown = (quote) => {
    const { width, height } = quote.getBoundingClientRect();
    return width > 0 && height > 0 && quote.checkVisibility({ contentVisibilityAuto: true });
  };
  return [...document.querySelectorAll('details blockquote')]
    .filter((quote) => !isShown(quote))
    .map((quote) => `"${quote.textContent.trim().slice(0, 24)}" stays folded`);
}

/** How far things moved after they were first drawn: the sum of the page's layout shifts. */
export async function shifts() {
  const entries = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  await new Promise((later) => setTimeout(later, 50));
  observer.disconnect();
  const first = entries.flatMap((entry) => entry.sources ?? [])[0]?.node;
  const moved = first?.parentElement?.closest('[class]')?.getAttribute('class') ?? first?.nodeName;
  return { sum: entries.reduce((sum, entry) => sum + entry.value, 0), moved };
}
