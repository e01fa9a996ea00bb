
/** Filters by kind, party and status: what does not fit steps back, and the layout stays. */

const FILTERS = {
  kind: { of: (n) => [statements[n].kind], said: (value) => value },
  party: { of: (n) => statements[n].by || ["nobody"], said: (value) => value },
  status: { of: (n) => [markOf(n, now.labels)], said: (value) => MARK_WORDS[value] },
};
const MARK_WORDS = { in: "holds", open: "open", out: "fails", bare: "no support" };
const off = { kind: new Set(), party: new Set(), status: new Set() };
const shown = statements.map((_, n) => n).filter((n) => faces.some((face) => face.numbers.includes(n)));

function buildFilters() {
  for (const [name, filter] of Object.entries(FILTERS)) {
    const counts = new Map(name === "status" ? ["in", "open", "out", "bare"].map((mark) => [mark, 0]) : []);
    for (const n of shown) for (const value of filter.of(n)) counts.set(value, (counts.get(value) || 0) + 1);
    const legend = byId(`~by-${name}`).firstElementChild;
    byId(`~by-${name}`).replaceChildren(legend, ...[...counts].map(([value, count]) => choice(name, filter, value, count)));
  }
}

function choice(name, filter, value, count) {
  const box = make("input", { type: "checkbox", change: () => {
    off[name][box.checked ? "delete" : "add"](value);
    applyFilters();
  } });
  box.checked = !off[name].has(value);
  const sign = name === "kind" ? make("i", { class: `swatch ${value}` }) : name === "status" ? make("i", { class: `swatch element ${value}` }, GLYPHS[value]) : "";
  return make("label", {}, box, sign, ` ${filter.said(value)} `, make("small", {}, String(count)));
}

/** Return whether a statement fits: each filter lets some value of it through. */
const fits = (n) => Object.entries(FILTERS).every(([name, { of }]) => of(n).some((value) => !off[name].has(value)));

function applyFilters() {
  const active = Object.values(off).some((set) => set.size);
  for (const face of faces) face.node.classList.toggle("filtered", active && !face.numbers.some(fits));
  byId("~filter").classList.toggle("active", active);
  byId("~clear").disabled = !active;
}

byId("~clear").addEventListener("click", () => {
  for (const set of Object.values(off)) set.clear();
  buildFilters();
  applyFilters();
});

/** The sheet closes when the reader goes on elsewhere. */
document.addEventListener("pointerdown", (event) => {
  const sheet = byId("~filter");
  if (sheet.open && !sheet.contains(event.target)) sheet.open = false;
});
