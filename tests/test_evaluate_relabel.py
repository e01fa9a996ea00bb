"""Labelling anew only what a change can reach gives the labels of the whole."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.evaluate import Given, evaluate
from mapper.evaluate.relabel import Changes, new_labels, relabel
from mapper.vocabulary import Assumption, Label
from tests.cases import graph_of, labelled
from tests.strategies import Problem, evaluated, problems
from tests.test_analysis_explain import CASE

CHOICES = [*Assumption, None]


@st.composite
def changed_problems(draw: st.DrawFn) -> tuple[Problem, Problem, Changes, frozenset[str]]:
    """Draw a problem, the same with some assumptions and steps otherwise, and what is otherwise."""
    before = draw(problems())
    names = st.sampled_from(sorted(before.graph.statements))
    asked = draw(st.dictionaries(names, st.sampled_from(CHOICES), max_size=3))
    steps = sorted(before.graph.arguments)
    without = draw(st.frozensets(st.sampled_from(steps), max_size=2)) if steps else frozenset[str]()
    kept = {name: found for name, found in before.assumptions.items() if name not in asked}
    assumed = {**kept, **{name: found for name, found in asked.items() if found}}
    after = replace(before, graph=before.graph.without(without), assumptions=assumed)
    return before, after, _changes(before, after), without


def _changes(before: Problem, after: Problem) -> Changes:
    """Return what is given after and not before, the rivals of accepted positions included."""
    old, new = evaluated(before).given, evaluated(after).given
    return {name: new.get(name) for name in {**old, **new} if old.get(name) != new.get(name)}


@settings(max_examples=200)
@given(changed_problems())
def test_a_change_gives_the_labels_of_the_whole(drawn: tuple[Problem, Problem, Changes, frozenset[str]]) -> None:
    before, after, changes, without = drawn
    found = relabel(evaluated(before), changes, without=without).evaluation
    assert found.labels == after.labels()
    assert found.given == evaluated(after).given


@settings(max_examples=150)
@given(changed_problems())
def test_each_label_follows_from_those_decided_before_it(
    drawn: tuple[Problem, Problem, Changes, frozenset[str]],
) -> None:
    before, after, changes, without = drawn
    found = relabel(evaluated(before), changes, without=without).evaluation
    oracle, known = after.oracle(), dict.fromkeys(found.labels, Label.UNDECIDED)
    for name in sorted(found.order, key=found.order.__getitem__):
        assert oracle.label(name, known) is found.labels[name]
        known[name] = found.labels[name]
    assert known == found.labels


@settings(max_examples=150)
@given(changed_problems())
def test_what_is_not_touched_keeps_its_label(drawn: tuple[Problem, Problem, Changes, frozenset[str]]) -> None:
    before, after, changes, without = drawn
    found = relabel(evaluated(before), changes, without=without)
    flips = {name: label for name, label in after.labels().items() if label is not before.labels()[name]}
    assert set(flips) <= {*found.touched, *changes}
    assert new_labels(evaluated(before), changes, without=without) == flips


def chain(length: int) -> str:
    """Return a case with a chain of conclusions, and as many statements that it does not concern."""
    links = "\n".join(f"  A{n}: {{text: It is so., nature: conclusion, support: [A{n - 1}]}}" for n in range(1, length))
    return f"allegations:\n  A0: It is so.\n{links}\n" + "\n".join(f"  B{n}: It is so." for n in range(length))


def rejected(*names: str) -> Changes:
    """Return the change that these no longer count."""
    return dict.fromkeys(names, Given(Assumption.REJECTED, "option", ""))


def test_a_change_touches_what_comes_after_it_and_nothing_else() -> None:
    before = labelled(graph_of(chain(50)))
    found = relabel(before, rejected("A0"))
    assert found.touched == tuple(f"A{n}" for n in range(1, 50))
    assert relabel(before, rejected("B3")).touched == ()


def test_a_change_that_makes_no_difference_is_followed_no_further() -> None:
    more = "  OTHER: So as well.\n  END: {text: So then., nature: conclusion, support: [MID]}\n"
    mid = "  MID: {text: So., nature: conclusion, support: [A0, OTHER]}\n"
    before = labelled(graph_of(chain(1) + "\n" + more + mid))
    found = relabel(before, rejected("A0"))
    assert found.touched == ("MID",)
    assert relabel(before, rejected("A0", "OTHER")).touched == ("MID", "END")


def test_a_circle_is_labelled_anew_only_from_where_it_was_reached() -> None:
    graph = graph_of("""
allegations:
  IN: It is so.
  A: {text: A., nature: conclusion, support: [B, IN]}
  B: {text: B., nature: conclusion, support: [A]}
  C: {text: C., nature: conclusion, support: [B]}
""")
    found = relabel(labelled(graph), rejected("IN"))
    assert found.touched == ("A", "B", "C")
    assert found.evaluation.labels["C"] is Label.UNDECIDED


def test_changing_one_position_touches_its_rivals_and_what_hangs_on_them() -> None:
    graph = graph_of(CASE)
    before, after = labelled(graph, scenario="wide"), labelled(graph, scenario="narrow")
    changes = {name: after.given.get(name) for name in ("wide", "narrow")}
    found = relabel(before, changes, context=after.context)
    assert found.evaluation.labels == after.labels
    assert found.touched == ("section-230@negligence.publisher", "section-230@negligence", "negligence")
    assert found.evaluation.context is after.context
    assert evaluate(graph, found.evaluation.context).labels == found.evaluation.labels
