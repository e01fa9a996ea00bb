"""Random argument graphs, small enough for brute force and nasty enough to matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

    @property
    def accepted_twice(self) -> bool:
        """Return whether two positions of one issue are accepted."""
        accepted = [s for s, assumption in self.assumptions.items() if assumption is Assumption.ACCEPTED]
        return any(len({*issue.positions} & {*accepted}) > 1 for issue in self.graph.issues.values())


def statement(name: str) -> Statement:
    """Return a statement of which only the name matters."""
    return Statement(id=name, kind=Kind.PROPOSITION)


def arguments(names: Sequence[str], weighings: Sequence[Weighing] = tuple(Weighing)) -> st.SearchStrategy[Argument]:
    """Return arguments between these statements; their ids are all the same."""
    some = st.sampled_from(names)
    return st.builds(
        Argument,
        id=st.just("a"),
        premises=st.lists(some, max_size=4, unique=True).map(tuple),
        conclusion=some,
        pro=st.sampled_from([True, True, False]),
        weight=st.sampled_from(WEIGHTS),
        weighing=st.sampled_from(weighings),
        undercutters=st.one_of(st.just(()), st.lists(some, max_size=2, unique=True).map(tuple)),
    )


def numbered(drawn: Sequence[Argument]) -> list[Argument]:
    """Return the arguments with ids of their own."""
    return [with_id(argument, f"a{number}") for number, argument in enumerate(drawn)]


def with_id(argument: Argument, name: str) -> Argument:
    """Return the argument under another id."""
    return Argument(
        id=name,
        premises=argument.premises,
        conclusion=argument.conclusion,
        pro=argument.pro,
        weight=argument.weight,
        weighing=argument.weighing,
        undercutters=argument.undercutters,
    )


@st.composite
def problems(draw: st.DrawFn, size: int = 8, weighings: Sequence[Weighing] = tuple(Weighing)) -> Problem:
    """Draw a graph with up to ``size`` statements, cycles and issues, and the assumptions and standards for it."""
    names = [f"s{number}" for number in range(draw(st.integers(1, size)))]
    steps = numbered(draw(st.lists(arguments(names, weighings), max_size=2 * size)))
    shuffled, cuts = draw(st.permutations(names)), sorted(draw(st.sets(st.integers(1, size), max_size=2)))
    pairs = zip([0, *cuts], cuts, strict=False)
    groups = [group for group in (tuple(shuffled[start:end][:4]) for start, end in pairs) if group]
    issues = [Issue(id=f"i{number}", positions=positions) for number, positions in enumerate(groups)]
    assumed = draw(st.dictionaries(st.sampled_from(names), st.sampled_from(Assumption), max_size=size // 2))
    standards = {name: draw(st.sampled_from(Standard)) for name in names}
    return Problem(ArgumentGraph(map(statement, names), steps, issues), assumed, standards)


def evaluated(problem: Problem) -> Evaluation:
    """Return the problem as the evaluation of a case whose every assumption was asked for."""
    given = {name: Given(assumption, "option", "") for name, assumption in problem.assumptions.items()}
    for issue in problem.graph.issues.values():
        accepted = [p for p in issue.positions if problem.assumptions.get(p) is Assumption.ACCEPTED]
        losers = [p for p in issue.positions if accepted and p not in accepted]
        given.update((p, Given(Assumption.REJECTED, "rival", accepted[0])) for p in losers)
    return label(problem.graph, Context(), given, problem.standards)
