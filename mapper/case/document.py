"""A text that was read: its plain values, and where in the text each of them stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from mapper.diagnostics import Diagnostic, Span

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""What a case file is made of: every text is kept as it was written, an empty value is ``None``."""

Keys: TypeAlias = "tuple[str | int, ...]"
"""The keys and places in lists that lead from the whole value to one inside it."""

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Document:
    """The values of one text and their places.

    The places are one flat row of offsets in the order of the text: the start and the end of every key and every
    text, and of a list or a mapping its start before, and its end after, what it holds. The values say which
    offset is whose, so that nothing more has to be made while a file is read; a place is looked up when it is
    asked for, which happens for findings only.
    """

    path: str
    text: str
    value: Value
    offsets: array[int]
    findings: tuple[Diagnostic, ...] = ()
    _inside: dict[int, dict[str | int, tuple[int, Value]]] = field(default_factory=dict, compare=False, repr=False)
    _lines: list[Lines] = field(default_factory=list, compare=False, repr=False)

    def get(self, *keys: str) -> Value:
        """Return the value under keys of mappings inside each other, or nothing where one is not there."""
        value = self.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def span(self, keys: Keys, *, key: bool = False) -> Span:
        """Return where the value under ``keys`` stands, or its key.

        Steps that are not there are passed over: a missing key leads to the entry that lacks it, and the steps of
        a long form lead to its short form. An empty value has no place, so that its key stands for it.

        Complexity: linear in the number of values at the first question, then in the number of keys.
        """
        walk = self._walk(keys)
        step, number, value = walk[-1] if walk else (0, 0, self.value)
        if isinstance(step, str) and (key or value is None):
            return self.at(self.offsets[number - 2], self.offsets[number - 1])
        if not self.offsets:
            return self.at(0, 0)
        last = min(number + size_of(value), len(self.offsets)) - 1
        return self.at(self.offsets[number], self.offsets[last])

    def written(self, keys: Keys) -> Keys:
        """Return those of the keys that are there, the others passed over."""
        return tuple(step for step, _, _ in self._walk(keys))

    def _walk(self, keys: Keys) -> list[tuple[str | int, int, Value]]:
        """Return the steps that are there, each with the value it leads to and where that begins in the row."""
        walk: list[tuple[str | int, int, Value]] = []
        number, value = 0, self.value
        for step in keys:
            inside = self._numbers(number, value)
            if step in inside:
                number, value = inside[step]
                walk.append((step, number, value))
        return walk

    def _numbers(self, number: int, value: Value) -> dict[str | int, tuple[int, Value]]:
        """Return the values inside a list or a mapping, with where each begins in the row of offsets."""
        if number not in self._inside:
            self._inside[number] = numbered(number, value)
        return self._inside[number]

    def at(self, start: int, end: int) -> Span:
        """Return the stretch between two offsets of the text, cut at the end of its first line."""
        if not self._lines:
            self._lines.append(Lines(self.text))
        return self._lines[0].span(self.path, start, end)


class Lines:
    """Where the lines of a text begin, the way editors count them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._last = len(text.rstrip())

    def span(self, path: str, start: int, end: int) -> Span:
        """Return the stretch between two offsets; what lies behind the last word of the text is shown there."""
        start = min(start, self._last)
        line = bisect_right(self._starts, start)
        begin = self._starts[line - 1]
        limit = self._starts[line] if line < len(self._starts) else self._last
        if end > limit or end > self._last:
            end = self._end_of_words(start, min(limit, self._last))
        return Span(path, line, start - begin + 1, max(end, start) - begin + 1)

    def _end_of_words(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return end


def lines_of(text: str) -> list[str]:
    """Return the lines of a text without their breaks."""
    return _BREAK.split(text)


def numbered(number: int, value: Value) -> dict[str | int, tuple[int, Value]]:
    """Return what a list or a mapping holds by key or place, with the number of each value; a text holds nothing."""
    found: dict[str | int, tuple[int, Value]] = {}
    number += 1
    if isinstance(value, dict):
        for name, inner in value.items():
            found[name] = (number + 2, inner)
            number += 2 + size_of(inner)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            found[place] = (number, inner)
            number += size_of(inner)
    return found


def size_of(value: Value) -> int:
    """Return how many offsets the value takes; the depth of values is limited."""
    if isinstance(value, dict):
        return 2 + 2 * len(value) + sum(map(size_of, value.values()))
    if isinstance(value, list):
        return 2 + sum(map(size_of, value))
    return 2
