"""Which leaves can be taken away, and what else that frees."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mapper.analysis.bearing.clauses import ACCEPTED, REJECTED, mode_of, modes_of
from mapper.analysis.bearing.planes import Run
from mapper.analysis.suppose import changes_for, is_accepted
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.vocabulary import Assumption


@dataclass(frozen=True, slots=True)
class Freed:
    """What happens in an issue once none of its positions is accepted any more.

    Attributes:
        winners: the accepted positions by number.
        modes: the modes that their rivals then have.
    """

    winners: tuple[int, ...]
    modes: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The leaves of a labelling that can be taken away: what is accepted.

    Attributes:
        before: the mode of each statement.
        modes: the modes that each may have once some leaves are taken away.
        freed: the issues in which positions are accepted whose rivals would then be otherwise.
    """

    before: list[int]
    modes: list[int]
    freed: tuple[Freed, ...]

    @classmethod
    def of(cls, evaluation: Evaluation) -> Withdrawal:
        """Return what can be taken away from a labelling."""
        before = modes_of(evaluation)
        modes = [mode | REJECTED if mode == ACCEPTED else mode for mode in before]
        freed = tuple(
            found for issue in evaluation.graph.issues.values() if (found := _freed(evaluation, issue.positions))
        )
        for each in freed:
            for statement, mode in each.modes.items():
                modes[statement] |= mode
        return cls(before, modes, freed)

    def leaves(self, relevant: Collection[int]) -> list[int]:
        """Return the leaves that matter if these statements do, in the order of the file."""
        found = {statement for statement in relevant if self.before[statement] == ACCEPTED}
        for freed in self.freed:
            if not freed.modes.keys().isdisjoint(relevant):
                found.update(freed.winners)
        return sorted(found)

    def runs(self, leaves: Collection[int]) -> list[Run]:
        """Return what is otherwise if each of these leaves alone is taken away."""
        alone = {freed.winners[0]: tuple(freed.modes.items()) for freed in self.freed if len(freed.winners) == 1}
        return [((leaf, REJECTED), *alone.get(leaf, ())) for leaf in leaves]


def _freed(evaluation: Evaluation, positions: Collection[str]) -> Freed | None:
    winners = [position for position in positions if is_accepted(evaluation, position)]
    if not winners:
        return None
    changes = changes_for(evaluation, dict.fromkeys(winners, Assumption.REJECTED))
    index = network(evaluation.graph).index
    modes = {index[name]: mode_of(given) for name, given in changes.items() if name not in winners}
    return Freed(tuple(index[name] for name in winners), modes) if modes else None
