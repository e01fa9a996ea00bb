"""What a search along the links can hope for at best, seen from a part of the graph that grows when it has to.

Around the target everything is known exactly; from the border of what was looked at, a chain could begin after one
more step, by links of full weight. No chain can do better than that, so a best-first search stays exact.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from fractions import Fraction

from mapper.analysis.links import ONE, Links, State
from mapper.evaluate.network import graded

Onward = Mapping[State, list[tuple[State, Fraction]]]
"""The states that a search reaches, each with the states it is reached from and the weight of the link between."""


class Horizon:
    """The states around a target, as far as they were looked at, for the chains of one sign, all live or all broken.

    Attributes:
        start: the state at the target.
        bounds: for each state from which a chain may begin the fewest steps and the best weakest link.
        border: the states beyond which nobody has looked yet.
    """

    def __init__(self, links: Links, total: int, *, broken: bool) -> None:
        self.links, self.total, self.broken = links, total, broken
        self.start = State(links.target, 1, links.is_broken(links.target, 1, total))
        self.bounds: dict[State, tuple[int, Fraction]] = {}
        self.border: set[State] = set()
        self._onward: dict[State, list[tuple[State, Fraction]]] = {}
        self._leaves: list[State] = []
        self._newest: list[State] = []
        if broken or not self.start.broken:
            self._add(self.start)
        self.grow()

    def grow(self, *, whole: bool = False) -> None:
        """Look further, until at least twice as many states are known, or all.

        Linear in the links that are known then.
        """
        size = 2 * len(self._onward)
        while self._newest and (whole or len(self._onward) < size):
            front, self._newest = self._newest, []
            for state in front:
                self._look_behind(state)
        self.border = set(self._newest)
        steps, widest = self._steps(), _widest(self._onward, [*self._leaves, *self._newest])
        self.bounds = {state: (length, widest[state]) for state, length in steps.items()}

    def _look_behind(self, state: State) -> None:
        onward = self._onward
        for link in self.links.into(state.statement):
            source = self.links.back(state, link, self.total)
            if source.broken and not self.broken:
                continue
            if source not in onward:
                self._add(source)
            onward[source].append((state, link.weight))

    def _add(self, state: State) -> None:
        self._onward[state] = []
        if self.links.begins(state.statement) and (state.sign, state.broken) == (self.total, self.broken):
            self._leaves.append(state)
        if self.links.goes_on(state.statement):
            self._newest.append(state)

    def _steps(self) -> dict[State, int]:
        """Return the fewest steps from each state to a leaf, or to one step beyond the border."""
        steps = {**dict.fromkeys(self._newest, 1), **dict.fromkeys(self._leaves, 0)}
        todo = deque(sorted(steps, key=steps.__getitem__))
        while todo:
            state = todo.popleft()
            further = steps[state] + 1
            for following, _ in self._onward[state]:
                if following not in steps:
                    steps[following] = further
                    todo.append(following)
        return steps


def _widest(onward: Onward, ends: Iterable[State]) -> dict[State, Fraction]:
    """Return the largest weakest link on any way from one of the ends to each state, the largest first."""
    scale, rank = graded(weight for following in onward.values() for _, weight in following)
    widest = dict.fromkeys(ends, ONE)
    waiting: list[list[State]] = [[] for _ in scale]
    for end in widest:
        for following, weight in onward[end]:
            waiting[rank[id(weight)]].append(following)
    for width in reversed(range(len(scale))):
        todo = waiting[width]
        while todo:
            state = todo.pop()
            if state not in widest:
                widest[state] = scale[width]
                for following, weight in onward[state]:
                    waiting[min(width, rank[id(weight)])].append(following)
    return widest
