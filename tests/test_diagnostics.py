"""Findings as values: their order, and the exception that carries them."""

from __future__ import annotations

import pytest

from mapper import rules
from mapper.diagnostics import Diagnostic, MapperError, Severity, Span, sort_findings


def at(line: int, column: int, path: str = "a.yaml") -> Span:
    """Return a place of one character."""
    return Span(path, line, column, column + 1)


def test_findings_stand_in_one_order_each_once() -> None:
    first = Diagnostic(rules.SYNTAX, "x", at(1, 2))
    second = Diagnostic(rules.ALIAS, "x", at(1, 3))
    third = Diagnostic(rules.SYNTAX, "a", at(1, 3))
    fourth = Diagnostic(rules.SYNTAX, "b", at(1, 3))
    fifth = Diagnostic(rules.SYNTAX, "x", at(1, 1, "b.yaml"))
    nowhere = Diagnostic(rules.ALIAS, "x")
    findings = [nowhere, fifth, fourth, third, second, first, Diagnostic(rules.SYNTAX, "x", at(1, 2))]
    assert sort_findings(findings) == (first, second, third, fourth, fifth, nowhere)


def test_an_error_carries_its_findings_sorted_with_their_texts() -> None:
    one, other = Diagnostic(rules.SYNTAX, "one", at(2, 1)), Diagnostic(rules.SYNTAX, "other", at(1, 1))
    error = MapperError([one, other], {"a.yaml": "x"})
    assert error.findings == (other, one)
    assert error.texts == {"a.yaml": "x"}
    assert str(error) == "other; one"
    assert MapperError((one,)).texts == {}


def test_an_error_without_a_finding_is_none() -> None:
    with pytest.raises(ValueError, match="at least one finding"):
        MapperError([])


def test_severities_have_words_and_an_order() -> None:
    assert [severity.word for severity in sorted(Severity)] == ["note", "warning", "error"]
    assert Diagnostic(rules.SYNTAX, "x").severity is Severity.ERROR


def test_rules_are_known_by_their_names() -> None:
    assert all(getattr(rules, name.upper().replace("-", "_")) is rule for name, rule in rules.RULES.items())
    assert all(name == rule.name for name, rule in rules.RULES.items())
    assert all(rule.summary == rule.summary.strip(" .") for rule in rules.RULES.values())
