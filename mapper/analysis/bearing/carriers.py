"""The minimal sets of leaves that carry a statement, with all attacks as they are.

Attacks are frozen: each con argument, rival and undercutter keeps the weight or label that it has now. What is left
is monotone, so a set that carries the statement carries it with anything added; the minimal ones are the label that
an assumption-based truth maintenance system would give it (de Kleer, "An assumption-based TMS", Artificial
Intelligence 28, 1986). What supports itself in a circle is carried by nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mapper.analysis.bearing.clauses import ACCEPTED, REJECTED, Clause, Clauses, Compiler, modes_of
from mapper.analysis.bearing.solver import EFFORT, Program
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.memory import collection_paused
from mapper.vocabulary import Label


def each_carrier(evaluation: Evaluation, statement: str, *, effort: int = EFFORT) -> Iterator[tuple[str, ...]]:
    """Yield the minimal sets of leaves that carry a statement, the smallest first, each as soon as it is found.

    A statement that is not in has none; one that rests on no leaf has one, the empty set. Sets of one size are found
    together, as the cheapest models; before the next size is looked for, all that contain one of them are excluded.

    Raises:
        KeyError: if there is no such statement.
        GivenUpError: if there may be more, but the search met more dead ends than it was allowed to.
    """
    names = tuple(network(evaluation.graph).index)
    program = Program("--opt-mode=optN", "--opt-strategy=usc", effort=effort)
    with collection_paused(), program.adding() as writer:
        clauses, target = frozen(evaluation, statement)
        leaves = {literal: writer.atom(literal) for literal in clauses.inputs}
        writer.choice(leaves.values())
        writer.minimize(leaves.values())
        writer.forbid(-writer.clauses(clauses, leaves)[target])
    found = [[target]]
    while found:
        found = []
        for answer in program.models():
            if answer.is_optimal:
                found.append(answer.chosen)
                yield tuple(names[literal >> 1] for literal in sorted(found[-1]))
        with program.adding() as writer:
            for literals in found:
                writer.forbid(*(leaves[literal] for literal in literals))


def count_carriers(evaluation: Evaluation, statement: str) -> int | None:
    """Return how many minimal sets of leaves carry a statement, where that can be counted without listing them.

    It can where no statement is used twice: then the sets for a step are made of one for each of its premises, and
    the sets for a statement are those for its steps.
    """
    clauses, target = frozen(evaluation, statement)
    uses = Counter(other for ways in clauses.heads.values() for _, body in ways for other in body)
    if clauses.circular or max(uses.values(), default=0) > 1:
        return None
    ways: dict[int, tuple[int, bool]] = dict.fromkeys(clauses.inputs, (1, False))
    for literal in clauses.order:
        found = [_count(need, [ways[other] for other in body]) for need, body in clauses.heads[literal]]
        free = any(free for _, free in found)
        ways[literal] = (1 if free else sum(number for number, _ in found), free)
    return ways[target][0]


def _count(need: int, ways: Sequence[tuple[int, bool]]) -> tuple[int, bool]:
    """Return in how many ways so many of some literals can be carried, and whether that needs no leaf."""
    need -= sum(free for _, free in ways)
    if need <= 0:
        return 1, True
    of_size = [1] + [0] * need
    for number in (number for number, free in ways if not free):
        for size in range(need, 0, -1):
            of_size[size] += of_size[size - 1] * number
    return of_size[need], False


def frozen(evaluation: Evaluation, statement: str) -> tuple[Clauses, int]:
    """Return the clauses by which leaves carry a statement, attacks being as they are, and its literal."""
    target = 2 * network(evaluation.graph).index[statement]
    return _Frozen(evaluation).compile([target]), target


class _Frozen(Compiler):
    """Makes the clauses by which the statements that are in now are in with fewer leaves."""

    def __init__(self, evaluation: Evaluation) -> None:
        """Leave it free which of the accepted leaves are accepted."""
        super().__init__(evaluation, [m | REJECTED if m == ACCEPTED else m for m in modes_of(evaluation)])
        labels = [evaluation.labels[name] for name in network(evaluation.graph).index]
        self.true = [label is wanted for label in labels for wanted in (Label.IN, Label.OUT)]

    def is_plain(self, statement: int) -> bool:
        """Return that no statement is to be treated in short."""
        return False

    def of_statement(self, statement: int, *, out: bool) -> Iterator[Clause]:
        """Yield the clauses by which an argued statement comes in."""
        assert not out, "nothing but premises is followed"
        if not self.true[2 * statement]:
            return
        below, rank = self.limits[statement][0], self.rank
        against = max((rank[gate] for gate, _ in self.against(statement) if not self.has_failed(gate)), default=0)
        enough = dict.fromkeys(gate for gate in self.gates.side(2 * statement) if below[rank[gate]] > against)
        for gate in enough:
            if not (self.gates.some_of.get(gate, (0, ()))[0] > 1 and gate - 1 in enough):
                yield from self.carried(gate)

    def carried(self, gate: int) -> Iterator[Clause]:
        """Yield the clause by which a gate has its weight, if it has it now."""
        needed = self.gates.all_of[gate]
        if all(self.true[literal] for literal in needed):
            premises = [literal for literal in needed if not literal & 1]
            need, several = self.gates.some_of.get(gate, (len(premises), premises))
            held = [literal for literal in several if self.true[literal]]
            if need <= len(held):
                yield need, held

    def has_failed(self, gate: int) -> bool:
        """Return whether a gate can no longer have its weight."""
        need, premises = self.gates.some_of.get(gate, (0, ()))
        left = sum(not self.true[literal ^ 1] for literal in premises)
        return left < need or any(self.true[literal ^ 1] for literal in self.gates.all_of[gate])
