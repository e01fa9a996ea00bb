"""What does nothing, and what a stage asks for and does not find."""

from __future__ import annotations

from pathlib import Path

from mapper.build import build
from mapper.case.load import load_case
from mapper.check import check_argument, check_case
from tests.cases import PRELUDE
from tests.checking import case_file, found, helped

CLAIM = """
allegations: {A: a}
claims: {negligence: {theory: tort, support: {duty: A, breach: A, harm: A}}}
"""


def test_a_statement_that_does_nothing_is_reported_by_its_kind() -> None:
    case = """
allegations: {A: a, B: b, C: {text: c, support: B}}
evidence: {E: {text: e}}
propositions: {P: p}
rebuttals: {R: {text: r, by: corp, nature: law, attacks: A}, S: {text: s, by: corp, nature: law}}
claims: {negligence: {theory: tort, support: {duty: A, breach: A, harm: []}}}
"""
    assert found(case) == [
        "1:27-28 unused-statement: the allegation `C` supports and attacks nothing",
        "2:12-13 unused-statement: the evidence `E` supports and attacks nothing",
        "3:16-17 unused-statement: the proposition `P` supports and attacks nothing",
        "4:62-63 unused-statement: the rebuttal `S` supports and attacks nothing",
    ]


def test_commentary_positions_warrants_and_what_a_scenario_asks_about_are_no_idle_statements() -> None:
    case = """
allegations:
  A: a
  B: {text: b, source: readers}
  C: c
propositions: {P: p, Q: q, W: w}
issues: {question: {positions: [P, Q]}}
claims: {negligence: {theory: tort, support: {duty: {from: A, warrant: W}, breach: A, harm: A}}}
scenarios: {s: {expect: {C: counts}}}
"""
    assert found(case) == []
    assert found(case.replace("source: readers", "source: paper")) == [
        "3:3-4 unused-statement: the allegation `B` supports and attacks nothing"
    ]


def test_where_there_are_no_claims_what_is_argued_for_is_the_purpose() -> None:
    assert found("propositions: {P: p, Q: {text: q, support: P}, S: s}") == [
        "1:48-49 unused-statement: the proposition `S` supports and attacks nothing"
    ]


def test_a_source_without_use_is_reported_in_the_case_file_and_not_in_what_it_includes(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text("sources: {common: {title: Common, kind: news}}\n", encoding="utf-8")
    case = tmp_path / "case.yaml"
    own = "include: shared.yaml\nscenarios: {s: {ruling: {court: C, outcome: {negligence: open}, source: opinion}}}\n"
    case.write_text(PRELUDE + CLAIM + own, encoding="utf-8")
    lines = [finding.message for finding in check_case(load_case(case), {})]
    assert lines == [
        f"nothing rests on the source `{name}`"
        for name in ("complaint", "answer", "brief", "statute", "exhibit", "record", "paper", "readers")
    ]


def test_answers_are_missed_at_a_stage_that_asks_for_them_once_for_each_opponent() -> None:
    case = """
allegations:
  A: {text: a, response: {corp: denied}}
  B: b
  C: {text: c, nature: damages}
  D: {text: d, nature: conclusion}
  E: {text: e, source: paper}
  F: {text: f, source: record}
  G: {text: g, by: corp}
claims: {negligence: {theory: tort, support: {duty: [A, B, C, G], breach: [B, D], harm: [C, E, F]}}}
scenarios:
  early: {stage: pleading}
  summary: {stage: summary-judgment}
  late: {stage: trial}
"""
    prelude = PRELUDE.replace("press:", "twin: {name: Twin, role: defendant}\n  press:")
    asked = [line for line in found(case, prelude) if "lenient" not in line]
    assert asked == [
        "12:20-36 missing-answers: `corp` has not answered 2 of 3 allegations of fact",
        "    3:3 `B` is the first of them",
        "12:20-36 missing-answers: `twin` has not answered 3 of 3 allegations of fact",
        "    2:3 `A` is the first of them",
    ]
    assert helped(case, prelude)[0] == (
        "add `response: {corp: ...}`; until then they are taken as denied in `summary` and `late`"
    )


def test_what_a_scenario_accepts_or_rejects_by_itself_needs_no_answer_there() -> None:
    claim = "allegations: {A: a, B: b}\nclaims: {negligence: {theory: tort, support: {duty: A, breach: B, harm: A}}}\n"
    given = "scenarios:\n  first: {stage: trial, accept: [A], reject: [B]}\n"
    assert found(claim + given) == []
    assert found(f"{claim}{given}  second: {{stage: trial, accept: [A]}}\n") == [
        "5:19-24 missing-answers: `corp` has not answered 1 of 2 allegations of fact",
        "    1:21 `B` is the first of them",
    ]


def test_an_answer_on_file_is_enough_whatever_it_says() -> None:
    for answer in ("admitted", "denied", "none", "no-knowledge", "denied-in-part"):
        case = CLAIM.replace("A: a", f"A: {{text: a, response: {{corp: {answer}}}}}")
        assert found(case + "scenarios: {s: {stage: summary-judgment}}") == []


def test_an_answer_comes_from_an_opponent() -> None:
    case = """
allegations:
  A: {text: a, response: {corp: denied, does: admitted, press: denied}}
  B: {text: b, by: corp, response: {does: denied}}
  C: {text: c, by: press, response: {does: denied}}
claims: {negligence: {theory: tort, support: {duty: A, breach: B, harm: C}}}
"""
    assert found(case) == [
        "2:41-45 misplaced-answer: `does` answers `A`, but is no opponent of `does`",
        "2:57-62 misplaced-answer: `press` answers `A`, but is no opponent of `does`",
    ]


def test_many_names_are_counted_after_the_first_six() -> None:
    prelude = PRELUDE.replace("role: plaintiff", "role: nonparty")
    claims = "".join(f"  c{number}: {{theory: act, support: {{violation: A}}}}\n" for number in range(9))
    assert found(f"allegations: {{A: a}}\nclaims:\n{claims}", prelude) == [
        "-30:1-8 no-plaintiff: nobody is the plaintiff, so nobody pleads `c0`, `c1`, `c2`, `c3`, `c4`, `c5` and 3 more"
    ]


def test_the_argument_can_be_checked_with_a_graph_at_hand() -> None:
    file = case_file(CLAIM.replace("duty: A", "duty: []") + "evidence: {E: {text: e}}")
    found = check_argument(file, {}, build(file.model, file.model.theories))
    assert [finding.rule.name for finding in found] == ["unused-statement"]


def test_somebody_has_to_be_the_plaintiff() -> None:
    prelude = PRELUDE.replace("role: plaintiff", "role: nonparty")
    assert found(CLAIM, prelude) == ["-30:1-8 no-plaintiff: nobody is the plaintiff, so nobody pleads `negligence`"]
    assert found(CLAIM.replace("theory: tort,", "theory: tort, by: press,"), prelude) == []
    nobody = "mapper: 1\ncase: {title: t}\ntheories:" + PRELUDE.partition("\ntheories:")[2]
    assert found(CLAIM, nobody) == ["2:10-20 no-plaintiff: nobody is the plaintiff, so nobody pleads `negligence`"]
