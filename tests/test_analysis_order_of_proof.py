"""The order of proof: the evidence by witness and exhibit, what nothing proves yet, what needs no proof."""

from __future__ import annotations

from inline_snapshot import snapshot

from mapper.analysis.order_of_proof import OrderOfProof, order_of_proof
from mapper.analysis.proof import Need
from mapper.vocabulary import Stage
from tests.cases import PRELUDE, graph_of, labelled

CASE = """
allegations:
  OPEN: {text: The store was open., response: {corp: admitted}}
  WET: {text: The floor was wet., response: {corp: denied}}
  KNEW: {text: Corp knew., nature: conclusion, support: [MOPPED]}
  MOPPED: {text: It had been mopped badly.}
  NOTED: {text: It rained that day., source: record}
  SWORN: {text: A clerk saw it., source: exhibit p. 3}
  GOSSIP: {text: It is so every day., source: paper}
  IDLE: {text: This leads nowhere.}
evidence:
  LOG: {text: A log., source: exhibit p. 1, witness: [press], proves: [WET], disproves: [KNEW]}
  PHOTO: {text: A picture., proves: [WET, tort.harm]}
claims:
  tort: {theory: tort, by: does, against: corp, support: {duty: [OPEN], breach: [[WET, KNEW], NOTED], harm: [SWORN, GOSSIP]}}
rebuttals:
  mats: {text: There were mats., by: corp, nature: fact, attacks: [WET]}
  talk: {text: People talk., nature: fact, source: readers, attacks: [WET]}
"""


def order(text: str = CASE, prelude: str = PRELUDE, **how: object) -> OrderOfProof:
    return order_of_proof(labelled(graph_of(text, prelude), stage=Stage.TRIAL), **how)  # type: ignore[arg-type]  # as they are


def test_evidence_stands_by_witness_and_exhibit_those_without_a_witness_last() -> None:
    lines = [
        (t.witnesses, e.source, e.place, s.evidence, s.proves, s.fact.statement)
        for t in order().testimonies
        for e in t.exhibits
        for s in e.showings
    ]
    assert lines == snapshot(
        [
            (("press",), "exhibit", "p. 1", "LOG", True, "WET"),
            (("press",), "exhibit", "p. 1", "LOG", False, "KNEW"),
            ((), "exhibit", "p. 3", "SWORN", True, "SWORN"),
            ((), "", "", "PHOTO", True, "WET"),
            ((), "", "", "PHOTO", True, "tort.harm"),
        ]
    )


def test_the_witness_of_a_source_counts_where_evidence_names_none() -> None:
    prelude = PRELUDE.replace("kind: evidence}", "kind: evidence, witness: press}")
    text = CASE.replace(", witness: [press]", "")
    assert [t.witnesses for t in order(text, prelude).testimonies] == [("press",), ()]


def test_what_is_disputed_and_has_no_evidence_is_listed() -> None:
    assert [fact.statement for fact in order().unproved] == ["MOPPED", "GOSSIP", "mats"]


def test_what_is_admitted_or_found_needs_no_proof() -> None:
    assert [(fact.statement, fact.need) for fact in order().settled] == [("OPEN", Need.ADMITTED), ("NOTED", Need.FOUND)]


def test_a_fact_says_what_it_is_good_for_and_against() -> None:
    facts = {f.statement: [(p.statement, p.against) for p in f.purposes] for f in order().unproved}
    assert facts == {
        "MOPPED": [("tort.breach", False)],
        "GOSSIP": [("tort.harm", False)],
        "mats": [("tort.breach", True)],
    }


def test_what_bears_on_other_claims_only_is_left_out() -> None:
    text = CASE + "  tardy: {text: Too late., by: corp, nature: fact, attacks: [other]}\n"
    text = text.replace(
        "claims:\n", "claims:\n  other: {theory: act, by: does, against: corp, support: {violation: [MOPPED]}}\n"
    )
    facts = {f.statement: [p.statement for p in f.purposes] for f in order(text, claims=["other"]).unproved}
    assert facts == {"MOPPED": ["other.violation"], "tardy": ["other"]}
    assert order(text, claims=["other"]).testimonies == ()
