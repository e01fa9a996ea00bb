
/** Where the reader is: scenario, stage, what-if and the open card, kept in the address of the page. */

const LISTS = ["accept", "reject", "open", "drop"];
const numbersIn = (changes) => LISTS.map((list) => [list, [...changes].filter(([, done]) => done === list).map(([n]) => n)]);
const changesFrom = (lists) => new Map(LISTS.flatMap((list) => lists[list].map((n) => [n, list])));
const scenarioNumber = (name) => data.compiled.scenarios.findIndex((scenario) => scenario.name === name);

const beginning = { scenario: data.start.scenario, stage: data.start.stage, changes: changesFrom(data.start.changes), open: [] };
let place = beginning;

/** Return a place as the part of an address behind the number sign. */
function addressOfPlace({ scenario, stage, changes, open }) {
  const parts = [];
  const lists = Object.fromEntries(numbersIn(changes));
  const same = LISTS.every((list) => String(lists[list]) === String(data.start.changes[list]));
  if (scenario !== beginning.scenario || stage !== beginning.stage || !same) {
    const own = data.compiled.scenarios[scenarioNumber(scenario)].stage;
    parts.push(["scenario", scenario || ""]);
    if (stage !== own) parts.push(["stage", stage]);
    for (const list of LISTS) if (lists[list].length) parts.push([list, lists[list].map((n) => names[n]).join(",")]);
  }
  const id = open.length ? addressOf(open) : "";
  if (!parts.length) return id ? `#${encode(id)}` : "";
  if (id) parts.push(["id", id]);
  return `#${parts.map(([name, value]) => `${name}=${encode(value)}`).join("&")}`;
}

const encode = (text) => encodeURIComponent(text).replace(/%(3A|40|2C|2B)/g, decodeURIComponent);

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Return the place that an address names; a bare id leaves the rest as it is. */
function placeFrom(hash, now) {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return { ...now, open: resolve(decode(text)) };
  const given = new Map(text.split("&").map((part) => [part.split("=")[0], decode(part.slice(part.indexOf("=") + 1))]));
  const named = given.has("scenario") ? given.get("scenario") || null : now.scenario;
  const scenario = scenarioNumber(named) < 0 ? now.scenario : named;
  const own = data.compiled.scenarios[scenarioNumber(scenario)].stage;
  const stage = data.stages.some(([name]) => name === given.get("stage")) ? given.get("stage") : own;
  const numbers = (list) => (given.get(list) || "").split(",").flatMap(resolve);
  const changes = new Map(LISTS.flatMap((list) => numbers(list).map((n) => [n, list])));
  return { scenario, stage, changes, open: resolve(given.get("id") || "") };
}

/** Go to a place, and remember where the reader was. */
function go(change) {
  const next = { ...place, ...change };
  const address = addressOfPlace(next);
  if (address !== addressOfPlace(place)) history.pushState(savedPlace(next), "", address || location.pathname + location.search);
  show(next);
}

const savedPlace = ({ scenario, stage, changes, open }) => ({ scenario, stage, changes: [...changes], open });

addEventListener("popstate", (event) => {
  if (event.state) show({ ...event.state, changes: new Map(event.state.changes) });
  else {
    const next = placeFrom(location.hash, place);
    history.replaceState(savedPlace(next), "");
    show(next);
  }
});
