"""A labelling in which some statements are assumed to be otherwise, and nothing else changes but their rivals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mapper.evaluate import Evaluation, Given
from mapper.evaluate.context import assumptions
from mapper.evaluate.relabel import Changes, relabel
from mapper.vocabulary import Assumption, Label

Assumed = Mapping[str, Assumption]
"""What is assumed from now on about some statements."""


def suppose(evaluation: Evaluation, assumed: Assumed) -> Evaluation:
    """Return the labelling once some statements are assumed to be otherwise, as if the asker had said so."""
    return relabel(evaluation, changes_for(evaluation, assumed)).evaluation


def changes_for(evaluation: Evaluation, assumed: Assumed) -> Changes:
    """Return what is assumed otherwise than before: the statements named, and the rivals that they bring down or free.

    A position that is accepted puts its rivals out, whatever was assumed about them. Once none of an issue is
    accepted any more, its positions are what they would be if nobody had accepted one of those named.
    """
    changes: dict[str, Given | None] = {name: Given(found, "option", "") for name, found in assumed.items()}
    issues = {issue.id: issue for name in assumed if (issue := evaluation.graph.issue_of(name))}
    for issue in issues.values():
        others = [position for position in issue.positions if position not in assumed]
        winners = [p for p in issue.positions if assumed.get(p) is Assumption.ACCEPTED]
        winners = winners or [p for p in others if is_accepted(evaluation, p)]
        if winners:
            lost = Given(Assumption.REJECTED, "rival", winners[0])
            named = {p for p, found in assumed.items() if found is Assumption.REJECTED}
            changes.update((p, lost) for p in issue.positions if p not in winners and p not in named)
        else:
            changes.update(_freed(evaluation, assumed, others))
    return changes


def is_accepted(evaluation: Evaluation, statement: str) -> bool:
    """Return whether a statement is in because it is assumed to be."""
    return statement in evaluation.given and evaluation.labels[statement] is Label.IN


def _freed(evaluation: Evaluation, assumed: Assumed, positions: list[str]) -> Changes:
    """Return what is assumed about positions that were rejected for the sake of those named."""
    given = evaluation.given
    lost = [p for p in positions if p in given and given[p].by == "rival"]
    if not lost:
        return {}
    before = evaluation.context
    context = replace(before, reject=(*before.reject, *assumed), open=tuple(n for n in before.open if n not in assumed))
    found = assumptions(evaluation.graph, context, among=(*positions, *assumed))
    return {position: found.get(position) for position in lost}
