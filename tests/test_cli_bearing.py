"""What carries, defeats and settles a statement, on the command line."""

from __future__ import annotations

import json

import pytest

from mapper.examples import flagship
from tests.answers import say

CASE = """
mapper: 1
case: {title: A debate}
parties: {a: {name: A, role: plaintiff}, b: {name: B, role: defendant}}
allegations:
  RAIN: It rained.
  WET: {text: The road was wet., nature: conclusion, support: [RAIN, HOSE]}
  HOSE: Somebody had hosed the road.
propositions:
  strict: {text: Whoever hurts pays.}
  fault: {text: Only who is at fault pays.}
  pays: {text: B pays., support: [[WET, strict]]}
issues:
  rule: {positions: [strict, fault]}
"""

UNDECIDED = """
mapper: 1
case: {title: A debate}
parties: {a: {name: A, role: plaintiff}, b: {name: B, role: defendant}}
allegations:
  SAID: A said so.
propositions:
  one: {text: The one., support: [SAID]}
  other: {text: The other., support: [SAID]}
rebuttals:
  against-one: {text: Not the one., by: a, nature: law, attacks: ["SAID:one"], support: [other]}
  against-other: {text: Not the other., by: b, nature: law, attacks: ["SAID:other"], support: [one]}
"""
"""Each of two propositions holds only as long as the other does not."""


def test_what_carries_a_statement_is_listed_smallest_first() -> None:
    assert say("support", "-", "WET", text=CASE).out == (
        "✓ WET: counts\n"
        "\n"
        "What carries it (2 minimal sets)\n"
        "  1 RAIN\n"
        "    by RAIN → WET\n"
        "  2 HOSE\n"
        "    by HOSE → WET\n"
        "\n"
        "Cheapest defeat (2 leaves together)\n"
        "  RAIN and HOSE: without them does not count\n"
        "    RAIN does not count; HOSE does not count\n"
        "\n"
        "No single leaf brings it down: take any one away, and it still stands.\n"
        "\n"
        "Pleading stage.\n"
    )


def test_nothing_can_be_taken_from_what_fails_already() -> None:
    said = say("support", "-", "WET", "--reject", "RAIN,HOSE", text=CASE).out
    assert "Nothing to take away: it already fails. RAIN does not count; HOSE does not\ncount.\n" in said
    assert "Would change it if it held\n  RAIN: with it counts\n" in said


def test_what_matters_is_ranked_and_what_does_not_is_named() -> None:
    assert say("settled", "-", "pays", text=CASE).out == (
        "pays: not settled: 2 statements open\n"
        "\n"
        "It may still come out in these ways\n"
        "  counts, for example, if strict holds\n"
        "  does not count, for example, if none of the open statements holds\n"
        "\n"
        "what matters  if it holds, if not     settles\n"
        "strict        counts, does not count  0 / 0\n"
        "settles: how many others no longer matter once it is known to hold / not to hold\n"
        "\n"
        "Open too, without effect on it: fault.\n"
        "\n"
        "Pleading stage.\n"
    )


def test_what_is_settled_says_so() -> None:
    assert say("settled", "-", "pays", "--accept", "fault", text=CASE).out.startswith("pays: settled: does not count\n")


def test_more_can_be_assumed_open() -> None:
    found = json.loads(say("settled", "-", "WET", "--assume-open", "denied", "--format", "json", text=CASE).out)
    assert [each["id"] for each in found["relevant"]] == ["RAIN", "HOSE"]


def test_a_word_that_is_no_kind_gets_the_one_that_was_meant() -> None:
    said = say("settled", "-", "pays", "--assume-open", "denyed", text=CASE)
    assert (said.status, said.out) == (2, "")
    assert "did you mean `denied`?" in said.err


def test_an_address_of_several_statements_is_refused() -> None:
    said = say("support", str(flagship()), "section-230")
    assert (said.status, said.out) == (2, "")
    assert "names several statements" in said.err


LOOP = """
mapper: 1
case: {title: Two circles}
allegations:
  FACT: {text: It is so., nature: conclusion}
propositions:
  p: {text: P., support: [base]}
  q: {text: Q., support: [base]}
  base: {text: Base.}
rebuttals:
  not-p: {text: Not P., nature: law, support: [q], attacks: ["base:p"]}
  not-q: {text: Not Q., nature: law, support: [p], attacks: ["base:q"]}
parties: {a: {name: A, role: plaintiff}}
"""


def test_what_the_grounded_labelling_leaves_open_can_be_decided_in_several_ways() -> None:
    said = say("evaluate", "-", "--accept", "base", "--labellings", "preferred", text=LOOP)
    assert said.out == (
        "2 preferred labellings of what the grounded one leaves undecided.\n"
        "\n"
        "holds in some, fails in some  p, q, not-p, not-q\n"
        "\n"
        "Pleading stage, base is accepted.\n"
    )


def test_an_open_statement_leaves_no_stable_labelling() -> None:
    said = say("evaluate", "-", "--labellings", "stable", text=LOOP)
    assert said.out == "There is no stable labelling, because base is open.\n\nPleading stage.\n"


def test_where_nothing_is_open_there_is_only_one_labelling() -> None:
    said = say("evaluate", "-", "--reject", "base", "--labellings", "stable", text=LOOP)
    assert said.out.startswith("Nothing is left undecided, so the grounded labelling is the only one.\n")


def test_labellings_and_stages_exclude_each_other() -> None:
    said = say("evaluate", "-", "--all-stages", "--labellings", "stable", text=LOOP)
    assert (said.status, said.out) == (2, "")


GIVEN_UP = (
    "the search was given up, because too many open statements hang together; "
    "choose a reading, ask of less, or allow more with --effort\n"
)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "question", [("settled", "-", "pays"), ("evaluate", "-", "--labellings", "preferred")], ids=" ".join
)
def test_a_search_that_is_given_up_is_no_answer(question: tuple[str, ...], form: str) -> None:
    said = say(*question, "--effort", "0", "--format", form, text=CASE)
    assert (said.status, said.out, said.err) == (2, "", GIVEN_UP)


def test_stable_labellings_are_given_up_too_but_not_where_there_can_be_none() -> None:
    dispute = CASE.replace("issues:", "  doubt: {text: Nobody pays., support: [fault]}\nissues:")
    said = say("evaluate", "-", "--labellings", "stable", "--effort", "0", text=dispute)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("There is no stable labelling, because strict and fault are open.")
    said = say("evaluate", "-", "--labellings", "stable", "--effort", "0", text=UNDECIDED)
    assert (said.status, said.out, said.err) == (2, "", GIVEN_UP)
    assert say("evaluate", "-", "--labellings", "stable", text=UNDECIDED).out.startswith("2 stable labellings")


def test_what_was_not_looked_for_to_the_end_is_said_beside_what_was_found() -> None:
    said = say("support", "-", "WET", "--effort", "0", text=CASE)
    assert (said.status, said.err) == (0, "")
    assert said.out == (
        "✓ WET: counts\n"
        "\n"
        "The search for what carries it was given up; --effort lets it go on for longer.\n"
        "\n"
        "The search for a defeat was given up; --effort lets it go on for longer.\n"
        "\n"
        "No single leaf brings it down: take any one away, and it still stands.\n"
        "\n"
        "Pleading stage.\n"
    )
    found = json.loads(say("support", "-", "WET", "--effort", "0", "--format", "json", text=CASE).out)
    assert (found["supports"], found["complete"]) == ([], False)
    assert found["defeat"] == {"already": False, "complete": False, "sets": []}


def test_effort_is_for_a_search() -> None:
    said = say("evaluate", "-", "--effort", "5", text=CASE)
    assert said.status == 2
    assert said.err.endswith("Error: --effort is for a search, and only --labellings asks for one\n")
