"""Where everything of an overview goes: claims in columns, at the right what bars them, below that what lifts it.

What bars several claims is drawn like a wire: it runs beside each column and sends a branch to each claim. A course
begins at what attacks, so that the dashes of those that run together fall on each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from mapper.render.diagram.overview.scene import Overview, Stack
from mapper.render.diagram.overview.wires import bent, straight
from mapper.render.diagram.plan.boxes import Box, Point
from mapper.render.diagram.plan.columns import Stop
from mapper.render.diagram.plan.curves import ARROW, RIM, TEE, Curve
from mapper.render.diagram.plan.plan import BAND_TITLE, BETWEEN, PADDING, POINT, Plan
from mapper.render.diagram.plan.tags import Tag, tags
from mapper.render.diagram.scene.links import Link
from mapper.render.diagram.scene.scene import Spot
from mapper.render.diagram.symbols import CARD_WIDTH

PAGE, ABOVE = (756.0, 576.0), 112.0
"""The size of a letter page across, less its margins, and the usual height of what stands above a picture, in points."""
JOINT, DROP = 23.0, 15.0
"""The room between a card and the card of its elements, and how far down the point is where these meet."""
INSET = 24.0
"""How far that point is from the edge of the cards at which wires come in."""
APART, ALLEY, ENTRY = 18.0, 28.0, 46.0
"""The room between two stacks, between two columns of claims, and left of what attacks, for its word."""
HOOK = 40.0
"""How far left of what lifts a defense its wire runs up."""
WIRE = 5.0
"""How far apart the wires of two defenses are."""
JOG = 20.0
"""By how much a defense is moved so that its wire leads straight to a claim."""

Courses = Mapping[Link, Curve]


@dataclass(frozen=True, slots=True, eq=False)
class Wiring:
    """A plan, and the course of each of its links."""

    plan: Plan
    courses: Courses


@dataclass(frozen=True, slots=True)
class Column:
    """Stacks below each other, and where each of them begins."""

    x: float
    stacks: tuple[Stack, ...]
    tops: tuple[float, ...]

    @property
    def right(self) -> float:
        """Return its right edge."""
        return self.x + CARD_WIDTH

    def lanes(self) -> Iterator[float]:
        """Yield how far down a wire can pass it: above it, between its stacks, and below it."""
        first, *others = self.tops
        yield first - APART / 2
        yield from (top - APART / 2 for top in others)
        yield self.tops[-1] + height(self.stacks[-1]) + APART / 2


def height(stack: Stack) -> float:
    """Return the height of a stack in points."""
    below = JOINT + (stack.parts.height if stack.parts else 0.0)
    return stack.head.height + (below if stack.point else 0.0)


def wiring(found: Overview) -> Wiring:
    """Return where everything of an overview goes, in as many columns of claims as fit a page best.

    Linear in what is drawn, for each number of columns that is tried.
    """
    return _Planning(found).wiring()


def columns(heights: Sequence[float], count: int) -> list[int]:
    """Return how many of these, in their order, stand in each of so many columns so that the highest is lowest.

    Examples:
        >>> columns([5, 1, 1, 1, 5], 2)
        [3, 2]
    """
    low, high = max(heights), sum(heights) + APART * len(heights)
    while high - low > 1:
        limit = (low + high) / 2
        low, high = (low, limit) if len(_filled(heights, limit)) <= count else (limit, high)
    return _filled(heights, high)


def _filled(heights: Sequence[float], limit: float) -> list[int]:
    filled, used = [0], 0.0
    for one in heights:
        if filled[-1] and used + one > limit:
            filled.append(0)
            used = 0.0
        filled[-1] += 1
        used += one + APART
    return filled


class _Planning:
    """Plans an overview."""

    def __init__(self, found: Overview) -> None:
        self.found = found
        self.links = {(line.link.tail, line.link.head): line.link for line in found.scene.lines}
        self.stops: dict[Stop, Box] = {}
        self.bands: dict[int, Box] = {}
        self.courses: dict[Link, Curve] = {}
        self.alley = ALLEY + WIRE * max(0, len(found.defenses) - 1)
        self.columns: tuple[Column, ...] = ()

    def wiring(self) -> Wiring:
        """Return the plan and the courses."""
        self.columns = self._columns()
        self._place_claims()
        self._place_defenses()
        for number, (defense, lifts) in enumerate(self.found.defenses):
            self._wire_claims(number, defense)
            for lift in lifts:
                self._wire_lift(defense, lift)
        placed = {tag: tag.before(self.stops[tag.head], flat=True) for tag in self._tags()}
        plan = Plan("LR", self.stops, {}, frozenset(), self.bands, placed, {})
        return Wiring(plan, self.courses)

    def _tags(self) -> Iterator[Tag]:
        return tags(self.links.values())

    # Claims

    def _columns(self) -> tuple[Column, ...]:
        """Return the claims in columns: in that many of which the whole can be printed largest on a page."""
        heights = [height(stack) for stack in self.found.claims]
        best, scale = (columns(heights, 1) if heights else []), 0.0
        for count in range(1, len(heights) + 1):
            filled = columns(heights, count)
            wide = self._right(len(filled)) + self._defenses_width()
            ends = [0, *accumulate(filled)]
            tall = max(sum(heights[a:b]) + APART * (b - a) for a, b in pairwise(ends))
            fits = min(PAGE[0] / wide, PAGE[1] / (ABOVE + max(tall, self._defenses_height())))
            if fits > scale:
                best, scale = filled, fits
            if PAGE[0] / wide < scale:
                break
        return tuple(self._column(number, filled) for number, filled in enumerate(_slices(self.found.claims, best)))

    def _column(self, number: int, stacks: tuple[Stack, ...]) -> Column:
        tops = accumulate((height(stack) + APART for stack in stacks[:-1]), initial=PADDING + BAND_TITLE)
        return Column(PADDING + number * (CARD_WIDTH + self.alley), stacks, tuple(tops))

    def _right(self, count: int) -> float:
        """Return the right edge of the band of so many columns of claims."""
        return 2 * PADDING + count * CARD_WIDTH + (count - 1) * self.alley

    def _place_claims(self) -> None:
        for column in self.columns:
            for stack, top in zip(column.stacks, column.tops, strict=True):
                self._place(stack, column.x, top, CARD_WIDTH - INSET)
        bottom = max((column.tops[-1] + height(column.stacks[-1]) for column in self.columns), default=0.0)
        if self.columns:
            self.bands[0] = Box(0.0, 0.0, self._right(len(self.columns)), bottom + PADDING)

    # Defenses

    def _defenses_width(self) -> float:
        return self._gap() + ENTRY + CARD_WIDTH + PADDING if self.found.defenses else 0.0

    def _defenses_height(self) -> float:
        """Return the height of the bands of the defenses, below each other."""
        return sum(map(_block_height, self.found.defenses)) + BETWEEN * max(0, len(self.found.defenses) - 1)

    def _gap(self) -> float:
        """Return the room between the claims and the defenses, for the wires."""
        return BETWEEN + WIRE * (len(self.found.defenses) - 1)

    def _place_defenses(self) -> None:
        claims = self.bands.get(0, Box(0.0, 0.0, 0.0, 0.0))
        left = claims.right + (self._gap() if self.columns else 0.0)
        top = max(0.0, (claims.height - self._defenses_height()) / 2)
        for number, (defense, lifts) in enumerate(self.found.defenses, start=1):
            top += self._jog(top + PADDING + BAND_TITLE + defense.head.height / 2) if top else 0.0
            start = top + PADDING + BAND_TITLE
            for stack in (defense, *lifts):
                self._place(stack, left + ENTRY, start, INSET)
                start += height(stack) + APART
            tall = _block_height((defense, lifts))
            self.bands[number] = Box(left, top, ENTRY + CARD_WIDTH + PADDING, tall)
            top += tall + BETWEEN

    def _jog(self, middle: float) -> float:
        """Return how much lower a defense has to stand so that its wire leads straight to a claim, if that is little."""
        stacks = self.columns[-1].stacks if self.columns else ()
        points = (self.stops[stack.point.place].middle[1] for stack in stacks if stack.point)
        near = min((point - middle for point in points), key=abs, default=JOG)
        return near if abs(near) < JOG else 0.0

    # Stacks

    def _place(self, stack: Stack, x: float, y: float, inset: float) -> None:
        """Place the cards of a stack below each other, with the point between them, and link them."""
        self.stops[stack.head.place] = _box(stack.head, x, y)
        if stack.point is None:
            return
        across, middle = x + inset, y + stack.head.height + DROP
        self.stops[stack.point.place] = Box(across - POINT / 2, middle - POINT / 2, POINT, POINT)
        bottom = y + stack.head.height
        up = ((across, bottom + ARROW), (across, middle))
        self.courses[self.links[stack.head.place, stack.point.place]] = Curve(tuple(straight(up)), (across, bottom))
        if stack.parts:
            below = bottom + JOINT
            self.stops[stack.parts.place] = _box(stack.parts, x, below)
            down = ((across, middle), (across, below))
            self.courses[self.links[stack.point.place, stack.parts.place]] = Curve(tuple(straight(down)))

    def _middle(self, spot: Spot) -> Point:
        box = self.stops[spot.place]
        return box.x, box.middle[1]

    # Wires

    def _wire_claims(self, number: int, defense: Stack) -> None:
        """Draw what a defense bars, column after column from the right."""
        shift = (number - (len(self.found.defenses) - 1) / 2) * WIRE
        start = self._middle(defense.head)
        turns = [(self.bands[0].right + self._gap() / 2 + shift, start[1])] if self.columns else []
        for place in range(len(self.columns) - 1, -1, -1):
            column = self.columns[place]
            for claim in column.stacks:
                link = self.links.get((claim.point.place, defense.head.place)) if claim.point else None
                if link:
                    self._wire(link, start, turns, shift * 0.6)
            lane = min(column.lanes(), key=lambda y: abs(y - turns[-1][1])) + shift * 0.8
            turns = [*turns, (column.x - self.alley / 2 + shift, lane)]

    def _wire_lift(self, defense: Stack, lift: Stack) -> None:
        """Draw what lifts a defense: up the left side, and to its point from the left."""
        assert defense.point, "only claims that are not in play have no point"
        box, start = self.stops[defense.point.place], self._middle(lift.head)
        tip = (box.x - RIM, box.middle[1])
        hook = start[0] - HOOK
        course = bent([start, (hook, start[1]), (hook, tip[1]), (tip[0] - TEE, tip[1])])
        self.courses[self.links[defense.point.place, lift.head.place]] = Curve(tuple(course), tip_at_end=tip)

    def _wire(self, link: Link, start: Point, turns: Sequence[Point], shift: float) -> None:
        """Draw an attack: from the card along the turns, down or up the last of them, and to the point."""
        box = self.stops[link.tail]
        tip = (box.right + RIM, box.middle[1] + shift)
        corners = [start]
        for x, y in turns:
            corners += [(corners[-1][0], y), (x, y)]
        corners += [(corners[-1][0], tip[1]), (tip[0] + TEE, tip[1])]
        self.courses[link] = Curve(tuple(bent(corners)), tip_at_end=tip)


def _slices(stacks: Sequence[Stack], filled: Sequence[int]) -> Iterator[tuple[Stack, ...]]:
    for start, end in pairwise([0, *accumulate(filled)]):
        yield tuple(stacks[start:end])


def _block_height(block: tuple[Stack, tuple[Stack, ...]]) -> float:
    """Return the height of the band of a defense with what lifts it below it."""
    defense, lifts = block
    return 2 * PADDING + BAND_TITLE + height(defense) + sum(APART + height(lift) for lift in lifts)


def _box(spot: Spot, x: float, y: float) -> Box:
    return Box(x, y, CARD_WIDTH, spot.height)
