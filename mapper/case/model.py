"""The shape of a case file. References between its parts are checked elsewhere."""

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from mapper.case.forms import (
    by_claim,
    list_of,
    long_expectation,
    long_step,
    long_target,
    or_empty,
    short_text,
)
from mapper.case.scalars import Date, Source, Text, Weight
from mapper.case.theory import Ids, Model, Theory
from mapper.vocabulary import Confidence, Nature, Response, Role, SourceKind, Stage, Weighing

Empty = BeforeValidator(or_empty)
Short = BeforeValidator(short_text)
ONE = Fraction(1)


class Step(Model):
    """One argument for a statement: its premises, and how much they weigh together."""

    from_: Ids = Field(min_length=1)
    weight: Weight = ONE
    weighing: Weighing = Weighing.LINKED
    warrant: Text | None = None


class Target(Model):
    """What evidence proves or disproves, or a rebuttal attacks, and how strongly."""

    on: str
    weight: Weight = ONE


Support = Annotated[tuple[Annotated[Step, BeforeValidator(long_step)], ...], BeforeValidator(list_of)]
SupportByClaim = Annotated[dict[str, Support], BeforeValidator(by_claim)]
Targets = Annotated[tuple[Annotated[Target, BeforeValidator(long_target)], ...], BeforeValidator(list_of)]


class Quote(Model):
    """Words of a source, and where they were found."""

    quoted_in: Source
    quote: Text


class _Entry(Model):
    """What every statement that a person writes has in common."""

    title: Text | None = None
    text: Text
    source: Source | None = None
    quoted_in: Source | None = None
    quote: Text | None = None
    quotes: Annotated[tuple[Quote, ...], BeforeValidator(list_of)] = ()
    date: Date | None = None
    note: Text | None = None
    support: Support = ()

    @property
    def all_quotes(self) -> tuple[Quote, ...]:
        """Return every quote, the short form first; one without a place of its own is in ``source``."""
        where = self.quoted_in or self.source
        if self.quote is None or where is None:
            return self.quotes
        return (Quote(quoted_in=where, quote=self.quote), *self.quotes)


class Allegation(_Entry):
    """A statement that a party pleads."""

    by: Ids = ()
    nature: Literal[Nature.FACT, Nature.CONCLUSION, Nature.DAMAGES] = Nature.FACT
    response: Annotated[dict[str, Response], Empty] = Field(default_factory=dict)


class Evidence(_Entry):
    """An exhibit or a testimony, with the allegations that it proves or disproves."""

    by: Ids = ()
    witness: Ids = ()
    proves: Targets = ()
    disproves: Targets = ()


class Proposition(_Entry):
    """A statement of law, or of law applied to fact, that is argued rather than alleged."""

    by: Ids = ()
    nature: Literal[Nature.LAW, Nature.MIXED] = Nature.LAW


class Rebuttal(_Entry):
    """An argument against a statement, an element, a bar, or a step from one statement to another."""

    by: Ids = ()
    nature: Literal[Nature.FACT, Nature.LAW] | None = None
    response: Annotated[dict[str, Response], Empty] = Field(default_factory=dict)
    attacks: Targets = ()


class Issue(Model):
    """A question with several positions, of which at most one can hold."""

    title: Text | None = None
    positions: Ids


class _Instance(Model):
    """What a claim, a defense and a carve-out have in common: a theory and support for its elements."""

    title: Text | None = None
    theory: str
    by: Ids = ()
    source: Source | None = None
    note: Text | None = None
    support: Annotated[dict[str, SupportByClaim], Empty] = Field(default_factory=dict)


class Claim(_Instance):
    """A legal theory as one party asserts it against another."""

    against: Ids = ()


class Defense(_Instance):
    """A theory that bars claims although they are made out."""

    against: Ids = ()


class CarveOut(_Instance):
    """An exception that lifts a defense for the claims which meet its conditions."""

    lifts: Ids = ()


class Motion(Model):
    """Whose motion the court decides, and what it raises."""

    by: str
    on: Ids = Field(min_length=1)


class Expectation(Model):
    """The status that a statement should have, and the statement that should be the reason."""

    label: Text
    because: Ids = ()


class Ruling(Model):
    """What a court really held, in the words of rulings."""

    court: Text
    date: Date | None = None
    outcome: dict[str, Text] = Field(min_length=1)
    source: Source | None = None
    citation: Text | None = None
    disposition: Text | None = None
    confidence: Confidence = Confidence.UNVERIFIED
    note: Text | None = None


class Scenario(Model):
    """A stage and a reading of the law under which the case is evaluated."""

    title: Text | None = None
    stage: Stage = Stage.PLEADING
    pleading: Text | None = None
    accept: Ids = ()
    reject: Ids = ()
    open: Ids = ()
    motion: Motion | None = None
    expect: Annotated[dict[str, Annotated[Expectation, BeforeValidator(long_expectation)]], Empty] = Field(
        default_factory=dict
    )
    ruling: Ruling | None = None
    note: Text | None = None


class Party(Model):
    """A party to the suit, or a person who is none but speaks in it."""

    name: Text
    role: Role


class SourceEntry(Model):
    """A document that statements rest on."""

    title: Text
    kind: SourceKind
    date: Date | None = None
    by: Ids = ()
    witness: Ids = ()
    replaces: Ids = ()
    file: Text | None = None
    url: Text | None = None
    citation: Text | None = None
    citable: bool = True
    note: Text | None = None


class Caption(Model):
    """The caption of the case."""

    title: Text
    court: Text | None = None
    docket: Text | None = None
    filed: Date | None = None
    jurisdiction: Text | None = None
    note: Text | None = None


class Sections(Model):
    """The sections of a case, whole or in part: what an included file may hold."""

    include: Ids = ()
    parties: Annotated[dict[str, Party], Empty] = Field(default_factory=dict)
    sources: Annotated[dict[str, SourceEntry], Empty] = Field(default_factory=dict)
    theories: Annotated[dict[str, Theory], Empty] = Field(default_factory=dict)
    allegations: Annotated[dict[str, Annotated[Allegation, Short]], Empty] = Field(default_factory=dict)
    evidence: Annotated[dict[str, Annotated[Evidence, Short]], Empty] = Field(default_factory=dict)
    propositions: Annotated[dict[str, Annotated[Proposition, Short]], Empty] = Field(default_factory=dict)
    issues: Annotated[dict[str, Issue], Empty] = Field(default_factory=dict)
    claims: Annotated[dict[str, Claim], Empty] = Field(default_factory=dict)
    defenses: Annotated[dict[str, Defense], Empty] = Field(default_factory=dict)
    carve_outs: Annotated[dict[str, CarveOut], Empty] = Field(default_factory=dict)
    rebuttals: Annotated[dict[str, Annotated[Rebuttal, Short]], Empty] = Field(default_factory=dict)
    scenarios: Annotated[dict[str, Scenario], Empty] = Field(default_factory=dict)


class CaseModel(Sections):
    """A whole case, with what it includes."""

    mapper: Literal["1"]
    case: Caption
