"""The visual language as tables: what each kind, status and link looks like.

Kind is shape and tint, status is border and glyph, so that a picture printed in black and white says the same.
Hues are those of Okabe and Ito, "Color Universal Design" (2008), which people with any colour vision tell apart;
no tint is stronger than a fifth, so that text on it keeps a contrast of at least 7 to 1 (WCAG 2, level AAA).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mapper.vocabulary import Kind, Label, Nature, Standard

BLUE, ORANGE, GREEN, YELLOW, VERMILLION, PURPLE = "#0072B2", "#E69F00", "#009E73", "#F0E442", "#D55E00", "#CC79A7"
INK, SOFT, PALE = "#141414", "#454545", "#4D4D4D"
"""The colour of text: what matters, what is beside it, and what does not count."""
LINE, FAINT, RULE = "#222222", "#8A8A8A", "#C4C4C4"
"""The colour of borders: of what holds or is open, of what fails, and between rows."""

HEADLINE_SIZE, CAPTION_SIZE, TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 15, 9, 10, 8, 7
"""Sizes of letters in points; none is ever smaller than the last. HTML-like labels know whole points only."""
INCH = 72
"""How many points make an inch."""
MARGIN = 18.0
"""The width of the margin of a picture in points."""
CARD_WIDTH = 186.0
"""The width of every card in points."""
DOUBLE = 8.0
"""How much wider and higher a second border makes a card, in points: Graphviz leaves 4 between the two."""
GLYPH_ROOM = 14
"""The room for a glyph at the right end of a row, in points."""


def tint(hue: str, share: float) -> str:
    """Return a colour with only so much of the hue in white.

    Examples:
        >>> tint("#0072B2", 0.17)
        '#D4E7F2'
    """
    parts = (int(hue[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of card looks.

    Attributes:
        shape, style, peripheries, border: in the words of Graphviz; the width of the border in points.
        hue, share: the tint of the card.
        ink: the colour of the kind's name.
        inset: the room between border and text, across and down, in points; a corner that is folded or cut off
            needs more of it.
        corner: further room at the right end of the first line.
    """

    shape: str
    style: str
    hue: str
    share: float
    ink: str
    peripheries: int = 1
    border: float = 1.0
    inset: tuple[float, float] = (6.0, 4.0)
    corner: float = 0.0

    @property
    def fill(self) -> str:
        """Return the colour of the card."""
        return tint(self.hue, self.share)

    @property
    def pale(self) -> str:
        """Return the colour of a card that does not hold."""
        return tint(self.hue, self.share / 3)

    @property
    def doubled(self) -> float:
        """Return how much wider and higher a double border makes the card, in points."""
        return DOUBLE * (self.peripheries - 1)

    @property
    def room(self) -> float:
        """Return the width that text has, in points."""
        return CARD_WIDTH - 2 * self.inset[0] - self.doubled


LOOKS: dict[Kind, Look] = {
    Kind.CLAIM: Look("box", "rounded,filled", BLUE, 0.17, "#003F63", border=2.6),
    Kind.ELEMENT: Look("box", "rounded,filled", BLUE, 0.08, "#003F63", border=1.1),
    Kind.ALLEGATION: Look("box", "filled", "#FFFFFF", 0.0, "#333333"),
    Kind.EVIDENCE: Look("note", "filled", YELLOW, 0.2, "#4A4500", corner=9.0),
    Kind.PROPOSITION: Look("box", "filled", PURPLE, 0.16, "#5E1C42", peripheries=2),
    Kind.DEFENSE: Look("component", "filled", ORANGE, 0.2, "#5C3A00", border=1.4, inset=(10.0, 5.0)),
    Kind.CARVE_OUT: Look("tab", "filled", GREEN, 0.14, "#00422F", border=1.2),
    Kind.REBUTTAL: Look("box", "filled,diagonals", VERMILLION, 0.14, "#6B2B00", inset=(10.0, 6.0)),
}
"""Shape and tint of each kind. An octagon would cost 2.3 times the area of a box with its corners cut, a
parallelogram 4.1 times."""


class Mark(StrEnum):
    """What a card shows of its status."""

    IN = "in"
    OUT = "out"
    OPEN = "open"
    BARE = "bare"
    MIXED = "mixed"
    ABSENT = "absent"


MARKS: dict[Label, Mark] = {Label.IN: Mark.IN, Label.OUT: Mark.OUT, Label.UNDECIDED: Mark.OPEN}

GLYPHS: dict[Mark, str] = {
    Mark.IN: "✓",
    Mark.OUT: "✗",
    Mark.OPEN: "?",
    Mark.BARE: "◇",
    Mark.MIXED: "✓✗",
    Mark.ABSENT: "",
}
BORDERS: dict[Mark, tuple[str, str]] = {
    Mark.IN: ("", LINE),
    Mark.MIXED: ("", LINE),
    Mark.OUT: ("", FAINT),
    Mark.OPEN: ("dashed", LINE),
    Mark.BARE: ("dotted", FAINT),
    Mark.ABSENT: ("", FAINT),
}
"""The style and the colour of the border."""
MEANINGS: dict[Mark, str] = {
    Mark.IN: "holds: stands, made out, applies, counts",
    Mark.OUT: "fails: barred, not made out, does not apply, does not count",
    Mark.OPEN: "open",
    Mark.BARE: "no support",
    Mark.MIXED: "differs from claim to claim",
    Mark.ABSENT: "not in play: of no pleading before the court, or against nobody who is sued",
}
"""What the legend says of each mark."""


class Flow(StrEnum):
    """Whether a link carries anything at present."""

    LIVE = "live"
    OPEN = "open"
    DEAD = "dead"


FLOWS: dict[Label, Flow] = {Label.IN: Flow.LIVE, Label.UNDECIDED: Flow.OPEN, Label.OUT: Flow.DEAD}
FLOW_COLOURS: dict[Flow, str] = {Flow.LIVE: LINE, Flow.OPEN: "#767676", Flow.DEAD: "#B4B4B4"}
FLOW_MEANINGS: dict[Flow, str] = {Flow.OPEN: "undecided", Flow.DEAD: "carries nothing here"}
"""What the legend says of links that do not certainly carry."""
WORD_COLOURS: dict[Flow, str] = {Flow.LIVE: INK, Flow.OPEN: SOFT, Flow.DEAD: PALE}

ATTACKS: dict[Kind, str] = {Kind.DEFENSE: "bars", Kind.CARVE_OUT: "lifts"}
"""The word on the link from what undercuts a step; ``undercuts`` for all other kinds."""
UNDERCUTS, REBUTS, RIVAL = "undercuts", "rebuts", "rival"

STANDARDS: dict[Standard, str] = {
    Standard.SCINTILLA: "alleged is enough",
    Standard.PREPONDERANCE: "preponderance",
    Standard.CLEAR_AND_CONVINCING: "clear and convincing",
    Standard.BEYOND_REASONABLE_DOUBT: "beyond reasonable doubt",
    Standard.DIALECTICAL_VALIDITY: "shown on the face",
    Standard.GENUINE_DISPUTE: "genuine dispute",
}
"""What has to be reached, in a word or two."""

NATURES: dict[Nature, str] = {
    Nature.FACT: "fact",
    Nature.CONCLUSION: "conclusion",
    Nature.DAMAGES: "damages",
    Nature.LAW: "question of law",
    Nature.MIXED: "law and fact",
}
"""What a statement says, in a word or two."""
