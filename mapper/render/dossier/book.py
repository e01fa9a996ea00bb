"""The dossier: all the pages of a case, in their order, with their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mapper.evaluate import Evaluation
from mapper.render.diagram.dot.dot import dot
from mapper.render.diagram.dot.frame import Frame, frame
from mapper.render.diagram.layout import Engine, engine
from mapper.render.diagram.limit import Limit
from mapper.render.diagram.listener import Listener
from mapper.render.diagram.plan.plan import plan
from mapper.render.diagram.scene.items import key_of
from mapper.render.diagram.scene.scene import Scene
from mapper.render.diagram.sheet import Sheet as Drawing
from mapper.render.diagram.sheet import sheet as draw
from mapper.render.diagram.views import Shown, View, ViewKind
from mapper.render.dossier.data import Contents, Head, Legend, data_of
from mapper.render.dossier.front import context_of, front, place_of, title_of
from mapper.render.dossier.image import image
from mapper.render.dossier.lists import Listing, authority_list, key_list, source_list
from mapper.render.dossier.pages import Page, numbers, pages
from mapper.render.dossier.paper import MARGIN, SHEETS, Sheet
from mapper.render.dossier.pictures import all_of, at_a_glance, laid_out, pictures, targets
from mapper.render.dossier.setting import Setting
from mapper.render.dossier.whole import Whole
from mapper.render.fontface import missing
from mapper.vocabulary import Kind

USUAL = 2
"""The page on which the pictures begin unless the front takes more than one."""
TRIES = 4
"""How often the numbers of pages are counted anew; that the front grows by them more than once is not to be expected."""


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """Everything of a dossier but the numbers of its pages.

    Attributes:
        sheet: the size of its pages.
        whole: what it draws.
        pages: what each of its pages with a picture shows.
        lists: the lists behind these, given the page of each thing.
        overview: the overview before them, if it fits a page.
        about: what part of the case it shows.
    """

    sheet: Sheet
    whole: Whole
    pages: tuple[Page, ...]
    lists: Callable[[Mapping[str, int]], Sequence[Listing]]
    overview: Drawing | None = None
    about: str = ""


def book(evaluation: Evaluation, paper: str, limit: Limit, told: Listener) -> bytes:
    """Return a case as PDF.

    Raises:
        MapperError: if there is no typst or no Graphviz, if one of them fails, or if drawing takes too long.
    """
    sheet = SHEETS[paper]
    whole = Whole(evaluation, Shown(frozenset(evaluation.graph.statements)))
    found = pages(whole, sheet.room, limit.check)
    overview = _overview(evaluation, sheet) if len(found) > 1 else None
    return bound(Book(sheet, whole, found, lambda homes: _lists(whole, homes), overview), limit, told)


def _overview(evaluation: Evaluation, sheet: Sheet) -> Drawing | None:
    """Return the overview if there is one that fits a page; the first page says in words what it would.

    There is none of a claim alone: that has its own page.
    """
    wholes = {key_of(whole) for whole in evaluation.graph.of_kind(Kind.CLAIM, Kind.DEFENSE)}
    if not evaluation.graph.claims() or len(wholes) == 1:
        return None
    found = draw(evaluation, View(ViewKind.OVERVIEW.value), "", "LR")
    wide, high = found.plan.width, found.plan.height
    return found if wide <= sheet.room[0] and high <= sheet.room[1] else None


def _lists(whole: Whole, homes: Mapping[str, int]) -> list[Listing]:
    """Return the lists that have something in them."""
    graph = whole.evaluation.graph
    found = (key_list(whole, homes), source_list(graph), authority_list(graph, homes))
    return [listing for listing in found if any(group.entries for group in listing.groups)]


def bound(found: Book, limit: Limit, told: Listener) -> bytes:
    """Return the pages as PDF, drawn by one process.

    Raises:
        MapperError: if there is no typst or no Graphviz, if one of them fails, or if drawing takes too long.
    """
    with Setting() as setting, engine("svg", limit) as running:
        contents = _counted(found, setting)
        told.step("drawing")
        return printed(contents, setting, running)


def printed(contents: Contents, setting: Setting, running: Engine) -> bytes:
    """Return the pages as PDF.

    Raises:
        MapperError: if there is no typst or no Graphviz, if one of them fails, or if drawing takes too long.
    """
    images = [
        image(f"{number}.svg", running.picture(source, system_fonts=bool(missing(source))))
        for number, source in enumerate(contents.sources)
    ]
    for each in images:
        setting.add(each.name, each.data)
    setting.say(data_of(contents, images))
    return setting.pdf()


def _counted(found: Book, setting: Setting) -> Contents:
    """Return what the pages say, with the numbers that they come to have."""
    first = USUAL
    contents = _numbered(found, first)
    for _ in range(TRIES):
        setting.say(data_of(contents))
        start = setting.start()
        if start == first:
            break
        first, contents = start, _numbered(found, start)
    return contents


def _numbered(found: Book, first: int) -> Contents:
    """Return what the pages say if the first with a picture has that number."""
    evaluation, start = found.whole.evaluation, first + bool(found.overview)
    homes = numbers(found.whole, found.pages, start)
    laid = laid_out(found.whole, found.pages, homes, found.sheet.room)
    places = targets(found.whole, laid, start)
    drawn = [*([at_a_glance(found.overview, places)] if found.overview else [])]
    drawn += pictures(found.whole, found.pages, laid, places)
    scenes = [scene for scene, _ in laid] + ([found.overview.scene] if found.overview else [])
    legend = _legend(evaluation, all_of(scenes), found.sheet.width - 2 * MARGIN)
    opening = front(evaluation, homes, found.about)
    return Contents(found.sheet, head_of(evaluation), (opening, legend), drawn, found.lists(homes))


def head_of(evaluation: Evaluation) -> Head:
    """Return what every page says."""
    return Head(title_of(evaluation), context_of(evaluation), place_of(evaluation))


def _legend(evaluation: Evaluation, used: Scene, width: float) -> Legend:
    """Return the symbols that are used, with what they mean."""
    around = frame(evaluation, View(), Shown(frozenset()), used, width, "")
    alone = Frame((), around.legend, ())
    empty = Scene((), ())
    return Legend(dot(empty, plan(empty), alone), (width, alone.top - 6))
