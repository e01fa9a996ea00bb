
/** Where the reader is: scenario, stage, what-if and the open card, kept in the address of the page. */

const { start } = data;
const LISTS = ["accept", "reject", "open", "drop"];
const listsOf = (changes) => Object.fromEntries(LISTS.map((list) => [list, [...changes.keys()].filter((n) => changes.get(n) === list)]));
const changesFrom = (numbers) => new Map(LISTS.flatMap((list) => numbers(list).map((n) => [n, list])));
const scenarioNumber = (name) => data.compiled.scenarios.findIndex((scenario) => scenario.name === name);
const ownStage = (name) => data.compiled.scenarios[scenarioNumber(name)].stage;

let place = { scenario: start.scenario, stage: start.stage, changes: changesFrom((list) => start.changes[list]), open: [] };
const beginning = place;
const contextOf = ({ scenario, stage, changes }) => `${scenario} ${stage} ${[...changes]}`;
const encode = (text) => encodeURIComponent(text).replace(/%(3A|40|2C|2B)/g, decodeURIComponent);

/** Return the address of the place: an id alone where the page stands as it began. */
function addressOfPlace({ scenario, stage, changes, open }) {
  const context = [["scenario", scenario || ""]];
  if (stage !== ownStage(scenario)) context.push(["stage", stage]);
  for (const [list, numbers] of Object.entries(listsOf(changes))) if (numbers.length) context.push([list, numbers.map((n) => names[n]).join()]);
  const id = open.length ? addressOf(open) : "";
  if (contextOf({ scenario, stage, changes }) === contextOf(beginning)) return `#${encode(id)}`;
  return `#${[...context, ["id", id]].filter(([name, value]) => value || name === "scenario").map(([name, value]) => `${name}=${encode(value)}`).join("&")}`;
}

/** Return the place that an address names; a bare id leaves the rest as it is. */
function placeFrom(hash) {
  const text = hash.slice(1).replaceAll("+", "%2B"), whole = text.includes("=");
  const given = new URLSearchParams(whole ? text : `id=${text}`), told = (name) => given.get(name) || "";
  const open = resolve(told("id"));
  if (!whole) return { ...place, open };
  const named = given.has("scenario") ? told("scenario") || null : place.scenario;
  const scenario = scenarioNumber(named) < 0 ? place.scenario : named;
  const stage = data.stages.includes(told("stage")) ? told("stage") : ownStage(scenario);
  return { scenario, stage, changes: changesFrom((list) => told(list).split(",").flatMap(resolve)), open };
}

/** Go to a place, and remember where the reader was. */
function go(change) {
  const next = { ...place, ...change };
  const address = addressOfPlace(next);
  const moved = address !== addressOfPlace(place);
  show(next);
  if (moved) remember("pushState", address);
}

const remember = (how, address) => history[how]({ ...place, changes: [...place.changes] }, "", address || "#");

on(window, "popstate", ({ state }) => {
  show(state ? { ...state, changes: new Map(state.changes) } : placeFrom(location.hash));
  if (!state) remember("replaceState", location.hash);
});
