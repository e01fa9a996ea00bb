"""The picture in DOT, the language of Graphviz, with a place for everything in it.

``neato -n2`` draws the places as they are; ``dot`` reads the same file and lays it out anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

import graphviz

from mapper.render.diagram.dot import attributes
from mapper.render.diagram.dot.canvas import Canvas
from mapper.render.diagram.dot.frame import KEY_GAP, KEY_WIDTH, LEAST_WIDTH, SIGN_HEIGHT, SIGN_WIDTH, Frame, Sign
from mapper.render.diagram.measure import cut
from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.plan.curves import Curve, curve, straight
from mapper.render.diagram.plan.plan import POINT, Plan
from mapper.render.diagram.scene.bands import BandKind
from mapper.render.diagram.scene.lines import HEIGHTS, line, lines_height
from mapper.render.diagram.scene.links import Form, Link
from mapper.render.diagram.scene.scene import Panel, Scene
from mapper.render.diagram.symbols import INCH, LINE, LOOKS, MARGIN, SMALL_SIZE, SOFT, TEXT_SIZE, Flow, tint
from mapper.vocabulary import Kind

PORTS: Mapping[str, tuple[str, str]] = {"LR": ("e", "w"), "TB": ("s", "n")}
"""For each direction, where a link leaves a conclusion and where it reaches a premise."""

BAND_LOOKS: Mapping[BandKind, tuple[str, str, str]] = {
    BandKind.CLAIM: (LOOKS[Kind.CLAIM].hue, LOOKS[Kind.CLAIM].ink, "rounded,filled"),
    BandKind.DEFENSE: (LOOKS[Kind.DEFENSE].hue, LOOKS[Kind.DEFENSE].ink, "rounded,filled"),
    BandKind.COMMENTARY: ("#808080", "#333333", "rounded,filled,dashed"),
    BandKind.OTHER: ("#808080", "#333333", "rounded,filled"),
    BandKind.UNUSED: ("#808080", "#333333", "rounded,filled,dashed"),
}
"""The hue of each band, the colour of its title, and its style."""
BAND_SHARE, BAND_BORDER = 0.025, "#CFCFCF"
ONE = Fraction(1)
NO_COURSES: Mapping[Link, Curve] = MappingProxyType({})


def dot(
    scene: Scene, plan: Plan, frame: Frame, *, courses: Mapping[Link, Curve] = NO_COURSES, dpi: int | None = None
) -> str:
    """Return a scene in DOT, laid out as planned, with what stands around it.

    Args:
        scene: what is drawn.
        plan: where.
        frame: what stands around it.
        courses: the links whose course does not follow from the plan.
        dpi: how many dots of a PNG make an inch.
    """
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": plan.direction,
            "ordering": "out",
            "newrank": "true",
            "nodesep": ".11",
            "ranksep": ".3",
            "outputorder": "edgesfirst",
            "bgcolor": "white",
            "pad": f"{MARGIN / INCH:g}",
            "fontname": "Inter",
            **({"dpi": str(dpi)} if dpi else {}),
        },
        node_attr={"fontname": "Inter", "shape": "box", "color": LINE, "penwidth": "1"},
        edge_attr={"fontname": "Inter", "dir": "back", "arrowtail": "normal", "arrowhead": "none", "arrowsize": "0.6"},
    )
    width, height = size(plan, frame)
    canvas = Canvas(graph, height)
    _above(canvas, frame, width)
    _bands(canvas.lower(frame.top), scene, plan, courses)
    _below(canvas.lower(frame.top + plan.height + 16), frame)
    return str(graph.source)


def size(plan: Plan, frame: Frame) -> tuple[float, float]:
    """Return the width and the height of a picture without its margin, in points."""
    return max(plan.width, LEAST_WIDTH), frame.top + plan.height + frame.bottom


def _bands(canvas: Canvas, scene: Scene, plan: Plan, courses: Mapping[Link, Curve]) -> None:
    """Add bands and cards, then the links, those that carry on top of those that do not, then what stands beside them."""
    for number, panel in enumerate(scene.panels):
        with canvas.graph.subgraph(name=panel.name) as cluster:
            _band(canvas.within(cluster), panel, plan, plan.bands[number])
    for drawn in sorted(scene.lines, key=lambda drawn: tuple(Flow).index(drawn.link.flow), reverse=True):
        course = courses.get(drawn.link) or curve(drawn.link, plan)
        look = attributes.of_link(drawn.link, PORTS[plan.direction])
        if course.tip_at_end and not drawn.link.level:
            canvas.edge(drawn.head, drawn.tail, course, id=drawn.id, **attributes.turned(look))
        else:
            canvas.edge(drawn.tail, drawn.head, course, id=drawn.id, **look)
    for number, (tag, box) in enumerate(plan.tags.items(), start=1):
        canvas.text(f"tag{number}", tag.lines, box, _ground(scene, tag.links[0]))


def _band(canvas: Canvas, panel: Panel, plan: Plan, box: Box) -> None:
    hue, ink, style = BAND_LOOKS[panel.kind]
    fill = tint(hue, BAND_SHARE)
    canvas.graph.attr(bb=canvas.corners(box), style=style, fillcolor=fill, color=BAND_BORDER, id=panel.id)
    title = line(cut(panel.title, box.width - 22, TEXT_SIZE, bold=True), TEXT_SIZE, ink, bold=True)
    canvas.text(f"{panel.name}_title", [title], Box(box.x + 11, box.y + 7, box.width - 22, title.height))
    for spot in panel.spots:
        canvas.node(spot.name, plan.stops[spot.place], **attributes.of_spot(spot))


def _ground(scene: Scene, link: Link) -> str:
    """Return the colour of the ground that the label of a link stands on."""
    hue = BAND_LOOKS[scene.panels[link.head.band].kind][0]
    return tint(hue, BAND_SHARE) if link.tail.band == link.head.band else "white"


def _above(canvas: Canvas, frame: Frame, width: float) -> None:
    """Add the caption and the legend."""
    canvas.text("caption", frame.caption, Box(0, 0, width, lines_height(frame.caption)))
    for row, signs in enumerate(frame.legend):
        middle = frame.caption_height + (row + 0.5) * SIGN_HEIGHT
        for place, (start, sign) in enumerate(signs):
            _sign(canvas, sign, f"sign{row}_{place}", start, middle)


def _sign(canvas: Canvas, sign: Sign, name: str, start: float, middle: float) -> None:
    """Add an entry of the legend: its symbol, drawn like the thing itself, and what it means."""
    height = HEIGHTS[SMALL_SIZE]
    text = line(sign.meaning, SMALL_SIZE, SOFT)
    left = start + SIGN_WIDTH + 5
    canvas.text(f"{name}_text", [text], Box(left, middle - height / 2, sign.width - SIGN_WIDTH, height))
    if isinstance(sign.shows, Flow):
        _stroke(canvas, sign, name, start + 1, middle)
    elif sign.shows in (Form.JUNCTION, Form.KNOT):
        box = Box(start + (SIGN_WIDTH - POINT) / 2, middle - POINT / 2, POINT, POINT)
        canvas.node(name, box, **attributes.of_sign(sign.shows))
    else:
        inset = 4.0 if sign.shows is Kind.PROPOSITION else 0.0
        box = Box(start + 1 + inset, middle - 5.5 + inset, SIGN_WIDTH - 2 - 2 * inset, 11 - 2 * inset)
        canvas.node(name, box, **({"label": ""} | attributes.of_sign(sign.shows)))


def _stroke(canvas: Canvas, sign: Sign, name: str, start: float, middle: float) -> None:
    end = start + SIGN_WIDTH - 2
    for side, x in (("a", start), ("b", end)):
        canvas.node(f"{name}{side}", Box(x, middle, 0, 0), label="", style="invis", fixedsize="true")
    assert isinstance(sign.shows, Flow), "only what a link carries is shown as a line"
    look = attributes.stroke(sign.shows, attack=sign.attack, weight=ONE)
    course = straight((start, middle), (end, middle), attack=sign.attack)
    canvas.edge(f"{name}a", f"{name}b", course, **look)


def _below(canvas: Canvas, frame: Frame) -> None:
    """Add the key list."""
    for number, column in enumerate(frame.keys):
        box = Box(number * (KEY_WIDTH + KEY_GAP), 0, KEY_WIDTH, lines_height(column))
        canvas.text(f"keys{number}", column, box)
