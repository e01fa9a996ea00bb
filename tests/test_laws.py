"""The laws of the labelling, on random graphs with cycles, issues, open statements and all weighings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from random import Random
from typing import TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mapper.graph import Argument, ArgumentGraph, Issue
from mapper.vocabulary import Assumption, Label, Weighing
from tests.strategies import Problem, arguments, problems, statement

T = TypeVar("T")
WITHOUT_SHARES = tuple(weighing for weighing in Weighing if weighing is not Weighing.FACTORIZED)
TOWARDS_IN = [Label.OUT, Label.UNDECIDED, Label.IN]


@settings(max_examples=300)
@given(problems())
def test_worklist_equals_the_naive_fixpoint(problem: Problem) -> None:
    for variant in problem.variants():
        assert variant.labels() == variant.oracle().least_fixpoint()


@settings(max_examples=150)
@given(problems())
def test_each_label_follows_from_those_decided_before_it(problem: Problem) -> None:
    oracle, found = problem.oracle(), problem.labels()
    known = dict.fromkeys(found, Label.UNDECIDED)
    for name in problem.decided():
        assert oracle.label(name, known) is found[name]
        known[name] = found[name]
    assert known == found


@settings(max_examples=150)
@given(problems(), st.randoms(use_true_random=False))
def test_naive_fixpoint_is_the_same_in_any_order(problem: Problem, random: Random) -> None:
    order = random.sample(list(problem.graph.statements), len(problem.graph.statements))
    assert problem.oracle().least_fixpoint(order) == problem.oracle().least_fixpoint()


@settings(max_examples=150)
@given(problems(), st.randoms(use_true_random=False))
def test_order_of_the_file_changes_no_label(problem: Problem, random: Random) -> None:
    def shuffled(items: Iterable[T]) -> list[T]:
        return random.sample(found := list(items), len(found))

    graph = problem.graph
    other = ArgumentGraph(
        shuffled(graph.statements.values()),
        [
            replace(a, premises=tuple(shuffled(a.premises)), undercutters=tuple(shuffled(a.undercutters)))
            for a in shuffled(graph.arguments.values())
        ],
        [replace(issue, positions=tuple(shuffled(issue.positions))) for issue in shuffled(graph.issues.values())],
    )
    assert replace(problem, graph=other).labels() == problem.labels()


@settings(max_examples=150)
@given(problems(), st.randoms(use_true_random=False))
def test_renaming_ids_renames_the_labels(problem: Problem, random: Random) -> None:
    names = list(problem.graph.statements)
    new = dict(zip(names, random.sample(names, len(names)), strict=True))
    renamed = {new[name]: label for name, label in problem.labels().items()}
    assert rename(problem, new).labels() == renamed


def rename(problem: Problem, new: Mapping[str, str]) -> Problem:
    """Return the problem with other names for its statements."""

    def names(old: Iterable[str]) -> tuple[str, ...]:
        return tuple(new[name] for name in old)

    graph = problem.graph
    steps = [
        replace(
            a,
            id=f"z{a.id}",
            premises=names(a.premises),
            conclusion=new[a.conclusion],
            undercutters=names(a.undercutters),
        )
        for a in graph.arguments.values()
    ]
    issues = [Issue(id=f"z{i.id}", positions=names(i.positions)) for i in graph.issues.values()]
    return Problem(
        ArgumentGraph(map(statement, names(graph.statements)), steps, issues),
        {new[name]: assumption for name, assumption in problem.assumptions.items()},
        {new[name]: standard for name, standard in problem.standards.items()},
    )


@settings(max_examples=200)
@given(problems(size=4))
def test_every_fixpoint_of_the_rules_extends_the_grounded_labelling(problem: Problem) -> None:
    oracle, decided = problem.oracle(), {s: x for s, x in problem.labels().items() if x is not Label.UNDECIDED}
    names = list(problem.graph.statements)
    labellings = [dict(zip(names, labels, strict=True)) for labels in product(Label, repeat=len(names))]
    fixpoints = [labels for labels in labellings if oracle.step(labels) == labels]
    assert problem.labels() in fixpoints
    assert all(decided.items() <= labels.items() for labels in fixpoints)


@settings(max_examples=200)
@given(problems(size=6))
def test_a_decided_label_survives_every_completion_of_the_open_statements(problem: Problem) -> None:
    assume(not problem.accepted_twice)
    decided = {s: x for s, x in problem.labels().items() if x is not Label.UNDECIDED}
    for completion in completions(problem):
        assert decided.items() <= completion.labels().items()


def completions(problem: Problem) -> Iterator[Problem]:
    """Yield the problem with each open statement accepted or rejected, at most one position of an issue accepted."""
    unsettled = [s for s, assumption in problem.assumptions.items() if assumption is Assumption.OPEN]
    for values in product([Assumption.ACCEPTED, Assumption.REJECTED], repeat=len(unsettled)):
        completed = {**problem.assumptions, **dict(zip(unsettled, values, strict=True))}
        completion = replace(problem, assumptions=completed)
        if not completion.accepted_twice:
            yield completion


@settings(max_examples=200)
@given(problems())
def test_at_most_one_position_of_an_issue_is_in(problem: Problem) -> None:
    assume(not problem.accepted_twice)
    labels = problem.labels()
    for issue in problem.graph.issues.values():
        assert sum(labels[position] is Label.IN for position in issue.positions) <= 1


@settings(max_examples=150)
@given(problems(weighings=WITHOUT_SHARES), st.data())
def test_adding_a_pro_argument_never_moves_a_statement_from_in_towards_out(
    problem: Problem, data: st.DataObject
) -> None:
    added = data.draw(arguments_for_no_position(problem))
    after = with_argument(problem, replace(added, pro=True))
    assert is_towards_in(added.conclusion, problem, after)


@settings(max_examples=150)
@given(problems(weighings=WITHOUT_SHARES), st.data())
def test_removing_a_con_argument_never_moves_a_statement_from_in_towards_out(
    problem: Problem, data: st.DataObject
) -> None:
    removed = data.draw(arguments_for_no_position(problem))
    before = with_argument(problem, replace(removed, pro=False))
    assert is_towards_in(removed.conclusion, before, problem)


def arguments_for_no_position(problem: Problem) -> st.SearchStrategy[Argument]:
    """Return further arguments for or against a statement that is in no issue, none of them factorized."""
    free = [name for name in problem.graph.statements if not problem.graph.issue_of(name)]
    return arguments(list(problem.graph.statements), free, WITHOUT_SHARES)


def with_argument(problem: Problem, argument: Argument) -> Problem:
    """Return the problem with one more argument."""
    graph = problem.graph
    steps = [*graph.arguments.values(), replace(argument, id="one more")]
    return replace(problem, graph=ArgumentGraph(graph.statements.values(), steps, graph.issues.values()))


def is_towards_in(name: str, before: Problem, after: Problem) -> bool:
    """Return whether the label of a statement is at least as near to in as it was."""
    return TOWARDS_IN.index(after.labels()[name]) >= TOWARDS_IN.index(before.labels()[name])
