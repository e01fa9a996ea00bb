"""A scene as a flowchart, and what of it Mermaid would not draw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from mapper.render.diagram.dot.dot import BAND_BORDER, BAND_LOOKS, BAND_SHARE
from mapper.render.diagram.dot.frame import MOST_WIDTH, frame
from mapper.render.diagram.overview.scene import overview
from mapper.render.diagram.scene.lines import Line as TextLine
from mapper.render.diagram.scene.scene import Line, Panel, Scene, Spot, scene
from mapper.render.diagram.show.shown import shown
from mapper.render.diagram.symbols import INK, tint
from mapper.render.diagram.views import View, ViewKind
from mapper.render.mermaid.escape import escaped
from mapper.render.mermaid.looks import CAPTION, PAPER, SHAPES, classes, course, look
from mapper.render.stamp import stamped

if TYPE_CHECKING:
    from mapper.evaluate import Evaluation
    from mapper.render.diagram.plan.plan import Direction

MOST_LINKS, MOST_LETTERS = 500, 50_000
"""What Mermaid draws at most (its settings ``maxEdges`` and ``maxTextSize``); no file can ask for more."""
TOWARDS = {"LR": "RL", "TB": "BT"}
"""Links run from premise to conclusion, so that the claim stands where a picture begins."""
SETTINGS = """\
---
config:
  look: classic
  theme: neutral
  themeVariables:
    fontSize: 12px
  flowchart:
    curve: basis
    htmlLabels: true
    nodeSpacing: 20
    padding: 10
    rankSpacing: 40
    wrappingWidth: 1100
---
"""
"""Letters as large as on our own cards, whose lines are broken already."""
COMMENT = "%% "
POINT = " "
"""The label of a point, which may not be empty."""


def mermaid(evaluation: Evaluation, view: View | None = None, *, summary: str = "", direction: Direction = "LR") -> str:
    """Return a picture of an evaluated case as a flowchart of Mermaid.

    The same case gives the same text. Where it has more than Mermaid draws, a comment at its head says so.

    Args:
        evaluation: the case with its labels.
        view: what is shown; everything, unless it is said otherwise.
        summary: what stands and why not, for the caption.
        direction: ``LR`` (support at the right) or ``TB`` (support at the bottom).

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    view = view or View()
    seen = shown(evaluation, view)
    drawn = overview(evaluation, seen).scene if view.kind == ViewKind.OVERVIEW else scene(evaluation, seen)
    caption = frame(evaluation, view, seen, drawn, MOST_WIDTH, summary).caption
    body = "\n".join(_written(drawn, caption, direction)) + "\n"
    too_much = excess(stamped((SETTINGS + body).encode("utf-8"), "mermaid").decode("utf-8"))
    return SETTINGS + (f"{COMMENT}{too_much}\n" if too_much else "") + body


def remark(text: str) -> str:
    """Return what a flowchart says at its head of what Mermaid would not draw; nothing if it says nothing."""
    first = text.removeprefix(SETTINGS).partition("\n")[0]
    return first.removeprefix(COMMENT) if first.startswith(COMMENT) else ""


def excess(text: str) -> str:
    """Return what a flowchart has more of than Mermaid draws, and what to do about it; nothing if it has not.

    Letters are counted as JavaScript does.
    """
    links = len(re.findall(r"^n\d+ \S+ n\d+$|^n\d+ \S+\|.*\| n\d+$", text, re.MULTILINE))
    letters = len(text.encode("utf-16-le")) // 2
    found = [f"{links} links (it draws up to {MOST_LINKS})"] if links > MOST_LINKS else []
    found += [f"{letters:,} characters (it reads up to {MOST_LETTERS:,})"] if letters > MOST_LETTERS else []
    return f"too much for Mermaid: {' and '.join(found)}; draw the overview, or one claim" if found else ""


def _written(drawn: Scene, caption: Iterable[TextLine], direction: Direction) -> Iterator[str]:
    yield f"flowchart {TOWARDS[direction]}"
    # The band that is written last stands first.
    for number, panel in reversed(tuple(enumerate(drawn.panels, start=1))):
        yield from _band(f"b{number}", panel, direction)
    yield from _above(tuple(caption))
    yield from map(_link, drawn.lines)
    yield from _strokes(drawn.lines)
    yield from _classes(drawn)


def _above(caption: tuple[TextLine, ...]) -> Iterator[str]:
    """Yield the caption as a band of its own, since of what stands in none Mermaid puts all at the end."""
    yield f'subgraph b0["{_label(caption[:1])}"]'
    yield f'caption["{_label(caption[1:])}"]'
    yield "end"
    yield f"style b0 fill:{PAPER},stroke:{PAPER},color:{INK}"


def _band(name: str, panel: Panel, direction: Direction) -> Iterator[str]:
    yield f'subgraph {name}["<b>{escaped(panel.title)}</b>"]'
    yield f"direction {TOWARDS[direction]}"
    yield from map(_node, panel.spots)
    yield "end"
    hue, ink, _ = BAND_LOOKS[panel.kind]
    yield f"style {name} fill:{tint(hue, BAND_SHARE)},stroke:{BAND_BORDER},color:{ink}"


def _node(spot: Spot) -> str:
    form = spot.place.form
    kind = spot.card.kind if spot.card else None
    begin, end = SHAPES[kind or form]
    return f'{spot.name}{begin}"{_label(spot.lines) or POINT}"{end}'


def _label(lines: Iterable[TextLine]) -> str:
    """Return lines of text as a label; those in bold that follow each other are so together."""
    pieces = [(_is_bold(line), _text(line)) for line in lines]
    runs = ((bold, "<br>".join(text for _, text in run)) for bold, run in groupby(pieces, key=lambda piece: piece[0]))
    return "<br>".join(f"<b>{text}</b>" if bold else text for bold, text in runs)


def _is_bold(line: TextLine) -> bool:
    return bool(line.left) and line.left[0].bold


def _text(line: TextLine) -> str:
    """Return a line of text; the status of a row comes first, since there is no other edge for it to stand at."""
    sides = (line.right, line.left) if line.mark else (line.left, line.right)
    return escaped("  ".join("".join(piece.text for piece in side) for side in sides if side))


def _link(line: Line) -> str:
    link = line.link
    said = "<br>".join(map(escaped, filter(None, (link.word, link.note))))
    beside = f'|"{said}"|' if said else ""
    return f"{line.head} {course(link)}{beside} {line.tail}"


def _strokes(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the strokes of links, each with the numbers of those that have it."""
    alike: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        alike.setdefault(look(line.link), []).append(str(number))
    for stroke, numbers in sorted(alike.items()):
        yield f"linkStyle {','.join(numbers)} {stroke}"


def _classes(drawn: Scene) -> Iterator[str]:
    """Yield the classes that are used, then which node is of which."""
    members: dict[str, list[str]] = {CAPTION: [CAPTION]}
    for spot in (spot for panel in drawn.panels for spot in panel.spots):
        kind = spot.card.kind if spot.card else None
        for name in ((kind or spot.place.form).value, *([spot.card.mark.value] if spot.card else ())):
            members.setdefault(name, []).append(spot.name)
    used = {name: what for name, what in classes().items() if name in members}
    yield from (f"classDef {name} {what}" for name, what in used.items())
    yield from (f"class {','.join(members[name])} {name}" for name in used)
