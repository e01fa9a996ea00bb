"""The library of legal theories: that the law in it is complete, says how sure it is, and is found by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mapper.case.scalars import PartialDate
from mapper.case.theory import Alternative, Authority, Conditions, Element, Theory
from mapper.diagnostics import MapperError
from mapper.theories import FOLDER, library, names, theory
from mapper.vocabulary import Confidence, Nature, Standard

THEORIES = dict(library())

OWN = """\
{name}:
  title: A tort of our own
  kind: claim
  jurisdiction: our-state
  law: state
  basis: common law
  burden: plaintiff
  elements:
    wrong: {{text: A wrong was done., nature: fact}}
"""


def _elements() -> Iterator[tuple[str, Element]]:
    """Yield each element by its address."""
    for name, found in THEORIES.items():
        for element, spec in found.elements.items():
            yield f"{name}.{element}", spec


def _parts() -> Iterator[tuple[str, Alternative]]:
    """Yield each element, and each way to show one, by its address."""
    for name, found in THEORIES.items():
        for part, _, spec in found.parts():
            yield f"{name}.{part}", spec


def _citations() -> Iterator[tuple[str, Authority]]:
    for name, found in THEORIES.items():
        others = (("", authority) for authority in (*found.remedies, *found.limitation))
        for part, authority in (*found.citations(), *others):
            yield f"{name}.{part}", authority


def test_the_library_holds_these_theories() -> None:
    assert names() == snapshot(
        (
            "us/first-amendment",
            "us/fosta-230-e5-a",
            "us/fosta-230-e5-b",
            "us/fosta-230-e5-c",
            "us/personal-jurisdiction",
            "us/section-230-c1",
            "us/section-230-c2",
            "us/section-230-e1",
            "us/section-230-e2",
            "us/section-230-e3",
            "us/section-230-e4",
            "us/tvpra-beneficiary-2023",
            "us/tvpra-beneficiary",
            "us/tvpra-perpetrator",
            "us-ca/aiding-and-abetting",
            "us-ca/assumption-of-risk",
            "us-ca/breach-of-contract",
            "us-ca/civ-code-52-5",
            "us-ca/civil-conspiracy",
            "us-ca/comparative-fault",
            "us-ca/consent",
            "us-ca/defamation",
            "us-ca/fraud",
            "us-ca/gross-negligence",
            "us-ca/intentional-infliction",
            "us-ca/limitation",
            "us-ca/negligence-per-se",
            "us-ca/negligence",
            "us-ca/negligent-undertaking",
            "us-ca/no-duty",
            "us-ca/product-liability",
            "us-ca/release",
            "us-ca/superseding-cause",
            "us-ca/unjust-enrichment",
            "us-tx/civil-conspiracy",
            "us-tx/cprc-98",
            "us-tx/gross-negligence",
            "us-tx/negligence",
        )
    )


def test_the_library_says_in_its_data_which_law_it_could_not_verify() -> None:
    unread = [name for name, found in THEORIES.items() if not read(found)]
    assert unread == []


def read(found: Theory) -> bool:
    """Return whether somebody has read anything that the theory rests on."""
    return any(authority.confidence is not Confidence.UNVERIFIED for _, authority in found.citations())


@pytest.mark.parametrize("name", THEORIES)
def test_a_claim_says_what_it_brings_when_it_is_too_late_and_how_it_is_met(name: str) -> None:
    found = THEORIES[name]
    assert found.questions
    assert all(question.endswith((".", "?")) for question in found.questions)
    assert (found.kind == "claim") == bool(found.remedies) == bool(found.limitation) == bool(found.defenses)
    assert all(THEORIES[defense].kind == "defense" for defense in found.defenses)


def test_some_elements_can_be_shown_in_several_ways() -> None:
    ways = {name: list(element.any_of) for name, element in _elements() if element.any_of}
    assert ways == snapshot(
        {
            "us/personal-jurisdiction.no-link": ["no-availment", "no-relation"],
            "us/tvpra-beneficiary-2023.benefit": ["benefited", "attempted", "conspired"],
            "us/tvpra-perpetrator.means": ["coercion", "minority"],
            "us-ca/breach-of-contract.performance": ["performed", "excused"],
            "us-ca/defamation.actual-malice": ["knew-false", "serious-doubts"],
            "us-ca/fraud.scienter": ["knew-false", "reckless"],
            "us-ca/intentional-infliction.state-of-mind": ["intended", "reckless"],
            "us-ca/negligent-undertaking.ground": ["increased-risk", "duty-of-another", "reliance"],
            "us-ca/product-liability.defect": [
                "manufacturing-defect",
                "consumer-expectation",
                "risk-benefit",
                "failure-to-warn",
            ],
        }
    )


@pytest.mark.parametrize("name", THEORIES)
def test_the_ways_to_show_an_element_are_ways_and_do_not_share_a_name_with_another(name: str) -> None:
    parts = [part for part, _, _ in THEORIES[name].parts()]
    assert len(parts) == len(set(parts))
    assert all(len(element.any_of) != 1 for element in THEORIES[name].elements.values())


def test_the_version_of_the_trafficking_law_changed_in_january_2023() -> None:
    before, since = THEORIES["us/tvpra-beneficiary"].in_force, THEORIES["us/tvpra-beneficiary-2023"].in_force
    assert before is not None
    assert since is not None
    assert (str(before.until), str(since.from_)) == ("2023-01-04", "2023-01-05")
    assert before.covers(PartialDate.parse("2013/2018"))
    assert not since.covers(PartialDate.parse("2013/2018"))
    assert all(period.covers(PartialDate.parse("2023")) for period in (before, since))


def test_fosta_reaches_conduct_before_it() -> None:
    for letter in "abc":
        period = THEORIES[f"us/fosta-230-e5-{letter}"].in_force
        assert period is not None
        assert period.covers(PartialDate.parse("2013"))


@pytest.mark.parametrize("name", THEORIES)
def test_a_theory_says_what_it_is_and_rests_on_authority(name: str) -> None:
    found = THEORIES[name]
    assert found.text
    assert found.authority
    assert name.startswith(f"{found.jurisdiction}/")
    assert found.law == ("federal" if found.jurisdiction == "us" else "state")


@pytest.mark.parametrize(("name", "element"), list(_parts()), ids=[name for name, _ in _parts()])
def test_an_element_says_what_must_be_shown_and_rests_on_authority(name: str, element: Alternative) -> None:
    assert element.title, name
    assert element.text.endswith(".")
    assert element.authority


@pytest.mark.parametrize(("name", "authority"), list(_citations()))
def test_a_citation_that_somebody_read_says_where(name: str, authority: Authority) -> None:
    assert (authority.read_in is None) == (authority.confidence is Confidence.UNVERIFIED), name


def test_what_nobody_has_read_is_marked_so() -> None:
    unread = sorted({a.cite for _, a in _citations() if a.confidence is Confidence.UNVERIFIED})
    assert unread == snapshot(
        [
            "18 U.S.C. § 1591(e)(4)",
            "47 U.S.C. § 230(e)(5)(B)",
            "47 U.S.C. § 230(e)(5)(C)",
            "Agar Corp. v. Electro Circuits Int'l, LLC, 580 S.W.3d 136 (Tex. 2019)",
            "Applied Equipment Corp. v. Litton Saudi Arabia Ltd. (1994) 7 Cal.4th 503, 511 and 514",
            "Burger King Corp. v. Rudzewicz, 471 U.S. 462, 475 (1985)",
            "CACI No. 1205",
            "CACI No. 3600",
            "CACI No. 3610",
            "CACI No. 455",
            "Cal. Civ. Code § 3300",
            "Cal. Civ. Code § 3333",
            "Cal. Code Civ. Proc. § 335.1",
            "Cal. Code Civ. Proc. § 339",
            "Fed. R. Civ. P. 12(h)(1)",
            "Hadley v. Baxendale (1854) 9 Exch. 341",
            "New York Times Co. v. Sullivan, 376 U.S. 254, 279-280 (1964)",
            "Restatement Third of Torts, Products Liability, section 19",
            "Tex. Civ. Prac. & Rem. Code § 16.003",
            "Tex. Civ. Prac. & Rem. Code § 16.0045",
            "Tex. Civ. Prac. & Rem. Code § 41.003",
            "United States v. Stevens, 559 U.S. 460, 468-469 (2010)",
        ]
    )


def test_only_defenses_and_carve_outs_have_conditions_or_are_judged_claim_by_claim() -> None:
    for found in THEORIES.values():
        if found.kind == "claim":
            assert found.conditions is None
            assert not any(element.per_claim for element in found.elements.values())
            assert found.burden == "plaintiff"


def test_a_carve_out_lifts_a_defense() -> None:
    for found in THEORIES.values():
        assert (found.kind == "carve-out") == bool(found.lifts)
        assert all(THEORIES[lifted].kind == "defense" for lifted in found.lifts)


def test_a_degree_of_a_tort_needs_the_same_defendants_tort() -> None:
    modified = {name: found.modifies for name, found in THEORIES.items() if found.modifies}
    same = {name.partition(".")[0] for name, element in _elements() if element.needs == "same-tort"}
    assert modified == snapshot(
        {
            "us-ca/gross-negligence": "us-ca/negligence",
            "us-ca/negligence-per-se": "us-ca/negligence",
            "us-tx/gross-negligence": "us-tx/negligence",
        }
    )
    assert same == set(modified) - {"us-ca/negligence-per-se"}


def test_conspiracy_and_aiding_need_anothers_tort() -> None:
    another = {name for name, element in _elements() if element.needs == "another-tort"}
    assert another == {
        "us-ca/aiding-and-abetting.underlying-tort",
        "us-ca/civil-conspiracy.underlying-tort",
        "us-tx/civil-conspiracy.underlying-tort",
    }


def test_duty_is_a_question_of_law_and_breach_causation_and_harm_are_not() -> None:
    for place in ("us-ca", "us-tx"):
        natures = {name: element.nature for name, element in THEORIES[f"{place}/negligence"].elements.items()}
        assert natures == {"duty": Nature.LAW, "breach": Nature.FACT, "causation": Nature.FACT, "harm": Nature.FACT}


def test_section_230_is_for_the_defendant_to_show_and_judged_claim_by_claim_as_to_publishing() -> None:
    found = theory("us/section-230-c1")
    assert found.burden == "defendant"
    assert {name: element.per_claim for name, element in found.elements.items()} == {
        "provider": False,
        "publisher": True,
        "third-party-content": False,
    }


def test_only_one_carve_out_of_fosta_is_civil_and_it_is_for_one_statute() -> None:
    conditions = {name: found.conditions for name, found in THEORIES.items() if found.kind == "carve-out"}
    assert conditions == {
        "us/fosta-230-e5-a": Conditions(proceeding="civil", basis=("18 U.S.C. § 1595",)),
        "us/fosta-230-e5-b": Conditions(law="state", proceeding="criminal"),
        "us/fosta-230-e5-c": Conditions(law="state", proceeding="criminal"),
        "us/section-230-e1": Conditions(law="federal", proceeding="criminal"),
        "us/section-230-e2": None,
        "us/section-230-e3": Conditions(law="state"),
        "us/section-230-e4": None,
    }
    assert theory("us/tvpra-beneficiary").basis == "18 U.S.C. § 1595"


def test_fosta_does_not_lift_the_protection_of_blocking() -> None:
    lifts = {name: found.lifts for name, found in THEORIES.items() if "us/section-230-c2" in found.lifts}
    assert set(lifts) == {f"us/section-230-e{number}" for number in range(1, 5)}


def test_clear_and_convincing_evidence_is_for_the_remedy_not_for_gross_negligence() -> None:
    assert theory("us-tx/gross-negligence").standard is Standard.PREPONDERANCE
    assert any("Clear and convincing" in note for note in theory("us-tx/gross-negligence").notes)


def test_what_must_be_known_differs_from_claim_to_claim() -> None:
    asked = {name: part.state_of_mind for name, part in _parts() if part.state_of_mind}
    assert asked == snapshot(
        {
            "us/fosta-230-e5-a.underlying-violation": "knowing participation",
            "us/section-230-c2.objectionable": "the defendant's own view",
            "us/section-230-c2.good-faith": "good faith",
            "us/tvpra-beneficiary-2023.victim": "the perpetrator's",
            "us/tvpra-beneficiary-2023.benefited": "actual knowledge of the benefit",
            "us/tvpra-beneficiary-2023.attempted": "intent",
            "us/tvpra-beneficiary-2023.conspired": "agreement and intent",
            "us/tvpra-beneficiary-2023.knowledge": "constructive knowledge is enough",
            "us/tvpra-beneficiary.victim": "the perpetrator's",
            "us/tvpra-beneficiary.benefit": "actual knowledge of the benefit",
            "us/tvpra-beneficiary.knowledge": "constructive knowledge is enough",
            "us/tvpra-perpetrator.coercion": "knowledge or reckless disregard; for advertising knowledge alone",
            "us/tvpra-perpetrator.minority": "knowledge or reckless disregard; for advertising knowledge alone",
            "us-ca/aiding-and-abetting.knowledge": "actual knowledge",
            "us-ca/civil-conspiracy.awareness": "actual knowledge",
            "us-ca/civil-conspiracy.agreement": "intent",
            "us-ca/defamation.knew-false": "actual knowledge",
            "us-ca/defamation.serious-doubts": "subjective doubt",
            "us-ca/fraud.knew-false": "actual knowledge",
            "us-ca/fraud.reckless": "recklessness",
            "us-ca/fraud.intent": "intent",
            "us-ca/intentional-infliction.intended": "intent",
            "us-ca/intentional-infliction.reckless": "recklessness",
            "us-ca/superseding-cause.unforeseen": "no knowledge and no reason to expect",
            "us-tx/civil-conspiracy.meeting-of-minds": "specific intent",
            "us-tx/cprc-98.knowing-benefit": "actual knowledge",
            "us-tx/gross-negligence.awareness": "actual subjective awareness",
            "us-tx/negligence.causation": "foreseeability",
        }
    )


def test_an_unknown_theory_is_a_key_error() -> None:
    for name in ("us-ca/nuisance", "us-ny/negligence", "negligence", ""):
        with pytest.raises(KeyError):
            theory(name)
    assert "us-ca/nuisance" not in library()


def test_asking_for_one_theory_reads_its_file_alone(tmp_path: Path) -> None:
    (tmp_path / "our-state.yaml").write_text(OWN.format(name="our-state/tort"), encoding="utf-8")
    (tmp_path / "their-state.yaml").write_text("[", encoding="utf-8")
    assert library([tmp_path])["our-state/tort"].title == "A tort of our own"
    with pytest.raises(MapperError):
        list(library([tmp_path]))


def test_theories_of_another_folder_stand_beside_those_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "us-ca.yaml").write_text(OWN.format(name="us-ca/tort"), encoding="utf-8")
    found = library([tmp_path])
    assert set(found) == {*names(), "us-ca/tort"}
    assert len(found) == len(names()) + 1
    assert isinstance(found["us-ca/tort"], Theory)
    assert found["us-ca/negligence"] == theory("us-ca/negligence")


def test_a_theory_of_the_package_is_not_overridden(tmp_path: Path) -> None:
    (tmp_path / "us-ca.yaml").write_text(OWN.format(name="us-ca/negligence"), encoding="utf-8")
    with pytest.raises(MapperError) as raised:
        library([tmp_path])["us-ca/negligence"]
    (finding,) = raised.value.findings
    assert (finding.rule.name, finding.subject) == ("repeated-id", "us-ca/negligence")


def test_a_theory_in_the_wrong_file_is_refused_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "our-state.yaml").write_text(OWN.format(name="us-ca/tort"), encoding="utf-8")
    with pytest.raises(MapperError) as raised:
        library([tmp_path])["our-state/tort"]
    (finding,) = raised.value.findings
    assert finding.message == "`us-ca/tort` would not be found here"
    assert finding.help == "let its name begin with `our-state/`, or put it into the file that its name begins with"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (1, 1)


def test_a_folder_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(MapperError) as raised:
        list(library([tmp_path / "none"]))
    assert [finding.rule.name for finding in raised.value.findings] == ["missing-file"]


def test_each_theory_has_a_file_of_its_own_in_the_folder_of_its_jurisdiction() -> None:
    files = [path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.yaml")]
    assert sorted(files) == sorted(names())
    assert all(name.startswith(f"{found.jurisdiction}/") for name, found in THEORIES.items())


def test_a_theory_in_a_file_with_another_name_is_refused_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "our-state").mkdir()
    (tmp_path / "our-state" / "tort.yaml").write_text(OWN.format(name="our-state/wrong"), encoding="utf-8")
    with pytest.raises(MapperError) as raised:
        library([tmp_path])["our-state/tort"]
    (finding,) = raised.value.findings
    assert finding.message == "`our-state/wrong` would not be found here"
    assert finding.help == "call it `our-state/tort`, or put it into the file that has its name"


def test_a_folder_may_have_a_file_for_each_theory_and_a_file_for_a_jurisdiction(tmp_path: Path) -> None:
    (tmp_path / "our-state").mkdir()
    (tmp_path / "our-state" / "tort.yaml").write_text(OWN.format(name="our-state/tort"), encoding="utf-8")
    (tmp_path / "our-state.yaml").write_text(OWN.format(name="our-state/other"), encoding="utf-8")
    found = library([tmp_path])
    assert {name for name in found if name.startswith("our-state")} == {"our-state/tort", "our-state/other"}
    assert found["our-state/tort"] == found["our-state/other"]


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "tort.yaml").write_text("[", encoding="utf-8")
    (tmp_path / "law" / "us").mkdir(parents=True)
    for name in ("us/../../tort", "../tort", "/tort", f"{tmp_path}/tort", "us/", "/"):
        assert name not in library([tmp_path / "law"])
