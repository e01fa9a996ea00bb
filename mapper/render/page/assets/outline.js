
/** The outline: folding, and going to an entry. */

const outline = byId("~outline");

outline.addEventListener("click", (event) => {
  const fold = event.target.closest(".fold");
  if (fold) setFold(fold, fold.getAttribute("aria-expanded") !== "true");
  const item = event.target.closest("[data-k]");
  if (item) openCard(items.get(item.dataset.k), item);
});

const setFold = (fold, open) => fold.setAttribute("aria-expanded", String(open));

/** Unfold the outline down to where statements are given in full. */
function unfoldTo(numbers) {
  const { key } = statements[numbers[0]];
  const entry = outlineButtons.find((button) => button.dataset.k === key && !button.classList.contains("again"));
  if (!entry) return;
  for (let at = entry.closest("ul").closest("li"); at; at = at.parentElement.closest("li")) {
    const fold = at.querySelector(":scope > .line > .fold");
    if (fold) setFold(fold, true);
  }
  if (outline.offsetWidth > 2) entry.scrollIntoView({ block: "nearest" });
}

/** Change between the map and the outline. Hidden from sight, the outline can still be read aloud. */
function setView(name) {
  document.body.dataset.view = name;
  for (const view of ["map", "outline"]) byId(`~to-${view}`).setAttribute("aria-pressed", String(view === name));
  const aside = name === "map" && !WIDE.matches;
  for (const button of outline.querySelectorAll("button")) button.tabIndex = aside ? -1 : 0;
  if (name === "map" && fitted) fit(false);
}

const WIDE = matchMedia("(min-width: 1700px)");
WIDE.addEventListener("change", () => setView(document.body.dataset.view));
for (const view of ["map", "outline"]) byId(`~to-${view}`).addEventListener("click", () => setView(view));
