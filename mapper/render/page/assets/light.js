
/** Lighting up what supports and what attacks the chosen card, and letting the rest step back. */

/** Return what supports statements, step after step, and what attacks them or a step to them. */
function around(numbers) {
  const chosen = new Set(numbers), support = new Set(numbers), attack = new Set();
  for (const n of support) {
    for (const step of pro[n]) {
      premises[step].forEach((premise) => support.add(premise));
      undercutters[step].forEach((cutter) => attack.add(cutter));
    }
    for (const step of con[n]) premises[step].forEach((premise) => attack.add(premise));
    rivals[n].forEach((other) => attack.add(other));
  }
  return { chosen, support, attack };
}

const attackLinks = new Set(data.picture.attacks);
/** What stands at both ends of each link, or behind the points there. */
const ends = data.picture.ends.map((pair) => pair.map((spot, side) => standingAt(spot, side, new Set())));

function standingAt(spot, side, seen) {
  if (spots[spot].own) return spots[spot].own;
  if (seen.has(spot)) return [];
  seen.add(spot);
  return data.picture.ends.flatMap((pair) => (pair[1 - side] === spot ? standingAt(pair[side], side, seen) : []));
}

/** Light up the picture and the outline around statements; without any, put the lights out. */
function light(numbers) {
  const { chosen, support, attack } = around(numbers);
  const some = (list, set) => list.some((n) => set.has(n));
  picture.classList.toggle("lit", numbers.length > 0);
  for (const { node, numbers: own } of faces) {
    const is = some(own, chosen) ? 0 : some(own, support) ? 1 : some(own, attack) ? 2 : 3;
    ["chosen", "supports", "attacks"].forEach((role, n) => node.classList.toggle(role, n === is));
  }
  const on = ends.map(([from, to], link) => some(from, support) && some(to, attackLinks.has(link) ? attack : support));
  const points = new Set(on.flatMap((lit, link) => (lit ? data.picture.ends[link] : [])));
  linkNodes.forEach((node, link) => node.classList.toggle("on", on[link]));
  tagNodes.forEach((node, tag) => node.classList.toggle("on", data.picture.tags[tag].some((link) => on[link])));
  spotNodes.forEach((node, n) => node.classList.toggle("on", !spots[n].own && points.has(n)));
}

/** Return where statements are drawn in full, or else where they are named. */
function homeOf(numbers) {
  const about = faces.filter((face) => !face.outline && !face.shared && numbers.some((n) => face.numbers.includes(n)));
  const best = about.find((face) => !spotNodes[face.spot].classList.contains("chip")) || about[0];
  return best && best.node;
}
