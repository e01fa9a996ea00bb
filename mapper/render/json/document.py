"""What every document has in common: its version, what it was asked under, a statement with its status."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation, Given
from mapper.graph import Statement

if TYPE_CHECKING:
    from mapper.case.theory import Model

VERSION = 1
"""The version of all documents; it changes when a reader of the old ones would be misled."""

Value = Mapping[str, object]


def document(answer: str, **parts: object) -> str:
    """Return a document as text: its version, which answer it is, and its parts.

    Half a surrogate pair, which no encoding has, becomes the escape that JSON has for it.
    """
    text = json.dumps({"version": VERSION, "answer": answer, **parts}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def under(found: Evaluation) -> Value:
    """Return the case, and under what it was evaluated."""
    context, caption = found.context, found.graph.setting.caption
    return {
        "case": caption.title if caption else None,
        "stage": context.stage.value,
        "scenario": context.scenario,
        "accept": list(context.accept),
        "reject": list(context.reject),
        "open": list(context.open),
        "drop": list(context.drop),
    }


def not_in_play(found: Evaluation) -> list[Value]:
    """Return the claims that are not in play, and why."""
    return [
        {"id": claim, "why": absent.why.value, "pleading": absent.pleading or None, "others": list(absent.others)}
        for claim, absent in found.out_of_play().items()
    ]


def labelled(found: Evaluation, statement: Statement) -> Value:
    """Return a statement with its status."""
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "label": found.labels[statement.id].value,
        "status": found.status(statement.id).value,
        "standard": found.standards[statement.id].value,
        "given": given(found.given.get(statement.id)),
    }


def given(found: Given | None) -> Value | None:
    """Return what was assumed, and what set it."""
    return found if found is None else {"assumption": found.assumption.value, "by": found.by, "reason": found.reason}


def model(entry: Model) -> Value:
    """Return an entry in the form it has in a case file, without what it leaves out."""
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True)


def pair(weights: tuple[Fraction, Fraction], first: str, second: str) -> Value:
    """Return two weights by their names."""
    return {first: str(weights[0]), second: str(weights[1])}
