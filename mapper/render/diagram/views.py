"""What a picture shows, as values: the view that is asked for, and what it comes to on a graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ViewKind(StrEnum):
    """What a picture is about."""

    FULL = "full"
    OVERVIEW = "overview"
    CLAIM = "claim"
    FOCUS = "focus"
    CHAIN = "chain"
    WHY = "why"
    DIFFERENCE = "difference"


FOCUS: Mapping[str, tuple[int, int | None]] = {
    ViewKind.FULL: (0, 0),
    ViewKind.OVERVIEW: (0, 0),
    ViewKind.CLAIM: (1, None),
    ViewKind.FOCUS: (1, None),
    ViewKind.CHAIN: (1, 1),
    ViewKind.WHY: (1, None),
    ViewKind.DIFFERENCE: (0, 0),
}
"""How many addresses each view is about at least, and at most if there is a limit."""


class Difference(StrEnum):
    """What happened to a statement between two versions or scenarios; the value is the sign for it."""

    NEW = "+"
    GONE = "−"
    REWORDED = "±"
    STATUS = "→"


MEANING_OF: Mapping[Difference, str] = {
    Difference.NEW: "new",
    Difference.GONE: "gone",
    Difference.REWORDED: "said otherwise",
    Difference.STATUS: "of another status",
}
"""What each sign means."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a card says of itself in one view alone, above everything else.

    Attributes:
        sign: what happened, if it is a difference; nothing where the card is a link of a chain.
        words: what is said.
    """

    words: str
    sign: Difference | None = None


Remarks = Mapping[str, tuple[Remark, ...]]
"""What is to be said of statements."""


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows.

    Attributes:
        kind: ``full``: everything; ``overview``: claims, elements, defenses and carve-outs, with counts of the rest;
            ``claim``: claims with their elements, support, what bars them and what lifts that; ``focus``: what lies
            around statements; ``chain``: one chain of support with what attacks it; ``why``: what an explanation
            names; ``difference``: what differs, and what leads from it to the claims.
        ids: the addresses of the claims, or of the statements in question.
        up: how many steps to follow towards the claims; all of them if there is no number.
        down: how many steps to follow towards support and attack; all of them if there is no number.
        key_list: whether every text is given in full below the picture.
        start: where the chain begins; at any leaf, unless it is said.
        remarks: what is said of the statements that differ.
        base: what it is compared with, in words.
        idle: the claims that are in play neither here nor in what it is compared with.
    """

    kind: str = ViewKind.FULL.value
    ids: tuple[str, ...] = ()
    up: int | None = 2
    down: int | None = 2
    key_list: bool = False
    start: str | None = None
    remarks: Remarks = field(default_factory=dict)
    base: str = ""
    idle: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows of a graph.

    Attributes:
        statements: the statements that it shows.
        outside: those of them of which it shows no more than the name, on a chip.
        refers: what a chip says of where to find what it names, such as a page; by the key of the item.
        remarks: what the cards of statements say of themselves in this view.
        steps: the steps that are drawn, each with the parts of it that are; if nothing is said, all whose premises
            are shown.
        left_out: how many claims that are not in play it leaves out.
    """

    statements: frozenset[str]
    outside: frozenset[str] = frozenset()
    refers: Mapping[str, str] = field(default_factory=dict)
    remarks: Remarks = field(default_factory=dict)
    steps: Mapping[str, frozenset[str]] | None = None
    left_out: int = 0
