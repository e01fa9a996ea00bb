"""Support chains: every simple path from a leaf to a statement, and its weakest link.

The best come first and are found without listing the rest: A* search backwards from the asked statement
(Hart, Nilsson and Raphael 1968), looking no further than it has to. Counting is by big integers where the relevant part has no circle; with circles it is #P-hard (Valiant 1979).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import count as numbers
from itertools import islice

from mapper.analysis.counting import number_of_ways
from mapper.analysis.horizon import Horizon
from mapper.analysis.links import Link, Links, Relation, State
from mapper.evaluate import Evaluation
from mapper.vocabulary import Label


class Sort(StrEnum):
    """Which chains come first, among those that are live and among those that are not."""

    LENGTH = "length"
    STRENGTH = "strength"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place, from the leaf on, at which a chain is broken.

    Attributes:
        statement: the statement that does not have the label the chain needs, or the conclusion of the step.
        label: that statement's label.
        link: the step that has no weight, or nothing where the statement itself is at fault.
        by: the statements that take the step's weight: undercutters that hold, premises that fail.
    """

    statement: str
    label: Label
    link: Link | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """A simple path of steps from a leaf to the asked statement.

    Attributes:
        statements: the leaf first, the asked statement last.
        links: the steps between them, one fewer.
        strength: the weight of the weakest step.
        sign: ``1`` if the chain speaks for the asked statement, ``-1`` if against it.
        broken: where it is broken; nothing for a live chain.
    """

    statements: tuple[str, ...]
    links: tuple[Link, ...]
    strength: Fraction
    sign: int
    broken: Break | None

    @property
    def live(self) -> bool:
        """Return whether every statement on the chain has the label it needs and every step has weight."""
        return self.broken is None


@dataclass(frozen=True, slots=True)
class Count:
    """How many chains there are; ``exact`` is false where only a limit's worth were enumerated."""

    chains: int
    exact: bool


def chains(
    evaluation: Evaluation,
    statement: str,
    *,
    start: str | None = None,
    attacks: bool = False,
    sort: Sort = Sort.LENGTH,
    limit: int | None = None,
) -> Iterator[Chain]:
    """Yield the chains to a statement, live ones first, each as soon as it is found.

    Args:
        evaluation: the labelled graph.
        statement: the statement asked about.
        start: only chains that begin at this statement.
        attacks: follow attacks too, so that each chain has a sign.
        sort: which come first; ties by the other orders, at last by place in the file.
        limit: how many at most.

    Raises:
        KeyError: if there is no such statement.
    """
    links = Links(evaluation, statement, start=start, attacks=attacks)
    return islice(_all(links, sort), limit)


def count_chains(
    evaluation: Evaluation, statement: str, *, start: str | None = None, attacks: bool = False, limit: int = 100_000
) -> Count:
    """Return how many chains there are, exactly where no circle is involved, else up to a limit.

    Raises:
        KeyError: if there is no such statement.
    """
    links = Links(evaluation, statement, start=start, attacks=attacks)
    ways = number_of_ways(links)
    if ways is not None:
        return Count(ways, exact=True)
    found = sum(1 for _ in islice(_all(links, Sort.LENGTH), limit))
    return Count(found, exact=found < limit)


def _all(links: Links, sort: Sort) -> Iterator[Chain]:
    for broken in (False, True):
        searches = [_Search(links, sort, sign, broken=broken).run() for sign in links.signs]
        yield from (chain for _, chain in heapq.merge(*searches, key=lambda found: found[0]))


Key = tuple[int | Fraction | tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _Partial:
    """A chain found so far, from the asked statement back to a state."""

    state: State
    path: tuple[Link, ...] = ()
    strength: Fraction = Fraction(1)
    place: tuple[int, ...] = ()


class _Search:
    """Best-first search for the chains of one sign that are all live, or all broken."""

    def __init__(self, links: Links, sort: Sort, sign: int, *, broken: bool) -> None:
        self.links, self.sort, self.sign = links, sort, sign
        self.horizon = Horizon(links, sign, broken=broken)
        if sort is not Sort.LENGTH:
            self.horizon.grow(whole=True)

    def run(self) -> Iterator[tuple[Key, Chain]]:
        """Yield (key, chain) in the order of the keys."""
        tie = numbers()
        heap = self.queued([_Partial(self.horizon.start)], tie)
        while heap:
            key, _, partial = heapq.heappop(heap)
            if partial.state in self.horizon.border:
                self.horizon.grow()
                heap = self.queued([partial, *(waiting for _, _, waiting in heap)], tie)
                continue
            if not self.horizon.bounds[partial.state][0]:
                yield key, self.chain(partial)
            for longer in self.extend(partial):
                heapq.heappush(heap, (self.key(longer), next(tie), longer))

    def queued(self, partials: Iterable[_Partial], tie: Iterator[int]) -> list[tuple[Key, int, _Partial]]:
        """Return the partial chains that may still become chains, as a heap by what can be hoped of them now."""
        heap = [(self.key(p), next(tie), p) for p in partials if p.state in self.horizon.bounds]
        heapq.heapify(heap)
        return heap

    def extend(self, partial: _Partial) -> Iterator[_Partial]:
        """Yield the partial chain with one more link, in each way that can still begin at a leaf."""
        seen = {self.links.target, *(link.source for link in partial.path)}
        for ordinal, link in enumerate(self.links.into(partial.state.statement)):
            state = self.links.back(partial.state, link, self.sign)
            if link.source not in seen and state in self.horizon.bounds:
                weakest = min(partial.strength, link.weight)
                yield _Partial(state, (*partial.path, link), weakest, (*partial.place, ordinal))

    def key(self, partial: _Partial) -> Key:
        """Return a key that no chain beginning with this path comes before."""
        if self.sort is Sort.FILE:
            return (partial.place,)
        steps, widest = self.horizon.bounds[partial.state]
        length, weakness = len(partial.path) + steps, -min(partial.strength, widest)
        if self.sort is Sort.LENGTH:
            return length, weakness, partial.place
        return weakness, length, partial.place

    def chain(self, partial: _Partial) -> Chain:
        """Return the chain that a finished search path stands for, the leaf first."""
        forward = tuple(reversed(partial.path))
        statements = (*(link.source for link in forward), self.links.target)
        return Chain(statements, forward, partial.strength, self.sign, self.find_break(statements, forward))

    def find_break(self, statements: tuple[str, ...], forward: tuple[Link, ...]) -> Break | None:
        """Return the first place at which the chain is broken."""
        labels, sign = self.links.evaluation.labels, 1
        for name, link in zip(statements, (*forward, None), strict=True):
            if labels[name] is not (Label.IN if sign > 0 else Label.OUT):
                return Break(name, labels[name])
            if link and sign > 0 and not link.live:
                return Break(link.target, labels[link.target], link, self.links.culprits(link))
            sign *= link.relation.sign if link else 1
        return None


__all__ = ["Break", "Chain", "Count", "Link", "Relation", "Sort", "chains", "count_chains"]
