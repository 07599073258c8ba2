// The way through a page by the Tab key, as a reader without a mouse goes it.

/** One line for each control that Tab does not reach, or that does not show that it has the focus. */
export async function walkByKeyboard(page) {
  const wanted = await page.evaluate(controls);
  const faults = new Set();
  const reached = new Set();
  // What scrolls is a stop of its own, in some browsers.
  for (let press = 0; press < wanted.length + 9 && reached.size < wanted.length; press += 1) {
    await page.keyboard.press('Tab');
    const { at, problems } = await page.evaluate(focused);
    if (at >= 0) reached.add(at);
    for (const problem of problems) faults.add(problem);
  }
  for (const [at, what] of wanted.entries()) if (!reached.has(at)) faults.add(`Tab does not reach ${what}`);
  for (const fault of await unfoldsByKeyboard(page)) faults.add(fault);
  return [...faults];
}

/** Enter on a summary opens it. */
async function unfoldsByKeyboard(page) {
  const summary = page.locator('details:not([open]) > summary').first();
  if ((await summary.count()) === 0) return [];
  await summary.focus();
  await page.keyboard.press('Enter');
  const isOpen = await page.evaluate(() => document.activeElement.parentElement.open);
  return isOpen ? [] : ['Enter does not open what is folded'];
}

/** Marks every control with its place in the order; returns their names. */
function controls() {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const usable = [...all].filter((element) => {
    // Of a group of choices, Tab reaches the one that is made.
    if (element.type === 'radio' && !element.checked) return false;
    const isShown = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    // Of choices that exclude each other Tab reaches the chosen one; the arrows reach the others.
    const isReached = element.type !== 'radio' || element.checked;
    return isShown && isReached && !element.disabled && element.tabIndex >= 0;
  });
  return usable.map((element, at) => {
    element.dataset.focusOrder = at;
    return `${element.localName} "${(element.innerText || element.ariaLabel || '').trim().slice(0, 30)}"`;
  });
}

/** The control that has the focus: its place in the order, and what is wrong with how it shows. */
async function focused() {
  await new Promise((drawn) => requestAnimationFrame(drawn));
  const element = document.activeElement;
  const at = Number(element.dataset.focusOrder ?? -1);
  if (at < 0) return { at, problems: [] };
  const what = `${element.localName} "${(element.innerText || '').trim().slice(0, 30)}"`;
  const problems = [];

  const style = getComputedStyle(element);
  const isRinged = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  if (!isRinged) problems.push(`${what} has the focus but no ring`);

  const rects = [...element.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const inWindow = rects.some((rect) => rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth);
  if (!inWindow) problems.push(`${what} has the focus outside the window`);
  const rect = rects[0];
  const hit = rect && document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
  if (inWindow && hit && !element.contains(hit) && !hit.contains(element)) {
    problems.push(`${what} has the focus beneath ${hit.localName}.${hit.className}`);
  }

  // Inside a box that scrolls, a ring drawn outside of its control would be cut.
  const reach = Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset);
  for (let around = element.parentElement; rect && around !== document.body; around = around.parentElement) {
    if (!around || getComputedStyle(around).overflowX === 'visible') continue;
    const frame = around.getBoundingClientRect();
    const cut = Math.max(frame.left - rect.left, frame.top - rect.top) + reach;
    if (cut > 1 && rect.left >= frame.left) problems.push(`${what} has a ring that .${around.className} cuts`);
  }
  return { at, problems };
}
