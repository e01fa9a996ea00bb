"""Drawing an evaluated case: SVG, PDF, PNG, or DOT.

A picture is made in steps, each a value that the next one reads. ``show``: what a view shows. ``scene``: as which
items, in which bands, with which links, saying what. ``plan``: where it all goes. (``overview`` does both for a case at
a glance.) ``dot``: how it is written for Graphviz, which draws it in a process of its own (``layout``, ``engine``). An
SVG then gets its titles, links and font (``svg``).
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Literal

from mapper.render.diagram.views import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.evaluate import Evaluation
    from mapper.render.diagram.layout import Engine
    from mapper.render.diagram.listener import Listener
    from mapper.render.diagram.plan.plan import Direction
    from mapper.render.diagram.sheet import Sheet

__all__ = ["FORMATS", "View", "draw"]

Format = Literal["svg", "pdf", "png", "dot"]
FORMATS: tuple[Format, ...] = ("svg", "pdf", "png", "dot")
"""What a picture can be written as, which is also how the names of such files end."""

SECONDS = 60.0
"""How long the drawing may take unless it is said otherwise."""
SCREEN_DPI = 96
"""How many dots of a PNG make an inch unless it is said otherwise; 300 is usual in print."""
NAMED = 8
"""How many of the characters that the font lacks are named."""


def draw(  # noqa: PLR0913  # each is a choice of its own
    evaluation: Evaluation,
    view: View | None = None,
    form: Format = "svg",
    *,
    summary: str = "",
    direction: Direction = "LR",
    timeout: float = SECONDS,
    dpi: int = SCREEN_DPI,
    running: Engine | None = None,
    listener: Listener | None = None,
) -> bytes:
    """Return a picture of an evaluated case.

    The same case gives the same bytes in every format that is text, and in PDF. Whoever draws several pictures saves
    the time of starting Graphviz for each, and has one limit for all::

        with engine("svg", 300) as running:
            pages = [draw(evaluation, view, running=running) for view in views]

    Args:
        evaluation: the case with its labels.
        view: what is shown; everything, unless it is said otherwise.
        form: ``svg``, ``pdf``, ``png`` or ``dot``.
        summary: what stands and why not, for the caption.
        direction: ``LR`` (support at the right) or ``TB`` (support at the bottom).
        timeout: how many seconds the drawing may take, from thinking it out to the last stroke.
        dpi: how many dots of a PNG make an inch.
        running: what draws pictures in this format, if there are several; its limit holds instead.
        listener: who is told what is being done, and what is not as one may expect.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no Graphviz, if it fails or takes too long, or if a PNG would have too many dots.
    """
    from mapper.memory import collection_paused
    from mapper.render.diagram.limit import Limit
    from mapper.render.diagram.listener import Nobody

    limit, told = running.limit if running else Limit(timeout), listener or Nobody()
    with collection_paused():
        if form == "dot":
            made = _planned(evaluation, view, summary, direction, told)
            limit.check()
            return made.dot().encode("utf-8")
        from mapper.render.diagram.layout import check_dots, engine, page_remark
        from mapper.render.fontface import missing

        with nullcontext(running) if running else engine(form, limit) as drawing:
            made = _planned(evaluation, view, summary, direction, told)
            limit.check()
            if form == "png":
                check_dots(*made.size, dpi)
            if form == "pdf" and (remark := page_remark(*made.size)):
                told.remark(remark)
            told.step("drawing")
            source = made.dot(dpi if form == "png" else None)
            if (lacking := missing(source)) and form != "svg":
                told.remark(_foreign(lacking))
            found = drawing.picture(source, system_fonts=bool(lacking))
        return _finished(found, made, form, dpi)


def _planned(evaluation: Evaluation, view: View | None, summary: str, direction: Direction, told: Listener) -> Sheet:
    """Return the picture before it is drawn."""
    from mapper.render.diagram.sheet import sheet

    told.step("laying out")
    made = sheet(evaluation, view or View(), summary, direction)
    if made.plan.remark:
        told.remark(made.plan.remark)
    return made


def _foreign(lacking: Sequence[str]) -> str:
    """Return what is to be said of characters that our font lacks, in a format that shows them as they were drawn."""
    more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
    named = "".join(lacking[:NAMED]) + more
    return f"The font of the pictures lacks {named}; another of this machine draws them, or boxes stand for them."


def _finished(picture: bytes, made: Sheet, form: Format, dpi: int) -> bytes:
    """Return what Graphviz drew with what it cannot say."""
    from mapper.render.diagram.metadata import dated, sized
    from mapper.render.diagram.svg import finished

    if form == "svg":
        return finished(picture, made.title, made.description, dict(made.notes()))
    return dated(picture, int(os.environ.get("SOURCE_DATE_EPOCH", "0"))) if form == "pdf" else sized(picture, dpi)
