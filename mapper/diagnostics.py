"""What can be said about a file: findings, their place, and the one exception that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; a larger number is worse."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """Return the lower-case word used in every output."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file; lines and columns count from 1, the end is exclusive.

    A span that runs over several lines is cut at the end of its first line, so ``end_column`` is
    always on ``line``.
    """

    path: str
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding: its name states the bad thing and is never used again for another."""

    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        rule: the kind of finding.
        message: lower case, no full stop, true on its own, names in backticks.
        span: where it is, if it is anywhere.
        subject: the address that it is about, if any.
        help: what to do about it.
        related: other places that matter, each with a short text.
    """

    rule: Rule
    message: str
    span: Span | None = None
    subject: str | None = None
    help: str | None = None
    related: tuple[tuple[Span | None, str], ...] = field(default=())

    @property
    def severity(self) -> Severity:
        """Return the severity of the rule."""
        return self.rule.severity

    @property
    def sort_key(self) -> tuple[bool, Span, str, str]:
        """Return the key of the one order in which findings are shown."""
        place = self.span or Span("", 0, 0, 0)
        return (self.span is None, place, self.rule.name, self.message)


class MapperError(Exception):
    """A user's mistake that stops the work; carries every finding, sorted, never none.

    Attributes:
        findings: what is wrong.
        texts: the texts that were read, by path, so that a finding can be shown with its line.

    Raises:
        ValueError: if there are no findings to carry.
    """

    def __init__(
        self, findings: list[Diagnostic] | tuple[Diagnostic, ...], texts: Mapping[str, str] | None = None
    ) -> None:
        if not findings:
            raise ValueError("a MapperError needs at least one finding")
        self.findings: tuple[Diagnostic, ...] = sort_findings(findings)
        self.texts: Mapping[str, str] = texts or {}
        super().__init__("; ".join(finding.message for finding in self.findings))


def sort_findings(findings: list[Diagnostic] | tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings by place, then rule, then message, each one once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key))
