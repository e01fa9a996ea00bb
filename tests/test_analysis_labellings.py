"""Preferred and stable labellings: those that the definitions pick from all labellings there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import given

from mapper.analysis.labellings import Preferred, Stable
from mapper.vocabulary import Label
from tests.asked import asked, suits
from tests.strategies import Problem

Labels = Mapping[str, Label]


def fixpoints(problem: Problem) -> list[dict[str, Label]]:
    """Return the labellings that the rules leave as they are; they extend the grounded one."""
    return [labels for labels in _extensions(problem) if problem.oracle().step(labels) == labels]


def _extensions(problem: Problem) -> Iterator[dict[str, Label]]:
    grounded = problem.labels()
    free = [name for name, label in grounded.items() if label is Label.UNDECIDED]
    for labels in product(Label, repeat=len(free)):
        yield grounded | dict(zip(free, labels, strict=True))


def preferred(problem: Problem) -> list[dict[str, Label]]:
    """Return the fixpoints that no other one extends."""
    found = fixpoints(problem)
    return [one for one in found if not any(other != one and decided(one) <= decided(other) for other in found)]


def decided(labels: Labels) -> set[tuple[str, Label]]:
    """Return the labels other than undecided."""
    return {(name, label) for name, label in labels.items() if label is not Label.UNDECIDED}


def stable(problem: Problem) -> list[dict[str, Label]]:
    """Return the fixpoints without anything undecided in which what is in follows from what is out."""
    return [
        labels
        for labels in fixpoints(problem)
        if Label.UNDECIDED not in labels.values() and follows(problem, labels) == labels
    ]


def follows(problem: Problem, labels: Labels) -> dict[str, Label]:
    """Return what the rules make of the statements step by step, once those that are out are taken as out."""
    oracle = problem.oracle()
    out = {name: Label.OUT for name, label in labels.items() if label is Label.OUT}
    found: dict[str, Label] = oracle.start() | out
    while (following := oracle.step(found) | out) != found:
        found = following
    return found


def merged(problem: Problem, labellings: Sequence[Labels]) -> set[frozenset[tuple[str, Label]]]:
    """Return labellings of the undecided statements as labellings of all, to be compared."""
    return {frozenset((problem.labels() | dict(labels)).items()) for labels in labellings}


@given(suits(size=7))
def test_preferred_labellings_are_the_fixpoints_that_no_other_extends(problem: Problem) -> None:
    found = Preferred(asked(problem)).first()
    assert found.complete
    assert len(found.found) == len(preferred(problem))
    assert merged(problem, found.found) == {frozenset(labels.items()) for labels in preferred(problem)}


@given(suits(size=7))
def test_stable_labellings_are_the_two_valued_fixpoints_without_self_support(problem: Problem) -> None:
    found = Stable(asked(problem)).first()
    assert found.complete
    assert len(found.found) == len(stable(problem))
    assert merged(problem, found.found) == {frozenset(labels.items()) for labels in stable(problem)}


@given(suits(size=7))
def test_standings_are_what_some_and_what_all_labellings_say(problem: Problem) -> None:
    evaluation = asked(problem)
    for kind, labellings in ((Preferred(evaluation), preferred(problem)), (Stable(evaluation), stable(problem))):
        for name, standing in kind.standings.items():
            given_to = [labels[name] for labels in labellings]
            assert {*standing.some} == {*given_to} - {Label.UNDECIDED}
            everywhere = given_to[0] if len({*given_to}) == 1 and given_to[0] is not Label.UNDECIDED else None
            assert standing.every is everywhere
