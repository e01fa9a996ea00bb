
/** Search in ids, titles and texts: matches stand out, Enter goes from one to the next. */

const field = byId("~search");
const texts = statements.map((statement, n) => folded([names[n], statement.key, statement.title, statement.text].join("\n")));
let matches = [], match = -1;

/** Return text for comparing: without case, accents and kinds of quotation marks. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

function search() {
  const words = folded(field.value).split(/\s+/).filter(Boolean);
  const seen = new Set();
  matches = !words.length ? [] : shown.filter((n) => {
    const { key } = statements[n];
    if (claimOf.has(n) || seen.has(key) || !words.every((word) => texts[n].includes(word))) return false;
    return seen.add(key);
  }).map((n) => items.get(statements[n].key));
  match = -1;
  const found = new Set(matches.flat());
  for (const body of [picture, byId("~outline")]) body.classList.toggle("searching", words.length > 0);
  for (const face of faces) face.node.classList.toggle("found", face.numbers.some((n) => found.has(n)));
  sayFound(words.length > 0);
}

function sayFound(asked) {
  byId("~found").textContent = !asked ? "" : match < 0 ? `${matches.length} found` : `${match + 1} of ${matches.length}`;
}

/** Show the next match, or the one before. */
function nextMatch(step) {
  if (!matches.length) return;
  match = (match + step + matches.length) % matches.length;
  sayFound(true);
  reveal(matches[match]);
}

function reveal(numbers) {
  for (const face of faces) face.node.classList.toggle("here", face.numbers.some((n) => numbers.includes(n)));
  const home = homeOf(numbers);
  if (home) bring(home);
  unfoldTo(numbers);
}

field.addEventListener("input", search);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    nextMatch(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (matches[match]) openCard(matches[match]);
    else field.blur();
    field.value = "";
    search();
  }
});
