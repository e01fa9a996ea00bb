"""Where things stand across the columns of a band, in each part that is not linked with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mapper.render.diagram.plan.columns import Columns, Grid, Lane, Stop
from mapper.render.diagram.plan.spread import spread
from mapper.render.diagram.scene.links import Link, Place

NEAR, FAR, LANE, RIVALS = 9.0, 16.0, 7.0, 30.0
"""How far apart two are in a column: that share what they bear on, that do not, of which one is a lane, rivals."""
STRONG, USUAL, WEAK = 6.0, 1.0, 0.25
"""How strongly a link pulls its ends together: a statement and its junction, all others, an attack."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What is linked with each other in a band.

    Attributes:
        columns: what stands in each column from top to bottom.
        middle: the middle of each stop within its column, the topmost edge of all at 0.
        height: how much room they take across the columns.
    """

    columns: Columns
    middle: Mapping[Stop, float]
    height: float


def parts(found: Grid, links: Iterable[Link], size: Callable[[Stop], float]) -> Iterator[Part]:
    """Yield the parts of a band, given how much room each stop takes in its column."""
    every = tuple(links)
    tails: dict[Place, set[Place]] = {}
    for link in every:
        tails.setdefault(link.head, set()).add(link.tail)
    rivals = {pair for link in every if link.level for pair in ((link.tail, link.head), (link.head, link.tail))}
    pulls = _pulls(found, every)
    for columns in found.groups:
        stacked = tuple(columns.values())
        sizes = {stop: size(stop) for column in stacked for stop in column}
        gaps = {pair: _gap(*pair, tails, rivals) for column in stacked for pair in pairwise(column)}
        middle = spread(stacked, sizes, gaps, pulls)
        yield Part(columns, middle, max(place + sizes[stop] / 2 for stop, place in middle.items()))


def _gap(one: Stop, other: Stop, tails: Mapping[Place, set[Place]], rivals: set[tuple[Place, Place]]) -> float:
    if isinstance(one, Lane) or isinstance(other, Lane):
        return LANE
    if (one, other) in rivals:
        return RIVALS
    return FAR if tails.get(one, set()).isdisjoint(tails.get(other, ())) else NEAR


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
