"""Where everything goes: the place of each card, band and label."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.plan.columns import CARD, Column, Columns, Grid, Lane, Stop, grid
from mapper.render.diagram.plan.packing import NO_LIMIT, SHAPE, Size, piles, runs, stacks
from mapper.render.diagram.plan.parts import FAR, Part, parts
from mapper.render.diagram.plan.tags import Tag, rival_tags, tags
from mapper.render.diagram.scene.links import Link, Place
from mapper.render.diagram.scene.scene import Scene, Spot
from mapper.render.diagram.symbols import CARD_WIDTH

Direction = Literal["LR", "TB"]
"""Whether support stands to the right of what it supports, or below it."""

POINT = 6.0
"""The size of a junction or a knot."""
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
        hidden: how many long links pass behind the cards, since there would be too many lanes between them.
    """

    direction: Direction
    stops: Mapping[Stop, Box]
    lanes: Mapping[Link, tuple[Lane, ...]]
    back: frozenset[Link]
    bands: Mapping[int, Box]
    tags: Mapping[Tag, Box]
    points: Mapping[int, list[float]]
    hidden: int = 0

    @property
    def width(self) -> float:
        """Return the width of all bands."""
        return max((box.right for box in self.bands.values()), default=0.0)

    @property
    def height(self) -> float:
        """Return the height of all bands."""
        return max((box.bottom for box in self.bands.values()), default=0.0)

    @property
    def remark(self) -> str:
        """Return what a reader has to know of the layout, if it is not the usual one."""
        if not self.hidden:
            return ""
        links = "1 long link passes" if self.hidden == 1 else f"{self.hidden:,} long links pass"
        return f"Simpler layout: {links} behind the cards. A smaller part of the case is drawn with more care."


def plan(scene: Scene, direction: Direction = "LR", room: Size = NO_LIMIT) -> Plan:
    """Return where everything goes, bands side by side so that they fit the room if they can.

    Linear in the links, but for sorting.
    """
    return _Planning(scene, direction).plan(room)


class _Planning:
    """Plans bands as if links ran from left to right: *along* is their direction, *across* is that of a column."""

    def __init__(self, scene: Scene, direction: Direction) -> None:
        self.direction, self.flat = direction, direction == "LR"
        self.spots = {spot.place: spot for panel in scene.panels for spot in panel.spots}
        self.links = [line.link for line in scene.lines]
        self.joined = [(link.tail.band, link.head.band) for link in self.links if link.is_direct]
        self.reached = {head for _, head in self.joined}
        self.inside: list[list[Link]] = [[] for _ in scene.panels]
        for link in self.links:
            if not link.is_direct:
                self.inside[link.tail.band].append(link)
        self.tags = {tag.head: tag for tag in tags(self.links)}
        self.grids = [self._grid(number, panel.spots) for number, panel in enumerate(scene.panels)]
        self.parts = [tuple(parts(*band, self._size)) for band in zip(self.grids, self.inside, strict=True)]

    def _grid(self, number: int, spots: Iterable[Spot]) -> Grid:
        """Return the columns of a band; one that bars claims in others stands behind their junctions."""
        return grid((spot.place for spot in spots), self.inside[number], 1 if number in self.reached else 0)

    def plan(self, room: Size) -> Plan:
        """Return the plan. Bands that are linked with each other have their columns in common."""
        stops: dict[Stop, Box] = {}
        bands: dict[int, Box] = {}
        blocks = runs(len(self.grids), self.joined)
        found = [band for block in blocks for band in self._block(block)]
        sizes = [(box.width, box.height) for box, _ in found]
        along = 0.0
        for stack in stacks(sizes, blocks, BETWEEN, *((SHAPE, room) if self.flat else (1 / SHAPE, room[::-1]))):
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
        shared = self._along(self.grids[number].columns for number in block)
        for number in block:
            if len(block) == 1:
                yield self._band([(pile, self._along(part.columns for part in pile)) for pile in self._piles(number)])
            else:
                along = shared if self.flat else self._along([self.grids[number].columns])
                yield self._band([(self.parts[number], along)])

    def _piles(self, number: int) -> Iterator[tuple[Part, ...]]:
        """Yield the parts of a band: all below each other or, where that is far too high, in piles side by side."""
        found = self.parts[number]
        sizes = [(_end(self._along([part.columns])), part.height) for part in found]
        for pile in piles(sizes, FAR, SHAPE if self.flat else 1 / SHAPE):
            yield found[pile.start : pile.stop]

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
        hidden = sum(len(found.hidden) for found in self.grids)
        return Plan(self.direction, stops, lanes, back, bands, placed, points, hidden)

    def _band(self, stacked: Iterable[tuple[tuple[Part, ...], Along]]) -> tuple[Box, dict[Stop, Box]]:
        """Return the box of a band that has parts in piles, its top at 0, and the boxes in it."""
        start, top = (PADDING, PADDING + BAND_TITLE) if self.flat else (PADDING + BAND_TITLE, PADDING)
        found: dict[Stop, Box] = {}
        edge = start
        for pile, along in stacked:
            low = top
            for part in pile:
                found |= self._placed(part, along, edge, low)
                low += part.height + FAR
            edge += _end(along) + BETWEEN
        left, right = min(box.x for box in found.values()), max(box.right for box in found.values())
        bottom = max(box.bottom for box in found.values())
        return Box(left - start, 0, right - left + start + PADDING, bottom + PADDING), found

    def _placed(self, part: Part, along: Along, edge: float, top: float) -> dict[Stop, Box]:
        """Return the boxes of a part whose left and top edges are given."""
        found: dict[Stop, Box] = {}
        for column, stops in part.columns.items():
            start, thick = along[column]
            for stop in stops:
                deep, size = thick if isinstance(stop, Lane) else self._thickness(stop), self._size(stop)
                found[stop] = Box(start + edge, part.middle[stop] - size / 2 + top, deep, size)
        return found

    # Along the links

    def _along(self, every: Iterable[Columns]) -> Along:
        """Return where the columns that bands have in common begin, and how thick they are."""
        thick: dict[Column, float] = {}
        room: dict[Column, float] = {}
        for columns in every:
            for column, stops in columns.items():
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

    def _size(self, stop: Stop) -> float:
        if isinstance(stop, Lane):
            return 0.0
        spot = self.spots[stop]
        if spot.card is None:
            return POINT
        return spot.height if self.flat else CARD_WIDTH


def _end(along: Along) -> float:
    """Return where the last of some columns ends."""
    return max(start + thick for start, thick in along.values())
