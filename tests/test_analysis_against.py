"""Why two scenarios part: the smallest differences, each verified."""

from __future__ import annotations

import pytest

from mapper.analysis.against import Difference, Respect, against
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Status
from tests.cases import graph_of
from tests.test_analysis_explain import CASE

MORE = CASE.replace(
    "scenarios:\n",
    """scenarios:
  moved: {accept: [wide], motion: {by: corp, on: [negligence.duty]}}
  later: {stage: trial, accept: [wide]}
  doubting: {accept: [narrow], reject: [SOLD], open: [fosta]}
  doubting-too: {accept: [narrow], reject: [HURT], open: [fosta@negligence]}
  same: {accept: [wide], expect: {section-230: applies}}
""",
)


@pytest.fixture(scope="module")
def graph() -> ArgumentGraph:
    return graph_of(MORE)


def told(graph: ArgumentGraph, here: str, there: str) -> list[tuple[str, str, str, list[list[str]]]]:
    return [
        (p.statement, p.here.value, p.there.value, [[d.about or d.respect.value for d in each] for each in p.because])
        for p in against(graph, here, there).partings
    ]


def test_another_reading_is_one_difference(graph: ArgumentGraph) -> None:
    found = against(graph, "wide", "narrow")
    assert found.differences == (
        Difference(Respect.READING, "reading", ("accept wide",), ("accept narrow",), ("wide", "narrow")),
    )
    assert told(graph, "wide", "narrow") == [("negligence", "barred", "stands", [["reading"]])]
    assert found.same == ("conspiracy",)


def test_only_the_differences_that_account_for_it_are_named(graph: ArgumentGraph) -> None:
    assert told(graph, "wide", "doubting") == [("negligence", "barred", "not made out", [["SOLD"]])]
    assert [d.about for d in against(graph, "wide", "doubting").differences] == ["reading", "SOLD", "fosta"]


def test_addresses_that_name_the_same_are_one_difference(graph: ArgumentGraph) -> None:
    found = against(graph, "doubting", "doubting-too").differences
    assert [(d.about, d.here, d.there) for d in found] == [
        ("SOLD", ("reject SOLD",), ()),
        ("fosta", ("open fosta",), ("open fosta@negligence",)),
        ("HURT", (), ("reject HURT",)),
    ]


def test_the_stage_and_the_motion_are_differences(graph: ArgumentGraph) -> None:
    assert told(graph, "wide", "later") == [("negligence", "barred", "not made out", [["stage"]])]
    found = against(graph, "wide", "moved")
    assert [(d.respect, d.here, d.there) for d in found.differences] == [
        (Respect.MOTION, (), ("corp", "negligence.duty")),
    ]
    assert told(graph, "moved", "wide") == [
        ("negligence", "stands", "barred", [["motion"]]),
        ("conspiracy", "stands", "not made out", [["motion"]]),
    ]


def test_scenarios_that_say_the_same_do_not_part(graph: ArgumentGraph) -> None:
    found = against(graph, "wide", "same")
    assert (found.differences, found.partings) == ((), ())
    assert found.same == ("negligence", "conspiracy", "section-230@negligence")


def test_each_set_of_differences_is_verified(graph: ArgumentGraph) -> None:
    for here, there in (("wide", "doubting"), ("moved", "doubting-too"), ("later", "narrow")):
        for parting in against(graph, here, there).partings:
            assert parting.smallest
            assert parting.because
            assert isinstance(parting.there, Status)


def test_once_the_limit_is_reached_what_is_enough_is_told_and_that_less_might_be(graph: ArgumentGraph) -> None:
    (parting,) = against(graph, "wide", "doubting", limit=1).partings
    assert not parting.smallest
    assert [[d.about for d in each] for each in parting.because] == [["SOLD"]]


def test_an_address_that_joins_two_others_makes_them_one_difference(graph: ArgumentGraph) -> None:
    scenarios = graph.setting.scenarios
    one = scenarios["wide"].model_copy(update={"reject": ("section-230@negligence", "KNEW", "section-230")})
    found = against(graph.with_scenarios({**scenarios, "one": one}), "wide", "one").differences
    assert [d.addresses for d in found] == [("section-230@negligence", "section-230"), ("KNEW",)]


def test_a_scenario_that_is_not_there_is_an_error(graph: ArgumentGraph) -> None:
    with pytest.raises(KeyError):
        against(graph, "wide", "nowhere")
