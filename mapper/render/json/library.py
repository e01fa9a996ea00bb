"""Theories and the rules of findings as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mapper.render.json.document import document, model

if TYPE_CHECKING:
    from mapper.case.theory import Theory
    from mapper.check.explained import RuleText
    from mapper.diagnostics import Rule


def theories(found: Mapping[str, Theory]) -> str:
    """Return legal theories in full, in the form they have in a case file."""
    return document("theories", theories={name: model(theory) for name, theory in found.items()})


def rules(found: Iterable[tuple[Rule, RuleText]]) -> str:
    """Return the rules of findings, each with what it means and what to do."""
    listing = [
        {
            "rule": rule.name,
            "severity": rule.severity.word,
            "summary": rule.summary,
            "meaning": text.meaning,
            "example": text.example or None,
            "remedy": text.remedy,
        }
        for rule, text in found
    ]
    return document("rules", rules=listing)
