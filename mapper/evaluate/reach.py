"""What a change can reach: statements in an order in which each comes after all that it depends on.

The strongly connected components are found by Tarjan's algorithm ("Depth-first search and linear graph
algorithms", SIAM Journal on Computing 1, 1972), without recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from mapper.graph import ArgumentGraph

Node = str | tuple[str, ...]
"""A statement, or an issue: all its positions hang together, so one node in their midst spares links between each two."""


class Reach:
    """The statements whose label may depend on others, as the links between them run.

    Attributes:
        graph: the graph.
        fixed: whether the label of a statement is assumed, so that nothing changes it.
    """

    def __init__(self, graph: ArgumentGraph, fixed: Callable[[str], bool]) -> None:
        self.graph, self.fixed = graph, fixed

    def onward(self, node: Node) -> Iterator[Node]:
        """Yield what depends directly on a statement, or the positions of an issue that still compete."""
        if isinstance(node, tuple):
            yield from (p for p in self.graph.issues[node[0]].positions if not self.fixed(p))
            return
        yield from self.conclusions(node)
        issue = self.graph.issue_of(node)
        if issue and not self.fixed(node):
            yield (issue.id,)

    def conclusions(self, statement: str) -> Iterator[str]:
        """Yield the statements about which an argument has this one for a premise or an undercutter."""
        for arguments in (self.graph.uses(statement), self.graph.undercuts(statement)):
            yield from (a.conclusion for a in arguments if not self.fixed(a.conclusion))

    def within(self, roots: Iterable[str], bounds: Collection[Node]) -> list[str]:
        """Return the statements that can be reached from some without leaving the bounds."""
        found: dict[Node, None] = dict.fromkeys(roots)
        todo = list(found)
        while todo:
            for node in self.onward(todo.pop()):
                if node in bounds and node not in found:
                    found[node] = None
                    todo.append(node)
        return [node for node in found if isinstance(node, str)]

    def components(self, roots: Iterable[str]) -> list[list[Node]]:
        """Return all that can be reached from some statements, by component, what depends on others after them.

        Linear in the links that are reached.
        """
        search = _Tarjan(self)
        for root in roots:
            search.visit(root)
        return search.found[::-1]


class _Tarjan:
    """The search for components; it finds them in the opposite order."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.lowest: dict[Node, int] = {}
        self.pending: dict[Node, None] = {}
        self.found: list[list[Node]] = []

    def visit(self, root: Node) -> None:
        """Search on from a node, unless it was found already."""
        if root in self.lowest:
            return
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

    def enter(self, node: Node) -> tuple[Node, int, Iterator[Node]]:
        """Number a node and return where its search stands."""
        number = self.lowest[node] = len(self.lowest)
        self.pending[node] = None
        return node, number, self.reach.onward(node)

    def leave(self, node: Node, number: int) -> None:
        """Take the component off the pending nodes, if the node is its first."""
        if self.lowest[node] == number:
            component: list[Node] = []
            while not component or component[-1] != node:
                component.append(self.pending.popitem()[0])
            self.found.append(component[::-1])
