"""In which column each place stands, and in which order: both follow from the case, so that no edit reshuffles it.

Layered drawing after Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), with two of its choices made by the case:
a column is the distance from the claim, and the order within it is that of the file, not the one with the fewest
crossings. (Graphviz's ``dot`` keeps no order of siblings within a cluster, neither by ``ordering=out`` nor by
edges on one rank.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mapper.render.diagram.scene.links import Form, Link, Place

Column = tuple[int, int]
"""How many cards lie between a place and the left edge, and whether it is a card or a point behind one."""

CARD, KNOT, JUNCTION = 0, 1, 2

LANES, FEW_LANES = 8, 40_000
"""How many lanes a band has at most for each place in it, and how many it may have at any rate.

In a deep argument, lanes can be as many as the square of the cards. With more than these, drawing would take minutes and
the cards would lie too far apart to be read together; so the longest links pass behind the cards.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """Where a long link passes between the cards of a column."""

    link: Link
    column: Column


Stop = Place | Lane
"""What takes up room in a column."""
Columns = Mapping[Column, tuple[Stop, ...]]
"""What stands in each column, from left to right, and in each from top to bottom."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of one band.

    Attributes:
        columns: what stands in each column from top to bottom; no column is empty.
        groups: the same of each part that is not linked with the others, from top to bottom.
        lanes: the lanes of each long link, from its conclusion to its premise.
        back: links that close a circle and so lead to the left.
        hidden: links that would take too many lanes, and so pass behind the cards.
    """

    columns: Columns
    groups: tuple[Columns, ...]
    lanes: Mapping[Link, tuple[Lane, ...]]
    back: frozenset[Link]
    hidden: frozenset[Link]


def grid(places: Iterable[Place], links: Iterable[Link], first: int) -> Grid:
    """Return the columns of a band that begins at the column ``first``; linear in its links, but for sorting."""
    every = tuple(links)
    led_to = {link.head for link in every}
    inside = sorted((_from_known(link, led_to) for link in every), key=lambda link: link.level)
    below: dict[Place, list[Link]] = {place: [] for place in places}
    for link in inside:
        below[link.tail].append(link)
    led_to = {link.head for link in inside}
    group = _groups(below)
    starts = sorted(below, key=lambda place: (group[place], place in led_to))
    back = _back(starts, below)
    column = _columns(below, back, first)
    passed = {link: _passed(link, column) for link in inside if link not in back and not link.level}
    reach = _reach(passed.values(), max(FEW_LANES, LANES * len(below)))
    lanes = {link: tuple(Lane(link, (n, CARD)) for n in found if len(found) <= reach) for link, found in passed.items()}
    stops = list(_in_order(starts, below, lanes))
    return Grid(
        columns=_by_column(stops, column),
        groups=tuple(_by_column(part, column) for part in _apart(stops, group)),
        lanes=lanes,
        back=back,
        hidden=frozenset(link for link, found in passed.items() if len(found) > reach),
    )


def _reach(passed: Iterable[range], room: int) -> int:
    """Return how many columns a link may pass between the cards, if there is room for so many lanes in all."""
    longest = -1
    for length, count in sorted(Counter(map(len, passed)).items()):
        room -= length * count
        if room < 0:
            return longest
        longest = length
    return longest


def _groups(below: Mapping[Place, list[Link]]) -> dict[Place, int]:
    """Return for each place the number of the part that it is linked with, in the order in which parts begin."""
    beside: dict[Place, list[Place]] = {place: [] for place in below}
    for links in below.values():
        for link in links:
            beside[link.tail].append(link.head)
            beside[link.head].append(link.tail)
    group: dict[Place, int] = {}
    for number, start in enumerate(below):
        todo = [start]
        while todo:
            place = todo.pop()
            if place not in group:
                group[place] = number
                todo.extend(beside[place])
    return group


def _apart(stops: Iterable[Stop], group: Mapping[Place, int]) -> Iterator[list[Stop]]:
    """Yield the stops of each part, in the order in which parts begin."""
    parts: dict[int, list[Stop]] = {number: [] for number in sorted(set(group.values()))}
    for stop in stops:
        parts[group[stop.link.tail if isinstance(stop, Lane) else stop]].append(stop)
    yield from parts.values()


def _by_column(stops: Iterable[Stop], column: Mapping[Place, Column]) -> Columns:
    found: dict[Column, list[Stop]] = {}
    for stop in stops:
        found.setdefault(stop.column if isinstance(stop, Lane) else column[stop], []).append(stop)
    return {key: tuple(found[key]) for key in sorted(found)}


def _from_known(link: Link, led_to: set[Place]) -> Link:
    """Return a link between rivals turned round if nothing leads to the first of them but something to the second."""
    turn = link.level and link.tail not in led_to
    return replace(link, tail=link.head, head=link.tail) if turn else link


def _back(starts: Iterable[Place], below: Mapping[Place, list[Link]]) -> frozenset[Link]:
    """Return the links that lead back to where one came from, going down from the starts."""
    back: set[Link] = set()
    above: set[Place] = set()
    seen: set[Place] = set()
    todo: list[tuple[Place, bool]] = [(place, False) for place in starts][::-1]
    while todo:
        place, done = todo.pop()
        if done:
            above.discard(place)
        elif place not in seen:
            seen.add(place)
            above.add(place)
            back.update(link for link in below[place] if link.head in above)
            todo.append((place, True))
            todo.extend((link.head, False) for link in reversed(below[place]))
    return frozenset(back)


def _columns(below: Mapping[Place, list[Link]], back: frozenset[Link], first: int) -> dict[Place, Column]:
    """Return the column of each place: behind everything that leads to it, and rivals beside each other."""
    gates = {place for place in below if _is_gate(place, below)}
    column = {place: (first, _depth(place, gates)) for place in below}
    waiting = dict.fromkeys(below, 0)
    for links in below.values():
        for link in links:
            waiting[link.head] += link not in back
    ready = [place for place in below if not waiting[place]]
    while ready:
        place = ready.pop()
        for link in below[place]:
            if link not in back:
                head = link.head
                behind = column[place] if link.level else _behind(column[place], _depth(head, gates))
                column[head] = max(column[head], behind)
                waiting[head] -= 1
                if not waiting[head]:
                    ready.append(head)
    return column


def _behind(column: Column, depth: int) -> Column:
    """Return the first column of a depth behind another column."""
    level, before = column
    return (level, depth) if depth > before else (level + 1, depth)


def _is_gate(place: Place, below: Mapping[Place, list[Link]]) -> bool:
    """Return whether a knot has points behind it, and so needs a column before theirs."""
    return place.form is Form.KNOT and any(link.head.is_point for link in below[place])


def _depth(place: Place, gates: set[Place]) -> int:
    if not place.is_point:
        return CARD
    return KNOT if place in gates else JUNCTION


def _passed(link: Link, column: Mapping[Place, Column]) -> range:
    """Return the columns of cards that a link passes."""
    (start, _), (end, depth) = column[link.tail], column[link.head]
    return range(start + 1, end + (depth != CARD))


def _in_order(
    starts: Iterable[Place], below: Mapping[Place, list[Link]], lanes: Mapping[Link, tuple[Lane, ...]]
) -> Iterator[Stop]:
    """Yield places and lanes as they are met going down from the starts, each once."""
    seen: set[Place] = set()
    todo: list[Place | Link] = [*starts]
    todo.reverse()
    while todo:
        found = todo.pop()
        if isinstance(found, Link):
            yield from lanes.get(found, ())
            found = found.head
        if found not in seen:
            seen.add(found)
            yield found
            todo.extend(reversed(below[found]))
