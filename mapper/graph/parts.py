"""What an argument graph is made of: statements, arguments, issues, and what it knows of the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from mapper.vocabulary import Kind, Nature, Response, Side, SourceKind, Standard, Weighing

if TYPE_CHECKING:
    from mapper.case.model import Caption, Party, Scenario, SourceEntry
    from mapper.case.scalars import Locator, PartialDate
    from mapper.case.theory import Authority

ONE = Fraction(1)
MADE_OUT = "made-out"
SCOPE = "scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that can hold or fail to hold.

    Attributes:
        id: its address.
        by: the parties who say it; for an element, the parties whose claim or defense it belongs to.
        side: the side of the suit that ``by`` belongs to.
        burden: for an element, the parties who bear its burden; if not those in ``by``, they have to show the contrary.
        against: for a claim, the parties whom it is against.
        witness: for evidence, and what rests on testimony, the witnesses through whom it comes in.
        standard: the standard of proof that the theory demands at trial.
        part_of: for an element, the claim, defense, carve-out or bar whose element it is;
            for a bar (``section-230@negligence``), the defense or carve-out.
        element: for an element, its name in the theory, or ``made-out`` or ``scope``.
        claim: for a bar and what belongs to it alone, the claim on which it bears.
        unmet: for a scope whose conditions the claim does not meet, why not, in words.
    """

    id: str
    kind: Kind
    title: str = ""
    text: str = ""
    nature: Nature = Nature.FACT
    by: tuple[str, ...] = ()
    side: Side | None = None
    burden: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    witness: tuple[str, ...] = ()
    source: Locator | None = None
    source_kind: SourceKind | None = None
    quotes: tuple[tuple[Locator, str], ...] = ()
    date: PartialDate | None = None
    responses: tuple[tuple[str, Response], ...] = ()
    standard: Standard = Standard.PREPONDERANCE
    part_of: str = ""
    element: str = ""
    claim: str = ""
    theory: str = ""
    authority: tuple[Authority, ...] = ()
    unmet: tuple[str, ...] = ()
    note: str = ""

    @property
    def heading(self) -> str:
        """Return the title, or the id of a statement that has none."""
        return self.title or self.id

    @property
    def for_others_to_disprove(self) -> bool:
        """Return whether an element holds against somebody else, who has to show the contrary."""
        return bool(self.burden) and self.burden != self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A step from premises to a conclusion.

    Attributes:
        id: its address, ``K2+K3:negligence.duty``.
        pro: whether it supports its conclusion; otherwise it is a con argument.
        weight: in ``(0, 1]``, exact.
        undercutters: statements which, if they hold, take the argument out of play.
        roles: the role of each premise, or empty.
        warrant: a note on why the premises support the conclusion.
    """

    id: str
    premises: tuple[str, ...]
    conclusion: str
    pro: bool = True
    weight: Fraction = ONE
    weighing: Weighing = Weighing.LINKED
    undercutters: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    warrant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A question of which at most one position can hold."""

    id: str
    positions: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a graph knows of the case around it: caption, parties, sources, scenarios."""

    caption: Caption | None = None
    parties: Mapping[str, Party] = field(default_factory=dict)
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
