"""The grounded labelling: what holds, what does not, and what is undecided.

The least fixpoint of the rules of Carneades (Gordon and Walton, COMMA 2016) with every argument's weight
known to lie in an interval; an interval approximation of an abstract dialectical framework (Brewka and
Woltran, "Abstract dialectical frameworks", KR 2010; Brewka and Gordon, "Carneades and abstract dialectical
frameworks", COMMA 2010), so each label is contained in that framework's grounded one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapper.evaluate.compiled import kernel_for
from mapper.evaluate.network import Network
from mapper.evaluate.standards import limits
from mapper.vocabulary import Assumption, Standard

UNDECIDED, IN, OUT, LEFT_OPEN = 0, 1, 2, 3

ASSUMED = {Assumption.ACCEPTED: IN, Assumption.REJECTED: OUT}


def grounded(network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]) -> list[int]:
    """Return the grounded label of each statement, as ``UNDECIDED``, ``IN`` or ``OUT``.

    Args:
        network: the graph.
        assumptions: what is taken for granted about statements, by number.
        standards: the standard of proof of each statement.

    A worklist: each link is looked at a bounded number of times. Only when a best weight in an issue changes
    are all its positions looked at once more.
    """
    return grounded_in_order(network, assumptions, standards)[0]


def grounded_in_order(
    network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]
) -> tuple[list[int], list[int]]:
    """Return the grounded labels, and the decided statements in an order in which each follows from those before."""
    kernel = None if network.issues or network.shares else kernel_for(network.size)
    if kernel:
        found: tuple[list[int], list[int]] = kernel.labelled(network, assumptions, standards)
        return found
    return worklist(network, assumptions, standards)


def worklist(
    network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]
) -> tuple[list[int], list[int]]:
    """Return the same as ``grounded_in_order``, in Python whatever is installed."""
    labelling = _Labelling(network, assumptions, standards)
    labels = [UNDECIDED if label == LEFT_OPEN else label for label in labelling.run()]
    return labels, labelling.decided


class _Labelling:
    """The worklist: labels so far, and the interval of weights for and against each statement.

    Attributes:
        sure: of each side, the rank of the heaviest gate that has risen.
        heaviest: of each side, the place of the heaviest gate that may not have fallen; it only moves on.
    """

    def __init__(self, network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]) -> None:
        self.network = network
        self.labels = [UNDECIDED] * network.size
        self.wait = list(network.wait)
        self.fallen = bytearray(len(network.side))
        self.sure = [0] * (2 * network.size)
        self.heaviest = list(network.gates.start[:-1])
        self.limits = _limits(network, standards)
        self.holding = [0] * len(network.shares)
        self.failing = [0] * len(network.shares)
        self.uncut = [share.cuts for share in network.shares]
        self.queue: list[int] = []
        self.decided: list[int] = []
        for statement, assumption in _with_rivals(network, assumptions).items():
            self.labels[statement] = LEFT_OPEN
            if assumption is not Assumption.OPEN:
                self.decide(statement, ASSUMED[assumption])
        self.contests: dict[int, _Contest] = {}
        for positions in network.issues:
            self.contests.update(dict.fromkeys(positions, _Contest(self, positions)))

    def run(self) -> list[int]:
        """Return the labels once nothing more follows."""
        wait, labels, fallen, queue, side = self.wait, self.labels, self.fallen, self.queue, self.network.side
        uses, undercuts, shared = self.network.uses, self.network.undercuts, bool(self.network.shares)
        rise, follow, contested = self.rise, self.follow, bool(self.contests)
        gates, heaviest = self.network.gates.items, self.heaviest
        self.begin()
        while queue:
            statement = queue.pop()
            helped, hurt = (uses, undercuts) if labels[statement] == IN else (undercuts, uses)
            for gate in helped.items[helped.start[statement] : helped.start[statement + 1]]:
                wait[gate] -= 1
                if not wait[gate]:
                    rise(gate)
            for gate in hurt.items[hurt.start[statement] : hurt.start[statement + 1]]:
                if not fallen[gate]:
                    fallen[gate] = True
                    where = side[gate]
                    if contested or (not labels[where >> 1] and gates[heaviest[where]] == gate):
                        follow(where, likelier=bool(where & 1))
            if shared:
                self.spread_shares(statement)
        return labels

    def begin(self) -> None:
        """Let the gates rise that wait for nothing, and label what no argument can ever bring in."""
        for gate, waiting in enumerate(self.network.wait):
            if not waiting:
                self.rise(gate)
        gates, rank = self.network.gates, self.network.rank
        for statement, label in enumerate(self.labels):
            first, end = gates.start[2 * statement], gates.start[2 * statement + 1]
            if not label and self.limits[statement][1][rank[gates.items[first]] if first < end else 0] == 0:
                self.decide(statement, OUT)
        for statement in self.contests:
            self.settle(statement)

    def rise(self, gate: int) -> None:
        """Count the weight of a gate as certain."""
        side, rank = self.network.side[gate], self.network.rank[gate]
        if rank > self.sure[side]:
            self.sure[side] = rank
            self.follow(side, likelier=not side & 1)

    def fall(self, gate: int) -> None:
        """Count the weight of a gate as impossible; nothing follows from that while a heavier one is possible."""
        self.fallen[gate] = True
        side, gates = self.network.side[gate], self.network.gates.items
        if gates[self.heaviest[side]] == gate or side >> 1 in self.contests:
            self.follow(side, likelier=bool(side & 1))

    def follow(self, side: int, *, likelier: bool) -> None:
        """Label the statement of a side whose weight has changed, if that decides it."""
        statement = side >> 1
        if statement in self.contests:
            self.contests[statement].update(statement)
            self.settle(statement)
        elif not self.labels[statement]:
            below, above = self.limits[statement]
            if likelier:
                if self.possible(2 * statement + 1) < below[self.sure[2 * statement]]:
                    self.decide(statement, IN)
            elif self.sure[2 * statement + 1] >= above[self.possible(2 * statement)]:
                self.decide(statement, OUT)

    def settle(self, statement: int) -> None:
        """Label a statement if its standard decides it whatever the undecided ones turn out to be."""
        if self.labels[statement]:
            return
        below, above = self.limits[statement]
        against, most_against, blocked = self.sure[2 * statement + 1], self.possible(2 * statement + 1), False
        if statement in self.contests:
            rival, possible_rival, blocked = self.contests[statement].rivals(statement)
            against, most_against = max(against, rival), max(most_against, possible_rival)
        if not blocked and most_against < below[self.sure[2 * statement]]:
            self.decide(statement, IN)
        elif against >= above[self.possible(2 * statement)]:
            self.decide(statement, OUT)

    def decide(self, statement: int, label: int) -> None:
        """Label a statement for good."""
        self.labels[statement] = label
        self.queue.append(statement)
        self.decided.append(statement)

    def possible(self, side: int) -> int:
        """Return the rank of the heaviest gate of a side that has not fallen."""
        gates, place, end = self.network.gates.items, self.heaviest[side], self.network.gates.start[side + 1]
        while place < end and self.fallen[gates[place]]:
            place += 1
        self.heaviest[side] = place
        return self.network.rank[gates[place]] if place < end else 0

    def spread_shares(self, statement: int) -> None:
        """Tell the arguments with several gates about a decided statement."""
        network, holds = self.network, self.labels[statement] == IN
        for number in network.sharing.get(statement, ()):
            gates = network.shares[number].gates
            if holds:
                self.holding[number] += 1
                self.rise_share(number)
            else:
                self.failing[number] += 1
                self.fall_once(gates[-self.failing[number]])
        for number in network.cutting.get(statement, ()):
            if holds:
                for gate in network.shares[number].gates:
                    self.fall_once(gate)
            else:
                self.uncut[number] -= 1
                self.rise_share(number)

    def rise_share(self, number: int) -> None:
        """Let the gate rise for as many premises as hold, once no undercutter is left."""
        if self.holding[number] and not self.uncut[number]:
            self.rise(self.network.shares[number].gates[self.holding[number] - 1])

    def fall_once(self, gate: int) -> None:
        """Let a gate fall that may have fallen."""
        if not self.fallen[gate]:
            self.fall(gate)


def _limits(network: Network, standards: Sequence[Standard]) -> list[tuple[list[int], list[int]]]:
    """Return the limits of each statement; those of a position are never those of scintilla."""
    tables = {standard: limits(standard, network.scale) for standard in {*standards, Standard.PREPONDERANCE}}
    found = [tables[standard] for standard in standards]
    for position in (p for positions in network.issues for p in positions):
        if standards[position] is Standard.SCINTILLA:
            found[position] = tables[Standard.PREPONDERANCE]
    return found


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

    Only a position without an assumption competes by its arguments. The gates of all such positions stand in
    one list, heaviest first; two places in it move down only, so they cost no more than its length.
    """

    def __init__(self, labelling: _Labelling, positions: tuple[int, ...]) -> None:
        self.labelling = labelling
        self.competing = {p: None for p in positions if not labelling.labels[p]}
        self.blocked = any(labelling.labels[p] == LEFT_OPEN for p in positions)
        network = labelling.network
        gates = (gate for position in self.competing for gate in network.gates[2 * position])
        self.gates = sorted(gates, key=lambda gate: -network.rank[gate])
        self.first = self.second = 0
        self.sure = [(0, -1), (0, -1)]
        self.possible = self.advance()

    def rivals(self, position: int) -> tuple[int, int, bool]:
        """Return the best certain and possible rank among the rivals, and whether an open one blocks."""
        sure = next((rank for rank, owner in self.sure if owner != position), 0)
        possible = next((rank for rank, owner in self.possible if owner != position), 0)
        return sure, possible, self.blocked

    def update(self, position: int) -> None:
        """Take in that the weight for a position has changed; settle the others if that concerns them."""
        if position not in self.competing:
            return
        others = [pair for pair in self.sure if pair[1] != position]
        sure = sorted([(self.labelling.sure[2 * position], position), *others], key=lambda pair: -pair[0])[:2]
        possible = self.advance()
        if (sure, possible) != (self.sure, self.possible):
            self.sure, self.possible = sure, possible
            for competitor in self.competing:
                self.labelling.settle(competitor)

    def advance(self) -> list[tuple[int, int]]:
        """Move to the heaviest gate not fallen, and to that of another position; return their ranks and owners."""
        self.first = self.skip(self.first, -1)
        leader = self.owner(self.first)
        self.second = self.skip(max(self.first, self.second), leader)
        ranks = self.labelling.network.rank
        return [
            (ranks[self.gates[place]] if place < len(self.gates) else 0, self.owner(place))
            for place in (self.first, self.second)
        ]

    def owner(self, place: int) -> int:
        """Return the position whose gate is at a place."""
        return self.labelling.network.side[self.gates[place]] >> 1 if place < len(self.gates) else -1

    def skip(self, place: int, position: int) -> int:
        """Return the next place of a gate that has not fallen and is not the position's."""
        fallen = self.labelling.fallen
        while place < len(self.gates) and (fallen[self.gates[place]] or self.owner(place) == position):
            place += 1
        return place
