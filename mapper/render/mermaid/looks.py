"""The visual language in the words of Mermaid: shapes and classes for kinds and statuses, strokes for links.

Only what Mermaid has drawn for years is used, so that a file opens wherever it is built in.
"""

from __future__ import annotations

from collections.abc import Mapping

from mapper.render.diagram.dot.attributes import of_chip, of_point, stroke
from mapper.render.diagram.scene.cards import LIKE_CHIP
from mapper.render.diagram.scene.links import Form, Link
from mapper.render.diagram.symbols import FAINT, INK, LINE, LOOKS, PALE, Flow, Mark
from mapper.vocabulary import Kind

CAPTION = "caption"
"""The class of what stands above the picture."""
PAPER = "#FFFFFF"

SHAPES: Mapping[Kind | Form, tuple[str, str]] = {
    Kind.CLAIM: ("(", ")"),
    Kind.ELEMENT: ("(", ")"),
    Kind.ALLEGATION: ("[", "]"),
    Kind.EVIDENCE: (">", "]"),
    Kind.PROPOSITION: ("[[", "]]"),
    Kind.DEFENSE: ("([", "])"),
    Kind.CARVE_OUT: ("[/", "\\]"),
    Kind.REBUTTAL: ("[/", "/]"),
    Form.CHIP: ("[", "]"),
    Form.JUNCTION: ("((", "))"),
    Form.KNOT: ("((", "))"),
}
"""The brackets around the label, which say the shape: rounded, rounded, box, flag, box with two borders, pill, cut
at the top, leaning; points are circles."""

MARKS: Mapping[Mark, str] = {
    Mark.OUT: f"stroke:{FAINT},stroke-width:1px,color:{PALE},fill:#FBFBFB",
    Mark.ABSENT: f"stroke:{FAINT},stroke-width:1px,color:{PALE},fill:#FBFBFB",
    Mark.OPEN: "stroke-dasharray:6 4",
    Mark.BARE: f"stroke:{FAINT},stroke-dasharray:2 3,fill:#FBFBFB",
}
"""What a status changes; the others change nothing."""

HEADS: Mapping[str, str] = {"support": "-->", "plain": "---", "attack": "-.-x", "level": "x-.-x"}
"""How a link is written, from the premise to the conclusion: the end of an attack is a cross."""


def classes() -> Mapping[str, str]:
    """Return what each class looks like: kinds and forms first, then statuses, which change some of that."""
    points = {form: of_point(form, Flow.LIVE) for form in (Form.JUNCTION, Form.KNOT)}
    chip = of_chip(LIKE_CHIP)
    return {
        CAPTION: f"fill:{PAPER},stroke:{PAPER},color:{INK}",
        **{
            kind.value: f"fill:{look.fill},stroke:{LINE},stroke-width:{look.border:g}px,color:{INK}"
            for kind, look in LOOKS.items()
        },
        Form.CHIP.value: f"fill:{chip['fillcolor']},stroke:{chip['color']},stroke-dasharray:4 3,color:{INK}",
        **{form: f"fill:{point['fillcolor']},stroke:{point['color']}" for form, point in points.items()},
        **{mark.value: what for mark, what in MARKS.items()},
    }


def course(link: Link) -> str:
    """Return how a link is written between its two ends."""
    head = "level" if link.level else "attack" if link.word else "support" if link.arrow else "plain"
    return HEADS[head]


def look(link: Link) -> str:
    """Return the colour and the width of a link."""
    found = stroke(link.flow, attack=bool(link.word), weight=link.weight)
    return f"stroke:{found['color']},stroke-width:{float(found['penwidth']):g}px"
