
/** Why a statement stands as it does: in Python's words, or plainly where the reader has changed something. */

/** What Python says of what the reader has changed, where it can be asked and has answered. */
let answered = null;

const wordsHere = () => data.contexts[scenarioNumber(place.scenario)][data.stages.indexOf(place.stage)];

/** Return Python's reason for a statement where nothing was changed, otherwise a plain account of the steps to it. */
function reasonFor(n) {
  const python = data.texts[wordsHere()[n]];
  if (!place.changes.size) return python;
  if (answered) return answered.reasons[n];
  const { given, pro: steps, con: against, rivals: others } = evaluator.reasons(now, n);
  if (given && given.by === "option") return `${words.set[given.assumption]}, as asked`;
  if (given && given.by === "rival") return `its rival ${given.reason} is accepted`;
  if (given || statements[n].unmet) return python;
  const open = others.filter((other) => now.labels[other] !== OUT).map(told);
  const found = [...steps.map((step) => stepWords(step, "supported")), ...against.filter(({ flow }) => flow).map((step) => stepWords(step, "opposed")), ...open];
  return [...new Set(found)].join("; ") || "nothing supports it";
}

/** Return a statement with what is to be said of it. */
function told(n) {
  const word = wordOf(n, now.labels);
  return `${shortName(n)} ${words.predicates[word] || word}`;
}

const shortName = (n) => (claimOf.has(n) ? `what ${names[claimOf.get(n)]} has to show` : names[n]);
const sourcesOf = (step) => premises[step].map(shortName).join(" + ") || "its source";

/** Return what a step does, in a clause. */
function stepWords({ step, flow, fails, open, cut, mayCut }, word) {
  if (flow === LIVE && claimOf.get(premises[step][0]) === conclusion(step)) return words.complete;
  if (flow === LIVE) return `${word} by ${sourcesOf(step)}`;
  const telling = flow === OPEN ? open ?? mayCut : cut ?? fails;
  if (telling === null) return `the step from ${sourcesOf(step)} has no weight`;
  return claimOf.has(telling) ? reasonFor(telling) : told(telling);
}

/** Return a text with links in place of the ids in it; a word of small letters alone may be no id. */
function linked(text) {
  return text.split(/([\p{L}\p{N}@._-]+[\p{L}\p{N}])/u).map((piece) => {
    const found = /[^a-z]/.test(piece) ? resolve(piece) : [];
    return found.length ? link(found, titleOf(found[0])) : piece;
  });
}

/** Return what stands and why not, in lines: what shares its status and the reason together, what is not in play last. */
function headline() {
  const absent = data.claims.filter(absenceOf), present = data.claims.filter((n) => !absenceOf(n));
  const line = (word, claims, ...more) => make("p", {}, make("b", {}, `${capital(word)}: `), ...series(claims.map((n) => link([n], titleOf(n)))), ...more, ".");
  const rank = (n) => words.order.indexOf(wordOf(n, now.labels));
  const reason = (n) => (rank(n) < words.fine ? "" : reasonFor(n));
  const key = (n) => `${rank(n)} ${reason(n)}`;
  const groups = grouped(present.length ? present : absent, key).sort(([a], [b]) => (key(a) < key(b) ? -1 : 1));
  const lines = groups.map(([n, ...others]) => line(wordOf(n, now.labels), [n, ...others], ...linked(reason(n) && ` – ${reason(n)}`)));
  if (absent.length) lines.push(line(words.absent, absent));
  const { assumes = "", note = "" } = data.scenarios[scenarioNumber(place.scenario)];
  if (assumes || note) lines.push(make("p", { class: "assumed" }, ...linked(assumes && `This scenario ${assumes}. `), note));
  return lines;
}
