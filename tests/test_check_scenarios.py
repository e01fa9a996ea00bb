"""Issues are questions with rival answers; scenarios choose between them and say what follows."""

from __future__ import annotations

import pytest

from tests.checking import found, helped

CASE = """
allegations: {A: a}
evidence: {E: {text: e, proves: A}}
propositions: {P: p, Q: q, S: s}
claims: {negligence: {theory: tort, support: {duty: [P, Q, S], breach: A, harm: A}}}
defenses: {shield: {theory: immunity, against: negligence, support: {provider: A, publisher: A}}}
"""


def test_an_issue_has_at_least_two_positions() -> None:
    case = CASE + "issues: {one: {positions: P}, none: {positions: []}, two: {positions: [Q, S]}}"
    assert found(case) == [
        "6:27-28 one-position-issue: the issue `one` has only one position",
        "6:49-51 one-position-issue: the issue `none` has no position",
    ]


def test_a_position_stands_in_one_issue() -> None:
    assert found(CASE + "issues: {one: {positions: [P, Q]}, two: {positions: [Q, S]}}") == [
        "6:54-55 misplaced-position: `Q` is a position of the issue `two` and of `one`",
        "    6:31 in `one` here",
    ]


def test_two_accepted_positions_are_one_finding_for_each_issue() -> None:
    case = CASE + "issues: {question: {positions: [P, Q, S]}}\nscenarios: {s: {accept: [A, S, P]}, t: {accept: P}}"
    assert found(case) == [
        "7:32-33 two-accepted-positions: the scenario `s` accepts `S` and `P`, of which at most one can hold",
        "    6:10 they are positions of the issue `question`",
    ]


def test_positions_that_two_courts_found_cannot_both_be_taken_as_true() -> None:
    case = """
allegations: {A: {text: a, source: record}, B: {text: b, source: record}, C: c, D: d}
claims: {negligence: {theory: tort, support: {duty: A, breach: [B, C, D], harm: A}}}
issues: {found: {positions: [A, B]}, pleaded: {positions: [C, D]}}
"""
    assert found(case) == [
        "3:10-15 two-accepted-positions: `A` and `B` are both taken as true in the pleading, but at most one can hold",
        "3:38-45 two-accepted-positions: `C` and `D` are both taken as true in the pleading, but at most one can hold",
    ]
    chosen = "scenarios: {s: {accept: [A, D]}, t: {stage: trial, reject: A}}"
    assert [line for line in found(case + chosen) if "two-accepted" in line] == []
    assert found(case + "scenarios: {s: {reject: [A, C]}, t: {accept: C}}") == [
        "3:10-15 two-accepted-positions: `A` and `B` are both taken as true in the scenario `t`, but at most one can hold"
    ]


def test_a_scenario_assumes_one_thing_about_a_statement() -> None:
    case = (
        CASE
        + """
scenarios:
  s: {accept: [A, shield], reject: [P, shield@negligence], open: [P, Q]}
  t: {accept: A, reject: P, open: Q}
"""
    )
    assert found(case) == [
        "8:40-57 contradictory-assumptions: the scenario `s` both accepts and rejects `shield@negligence`",
        "    8:19 it accepts it here",
        "8:67-68 contradictory-assumptions: the scenario `s` both rejects and leaves open `P`",
        "    8:37 it rejects it here",
    ]


def test_a_word_for_no_outcome_is_reported_with_the_words_that_there_are() -> None:
    case = CASE + "scenarios: {s: {expect: {negligence: stnads, shield: baned}}}"
    assert found(case) == [
        "6:38-44 unknown-label: `stnads` is no word for an outcome",
        "6:54-59 unknown-label: `baned` is no word for an outcome",
    ]
    assert helped(case) == [
        "did you mean `stands`?",
        "write `applies`, `does not apply`, `open`, `in`, `out`, `undecided`, `fails` or `survives`",
    ]


@pytest.mark.parametrize(
    ("address", "word", "kind"),
    [
        ("negligence", "applies", "a claim"),
        ("negligence", "made out", "a claim"),
        ("negligence.duty", "stands", "an element"),
        ("negligence.made-out", "barred", "an element"),
        ("shield", "barred", "a defense"),
        ("A", "applies", "an allegation"),
        ("P", "made out", "a proposition"),
    ],
)
def test_a_word_that_cannot_be_said_of_such_a_statement_is_reported(address: str, word: str, kind: str) -> None:
    lines = found(CASE + f"scenarios: {{s: {{expect: {{{address}: {word}}}}}}}")
    assert [line.partition(": ")[2] for line in lines] == [f"`{word}` cannot be said of `{address}`, which is {kind}"]


@pytest.mark.parametrize("word", ["open", "fails", "survives", "in", "out", "undecided"])
@pytest.mark.parametrize("address", ["negligence", "negligence.duty", "shield", "shield@negligence", "A", "P", "E"])
def test_words_for_everything_can_be_said_of_everything(address: str, word: str) -> None:
    assert found(CASE + f"scenarios: {{s: {{expect: {{{address}: {word}}}}}}}") == []


def test_a_ruling_uses_the_words_of_rulings_or_of_expectations() -> None:
    ruling = "scenarios: {s: {ruling: {court: C, outcome: {negligence: %s, shield@negligence: %s}}}}"
    assert found(CASE + ruling % ("dismissed", "established")) == []
    assert found(CASE + ruling % ("barred", "applies")) == []
    assert found(CASE + ruling % ("thrown out", "barred")) == [
        "6:58-68 unknown-label: `thrown out` is no word for an outcome",
        "6:89-95 unknown-label: `barred` cannot be said of `shield@negligence`, which is a defense",
    ]
