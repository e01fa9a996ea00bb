"""The table of authorities: what law a case cites, where, and how sure each citation is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

import mapper
from mapper.analysis.authorities import authorities
from mapper.examples import flagship
from mapper.render.json.authorities import authorities as as_json
from mapper.render.terminal import plain
from mapper.render.text.authorities import authorities as in_words
from mapper.vocabulary import Confidence
from tests.answers import say

CASE = """\
mapper: 1
case: {title: Ames v. Bell}
parties:
  ames: {name: Ann Ames, role: plaintiff}
  bell: {name: Bert Bell, role: defendant}
sources:
  complaint: {title: Complaint, kind: pleading}
  order: {title: Order on the motion, kind: opinion}
  yellow: {title: Yellow Cab, kind: opinion, citation: "Li v. Yellow Cab Co. (1975) 13 Cal.3d 804, 808"}
theories:
  care:
    title: Want of care
    kind: claim
    jurisdiction: us-ca
    law: state
    basis: Cal. Civ. Code § 1714
    burden: plaintiff
    elements:
      care:
        text: No care was taken (18 U.S.C. § 2 is about something else).
        nature: fact
        authority:
          - {cite: "Li v. Yellow Cab Co. (1975) 13 Cal.3d 804, 810", confidence: unverified}
          - {cite: Cal. Civ. Code §§ 1708 and 1714(a), confidence: verified, read-in: the code}
      harm: {text: Harm was done., nature: fact, authority: {cite: Old Book on Wrongs, confidence: secondary, read-in: notes}}
allegations:
  CARELESS: {text: Bell looked away., source: complaint}
  HURT: {text: Ames was hurt., source: complaint}
propositions:
  shared: {text: Fault is shared., source: yellow}
claims:
  care: {theory: care, support: {care: [CARELESS, shared], harm: [HURT]}}
scenarios:
  decided:
    ruling: {court: Superior Court, outcome: {care: survives}, source: order, confidence: secondary, note: See CACI 400.}
"""


@pytest.fixture
def graph(tmp_path: Path) -> mapper.Graph:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return mapper.load(path).graph()


def test_each_authority_stands_once_with_every_use(graph: mapper.Graph) -> None:
    assert plain(in_words(authorities(graph), 80)) == snapshot("""\
Cases
  Li v. Yellow Cab Co. (1975) 13 Cal.3d 804 (not verified)
      care.care at 810, shared at 808

Statutes
  Cal. Civ. Code § 1708 (verified)
      care.care
      https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1708.
  Cal. Civ. Code § 1714(a) (verified)
      care.care
      https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1714.
  18 U.S.C. § 2 (not verified)
      care.care
      https://www.law.cornell.edu/uscode/text/18/2

Jury instructions
  CACI No. 400 (not verified)
      decided

Other authorities
  Old Book on Wrongs (at second hand)
      care.harm
  Order on the motion (at second hand)
      decided\
""")


def test_the_same_as_json(graph: mapper.Graph) -> None:
    document = json.loads(as_json(graph, authorities(graph)))
    assert (document["version"], document["answer"], document["case"]) == (1, "authorities", "Ames v. Bell")
    assert document["authorities"][0] == snapshot(
        {
            "kind": "case",
            "cite": "Li v. Yellow Cab Co. (1975) 13 Cal.3d 804",
            "normal": "13 Cal.3d 804",
            "confidence": "unverified",
            "url": None,
            "citable": True,
            "uses": [
                {"id": "care.care", "confidence": "unverified", "pin": "810"},
                {"id": "shared", "confidence": None, "pin": "808"},
            ],
        }
    )


def test_a_case_without_authority_says_so(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("mapper: 1\ncase: {title: A v. B}\n", encoding="utf-8")
    assert in_words(authorities(mapper.load(path).graph()), 80) == "The case cites no authority."


def test_every_authority_that_the_sample_case_is_surest_of_is_marked_so_somewhere() -> None:
    for row in authorities(mapper.load(flagship()).graph()):
        marks = {use.confidence for use in row.uses}
        assert row.confidence in marks or (row.confidence is Confidence.UNVERIFIED and marks == {None})
        assert row.uses


def test_the_command_prints_the_table_and_takes_no_id() -> None:
    assert say("show", "-", "--authorities", text=CASE).out.splitlines()[:2] == [
        "Cases",
        "  Li v. Yellow Cab Co. (1975) 13 Cal.3d 804 (not verified)",
    ]
    said = say("show", "-", "HURT", "--authorities", text=CASE)
    assert (said.status, said.err.splitlines()[-1]) == (
        2,
        "Error: --authorities is about the whole case; leave the id out",
    )


def test_what_may_not_be_cited_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace('804, 808"}', '804, 808", citable: false}'), encoding="utf-8")
    rows = authorities(mapper.load(path).graph())
    assert [row.cite for row in rows if not row.citable] == ["Li v. Yellow Cab Co. (1975) 13 Cal.3d 804"]
    assert plain(in_words(rows, 80)).splitlines()[1:3] == [
        "  Li v. Yellow Cab Co. (1975) 13 Cal.3d 804 (not verified, not citable as",
        "    authority)",
    ]
