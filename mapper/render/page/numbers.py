"""The parts of the picture by numbers: what the page needs to give each of them another status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mapper.graph import ArgumentGraph
from mapper.render.diagram.measure import width
from mapper.render.diagram.scene.carriers import Ways
from mapper.render.diagram.scene.items import Items
from mapper.render.diagram.scene.scene import ASIDE, Panel
from mapper.render.diagram.symbols import GLYPHS, SMALL_SIZE, Mark
from mapper.render.page.picture import Picture
from mapper.vocabulary import Status

Value = dict[str, object]


def numbered(picture: Picture, graph: ArgumentGraph, items: Items) -> Value:
    """Return the parts of a picture as a value for JSON.

    ``spots``: of each card, chip or point, in the order of ``data-n``, the statements that it is about and those that
    each row of it is about; nothing of a point.
    ``links``: of each link, in the order of ``data-l``, the ways in which it carries something: each a list of groups,
    of which all are needed; a group is 0 for statements or 1 for steps, then their numbers, of which one is enough.
    ``ends``: the spots at the ends of each link. ``attacks``: the links that are attacks. ``tags``: of each text beside links, in the order of ``data-t``, these.
    ``widths``: how wide each status is on a card, in points.
    """
    statements = {name: number for number, name in enumerate(graph.statements)}
    steps = {name: number for number, name in enumerate(graph.arguments)}
    names = {spot.name: number for number, spot in enumerate(picture.spots)}
    numbers = {id(line.link): number for number, line in enumerate(picture.lines)}
    return {
        "spots": list(_spots(picture.sheet.scene.panels, items, statements)),
        "links": [_ways(line.link.ways, statements, steps) for line in picture.lines],
        "ends": [[names[line.tail], names[line.head]] for line in picture.lines],
        "attacks": [number for number, line in enumerate(picture.lines) if line.link.word],
        "tags": [[numbers[id(link)] for link in tag.links] for tag in picture.tags],
        "widths": _widths(),
    }


def _spots(panels: Iterable[Panel], items: Items, numbers: Mapping[str, int]) -> Iterator[Value]:
    """Yield what each card and chip is about, and each row of it, in the order of the picture."""
    for panel in panels:
        claim = panel.id.removeprefix(ASIDE)
        for spot in panel.spots:
            rows = spot.card.rows if spot.card else ()
            about = _about(spot.place.keys, claim, items, numbers) if spot.card else []
            each = [_about(row.keys, claim, items, numbers) for row in rows]
            yield {"own": about, "rows": each} if rows else {"own": about} if about else {}


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
        for glyph in (GLYPHS[mark] for mark in Mark)
        for word in sorted(words)
    }
