"""Beyond the grounded labelling: the preferred and the stable labellings of what it leaves undecided.

Both are fixpoints of the same rules, so they keep every label that is decided already. A *preferred* labelling is one
that no other fixpoint extends; statements that support one another in a circle may be in by it. A *stable* labelling
leaves nothing undecided and knows no such self-support: once what it has out is taken as out, all that it has in
follows. A genuine dispute or an open statement leaves none. The terms are those of abstract dialectical frameworks
(Brewka, Ellmauthaler, Strass, Wallner and Woltran, "Abstract dialectical frameworks revisited", IJCAI 2013), of which
the rules are an interval approximation.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mapper.analysis.bearing.rest import Rest
from mapper.analysis.bearing.solver import EFFORT, GivenUpError, Program, gathered
from mapper.evaluate import Evaluation
from mapper.vocabulary import Label


@dataclass(frozen=True, slots=True)
class Standing:
    """How a statement that the grounded labelling leaves undecided fares in all labellings of one kind.

    Attributes:
        some: the labels, *in* and *out*, that some labelling gives it: credulously so.
        every: the one that every labelling gives it, if there is one: sceptically so.
    """

    some: tuple[Label, ...]
    every: Label | None


@dataclass(frozen=True, slots=True)
class Labellings:
    """The labellings of one kind, as far as they were asked for.

    Attributes:
        found: of each, the labels of the statements that the grounded labelling leaves undecided.
        complete: whether these are all.
    """

    found: tuple[Mapping[str, Label], ...]
    complete: bool


@dataclass(frozen=True)
class _Kind(ABC):
    """The labellings of one kind; each answer is worked out when it is asked for.

    Attributes:
        evaluation: the grounded labelling.
        effort: after how many dead ends a search is given up; it then raises `GivenUpError`.
    """

    evaluation: Evaluation
    effort: int = EFFORT

    def each(self) -> Iterator[dict[str, Label]]:
        """Yield the labellings, each as soon as it is found, as the labels of what was undecided."""
        return (self.rest.labels(literals) for literals in self._search())

    def first(self, limit: int = 1000) -> Labellings:
        """Return the labellings, so many at most.

        Raises:
            GivenUpError: if the search met more dead ends than it was allowed to before it found any.
        """
        found, complete = gathered(self.each(), limit)
        if not (found or complete):
            raise GivenUpError
        return Labellings(tuple(found), complete)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Return how each statement fares that was undecided; without any labelling none has any label."""
        some = self._some()
        every = self.rest.labels(self._every(some))
        return {
            name: Standing(
                tuple(
                    label for label, literal in ((Label.IN, 2 * number), (Label.OUT, 2 * number + 1)) if literal in some
                ),
                every[name] if every[name] is not Label.UNDECIDED else None,
            )
            for name, number in self.rest.names.items()
        }

    @cached_property
    def rest(self) -> Rest:
        """Return what the grounded labelling leaves undecided."""
        return Rest(self.evaluation)

    @abstractmethod
    def _search(self) -> Iterator[list[int]]:
        """Yield the labellings as the literals that are true."""

    @abstractmethod
    def _some(self) -> set[int]:
        """Return the literals that are true in some labelling."""

    @abstractmethod
    def _every(self, some: set[int]) -> set[int]:
        """Return the literals that are true in every labelling, of those that are in some."""


class Preferred(_Kind):
    """The preferred labellings; there is always one.

    Examples:
        >>> from mapper.evaluate import Context, evaluate
        >>> from mapper.graph import Argument, ArgumentGraph, Statement
        >>> from mapper.vocabulary import Kind
        >>> graph = ArgumentGraph(
        ...     [Statement(id=name, kind=Kind.ELEMENT) for name in ("fact", "p", "q")],
        ...     [
        ...         Argument(id="fact:p", premises=("fact",), conclusion="p", undercutters=("q",)),
        ...         Argument(id="fact:q", premises=("fact",), conclusion="q", undercutters=("p",)),
        ...     ],
        ... )
        >>> found = Preferred(evaluate(graph, Context(accept=("fact",))))
        >>> [[f"{name} {label}" for name, label in labelling.items()] for labelling in found.each()]
        [['p in', 'q out'], ['p out', 'q in']]
        >>> found.standings["p"].some, found.standings["p"].every
        ((<Label.IN: 'in'>, <Label.OUT: 'out'>), None)
    """

    def _search(self) -> Iterator[list[int]]:
        program, atoms = self.rest.fixpoints(self.effort, "--heuristic=Domain")
        while (literals := program.first()) is not None:
            yield literals
            with program.adding() as writer:
                writer.forbid(*(-atoms[each] for each in atoms.keys() - set(literals)))

    def _some(self) -> set[int]:
        """Return the literals that are true in some fixpoint: each is extended by a preferred one."""
        program, _ = self.rest.fixpoints(self.effort, "--enum-mode=brave")
        return set(_last(program))

    def _every(self, some: set[int]) -> set[int]:
        """Return the literals that are true in every preferred labelling.

        For each that may be, a fixpoint without it is looked for, and then a preferred labelling that extends it. Where
        that has it after all, only fixpoints that are no part of this labelling are of interest from then on: whatever
        else extends a part of it is such a fixpoint itself.
        """
        program, atoms = self.rest.fixpoints(self.effort, "--heuristic=Domain")
        left = set(some)
        for literal in sorted(some):
            without = program.first(-atoms[literal]) if literal in left else None
            while without is not None and literal in left:
                extended = program.first(*(atoms[each] for each in without)) or without
                left.intersection_update(extended)
                with program.adding() as writer:
                    writer.forbid(*(-atoms[each] for each in atoms.keys() - set(extended)))
                without = program.first(-atoms[literal])
        return left


class Stable(_Kind):
    """The stable labellings; there may be none."""

    @property
    def open(self) -> tuple[str, ...]:
        """Return the open statements, any of which leaves no stable labelling."""
        given = self.evaluation.given
        return tuple(name for name in self.rest.names if name in given)

    def _search(self) -> Iterator[list[int]]:
        models = () if self.open else self.rest.stable(self.effort).models()
        return (answer.chosen for answer in models)

    def _some(self) -> set[int]:
        return set(_last(self.rest.stable(self.effort, "--enum-mode=brave")))

    def _every(self, some: set[int]) -> set[int]:
        return set(_last(self.rest.stable(self.effort, "--enum-mode=cautious")))


def _last(program: Program) -> list[int]:
    """Return the literals that are true in the last model; none without a model."""
    found: list[int] = []
    for answer in program.models():
        found = answer.chosen
    return found
