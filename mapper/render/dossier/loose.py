"""A view of a case on paper: on one sheet if it fits, else cut like a dossier."""

from __future__ import annotations

from mapper.evaluate import Evaluation
from mapper.render.diagram.layout import engine
from mapper.render.diagram.limit import Limit
from mapper.render.diagram.listener import Listener
from mapper.render.diagram.sheet import Sheet as Drawing
from mapper.render.diagram.sheet import sheet as draw
from mapper.render.diagram.show.shown import shown, words
from mapper.render.diagram.views import Shown, View, ViewKind
from mapper.render.dossier.book import Book, bound, head_of, printed
from mapper.render.dossier.data import Contents
from mapper.render.dossier.lists import key_list
from mapper.render.dossier.pages import pages
from mapper.render.dossier.paper import REACH, SHEETS, Sheet
from mapper.render.dossier.pictures import Picture, describe
from mapper.render.dossier.setting import Setting
from mapper.render.dossier.whole import Whole
from mapper.vocabulary import Kind

OUTLINE = (Kind.CLAIM, Kind.ELEMENT, Kind.DEFENSE, Kind.CARVE_OUT)
"""What is drawn of an overview that is too large for a page."""


def loose(  # what is drawn, on what, and in what time
    evaluation: Evaluation, view: View, paper: str, summary: str, limit: Limit, told: Listener
) -> bytes:
    """Return a view of a case as PDF.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no typst or no Graphviz, if one of them fails, or if drawing takes too long.
    """
    sheets = SHEETS[paper], SHEETS[paper].turned
    drawing = draw(evaluation, view, summary, "LR")
    fitting = next((sheet for sheet in _likely(sheets, drawing) if _fits(drawing, sheet)), None)
    if fitting:
        return _single(evaluation, drawing, fitting, limit)
    whole = Whole(evaluation, _seen(evaluation, view))
    books = [_book(whole, view, sheet, limit) for sheet in sheets]
    return bound(min(books, key=lambda found: len(found.pages)), limit, told)


def _likely(sheets: tuple[Sheet, Sheet], drawing: Drawing) -> tuple[Sheet, ...]:
    """Return the sheets, first the one that lies as the picture does."""
    wide, high = drawing.size
    return sheets if wide >= high else sheets[::-1]


def _fits(drawing: Drawing, sheet: Sheet) -> bool:
    wide, high = drawing.size
    return wide <= sheet.width - 2 * REACH and high <= sheet.height - 2 * REACH


def _single(evaluation: Evaluation, drawing: Drawing, sheet: Sheet, limit: Limit) -> bytes:
    """Return one page with a picture that has all around it what it needs."""
    picture = Picture("", drawing.title, 1, drawing.dot(), drawing.size, describe(drawing.scene), ())
    with Setting() as setting, engine("svg", limit) as running:
        return printed(Contents(sheet, head_of(evaluation), None, [picture], []), setting, running)


def _seen(evaluation: Evaluation, view: View) -> Shown:
    """Return what a view shows; of an overview, what it would have in full."""
    seen = shown(evaluation, view)
    if view.kind != ViewKind.OVERVIEW:
        return seen
    statements = evaluation.graph.statements
    return Shown(frozenset(name for name in seen.statements if statements[name].kind in OUTLINE))


def _book(whole: Whole, view: View, sheet: Sheet, limit: Limit) -> Book:
    found = pages(whole, sheet.room, limit.check)
    return Book(sheet, whole, found, lambda homes: [key_list(whole, homes)] * view.key_list, about=words(view))
