"""The rules of the labelling as clauses, for engines that try many assumptions at once.

A statement has two literals, that it is in and that it is out. Both follow by positive clauses from those of
other statements, so that the least set of literals closed under the clauses is the grounded labelling: the
statements of which neither follows are undecided. What is assumed enters as inputs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mapper.analysis.bearing.gates import gates, limits_of
from mapper.evaluate import Evaluation, Given
from mapper.evaluate.network import network
from mapper.vocabulary import Assumption

Clause = tuple[int, Sequence[int]]
"""How many of these literals make the head of the clause true."""

ACCEPTED, REJECTED, OPEN, ARGUED = 1, 2, 4, 8
"""How a statement may get its label: by one of the assumptions, or argued. A set of these modes is their sum."""

ANY = ACCEPTED + REJECTED + OPEN + ARGUED
MODES = {Assumption.ACCEPTED: ACCEPTED, Assumption.REJECTED: REJECTED, Assumption.OPEN: OPEN}


@dataclass(frozen=True, slots=True, eq=False)
class Clauses:
    """The clauses on which some literals depend.

    Literals are numbers: ``2s`` that statement ``s`` is in, ``2s + 1`` that it is out; larger ones stand for
    what several clauses share.

    Attributes:
        heads: the clauses of each literal, any of which makes it true; none for an input.
        inputs: of each input, the statement and the modes of it in which it is true.
        order: the literals with clauses, each after those it depends on, except along circles.
        circular: whether there are circles.
    """

    heads: Mapping[int, Sequence[Clause]]
    inputs: Mapping[int, tuple[int, int]]
    order: Sequence[int]
    circular: bool


def mode_of(given: Given | None) -> int:
    """Return the mode of a statement about which this is assumed."""
    return MODES[given.assumption] if given else ARGUED


def modes_of(evaluation: Evaluation) -> list[int]:
    """Return the mode of each statement by number."""
    given = evaluation.given
    return [MODES[given[name].assumption] if name in given else ARGUED for name in network(evaluation.graph).index]


class Compiler:
    """Makes the clauses of literals, and of those they depend on, as they are needed."""

    def __init__(self, evaluation: Evaluation, modes: Sequence[int]) -> None:
        """Take the modes that each statement may have."""
        self.gates, self.limits, self.modes = gates(evaluation.graph), limits_of(evaluation), modes
        self.rank = self.gates.network.rank
        self.heads: dict[int, Sequence[Clause]] = {}
        self.inputs: dict[int, tuple[int, int]] = {}
        self.next = 2 * len(modes)
        self.input_of: dict[tuple[int, int], int] = {}
        self.shared: dict[tuple[Clause, ...], int] = {}

    def compile(self, wanted: Sequence[int]) -> Clauses:
        """Return the clauses on which the wanted literals depend."""
        order: list[int] = []
        done = {literal: True for literal in wanted if self.is_input(literal)}
        circular, todo = False, [literal for literal in reversed(wanted) if literal not in done]
        while todo:
            literal = todo.pop()
            if literal < 0:
                done[~literal] = True
                order.append(~literal)
            elif literal not in done:
                done[literal] = False
                todo.append(~literal)
                circular = self.enter(literal, done, todo) or circular
        return Clauses(self.heads, self.inputs, order, circular)

    def enter(self, literal: int, done: dict[int, bool], todo: list[int]) -> bool:
        """Put on the list what a literal depends on; return whether that leads back to where the search came from."""
        circular = False
        for _, body in self.of(literal):
            for other in body:
                if other not in done:
                    if self.is_input(other):
                        done[other] = True
                    else:
                        todo.append(other)
                elif not done[other]:
                    circular = True
        return circular

    def is_input(self, literal: int) -> bool:
        """Return whether a literal is an input: made as one, or about a statement that is never argued."""
        if literal in self.inputs:
            return True
        if literal >= 2 * len(self.modes):
            return False
        modes, wanted = self.modes[literal >> 1], REJECTED if literal & 1 else ACCEPTED
        if modes >= ARGUED or not modes & wanted or modes == wanted:
            return False
        self.inputs[literal] = (literal >> 1, wanted)
        return True

    def of(self, literal: int) -> Sequence[Clause]:
        """Return the clauses of a literal."""
        found = self.heads.get(literal)
        if found is None:
            statement, out = literal >> 1, bool(literal & 1)
            plain = not out and self.is_plain(statement)
            found = self.plain(statement) if plain else list(self.of_statement(statement, out=out))
            self.heads[literal] = found
        return found

    def is_plain(self, statement: int) -> bool:
        """Return whether nothing can speak against a statement but the failure of what speaks for it."""
        plain = self.modes[statement] == ARGUED and statement not in self.gates.rivals
        return plain and not self.gates.side(2 * statement + 1) and not self.gates.some_of

    def plain(self, statement: int) -> list[Clause]:
        """Return the clauses by which a plain statement is in: `why_in` in short, since most are so."""
        below, rank, all_of = self.limits[statement][0], self.rank, self.gates.all_of
        return [(len(all_of[gate]), all_of[gate]) for gate in self.gates.side(2 * statement) if below[rank[gate]]]

    def of_statement(self, statement: int, *, out: bool) -> Iterator[Clause]:
        """Yield the clauses by which a statement is in, or is out."""
        assumed = self.allowed(statement, REJECTED if out else ACCEPTED)
        if assumed is not None:
            yield len(assumed), assumed
        guard = self.allowed(statement, ARGUED)
        if guard is not None:
            yield from self.why_out(statement, guard) if out else self.why_in(statement, guard)

    def why_in(self, statement: int, guard: list[int]) -> Iterator[Clause]:
        """Yield the clauses by which arguments bring a statement in: one for each gate for it.

        Whatever speaks against it and could outweigh the gate must have fallen, and no rival be open.
        """
        for rival in self.gates.rivals.get(statement, ()):
            closed = self.allowed(rival, ANY - OPEN)
            if closed is None:
                return
            guard = guard + closed
        below, against = self.limits[statement][0], self.against(statement)
        for gate in self.gates.side(2 * statement):
            least = below[self.rank[gate]]
            if least:
                failed = [self.fallen(g, rival) for g, rival in against if self.rank[g] >= least] if against else []
                yield from self.all_of(self.risen(gate) + self.chain(failed) + guard)

    def why_out(self, statement: int, guard: list[int]) -> Iterator[Clause]:
        """Yield the clauses by which a statement is out: for each gate against it, what for it must have fallen."""
        above, pro = self.limits[statement][1], self.gates.side(2 * statement)
        alone = sum(above[self.rank[gate]] > 0 for gate in pro)
        yield from self.all_of(self.chain([self.fallen(gate) for gate in pro[:alone]]) + guard)
        for gate, rival in self.against(statement):
            count = sum(above[self.rank[g]] > self.rank[gate] for g in pro)
            if count < alone:
                fallen = self.chain([self.fallen(g) for g in pro[:count]])
                yield from self.all_of(self.risen(gate, rival) + fallen + guard)

    def against(self, statement: int) -> list[tuple[int, int | None]]:
        """Return the gates against a statement, the heaviest first, with the rival that they are for."""
        found: list[tuple[int, int | None]] = [(gate, None) for gate in self.gates.side(2 * statement + 1)]
        for rival in self.gates.rivals.get(statement, ()):
            if self.modes[rival] & ARGUED:
                found += [(gate, rival) for gate in self.gates.side(2 * rival)]
        if len(found) > 1:
            found.sort(key=lambda pair: -self.rank[pair[0]])
        return found

    def risen(self, gate: int, rival: int | None = None) -> list[int]:
        """Return what gives a gate its weight for certain, and makes the rival that it is for compete."""
        needed = self.gates.all_of[gate]
        if gate in self.gates.some_of:
            needed = [*needed, self.share((self.gates.some_of[gate],))]
        return needed if rival is None else needed + (self.allowed(rival, ARGUED) or [])

    def fallen(self, gate: int, rival: int | None = None) -> int:
        """Return the literal that a gate can no longer have its weight, or the rival that it is for not compete."""
        failing: list[Clause] = [(1, tuple([literal ^ 1 for literal in self.gates.all_of[gate]]))]
        if gate in self.gates.some_of:
            need, premises = self.gates.some_of[gate]
            failing.append((len(premises) - need + 1, tuple([literal ^ 1 for literal in premises])))
        idle = self.allowed(rival, ANY - ARGUED) if rival is not None else None
        if idle is not None:
            failing.append((1, tuple(idle)))
        return self.share(tuple(clause for clause in failing if clause[1]))

    def all_of(self, body: list[int]) -> Iterator[Clause]:
        """Yield the clause that needs all of these literals."""
        yield len(body), body

    def chain(self, literals: list[int]) -> list[int]:
        """Return one literal for a conjunction, made of those for its beginnings, which other clauses need too."""
        last = literals[:1]
        for literal in literals[1:]:
            last = [self.share(((2, (last[0], literal)),))]
        return last

    def share(self, ways: tuple[Clause, ...]) -> int:
        """Return a literal that stands for these clauses, the same one each time."""
        if len(ways) == 1 and len(ways[0][1]) == 1:
            return ways[0][1][0]
        literal = self.shared.setdefault(ways, self.next)
        if literal == self.next:
            self.heads[literal] = ways
            self.next += 1
        return literal

    def allowed(self, statement: int, modes: int) -> list[int] | None:
        """Return what makes sure that a statement has one of these modes: nothing, an input, or none if it cannot."""
        possible = self.modes[statement]
        if not possible & modes:
            return None
        if not possible & ~modes:
            return []
        literal = self.input_of.setdefault((statement, modes & possible), self.next)
        if literal == self.next:
            self.inputs[literal] = (statement, modes & possible)
            self.next += 1
        return [literal]
