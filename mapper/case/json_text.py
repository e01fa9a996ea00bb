"""JSON to plain values with their places.

The reader of the standard library knows no places, keeps the last of two equal keys and recurses; it only reads
texts with escapes here. Numbers stay text, like everything else.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple, NoReturn

from mapper import rules
from mapper.case.builder import Builder, UnreadableError

_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
    "(?P<text>[^"\\\x00-\x1f]*)" | (?P<quote>") | (?P<mark>[{}\[\],:])
    | (?P<word>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.]) | (?:true|false|null)(?!\w))
    | (?P<end>\Z) | (?P<other>[\w.+-]+|.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*(?P<closed>"?)', re.DOTALL)


class _State(NamedTuple):
    """What may come at one point of a text, and the same in words."""

    allowed: frozenset[str]
    expected: str


def _state(allowed: str, expected: str) -> _State:
    return _State(frozenset(allowed.split()), expected)


_STATES = {
    "value": _state("text word { [", "a value"),
    "first value": _state("text word { [ ]", "a value or `]`"),
    "key": _state("text", "a key in double quotes"),
    "first key": _state("text }", "a key in double quotes or `}`"),
    "colon": _state(":", "a colon"),
    "after value": _state(", ]", "`,` or `]`"),
    "after member": _state(", }", "`,` or `}`"),
    "done": _state("end", "the end of the file"),
}
_NEXT = {",": {"after value": "value", "after member": "key"}, ":": {"colon": "value"}}
_TRAILING_COMMA = frozenset({("key", "}"), ("value", "]")})


def read_json(builder: Builder) -> None:
    """Fill the builder from JSON, without recursion.

    Raises:
        UnreadableError: if the text cannot be read to its end; the builder says why.
    """
    state, position, outer = "value", 0, ["done"]
    while True:
        kind, value, start, position = _token(builder, position)
        if kind not in _STATES[state].allowed:
            _refuse(builder, state, kind, start, position)
        if kind == "end":
            return
        state = _take(builder, (kind, value, start, position), state, outer)


def _token(builder: Builder, position: int) -> tuple[str, str, int, int]:
    """Return the kind, the text and the place of the next token; a mark is its own kind."""
    match = _TOKEN.match(builder.document.text, position)
    assert match, "the last alternative takes anything"
    assert match.lastgroup, "every alternative has a name"
    kind, value = match.lastgroup, match[match.lastgroup]
    start, end = match.span(kind)
    if kind == "text":
        return kind, value, start - 1, end + 1
    if kind == "quote":
        value, end = _quoted(builder, start)
        return "text", value, start, end
    return value if kind == "mark" else kind, value, start, end


def _quoted(builder: Builder, start: int) -> tuple[str, int]:
    """Return the text in quotes that begins here and has escapes, or is wrong."""
    match = _QUOTED.match(builder.document.text, start)
    if not match or not match["closed"]:
        builder.stop(
            rules.SYNTAX, "this quotation is never closed", start, start + 1, help="close it with a double quote"
        )
    try:
        return str(json.loads(match[0])), match.end()
    except json.JSONDecodeError as error:
        _refuse_quoted(builder, start + error.pos)


def _refuse_quoted(builder: Builder, place: int) -> NoReturn:
    """Report what is wrong inside a text in quotes."""
    if builder.document.text[place] < " ":
        message, help = "a text in quotes ends on its line", "write a break as `\\n` and a tab as `\\t`"
    else:
        message, help = "a backslash does not stand for itself", "double the backslash"
    builder.stop(rules.SYNTAX, message, place, place + 1, help=help)


def _take(builder: Builder, token: tuple[str, str, int, int], state: str, outer: list[str]) -> str:
    """Hand one token to the builder, and return the state after it."""
    kind, value, start, end = token
    if kind in _NEXT:
        return _NEXT[kind][state]
    if kind in "{[":
        builder.open(start, is_mapping=kind == "{")
        outer.append("after member" if kind == "{" else "after value")
        return "first key" if kind == "{" else "first value"
    if kind in "}]":
        builder.close(end)
        outer.pop()
        return outer[-1]
    builder.text(None if (kind, value) == ("word", "null") else value, start, end)
    return "colon" if "key" in state else outer[-1]


def _refuse(builder: Builder, state: str, kind: str, start: int, end: int) -> NoReturn:
    """Report a token that cannot stand where it does; a text without any is empty instead.

    Raises:
        UnreadableError: always.
    """
    if kind == "end" and not builder.document.offsets:
        raise UnreadableError
    found = "the end of the file" if kind == "end" else f"`{builder.document.text[start:end]}`"
    help = None
    if (state, kind) in _TRAILING_COMMA:
        help = "take out the comma before it"
    elif kind == "other":
        help = "JSON has its keys and texts in double quotes, and no comments"
    builder.stop(rules.SYNTAX, f"expected {_STATES[state].expected}, found {found}", start, end, help=help)
