
/** Putting it together: showing a place, keys, themes, and the beginning. */

let base = evaluator.label({ scenario: place.scenario, stage: place.stage }, {});
let now = base;

/** Show a place: labels first, then the words about them, then the card that is open. */
function show(next) {
  const before = place, labelled = now;
  place = next;
  const same = before.scenario === next.scenario && before.stage === next.stage && String([...before.changes]) === String([...next.changes]);
  if (!same || next === beginning) relabel(labelled, next !== beginning);
  const moved = String(next.open) !== String(before.open) || next === beginning;
  fillPanel(next.open, { fresh: moved && next.open.length > 0 });
  light(next.open);
  if (!moved || !next.open.length) return;
  unfoldTo(next.open);
  const home = homeOf(next.open);
  if (home) requestAnimationFrame(() => bring(home));
}

function relabel(before, aloud) {
  const context = { scenario: place.scenario, stage: place.stage };
  base = evaluator.label(context, {});
  now = place.changes.size ? evaluator.label(context, asked(place.changes)) : base;
  paint(now, base);
  byId("~headline").replaceChildren(...headline());
  byId("~scenario").value = place.scenario || "";
  byId("~stage").value = place.stage;
  fillBar();
  buildFilters();
  applyFilters();
  if (aloud) announce(before);
}

/** Return what stands: in Python's words, or claim by claim where the reader has changed something. */
function headline() {
  if (!place.changes.size) {
    const stage = data.stages.findIndex(([name]) => name === place.stage);
    return emphasised(data.texts[data.contexts[scenarioNumber(place.scenario)][stage][0]]);
  }
  const words = new Map();
  for (const [claim] of data.compiled.madeOut) {
    const word = wordOf(claim, now.labels);
    words.set(word, [...(words.get(word) || []), names[claim]]);
  }
  return [[...words].map(([word, claims]) => `${word[0].toUpperCase()}${word.slice(1)}: ${listed(claims)}.`).join(" ")];
}

function openCard(numbers, from) {
  opener = from || document.activeElement;
  go({ open: numbers });
  if (!panel.hidden) panel.focus({ preventScroll: true });
}

/** Return the statements that a part of the picture is about. */
function aboutNode(node) {
  const face = faces.find((one) => one.node === node);
  return face && !face.shared ? face.numbers : null;
}

picture.addEventListener("click", (event) => {
  if (dragged) return;
  const node = event.target.closest("[role=button]");
  if (node) openCard(aboutNode(node), node);
  else if (!event.target.closest(".card, .chip") && place.open.length) go({ open: [] });
});
frame.addEventListener("dblclick", (event) => {
  const { left, top } = frame.getBoundingClientRect();
  if (!event.target.closest("[role=button]")) zoom(2, event.clientX - left, event.clientY - top, true);
});

byId("~scenario").addEventListener("change", (event) => {
  const scenario = event.target.value || null;
  go({ scenario, stage: data.compiled.scenarios[scenarioNumber(scenario)].stage });
});
byId("~stage").addEventListener("change", (event) => go({ stage: event.target.value }));

/** Go along the links from a card: right to what supports it, left to what it bears on, up and down beside it. */
function walk(node, key) {
  const [n] = aboutNode(node);
  const towards = { ArrowRight: pro[n].concat(con[n]).flatMap((step) => [...premises[step], ...undercutters[step]]), ArrowLeft: uses[n].concat(cuts[n]).map(conclusion) }[key];
  const seen = new Set();
  const skip = (list) => list.flatMap((one) => (claimOf.has(one) && !seen.has(one) ? seen.add(one) && skip(key === "ArrowRight" ? pro[one].flatMap((step) => premises[step]) : [claimOf.get(one)]) : [one]));
  const home = towards ? skip(towards).map((one) => homeOf([one])).find((one) => one && one !== node) : neighbour(node, key === "ArrowDown" ? 1 : -1);
  if (home) home.focus({ preventScroll: true });
  return Boolean(home);
}

function neighbour(node, step) {
  const all = [...picture.querySelectorAll("[role=button]")];
  return all[all.indexOf(node) + step];
}

const ARROWS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const DO = {
  "/": () => field.focus(), "+": () => zoom(STEP, undefined, undefined, true), "=": () => zoom(STEP, undefined, undefined, true),
  "-": () => zoom(1 / STEP, undefined, undefined, true), 0: () => fit(), "?": () => toggleHelp(), o: () => setView(document.body.dataset.view === "map" ? "outline" : "map"),
};

function toggleHelp() {
  const help = byId("~help");
  if (help.open) help.close();
  else help.showModal();
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape" && !byId("~help").open) {
    if (byId("~filter").open) byId("~filter").open = false;
    else if (place.open.length) closePanel();
    return;
  }
  if (target.matches("input, select, textarea")) return;
  const card = target.closest("#\\~picture [role=button]");
  if (card && (key === "Enter" || key === " ")) openCard(aboutNode(card), card);
  else if (card && ARROWS[key]) walk(card, key);
  else if (ARROWS[key] && document.body.dataset.view === "map" && !panel.contains(target) && !outline.contains(target)) pan(ARROWS[key][0] * PAN, ARROWS[key][1] * PAN, true);
  else if (DO[key]) DO[key]();
  else return;
  event.preventDefault();
});
byId("~keys").addEventListener("click", toggleHelp);
byId("~close-help").addEventListener("click", toggleHelp);

/** Light or dark as the system has it, until the reader says otherwise. */
const DARK = matchMedia("(prefers-color-scheme: dark)");
function setTheme(dark) {
  document.documentElement.classList.toggle("dark", dark);
  byId("~theme").textContent = dark ? "Light" : "Dark";
}
DARK.addEventListener("change", () => setTheme(DARK.matches));
byId("~theme").addEventListener("click", () => setTheme(!document.documentElement.classList.contains("dark")));

setTheme(DARK.matches);
document.body.classList.add("live");
setView(matchMedia("(max-width: 700px)").matches ? "outline" : "map");
begin();
show(beginning);
if (location.hash) show(placeFrom(location.hash, beginning));
history.replaceState(savedPlace(place), "");
