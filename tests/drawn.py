"""Reading drawings: what an SVG says, and a scene as a few lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation
from mapper.render.diagram.scene.links import Form, Place
from mapper.render.diagram.scene.scene import Scene, scene
from mapper.render.diagram.show.shown import shown
from mapper.render.diagram.symbols import Flow
from mapper.render.diagram.views import View

SVG = "{http://www.w3.org/2000/svg}"
POINTS = {Form.JUNCTION: "(+)", Form.KNOT: "(o)"}
STROKES = {Flow.LIVE: "", Flow.OPEN: "?", Flow.DEAD: "x"}


def parts_of(svg: bytes) -> dict[str, ET.Element]:
    """Return the parts of an SVG by their ids."""
    return {element.get("id", ""): element for element in ET.fromstring(svg).iter() if element.get("id")}


def text_of(element: ET.Element) -> str:
    """Return the letters in a part of an SVG, lines with a space between them."""
    return " ".join(text.text or "" for text in element.iter(f"{SVG}text")).replace("\N{NO-BREAK SPACE}", " ")


def title_of(element: ET.Element) -> str:
    """Return what shows when one points at a part of an SVG."""
    return element.findtext(f"{SVG}title", "")


def sketch(evaluation: Evaluation, view: View | None = None) -> str:
    """Return what a picture shows: bands, what each card says first, and links from conclusion to premise.

    ``(+)`` is a junction, ``(o)`` a knot, ``[a]`` a reference to ``a``, ``a, b`` a card of two rows. A link that carries
    nothing has an ``x``, an undecided one a question mark.
    """
    return "\n".join(_lines(whole_scene(evaluation, view)))


def whole_scene(evaluation: Evaluation, view: View | None = None) -> Scene:
    """Return the scene of a view, of everything unless another is given."""
    return scene(evaluation, shown(evaluation, view or View()))


def _lines(drawn: Scene) -> Iterator[str]:
    names = {spot.name: _name(spot.place) for panel in drawn.panels for spot in panel.spots}
    for panel in drawn.panels:
        yield panel.title
        inside = {spot.name for spot in panel.spots}
        linked = {name for line in drawn.lines for name in (line.tail, line.head)}
        yield from (f"  {names[spot.name]}" for spot in panel.spots if spot.name not in linked)
        for line in drawn.lines:
            if line.tail in inside:
                link = line.link
                words = filter(None, (STROKES[link.flow], link.word, link.note and f"({link.note})"))
                arrow = " ".join(["<=>" if link.level else "<-" if link.arrow else "--", *words])
                yield f"  {names[line.tail]} {arrow} {names[line.head]}"


def _name(place: Place) -> str:
    if place.is_point:
        return POINTS[place.form]
    keys = ", ".join(place.keys)
    return f"[{keys}]" if place.form is Form.CHIP else keys
