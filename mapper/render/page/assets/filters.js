
/** Filters by kind, party and status: what does not fit steps back, and the layout stays. */

const filterSheet = byId("filter");
const boxes = [...filterSheet.querySelectorAll("input")];
const shown = statements.map((_, n) => n).filter((n) => faces.some((face) => face.numbers.includes(n)));
const FILTERS = {
  kind: (n) => [statements[n].kind],
  party: (n) => statements[n].by || [""],
  status: (n) => [markOf(n, now.labels)],
};

/** Say behind each box how much it is about. */
function countBoxes() {
  for (const { name, value, parentElement } of boxes) {
    parentElement.lastElementChild.textContent = shown.filter((n) => !claimOf.has(n) && FILTERS[name](n).includes(value)).length;
  }
}

function applyFilters() {
  const off = boxes.filter((box) => !box.checked);
  const fits = (n) => Object.keys(FILTERS).every((name) => FILTERS[name](n).some((value) => !off.some((box) => box.name === name && box.value === value)));
  for (const { node, numbers } of faces) node.classList.toggle("filtered", off.length > 0 && !numbers.some(fits));
  filterSheet.classList.toggle("active", off.length > 0);
}

on(filterSheet, "change", applyFilters);
on("clear", "click", () => {
  boxes.forEach((box) => { box.checked = true; });
  applyFilters();
});

/** The sheet closes when the reader goes on elsewhere. */
on(document, "pointerdown", ({ target }) => {
  if (!filterSheet.contains(target)) filterSheet.open = false;
});
