"""What flips from stage to stage of a proceeding, and because of which statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mapper.analysis.explain import Ground, explain
from mapper.evaluate import Evaluation
from mapper.vocabulary import Stage, Status


@dataclass(frozen=True, slots=True)
class StageFlip:
    """A statement whose status is another one at the next stage.

    Attributes:
        start, end: the two stages.
        leaves: the leaves of its explanation at the later stage about which something else is assumed there.
        standards: the statements of that explanation which come out otherwise there although all that they rest on
            does not, since another standard of proof judges them.
    """

    statement: str
    start: Stage
    end: Stage
    before: Status
    after: Status
    leaves: tuple[str, ...]
    standards: tuple[str, ...]


def stage_flips(evaluations: Sequence[Evaluation]) -> tuple[StageFlip, ...]:
    """Return every change of status between labellings of one graph at stages that follow each other."""
    return tuple(flip for earlier, later in pairwise(evaluations) for flip in _flips(earlier, later))


def _flips(earlier: Evaluation, later: Evaluation) -> Iterator[StageFlip]:
    for name in later.graph.statements:
        before, after = earlier.status(name), later.status(name)
        if before is not after:
            leaves, standards = _causes(earlier, later, name)
            yield StageFlip(name, earlier.context.stage, later.context.stage, before, after, leaves, standards)


def _causes(earlier: Evaluation, later: Evaluation, statement: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    explanation = explain(later, statement)
    leaves = (leaf.statement for leaf in explanation.leaves())
    judged = (ground for ground in explanation.grounds.values() if ground.because and not ground.given)
    return (
        tuple(name for name in leaves if _assumed_otherwise(earlier, later, name)),
        tuple(ground.statement for ground in judged if _judged_otherwise(earlier, later, ground)),
    )


def _assumed_otherwise(earlier: Evaluation, later: Evaluation, name: str) -> bool:
    before, after = earlier.given.get(name), later.given.get(name)
    return (before and before.assumption) is not (after and after.assumption)


def _judged_otherwise(earlier: Evaluation, later: Evaluation, ground: Ground) -> bool:
    """Return whether a statement has another label although all that carries its label has the same."""
    flipped = [name for name in (ground.statement, *ground.because) if earlier.labels[name] is not later.labels[name]]
    return flipped == [ground.statement] and earlier.standards[flipped[0]] is not later.standards[flipped[0]]
