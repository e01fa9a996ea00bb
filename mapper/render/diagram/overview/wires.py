"""The course of a wire: straight pieces with round bends between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mapper.render.diagram.plan.boxes import Point

BEND = 7.0
"""The radius of a bend in a wire."""


def bent(corners: Sequence[Point]) -> list[Point]:
    """Return the course along these corners, which lie straight left of or below each other, with round bends."""
    way = [corners[0]]
    way += (there for here, there in pairwise(corners) if here != there)
    way = [p for n, p in enumerate(way) if n in (0, len(way) - 1) or not _is_straight(way[n - 1], p, way[n + 1])]
    points = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        first, second = _toward(corner, before), _toward(corner, after)
        points += straight((points[-1], first))[1:]
        points += [_toward(corner, before, 0.45), _toward(corner, after, 0.45), second]
    return [*points, *straight((points[-1], way[-1]))[1:]]


def _is_straight(one: Point, middle: Point, other: Point) -> bool:
    return one[0] == middle[0] == other[0] or one[1] == middle[1] == other[1]


def _toward(corner: Point, other: Point, share: float = 1.0) -> Point:
    """Return the point where a bend at a corner begins, on the way to another one; nearer by the share."""
    far = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    part = min(BEND, far / 2) / far * share
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def straight(ends: tuple[Point, Point]) -> list[Point]:
    """Return a straight piece: its beginning, two points on it, and its end."""
    (x1, y1), (x2, y2) = ends
    return [(x1, y1), (x1 + (x2 - x1) / 3, y1 + (y2 - y1) / 3), (x2 - (x2 - x1) / 3, y2 - (y2 - y1) / 3), (x2, y2)]
