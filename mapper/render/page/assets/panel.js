
/** The panel: everything there is to say of what was chosen. */

const panel = byId("panel");
let opener = null;

/** Show statements in the panel, or close it if there are none. */
function fillPanel(numbers, fresh) {
  panel.hidden = !numbers.length;
  if (panel.hidden) return;
  const before = fresh ? 0 : panel.scrollTop;
  const { kind, title, text } = statements[numbers[0]];
  panel.replaceChildren(
    make("div", { class: "top" }, make("p", { class: kind }, kind, " ", make("code", {}, addressOf(numbers))),
      make("button", { class: "close", "aria-label": "Close", click: closePanel }, "×")),
    make("h2", {}, headingOf(numbers[0])), standing(numbers), title && text ? make("p", { class: "text" }, text) : "",
    part("Why", whyLines(numbers)), part("What if it were", whatIfButtons(numbers)), ...stepsParts(numbers),
    part("On the record", factsOf(numbers)), part("Ruled", ruledLines(numbers)),
    make("button", { class: "to-map", click: () => setView("map") }, "Show on the map"));
  panel.scrollTop = before;
  if (fresh) panel.focus({ preventScroll: true });
}

function closePanel() {
  go({ open: [] });
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

/** Return a part of the panel, unless there is nothing in it. */
const part = (title, content) => (content.length ? make("section", {}, make("h3", {}, title), ...content) : "");
const list = (rows) => (rows.length ? [make("ul", {}, ...rows.map((row) => make("li", {}, ...row)))] : []);
const small = (text) => (text ? make("small", {}, text) : "");

function standing(numbers) {
  const is = statusOf(numbers, now.labels), was = statusOf(numbers, base.labels);
  return make("p", { class: `standing ${is.mark}` }, make("strong", {}, `${GLYPHS[is.mark]} ${is.word}`), is.brief === was.brief ? "" : make("span", { class: "was" }, `was ${GLYPHS[was.mark]} ${was.word}`));
}

/** Return why: once where it is the same for every claim, otherwise claim by claim. */
function whyLines(numbers) {
  const alike = grouped(numbers, (n) => `${wordOf(n, now.labels)}: ${reasonFor(n)}`);
  const lines = alike.map((group) => make("p", {},
    ...(alike.length > 1 ? group.flatMap((n) => [reference([n], statements[n].claim), " "]) : []), ...linked(reasonFor(group[0]))));
  const absent = numbers.map(absenceOf).find(Boolean);
  if (absent) lines.push(make("p", {}, `${capital(words.absent)}: ${absent}.`));
  return lines;
}

/** Return a link to statements, with their mark. */
function reference(numbers, text) {
  const { mark, word } = statusOf(numbers, now.labels);
  const found = link(numbers, make("span", { title: word }, GLYPHS[mark]), make("span", { class: "aside" }, ` ${word}`), " ",
    make("b", {}, text || headingOf(numbers[0])), text ? "" : make("code", {}, ` ${addressOf(numbers)}`));
  found.className = "ref";
  return found;
}

const link = (numbers, ...content) => make("a", { href: `#${encode(addressOf(numbers))}`, title: addressOf(numbers), click: (event) => follow(event, numbers) }, ...content);

function follow(event, numbers) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openCard(numbers);
}

/** Return steps of statements, those together that say the same for several claims. */
function stepsOf(numbers, relation) {
  const keys = (list) => list.map((n) => statements[n].key).join("+");
  return grouped([...new Set(numbers.flatMap((n) => relation[n]))],
    (step) => [isPro(step), keys(premises[step]), keys(undercutters[step]), statements[conclusion(step)].key].join(" "));
}

/** Return links to what stands in a list of several steps that say the same. */
const refs = (steps, list) => list[steps[0]].map((_, at) => reference([...new Set(steps.map((step) => list[step][at]))]));

function stepsParts(numbers) {
  const supporting = stepsOf(numbers.map((n) => madeOutOf.get(n) ?? n), pro);
  const target = (steps) => reference([...new Set(steps.map(conclusion))].map((n) => claimOf.get(n) ?? n));
  const attackers = [
    ...stepsOf(numbers, con).map(premisesLine),
    ...stepsOf(numbers, pro).flatMap((steps) => refs(steps, undercutters).map((ref, at) => [ref, small(attackOn(steps[0], undercutters[steps[0]][at]))])),
    ...[...new Set(numbers.flatMap((n) => rivals[n]))].map((other) => [reference([other]), small("rival position")]),
  ];
  const above = [
    ...stepsOf(numbers, uses).map((steps) => [target(steps), small(isPro(steps[0]) ? "supports it" : "speaks against it")]),
    ...stepsOf(numbers, cuts).map((steps) => [target(steps), small(attackOn(steps[0], numbers[0]))]),
  ];
  return [
    part("Supported by", list(supporting.filter(([step]) => premises[step].length).map(premisesLine))),
    part("Attacked by", list(attackers)), part("Bears on", list(above)),
  ];
}

const attackOn = (step, n) => words.attacks[statements[n].kind] || (claimOf.has(premises[step][0]) ? "undercuts it" : `undercuts the step from ${sourcesOf(step)}`);

function premisesLine(steps) {
  const { weight, together, warrant } = data.steps[steps[0]];
  const flow = Math.max(...steps.map((step) => now.flow(step)));
  const notes = [together, words.carries[flow], weight && `weight ${weight}`].filter(Boolean);
  return [...refs(steps, premises), small(notes.join(" · ")), small(warrant)];
}

/** Return what the case says of where it comes from and how it was answered. */
function factsOf([n]) {
  const rows = (statements[n].facts || []).flatMap(([term, text, more, href]) => [make("dt", {}, term),
    make("dd", {}, href ? make("a", { href, rel: "noopener noreferrer", target: "_blank" }, text) : text, small(more))]);
  return rows.length ? [make("dl", {}, ...rows)] : [];
}

/** Return what courts ruled on it, by scenario. */
function ruledLines(numbers) {
  const own = new Set([addressOf(numbers), ...numbers.map((n) => names[n])]);
  return list(data.rulings.filter(([address]) => own.has(address)).map(([address, word, by, more]) => [make("b", {}, word), ` – ${by}`, small(`${address}: ${more}`)]));
}
