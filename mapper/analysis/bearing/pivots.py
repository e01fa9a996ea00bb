"""The search through completions: which labels they give, and on which open statements that turns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from mapper.analysis.bearing.clauses import Compiler
from mapper.analysis.bearing.completion import Completions
from mapper.analysis.bearing.planes import Run, in_runs
from mapper.analysis.bearing.solver import Answer, Program, Writer
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.vocabulary import Label

WORTHWHILE = 5
"""How many new pivots a completion on the brink has to give, so that another one is looked for."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """A completion of the others in which the value of one open statement changes the label.

    Attributes:
        others: the other open statements that it accepts, by number.
        if_accepted: the label if the statement is accepted.
        if_rejected: the label if it is rejected.
    """

    others: tuple[int, ...]
    if_accepted: Label
    if_rejected: Label


class Search:
    """The search through the completions of a labelling, about one statement.

    Attributes:
        completions: the completions.
        concerned: the open statements that may matter, by number.
    """

    def __init__(self, evaluation: Evaluation, statement: str, effort: int) -> None:
        """Take the labelling, the statement, and after how many dead ends to give up."""
        self.completions, self.effort = Completions.of(evaluation), effort
        self.holds = 2 * network(evaluation.graph).index[statement]
        self.clauses = Compiler(evaluation, self.completions.modes).compile([self.holds, self.holds + 1])
        self.concerned = self.completions.concerned({number for number, _ in self.clauses.inputs.values()})

    def outcomes(self) -> Iterator[tuple[Label, tuple[int, ...]]]:
        """Yield the labels that completions give, each with the open statements that one of them accepts.

        Raises:
            GivenUpError: if the search met more dead ends than it was allowed to.
        """
        program, atoms, _ = self.one_copy(prefer=False)
        into, out = atoms[self.holds], atoms[self.holds + 1]
        for label, literals in ((Label.IN, (into,)), (Label.OUT, (out,)), (Label.UNDECIDED, (-into, -out))):
            accepted = program.first(*literals)
            if accepted is not None:
                yield label, tuple(sorted(accepted))

    def pivots(self) -> dict[int, Pivot]:
        """Return for each open statement that matters a completion in which it does.

        Completions on the brink come first, since in them many statements matter at once; for those that are left
        the solver looks for a completion in which one of them does, until there is none.

        Raises:
            GivenUpError: if the search met more dead ends than it was allowed to.
        """
        found: dict[int, Pivot] = {}
        for prefer in (False, True):
            for accepted in self.brinks(found, prefer=prefer):
                before = len(found)
                found.update(dict(self.around(accepted)) | found)
                if len(found) < before + WORTHWHILE:
                    break
        self.complete(found)
        return found

    def brinks(self, found: Mapping[int, Pivot], *, prefer: bool) -> Iterator[list[int]]:
        """Yield completions that are as near as can be to another label.

        They accept as few statements as bring the asked one in, or as many as do not; those for which a pivot has been
        found are the first to be left out, or taken in.
        """
        program, atoms, accepted = self.one_copy(prefer=prefer)
        holds = atoms[self.holds]
        done: set[int] = set()
        while True:
            with program.adding() as writer:
                writer.prefer((accepted[number] for number in sorted(found.keys() - done)), prefer, level=2)
            done = set(found)
            chosen = program.first(-holds if prefer else holds)
            if chosen is None:
                return
            yield chosen

    def complete(self, found: dict[int, Pivot]) -> None:
        """Add the pivots that are missing: in each model another statement matters, and once there is none that is all."""
        program, tried, copies = self.two_copies()
        with program.adding() as writer:
            for number in found:
                writer.forbid(tried[number])
        for answer in program.models():
            chosen = answer.chosen
            number = next(~key for key in chosen if key < 0)
            labels = [self.label(answer, atoms) for atoms in copies]
            found[number] = Pivot(tuple(sorted(key for key in chosen if key >= 0)), *labels)
            answer.exclude(tried[number])

    def around(self, accepted: Collection[int]) -> Iterator[tuple[int, Pivot]]:
        """Yield the open statements that matter in a completion, all tried at once."""
        taken = set(accepted)
        numbers = [n for n in self.concerned if n in taken or self.completions.may_accept(n, taken)]
        flips = [self.completions.flip(number, taken) for number in numbers]
        now, *labels = self.labels(self.completions.under(taken), [(), *flips])
        for number, label in zip(numbers, labels, strict=True):
            if label is not now:
                both = (now, label) if number in taken else (label, now)
                yield number, Pivot(tuple(sorted(taken - {number})), *both)

    def labels(self, modes: Sequence[int], runs: Sequence[Run]) -> list[Label]:
        """Return the label of the asked statement in each run."""
        values = in_runs(self.clauses, modes, runs)
        into, out = values[self.holds], values[self.holds + 1]
        return [
            Label.IN if into >> run & 1 else Label.OUT if out >> run & 1 else Label.UNDECIDED
            for run in range(len(runs))
        ]

    def label(self, answer: Answer, atoms: Mapping[int, int]) -> Label:
        """Return the label of the asked statement in a copy of the clauses."""
        if answer.is_true(atoms[self.holds]):
            return Label.IN
        return Label.OUT if answer.is_true(atoms[self.holds + 1]) else Label.UNDECIDED

    def one_copy(self, *, prefer: bool) -> tuple[Program, Mapping[int, int], Mapping[int, int]]:
        """Return a program whose models are the completions, its atoms, and those that say what is accepted.

        Args:
            prefer: whether to accept as many statements as can be, or as few.
        """
        program = Program("--heuristic=Domain", effort=self.effort)
        with program.adding() as writer:
            accepted = {number: writer.atom(number) for number in self.concerned}
            writer.choice(accepted.values())
            writer.prefer(accepted.values(), prefer, level=1)
            self.completions.forbid_two(writer, [accepted])
            atoms = writer.clauses(self.clauses, self.completions.inputs(writer, self.clauses, accepted))
        return program, atoms, accepted

    def two_copies(self) -> tuple[Program, Mapping[int, int], list[Mapping[int, int]]]:
        """Return a program in whose models one open statement matters, the atoms that say which, and both copies.

        That statement is accepted in one copy of the clauses and rejected in the other; all others have the same value
        in both, and the labels differ.
        """
        program = Program("--enum-mode=record", effort=self.effort)
        with program.adding() as writer:
            accepted = {number: writer.atom(number) for number in self.concerned}
            tried = {number: writer.atom(~number) for number in self.concerned}
            writer.choice((*accepted.values(), *tried.values()))
            writer.exactly_one(tuple(tried.values()))
            self.completions.forbid_two(writer, [accepted, tried])
            copies: list[Mapping[int, int]] = [
                writer.clauses(self.clauses, self.completions.inputs(writer, self.clauses, values))
                for values in (_either(writer, accepted, tried), accepted)
            ]
            _differ(writer, copies, self.holds)
        return program, tried, copies


def _either(writer: Writer, accepted: Mapping[int, int], tried: Mapping[int, int]) -> dict[int, int]:
    """Return atoms that a statement is accepted or the one that is tried, which are not both."""
    found = {}
    for number, atom in accepted.items():
        found[number] = writer.any_of([atom, tried[number]])
        writer.forbid(atom, tried[number])
    return found


def _differ(writer: Writer, copies: Sequence[Mapping[int, int]], holds: int) -> None:
    """Demand that the asked statement has not the same label in both copies."""
    differs = writer.atom()
    for one, other in permutations(copies):
        for literal in (holds, holds + 1):
            writer.rule(differs, [one[literal], -other[literal]])
    writer.forbid(-differs)
