"""What the asker assumes and drops, and which assumption wins where several are made."""

from __future__ import annotations

import pytest

from mapper.evaluate import Context, evaluate
from mapper.evaluate.context import assumptions
from mapper.graph import UnknownAddressError
from mapper.vocabulary import Stage
from tests.cases import graph_of, labelled, statuses
from tests.test_analysis_explain import CASE

MORE = """
allegations:
  A: It is so.
  B: It is so as well.
  C: {text: So then., nature: conclusion, support: [{from: [A, B], weighing: cumulative, weight: 0.8}]}
propositions:
  left: To the left.
  right: To the right.
issues:
  way: {positions: [left, right]}
claims:
  negligence: {theory: tort, against: corp, support: {duty: [A], breach: [C, B], harm: [B]}}
  other: {theory: tort, against: corp, support: {duty: [negligence.made-out], breach: [A], harm: [B]}}
scenarios:
  to-the-left: {accept: [left]}
"""


def test_rejecting_what_a_scenario_accepts_leaves_its_rivals_to_the_stage() -> None:
    assert statuses(graph_of(MORE), "left", "right", scenario="to-the-left", reject=["left"]) == {
        "left": "does not count",
        "right": "open",
    }


def test_accepting_a_rival_of_what_a_scenario_accepts_turns_the_scenario_round() -> None:
    assert statuses(graph_of(MORE), "left", "right", scenario="to-the-left", accept=["right"]) == {
        "left": "does not count",
        "right": "counts",
    }


def test_a_dropped_statement_does_not_count() -> None:
    assert statuses(graph_of(MORE), "A", "negligence.duty", "negligence.breach", drop=["A"]) == {
        "A": "does not count",
        "negligence.duty": "not made out",
        "negligence.breach": "made out",
    }


def test_a_dropped_step_is_gone_and_its_premise_stays() -> None:
    found = labelled(graph_of(MORE), drop=["A:negligence.duty"])
    assert found.graph.pro("negligence.duty") == ()
    assert (found.status("A").value, found.status("negligence.duty").value) == ("counts", "not made out")


def test_every_step_that_an_address_names_is_dropped() -> None:
    found = labelled(graph_of(MORE), drop=["B:negligence.breach", "B:negligence.harm"])
    assert sorted(set(graph_of(MORE).arguments) - set(found.graph.arguments)) == [
        "B:negligence.breach",
        "B:negligence.harm",
    ]


def test_a_dropped_claim_carries_no_other() -> None:
    assert statuses(graph_of(MORE), "negligence", "other", drop=["negligence"]) == {
        "negligence": "not made out",
        "other": "not made out",
    }


def test_a_dropped_defense_bars_nothing() -> None:
    assert statuses(graph_of(CASE), "negligence", scenario="wide", drop=["section-230"]) == {"negligence": "stands"}


def test_dropping_the_only_argument_about_a_question_of_law_leaves_it_open() -> None:
    graph = graph_of("""
propositions:
  law: {text: So it is., source: opinion}
""")
    assert statuses(graph) == {"law": "counts"}
    assert statuses(graph, drop=["authority:law"]) == {"law": "open"}


@pytest.mark.parametrize("drop", ["nothing", "A:nothing"])
def test_dropping_what_is_not_there_is_an_error(drop: str) -> None:
    with pytest.raises(UnknownAddressError):
        evaluate(graph_of(MORE), Context(drop=(drop,)))


@pytest.mark.parametrize("stage", Stage)
def test_what_is_assumed_about_some_is_what_is_assumed_about_them_among_all(stage: Stage) -> None:
    graph = graph_of(MORE)
    context = Context(stage, "to-the-left", reject=("A",))
    everything = assumptions(graph, context)
    for names in (["A"], ["left", "right"], ["C", "negligence", "B"]):
        assert assumptions(graph, context, names) == {n: everything[n] for n in names if n in everything}
