"""The completions of a labelling: each open statement accepted or rejected, at most one position of an issue accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from mapper.analysis.bearing.clauses import ACCEPTED, ARGUED, OPEN, REJECTED, Clauses, modes_of
from mapper.analysis.bearing.planes import Run
from mapper.analysis.bearing.solver import Writer, inputs_of
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network


@dataclass(frozen=True, slots=True)
class Contest:
    """An issue with open positions: the open ones, and those that argue as long as none of them is accepted."""

    open: tuple[int, ...]
    argued: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Completions:
    """What may become of the open statements of a labelling.

    Attributes:
        rejected: the mode of each statement if all open ones are rejected.
        modes: the modes that each may have.
        open: the open statements by number.
        contests: the issues that have open positions.
    """

    rejected: list[int]
    modes: list[int]
    open: tuple[int, ...]
    contests: tuple[Contest, ...]

    @classmethod
    def of(cls, evaluation: Evaluation) -> Completions:
        """Return the completions of a labelling."""
        before = modes_of(evaluation)
        modes = [ACCEPTED | REJECTED if mode == OPEN else mode for mode in before]
        contests = []
        for positions in network(evaluation.graph).issues:
            contest = Contest(
                tuple(p for p in positions if before[p] == OPEN), tuple(p for p in positions if before[p] == ARGUED)
            )
            if contest.open:
                contests.append(contest)
                for position in contest.argued:
                    modes[position] |= REJECTED
        rejected = [REJECTED if mode == OPEN else mode for mode in before]
        return cls(rejected, modes, tuple(n for n, mode in enumerate(before) if mode == OPEN), tuple(contests))

    def concerned(self, relevant: Collection[int]) -> list[int]:
        """Return the open statements that may matter if these statements do, in the order of the file."""
        found = {statement for statement in self.open if statement in relevant}
        for contest in self.contests:
            if not set(contest.argued).isdisjoint(relevant):
                found.update(contest.open)
        return sorted(found)

    def may_accept(self, statement: int, accepted: Collection[int]) -> bool:
        """Return whether no rival of an open statement is among those accepted."""
        return not any(statement in c.open and not set(c.open).isdisjoint(accepted) for c in self.contests)

    def under(self, accepted: Collection[int]) -> list[int]:
        """Return the mode of each statement in the completion that accepts these open statements."""
        modes = list(self.rejected)
        for statement in accepted:
            modes[statement] = ACCEPTED
        for contest in self.contests:
            if not set(contest.open).isdisjoint(accepted):
                for position in contest.argued:
                    modes[position] = REJECTED
        return modes

    def flip(self, statement: int, accepted: Collection[int]) -> Run:
        """Return what is otherwise if one open statement has the other value than in a completion."""
        taken = statement in accepted
        argued = next((contest.argued for contest in self.contests if statement in contest.open), ())
        return ((statement, REJECTED if taken else ACCEPTED), *((p, ARGUED if taken else REJECTED) for p in argued))

    def forbid_two(self, writer: Writer, atoms: Iterable[Mapping[int, int]]) -> None:
        """Let at most one position of an issue be accepted, of all the ways in which atoms say that one is."""
        several = tuple(atoms)
        for contest in self.contests:
            together = [ways[position] for ways in several for position in contest.open if position in ways]
            if len(together) > 1:
                writer.forbid_two(together)

    def inputs(self, writer: Writer, clauses: Clauses, accepted: Mapping[int, int]) -> dict[int, int]:
        """Return the literals that stand for the inputs of clauses, given the atoms that say what is accepted."""
        changed = dict(accepted)
        for contest in self.contests:
            winning = [accepted[position] for position in contest.open if position in accepted]
            if contest.argued and winning:
                lost = writer.any_of(winning)
                changed.update(dict.fromkeys(contest.argued, lost))
        return inputs_of(clauses, self.rejected, changed)
