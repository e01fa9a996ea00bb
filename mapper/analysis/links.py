"""The links along which support and attack travel, and what a search along them needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from mapper.evaluate import Evaluation
from mapper.graph import Argument
from mapper.vocabulary import Label, Weighing

ONE = Fraction(1)


class Relation(StrEnum):
    """What the source of a link does to its target."""

    SUPPORTS = "supports"
    REBUTS = "rebuts"
    UNDERCUTS = "undercuts"
    PROTECTS = "protects"
    RIVALS = "rivals"

    @cached_property
    def sign(self) -> int:
        """Return ``1`` for what speaks for the target, ``-1`` for what speaks against it."""
        return 1 if self in (Relation.SUPPORTS, Relation.PROTECTS) else -1


class Link(NamedTuple):
    """One way in which a statement bears on another.

    Attributes:
        relation: *supports* by a pro argument, *rebuts* by a con argument, *undercuts* a step to the target,
            *protects* it by undercutting a con argument, *rivals* it in an issue.
        argument: the address of the argument; none between rivals.
        weight: the weight of the argument as it stands if it is live, else its full weight; 1 for other links.
        live: whether the step has weight, given that its source holds.
    """

    source: str
    target: str
    relation: Relation
    argument: str | None
    weight: Fraction
    live: bool


class State(NamedTuple):
    """Where a search backwards stands: a statement, the sign from it to the target, whether a break is behind."""

    statement: str
    sign: int
    broken: bool


class Links:
    """The part of a graph that can bear on one statement, read backwards from it."""

    def __init__(self, evaluation: Evaluation, target: str, *, start: str | None, attacks: bool) -> None:
        self.evaluation, self.target, self.start, self.attacks = evaluation, target, start, attacks
        self.signs = (1, -1) if attacks else (1,)
        self._into: dict[str, tuple[Link, ...]] = {}
        for name in (target, start):
            if name is not None and name not in evaluation.graph.statements:
                raise KeyError(name)

    def into(self, statement: str) -> tuple[Link, ...]:
        """Return the links that end at a statement and can be followed back, in the order of the file."""
        if statement not in self._into:
            self._into[statement] = tuple(self._find(statement)) if self.reads_on(statement) else ()
        return self._into[statement]

    def _find(self, statement: str) -> Iterator[Link]:
        graph = self.evaluation.graph
        for argument in graph.pro(statement):
            yield from self._from_argument(argument, Relation.SUPPORTS, Relation.UNDERCUTS)
        if self.attacks:
            for argument in graph.con(statement):
                yield from self._from_argument(argument, Relation.REBUTS, Relation.PROTECTS)
            for rival in graph.rivals(statement):
                yield Link(rival, statement, Relation.RIVALS, None, ONE, True)

    def _from_argument(self, argument: Argument, premise: Relation, undercutter: Relation) -> Iterator[Link]:
        low = self._certain(argument)
        weight, live = low or argument.weight, bool(low)
        for source in argument.premises:
            yield Link(source, argument.conclusion, premise, argument.id, weight, live)
        for source in argument.undercutters if self.attacks else ():
            yield Link(source, argument.conclusion, undercutter, argument.id, ONE, True)

    def _certain(self, argument: Argument) -> Fraction | None:
        """Return the weight that an argument certainly has, if any; nearly all are linked and quickly found to have none."""
        labels = self.evaluation.labels
        if argument.weighing is Weighing.LINKED:
            for premise in argument.premises:
                if labels[premise] is not Label.IN:
                    return None
        return self.evaluation.weight(argument)[0] or None

    def begins(self, statement: str) -> bool:
        """Return whether a chain can begin at a statement: it is assumed, or no pro argument leads to it."""
        if self.start is not None:
            return statement == self.start
        return statement in self.evaluation.given or not self.evaluation.graph.pro(statement)

    def reads_on(self, statement: str) -> bool:
        """Return whether a chain may be followed back beyond a statement."""
        return statement not in self.evaluation.given and statement != self.start

    def goes_on(self, statement: str) -> bool:
        """Return whether links may lead back beyond a statement."""
        return self.reads_on(statement) and (self.attacks or bool(self.evaluation.graph.pro(statement)))

    def is_broken(self, statement: str, sign: int, total: int) -> bool:
        """Return whether a statement lacks the label that a chain of the total sign needs it to have there."""
        return self.evaluation.labels[statement] is not (Label.IN if sign * total > 0 else Label.OUT)

    def back(self, state: State, link: Link, total: int) -> State:
        """Return the state behind a link."""
        sign = state.sign * link.relation.sign
        at_fault = self.is_broken(link.source, sign, total) or (sign * total > 0 and not link.live)
        return State(link.source, sign, state.broken or at_fault)

    def culprits(self, link: Link) -> tuple[str, ...]:
        """Return what takes the weight of a step: undercutters that may hold, premises that do not."""
        argument = self.evaluation.graph.arguments[link.argument or ""]
        labels = self.evaluation.labels
        cut = tuple(u for u in argument.undercutters if labels[u] is not Label.OUT)
        return cut or tuple(p for p in argument.premises if labels[p] is not Label.IN)
