
/** What if: statements that the reader accepts, rejects, leaves open or takes away, and what comes of it. */

const DOINGS = { drop: "Take away", accept: "Accept", reject: "Reject", open: "Leave open" };
const DONE = { drop: "taken away", accept: "accepted", reject: "rejected", open: "left open" };
const bar = byId("~changes");

/** Return the part of the panel in which something can be changed. */
function whatIfPart(numbers) {
  const done = doneWith(numbers);
  const buttons = Object.entries(DOINGS).map(([doing, word]) => make("button", {
    type: "button", "aria-pressed": String(done === doing), click: () => change(numbers, done === doing ? null : doing),
  }, word));
  if (done) buttons.push(make("button", { type: "button", class: "undo", click: () => change(numbers, null) }, "Undo"));
  return part("What if", make("div", { class: "doings" }, ...buttons));
}

const doneWith = (numbers) => {
  const done = numbers.map((n) => place.changes.get(n));
  return done.every((one) => one === done[0]) ? done[0] : undefined;
};

/** Do something with statements, or undo what was done. */
function change(numbers, doing) {
  const changes = new Map(place.changes);
  for (const n of numbers) {
    changes.delete(n);
    if (doing) changes.set(n, doing);
  }
  go({ changes });
}

/** Return the changes as the evaluator takes them. */
const asked = (changes) => Object.fromEntries(numbersIn(changes));

/** Show what was changed and what came of it. */
function fillBar() {
  const { changes } = place;
  bar.hidden = !changes.size && !data.start.without.length;
  if (bar.hidden) return;
  const chips = itemsIn(changes).map(([numbers, doing]) => make("span", { class: "chip" },
    make("a", { href: `#${encode(addressOf(numbers))}`, click: (event) => follow(event, numbers) }, addressOf(numbers)), ` ${DONE[doing]} `,
    make("button", { type: "button", "aria-label": `Undo ${addressOf(numbers)}`, click: () => change(numbers, null) }, "×")));
  const gone = data.start.without.map((address) => make("span", { class: "chip" }, `without ${address}`));
  bar.replaceChildren(make("strong", {}, "What if"), ...chips, ...gone, make("span", { class: "outcome" }, outcome()),
    changes.size ? make("button", { type: "button", class: "reset", click: () => go({ changes: new Map() }) }, "Reset") : "");
}

/** Return the changes with those of one item together. */
function itemsIn(changes) {
  const rows = [];
  const seen = new Set();
  for (const [n, doing] of changes) {
    const whole = items.get(statements[n].key);
    const numbers = whole.every((other) => changes.get(other) === doing) ? whole : [n];
    if (!seen.has(n)) rows.push([numbers, doing]);
    numbers.forEach((other) => seen.add(other));
  }
  return rows;
}

/** Return which claims fell or rose, and how much else changed. */
function outcome() {
  const [claims, others] = changedBetween(base, now);
  const rank = (n, labels) => [1, 2, 0][labels[n]];
  const fell = claims.filter((n) => rank(n, now.labels) < rank(n, base.labels)), rose = claims.filter((n) => !fell.includes(n));
  const told = (list, word) => (list.length ? `${word}: ${listed(list.map((n) => `${names[n]} (${wordOf(n, now.labels)})`))}` : "");
  const said = [told(fell, "falls"), told(rose, "rises")].filter(Boolean).join("; ");
  const rest = others.length ? `${said ? "; " : ""}${counted(others.length, "other statement")} ${others.length === 1 ? "changes" : "change"}` : "";
  return said + rest || "nothing else changes";
}

/** Return the claims and the other statements that stand otherwise in two results; what was asked for is left out. */
function changedBetween(one, other) {
  const differs = (n) => wordOf(n, one.labels) !== wordOf(n, other.labels) && !place.changes.has(n) && !claimOf.has(n);
  const found = statements.map((_, n) => n).filter(differs);
  return [found.filter((n) => madeOutOf.has(n)), found.filter((n) => !madeOutOf.has(n))];
}

/** Say aloud what is different from before. */
function announce(before) {
  const [claims, others] = changedBetween(before, now);
  const words = new Map();
  for (const n of claims) words.set(wordOf(n, now.labels), (words.get(wordOf(n, now.labels)) || 0) + 1);
  const said = [...words].map(([word, count]) => `${counted(count, "claim")} now ${word}`);
  if (others.length) said.push(`${counted(others.length, "other statement")} changed`);
  byId("~said").textContent = said.length ? `${listed(said)}.` : "Nothing changed.";
}
