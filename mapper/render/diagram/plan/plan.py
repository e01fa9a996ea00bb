"""Where everything goes: the place of each card, band and label."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.plan.columns import CARD, Column, Grid, Lane, Stop, grid
from mapper.render.diagram.plan.packing import SHAPE, runs, stacks
from mapper.render.diagram.plan.spread import spread
from mapper.render.diagram.plan.tags import Tag, rival_tags, tags
from mapper.render.diagram.scene.links import Link, Place
from mapper.render.diagram.scene.scene import Scene, Spot
from mapper.render.diagram.symbols import CARD_WIDTH

Direction = Literal["LR", "TB"]
"""Whether support stands to the right of what it supports, or below it."""

POINT = 6.0
"""The size of a junction or a knot."""
NEAR, FAR, LANE, RIVALS = 9.0, 16.0, 7.0, 30.0
"""How far apart two are in a column: that share what they bear on, that do not, of which one is a lane, rivals."""
PASSAGE: Mapping[tuple[bool, bool], float] = {
    (False, False): 46.0,
    (False, True): 26.0,
    (True, True): 20.0,
    (True, False): 28.0,
}
"""How far apart two columns are, by whether the first and the second of them are points."""
OVERLAP = 6.0
"""How much of a passage a tag may take for itself."""
PADDING, BAND_TITLE, BETWEEN = 12.0, 17.0, 12.0
"""The room inside a band, for its title, and between bands."""
STRONG, USUAL, WEAK = 6.0, 1.0, 0.25
"""How strongly a link pulls its ends together: a statement and its junction, all others, an attack."""

Along = Mapping[Column, tuple[float, float]]
"""Where each column begins, and how thick it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Where everything goes.

    Attributes:
        stops: the boxes of cards, points and lanes.
        lanes: the lanes of each long link.
        back: links that lead back to where one came from.
        bands: the boxes of bands, by their number.
        tags: what stands beside links, with its box.
        points: how far across the points lie that are so far along, sorted.
    """

    direction: Direction
    stops: Mapping[Stop, Box]
    lanes: Mapping[Link, tuple[Lane, ...]]
    back: frozenset[Link]
    bands: Mapping[int, Box]
    tags: Mapping[Tag, Box]
    points: Mapping[int, list[float]]

    @property
    def width(self) -> float:
        """Return the width of all bands."""
        return max((box.right for box in self.bands.values()), default=0.0)

    @property
    def height(self) -> float:
        """Return the height of all bands."""
        return max((box.bottom for box in self.bands.values()), default=0.0)


def plan(scene: Scene, direction: Direction = "LR") -> Plan:
    """Return where everything goes. Linear in the links, but for sorting."""
    return _Planning(scene, direction).plan()


class _Planning:
    """Plans bands as if links ran from left to right: *along* is their direction, *across* is that of a column."""

    def __init__(self, scene: Scene, direction: Direction) -> None:
        self.direction, self.flat = direction, direction == "LR"
        self.spots = {spot.place: spot for panel in scene.panels for spot in panel.spots}
        self.links = [line.link for line in scene.lines]
        self.joined = [(link.tail.band, link.head.band) for link in self.links if link.is_direct]
        self.inside: list[list[Link]] = [[] for _ in scene.panels]
        for link in self.links:
            if not link.is_direct:
                self.inside[link.tail.band].append(link)
        self.tags = {tag.head: tag for tag in tags(self.links)}
        self.grids = [self._grid(number, panel.spots) for number, panel in enumerate(scene.panels)]
        self.across = [self._across(found, inside) for found, inside in zip(self.grids, self.inside, strict=True)]

    def _grid(self, number: int, spots: Iterable[Spot]) -> Grid:
        """Return the columns of a band; one that bars claims in others stands behind their junctions."""
        reached = any(number == head for _, head in self.joined)
        return grid((spot.place for spot in spots), self.inside[number], 1 if reached else 0)

    def plan(self) -> Plan:
        """Return the plan. Bands that are linked with each other have their columns in common."""
        stops: dict[Stop, Box] = {}
        bands: dict[int, Box] = {}
        blocks = runs(len(self.grids), self.joined)
        found = [band for block in blocks for band in self._block(block)]
        sizes = [(box.width, box.height) for box, _ in found]
        along = 0.0
        for stack in stacks(sizes, blocks, BETWEEN, SHAPE if self.flat else 1 / SHAPE):
            across, end = 0.0, along
            for number in stack:
                box, inside = found[number]
                bands[number] = box.moved(along, across)
                stops |= {stop: own.moved(along, across) for stop, own in inside.items()}
                across, end = bands[number].bottom + BETWEEN, max(end, bands[number].right)
            along = end + BETWEEN
        return self._turned(stops, bands)

    def _block(self, block: range) -> Iterator[tuple[Box, dict[Stop, Box]]]:
        """Yield the bands of a block, and what is in them."""
        shared = self._along([self.grids[number] for number in block])
        for number in block:
            yield self._band(number, shared if self.flat else self._along([self.grids[number]]))

    def _turned(self, stops: Mapping[Stop, Box], bands: Mapping[int, Box]) -> Plan:
        """Return the plan in its direction, with what stands beside links."""
        points: dict[int, list[float]] = {}
        for stop, box in stops.items():
            if isinstance(stop, Place) and stop.is_point:
                insort(points.setdefault(round(box.middle[0]), []), box.middle[1])
        if not self.flat:
            stops = {stop: box.turned() for stop, box in stops.items()}
            bands = {number: box.turned() for number, box in bands.items()}
        placed = {tag: tag.before(stops[tag.head], flat=self.flat) for tag in self.tags.values()}
        for tag in rival_tags(self.links):
            placed[tag] = tag.between(stops[tag.links[0].tail], stops[tag.head], flat=self.flat)
        lanes = {link: lanes for found in self.grids for link, lanes in found.lanes.items()}
        back = frozenset(link for found in self.grids for link in found.back)
        return Plan(self.direction, stops, lanes, back, bands, placed, points)

    def _band(self, number: int, along: Along) -> tuple[Box, dict[Stop, Box]]:
        """Return the box of a band, its top at 0, and the boxes in it."""
        start, top = (PADDING, PADDING + BAND_TITLE) if self.flat else (PADDING + BAND_TITLE, PADDING)
        across = self.across[number]
        found: dict[Stop, Box] = {}
        for column, stops in self.grids[number].columns.items():
            for stop in stops:
                thick = along[column][1] if isinstance(stop, Lane) else self._thickness(stop)
                size = self._size(stop)
                found[stop] = Box(along[column][0] + start, across[stop] - size / 2 + top, thick, size)
        left, right = min(box.x for box in found.values()), max(box.right for box in found.values())
        bottom = max(box.bottom for box in found.values())
        return Box(left - start, 0, right - left + start + PADDING, bottom + PADDING), found

    # Along the links

    def _along(self, grids: Iterable[Grid]) -> Along:
        """Return where the columns that bands have in common begin, and how thick they are."""
        thick: dict[Column, float] = {}
        room: dict[Column, float] = {}
        for found in grids:
            for column, stops in found.columns.items():
                thick[column] = max(thick.get(column, 0.0), *(self._thickness(stop) for stop in stops))
                room[column] = max(room.get(column, 0.0), *(self._tag_room(stop) for stop in stops))
        along: dict[Column, tuple[float, float]] = {}
        end, before = 0.0, False
        for column in sorted(thick):
            point = column[1] != CARD
            start = end + PASSAGE[before, point] + room[column] if along else 0.0
            along[column] = (start, thick[column])
            end, before = start + thick[column], point
        return along

    def _thickness(self, stop: Stop) -> float:
        if isinstance(stop, Lane):
            return 0.0
        spot = self.spots[stop]
        if spot.card is None:
            return POINT
        return CARD_WIDTH if self.flat else spot.height

    def _tag_room(self, stop: Stop) -> float:
        tag = self.tags.get(stop) if isinstance(stop, Place) else None
        if tag is None:
            return 0.0
        return max(0.0, tag.width - OVERLAP) if self.flat else tag.height

    # Across them

    def _across(self, found: Grid, links: Iterable[Link]) -> dict[Stop, float]:
        """Return the middle of each stop within its column, parts that are not linked below each other."""
        size = {stop: self._size(stop) for column in found.columns.values() for stop in column}
        tails: dict[Stop, set[Place]] = {}
        for link in links:
            tails.setdefault(link.head, set()).add(link.tail)
        rivals = {pair for link in links if link.level for pair in ((link.tail, link.head), (link.head, link.tail))}
        pulls = _pulls(found, links)
        middle: dict[Stop, float] = {}
        end = 0.0
        for columns in found.groups:
            gaps = {pair: _gap(*pair, tails, rivals) for column in columns for pair in pairwise(column)}
            part = spread(columns, size, gaps, pulls)
            middle |= {stop: place + end for stop, place in part.items()}
            end = FAR + max(middle[stop] + size[stop] / 2 for stop in part)
        return middle

    def _size(self, stop: Stop) -> float:
        if isinstance(stop, Lane):
            return 0.0
        spot = self.spots[stop]
        if spot.card is None:
            return POINT
        return spot.height if self.flat else CARD_WIDTH


def _gap(one: Stop, other: Stop, tails: Mapping[Stop, set[Place]], rivals: set[tuple[Place, Place]]) -> float:
    if isinstance(one, Lane) or isinstance(other, Lane):
        return LANE
    if (one, other) in rivals:
        return RIVALS
    return NEAR if tails.get(one, set()) & tails.get(other, set()) else FAR


def _pulls(found: Grid, links: Iterable[Link]) -> dict[Stop, list[tuple[Stop, float]]]:
    """Return what each stop is linked with, and how strongly."""
    pulls: dict[Stop, list[tuple[Stop, float]]] = {}
    for link in links:
        way: list[Stop] = [link.tail, *found.lanes.get(link, ()), link.head]
        for one, other in pairwise(way if link not in found.back else ()):
            strength = _strength(one, other, link)
            pulls.setdefault(one, []).append((other, strength))
            pulls.setdefault(other, []).append((one, strength))
    return pulls


def _strength(one: Stop, other: Stop, link: Link) -> float:
    if link.word:
        return WEAK
    if isinstance(one, Lane) and isinstance(other, Lane):
        return STRONG
    straight = isinstance(one, Place) and isinstance(other, Place) and not one.is_point and other.is_point
    return STRONG if straight else USUAL
