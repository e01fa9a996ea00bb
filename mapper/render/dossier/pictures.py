"""The pictures as they lie on their pages: where each thing is drawn, and what leads where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mapper.render.diagram.dot.dot import dot
from mapper.render.diagram.dot.frame import Frame
from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.plan.plan import Plan, plan
from mapper.render.diagram.scene.bands import BandKind
from mapper.render.diagram.scene.lines import SOURCE
from mapper.render.diagram.scene.links import Form
from mapper.render.diagram.scene.scene import Scene, Spot
from mapper.render.diagram.sheet import Sheet
from mapper.render.dossier.pages import Page, Room
from mapper.render.dossier.paper import HEAD
from mapper.render.dossier.parts import drawn
from mapper.render.dossier.whole import Whole
from mapper.vocabulary import Kind

NOTHING = Frame((), (), ())
"""What stands around a picture that has its title and its legend elsewhere."""
ABOVE = 8.0
"""How far above a card a reference to it leads, so that its border is seen."""

NAMED = (BandKind.CLAIM, BandKind.DEFENSE)
"""The kinds of band that are named after what they are about."""

Target = tuple[int, float]
"""A page, and how far down it."""
Laid = tuple[Scene, Plan]
"""What a page shows, and where it all goes."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture that leads somewhere: to a place in these pages, or to an address."""

    box: Box
    target: Target | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """What one page shows.

    Attributes:
        title: the heading of the page.
        detail: which elements it is about.
        level: how deep that heading is among the others.
        source: the picture in DOT.
        size: its width and height in points.
        about: what it shows, in words.
    """

    title: str
    detail: str
    level: int
    source: str
    size: Room
    about: str
    areas: tuple[Area, ...]


def laid_out(whole: Whole, pages: Sequence[Page], numbers: Mapping[str, int], room: Room) -> list[Laid]:
    """Return where everything goes on each page, given the page on which each thing is drawn in full."""
    scenes = (drawn(whole, page, numbers) for page in pages)
    return [(scene, _placed(scene, room)) for scene in scenes]


def _placed(scene: Scene, room: Room) -> Plan:
    """Return where everything goes: support at the right, or below where only then there is room for it."""
    across = plan(scene, room=room)
    down = across if _fits(across, room) else plan(scene, "TB", room)
    return down if _fits(down, room) else across


def _fits(planned: Plan, room: Room) -> bool:
    return planned.width <= room[0] and planned.height <= room[1]


def targets(whole: Whole, laid: Sequence[Laid], first: int) -> dict[str, Target]:
    """Return the place where each thing is drawn in full, on pages that are numbered from ``first``."""
    found: dict[str, Target] = {}
    for number, (scene, planned) in enumerate(laid, start=first):
        for key, top in _tops(scene, planned):
            found.setdefault(key, (number, HEAD + max(0.0, top - ABOVE)))
    return found | {key: found[whole.card(key)] for key in whole.homes if whole.card(key) in found}


def pictures(
    whole: Whole, pages: Sequence[Page], laid: Sequence[Laid], found: Mapping[str, Target]
) -> Iterator[Picture]:
    """Yield the picture of each page; references lead to what they name."""
    titles = [_title(whole, page) for page in pages]
    for place, (scene, planned) in enumerate(laid):
        title, level = _counted(titles, place)
        source, areas = dot(scene, planned, NOTHING), _areas(scene, planned, found)
        detail, size = _detail(whole, pages[place]), (planned.width, planned.height)
        yield Picture(title, detail, level, source, size, describe(scene), tuple(areas))


def at_a_glance(drawing: Sheet, found: Mapping[str, Target]) -> Picture:
    """Return the picture of an overview, in which everything leads to where it is drawn in full."""
    bare = replace(drawing, frame=NOTHING)
    areas = tuple(_areas(bare.scene, bare.plan, found, every=True))
    size = bare.plan.width, bare.plan.height
    return Picture("Overview", "", 1, bare.dot(), size, describe(bare.scene), areas)


def _title(whole: Whole, page: Page) -> str:
    """Return what a page shows: the titles of its bands, each once, without what they explain."""
    titles = (whole.title(part.band) for part in page)
    kinds = (whole.rows[part.band].kind for part in page)
    return "; ".join(
        dict.fromkeys(t if kind in NAMED else t.partition(" · ")[0] for t, kind in zip(titles, kinds, strict=True))
    )


def _detail(whole: Whole, page: Page) -> str:
    """Return which elements of the claims and defenses a page draws or goes on with, if it does not draw all of them."""
    found: list[str] = []
    for part in page:
        row = whole.rows[part.band]
        elements = [key for key in row.members if whole.items[key].whole == row.key and _is_element(whole, key)]
        drawn = [whole.items[key].lead.heading for key in elements if key in part.members]
        further = [f"{whole.items[key].lead.heading}, continued" for key in elements if key in part.origins]
        found += [] if len(drawn) == len(elements) else [*drawn, *further]
    return "; ".join(dict.fromkeys(found))


def _is_element(whole: Whole, key: str) -> bool:
    return whole.items[key].lead.kind is Kind.ELEMENT and not whole.items[key].is_made_out


def _counted(titles: Sequence[str], place: int) -> tuple[str, int]:
    """Return a title with which of several pages of one title it is, and the level of such a heading."""
    title = titles[place]
    start, end = place, place + 1
    while start and titles[start - 1] == title:
        start -= 1
    while end < len(titles) and titles[end] == title:
        end += 1
    said = f"{title} ({place - start + 1} of {end - start})" if end - start > 1 else title
    return said, 1 if start == place else 2


def _tops(scene: Scene, planned: Plan) -> Iterator[tuple[str, float]]:
    """Yield how far down each thing is that is drawn in full."""
    for spot in (spot for panel in scene.panels for spot in panel.spots if spot.place.form is Form.CARD):
        box = planned.stops[spot.place]
        single = len(spot.place.keys) == 1
        if single:
            yield spot.place.keys[0], box.y
        else:
            yield from ((spot.card.rows[row].keys[0], area.y) for row, area in _rows(spot, box) if spot.card)


def _rows(spot: Spot, box: Box) -> Iterator[tuple[int, Box]]:
    """Yield the rows of a card with their boxes."""
    found: dict[str, Box] = {}
    for mark, line in _lines(spot, box):
        if mark.isdecimal():
            before = found.get(mark, line)
            found[mark] = Box(box.x, before.y, box.width, line.bottom - before.y)
    yield from ((int(mark), area) for mark, area in found.items())


def _lines(spot: Spot, box: Box) -> Iterator[tuple[str, Box]]:
    """Yield the lines of a card that are marked, with their boxes."""
    if spot.card is None:
        return
    top = box.y + spot.card.look.inset[1] + spot.card.look.doubled / 2
    for line in spot.lines:
        if line.mark:
            yield line.mark, Box(box.x, top, box.width, line.height)
        top += line.height


def _areas(scene: Scene, planned: Plan, found: Mapping[str, Target], *, every: bool = False) -> Iterator[Area]:
    """Yield what leads somewhere: references to what they name, or every card; and sources to where they can be read."""
    for spot in (spot for panel in scene.panels for spot in panel.spots if spot.card):
        box, card = planned.stops[spot.place], spot.card
        assert card, "only cards were asked for"
        leads = every or spot.place.form is Form.CHIP
        for number, area in _rows(spot, box):
            row = card.rows[number]
            if leads and row.keys[0] in found:
                yield Area(area, found[row.keys[0]])
            elif row.href:
                yield Area(area, url=row.href)
        if leads and not card.rows and spot.place.keys[0] in found:
            yield Area(box, found[spot.place.keys[0]])
        elif card.href:
            yield from (Area(area, url=card.href) for mark, area in _lines(spot, box) if mark == SOURCE)


def describe(scene: Scene) -> str:
    """Return what a picture shows, for those who cannot see it: each band with what is in it, and every link."""
    return "\n".join(_described(scene))


def _described(scene: Scene) -> Iterator[str]:
    names: dict[str, str] = {}
    for panel in scene.panels:
        yield f"{panel.title}:"
        for spot in panel.spots:
            names[spot.name] = " and ".join(spot.place.keys)
            if spot.card and spot.place.form is Form.CARD:
                yield f"{spot.card.word.lower()} {names[spot.name]}: {spot.card.status or spot.card.mark.value};"
    for line in scene.lines:
        yield f"{names[line.head]} {line.link.word or 'supports'} {names[line.tail]} ({line.link.flow.value});"


def all_of(scenes: Iterable[Scene]) -> Scene:
    """Return one scene with all that several show, for the legend that they share."""
    found = tuple(scenes)
    panels = tuple(panel for scene in found for panel in scene.panels)
    return Scene(panels, tuple(line for scene in found for line in scene.lines))
