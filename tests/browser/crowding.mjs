// Where text and pictures stand. These functions run in the browser, so each stands alone.

/**
 * One line for each text that meets another text or a picture, that leaves its card, picture or
 * the window, that is cut off or has no size; and for each mark that leaves its drawing. Text is measured by
 * its ink, not by its line: a large numeral's line reaches into the next without touching it.
 */
export function crowding() {
  const pen = document.createElement('canvas').getContext('2d');
  const metrics = new Map();
  const width = document.documentElement.clientWidth;
  const faults = new Set();
  const short = (text) => `"${text.trim().replace(/\s+/g, ' ').slice(0, 24)}"`;
  const name = (element) => {
    const classes = element.getAttribute('class');
    return element.localName + (classes ? `.${classes.trim().split(/\s+/).join('.')}` : '');
  };

  const measured = (text, style) => {
    const key = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const known = metrics.get(key + text);
    if (known) return known;
    pen.font = key;
    const size = pen.measureText(text);
    metrics.set(key + text, size);
    return size;
  };
  /** Whether the element or one around it is there for the ear alone. */
  const isUnseen = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== 'none' || style.opacity === '0') return true;
    }
    return false;
  };
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const scrolls = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };

  const boxes = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !isShown(element) || isUnseen(element)) continue;
    // Words for the eye too must not be shrunk away where there is little room.
    if (getComputedStyle(element).fontSize === '0px') faults.add(`${short(node.data)} has no size`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = measured(node.data, getComputedStyle(element));
    const line = size.fontBoundingBoxAscent + size.fontBoundingBoxDescent;
    const rects = range.getClientRects();
    // A digit's ink begins behind its left edge; of several lines it is not known where.
    const indent = rects.length === 1 ? -size.actualBoundingBoxLeft : 0;
    for (const rect of rects) {
      if (rect.width < 1 || rect.bottom + scrollY <= 0) continue;
      const baseline = rect.top + (rect.height * size.fontBoundingBoxAscent) / line;
      boxes.push({
        element,
        // The gap between a Chinese character and a digit is kept where the line ends between them.
        spill: Math.min(3, 1 + Number.parseFloat(getComputedStyle(element).fontSize) / 8),
        what: short(node.data),
        left: rect.left + indent,
        right: rect.right,
        top: baseline - size.actualBoundingBoxAscent,
        bottom: baseline + size.actualBoundingBoxDescent,
      });
    }
  }
  for (const element of document.body.querySelectorAll('svg, img')) {
    const rect = element.getBoundingClientRect();
    if (!isShown(element) || isUnseen(element) || rect.width < 1 || rect.height < 1) continue;
    const { left, right, top, bottom } = rect;
    boxes.push({ element, what: name(element), left, right, top, bottom, spill: 1, isPicture: true });
  }

  boxes.sort((one, other) => one.top - other.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next += 1) {
      const other = boxes[next];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (across <= 1 || down <= 1) continue;
      if (one.element.contains(other.element) && one.isPicture) continue;
      if (other.element.contains(one.element) && other.isPicture) continue;
      faults.add(`${one.what} and ${other.what} overlap by ${Math.round(across)} × ${Math.round(down)} px`);
    }
  });

  for (const box of boxes) {
    const inside = scrolls(box.element);
    if (!inside && (box.left < -1 || box.right > width + 1)) faults.add(`${box.what} leaves the window`);
    for (const frame of [box.element.closest('.card, article'), box.element.closest('figure, table')]) {
      if (!frame || inside || (box.isPicture && frame === box.element)) continue;
      const rect = frame.getBoundingClientRect();
      const across = Math.max(rect.left - box.left, box.right - rect.right);
      const out = Math.max(across, rect.top - box.top, box.bottom - rect.bottom);
      if (across > box.spill || out > 3) faults.add(`${box.what} leaves ${name(frame)} by ${Math.ceil(out)} px`);
    }
  }

  for (const element of document.body.querySelectorAll('svg *')) {
    if (!(element instanceof SVGGraphicsElement) || element.localName === 'g' || !isShown(element)) continue;
    const rect = element.getBoundingClientRect();
    const frame = element.ownerSVGElement.getBoundingClientRect();
    const out = Math.max(frame.left - rect.left, rect.right - frame.right, frame.top - rect.top, rect.bottom - frame.bottom);
    if (out > 1) faults.add(`${name(element)} leaves its drawing by ${Math.ceil(out)} px`);
  }

  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || element.closest('svg') || isUnseen(element)) continue;
    const cut = Math.max(element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight);
    if (cut > 1 && element.clientWidth > 0) faults.add(`${name(element)} cuts off ${cut} px`);
  }
  return [...faults];
}

/** One line for each large number that stands on another line than its unit. */
export function tornNumerals() {
  const line = (element) => element.getClientRects()[0];
  return [...document.querySelectorAll('.numeral:not(.stacked)')].flatMap((numeral) => {
    const [digits, unit] = ['.digits', '.unit'].map((part) => numeral.querySelector(part));
    if (!digits || !unit || !numeral.checkVisibility()) return [];
    const together = line(unit).top < line(digits).bottom;
    return together ? [] : [`"${numeral.textContent.trim()}" is torn from its unit`];
  });
}

/** Opens or closes every place that opens. */
export function unfold(isOpen) {
  for (const element of document.querySelectorAll('details')) element.open = isOpen;
}

/** Sets a style over the page's own, in place of the last one so set; an empty one takes it away. */
export function overlay(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}
