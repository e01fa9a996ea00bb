"""What each open statement is worth finding out: how many others no longer bear on the outcome once it is known.

An open statement bears on another one as long as some way leads from it through undecided statements and steps whose
weight is still unknown. Once one of them is known, more is decided, by the grounded labelling, and ways are cut. So what
no longer bears on the outcome cannot matter any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mapper.analysis.bearing.clauses import ACCEPTED, ARGUED, REJECTED, Compiler, modes_of
from mapper.analysis.bearing.gates import gates
from mapper.analysis.bearing.planes import Run, added, in_runs
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network


@dataclass(frozen=True, slots=True)
class Worth:
    """How many other relevant statements an open one settles.

    Attributes:
        if_accepted: how many no longer bear on the outcome once it is known to hold.
        if_rejected: how many once it is known not to hold.
    """

    statement: str
    if_accepted: int
    if_rejected: int


def worths(evaluation: Evaluation, statement: str, relevant: Sequence[str]) -> tuple[Worth, ...]:
    """Return what each relevant open statement is worth, those first that settle most.

    First comes what settles most on average over its two answers; of equals, what settles more at least; then what
    stands first in the file.
    """
    index = network(evaluation.graph).index
    numbers = [index[name] for name in relevant]
    bearing = _Bearing(evaluation, index[statement], numbers).find()
    counts = added(bearing[number] for number in numbers if number in bearing)
    settled = [
        len(relevant) - 1 - sum((column >> run & 1) << place for place, column in enumerate(counts))
        for run in range(2 * len(relevant))
    ]
    found = [Worth(name, settled[2 * place], settled[2 * place + 1]) for place, name in enumerate(relevant)]
    return tuple(sorted(found, key=_rank))


def _rank(worth: Worth) -> tuple[int, int]:
    return (-worth.if_accepted - worth.if_rejected, -min(worth.if_accepted, worth.if_rejected))


class _Bearing:
    """What bears on a statement in each run; in one run an open statement is accepted, in the next one rejected."""

    def __init__(self, evaluation: Evaluation, target: int, numbers: Sequence[int]) -> None:
        self.gates, self.target = gates(evaluation.graph), target
        self.argued = [mode == ARGUED for mode in modes_of(evaluation)]
        self.cone = dict.fromkeys([target])
        todo = [target]
        while todo:
            for _, other in self.links(todo.pop()):
                if other not in self.cone:
                    self.cone[other] = None
                    todo.append(other)
        self.values = self.label(evaluation, self.runs(numbers))
        self.every = (1 << 2 * len(numbers)) - 1

    def runs(self, numbers: Sequence[int]) -> Iterator[Run]:
        """Yield the runs: what is otherwise once an open statement is accepted, and once it is rejected."""
        for number in numbers:
            lost = tuple((rival, REJECTED) for rival in self.gates.rivals.get(number, ()))
            yield ((number, ACCEPTED), *lost)
            yield ((number, REJECTED),)

    def label(self, evaluation: Evaluation, runs: Iterable[Run]) -> dict[int, int]:
        """Return in which runs each statement that bears on the target is in, and is out."""
        several = tuple(runs)
        before = modes_of(evaluation)
        modes = list(before)
        for number, mode in (change for run in several for change in run):
            modes[number] |= mode
        wanted = [literal for number in self.cone for literal in (2 * number, 2 * number + 1)]
        return in_runs(Compiler(evaluation, modes).compile(wanted), before, several)

    def links(self, statement: int) -> Iterator[tuple[int | None, int]]:
        """Yield what bears directly on a statement, with the gate through which it does; rivals that are open do without."""
        if not self.argued[statement]:
            return
        rivals = self.gates.rivals.get(statement, ())
        sides = (2 * statement, 2 * statement + 1, *(2 * rival for rival in rivals if self.argued[rival]))
        for gate in (gate for side in sides for gate in self.gates.side(side)):
            several = self.gates.some_of[gate][1] if gate in self.gates.some_of else ()
            yield from ((gate, literal >> 1) for literal in (*self.gates.all_of[gate], *several))
        yield from ((None, rival) for rival in rivals if not self.argued[rival])

    def find(self) -> dict[int, int]:
        """Return in which runs each statement bears on the target: those in which it is undecided, and some way leads on."""
        bearing = {self.target: self.undecided(self.target)}
        todo = [self.target]
        while todo:
            statement = todo.pop()
            for gate, other in self.links(statement):
                pending = self.every if gate is None else self.pending(gate)
                found = bearing.get(other, 0) | (bearing[statement] & pending & self.undecided(other))
                if found != bearing.get(other, 0):
                    bearing[other] = found
                    todo.append(other)
        return bearing

    def undecided(self, statement: int) -> int:
        """Return in which runs a statement is undecided."""
        return self.every & ~(self.values[2 * statement] | self.values[2 * statement + 1])

    def pending(self, gate: int) -> int:
        """Return in which runs a gate may still rise: nothing that it needs has failed."""
        pending = self.every
        for literal in self.gates.all_of[gate]:
            pending &= ~self.values[literal ^ 1]
        return pending
