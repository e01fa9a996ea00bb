
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

/** Light up the picture and the outline around statements; without any, put the lights out. */
function light(numbers) {
  const { chosen, support, attack } = around(numbers);
  const some = (list, set) => list.some((n) => set.has(n));
  picture.classList.toggle("lit", numbers.length > 0);
  for (const { node, numbers: own } of faces) {
    const is = some(own, chosen) ? 0 : some(own, support) ? 1 : some(own, attack) ? 2 : 3;
    ["chosen", "supports", "attacks"].forEach((role, n) => node.classList.toggle(role, n === is));
  }
  const lit = drawn.between.map(([from, to], link) => some(from, support) && some(to, attackLinks.has(link) ? attack : support));
  const points = new Set(lit.flatMap((is, link) => (is ? drawn.ends[link] : [])));
  linkNodes.forEach((node, link) => node.classList.toggle("on", lit[link]));
  tagNodes.forEach((node, tag) => node.classList.toggle("on", drawn.tags[tag].some((link) => lit[link])));
  spotNodes.forEach((node, n) => node.classList.toggle("on", !drawn.spots[n].own && points.has(n)));
}

/** Return where statements are drawn in full, or else where they are named. */
function homeOf(numbers) {
  const about = cards.filter((face) => numbers.some((n) => face.numbers.includes(n))).map(({ node }) => node);
  return about.find((node) => !node.closest(".chip")) || about[0];
}
