"""The argument graph as flat integer arrays: what the labelling really runs on.

Weights become ranks on one exact scale, so that comparing two is comparing integers and no rounding
ever decides a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from weakref import WeakKeyDictionary

from mapper.graph import Argument, ArgumentGraph
from mapper.vocabulary import Weighing

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Row:
    """Lists of different length in one: the items of ``i`` are ``items[start[i]:start[i + 1]]``."""

    start: list[int]
    items: list[int]

    @classmethod
    def of(cls, size: int, pairs: Sequence[tuple[int, int]]) -> Row:
        """Return the items of each of ``size`` keys, in the order of the pairs (key, item)."""
        counts = [0] * (size + 1)
        for key, _ in pairs:
            counts[key + 1] += 1
        start = list(accumulate(counts))
        place = start.copy()
        items = [0] * len(pairs)
        for key, item in pairs:
            items[place[key]] = item
            place[key] += 1
        return cls(start, items)

    def __getitem__(self, key: int) -> list[int]:
        """Return the items of one key."""
        return self.items[self.start[key] : self.start[key + 1]]


@dataclass(frozen=True, slots=True)
class Network:
    """Statements and arguments by number.

    Attributes:
        index: the number of each statement.
        scale: the weights that occur, ascending from 0.
        conclusion: of each argument.
        pro: whether each argument supports its conclusion.
        size: how many premises each argument has.
        cuts: how many undercutters each argument has.
        need: how many premises must hold for an argument to have its weight.
        rank: the rank of that weight.
        levels: for a cumulative argument, the rank of its weight when 1, 2, … premises hold.
        uses: the arguments of which a statement is a premise.
        undercuts: the arguments that a statement takes out of play.
        entries: for side ``2s`` (for) and ``2s + 1`` (against) of statement ``s``, what can weigh there, heaviest
            first, as numbers of ``entry_*``.
        entry_argument, entry_need, entry_rank: an argument, how many premises of it must not be out for this
            weight to remain possible, and the rank of the weight.
        issues: positions by number.
    """

    index: dict[str, int]
    arguments: dict[str, int]
    scale: list[Fraction]
    conclusion: list[int]
    pro: list[bool]
    size: list[int]
    cuts: list[int]
    need: list[int]
    rank: list[int]
    levels: dict[int, tuple[int, ...]]
    uses: Row
    undercuts: Row
    entries: Row
    entry_argument: list[int]
    entry_need: list[int]
    entry_rank: list[int]
    issues: tuple[tuple[int, ...], ...]


_NETWORKS: WeakKeyDictionary[ArgumentGraph, Network] = WeakKeyDictionary()


def network(graph: ArgumentGraph) -> Network:
    """Return the flat form of a graph, made once for each graph.

    Linear in the links, but for the sorting of the weights that occur.
    """
    if graph not in _NETWORKS:
        _NETWORKS[graph] = _compile(graph)
    return _NETWORKS[graph]


def levels(graph: ArgumentGraph, argument: Argument) -> tuple[Fraction, ...]:
    """Return the weight of an argument when 0, 1, 2, … of its premises hold."""
    size, weight = len(argument.premises), argument.weight
    if argument.weighing is Weighing.CUMULATIVE and size:
        return tuple(weight * held / size for held in range(size + 1))
    if argument.weighing is Weighing.CONVERGENT:
        return (ZERO, *(weight for _ in range(size)))
    if argument.weighing is Weighing.FACTORIZED:
        weight *= _share(graph, argument)
    elif argument.weighing is Weighing.CUMULATIVE:
        weight = ZERO
    return (*(ZERO for _ in range(size)), weight)


def _share(graph: ArgumentGraph, argument: Argument) -> Fraction:
    """Return the share of distinct premises an argument has among those for all positions of its issue."""
    issue = graph.issue_of(argument.conclusion)
    positions = issue.positions if issue else (argument.conclusion,)
    rivals = {premise for position in positions for pro in graph.pro(position) for premise in pro.premises}
    union = rivals | set(argument.premises)
    return Fraction(len(argument.premises), len(union)) if union else ZERO


def _compile(graph: ArgumentGraph) -> Network:
    index = {name: number for number, name in enumerate(graph.statements)}
    arguments = list(graph.arguments.values())
    weights = [levels(graph, a) for a in arguments]
    scale = sorted({ZERO, *(weight for steps in weights for weight in steps)})
    rank_of = {weight: rank for rank, weight in enumerate(scale)}
    ranks = [tuple(rank_of[weight] for weight in steps) for steps in weights]
    entries = sorted(_entries(index, arguments, ranks), key=lambda entry: -entry[3])
    return Network(
        index=index,
        arguments={a.id: number for number, a in enumerate(arguments)},
        scale=scale,
        conclusion=[index[a.conclusion] for a in arguments],
        pro=[a.pro for a in arguments],
        size=[len(a.premises) for a in arguments],
        cuts=[len(a.undercutters) for a in arguments],
        need=[1 if a.weighing is Weighing.CONVERGENT else len(a.premises) for a in arguments],
        rank=[steps[-1] for steps in ranks],
        levels={n: ranks[n] for n, a in enumerate(arguments) if a.weighing is Weighing.CUMULATIVE},
        uses=Row.of(len(index), list(_pairs(index, (a.premises for a in arguments)))),
        undercuts=Row.of(len(index), list(_pairs(index, (a.undercutters for a in arguments)))),
        entries=Row.of(2 * len(index), [(side, number) for number, (side, *_) in enumerate(entries)]),
        entry_argument=[argument for _, argument, _, _ in entries],
        entry_need=[need for _, _, need, _ in entries],
        entry_rank=[rank for *_, rank in entries],
        issues=tuple(tuple(index[position] for position in issue.positions) for issue in graph.issues.values()),
    )


def _pairs(index: dict[str, int], statements: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    for number, names in enumerate(statements):
        for name in names:
            yield index[name], number


def _entries(
    index: dict[str, int], arguments: Sequence[Argument], ranks: Sequence[tuple[int, ...]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield (side, argument, need, rank) for each weight above 0 that an argument can come to."""
    for number, argument in enumerate(arguments):
        side = 2 * index[argument.conclusion] + (not argument.pro)
        below = 0
        for held, rank in enumerate(ranks[number]):
            if rank > below:
                yield side, number, held, rank
            below = rank
