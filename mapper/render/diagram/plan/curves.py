"""The course of each link: cubic curves that leave and reach everything at a right angle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mapper.render.diagram.plan.boxes import Box, Point
from mapper.render.diagram.plan.columns import Stop
from mapper.render.diagram.plan.plan import Plan
from mapper.render.diagram.scene.links import Link, Place

ARROW, TEE = 6.0, 2.3
"""How long the two kinds of head are, in points."""
RIM = 0.6
"""How far from a point its links begin, so that a head does not touch it."""
STRAIGHT = 4.0
"""Ends that differ by less than this are drawn at one height."""
BEND = 26.0
"""How wide a bend is into which a straight line turns."""
HAIR = 1.0
"""A distance that is none."""
DETOUR = 60.0
"""How far a link that leads back swings out."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A link as it is drawn.

    Attributes:
        points: start, and for each cubic piece two control points and the end.
        tip: where the head at the start points to, if there is one.
        tip_at_end: the same for the other end.
    """

    points: tuple[Point, ...]
    tip: Point | None = None
    tip_at_end: Point | None = None


def curve(link: Link, plan: Plan) -> Curve:
    """Return the course of a link; it is found as if links ran from left to right."""
    flat = plan.direction == "LR"
    lanes = plan.lanes.get(link, ())
    stops: tuple[Stop, ...] = (link.tail, link.head, *lanes)
    tail, head, *between = (plan.stops[stop] if flat else plan.stops[stop].turned() for stop in stops)
    if link.level:
        found = _between(tail, head) if tail.x == head.x else _beside(tail, head)
    elif link.is_direct:
        found = _across(tail, head)
    elif link in plan.back:
        found = _around(link, tail, head)
    elif link.word and link.tail.is_point and not lanes and _is_free(tail, head, plan):
        found = _from_above_or_below(tail, _into(link.head, head))
    else:
        found = _along(link, tail, head, between)
    return found if flat else _turned(found)


def _is_free(tail: Box, head: Box, plan: Plan) -> bool:
    """Return whether an attack can leave a point straight up or down: far enough, and without crossing another point."""
    (x, y), end = tail.middle, head.middle[1]
    low, high = sorted((y, end))
    between = plan.points.get(round(x), ())
    crossed = bisect_left(between, high - HAIR) - bisect_right(between, low + HAIR)
    return abs(end - y) > BEND and crossed <= 0


def straight(start: Point, end: Point, *, attack: bool) -> Curve:
    """Return a straight line from left to right with a head at its start."""
    begin = (start[0] + (TEE if attack else ARROW), start[1])
    return Curve(tuple(_smooth([begin, end])), start)


def _along(link: Link, tail: Box, head: Box, lanes: Sequence[Box]) -> Curve:
    """Return the course of a link that leads along the columns, through its lanes."""
    start, end = _out(link, tail), _into(link.head, head)
    if not lanes and abs(start[1] - end[1]) < STRAIGHT:
        height = end[1] if link.head.is_point else start[1]
        start, end = (start[0], height), (end[0], height)
    stops = [start, *(point for lane in lanes for point in ((lane.x, lane.y), (lane.right, lane.y))), end]
    if not (link.arrow or link.word):
        return Curve(tuple(_smooth(stops)))
    stops[0] = (start[0] + (TEE if link.word else ARROW), start[1])
    return Curve(tuple(_smooth(stops)), start)


def _smooth(stops: Sequence[Point]) -> list[Point]:
    points = [stops[0]]
    for (x1, y1), (x2, y2) in pairwise(stops):
        half = (x2 - x1) / 2
        points += [(x1 + half, y1), (x2 - half, y2), (x2, y2)]
    return points


def _out(link: Link, tail: Box) -> Point:
    """Return where a link leaves its conclusion: the edge of a card, the rim of a point where a head must be seen."""
    x, y = tail.middle
    if link.tail.is_point:
        return (tail.right + RIM if link.arrow or link.word else x), y
    return tail.right, y


def _into(place: Place, head: Box) -> Point:
    x, y = head.middle
    return (x if place.is_point else head.x), y


def _from_above_or_below(tail: Box, end: Point) -> Curve:
    """Return the course of an attack on a point, which meets the step from above or below."""
    x, y = tail.middle
    sign = 1.0 if end[1] > y else -1.0
    tip = (x, y + sign * (tail.height / 2 + RIM))
    start = (x, tip[1] + sign * TEE)
    far = abs(end[1] - start[1])
    return Curve((start, (x, start[1] + sign * far * 0.75), (x + (end[0] - x) * 0.2, end[1]), end), tip)


def _between(tail: Box, head: Box) -> Curve:
    """Return the course of a link between two in one column, with a head at each end."""
    upper, lower = (tail, head) if tail.y < head.y else (head, tail)
    x = upper.x + upper.width / 2
    start, end = (x, upper.bottom + TEE), (x, lower.y - TEE)
    third = (end[1] - start[1]) / 3
    points = (start, (x, start[1] + third), (x, end[1] - third), end)
    tips = (x, upper.bottom), (x, lower.y)
    return Curve(points, *tips) if upper is tail else Curve(points[::-1], *tips[::-1])


def _beside(tail: Box, head: Box) -> Curve:
    """Return the course of a link between rivals that stand in two columns, with a head at each end."""
    left, right = (tail, head) if tail.x < head.x else (head, tail)
    start, end = (left.right, left.middle[1]), (right.x, right.middle[1])
    points = _smooth([(start[0] + TEE, start[1]), (end[0] - TEE, end[1])])
    return Curve(tuple(points if left is tail else points[::-1]), *((start, end) if left is tail else (end, start)))


def _across(tail: Box, head: Box) -> Curve:
    """Return the course of a link to another band: straight down or up from its point, then in a bend to the card."""
    x, y = tail.middle
    end = (head.x, head.middle[1])
    sign = 1.0 if end[1] > y else -1.0
    tip = (x, y + sign * (tail.height / 2 + RIM))
    start = (x, tip[1] + sign * TEE)
    turn = (x, end[1] - sign * min(BEND, abs(end[1] - start[1])))
    third = (turn[1] - start[1]) / 3
    down = (start, (x, start[1] + third), (x, turn[1] - third), turn)
    return Curve((*down, (x, end[1] - sign * BEND / 4), (x + BEND / 3, end[1]), end), tip)


def _around(link: Link, tail: Box, head: Box) -> Curve:
    """Return the course of a link that leads back: out at the far side, behind the cards, and in at the near side."""
    start, end = _out(link, tail), _into(link.head, head)
    headed = link.arrow or link.word
    begin = (start[0] + (TEE if link.word else ARROW), start[1]) if headed else start
    points = (begin, (begin[0] + DETOUR, begin[1]), (end[0] - DETOUR, end[1]), end)
    return Curve(points, start if headed else None)


def _turned(found: Curve) -> Curve:
    tip, other = ((point[1], point[0]) if point else None for point in (found.tip, found.tip_at_end))
    return replace(found, points=tuple((y, x) for x, y in found.points), tip=tip, tip_at_end=other)
