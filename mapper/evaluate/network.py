"""The argument graph as flat integer arrays: what the labelling really runs on.

Weights become ranks on one exact scale, so that comparing two is comparing integers and no rounding
ever decides a case. Every argument becomes *gates*: one weight each, that the argument certainly has once
the gate has *risen* and can no longer have once it has *fallen*.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, chain
from weakref import WeakKeyDictionary

from mapper.evaluate.compiled import kernel_for
from mapper.graph import Argument, ArgumentGraph
from mapper.vocabulary import Weighing

ZERO = Fraction(0)
ALL_ALIKE = 2
"""How long the scale is, nothing included, where all arguments weigh the same."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lists of different length in one: the items of ``i`` are ``items[start[i]:start[i + 1]]``."""

    start: Sequence[int]
    items: Sequence[int]

    @classmethod
    def of(cls, size: int, keys: Sequence[int], items: Sequence[int]) -> Rows:
        """Return the items of each of ``size`` keys, in their order; ``keys`` are those of the items."""
        kernel = kernel_for(len(keys))
        if kernel:
            return cls(*kernel.sorted_rows(size, keys, items))
        counts = [0] * (size + 1)
        for key in keys:
            counts[key + 1] += 1
        start = list(accumulate(counts))
        place = start.copy()
        sorted_items = [0] * len(keys)
        for key, item in zip(keys, items, strict=True):
            sorted_items[place[key]] = item
            place[key] += 1
        return cls(array("i", start), array("i", sorted_items))

    def __getitem__(self, key: int) -> list[int]:
        """Return the items of one key."""
        return list(self.items[self.start[key] : self.start[key + 1]])


@dataclass(frozen=True, slots=True)
class Share:
    """An argument that has more weight the more premises hold: its gates rise from the first on.

    Attributes:
        gates: the gate for one premise that holds, for two, and so on.
        cuts: how many undercutters must fail before any of them rises.
    """

    gates: range
    cuts: int


@dataclass(frozen=True, slots=True)
class Network:
    """Statements and arguments by number.

    Attributes:
        size: how many statements there are.
        index: the number of each statement, where they have names.
        scale: the weights that occur, ascending from 0; a rank is a place in it.
        side: of each gate, where its weight counts: ``2s`` for statement ``s``, ``2s + 1`` against it.
        rank: of each gate, the rank of its weight.
        wait: of each gate, how many premises must hold and undercutters fail before it rises.
        uses: the gates that need a statement to hold.
        undercuts: the gates that need a statement to fail.
        gates: of each side, its gates, the heaviest first.
        shares: the arguments with several gates.
        sharing: the shares of which a statement is a premise.
        cutting: the shares that a statement undercuts.
        issues: the positions of each issue.
    """

    size: int
    index: dict[str, int]
    scale: list[Fraction]
    side: Sequence[int]
    rank: Sequence[int]
    wait: Sequence[int]
    uses: Rows
    undercuts: Rows
    gates: Rows
    shares: list[Share]
    sharing: dict[int, list[int]]
    cutting: dict[int, list[int]]
    issues: tuple[tuple[int, ...], ...]


_NETWORKS: WeakKeyDictionary[ArgumentGraph, Network] = WeakKeyDictionary()


def network(graph: ArgumentGraph) -> Network:
    """Return the flat form of a graph, made once for each graph.

    Linear in the links, but for the sorting of the weights that occur.
    """
    if graph not in _NETWORKS:
        _NETWORKS[graph] = _Compiler(graph).compile()
    return _NETWORKS[graph]


def levels(graph: ArgumentGraph, argument: Argument) -> tuple[Fraction, ...]:
    """Return the weight of an argument when 0, 1, 2, … of its premises hold."""
    size, weight = len(argument.premises), argument.weight
    match argument.weighing:
        case Weighing.CUMULATIVE:
            return tuple(weight * held / size for held in range(size + 1)) if size else (ZERO,)
        case Weighing.CONVERGENT:
            return (ZERO, *(weight for _ in range(size)))
        case Weighing.FACTORIZED:
            weight *= _share_of_premises(graph, argument)
        case Weighing.LINKED:
            pass
    return (*(ZERO for _ in range(size)), weight)


def _share_of_premises(graph: ArgumentGraph, argument: Argument) -> Fraction:
    """Return the share of distinct premises an argument has among those for all positions of its issue."""
    issue = graph.issue_of(argument.conclusion)
    positions = issue.positions if issue else (argument.conclusion,)
    rivals = {premise for position in positions for pro in graph.pro(position) for premise in pro.premises}
    union = rivals | set(argument.premises)
    return Fraction(len(argument.premises), len(union)) if union else ZERO


Links = tuple[Sequence[int], Sequence[int]]
"""Statements, and the gate that each of them bears on."""


def network_of(
    size: int,
    side: Sequence[int],
    weights: Sequence[Fraction],
    uses: Links,
    undercuts: Links,
    wait: Sequence[int] | None = None,
) -> Network:
    """Return a network straight from numbers, for graphs so large that an object for each statement is too much.

    Args:
        size: how many statements there are.
        side: of each argument, ``2s`` if it is for statement ``s``, ``2s + 1`` if it is against it.
        weights: of each argument, its weight.
        uses: statements, and the argument of which each is a premise.
        undercuts: statements, and the argument that each undercuts.
        wait: of each argument, how many premises and undercutters it has, if that is known.

    Linear in the links. All arguments are linked; label it with `mapper.evaluate.grounded.grounded`.
    """
    scale, rank_of = graded(weights)
    rank = [rank_of[id(weight)] for weight in weights]
    order: Sequence[int] = range(len(rank))
    if len(scale) > ALL_ALIKE:
        order = Rows.of(len(scale), [len(scale) - 1 - number for number in rank], order).items
    return Network(
        size=size,
        index={},
        scale=scale,
        side=array("i", side),
        rank=array("i", rank),
        wait=_counts(len(side), uses[1], undercuts[1]) if wait is None else wait,
        uses=Rows.of(size, *uses),
        undercuts=Rows.of(size, *undercuts),
        gates=Rows.of(2 * size, [side[gate] for gate in order], order),
        shares=[],
        sharing={},
        cutting={},
        issues=(),
    )


def _counts(size: int, *several: Sequence[int]) -> list[int]:
    """Return how often each number below ``size`` occurs."""
    found = Counter(chain(*several))
    return [found[number] for number in range(size)]


def _links(index: Mapping[str, int], names: Sequence[tuple[str, ...]]) -> tuple[list[int], list[int]]:
    statements = [index[name] for several in names for name in several]
    return statements, [gate for gate, several in enumerate(names) for _ in several]


class _Compiler:
    """Makes the gates of each argument and collects the links between statements and gates."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.index = {name: number for number, name in enumerate(graph.statements)}
        self.side: list[int] = []
        self.weights: list[Fraction] = []
        self.wait: list[int] = []
        self.uses: tuple[list[int], list[int]] = ([], [])
        self.undercuts: tuple[list[int], list[int]] = ([], [])
        self.shares: list[Share] = []
        self.sharing: dict[int, list[int]] = {}
        self.cutting: dict[int, list[int]] = {}

    def compile(self) -> Network:
        """Return the network."""
        index, count = self.index, len(self.index)
        arguments = self.graph.arguments.values()
        self.add_linked([a for a in arguments if a.weighing is Weighing.LINKED])
        for argument in arguments:
            if argument.weighing is not Weighing.LINKED:
                self.add(argument)
        flat = network_of(count, self.side, self.weights, self.uses, self.undercuts, self.wait)
        return replace(
            flat,
            index=index,
            shares=self.shares,
            sharing=self.sharing,
            cutting=self.cutting,
            issues=tuple(tuple(index[p] for p in issue.positions) for issue in self.graph.issues.values()),
        )

    def add_linked(self, arguments: Sequence[Argument]) -> None:
        """Add the first gates: arguments that have all their weight or none, as nearly all do."""
        index = self.index
        self.side = [2 * index[a.conclusion] + (not a.pro) for a in arguments]
        self.weights = [a.weight for a in arguments]
        self.wait = [len(a.premises) + len(a.undercutters) for a in arguments]
        self.uses = _links(index, [a.premises for a in arguments])
        self.undercuts = _links(index, [a.undercutters for a in arguments])

    def add_gate(self, argument: Argument, weight: Fraction) -> None:
        """Add an argument that has all its weight or none."""
        gate, index = len(self.side), self.index
        self.side.append(2 * index[argument.conclusion] + (not argument.pro))
        self.weights.append(weight)
        self.wait.append(len(argument.premises) + len(argument.undercutters))
        for links, names in ((self.uses, argument.premises), (self.undercuts, argument.undercutters)):
            for name in names:
                links[0].append(index[name])
                links[1].append(gate)

    def add(self, argument: Argument) -> None:
        """Add an argument whose weight has to be worked out, or rises by steps."""
        steps = levels(self.graph, argument)
        if sum(map(bool, steps)) > 1:
            self.add_share(argument, steps[1:])
        elif steps[-1]:
            self.add_gate(argument, steps[-1])

    def add_share(self, argument: Argument, steps: tuple[Fraction, ...]) -> None:
        """Add an argument with a gate for each number of premises that hold."""
        first = len(self.side)
        side = 2 * self.index[argument.conclusion] + (not argument.pro)
        self.side.extend(side for _ in steps)
        self.weights.extend(steps)
        self.wait.extend(1 for _ in steps)
        for links, names in ((self.sharing, argument.premises), (self.cutting, argument.undercutters)):
            for name in names:
                links.setdefault(self.index[name], []).append(len(self.shares))
        self.shares.append(Share(range(first, len(self.side)), len(argument.undercutters)))


def graded(weights: Iterable[Fraction]) -> tuple[list[Fraction], dict[int, int]]:
    """Return the scale of the weights, ascending from 0, and the rank on it of each weight by its identity.

    Equal weights are mostly one object; finding that out first spares the slow hashing of fractions.
    """
    distinct = {id(weight): weight for weight in weights}
    scale = sorted({ZERO, *distinct.values()})
    place = {weight: rank for rank, weight in enumerate(scale)}
    return scale, {number: place[weight] for number, weight in distinct.items()}
