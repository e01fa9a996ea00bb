"""Legal citations: found in a text, normalized, checked for form, linked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.citations import CitationKind, citations, malformed, name_of
from mapper.citations.reporters import REPORTERS

NORMAL = [
    ("47 U.S.C. § 230(e)(5)(A)", CitationKind.STATUTE),
    ("18 U.S.C. § 1595(a)", CitationKind.STATUTE),
    ("18 U.S.C. § 2421A", CitationKind.STATUTE),
    ("Cal. Civ. Code § 52.5", CitationKind.STATUTE),
    ("Cal. Code Civ. Proc. § 335.1", CitationKind.STATUTE),
    ("Cal. Code Civ. Proc. §§ 335-349.4", CitationKind.STATUTE),
    ("Cal. Bus. & Prof. Code § 17200", CitationKind.STATUTE),
    ("Tex. Civ. Prac. & Rem. Code § 98.002", CitationKind.STATUTE),
    ("Tex. Civ. Prac. & Rem. Code § 41.001(11)(B)", CitationKind.STATUTE),
    ("Tex. Civ. Prac. & Rem. Code ch. 98A", CitationKind.STATUTE),
    ("Pub. L. 115-164 § 4", CitationKind.STATUTE),
    ("Pub. L. 117-347", CitationKind.STATUTE),
    ("132 Stat. 1253", CitationKind.STATUTE),
    ("U.S. Const. amend. I", CitationKind.CONSTITUTION),
    ("Fed. R. Civ. P. 12(b)(6)", CitationKind.RULE),
    ("Cal. Rules of Court, rule 8.1115(a)", CitationKind.RULE),
    ("CACI No. 400", CitationKind.INSTRUCTION),
    ("CACI No. 450C", CitationKind.INSTRUCTION),
    ("CACI No. VF-1900", CitationKind.INSTRUCTION),
    ("76 F.4th 544", CitationKind.CASE),
    ("625 S.W.3d 80", CitationKind.CASE),
    ("41 Cal.4th 747", CitationKind.CASE),
    ("603 F. Supp. 3d 626", CitationKind.CASE),
    ("137 S. Ct. 622", CitationKind.CASE),
    ("2024 WL 1337370", CitationKind.CASE),
    ("3 Cai. R. 175", CitationKind.CASE),
    ("[1893] 1 QB 256", CitationKind.CASE),
    ("No. 23-20604", CitationKind.DOCKET),
    ("No. 1:20-cv-02335", CitationKind.DOCKET),
    ("No. CGC-19-574770", CitationKind.DOCKET),
    ("No. A159566", CitationKind.DOCKET),
]

BROKEN = [
    ("18 USC 1595(a)", "18 U.S.C. § 1595(a)"),
    ("47 U.S.C. 230", "47 U.S.C. § 230"),
    ("47 U.S.C. § 230(e)(5)A", "47 U.S.C. § 230(e)(5)(A)"),
    ("47 U.S.C. § 230(e)(5)(A", "47 U.S.C. § 230(e)(5)(A)"),
    ("Cal. Civ. Code 52.5", "Cal. Civ. Code § 52.5"),
    ("California Civil Code section 52.5", "Cal. Civ. Code § 52.5"),
    ("CPRC 98.002", "Tex. Civ. Prac. & Rem. Code § 98.002"),
    ("76 F4th 544", "76 F.4th 544"),
    ("625 SW3d 80", "625 S.W.3d 80"),
    ("12 Cal4th 913, 917", "12 Cal.4th 913, 917"),
    ("570 F.3rd 1096", "570 F.3d 1096"),
    ("Fed R Civ P 12(b)(6)", "Fed. R. Civ. P. 12(b)(6)"),
    ("Public Law 115-164", "Pub. L. 115-164"),
]

SHORT = [
    ("FRCP 12(b)(6)", "Fed. R. Civ. P. 12(b)(6)"),
    ("CPRC § 98.002", "Tex. Civ. Prac. & Rem. Code § 98.002"),
    ("CACI 400", "CACI No. 400"),
    ("Section 230(c)(1)", "47 U.S.C. § 230(c)(1)"),
    ("12 Cal. 4th 913", "12 Cal.4th 913"),
    ("603 F.Supp.3d 626", "603 F. Supp. 3d 626"),
    ("4:20-cv-1254", "No. 4:20-cv-1254"),
    ("CGC-19-574770", "No. CGC-19-574770"),
]


@pytest.mark.parametrize(("text", "kind"), NORMAL)
def test_a_citation_in_its_normal_form_stays_as_it_is(text: str, kind: CitationKind) -> None:
    (found,) = citations(f"as {text}; and so on")
    assert (found.kind, found.normal, found.text, found.start) == (kind, text, text, 3)
    assert found.well_formed


@pytest.mark.parametrize(("written", "normal"), BROKEN)
def test_what_lacks_something_is_found_and_told_how_it_should_be(written: str, normal: str) -> None:
    assert [(found.text, near) for found, near in malformed(f"See {written}.")] == [(written, normal)]


@pytest.mark.parametrize(("written", "normal"), SHORT)
def test_usual_short_forms_are_fine(written: str, normal: str) -> None:
    (found,) = citations(written)
    assert (found.normal, found.well_formed) == (normal, True)


def test_several_sections_are_several_citations() -> None:
    found = citations("Tex. Civ. Prac. & Rem. Code §§ 98.001 and 98.002(a); CACI Nos. 3945, 3946 and 3947")
    assert [each.normal for each in found] == [
        "Tex. Civ. Prac. & Rem. Code § 98.001",
        "Tex. Civ. Prac. & Rem. Code § 98.002(a)",
        "CACI No. 3945",
        "CACI No. 3946",
        "CACI No. 3947",
    ]


def test_one_section_sign_takes_one_section() -> None:
    (found,) = citations("under 18 U.S.C. § 1595 and 3 others")
    assert found.text == "18 U.S.C. § 1595"


def test_the_place_in_a_decision_is_not_part_of_what_is_cited() -> None:
    (found,) = citations("Brown (2021) 11 Cal.5th 204, 213-214 and 220")
    assert (found.normal, found.pin) == ("11 Cal.5th 204", "213-214 and 220")


def test_a_statute_is_linked_and_a_decision_is_not() -> None:
    links = {found.normal: found.url for text, _ in NORMAL for found in citations(text)}
    assert links["47 U.S.C. § 230(e)(5)(A)"] == "https://www.law.cornell.edu/uscode/text/47/230"
    assert links["Fed. R. Civ. P. 12(b)(6)"] == "https://www.law.cornell.edu/rules/frcp/rule_12"
    assert links["Tex. Civ. Prac. & Rem. Code § 98.002"] == (
        "https://statutes.capitol.texas.gov/Docs/CP/htm/CP.98.htm#98.002"
    )
    assert links["76 F.4th 544"] == links["CACI No. 400"] == links["No. 23-20604"] == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("G.G. v. Salesforce.com, Inc., 76 F.4th 544 (7th Cir. 2023)", "G.G. v. Salesforce.com, Inc."),
        ("Li v. Yellow Cab Co. (1975) 13 Cal.3d 804", "Li v. Yellow Cab Co."),
        ("In re Facebook, Inc., 625 S.W.3d 80 (Tex. 2021)", "In re Facebook, Inc."),
        ("Carlill v Carbolic Smoke Ball Co [1893] 1 QB 256", "Carlill v Carbolic Smoke Ball Co"),
        ("See also 76 F.4th 544", ""),
    ],
)
def test_the_name_of_a_case_stands_before_its_citation(text: str, name: str) -> None:
    assert name_of(text, citations(text)[0]) == name


@pytest.mark.parametrize(
    "text",
    [
        "3 U.S. cities and 20 others",
        "on 12 F Street 40 people",
        "section 230 of the road",
        "Section 2301 and Section 230.5",
        "the 98.002 mark",
        "Rule 12 was broken",
        "between 12:30 and 14:15 o'clock",
        "Penal Code § 236.1",
        "",
    ],
)
def test_what_is_no_citation_or_of_nobody_knows_where_is_left_alone(text: str) -> None:
    assert citations(text) == ()


@pytest.mark.parametrize("reporter", REPORTERS)
def test_every_reporter_is_found_as_itself(reporter: str) -> None:
    (found,) = citations(f"12 {reporter} 345")
    assert (found.normal, found.well_formed) == (f"12 {reporter} 345", True)


@given(st.lists(st.sampled_from([text for text, _ in NORMAL]), max_size=6))
def test_citations_do_not_disturb_each_other(texts: list[str]) -> None:
    assert [found.normal for found in citations("; ".join(texts))] == texts


@given(st.text(max_size=60) | st.text(alphabet="U.S.C. §§()0123456789aF4thCalNo-,and ", max_size=80))
def test_any_text_is_read_and_what_is_normalized_is_well_formed(text: str) -> None:
    for found in citations(text):
        assert text[found.start : found.end] == found.text
        again = [each.normal for each in citations(found.normal)]
        assert again == [found.normal] or not re.search(r"\w", found.normal)


def test_a_long_text_is_read_in_no_time_that_grows_with_its_square() -> None:
    text = "§ 1 and 12 F. 3 Cal. App. ((((" * 20_000
    assert len(citations(text)) < len(text)
