"""Labelling anew after a change, only as far as the change goes.

What cannot be reached from a change keeps its label. Of the rest, one component after another is looked at, in an
order in which each comes after what it depends on; where all that it depends on came out as before, it is left as it
was. What is labelled anew is a small graph of its own, in which the labels around it are assumed. That gives exactly
the labels of the whole: the least fixpoint of a part, given what the part depends on, is its part of the least fixpoint
(Liao, Jin and Koons, "Dynamics of argumentation systems: a division-based method", Artificial Intelligence 175, 2011).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from mapper.evaluate import Context, Evaluation, Given, label
from mapper.evaluate.network import levels
from mapper.evaluate.reach import Node, Reach
from mapper.graph import Argument, ArgumentGraph, Issue
from mapper.vocabulary import Assumption, Label, Weighing

ASSUMED = {Label.IN: Assumption.ACCEPTED, Label.OUT: Assumption.REJECTED, Label.UNDECIDED: Assumption.OPEN}
LABELLED = {assumption: label for label, assumption in ASSUMED.items()}

Changes = Mapping[str, Given | None]
"""What is assumed from now on about some statements; nothing where their arguments are to decide."""


@dataclass(frozen=True, slots=True)
class Relabelling:
    """What a change of assumptions did.

    Attributes:
        evaluation: the labelling afterwards, the same as that of the whole graph.
        touched: the statements that were labelled anew; all others could not have changed.
    """

    evaluation: Evaluation
    touched: tuple[str, ...]


def relabel(
    evaluation: Evaluation, changes: Changes, *, without: Collection[str] = (), context: Context | None = None
) -> Relabelling:
    """Return the labelling once other things are assumed, or some steps are gone.

    Args:
        evaluation: the labelling before.
        changes: what is assumed otherwise. The rivals of a position that is accepted, or no longer so, belong to it.
        without: the steps to leave out.
        context: what the result is to say it rests on; the same as before, unless given.

    Linear in the links that the changes reach, and in copying the labels of the others.
    """
    work = _Work(evaluation, changes, without)
    components = work.run()
    found = Evaluation(
        graph=work.graph,
        context=context or evaluation.context,
        labels={**evaluation.labels, **work.labels},
        given=_merged(evaluation.given, changes),
        standards=evaluation.standards,
        order=_order(evaluation, work, components),
    )
    return Relabelling(found, tuple(work.touched))


def new_labels(evaluation: Evaluation, changes: Changes, *, without: Collection[str] = ()) -> dict[str, Label]:
    """Return the labels that come out otherwise once other things are assumed; see `relabel`.

    Faster where only a few labels are asked for: what the change does not reach is not even copied.
    """
    work = _Work(evaluation, changes, without)
    work.run()
    return {name: label for name, label in work.labels.items() if label is not evaluation.labels[name]}


class _Work:
    """One labelling anew.

    Attributes:
        labels: what was labelled anew, whether or not it came out otherwise.
        touched: of those, what was not merely assumed, with when it was decided.
    """

    def __init__(self, evaluation: Evaluation, changes: Changes, without: Collection[str]) -> None:
        self.evaluation, self.changes = evaluation, changes
        self.graph = evaluation.graph.without(without) if without else evaluation.graph
        self.reach = Reach(self.graph, self.is_fixed)
        self.labels: dict[str, Label] = {}
        self.touched: dict[str, int] = {}
        self.due: dict[str, None] = dict.fromkeys(self._first(without))

    def _first(self, without: Collection[str]) -> Iterator[str]:
        """Yield what has to be looked at before anything has come out otherwise."""
        arguments = self.evaluation.graph.arguments
        first = (*(arguments[step].conclusion for step in without), *self.changes)
        for name in first:
            yield from (each for each in (name, *self.graph.rivals(name)) if not self.is_fixed(each))

    def is_fixed(self, name: str) -> bool:
        """Return whether the label of a statement is assumed from now on."""
        return self.changes[name] is not None if name in self.changes else name in self.evaluation.given

    def run(self) -> list[list[Node]]:
        """Label what has to be labelled anew; return all that could be reached, in order."""
        for name, given in self.changes.items():
            if given:
                self.settle(name, LABELLED[given.assumption])
        components = self.reach.components((*self.changes, *self.due))
        for component in components:
            due = [node for node in component if node in self.due]
            if due:
                self.label(self.reach.within(due, frozenset(component)) if len(component) > 1 else due)
        return components

    def settle(self, name: str, found: Label) -> None:
        """Take in a label; what depends on it is due if the label is another one than before."""
        self.labels[name] = found
        if found is not self.evaluation.labels[name]:
            self.due.update(dict.fromkeys(self.reach.conclusions(name)))

    def label(self, names: list[str]) -> None:
        """Label statements anew that depend on each other at most, and on what is settled."""
        found = self.part(names)
        for name in names:
            self.touched[name] = found.order.get(name, 0)
            self.settle(name, found.labels[name])

    def part(self, names: Iterable[str]) -> Evaluation:
        """Return the labelling of a graph of these statements, with the labels around them assumed."""
        inside = set(names)
        arguments = [a for name in names for a in (*self.graph.pro(name), *self.graph.con(name))]
        issues = {issue.id: issue for issue in map(self.graph.issue_of, names) if issue}
        graph = ArgumentGraph(
            [self.graph.statements[name] for name in dict.fromkeys((*names, *_ends(arguments, issues.values())))],
            filter(None, map(self.fixed, arguments)),
            issues.values(),
        )
        around = {name: self.assumed(name) for name in graph.statements if name not in inside}
        return label(graph, self.evaluation.context, around, self.evaluation.standards)

    def assumed(self, name: str) -> Given:
        """Return a label as an assumption."""
        found = self.labels.get(name) or self.evaluation.labels[name]
        return Given(ASSUMED[found], "option", "")

    def fixed(self, argument: Argument) -> Argument | None:
        """Return the argument, with the weight it has in the whole graph where others share in it."""
        if argument.weighing is not Weighing.FACTORIZED:
            return argument
        weight = levels(self.graph, argument)[-1]
        return replace(argument, weight=weight, weighing=Weighing.LINKED) if weight else None


def _merged(given: Mapping[str, Given], changes: Changes) -> dict[str, Given]:
    merged = {**given, **{name: found for name, found in changes.items() if found}}
    for name, found in changes.items():
        if found is None:
            merged.pop(name, None)
    return merged


def _ends(arguments: Iterable[Argument], issues: Iterable[Issue]) -> Iterator[str]:
    """Yield the statements on which arguments and issues rest."""
    for argument in arguments:
        yield from argument.premises
        yield from argument.undercutters
    for issue in issues:
        yield from issue.positions


def _order(evaluation: Evaluation, work: _Work, components: Iterable[Iterable[Node]]) -> dict[str, int]:
    """Return an order in which each label follows from earlier ones: what the changes reach comes last, in order.

    In a component what was labelled anew follows what was not, on which alone it can depend.
    """
    order = dict(evaluation.order)
    moment = count(max(order.values(), default=-1) + 1)
    labels, touched = {**evaluation.labels, **work.labels}, work.touched
    for component in components:
        names = [node for node in component if isinstance(node, str)]
        for name in sorted(names, key=lambda n: (n in touched, touched[n] if n in touched else order.get(n, 0))):
            order.pop(name, None)
            if labels[name] is not Label.UNDECIDED:
                order[name] = next(moment)
    return order
