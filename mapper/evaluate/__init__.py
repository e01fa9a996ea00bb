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

from mapper.evaluate.context import Context, Given, assumptions, attacked_side, context, dropped_steps, standards_in
from mapper.evaluate.grounded import grounded_in_order
from mapper.evaluate.network import levels, network
from mapper.evaluate.play import OutOfPlay, absence_of, out_of_play
from mapper.graph import MADE_OUT, Argument, ArgumentGraph
from mapper.memory import collection_paused
from mapper.vocabulary import STATUS, Kind, Label, Standard, Status

__all__ = ["Context", "Evaluation", "Given", "OutOfPlay", "attacked_side", "context", "evaluate", "label"]

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
        order: of each decided statement, when it was: its label follows from those of earlier ones.
    """

    graph: ArgumentGraph
    context: Context
    labels: Mapping[str, Label]
    given: Mapping[str, Given]
    standards: Mapping[str, Standard]
    order: Mapping[str, int]

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

    def out_of_play(self) -> Mapping[str, OutOfPlay]:
        """Return the claims that are not in play in this context, and why; each has a label all the same."""
        return out_of_play(self.graph, self.context.scenario)

    def absence(self, claim: str) -> OutOfPlay | None:
        """Return why a claim is not in play in this context, if it is not."""
        return absence_of(self.graph, claim, self.context.scenario)

    def weight(self, argument: Argument, before: str | None = None) -> tuple[Fraction, Fraction]:
        """Return the interval in which an argument's weight is known to lie.

        Args:
            argument: the argument.
            before: count only what was known when this statement was decided.
        """
        steps = levels(self.graph, argument)
        premises = [self.known(premise, before) for premise in argument.premises]
        cuts = [self.known(undercutter, before) for undercutter in argument.undercutters]
        low = steps[premises.count(Label.IN)] if all(label is Label.OUT for label in cuts) else ZERO
        high = ZERO if Label.IN in cuts else steps[len(premises) - premises.count(Label.OUT)]
        return low, high

    def known(self, statement: str, before: str | None = None) -> Label:
        """Return the label of a statement as far as it was known when another one was decided."""
        moment = self.order.get(before) if before is not None else None
        if moment is None or self.order.get(statement, moment) < moment:
            return self.labels[statement]
        return Label.UNDECIDED

    def is_live(self, argument: Argument) -> bool:
        """Return whether an argument certainly has weight."""
        return self.weight(argument)[0] > 0


def evaluate(graph: ArgumentGraph, context: Context | None = None) -> Evaluation:
    """Return the grounded labelling of a graph in a context: the pleading stage, unless given.

    Raises:
        UnknownAddressError: if the context names what is not there.
    """
    context = context or Context()
    steps = dropped_steps(graph, context)
    graph = graph.without(steps) if steps else graph
    with collection_paused():
        return label(graph, context, assumptions(graph, context), standards_in(graph, context))


def label(
    graph: ArgumentGraph, context: Context, given: Mapping[str, Given], standards: Mapping[str, Standard]
) -> Evaluation:
    """Return the grounded labelling of a graph under assumptions and standards that are known already."""
    flat = network(graph)
    assumed = {flat.index[name]: found.assumption for name, found in given.items()}
    numbers, decided = grounded_in_order(flat, assumed, [standards[name] for name in flat.index])
    names = list(flat.index)
    labels = {name: LABELS[number] for name, number in zip(names, numbers, strict=True)}
    order = {names[number]: moment for moment, number in enumerate(decided)}
    return Evaluation(graph, context, labels, given, standards, order)
