"""The words of the field, as they stand in case files, JSON and docs alike."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a statement is."""

    ALLEGATION = "allegation"
    EVIDENCE = "evidence"
    PROPOSITION = "proposition"
    ELEMENT = "element"
    CLAIM = "claim"
    DEFENSE = "defense"
    CARVE_OUT = "carve-out"
    REBUTTAL = "rebuttal"


class Nature(StrEnum):
    """What a statement says: a fact, a bare conclusion, the amount of damages, law, or law applied to fact."""

    FACT = "fact"
    CONCLUSION = "conclusion"
    DAMAGES = "damages"
    LAW = "law"
    MIXED = "mixed"


class Label(StrEnum):
    """The label of a statement in the grounded labelling."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


class Assumption(StrEnum):
    """What is taken for granted about a statement before any argument is looked at."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OPEN = "open"


class Weighing(StrEnum):
    """How the premises of one argument make up its weight."""

    LINKED = "linked"
    CONVERGENT = "convergent"
    CUMULATIVE = "cumulative"
    FACTORIZED = "factorized"


class Standard(StrEnum):
    """How the weights for and against a statement decide it."""

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"
    DIALECTICAL_VALIDITY = "dialectical-validity"
    GENUINE_DISPUTE = "genuine-dispute"


class Stage(StrEnum):
    """The stage of the proceeding at which a case is evaluated."""

    PLEADING = "pleading"
    SUMMARY_JUDGMENT = "summary-judgment"
    TRIAL = "trial"


class SourceKind(StrEnum):
    """What a source is; it decides when a statement that rests on it counts."""

    PLEADING = "pleading"
    ANSWER = "answer"
    BRIEF = "brief"
    OPINION = "opinion"
    STATUTE = "statute"
    EVIDENCE = "evidence"
    RECORD = "record"
    NEWS = "news"
    COMMENTARY = "commentary"


class Response(StrEnum):
    """What a party's answer says to an allegation."""

    ADMITTED = "admitted"
    DENIED = "denied"
    DENIED_IN_PART = "denied-in-part"
    NO_KNOWLEDGE = "no-knowledge"
    NONE = "none"


class Role(StrEnum):
    """What a party is in the suit."""

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    INTERVENOR = "intervenor"
    AMICUS = "amicus"
    NONPARTY = "nonparty"


class Side(StrEnum):
    """A side of the suit."""

    CLAIMANT = "claimant"
    OPPONENT = "opponent"

    @property
    def other(self) -> Side:
        """Return the other side."""
        return Side.OPPONENT if self is Side.CLAIMANT else Side.CLAIMANT


SIDES: dict[Role, Side] = {Role.PLAINTIFF: Side.CLAIMANT, Role.DEFENDANT: Side.OPPONENT}
"""The roles that have a side; all others speak for none."""


class Confidence(StrEnum):
    """How sure a citation is: read in the original, read in a named secondary source, or neither."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Status(StrEnum):
    """The word for a label that a reader sees; which one depends on the kind of the statement."""

    STANDS = "stands"
    BARRED = "barred"
    MADE_OUT = "made out"
    NOT_MADE_OUT = "not made out"
    APPLIES = "applies"
    DOES_NOT_APPLY = "does not apply"
    COUNTS = "counts"
    DOES_NOT_COUNT = "does not count"
    OPEN = "open"


STATUS: dict[Kind, dict[Label, Status]] = {
    Kind.CLAIM: {Label.IN: Status.STANDS, Label.OUT: Status.NOT_MADE_OUT, Label.UNDECIDED: Status.OPEN},
    Kind.ELEMENT: {Label.IN: Status.MADE_OUT, Label.OUT: Status.NOT_MADE_OUT, Label.UNDECIDED: Status.OPEN},
    **dict.fromkeys(
        (Kind.DEFENSE, Kind.CARVE_OUT),
        {Label.IN: Status.APPLIES, Label.OUT: Status.DOES_NOT_APPLY, Label.UNDECIDED: Status.OPEN},
    ),
    **dict.fromkeys(
        (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL),
        {Label.IN: Status.COUNTS, Label.OUT: Status.DOES_NOT_COUNT, Label.UNDECIDED: Status.OPEN},
    ),
}
"""The status word of each kind and label. A claim that is out although it is made out is *barred*."""

EXPECTATIONS: dict[str, frozenset[Status]] = {
    **{status.value: frozenset({status}) for status in Status},
    "in": frozenset({Status.STANDS, Status.MADE_OUT, Status.APPLIES, Status.COUNTS}),
    "out": frozenset({Status.BARRED, Status.NOT_MADE_OUT, Status.DOES_NOT_APPLY, Status.DOES_NOT_COUNT}),
    "undecided": frozenset({Status.OPEN}),
    "fails": frozenset({Status.BARRED, Status.NOT_MADE_OUT, Status.DOES_NOT_APPLY, Status.DOES_NOT_COUNT}),
    "survives": frozenset({Status.STANDS, Status.MADE_OUT, Status.APPLIES, Status.COUNTS, Status.OPEN}),
}
"""Which statuses satisfy each word that ``expect`` may use."""

RULINGS: dict[str, str] = {
    "survives": "survives",
    "stands": "stands",
    "denied": "survives",
    "dismissed": "fails",
    "failed to state a claim": "not made out",
    "barred": "barred",
    "struck": "fails",
    "sustained": "fails",
    "overruled": "survives",
    "established": "in",
    "not established": "out",
    "applies": "applies",
    "does not apply": "does not apply",
    "left open": "open",
}
"""What each word of a ruling says about a claim or a defense, in the words of ``expect``."""
