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
    apart = [[_apart(a, b, size, gaps) for a, b in pairwise(column)] for column in columns]
    middle: dict[T, float] = {}
    for column, distances in zip(columns, apart, strict=True):
        place = size[column[0]] / 2
        for thing, distance in zip(column, [*distances, 0.0], strict=True):
            middle[thing] = place
            place += distance
    turns = list(zip(columns, apart, strict=True))
    number = {thing: place for place, column in enumerate(columns) for thing in column}
    behind = {thing: [pull for pull in pulls.get(thing, ()) if number[pull[0]] >= own] for thing, own in number.items()}
    before = {thing: [pull for pull in pulls.get(thing, ()) if number[pull[0]] <= own] for thing, own in number.items()}
    for _ in range(SWEEPS):
        _sweep(turns[::-1], behind, middle)
        _sweep(turns, before, middle)
    for _ in range(ROUNDS):
        _sweep(turns[::-1], pulls, middle)
    _sweep(turns, {thing: _strong(before[thing]) for thing in before}, middle)
    top = min(middle[thing] - size[thing] / 2 for column in columns for thing in column)
    return {thing: place - top for thing, place in middle.items()}


def _strong(pulls: Sequence[tuple[T, float]]) -> Sequence[tuple[T, float]]:
    """Return the pulls that are to be straight in the end where there is room."""
    return [pull for pull in pulls if pull[1] >= STRAIGHT]


def _sweep(
    turns: Iterable[tuple[Sequence[T], Sequence[float]]],
    pulls: Mapping[T, Sequence[tuple[T, float]]],
    middle: dict[T, float],
) -> None:
    """Move each column in turn to what pulls at it."""
    for column, distances in turns:
        wanted = [_wanted(thing, pulls, middle) for thing in column]
        middle.update(zip(column, _settled(wanted, distances), strict=True))


def _apart(one: T, other: T, size: Mapping[T, float], gaps: Mapping[tuple[T, T], float]) -> float:
    return (size[one] + size[other]) / 2 + gaps[one, other]


def _wanted(thing: T, pulls: Mapping[T, Sequence[tuple[T, float]]], middle: Mapping[T, float]) -> tuple[float, float]:
    """Return where a thing is drawn to, and how strongly; one without links stays where it is, but gives way."""
    found = pulls.get(thing, ())
    force = sum(strength for _, strength in found)
    if not force:
        return middle[thing], 0.01
    return sum(middle[other] * strength for other, strength in found) / force, force


def _settled(wanted: Sequence[tuple[float, float]], distances: Sequence[float]) -> list[float]:
    """Return the places nearest to the wanted ones that keep the distances."""
    offsets = [0.0]
    for distance in distances:
        offsets.append(offsets[-1] + distance)
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
