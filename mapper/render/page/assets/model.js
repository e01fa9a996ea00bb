
/** The case as the page knows it: statements, steps between them, and what a label is called. */

const byId = (id) => document.getElementById(`~${id}`);
const on = (what, event, react, options) => (what.addEventListener ? what : byId(what)).addEventListener(event, react, options);
const data = JSON.parse(byId("data").textContent);
const { names, premises, undercutters, sides, issues } = data.compiled;
const evaluator = makeEvaluator(data.compiled);
const statements = data.statements;
const LIVE = 2, OPEN = 1, DEAD = 0, IN = 1, OUT = 2;
const FLOWS = ["dead", "open", "live"];
const { words } = data;
const GLYPHS = words.glyphs;

const numberOf = new Map(names.map((name, n) => [name, n]));
const madeOutOf = new Map(data.compiled.madeOut);
const claimOf = new Map(data.compiled.madeOut.map(([claim, made]) => [made, claim]));

/** Steps for, against, from and undercut by each statement. */
const pro = names.map(() => []), con = names.map(() => []), uses = names.map(() => []), cuts = names.map(() => []);
const rivals = names.map(() => []);
/** The statements of each item: one, or those that differ only in the claim that they are judged for. */
const items = new Map();

statements.forEach((statement, n) => {
  statement.key = statement.key || names[n];
  if (!items.has(statement.key)) items.set(statement.key, []);
  items.get(statement.key).push(n);
});
sides.forEach((side, step) => {
  (side % 2 ? con : pro)[side >> 1].push(step);
  for (const premise of premises[step]) uses[premise].push(step);
  for (const cutter of undercutters[step]) cuts[cutter].push(step);
});
for (const positions of issues) {
  for (const one of positions) rivals[one] = positions.filter((other) => other !== one);
}

const conclusion = (step) => sides[step] >> 1;
const isPro = (step) => sides[step] % 2 === 0;
const headingOf = (n) => (claimOf.has(n) ? `${headingOf(claimOf.get(n))} made out` : statements[n].title || statements[n].text || names[n]);
const titleOf = (n) => (claimOf.has(n) ? headingOf(n) : statements[n].title || names[n]);

/** Return the statements that an address names: one, or all of an item; none if there is no such thing. */
function resolve(address) {
  if (numberOf.has(address)) return [numberOf.get(address)];
  if (items.has(address)) return items.get(address);
  const step = data.compiled.steps.indexOf(address);
  return step < 0 ? [] : [conclusion(step)];
}

/** Return the address of statements: of the item if they are all that it has. */
function addressOf(numbers) {
  const key = statements[numbers[0]].key;
  return numbers.length > 1 || items.get(key).length === 1 ? key : names[numbers[0]];
}

/** Return how statements stand under some labels: a mark for all, and the word that goes with it. */
function statusOf(numbers, labels) {
  const marks = numbers.map((n) => markOf(n, labels));
  if (marks.some((mark) => mark !== marks[0])) {
    const counts = Object.keys(GLYPHS).filter((mark) => marks.includes(mark));
    const parts = counts.map((mark) => `${GLYPHS[mark]} ${marks.filter((other) => other === mark).length}`);
    return { mark: "mixed", word: words.mixed, brief: `${parts.join(" · ")} of ${marks.length}` };
  }
  const word = wordOf(numbers[0], labels);
  return { mark: marks[0], word, brief: `${GLYPHS[marks[0]]} ${word}` };
}

function markOf(n, labels) {
  if (labels[n] !== OUT) return labels[n] === IN ? "in" : "open";
  return statements[n].kind === "element" && !pro[n].length ? "bare" : "out";
}

function wordOf(n, labels) {
  if (markOf(n, labels) === "bare") return words.bare;
  const made = madeOutOf.get(n);
  if (made !== undefined && labels[n] === OUT && labels[made] !== OUT) return words.barred;
  return words.statuses[statements[n].kind][labels[n]];
}

/** Return what some ways of carrying something carry: the most of any way, of each way the least of its groups. */
function flowOf(ways, result) {
  const ofGroup = ([areSteps, ...members]) => Math.max(...members.map(
    (member) => (areSteps ? result.flow(member) : [OPEN, LIVE, DEAD][result.labels[member]])));
  return Math.max(...ways.map((way) => Math.min(LIVE, ...way.map(ofGroup))));
}

/** Return an element with attributes and content; texts are texts, whatever they hold. */
function make(tag, attributes, ...content) {
  const found = document.createElement(tag);
  if (tag === "button") found.type = tag;
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "click") on(found, name, value);
    else found.setAttribute(name, value);
  }
  found.append(...content.filter(Boolean));
  return found;
}

const series = (list) => list.flatMap((one, at) => [at ? (at < list.length - 1 ? ", " : " and ") : "", one]);
const listed = (list) => series(list).join("");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Return things in groups of those that have the same key. */
function grouped(things, keyOf) {
  const groups = new Map();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) || []), thing]);
  return [...groups.values()];
}

/** Return why a claim is not in play in the scenario, if it is not. */
const absenceOf = (n) => (data.scenarios[scenarioNumber(place.scenario)].absent || {})[names[n]];
