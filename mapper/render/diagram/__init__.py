"""Drawing an evaluated case: SVG, PDF, PNG, or DOT.

A picture is made in steps, each a value that the next one reads: what is *shown* (``views``), as which *items* and
moves (``items``), in which *bands* (``bands``), with which *links* (``links``, ``rows``), saying what (``cards``):
the *scene*. Where it all goes is the *plan* (``columns``, ``spread``, ``packing``, ``curves``). Then it is written
as DOT (``labels``, ``canvas``, ``dot``), drawn by Graphviz in a process of its own (``layout``, ``engine``), and, if it
is an SVG, given its titles, links and font (``svg``).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from mapper.render.diagram.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapper.evaluate import Evaluation
    from mapper.render.diagram.dot.frame import Frame
    from mapper.render.diagram.plan.plan import Direction
    from mapper.render.diagram.scene.scene import Scene, Spot
    from mapper.render.diagram.svg import Note

__all__ = ["FORMATS", "View", "draw"]

Format = Literal["svg", "pdf", "png", "dot"]
FORMATS: tuple[Format, ...] = ("svg", "pdf", "png", "dot")
"""What a picture can be written as, which is also how the names of such files end."""

SECONDS = 60.0
"""How long a picture may take unless it is said otherwise."""
SCREEN_DPI = 96
"""How many dots of a PNG make an inch unless it is said otherwise; 300 is usual in print."""


def draw(  # noqa: PLR0913  # each is a choice of its own
    evaluation: Evaluation,
    view: View | None = None,
    form: Format = "svg",
    *,
    summary: str = "",
    direction: Direction = "LR",
    timeout: float = SECONDS,
    dpi: int = SCREEN_DPI,
) -> bytes:
    """Return a picture of an evaluated case.

    The same case gives the same bytes in every format that is text, and in PDF.

    Args:
        evaluation: the case with its labels.
        view: what is shown; everything, unless it is said otherwise.
        form: ``svg``, ``pdf``, ``png`` or ``dot``.
        summary: what stands and why not, for the caption.
        direction: ``LR`` (support at the right) or ``TB`` (support at the bottom).
        timeout: how many seconds the drawing may take.
        dpi: how many dots of a PNG make an inch.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no Graphviz, if it fails or takes too long, or if a PNG would have too many dots.
    """
    from mapper.render.diagram.dot.dot import dot, size
    from mapper.render.diagram.dot.frame import frame
    from mapper.render.diagram.plan.plan import plan
    from mapper.render.diagram.scene.scene import scene

    view = view or View()
    shown = scene(evaluation, view)
    planned = plan(shown, direction)
    around = frame(evaluation, view, shown, planned.width, summary)
    source = dot(shown, planned, around, dpi=dpi if form == "png" else None)
    if form == "dot":
        return source.encode("utf-8")
    from mapper.render.diagram.layout import check_dots, picture
    from mapper.render.diagram.metadata import dated, sized
    from mapper.render.fontface import missing

    if form == "png":
        check_dots(*size(planned, around), dpi)
    found = picture(source, form, timeout=timeout, system_fonts=bool(missing(source)))
    if form == "svg":
        return _finished(found, evaluation, shown, around)
    return dated(found, int(os.environ.get("SOURCE_DATE_EPOCH", "0"))) if form == "pdf" else sized(found, dpi)


def _finished(svg: bytes, evaluation: Evaluation, shown: Scene, around: Frame) -> bytes:
    """Return an SVG with its titles, links and font; the lines of the caption describe it."""
    from mapper.render.diagram.svg import finished

    caption = evaluation.graph.setting.caption
    lines = ("".join(piece.text for piece in line.left) for line in around.caption)
    return finished(svg, caption.title if caption else "Argument map", "\n".join(lines), dict(_notes(shown)))


def _notes(shown: Scene) -> Iterator[tuple[str, Note]]:
    """Yield what is added to each part of an SVG, by the id that it has there."""
    from mapper.render.diagram.svg import Note

    homes = shown.homes
    for panel in shown.panels:
        yield panel.id, Note(panel.id, panel.title)
        for spot in panel.spots:
            yield from _spot_notes(spot, homes)
    for line in shown.lines:
        yield line.id, Note(line.id, line.about)


def _spot_notes(spot: Spot, homes: Mapping[str, str]) -> Iterator[tuple[str, Note]]:
    """Yield what is added to a card, a chip or a point, and to its rows."""
    from mapper.render.diagram.dot.labels import marked
    from mapper.render.diagram.scene.lines import SOURCE
    from mapper.render.diagram.scene.links import Form
    from mapper.render.diagram.scene.scene import row_id
    from mapper.render.diagram.svg import Note

    rows = spot.card.rows if spot.card else ()
    chip = spot.place.form is Form.CHIP
    targets = [f"#{homes[row.keys[0]]}" if row.keys[0] in homes else "" for row in rows]
    alone = chip and len(rows) == 1
    yield spot.id, Note(spot.id, rows[0].about if alone else spot.about, targets[0] if alone else "")
    if spot.card and spot.card.href:
        yield f"a_{marked(spot.name, SOURCE)}", Note(href=spot.card.href)
    for number, row in enumerate(() if alone else rows):
        found = Note(title=row.about, href=targets[number]) if chip else Note(row_id(row), row.about, row.href)
        yield f"a_{marked(spot.name, str(number))}", found
