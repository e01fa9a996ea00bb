"""The picture as a value: bands, cards, points and links, with nothing left to decide but where they go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from mapper.evaluate import Evaluation
from mapper.render.diagram.scene.bands import Band, BandKind, bands
from mapper.render.diagram.scene.cards import Card, Row, card
from mapper.render.diagram.scene.items import Items, items, strongest
from mapper.render.diagram.scene.lines import Line as TextLine
from mapper.render.diagram.scene.lines import card_lines, lines_height
from mapper.render.diagram.scene.links import Form, Link, Place, links
from mapper.render.diagram.scene.rows import in_rows, unused
from mapper.render.diagram.symbols import Flow
from mapper.render.diagram.views import Shown

SAFE = ":@+."
"""What may stand in the id of a part of the picture besides letters, digits, ``-`` and ``_``."""
ASIDE = "~"
"""What stands in the ids that are not addresses, so that none can be taken for one."""

TITLES: Mapping[BandKind, str] = {
    BandKind.COMMENTARY: "COMMENTARY, and what answers it · commentary counts only where a scenario accepts it",
    BandKind.OTHER: "OTHER ARGUMENTS",
    BandKind.UNUSED: "NOT USED · supports and attacks nothing",
}


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A card, a chip or a point.

    Attributes:
        place: what it stands for.
        name: its name in DOT, which no text of a case takes part in.
        id: its id in the picture, which stays the same when other parts of the case change.
        card: what it says, if it is a card or a chip.
        lines: the lines of the card.
        flow: for a point, whether anything comes through it.
        about: everything there is to say of it.
    """

    place: Place
    name: str
    id: str
    card: Card | None = None
    lines: tuple[TextLine, ...] = ()
    flow: Flow = Flow.LIVE
    about: str = ""

    @property
    def height(self) -> float:
        """Return the height of the card in points."""
        if self.card is None:
            return 0.0
        return lines_height(self.lines) + 2 * self.card.look.inset[1] + self.card.look.doubled

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything there is to say of what is drawn here in full."""
        if self.card is None or self.place.form is not Form.CARD:
            return ()
        return tuple(filter(None, (self.about, *(row.about for row in self.card.rows))))


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A band with what is drawn in it."""

    name: str
    id: str
    kind: BandKind
    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A link between two spots, by their names."""

    id: str
    tail: str
    head: str
    link: Link

    @property
    def about(self) -> str:
        """Return what it does, and the addresses of the steps that it draws."""
        done = f"{self.link.word or 'supports'} ({self.link.flow.value})"
        return "\n".join(filter(None, (done, self.link.note, *self.link.about)))


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is drawn."""

    panels: tuple[Panel, ...]
    lines: tuple[Line, ...]

    @property
    def homes(self) -> dict[str, str]:
        """Return the id of the place where each address is drawn in full."""
        found: dict[str, str] = {}
        for spot in (spot for panel in self.panels for spot in panel.spots if spot.place.form is not Form.CHIP):
            if spot.card and len(spot.place.keys) > 1:
                found |= {row.keys[0]: row_id(row) for row in spot.card.rows}
            else:
                found.setdefault(spot.place.keys[0], spot.id)
        return found


def row_id(row: Row) -> str:
    """Return the id of a row: its address."""
    return quoted(row.keys[0])


def scene(evaluation: Evaluation, seen: Shown) -> Scene:
    """Return the picture of what is shown of an evaluated graph. Linear in that."""
    found = replace(items(evaluation.graph, seen), absent=evaluation.out_of_play())
    return composed(evaluation, found, bands(found, evaluation, seen.outside))


def composed(evaluation: Evaluation, found: Items, rows: tuple[Band, ...]) -> Scene:
    """Return the picture of these bands; what is at home in none of them is a chip where it is needed."""
    drawn = in_rows(links(found, evaluation, rows), found)
    spots = _Spots(found, evaluation, rows)
    spots.add_all(drawn)
    lines = tuple(_line(spots.by_place[link.tail], spots.by_place[link.head], link) for link in drawn)
    panels = tuple(
        Panel(
            f"cluster_{number}",
            f"{ASIDE}{quoted(band.key)}",
            band.kind,
            band.title or title_of(found, band),
            inside,
        )
        for number, (band, inside) in enumerate(zip(rows, spots.by_band(), strict=True))
    )
    return Scene(panels, lines)


def _line(tail: Spot, head: Spot, link: Link) -> Line:
    return Line(f"{tail.id}--{head.id}", tail.name, head.name, link)


def title_of(found: Items, band: Band) -> str:
    """Return what stands at the head of a band."""
    if band.kind is BandKind.CLAIM:
        absent = " · not in play" if band.key in found.absent else ""
        return f"CLAIM {found.claim_number(band.key)} · {found.wholes[band.key].heading}{absent}"
    if band.kind is BandKind.DEFENSE:
        lifted = ", and what would lift it" if {found[key].whole for key in band.members} - {band.key, ""} else ""
        return f"DEFENSE · {found.wholes[band.key].heading}{lifted}"
    return TITLES[band.kind]


class _Spots:
    """Gives each place a name and an id, and fills the cards."""

    def __init__(self, found: Items, evaluation: Evaluation, rows: tuple[Band, ...]) -> None:
        self.found, self.evaluation, self.rows = found, evaluation, rows
        self.by_place: dict[Place, Spot] = {}
        self.ids: set[str] = set()

    def add_all(self, drawn: tuple[Link, ...]) -> None:
        """Add the places that links lead to, and the items that none leads to."""
        below: dict[Place, list[Flow]] = {}
        for link in drawn:
            below.setdefault(link.tail, []).extend([] if link.word else [link.flow])
            below.setdefault(link.head, [])
        linked = {(place.band, key) for place in below for key in place.keys}
        for place, flows in below.items():
            self._add(place, strongest(flows) if flows else Flow.LIVE)
        for number, band in enumerate(self.rows):
            for place in unused([key for key in band.members if (number, key) not in linked], number, self.found):
                self._add(place, Flow.LIVE)

    def by_band(self) -> Iterator[tuple[Spot, ...]]:
        """Yield the spots of each band."""
        spots: list[list[Spot]] = [[] for _ in self.rows]
        for place, spot in self.by_place.items():
            spots[place.band].append(spot)
        yield from map(tuple, spots)

    def _add(self, place: Place, flow: Flow) -> None:
        name, stable = f"n{len(self.by_place) + 1}", self._id(place)
        if place.is_point:
            self.by_place[place] = Spot(place, name, stable, flow=flow, about="\n".join(place.keys))
        else:
            face = card(place, self.rows[place.band].key, self.found, self.evaluation)
            self.by_place[place] = Spot(place, name, stable, face, card_lines(face), about=face.about)

    def _id(self, place: Place) -> str:
        """Return an id that is not taken: the address, and what tells apart several places of one address."""
        whole = place.form is not Form.CHIP and len(place.keys) == 1 and place.keys[0] in self.found
        suffix = "" if whole and place.form is not Form.KNOT else f"{ASIDE}{quoted(self.rows[place.band].key)}"
        stable = wanted = f"{quoted(place.keys[0])}{suffix}"
        count = 1
        while stable in self.ids:
            count += 1
            stable = f"{wanted}{ASIDE}{count}"
        self.ids.add(stable)
        return stable


def quoted(address: str) -> str:
    """Return an address as an id: the same, but for what no address of a case file holds."""
    return quote(address, safe=SAFE).replace(ASIDE, "%7E")
