"""Which entries of two versions are the same under another id, and what that makes of addresses.

Entries with the same words are the same. Others are compared where two words stand together that seldom do, a bounded
number of times each, so that two versions that have nothing in common take no longer than two that are nearly the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from mapper.analysis.versions.written import Entry

SIMILAR = 0.75
"""From which share of common words on, in order, two texts are versions of one; see `difflib.SequenceMatcher`."""

RARE = 40
"""Two words that stand together in more texts than this say nothing about which of them is meant."""

CANDIDATES = 4
"""How many texts are compared with one at most."""

LONGEST = 400
"""How many words of a text are compared."""

_NAME = re.compile(r"[^@.:+]+")


@dataclass(frozen=True, slots=True)
class Renames:
    """The ids that changed, old to new, by namespace: that of the statements, and each of the others."""

    names: Mapping[str, Mapping[str, str]]

    def of(self, namespace: str, name: str) -> str:
        """Return the new id of an old one."""
        return self.names.get(namespace, {}).get(name, name)

    def address(self, address: str) -> str:
        """Return an old address of statements as it reads with the new ids.

        Only ids stand at its beginning, after ``+``, ``:`` and ``@``; what follows a dot is the name of an element.

        Examples:
            >>> Renames({"statements": {"negligence": "carelessness"}}).address("section-230@negligence.publisher")
            'section-230@carelessness.publisher'
        """

        def renamed(found: re.Match[str]) -> str:
            element = found.start() and address[found.start() - 1] == "."
            return found[0] if element else self.of("statements", found[0])

        return _NAME.sub(renamed, address)


def find_renames(gone: Iterable[Entry], came: Iterable[Entry]) -> dict[str, str]:
    """Return which entries that went came back under another id: only entries of one section can."""
    old, new = _by_section(gone), _by_section(came)
    return {a: b for section in old.keys() & new.keys() for a, b in _pairs(old[section], new[section]).items()}


def _by_section(found: Iterable[Entry]) -> dict[str, dict[str, tuple[str, ...]]]:
    sections: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in found:
        sections.setdefault(entry.section, {})[entry.id] = entry.words[:LONGEST]
    return sections


def _pairs(gone: Mapping[str, tuple[str, ...]], came: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return pairs of ids, first those with the same words, then the most alike first."""
    pairs = {}
    waiting: dict[tuple[str, ...], list[str]] = {}
    for name in reversed([*came]):
        waiting.setdefault(came[name], []).append(name)
    for name, words in gone.items():
        if waiting.get(words):
            pairs[name] = waiting[words].pop()
    taken = {*pairs.values()}
    alike = sorted(
        _alike({n: w for n, w in gone.items() if n not in pairs}, {n: w for n, w in came.items() if n not in taken})
    )
    for _, old, new in alike:
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return pairs


def _alike(
    gone: Mapping[str, tuple[str, ...]], came: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[float, str, str]]:
    """Yield pairs that are alike enough, with how far they are from being the same."""
    having: dict[tuple[str, ...], list[str]] = {}
    for name, words in came.items():
        for pair in _word_pairs(words):
            having.setdefault(pair, []).append(name)
    rare = {pair: names for pair, names in having.items() if len(names) <= RARE}
    for old, words in gone.items():
        shared = Counter(name for pair in _word_pairs(words) for name in rare.get(pair, ()))
        for new, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:CANDIDATES]:
            ratio = SequenceMatcher(None, words, came[new], autojunk=False).ratio()
            if ratio >= SIMILAR:
                yield 1 - ratio, old, new


def _word_pairs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the words that stand next to each other; those of a text at its ends have nobody there."""
    return {*pairwise(("", *words, ""))}
