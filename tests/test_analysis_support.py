"""What carries a statement: every minimal support does, no part of one does, and there is no other."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import pytest
from hypothesis import given

from mapper.analysis.bearing.support import Count, support
from mapper.evaluate import Context, Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.vocabulary import Assumption, Kind, Label, Standard
from tests.asked import asked, assumed, suits
from tests.cases import graph_of, labelled
from tests.oracle import Oracle, judge, weight
from tests.strategies import Problem
from tests.test_analysis_explain import CASE


def carried(problem: Problem, leaves: Collection[str]) -> set[str]:
    """Return what leaves carry, with every attack as it is: the definition, word by word."""
    oracle, labels = problem.oracle(), problem.labels()
    held = set(leaves)
    size = -1
    while size < len(held):
        size = len(held)
        held |= {name for name in problem.graph.statements if _is_carried(oracle, name, labels, held)}
    return held


def _is_carried(oracle: Oracle, name: str, labels: dict[str, Label], held: Collection[str]) -> bool:
    if name in oracle.assumptions or oracle.has_open_rival(name):
        return False
    against = oracle.attack(name, labels)[1]
    in_play = (a for a in oracle.graph.pro(name) if all(labels[u] is Label.OUT for u in a.undercutters))
    weights = (weight(oracle.graph, a, tuple(premise in held for premise in a.premises)) for a in in_play)
    standard = oracle.standards[name]
    if oracle.graph.issue_of(name) and standard is Standard.SCINTILLA:
        standard = Standard.PREPONDERANCE
    return any(judge(standard, w, against) is Label.IN for w in weights)


def minimal(problem: Problem, name: str) -> list[tuple[str, ...]]:
    """Return the minimal supports of a statement by trying every set of leaves."""
    leaves = assumed(problem, Assumption.ACCEPTED)
    found: list[tuple[str, ...]] = []
    for size in range(len(leaves) + 1):
        for tried in combinations(leaves, size):
            if not any(set(other) <= set(tried) for other in found) and name in carried(problem, tried):
                found.append(tried)
    return found


@given(suits())
def test_minimal_supports_are_those_of_trying_every_set_of_leaves(problem: Problem) -> None:
    evaluation = asked(problem)
    for name in problem.graph.statements:
        found = support(evaluation, name).minimal()
        assert [carrier.leaves for carrier in found.sets] == minimal(problem, name)
        assert found.complete


@given(suits())
def test_the_count_of_minimal_supports_is_the_number_listed(problem: Problem) -> None:
    evaluation = asked(problem)
    for name in problem.graph.statements:
        found = support(evaluation, name)
        assert found.count() == Count(len(found.minimal().sets), exact=True)


@given(suits())
def test_the_steps_lead_from_the_leaves_to_what_they_carry(problem: Problem) -> None:
    evaluation = asked(problem)
    for name in problem.graph.statements:
        for carrier in support(evaluation, name).minimal().sets:
            held = set(carrier.leaves)
            for step in carrier.steps:
                assert step.conclusion in carried(problem, held)
                held.add(step.conclusion)
            assert name in held


def leaves_of(evaluation: Evaluation, name: str) -> list[tuple[str, ...]]:
    """Return the leaves of the minimal supports of a statement."""
    return [carrier.leaves for carrier in support(evaluation, name).minimal().sets]


def test_a_claim_is_carried_by_a_leaf_for_each_of_its_elements() -> None:
    evaluation = labelled(graph_of(CASE), scenario="narrow")
    found = support(evaluation, "negligence")
    assert leaves_of(evaluation, "negligence") == [("SOLD", "HURT")]
    assert [step.id for step in found.minimal().sets[0].steps] == [
        "SOLD:negligence.duty",
        "SOLD:negligence.breach",
        "HURT:negligence.harm",
        "elements:negligence.made-out",
        "negligence.made-out:negligence",
    ]
    assert found.count() == Count(1, exact=True)


def test_what_fails_is_carried_by_nothing_and_what_is_assumed_by_itself() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    assert (leaves_of(evaluation, "negligence"), leaves_of(evaluation, "conspiracy")) == ([], [])
    assert leaves_of(evaluation, "SOLD") == [("SOLD",)]
    assert support(evaluation, "negligence").count() == Count(0, exact=True)


def test_what_follows_from_nothing_is_carried_by_the_empty_set() -> None:
    step = Argument(id="law", premises=(), conclusion="rule")
    evaluation = evaluate(ArgumentGraph([element("rule")], [step]))
    assert leaves_of(evaluation, "rule") == [()]
    assert support(evaluation, "rule").count() == Count(1, exact=True)


def alternatives(elements: int, ways: int) -> Evaluation:
    """Return a claim with so many elements, each supported by so many leaves of which one is enough."""
    leaves = {f"e{e}": [f"e{e}w{way}" for way in range(ways)] for e in range(elements)}
    names = [*leaves, *(leaf for several in leaves.values() for leaf in several), "claim"]
    steps = [
        Argument(id=f"{leaf}:{e}", premises=(leaf,), conclusion=e) for e, several in leaves.items() for leaf in several
    ]
    whole = Argument(id="claim", premises=tuple(leaves), conclusion="claim")
    graph = ArgumentGraph(map(element, names), [*steps, whole])
    return evaluate(graph, Context(accept=tuple(leaf for several in leaves.values() for leaf in several)))


def element(name: str) -> Statement:
    """Return a statement that no stage assumes anything about."""
    return Statement(id=name, kind=Kind.ELEMENT)


def test_supports_are_counted_where_they_are_too_many_to_list() -> None:
    found = support(alternatives(40, 3), "claim")
    assert found.count() == Count(3**40, exact=True)
    listed = found.minimal(limit=5)
    assert (len(listed.sets), listed.complete) == (5, False)
    assert {len(carrier.leaves) for carrier in listed.sets} == {40}


def test_a_limit_that_is_reached_exactly_is_no_limit() -> None:
    assert support(alternatives(2, 2), "claim").minimal(limit=4).complete
    assert not support(alternatives(2, 2), "claim").minimal(limit=3).complete


def test_a_count_of_what_shares_leaves_goes_up_to_the_limit() -> None:
    names = ["a", "b", "c", "ab", "bc", "claim"]
    steps = [
        *(
            Argument(id=f"{p}:{c}", premises=(p,), conclusion=c)
            for p, c in (("a", "ab"), ("b", "ab"), ("b", "bc"), ("c", "bc"))
        ),
        Argument(id="claim", premises=("ab", "bc"), conclusion="claim"),
    ]
    evaluation = evaluate(ArgumentGraph(map(element, names), steps), Context(accept=("a", "b", "c")))
    assert leaves_of(evaluation, "claim") == [("b",), ("a", "c")]
    assert support(evaluation, "claim").count() == Count(2, exact=True)
    assert support(evaluation, "claim").count(limit=1) == Count(1, exact=False)


def test_a_search_that_is_given_up_says_so() -> None:
    found = support(alternatives(12, 12), "claim", effort=0).minimal()
    assert not found.complete


def test_a_support_comes_before_larger_ones_are_looked_for() -> None:
    first = next(support(alternatives(40, 40), "claim").each())
    assert len(first.leaves) == 40


def test_what_would_defeat_it_can_be_asked_in_one_breath() -> None:
    found = support(labelled(graph_of(CASE), scenario="narrow"), "negligence")
    assert [point.statements for point in found.single_points] == [("SOLD",), ("HURT",), ("narrow",)]
    assert [reversal.statements for reversal in found.defeat().sets] == [("SOLD",), ("HURT",), ("narrow",)]
    assert found.additions[0].statements == ("wide",)


def test_an_unknown_statement_is_an_error() -> None:
    with pytest.raises(KeyError):
        support(alternatives(1, 1), "nobody")
