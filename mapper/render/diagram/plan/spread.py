"""Where things stand along a column: as near to what they are linked with as their order and size allow.

Each column in turn is moved to the places of least squared distance from its neighbours, which for a fixed order is an
isotonic regression, solved exactly by pooling adjacent violators (Ayer and others, "An empirical distribution
function for sampling with incomplete information", Annals of Mathematical Statistics 26, 1955).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

SWEEPS, ROUNDS = 4, 12
"""How often the columns are moved to what is right and then to what is left of them, and then to both together."""
STRAIGHT = 4.0
"""How strong a pull has to be for its link to be made straight."""
SLACK = 0.01
"""How strongly a thing without links keeps its place."""

Pull = tuple[int, float]
"""The number of what pulls at a thing, and how strongly it does. Things are numbered column by column."""
Column = tuple[int, list[float]]
"""The number of the topmost thing of a column, and how far each is at least below that one."""


def spread(
    columns: Sequence[Sequence[T]],
    size: Mapping[T, float],
    gaps: Mapping[tuple[T, T], float],
    pulls: Mapping[T, Sequence[tuple[T, float]]],
) -> dict[T, float]:
    """Return the middle of each thing, the topmost edge at 0.

    Args:
        columns: things that share a column, from top to bottom.
        size: how much room each takes.
        gaps: how far two neighbours in a column must be apart.
        pulls: what each thing is linked with, and how strongly.

    Linear in the links for each of a fixed number of rounds.
    """
    things = [thing for column in columns for thing in column]
    number = {thing: place for place, thing in enumerate(things)}
    pulling = [[(number[other], strength) for other, strength in pulls.get(thing, ())] for thing in things]
    turns: list[Column] = []
    middle: list[float] = []
    for column in columns:
        turns.append((len(middle), _offsets(column, size, gaps)))
        middle += [size[column[0]] / 2 + offset for offset in turns[-1][1]]
    _settle(turns, pulling, middle)
    top = min(place - size[thing] / 2 for thing, place in zip(things, middle, strict=True))
    return {thing: place - top for thing, place in zip(things, middle, strict=True)}


def _offsets(column: Sequence[T], size: Mapping[T, float], gaps: Mapping[tuple[T, T], float]) -> list[float]:
    """Return how far the middle of each thing is at least below that of the first."""
    offsets = [0.0]
    for one, other in pairwise(column):
        offsets.append(offsets[-1] + (size[one] + size[other]) / 2 + gaps[one, other])
    return offsets


def _settle(turns: Sequence[Column], pulls: Sequence[Sequence[Pull]], middle: list[float]) -> None:
    """Move all columns again and again, at last only to what they are to be level with."""
    first = [start for start, offsets in turns for _ in offsets]
    last = [start + len(offsets) for start, offsets in turns for _ in offsets]
    behind = [[pull for pull in found if pull[0] >= start] for start, found in zip(first, pulls, strict=True)]
    before = [[pull for pull in found if pull[0] < end] for end, found in zip(last, pulls, strict=True)]
    level = [[pull for pull in found if pull[1] >= STRAIGHT] for found in before]
    back = turns[::-1]
    for _ in range(SWEEPS):
        _sweep(back, behind, middle)
        _sweep(turns, before, middle)
    for _ in range(ROUNDS):
        _sweep(back, pulls, middle)
    _sweep(turns, level, middle)


def _sweep(turns: Iterable[Column], pulls: Sequence[Sequence[Pull]], middle: list[float]) -> None:
    """Move each column in turn to what pulls at it."""
    for start, offsets in turns:
        wanted = []
        for place, found in enumerate(pulls[start : start + len(offsets)], start):
            drawn = force = 0.0
            for other, strength in found:
                drawn += middle[other] * strength
                force += strength
            wanted.append((drawn / force, force) if found else (middle[place], SLACK))
        middle[start : start + len(offsets)] = _settled(wanted, offsets)


def _settled(wanted: Sequence[tuple[float, float]], offsets: Sequence[float]) -> list[float]:
    """Return the places nearest to the wanted ones that keep the distances."""
    pools: list[tuple[float, float, int]] = []
    for (place, force), offset in zip(wanted, offsets, strict=True):
        pool = (place - offset, force, 1)
        while pools and pools[-1][0] > pool[0]:
            at, weight, count = pools.pop()
            both = weight + pool[1]
            pool = ((at * weight + pool[0] * pool[1]) / both, both, count + pool[2])
        pools.append(pool)
    levels = [at for at, _, count in pools for _ in range(count)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]
