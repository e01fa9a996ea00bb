"""What accounts for an expectation that is missed, or a ruling that came out otherwise."""

from __future__ import annotations

from mapper.analysis.missed import Account, accounts
from mapper.analysis.scenarios import scenario_table
from mapper.vocabulary import Assumption
from tests.cases import graph_of
from tests.test_analysis_explain import CASE
from tests.test_analysis_scenarios import EXPECTING


def told(sections: str) -> list[tuple[str, str, str, bool, list[list[str]], tuple[str, ...]]]:
    return [_told(account) for account in accounts(scenario_table(graph_of(sections)))]


def _told(found: Account) -> tuple[str, str, str, bool, list[list[str]], tuple[str, ...]]:
    sets = [[f"{assumption.value} {name}" for name, assumption in each] for each in found.smallest.sets]
    return found.scenario, found.cell.address, found.wanted, found.ruled, sets, found.elsewhere


def test_a_ruling_that_is_not_what_is_computed_is_accounted_for() -> None:
    assert told(EXPECTING)[0] == (
        "wide",
        "negligence",
        "survives",
        True,
        [["rejected wide"], ["accepted narrow"], ["accepted fosta@negligence.scope"]],
        ("narrow",),
    )


def test_a_reason_that_is_expected_has_to_be_named_too() -> None:
    scenario, address, wanted, ruled, sets, elsewhere = told(EXPECTING)[1]
    assert (scenario, address, wanted, ruled, elsewhere) == ("wide", "conspiracy", "not made out", False, ())
    assert ["rejected SOLD"] not in sets
    assert all("accepted KNEW" in each for each in sets)
    assert sets == [["accepted KNEW", "rejected SOLD"]]


def test_what_agrees_needs_no_account() -> None:
    assert told(CASE) == []


def test_what_no_two_changes_bring_about_has_no_set() -> None:
    sections = CASE.replace("  narrow: {accept", "  narrow: {expect: {fosta: open}, accept")
    ((*_, sets, elsewhere),) = told(sections)
    assert (sets, elsewhere) == ([], ())


def test_changes_are_assumptions() -> None:
    (first, _) = accounts(scenario_table(graph_of(EXPECTING)))
    assert first.smallest.sets[0] == (("wide", Assumption.REJECTED),)
