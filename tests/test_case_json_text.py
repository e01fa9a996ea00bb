"""JSON as it is read: every number and word stays text, and what is no JSON is a finding with a place."""

from __future__ import annotations

import pytest

from mapper.case.source import read
from tests.findings import lines


def said(text: str) -> list[str]:
    """Return what there is to say about a text."""
    return lines(read("case.json", text).findings)


def test_everything_but_null_stays_text() -> None:
    text = ' {"a": [1, -2.50e+3, 0, true, false, null, "", {}, []], "\\u00e9": "\\ud83d\\ude00\\n\\"\\/"}\n'
    document = read("case.json", text)
    assert document.value == {
        "a": ["1", "-2.50e+3", "0", "true", "false", None, "", {}, []],
        "é": '\U0001f600\n"/',
    }
    assert document.findings == ()


def test_places_are_those_of_the_text() -> None:
    document = read("case.json", '{"a": ["b",\r\n  {"c\\n": 1}]}')
    places = [document.span(keys) for keys in (("a", 0), ("a", 1), ("a", 1, "c\n"))]
    assert [(place.line, place.column, place.end_column) for place in places] == [(1, 8, 11), (2, 3, 13), (2, 11, 12)]
    key = document.span(("a", 1, "c\n"), key=True)
    assert (key.line, key.column, key.end_column) == (2, 4, 9)


MISTAKES = {
    "nothing but a brace": ("{", "1:2-2", "expected a key in double quotes or `}`, found the end of the file"),
    "a key without a value": ('{"a"}', "1:5-6", "expected a colon, found `}`"),
    "a comma before the end": ('{"a": 1,}', "1:9-10", "expected a key in double quotes, found `}`"),
    "a comma at the end of a list": ("[1,]", "1:4-5", "expected a value, found `]`"),
    "no comma": ('{"a": 1 "b": 2}', "1:9-12", 'expected `,` or `}`, found `"b"`'),
    "no comma in a list": ("[1 2]", "1:4-5", "expected `,` or `]`, found `2`"),
    "a number as a key": ("{1: 2}", "1:2-3", "expected a key in double quotes or `}`, found `1`"),
    "a list as a key": ("{[1]: 2}", "1:2-3", "expected a key in double quotes or `}`, found `[`"),
    "single quotes": ("{'a': 1}", "1:2-3", "expected a key in double quotes or `}`, found `'`"),
    "a comment": ("// a\n{}", "1:1-2", "expected a value, found `/`"),
    "a number with a zero": ('{"a": 01}', "1:7-9", "expected a value, found `01`"),
    "a number without digits": ('{"a": -}', "1:7-8", "expected a value, found `-`"),
    "a number without decimals": ('{"a": 1.}', "1:7-9", "expected a value, found `1.`"),
    "not a number": ('{"a": NaN}', "1:7-10", "expected a value, found `NaN`"),
    "a word misspelt": ('{"a": nul}', "1:7-10", "expected a value, found `nul`"),
    "brackets that do not match": ('{"a": [1}', "1:9-10", "expected `,` or `]`, found `}`"),
    "two values": ("{} {}", "1:4-5", "expected the end of the file, found `{`"),
    "an open quotation": ('{"a": "b}', "1:7-8", "this quotation is never closed"),
    "a quotation open after an escape": ('["\\"]', "1:2-3", "this quotation is never closed"),
    "a break in quotes": ('{"a": "b\nc"}', "1:9-10", "a text in quotes ends on its line"),
    "a tab in quotes": ('["\t"]', "1:3-4", "a text in quotes ends on its line"),
    "an unknown escape": ('["\\x"]', "1:3-4", "a backslash does not stand for itself"),
    "a short escape": ('["\\u00"]', "1:4-5", "a backslash does not stand for itself"),
}


@pytest.mark.parametrize(("text", "place", "message"), MISTAKES.values(), ids=MISTAKES)
def test_what_is_no_json_is_said_with_its_place(text: str, place: str, message: str) -> None:
    assert said(text)[0] == f"{place} error[syntax] {message}"
    assert len(read("case.json", text).findings) == 1


def test_a_comma_too_many_is_recognised() -> None:
    assert said('{"a": 1,}')[1:] == said("[1,]")[1:] == ["  take out the comma before it"]


def test_repeated_keys_lead_to_the_first() -> None:
    assert said('{"a": 1, "b": {"a": 2},\n "a": 3}') == [
        "2:2-5 error[repeated-key] the key `a` is given twice here",
        "  first given here 1:2-5",
        "  keep one of them, or give one another name",
    ]


@pytest.mark.parametrize("text", ["[" * 1_000_000, '{"a":' * 100_000, "[[{}, " * 100_000])
def test_depth_is_limited(text: str) -> None:
    assert [finding.rule.name for finding in read("case.json", text).findings] == ["too-deep"]


def test_an_empty_file_says_so() -> None:
    for text in ("", " \r\n\t"):
        assert [finding.rule.name for finding in read("case.json", text).findings] == ["empty-file"]
