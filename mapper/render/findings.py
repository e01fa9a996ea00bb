"""Findings in every voice: with the line and a caret, one a line, JSON, GitHub annotations, SARIF.

Each function takes findings that are sorted and the texts that they stand in, and returns text that ends with a line
break, or nothing. All are total: whatever a finding says and wherever it points, it can be shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from mapper.diagnostics import Diagnostic, Rule, Severity, Span
from mapper.render.excerpt import WIDTH, Excerpts, visible
from mapper.render.terminal import NARROWEST, folded

Paint = Callable[[str, str], str]
"""Takes a piece of text and its part (``error``, ``warning``, ``note``, ``help``, ``place``) and colours it."""

Voice = Callable[[Sequence[Diagnostic], Mapping[str, str]], str]
"""What every format is: findings, and the texts by path, to one text."""

VERSION = 1
"""The version of the JSON form; it changes when a reader of the old one would be misled."""

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def unpainted(text: str, part: str) -> str:
    """Return the text as it is."""
    return text


def as_text(
    findings: Sequence[Diagnostic], texts: Mapping[str, str], paint: Paint = unpainted, width: int | None = None
) -> str:
    """Return each finding with the line that it is about, a caret below it, and what to do.

    Args:
        findings: the findings.
        texts: the texts that they stand in, by path.
        paint: what colours the parts of a finding.
        width: how wide a terminal is; without it each sentence is one line, as programs like it.
    """
    gutter = max((len(str(finding.span.line)) for finding in findings if finding.span), default=0) + len(" | ")
    excerpts = Excerpts(texts, min(WIDTH, max(width - gutter, NARROWEST)) if width else WIDTH)
    return "\n".join(_full(finding, excerpts, paint, width) for finding in findings)


def _full(finding: Diagnostic, excerpts: Excerpts, paint: Paint, width: int | None) -> str:
    word = finding.severity.word
    lines = _sentence(f"{paint(f'{word}[{finding.rule.name}]', word)}: {visible(finding.message)}", width)
    if finding.span:
        edge = " " * len(str(finding.span.line))
        lines.append(f"{edge}{paint('-->', 'place')} {_place(finding.span)}")
        lines += _excerpt(finding.span, excerpts, paint, word)
    for span, text in finding.related:
        note = f"{paint('note', 'note')}: {visible(text)}{f' ({_place(span)})' if span else ''}"
        lines += _sentence(note, width)
    if finding.help:
        lines += _sentence(f"{paint('help', 'help')}: {visible(finding.help)}", width)
    return "".join(f"{line}\n" for line in lines)


def _sentence(text: str, width: int | None) -> list[str]:
    """Return a sentence in as many lines as it takes on a terminal."""
    return folded(text, width, rest="  ") if width else [text]


def _excerpt(span: Span, excerpts: Excerpts, paint: Paint, part: str) -> list[str]:
    excerpt = excerpts.of(span)
    if excerpt is None:
        return []
    number = str(span.line)
    edge, bar = " " * len(number), paint("|", "place")
    return [
        f"{edge} {bar}",
        f"{paint(number, 'place')} {bar} {excerpt.line}".rstrip(),
        f"{edge} {bar} {' ' * excerpt.before}{paint('^' * excerpt.under, part)}",
    ]


def as_concise(findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """Return each finding in one line."""
    return "".join(
        f"{_place(finding.span) + ': ' if finding.span else ''}"
        f"{finding.severity.word}[{finding.rule.name}] {visible(finding.message)}\n"
        for finding in findings
    )


def _place(span: Span) -> str:
    return f"{visible(span.path)}:{span.line}:{span.column}"


def as_json(findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """Return the findings as JSON.

    An object with ``version`` and ``findings``. A finding has ``rule``, ``severity``, ``message``, ``path``, ``line``,
    ``column`` and ``end_column`` (from 1, the end exclusive, in characters; null where it has no place),
    ``subject`` and ``help`` (or null) and ``related``: places, each with a ``message``.
    """
    return _json({"version": VERSION, "findings": [_as_object(finding) for finding in findings]})


def _as_object(finding: Diagnostic) -> dict[str, object]:
    return {
        "rule": finding.rule.name,
        "severity": finding.severity.word,
        "message": finding.message,
        **_place_as_object(finding.span),
        "subject": finding.subject,
        "help": finding.help,
        "related": [{"message": text, **_place_as_object(span)} for span, text in finding.related],
    }


def _place_as_object(span: Span | None) -> dict[str, object]:
    if span is None:
        return dict.fromkeys(("path", "line", "column", "end_column"))
    return {"path": span.path, "line": span.line, "column": span.column, "end_column": span.end_column}


def _json(value: object) -> str:
    """Return readable JSON; half a surrogate pair, which no encoding has, becomes the escape that JSON has for it."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """Return the findings as workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(
        f"::{_COMMANDS[finding.severity]} {_properties(finding)}::{_data(_whole(finding))}\n" for finding in findings
    )


def _properties(finding: Diagnostic) -> str:
    place: dict[str, object] = {}
    if span := finding.span:
        place = {
            "file": span.path,
            "line": span.line,
            "col": span.column,
            "endColumn": max(span.end_column, span.column),
        }
    properties = {**place, "title": finding.rule.name}
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _whole(finding: Diagnostic) -> str:
    """Return the message with the help below it, for readers that show only one text."""
    return f"{finding.message}\n{finding.help}" if finding.help else finding.message


def _data(text: str) -> str:
    lines = text.split("\n")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """Return the findings in SARIF 2.1.0, which code hosts and editors read."""
    found = {finding.rule.name: finding.rule for finding in findings}
    driver = {"name": "mapper", "rules": [_sarif_rule(found[name]) for name in sorted(found)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, sorted(found)) for finding in findings],
    }
    return _json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(finding: Diagnostic, names: list[str]) -> dict[str, object]:
    related = [{**_sarif_place(span), "message": {"text": text}} for span, text in finding.related if span]
    return {
        "ruleId": finding.rule.name,
        "ruleIndex": names.index(finding.rule.name),
        "level": _LEVELS[finding.severity],
        "message": {"text": _whole(finding)},
        "locations": [_sarif_place(finding.span)] if finding.span else [],
        **({"relatedLocations": related} if related else {}),
    }


def _sarif_place(span: Span) -> dict[str, object]:
    from urllib.parse import quote

    path = PurePath(span.path)
    uri = ("file://" if path.is_absolute() else "") + quote(path.as_posix(), errors="surrogatepass")
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": max(span.end_column, span.column)}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


VOICES: dict[str, Voice] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every form in which findings can be given, by its name on the command line."""


def summary(findings: Sequence[Diagnostic]) -> str:
    """Return how many findings there are of each severity, the worst first.

    Examples:
        >>> summary([])
        'no findings'
    """
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{counts[severity]} {severity.word}{'s' if counts[severity] > 1 else ''}"
        for severity in sorted(counts, reverse=True)
    ]
    return ", ".join(parts) or "no findings"
