"""What the grounded labelling leaves undecided, as logic programs whose models are the labellings of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mapper.analysis.bearing.clauses import Clause, Compiler, modes_of
from mapper.analysis.bearing.solver import Program, Writer
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.vocabulary import Label

Atoms = Mapping[int, int]


class Rest:
    """The statements that a grounded labelling leaves undecided.

    Attributes:
        names: all of them, the open ones too, with their numbers.
        argued: the literals, in and out, of those that arguments decide.
        clauses: how these depend on each other.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        """Take the labelling."""
        index = network(evaluation.graph).index
        self.names = {n: number for n, number in index.items() if evaluation.labels[n] is Label.UNDECIDED}
        numbers = [number for name, number in self.names.items() if name not in evaluation.given]
        self.argued = [literal for number in numbers for literal in (2 * number, 2 * number + 1)]
        self.clauses = _Undecided(evaluation).compile(self.argued)

    def labels(self, literals: Iterable[int]) -> dict[str, Label]:
        """Return the labels by which these literals are true."""
        true = set(literals)
        return {
            name: Label.IN if 2 * number in true else Label.OUT if 2 * number + 1 in true else Label.UNDECIDED
            for name, number in self.names.items()
        }

    def fixpoints(self, effort: int, *options: str) -> tuple[Program, Atoms]:
        """Return a program whose models are the fixpoints, and its atoms.

        The labels are guessed, and what follows from the guess has to be the guess. With the heuristic *Domain* the
        first model is one that no other extends.
        """
        program = Program(*options, effort=effort)
        with program.adding() as writer:
            guessed = {literal: writer.atom(literal) for literal in self.argued}
            writer.choice(guessed.values())
            writer.prefer([writer.negation(atom) for atom in guessed.values()], False, level=1)
            derived = self.derived(writer, guessed)
            for into, out in zip(self.argued[::2], self.argued[1::2], strict=True):
                writer.forbid(guessed[into], guessed[out])
            for literal, atom in guessed.items():
                writer.forbid(atom, -derived[literal])
                writer.forbid(-atom, derived[literal])
        return program, guessed

    def stable(self, effort: int, *options: str) -> Program:
        """Return a program whose models are the stable labellings.

        What is in has to follow, out being nothing but not in; and what is not in has to be out by the rules.
        """
        program = Program(*options, effort=effort)
        with program.adding() as writer:
            atoms = {literal: writer.atom(literal) for literal in self.argued}
            for literal in self.argued:
                if literal & 1:
                    writer.rule(atoms[literal], [-atoms[literal - 1]])
            derived = self.derived(writer, atoms)
            for literal in self.argued:
                if literal & 1:
                    writer.forbid(atoms[literal], -derived[literal])
                else:
                    writer.rule(atoms[literal], [derived[literal]])
            if len(self.argued) < 2 * len(self.names):
                writer.forbid()
        return program

    def derived(self, writer: Writer, given: Atoms) -> dict[int, int]:
        """Return atoms for what follows from given ones: of each argued literal what its clauses make of it."""
        argued = set(self.argued)
        derived = {literal: writer.atom() for literal in self.clauses.order}
        atoms = derived | {literal: given[literal] for literal in argued}
        for literal in self.clauses.order:
            for need, body in self.clauses.heads[literal]:
                writer.add(derived[literal], need, [atoms[other] for other in body])
        return derived


class _Undecided(Compiler):
    """Makes the clauses of what is undecided; what is decided is true or false for good."""

    def __init__(self, evaluation: Evaluation) -> None:
        """Take the labelling."""
        super().__init__(evaluation, modes_of(evaluation))
        self.labels = [evaluation.labels[name] for name in network(evaluation.graph).index]

    def is_plain(self, statement: int) -> bool:
        """Return whether an undecided statement can be treated in short."""
        return self.labels[statement] is Label.UNDECIDED and super().is_plain(statement)

    def of_statement(self, statement: int, *, out: bool) -> Iterator[Clause]:
        """Yield the clauses by which an undecided statement is in or out, or that it is so decided."""
        label = self.labels[statement]
        if label is Label.UNDECIDED:
            yield from super().of_statement(statement, out=out)
        elif label is (Label.OUT if out else Label.IN):
            yield 0, ()
