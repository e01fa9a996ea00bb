"""Settled or not: the answers are those of trying every completion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mapper.analysis.bearing.opening import openable
from mapper.analysis.bearing.settled import Outcome, Relevance, settled
from mapper.analysis.bearing.worth import Worth
from mapper.evaluate import evaluate
from mapper.graph import Argument, ArgumentGraph
from mapper.vocabulary import Assumption, Label
from tests.asked import asked, assumed, suits, supposing
from tests.cases import graph_of, labelled
from tests.strategies import Problem, statement

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


@given(unsettled())
def test_what_an_answer_settles_does_not_matter_any_more(problem: Problem) -> None:
    evaluation = asked(problem)
    for name in problem.graph.statements:
        found = settled(evaluation, name)
        relevant = [relevance.statement for relevance in found.relevant]
        assert {worth.statement for worth in found.worth} == {*relevant}
        for worth in found.worth:
            for value, number in ((ACCEPTED, worth.if_accepted), (REJECTED, worth.if_rejected)):
                known = dict(completions(supposing(problem, [worth.statement], value)))
                assert number <= sum(not _matters(other, name, known) for other in relevant if other != worth.statement)


CASE = """
allegations:
  SOLD: {text: It sold tools., response: {corp: denied}}
  TOLD: {text: It told nobody., response: {corp: admitted}}
  HURT: They were hurt.
  FOUND: {text: The court found so., source: record}
  KNEW: {text: It knew., nature: conclusion}
propositions:
  narrow: Only the publisher's duty counts.
  wide: Any harm through content counts.
issues:
  reading: {positions: [narrow, wide]}
claims:
  negligence: {theory: tort, against: corp, support: {duty: [SOLD, TOLD], breach: [SOLD], harm: [HURT]}}
defenses:
  section-230:
    theory: immunity
    against: [negligence]
    support: {provider: [SOLD], publisher: {"*": [wide]}}
"""


def test_a_question_that_turns_on_a_reading_names_it_and_what_it_is_worth() -> None:
    found = settled(labelled(graph_of(CASE)), "negligence")
    assert found.outcomes == (Outcome(Label.IN, ()), Outcome(Label.OUT, ("wide",)))
    assert found.open == ("narrow", "wide")
    assert found.relevant == (Relevance("wide", (), Label.OUT, Label.IN),)
    assert found.irrelevant == ("narrow",)
    assert found.worth == (Worth("wide", 0, 0),)


def test_what_settles_most_comes_first() -> None:
    evaluation = labelled(graph_of(CASE), scenario=None, accept=["narrow"])
    found = settled(evaluation, "negligence", assume_open=openable(evaluation, ["denied"]))
    assert found.open == ("SOLD", "HURT", "KNEW")
    assert found.worth == (Worth("SOLD", 0, 1), Worth("HURT", 0, 1))


def test_nothing_open_is_settled_as_it_is() -> None:
    found = settled(labelled(graph_of(CASE), accept=["narrow"]), "negligence")
    assert (found.label, found.outcomes, found.relevant, found.worth) == (Label.IN, (Outcome(Label.IN, ()),), (), ())


def test_what_holds_either_way_is_settled_although_the_labelling_leaves_it_open() -> None:
    steps = [
        Argument(id="known", premises=("known",), conclusion="liable"),
        Argument(id="unknown", premises=(), conclusion="liable", undercutters=("known",)),
    ]
    evaluation = evaluate(ArgumentGraph([statement("known"), statement("liable")], steps))
    found = settled(evaluation, "liable")
    assert evaluation.labels["liable"] is Label.UNDECIDED
    assert (found.label, found.open, found.relevant, found.irrelevant) == (Label.IN, ("known",), (), ("known",))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("denied", ("SOLD", "HURT", "KNEW")),
        ("allegation", ("SOLD", "TOLD", "HURT", "FOUND", "KNEW")),
        ("conclusion", ("KNEW",)),
        ("proposition", ("narrow", "wide")),
        ("fact", ("SOLD", "TOLD", "HURT", "FOUND")),
    ],
)
def test_statements_of_a_kind_can_be_treated_as_open(kind: str, names: tuple[str, ...]) -> None:
    assert openable(labelled(graph_of(CASE)), [kind]) == names


def test_what_was_chosen_is_not_opened() -> None:
    assert openable(labelled(graph_of(CASE), accept=["narrow"]), ["proposition"]) == ()


def test_an_unknown_kind_or_statement_is_an_error() -> None:
    evaluation = labelled(graph_of(CASE))
    with pytest.raises(KeyError):
        openable(evaluation, ["doubtful"])
    with pytest.raises(KeyError):
        settled(evaluation, "nobody")
