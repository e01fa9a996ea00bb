"""What carries a statement: every minimal support does, no part of one does, and there is no other."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from hypothesis import given

from mapper.analysis.support import support
from mapper.vocabulary import Assumption, Label, Standard
from tests.asked import asked, assumed, suits
from tests.oracle import Oracle, judge, weight
from tests.strategies import Problem


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
        assert found.count() == type(found.count())(len(found.minimal().sets), exact=True)


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
