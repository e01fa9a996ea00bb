"""Which claims are in play, and what that changes: no label of a claim by itself, only what a motion concedes."""

from __future__ import annotations

import pytest

from mapper.evaluate import OutOfPlay
from mapper.evaluate.play import Absence, absence_of, out_of_play
from mapper.render.terminal import plain
from mapper.render.text.overview import evaluation, glance, stages
from mapper.render.text.record import record
from mapper.render.text.summary import summary
from mapper.vocabulary import Label, Stage
from tests.cases import graph_of, labelled

PRELUDE = """
mapper: 1
case: {title: Doe v. Corp}
parties:
  does: {name: Jane Does, role: plaintiff}
  corp: {name: Corp, role: defendant}
  thief: {name: A thief, role: nonparty}
  friend: {name: A friend of the court, role: amicus}
sources:
  first: {title: Complaint, kind: pleading}
  second: {title: Amended complaint, kind: pleading, replaces: first}
  third: {title: Second amended complaint, kind: pleading, replaces: [second]}
  cross: {title: Cross-complaint, kind: pleading}
theories:
  act:
    {title: The act, kind: claim, jurisdiction: us, law: federal, basis: § 1, burden: plaintiff, elements: {
      violation: {text: The act was violated., nature: fact}}}
  shield:
    {title: Shield, kind: defense, jurisdiction: us, law: federal, basis: § 2, burden: defendant, elements: {
      good-faith: {text: It was done in good faith., nature: fact}}}
"""
SECTIONS = """
allegations:
  DONE: It was done.
claims:
  old: {theory: act, against: corp, source: first, support: {violation: [DONE]}}
  middle: {theory: act, against: corp, source: second ¶ 4, support: {violation: [DONE]}}
  new: {theory: act, against: corp, source: third}
  counter: {theory: act, by: corp, against: does, source: cross}
  bare: {theory: act}
  theft: {theory: act, against: thief, support: {violation: [DONE]}}
  mixed: {theory: act, against: [thief, corp]}
defenses:
  shield: {theory: shield, by: corp, against: [old, new]}
scenarios:
  at-first: {pleading: first}
  then: {pleading: second}
  across: {pleading: cross}
  motion: {motion: {by: corp, on: [new.violation]}}
  first-motion: {pleading: first, motion: {by: corp, on: [bare]}}
"""
GRAPH = graph_of(SECTIONS, PRELUDE)


@pytest.mark.parametrize(
    ("scenario", "absent"),
    [
        (None, {"old": ("replaced", "third"), "middle": ("replaced", "third"), "theft": ("not-sued", "thief")}),
        ("at-first", {"middle": ("later", "first"), "new": ("later", "first"), "theft": ("not-sued", "thief")}),
        ("then", {"old": ("replaced", "second"), "new": ("later", "second"), "theft": ("not-sued", "thief")}),
        ("across", {"old": ("replaced", "third"), "middle": ("replaced", "third"), "theft": ("not-sued", "thief")}),
    ],
)
def test_claims_of_another_pleading_and_against_strangers_are_not_in_play(
    scenario: str | None, absent: dict[str, tuple[str, str]]
) -> None:
    found = out_of_play(GRAPH, scenario)
    assert {claim: (each.why.value, *each.others) for claim, each in found.items()} == absent
    assert {claim.id: absence_of(GRAPH, claim.id, scenario) for claim in GRAPH.claims()} == {
        claim.id: found.get(claim.id) for claim in GRAPH.claims()
    }


def test_why_a_claim_is_not_in_play_names_its_own_pleading_too() -> None:
    assert out_of_play(GRAPH)["middle"] == OutOfPlay(Absence.REPLACED, "second", ("third",))


def test_a_circle_of_pleadings_ends_the_search_all_the_same() -> None:
    circle = PRELUDE.replace("Complaint, kind: pleading}", "Complaint, kind: pleading, replaces: third}")
    assert "old" not in out_of_play(graph_of(SECTIONS, circle))


def test_a_claim_that_is_not_in_play_is_labelled_like_any_other() -> None:
    found = labelled(GRAPH)
    assert [found.labels[claim] for claim in ("old", "middle", "new", "theft")] == [
        Label.IN,
        Label.IN,
        Label.OUT,
        Label.IN,
    ]


def test_a_motion_concedes_nothing_about_what_is_not_in_play() -> None:
    assert {n for n, given in labelled(GRAPH, scenario="motion").given.items() if given.by == "motion"} == {
        "bare.made-out",
        "counter.made-out",
        "mixed.made-out",
        "shield@new",
    }
    assert {n for n, given in labelled(GRAPH, scenario="first-motion").given.items() if given.by == "motion"} == {
        "old.made-out",
        "counter.made-out",
        "mixed.made-out",
        "shield@old",
    }


NOT_IN_PLAY = """\
Not in play
  old     pleaded in first, which third replaces
  middle  pleaded in second, which third replaces
  theft   against thief, not sued here"""


def test_an_evaluation_sets_them_apart_with_all_that_belongs_to_them() -> None:
    text = plain(evaluation(labelled(GRAPH), 80))
    claims, _, rest = text.partition(NOT_IN_PLAY)
    assert rest
    assert "\n✗ new " in claims
    assert not [name for name in ("old", "middle", "theft") if name in claims]
    assert not [name for name in ("old.violation", "theft.violation", "shield@old") if name in rest]


def test_the_glance_and_the_stages_set_them_apart() -> None:
    for text in (glance(labelled(GRAPH), 80), stages([labelled(GRAPH, stage=stage) for stage in Stage], 80)):
        before, _, after = plain(text).partition(NOT_IN_PLAY)
        assert after
        assert "old" not in before + after


def test_a_case_with_one_pleading_says_nothing_of_it() -> None:
    one = graph_of("claims: {bare: {theory: act}}\n", PRELUDE)
    assert "Not in play" not in plain(evaluation(labelled(one), 80))


def test_what_belongs_to_such_a_claim_says_so() -> None:
    for name in ("old", "old.violation", "shield@old"):
        assert "not in play  pleaded in first, which third replaces" in plain(record(labelled(GRAPH), name, 80))
    assert "not in play" not in plain(record(labelled(GRAPH), "shield@new", 80))


def test_the_headline_leaves_them_out_unless_there_are_no_others() -> None:
    found = labelled(GRAPH)
    assert plain(summary(found, ["old", "new", "theft"])) == (
        "Not made out: new – element violation has no support. Not in play: old and theft."
    )
    assert plain(summary(found, ["old"])) == "Stands: old. Not in play: old."
