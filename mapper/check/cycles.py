"""Circles in a relation between names: which parts hold one, and the shortest circle of each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Links = Mapping[str, Sequence[str]]
_EFFORT = 1_000_000
"""How many links the search for the shortest circle of one part looks at before it takes the best so far."""


def circles(links: Links) -> Iterator[list[str]]:
    """Yield the shortest circle of each set of names that all lead to each other, in the order of the links.

    Linear in the links to find the sets (Tarjan, "Depth-first search and linear graph algorithms", 1972); the
    search for the shortest circle in a set is exact up to a bounded effort.
    """
    order = {name: place for place, name in enumerate(links)}
    found = (sorted(part, key=order.__getitem__) for part in _parts(_core(links)))
    for part in sorted(found, key=lambda part: order[part[0]]):
        yield _shortest(part, links)


def _core(links: Links) -> dict[str, list[str]]:
    """Return the links without the names to which no circle leads: usually nothing is left."""
    waiting = dict.fromkeys(links, 0)
    for targets in links.values():
        for target in targets:
            waiting[target] = waiting.get(target, 0) + 1
    free = [name for name, count in waiting.items() if not count]
    while free:
        name = free.pop()
        del waiting[name]
        for target in links.get(name, ()):
            waiting[target] -= 1
            if not waiting[target]:
                free.append(target)
    return {name: [t for t in links.get(name, ()) if t in waiting] for name in waiting}


def _parts(links: Links) -> Iterator[list[str]]:
    """Yield the strongly connected sets that hold a circle, without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_names: list[str] = []
    for start in links:
        path = [(start, iter(links[start]))] if start not in index else []
        while path:
            name, targets = path[-1]
            if name not in index:
                index[name] = low[name] = len(index)
                open_names.append(name)
            target = next((t for t in targets if _follow(name, t, index, low)), None)
            if target is not None:
                path.append((target, iter(links[target])))
                continue
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[name])
            if low[name] == index[name]:
                yield from _close(name, open_names, low, links)


def _follow(name: str, target: str, index: dict[str, int], low: dict[str, int]) -> bool:
    """Return whether a target is still to be visited; note how far back one leads that is being visited."""
    if target in index:
        low[name] = min(low[name], low.get(target, low[name]))
    return target not in index


def _close(name: str, open_names: list[str], low: dict[str, int], links: Links) -> Iterator[list[str]]:
    """Yield the set that ends with a name, if it holds a circle; its names count no more."""
    part: list[str] = []
    while name not in part[-1:]:
        part.append(open_names.pop())
        del low[part[-1]]
    if len(part) > 1 or name in links[name]:
        yield part


def _shortest(part: list[str], links: Links) -> list[str]:
    """Return the shortest circle within a set, from its first name in the order of the links."""
    members = set(part)
    inside = {name: [target for target in links[name] if target in members] for name in part}
    best: list[str] = []
    effort = 0
    for start in part:
        circle, looked = _circle(start, inside, len(best) or len(part) + 1)
        best = circle or best
        effort += looked
        if effort > _EFFORT:
            break
    order = {name: place for place, name in enumerate(part)}
    first = min(range(len(best)), key=lambda place: order[best[place]])
    return best[first:] + best[:first]


def _circle(start: str, links: Links, limit: int) -> tuple[list[str], int]:
    """Return a circle through a name that is shorter than a limit, or nothing, and how many links were looked at."""
    before: dict[str, str] = {}
    queue = deque([(start, 1)])
    looked = 0
    while queue:
        name, length = queue.popleft()
        if length >= limit:
            break
        for target in links[name]:
            looked += 1
            if target == start:
                return _way(start, name, before), looked
            if target not in before:
                before[target] = name
                queue.append((target, length + 1))
    return [], looked


def _way(start: str, end: str, before: dict[str, str]) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
