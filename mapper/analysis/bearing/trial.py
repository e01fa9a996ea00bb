"""The label of one statement under many assumptions, each tried for itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from mapper.analysis.bearing.clauses import Clauses, Compiler
from mapper.analysis.bearing.planes import Run, in_runs, places
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.memory import collection_paused
from mapper.vocabulary import Label

SWEEPS = 4
"""How often the clauses are gone through to find why a label follows along circles, before that is given up."""


class Trial:
    """The label of one statement under many assumptions.

    Attributes:
        clauses: what the label depends on.
        critical: the statements without which the label would not follow as it does: no others can change it. If it
            is undecided, all on which it may depend.
    """

    def __init__(self, evaluation: Evaluation, statement: str, before: Sequence[int], modes: Sequence[int]) -> None:
        """Take the modes of the statements before, and all those that they may have in a run."""
        into = 2 * network(evaluation.graph).index[statement]
        wanted = {Label.IN: (into,), Label.OUT: (into + 1,), Label.UNDECIDED: (into, into + 1)}
        self.label, self.before = evaluation.labels[statement], before
        self.wanted = wanted[self.label]
        with collection_paused():
            self.clauses = Compiler(evaluation, modes).compile(self.wanted)
            self.critical = self.find_critical()

    def find_critical(self) -> set[int]:
        """Return the statements on which the label rests, in one way in which it follows."""
        inputs = self.clauses.inputs
        used: Iterable[int] = inputs
        if self.label is not Label.UNDECIDED:
            true = {literal for literal, (statement, modes) in inputs.items() if self.before[statement] & modes}
            used = _used(self.clauses, true, self.wanted[0]) or inputs
        return {inputs[literal][0] for literal in used if literal in inputs}

    def necessary(self) -> set[int]:
        """Return literals without which the label does not follow in any way: what the only way to one of them needs."""
        found = set(self.wanted) if self.label is not Label.UNDECIDED else set()
        todo = list(found)
        while todo:
            ways = self.clauses.heads.get(todo.pop(), ())
            if len(ways) == 1 and ways[0][0] == len(ways[0][1]):
                new = [literal for literal in ways[0][1] if literal not in found]
                found.update(new)
                todo.extend(new)
        return found

    def changed(self, runs: Sequence[Run]) -> list[int]:
        """Return the numbers of the runs in which the label comes out otherwise.

        One operation on integers of as many bits as there are runs for each link that the label depends on, and a
        few more along circles.
        """
        with collection_paused():
            values = in_runs(self.clauses, self.before, runs)
        found = 0
        for literal in self.wanted:
            found |= values[literal]
        return places(found if self.label is Label.UNDECIDED else (1 << len(runs)) - 1 ^ found)


def _used(clauses: Clauses, inputs: Collection[int], wanted: int) -> set[int]:
    """Return the literals by which one follows from inputs that are true; none if that was not found out."""
    because: dict[int, list[int]] = {literal: [] for literal in inputs}
    sweeps = 0
    while wanted not in because and sweeps < SWEEPS:
        sweeps += 1
        for literal in clauses.order:
            if literal not in because:
                for need, body in clauses.heads[literal]:
                    true = [other for other in body if other in because]
                    if len(true) >= need:
                        because[literal] = true[:need]
                        break
    used: set[int] = set()
    todo = [wanted] if wanted in because else []
    while todo:
        literal = todo.pop()
        if literal not in used:
            used.add(literal)
            todo.extend(because[literal])
    return used
