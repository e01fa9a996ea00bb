
/** What if: statements that the reader accepts, rejects, leaves open or takes away, and what comes of it. */

const DOINGS = { drop: ["Take away", "taken away"], accept: ["Accept", "accepted"], reject: ["Reject", "rejected"], open: ["Leave open", "left open"] };
const changeBar = byId("changes");

/** Return the buttons by which something can be changed. */
function whatIfButtons(numbers) {
  const [done, ...others] = new Set(numbers.map((n) => place.changes.get(n)));
  const buttons = Object.entries(DOINGS).map(([doing, [word]]) => {
    const is = doing === done && !others.length;
    return make("button", { "aria-pressed": String(is), click: () => change(numbers, is ? null : doing) }, word);
  });
  if (done || others.length) buttons.push(make("button", { click: () => change(numbers, null) }, "Undo"));
  return [make("div", { class: "doings" }, ...buttons)];
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
    make("a", { href: `#${encode(addressOf(numbers))}`, click: (event) => follow(event, numbers) }, addressOf(numbers)), ` ${DOINGS[changes.get(numbers[0])][1]} `,
    make("button", { "aria-label": `Undo ${addressOf(numbers)}`, click: () => change(numbers, null) }, "×")));
  changeBar.replaceChildren(make("strong", {}, "What if"), ...chips, ...gone.map((address) => make("span", { class: "pill" }, `without ${address}`)),
    make("strong", {}, changes.size ? outcome() : ""), changes.size ? make("button", { class: "reset", click: () => go({ changes: new Map() }) }, "Reset") : "");
}

/** Return which claims fell or rose, and how much else changed. */
function outcome() {
  const [claims, others] = changedBetween(base, now);
  const rank = (n, { labels }) => [1, 2, 0][labels[n]];
  const told = (word, found) => (found.length ? `${word}: ${listed(found.map((n) => `${names[n]} (${wordOf(n, now.labels)})`))}` : "");
  const fell = claims.filter((n) => rank(n, now) < rank(n, base)), rose = claims.filter((n) => !fell.includes(n));
  return [told("Falls", fell), told("Rises", rose), othersChanged(others)].filter(Boolean).join("; ") || "Nothing else changes";
}

const othersChanged = (others) => (others.length ? `${counted(others.length, "other statement")} ${others.length > 1 ? "change" : "changes"}` : "");

/** Return the claims and the other statements that stand otherwise in two results; what was asked for is left out. */
function changedBetween(one, other) {
  const found = statements.map((_, n) => n).filter((n) => wordOf(n, one.labels) !== wordOf(n, other.labels) && !place.changes.has(n) && !claimOf.has(n) && !absenceOf(n));
  return [found.filter((n) => madeOutOf.has(n)), found.filter((n) => !madeOutOf.has(n))];
}

/** Say aloud what is different from before. */
function announce(before) {
  const [claims, others] = changedBetween(before, now);
  const said = grouped(claims, (n) => wordOf(n, now.labels)).map((group) => `${counted(group.length, "claim")} now ${wordOf(group[0], now.labels)}`);
  byId("said").textContent = `${listed([...said, othersChanged(others)].filter(Boolean)) || "Nothing changes"}.`;
}
