"""What was probably meant by a name that stands for nothing: the one place that decides what is near."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

ALIKE = 0.65
"""How much of two names has to agree for one to be taken for the other misspelt.

It lets ``T03`` pass for ``T01``, but not ``name`` for ``nature``.
"""
_BEHIND = 0.05
"""How much less alike than the likeliest name another one may be to be offered as well."""
SHOWN = 3
"""How many names are offered at most."""
_COMPARED = 40
"""How many names are compared letter by letter: those that share most pairs of letters."""
_ASKED = 200
"""For how many misspelt names an answer is looked for: who misspells more has another problem."""
_PART = re.compile(r"[./@:+]")


class Names:
    """Names that can be found although they are misspelt, for who asks more than once.

    Pairs of letters lead to the few names worth comparing, so that one question costs some milliseconds among ten
    thousand names; they are gathered at the first question.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = names
        self._order: list[str] = []
        self._pairs: dict[str, list[int]] = {}
        self._same: dict[str, list[str]] = {}
        self._parts: dict[tuple[str, ...], list[str]] = {}
        self._known: dict[str, tuple[str, ...]] = {}

    def near(self, name: str) -> tuple[str, ...]:
        """Return up to three names that were probably meant, the likeliest first; none for one of the names.

        A name that is one part of longer ones (``duty`` of ``negligence.duty``) leads to these, one whose parts stand
        in the wrong order (``negligence@immunity``) to the right order, and the beginning of a name to the whole.
        """
        if name not in self._known and len(self._known) < _ASKED:
            if not self._order:
                self._gather()
            found = self._same.get(name.lower()) or self._parts.get(_parts(name)) or self._alike(name.lower())
            self._known[name] = tuple(other for other in found or self._longer(name.lower()) if other != name)[:SHOWN]
        return self._known.get(name, ())

    def _gather(self) -> None:
        self._order = list(dict.fromkeys(self._names))
        for number, name in enumerate(self._order):
            self._same.setdefault(name.lower(), []).append(name)
            for pair in _pairs(name.lower()):
                self._pairs.setdefault(pair, []).append(number)
            if len(parts := _parts(name)) > 1:
                for part in {parts, *((part,) for part in parts)}:
                    self._parts.setdefault(part, []).append(name)

    def _alike(self, name: str) -> list[str]:
        shared = Counter(number for pair in _pairs(name) for number in self._pairs.get(pair, ()))
        likely = sorted(shared, key=lambda number: (-shared[number], len(self._order[number]), number))[:_COMPARED]
        scores = {self._order[number]: _likeness(name, self._order[number].lower()) for number in likely}
        enough = max(ALIKE, max(scores.values(), default=0) - _BEHIND)
        return sorted((found for found, score in scores.items() if score >= enough), key=lambda found: -scores[found])

    def _longer(self, name: str) -> list[str]:
        return [other for other in self._order if other.lower().startswith(f"{name}-")]


def _parts(name: str) -> tuple[str, ...]:
    """Return the ids of which an address is made, in an order of their own."""
    return tuple(sorted(_PART.split(name.lower())))


def _pairs(name: str) -> set[str]:
    """Return the pairs of letters of a name, its beginning and end included."""
    padded = f"\0{name}\0"
    return {padded[place : place + 2] for place in range(len(padded) - 1)}


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of the names that were probably meant by one, the likeliest first.

    Examples:
        >>> near("neglience", ["negligence", "tvpra"])
        ('negligence',)
        >>> near("fraud", ["negligence", "tvpra"])
        ()
    """
    return Names(names).near(name)


def offer(names: Iterable[str]) -> str | None:
    """Return the question whether one of the names was meant, or nothing if there is none.

    Examples:
        >>> offer(["duty", "breach"])
        'did you mean `duty` or `breach`?'
    """
    offered = [f"`{name}`" for name in names]
    return f"did you mean {' or '.join(filter(None, (', '.join(offered[:-1]), offered[-1])))}?" if offered else None


def did_you_mean(name: str, names: Iterable[str]) -> str | None:
    """Return the question whether something near the name was meant, if anything is near.

    Examples:
        >>> did_you_mean("naturre", ["nature", "note"])
        'did you mean `nature`?'
    """
    return offer(near(name, names))
