"""The parts of the picture by numbers: what the page needs to give each of them another status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mapper.graph import ArgumentGraph
from mapper.render.diagram.measure import width
from mapper.render.diagram.scene.carriers import Ways
from mapper.render.diagram.scene.items import Items
from mapper.render.diagram.scene.links import Link
from mapper.render.diagram.scene.scene import ASIDE, Panel
from mapper.render.diagram.symbols import GLYPHS, SMALL_SIZE, Mark
from mapper.render.page.picture import Picture
from mapper.vocabulary import Status

Value = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Spot:
    """The statements that a card or a chip is about, and those of each of its rows; none for a point."""

    own: list[int]
    rows: list[list[int]]

    @property
    def value(self) -> Value:
        """Return it for JSON, without what is empty."""
        return {key: found for key, found in (("own", self.own), ("rows", self.rows)) if found}


def numbered(picture: Picture, graph: ArgumentGraph, items: Items) -> Value:
    """Return the parts of a picture as a value for JSON.

    ``spots``: of each card, chip or point, in the order of ``data-n``, the statements that it is about and those that
    each row of it is about; nothing of a point.
    ``links``: of each link, in the order of ``data-l``, the ways in which it carries something: each a list of groups,
    of which all are needed; a group is 0 for statements or 1 for steps, then their numbers, of which one is enough.
    ``ends``: the spots at the ends of each link. ``between``: the statements that stand there, or behind the points there. ``attacks``: the links that are attacks. ``tags``: of each text beside links, in the order of ``data-t``, these.
    ``widths``: how wide each status is on a card, in points.
    """
    statements = {name: number for number, name in enumerate(graph.statements)}
    steps = {name: number for number, name in enumerate(graph.arguments)}
    names = {spot.name: number for number, spot in enumerate(picture.spots)}
    numbers = {id(line.link): number for number, line in enumerate(picture.lines)}
    spots = list(_spots(picture.sheet.scene.panels, items, statements))
    ends = [(names[line.tail], names[line.head]) for line in picture.lines]
    standing = _Ends([spot.own for spot in spots], ends)
    return {
        "spots": [spot.value for spot in spots],
        "links": [_ways(line.link.ways, statements, steps) for line in picture.lines],
        "ends": ends,
        "between": [standing.of(pair, line.link) for pair, line in zip(ends, picture.lines, strict=True)],
        "attacks": [number for number, line in enumerate(picture.lines) if line.link.word],
        "tags": [[numbers[id(link)] for link in tag.links] for tag in picture.tags],
        "widths": _widths(),
    }


def _spots(panels: Iterable[Panel], items: Items, numbers: Mapping[str, int]) -> Iterator[_Spot]:
    """Yield what each card and chip is about, and each row of it, in the order of the picture."""
    for panel in panels:
        claim = panel.id.removeprefix(ASIDE)
        for spot in panel.spots:
            rows = spot.card.rows if spot.card else ()
            own = _about(spot.place.keys, claim, items, numbers) if spot.card else []
            yield _Spot(own, [_about(row.keys, claim, items, numbers) for row in rows])


class _Ends:
    """What stands at the ends of links, or behind the points there."""

    def __init__(self, own: Sequence[Sequence[int]], ends: Sequence[tuple[int, int]]) -> None:
        self.own = own
        self.behind: tuple[dict[int, list[int]], ...] = ({}, {})
        for tail, head in ends:
            self.behind[0].setdefault(head, []).append(tail)
            self.behind[1].setdefault(tail, []).append(head)

    def of(self, pair: tuple[int, int], link: Link) -> list[list[int]]:
        """Return the statements at both ends of a link; rivals stand at either end."""
        found = [self._at(end, side) for side, end in enumerate(pair)]
        return [[*found[0], *found[1]]] * 2 if link.level else found

    def _at(self, spot: int, side: int) -> list[int]:
        """Return the statements of a spot; of a point, those that links lead to from it, on one side of it."""
        found, seen, todo = dict[int, None](), {spot}, [spot]
        while todo:
            here = todo.pop()
            found |= dict.fromkeys(self.own[here])
            behind = [] if self.own[here] else [one for one in self.behind[side].get(here, ()) if one not in seen]
            todo.extend(behind)
            seen.update(behind)
        return list(found)


def _about(keys: Iterable[str], claim: str, items: Items, numbers: Mapping[str, int]) -> list[int]:
    """Return the numbers of the statements that items show in the band of a claim, or that have these ids."""
    return [
        n
        for key in keys
        for n in ([numbers[s.id] for s in items[key].for_claim(claim).statements] if key in items else [numbers[key]])
    ]


def _ways(ways: Ways, statements: Mapping[str, int], steps: Mapping[str, int]) -> list[list[list[int]]]:
    return [
        [
            [int(group.are_steps), *((steps if group.are_steps else statements)[name] for name in group.names)]
            for group in way
        ]
        for way in ways
    ]


def _widths() -> Value:
    words = {status.value for status in Status} | {"no support"}
    return {
        f"{glyph} {word}": round(width(f"{glyph} {word}", SMALL_SIZE, bold=True), 1)
        for glyph in (GLYPHS[mark] for mark in Mark if GLYPHS[mark])
        for word in sorted(words)
    }
