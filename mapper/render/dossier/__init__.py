"""Pages of paper: a case, or a view of it, cut so that every letter can be read, with references that name the page.

``paper``: the sheets. ``whole``: what there is to draw, as trees. ``parts`` and ``split``: pieces of it that fit a page.
``pages``: which pieces share one. ``pictures``: how they lie there, and what leads where. ``front`` and ``lists``: what
is said besides. ``setting``: the pages as PDF, set by typst from the pictures that Graphviz draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mapper.evaluate import Evaluation
    from mapper.render.diagram.listener import Listener
    from mapper.render.diagram.views import View

__all__ = ["PAPERS", "Paper", "dossier", "paged"]

Paper = Literal["letter", "a4", "tabloid"]
"""A size of paper."""
PAPERS: tuple[Paper, ...] = ("letter", "a4", "tabloid")

SECONDS = 300.0
"""How long everything may take unless it is said otherwise."""


def dossier(
    evaluation: Evaluation, paper: Paper = "letter", *, timeout: float = SECONDS, listener: Listener | None = None
) -> bytes:
    """Return a case as a PDF to be filed: an overview, each claim and each defense, and every text with its source.

    The same case gives the same bytes. No letter is smaller than 7 points.

    Args:
        evaluation: the case with its labels.
        paper: the size of the pages, which lie across.
        timeout: how many seconds it may take.
        listener: who is told what is being done.

    Raises:
        MapperError: if there is no typst or no Graphviz, if one of them fails, or if it takes too long.
    """
    from mapper.memory import collection_paused
    from mapper.render.diagram.limit import Limit
    from mapper.render.diagram.listener import Nobody
    from mapper.render.dossier.book import book
    from mapper.render.dossier.setting import library

    library()
    limit, told = Limit(timeout), listener or Nobody()
    told.step("laying out")
    with collection_paused():
        return book(evaluation, paper, limit, told)


def paged(  # each is a choice of its own
    evaluation: Evaluation,
    view: View,
    paper: Paper,
    *,
    summary: str = "",
    timeout: float = SECONDS,
    listener: Listener | None = None,
) -> bytes:
    """Return a view of a case as a PDF on pages of a size: on one if it fits, upright or across, else on several.

    Args:
        evaluation: the case with its labels.
        view: what is shown.
        paper: the size of the pages.
        summary: what stands and why not, for the caption.
        timeout: how many seconds it may take.
        listener: who is told what is being done.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no typst or no Graphviz, if one of them fails, or if it takes too long.
    """
    from mapper.memory import collection_paused
    from mapper.render.diagram.limit import Limit
    from mapper.render.diagram.listener import Nobody
    from mapper.render.dossier.loose import loose
    from mapper.render.dossier.setting import library

    library()
    limit, told = Limit(timeout), listener or Nobody()
    told.step("laying out")
    with collection_paused():
        return loose(evaluation, view, paper, summary, limit, told)
