"""Preferred and stable labellings: those that the definitions pick from all labellings there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import given

from mapper.analysis.bearing.labellings import Labellings, Preferred, Stable, Standing
from mapper.evaluate import Context, Evaluation, label
from mapper.evaluate.context import assumptions
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.vocabulary import Kind, Label, Stage, Standard
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


def problem_of(*steps: Argument, accepted: str = "", left_open: str = "", disputed: str = "") -> Evaluation:
    """Return steps between statements of one letter, some of which are accepted, open, or judged by genuine dispute."""
    names = sorted({name for step in steps for name in (*step.premises, step.conclusion, *step.undercutters)})
    graph = ArgumentGraph([Statement(id=name, kind=Kind.ELEMENT) for name in names], steps)
    context = Context(Stage.TRIAL, accept=tuple(accepted), open=tuple(left_open))
    standards = {n: Standard.GENUINE_DISPUTE if n in disputed else Standard.PREPONDERANCE for n in names}
    return label(graph, context, assumptions(graph, context), standards)


def step(name: str, *, unless: str = "", pro: bool = True) -> Argument:
    """Return a step such as ``ab`` from a to b."""
    return Argument(id=name, premises=tuple(name[:-1]), conclusion=name[-1], undercutters=tuple(unless), pro=pro)


def shown(kind: Preferred | Stable) -> list[str]:
    """Return the labellings in short: what is in, then what is out."""
    return sorted(
        " ".join(f"{name}:{label}" for name, label in labels.items() if label is not Label.UNDECIDED)
        for labels in kind.each()
    )


def test_two_rules_that_undercut_each_other_leave_a_choice() -> None:
    evaluation = problem_of(step("fp", unless="q"), step("fq", unless="p"), accepted="f")
    assert shown(Preferred(evaluation)) == shown(Stable(evaluation)) == ["p:in q:out", "p:out q:in"]
    assert Preferred(evaluation).standings["p"] == Standing((Label.IN, Label.OUT), None)


def test_support_in_a_circle_is_preferred_but_not_stable() -> None:
    evaluation = problem_of(step("pq"), step("qp"))
    assert shown(Preferred(evaluation)) == ["p:in q:in", "p:out q:out"]
    assert shown(Stable(evaluation)) == ["p:out q:out"]
    assert Stable(evaluation).standings["q"] == Standing((Label.OUT,), Label.OUT)


def test_what_attacks_itself_is_undecided_in_every_labelling() -> None:
    evaluation = problem_of(step("fp", unless="p"), accepted="f")
    assert shown(Preferred(evaluation)) == [""]
    assert shown(Stable(evaluation)) == []
    assert Stable(evaluation).standings["p"] == Standing((), None)


def test_an_open_statement_and_a_genuine_dispute_leave_no_stable_labelling() -> None:
    open_one = problem_of(step("fp", unless="q"), step("fq", unless="p"), step("or"), accepted="f", left_open="o")
    assert (shown(Stable(open_one)), Stable(open_one).open) == ([], ("o",))
    assert shown(Preferred(open_one)) == ["p:in q:out", "p:out q:in"]
    dispute = problem_of(step("fd"), step("gd", pro=False), accepted="fg", disputed="d")
    assert (shown(Stable(dispute)), Stable(dispute).open, shown(Preferred(dispute))) == ([], (), [""])


def test_where_all_is_decided_there_is_one_labelling_that_adds_nothing() -> None:
    evaluation = problem_of(step("fp"), accepted="f")
    assert Preferred(evaluation).first() == Stable(evaluation).first() == Labellings(({},), complete=True)


def test_a_limit_is_said() -> None:
    evaluation = problem_of(step("fp", unless="q"), step("fq", unless="p"), accepted="f")
    assert not Preferred(evaluation).first(1).complete
    assert not Stable(evaluation).first(1).complete
