"""Made-up graphs as numbers, the same on every run."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from mapper.evaluate.network import Network, network_of
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.vocabulary import Kind

SEED = 230
WEIGHTS = (Fraction(1), Fraction(3, 5), Fraction(4, 5))
LEAVES, CON, CUT, NEAR = 0.1, 0.12, 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Step:
    """An argument between statements that are numbers."""

    premises: tuple[int, ...]
    conclusion: int
    pro: bool = True
    weight: Fraction = WEIGHTS[0]
    cuts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up graph: how many statements there are, which of them are accepted, and the arguments."""

    size: int
    accepted: tuple[int, ...]
    steps: list[Step]

    def shuffled(self) -> Made:
        """Return the same with the statements in any order, as a case may tell them."""
        new = random.Random(SEED).sample(range(self.size), self.size)
        steps = [
            Step(tuple(new[p] for p in s.premises), new[s.conclusion], s.pro, s.weight, tuple(new[c] for c in s.cuts))
            for s in self.steps
        ]
        return Made(self.size, tuple(new[number] for number in self.accepted), steps)

    def network(self) -> Network:
        """Return the graph as a network."""
        uses = [(premise, number) for number, step in enumerate(self.steps) for premise in step.premises]
        cuts = [(cut, number) for number, step in enumerate(self.steps) for cut in step.cuts]
        return network_of(
            self.size,
            [2 * step.conclusion + (not step.pro) for step in self.steps],
            [step.weight for step in self.steps],
            ([premise for premise, _ in uses], [number for _, number in uses]),
            ([cut for cut, _ in cuts], [number for _, number in cuts]),
            [len(step.premises) + len(step.cuts) for step in self.steps],
        )

    def graph(self) -> ArgumentGraph:
        """Return the graph as one of ours, statement 7 called ``s7``."""
        arguments = (
            Argument(
                id=f"a{number}",
                premises=tuple(f"s{premise}" for premise in step.premises),
                conclusion=f"s{step.conclusion}",
                pro=step.pro,
                weight=step.weight,
                undercutters=tuple(f"s{cut}" for cut in step.cuts),
            )
            for number, step in enumerate(self.steps)
        )
        statements = (Statement(id=f"s{number}", kind=Kind.PROPOSITION) for number in range(self.size))
        return ArgumentGraph(statements, arguments)


def layered(size: int) -> Made:
    """Return a graph without circles: a tenth are leaves; one to three arguments for each other statement."""
    draw = random.Random(SEED)
    leaves = int(size * LEAVES)
    steps = [_step(draw, size, n) for n in range(leaves, size) for _ in range(draw.choice((1, 2, 2, 3)))]
    return Made(size, tuple(leaf for leaf in range(leaves) if leaf % 7), steps)


def _step(draw: random.Random, size: int, conclusion: int) -> Step:
    near = range(max(0, conclusion - int(size * NEAR)), conclusion)
    premises = tuple(dict.fromkeys(draw.choice(near) for _ in range(draw.choice((1, 2, 3, 4)))))
    cuts = (draw.choice(near),) if draw.random() < CUT else ()
    return Step(premises, conclusion, draw.random() >= CON, draw.choice(WEIGHTS), cuts)


def row(size: int) -> Made:
    """Return a chain of statements, told from the conclusion down to the one leaf."""
    return Made(size, (size - 1,), [Step((number + 1,), number) for number in range(size - 1)])


def attacks(size: int) -> list[tuple[int, int]]:
    """Return two attacks for each of so many abstract arguments, as pairs of attacker and attacked."""
    draw = random.Random(SEED)
    return sorted({(draw.randrange(size), draw.randrange(size)) for _ in range(2 * size)})


def abstract(size: int) -> Made:
    """Return the same as a graph: a statement for each argument, with one step to it that its attackers undercut."""
    attackers: dict[int, list[int]] = {}
    for attacker, attacked in attacks(size):
        attackers.setdefault(attacked, []).append(attacker)
    return Made(size, (), [Step((), number, cuts=tuple(attackers.get(number, ()))) for number in range(size)])
