"""How wide text is in the font of the diagrams, and where its lines break.

Widths are the font's own advances, read from its files (OpenType ``hhea``, ``hmtx`` and ``cmap``), so that lines
break where Graphviz will draw them. Kerning, which moves a line by less than a point, is left out.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice

from mapper.render.fontface import FAMILY, FOLDER

ELLIPSIS = "…"
ENOUGH = 9
"""How many words of what follows are looked at when a line is cut."""
LONGEST = 500
"""More letters than fit on any line."""
_WORD = re.compile(r"[^ \t\n\r\f\v]+")
"""What a line does not break; a space that is not to be broken is part of it."""
_SIGN = re.compile("([§¶]) ")
"""A sign that belongs to the number after it."""
_GROUPS = 12
"""The format of a table of groups of characters."""
_FULL, _USUAL = 1.0, 0.62
"""The width in ems that is assumed of a character which another font has to draw: full width, and any other."""


class _Advances(dict[str, float]):
    """The width of each character in ems, looked up when it is first asked for."""

    def __init__(self, ems: tuple[float, ...], glyphs: dict[int, int]) -> None:
        super().__init__()
        self.ems, self.glyphs = ems, glyphs

    def __missing__(self, character: str) -> float:
        """Return the width of a character, and keep it."""
        glyph = self.glyphs.get(ord(character))
        self[character] = _elsewhere(character) if glyph is None else self.ems[min(glyph, len(self.ems) - 1)]
        return self[character]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in points.

    Examples:
        >>> width("", 10)
        0
        >>> width("mm", 10) > width("ii", 10)
        True
    """
    advances = _advances("Bold" if bold else "Regular")
    return size * sum(map(advances.__getitem__, text))


def is_foreign(text: str) -> bool:
    """Return whether another font has to draw some of the text, so that its width is only assumed.

    Examples:
        >>> is_foreign("§ 230 – ✓"), is_foreign("訴訟")
        (False, True)
    """
    return not text.isascii() and any(ord(character) not in _advances("Regular").glyphs for character in text)


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, or as much of it as fits into the room with an ellipsis, cut at a word where there is one."""
    if width(text, size, bold=bold) <= room:
        return text
    fitting = _fitting(text, room - width(ELLIPSIS, size, bold=bold), size, bold=bold)
    at_word = fitting.rpartition(" ")[0] if not text[len(fitting) :].startswith(" ") else fitting
    kept = at_word if len(at_word) > len(fitting) // 2 else fitting
    return kept.rstrip(" ,;:.–—-") + ELLIPSIS


def wrap(text: str, room: float, size: float, *, bold: bool = False, lines: int = 0) -> tuple[str, ...]:
    """Return the text in lines that fit into the room, the last of at most ``lines`` of them cut with an ellipsis.

    A word wider than the room is broken. Without ``lines`` nothing is cut. Linear in the text.

    Examples:
        >>> wrap("one two three", 32, 8)
        ('one two', 'three')
    """
    broken: list[str] = []
    space = width(" ", size, bold=bold)
    used = room
    words = _words(text, room, size, bold=bold)
    for word in words:
        wide = width(word, size, bold=bold)
        if broken and used + space + wide <= room:
            broken[-1], used = f"{broken[-1]} {word}", used + space + wide
        elif lines and len(broken) == lines:
            broken[-1] = cut(" ".join((broken[-1], word, *islice(words, ENOUGH))), room, size, bold=bold)
            break
        else:
            broken.append(word)
            used = wide
    return tuple(broken)


def _words(text: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    """Yield the words of a text, broken into pieces where they are wider than the room."""
    for found in _WORD.finditer(_SIGN.sub("\\1\N{NO-BREAK SPACE}", text)):
        word = found[0]
        while width(word[:LONGEST], size, bold=bold) > room and len(word) > 1:
            head = _fitting(word[:LONGEST], room, size, bold=bold) or word[0]
            yield head
            word = word[len(head) :]
        yield word


def _fitting(text: str, room: float, size: float, *, bold: bool) -> str:
    """Return the longest beginning of the text that fits into the room."""
    advances = _advances("Bold" if bold else "Regular")
    used = 0.0
    for place, character in enumerate(text):
        used += advances[character] * size
        if used > room:
            return text[:place]
    return text


def _elsewhere(character: str) -> float:
    """Return the width that a character probably has in the font that draws it instead."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0.0
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _USUAL


@cache
def _advances(style: str) -> _Advances:
    data = (FOLDER / f"{FAMILY}-{style}.ttf").read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(count))
    tables = {tag.decode("ascii"): start for tag, _, start, _ in records}
    units = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    flat = struct.unpack_from(f">{2 * metrics}H", data, tables["hmtx"])
    return _Advances(tuple(advance / units for advance in flat[::2]), _glyphs(data, tables["cmap"]))


def _glyphs(data: bytes, start: int) -> dict[int, int]:
    """Return the glyph of each code point, from the font's table of groups (``cmap`` format 12)."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    places = (struct.unpack_from(">HHL", data, start + 4 + 8 * number)[2] for number in range(count))
    table = next(start + place for place in places if struct.unpack_from(">H", data, start + place)[0] == _GROUPS)
    groups = struct.iter_unpack(
        ">LLL", data[table + 16 : table + 16 + 12 * struct.unpack_from(">L", data, table + 12)[0]]
    )
    return {first + step: glyph + step for first, last, glyph in groups for step in range(last - first + 1)}
