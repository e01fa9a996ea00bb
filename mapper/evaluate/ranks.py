"""In which order the statements of a graph can be labelled: each after all that its label can depend on.

Statements that depend on each other in a circle have one rank. They are found by Tarjan's algorithm ("Depth-first
search and linear graph algorithms", SIAM Journal on Computing 1, 1972), without recursion, once everything that lies
before all circles has been numbered (Kahn, "Topological sorting of large networks", Communications of the ACM 5, 1962).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from mapper.graph import ArgumentGraph

_RANKS: WeakKeyDictionary[ArgumentGraph, Mapping[str, int]] = WeakKeyDictionary()


def ranks(graph: ArgumentGraph) -> Mapping[str, int]:
    """Return the rank of each statement; whatever its label can depend on has a lower rank, or the same in a circle.

    The positions of an issue depend on each other. Linear in the links, and made once for each graph.
    """
    if graph not in _RANKS:
        found = component_ranks(_onward(graph))
        _RANKS[graph] = dict(zip(graph.statements, found, strict=True))
    return _RANKS[graph]


def keep_ranks(graph: ArgumentGraph, of: ArgumentGraph) -> None:
    """Have a graph take over the ranks of another one, of which it has all statements and no more than its steps."""
    _RANKS[graph] = ranks(of)


def _onward(graph: ArgumentGraph) -> list[list[int]]:
    """Return for each statement by number those whose labels can depend directly on it."""
    index = {name: number for number, name in enumerate(graph.statements)}
    onward: list[list[int]] = [[] for _ in index]
    for argument in graph.arguments.values():
        conclusion = index[argument.conclusion]
        for name in (*argument.premises, *argument.undercutters):
            onward[index[name]].append(conclusion)
    for issue in graph.issues.values():
        positions = [index[position] for position in issue.positions]
        for one, other in zip(positions, [*positions[1:], *positions[:1]], strict=True):
            onward[one].append(other)
    return onward


def component_ranks(onward: list[list[int]]) -> list[int]:
    """Return a rank for each node of a graph of links: higher than that of all nodes that lead to it, or in a circle the same.

    Examples:
        >>> component_ranks([[1], [2], [1, 3], []])
        [0, 1, 1, 2]
    """
    waiting = [0] * len(onward)
    for targets in onward:
        for target in targets:
            waiting[target] += 1
    rank = [-1] * len(onward)
    ready = [node for node, count in enumerate(waiting) if not count]
    for number, node in enumerate(ready):
        rank[node] = number
        for target in onward[node]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    rest = _Tarjan(onward, rank).run() if len(ready) < len(onward) else []
    for number, component in enumerate(reversed(rest), len(ready)):
        for node in component:
            rank[node] = number
    return rank


class _Tarjan:
    """The search for circles among the nodes that have no rank yet; it finds what comes last first."""

    def __init__(self, onward: list[list[int]], rank: list[int]) -> None:
        self.onward, self.rank = onward, rank
        self.lowest: dict[int, int] = {}
        self.pending: dict[int, None] = {}
        self.found: list[list[int]] = []

    def run(self) -> list[list[int]]:
        """Return the components."""
        for root, rank in enumerate(self.rank):
            if rank < 0 and root not in self.lowest:
                self.visit(root)
        return self.found

    def visit(self, root: int) -> None:
        """Search on from a node; what it leads to has no rank either."""
        path = [self.enter(root)]
        while path:
            node, number, following = path[-1]
            for other in following:
                if other not in self.lowest:
                    path.append(self.enter(other))
                    break
                if other in self.pending:
                    self.lowest[node] = min(self.lowest[node], self.lowest[other])
            else:
                path.pop()
                self.leave(node, number)
                if path and node in self.pending:
                    parent = path[-1][0]
                    self.lowest[parent] = min(self.lowest[parent], self.lowest[node])

    def enter(self, node: int) -> tuple[int, int, Iterator[int]]:
        """Number a node; return where the search from it stands."""
        number = self.lowest[node] = len(self.lowest)
        self.pending[node] = None
        return node, number, iter(self.onward[node])

    def leave(self, node: int, number: int) -> None:
        """Take a component off the pending nodes, if the node is its first."""
        if self.lowest[node] == number:
            component: list[int] = []
            while not component or component[-1] != node:
                component.append(self.pending.popitem()[0])
            self.found.append(component)
