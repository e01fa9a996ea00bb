"""Words in a document: whether a quote is there, and which passage comes nearest to it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

_FOLDED = {
    **dict.fromkeys(map(ord, "'\"`´‘’‚‛“”„‟′″‵‶‹›«»"), "'"),
    **dict.fromkeys(map(ord, "-‐‑‒–—―−⁃﹘﹣－"), "-"),
}
_DASHES = re.compile("-{2,}")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")

ALIKE = 0.5
"""How much of a quote and a passage has to agree for the passage to be worth showing."""
_RAREST = 8
_PLACES = 60
_COMPARED = 12
_LONGEST = 400
"""Bounds of the search: words of the quote that lead to passages, the places of each that are looked at, passages
that are compared word by word, and words of a quote that are compared."""


def fold(text: str) -> str:
    r"""Return a text as quotes are compared: what is folded is white space, quotation marks, dashes, Unicode form.

    Composed characters (NFC); any run of white space is one space; any quotation mark or apostrophe is one and the
    same; any dash, or two hyphens for one, is a hyphen. Letters, their case, and all other marks stay.

    Examples:
        >>> fold("a\u00a0“so-called”\n—  ‘tool’")
        "a 'so-called' - 'tool'"
    """
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED)
    return " ".join(_DASHES.sub("-", folded).split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document: its words on one line, and the offsets in the text at which it begins and ends."""

    words: str
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """A text in which quotes are looked for."""

    text: str

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def _plain(self) -> list[str]:
        """The words as they are compared for likeness: letters only, without their case."""
        return [plain(match[0]) for match in self._words]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self._plain):
            places.setdefault(word, []).append(place)
        return places

    def holds(self, quote: str) -> bool:
        """Return whether the words of a quote stand in the text, both folded."""
        return fold(quote) in self._folded

    def nearest(self, quote: str) -> Passage | None:
        """Return the passage that comes nearest to a quote, if any comes near.

        The rarest words of the quote lead to passages of its length; the few that share most words are compared
        word by word. The effort does not grow with the product of the two texts.
        """
        wanted = [plain(word) for word in quote.split()][:_LONGEST]
        starts = self._starts(wanted)
        shared = Counter(wanted)
        common = {at: (Counter(self._plain[at : at + len(wanted)]) & shared).total() for at in starts}
        likely = sorted(common, key=lambda at: (-common[at], at))[:_COMPARED]
        scored = [(_match(wanted, self._plain[at : at + len(wanted)]), -at) for at in likely]
        best, at = max(scored, key=lambda found: (found[0].ratio(), found[1]), default=(None, 0))
        return self._passage(-at, best) if best and best.ratio() >= ALIKE else None

    def _starts(self, wanted: Sequence[str]) -> set[int]:
        """Return where a passage could begin, so that a rare word of the quote stands at its place in it."""
        known = sorted({word for word in wanted if word in self._places}, key=lambda w: (len(self._places[w]), w))
        return {
            min(max(place - wanted.index(word), 0), max(len(self._plain) - len(wanted), 0))
            for word in known[:_RAREST]
            for place in self._places[word][:_PLACES]
        }

    def _passage(self, at: int, match: SequenceMatcher[str]) -> Passage:
        """Return the passage without the words before and after what answers to the quote."""
        *blocks, end = match.get_matching_blocks()
        start = at + max(blocks[0].b - blocks[0].a, 0)
        after = end.a - (blocks[-1].a + blocks[-1].size)
        words = self._words[start : at + blocks[-1].b + blocks[-1].size + after]
        return Passage(" ".join(word[0] for word in words), words[0].start(), words[-1].end())


def plain(word: str) -> str:
    """Return the letters of a word without their case, or the word itself if it has none."""
    return "".join(_LETTERS.findall(unicodedata.normalize("NFC", word))).casefold() or word


def _match(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    """Return how two passages agree, word by word."""
    return SequenceMatcher(None, one, other, autojunk=False)
