"""What one would write first: objects, and sweeps over all of them until nothing changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from benchmarks.graphs import WEIGHTS, Made

UNDECIDED, IN, OUT = 0, 1, 2
TENTHS = {weight: int(weight * 10) for weight in (*WEIGHTS, Fraction(0))}


@dataclass(slots=True)
class Claim:
    """A statement with its label and the arguments about it."""

    label: int = UNDECIDED
    accepted: bool = False
    pro: list[Reason] = field(default_factory=list)
    con: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Reason:
    """An argument that rests on statements; weights in tenths."""

    weight: int
    premises: list[Claim]
    cuts: list[Claim]

    def least(self) -> int:
        """Return the weight it certainly has."""
        for premise in self.premises:
            if premise.label != IN:
                return 0
        for cut in self.cuts:
            if cut.label != OUT:
                return 0
        return self.weight

    def most(self) -> int:
        """Return the weight it may still have."""
        for premise in self.premises:
            if premise.label == OUT:
                return 0
        for cut in self.cuts:
            if cut.label == IN:
                return 0
        return self.weight


def objects(made: Made) -> list[Claim]:
    """Return a made-up graph as objects."""
    claims = [Claim() for _ in range(made.size)]
    for number in made.accepted:
        claims[number].accepted = True
    for step in made.steps:
        reason = Reason(TENTHS[step.weight], [claims[p] for p in step.premises], [claims[c] for c in step.cuts])
        (claims[step.conclusion].pro if step.pro else claims[step.conclusion].con).append(reason)
    return claims


def sweep(claims: list[Claim]) -> list[int]:
    """Return the labels by preponderance, by going over the undecided ones until nothing changes."""
    for claim in claims:
        claim.label = IN if claim.accepted else UNDECIDED
    changed = True
    while changed:
        changed = False
        for claim in claims:
            if claim.label == UNDECIDED:
                claim.label = judge(claim)
                changed = changed or claim.label != UNDECIDED
    return [claim.label for claim in claims]


def judge(claim: Claim) -> int:
    """Return the label of a statement from those of its arguments, as far as they are known."""
    if max((r.least() for r in claim.pro), default=0) > max((r.most() for r in claim.con), default=0):
        return IN
    if max((r.most() for r in claim.pro), default=0) <= max((r.least() for r in claim.con), default=0):
        return OUT
    return UNDECIDED
