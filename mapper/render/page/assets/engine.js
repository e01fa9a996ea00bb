
/** What-if, answered by the engine that wrote the page, and a map that stays where it was when the page is loaded anew. */
{
  const questions = () => [
    ["scenario", place.scenario], ["stage", place.stage], ...[...place.changes].map(([n, doing]) => [doing, names[n]]),
    ...data.start.without.map((address) => ["drop", address]),
  ].filter(([, value]) => value);

  const ask = async () => {
    const asked = place;
    if (!asked.changes.size) return;
    const found = await (await fetch(`what-if?${new URLSearchParams(questions())}`)).json();
    if (asked.changes !== place.changes || asked.scenario !== place.scenario || asked.stage !== place.stage || !found.labels) return;
    if (found.labels !== now.labels.join("")) throw new Error("the page and the engine disagree");
    answered = found;
    fillHeadline();
    fillPanel(place.open, false);
  };
  on(document, "relabelled", ask);
  ask();

  const kept = JSON.parse(sessionStorage.getItem("view"));
  if (kept && !kept.fitted) look(kept.x, kept.y, kept.k);
  if (kept) {
    begun = true;
    fitted = kept.fitted;
    setView(kept.shown);
  }
  addEventListener("pagehide", () => sessionStorage.setItem("view", JSON.stringify({ ...view, fitted, shown: document.body.dataset.view })));
}
