
/** Putting it together: showing a place, keys, themes, and the beginning. */

let base, now;

/** Show a place: labels first, then the words about them, then the card that is open. */
function show(next) {
  const before = place, labelled = now;
  place = next;
  if (!now || contextOf(before) !== contextOf(next)) relabel(labelled);
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
  fillHeadline();
  byId("scenario").value = scenario || "";
  byId("stage").value = stage;
  fillBar();
  orderEntries();
  countBoxes();
  applyFilters();
  if (before) byId("said").textContent = `${outcome(before)}.`;
  document.dispatchEvent(new Event("relabelled"));
}

/** Say what stands; if that is long it is cut, with a button for the rest. */
function fillHeadline() {
  const head = byId("headline"), more = byId("more");
  head.replaceChildren(...headline());
  more.hidden = more.ariaExpanded !== "true" && head.scrollHeight <= head.clientHeight + 1;
}
on(window, "resize", fillHeadline);

function openCard(numbers, from) {
  opener = from || document.activeElement;
  go({ open: numbers });
}

const openNode = (node) => openCard(cards.find((card) => card.node === node).numbers, node);

on(picture, "click", ({ target }) => {
  const node = target.closest("[role=button]");
  if (dragged) return;
  if (node) openNode(node);
  else if (!target.closest(".card, .chip") && place.open.length) go({ open: [] });
});
on("scenario", "change", ({ target }) => {
  const scenario = target.value || null;
  go({ scenario, stage: ownStage(scenario) });
});
on("stage", "change", ({ target }) => go({ stage: target.value }));

const help = byId("help");
const toggleHelp = () => (help.open ? help.close() : help.showModal());
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
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
  if (node && (key === "Enter" || key === " ")) openNode(node);
  else if (ARROWS[key] && node) step(node, ...ARROWS[key]);
  else if (ARROWS[key] && frame.offsetWidth && !panel.contains(target) && !outline.contains(target)) pan(...ARROWS[key].map((way) => -PAN * way), true);
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
show(location.hash ? placeFrom(location.hash) : place);
setView(PHONE.matches ? "outline" : "map");
remember("replaceState", location.hash);
