"""The labelling of an argument graph at a stage, under a scenario.

Examples:
    >>> from mapper.graph import Argument, ArgumentGraph, Statement
    >>> from mapper.vocabulary import Kind
    >>> graph = ArgumentGraph(
    ...     [Statement(id=name, kind=Kind.PROPOSITION) for name in ("p", "q")],
    ...     [Argument(id="p:q", premises=("p",), conclusion="q")],
    ... )
    >>> evaluate(graph, Context(accept=("p",))).label("q")
    <Label.IN: 'in'>
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mapper.evaluate.context import Context, Given, assumptions, attacked_side, context, standards_in
from mapper.evaluate.grounded import grounded
from mapper.evaluate.network import levels, network
from mapper.graph import MADE_OUT, Argument, ArgumentGraph
from mapper.vocabulary import STATUS, Kind, Label, Standard, Status

__all__ = ["Context", "Evaluation", "Given", "attacked_side", "context", "evaluate"]

LABELS = (Label.UNDECIDED, Label.IN, Label.OUT)
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The grounded labelling of a graph in a context.

    Attributes:
        graph: what was labelled.
        context: the stage, the scenario, and what the asker assumed.
        labels: the label of each statement.
        given: what was assumed about the statements that were not argued, and what set it.
        standards: the standard of proof by which each statement was judged.
    """

    graph: ArgumentGraph
    context: Context
    labels: Mapping[str, Label]
    given: Mapping[str, Given]
    standards: Mapping[str, Standard]

    def label(self, statement: str) -> Label:
        """Return the label of a statement."""
        return self.labels[statement]

    def status(self, statement: str) -> Status:
        """Return the word for the label, for a reader."""
        found = self.graph.statements[statement]
        label = self.labels[statement]
        if found.kind is Kind.CLAIM and label is Label.OUT and self.labels[f"{statement}.{MADE_OUT}"] is not Label.OUT:
            return Status.BARRED
        return STATUS[found.kind][label]

    def weight(self, argument: Argument) -> tuple[Fraction, Fraction]:
        """Return the interval in which an argument's weight is known to lie."""
        steps = levels(self.graph, argument)
        held = sum(self.labels[p] is Label.IN for p in argument.premises)
        failed = sum(self.labels[p] is Label.OUT for p in argument.premises)
        cuts = [self.labels[u] for u in argument.undercutters]
        low = steps[held] if all(label is Label.OUT for label in cuts) else ZERO
        high = ZERO if Label.IN in cuts else steps[len(argument.premises) - failed]
        return low, high

    def is_live(self, argument: Argument) -> bool:
        """Return whether an argument certainly has weight."""
        return self.weight(argument)[0] > 0


def evaluate(graph: ArgumentGraph, context: Context | None = None) -> Evaluation:
    """Return the grounded labelling of a graph in a context: the pleading stage, unless given.

    Raises:
        UnknownAddressError: if the context names what is not there.
    """
    context = context or Context()
    given, proof = assumptions(graph, context), standards_in(graph, context)
    flat = network(graph)
    assumed = {flat.index[name]: g.assumption for name, g in given.items()}
    labels = grounded(flat, assumed, [proof[name] for name in flat.index])
    return Evaluation(graph, context, {n: LABELS[x] for n, x in zip(flat.index, labels, strict=True)}, given, proof)
