
/** Moving and scaling the map: pointer, wheel, touch, keys and buttons. */

const frame = byId("window");
const [, , MAP_WIDTH, MAP_HEIGHT] = picture.getAttribute("viewBox").split(" ").map(Number);
const origin = picture.firstElementChild.transform.baseVal[0].matrix;
picture.style.width = `${MAP_WIDTH}px`;
picture.style.height = `${MAP_HEIGHT}px`;
const NEAREST = 5, READABLE = 1.55, STEP = 1.25, SKETCHY = 0.66, PAN = 80;
const CALM = matchMedia("(prefers-reduced-motion: reduce)"), PHONE = matchMedia("(max-width: 700px)");
let view = { x: 0, y: 0, k: 1 };
let resting = 0;
let fitted = true, begun = false;

const fitScale = () => Math.min(frame.clientWidth / MAP_WIDTH, frame.clientHeight / MAP_HEIGHT, 2.2) || 1;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Set what part of the map is seen; some of it always is. */
function look(x, y, k, smooth) {
  const scale = clamp(k, Math.min(fitScale(), 1), NEAREST);
  const limit = (at, size, room) => clamp(at, Math.min(room - size * scale, 0) - room / 2, Math.max(room - size * scale, 0) + room / 2);
  view = { x: limit(x, MAP_WIDTH, frame.clientWidth), y: limit(y, MAP_HEIGHT, frame.clientHeight), k: scale };
  picture.classList.toggle("glide", Boolean(smooth) && !CALM.matches);
  picture.classList.add("moving");
  clearTimeout(resting);
  resting = setTimeout(() => picture.classList.remove("moving", "glide"), 260);
  picture.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.k})`;
}

function zoom(factor, x, y, smooth) {
  fitted = false;
  const k = clamp(view.k * factor, Math.min(fitScale(), 1), NEAREST), grown = k / view.k;
  look(x - (x - view.x) * grown, y - (y - view.y) * grown, k, smooth);
}

function pan(x, y, smooth) {
  fitted = false;
  look(view.x + x, view.y + y, view.k, smooth);
}

/** Show the whole map. */
function fit(smooth = true) {
  fitted = true;
  const k = fitScale();
  look((frame.clientWidth - MAP_WIDTH * k) / 2, Math.max((frame.clientHeight - MAP_HEIGHT * k) / 2, 0), k, smooth);
}

/** Show the map from the first claim in play on, in a size that can be read; later on, leave it as it is. */
function begin() {
  if (begun || !frame.clientWidth) return;
  begun = true;
  fit(false);
  fitted = view.k >= SKETCHY;
  if (fitted) return;
  const claim = cards.find(({ numbers: [n] }) => madeOutOf.has(n) && !absenceOf(n)) || cards[0];
  const { x, y } = claim.node.getBBox();
  look(24 - (x + origin.e) * SKETCHY, frame.clientHeight * 0.4 - (y + origin.f) * SKETCHY, SKETCHY);
}

/** Go from a card to the nearest one on a side of it. */
function step(node, right, down) {
  const from = node.getBoundingClientRect();
  const away = cards.map((card) => {
    const to = card.node.getBoundingClientRect();
    const x = to.left + to.right - from.left - from.right, y = to.top + to.bottom - from.top - from.bottom;
    const along = x * right + y * down;
    return along > 4 ? along + 2 * Math.abs(x * down + y * right) : Infinity;
  });
  const least = Math.min(...away);
  if (least < Infinity) cards[away.indexOf(least)].node.focus();
}

/** Bring a card or a row to where it can be read, with what supports it; leave the map alone if it can be already. */
function bring(node) {
  if (!node || !frame.clientWidth) return;
  const { x, y, width, height } = node.getBBox();
  const covered = PHONE.matches && !panel.hidden ? panel.offsetHeight : 0;
  const [left, top, wide, high] = [x + origin.e, y + origin.f, frame.clientWidth, frame.clientHeight - covered];
  const seen = (at, size, shift, room) => at * view.k + shift >= 0 && (at + size) * view.k + shift <= room;
  if (view.k >= READABLE && seen(left, width, view.x, wide) && seen(top, height, view.y, high)) return;
  fitted = false;
  const k = Math.max(view.k, READABLE), free = wide - width * k;
  look(clamp(wide * 0.3 - (width * k) / 2, 12, Math.max(free / 2, 12)) - left * k, Math.max((high - height * k) / 2, 30) - top * k, k, true);
}

on(frame, "wheel", (event) => {
  event.preventDefault();
  const unit = event.deltaMode ? 16 : 1;
  const { left, top } = frame.getBoundingClientRect();
  zoom(2 ** clamp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002), -1, 1), event.clientX - left, event.clientY - top);
}, { passive: false });

/** Pointers that are down: one moves the map, two scale it as well. */
const pointers = new Map();
let dragged = false;

on(frame, "pointerdown", (event) => {
  if (event.button) return;
  pointers.set(event.pointerId, event);
  if (pointers.size === 1) dragged = false;
});

on(frame, "pointermove", (event) => {
  const from = pointers.get(event.pointerId);
  if (!from) return;
  const [dx, dy] = [event.clientX - from.clientX, event.clientY - from.clientY];
  if (!dragged && Math.hypot(dx, dy) < 4) return;
  if (!dragged) frame.setPointerCapture(event.pointerId);
  dragged = true;
  if (pointers.size === 2) pinch(event);
  else pan(dx, dy);
  pointers.set(event.pointerId, event);
});

function pinch(event) {
  const [other] = [...pointers.values()].filter((pointer) => pointer.pointerId !== event.pointerId);
  const from = pointers.get(event.pointerId);
  const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
  const { left, top } = frame.getBoundingClientRect();
  zoom(apart(event) / apart(from), (event.clientX + other.clientX) / 2 - left, (event.clientY + other.clientY) / 2 - top);
}

for (const name of ["pointerup", "pointercancel"]) on(frame, name, (event) => pointers.delete(event.pointerId));

/** A browser scrolls to what has the focus by itself; the map moves instead. */
on(frame, "scroll", () => frame.scrollTo(0, 0));
on(picture, "focusin", (event) => {
  if (event.target.matches(":focus-visible")) bring(event.target);
});

new ResizeObserver(() => {
  if (fitted) fit(false);
  else look(view.x, view.y, view.k);
}).observe(frame);
const zoomBy = (factor) => () => zoom(factor, frame.clientWidth / 2, frame.clientHeight / 2, true);
const nearer = zoomBy(STEP), farther = zoomBy(1 / STEP);
on("in", "click", nearer);
on("out", "click", farther);
on("fit", "click", () => fit());
