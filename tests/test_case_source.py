"""YAML as it is read: what is plain becomes text with a place, everything else a finding."""

from __future__ import annotations

import pytest

from mapper.case.builder import Limits
from mapper.case.source import read
from tests.findings import lines


def said(text: str, path: str = "case.yaml") -> list[str]:
    """Return what there is to say about a text."""
    return lines(read(path, text).findings)


def test_every_scalar_stays_the_text_that_it_was() -> None:
    text = """
a: no
b: 007
c: 1e3
d: 12:30
e: 2024-13-45
f: ~
g: null
h: 0x1F
i: .inf
j: <<
k: =
l: 'it''s'
m: "\\u00e9\\n"
n: |
  two
  lines
o: >-
  one
  line
"""
    assert read("case.yaml", text).value == {
        "a": "no",
        "b": "007",
        "c": "1e3",
        "d": "12:30",
        "e": "2024-13-45",
        "f": "~",
        "g": "null",
        "h": "0x1F",
        "i": ".inf",
        "j": "<<",
        "k": "=",
        "l": "it's",
        "m": "é\n",
        "n": "two\nlines\n",
        "o": "one line",
    }


def test_a_key_without_a_value_has_none_and_a_text_in_quotes_has_one() -> None:
    assert read("case.yaml", "a:\nb: ''\nc: \"\"\ne: {f}\ng:\n- \n").value == {
        "a": None,
        "b": "",
        "c": "",
        "e": {"f": None},
        "g": [None],
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ending: str) -> None:
    document = read("case.yaml", ending.join(["a: b", "c: [d,", "  é ¶ x]", "f: g", ""]))
    assert document.value == {"a": "b", "c": ["d", "é ¶ x"], "f": "g"}
    place = document.span(("c", 1))
    assert (place.line, place.column, place.end_column) == (3, 3, 8)
    assert document.span(("f",)).line == 4


def test_a_value_of_several_lines_ends_on_its_first() -> None:
    document = read("case.yaml", "a:\n  b: c   # why\n  d: e\nf: |\n  g\n  h\ni: [j,\n  k]\n")
    places = [document.span(keys) for keys in (("a",), ("f",), ("i",))]
    assert [(place.line, place.column, place.end_column) for place in places] == [(2, 3, 15), (4, 4, 5), (7, 4, 7)]


def test_steps_that_are_not_there_are_passed_over() -> None:
    document = read("case.yaml", "a:\n  b: [c, {d: e}]\n")
    column = {
        keys: document.span(keys).column
        for keys in ((), ("z",), ("a", "z"), ("a", "b", 7), ("a", "b", "", 1, "from", "d"), ("a", "b", 0, "from", 0))
    }
    assert list(column.values()) == [1, 1, 3, 6, 14, 7]


def test_an_empty_value_is_where_its_key_is() -> None:
    document = read("case.yaml", "a:\n  bcd:\n")
    assert document.span(("a", "bcd")) == document.span(("a", "bcd"), key=True)
    assert document.span(("a", "bcd")).end_column == 6


def test_the_keys_that_are_written_are_told_from_those_that_are_not() -> None:
    document = read("case.yaml", "a: {b: c}\n")
    assert document.written(("a", "", 0, "from", "b")) == ("a", "b")
    assert document.get("a", "b") == "c"
    assert document.get("a", "b", "c") is None
    assert document.get("z") is None


def test_an_empty_text_is_said_to_be_empty() -> None:
    for text in ("", "# a remark\n", "---\n", "---\n...\n"):
        assert [finding.rule.name for finding in read("case.yaml", text).findings] == ["empty-file"]


def test_what_says_nothing_has_a_place() -> None:
    place = read("case.yaml", "# a remark\n").span(("a",))
    assert (place.line, place.column, place.end_column) == (1, 1, 1)


def test_a_text_alone_is_a_value() -> None:
    assert read("case.yaml", "hello\n").value == "hello"


SYNTAX = {
    "a colon in a text": ("a: b: c\n", "1:5-6", "there can be no key before this colon"),
    "an entry too far in": ("a: b\n c: d\n", "2:3-4", "there can be no key before this colon"),
    "an entry too far out": ("a:\n  b: c\n d: e\n", "3:2-3", "expected a key in line with the keys above"),
    "text after a quotation": ('a: "b" c\n', "1:8-9", "the value has ended before this"),
    "text after brackets": ("a: [sic] the\n", "1:10-11", "the value has ended before this"),
    "a mark inside quotes": ("a: 'it's'\n", "1:8-9", "the value has ended before this"),
    "a bracket too many": ("a: [b]]\n", "1:7-8", "the value has ended before this"),
    "a bracket alone": ("a: ]\n", "1:4-5", "expected a value, found `]`"),
    "a bracket never closed": ("a: [\n", "1:5-5", "expected a value, found the end of the file"),
    "no value before the end": ("a: [b,\n", "1:7-7", "expected a value, found the end of the file"),
    "a list never closed": ("a: [b, c\nd: e\n", "2:2-3", "expected `,` or `]`"),
    "a group never closed": ("a: {b: c\n", "1:9-9", "expected `,` or `}`"),
    "a quotation never closed": ("a: 'b\nc: d\n", "1:4-5", "this quotation is never closed"),
    "a line across a quotation": ("a: 'b\n---\nc'\n", "1:4-5", "this quotation is never closed"),
    "a line without a colon": ("a: b\nc\nd: e\n", "2:1-2", "expected a colon after this key"),
    "a key outside a list": ("- a\nb: c\n", "2:1-2", "expected a `-` in line with those above"),
    "a list on the line of its key": ("a: - b\n", "1:4-5", "a list cannot begin on this line"),
    "a question mark": ("a: ? b\n", "1:4-5", "a text cannot begin with `?`"),
    "an at sign": ("a: @b\n", "1:4-5", "a text cannot begin with `@`"),
    "a percent sign": ("a: %b\n", "1:4-5", "a text cannot begin with `%`"),
    "a star alone": ("*: a\n", "1:1-2", "a text cannot begin with `*`"),
    "stars around a word": ("a: *b* c\n", "1:4-5", "a text cannot begin with `*`"),
    "an ampersand alone": ("a: & b\n", "1:4-5", "a text cannot begin with `&`"),
    "an exclamation mark": ("a: !<b\n", "1:4-5", "a text cannot begin with `!`"),
    "an unknown kind of tag": ("a: !b!c d\n", "1:4-5", "a text cannot begin with `!`"),
    "a bar before a text": ("a: |b\n", "1:4-5", "nothing may follow a `|` that begins a text on the lines below"),
    "a block without indentation": (
        "a: |0\n  b\n",
        "1:4-5",
        "nothing may follow a `|` that begins a text on the lines below",
    ),
    "a tab before a key": ("a:\n\tb: c\n", "2:1-2", "a tab cannot indent a line"),
    "a tab in an indentation": ("a: b\n\tc: d\n", "2:1-2", "a tab cannot indent a line"),
    "a colon without a blank": ("a: {b:}\n", "1:6-7", "this colon needs a blank after it"),
    "a backslash": ('a: "C:\\dir"\n', "1:7-8", "a backslash in double quotes does not stand for itself"),
    "half a character": ('a: "\\ud800"\n', "1:7-8", "a backslash in double quotes does not stand for itself"),
    "a directive": ("%YAML 2.0\n---\na: b\n", "1:1-2", "a line cannot begin with `%`"),
    "something after the end": ("a: b\n...\nc: d\n", "3:1-2", "expected the end of the file"),
}


@pytest.mark.parametrize(("text", "place", "message"), SYNTAX.values(), ids=SYNTAX)
def test_what_cannot_be_read_is_said_in_plain_words(text: str, place: str, message: str) -> None:
    assert said(text)[0] == f"{place} error[syntax] {message}"
    assert len(read("case.yaml", text).findings) == 1


def test_what_is_never_closed_says_where_it_began() -> None:
    assert said("a: [b, c\nd: e\n") == [
        "2:2-3 error[syntax] expected `,` or `]`",
        "  the list begins here 1:4-5",
        "  put a text that holds commas, colons or brackets in quotes",
    ]


def test_a_syntax_error_after_a_comment_that_cuts_a_text_says_so() -> None:
    assert said("a: Jane Doe #4 went\n  home\n") == [
        "2:3-4 error[syntax] expected a key in line with the keys above",
        "  this is taken for a comment 1:13-20",
        "  look at the indentation, or put the text in quotes if it belongs to the value before",
    ]


def test_one_mistake_on_a_line_gives_one_message() -> None:
    assert said("a: *b c\n") == [
        "1:4-6 error[alias] a text cannot begin with `*`",
        "  put the text in quotes, or write out what it stands for",
    ]


def test_many_mistakes_give_all_their_messages() -> None:
    text = "a: &b c\nd: *b\ne: !t f\na: g\n? [h]\n: i\n? {j: k}\n: l\nm: !!map {n: o}\np: &q [r]\n"
    assert [line for line in said(text) if not line.startswith(" ")] == [
        "1:4-6 error[anchor] a text cannot begin with `&`",
        "2:4-6 error[alias] a text cannot begin with `*`",
        "3:4-6 error[tag] a text cannot begin with `!`",
        "9:4-9 error[tag] a text cannot begin with `!`",
        "10:4-6 error[anchor] a text cannot begin with `&`",
        "4:1-2 error[repeated-key] the key `a` is given twice here",
        "5:3-6 error[key-not-text] this key is not a text",
        "7:3-9 error[key-not-text] this key is not a text",
    ]


def test_each_repeated_key_leads_to_the_first() -> None:
    assert said("a: 1\nb: {c: [d, e]}\na: 2\nb: 3\na: 4\n") == [
        "3:1-2 error[repeated-key] the key `a` is given twice here",
        "  first given here 1:1-2",
        "  keep one of them, or give one another name",
        "4:1-2 error[repeated-key] the key `b` is given twice here",
        "  first given here 2:1-2",
        "  keep one of them, or give one another name",
        "5:1-2 error[repeated-key] the key `a` is given twice here",
        "  first given here 1:1-2",
        "  keep one of them, or give one another name",
    ]


def test_a_repeated_key_is_reported_although_the_text_breaks_off() -> None:
    assert [line.split()[1] for line in said("a: 1\na: 2\nb: [\n") if line[0] != " "] == [
        "error[syntax]",
        "error[repeated-key]",
    ]


COMMENTS = {
    "a number": ("a: Jane Doe #4\n", ["1:13-15"]),
    "a word": ("a: b #c d\n", ["1:6-10"]),
    "several blanks": ("a: b \t #4\n", ["1:8-10"]),
    "in a list": ("a: [b, c #4\n]\n", ["1:10-12"]),
    "the whole text": ("a: #4\n", ["1:4-6"]),
    "after brackets that are text": ("a: b [c] #4\n", ["1:10-12"]),
    "after a sign that is text": ("a: b#c d #4\n", ["1:10-12"]),
    "after a text of two lines": ("a: b\n  c #4\n", ["2:5-7"]),
    "with a blank after it": ("a: b # c\n", []),
    "with a sign after it": ("a: b #-- c\n", []),
    "without a blank before it": ("a: b#4\n", []),
    "after quotes": ("a: 'b' #4\n", []),
    "inside quotes": ("a: 'b #4'\n", []),
    "inside a block": ("a: |\n  b #4\n", []),
    "after a list": ("a: [b] #4\n", []),
    "on its own line": ("#4\na: b\n  #5\n", []),
    "after a key": ("a: #all of them\n  b: c\n", []),
    "inside a comment": ("a: b # c #4\n", []),
}


@pytest.mark.parametrize(("text", "places"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_that_cuts_a_text_short_is_told_from_one_that_does_not(text: str, places: list[str]) -> None:
    found = [line for line in said(text) if line[0] != " "]
    assert [line.split()[0] for line in found] == places
    assert all("warning[text-cut-by-comment]" in line for line in found)


def test_a_second_document_is_refused_and_the_marks_of_one_are_not() -> None:
    assert said("--- # one\na: b\n...\n") == []
    assert said("a: b\n---\nc: d\n") == [
        "2:1-4 error[second-document] a second document begins here",
        "  make it a file of its own",
    ]


@pytest.mark.parametrize(
    ("text", "column", "code"),
    [("é: \x07", 4, "U+0007"), ("a: b\x00", 5, "U+0000"), ("a: é\ud800", 5, "U+D800"), ("a: \ufffe", 4, "U+FFFE")],
)
def test_a_character_that_no_text_may_hold_is_shown_by_its_number(text: str, column: int, code: str) -> None:
    assert said(text) == [
        f"1:{column}-{column + 1} error[control-character] the character {code} is not for reading",
        "  take it out; it was probably copied along from another program",
    ]


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "a: [{", "[{"])
def test_a_million_brackets_give_one_finding(piece: str) -> None:
    assert [finding.rule.name for finding in read("case.yaml", piece * 1_000_000).findings] == ["too-deep"]


def test_depth_is_allowed_up_to_the_limit() -> None:
    assert said("[" * 60 + "]" * 60) == []
    assert said("[" * 61 + "]" * 61) == [
        "1:61-62 error[too-deep] nested more than 60 levels deep",
        "  look for brackets that are never closed",
    ]
    assert lines(read("case.yaml", "[[[]]]", Limits(depth=2)).findings)[0].startswith("1:3-4 error[too-deep]")


def test_only_the_ending_of_the_path_decides_how_a_text_is_read() -> None:
    text = '{"a": "b"}'
    assert read("x.yaml", "{a: b}").value == read("x.json", text).value == read("x.JSON", text).value == {"a": "b"}
    assert said("{a: b}", "x.json")[0].startswith("1:2-3 error[syntax] expected a key in double quotes")


def test_standard_input_is_json_if_it_begins_like_it() -> None:
    assert said('{"a": tru}', "-")[0] == "1:7-10 error[syntax] expected a value, found `tru`"
    assert read("-", "{a: b}").value == read("-", "a: b").value == {"a": "b"}
