"""Claims that are not in play, and why, apart from those that are."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.evaluate import Evaluation, OutOfPlay
from mapper.evaluate.play import Absence, claim_of
from mapper.graph import Statement
from mapper.render.terminal import columns, ink
from mapper.render.text.words import listed

TITLE = "Not in play"

REASONS = {
    Absence.REPLACED: "pleaded in {pleading}, which {others} replaces",
    Absence.LATER: "pleaded only in {pleading}; here {others} is before the court",
    Absence.NOT_SUED: "against {others}, not sued here",
}


def absence(found: OutOfPlay) -> str:
    """Return why a claim is not in play, as a clause."""
    return REASONS[found.why].format(pleading=found.pleading, others=listed(found.others))


def not_in_play(evaluation: Evaluation, width: int) -> str:
    """Return the claims that are not in play, those together that have one reason; nothing if all are."""
    reasons: dict[str, list[str]] = {}
    for claim, found in evaluation.out_of_play().items():
        reasons.setdefault(absence(found), []).append(claim)
    rows = [[", ".join(claims), reason] for reason, claims in reasons.items()]
    return f"{ink(TITLE, 'bold')}\n{columns(rows, width, indent=2)}" if rows else ""


def in_play(evaluation: Evaluation, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements without the claims that are not in play, their elements, and what bears on them alone."""
    absent = evaluation.out_of_play()
    return [statement for statement in statements if claim_of(statement) not in absent]
