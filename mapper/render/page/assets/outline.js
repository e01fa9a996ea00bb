
/** The outline: folding, and going to an entry. */

const outline = byId("outline");

on(document, "click", ({ target }) => {
  const fold = target.closest("[aria-expanded]"), item = target.closest("[data-k]");
  if (fold) fold.ariaExpanded = String(fold.ariaExpanded !== "true");
  if (item) openCard(items.get(item.dataset.k), item);
});

/** Put claims that are not in play behind those that are. */
const tree = outline.querySelector(".tree"), entries = [...tree.children];
function orderEntries() {
  const rank = (entry) => {
    const [n] = items.get(entry.querySelector("[data-k]").dataset.k);
    return madeOutOf.has(n) ? Number(Boolean(absenceOf(n))) : 2;
  };
  tree.append(...entries.sort((a, b) => rank(a) - rank(b)));
}

/** Unfold the outline down to where statements are given in full. */
function unfoldTo(numbers) {
  const { key } = statements[numbers[0]];
  const entry = outlineButtons.find((button) => button.dataset.k === key && !button.classList.contains("again"));
  if (!entry) return;
  for (let at = entry.closest("ul").closest("li"); at; at = at.parentElement.closest("li")) {
    at.querySelector(".fold").ariaExpanded = "true";
  }
  if (outline.offsetWidth > 2) entry.scrollIntoView({ block: "nearest" });
}

/** Change between the map and the outline. Hidden from sight, the outline can still be read aloud. */
function setView(name) {
  document.body.dataset.view = name;
  for (const view of ["map", "outline"]) byId(`to-${view}`).ariaPressed = String(view === name);
  const aside = name === "map" && !WIDE.matches;
  for (const button of outline.querySelectorAll("button")) button.tabIndex = aside ? -1 : 0;
  if (name === "outline") return;
  begin();
  if (fitted) fit(false);
  bring(homeOf(place.open));
}

const WIDE = matchMedia("(min-width: 1700px)");
on(WIDE, "change", () => setView(document.body.dataset.view));
for (const view of ["map", "outline"]) on(`to-${view}`, "click", () => setView(view));
