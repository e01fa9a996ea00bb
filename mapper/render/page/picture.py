"""The picture in the page: the SVG that Graphviz draws, made of parts whose status the page can change.

Colours and widths that follow from a status are left to the page's style; what a status was drawn with is a class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation, OutOfPlay
from mapper.render.diagram.dot.frame import Frame
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.layout import engine
from mapper.render.diagram.plan.plan import Direction
from mapper.render.diagram.plan.tags import Tag
from mapper.render.diagram.scene.cards import Card
from mapper.render.diagram.scene.lines import Piece, card_lines
from mapper.render.diagram.scene.links import Form
from mapper.render.diagram.scene.scene import Line, Panel, Spot
from mapper.render.diagram.sheet import Sheet, sheet
from mapper.render.diagram.svg import SPACE
from mapper.render.diagram.symbols import INK, RULE, SOFT, Mark
from mapper.render.diagram.views import View
from mapper.render.fontface import missing

NO_FRAME = Frame((), (), ())
"""What stands around the picture stands elsewhere on the page."""
ROW_ABOVE, ROW_BELOW = 9.0, 3.5
"""How far a row reaches above its first and below its last line of letters, in points."""
SHAPES = ("path", "polygon", "polyline", "ellipse")
KEPT = ("d", "points", "cx", "cy", "rx", "ry", "x", "y", "font-size", "font-weight")
"""The attributes that say where something is and how large."""
TONES = {INK: "ink", SOFT: "soft"}
"""The classes of letters by their colour; any other is the kind's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """The picture in the page.

    Attributes:
        svg: its tree, without a namespace, as HTML has it.
        sheet: what is on it; cards, chips and points have ``data-n``, their number in `spots`, links the same in `lines`.
    """

    svg: ET.Element
    sheet: Sheet

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Return the cards, chips and points in the order of their numbers."""
        return tuple(spot for panel in self.sheet.scene.panels for spot in panel.spots)

    def read_in(self, order: Sequence[str]) -> None:
        """Put the cards of each band in the order in which items are read; a reference comes where it is needed."""
        places: dict[str, list[int]] = {}
        for number, key in enumerate(order):
            places.setdefault(key, []).append(number)

        def when(node: ET.Element) -> tuple[int, int]:
            place = self.spots[int(node.get("data-n", "0"))].place
            needed = min(places.get(place.beside, [0])) if place.form is Form.CHIP else 0
            return place.band, next((at for at in places.get(place.keys[0], ()) if at >= needed), len(order))

        nodes = next(group for group in self.svg.iter("g") if group.get("class") == "nodes")
        nodes[:] = sorted(nodes, key=when)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the links in the order of their numbers."""
        return self.sheet.scene.lines

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Return what stands beside links in the order of their numbers, which are ``data-t``."""
        return tuple(self.sheet.plan.tags)


class Neutral(Evaluation):
    """A labelling that keeps to itself what differs between scenarios besides: the page says it where it can change."""

    @classmethod
    def of(cls, evaluation: Evaluation) -> Evaluation:
        """Return a labelling without what was assumed, and with every claim in play."""
        found = {field.name: getattr(evaluation, field.name) for field in fields(evaluation)}
        return cls(**{**found, "given": {}})

    def out_of_play(self) -> Mapping[str, OutOfPlay]:
        """Return that every claim is in play."""
        return {}

    def absence(self, claim: str) -> OutOfPlay | None:
        """Return that a claim is in play."""
        return None


def picture(evaluation: Evaluation, view: View, direction: Direction, seconds: float) -> Picture:
    """Return the picture of an evaluated case.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no Graphviz, if it fails or takes too long.
    """
    with engine("svg", seconds) as running:
        made = replace(sheet(Neutral.of(evaluation), view, "", direction), frame=NO_FRAME)
        source = made.dot()
        drawn = running.picture(source, system_fonts=bool(missing(source)))
    return Picture(_Parts(made).svg(ET.fromstring(drawn)), made)


class _Parts:
    """Finds the parts of what Graphviz drew by their names, and makes those of the page of them."""

    def __init__(self, made: Sheet) -> None:
        panels, self.lines = made.scene.panels, made.scene.lines
        self.panels = {panel.name: panel for panel in panels}
        self.spots = {spot.name: (n, spot) for n, spot in enumerate(s for panel in panels for s in panel.spots)}
        self.tags: dict[str, Tag] = {f"tag{number}": tag for number, tag in enumerate(made.plan.tags, start=1)}
        self.left: dict[str, list[int]] = {}
        for number in sorted(range(len(self.lines)), key=lambda n: -_rank(self.lines[n])):
            self.left.setdefault(readable(self.lines[number].id), []).append(number)

    def svg(self, drawn: ET.Element) -> ET.Element:
        """Return the picture: bands, links, cards, and what stands beside links."""
        root = ET.Element("svg", viewBox=drawn.get("viewBox", ""))
        graph = drawn[0]
        inside = ET.SubElement(root, "g", transform=f"translate{graph.get('transform', '').rpartition('translate')[2]}")
        parts = [part for group in graph.iter(_name("g")) if group.get("class") for part in self._part(group)]
        for layer in ("band", "link", "node", "tag"):
            within = ET.SubElement(inside, "g", {"class": f"{layer}s"})
            within.extend(part for found, part in parts if found == layer)
        return root

    def _part(self, group: ET.Element) -> Iterator[tuple[str, ET.Element]]:
        """Yield the parts that a group of Graphviz becomes, each with its layer."""
        name = group.findtext(_name("title"), "")
        if group.get("class", "").startswith("edge") and (numbers := self.left.get(group.get("id", ""))):
            number = numbers.pop(0)
            yield "link", _link(group, self.lines[number], number)
        elif name in self.panels:
            yield "band", _band(group, self.panels[name])
        elif name.removesuffix("_title") in self.panels:
            yield "band", _plain(group, f"band-title {self.panels[name.removesuffix('_title')].kind.value}")
        elif name in self.spots:
            number, spot = self.spots[name]
            yield "node", _card(group, spot, spot.card, number) if spot.card else _point(group, spot, number)
        elif name in self.tags:
            found = _plain(group, f"tag {self.tags[name].links[0].flow.value}")
            found.set("data-t", str(int(name.removeprefix("tag")) - 1))
            yield "tag", found


def _rank(line: Line) -> int:
    return ("live", "open", "dead").index(line.link.flow.value)


def _band(group: ET.Element, panel: Panel) -> ET.Element:
    found = ET.Element("g", {"class": f"band {panel.kind.value}"})
    found.extend(_shapes(group))
    return found


def _link(group: ET.Element, line: Line, number: int) -> ET.Element:
    """Return a link; its width when it carries something is the group's own."""
    from mapper.render.diagram.dot.attributes import stroke
    from mapper.render.diagram.symbols import Flow

    wide = stroke(Flow.LIVE, attack=bool(line.link.word), weight=line.link.weight)["penwidth"]
    kind = f"attack {line.link.word}" if line.link.word else "support"
    names = {"class": f"link {kind} {line.link.flow.value}", "data-l": str(number), "stroke-width": wide}
    found = ET.Element("g", names)
    found.extend(_shapes(group))
    return found


def _point(group: ET.Element, spot: Spot, number: int) -> ET.Element:
    found = ET.Element("g", {"class": f"point {spot.place.form.value} {spot.flow.value}", "data-n": str(number)})
    found.extend(_shapes(group))
    return found


def _card(group: ET.Element, spot: Spot, card: Card, number: int) -> ET.Element:
    """Return a card: its shape, then its letters line by line, with each row in a group of its own."""
    kind = f"card {card.kind.value}" if card.kind else "chip"
    found = ET.Element("g", {"class": f"{kind} {card.mark.value}", "data-n": str(number)})
    if card.status:
        found.attrib |= _pressed(f"{card.kind or ''} {card.address}", card.title)
    shapes = [*_shapes(group)]
    found.extend(shapes)
    rows: dict[str, ET.Element] = {}
    letters = group.iter(_name("text"))
    for line in card_lines(_neutral(card)):
        if line.mark.isdecimal() and line.mark not in rows:
            rows[line.mark] = _row(found, card, line.mark)
        into = rows.get(line.mark, found)
        into.extend(_letters(next(letters), piece, _tone(piece)) for piece in line.left)
        into.extend(_letters(next(letters), piece, "status") for piece in line.right)
    for row in rows.values():
        _background(row, shapes)
    return found


def _neutral(card: Card) -> Card:
    """Return a card with the letters that it has whatever its status, so that their colours tell what they are."""
    return replace(card, mark=Mark.IN, rows=tuple(replace(row, mark=Mark.IN) for row in card.rows))


def _row(card: ET.Element, content: Card, number: str) -> ET.Element:
    row = content.rows[int(number)]
    said = _pressed(row.keys[0], (row.beside, *row.lines))
    return ET.SubElement(card, "g", {"class": f"row {row.mark.value}", "data-r": number} | said)


def _pressed(name: str, words: Iterable[str]) -> dict[str, str]:
    """Return what makes a part something to press, which a keyboard reaches and a screen reader can name."""
    said = " ".join(filter(None, words))
    return {"role": "button", "tabindex": "0", "data-a": readable(f"{name.strip()}, {said}" if said else name.strip())}


def _background(row: ET.Element, shapes: Sequence[ET.Element]) -> None:
    """Put a rectangle behind the letters of a row, as wide as the card: what a pointer finds."""
    corners = [float(pair.partition(",")[0]) for pair in shapes[0].get("points", "").split()]
    lines = [float(text.get("y", "0")) for text in row]
    if corners and lines:
        box = {"x": min(corners) + 2, "y": min(lines) - ROW_ABOVE, "width": max(corners) - min(corners) - 4}
        box["height"] = max(lines) + ROW_BELOW - box["y"]
        row.insert(0, ET.Element("rect", {"class": "ground"} | {key: f"{value:.2f}" for key, value in box.items()}))


def _tone(piece: Piece) -> str:
    return TONES.get(piece.colour, "kind")


def _letters(text: ET.Element, piece: Piece, tone: str) -> ET.Element:
    """Return letters; those of a status end where they ended, whatever they will be."""
    found = _bare(text)
    if tone == "status":
        found.set("x", f"{float(text.get('x', '0')) + piece.width:.2f}")
    found.set("class", tone)
    return found


def _plain(group: ET.Element, kind: str) -> ET.Element:
    """Return the letters of something that has no parts."""
    found = ET.Element("g", {"class": kind})
    found.extend(_shapes(group))
    found.extend(_bare(text) for text in group.iter(_name("text")))
    return found


def _shapes(group: ET.Element) -> Iterator[ET.Element]:
    """Yield the shapes of a group: faces, what is only a line, and the rules between rows."""
    for shape in group.iter():
        tag = shape.tag.rpartition("}")[2]
        if tag in SHAPES:
            found = _bare(shape)
            found.set("class", _layer(shape))
            yield found


def _layer(shape: ET.Element) -> str:
    """Return what a shape is: a rule between rows, only a line, or a face."""
    if shape.get("stroke", "").upper() == RULE:
        return "rule"
    return "rim" if shape.get("fill", "none") == "none" else "face"


def _bare(element: ET.Element) -> ET.Element:
    """Return an element with nothing but its place and its letters."""
    found = ET.Element(
        element.tag.rpartition("}")[2], {key: element.attrib[key] for key in KEPT if key in element.attrib}
    )
    found.text = element.text
    if found.get("font-size", "").endswith(".00"):
        found.set("font-size", found.attrib["font-size"][:-3])
    return found


def _name(tag: str) -> str:
    return f"{{{SPACE}}}{tag}"
