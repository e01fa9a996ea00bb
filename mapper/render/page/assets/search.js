
/** Search in ids, titles and texts: matches stand out, Enter goes from one to the next. */

const field = byId("search");
let matches = [], match = -1;

/** Return text for comparing: without case, accents and kinds of quotation marks. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
const searched = statements.map(({ key, title, text }, n) => folded([names[n], key, title, text].join("\n")));

function search() {
  const asked = folded(field.value).split(/\s+/).filter(Boolean);
  const found = asked.length ? shown.filter((n) => !claimOf.has(n) && asked.every((word) => searched[n].includes(word))) : [];
  matches = [...new Set(found.map((n) => statements[n].key))].map((key) => items.get(key));
  match = -1;
  document.body.classList.toggle("searching", asked.length > 0);
  for (const { node, numbers } of faces) node.classList.toggle("found", numbers.some((n) => found.includes(n)));
  sayFound();
}

function sayFound() {
  byId("found").textContent = !field.value.trim() ? "" : match < 0 ? `${matches.length} found` : `${match + 1} of ${matches.length}`;
}

/** Show the next match, or the one before. */
function nextMatch(step) {
  if (!matches.length) return;
  match = (match + step + matches.length) % matches.length;
  sayFound();
  for (const { node, numbers } of faces) node.classList.toggle("here", numbers.some((n) => matches[match].includes(n)));
  bring(homeOf(matches[match]));
  unfoldTo(matches[match]);
}

on(field, "input", search);
on(field, "keydown", (event) => {
  if (event.key === "Enter") nextMatch(event.shiftKey ? -1 : 1);
  if (event.key !== "Escape") return;
  event.stopPropagation();
  const here = matches[match];
  field.value = "";
  search();
  field.blur();
  if (here) openCard(here);
});
