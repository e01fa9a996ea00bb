"""What would defeat a statement: leaves to take away, alone or together, and statements to accept.

A leaf is taken away by rejecting what was accepted. Attacks are thawed: whatever follows from the change counts, so
that a leaf may matter which supports nothing, and one that feeds an attack may help when it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.analysis.bearing.clauses import ACCEPTED, REJECTED, Compiler, modes_of
from mapper.analysis.bearing.reversal import Reversal
from mapper.analysis.bearing.solver import EFFORT, Program, Writer, gathered, inputs_of
from mapper.analysis.bearing.trial import Trial
from mapper.analysis.bearing.withdrawal import Withdrawal
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.memory import collection_paused
from mapper.vocabulary import Assumption, Label


@dataclass(frozen=True, slots=True)
class Defeat:
    """The smallest sets of leaves which, taken away, leave the asked statement no longer in.

    Attributes:
        already: whether it is not in as it is, so that there is nothing to take away.
        sets: the sets, all of the same size; none if whatever is taken away leaves it in.
        complete: whether these are all of that size, rather than as many as were asked for or could be found; the
            search may have been given up before it found any.
    """

    already: bool
    sets: tuple[Reversal, ...]
    complete: bool

    @property
    def size(self) -> int | None:
        """Return how many leaves have to go, if there is an answer."""
        return len(self.sets[0].statements) if self.sets else None


def single_points(evaluation: Evaluation, statement: str) -> tuple[Reversal, ...]:
    """Return the leaves each of which, taken away alone, gives the statement another label.

    All leaves at once, by one bit of big integers for each: see `planes`.

    Raises:
        KeyError: if there is no such statement.
    """
    withdrawal = Withdrawal.of(evaluation)
    trial = Trial(evaluation, statement, withdrawal.before, withdrawal.modes)
    leaves, necessary = withdrawal.leaves(trial.critical), trial.necessary()
    tried = [leaf for leaf in leaves if 2 * leaf not in necessary]
    kept = set(tried).difference(tried[number] for number in trial.changed(withdrawal.runs(tried)))
    names = tuple(network(evaluation.graph).index)
    return tuple(
        Reversal(evaluation, statement, (names[leaf],), Assumption.REJECTED) for leaf in leaves if leaf not in kept
    )


def cheapest_defeat(evaluation: Evaluation, statement: str, *, limit: int = 1000, effort: int = EFFORT) -> Defeat:
    """Return the smallest sets of leaves without which the statement is no longer in.

    Exact: where no leaf alone is enough, by the answer-set solver, from the grounded labellings themselves.

    Args:
        evaluation: the labelling.
        statement: the statement asked about.
        limit: how many sets to return at most.
        effort: after how many dead ends to give up.

    Raises:
        KeyError: if there is no such statement.
    """
    if evaluation.labels[statement] is not Label.IN:
        return Defeat(already=True, sets=(), complete=True)
    alone = single_points(evaluation, statement)
    if alone:
        return Defeat(already=False, sets=alone[:limit], complete=len(alone) <= limit)
    found, complete = gathered(_Search(evaluation, statement, effort).sets(), limit)
    return Defeat(already=False, sets=_reversals(evaluation, statement, found), complete=complete)


def _reversals(evaluation: Evaluation, statement: str, sets: Iterable[list[int]]) -> tuple[Reversal, ...]:
    """Return what becomes of the statement without each of these sets of leaves, in the order of the file."""
    names = tuple(network(evaluation.graph).index)
    ordered = sorted(sorted(leaves) for leaves in sets)
    return tuple(
        Reversal(evaluation, statement, tuple(names[leaf] for leaf in leaves), Assumption.REJECTED)
        for leaves in ordered
    )


class _Search:
    """The search for the fewest leaves to take away."""

    def __init__(self, evaluation: Evaluation, statement: str, effort: int) -> None:
        self.program = Program("--opt-mode=optN", "--opt-strategy=usc", effort=effort)
        with collection_paused():
            self.write(evaluation, statement)

    def write(self, evaluation: Evaluation, statement: str) -> None:
        """Make the program in whose models the statement is not in, and as few leaves as can be are gone."""
        self.withdrawal = withdrawal = Withdrawal.of(evaluation)
        target = 2 * network(evaluation.graph).index[statement]
        clauses = Compiler(evaluation, withdrawal.modes).compile([target])
        leaves = withdrawal.leaves({leaf for leaf, _ in clauses.inputs.values()})
        with self.program.adding() as writer:
            gone = {leaf: writer.atom(leaf) for leaf in leaves}
            writer.choice(gone.values())
            writer.minimize(gone.values())
            changed = gone | dict(self.free(writer, gone))
            inputs = inputs_of(clauses, withdrawal.before, changed)
            writer.forbid(writer.clauses(clauses, inputs)[target])

    def free(self, writer: Writer, gone: dict[int, int]) -> Iterator[tuple[int, int]]:
        """Yield the rivals that come free once all accepted positions of their issue are gone, with the atom for it."""
        for freed in self.withdrawal.freed:
            if all(winner in gone for winner in freed.winners):
                atom = writer.atom()
                writer.rule(atom, [gone[winner] for winner in freed.winners])
                yield from ((rival, atom) for rival in freed.modes)

    def sets(self) -> Iterator[list[int]]:
        """Yield the smallest sets of leaves, as they are found."""
        return (model.chosen for model in self.program.models() if model.is_optimal)


def additions(evaluation: Evaluation, statement: str) -> tuple[Reversal, ...]:
    """Return the statements each of which, accepted, gives the statement another label.

    All at once, like `single_points`. The leaves among them come first: a reading, an admission that is missing.

    Raises:
        KeyError: if there is no such statement.
    """
    graph, index = evaluation.graph, network(evaluation.graph).index
    names = [n for n, label in evaluation.labels.items() if label is not Label.IN and n != statement]
    runs = {name: ((index[name], ACCEPTED), *((index[r], REJECTED) for r in graph.rivals(name))) for name in names}
    before = modes_of(evaluation)
    modes = list(before)
    for number, mode in (change for run in runs.values() for change in run):
        modes[number] |= mode
    trial = Trial(evaluation, statement, before, modes)
    relevant = [name for name in names if not trial.critical.isdisjoint(number for number, _ in runs[name])]
    changed = [relevant[number] for number in trial.changed([runs[name] for name in relevant])]
    changed.sort(key=lambda name: name not in evaluation.given and bool(graph.pro(name)))
    return tuple(Reversal(evaluation, statement, (name,), Assumption.ACCEPTED) for name in changed)
