"""The grounded labelling: what holds, what does not, and what is undecided.

The least fixpoint of the rules of Carneades (Gordon and Walton, COMMA 2016) with every argument's weight
known to lie in an interval; an interval approximation of an abstract dialectical framework (Brewka and
Woltran, "Abstract dialectical frameworks", KR 2010; Brewka and Gordon, "Carneades and abstract dialectical
frameworks", COMMA 2010), so each label is contained in that framework's grounded one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapper.evaluate.network import Network
from mapper.evaluate.standards import limits
from mapper.vocabulary import Assumption, Standard

UNDECIDED, IN, OUT = 0, 1, 2


def grounded(network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]) -> list[int]:
    """Return the grounded label of each statement, as ``UNDECIDED``, ``IN`` or ``OUT``.

    Args:
        network: the graph.
        assumptions: what is taken for granted about statements, by number.
        standards: the standard of proof of each statement.

    A worklist: each link is looked at a bounded number of times. Only when a best weight in an issue changes
    are all its positions looked at once more.
    """
    return _Labelling(network, assumptions, standards).run()


class _Labelling:
    """The worklist: labels so far, and the interval of weights for and against each statement."""

    def __init__(
        self, network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]
    ) -> None:
        count, steps = len(network.index), len(network.conclusion)
        self.network = network
        self.labels = [UNDECIDED] * count
        self.assumed = _with_rivals(network, assumptions)
        tables = {standard: limits(standard, network.scale) for standard in set(standards)}
        self.limits = [tables[standard] for standard in standards]
        for position in (p for positions in network.issues for p in positions):
            if standards[position] is Standard.SCINTILLA:
                self.limits[position] = limits(Standard.PREPONDERANCE, network.scale)
        self.holding = [0] * steps
        self.failing = [0] * steps
        self.harmless = [0] * steps
        self.cut = [False] * steps
        self.sure = [0] * (2 * count)
        self.possible = network.entries.start[:-1]
        self.contests = {
            position: contest
            for positions in network.issues
            for contest in [_Contest(network, positions, self)]
            for position in positions
        }
        self.queue: list[int] = []

    def run(self) -> list[int]:
        """Return the labels once nothing more follows."""
        for statement, assumption in self.assumed.items():
            if assumption is not Assumption.OPEN:
                self.decide(statement, IN if assumption is Assumption.ACCEPTED else OUT)
        self.raise_unconditional()
        for position, contest in self.contests.items():
            contest.update(position)
        for statement in range(len(self.labels)):
            self.settle(statement)
        while self.queue:
            self.spread(self.queue.pop())
        return self.labels

    def raise_unconditional(self) -> None:
        """Give arguments that wait for nothing their weight."""
        for argument, size in enumerate(self.network.size):
            if not size:
                self.weigh(argument)

    def decide(self, statement: int, label: int) -> None:
        """Label a statement for good."""
        self.labels[statement] = label
        self.queue.append(statement)

    def spread(self, statement: int) -> None:
        """Tell the arguments that a decided statement is a premise of, or undercuts."""
        network, holds = self.network, self.labels[statement] == IN
        counter = self.holding if holds else self.failing
        for argument in network.uses[statement]:
            counter[argument] += 1
            self.reweigh(argument, rose=holds)
        for argument in network.undercuts[statement]:
            if holds:
                self.cut[argument] = True
            else:
                self.harmless[argument] += 1
            self.reweigh(argument, rose=not holds)

    def reweigh(self, argument: int, *, rose: bool) -> None:
        """Follow up a change that can only raise an argument's certain weight, or lower its possible one."""
        conclusion = self.network.conclusion[argument]
        if rose:
            self.weigh(argument)
        contest = self.contests.get(conclusion)
        if contest and self.network.pro[argument]:
            contest.update(conclusion)
        self.settle(conclusion)

    def weigh(self, argument: int) -> None:
        """Raise the certain weight on the side of an argument if its own has risen above it."""
        network = self.network
        if self.cut[argument] or self.harmless[argument] < network.cuts[argument]:
            return
        held = self.holding[argument]
        if argument in network.levels:
            rank = network.levels[argument][held]
        else:
            rank = network.rank[argument] if held >= network.need[argument] else 0
        side = 2 * network.conclusion[argument] + (not network.pro[argument])
        self.sure[side] = max(self.sure[side], rank)

    def alive(self, entry: int) -> bool:
        """Return whether an argument can still come to a weight."""
        network = self.network
        argument = network.entry_argument[entry]
        return not self.cut[argument] and network.size[argument] - self.failing[argument] >= network.entry_need[entry]

    def best(self, side: int) -> int:
        """Return the rank of the largest weight still possible on a side."""
        network, place = self.network, self.possible[side]
        end = network.entries.start[side + 1]
        while place < end and not self.alive(network.entries.items[place]):
            place += 1
        self.possible[side] = place
        return network.entry_rank[network.entries.items[place]] if place < end else 0

    def settle(self, statement: int) -> None:
        """Label a statement if its standard decides it whatever the undecided ones turn out to be."""
        if self.labels[statement] or statement in self.assumed:
            return
        below, above = self.limits[statement]
        against, most_against = self.sure[2 * statement + 1], self.best(2 * statement + 1)
        blocked = False
        if statement in self.contests:
            rival, possible_rival, blocked = self.contests[statement].rivals(statement)
            against, most_against = max(against, rival), max(most_against, possible_rival)
        if not blocked and most_against < below[self.sure[2 * statement]]:
            self.decide(statement, IN)
        elif against >= above[self.best(2 * statement)]:
            self.decide(statement, OUT)


def _with_rivals(network: Network, assumptions: Mapping[int, Assumption]) -> dict[int, Assumption]:
    """Return the assumptions, with the rivals of every accepted position rejected, open ones too."""
    assumed = dict(assumptions)
    for positions in network.issues:
        accepted = [p for p in positions if assumptions.get(p) is Assumption.ACCEPTED]
        if accepted:
            assumed.update((p, Assumption.REJECTED) for p in positions if p not in accepted)
    return assumed


class _Contest:
    """One issue: the two best weights among the positions that still compete, certain and possible.

    Only a position without an assumption competes by its arguments. The entries of all such positions stand
    in one list, heaviest first; two places in it move down only, so they cost no more than its length.
    """

    def __init__(self, network: Network, positions: tuple[int, ...], labelling: _Labelling) -> None:
        assumed = labelling.assumed
        self.labelling = labelling
        self.competing = [p for p in positions if p not in assumed]
        self.open = any(assumed.get(p) is Assumption.OPEN for p in positions)
        pairs = [(entry, p) for p in self.competing for entry in network.entries[2 * p]]
        self.entries = sorted(pairs, key=lambda pair: -network.entry_rank[pair[0]])
        self.first = self.second = 0
        self.leaders: list[tuple[int, int]] = [(0, -1), (0, -1)]
        self.seen = self.advance()

    def advance(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Move to the best entry still possible, and to the best of another position; return both."""
        self.first = self.skip(self.first, -1)
        leader = self.entries[self.first][1] if self.first < len(self.entries) else -1
        self.second = self.skip(max(self.first, self.second), leader)
        return self.at(self.first), self.at(self.second)

    def skip(self, place: int, position: int) -> int:
        """Return the next place that is alive and not the position's."""
        while place < len(self.entries):
            entry, owner = self.entries[place]
            if owner != position and self.labelling.alive(entry):
                break
            place += 1
        return place

    def at(self, place: int) -> tuple[int, int]:
        """Return the rank and the position at a place."""
        if place >= len(self.entries):
            return 0, -1
        entry, position = self.entries[place]
        return self.labelling.network.entry_rank[entry], position

    def update(self, position: int) -> None:
        """Take in that the weight for a position has changed; settle the others if that concerns them."""
        sure = (self.labelling.sure[2 * position], position)
        others = [leader for leader in self.leaders if leader[1] != position]
        leaders = sorted([sure, *others], key=lambda pair: -pair[0])[:2] if position in self.competing else self.leaders
        seen = self.advance()
        if leaders != self.leaders or seen != self.seen:
            self.leaders, self.seen = leaders, seen
            for competitor in self.competing:
                self.labelling.settle(competitor)

    def rivals(self, position: int) -> tuple[int, int, bool]:
        """Return the best certain and possible rank among the rivals, and whether an open one blocks."""
        sure = next((rank for rank, owner in self.leaders if owner != position), 0)
        possible = next((rank for rank, owner in self.seen if owner != position), 0)
        return sure, possible, self.open
