"""What stands and why not, in a line or two for the head of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mapper.evaluate import Evaluation
from mapper.render.text.groups import together
from mapper.render.text.play import TITLE
from mapper.render.text.reasons import because
from mapper.render.text.words import listed, sentence
from mapper.vocabulary import Status

FINE = (Status.STANDS, Status.APPLIES, Status.MADE_OUT, Status.COUNTS)
"""The statuses for which no reason is given: it would be that nothing is the matter."""
ORDER = (*FINE, Status.OPEN, Status.BARRED, Status.DOES_NOT_APPLY, Status.NOT_MADE_OUT, Status.DOES_NOT_COUNT)
"""What is said first."""
_STARRED = re.compile(r"element \*(\S+?)\*")


def summary(evaluation: Evaluation, statements: Iterable[str]) -> str:
    """Return the status of these statements, those that share it and its reason together.

    Of those that are not in play only this is said, unless there are no others.
    """
    absent = evaluation.out_of_play()
    asked = [*statements]
    present = [claim for claim in asked if claim not in absent]
    said = " ".join(_outcomes(evaluation, present or asked))
    outside = listed(claim for claim in asked if claim in absent)
    return f"{said} {TITLE}: {outside}." if outside else said


def _outcomes(evaluation: Evaluation, claims: Iterable[str]) -> Iterator[str]:
    groups: dict[tuple[int, str], list[str]] = {}
    for claim in claims:
        status = evaluation.status(claim)
        reason = "" if status in FINE else because(evaluation, claim)
        groups.setdefault((ORDER.index(status), reason), []).append(claim)
    for (place, reason), names in sorted(groups.items()):
        yield _said(ORDER[place], reason, together(evaluation.graph, names))


def _said(status: Status, reason: str, claims: list[str]) -> str:
    why = _STARRED.sub(r"element \1", reason)  # where a picture is, nothing makes them italics
    return f"{sentence(status.value)}: {listed(claims)}{f' – {why}' if why else ''}."
