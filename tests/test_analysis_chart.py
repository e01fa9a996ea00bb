"""The proof chart as a value: what bears on each element, whom a claim is against, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from inline_snapshot import snapshot

from mapper.analysis.chart import Entry, Part, chart
from mapper.analysis.proof import Need
from mapper.graph import UnknownAddressError
from tests.answers import SECTIONS
from tests.cases import PRELUDE, graph_of, labelled

WITH_ANOTHER = PRELUDE.replace("  press:", "  other: {name: Other, role: defendant}\n  press:")
WITHOUT_THEORIES = PRELUDE.partition("theories:")[0]

TWO_DEFENDANTS = """
allegations:
  OPEN: {text: The store was open., source: complaint ¶ 2, response: {corp: admitted, other: no-knowledge}}
  WET: {text: The floor was wet., source: complaint ¶ 4, response: {corp: denied}}
claims:
  fall: {theory: tort, by: does, against: [corp, other], support: {duty: [OPEN], breach: [WET]}}
"""


def sketch(parts: Iterable[Part]) -> str:
    """Return parts as a few lines of text: elements, what supports them, and in brackets what attacks them."""
    return "\n".join(line for part in parts for line in _lines(part))


def _lines(part: Part) -> Iterator[str]:
    yield " ".join([part.whole, *(f"v {party}" for party in part.parties)])
    for entry in (*part.elements, *part.outcomes):
        yield f"  {'or ' if entry.alternative else ''}{entry.statement}{_rest(entry)}"
        for item in entry.items:
            note = " again" if item.again else f" ({item.need.value})"
            proofs = "".join(f" {'+' if proof.proves else '-'}{proof.evidence}" for proof in item.proofs)
            attacks = "".join(f" [{a.statement} {a.way.value}]" for a in item.attacks)
            yield f"    {'  ' * item.depth}{item.statement}{note}{proofs}{attacks}"


def _rest(entry: Entry) -> str:
    claims = f" for {', '.join(entry.claims)}" if entry.claims else ""
    return claims + "".join(f" [{a.statement} {a.way.value}]" for a in entry.attacks)


def test_every_element_is_given_with_what_it_rests_on_and_what_attacks_it() -> None:
    found = chart(labelled(graph_of(SECTIONS)))
    assert sketch(found.parts) == snapshot("""\
neglect v corp
  neglect.duty [no-duty undercuts]
    narrow (authority) [broad rival]
  neglect.breach
    KNEW (what it rests on) -LETTER [shaky undercuts]
      WET (evidence) +LETTER [mopped rebuts]
    WET again +LETTER [mopped rebuts]
    FELL (nothing: admitted)
  neglect.harm
    FELL (nothing: admitted)
  neglect [host@neglect bars]
breach-of-act v corp
  breach-of-act.violation
    ROUND (what it rests on)
      ABOUT (what it rests on)
        ROUND again
  breach-of-act [host@breach-of-act bars]
bare v corp
  bare.violation
  bare
host
  host.provider
    WET (evidence) +LETTER [mopped rebuts]
  host@neglect.publisher for neglect
    broad (authority) [narrow rival]
  host@breach-of-act.publisher for breach-of-act
    FELL (nothing: admitted)
  host@neglect for neglect [unless@neglect lifts]
  host@breach-of-act for breach-of-act [unless@breach-of-act lifts]
unless
  unless.knowing
    KNEW (what it rests on) -LETTER [shaky undercuts]
      WET (evidence) +LETTER [mopped rebuts]
  unless@neglect.scope for neglect
  unless@breach-of-act.scope for breach-of-act
  unless@neglect for neglect
  unless@breach-of-act for breach-of-act\
""")


def test_a_claim_against_several_has_a_part_for_each_with_its_answers() -> None:
    graph = graph_of(TWO_DEFENDANTS, WITH_ANOTHER)
    corp, other = chart(labelled(graph)).parts
    needs = [[(i.statement, i.need) for entry in part.elements for i in entry.items] for part in (corp, other)]
    assert (corp.parties, other.parties) == (("corp",), ("other",))
    assert needs == [
        [("OPEN", Need.ADMITTED), ("WET", Need.EVIDENCE)],
        [("OPEN", Need.EVIDENCE), ("WET", Need.EVIDENCE)],
    ]
    answers = [a for part in (corp, other) for entry in part.elements for i in entry.items for a in i.answers]
    assert [(a.party, a.effect.value) for a in answers] == [
        ("corp", "admitted"),
        ("corp", "denied"),
        ("other", "deemed denied"),
        ("other", "no answer on file"),
    ]
    assert [part.unproved for part in (corp, other)] == [("WET",), ("OPEN", "WET")]


def test_parties_whom_nothing_tells_apart_share_a_part() -> None:
    graph = graph_of("claims: {a: {theory: act, by: does, against: [press, readers]}}")
    (part,) = chart(labelled(graph), ["a"]).parts
    assert part.parties == ("press", "readers")


def test_a_claim_that_names_nobody_is_against_the_other_side() -> None:
    graph = graph_of("claims: {a: {theory: act, by: does}, b: {theory: act, by: corp}}")
    assert [part.parties for part in chart(labelled(graph)).parts] == [("corp",), ("does",)]


def test_claims_and_parties_are_picked() -> None:
    graph = graph_of(TWO_DEFENDANTS + "  more: {theory: act, by: corp, against: does}\n", WITH_ANOTHER)
    evaluation = labelled(graph)

    def picked(claims: Iterable[str] = (), parties: Iterable[str] = ()) -> list[tuple[str, tuple[str, ...]]]:
        return [(part.whole, part.parties) for part in chart(evaluation, claims, parties).parts]

    assert picked(["more"]) == [("more", ("does",))]
    assert picked(parties=["other"]) == [("fall", ("other",))]
    assert picked(parties=["corp"]) == [("fall", ("corp",)), ("more", ("does",))]
    assert picked(parties=["press"]) == []


def test_a_defense_is_charted_with_the_claims_and_the_parties_that_it_concerns() -> None:
    evaluation = labelled(graph_of(SECTIONS))
    wholes = {
        claim: [part.whole for part in chart(evaluation, [claim]).parts]
        for claim in ("neglect", "breach-of-act", "bare")
    }
    assert wholes == {
        "neglect": ["neglect", "host", "unless"],
        "breach-of-act": ["breach-of-act", "host", "unless"],
        "bare": ["bare"],
    }


def test_a_defendant_is_not_shown_the_defense_of_another() -> None:
    sections = SECTIONS.replace("against: corp\n    support", "against: [corp, other]\n    support")
    evaluation = labelled(graph_of(sections, WITH_ANOTHER))
    found = {p: [part.whole for part in chart(evaluation, ["neglect"], [p]).parts] for p in ("corp", "other", "does")}
    assert found == {
        "corp": ["neglect", "host", "unless"],
        "other": ["neglect"],
        "does": ["neglect", "neglect", "host", "unless"],
    }


def test_what_is_judged_alike_for_several_claims_is_one_entry() -> None:
    text = SECTIONS.replace('publisher: {neglect: [broad], "*": [FELL]}', "publisher: [broad]")
    host = next(part for part in chart(labelled(graph_of(text))).parts if part.whole == "host")
    assert [(e.statement, e.claims) for e in host.elements] == [
        ("host.provider", ()),
        ("host@neglect.publisher", ("neglect", "breach-of-act")),
    ]


def test_an_element_that_is_taken_over_is_spelled_out_only_if_it_is_charted_nowhere() -> None:
    text = TWO_DEFENDANTS + "  again: {theory: tort, by: does, against: corp, support: {duty: [fall.duty]}}\n"
    evaluation = labelled(graph_of(text, WITH_ANOTHER))
    both, alone = (
        [
            item.statement
            for part in chart(evaluation, names).parts
            if part.whole == "again"
            for item in part.elements[0].items
        ]
        for names in (["fall", "again"], ["again"])
    )
    assert (both, alone) == (["fall.duty"], ["fall.duty", "OPEN"])


def test_ways_to_show_an_element_follow_it() -> None:
    theory = "{title: T, kind: claim, jurisdiction: us, law: state, basis: b, burden: plaintiff, elements: {right: {text: R., nature: fact, any-of: {own: {text: O., nature: fact}, held: {text: H., nature: fact}}}}}"
    graph = graph_of(f"theories: {{t: {theory}}}\nclaims: {{c: {{theory: t, by: does}}}}", WITHOUT_THEORIES)
    (part,) = chart(labelled(graph)).parts
    assert [(e.statement, e.alternative, len(e.items)) for e in part.elements] == [
        ("c.right", False, 0),
        ("c.own", True, 0),
        ("c.held", True, 0),
    ]


def test_what_evidence_is_met_with_is_an_attack_on_what_it_proves() -> None:
    text = """
allegations: {WET: The floor was wet.}
evidence: {LOG: {text: A log., source: exhibit, proves: [WET]}}
claims: {c: {theory: act, by: does, support: {violation: [WET]}}}
rebuttals:
  forged: {text: The log is forged., by: corp, nature: fact, attacks: [LOG]}
  dry: {text: It dried at once., by: corp, nature: law, attacks: ["LOG:WET"]}
"""
    (part,) = chart(labelled(graph_of(text))).parts
    attacks = part.elements[0].items[0].attacks
    assert [(a.statement, a.way.value, a.on) for a in attacks] == [
        ("dry", "undercuts", "WET"),
        ("forged", "rebuts", "LOG"),
    ]


def test_a_claim_that_is_not_in_play_is_charted_only_if_asked_for() -> None:
    graph = graph_of("claims: {a: {theory: act, by: does, against: press}, b: {theory: act, by: does}}")
    evaluation = labelled(graph)
    assert [part.whole for part in chart(evaluation).parts] == ["b"]
    assert [part.whole for part in chart(evaluation, ["a"]).parts] == ["a"]


def test_gaps_stand_with_the_part_that_has_them() -> None:
    found = chart(labelled(graph_of(SECTIONS)))
    assert {part.whole: [(g.kind.value, g.statement) for g in part.gaps] for part in found.parts} == snapshot(
        {
            "neglect": [("unanswered-rebuttal", "no-duty")],
            "breach-of-act": [],
            "bare": [("no-support", "bare.violation")],
            "host": [],
            "unless": [],
        }
    )


def test_an_unknown_claim_or_party_is_a_mistake_with_what_was_meant() -> None:
    evaluation = labelled(graph_of(SECTIONS))
    with pytest.raises(UnknownAddressError) as claim:
        chart(evaluation, ["neglekt"])
    with pytest.raises(UnknownAddressError) as party:
        chart(evaluation, parties=["corps"])
    assert (claim.value.wanted, claim.value.near[0]) == ("claim", "neglect")
    assert (party.value.wanted, party.value.near[0]) == ("party", "corp")


def test_a_circle_of_support_is_followed_once() -> None:
    text = """
allegations:
  A: {text: A., nature: conclusion, support: [B]}
  B: {text: B., nature: conclusion, support: [A]}
claims: {c: {theory: act, by: does, support: {violation: [A]}}}
"""
    (part,) = chart(labelled(graph_of(text))).parts
    assert [(i.statement, i.depth, i.again) for i in part.elements[0].items] == [
        ("A", 0, False),
        ("B", 1, False),
        ("A", 2, True),
    ]
