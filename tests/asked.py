"""Random problems as evaluations whose context says what they assume, and other assumptions about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from mapper.evaluate import Context, Evaluation, label
from mapper.evaluate.context import assumptions
from mapper.graph import Argument, ArgumentGraph, Issue, Statement
from mapper.vocabulary import Assumption, Kind, Label, Stage, Standard, Weighing
from tests.strategies import WEIGHTS, Problem, numbered, problems, statement


def suits(size: int = 9) -> st.SearchStrategy[Problem]:
    """Draw problems in which many statements are accepted, as most are in a suit: some odd, some tangled."""
    return st.one_of(_odd(size), st.integers(0, 2**32).map(lambda seed: _tangle(Random(seed), size)))


@st.composite
def _odd(draw: st.DrawFn, size: int) -> Problem:
    """Draw a problem as hypothesis likes them: small, and at the edge."""
    problem = draw(problems(size))
    names = draw(st.sets(st.sampled_from(list(problem.graph.statements)), max_size=6))
    accepted = dict.fromkeys(sorted(names), Assumption.ACCEPTED)
    return replace(problem, assumptions={**accepted, **problem.assumptions})


def _tangle(draw: Random, size: int) -> Problem:
    """Return a problem in which most steps lead on from leaves, so that many of them bear on many statements."""
    names = [f"s{number}" for number in range(size)]
    leaves = names[: size // 2]
    assumed = {name: draw.choice([Assumption.ACCEPTED] * 8 + [*Assumption]) for name in leaves}
    steps = numbered([_step(draw, names, draw.choice(names[size // 2 :] * 5 + leaves)) for _ in range(2 * size)])
    others = draw.sample(names, 5)
    issues = draw.choice([[], [others[:2]], [others[:3]], [others[:2], others[2:]]])
    return Problem(
        ArgumentGraph(
            map(statement, names), steps, [Issue(id=f"i{n}", positions=tuple(group)) for n, group in enumerate(issues)]
        ),
        assumed,
        {name: draw.choice([Standard.PREPONDERANCE, *Standard]) for name in names},
    )


def _step(draw: Random, names: Sequence[str], conclusion: str) -> Argument:
    before = names[: max(names.index(conclusion), 3)] if draw.random() < 0.8 else names
    return Argument(
        id="",
        premises=tuple(draw.sample(before, draw.choice([1, 2, 2, 3]))),
        conclusion=conclusion,
        pro=draw.random() < 0.8,
        weight=draw.choice(WEIGHTS),
        weighing=draw.choice([Weighing.LINKED, Weighing.LINKED, *Weighing]),
        undercutters=tuple(draw.sample(names, 1)) if draw.random() < 0.15 else (),
    )


def asked(problem: Problem) -> Evaluation:
    """Return the labelling of a problem in a context where the asker assumes all that it assumes, and no stage more."""
    graph = problem.graph
    elements = [Statement(id=name, kind=Kind.ELEMENT) for name in graph.statements]
    same = ArgumentGraph(elements, graph.arguments.values(), graph.issues.values())
    context = Context(
        Stage.TRIAL,
        accept=assumed(problem, Assumption.ACCEPTED),
        reject=assumed(problem, Assumption.REJECTED),
        open=assumed(problem, Assumption.OPEN),
    )
    return label(same, context, assumptions(same, context), problem.standards)


def assumed(problem: Problem, assumption: Assumption) -> tuple[str, ...]:
    """Return the statements about which this is assumed."""
    return tuple(name for name in problem.graph.statements if problem.assumptions.get(name) is assumption)


def supposing(problem: Problem, names: Iterable[str], assumption: Assumption) -> Problem:
    """Return the problem with something else assumed about some statements; who is accepted displaces rivals."""
    anew = dict.fromkeys(names, assumption)
    kept = dict(problem.assumptions)
    if assumption is Assumption.ACCEPTED:
        for rival in {rival for name in anew for rival in problem.graph.rivals(name)}:
            kept.pop(rival, None)
    return replace(problem, assumptions={**kept, **anew})


def leaf_sets(problem: Problem) -> Iterator[tuple[str, ...]]:
    """Yield the sets of accepted statements that are in, the smallest first."""
    leaves = assumed(problem, Assumption.ACCEPTED)
    for size in range(1, len(leaves) + 1):
        yield from combinations(leaves, size)


def label_of(problem: Problem, statement: str) -> Label:
    """Return the label of one statement."""
    return problem.labels()[statement]
