
/** What if: statements that the reader accepts, rejects, leaves open or takes away, and what comes of it. */

const DOINGS = { accept: "accepted", reject: "rejected", open: "left open", drop: "taken away" };
const changeBar = byId("changes");

/** Return the buttons by which something can be changed. */
function whatIfButtons(numbers) {
  const [done, ...others] = new Set(numbers.map((n) => place.changes.get(n)));
  return [make("div", { class: "doings" }, ...Object.entries(DOINGS).map(([doing, word]) => {
    const is = doing === done && !others.length;
    return make("button", { "aria-pressed": String(is), click: () => change(numbers, is ? null : doing) }, word);
  }))];
}

/** Do something with statements, or undo what was done. */
function change(numbers, doing) {
  const changes = new Map(place.changes);
  for (const n of numbers) {
    changes.delete(n);
    if (doing) changes.set(n, doing);
  }
  go({ changes });
}

/** Show what was changed and what came of it. */
function fillBar() {
  const { changes } = place;
  const gone = data.start.without;
  changeBar.hidden = !changes.size && !gone.length;
  const chips = grouped([...changes.keys()], (n) => `${changes.get(n)} ${statements[n].key}`).map((numbers) => make("span", { class: "pill" },
    make("a", { href: `#${encode(addressOf(numbers))}`, click: (event) => follow(event, numbers) }, addressOf(numbers)), ` ${DOINGS[changes.get(numbers[0])]} `,
    make("button", { "aria-label": `Undo ${addressOf(numbers)}`, click: () => change(numbers, null) }, "×")));
  changeBar.replaceChildren(make("strong", {}, "What if"), ...chips, ...gone.map((address) => make("span", { class: "pill" }, `without ${address}`)),
    changes.size ? make("button", { click: () => go({ changes: new Map() }) }, "Reset") : "", make("strong", {}, changes.size ? outcome(base) : ""));
}

/** Return which claims fell or rose since another result, and how much else changed; what was asked for is left out. */
function outcome(before) {
  const changed = statements.map((_, n) => n).filter((n) => wordOf(n, before.labels) !== wordOf(n, now.labels) && !place.changes.has(n) && !claimOf.has(n) && !absenceOf(n));
  const rank = (n, { labels }) => [1, 2, 0][labels[n]];
  const claims = changed.filter((n) => madeOutOf.has(n)), others = changed.length - claims.length;
  const told = (word, found) => (found.length ? `${word}: ${listed(found.map((n) => `${titleOf(n)} (${wordOf(n, now.labels)})`))}` : "");
  const fell = claims.filter((n) => rank(n, now) < rank(n, before)), rose = claims.filter((n) => !fell.includes(n));
  const rest = others ? `${others} other ${others > 1 ? "statements change" : "statement changes"}` : "";
  return [told("Falls", fell), told("Rises", rose), rest].filter(Boolean).join("; ") || "Nothing else changes";
}
