"""The answer-set solver: clauses as a logic program, and its models.

The stable models of clauses over a choice of inputs are the grounded labellings under each choice, because what
supports itself alone is in none of them. The solver is clingo (Gebser, Kaminski, Kaufmann and Schaub, "Multi-shot
ASP solving with clingo", Theory and Practice of Logic Programming 19, 2019); only this module knows it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from mapper.analysis.bearing.clauses import Clauses

if TYPE_CHECKING:
    from clingo import MessageCode, Model, Symbol
    from clingo.backend import Backend

Found = TypeVar("Found")

EFFORT = 2_000_000
"""After how many dead ends a search is given up; some need exponentially many."""

PATIENCE = 0.1
"""Seconds between two looks at whether the user has interrupted a search."""


class GivenUpError(RuntimeError):
    """A search that met more dead ends than it was allowed to."""


class Program:
    """A logic program and the search for its models: the same ones in the same order on every run.

    Atoms are numbers; a negative one is the literal that the atom is false.
    """

    def __init__(self, *options: str, effort: int = EFFORT) -> None:
        """Take options of the solver, and after how many dead ends to give up."""
        from clingo import Control

        limit = f"--solve-limit={effort}"
        self.control = Control(["--warn=none", "--models=0", limit, *options], logger=_ignore)
        self.shown: dict[Symbol, int] = {}

    @contextmanager
    def adding(self) -> Iterator[Writer]:
        """Return a writer that adds to the program; not while a search is under way."""
        with self.control.backend() as backend:
            yield Writer(self, backend)

    def models(self, *assumed: int) -> Generator[Answer, None, None]:
        """Yield the models in which some literals are true, each as it is found.

        Raises:
            GivenUpError: if there may be more.
        """
        with self.control.solve(assumptions=assumed, yield_=True, async_=True) as search:
            while True:
                search.resume()
                while not search.wait(PATIENCE):
                    pass
                model = search.model()
                if model is None:
                    if not search.get().exhausted:
                        raise GivenUpError
                    return
                yield Answer(self, model)

    def first(self, *assumed: int) -> list[int] | None:
        """Return the keys of the atoms that are true in one model in which some literals are, if there is one.

        Raises:
            GivenUpError: if there may be one.
        """
        search = self.models(*assumed)
        answer = next(search, None)
        chosen = answer.chosen if answer else None
        search.close()  # only now: with the search, its model goes
        return chosen


def inputs_of(clauses: Clauses, before: Sequence[int], changed: Mapping[int, int]) -> dict[int, int]:
    """Return the literals that stand for the inputs of clauses.

    Args:
        clauses: the clauses.
        before: the mode of each statement as long as it is not changed.
        changed: for each statement that may have another mode, the atom that it has.
    """
    return {
        literal: -changed[statement] if before[statement] & modes else changed[statement]
        for literal, (statement, modes) in clauses.inputs.items()
    }


def gathered(search: Iterator[Found], limit: int) -> tuple[list[Found], bool]:
    """Return what a search finds, so much of it at most, and whether that is all there is."""
    found: list[Found] = []
    try:
        for item in search:
            if len(found) == limit:
                return found, False
            found.append(item)
    except GivenUpError:
        return found, False
    return found, True


def _ignore(code: MessageCode, message: str) -> None:
    """Say nothing: what the solver has to tell is about programs that people write."""


class Answer:
    """A model, to be read before the next one is asked for."""

    def __init__(self, program: Program, model: Model) -> None:
        """Take the model as the solver gives it."""
        self.program, self.model = program, model

    @property
    def chosen(self) -> list[int]:
        """Return the keys of the atoms that are true, of those that have one."""
        keys = self.program.shown
        return [keys[symbol] for symbol in self.model.symbols(shown=True)]

    @property
    def is_optimal(self) -> bool:
        """Return whether no model costs less."""
        return self.model.optimality_proven

    def exclude(self, *literals: int) -> None:
        """Leave out the models in which all of these literals are true, from here on."""
        self.model.context.add_nogood(literals)

    def is_true(self, literal: int) -> bool:
        """Return whether a literal is true."""
        return self.model.is_true(literal)


class Writer:
    """Adds atoms and rules to a program."""

    def __init__(self, program: Program, backend: Backend) -> None:
        """Take the program and what writes to it."""
        self.program, self.backend = program, backend

    def atom(self, key: int | None = None) -> int:
        """Return a new atom, to be found in answers by its key."""
        if key is None:
            return self.backend.add_atom()
        from clingo import Function, Number

        symbol = Function("key", [Number(key)])
        self.program.shown[symbol] = key
        return self.backend.add_atom(symbol)

    def rule(self, head: int, body: Sequence[int] = ()) -> None:
        """Make the head follow from the body."""
        self.backend.add_rule([head], body)

    def any_of(self, literals: Iterable[int]) -> int:
        """Return a new atom that is true if one of these literals is."""
        atom = self.atom()
        for literal in literals:
            self.rule(atom, [literal])
        return atom

    def negation(self, atom: int) -> int:
        """Return a new atom that is true if another one is not."""
        negated = self.atom()
        self.rule(negated, [-atom])
        return negated

    def choice(self, atoms: Iterable[int]) -> None:
        """Leave it free which of these atoms are true."""
        self.backend.add_rule(list(atoms), [], choice=True)

    def forbid(self, *body: int) -> None:
        """Exclude the models in which all of these literals are true."""
        self.backend.add_rule([], body)

    def forbid_two(self, atoms: Sequence[int]) -> None:
        """Exclude the models in which two of these atoms are true."""
        self.backend.add_weight_rule([], 2, [(atom, 1) for atom in atoms])

    def exactly_one(self, atoms: Sequence[int]) -> None:
        """Exclude the models in which not just one of these atoms is true."""
        self.forbid(*(-atom for atom in atoms))
        self.forbid_two(atoms)

    def prefer(self, atoms: Iterable[int], value: bool, *, level: int) -> None:
        """Try this value of these atoms first, higher levels before lower ones, with the heuristic *Domain*."""
        from clingo.backend import HeuristicType

        kind = HeuristicType.True_ if value else HeuristicType.False_
        for atom in atoms:
            self.backend.add_heuristic(atom, kind, level, level, [])

    def minimize(self, literals: Iterable[int]) -> None:
        """Look for the models in which as few of these literals as possible are true."""
        self.backend.add_minimize(0, [(literal, 1) for literal in literals])

    def clauses(self, clauses: Clauses, inputs: Mapping[int, int]) -> dict[int, int]:
        """Add clauses, given the literals that stand for their inputs; return those that stand for all."""
        atoms = dict(inputs)
        for literal in clauses.order:
            atoms[literal] = self.backend.add_atom()
        for literal in clauses.order:
            for need, body in clauses.heads[literal]:
                self.add(atoms[literal], need, [atoms[other] for other in body])
        return atoms

    def add(self, head: int, need: int, body: list[int]) -> None:
        """Make the head follow if so many literals of the body are true."""
        if need == len(body):
            self.backend.add_rule([head], body)
        elif need == 1:
            for literal in body:
                self.backend.add_rule([head], [literal])
        else:
            self.backend.add_weight_rule([head], need, [(literal, 1) for literal in body])
