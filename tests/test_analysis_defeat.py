"""What would defeat a statement: the fast answers are those of trying everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from mapper.analysis.bearing.defeat import Defeat, additions, cheapest_defeat, single_points
from mapper.evaluate import Context, Evaluation, Given, evaluate
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.vocabulary import Assumption, Kind, Label
from tests.asked import asked, assumed, label_of, leaf_sets, suits, supposing
from tests.cases import graph_of, labelled
from tests.strategies import Problem
from tests.test_analysis_explain import CASE

REJECTED, ACCEPTED = Assumption.REJECTED, Assumption.ACCEPTED


@given(suits())
def test_single_points_of_failure_are_those_of_evaluating_anew_without_each_leaf(problem: Problem) -> None:
    evaluation = asked(problem)
    for name, label in evaluation.labels.items():
        tried = {leaf: label_of(supposing(problem, [leaf], REJECTED), name) for leaf in assumed(problem, ACCEPTED)}
        found = {reversal.statements: reversal.label for reversal in single_points(evaluation, name)}
        assert found == {(leaf,): after for leaf, after in tried.items() if after is not label}


@given(suits())
def test_additions_are_those_of_evaluating_anew_with_each_statement(problem: Problem) -> None:
    evaluation = asked(problem)
    for name, label in evaluation.labels.items():
        others = [other for other, found in evaluation.labels.items() if found is not Label.IN and other != name]
        tried = {other: label_of(supposing(problem, [other], ACCEPTED), name) for other in others}
        found = {reversal.statements: reversal.label for reversal in additions(evaluation, name)}
        assert found == {(other,): after for other, after in tried.items() if after is not label}


@given(suits())
def test_the_cheapest_defeat_is_the_smallest_that_defeats(problem: Problem) -> None:
    evaluation = asked(problem)
    for name, label in evaluation.labels.items():
        defeat = cheapest_defeat(evaluation, name)
        assert defeat.complete
        assert defeat.already == (label is not Label.IN)
        if label is Label.IN:
            tried = [s for s in leaf_sets(problem) if label_of(supposing(problem, s, REJECTED), name) is not Label.IN]
            smallest = {leaves for leaves in tried if len(leaves) == len(tried[0])}
            assert {reversal.statements for reversal in defeat.sets} == smallest
            assert all(reversal.label is not Label.IN for reversal in defeat.sets)


def test_a_claim_that_fails_has_nothing_to_take_away() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    assert cheapest_defeat(evaluation, "negligence") == Defeat(already=True, sets=(), complete=True)


def test_what_carries_an_attack_is_a_single_point_of_failure_of_what_it_defeats() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    found = single_points(evaluation, "negligence")
    assert [(reversal.statements, reversal.status.value) for reversal in found] == [(("wide",), "stands")]


def test_a_reading_that_is_taken_away_leaves_its_question_open() -> None:
    evaluation = labelled(graph_of(CASE), scenario="narrow")
    narrow = next(each for each in single_points(evaluation, "negligence") if each.statements == ("narrow",))
    assert narrow.status.value == "open"
    assert narrow.explanation.grounds["wide"].given == Given(
        Assumption.OPEN, "stage", "one of several positions of law"
    )


def test_additions_name_the_reading_before_what_it_would_bring_about() -> None:
    evaluation = labelled(graph_of(CASE), scenario="narrow")
    assert [(reversal.statements, reversal.status.value) for reversal in additions(evaluation, "negligence")] == [
        (("wide",), "barred"),
        (("section-230@negligence.publisher",), "barred"),
        (("section-230@negligence",), "barred"),
    ]


def alternatives(count: int) -> Evaluation:
    """Return a statement for which each of so many leaves is enough."""
    names = [f"leaf{number}" for number in range(count)]
    steps = [Argument(id=f"{name}:claim", premises=(name,), conclusion="claim") for name in names]
    graph = ArgumentGraph([Statement(id=name, kind=Kind.ELEMENT) for name in (*names, "claim")], steps)
    return evaluate(graph, Context(accept=tuple(names)))


def test_all_alternatives_have_to_go_together() -> None:
    evaluation = alternatives(3)
    defeat = cheapest_defeat(evaluation, "claim")
    assert [reversal.statements for reversal in defeat.sets] == [("leaf0", "leaf1", "leaf2")]
    assert (defeat.size, defeat.complete, single_points(evaluation, "claim")) == (3, True, ())


def test_what_needs_no_leaf_cannot_be_defeated_by_taking_any_away() -> None:
    graph = ArgumentGraph(
        [Statement(id="rule", kind=Kind.ELEMENT)], [Argument(id="law", premises=(), conclusion="rule")]
    )
    assert cheapest_defeat(evaluate(graph), "rule") == Defeat(already=False, sets=(), complete=True)


def test_a_limit_and_a_search_that_is_given_up_are_said() -> None:
    evaluation = labelled(graph_of(CASE), scenario="narrow")
    assert not cheapest_defeat(evaluation, "negligence", limit=1).complete
    assert cheapest_defeat(alternatives(30), "claim", effort=0) == Defeat(already=False, sets=(), complete=False)


@pytest.mark.parametrize("question", [single_points, additions, cheapest_defeat])
def test_an_unknown_statement_is_an_error(question: Callable[[Evaluation, str], object]) -> None:
    with pytest.raises(KeyError):
        question(alternatives(1), "nobody")
