"""Settled or not: the answers are those of trying every completion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from mapper.analysis.settled import settled
from mapper.vocabulary import Assumption, Label
from tests.asked import asked, assumed, suits
from tests.strategies import Problem

ACCEPTED, REJECTED, OPEN = Assumption.ACCEPTED, Assumption.REJECTED, Assumption.OPEN


@st.composite
def unsettled(draw: st.DrawFn) -> Problem:
    """Draw a problem in which much of what was accepted is open instead."""
    problem = draw(suits())
    assume(not problem.accepted_twice)
    names = draw(st.sets(st.sampled_from(list(problem.graph.statements)), max_size=5))
    return replace(problem, assumptions={**problem.assumptions, **dict.fromkeys(names & {*problem.assumptions}, OPEN)})


def open_statements(problem: Problem) -> tuple[str, ...]:
    """Return the statements that are open, and not out because a rival was accepted."""
    return tuple(name for name in assumed(problem, OPEN) if problem.oracle().assumptions[name] is OPEN)


def completions(problem: Problem) -> Iterator[tuple[frozenset[str], dict[str, Label]]]:
    """Yield what each completion accepts, and the labels in it."""
    names = open_statements(problem)
    for values in product([ACCEPTED, REJECTED], repeat=len(names)):
        values_of = dict(zip(names, values, strict=True))
        completed = replace(problem, assumptions={**problem.assumptions, **values_of})
        if not completed.accepted_twice:
            yield frozenset(name for name in names if values_of[name] is ACCEPTED), completed.labels()


@given(unsettled())
def test_outcomes_are_the_labels_of_the_completions(problem: Problem) -> None:
    evaluation, tried = asked(problem), dict(completions(problem))
    for name in problem.graph.statements:
        found = settled(evaluation, name)
        assert {outcome.label for outcome in found.outcomes} == {labels[name] for labels in tried.values()}
        assert all(tried[frozenset(outcome.accepted)][name] is outcome.label for outcome in found.outcomes)
        assert found.is_settled == (len(found.outcomes) == 1)


@given(unsettled())
def test_a_statement_is_relevant_if_its_value_changes_the_label_in_some_completion(problem: Problem) -> None:
    evaluation, tried = asked(problem), dict(completions(problem))
    for name in problem.graph.statements:
        found = settled(evaluation, name)
        assert [relevance.statement for relevance in found.relevant] == [
            other for other in open_statements(problem) if _matters(other, name, tried)
        ]
        assert {*found.irrelevant} == {*found.open} - {relevance.statement for relevance in found.relevant}
        for each in found.relevant:
            with_it, without_it = frozenset({*each.others, each.statement}), frozenset(each.others)
            assert (tried[with_it][name], tried[without_it][name]) == (each.if_accepted, each.if_rejected)
            assert each.if_accepted is not each.if_rejected


def _matters(other: str, name: str, tried: Mapping[frozenset[str], Mapping[str, Label]]) -> bool:
    pairs = ((labels, tried.get(accepted | {other})) for accepted, labels in tried.items() if other not in accepted)
    return any(with_it is not None and with_it[name] is not without_it[name] for without_it, with_it in pairs)


@given(unsettled(), st.data())
def test_what_is_assumed_open_is_open(problem: Problem, data: st.DataObject) -> None:
    names = data.draw(st.sets(st.sampled_from(list(problem.graph.statements)), max_size=2))
    opened = replace(problem, assumptions={**problem.assumptions, **dict.fromkeys(sorted(names), OPEN)})
    for name in problem.graph.statements:
        found = settled(asked(problem), name, assume_open=sorted(names))
        assert found.open == open_statements(opened)
        assert found.outcomes == settled(asked(opened), name).outcomes
