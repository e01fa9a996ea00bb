"""By which leaves everything hangs, against withdrawing each leaf and starting anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings

from mapper.analysis.threads import Threads
from mapper.vocabulary import Assumption, Label
from tests.strategies import Problem, evaluated, problems


@settings(max_examples=300)
@given(problems())
def test_each_leaf_named_loses_what_it_is_said_to_lose_and_no_other_does(problem: Problem) -> None:
    accepted = {name for name, assumption in problem.assumptions.items() if assumption is Assumption.ACCEPTED}
    assume(not any(problem.graph.issue_of(name) for name in accepted))
    evaluation = evaluated(problem)
    threads = Threads(evaluation, problem.graph.statements)
    for statement, label in evaluation.labels.items():
        if label is Label.IN and statement not in evaluation.given:
            found = set(threads.leaves_of(statement))
            assert found & accepted == {leaf for leaf in accepted if not _holds_without(problem, leaf, statement)}
            assert not any(_holds_without(problem, leaf, statement) for leaf in found)


def _holds_without(problem: Problem, leaf: str, statement: str) -> bool:
    without = {**problem.assumptions, leaf: Assumption.REJECTED}
    return replace(problem, assumptions=without).labels()[statement] is Label.IN
