
/** Giving every part of the picture and of the outline the status that it has now. */

const picture = byId("picture");
const drawn = data.picture;

/** Return the parts of the picture with an attribute, by its value, which is their number. */
function partsBy(name) {
  const found = [];
  for (const node of picture.querySelectorAll(`[data-${name}]`)) found[node.dataset[name]] = node;
  return found;
}

const spotNodes = partsBy("n"), linkNodes = partsBy("l"), tagNodes = partsBy("t");
const outlineButtons = [...document.querySelectorAll("[data-k]")];
const MARKS = Object.keys(GLYPHS);
const attackLinks = new Set(drawn.attacks);
const lettersOf = (node) => node.querySelector(":scope > .status");
const SAYS = { card: ({ brief }) => brief, row: ({ mark }) => GLYPHS[mark], entry: ({ mark, word }) => `${GLYPHS[mark]} ${word}` };

/** Everything that shows a status: a card, a row of one, an entry of the outline. */
const faces = outlineButtons.map((node) => ({ node, numbers: items.get(node.dataset.k), form: "entry" }));
drawn.spots.forEach(({ own, rows = [] }, n) => {
  if (!own) return;
  const node = spotNodes[n];
  faces.push({ node, numbers: own, form: "card", rows: lettersOf(node) ? [] : rows });
  rows.forEach((numbers, row) => faces.push({ node: node.querySelector(`[data-r="${row}"]`), numbers, form: "row" }));
});
const cards = faces.filter(({ node }) => node.matches("[role=button]"));

/** Paint the labels of a result, and say of what changed since another one what it was. */
function paint(result, before) {
  for (const face of faces) paintFace(face, statusOf(face.numbers, result.labels), statusOf(face.numbers, before.labels), result);
  const flows = drawn.links.map((ways) => flowOf(ways, result));
  linkNodes.forEach((node, link) => setFlow(node, flows[link]));
  tagNodes.forEach((node, tag) => setFlow(node, Math.max(...drawn.tags[tag].map((link) => flows[link]))));
  const below = new Map();
  drawn.ends.forEach(([tail], link) => attackLinks.has(link) || below.set(tail, Math.max(below.get(tail) || 0, flows[link])));
  spotNodes.forEach((node, n) => drawn.spots[n].own || setFlow(node, below.get(n) ?? LIVE));
}

function setFlow(node, flow) {
  node.classList.remove(...FLOWS);
  node.classList.add(FLOWS[flow]);
}

function paintFace({ node, numbers, form, rows = [] }, now, was, { labels }) {
  node.classList.remove(...MARKS);
  const marks = rows.map((row) => statusOf(row, labels).mark);
  node.classList.add(rows.length ? ["in", "mixed", "open", "bare", "out"].find((mark) => marks.includes(mark)) : now.mark);
  const letters = lettersOf(node), flag = node.querySelector(":scope > .was"), changed = now.brief !== was.brief;
  if (flag) flag.remove();
  if (!letters) return;
  letters.textContent = SAYS[form](now);
  if (form === "card") fitName(node, letters, now.brief);
  const more = changed ? `was ${SAYS[form](was)}` : numbers.some(absenceOf) ? words.absent : "";
  if (form !== "entry") node.setAttribute("aria-label", `${node.dataset.a}: ${now.word}${more && `, ${more}`}`);
  if (!more) return;
  const text = letters.cloneNode();
  text.setAttribute("class", "was");
  if (form === "card") text.setAttribute("y", letters.getAttribute("y") - 12);
  if (form === "row") text.setAttribute("x", letters.getAttribute("x") - 14);
  text.textContent = ` ${more}`;
  node.append(text);
}

/** Shorten the id on the first line of a card where the status needs the room. */
function fitName(card, letters, brief) {
  const name = card.querySelectorAll(":scope > .kind")[1];
  if (!name) return;
  name.dataset.whole ??= name.textContent;
  const { whole } = name.dataset;
  const room = letters.getAttribute("x") - (drawn.widths[brief] || brief.length * 4) - name.getAttribute("x") - 5;
  const fits = Math.max(Math.floor(room / 4.15), 1);
  name.textContent = whole.length > fits ? `${whole.slice(0, fits - 1)}…` : whole;
}
