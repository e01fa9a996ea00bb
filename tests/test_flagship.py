"""The sample case: that it computes what it expects for the reasons it names, and claims to know no more than it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mapper.analysis.scenarios import ScenarioRow, scenario_table
from mapper.build import build
from mapper.case.load import load_case
from mapper.check import check_case
from mapper.evaluate import Context, evaluate
from mapper.render.text.reasons import because
from mapper.theories import library
from mapper.vocabulary import Confidence, Kind, Label, Nature, SourceKind, Stage

CASE = load_case(Path(__file__).parent.parent / "graphs/doe-v-salesforce/san-francisco-2019.yaml")
GRAPH = build(CASE.model, library())
SCENARIOS = scenario_table(GRAPH)

ORIGINAL = ("negligence", "gross-negligence", "conspiracy")
AMENDED = ("amended-trafficking", "amended-negligence", "amended-gross-negligence")
TALK = (SourceKind.NEWS, SourceKind.COMMENTARY)
RHETORIC = ("BLIND-EYE", "VILEST", "PUBLIC-COST")


def _row(name: str) -> ScenarioRow:
    return next(row for row in SCENARIOS if row.name == name)


@pytest.mark.parametrize("row", SCENARIOS, ids=[row.name for row in SCENARIOS])
def test_a_scenario_computes_what_it_expects_for_the_reason_it_names(row: ScenarioRow) -> None:
    assert [cell for cell in row.cells if not cell.agrees] == []


def test_what_becomes_of_each_claim_under_each_scenario() -> None:
    table = {row.name: [row.evaluation.status(claim).value for claim in (*ORIGINAL, *AMENDED)] for row in SCENARIOS}
    assert table == snapshot(
        {
            "as-filed": ["open", "open", "open", "open", "open", "open"],
            "as-filed-effect": ["barred", "barred", "barred", "barred", "barred", "barred"],
            "as-filed-duty": ["stands", "stands", "open", "open", "stands", "stands"],
            "as-filed-no-agreement": ["stands", "stands", "not made out", "open", "stands", "stands"],
            "demurrer-2019": ["barred", "barred", "barred", "barred", "barred", "barred"],
            "appeal-2021": ["barred", "barred", "barred", "barred", "barred", "barred"],
            "fifth-circuit-reading": ["stands", "stands", "open", "open", "stands", "stands"],
            "split-reading-here": ["barred", "barred", "barred", "open", "barred", "barred"],
            "broad-fosta": ["stands", "stands", "open", "open", "stands", "stands"],
            "remote-after-all": ["not made out", "not made out", "open", "open", "not made out", "not made out"],
        }
    )


def test_a_reading_taken_from_another_suit_has_no_ruling() -> None:
    ruled = [name for name, scenario in CASE.model.scenarios.items() if scenario.ruling]
    assert ruled == ["demurrer-2019", "appeal-2021"]


def test_no_court_ruled_on_the_original_complaint() -> None:
    for scenario in CASE.model.scenarios.values():
        assert not scenario.ruling or not set(ORIGINAL) & set(scenario.ruling.outcome)


def test_rulings_say_how_sure_they_are() -> None:
    sure = {name: s.ruling.confidence for name, s in CASE.model.scenarios.items() if s.ruling}
    assert sure == {"demurrer-2019": Confidence.SECONDARY, "appeal-2021": Confidence.VERIFIED}


def test_the_causes_of_the_two_complaints_are_kept_apart() -> None:
    pleaded = {name: claim.source.source for name, claim in CASE.model.claims.items() if claim.source}
    assert {name for name, source in pleaded.items() if source == "second-amended"} == set(AMENDED)
    assert {name for name, source in pleaded.items() if source == "complaint"} == {*ORIGINAL, "trafficking-by-others"}


def test_conspiracy_rests_on_the_tort_of_others() -> None:
    (step,) = GRAPH.pro("conspiracy.underlying-tort")
    assert step.premises == ("trafficking-by-others.made-out",)
    assert set(CASE.model.claims["trafficking-by-others"].against) == {"backpage", "traffickers"}


def test_the_plaintiffs_own_tools_support_the_defense_as_well() -> None:
    for_defense = {premise for step in GRAPH.pro("section-230.provider") for premise in step.premises}
    for_breach = {premise for step in GRAPH.pro("negligence.breach") for premise in step.premises}
    assert for_defense == {"T01", "T08", "T10", "T13"}
    assert for_defense < for_breach


def test_fosta_reaches_no_claim_of_this_suit_by_its_text() -> None:
    unmet = {GRAPH.statements[f"fosta@{claim}.scope"].unmet for claim in (*ORIGINAL, *AMENDED)}
    assert unmet == snapshot(
        {
            ("the claim rests on state law (Cal. Civ. Code § 52.5) and 18 U.S.C. § 1595 is needed",),
            ("the claim rests on state law (common law) and 18 U.S.C. § 1595 is needed",),
        }
    )


def test_commentary_and_news_count_only_where_a_scenario_accepts_them() -> None:
    talk = [s.id for s in GRAPH.statements.values() if s.source_kind in TALK]
    assert len(talk) > 10
    for row in SCENARIOS:
        accepted = CASE.model.scenarios[row.name].accept
        assert [name for name in talk if row.evaluation.label(name) is not Label.OUT] == [
            n for n in talk if n in accepted
        ]


def test_commentary_supports_no_element() -> None:
    talk = {s.id for s in GRAPH.statements.values() if s.source_kind in TALK}
    fed = {a.conclusion for name in talk for a in GRAPH.uses(name) if a.pro}
    elements = {name for name in fed if GRAPH.statements[name].kind is Kind.ELEMENT}
    assert elements == {f"fosta@{claim}.scope" for claim in (*ORIGINAL, *AMENDED)}


@pytest.mark.parametrize("name", RHETORIC)
def test_strong_words_change_nothing(name: str) -> None:
    for row in SCENARIOS:
        assert row.evaluation.label(name) is Label.OUT
        without = evaluate(GRAPH, Context(row.stage, row.name, reject=(name,)))
        assert without.labels == row.evaluation.labels


def test_a_press_line_is_no_answer() -> None:
    assert not any(allegation.response for allegation in CASE.model.allegations.values())


def test_allegations_are_no_evidence() -> None:
    evaluation = evaluate(GRAPH, Context(Stage.SUMMARY_JUDGMENT, accept=("duty-reading",)))
    assert {evaluation.status(claim).value for claim in (*ORIGINAL, *AMENDED)} == {"not made out"}


def test_quotes_are_a_few_words_and_texts_are_our_own() -> None:
    model = CASE.model
    for entry in (*model.allegations.values(), *model.evidence.values(), *model.rebuttals.values()):
        for quote in entry.all_quotes:
            assert len(quote.quote.split()) <= 8
            assert quote.quote.casefold() not in entry.text.casefold()


def test_every_allegation_stands_in_a_pleading_and_says_where_its_words_were_found() -> None:
    for name, allegation in CASE.model.allegations.items():
        assert allegation.source is not None, name
        assert CASE.model.sources[allegation.source.source].kind is SourceKind.PLEADING
        assert allegation.quotes or allegation.quote


def test_no_theory_in_use_rests_on_what_nobody_has_read_alone() -> None:
    for statement in GRAPH.statements.values():
        if statement.kind is Kind.ELEMENT and statement.authority:
            assert any(a.confidence is not Confidence.UNVERIFIED for a in statement.authority), statement.id


def test_there_are_fourteen_tools() -> None:
    tools = [name for name in CASE.model.allegations if name.startswith("T") and name[1:].isdigit()]
    assert tools == [f"T{number:02}" for number in range(1, 15)]
    assert all(CASE.model.allegations[tool].nature is Nature.FACT for tool in tools)


def test_there_is_nothing_to_find() -> None:
    assert CASE.findings == ()
    assert check_case(CASE, library()) == ()


def test_that_the_defendant_itself_broke_the_law_is_open_until_a_reading_is_taken() -> None:
    by_scenario = {row.name: row.evaluation.status("fosta.underlying-violation").value for row in SCENARIOS}
    assert {name for name, status in by_scenario.items() if status != "open"} == {"broad-fosta"}
    assert because(_row("as-filed").evaluation, "fosta.underlying-violation") == "it turns on help-is-participation"


def test_no_scenario_says_what_a_brief_that_was_not_read_left_uncontested() -> None:
    assert [name for name, scenario in CASE.model.scenarios.items() if scenario.motion] == []
    assert CASE.model.scenarios["appeal-2021"].title == "Court of Appeal (unpublished)"
