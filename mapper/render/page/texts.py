"""Texts that occur again and again, each kept once and named by its number."""

from __future__ import annotations


class Texts:
    """Gives each text a number, from 0.

    Examples:
        >>> texts = Texts()
        >>> [texts.number(text) for text in ("counts", "open", "counts")], texts.found
        ([0, 1, 0], ['counts', 'open'])
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a text."""
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def found(self) -> list[str]:
        """Return the texts in the order of their numbers."""
        return list(self._numbers)
