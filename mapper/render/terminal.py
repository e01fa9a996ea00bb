"""Text laid out for a terminal: counted in cells, wrapped, set in columns or as an indented tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

INK = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
"""The inks there are, as parameters of the terminal's escape sequence."""

GAP = 2
"""Cells between two columns, and of one step of indentation."""

NARROWEST = 8
"""No column is squeezed below this many cells."""

_SPACE = re.compile("(?<![§¶✓✗◇?])(?<![§¶✓✗◇?]\x1b\\[0m)[ \t\n]+")
"""Where a line may break: not between a sign and what it stands before."""

_WHOLE = re.compile("[^\\s`]*(?:`[^`\n]*`[^\\s`]*)+|\\S+")
"""What stays in one piece where lines are folded: a word, or what stands between backticks with all its blanks."""

_SEQUENCE = re.compile("\x1b\\[[0-9;]*m")
_WIDE = ("W", "F")
_INVISIBLE = ("Mn", "Me", "Cf")


@dataclass(frozen=True, slots=True)
class Branch:
    """A paragraph of a tree, and what stands indented below it."""

    text: str
    branches: tuple[Branch, ...] = ()


def ink(text: str, *inks: str) -> str:
    """Return the text in these inks, word by word, so that it can be wrapped afterwards."""
    code = ";".join(INK[name] for name in inks)
    return " ".join(f"\x1b[{code}m{word}\x1b[0m" if word else "" for word in text.split(" "))


def plain(text: str) -> str:
    """Return the text without ink."""
    return _SEQUENCE.sub("", text)


def cells(text: str) -> int:
    """Return how many cells of a terminal the text takes.

    Examples:
        >>> cells("duty"), cells("注意義務"), cells("e\u0301t\u00e9")
        (4, 8, 3)
    """
    bare = plain(text) if "\x1b" in text else text
    return len(bare) if bare.isascii() else sum(map(_cells_of, bare))


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def padded(text: str, width: int) -> str:
    """Return the text filled up with spaces to a width."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Return the words of a text in lines of at most a width, the first and the others behind a prefix.

    A word that is wider than a line is broken; a sign such as ``§`` stays with its number.

    Examples:
        >>> wrapped("the claim rests on state law", 15, rest="  ")
        ['the claim rests', '  on state law']
    """
    lines: list[str] = []
    room, later = max(width - cells(first), NARROWEST), max(width - cells(rest), NARROWEST)
    for word in filter(None, _SPACE.split(text)):
        if lines and cells(lines[-1]) + 1 + cells(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, later if lines else room, later)
            room = room if len(lines) == 1 else later
    return [(rest if number else first) + line for number, line in enumerate(lines or [""])]


def folded(line: str, width: int, rest: str = "") -> list[str]:
    """Return a line as several of at most a width, all but the first behind a prefix.

    Unlike ``wrapped`` it breaks no word, however long, nor what stands between backticks: a path can be copied whole.

    Examples:
        >>> folded("see `mapper check my case.yaml` for more", 12, rest="  ")
        ['see', '  `mapper check my case.yaml`', '  for more']
    """
    if cells(line) <= width:
        return [line]
    first, *words = _WHOLE.findall(line) or [line]
    lines = [first]
    for word in words:
        if cells(lines[-1]) + 1 + cells(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{rest}{word}")
    return lines


def _pieces(word: str, width: int, later: int) -> Iterator[str]:
    """Yield a word whole if it fits, else without ink and in pieces that do; those after the first may differ."""
    if cells(word) <= width:
        yield word
        return
    piece = ""
    for letter in plain(word):
        if cells(piece + letter) > width:
            yield piece
            piece, width = "", later
        piece += letter
    yield piece


def columns(rows: Sequence[Sequence[str]], width: int, *, indent: int = 0, hang: int = 0) -> str:
    """Return rows of cells as aligned columns; where they are too wide, the widest columns wrap.

    Words are broken only where no column can be made narrower otherwise.

    Args:
        rows: the cells; a row may have fewer than another.
        width: of the whole, in cells of the terminal.
        indent: how far the whole is indented.
        hang: how far the lines of a cell after its first are indented.
    """
    cells_of = list(zip_longest(*rows, fillvalue=""))
    widths = [max(map(cells, column)) for column in cells_of]
    words = [max(cells(word) for text in column for word in _SPACE.split(text)) + hang for column in cells_of]
    room = width - indent - GAP * (len(widths) - 1)
    for floors in (words, [0] * len(words)):
        widths = _squeezed(widths, floors, room)
    lines = (line for row in rows for line in _row(row, widths, " " * hang))
    return "\n".join((" " * indent + line).rstrip() for line in lines)


def _squeezed(widths: list[int], floors: list[int], room: int) -> list[int]:
    """Return the widths, the widest lowered first, until they fit or none can be lowered further."""
    widths = widths.copy()
    while sum(widths) > room:
        free = [place for place, width in enumerate(widths) if width > max(floors[place], NARROWEST)]
        if not free:
            break
        widths[max(free, key=widths.__getitem__)] -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int], rest: str) -> Iterator[str]:
    texts = [wrapped(text, width, rest=rest) if text else [""] for text, width in zip(row, widths, strict=False)]
    for line in zip_longest(*texts, fillvalue=""):
        yield (" " * GAP).join(padded(text, width) for text, width in zip(line, widths, strict=False))


def tree(branches: Iterable[Branch], width: int, *, indent: int = 0) -> str:
    """Return paragraphs, each wrapped, and those below one indented."""
    return "\n".join(_tree_lines(branches, width, indent))


def _tree_lines(branches: Iterable[Branch], width: int, indent: int) -> Iterator[str]:
    for branch in branches:
        yield from wrapped(branch.text, width, first=" " * indent, rest=" " * (indent + GAP))
        yield from _tree_lines(branch.branches, width, indent + GAP)
