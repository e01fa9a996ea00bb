"""One finding in every voice, compared whole."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper import rules
from mapper.diagnostics import Diagnostic, Span
from mapper.render.excerpt import WIDTH, excerpt, visible
from mapper.render.findings import VOICES, as_concise, as_github, as_json, as_sarif, as_text, summary
from mapper.render.terminal import cells

TEXT = "mapper: 1\nclaims:\n  c: {theory: t, by: nobody}\n"
TEXTS = {"graphs/doe.yaml": TEXT}
PARTY = Diagnostic(
    rules.UNKNOWN_PARTY,
    "`nobody` is not a party",
    Span("graphs/doe.yaml", 3, 22, 28),
    "c",
    "add it to `parties`",
    ((Span("graphs/doe.yaml", 2, 1, 7), "the claim begins here"), (None, "no party has such a name")),
)
SOURCE = Diagnostic(rules.UNUSED_SOURCE, "nothing rests on `news`", Span("other.yaml", 7, 3, 7))
FILE = Diagnostic(rules.MISSING_FILE, "there is no file `x.yaml`", help="did you mean `y.yaml`?")
FINDINGS = (PARTY, SOURCE, FILE)


def test_the_text_has_the_line_with_a_caret_and_what_to_do() -> None:
    assert (
        as_text(FINDINGS, TEXTS)
        == """\
error[unknown-party]: `nobody` is not a party
 --> graphs/doe.yaml:3:22
  |
3 |   c: {theory: t, by: nobody}
  |                      ^^^^^^
note: the claim begins here (graphs/doe.yaml:2:1)
note: no party has such a name
help: add it to `parties`

note[unused-source]: nothing rests on `news`
 --> other.yaml:7:3

error[missing-file]: there is no file `x.yaml`
help: did you mean `y.yaml`?
"""
    )


def test_the_parts_of_the_text_can_be_painted() -> None:
    painted = as_text([PARTY], TEXTS, lambda text, part: f"<{part} {text}>")
    assert painted.splitlines() == [
        "<error error[unknown-party]>: `nobody` is not a party",
        " <place -->> graphs/doe.yaml:3:22",
        "  <place |>",
        "<place 3> <place |>   c: {theory: t, by: nobody}",
        "  <place |>                      <error ^^^^^^>",
        "<note note>: the claim begins here (graphs/doe.yaml:2:1)",
        "<note note>: no party has such a name",
        "<help help>: add it to `parties`",
    ]


def test_concisely_each_finding_is_a_line() -> None:
    assert (
        as_concise(FINDINGS, TEXTS)
        == """\
graphs/doe.yaml:3:22: error[unknown-party] `nobody` is not a party
other.yaml:7:3: note[unused-source] nothing rests on `news`
error[missing-file] there is no file `x.yaml`
"""
    )


def test_json_has_a_version_and_everything_that_is_known() -> None:
    assert json.loads(as_json(FINDINGS, TEXTS)) == {
        "version": 1,
        "findings": [
            {
                "rule": "unknown-party",
                "severity": "error",
                "message": "`nobody` is not a party",
                "path": "graphs/doe.yaml",
                "line": 3,
                "column": 22,
                "end_column": 28,
                "subject": "c",
                "help": "add it to `parties`",
                "related": [
                    {
                        "message": "the claim begins here",
                        "path": "graphs/doe.yaml",
                        "line": 2,
                        "column": 1,
                        "end_column": 7,
                    },
                    {
                        "message": "no party has such a name",
                        "path": None,
                        "line": None,
                        "column": None,
                        "end_column": None,
                    },
                ],
            },
            {
                "rule": "unused-source",
                "severity": "note",
                "message": "nothing rests on `news`",
                "path": "other.yaml",
                "line": 7,
                "column": 3,
                "end_column": 7,
                "subject": None,
                "help": None,
                "related": [],
            },
            {
                "rule": "missing-file",
                "severity": "error",
                "message": "there is no file `x.yaml`",
                "path": None,
                "line": None,
                "column": None,
                "end_column": None,
                "subject": None,
                "help": "did you mean `y.yaml`?",
                "related": [],
            },
        ],
    }
    assert json.loads(as_json([], {})) == {"version": 1, "findings": []}


def test_github_gets_a_command_a_finding() -> None:
    assert as_github(FINDINGS, TEXTS) == (
        "::error file=graphs/doe.yaml,line=3,col=22,endColumn=28,title=unknown-party"
        "::`nobody` is not a party%0Aadd it to `parties`\n"
        "::notice file=other.yaml,line=7,col=3,endColumn=7,title=unused-source::nothing rests on `news`\n"
        "::error title=missing-file::there is no file `x.yaml`%0Adid you mean `y.yaml`?\n"
    )


def test_nothing_in_a_finding_can_give_github_another_command() -> None:
    finding = Diagnostic(rules.SYNTAX, "100%\r\n::error::x", Span("a,b:c%\n.yaml", 1, 1, 1))
    assert as_github([finding], {}) == (
        "::error file=a%2Cb%3Ac%25\\n.yaml,line=1,col=1,endColumn=1,title=syntax::100%25\\r%0A::error::x\n"
    )


def test_sarif_has_the_rules_that_were_broken_and_where() -> None:
    log = json.loads(as_sarif((*FINDINGS, PARTY), TEXTS))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][0] == {
        "id": "missing-file",
        "shortDescription": {"text": "a file that is named is not there"},
        "defaultConfiguration": {"level": "error"},
    }
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["missing-file", "unknown-party", "unused-source"]
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("unknown-party", 1, "error"),
        ("unused-source", 2, "note"),
        ("missing-file", 0, "error"),
        ("unknown-party", 1, "error"),
    ]
    assert run["results"][0] == {
        "ruleId": "unknown-party",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "`nobody` is not a party\nadd it to `parties`"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "graphs/doe.yaml"},
                    "region": {"startLine": 3, "startColumn": 22, "endColumn": 28},
                }
            }
        ],
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "graphs/doe.yaml"},
                    "region": {"startLine": 2, "startColumn": 1, "endColumn": 7},
                },
                "message": {"text": "the claim begins here"},
            }
        ],
    }
    assert run["results"][2]["locations"] == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a b/é:.yaml", "a%20b/%C3%A9%3A.yaml"), ("/x/y.yaml", "file:///x/y.yaml"), ("\udce9", "%ED%B3%A9")],
)
def test_sarif_names_a_file_by_its_uri(path: str, uri: str) -> None:
    log = json.loads(as_sarif([Diagnostic(rules.SYNTAX, "x", Span(path, 1, 1, 1))], {}))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_nothing_found_is_nothing_said() -> None:
    assert as_text([], {}) == as_concise([], {}) == as_github([], {}) == ""
    assert summary([]) == "no findings"


def test_a_summary_counts_the_worst_first() -> None:
    assert summary([SOURCE]) == "1 note"
    assert summary(FINDINGS) == "2 errors, 1 note"
    assert summary([Diagnostic(rules.UNUSED_STATEMENT, "x"), FILE, SOURCE, SOURCE]) == "1 error, 1 warning, 2 notes"


def marked(line: str, column: int, end_column: int) -> list[str]:
    """Return a line as it is shown with its marks below."""
    shown = excerpt(line, Span("x", 1, column, end_column))
    return [shown.line, " " * shown.before + "^" * shown.under]


EXCERPTS = {
    "plain": (("abc", 2, 3), ["abc", " ^"]),
    "nothing marked": (("abc", 2, 2), ["abc", " ^"]),
    "behind the end": (("abc", 9, 12), ["abc", "   ^"]),
    "before the beginning": (("abc", -4, 2), ["abc", "^"]),
    "an empty line": (("", 1, 1), ["", "^"]),
    "tabs": (("\ta\tb", 4, 5), ["    a   b", "        ^"]),
    "a tab marked": (("a\tb", 2, 3), ["a   b", " ^^^"]),
    "wide letters": (("義務: x", 1, 3), ["義務: x", "^^^^"]),
    "behind wide letters": (("義務: x", 5, 6), ["義務: x", "      ^"]),
    "letters of several signs": (("e\u0301: x", 5, 6), ["e\u0301: x", "   ^"]),
    "unreadable characters": (("a\x1b\u202e: x", 6, 7), ["a\\x1b\\u202e: x", "             ^"]),
    "blanks of other widths": (("¶\u00a031", 3, 5), ["¶ 31", "  ^^"]),
}


@pytest.mark.parametrize(("given", "shown"), EXCERPTS.values(), ids=EXCERPTS)
def test_the_caret_stands_below_what_it_marks(given: tuple[str, int, int], shown: list[str]) -> None:
    assert marked(*given) == shown


def test_of_a_long_line_the_part_around_the_mark_is_shown() -> None:
    line = "a" * 200 + "bcd" + "e" * 200
    assert marked(line, 201, 204) == ["…" + "a" * 29 + "bcd" + "e" * 66 + "…", " " * 30 + "^^^"]
    assert marked(line, 1, 3) == ["a" * 99 + "…", "^^"]
    assert marked(line, 403, 404) == ["…" + "a" * 0 + "e" * 29 + "e", " " * 30 + "^"]
    assert marked(line, 1, 404) == ["a" * 99 + "…", "^" * 100]


@given(st.text(), st.integers(), st.integers())
def test_any_line_can_be_shown(line: str, column: int, end_column: int) -> None:
    shown = excerpt(line, Span("x", 1, column, end_column))
    assert cells(shown.line) <= WIDTH + 1
    assert shown.line.isprintable() or shown.line == ""
    assert 0 <= shown.before <= cells(shown.line)
    assert shown.under >= 1


def test_on_a_terminal_sentences_are_folded_and_lines_are_cut() -> None:
    text = "a" * 40 + ": text: " + "b" * 40
    found = Diagnostic(
        rules.UNKNOWN_KEY,
        "an allegation has no key `text of it`",
        Span("case.yaml", 12, 43, 47),
        help="its keys are `title`, `text` and `source`",
        related=((None, "there is another one like it"),),
    )
    shown = """\
error[unknown-key]: an allegation has no
  key `text of it`
  --> case.yaml:12:43
   |
12 | …aaaaaaa: text: bbbbbbbbbbbbbbbbbb…
   |           ^^^^
note: there is another one like it
help: its keys are `title`, `text` and
  `source`
"""
    assert as_text([found], {"case.yaml": "\n" * 11 + text}, width=40) == shown


def test_what_cannot_be_seen_is_escaped() -> None:
    assert visible("a\tb\r\n\x00\u200d\ud800\u00a0§") == "a\\tb\\r\\n\\x00\\u200d\\ud800 §"


SPANS = st.none() | st.builds(Span, st.text(), st.integers(), st.integers(), st.integers())
FOUND = st.builds(
    Diagnostic,
    st.sampled_from(list(rules.RULES.values())),
    st.text(),
    SPANS,
    st.none() | st.text(),
    st.none() | st.text(),
    st.lists(st.tuples(SPANS, st.text())).map(tuple),
)


@pytest.mark.parametrize("voice", VOICES)
@given(findings=st.lists(FOUND), texts=st.dictionaries(st.text(), st.text()))
def test_any_finding_can_be_said(voice: str, findings: list[Diagnostic], texts: Mapping[str, str]) -> None:
    said = VOICES[voice](findings, texts)
    said.encode()
    assert said.endswith("\n") == bool(said)
    if voice in ("json", "sarif"):
        json.loads(said)
    elif voice == "concise":
        assert len(said.splitlines()) == len(findings)
    elif voice == "github":
        assert said.count("\n") == len(findings)
