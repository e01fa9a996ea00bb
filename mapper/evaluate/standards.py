"""Standards of proof: which weights for and against decide a statement.

Preponderance, clear and convincing evidence, and proof beyond reasonable doubt follow Gordon and Walton,
"Proof burdens and standards", in: Argumentation in Artificial Intelligence (2009), with the thresholds of
Carneades 4; scintilla and dialectical validity are from the same paper. *Genuine dispute* is FRCP 56(a):
whatever somebody supports and somebody opposes is for the trier of fact.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from mapper.vocabulary import Label, Standard

LEAD = Fraction(1, 2)
"""By how much the weight for must exceed the weight against to be clear and convincing."""
DOUBT = Fraction(3, 10)
"""The weight against from which a doubt is reasonable."""

Limits = tuple[list[int], list[int]]
"""For each rank of the weight for: below which rank of the weight against the statement is in, and from
which rank on it is out."""


def limits(standard: Standard, scale: Sequence[Fraction]) -> Limits:
    """Return the limits of a standard on a scale of weights.

    Args:
        standard: the standard of proof.
        scale: the weights that occur, ascending from 0; a rank is a place in it.
    """
    if standard is Standard.GENUINE_DISPUTE:
        return [min(p, 1) for p in range(len(scale))], [len(scale) if p else 0 for p in range(len(scale))]
    met = [_below(standard, p, scale) for p in range(len(scale))]
    return met, met


def _below(standard: Standard, p: int, scale: Sequence[Fraction]) -> int:
    """Return the first rank against with which the rank for no longer meets a two-valued standard."""
    match standard:
        case Standard.SCINTILLA:
            return len(scale) if p else 0
        case Standard.PREPONDERANCE:
            return p
        case Standard.CLEAR_AND_CONVINCING:
            return bisect_left(scale, scale[p] - LEAD)
        case Standard.BEYOND_REASONABLE_DOUBT:
            return bisect_left(scale, min(scale[p] - LEAD, DOUBT))
        case _:
            return min(p, 1)


def decide(standard: Standard, p: Fraction, c: Fraction) -> Label:
    """Return the label that a standard gives a statement with weights for (p) and against (c)."""
    scale = sorted({Fraction(0), p, c})
    met, missed = limits(standard, scale)
    if scale.index(c) < met[scale.index(p)]:
        return Label.IN
    return Label.OUT if scale.index(c) >= missed[scale.index(p)] else Label.UNDECIDED


THRESHOLDS: dict[Standard, str] = {
    Standard.SCINTILLA: "p > 0",
    Standard.PREPONDERANCE: "p > c",
    Standard.CLEAR_AND_CONVINCING: f"p > c and p - c > {LEAD}",
    Standard.BEYOND_REASONABLE_DOUBT: f"p > c, p - c > {LEAD} and c < {DOUBT}",
    Standard.DIALECTICAL_VALIDITY: "p > 0 and c = 0",
    Standard.GENUINE_DISPUTE: "p > 0 and c = 0; open where both are above 0",
}
"""What each standard demands of the strongest weights for (p) and against (c)."""
