
/** Giving every part of the picture and of the outline the status that it has now. */

const picture = byId("~picture");
const spots = data.picture.spots;
const spotNodes = [], linkNodes = [], tagNodes = [], rowNodes = [];
for (const node of picture.querySelectorAll("[data-n]")) {
  spotNodes[node.dataset.n] = node;
  for (const row of node.querySelectorAll("[data-r]")) rowNodes.push({ node: row, spot: +node.dataset.n, row: +row.dataset.r });
}
for (const node of picture.querySelectorAll("[data-l]")) linkNodes[node.dataset.l] = node;
for (const node of picture.querySelectorAll("[data-t]")) tagNodes[node.dataset.t] = node;
const outlineButtons = [...document.querySelectorAll("#\\~outline [data-k]")];

const MARKS = Object.keys(GLYPHS);
/** Everything that shows a status: a card, a row, an entry of the outline. */
const faces = [];
const lettersOf = (node) => node.querySelector(":scope > .status");

spots.forEach((spot, n) => {
  if (!spot.own) return;
  const { rows = [] } = spot;
  faces.push({ node: spotNodes[n], numbers: spot.own, spot: n, card: true, shared: rows.length > 0 && !lettersOf(spotNodes[n]), rows });
});
for (const { node, spot, row } of rowNodes) faces.push({ node, numbers: spots[spot].rows[row], spot, row });
for (const node of outlineButtons) faces.push({ node, numbers: items.get(node.dataset.k), outline: true });

/** Paint the labels of a result, and say of what changed since another one what it was. */
function paint(result, before) {
  for (const face of faces) paintFace(face, result, before);
  const flows = data.picture.links.map((ways) => flowOf(ways, result));
  linkNodes.forEach((node, link) => setFlow(node, flows[link]));
  tagNodes.forEach((node, tag) => setFlow(node, Math.max(...data.picture.tags[tag].map((link) => flows[link]))));
  paintPoints(flows);
}

/** Let each point carry the most of the links to what is below it. */
function paintPoints(flows) {
  const below = new Map();
  const attacks = new Set(data.picture.attacks);
  data.picture.ends.forEach(([tail], link) => {
    if (!attacks.has(link)) below.set(tail, Math.max(below.get(tail) || 0, flows[link]));
  });
  spotNodes.forEach((node, n) => {
    if (!spots[n].own) setFlow(node, below.has(n) ? below.get(n) : LIVE);
  });
}

function setFlow(node, flow) {
  node.classList.remove(...FLOWS);
  node.classList.add(FLOWS[flow]);
}

function paintFace(face, result, before) {
  const { node, numbers } = face;
  const now = statusOf(numbers, result.labels);
  const was = before ? statusOf(numbers, before.labels) : now;
  node.classList.remove(...MARKS);
  node.classList.add(face.shared ? sharedMark(face.rows, result.labels) : now.mark);
  node.classList.toggle("changed", now.brief !== was.brief);
  const letters = lettersOf(node);
  if (letters && !face.shared) letters.textContent = face.row === undefined && !face.outline ? now.brief : face.outline ? `${GLYPHS[now.mark]} ${now.word}` : GLYPHS[now.mark];
  if (face.card) fitName(face, now.brief);
  if (face.outline) remark(node, now, was);
  else if (!face.shared) flag(face, now, was);
  label(face, now, was);
}

/** Return the mark of a card of several rows: if any of them holds, it does. */
function sharedMark(rows, labels) {
  const marks = rows.map((row) => statusOf(row, labels).mark);
  return ["in", "mixed", "open", "bare", "out"].find((mark) => marks.includes(mark));
}

/** Shorten the id on the first line of a card where the status needs the room. */
function fitName(face, brief) {
  const kinds = face.node.querySelectorAll(":scope > .kind");
  const letters = lettersOf(face.node);
  if (kinds.length < 2 || !letters) return;
  const name = kinds[1];
  face.name = face.name || name.textContent;
  const room = letters.getAttribute("x") - (data.picture.widths[brief] || brief.length * 4) - name.getAttribute("x") - 5;
  const fits = Math.floor(room / 4.15);
  name.textContent = face.name.length > fits ? `${face.name.slice(0, Math.max(fits - 1, 0))}…` : face.name;
}

/** Say on a card or a row what it was, in a word. */
function flag({ node, row }, now, was) {
  const old = node.querySelector(":scope > .was");
  if (old) old.remove();
  const letters = lettersOf(node);
  if (now.brief === was.brief || !letters) return;
  const text = letters.cloneNode();
  text.setAttribute("class", "was");
  if (row === undefined) text.setAttribute("y", letters.getAttribute("y") - 12);
  else text.setAttribute("x", letters.getAttribute("x") - 14);
  text.textContent = `was ${row === undefined ? was.brief : GLYPHS[was.mark]}`;
  node.append(text);
}

/** Say in the outline what something was. */
function remark(node, now, was) {
  const old = node.querySelector(".was");
  if (old) old.remove();
  if (now.brief !== was.brief) node.append(make("span", { class: "was" }, ` was ${GLYPHS[was.mark]} ${was.word}`));
}

/** Give what can be pressed a name for those who hear it. */
function label(face, now, was) {
  if (face.outline) return;
  const { kind } = statements[face.numbers[0]];
  const what = face.shared ? `${face.rows.length} statements` : `${kind} ${addressOf(face.numbers)}, ${headingOf(face.numbers[0])}: ${now.word}`;
  face.node.setAttribute("aria-label", what + (now.brief === was.brief ? "" : `, was ${was.word}`));
}

/** Make cards and rows something that can be reached and pressed, in the order in which they are read. */
for (const { node, shared } of faces.filter((face) => !face.outline)) {
  if (shared) node.setAttribute("role", "group");
  else {
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "0");
  }
}
