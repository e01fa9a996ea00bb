"""Because of which statements something flips from stage to stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mapper.analysis.stages import StageFlip
from mapper.evaluate import Evaluation
from mapper.evaluate.play import claim_of
from mapper.graph import ArgumentGraph
from mapper.render.terminal import ink, wrapped
from mapper.render.text.groups import is_inner, together
from mapper.render.text.words import STAGES, STANDARDS
from mapper.vocabulary import Assumption

BECOMES: dict[tuple[Assumption | None, Assumption | None], str] = {
    (Assumption.ACCEPTED, None): "alleged, and neither admitted nor proved",
    (Assumption.ACCEPTED, Assumption.REJECTED): "no longer counted",
    (Assumption.ACCEPTED, Assumption.OPEN): "no longer taken as true but left open",
    (Assumption.REJECTED, None): "to be argued now, and without support",
    (Assumption.REJECTED, Assumption.ACCEPTED): "counted from now on",
    (Assumption.REJECTED, Assumption.OPEN): "left open from now on",
    (Assumption.OPEN, None): "no longer left open, and without support",
    (Assumption.OPEN, Assumption.ACCEPTED): "no longer left open but taken as true",
    (Assumption.OPEN, Assumption.REJECTED): "no longer left open but not counted",
    (None, Assumption.ACCEPTED): "taken as true from now on",
    (None, Assumption.REJECTED): "not counted from now on",
    (None, Assumption.OPEN): "left open from now on",
}
"""What becomes of a leaf about which the later of two stages assumes something else."""


def causes(evaluations: Sequence[Evaluation], flips: Sequence[StageFlip], width: int) -> str:
    """Return for each pair of stages that follow each other what flips, by the statements because of which it does.

    What belongs to claims that are not in play is left out.
    """
    blocks = (_between(earlier, later, flips, width) for earlier, later in pairwise(evaluations))
    return "\n\n".join(filter(None, blocks))


def _between(earlier: Evaluation, later: Evaluation, flips: Sequence[StageFlip], width: int) -> str:
    graph = later.graph
    stages = earlier.context.stage, later.context.stage
    here = [f for f in flips if (f.start, f.end) == stages and f.leaves != (f.statement,)]
    absent = later.out_of_play()
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[StageFlip]] = {}
    for flip in here:
        if not is_inner(graph, flip.statement) and claim_of(graph.statements[flip.statement]) not in absent:
            alike.setdefault((flip.leaves, flip.standards), []).append(flip)
    if not alike:
        return ""
    lines = [ink(f"From {STAGES[stages[0]]} to {STAGES[stages[1]]}", "bold")]
    for (leaves, standards), members in alike.items():
        reasons = "; ".join((*_leaves(earlier, later, leaves), *_standards(later, standards)))
        lines += wrapped(reasons, width, first="  ", rest="    ")
        lines += (
            line for text in _courses(graph, members) for line in wrapped(text, width, first="      ", rest="        ")
        )
    return "\n".join(lines)


def _leaves(earlier: Evaluation, later: Evaluation, leaves: Sequence[str]) -> Iterator[str]:
    """Yield what becomes of leaves, of those together of which the same does."""
    alike: dict[str, list[str]] = {}
    for name in leaves:
        before, after = earlier.given.get(name), later.given.get(name)
        change = BECOMES[before.assumption if before else None, after.assumption if after else None]
        alike.setdefault(change, []).append(name)
    for change, names in alike.items():
        yield f"{', '.join(names)}: {change}"


def _standards(later: Evaluation, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        yield f"{name}: judged by {STANDARDS[later.standards[name]]}"


def _courses(graph: ArgumentGraph, flips: Sequence[StageFlip]) -> Iterator[str]:
    alike: dict[tuple[str, str], list[str]] = {}
    for flip in flips:
        alike.setdefault((flip.before.value, flip.after.value), []).append(flip.statement)
    for (before, after), names in alike.items():
        yield f"{before} → {after}: {', '.join(together(graph, names))}"
