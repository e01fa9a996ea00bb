"""What a case lacks, each kind on a case that has it and one that nearly has."""

from __future__ import annotations

import pytest

from mapper.analysis.gaps import Gap, GapKind, gaps
from mapper.graph import ArgumentGraph
from tests.cases import graph_of, labelled

SOUND = """
allegations:
  SOLD: It sold tools.
  TOLD: It was told.
  HURT: They were hurt.
  AGAIN: They were hurt again.
claims:
  negligence:
    theory: tort
    against: corp
    support: {duty: [SOLD, TOLD], breach: [SOLD, TOLD], harm: [HURT, AGAIN]}
"""


def found(graph: ArgumentGraph, kind: GapKind, **how: object) -> list[Gap]:
    return [gap for gap in gaps(labelled(graph, **how)) if gap.kind is kind]


def test_a_case_with_two_facts_for_everything_has_no_gap() -> None:
    assert gaps(labelled(graph_of(SOUND))) == ()


def test_an_element_without_support_is_a_gap_of_who_bears_it() -> None:
    graph = graph_of(SOUND.replace("breach: [SOLD, TOLD], ", ""))
    assert gaps(labelled(graph)) == (Gap(GapKind.NO_SUPPORT, "negligence.breach", ("negligence",), ("does",)),)


def test_an_element_that_is_assumed_needs_no_support() -> None:
    graph = graph_of(SOUND.replace("breach: [SOLD, TOLD], ", ""))
    assert gaps(labelled(graph, accept=["negligence.breach"])) == ()


BARE = """
allegations:
  KNEW: {text: It knew., nature: conclusion}
  EVIL: {text: It was evil., nature: conclusion, support: [KNEW]}
  GREEDY: {text: It was greedy., nature: conclusion, support: [KNEW, SOLD]}
  SOLD: It sold tools.
claims:
  negligence: {theory: tort, against: corp, support: {duty: [EVIL, KNEW], breach: [[KNEW, SOLD]], harm: [GREEDY]}}
"""


def test_an_element_for_which_only_conclusions_speak_is_a_gap() -> None:
    assert found(graph_of(BARE), GapKind.ONLY_CONCLUSIONS) == [
        Gap(GapKind.ONLY_CONCLUSIONS, "negligence.duty", ("negligence",), ("does",), ("EVIL", "KNEW")),
        Gap(GapKind.ONLY_CONCLUSIONS, "negligence.breach", ("negligence",), ("does",), ("KNEW",)),
    ]


def test_an_element_hangs_by_the_leaves_without_which_it_falls() -> None:
    graph = graph_of(SOUND.replace("duty: [SOLD, TOLD]", "duty: [[SOLD, HURT], [TOLD, HURT]]"))
    assert found(graph, GapKind.SINGLE_THREAD) == [
        Gap(GapKind.SINGLE_THREAD, "negligence.duty", ("negligence",), ("does",), ("HURT",))
    ]


def test_an_element_with_one_step_hangs_by_the_step() -> None:
    graph = graph_of(
        SOUND.replace("duty: [SOLD, TOLD]", "duty: [BOTH]").replace(
            "  AGAIN:", "  BOTH: {text: Both., nature: conclusion, support: [SOLD, TOLD]}\n  AGAIN:"
        )
    )
    assert found(graph, GapKind.SINGLE_THREAD) == [
        Gap(GapKind.SINGLE_THREAD, "negligence.duty", ("negligence",), ("does",), (), "BOTH:negligence.duty")
    ]


DERIVED = (
    SOUND.replace("harm: [HURT, AGAIN]", "harm: [HURT]")
    + """
  act: {theory: act, against: corp, support: {violation: [negligence.made-out]}}
"""
)


def test_an_element_taken_over_from_another_claim_is_no_gap_of_its_own() -> None:
    assert found(graph_of(DERIVED), GapKind.SINGLE_THREAD) == [
        Gap(
            GapKind.SINGLE_THREAD,
            "negligence.harm",
            ("negligence", "act"),
            ("does",),
            ("HURT",),
            "HURT:negligence.harm",
        )
    ]


def test_a_fact_that_several_claims_need_is_named_once() -> None:
    assert found(graph_of(DERIVED), GapKind.SHARED_FACT) == [
        Gap(GapKind.SHARED_FACT, "HURT", ("negligence", "act"), ("does",), ("negligence.harm", "act.violation"))
    ]


DEFENDED = (
    SOUND
    + """
propositions:
  wide: Any harm through content counts.
  narrow: Only the publisher's duty counts.
issues:
  reading: {positions: [narrow, wide]}
defenses:
  section-230:
    theory: immunity
    against: [negligence]
    support: {provider: [SOLD, TOLD], publisher: {"*": [wide]}}
"""
)


def test_a_defense_that_may_apply_is_answered_by_an_open_rival_of_its_reading() -> None:
    assert found(graph_of(DEFENDED), GapKind.UNANSWERED_DEFENSE) == []


def test_a_defense_is_unanswered_once_no_answer_counts() -> None:
    assert found(graph_of(DEFENDED), GapKind.UNANSWERED_DEFENSE, accept=["wide"]) == [
        Gap(GapKind.UNANSWERED_DEFENSE, "section-230@negligence", ("negligence",), ("does",), ("narrow",))
    ]


def test_a_defense_that_does_not_apply_needs_no_answer() -> None:
    assert found(graph_of(DEFENDED), GapKind.UNANSWERED_DEFENSE, accept=["narrow"]) == []


def test_a_defense_nobody_attacks_is_unanswered() -> None:
    graph = graph_of(DEFENDED.replace('publisher: {"*": [wide]}', 'publisher: {"*": [SOLD]}'))
    assert [gap.others for gap in found(graph, GapKind.UNANSWERED_DEFENSE)] == [()]


REBUTTED = (
    SOUND
    + """
rebuttals:
  common: {text: Everybody sells them., by: corp, nature: law, source: opinion, attacks: [negligence.breach]}
  reader: {text: So what?, nature: law, source: readers, attacks: [negligence.duty]}
"""
)


def test_a_rebuttal_that_counts_and_nobody_answers_is_a_gap_of_who_is_attacked() -> None:
    assert found(graph_of(REBUTTED), GapKind.UNANSWERED_REBUTTAL) == [
        Gap(GapKind.UNANSWERED_REBUTTAL, "common", ("negligence",), ("does",))
    ]


@pytest.mark.parametrize(
    ("answer", "others"),
    [
        ("  reply: {text: Not these., by: does, nature: law, source: opinion, attacks: [common]}\n", None),
        ("  reply: {text: Not these., nature: law, source: readers, attacks: [common]}\n", ("reply",)),
    ],
)
def test_an_answer_that_does_not_count_is_named_and_no_answer(answer: str, others: tuple[str, ...] | None) -> None:
    gap = [gap for gap in found(graph_of(REBUTTED + answer), GapKind.UNANSWERED_REBUTTAL) if gap.statement == "common"]
    assert (gap[0].others if gap else None) == others


def test_an_allegation_from_which_nothing_leads_to_a_claim_is_idle() -> None:
    more = "  LOST: {text: So it was., nature: conclusion, support: [ALONE]}\n  ALONE: It was so.\n"
    graph = graph_of(SOUND.replace("  SOLD:", more + "  SOLD:", 1))
    assert found(graph, GapKind.IDLE_ALLEGATION) == [
        Gap(GapKind.IDLE_ALLEGATION, "LOST", (), ("does",)),
        Gap(GapKind.IDLE_ALLEGATION, "ALONE", (), ("does",)),
    ]


def test_without_claims_no_allegation_is_idle() -> None:
    assert gaps(labelled(graph_of("allegations: {A: It is so.}"))) == ()


def test_evidence_of_what_nobody_says_is_a_gap() -> None:
    graph = graph_of(
        SOUND
        + """
evidence:
  LETTER: {text: A letter., by: does, proves: [SOLD]}
  PHOTO: {text: A photo., by: does, proves: [negligence.harm]}
  STRAY: {text: A stray., by: corp}
"""
    )
    assert found(graph, GapKind.EVIDENCE_WITHOUT_ALLEGATION) == [
        Gap(GapKind.EVIDENCE_WITHOUT_ALLEGATION, "PHOTO", ("negligence",), ("does",), ("negligence.harm",)),
        Gap(GapKind.EVIDENCE_WITHOUT_ALLEGATION, "STRAY", (), ("corp",)),
    ]
