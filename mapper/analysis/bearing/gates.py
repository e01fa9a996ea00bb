"""The gates of the labelling read backwards: from a statement to what decides it, by number.

A statement ``s`` has two literals, ``2s`` that it is in and ``2s + 1`` that it is out, so that ``literal ^ 1`` is
the other one.
"""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from mapper.evaluate import Evaluation
from mapper.evaluate.network import Network, network
from mapper.evaluate.standards import Limits, limits
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Standard


class Gates:
    """What must hold for each gate to rise.

    Attributes:
        network: the numbers of statements and gates.
        all_of: of each gate, the literals that must all be true.
        some_of: of the gates of arguments with several, how many of which further literals must be true.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.all_of: list[list[int]] = [[] for _ in network.side]
        self.some_of: dict[int, tuple[int, tuple[int, ...]]] = {}
        _collect(self.all_of, network.uses.start, network.uses.items, 0)
        _collect(self.all_of, network.undercuts.start, network.undercuts.items, 1)
        self.rivals = {p: tuple(q for q in issue if q != p) for issue in network.issues for p in issue}
        if network.shares:
            self.add_shares()

    def add_shares(self) -> None:
        """Add the arguments that have more weight the more premises hold."""
        premises: list[list[int]] = [[] for _ in self.network.shares]
        for statement, shares in self.network.sharing.items():
            for number in shares:
                premises[number].append(2 * statement)
        for share, literals in zip(self.network.shares, premises, strict=True):
            for need, gate in enumerate(share.gates, start=1):
                self.some_of[gate] = (need, tuple(literals))
        for statement, shares in self.network.cutting.items():
            for number in shares:
                for gate in self.network.shares[number].gates:
                    self.all_of[gate].append(2 * statement + 1)

    def side(self, side: int) -> list[int]:
        """Return the gates of a side, the heaviest first: ``2s`` for statement ``s``, ``2s + 1`` against it.

        Of those of one argument that weigh the same, as a convergent one's do, only the first can matter.
        """
        found = self.network.gates[side]
        return [gate for gate in found if not self.is_idle(gate)] if self.some_of else found

    def is_idle(self, gate: int) -> bool:
        """Return whether the gate before it has the same argument and the same weight."""
        ranks = self.network.rank
        return gate in self.some_of and self.some_of[gate][0] > 1 and ranks[gate] == ranks[gate - 1]


def _collect(literals: list[list[int]], start: Sequence[int], items: Sequence[int], sign: int) -> None:
    """Add for each statement its literal of this sign to the gates that need it."""
    for statement in range(len(start) - 1):
        for gate in items[start[statement] : start[statement + 1]]:
            literals[gate].append(2 * statement + sign)


_GATES: WeakKeyDictionary[ArgumentGraph, Gates] = WeakKeyDictionary()


def gates(graph: ArgumentGraph) -> Gates:
    """Return the gates of a graph, made once for each graph."""
    if graph not in _GATES:
        _GATES[graph] = Gates(network(graph))
    return _GATES[graph]


def limits_of(evaluation: Evaluation) -> list[Limits]:
    """Return the limits of the standard by which each statement is judged; a position's is never scintilla."""
    flat = network(evaluation.graph)
    tables = {standard: limits(standard, flat.scale) for standard in Standard}
    found = [tables[evaluation.standards[name]] for name in flat.index]
    for position in (p for issue in flat.issues for p in issue):
        if found[position] is tables[Standard.SCINTILLA]:
            found[position] = tables[Standard.PREPONDERANCE]
    return found
