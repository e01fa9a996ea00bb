"""Admissions and denials, and what silence, ignorance and no answer at all come to."""

from __future__ import annotations

import pytest

from mapper.analysis.responses import Effect, responses
from mapper.vocabulary import Stage
from tests.cases import PRELUDE, graph_of, statuses

TWO = PRELUDE.replace("  press:", "  second: {name: Second, role: defendant}\n  press:")

CASE = """
allegations:
  A: {text: A., response: {corp: admitted, second: none}}
  B: {text: B., response: {corp: admitted, second: no-knowledge}}
  C: {text: C., response: {corp: denied-in-part}}
  D: {text: D., nature: damages, response: {corp: none, second: admitted}}
  E: {text: E., nature: conclusion}
  F: {text: F., by: corp, response: {does: denied, press: admitted}}
rebuttals:
  asked: {text: G., by: corp, nature: fact, source: answer, response: {does: admitted}, attacks: [A]}
  unasked: {text: H., by: corp, nature: fact, source: answer, attacks: [A]}
"""


def test_each_answer_comes_to_something() -> None:
    found = {
        a.statement: [(x.party, x.effect.value, x.opponent) for x in a.answers] for a in responses(graph_of(CASE, TWO))
    }
    assert found == {
        "A": [("corp", "admitted", True), ("second", "deemed admitted", True)],
        "B": [("corp", "admitted", True), ("second", "deemed denied", True)],
        "C": [("corp", "denied in part", True), ("second", "no answer on file", True)],
        "D": [("corp", "deemed denied", True), ("second", "admitted", True)],
        "E": [("corp", "no answer on file", True), ("second", "no answer on file", True)],
        "F": [("does", "denied", True), ("press", "admitted", False)],
        "asked": [("does", "admitted", True)],
    }


def test_only_what_every_opponent_admits_is_admitted() -> None:
    found = [answered.statement for answered in responses(graph_of(CASE, TWO)) if answered.admitted]
    assert found == ["A", "asked"]


@pytest.mark.parametrize("stage", [Stage.SUMMARY_JUDGMENT, Stage.TRIAL])
def test_what_is_admitted_here_counts_at_the_stages_that_ask(stage: Stage) -> None:
    graph = graph_of(CASE, TWO)
    facts = [a for a in responses(graph) if graph.statements[a.statement].nature.value in ("fact", "damages")]
    found = statuses(graph, *(a.statement for a in facts), stage=stage)
    assert {a.statement: "counts" if a.admitted else "does not count" for a in facts} == found


def test_an_admission_and_a_denial_are_told_apart_by_the_effect() -> None:
    admissions = {Effect.ADMITTED, Effect.DEEMED_ADMITTED}
    for answered in responses(graph_of(CASE, TWO)):
        opponents = [answer.effect in admissions for answer in answered.answers if answer.opponent]
        assert answered.admitted == all(opponents)


def test_without_opponents_there_is_nothing_to_answer() -> None:
    alone = "mapper: 1\ncase: {title: A debate}\n"
    assert responses(graph_of("allegations: {A: It is so.}", alone)) == ()
