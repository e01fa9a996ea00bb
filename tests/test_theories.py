"""The library of legal theories: that the law in it is complete, says how sure it is, and is found by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mapper.case.theory import Authority, Conditions, Element, Theory
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
    for name, found in THEORIES.items():
        for element, spec in found.elements.items():
            yield f"{name}.{element}", spec


def _citations() -> Iterator[tuple[str, Authority]]:
    for name, found in THEORIES.items():
        yield from ((name, authority) for authority in found.authority)
    for name, element in _elements():
        yield from ((name, authority) for authority in element.authority)


def test_the_library_holds_these_theories() -> None:
    assert names() == snapshot(
        (
            "us/tvpra-beneficiary",
            "us/section-230-c1",
            "us/fosta-230-e5-a",
            "us/fosta-230-e5-b",
            "us/fosta-230-e5-c",
            "us-ca/negligence",
            "us-ca/gross-negligence",
            "us-ca/civil-conspiracy",
            "us-ca/civ-code-52-5",
            "us-tx/negligence",
            "us-tx/gross-negligence",
            "us-tx/civil-conspiracy",
            "us-tx/cprc-98",
        )
    )


@pytest.mark.parametrize("name", THEORIES)
def test_a_theory_says_what_it_is_and_rests_on_authority(name: str) -> None:
    found = THEORIES[name]
    assert found.text
    assert found.authority
    assert name.startswith(f"{found.jurisdiction}/")
    assert found.law == ("federal" if found.jurisdiction == "us" else "state")


@pytest.mark.parametrize(("name", "element"), list(_elements()), ids=[name for name, _ in _elements()])
def test_an_element_says_what_must_be_shown_and_rests_on_authority(name: str, element: Element) -> None:
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
            "Applied Equipment Corp. v. Litton Saudi Arabia Ltd. (1994) 7 Cal.4th 503, 511 and 514",
            "Tex. Civ. Prac. & Rem. Code § 41.003",
        ]
    )


def test_only_defenses_and_carve_outs_have_conditions_or_are_judged_claim_by_claim() -> None:
    for found in THEORIES.values():
        if found.kind == "claim":
            assert found.conditions is None
            assert not any(element.per_claim for element in found.elements.values())
            assert found.burden == "plaintiff"


def test_a_carve_out_lifts_a_defense_under_conditions() -> None:
    for found in THEORIES.values():
        assert (found.kind == "carve-out") == bool(found.lifts) == (found.conditions is not None)
        assert all(THEORIES[lifted].kind == "defense" for lifted in found.lifts)


def test_a_degree_of_a_tort_needs_the_same_defendants_tort() -> None:
    modified = {name: found.modifies for name, found in THEORIES.items() if found.modifies}
    same = {name.partition(".")[0] for name, element in _elements() if element.needs == "same-tort"}
    assert modified == snapshot(
        {"us-ca/gross-negligence": "us-ca/negligence", "us-tx/gross-negligence": "us-tx/negligence"}
    )
    assert same == set(modified)


def test_conspiracy_needs_anothers_tort() -> None:
    another = {name for name, element in _elements() if element.needs == "another-tort"}
    assert another == {"us-ca/civil-conspiracy.underlying-tort", "us-tx/civil-conspiracy.underlying-tort"}


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


def test_only_one_carve_out_is_civil_and_it_is_for_one_statute() -> None:
    conditions = {name: found.conditions for name, found in THEORIES.items() if found.kind == "carve-out"}
    assert conditions == {
        "us/fosta-230-e5-a": Conditions(proceeding="civil", basis=("18 U.S.C. § 1595",)),
        "us/fosta-230-e5-b": Conditions(law="state", proceeding="criminal"),
        "us/fosta-230-e5-c": Conditions(law="state", proceeding="criminal"),
    }
    assert theory("us/tvpra-beneficiary").basis == "18 U.S.C. § 1595"


def test_clear_and_convincing_evidence_is_for_the_remedy_not_for_gross_negligence() -> None:
    assert theory("us-tx/gross-negligence").standard is Standard.PREPONDERANCE
    assert any("Clear and convincing" in note for note in theory("us-tx/gross-negligence").notes)


def test_what_must_be_known_differs_from_claim_to_claim() -> None:
    asked = {name: element.state_of_mind for name, element in _elements() if element.state_of_mind}
    assert asked == snapshot(
        {
            "us/tvpra-beneficiary.victim": "the perpetrator's",
            "us/tvpra-beneficiary.benefit": "actual knowledge of the benefit",
            "us/tvpra-beneficiary.knowledge": "constructive knowledge is enough",
            "us/fosta-230-e5-a.underlying-violation": "knowing participation",
            "us-ca/civil-conspiracy.awareness": "actual knowledge",
            "us-ca/civil-conspiracy.agreement": "intent",
            "us-tx/negligence.causation": "foreseeability",
            "us-tx/gross-negligence.awareness": "actual subjective awareness",
            "us-tx/civil-conspiracy.meeting-of-minds": "specific intent",
            "us-tx/cprc-98.knowing-benefit": "actual knowledge",
        }
    )


def test_an_unknown_theory_is_a_key_error() -> None:
    for name in ("us-ca/nuisance", "us-ny/negligence", "negligence", ""):
        with pytest.raises(KeyError):
            theory(name)
    assert "us-ca/nuisance" not in library()


def test_asking_for_one_theory_reads_the_file_of_its_jurisdiction_alone(tmp_path: Path) -> None:
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


def test_the_files_are_named_for_their_jurisdictions() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {found.jurisdiction for found in THEORIES.values()}
