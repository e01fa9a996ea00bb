"""What stands and why not, in a line or two for the head of a picture."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.evaluate import Evaluation
from mapper.render.text.reasons import because
from mapper.render.text.words import listed, sentence
from mapper.vocabulary import Status

ORDER = (Status.STANDS, Status.OPEN, Status.BARRED, Status.NOT_MADE_OUT)
"""What is said first."""


def summary(evaluation: Evaluation, claims: Iterable[str]) -> str:
    """Return the status of these claims, those that share it and its reason together.

    For those that stand no reason is given: it would be that nothing is the matter.
    """
    groups: dict[tuple[int, str], list[str]] = {}
    for claim in claims:
        status = evaluation.status(claim)
        reason = "" if status is Status.STANDS else because(evaluation, claim)
        groups.setdefault((ORDER.index(status), reason), []).append(claim)
    return " ".join(_said(ORDER[place], reason, names) for (place, reason), names in sorted(groups.items()))


def _said(status: Status, reason: str, claims: list[str]) -> str:
    return f"{sentence(status.value)}: {listed(claims)}{f' – {reason}' if reason else ''}."
