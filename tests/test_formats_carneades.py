"""Graphs of Carneades 4: what is read, what is not understood, and what is refused."""

from __future__ import annotations

import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.diagnostics import Diagnostic, MapperError
from mapper.formats.carneades import CarneadesGraph, read
from mapper.graph import Argument, Issue
from mapper.vocabulary import Assumption, Label, Standard, Weighing
from tests.conformance import conformance

FULL = """
meta: {title: Everything at once}
language: {wet/1: "%v is wet"}
references: {}
statements:
  wet: The street is wet.
  rained:
    text: It rained in
      the night.
    assumed: true
    metadata: {note: seen}
  hosed: {text: Somebody hosed it down., assumed: false, label: out}
  dry: {text: It is dry., value: Undecided}
  covered:
  slippery: It is slippery.
  ¬slippery: It is not slippery.
issues:
  state: {positions: [wet, dry], standard: BRD, meta: {}}
issue_schemes:
  negation: [¬Q, Q]
argument_schemes:
  - {id: sign, weight: {constant: 0.57}}
  - {id: habit, weight: seldom}
  - {id: plain}
weighing_functions:
  seldom: {constant: 1/3}
arguments:
  a1: {conclusion: wet, premises: [rained, hosed, rained], scheme: convergent, undercutter: covered}
  a2: {conclusion: dry, premises: {major: covered, minor: rained}, nas: [hosed, slippery], scheme: sign}
  a3: {conclusion: slippery, premises: wet, not app statement: dry, scheme: habit, parameters: [x]}
  wet: {conclusion: ¬slippery, scheme: Factorized}
  a5: {conclusion: ¬slippery, premises: [dry], scheme: plain}
assumptions: [covered]
tests:
  in: rained
  out: [dry, wet]
  undecided: []
"""


def read_text(text: str) -> CarneadesGraph:
    """Return what is read from a text."""
    return read("graph.yml", text)


def test_statements_keep_their_text_and_what_is_assumed_of_them() -> None:
    found = read_text(FULL)
    assert {s.id: s.text for s in found.graph.statements.values()} == {
        "wet": "The street is wet.",
        "rained": "It rained in the night.",
        "hosed": "Somebody hosed it down.",
        "dry": "It is dry.",
        "covered": "",
        "slippery": "It is slippery.",
        "¬slippery": "It is not slippery.",
    }
    assert found.assumptions == {"rained": Assumption.ACCEPTED, "covered": Assumption.ACCEPTED}


def test_issues_come_from_the_file_and_from_schemes_with_one_variable() -> None:
    found = read_text(FULL)
    assert list(found.graph.issues.values()) == [
        Issue(id="state", positions=("wet", "dry")),
        Issue(id="negation(slippery)", positions=("¬slippery", "slippery")),
    ]
    assert {name for name, standard in found.standards.items() if standard is Standard.BEYOND_REASONABLE_DOUBT} == {
        "wet",
        "dry",
    }


def test_an_issue_scheme_adds_no_issue_that_the_file_states_itself() -> None:
    found = read_text("""
statements: {p: p, ¬p: not p}
issues: {whether: {positions: [p, ¬p], standard: CCE}}
issue_schemes: {negation: [¬Q, Q]}
""")
    assert list(found.graph.issues) == ["whether"]
    assert found.standards["p"] is Standard.CLEAR_AND_CONVINCING


def test_arguments_keep_premises_roles_undercutters_and_weights() -> None:
    assert list(read_text(FULL).graph.arguments.values()) == [
        Argument(
            id="a1",
            premises=("rained", "hosed"),
            conclusion="wet",
            weighing=Weighing.CONVERGENT,
            undercutters=("covered",),
        ),
        Argument(
            id="a2",
            premises=("covered", "rained"),
            conclusion="dry",
            weight=Fraction(57, 100),
            undercutters=("hosed", "slippery"),
            roles=("major", "minor"),
        ),
        Argument(id="a3", premises=("wet",), conclusion="slippery", weight=Fraction(1, 3), undercutters=("dry",)),
        Argument(id="argument wet", premises=(), conclusion="¬slippery", weighing=Weighing.FACTORIZED),
        Argument(id="a5", premises=("dry",), conclusion="¬slippery"),
    ]


def test_labels_that_a_file_states_are_those_that_it_should_get() -> None:
    # A label beside a statement gives way to the tests.
    assert read_text(FULL).expected == {"hosed": Label.OUT, "dry": Label.OUT, "rained": Label.IN, "wet": Label.OUT}


def test_labels_are_the_grounded_ones_and_assumed_rivals_are_both_kept() -> None:
    found = read_text("""
statements: {p: p, q: q, r: r}
issues: {i: {positions: [p, q, r]}}
assumptions: [p, q]
""")
    assert found.labels() == {"p": Label.IN, "q": Label.IN, "r": Label.OUT}


def places(findings: tuple[Diagnostic, ...]) -> list[str]:
    """Return findings in one line each."""
    return [
        f"{f.span.line}:{f.span.column} {f.rule.name} {f.message}" + (f" ({f.help})" if f.help else "")
        for f in findings
        if f.span
    ]


def test_what_is_not_understood_is_said_where_it_stands() -> None:
    found = read_text("""
statements:
  p: {text: p, colour: red}
  q: q
mood: good
issue_schemes:
  options: [buy(O1), "...", buy(On)]
argument_schemes:
  cause:
    variables: [X]
    conclusions: [q]
    weight: {preference: [{property: date}]}
  sign: {weight: {constant: 0.5}}
arguments:
  a1: {conclusion: p, premises: [q], scheme: cause, weight: 0.3}
""")
    assert places(found.findings) == [
        "3:16 not-understood `colour` is not understood",
        "5:1 not-understood `mood` is not understood",
        "7:3 not-understood the issue scheme `options` is not read: its positions need one variable in common",
        "9:3 not-understood a scheme that derives arguments is not applied; those in the file are read",
        "12:5 not-understood only constant weights are read; the arguments are weighed as linked",
        "13:10 not-understood a constant weight counts even where a premise fails; here the argument is linked",
        "15:53 not-understood the weight of an argument is a result there; it is weighed anew",
    ]
    assert found.graph.arguments["a1"].weight == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("statements: [", ["1:14 syntax"]),
        ("statements: text", ["1:13 wrong-type expected a group of keys"]),
        ("statements: {p: [x]}", ["1:17 wrong-type expected text"]),
        (
            "statements: {snores: x}\nassumptions: [snore]",
            ["2:15 unknown-reference `snore` is no statement of this file (did you mean `snores`?)"],
        ),
        (
            "statements: {p: x}\narguments:\n  a1: {conclusion: q, premises: {major: r}, undercutter: s}",
            [
                "3:20 unknown-reference `q` is no statement of this file",
                "3:41 unknown-reference `r` is no statement of this file",
                "3:58 unknown-reference `s` is no statement of this file",
            ],
        ),
        (
            "statements: {p: x}\narguments: {a1: {premises: [p]}}",
            ["2:17 missing-key the argument `a1` has no `conclusion`"],
        ),
        (
            "statements: {p: x}\narguments: {a1: {conclusion: }}",
            ["2:17 missing-key the argument `a1` has no `conclusion`"],
        ),
        (
            "statements: {p: x}\narguments: {a1: {conclusion: p, scheme: linkd}}",
            [
                "2:41 unknown-word `linkd` is none of `linked`, `convergent`, `cumulative`, `factorized` (did you mean",
            ],
        ),
        (
            "statements: {p: x}\nissues: {i: {positions: [p], standard: XYZ}}",
            ["2:40 unknown-word `XYZ` is none of `pe`, `cce`, `brd`"],
        ),
        (
            "statements: {p: {assumed: perhaps}}",
            ["1:27 unknown-word `perhaps` is none of `true`, `yes`, `1`, `false`, `no`, `0`"],
        ),
        (
            "statements: {p: x}\nissues: {i: {positions: [p]}, j: {positions: p}}",
            ["2:34 misplaced-position `p` is a position of `i` and of `j`"],
        ),
        (
            "statements: {p: x}\narguments: {a1: {conclusion: p, nas: p, undercutter: p}}",
            ["2:54 repeated-key `undercutter` says the same as another key here"],
        ),
        ("argument_schemes: {s: {weight: {constant: 2}}}", ["1:43 bad-weight"]),
    ],
)
def test_a_mistake_is_refused_where_it_stands(text: str, expected: list[str]) -> None:
    with pytest.raises(MapperError) as caught:
        read_text(text)
    errors = [f for f in caught.value.findings if f.rule.name != "not-understood"]
    assert [line[: len(start)] for line, start in zip(places(tuple(errors)), expected, strict=True)] == expected
    assert caught.value.texts == {"graph.yml": text}


PIECES = st.sampled_from(
    [*"pq{}[]:,-¬ \n", "statements: ", "arguments: ", "issues: ", "tests: ", "in: ", "a1: ", "conclusion: ", "scheme: "]
)


def findings(text: str) -> tuple[Diagnostic, ...]:
    """Return what is said of a text, whether it is read and labelled or refused."""
    try:
        found = read_text(text)
    except MapperError as error:
        return error.findings
    return found.findings if found.labels().keys() == found.graph.statements.keys() else ()


def lies_in(text: str, finding: Diagnostic) -> bool:
    """Return whether a finding has its place in a text, or the place right after it."""
    lines = re.split("\r\n|\r|\n", text)
    return not finding.span or finding.span.column <= len(lines[finding.span.line - 1]) + 1


@settings(max_examples=200)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_read_or_refused_with_findings_in_it(text: str) -> None:
    assert all(lies_in(text, finding) for finding in findings(text))


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_graph_is_read_or_refused_with_findings_in_it(data: st.DataObject) -> None:
    lines = FULL.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[place])))
    lines[place] = lines[place][:cut] + data.draw(st.text(max_size=3))
    text = "\n".join(lines)
    assert all(lies_in(text, finding) for finding in findings(text))


# A folder of originals

AGREES = "statements: {p: x, q: y}\nassumptions: [p]\ntests: {in: [p], out: [q]}\n"
DISAGREES = "statements: {p: x, q: y}\nassumptions: [q]\ntests: {in: [p], out: [q]}\n"


def test_a_folder_that_agrees_ends_with_0(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text(AGREES, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(AGREES, encoding="utf-8")
    assert conformance(tmp_path) == (0, ["2 files, 4 labels, 0 disagreements"])


def test_each_disagreement_is_printed_and_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text(DISAGREES, encoding="utf-8")
    (tmp_path / "two.yml").write_text(AGREES, encoding="utf-8")
    assert conformance(tmp_path) == (
        1,
        [
            "one.yml: `p` is out and should be in",
            "one.yml: `q` is in and should be out",
            "2 files, 4 labels, 2 disagreements",
        ],
    )


def test_a_file_that_cannot_be_read_ends_with_2_and_hides_no_disagreement(tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("assumptions: [p]\n", encoding="utf-8")
    (tmp_path / "one.yml").write_text(DISAGREES, encoding="utf-8")
    status, lines = conformance(tmp_path)
    assert (status, lines[0]) == (2, "broken.yml: `p` is no statement of this file")
    assert lines[1] == "one.yml: `p` is out and should be in"


@pytest.mark.parametrize(("folders", "status"), [(0, 2), (1, 2), (2, 2)])
def test_nothing_to_check_ends_with_2(tmp_path: Path, folders: int, status: int) -> None:
    command = [sys.executable, "-m", "tests.conformance", *[str(tmp_path)] * folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
