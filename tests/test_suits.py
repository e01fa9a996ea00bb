"""The suits against Salesforce: each comes out as its courts ruled, for the ground that is known and for no other."""

from __future__ import annotations

from functools import cache

import pytest

from mapper.analysis.authorities import authorities
from mapper.analysis.chart import chart
from mapper.analysis.gaps import GapKind, gaps
from mapper.analysis.scenarios import ScenarioRow, scenario_table
from mapper.build import build
from mapper.case.load import load_case
from mapper.case.model import Scenario
from mapper.check import check_case
from mapper.citations import CitationKind
from mapper.evaluate import Context, evaluate
from mapper.graph import ArgumentGraph
from mapper.render.terminal import plain
from mapper.render.text.reasons import because
from mapper.render.text.record import record
from mapper.theories import library
from mapper.vocabulary import Confidence, Kind, Stage, Status
from tests.sources import FOLDER

FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SUITS = (
    "san-francisco-2019",
    "northern-illinois-2020",
    "southern-texas-2020",
    "northern-texas-2021",
    "northern-texas-2023",
    "northern-texas-2023-chapter-98",
)
RULED = (
    ("san-francisco-2019", "demurrer-2019", "amended-negligence", "barred"),
    ("san-francisco-2019", "demurrer-2019", "amended-gross-negligence", "barred"),
    ("san-francisco-2019", "demurrer-2019", "amended-trafficking", "barred"),
    ("san-francisco-2019", "demurrer-2019", "section-230@amended-negligence", "applies"),
    ("san-francisco-2019", "appeal-2021", "amended-negligence", "barred"),
    ("san-francisco-2019", "appeal-2021", "amended-gross-negligence", "barred"),
    ("san-francisco-2019", "appeal-2021", "amended-trafficking", "barred"),
    ("northern-illinois-2020", "district-2022", "tvpra", "barred"),
    ("northern-illinois-2020", "district-2022", "section-230@tvpra", "applies"),
    ("northern-illinois-2020", "district-2022-pleading", "tvpra", "not made out"),
    ("northern-illinois-2020", "appeal-2023", "tvpra", "stands"),
    ("northern-illinois-2020", "appeal-2023", "section-230@tvpra", "does not apply"),
    ("northern-illinois-2020", "remand", "tvpra", "stands"),
    ("southern-texas-2020", "dismissal-2021", "negligence", "not made out"),
    ("southern-texas-2020", "dismissal-2021", "conspiracy", "not made out"),
    ("southern-texas-2020", "dismissal-2021", "tvpra", "stands"),
    ("southern-texas-2020", "dismissal-2021", "section-230@tvpra", "does not apply"),
    ("southern-texas-2020", "summary-judgment-2023", "section-230@tvpra", "does not apply"),
    ("southern-texas-2020", "summary-judgment-2023", "section-230@chapter-98", "does not apply"),
    ("southern-texas-2020", "appeal-2024", "tvpra", "stands"),
    ("southern-texas-2020", "appeal-2024", "chapter-98", "stands"),
    ("southern-texas-2020", "appeal-2024", "section-230@tvpra", "does not apply"),
    ("southern-texas-2020", "appeal-2024", "section-230@chapter-98", "does not apply"),
    ("northern-texas-2021", "order-2022", "tvpra", "barred"),
    ("northern-texas-2021", "order-2022", "chapter-98", "barred"),
    ("northern-texas-2021", "order-2022", "chapter-98a", "barred"),
    ("northern-texas-2021", "order-2022", "personal-jurisdiction@tvpra", "applies"),
    ("northern-texas-2023", "order-2024", "tvpra", "not made out"),
    ("northern-texas-2023", "order-2024", "section-230@tvpra", "does not apply"),
    ("northern-texas-2023", "order-2024", "personal-jurisdiction@tvpra", "does not apply"),
    ("northern-texas-2023-chapter-98", "order-2024", "chapter-98a", "not made out"),
)
"""What courts held of a claim or a defense, as far as somebody has read it, in the words of ``mapper``."""

DISPOSITIONS = {
    ("san-francisco-2019", "demurrer-2019"): "without leave to amend",
    ("san-francisco-2019", "appeal-2021"): "affirmed",
    ("northern-illinois-2020", "district-2022"): "with prejudice; reversed",
    ("northern-illinois-2020", "district-2022-pleading"): "with prejudice; reversed",
    ("northern-illinois-2020", "appeal-2023"): "reversed",
    ("northern-illinois-2020", "remand"): "motion to dismiss denied",
    ("southern-texas-2020", "dismissal-2021"): "granted in part",
    ("southern-texas-2020", "summary-judgment-2023"): "summary judgment denied",
    ("southern-texas-2020", "appeal-2024"): "affirmed and remanded",
    ("northern-texas-2021", "order-2022"): "without prejudice, for want of personal jurisdiction",
    ("northern-texas-2023", "order-2024"): "without prejudice",
    ("northern-texas-2023-chapter-98", "order-2024"): "chapter 98A dismissed with prejudice",
}
UNKNOWN_GROUND = (
    ("northern-illinois-2020", "district-2022-pleading"),
    ("southern-texas-2020", "dismissal-2021"),
    ("northern-texas-2023-chapter-98", "order-2024"),
)
"""Rulings whose ground nobody who wrote these maps has read."""

BY_REPORT = ("appeal-arguments", "reply-brief", "fosta-act")
"""Documents whose arguments are known from a list or a summary, of which no words are quoted."""


@cache
def graph(name: str) -> ArgumentGraph:
    """Return the graph of a case of the folder."""
    model = load_case(FOLDER / f"{name}.yaml").model
    return build(model, {**library(), **model.theories})


@cache
def rows(name: str) -> dict[str, ScenarioRow]:
    """Return the scenario table of a case of the folder."""
    return {row.name: row for row in scenario_table(graph(name))}


def ruled(name: str) -> dict[str, Scenario]:
    """Return the scenarios of a case that have a ruling."""
    return {key: scenario for key, scenario in graph(name).setting.scenarios.items() if scenario.ruling}


@pytest.mark.parametrize("name", FILES)
def test_there_is_nothing_to_find(name: str) -> None:
    file = load_case(FOLDER / f"{name}.yaml")
    assert file.findings == ()
    assert check_case(file, library()) == ()


@pytest.mark.parametrize("name", FILES)
def test_every_scenario_computes_what_it_expects_for_the_reason_it_names(name: str) -> None:
    assert [(row.name, cell) for row in rows(name).values() for cell in row.cells if not cell.agrees] == []


@pytest.mark.parametrize(("name", "scenario", "address", "status"), RULED)
def test_a_suit_comes_out_as_its_court_ruled(name: str, scenario: str, address: str, status: str) -> None:
    row = rows(name)[scenario]
    assert row.evaluation.status(address) is Status(status)
    ruling = graph(name).setting.scenarios[scenario].ruling
    assert ruling is not None
    assert address in ruling.outcome


def test_every_ruling_is_looked_at() -> None:
    assert {(name, scenario) for name in FILES for scenario in ruled(name)} == set(DISPOSITIONS)
    assert {(name, scenario) for name, scenario, _, _ in RULED} == set(DISPOSITIONS)


@pytest.mark.parametrize(("name", "scenario"), [*DISPOSITIONS])
def test_dispositions_are_told_apart_and_rulings_say_how_sure_they_are(name: str, scenario: str) -> None:
    ruling = ruled(name)[scenario].ruling
    assert ruling is not None
    assert DISPOSITIONS[name, scenario] in (ruling.disposition or "")
    assert ruling.confidence is not Confidence.UNVERIFIED
    assert ruling.source is not None


@pytest.mark.parametrize(("name", "scenario"), UNKNOWN_GROUND)
def test_where_the_ground_is_not_known_no_reason_is_expected_and_the_title_says_so(name: str, scenario: str) -> None:
    given = ruled(name)[scenario]
    assert "not known" in (given.title or "")
    assert all(not expectation.because for expectation in given.expect.values())


@pytest.mark.parametrize("name", SUITS)
def test_where_the_ground_is_known_what_a_court_held_of_a_claim_is_expected_with_a_reason(name: str) -> None:
    for key, scenario in ruled(name).items():
        if (name, key) not in UNKNOWN_GROUND:
            assert any(expectation.because for expectation in scenario.expect.values()), key


def test_a_dismissal_for_want_of_jurisdiction_leaves_the_merits_open() -> None:
    row = rows("northern-texas-2021")["order-2022"]
    made_out = {
        claim.id: row.evaluation.status(f"{claim.id}.made-out") for claim in graph("northern-texas-2021").claims()
    }
    assert made_out == dict.fromkeys(("tvpra", "chapter-98", "chapter-98a"), Status.OPEN)


def test_section_230_fails_at_the_publisher_step_and_not_because_of_fosta() -> None:
    for name, scenario in (("northern-illinois-2020", "appeal-2023"), ("southern-texas-2020", "appeal-2024")):
        status = rows(name)[scenario].evaluation.status
        assert status("section-230@tvpra.publisher") is Status.NOT_MADE_OUT
        assert status("fosta@tvpra") is Status.OPEN


def test_fosta_reaches_the_federal_claim_and_not_the_texan_one() -> None:
    statements = graph("southern-texas-2020").statements
    assert statements["fosta@tvpra.scope"].unmet == ()
    assert statements["fosta@chapter-98.scope"].unmet != ()


def test_chapters_98_and_98a_are_two_claims() -> None:
    claims = {claim.id: claim.theory for claim in graph("northern-texas-2023-chapter-98").claims()}
    assert claims == {"chapter-98": "us-tx/cprc-98", "chapter-98a": "cprc-98a"}


def test_what_is_only_inferred_is_no_ruling() -> None:
    ruling = ruled("northern-texas-2023-chapter-98")["order-2024"].ruling
    assert ruling is not None
    assert set(ruling.outcome) == {"chapter-98a"}


def test_the_two_readings_of_knowledge_decide_the_same_claim_otherwise() -> None:
    status = {name: row.evaluation.status("tvpra") for name, row in rows("northern-texas-2023").items()}
    assert status == {"order-2024": Status.NOT_MADE_OUT, "seventh-circuit-knowledge": Status.STANDS}


def test_the_motion_for_summary_judgment_raised_section_230_alone() -> None:
    for key in ("summary-judgment-2023", "appeal-2024"):
        motion = ruled("southern-texas-2020")[key].motion
        assert motion is not None
        assert (motion.by, motion.on) == ("salesforce", ("section-230",))


@pytest.mark.parametrize("name", FILES)
def test_a_reader_can_go_from_every_card_to_the_words_it_rests_on(name: str) -> None:
    """An allegation and an objection say where they were made; if no words of it were at hand, a note or the title says so."""
    for statement in graph(name).of_kind(Kind.ALLEGATION, Kind.EVIDENCE, Kind.REBUTTAL):
        assert statement.source is not None, statement.id
        assert statement.quotes or statement.note or statement.source.source in BY_REPORT, statement.id


@pytest.mark.parametrize("name", FILES)
def test_a_reading_of_the_law_says_who_reads_it_so(name: str) -> None:
    for statement in graph(name).of_kind(Kind.PROPOSITION):
        assert statement.source or statement.by or statement.note, statement.id


@pytest.mark.parametrize("name", FILES)
def test_quotes_are_a_few_words_and_texts_are_our_own(name: str) -> None:
    for statement in graph(name).statements.values():
        for _, words in statement.quotes:
            assert len(words.split()) <= 8, statement.id
            assert words.casefold() not in statement.text.casefold(), statement.id


def test_what_an_appeal_recites_is_no_finding_and_has_to_be_proved() -> None:
    at_trial = evaluate(graph("southern-texas-2020"), Context(stage=Stage.TRIAL))
    recited = ("ADS", "CRM", "SERVERS", "FROM-2013", "INVESTIGATED")
    assert {at_trial.status(name) for name in recited} == {Status.DOES_NOT_COUNT}


def test_a_dismissal_on_an_unknown_ground_defeats_the_claim_and_says_no_more() -> None:
    found = rows("southern-texas-2020")["dismissal-2021"].evaluation
    assert because(found, "negligence") == "dismissed-in-2021 defeats it"


@pytest.mark.parametrize("name", FILES)
def test_the_table_of_authorities_names_every_case(name: str) -> None:
    cases = [row for row in authorities(graph(name)) if row.kind is CitationKind.CASE]
    assert cases
    assert [row.cite for row in cases if row.cite[0].isdecimal()] == []
    again = [row.cite for row in cases if row.cite.startswith(("G.G. v.", "In re Facebook"))]
    assert [row.confidence for row in cases if row.cite in again] == [Confidence.VERIFIED] * len(again)


def test_the_plaintiffs_bear_the_burden_of_jurisdiction_and_the_defendant_lacks_nothing_there() -> None:
    found = rows("northern-texas-2023")["order-2024"].evaluation
    said = plain(record(found, "personal-jurisdiction@tvpra.no-availment", 100))
    assert "burden on  plaintiffs, to show the contrary" in said
    assert "any plausible showing of the contrary defeats it, at this stage" in said
    assert "personal-jurisdiction@tvpra.no-availment" not in [gap.statement for gap in gaps(found)]
    part = next(part for part in chart(found).parts if part.whole == "personal-jurisdiction")
    assert [gap.kind for gap in part.gaps] == [GapKind.UNANSWERED_REBUTTAL]
