"""What each finding means at length, with an example and what to do."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_BASE = ("case", "report")


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule at length.

    Attributes:
        name: the name of the rule.
        meaning: what the finding says about the case, and why it matters.
        example: sections that make the finding when they are added to the base case, or a whole case; empty where
            no text can show it.
        remedy: what to do.
    """

    name: str
    meaning: str
    example: str
    remedy: str


def explained(name: str) -> RuleText:
    """Return the long text of a rule.

    Raises:
        KeyError: if there is no such rule.

    Examples:
        >>> explained("too-large").remedy
        'Name the case file, or split the case with `include`.'
    """
    if name in _BASE:
        raise KeyError(name)
    text = _table()[name]
    assert isinstance(text, dict), "everything else in the table is the text of a rule"
    return RuleText(name, text["meaning"], text.get("example", "").strip("\n"), text["remedy"])


def base_case() -> str:
    """Return the small case to which the examples belong."""
    return _text("case")


def base_report() -> str:
    """Return the file of its source ``report``."""
    return _text("report")


def _text(name: str) -> str:
    text = _table()[name]
    assert isinstance(text, str), "the base case and its report are texts"
    return text.lstrip("\n")


@cache
def _table() -> dict[str, str | dict[str, str]]:
    text = files("mapper.check").joinpath("rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
