"""One line of a text with the stretch in it that a finding is about, measured in cells of a terminal."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from mapper.case.document import lines_of
from mapper.diagnostics import Span
from mapper.render.terminal import cells

WIDTH = 100
"""The most cells of a line that are shown, unless the terminal has room for fewer."""
_BEFORE = 0.3
"""The share of a longer line's cells that are shown before the stretch."""
_TAB = 4


class Excerpt(NamedTuple):
    """A line as it is shown, the cells before the stretch, and those below which it is marked."""

    line: str
    before: int
    under: int


class Excerpts:
    """The lines of texts; each text is taken apart once, when it is first asked for."""

    def __init__(self, texts: Mapping[str, str], width: int = WIDTH) -> None:
        self._texts = texts
        self._width = width
        self._lines: dict[str, list[str]] = {}

    def of(self, span: Span) -> Excerpt | None:
        """Return the line of a span, or nothing if its text is not known or has no such line."""
        if span.path not in self._lines:
            self._lines[span.path] = lines_of(self._texts[span.path]) if span.path in self._texts else []
        lines = self._lines[span.path]
        if not 0 < span.line <= len(lines):
            return None
        return excerpt(lines[span.line - 1], span, self._width)


def excerpt(line: str, span: Span, width: int = WIDTH) -> Excerpt:
    r"""Return a line as it is shown: tabs as blanks, unreadable characters as escapes, a long one in part.

    Examples:
        >>> excerpt("a:\tb", Span("x.yaml", 1, 4, 5))
        Excerpt(line='a:  b', before=4, under=1)
    """
    start = min(max(span.column - 1, 0), len(line))
    end = min(max(span.end_column - 1, start), len(line))
    first = max(start - width, 0)
    pieces = _pieces(line[first : start + 2 * width])
    before, stretch, after = pieces[: start - first], pieces[start - first : end - first], pieces[end - first :]
    if first or _width(pieces) > width:
        before = _last(before, int(width * _BEFORE))
        stretch = _first(stretch, width - _width(before))
        after = _first(after, width - _width(before) - _width(stretch))
    return Excerpt("".join(before + stretch + after), _width(before), max(_width(stretch), 1))


def visible(text: str) -> str:
    r"""Return the text in one line, with an escape for each character that cannot be seen.

    Examples:
        >>> print(visible("a\tb"))
        a\tb
    """
    return text if text.isprintable() else "".join(map(_seen, text))


def _seen(letter: str) -> str:
    if letter.isprintable():
        return letter
    return " " if unicodedata.category(letter) == "Zs" else letter.encode("unicode_escape").decode()


def _pieces(line: str) -> list[str]:
    """Return what each character is shown as; a tab fills up to the next stop."""
    pieces: list[str] = []
    column = 0
    for letter in line:
        pieces.append(" " * (_TAB - column % _TAB) if letter == "\t" else _seen(letter))
        column += cells(pieces[-1])
    return pieces


def _width(pieces: list[str]) -> int:
    return sum(map(cells, pieces))


def _first(pieces: list[str], width: int) -> list[str]:
    """Return the pieces that fit into a width, with an ellipsis for what follows."""
    if _width(pieces) <= width:
        return pieces
    ends = list(accumulate(map(cells, pieces)))
    return [*pieces[: bisect_left(ends, width)], "…"][: max(width, 0)]


def _last(pieces: list[str], width: int) -> list[str]:
    """Return the last pieces that fit into a width, with an ellipsis for what comes before."""
    return _first(pieces[::-1], width)[::-1]
