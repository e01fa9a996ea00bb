"""How many ways lead along the links to a statement, without going any of them."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from mapper.analysis.links import Links
from mapper.evaluate.network import network
from mapper.graph import ArgumentGraph

NEW, OPEN = -2, -1


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where links come from, by the numbers of the statements.

    Attributes:
        of: of each statement, those from which links lead to it, once for each link.
        bare: of each statement, whether no argument is for it.
    """

    of: list[list[int]]
    bare: bytearray


_SOURCES: WeakKeyDictionary[ArgumentGraph, dict[bool, _Sources]] = WeakKeyDictionary()


def number_of_ways(links: Links) -> int | None:
    """Return in how many ways a chain can run to the target; nothing if it could run in a circle.

    Linear in the links that lead to the target, after those of the graph were collected once.
    """
    index, sources = network(links.evaluation.graph).index, _sources(links.evaluation.graph, attacks=links.attacks)
    ends = {index[name] for name in (*links.evaluation.given, links.start) if name is not None}
    begins = sources.bare if links.start is None else bytearray(len(index))
    ways = [NEW] * len(index)
    for end in ends:
        ways[end] = int(links.start is None)
    if links.start is not None:
        ways[index[links.start]] = 1
    return _add_up(index[links.target], sources.of, begins, ways)


def _add_up(target: int, sources: list[list[int]], begins: bytearray, ways: list[int]) -> int | None:
    """Return the number of ways to a statement: one if it begins there, and those to all its sources."""
    todo = [target]
    while todo:
        statement = todo[-1]
        if ways[statement] >= 0:
            todo.pop()
            continue
        entered, ways[statement] = ways[statement] == OPEN, OPEN
        behind = [ways[source] for source in sources[statement]]
        if entered:
            ways[statement] = sum(behind, start=begins[statement])
        elif OPEN in behind:
            return None
        else:
            todo += [source for source in sources[statement] if ways[source] == NEW]
    return ways[target]


def _sources(graph: ArgumentGraph, *, attacks: bool) -> _Sources:
    """Return where the links of a graph come from; collected once for each graph."""
    known = _SOURCES.setdefault(graph, {})
    if attacks not in known:
        known[attacks] = _collect(graph, attacks=attacks)
    return known[attacks]


def _collect(graph: ArgumentGraph, *, attacks: bool) -> _Sources:
    index = network(graph).index
    found = _Sources([[] for _ in index], bytearray(b"\1") * len(index))
    for argument in graph.arguments.values():
        conclusion = index[argument.conclusion]
        if argument.pro:
            found.bare[conclusion] = False
        if argument.pro or attacks:
            found.of[conclusion] += map(index.__getitem__, argument.premises)
        if attacks:
            found.of[conclusion] += map(index.__getitem__, argument.undercutters)
    for positions in network(graph).issues if attacks else ():
        for position in positions:
            found.of[position] += [rival for rival in positions if rival != position]
    return found
