"""What a reader of YAML or JSON fills: values, their places, and findings."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NoReturn

from mapper import rules
from mapper.case.document import Document, Value, numbered, size_of
from mapper.diagnostics import Diagnostic, Rule, Span


@dataclass(frozen=True, slots=True)
class Limits:
    """What no case exceeds; a file beyond it is refused before it fills the memory.

    Attributes:
        size: bytes of one file.
        depth: lists and mappings inside each other, and files that include each other.
    """

    size: int = 64 * 1024 * 1024
    depth: int = 60


LIMITS = Limits()

QUOTE = "put the text in quotes"
"""The remedy for nearly everything that YAML takes for something else than text."""


class UnreadableError(Exception):
    """Reading cannot go on; the builder holds the finding that says why."""


_Container = tuple[list[Value], int, bool]
"""A list or a mapping that has begun: what it holds, where it begins in the row of offsets, whether it is a mapping."""


class Builder:
    """Puts values together as a reader names them in the order of the text, without recursion.

    Until a mapping ends, its keys and values are one list like any other: making it a mapping then is one call, and
    a key that is repeated or no text shows in its size.
    """

    __slots__ = ("_items", "_most", "_open", "add", "document", "findings", "limits", "put")

    def __init__(self, path: str, text: str, limits: Limits = LIMITS) -> None:
        self.document = Document(path, text, None, array("q"))
        self.findings: list[Diagnostic] = []
        self.limits = limits
        self._items: list[Value] = []
        self._open: list[_Container] = [(self._items, -1, False)]
        self.add = self.document.offsets.append
        self.put = self._items.append
        self._most = limits.depth + 1

    def text(self, value: str | None, start: int, end: int) -> None:
        """Take the next key, text or empty value; a reader in a hurry calls ``add`` and ``put`` itself."""
        self.add(start)
        self.add(end)
        self.put(value)

    def open(self, start: int, *, is_mapping: bool) -> Callable[[Value], None]:
        """Begin a list or a mapping, and return what takes its values.

        Raises:
            UnreadableError: if it stands inside too many others.
        """
        items: list[Value] = []
        self.put = items.append
        self._open.append((items, len(self.document.offsets), is_mapping))
        self.add(start)
        if len(self._open) > self._most:
            message = f"nested more than {self.limits.depth} levels deep"
            self.stop(rules.TOO_DEEP, message, start, start + 1, help="look for brackets that are never closed")
        return self.put

    def close(self, end: int) -> Callable[[Value], None]:
        """End the innermost list or mapping, and return what takes the values of the one around it."""
        items, number, is_mapping = self._open.pop()
        self.add(end)
        self.put = self._open[-1][0].append
        self.put(self._mapping(items, number) if is_mapping else items)
        return self.put

    def _mapping(self, items: list[Value], number: int) -> Value:
        """Return the keys with their values, and report keys that cannot be used."""
        try:
            mapping: dict[str, Value] = dict(zip(items[::2], items[1::2], strict=False))  # type: ignore[arg-type]  # see below
        except TypeError:
            mapping = {}
        if 2 * len(mapping) < len(items) or None in mapping:
            self._report_keys(items, number)
        return mapping

    def _report_keys(self, items: list[Value], begin: int) -> None:
        """Report each key of a mapping that is no text or has been given before."""
        places = list(numbered(begin, items).values())
        first: dict[str, int] = {}
        for number, key in places[::2]:
            start, end = self.document.offsets[number], self.document.offsets[number + size_of(key) - 1]
            if not isinstance(key, str):
                self.report(rules.KEY_NOT_TEXT, "this key is not a text", start, end, help="put it in quotes")
            elif key in first:
                self._report_repeated(key, start, end, first[key])
            else:
                first[key] = number

    def _report_repeated(self, key: str, start: int, end: int, first: int) -> None:
        offsets = self.document.offsets
        self.report(
            rules.REPEATED_KEY,
            f"the key `{key}` is given twice here",
            start,
            end,
            help="keep one of them, or give one another name",
            related=((self.document.at(offsets[first], offsets[first + 1]), "first given here"),),
        )

    def report(
        self,
        rule: Rule,
        message: str,
        start: int,
        end: int,
        *,
        help: str | None = None,
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        """Add a finding about a stretch of the text."""
        place = self.document.at(start, end)
        self.findings.append(Diagnostic(rule, message, place, help=help, related=related))

    def stop(self, rule: Rule, message: str, start: int, end: int, *, help: str | None = None) -> NoReturn:
        """Add a finding after which reading cannot go on.

        Raises:
            UnreadableError: always.
        """
        self.report(rule, message, start, end, help=help)
        raise UnreadableError

    def report_character(self, offset: int) -> None:
        """Add a finding about a character that no text may hold."""
        self.report(
            rules.CONTROL_CHARACTER,
            f"the character U+{ord(self.document.text[offset]):04X} is not for reading",
            offset,
            offset + 1,
            help="take it out; it was probably copied along from another program",
        )

    def finish(self) -> Document:
        """Return what was read, with every finding; an empty file has the finding that it is.

        Of lists and mappings that never ended only the findings remain.
        """
        for items, number, is_mapping in reversed(self._open[1:]):
            if is_mapping:
                self._mapping(items, number)
        value = self._items[0] if self._items else None
        if value is None and not self.findings:
            self.report(
                rules.EMPTY_FILE, "the file says nothing", 0, 0, help="`mapper init` writes a case to begin with"
            )
        return replace(self.document, value=value, findings=tuple(self.findings))
