
/** The panel: everything there is to say of what was chosen. */

const panel = byId("~panel");
let opener = null;

/** Show statements in the panel, or close it if there are none. */
function fillPanel(numbers, { fresh }) {
  const before = fresh ? 0 : panel.scrollTop;
  panel.hidden = !numbers.length;
  document.body.classList.toggle("with-panel", numbers.length > 0);
  if (!numbers.length) return;
  const [first] = numbers;
  const statement = statements[first];
  panel.replaceChildren(
    make("div", { class: "top" },
      make("p", { class: `kind ${statement.kind}` }, statement.kind, " ", make("code", {}, addressOf(numbers))),
      make("button", { type: "button", class: "close", "aria-label": "Close", click: () => closePanel() }, "×")),
    make("h2", {}, headingOf(first)),
    statusLine(numbers),
    statement.title && statement.text ? make("p", { class: "text" }, statement.text) : "",
    whyPart(numbers), whatIfPart(numbers), ...stepsPart(numbers), factsPart(statement), rulingsPart(numbers), mapPart(numbers));
  panel.scrollTop = before;
  if (fresh) panel.focus({ preventScroll: true });
}

function closePanel() {
  go({ open: [] });
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

function statusLine(numbers) {
  const is = statusOf(numbers, now.labels), was = statusOf(numbers, base.labels);
  const word = make("p", { class: `standing ${is.mark}` }, make("strong", {}, `${GLYPHS[is.mark]} ${is.word}`));
  if (is.brief !== was.brief) word.append(make("span", { class: "was" }, `was ${GLYPHS[was.mark]} ${was.word}`));
  return word;
}

/** Why: once where it is the same for every claim, otherwise claim by claim. */
function whyPart(numbers) {
  const alike = new Map();
  for (const n of numbers) {
    const key = `${statusOf([n], now.labels).brief}: ${reasonFor(n)}`;
    alike.set(key, [...(alike.get(key) || []), n]);
  }
  const rows = [...alike.values()].map((group) => {
    const said = emphasised(reasonFor(group[0]));
    if (alike.size === 1) return make("p", { class: "why" }, ...said);
    const claims = group.flatMap((n) => [reference([n], { text: statements[n].claim || names[n] }), " "]);
    return make("p", { class: "why" }, ...claims, make("span", {}, ...said));
  });
  const several = numbers.length > 1 ? [make("p", { class: "note" }, `Judged for ${counted(numbers.length, "claim")}: ${listed(numbers.map((n) => statements[n].claim))}`)] : [];
  return part("Why", ...rows, ...several);
}

const part = (title, ...content) => (content.length ? make("section", {}, make("h3", {}, title), ...content) : "");

/** Return a link to statements, with their mark. */
function reference(numbers, { text = "" } = {}) {
  const { mark, word } = statusOf(numbers, now.labels);
  const named = text || (claimOf.has(numbers[0]) ? headingOf(numbers[0]) : addressOf(numbers));
  const heading = text || claimOf.has(numbers[0]) ? "" : ` ${statements[numbers[0]].title || ""}`;
  return make("a", { href: `#${encode(addressOf(numbers))}`, class: `ref ${mark}`, click: (event) => follow(event, numbers) },
    make("span", { class: "mark", title: word }, GLYPHS[mark]), make("span", { class: "aside" }, ` ${word} `), make("b", {}, named), heading);
}

function follow(event, numbers) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openCard(numbers);
}

/** Return steps together that say the same for several claims. */
function groupedSteps(steps) {
  const groups = new Map();
  for (const step of steps) {
    const keys = (list) => list.map((n) => statements[n].key).join("+");
    const key = `${isPro(step)} ${keys(premises[step])} / ${keys(undercutters[step])} / ${statements[conclusion(step)].key}`;
    groups.set(key, [...(groups.get(key) || []), step]);
  }
  return [...groups.values()];
}

/** Return the statements at one place of several steps that say the same. */
const across = (steps, list, place) => [...new Set(steps.map((step) => list[step][place]))];

function stepsPart(numbers) {
  const all = (relation) => groupedSteps([...new Set(numbers.flatMap((n) => relation[n]))]);
  const written = (group) => premises[group[0]].length || undercutters[group[0]].length;
  const others = [...new Set(numbers.flatMap((n) => rivals[n]))];
  const struck = all(pro).filter((group) => undercutters[group[0]].length);
  return [
    part("Supported by", ...list(all(pro).filter((group) => premises[group[0]].length).map(premisesLine))),
    part("Attacked by", ...list([
      ...all(con).filter(written).map(premisesLine),
      ...struck.flatMap(cutterLines),
      ...others.map((other) => [reference([other]), make("small", {}, "rival position")]),
    ])),
    part("Bears on", ...list([
      ...all(uses).map((group) => [targetOf(group), make("small", {}, isPro(group[0]) ? "supports it" : "speaks against it")]),
      ...all(cuts).map((group) => [targetOf(group), make("small", {}, `attacks the step from ${premises[group[0]].map(shortName).join(" + ") || "its source"}`)]),
    ])),
  ];
}

const list = (rows) => (rows.length ? [make("ul", { class: "steps" }, rows.map((row) => make("li", {}, ...row)))] : []);
const targetOf = (steps) => reference([...new Set(steps.map(conclusion))]);

function premisesLine(group) {
  const [step] = group;
  const known = data.steps[step];
  const between = known.either ? " or " : " + ";
  const links = premises[step].flatMap((_, at) => [at ? between : "", reference(across(group, premises, at))]);
  const flow = Math.max(...group.map((each) => now.flow(each)));
  const notes = [FLOW_WORDS[flow], known.weight && `weight ${known.weight}`, known.weighing].filter(Boolean).join(" · ");
  return [...links, make("small", {}, notes), known.warrant ? make("small", { class: "warrant" }, known.warrant) : ""];
}

const FLOW_WORDS = ["carries nothing", "undecided", "carries"];

function cutterLines(group) {
  const [step] = group;
  const from = premises[step].map(shortName).join(" + ") || "its source";
  return undercutters[step].map((_, at) => [
    reference(across(group, undercutters, at)),
    make("small", {}, names[premises[step][0]] === `${names[conclusion(step)]}.made-out` || data.compiled.steps[step].startsWith("elements:") ? "although every element is made out" : `attacks the step from ${from}`),
  ]);
}

/** What the case says of where it comes from and how it was answered. */
function factsPart(statement) {
  const { source = {}, quotes = [], responses = [], authority = [], by = [] } = statement;
  const named = [source.title, source.cite, source.date].filter(Boolean).join(" · ");
  const link = source.href ? make("a", { href: source.href, rel: "noopener noreferrer", target: "_blank" }, source.at) : source.at;
  const rows = [
    ["Said by", by.join(", ")], ["Nature", NATURES[statement.nature] || statement.nature], ["Date", statement.date],
    ["Source", source.at && [link, named ? make("small", {}, named) : ""]],
    ...quotes.map(([where, words]) => ["Quote", [make("q", {}, words), make("small", {}, where)]]),
    ...responses.map(([party, word]) => ["Answer", `${party}: ${word.replaceAll("-", " ")}`]),
    ...authority.map(([cite, says, confidence]) => ["Authority", [cite, make("small", {}, [says, confidence].filter(Boolean).join(" – "))]]),
    ["Condition", (statement.unmet || []).join("; ")], ["Question", statement.issue], ["Note", statement.note],
  ].filter(([, value]) => value && value.length);
  return part("On the record", make("dl", {}, rows.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)])));
}

const NATURES = { mixed: "law and fact", law: "question of law", conclusion: "conclusion, not fact" };

/** What courts ruled on it, by scenario. */
function rulingsPart(numbers) {
  const own = new Set([addressOf(numbers), ...numbers.map((n) => names[n])]);
  const rows = data.scenarios.flatMap(({ title, ruling }) => (ruling ? ruling.outcome : [])
    .filter(([address]) => own.has(address))
    .map(([address, word]) => [make("b", {}, word), ` ${ruling.court}${ruling.date ? `, ${ruling.date}` : ""}`,
      make("small", {}, [own.size > 1 ? address : "", title, ruling.disposition, ruling.confidence].filter(Boolean).join(" · "))]));
  return part("Ruled", ...list(rows));
}

function mapPart(numbers) {
  return homeOf(numbers) && document.body.dataset.view !== "map"
    ? make("button", { type: "button", click: () => { setView("map"); bring(homeOf(numbers)); } }, "Show on the map") : "";
}
