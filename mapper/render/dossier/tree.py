"""What first leads to what in a band, as a tree that can be cut between its branches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """A move, or a part of one.

    Attributes:
        conclusion: the key of the item that it leads to.
        number: which of the moves to it.
        parts: the keys of those premises and undercutters of it that are meant.
    """

    conclusion: str
    number: int
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Twig:
    """A step and the items that it was the first to lead to; without a step, the rivals of a position."""

    step: Step | None
    children: tuple[str, ...]


Ways = Callable[[str], Iterable[tuple[Step | None, tuple[str, ...]]]]
"""The steps to an item, each with its parts in their order, and its rivals."""


@dataclass(slots=True)
class Tree:
    """What grows in a band.

    Attributes:
        roots: the items to which no other leads first.
        twigs: what grows from each item.
        order: the items as they are met going down from the roots.
        spans: for each item, where it stands in that order, and where all that was reached from it ends.
        depth: how many cards stand behind each other from an item on, at least.
    """

    roots: list[str] = field(default_factory=list)
    twigs: dict[str, tuple[Twig, ...]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)

    def branch(self, key: str) -> list[str]:
        """Return an item with all that was first reached from it."""
        start, end = self.spans[key]
        return self.order[start:end]

    def size(self, key: str) -> int:
        """Return how many items a branch has."""
        start, end = self.spans[key]
        return end - start


def grown(members: Iterable[str], ways: Ways, is_point: Callable[[str], bool]) -> Tree:
    """Return the tree of a band. Linear in the steps.

    Args:
        members: the items of the band, in the order of the file.
        ways: what leads to an item.
        is_point: whether an item is only where others meet.
    """
    growing = _Growing(tuple(members), ways, is_point)
    return growing.tree()


class _Growing:
    """Grows a tree, without recursion: an argument may be deeper than the stack."""

    def __init__(self, members: tuple[str, ...], ways: Ways, is_point: Callable[[str], bool]) -> None:
        self.members, self.inside = members, frozenset(members)
        self.ways = {key: tuple(ways(key)) for key in members}
        self.is_point = is_point
        self.found = Tree()
        self.seen: set[str] = set()

    def tree(self) -> Tree:
        """Return the tree; what nothing leads to comes first, since all else may be behind it."""
        reached = {part for ways in self.ways.values() for _, parts in ways for part in parts}
        for root in sorted(self.members, key=reached.__contains__):
            if root not in self.seen:
                self.found.roots.append(root)
                self._grow(root)
        return self.found

    def _grow(self, root: str) -> None:
        """Add an item with all that is reached from it and has not been before."""
        todo = [self._visit(root)]
        while todo:
            key, start, offers, grown = todo[-1]
            twig, child = next(offers, (0, ""))
            if not child:
                todo.pop()
                self._finish(key, start, grown)
            elif child in self.inside and child not in self.seen:
                grown.setdefault(twig, []).append(child)
                todo.append(self._visit(child))

    def _visit(self, key: str) -> tuple[str, int, Iterator[tuple[int, str]], dict[int, list[str]]]:
        self.seen.add(key)
        self.found.order.append(key)
        offers = ((number, part) for number, (_, parts) in enumerate(self.ways[key]) for part in parts)
        return key, len(self.found.order) - 1, offers, {}

    def _finish(self, key: str, start: int, grown: dict[int, list[str]]) -> None:
        """Note what was found of an item when all that it leads to is known."""
        tree = self.found
        twigs = tuple(Twig(step, tuple(grown.get(n, ()))) for n, (step, _) in enumerate(self.ways[key]))
        tree.twigs[key], tree.spans[key] = twigs, (start, len(tree.order))
        behind = (tree.depth[child] for twig in twigs if twig.step for child in twig.children)
        beside = (tree.depth[child] for twig in twigs if not twig.step for child in twig.children)
        own = max(behind, default=0) + (not self.is_point(key))
        tree.depth[key] = max(own, *beside, 0)
