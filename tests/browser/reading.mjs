// What a screen reader is given: the browser's accessibility tree, held against the cards.

/** One line for each card that is not one article, named by a sentence, read in the order of its rank. */
export async function readAloud(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const cards = await page.evaluate(cardsOfPage);
    return judge(nodes, cards);
  } finally {
    await session.detach();
  }
}

/** The words that each card shows. */
function cardsOfPage() {
  const words = (element) => element?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  return [...document.querySelectorAll('.card')].map((card) => ({
    id: card.id,
    label: words(card.querySelector('.card-label')),
    value: words(card.querySelector('.numeral')),
    facts: [...card.querySelectorAll('.card-body > .facts > *')].map(words),
    source: words(card.querySelector('.proof summary cite')),
  }));
}

function judge(nodes, cards) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const articles = nodes.filter((node) => !node.ignored && node.role?.value === 'article');
  const named = new Map(articles.map((node) => [folded(node.name?.value ?? ''), node]));
  const faults = nodes.filter(isMute).map((node) => `a ${node.role.value} has no name`);
  for (const card of cards) {
    const wanted = [card.label, card.value, ...card.facts, card.source].map(folded);
    const [sentence, article] = [...named].find(([name]) => wanted.every((part) => name.includes(part))) ?? [];
    if (!article) {
      faults.push(`#${card.id} is no article named by label, number, period, place and source`);
      continue;
    }
    if (!/[.。]$/.test(sentence)) faults.push(`#${card.id} is not named by a sentence`);
    faults.push(...disorder(card, spoken(article, byId)));
  }
  return faults;
}

/** Chinese and Latin beside each other may or may not be told apart by a space. */
function folded(text) {
  return text.replace(/[\s\u00a0]+/g, '');
}

/** What can be acted on but is not named, and pictures that are announced without words. */
function isMute(node) {
  const acts = ['link', 'button', 'textbox', 'searchbox', 'image', 'img', 'DisclosureTriangle'];
  return !node.ignored && acts.includes(node.role?.value) && !node.name?.value?.trim();
}

/** The names of headings, links, texts and cells inside a node, in reading order. */
function spoken(node, byId) {
  const read = [];
  const descend = (id) => {
    const inner = byId.get(id);
    if (!inner) return;
    const role = inner.role?.value;
    const name = folded(inner.name?.value ?? '');
    const isWhole = ['heading', 'link', 'DisclosureTriangle', 'StaticText'].includes(role);
    if (!inner.ignored && isWhole && name) read.push({ role, name });
    if (inner.ignored || !isWhole) (inner.childIds ?? []).forEach(descend);
  };
  (node.childIds ?? []).forEach(descend);
  return read;
}

/** Label, then the number with its unit in one breath, then all else, the source last. */
function disorder(card, read) {
  const [label, value, ...rest] = read;
  const faults = [];
  if (label?.role !== 'heading' || label.name !== folded(card.label)) {
    faults.push(`#${card.id} does not begin with its label`);
  }
  if (value?.name !== folded(card.value)) {
    faults.push(`#${card.id} reads "${value?.name}" behind its label, not "${card.value}"`);
  }
  if (!rest.some(({ name }) => name.includes(folded(card.source)))) {
    faults.push(`#${card.id} does not read its source`);
  }
  return faults;
}
