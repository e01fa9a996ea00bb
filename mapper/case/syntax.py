"""What libyaml's complaints about a text mean to somebody who has never heard of YAML, as one table."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.case.builder import QUOTE

INDENT = "look at the indentation, or put the text in quotes if it belongs to the value before"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A message, a remedy, and whether it is about the place where the trouble began rather than where it showed.

    `{found}` in a message stands for the character at that place.
    """

    message: str
    help: str | None = None
    at_beginning: bool = False
    began: str | None = None


_TAB = Complaint("a tab cannot indent a line", "use spaces")
_BEGINS_TEXT = Complaint("a text cannot begin with {found}", QUOTE, at_beginning=True)
_NEVER_CLOSED = Complaint(
    "this quotation is never closed",
    "close it with the quotation mark that it begins with; double a mark that belongs to the text",
    at_beginning=True,
)
_ENDED = Complaint(
    "the value has ended before this", "put the whole text in quotes, and double a quotation mark inside it"
)
_ESCAPE = Complaint(
    "a backslash in double quotes does not stand for itself", "use single quotes, or double the backslash"
)
_BLOCK = Complaint(
    "nothing may follow a {found} that begins a text on the lines below",
    "begin the text on the next line, or put it in quotes",
    at_beginning=True,
)
_DIRECTIVE = Complaint(
    "a line cannot begin with `%`", f"{QUOTE}; a case file has no use for a directive", at_beginning=True
)

COMPLAINTS: dict[str, Complaint] = {
    "mapping values are not allowed in this context": Complaint(
        "there can be no key before this colon", "put a text that holds a colon in quotes, or look at the indentation"
    ),
    "did not find expected key": Complaint("expected a key in line with the keys above", INDENT),
    "did not find expected '-' indicator": Complaint("expected a `-` in line with those above", INDENT),
    "could not find expected ':'": Complaint("expected a colon after this key", INDENT, at_beginning=True),
    "did not find expected ',' or ']'": Complaint(
        "expected `,` or `]`",
        "put a text that holds commas, colons or brackets in quotes",
        began="the list begins here",
    ),
    "did not find expected ',' or '}'": Complaint(
        "expected `,` or `}}`",
        "put a text that holds commas, colons or braces in quotes",
        began="the group begins here",
    ),
    "did not find expected node content": Complaint("expected a value, found {found}", QUOTE),
    "did not find expected <document start>": Complaint("expected the end of the file", "a case file is one document"),
    "block sequence entries are not allowed in this context": Complaint(
        "a list cannot begin on this line", "begin it on the next line, or put the text in quotes"
    ),
    "mapping keys are not allowed in this context": Complaint("a text cannot begin with {found}", QUOTE),
    "found character that cannot start any token": Complaint("a text cannot begin with {found}", QUOTE),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "found unexpected end of stream": _NEVER_CLOSED,
    "found unexpected document indicator": _NEVER_CLOSED,
    "did not find expected alphabetic or numeric character": _BEGINS_TEXT,
    "did not find expected whitespace or line break": _BEGINS_TEXT,
    "did not find expected tag URI": _BEGINS_TEXT,
    "did not find URI escaped octet": _BEGINS_TEXT,
    "did not find the expected '>'": _BEGINS_TEXT,
    "found an incorrect leading UTF-8 octet": _BEGINS_TEXT,
    "found an incorrect trailing UTF-8 octet": _BEGINS_TEXT,
    "did not find expected '!'": _BEGINS_TEXT,
    "found undefined tag handle": _BEGINS_TEXT,
    "did not find expected comment or line break": _BLOCK,
    "found an indentation indicator equal to 0": _BLOCK,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "found unexpected ':'": Complaint("this colon needs a blank after it", "put a blank there, or the text in quotes"),
    "could not find expected directive name": _DIRECTIVE,
    "did not find expected digit or '.' character": _DIRECTIVE,
    "did not find expected version number": _DIRECTIVE,
    "did not find expected whitespace": _DIRECTIVE,
    "found duplicate %TAG directive": _DIRECTIVE,
    "found duplicate %YAML directive": _DIRECTIVE,
    "found extremely long version number": _DIRECTIVE,
    "found incompatible YAML document": _DIRECTIVE,
    "found unexpected non-alphabetical character": _DIRECTIVE,
    "found unknown directive name": _DIRECTIVE,
}
"""libyaml has no codes for its complaints; one that is not listed here is passed on in its own words."""


def complaint_about(problem: str, found: str, *, begins_line: bool) -> Complaint:
    """Return what is wrong in plain words.

    Args:
        problem: libyaml's own words.
        found: the character where it stopped.
        begins_line: whether that is the first character of a line.
    """
    if found == "\t":
        return _TAB
    if problem == "did not find expected key" and not begins_line:
        return _ENDED
    return COMPLAINTS.get(problem) or Complaint(problem.replace("{", "{{").replace("}", "}}"))
