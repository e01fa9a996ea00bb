"""What would defeat a statement: the fast answers are those of trying everything."""

from __future__ import annotations

from hypothesis import given

from mapper.analysis.defeat import additions, cheapest_defeat, single_points
from mapper.vocabulary import Assumption, Label
from tests.asked import asked, assumed, label_of, leaf_sets, suits, supposing
from tests.strategies import Problem

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
