
/** The outline: folding, and going to an entry. */

const outline = byId("outline");

on(outline, "click", (event) => {
  const fold = event.target.closest(".fold");
  if (fold) fold.ariaExpanded = String(fold.ariaExpanded !== "true");
  const item = event.target.closest("[data-k]");
  if (item) openCard(items.get(item.dataset.k), item);
});


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
  if (fitted) fit(false);
  bring(homeOf(place.open));
}

const WIDE = matchMedia("(min-width: 1700px)");
on(WIDE, "change", () => setView(document.body.dataset.view));
for (const view of ["map", "outline"]) on(`to-${view}`, "click", () => setView(view));
