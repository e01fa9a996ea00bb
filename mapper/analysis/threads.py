"""By which leaves everything hangs: what would be lost with each of them alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from mapper.analysis.explain import explain
from mapper.analysis.suppose import changes_for
from mapper.evaluate import Evaluation
from mapper.evaluate.relabel import new_labels
from mapper.graph import MADE_OUT
from mapper.vocabulary import Assumption, Kind, Label

WHOLES = (Kind.CLAIM, Kind.DEFENSE, Kind.CARVE_OUT)


class Threads:
    """What hangs by single leaves in a labelling.

    Attributes:
        statements: those about which it is asked.

    A leaf without which a statement would not hold is named in the explanation of that statement, since what an
    explanation names is enough for the label. So only those leaves are withdrawn, each once.
    """

    def __init__(self, evaluation: Evaluation, statements: Iterable[str]) -> None:
        self.evaluation, self.graph, self.statements = evaluation, evaluation.graph, tuple(statements)

    @cached_property
    def lost(self) -> Mapping[str, frozenset[str]]:
        """Return for each leaf that carries one of the statements all that would no longer hold without it."""
        held = [name for name in self.statements if self.evaluation.labels[name] is Label.IN]
        leaves = {leaf.statement for name in held for leaf in explain(self.evaluation, name).leaves()}
        counting = (n for n in self.graph.statements if n in leaves and self.evaluation.labels[n] is Label.IN)
        return {leaf: self._lost_without(leaf) for leaf in counting}

    def _lost_without(self, leaf: str) -> frozenset[str]:
        changes = changes_for(self.evaluation, {leaf: Assumption.REJECTED})
        found = new_labels(self.evaluation, changes)
        return frozenset(name for name in found if self.evaluation.labels[name] is Label.IN)

    def leaves_of(self, statement: str) -> tuple[str, ...]:
        """Return the leaves without each of which a statement would no longer hold."""
        return tuple(leaf for leaf, lost in self.lost.items() if statement in lost and leaf != statement)

    @cached_property
    def of_use(self) -> frozenset[str]:
        """Return the statements from which something leads to a claim, a defense or a carve-out."""
        found = {s.id for s in self.graph.of_kind(*WHOLES)}
        todo = sorted(found)
        while todo:
            name = todo.pop()
            ends = {
                end for a in (*self.graph.pro(name), *self.graph.con(name)) for end in (*a.premises, *a.undercutters)
            }
            todo.extend(sorted(ends - found))
            found |= ends
        return frozenset(found)

    def claims_above(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Return the claims to which pro arguments lead from some statements, *made out* included."""
        found = dict.fromkeys(statements)
        todo = list(found)
        while todo:
            for step in self.graph.uses(todo.pop()):
                if step.pro and step.conclusion not in found:
                    found[step.conclusion] = None
                    todo.append(step.conclusion)
        claims = (claim.id for claim in self.graph.claims())
        return tuple(claim for claim in claims if claim in found or f"{claim}.{MADE_OUT}" in found)
