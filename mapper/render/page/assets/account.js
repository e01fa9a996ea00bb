
/** Why a statement stands as it does: in Python's words, or plainly where the reader has changed something. */

/** Return Python's reason for a statement where nothing was changed, otherwise a plain account of the steps to it. */
function reasonFor(n) {
  if (!place.changes.size) {
    const scenario = scenarioNumber(place.scenario);
    const stage = data.stages.findIndex(([name]) => name === place.stage);
    return data.texts[data.contexts[scenario][stage][1][n]];
  }
  const found = evaluator.reasons(now, n);
  if (found.given) return givenWords(found.given);
  if (statements[n].unmet && now.labels[n] !== IN) return statements[n].unmet.join("; ");
  const parts = [
    ...found.pro.map((step) => stepWords(step, "supported by")),
    ...found.con.filter((step) => step.flow).map((step) => stepWords(step, "opposed by")),
    ...found.rivals.filter((other) => now.labels[other] !== OUT).map((other) => `its rival ${names[other]} ${now.labels[other] === IN ? "counts" : "is open"}`),
  ];
  return [...new Set(parts)].join("; ") || "nothing supports it";
}

const GIVEN_WORDS = { accepted: "accepted", rejected: "rejected", open: "left open" };

function givenWords({ assumption, by, reason }) {
  const word = GIVEN_WORDS[assumption];
  if (by === "option") return `${word}, as asked`;
  if (by === "rival") return `its rival ${reason} is accepted`;
  if (by === "motion") return `the motion of ${reason} does not raise it, so it is ${assumption === "rejected" ? "not before the court" : "taken as true"}`;
  if (by === "scenario") return `${word} in the scenario ${reason}`;
  const stage = data.stages.find(([name]) => name === place.stage)[1];
  return `${{ accepted: "taken as true", rejected: "never counted", open: "left open" }[assumption]} at the ${stage} stage (${reason})`;
}

/** Return what a step does, in a clause. */
function stepWords({ step, flow, fails, open, cut, mayCut }, word) {
  if (flow === LIVE) return premises[step].length ? `${word} ${listed(premises[step].map(shortName))}` : plainStep(step);
  const [telling, says] = flow === OPEN ? [open ?? mayCut, "is open"] : [cut ?? fails, ""];
  if (telling === null || telling === undefined) return `the step from ${premises[step].map(shortName).join(" + ")} has no weight`;
  if (telling === cut && flow === DEAD) return `${shortName(cut)} ${barWord(cut)}`;
  return `${shortName(telling)} ${says || sentenceWord(telling)}`;
}

const plainStep = (step) => (data.compiled.steps[step].startsWith("conditions:") ? "the claim meets its conditions" : "its source is authority for it");
const shortName = (n) => (claimOf.has(n) ? `what ${names[claimOf.get(n)]} is made out of` : names[n]);
const BARS = { defense: "applies", "carve-out": "lifts it" };
const barWord = (n) => BARS[statements[n].kind] || "takes the step out of play";
const PREDICATES = { "made out": "is made out", "not made out": "is not made out", barred: "is barred", open: "is open", "no support": "has no support" };

function sentenceWord(n) {
  const word = wordOf(n, now.labels);
  return PREDICATES[word] || word;
}

/** Return text with *names* set off. */
const emphasised = (text) => text.split(/\*([^*\s]+)\*/).map((part, n) => (n % 2 ? make("em", {}, part) : part));
