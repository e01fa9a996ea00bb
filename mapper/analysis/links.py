"""The links along which support and attack travel, and what a search along them needs to know."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from mapper.evaluate import Evaluation
from mapper.graph import Argument
from mapper.vocabulary import Label

ONE = Fraction(1)


class Relation(StrEnum):
    """What the source of a link does to its target."""

    SUPPORTS = "supports"
    REBUTS = "rebuts"
    UNDERCUTS = "undercuts"
    PROTECTS = "protects"
    RIVALS = "rivals"

    @property
    def sign(self) -> int:
        """Return ``1`` for what speaks for the target, ``-1`` for what speaks against it."""
        return 1 if self in (Relation.SUPPORTS, Relation.PROTECTS) else -1


@dataclass(frozen=True, slots=True)
class Link:
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
        low = self.evaluation.weight(argument)[0]
        for source in argument.premises:
            yield Link(source, argument.conclusion, premise, argument.id, low or argument.weight, low > 0)
        for source in argument.undercutters if self.attacks else ():
            yield Link(source, argument.conclusion, undercutter, argument.id, ONE, True)

    def begins(self, statement: str) -> bool:
        """Return whether a chain can begin at a statement: it is assumed, or no pro argument leads to it."""
        if self.start is not None:
            return statement == self.start
        return statement in self.evaluation.given or not self.evaluation.graph.pro(statement)

    def reads_on(self, statement: str) -> bool:
        """Return whether a chain may be followed back beyond a statement."""
        return statement not in self.evaluation.given and statement != self.start

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

    @cached_property
    def relevant(self) -> tuple[str, ...]:
        """Return the statements from which the target can be reached, the target first."""
        found, todo = {self.target: None}, [self.target]
        while todo:
            name = todo.pop()
            for link in self.into(name):
                if link.source not in found:
                    found[link.source] = None
                    todo.append(link.source)
        return tuple(found)

    def order(self) -> tuple[str, ...] | None:
        """Return the relevant statements, sources before targets; nothing if they form a circle."""
        waiting = {name: len(self.into(name)) for name in self.relevant}
        onward: dict[str, list[str]] = {name: [] for name in self.relevant}
        for name in self.relevant:
            for link in self.into(name):
                onward[link.source].append(name)
        ready, order = deque(name for name in self.relevant if not waiting[name]), []
        while ready:
            order.append(ready.popleft())
            for name in onward[order[-1]]:
                waiting[name] -= 1
                if not waiting[name]:
                    ready.append(name)
        return tuple(order) if len(order) == len(waiting) else None

    def estimates(self, total: int, *, broken: bool) -> dict[State, tuple[int, Fraction]]:
        """Return for each state from which a chain can begin the fewest steps and the best weakest link.

        Neither bound can be beaten by a chain through that state, which is what makes the search exact.
        """
        onward = self._onward(total)
        leaves = [s for s in onward if self.begins(s.statement) and s.sign == total and s.broken == broken]
        steps = dict.fromkeys(leaves, 0)
        todo = deque(leaves)
        while todo:
            state = todo.popleft()
            for following, _ in onward[state]:
                if following not in steps:
                    steps[following] = steps[state] + 1
                    todo.append(following)
        widest = _widest(onward, leaves)
        return {state: (length, widest[state]) for state, length in steps.items()}

    def _onward(self, total: int) -> dict[State, list[tuple[State, Fraction]]]:
        """Return for each state that the target leads back to the states it came from, and the link's weight."""
        start = State(self.target, 1, self.is_broken(self.target, 1, total))
        onward: dict[State, list[tuple[State, Fraction]]] = {start: []}
        todo = [start]
        while todo:
            state = todo.pop()
            for link in self.into(state.statement):
                source = self.back(state, link, total)
                if source not in onward:
                    onward[source] = []
                    todo.append(source)
                onward[source].append((state, link.weight))
        return onward


def _widest(onward: dict[State, list[tuple[State, Fraction]]], leaves: list[State]) -> dict[State, Fraction]:
    """Return the largest weakest link on any way from a leaf to each state."""
    widest = dict.fromkeys(leaves, ONE)
    queue = [(-ONE, number, leaf) for number, leaf in enumerate(leaves)]
    tie = len(queue)
    while queue:
        weakness, _, state = heapq.heappop(queue)
        for following, weight in onward[state]:
            width = min(-weakness, weight)
            if width > widest.get(following, Fraction(0)):
                widest[following] = width
                tie += 1
                heapq.heappush(queue, (-width, tie, following))
    return widest
