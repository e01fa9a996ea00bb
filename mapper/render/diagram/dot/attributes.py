"""What the tables of symbols mean in the attributes of Graphviz."""

from __future__ import annotations

from fractions import Fraction

from mapper.render.diagram.dot.labels import label
from mapper.render.diagram.scene.links import Form, Link
from mapper.render.diagram.scene.scene import Spot
from mapper.render.diagram.symbols import (
    BORDERS,
    CARD_WIDTH,
    FAINT,
    FLOW_COLOURS,
    INCH,
    INK,
    LINE,
    LOOKS,
    SMALL_SIZE,
    Flow,
    Look,
    Mark,
)
from mapper.render.diagram.views import Difference
from mapper.vocabulary import Kind

Attributes = dict[str, str]

FAILING = (Mark.OUT, Mark.BARE, Mark.ABSENT)
SUPPORT_WIDTHS, ATTACK_WIDTHS = (0.6, 1.1), (1.0, 1.8)
"""How wide a link without weight and one of full weight is, in points."""


def of_spot(spot: Spot) -> Attributes:
    """Return the attributes of a card, a chip or a point."""
    if spot.card is None:
        return {"id": spot.id, "class": spot.place.form.value, **of_point(spot.place.form, spot.flow)}
    look, mark = spot.card.look, spot.card.mark
    return {
        "id": spot.id,
        "class": " ".join((spot.place.form.value, spot.card.kind.value if spot.card.kind else "any", mark.value)),
        "label": label(spot.lines, look.room, spot.name),
        "margin": ",".join(f"{inset / INCH:.3f}" for inset in look.inset),
        "width": f"{(CARD_WIDTH - look.doubled) / INCH:.4f}",
        "height": f"{(spot.height - look.doubled) / INCH:.4f}",
        **(of_chip(look) if spot.place.form is Form.CHIP else of_look(look, mark)),
    }


def of_look(look: Look, mark: Mark) -> Attributes:
    """Return how a card of a kind and a status is drawn."""
    border, colour = BORDERS[mark]
    fails = mark in FAILING
    return {
        "shape": look.shape,
        "style": ",".join(filter(None, (look.style, border))),
        "color": colour,
        "fillcolor": look.pale if fails else look.fill,
        "penwidth": f"{max(1.0, look.border - 0.6) if fails else look.border:g}",
        **({"peripheries": str(look.peripheries)} if look.peripheries > 1 else {}),
    }


def of_chip(look: Look) -> Attributes:
    """Return how a reference is drawn."""
    return {"shape": "box", "style": "filled,dashed", "color": FAINT, "fillcolor": look.fill}


def of_point(form: Form, flow: Flow) -> Attributes:
    """Return how a junction or a knot is drawn."""
    colour = FAINT if flow is Flow.DEAD else LINE
    filled = form is Form.JUNCTION
    return {
        "label": "",
        "shape": "circle",
        "fixedsize": "true",
        "style": "filled",
        "fillcolor": colour if filled else "white",
        "color": colour,
        "penwidth": "0.5" if filled else "1.2",
    }


def of_link(link: Link, ports: tuple[str, str]) -> Attributes:
    """Return how a link is drawn, given where it leaves a conclusion and reaches a premise."""
    found = stroke(link.flow, attack=bool(link.word), weight=link.weight)
    found["class"] = " ".join((link.word or "supports", link.flow.value))
    if link.level:
        return found | {"dir": "both", "arrowhead": "tee", "constraint": "false"}
    ends = (("tailport", link.tail, ports[0]), ("headport", link.head, ports[1]))
    found |= {name: port for name, place, port in ends if not place.is_point}
    return found if link.arrow or link.word else found | {"arrowtail": "none"}


def turned(attributes: Attributes) -> Attributes:
    """Return the attributes of an attack that is drawn from what attacks, and does not say what stands behind what."""
    kept = {name: value for name, value in attributes.items() if name not in ("tailport", "headport")}
    return kept | {"dir": "forward", "arrowhead": "tee", "arrowtail": "none", "constraint": "false"}


def stroke(flow: Flow, *, attack: bool, weight: Fraction) -> Attributes:
    """Return how a line is drawn: the more weight, the wider; nothing that fails is wide."""
    least, most = ATTACK_WIDTHS if attack else SUPPORT_WIDTHS
    wide = least if flow is Flow.DEAD else least + float(weight) * (most - least)
    found = {"color": FLOW_COLOURS[flow], "penwidth": f"{wide:.2f}"}
    return found | {"arrowtail": "tee", "arrowsize": "0.9", "style": "dashed"} if attack else found


def of_sign(shows: Kind | Mark | Form | Difference) -> Attributes:
    """Return how a card, a point or what differs is drawn in the legend."""
    if isinstance(shows, Difference):
        ground = {"shape": "box", "style": "filled", "fillcolor": INK, "color": INK, "fontcolor": "white"}
        return ground | {"label": shows.value, "fontsize": str(SMALL_SIZE), "margin": "0"}
    if isinstance(shows, Kind):
        return of_look(LOOKS[shows], Mark.IN)
    if isinstance(shows, Mark):
        return of_look(LOOKS[Kind.ELEMENT], shows)
    plain = LOOKS[Kind.ALLEGATION]
    return of_chip(plain) if shows is Form.CHIP else of_point(shows, Flow.LIVE)
