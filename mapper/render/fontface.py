"""The font of the diagrams: what a page has to embed of it, and which characters it lacks."""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FAMILY = "Inter"
FOLDER = Path(__file__).parent / "fonts"
"""Where the font's files are; Graphviz is told to look here and nowhere else first."""

_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of the font: its name, its characters as CSS writes them, and as code points."""

    name: str
    unicode_range: str
    code_points: frozenset[int]


def fontface_css(text_regular: str, text_bold: str) -> str:
    """Return the ``@font-face`` rules for these texts, with the font inside them.

    Only the cuts that hold a character of a text are embedded, so the bytes depend on nothing else. A text that is
    empty needs no font.

    Examples:
        >>> fontface_css("", "")
        ''
        >>> rule = fontface_css("Doe ✓", "")
        >>> rule[:72]
        '@font-face{font-family:"Inter";font-style:normal;font-weight:400;src:url'
    """
    texts = ((400, "Regular", text_regular), (700, "Bold", text_bold))
    return "".join(_rule(weight, style, cut) for weight, style, text in texts for cut in _needed(text))


def missing(text: str) -> tuple[str, ...]:
    """Return the visible characters of the text that the font lacks, each once, in order of code point.

    Examples:
        >>> missing("§ 230 — ✓ 訴訟 訴")
        ('訟', '訴')
    """
    return tuple(sorted(character for character in set(text) if _visible(character) and not _covered(character)))


def _visible(character: str) -> bool:
    return unicodedata.category(character) not in _INVISIBLE and ord(character) not in _VARIATION_SELECTORS


def _covered(character: str) -> bool:
    return any(ord(character) in cut.code_points for cut in _cuts())


def _needed(text: str) -> tuple[_Cut, ...]:
    used = frozenset(map(ord, text))
    return tuple(cut for cut in _cuts() if used & cut.code_points)


def _rule(weight: int, style: str, cut: _Cut) -> str:
    data = b64encode((FOLDER / f"{FAMILY}-{style}-{cut.name}.woff2").read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:normal;font-weight:{weight};'
        f'src:url(data:font/woff2;base64,{data}) format("woff2");unicode-range:{cut.unicode_range}}}\n'
    )


@cache
def _cuts() -> tuple[_Cut, ...]:
    lines = (FOLDER / "cuts.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_cut(*line.split()) for line in lines)


def _cut(name: str, unicode_range: str) -> _Cut:
    spans = (span.removeprefix("U+").partition("-") for span in unicode_range.split(","))
    points = frozenset(point for first, _, last in spans for point in range(int(first, 16), int(last or first, 16) + 1))
    return _Cut(name, unicode_range, points)
