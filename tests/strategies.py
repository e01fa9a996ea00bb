"""Random argument graphs, small enough for brute force and nasty enough to matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import strategies as st

from mapper.evaluate import LABELS, Context, Evaluation, Given, label
from mapper.evaluate.grounded import grounded_in_order
from mapper.evaluate.network import network
from mapper.graph import Argument, ArgumentGraph, Issue, Statement
from mapper.vocabulary import Assumption, Kind, Label, Standard, Weighing
from tests.oracle import Oracle

WEIGHTS = [Fraction(text) for text in ("1", "1/2", "3/10", ".57", "10/19", ".29", ".51", "4/5")]
"""Weights that meet at the thresholds of the standards, some only after they are shared out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A graph with all that its labelling depends on."""

    graph: ArgumentGraph
    assumptions: Mapping[str, Assumption]
    standards: Mapping[str, Standard]

    def __repr__(self) -> str:
        """Return the problem as a reader of a failed test wants to see it."""
        statements = [f"{s} {self.standards[s]} {self.assumptions.get(s, '')}" for s in self.graph.statements]
        arguments = [
            f"{'+'.join(a.premises)} {'->' if a.pro else '-|'} {a.conclusion} {a.weight} {a.weighing} {a.undercutters}"
            for a in self.graph.arguments.values()
        ]
        return "\n".join(["", *statements, *arguments, *(str(i.positions) for i in self.graph.issues.values())])

    def oracle(self) -> Oracle:
        """Return the rules for this problem."""
        return Oracle(self.graph, self.assumptions, self.standards)

    def labels(self) -> dict[str, Label]:
        """Return the grounded labels by the worklist."""
        labels, _ = self._solve()
        return {name: LABELS[label] for name, label in zip(self.graph.statements, labels, strict=True)}

    def decided(self) -> list[str]:
        """Return the statements that the worklist decides, in the order in which it does."""
        names = list(self.graph.statements)
        return [names[number] for number in self._solve()[1]]

    def _solve(self) -> tuple[list[int], list[int]]:
        flat = network(self.graph)
        assumed = {flat.index[name]: assumption for name, assumption in self.assumptions.items()}
        return grounded_in_order(flat, assumed, [self.standards[name] for name in flat.index])

    def variants(self) -> Iterator[Problem]:
        """Yield the problem, and each other one that differs in what is assumed about one statement."""
        yield self
        for name in self.graph.statements:
            others = {key: value for key, value in self.assumptions.items() if key != name}
            if name in self.assumptions:
                yield replace(self, assumptions=others)
            for assumption in Assumption:
                if assumption is not self.assumptions.get(name):
                    yield replace(self, assumptions={**others, name: assumption})

    @property
    def accepted_twice(self) -> bool:
        """Return whether two positions of one issue are accepted."""
        accepted = [s for s, assumption in self.assumptions.items() if assumption is Assumption.ACCEPTED]
        return any(len({*issue.positions} & {*accepted}) > 1 for issue in self.graph.issues.values())


def statement(name: str) -> Statement:
    """Return a statement of which only the name matters."""
    return Statement(id=name, kind=Kind.PROPOSITION)


def arguments(
    names: Sequence[str], conclusions: Sequence[str], weighings: Sequence[Weighing] = tuple(Weighing)
) -> st.SearchStrategy[Argument]:
    """Return arguments between these statements, all with the same id."""
    return st.builds(
        Argument,
        id=st.just("a"),
        premises=st.lists(st.sampled_from(names), max_size=4, unique=True).map(tuple),
        conclusion=st.sampled_from(conclusions),
        pro=st.sampled_from([True, True, False]),
        weight=st.sampled_from(WEIGHTS),
        weighing=st.sampled_from(weighings),
        undercutters=st.one_of(st.just(()), st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)),
    )


def numbered(drawn: Sequence[Argument]) -> list[Argument]:
    """Return the arguments with ids of their own."""
    return [replace(argument, id=f"a{number}") for number, argument in enumerate(drawn)]


SIZES: list[tuple[int, ...]] = [(2,), (3,), (4,), (2, 2), (1,), (3, 3), ()]
"""How many positions the issues of a graph have."""


@st.composite
def problems(draw: st.DrawFn, size: int = 8, weighings: Sequence[Weighing] = tuple(Weighing)) -> Problem:
    """Draw a graph with up to ``size`` statements, cycles and issues, and the assumptions and standards for it.

    Half of the arguments are for or against positions of its issues, where most can go wrong. At least the last
    statement is in no issue.
    """
    names = [f"s{number}" for number in range(draw(st.integers(1, size)))]
    issues = draw(st.sampled_from(SIZES).map(lambda sizes: _issues(names[:-1], sizes)))
    positions = [position for issue in issues for position in issue.positions]
    conclusions = positions + names if positions else names
    steps = draw(st.lists(arguments(names, conclusions, weighings), max_size=2 * size).map(numbered))
    assumed = draw(st.dictionaries(st.sampled_from(names), st.sampled_from(Assumption), max_size=size // 2))
    standards = draw(st.lists(st.sampled_from(Standard), min_size=len(names), max_size=len(names)))
    return Problem(
        ArgumentGraph(map(statement, names), steps, issues), assumed, dict(zip(names, standards, strict=True))
    )


def _issues(names: Sequence[str], sizes: Sequence[int]) -> list[Issue]:
    """Return issues of these sizes between the statements, as far as there are any."""
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    groups = [tuple(names[start : start + size]) for start, size in zip(starts, sizes, strict=True)]
    return [Issue(id=f"i{number}", positions=group) for number, group in enumerate(groups) if group]


def evaluated(problem: Problem) -> Evaluation:
    """Return the problem as the evaluation of a case whose every assumption was asked for."""
    given = {name: Given(assumption, "option", "") for name, assumption in problem.assumptions.items()}
    for issue in problem.graph.issues.values():
        accepted = [p for p in issue.positions if problem.assumptions.get(p) is Assumption.ACCEPTED]
        losers = [p for p in issue.positions if accepted and p not in accepted]
        given.update((p, Given(Assumption.REJECTED, "rival", accepted[0])) for p in losers)
    return label(problem.graph, Context(), given, problem.standards)
