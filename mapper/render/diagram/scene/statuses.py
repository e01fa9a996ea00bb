"""What a reader is told of the status of an item: a mark, and words for it.

A claim that is not in play has a label like any other, but no court was asked about it: what is said of it as a whole is
that it is not in play, and nothing else. Its elements and all that bears on them keep their statuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapper.evaluate import Evaluation
from mapper.graph import Statement
from mapper.render.diagram.scene.items import Item
from mapper.render.diagram.symbols import GLYPHS, MARKS, Mark
from mapper.vocabulary import Kind, Label

NO_SUPPORT, NOT_IN_PLAY = "no support", "not in play"

WORDS: dict[Mark, str] = {Mark.BARE: NO_SUPPORT, Mark.ABSENT: NOT_IN_PLAY}
"""What is said where it is not the word for a label."""

GIVEN: dict[str, dict[str, str]] = {
    "scenario": {
        "accepted": "accepted by the scenario",
        "rejected": "rejected by the scenario",
        "open": "left open by the scenario",
    },
    "option": {
        "accepted": "accepted for this picture",
        "rejected": "rejected for this picture",
        "open": "left open for this picture",
    },
    "motion": {
        "accepted": "not contested by the motion",
        "rejected": "not raised by the motion",
        "open": "not raised by the motion",
    },
}
"""What is said of an assumption that is not the stage's, by what set it and what it is."""


@dataclass(frozen=True, slots=True)
class Group:
    """The claims for which an item has the same status for the same reason."""

    mark: Mark
    claims: tuple[str, ...]
    reason: str


def mark_of(evaluation: Evaluation, statement: Statement) -> Mark:
    """Return the mark of a statement."""
    if statement.kind is Kind.CLAIM and evaluation.absence(statement.id):
        return Mark.ABSENT
    label = evaluation.labels[statement.id]
    bare = statement.kind is Kind.ELEMENT and label is Label.OUT and not evaluation.graph.pro(statement.id)
    return Mark.BARE if bare else MARKS[label]


def mark(evaluation: Evaluation, item: Item) -> Mark:
    """Return the mark of an item: of its statements, where they agree."""
    found = {mark_of(evaluation, s) for s in item.statements}
    return found.pop() if len(found) == 1 else Mark.MIXED


def words(evaluation: Evaluation, item: Item) -> str:
    """Return the status of an item with its glyph; where it differs between claims, how often it is what."""
    if mark(evaluation, item) is not Mark.MIXED:
        return of_statement(evaluation, item.lead)
    marks = [mark_of(evaluation, s) for s in item.statements]
    return " · ".join(f"{GLYPHS[m]} {marks.count(m)}" for m in Mark if m in marks) + f" of {len(marks)}"


def of_statement(evaluation: Evaluation, statement: Statement) -> str:
    """Return the status of a statement with its glyph, if it has one."""
    return f"{GLYPHS[mark_of(evaluation, statement)]} {word(evaluation, statement)}".lstrip()


def without_glyph(evaluation: Evaluation, item: Item) -> str:
    """Return the status of an item in words alone; where it differs between claims, how often it is what."""
    return word(evaluation, item.lead) if mark(evaluation, item) is not Mark.MIXED else words(evaluation, item)


def word(evaluation: Evaluation, statement: Statement) -> str:
    """Return the word for the status of a statement."""
    return WORDS.get(mark_of(evaluation, statement)) or evaluation.status(statement.id).value


def groups(evaluation: Evaluation, statements: Sequence[Statement]) -> tuple[Group, ...]:
    """Return for which claims an item has which status, and why where a condition is not met."""
    found: dict[tuple[Mark, str], list[str]] = {}
    for s in statements:
        found.setdefault((mark_of(evaluation, s), _sentence(s.unmet)), []).append(s.claim)
    return tuple(Group(mark, tuple(claims), reason) for (mark, reason), claims in found.items())


def given(evaluation: Evaluation, statements: Iterable[Statement]) -> str:
    """Return who assumed something about these statements, if it was not the stage."""
    for s in statements:
        found = evaluation.given.get(s.id)
        if found and found.by == "rival":
            return f"ruled out by {found.reason}"
        if found and found.by in GIVEN:
            return GIVEN[found.by][found.assumption.value]
    return ""


def _sentence(unmet: tuple[str, ...]) -> str:
    text = "; ".join(unmet)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
