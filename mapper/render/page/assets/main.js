
/** Putting it together: showing a place, keys, themes, and the beginning. */

let base, now;

/** Show a place: labels first, then the words about them, then the card that is open. */
function show(next) {
  const before = place, labelled = now;
  place = next;
  const context = ({ scenario, stage, changes }) => `${scenario} ${stage} ${[...changes]}`;
  if (!now || context(before) !== context(next)) relabel(labelled);
  const moved = String(next.open) !== String(before.open);
  fillPanel(next.open, moved);
  light(next.open);
  if (!moved || !next.open.length) return;
  unfoldTo(next.open);
  requestAnimationFrame(() => bring(homeOf(next.open)));
}

function relabel(before) {
  answered = null;
  const { scenario, stage, changes } = place;
  base = evaluator.label({ scenario, stage }, {});
  now = changes.size ? evaluator.label({ scenario, stage }, listsOf(changes)) : base;
  paint(now, base);
  byId("headline").textContent = headline();
  byId("scenario").value = scenario || "";
  byId("stage").value = stage;
  fillBar();
  countBoxes();
  applyFilters();
  if (before) announce(before);
  document.dispatchEvent(new Event("relabelled"));
}

/** Return what stands: in Python's words, or claim by claim where the reader has changed something. */
function headline() {
  if (!place.changes.size) return wordsHere()[0];
  if (answered) return answered.headline;
  const groups = grouped([...madeOutOf.keys()].filter((claim) => !absenceOf(claim)), (claim) => wordOf(claim, now.labels));
  return groups.map((claims) => `${capital(wordOf(claims[0], now.labels))}: ${listed(claims.map((claim) => names[claim]))}.`).join(" ");
}

function openCard(numbers, from) {
  opener = from || document.activeElement;
  go({ open: numbers });
  panel.focus({ preventScroll: true });
}

const numbersAt = new Map(cards.map(({ node, numbers }) => [node, numbers]));

on(picture, "click", ({ target }) => {
  const node = target.closest("[role=button]");
  if (dragged) return;
  if (node) openCard(numbersAt.get(node), node);
  else if (!target.closest(".card, .chip") && place.open.length) go({ open: [] });
});
on("scenario", "change", ({ target }) => {
  const scenario = target.value || null;
  go({ scenario, stage: ownStage(scenario) });
});
on("stage", "change", ({ target }) => go({ stage: target.value }));

const help = byId("help");
const toggleHelp = () => (help.open ? help.close() : help.showModal());
const ARROWS = { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] };
const KEYS = {
  "/": () => field.focus(), "+": nearer, "=": nearer, "-": farther, 0: () => fit(), "?": toggleHelp,
  o: () => setView(document.body.dataset.view === "map" ? "outline" : "map"),
};

on(document, "keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape" && !help.open) {
    if (filterSheet.open) filterSheet.open = false;
    else if (place.open.length) closePanel();
  }
  if (key === "Escape" || target.matches("input, select")) return;
  const node = target.closest("svg [role=button]");
  if (node && (key === "Enter" || key === " ")) openCard(numbersAt.get(node), node);
  else if (ARROWS[key] && document.body.dataset.view === "map" && !panel.contains(target) && !outline.contains(target)) pan(...ARROWS[key], true);
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
});
on("keys", "click", toggleHelp);
on("close-help", "click", toggleHelp);

/** Light or dark as the system has it, until the reader says otherwise. */
const night = matchMedia("(prefers-color-scheme: dark)");
function setTheme(dark) {
  document.documentElement.classList.toggle("dark", dark);
  byId("theme").textContent = dark ? "Light" : "Dark";
}
on(night, "change", () => setTheme(night.matches));
on("theme", "click", () => setTheme(!document.documentElement.classList.contains("dark")));

setTheme(night.matches);
document.body.classList.add("live");
setView(PHONE.matches ? "outline" : "map");
begin();
show(place);
if (location.hash) show(placeFrom(location.hash));
remember("replaceState", location.hash);
