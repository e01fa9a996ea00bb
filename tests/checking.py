"""Small cases as text, and what there is to find about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mapper.case.load import CaseFile, load_case
from mapper.check import check_case
from mapper.check.explained import base_case
from mapper.diagnostics import Diagnostic
from tests.cases import PRELUDE

CASE = Path("case.yaml")


def case_file(sections: str, prelude: str = PRELUDE) -> CaseFile:
    """Return a case: a prelude of parties, sources and theories, and its own sections."""
    return load_case(CASE, prelude.lstrip() + sections.lstrip("\n"))


def findings(sections: str, prelude: str = PRELUDE, sources: Path | None = None) -> tuple[Diagnostic, ...]:
    """Return what there is to find, but for the sources of the prelude that a case does not use."""
    found = check_case(case_file(sections, prelude), {}, sources=sources)
    return tuple(finding for finding in found if finding.rule.name != "unused-source")


def found(sections: str, prelude: str = PRELUDE, sources: Path | None = None) -> list[str]:
    """Return the findings as text, with the lines and columns of the sections alone, each followed by its notes."""
    first = prelude.lstrip().count("\n")
    return [line for finding in findings(sections, prelude, sources) for line in _lines(finding, first)]


def helped(sections: str, prelude: str = PRELUDE) -> list[str | None]:
    """Return what the findings advise."""
    return [finding.help for finding in findings(sections, prelude)]


def _lines(finding: Diagnostic, first: int) -> Iterator[str]:
    span = finding.span
    assert span is not None, "every finding of these tests has a place"
    yield f"{span.line - first}:{span.column}-{span.end_column} {finding.rule.name}: {finding.message}"
    for other, text in finding.related:
        assert other is not None, "every note of these tests has a place"
        yield f"    {other.line - first}:{other.column} {text}" if other.path == str(CASE) else f"    {text}"


def whole(example: str) -> str:
    """Return the whole case of an example of a rule: its sections added to the base case, or itself."""
    if example.startswith("mapper:"):
        return f"{example}\n"
    sections = dict(_sections(base_case()))
    for name, text in _sections(f"{example}\n"):
        header, _, entries = text.partition("\n")
        adds = name in sections and header == f"{name}:"
        sections[name] = sections[name] + entries if adds else text
    return "".join(sections.values())


def _sections(text: str) -> Iterator[tuple[str, str]]:
    for section in re.split(r"(?m)^(?=\S)", text):
        if section.strip():
            yield section.partition(":")[0], section
