"""Stages of loading: what each reports, what stops at it, and what a case file knows of itself."""

from __future__ import annotations

import gc
from fractions import Fraction
from pathlib import Path

import pytest

from mapper.case.builder import Limits
from mapper.case.load import load_case, load_theories
from mapper.case.model import Allegation, Step, Target
from mapper.case.scalars import Locator, PartialDate
from mapper.diagnostics import MapperError
from mapper.vocabulary import Nature, Response, Stage, Weighing
from tests.findings import lines

HEAD = "mapper: 1\ncase: {title: x}\n"


def refusal(text: str, path: str = "case.yaml") -> list[str]:
    """Return why a text is no case."""
    with pytest.raises(MapperError) as raised:
        load_case(path, text)
    assert raised.value.texts == {path: text}
    return lines(raised.value.findings)


def test_short_forms_mean_their_long_ones() -> None:
    text = """
allegations:
  A: one
  B: {text: two, by: [p, q], support: A}
  C: {text: three, by: p, support: [A, [A, B], {from: B, weight: .5}, {from: [A, B], weighing: convergent}]}
evidence:
  E: {text: four, proves: A, disproves: [B, {on: C, weight: 1/3}]}
claims:
  c: {theory: t, against: p, support: {x: A, y: [A, B], z: {"*": A, c: [[A, B]]}, u: , v: {from: A}}}
scenarios:
  s: {accept: A, expect: {c: stands, A: {label: out, because: B}}}
"""
    case = load_case("case.yaml", HEAD + text).model
    assert case.allegations["A"] == Allegation(text="one")
    assert case.allegations["B"].by == ("p", "q")
    assert case.allegations["B"].support == (Step(from_=("A",)),)
    assert case.allegations["C"].support == (
        Step(from_=("A",)),
        Step(from_=("A", "B")),
        Step(from_=("B",), weight=Fraction(1, 2)),
        Step(from_=("A", "B"), weighing=Weighing.CONVERGENT),
    )
    assert case.evidence["E"].proves == (Target(on="A"),)
    assert case.evidence["E"].disproves == (Target(on="B"), Target(on="C", weight=Fraction(1, 3)))
    assert case.claims["c"].support == {
        "x": {"": (Step(from_=("A",)),)},
        "y": {"": (Step(from_=("A",)), Step(from_=("B",)))},
        "z": {"*": (Step(from_=("A",)),), "c": (Step(from_=("A", "B")),)},
        "u": {"": ()},
        "v": {"": (Step(from_=("A",)),)},
    }
    assert case.scenarios["s"].accept == ("A",)
    assert {name: (label.label, label.because) for name, label in case.scenarios["s"].expect.items()} == {
        "c": ("stands", ()),
        "A": ("out", ("B",)),
    }


def test_texts_become_what_their_keys_say() -> None:
    text = """
case: {title: 1984, docket: 007, filed: 2019-03}
sources: {s: {title: S, kind: pleading, date: 2013/2018}}
allegations:
  A:
    text: >
      One
      two.
    source: s ¶ 3,  p. 4
    date: 2013
    nature: conclusion
    response: {p: no-knowledge}
scenarios: {t: {stage: summary-judgment}}
"""
    case = load_case("case.yaml", f"mapper: 1\n{text}").model
    allegation = case.allegations["A"]
    assert (case.case.title, case.case.docket, str(case.case.filed)) == ("1984", "007", "2019-03")
    assert case.sources["s"].date == PartialDate.parse("2013/2018")
    assert allegation.text == "One two."
    assert allegation.source == Locator("s", "¶ 3, p. 4")
    assert allegation.nature is Nature.CONCLUSION
    assert allegation.response == {"p": Response.NO_KNOWLEDGE}
    assert case.scenarios["t"].stage is Stage.SUMMARY_JUDGMENT


def test_a_key_without_a_value_is_the_same_as_none() -> None:
    text = """
include:
parties:
allegations:
  A: {text: one, title: , by: , source: , quote: , quotes: , date: , note: , support: , response: }
claims:
  c: {theory: t, against: , support: }
rebuttals:
  r: {text: two, attacks: , nature: }
scenarios:
  s: {accept: , expect: , ruling: , motion: }
"""
    case = load_case("case.yaml", HEAD + text).model
    assert case.allegations["A"] == Allegation(text="one")
    assert case.claims["c"].support == {}
    assert case.rebuttals["r"].nature is None
    assert case.scenarios["s"].expect == {}


def test_what_cannot_be_read_is_not_asked_for_its_shape() -> None:
    assert refusal("mapper: 2\nmapper: 2\n") == [
        "2:1-7 error[repeated-key] the key `mapper` is given twice here",
        "  first given here 1:1-7",
        "  keep one of them, or give one another name",
    ]


def test_shape_and_ids_are_reported_together_with_what_was_noticed_before() -> None:
    assert refusal(
        f"{HEAD}parties: {{p q: {{name: Doe #4, role: judge}}}}\n".replace("#4, role: judge}}", "#4\n  }}")
    ) == [
        "3:11-14 error[bad-id] `p q` is no id",
        "  an id is made of the letters a to z and A to Z, digits, `_` and, not at its beginning, `-`",
        "3:11-14 error[missing-key] a party needs the key `role`",
        "  `role`: what the party is in the suit",
        "3:27-29 warning[text-cut-by-comment] `#4` is taken for a comment",
        "  put the whole text in quotes, or a blank after the `#` of a comment",
    ]


def test_what_was_noticed_does_not_keep_a_case_from_being_loaded() -> None:
    case = load_case("case.yaml", "mapper: 1\ncase:\n  title: Doe #4\n")
    assert case.model.case.title == "Doe"
    assert [finding.rule.name for finding in case.findings] == ["text-cut-by-comment"]
    assert (case.path, case.paths, case.texts) == (
        "case.yaml",
        ("case.yaml",),
        {"case.yaml": "mapper: 1\ncase:\n  title: Doe #4\n"},
    )


@pytest.mark.parametrize("text", ["- a\n", "hello\n"])
def test_what_is_no_group_of_keys_is_no_case(text: str) -> None:
    assert refusal(text)[0].startswith("1:1-")
    assert "error[wrong-type] expected a case file, found" in refusal(text)[0]


def test_a_mark_before_a_text_that_is_given_is_left_out() -> None:
    assert load_case("case.yaml", f"\ufeff{HEAD}").model.case.title == "x"


def test_a_text_that_is_too_large_is_refused() -> None:
    with pytest.raises(MapperError) as raised:
        load_case("case.yaml", HEAD, limits=Limits(size=3))
    assert raised.value.findings[0].rule.name == "too-large"


def test_the_entry_with_an_id_is_found_and_statements_come_first() -> None:
    text = (
        f"{HEAD}parties: {{a: {{name: A, role: plaintiff}}, b: {{name: B, role: amicus}}}}\nallegations: {{a: one}}\n"
    )
    case = load_case("case.yaml", text)
    found = [case.find(name) for name in ("a", "b", "z")]
    assert [(span.line, span.column) if span else None for span in found] == [(4, 15), (3, 42), None]


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    load_case("case.yaml", HEAD)
    assert gc.isenabled()
    with pytest.raises(MapperError):
        load_case("case.yaml", "[")
    assert gc.isenabled()
    gc.disable()
    try:
        load_case("case.yaml", HEAD)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_a_process_has_frozen_stays_frozen() -> None:
    load_case("case.yaml", HEAD)
    assert gc.get_freeze_count() == 0
    gc.freeze()
    try:
        load_case("case.yaml", HEAD)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


THEORY = "{title: T, kind: claim, jurisdiction: us, law: state, basis: b, burden: plaintiff, elements: {e: {text: x, nature: fact}}}"


def test_theories_are_read_by_name_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "theories.yaml"
    path.write_text(f"us/one: {THEORY}\nus-ca/two: {THEORY}\n", encoding="utf-8")
    found = load_theories(path)
    assert list(found.theories) == ["us/one", "us-ca/two"]
    assert found.theories["us/one"].elements["e"].text == "x"
    assert found.span(("us-ca/two", "basis")).line == 2
    assert found.span(("us-ca/two",), key=True).end_column == 10


def test_everything_wrong_with_theories_is_said_at_once() -> None:
    text = f"us//one: {THEORY}\ntwo: {THEORY}\nthree: {THEORY}\n"
    text = (
        text.replace("two: {title: T, ", "two: {").replace("kind: claim", "kind: law", 1).replace("{e:", "{scope:", 1)
    )
    with pytest.raises(MapperError) as raised:
        load_theories("theories.yaml", text)
    assert [line for line in lines(raised.value.findings) if line[0] != " "] == [
        "1:1-8 error[bad-id] `us//one` is no id",
        "1:27-30 error[unknown-word] `law` is not a word for `kind`",
        "1:102-107 error[reserved-id] `scope` is a word of addresses and no id",
        "2:1-4 error[missing-key] a theory needs the key `title`",
    ]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("- a\n", "1:1-4 error[wrong-type] expected theories under their names"),
        ("a: [\n", "1:5-5 error[syntax] expected a value, found the end of the file"),
        ("a:\n", "1:1-2 error[empty-value] `a` has no value"),
    ],
)
def test_what_holds_no_theories_says_so(text: str, finding: str) -> None:
    with pytest.raises(MapperError) as raised:
        load_theories("theories.yaml", text)
    assert lines(raised.value.findings)[0] == finding
