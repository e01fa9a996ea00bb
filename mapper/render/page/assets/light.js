
/** Lighting up what supports and what attacks the chosen card, and letting the rest step back. */

/** Return what supports statements, step after step, and what attacks them or a step to them. */
function around(numbers) {
  const chosen = new Set(numbers), support = new Set(), attack = new Set(), carrying = new Set();
  const todo = [...numbers];
  while (todo.length) {
    const n = todo.pop();
    for (const step of pro[n]) {
      carrying.add(step);
      for (const cutter of undercutters[step]) attack.add(cutter);
      for (const premise of premises[step]) {
        if (!support.has(premise) && !chosen.has(premise)) {
          support.add(premise);
          todo.push(premise);
        }
      }
    }
    for (const step of con[n]) premises[step].forEach((premise) => attack.add(premise));
    for (const other of rivals[n]) attack.add(other);
  }
  for (const n of [...support, ...chosen]) attack.delete(n);
  return { chosen, support, attack, carrying };
}

/** Light up the picture and the outline around statements; without any, put the lights out. */
function light(numbers) {
  const lit = around(numbers);
  picture.classList.toggle("lit", numbers.length > 0);
  for (const face of faces) {
    const some = (set) => face.numbers.some((n) => set.has(n));
    const role = !numbers.length ? "" : some(lit.chosen) ? "chosen" : some(lit.support) ? "supports" : some(lit.attack) ? "attacks" : "";
    setRole(face, role);
  }
  data.picture.links.forEach((ways, link) => linkNodes[link].classList.toggle("on", numbers.length > 0 && onTheWay(ways, lit, link)));
  tagNodes.forEach((node, tag) => node.classList.toggle("on", data.picture.tags[tag].some((link) => linkNodes[link].classList.contains("on"))));
  spotNodes.forEach((node, n) => spots[n].own || node.classList.toggle("on", pointsOn.has(n)));
  pointsOn.clear();
}

const pointsOn = new Set();
const ROLES = ["chosen", "supports", "attacks"];
const attackLinks = new Set(data.picture.attacks);

function setRole(face, role) {
  face.node.classList.remove(...ROLES);
  if (role) face.node.classList.add(role);
  if (face.outline || role === "chosen") face.node.toggleAttribute("aria-current", role === "chosen");
}

/** Return whether a link leads from something that is lit to something that is. */
function onTheWay(ways, { chosen, support, attack, carrying }, link) {
  const members = ways.flat().map(([areSteps, ...numbers]) => [areSteps, numbers]);
  const found = members.some(([areSteps, numbers]) => numbers.some((n) => (areSteps
    ? carrying.has(n) || (chosen.has(conclusion(n)) || support.has(conclusion(n))) && !isPro(n)
    : attackLinks.has(link) ? attack.has(n) : support.has(n))));
  if (found && tailIsLit(link, chosen, support)) {
    for (const end of data.picture.ends[link]) if (!spots[end].own) pointsOn.add(end);
    return true;
  }
  return false;
}

/** Return whether a link begins at something that is lit, or at a point. */
function tailIsLit(link, chosen, support) {
  const [tail] = data.picture.ends[link];
  const own = spots[tail].own;
  return own ? own.some((n) => chosen.has(n) || support.has(n)) : tails(link).some((n) => chosen.has(n) || support.has(n));
}

/** Return what a point is about, as far as links lead to it from a card. */
function tails(link, seen = new Set()) {
  const [tail] = data.picture.ends[link];
  if (spots[tail].own) return spots[tail].own;
  if (seen.has(tail)) return [];
  seen.add(tail);
  return data.picture.ends.flatMap(([, head], other) => (head === tail ? tails(other, seen) : []));
}

/** Return where statements are drawn in full, or else where they are named. */
function homeOf(numbers) {
  const about = faces.filter((face) => !face.outline && !face.shared && numbers.some((n) => face.numbers.includes(n)));
  const best = about.find((face) => !spotNodes[face.spot].classList.contains("chip")) || about[0];
  return best && best.node;
}
