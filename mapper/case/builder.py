"""What a reader of YAML or JSON fills: values, their places, and findings."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import NoReturn

from mapper import rules
from mapper.case.document import Document, Value, numbered
from mapper.diagnostics import Diagnostic, Rule, Span

Container = list[Value] | dict[str, Value]


@dataclass(frozen=True, slots=True)
class Limits:
    """What no case exceeds; a file beyond it is refused before it fills the memory.

    Attributes:
        size: bytes of one file.
        values: keys and values of one file.
        depth: lists and mappings inside each other, and files that include each other.
    """

    size: int = 64 * 1024 * 1024
    values: int = 10_000_000
    depth: int = 60


LIMITS = Limits()


class UnreadableError(Exception):
    """Reading cannot go on; the builder holds the finding that says why."""


class Builder:
    """Puts values together as a reader names them in the order of the text, without recursion."""

    __slots__ = ("_current", "_key", "_outer", "_repeated", "_root", "_start", "document", "findings", "limits")

    def __init__(self, path: str, text: str, limits: Limits = LIMITS) -> None:
        self.document = Document(path, text, None, array("q"))
        self.findings: list[Diagnostic] = []
        self.limits = limits
        self._root: list[Value] = []
        self._current: Container = self._root
        self._key: str | None = None
        self._start = 0
        self._outer: list[tuple[Container, int]] = []
        self._repeated: dict[int, tuple[dict[str, Value], list[tuple[str, int, int]]]] = {}

    @property
    def needs_key(self) -> bool:
        """Return whether a key or the end of a mapping comes next."""
        return self._key is None and isinstance(self._current, dict)

    def add(self, value: str | None, start: int, end: int) -> None:
        """Take the next key, text or empty value."""
        self.document.offsets.extend((start, end))
        current = self._current
        if isinstance(current, list):
            current.append(value)
        elif self._key is None:
            self._key = self._new_key(current, value, start, end)
        else:
            current[self._key] = value
            self._key = None

    def _new_key(self, mapping: dict[str, Value], key: str | None, start: int, end: int) -> str:
        """Return the key, or where it cannot be used, another one that keeps the row of offsets in step."""
        if key is None:
            self.report(rules.KEY_NOT_TEXT, "there is no key before this colon", start, end)
        elif key in mapping:
            self._repeated.setdefault(self._start, (mapping, []))[1].append((key, start, end))
        else:
            return key
        return f"{key}\0{len(mapping)}"

    def open(self, container: Container, start: int) -> None:
        """Begin a list or a mapping; a reader lets none of them stand for a key."""
        current = self._current
        if isinstance(current, list):
            current.append(container)
        else:
            assert self._key is not None, "a reader lets no list or mapping stand for a key"
            current[self._key] = container
            self._key = None
        self._outer.append((current, self._start))
        self._current, self._start = container, len(self.document.offsets)
        self.document.offsets.append(start)
        self._check_limits(start)

    def _check_limits(self, start: int) -> None:
        if len(self._outer) > self.limits.depth:
            self.stop_too_deep(start)
        if len(self.document.offsets) > 2 * self.limits.values:
            self.stop(
                rules.TOO_LARGE, f"more than {self.limits.values:,} keys and values in one file", start, start + 1
            )

    def close(self, end: int) -> None:
        """End the innermost list or mapping."""
        self.document.offsets.append(end)
        self._current, self._start = self._outer.pop()

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

    def stop_too_deep(self, start: int) -> NoReturn:
        """Refuse a list or a mapping inside too many others.

        Raises:
            UnreadableError: always.
        """
        self.stop(rules.TOO_DEEP, f"nested more than {self.limits.depth} levels deep", start, start + 1)

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
        """Return what was read, with every finding; an empty file has the finding that it is."""
        for number, (mapping, repeated) in self._repeated.items():
            self._report_repeated(numbered(number, mapping), repeated)
        value = self._root[0] if self._root else None
        if value is None and not self.findings:
            self.report(rules.EMPTY_FILE, "the file says nothing", 0, 0)
        return replace(self.document, value=value, findings=tuple(self.findings))

    def _report_repeated(
        self, places: dict[str | int, tuple[int, Value]], repeated: list[tuple[str, int, int]]
    ) -> None:
        offsets = self.document.offsets
        for key, start, end in repeated:
            first = places[key][0] - 2
            place = self.document.at(offsets[first], offsets[first + 1])
            self.report(
                rules.REPEATED_KEY,
                f"the key `{key}` is given twice here",
                start,
                end,
                help="keep one of them, or give the second another name",
                related=((place, "first given here"),),
            )
