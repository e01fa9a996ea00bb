"""The teaching cases from other fields: nothing in them is about the internet, and the tool serves them as well."""

from __future__ import annotations

from pathlib import Path

import pytest

import mapper
from mapper.analysis.authorities import authorities

GRAPHS = Path(__file__).parent.parent / "graphs"
CASES = ("possession/pierson-v-post", "possession/popov-v-hayashi", "contract/carlill-v-carbolic-smoke-ball")


def case(name: str) -> mapper.Case:
    """Return a teaching case."""
    return mapper.load(GRAPHS / f"{name}.yaml")


@pytest.mark.parametrize("name", CASES)
def test_there_is_nothing_to_find(name: str) -> None:
    assert case(name).check() == ()


@pytest.mark.parametrize("name", CASES)
def test_every_scenario_comes_out_as_expected_and_as_ruled(name: str) -> None:
    rows = case(name).graph().scenarios()
    assert [row.name for row in rows if not row.agrees] == []
    assert any(cell.ruled for row in rows for cell in row.cells)


@pytest.mark.parametrize("name", CASES)
def test_it_says_that_it_is_a_teaching_example_and_how_sure_its_law_is(name: str) -> None:
    assert "teaching example" in (GRAPHS / f"{name}.yaml").read_text(encoding="utf-8").partition("mapper: 1")[0]
    assert authorities(case(name).graph())


def test_the_fox_is_lost_by_the_majority_and_won_by_the_dissent() -> None:
    graph = case("possession/pierson-v-post").graph()
    statuses = {name: graph.evaluate(scenario=name).status("fox").value for name in graph.setting.scenarios}
    assert statuses == {"no-reading": "open", "majority": "not made out", "dissent": "stands"}


def test_the_ball_was_never_caught_and_yet_there_is_a_right_to_it() -> None:
    found = case("possession/popov-v-hayashi").graph().evaluate(scenario="decision")
    ways = ("possession", "qualified-right", "right")
    assert [found.status(f"conversion.{way}").value for way in ways] == ["not made out", "made out", "made out"]


def test_each_argument_of_the_company_is_met_and_each_would_have_been_enough() -> None:
    graph = case("contract/carlill-v-carbolic-smoke-ball").graph()
    assert graph.evaluate().status("reward").value == "stands"
    arguments = ("puff", "to-the-world", "too-vague", "no-notice", "no-consideration")
    assert {graph.evaluate(accept=each).status("reward").value for each in arguments} == {"not made out"}
