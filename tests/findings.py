"""Findings as lines of text, so that a test can compare all of what is said at once."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.diagnostics import Diagnostic, Span


def lines(findings: Iterable[Diagnostic]) -> list[str]:
    """Return each finding with its place, and below it what it advises and the other places."""
    return [line for finding in findings for line in _lines(finding)]


def _lines(finding: Diagnostic) -> list[str]:
    found = [f"{_place(finding.span)} {finding.severity.word}[{finding.rule.name}] {finding.message}"]
    found += [f"  {text} {_place(span)}" for span, text in finding.related]
    return [*found, f"  {finding.help}"] if finding.help else found


def _place(span: Span | None) -> str:
    return f"{span.line}:{span.column}-{span.end_column}" if span else "-"
