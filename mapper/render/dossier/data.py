"""What the pages say, as data for the template: every text of the case passes one door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapper.render.diagram.measure import cut
from mapper.render.diagram.symbols import SMALL_SIZE, TEXT_SIZE
from mapper.render.dossier.front import Front
from mapper.render.dossier.image import Image, blank
from mapper.render.dossier.lists import Entry, Group, Listing, Rows
from mapper.render.dossier.paper import MARGIN, Sheet
from mapper.render.dossier.pictures import Area, Picture
from mapper.render.dossier.setting import Value, worded

COLUMN, GUTTER = 220.0, 16.0
"""The least width of a column of a list, and the room between two."""
SHORT = 12
"""The most entries of a list that needs no page of its own."""
RIGHT = 0.38
"""The share of the first page that its narrow column takes."""

Data = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says: the case, under what it is read, and the court.

    Attributes:
        title: of the case, and so of the document.
    """

    title: str
    context: str
    place: str


@dataclass(frozen=True, slots=True)
class Legend:
    """How the pictures are to be read: a picture in DOT, and its size in points."""

    source: str
    size: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """Everything that the pages say.

    Attributes:
        sheet: the size of the pages.
        head: what every page says.
        front: the first page, and the legend at its foot.
        pictures: one for each page that shows one.
        lists: what stands behind them.
    """

    sheet: Sheet
    head: Head
    front: tuple[Front, Legend] | None
    pictures: Sequence[Picture]
    lists: Sequence[Listing]

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the legend and the pictures in DOT."""
        return (*([self.front[1].source] if self.front else []), *(picture.source for picture in self.pictures))


def data_of(found: Contents, images: Sequence[Image] = ()) -> Data:
    """Return everything that the pages say, with the legend and the pictures as they are drawn, if they are."""
    sheet, head = found.sheet, found.head
    width = sheet.width - 2 * MARGIN
    shown = [*images] or [blank()] * len(found.sources)
    pictures = zip(found.pictures, shown[len(shown) - len(found.pictures) :], strict=True)
    return {
        "title": worded(head.title, width / 2, 18) or "Argument map",
        "short": _cut(head.title, width * 0.4),
        "context": _cut(head.context, width * 0.55),
        "place": _cut(head.place, width * 0.8),
        "width": sheet.width,
        "height": sheet.height,
        "front": _front(*found.front, shown[0], width) if found.front else None,
        "pictures": [_picture(picture, image, sheet) for picture, image in pictures],
        "columns": columns(width),
        "lists": [[_list(listing, width) for listing in together] for together in _together(found.lists)],
    }


def _cut(text: str, room: float) -> str:
    """Return as much of a text as stands in one small line."""
    return cut(worded(text, room, SMALL_SIZE), room, SMALL_SIZE)


def columns(width: float) -> int:
    """Return how many columns the lists have on a page of that width."""
    return max(1, int((width + GUTTER) // (COLUMN + GUTTER)))


def _front(front: Front, legend: Legend, image: Image, width: float) -> Data:
    claims: list[Value] = [
        {
            "number": claim.number,
            "id": worded(claim.id, width / 4, SMALL_SIZE),
            "title": worded(claim.title, width / 4, TEXT_SIZE),
            "status": claim.status,
            "why": worded(claim.why, width / 4, TEXT_SIZE),
            "page": claim.page,
            "absent": claim.absent,
        }
        for claim in front.claims
    ]
    return {
        "place": worded(front.place, width / 2, TEXT_SIZE),
        "verdict": front.verdict,
        "claims": claims,
        "reading": _rows(front.reading, width * RIGHT / 2),
        "how": front.how,
        "legend": _legend(legend, image),
    }


def _legend(legend: Legend, image: Image) -> Data:
    return _placed(image, legend.size, "The symbols of the pictures, each with its meaning beside it.")


def _picture(picture: Picture, image: Image, sheet: Sheet) -> Data:
    """Return a page with a picture; it is larger than the others if a card with what it refers to does not fit those."""
    width, (wide, high) = sheet.width - 2 * MARGIN, sheet.room
    return {
        "page": [
            sheet.width + max(0.0, picture.size[0] - wide),
            sheet.height + (max(0.0, picture.size[1] - high) if picture.title else 0.0),
        ],
        "title": worded(picture.title, width / 2, TEXT_SIZE),
        "detail": worded(picture.detail, width / 2, TEXT_SIZE),
        "level": picture.level,
        "areas": [_area(area) for area in picture.areas],
        **_placed(image, picture.size, worded(picture.about, width, TEXT_SIZE)),
    }


def _placed(image: Image, size: tuple[float, float], words: str) -> Data:
    """Return a picture with the part of its file that it takes."""
    corner: list[Value] = [image.origin[0], image.origin[1] - size[1]]
    return {"file": image.name, "extent": [*image.extent], "size": [*size], "corner": corner, "alt": words}


def _area(area: Area) -> Data:
    box = area.box
    page, top = area.target or (0, 0.0)
    return {"box": [box.x, box.y, box.width, box.height], "page": page, "top": top, "url": area.url}


def _together(lists: Sequence[Listing]) -> list[list[Listing]]:
    """Return the lists with each short one behind the one before it; a long one begins on a page of its own."""
    found: list[list[Listing]] = []
    for listing in lists:
        if found and sum(len(group.entries) for group in listing.groups) <= SHORT:
            found[-1].append(listing)
        else:
            found.append([listing])
    return found


def _list(found: Listing, width: float) -> Data:
    count = columns(width)
    room = (width - GUTTER * (count - 1)) / count
    groups: list[Value] = [_group(group, room) for group in found.groups]
    return {"title": found.title, "about": found.about, "groups": groups}


def _group(group: Group, room: float) -> Data:
    return {"title": group.title, "entries": [_entry(entry, room) for entry in group.entries]}


def _entry(entry: Entry, room: float) -> Data:
    return {
        "id": worded(entry.id, room / 2, TEXT_SIZE),
        "kind": entry.kind,
        "status": worded(entry.status, room / 2, SMALL_SIZE),
        "title": worded(entry.title, room * 0.9, TEXT_SIZE),
        "text": worded(entry.text, room * 0.9, TEXT_SIZE),
        "rows": _rows(entry.rows, room * 0.9),
        "url": entry.url,
        "shown": worded(entry.url, room * 0.9, SMALL_SIZE),
        "drawn": entry.drawn,
        "pages": [*entry.pages],
        "long": entry.long,
    }


def _rows(rows: Rows | Iterable[tuple[str, str]], room: float) -> list[Value]:
    return [[worded(label, room, SMALL_SIZE), worded(said, room, SMALL_SIZE)] for label, said in rows]
