"""Labelling anew after a change, only as far as the change goes.

Statements are looked at in an order in which each comes after what its label can depend on, those of a circle
together, and only where something that they depend on came out otherwise. What is labelled anew is a small graph of its
own, in which the labels around it are assumed. That gives exactly the labels of the whole: the least fixpoint of a part,
given what the part depends on, is its part of the least fixpoint (Liao, Jin and Koons, "Dynamics of argumentation
systems: a division-based method", Artificial Intelligence 175, 2011).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from mapper.evaluate import Context, Evaluation, Given, label
from mapper.evaluate.network import levels
from mapper.evaluate.ranks import keep_ranks, ranks
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

    Linear in the links of what is touched, in copying the labels of all the rest, and for the first change of a graph in
    its links.
    """
    work = _Work(evaluation, changes, without)
    work.run()
    found = Evaluation(
        graph=work.graph,
        context=context or evaluation.context,
        labels={**evaluation.labels, **work.labels},
        given=_updated(evaluation.given, changes),
        standards=evaluation.standards,
        order=_Order.after(evaluation.order, work),
    )
    return Relabelling(found, tuple(work.touched))


def new_labels(evaluation: Evaluation, changes: Changes, *, without: Collection[str] = ()) -> dict[str, Label]:
    """Return the labels that come out otherwise once other things are assumed; see `relabel`.

    Faster where only a few labels are asked for: what the change does not touch is not even copied.
    """
    work = _Work(evaluation, changes, without)
    work.run()
    return {name: label for name, label in work.labels.items() if label is not evaluation.labels[name]}


class _Work:
    """One labelling anew.

    Attributes:
        ranks: which statements come before which.
        labels: what was assumed otherwise or labelled anew, whether or not it came out otherwise.
        touched: what was labelled anew; the decided ones in an order in which each follows from what came before.
        queue: what has to be labelled anew, by rank.
    """

    def __init__(self, evaluation: Evaluation, changes: Changes, without: Collection[str]) -> None:
        self.evaluation, self.changes = evaluation, changes
        self.ranks = ranks(evaluation.graph)
        self.graph = evaluation.graph
        if without:
            self.graph = evaluation.graph.without(without)
            keep_ranks(self.graph, evaluation.graph)
        self.labels: dict[str, Label] = {}
        self.touched: dict[str, None] = {}
        self.queue: list[tuple[int, str]] = []
        self.queued: set[str] = set()
        self.assume(without)

    def assume(self, without: Collection[str]) -> None:
        """Take in what is assumed, and whatever depends directly on that or on steps that are gone."""
        arguments = self.evaluation.graph.arguments
        for name in (*self.changes, *(arguments[step].conclusion for step in without)):
            self.enqueue((name, *self.graph.rivals(name)))
        for name, given in self.changes.items():
            if given:
                self.settle(name, LABELLED[given.assumption])

    def run(self) -> None:
        """Label what has to be labelled anew, circle by circle."""
        while self.queue:
            rank = self.queue[0][0]
            due = []
            while self.queue and self.queue[0][0] == rank:
                due.append(heappop(self.queue)[1])
            self.label(self.within(due, rank))

    def within(self, due: list[str], rank: int) -> dict[str, None]:
        """Return some statements and those of the same rank to which they lead."""
        found = dict.fromkeys(due)
        todo = [*due]
        while todo:
            for name in self.dependents(todo.pop()):
                if name not in found and self.ranks[name] == rank and not self.is_fixed(name):
                    found[name] = None
                    todo.append(name)
        return found

    def label(self, names: dict[str, None]) -> None:
        """Label statements anew that depend on each other at most, and on what is settled."""
        found = self.part(names)
        self.touched.update((name, None) for name in found.order if name in names)
        self.touched.update(names)
        for name in names:
            self.settle(name, found.labels[name])

    def settle(self, name: str, found: Label) -> None:
        """Take in a label; what depends on it has to be labelled anew if it is another one than before."""
        self.labels[name] = found
        if found is not self.evaluation.labels[name]:
            self.enqueue(self.dependents(name))

    def enqueue(self, names: Iterable[str]) -> None:
        """Have statements labelled anew, unless they are assumed or were labelled just now."""
        for name in names:
            if name not in self.queued and name not in self.touched and not self.is_fixed(name):
                self.queued.add(name)
                heappush(self.queue, (self.ranks[name], name))

    def dependents(self, name: str) -> Iterator[str]:
        """Yield the statements on whose arguments a label bears, or on those of their rivals."""
        for arguments in (self.graph.uses(name), self.graph.undercuts(name)):
            for argument in arguments:
                yield argument.conclusion
                yield from self.graph.rivals(argument.conclusion)

    def is_fixed(self, name: str) -> bool:
        """Return whether the label of a statement is assumed from now on."""
        return self.changes[name] is not None if name in self.changes else name in self.evaluation.given

    def part(self, inside: Collection[str]) -> Evaluation:
        """Return the labelling of a graph of some statements, with the labels around them assumed."""
        arguments = [a for name in inside for a in (*self.graph.pro(name), *self.graph.con(name))]
        issues = {issue.id: issue for issue in map(self.graph.issue_of, inside) if issue}
        graph = ArgumentGraph(
            [self.graph.statements[name] for name in dict.fromkeys((*inside, *_ends(arguments, issues.values())))],
            filter(None, map(self.whole, arguments)),
            issues.values(),
        )
        around = {name: self.assumed(name) for name in graph.statements if name not in inside}
        return label(graph, self.evaluation.context, around, self.evaluation.standards)

    def assumed(self, name: str) -> Given:
        """Return a label as an assumption."""
        return Given(ASSUMED[self.labels.get(name) or self.evaluation.labels[name]], "option", "")

    def whole(self, argument: Argument) -> Argument | None:
        """Return the argument, with the weight it has in the whole graph where others share in it."""
        if argument.weighing is not Weighing.FACTORIZED:
            return argument
        weight = levels(self.graph, argument)[-1]
        return replace(argument, weight=weight, weighing=Weighing.LINKED) if weight else None


def _updated(given: Mapping[str, Given], changes: Changes) -> dict[str, Given]:
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


class _Order(Mapping[str, int]):
    """When each label was decided: by rank first, so that what was labelled anew need not come before what was not.

    Attributes:
        moments: of statements of one rank, which was decided first; what is assumed otherwise before all others.
        following: a moment after all of them.
    """

    def __init__(self, moments: Mapping[str, int], following: int, ranks: Mapping[str, int]) -> None:
        self.moments, self.following, self.ranks = moments, following, ranks

    @classmethod
    def after(cls, order: Mapping[str, int], work: _Work) -> _Order:
        """Return the order once some statements were labelled anew."""
        moments = dict(order.moments if isinstance(order, _Order) else order)
        following = order.following if isinstance(order, _Order) else len(order)
        anew = [name for name in work.touched if work.labels[name] is not Label.UNDECIDED]
        for name in work.labels:
            moments.pop(name, None)
        moments.update((name, -1) for name, g in work.changes.items() if g and g.assumption is not Assumption.OPEN)
        moments.update(zip(anew, range(following, following + len(anew)), strict=True))
        return cls(moments, following + len(anew), work.ranks)

    def __getitem__(self, name: str) -> int:
        """Return when a label was decided."""
        return self.ranks[name] * (self.following + 1) + self.moments[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the decided statements."""
        return iter(self.moments)

    def __len__(self) -> int:
        """Return how many statements are decided."""
        return len(self.moments)
