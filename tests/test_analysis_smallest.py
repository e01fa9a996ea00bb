"""The smallest changes of leaves, against trying every set of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from hypothesis import assume, given, settings

from mapper.analysis.smallest import Assumed, smallest_changes
from mapper.analysis.suppose import suppose
from mapper.evaluate import Evaluation
from mapper.vocabulary import Assumption, Label
from tests.cases import graph_of, labelled
from tests.strategies import Problem, evaluated, problems
from tests.test_analysis_explain import CASE


def stands(evaluation: Evaluation) -> bool:
    return evaluation.status("negligence").value == "stands"


def test_one_change_is_told_in_every_way_that_is_enough() -> None:
    found = smallest_changes(labelled(graph_of(CASE), scenario="wide"), "negligence", stands)
    assert found.sets == (
        (("wide", Assumption.REJECTED),),
        (("narrow", Assumption.ACCEPTED),),
        (("fosta@negligence.scope", Assumption.ACCEPTED),),
    )
    assert (found.size, found.complete) == (1, True)


def test_two_changes_are_tried_where_one_is_not_enough() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide", reject=["HURT"])
    found = smallest_changes(evaluation, "negligence", stands)
    assert found.size == 2
    assert {frozenset(names for names, _ in each) for each in found.sets} == {
        frozenset({"wide", "HURT"}),
        frozenset({"narrow", "HURT"}),
        frozenset({"fosta@negligence.scope", "HURT"}),
    }


def test_what_no_change_of_leaves_brings_about_is_not_found() -> None:
    found = smallest_changes(labelled(graph_of(CASE), scenario="wide"), "negligence", lambda _: False)
    assert (found.sets, found.size, found.complete) == ((), 2, True)


def test_a_limit_reached_is_said() -> None:
    found = smallest_changes(labelled(graph_of(CASE), scenario="wide"), "negligence", lambda _: False, limit=4)
    assert (found.sets, found.complete) == ((), False)


@settings(max_examples=60, deadline=None)
@given(problems(size=5))
def test_no_smaller_set_of_leaves_is_enough(problem: Problem) -> None:
    evaluation = evaluated(problem)
    wanted = Label.OUT if evaluation.labels["s0"] is Label.IN else Label.IN
    assume("s0" not in evaluation.given)

    def holds(found: Evaluation) -> bool:
        return found.labels["s0"] is wanted

    found = smallest_changes(evaluation, "s0", holds)
    for changes in found.sets:
        assert holds(suppose(evaluation, dict(changes)))
    smaller = found.size - 1 if found.sets else 2
    for size in range(1, smaller + 1):
        for changes in combinations(every_change(problem), size):
            if len(dict(changes)) == size and not _accepts_two_of_an_issue(problem, changes):
                assert not holds(suppose(evaluation, dict(changes)))


def _accepts_two_of_an_issue(problem: Problem, changes: Iterable[Assumed]) -> bool:
    accepted = {name for name, assumption in changes if assumption is Assumption.ACCEPTED}
    return any(len(accepted & {*issue.positions}) > 1 for issue in problem.graph.issues.values())


def every_change(problem: Problem) -> list[Assumed]:
    """Return every leaf of the graph but the asked one, with what can be assumed about it instead."""
    instead = (Assumption.ACCEPTED, Assumption.REJECTED)
    leaves = [s for s in problem.graph.statements if s in problem.assumptions or not problem.graph.pro(s)]
    return [(leaf, assumption) for leaf in leaves if leaf != "s0" for assumption in instead]
