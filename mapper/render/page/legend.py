"""The legend of the page, which filters as well: kinds, parties and statuses, each drawn like the thing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation
from mapper.graph import Statement
from mapper.render.diagram.symbols import GLYPHS, Flow, Mark
from mapper.render.page.markup import element
from mapper.vocabulary import Kind

BOX = "2,2 24,2 24,14 2,14"
SHAPES: dict[Kind, tuple[str, ...]] = {
    Kind.EVIDENCE: ("2,2 20,2 24,6 24,14 2,14", "20,2 20,6 24,6"),
    Kind.PROPOSITION: (BOX, "4.5,4.5 21.5,4.5 21.5,11.5 4.5,11.5 4.5,4.5"),
    Kind.DEFENSE: ("4,2 24,2 24,14 4,14 4,11 2,11 2,9 4,9 4,7 2,7 2,5 4,5", "4,5 6,5 6,7 4,7", "4,9 6,9 6,11 4,11"),
    Kind.CARVE_OUT: ("2,1 9,1 9,4 24,4 24,14 2,14", "2,4 9,4"),
    Kind.REBUTTAL: (BOX, "2,6 6,2", "20,2 24,6", "24,10 20,14", "6,14 2,10"),
}
"""The outlines of the kinds whose corners are not round, each with the lines on it."""
ROUND = (Kind.CLAIM, Kind.ELEMENT)
STATUSES = {Mark.IN: "holds", Mark.OPEN: "open", Mark.OUT: "fails", Mark.BARE: "no support"}
LINES: tuple[tuple[str, Flow, str], ...] = (
    ("support", Flow.LIVE, "supports"),
    ("attack", Flow.LIVE, "attacks: bars, lifts, rebuts, undercuts, rival"),
    ("support", Flow.OPEN, "still open whether it does"),
    ("support", Flow.DEAD, "does not, as things stand"),
)
POINTS = {"junction": "needed together", "knot": "a step that is attacked"}
BOXES = {
    "chip": "named here, drawn in full elsewhere; open it to get there",
    "card allegation in chosen": "the open card, with the heaviest rim",
    "card allegation in supports": "supports the open card, at any remove",
    "card allegation in attacks": "attacks the open card or what supports it",
}
"""Boxes that no kind has, by their classes."""


def legend(evaluation: Evaluation, shown: Sequence[Statement]) -> ET.Element:
    """Return the legend for these statements, with only the kinds and parties that occur."""
    parties = evaluation.graph.setting.parties
    kinds = [kind for kind in Kind if any(s.kind is kind for s in shown)]
    speakers = dict.fromkeys(party for s in shown for party in s.by)
    names = [parties[party].name if party in parties else party for party in speakers]
    nobody = [("", "nobody in particular", None)] if any(not s.by for s in shown) else []
    return element(
        "div",
        _choices("kind", "Kind", [(kind.value, kind.value, _card(kind, Mark.IN)) for kind in kinds]),
        _choices("party", "Said by", [*((name, name, None) for name in dict.fromkeys(names)), *nobody]),
        _choices(
            "status",
            "Status",
            [(m.value, f"{GLYPHS[m]} {word}", _card(Kind.ELEMENT, m)) for m, word in STATUSES.items()],
        ),
        element("div", element("h3", "Lines and boxes"), element("ul", *_lines()), class_="lines"),
        element("button", "Show everything", type="button", id="~clear"),
        class_="sheet",
    )


def _choices(name: str, title: str, found: Iterable[tuple[str, str, ET.Element | None]]) -> ET.Element:
    """Return boxes to tick, each with a sample if there is one and room for a count."""
    labels = [
        element(
            "label",
            element("input", type="checkbox", name=name, value=value, checked=""),
            *([sample] if sample is not None else []),
            element("span", word),
            element("small"),
        )
        for value, word, sample in found
    ]
    return element("fieldset", element("legend", title), *labels)


def _card(kind: Kind, mark: Mark) -> ET.Element:
    outline, *lines = SHAPES.get(kind, (BOX,))
    round_ = element("rect", class_="face", x="2", y="2", width="22", height="12", rx="4")
    face = round_ if kind in ROUND else element("polygon", class_="face", points=outline)
    rims = [element("polyline", class_="rim", points=points) for points in lines]
    return _sample(element("g", face, *rims, class_=f"card {kind.value} {mark.value}"))


def _sample(*drawn: ET.Element) -> ET.Element:
    return element("svg", *drawn, viewBox="0 0 26 16", class_="sample", aria_hidden="true")


def _lines() -> Iterator[ET.Element]:
    for kind, flow, meaning in LINES:
        line = element("path", class_="rim", d="M6,8H25")
        head = "2,3 4,3 4,13 2,13" if kind == "attack" else "7,5 1,8 7,11"
        drawn = element("g", line, element("polygon", class_="face", points=head), class_=f"link {kind} {flow.value}")
        yield element("li", _sample(drawn), meaning)
    for form, meaning in POINTS.items():
        point = element("ellipse", class_="face", cx="13", cy="8", rx="3.5", ry="3.5")
        yield element("li", _sample(element("g", point, class_=f"point {form} live")), meaning)
    for looks, meaning in BOXES.items():
        yield element("li", _sample(element("g", element("polygon", class_="face", points=BOX), class_=looks)), meaning)
