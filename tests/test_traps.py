"""Ten mistakes that maps of such suits make, each with a small case that shows how they are not made here."""

from __future__ import annotations

from pathlib import Path

import pytest

import mapper
from mapper.examples import flagship
from mapper.theories import theory
from mapper.vocabulary import Confidence, Standard

FOLDER = Path(__file__).parent / "traps"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
WITH_A_FINDING = {"conspiracy-on-own-negligence": "wrong-tort", "wrong-version": "version-not-in-force"}


def case(name: str) -> mapper.Case:
    """Return one of the small cases."""
    return mapper.load(FOLDER / f"{name}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_comes_out_as_expected_and_for_the_reason_expected(name: str) -> None:
    rows = case(name).graph().scenarios()
    assert [row.name for row in rows if not row.agrees] == []
    assert rows or name in WITH_A_FINDING


@pytest.mark.parametrize("name", NAMES)
def test_only_the_mistakes_are_findings(name: str) -> None:
    found = {finding.rule.name for finding in case(name).check()}
    assert found == ({WITH_A_FINDING[name]} if name in WITH_A_FINDING else set())


def status(name: str, address: str, scenario: str | None = None) -> str:
    """Return the status of a statement in one of the cases."""
    return case(name).graph().evaluate(scenario=scenario).status(address).value


def test_an_outcome_belongs_to_a_court_a_day_and_a_stage_and_not_to_a_claim() -> None:
    courts = ("state-court", "federal-court", "later")
    assert [status("one-outcome", "negligence", court) for court in courts] == ["barred", "stands", "not made out"]
    assert status("one-outcome", "negligence") == "open"


def test_fosta_reaches_no_state_tort_and_is_not_the_only_way_past_section_230() -> None:
    graph = case("fosta-and-state-law").graph()
    scope = graph.statements["fosta@negligence.scope"]
    assert scope.unmet == ("the claim rests on state law (common law) and 18 U.S.C. § 1595 is needed",)
    assert graph.statements["fosta@tvpra.scope"].unmet == ()
    without = graph.evaluate(scenario="no-publisher")
    assert (without.status("negligence").value, without.status("fosta@negligence").value) == (
        "stands",
        "does not apply",
    )


def test_conspiracy_never_rests_on_the_same_defendants_negligence() -> None:
    (finding,) = case("conspiracy-on-own-negligence").check()
    assert finding.subject == "conspiracy.underlying-tort"
    assert status("conspiracy-is-derivative", "conspiracy", "did-not-know") == "not made out"


def test_each_claim_asks_for_the_knowledge_that_its_own_law_asks_for() -> None:
    asked = {
        "us/tvpra-beneficiary": ("knowledge", "constructive knowledge is enough"),
        "us-tx/cprc-98": ("knowing-benefit", "actual knowledge"),
        "us-ca/civil-conspiracy": ("awareness", "actual knowledge"),
        "us-tx/gross-negligence": ("awareness", "actual subjective awareness"),
        "us/fosta-230-e5-a": ("underlying-violation", "knowing participation"),
    }
    assert {name: (part, theory(name).elements[part].state_of_mind) for name, (part, _) in asked.items()} == asked
    found = case("one-knowledge-for-all").graph().evaluate(scenario="only-should-have-known")
    assert [found.status(claim).value for claim in ("tvpra", "chapter-98")] == ["stands", "not made out"]


def test_strong_words_are_no_support_and_allegations_are_no_evidence() -> None:
    name = "conclusions-and-evidence"
    assert status(name, "VILE", "pleading") == "does not count"
    assert status(name, "TOOLS", "pleading") == "counts"
    assert status(name, "TOOLS", "without-evidence") == "does not count"


def test_section_230_denies_no_fact_is_for_the_defendant_to_show_and_must_be_on_the_face() -> None:
    graph = case("section-230-is-no-denial").graph()
    barred = graph.evaluate(scenario="face")
    assert barred.status("negligence.made-out").value == "made out"
    assert graph.con("TOOLS") == graph.con("negligence.breach") == ()
    assert graph.statements["on-the-face.provider"].by == ("vendor",)
    assert barred.status("beyond-the-face@negligence").value == "does not apply"


def test_an_answer_is_read_as_the_rules_read_it() -> None:
    statuses = {
        each: status("answers", each, "answers") for each in ("UNKNOWN", "SILENT", "PARTLY", "AMOUNT", "DENIED")
    }
    assert {each for each, found in statuses.items() if found == "counts"} == {"SILENT"}
    assert status("answers", "unfounded", "answers") == "does not count"


def test_gross_negligence_and_its_standard_are_not_those_of_a_tort_of_its_own() -> None:
    assert theory("us-ca/gross-negligence").modifies == "us-ca/negligence"
    for place in ("us-ca", "us-tx"):
        gross = theory(f"{place}/gross-negligence")
        assert gross.standard is Standard.PREPONDERANCE
        assert not any(part.standard for _, _, part in gross.parts())
    assert any("clear and convincing" in (found.says or "") for found in theory("us-tx/gross-negligence").remedies)


def test_what_helps_both_sides_or_contradicts_itself_is_no_finding_and_what_is_repeated_counts_once() -> None:
    name = "dual-use-and-alternatives"
    graph = case(name).graph()
    assert {"knowing.breach", "section-230.provider"} <= {step.conclusion for step in graph.uses("TOOLS")}
    assert case(name).check() == ()
    assert graph.count_chains("knowing.causation").chains == 1
    assert len(graph.statements["TOOLS"].quotes) == 2


def test_the_version_in_force_governs_and_fosta_reaches_back() -> None:
    (finding,) = case("wrong-version").check()
    assert finding.subject == "tvpra"
    period = theory("us/fosta-230-e5-a").in_force
    assert period is not None
    assert period.reaches_back


def test_a_dismissal_for_want_of_jurisdiction_is_no_loss_on_the_merits() -> None:
    found = case("dispositions").graph().evaluate(scenario="no-power")
    assert [found.status(each).value for each in ("tvpra", "tvpra.made-out")] == ["barred", "made out"]


def test_an_opinion_that_must_not_be_cited_decides_no_reading_of_the_law() -> None:
    assert status("dispositions", "effect") == "open"
    model = mapper.load(flagship()).model
    assert all(not entry.source or entry.source.source != "appeal" for entry in model.propositions.values())
    ruling = model.scenarios["appeal-2021"].ruling
    assert ruling is not None
    assert ruling.confidence is Confidence.VERIFIED


def test_chapters_98_and_98a_are_not_confused() -> None:
    assert theory("us-tx/cprc-98").basis == "Tex. Civ. Prac. & Rem. Code § 98.002"
    with pytest.raises(KeyError):
        theory("us-tx/cprc-98a")
