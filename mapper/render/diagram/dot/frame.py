"""What stands around the bands: the caption, what stands and why not, the legend, and the key list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph
from mapper.render.diagram.measure import width, wrap
from mapper.render.diagram.scene.lines import Line, line, lines_height
from mapper.render.diagram.scene.links import Form
from mapper.render.diagram.scene.scene import Scene, Spot
from mapper.render.diagram.show.shown import words
from mapper.render.diagram.symbols import (
    CAPTION_SIZE,
    FLOW_MEANINGS,
    GLYPHS,
    HEADLINE_SIZE,
    INK,
    LOOKS,
    MEANINGS,
    SMALL_SIZE,
    SOFT,
    TEXT_SIZE,
    Flow,
    Mark,
)
from mapper.render.diagram.views import MEANING_OF, Difference, Shown, View
from mapper.render.text.groups import INNER
from mapper.render.text.play import in_play
from mapper.vocabulary import Kind

CHIPS: Mapping[frozenset[bool], str] = {
    frozenset({True}): "drawn in full elsewhere",
    frozenset({False}): "named only",
    frozenset({True, False}): "drawn in full elsewhere, or named only",
}
"""What the legend says of chips, by whether what they name is drawn."""
LEAST_WIDTH = 470.0
"""The width that a caption has even above a small picture, in points."""
MOST_WIDTH = 760.0
"""The width of a line of the caption that is still easy to read, in points."""
SUMMARY_LINES = 4
KEY_WIDTH, KEY_GAP = 250.0, 14.0
"""The width of a column of the key list, and the room between two."""
SIGN_WIDTH, SIGN_HEIGHT, SIGN_GAP = 24.0, 15.0, 13.0
"""The width of a symbol in the legend, the height of its lines, and the room between two entries."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the legend: a symbol and what it means.

    Attributes:
        shows: a kind of card, a status, a chip or a point, what a link carries, or what differs.
        attack: whether the link is an attack.
    """

    shows: Kind | Mark | Form | Flow | Difference
    meaning: str
    attack: bool = False

    @property
    def width(self) -> float:
        """Return the width of the entry."""
        return SIGN_WIDTH + 5 + width(self.meaning, SMALL_SIZE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the bands.

    Attributes:
        caption: the lines above the picture.
        legend: the lines of the legend, each sign with the place where it begins.
        keys: the columns of the key list.
    """

    caption: tuple[Line, ...]
    legend: tuple[tuple[tuple[float, Sign], ...], ...]
    keys: tuple[tuple[Line, ...], ...]

    @property
    def top(self) -> float:
        """Return the height of what stands above the picture."""
        return self.caption_height + SIGN_HEIGHT * len(self.legend) + 10

    @property
    def caption_height(self) -> float:
        """Return the height of the caption."""
        return lines_height(self.caption) + 6

    @property
    def bottom(self) -> float:
        """Return the height of what stands below the picture."""
        tallest = max(map(lines_height, self.keys), default=0.0)
        return tallest + 16.0 if tallest else 0.0


def frame(  # noqa: PLR0913  # what is shown, and what is said of it
    evaluation: Evaluation, view: View, seen: Shown, scene: Scene, room: float, summary: str, *, remark: str = ""
) -> Frame:
    """Return what stands around a picture that is as wide as the room, with a remark on how it is laid out."""
    wide = max(room, LEAST_WIDTH)
    return Frame(
        caption=(*_caption(evaluation, view, seen, summary, min(wide, MOST_WIDTH)), *_remarked(remark)),
        legend=tuple(_flowing(_signs(scene, seen), wide)),
        keys=tuple(_columns(scene, wide)) if view.key_list else (),
    )


# The caption


def _caption(evaluation: Evaluation, view: View, seen: Shown, summary: str, room: float) -> Iterator[Line]:
    case = evaluation.graph.setting.caption
    place = " · ".join(str(part) for part in (case.court, case.docket) if part) if case else ""
    for text in wrap(case.title if case else "Argument map", room, HEADLINE_SIZE, bold=True, lines=2):
        yield line(text, HEADLINE_SIZE, INK, bold=True)
    for text in (place, " · ".join(filter(None, _context(evaluation, view)))):
        yield from (line(part, CAPTION_SIZE, SOFT) for part in wrap(text, room, CAPTION_SIZE, lines=2))
    for text in wrap(summary, room, CAPTION_SIZE, bold=True, lines=SUMMARY_LINES):
        yield line(text, CAPTION_SIZE, INK, bold=True)
    differs = tuple(_differences(evaluation.graph, seen))
    for text in wrap(" · ".join(differs or _counts(evaluation, seen.statements)), room, TEXT_SIZE, lines=2):
        yield line(text, TEXT_SIZE, SOFT)


def _remarked(remark: str) -> Iterator[Line]:
    if remark:
        yield from (line(text, TEXT_SIZE, INK) for text in wrap(remark, MOST_WIDTH, TEXT_SIZE))


def _context(evaluation: Evaluation, view: View) -> Iterator[str]:
    """Yield under what the case is evaluated, and what part of it is shown."""
    context = evaluation.context
    yield f"Stage: {context.stage.value.replace('-', ' ')}"
    if context.scenario is not None:
        yield f"Scenario: {evaluation.graph.setting.scenarios[context.scenario].title or context.scenario}"
    for word, addresses in (
        ("accepting", context.accept),
        ("rejecting", context.reject),
        ("leaving open", context.open),
        ("without", context.drop),
    ):
        if addresses:
            yield f"{word} {', '.join(addresses)}"
    yield words(view)


def _counts(evaluation: Evaluation, seen: frozenset[str]) -> Iterator[str]:
    """Yield how many claims and elements there are of each status, and how many statements."""
    graph = evaluation.graph
    for kind in (Kind.CLAIM, Kind.ELEMENT):
        found = [s.id for s in in_play(evaluation, graph.of_kind(kind)) if s.id in seen and s.element not in INNER]
        if found:
            statuses = Counter(evaluation.status(name).value for name in found)
            yield f"{_number(len(found), kind.value)}: {', '.join(f'{n} {status}' for status, n in statuses.items())}"
    yield _number(sum(graph.statements[name].element not in INNER for name in seen), "statement")


def _differences(graph: ArgumentGraph, seen: Shown) -> Iterator[str]:
    """Yield of how many statements it is said that they are new, gone, and so on, if it is said of any."""
    told = [name for name in seen.statements if graph.statements[name].element not in INNER]
    signs = Counter(sign for name in told for sign in {remark.sign for remark in seen.remarks.get(name, ())} - {None})
    if signs:
        yield _number(len(told), "statement")
        yield from (f"{signs[sign]} {MEANING_OF[sign]}" for sign in Difference if signs[sign])
    if seen.left_out:
        yield f"{_number(seen.left_out, 'claim')} not in play left out"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


# The legend


def _signs(scene: Scene, seen: Shown) -> Iterator[tuple[Sign, ...]]:
    """Yield the groups of the legend, with only the symbols that are used."""
    spots = [spot for panel in scene.panels for spot in panel.spots]
    kinds = {spot.card.kind for spot in spots if spot.card}
    forms = {spot.place.form for spot in spots}
    marks = {mark for spot in spots for mark in _marks(spot)}
    chip = [Sign(Form.CHIP, _chip_meaning(scene))] if Form.CHIP in forms else []
    yield (*(Sign(kind, kind.value) for kind in LOOKS if kind in kinds), *chip)
    yield tuple(Sign(mark, f"{GLYPHS[mark]}  {MEANINGS[mark]}".lstrip()) for mark in Mark if mark in marks)
    yield tuple(_link_signs(scene, forms))
    differs = {remark.sign for remarks in seen.remarks.values() for remark in remarks}
    yield tuple(Sign(sign, MEANING_OF[sign]) for sign in Difference if sign in differs)


def _marks(spot: Spot) -> Iterator[Mark]:
    """Yield the marks of a card and of its rows; a reference says in words what is not in play."""
    marks = (spot.card.mark, *(row.mark for row in spot.card.rows)) if spot.card else ()
    yield from (mark for mark in marks if mark is not Mark.ABSENT or spot.place.form is Form.CARD)


def _chip_meaning(scene: Scene) -> str:
    """Return what the chips of a picture stand for."""
    homes = scene.homes
    chips = [spot.card for panel in scene.panels for spot in panel.spots if spot.place.form is Form.CHIP]
    drawn = {row.keys[0] in homes for card in chips if card for row in card.rows}
    return CHIPS[frozenset(drawn)]


def _link_signs(scene: Scene, forms: set[Form]) -> Iterator[Sign]:
    links = [drawn.link for drawn in scene.lines]
    words = dict.fromkeys(link.word for link in links if link.word)
    if any(not link.word for link in links):
        yield Sign(Flow.LIVE, "supports")
    if Form.JUNCTION in forms:
        yield Sign(Form.JUNCTION, "needed together")
    if Form.KNOT in forms:
        yield Sign(Form.KNOT, "a step that is attacked")
    if words:
        yield Sign(Flow.LIVE, f"attacks: {', '.join(words)}", attack=True)
    for flow in (Flow.OPEN, Flow.DEAD):
        if any(link.flow is flow for link in links):
            yield Sign(flow, FLOW_MEANINGS[flow])


def _flowing(groups: Iterable[tuple[Sign, ...]], room: float) -> Iterator[tuple[tuple[float, Sign], ...]]:
    """Yield lines of signs that are no wider than the room, each group on lines of its own."""
    for group in groups:
        row: list[tuple[float, Sign]] = []
        end = 0.0
        for sign in group:
            if row and end + sign.width > room:
                yield tuple(row)
                row, end = [], 0.0
            row.append((end, sign))
            end += sign.width + SIGN_GAP
        if row:
            yield tuple(row)


# The key list


def _columns(scene: Scene, room: float) -> Iterator[tuple[Line, ...]]:
    """Yield columns of about one height with everything that there is to say of what is drawn."""
    texts = dict.fromkeys(text for panel in scene.panels for spot in panel.spots for text in spot.texts)
    entries = [tuple(_entry(text)) for text in texts if text]
    heights = [lines_height(entry) for entry in entries]
    count = max(1, int((room + KEY_GAP) // (KEY_WIDTH + KEY_GAP)))
    limit = sum(heights) / count
    column = [line("KEY LIST", TEXT_SIZE, INK, bold=True), line("", SMALL_SIZE, SOFT)]
    used = 0.0
    for entry, height in zip(entries, heights, strict=True):
        if column and used + height / 2 > limit:
            yield tuple(column)
            column, used = [], 0.0
        column.extend(entry)
        used += height
    if column:
        yield tuple(column)


def _entry(text: str) -> Iterator[Line]:
    """Yield the lines of one entry: what it is about in bold, then the rest."""
    head, *rest = text.split("\n")
    for part in wrap(head, KEY_WIDTH, SMALL_SIZE, bold=True):
        yield line(part, SMALL_SIZE, INK, bold=True)
    for paragraph in rest:
        for part in wrap(paragraph, KEY_WIDTH, SMALL_SIZE):
            yield line(part, SMALL_SIZE, SOFT)
    yield line("", SMALL_SIZE, SOFT)
