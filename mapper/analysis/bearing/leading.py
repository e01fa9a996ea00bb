"""The steps that lead from some leaves to a statement, with all attacks as they are."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from fractions import Fraction

from mapper.evaluate import Evaluation
from mapper.evaluate.network import levels
from mapper.evaluate.standards import decide
from mapper.graph import Argument
from mapper.vocabulary import Label, Standard

ZERO = Fraction(0)


def steps_between(evaluation: Evaluation, leaves: Collection[str], target: str) -> tuple[Argument, ...]:
    """Return the steps by which leaves carry a statement, each after those that it builds on.

    One step for each statement on the way, the first that the leaves reach; none if they do not carry it.
    Linear in the steps about what leads to the statement.
    """
    found = _Leading(evaluation, target).follow(leaves)
    needed: set[str] = set()
    todo = [target]
    while todo:
        step = found.get(todo.pop())
        if step and step.conclusion not in needed:
            needed.add(step.conclusion)
            todo.extend(premise for premise in step.premises if premise in found)
    return tuple(step for name, step in found.items() if step and name in needed)


class _Leading:
    """The part of a graph that leads to a statement."""

    def __init__(self, evaluation: Evaluation, target: str) -> None:
        self.evaluation, self.graph = evaluation, evaluation.graph
        self.against: dict[str, Fraction] = {target: self.weight_against(target)}
        todo = [target]
        while todo:
            for premise in self.premises(todo.pop()):
                if premise not in self.against:
                    self.against[premise] = self.weight_against(premise)
                    todo.append(premise)

    def premises(self, name: str) -> Iterator[str]:
        """Yield the premises of the steps to an argued statement."""
        if name not in self.evaluation.given:
            yield from (premise for step in self.graph.pro(name) for premise in step.premises)

    def weight_against(self, name: str) -> Fraction:
        """Return the largest weight that may speak against a statement, as things are."""
        given = self.evaluation.given
        rivals = (step for rival in self.graph.rivals(name) if rival not in given for step in self.graph.pro(rival))
        return max((self.evaluation.weight(step)[1] for step in (*self.graph.con(name), *rivals)), default=ZERO)

    def follow(self, leaves: Collection[str]) -> dict[str, Argument | None]:
        """Return what the leaves carry, in an order in which each follows from those before, with the step to it."""
        found: dict[str, Argument | None] = dict.fromkeys(leaves)
        bare = [step for name in self.against for step in self.graph.pro(name) if not step.premises]
        todo = deque(step for step in bare)
        todo.extend(step for leaf in leaves for step in self.graph.uses(leaf))
        while todo:
            step = todo.popleft()
            name = step.conclusion
            if name in self.against and name not in found and self.carries(step, found):
                found[name] = step
                todo.extend(self.graph.uses(name))
        return found

    def carries(self, step: Argument, held: Collection[str]) -> bool:
        """Return whether a step brings its conclusion in if these statements hold."""
        labels = self.evaluation.labels
        if not step.pro or labels[step.conclusion] is not Label.IN or step.conclusion in self.evaluation.given:
            return False
        weight = levels(self.graph, step)[sum(premise in held for premise in step.premises)]
        standard = self.evaluation.standards[step.conclusion]
        if standard is Standard.SCINTILLA and self.graph.issue_of(step.conclusion):
            standard = Standard.PREPONDERANCE
        cut = any(labels[undercutter] is not Label.OUT for undercutter in step.undercutters)
        return not cut and decide(standard, weight, self.against[step.conclusion]) is Label.IN
