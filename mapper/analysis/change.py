"""What single change would give a statement another status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mapper.analysis.explain import Explanation, explain
from mapper.analysis.suppose import suppose
from mapper.evaluate import Evaluation
from mapper.vocabulary import Assumption, Label, Status


@dataclass(frozen=True, slots=True)
class Change:
    """One leaf of an explanation taken otherwise, and the status that the asked statement then has."""

    statement: str
    assumption: Assumption
    status: Status


def single_changes(evaluation: Evaluation, statement: str) -> tuple[Change, ...]:
    """Return the leaves of the explanation each of which, taken otherwise, gives another status.

    A leaf that counts is withdrawn, one that does not is accepted, an open one is tried both ways; where a
    position was accepted its rivals are tried too. Each change is verified by labelling anew what it
    can reach, once for each leaf of the explanation.
    """
    before = evaluation.status(statement)
    changes = []
    for leaf, assumption in dict.fromkeys(_candidates(evaluation, explain(evaluation, statement))):
        after = suppose(evaluation, {leaf: assumption}).status(statement)
        if after is not before and leaf != statement:
            changes.append(Change(leaf, assumption, after))
    return tuple(changes)


def _candidates(evaluation: Evaluation, explanation: Explanation) -> Iterator[tuple[str, Assumption]]:
    otherwise = {
        Label.IN: (Assumption.REJECTED,),
        Label.OUT: (Assumption.ACCEPTED,),
        Label.UNDECIDED: (Assumption.ACCEPTED, Assumption.REJECTED),
    }
    for leaf in explanation.leaves():
        for assumption in otherwise[leaf.label]:
            yield leaf.statement, assumption
        for rival in evaluation.graph.rivals(leaf.statement) if leaf.label is Label.IN else ():
            yield rival, Assumption.ACCEPTED
