"""The values of a foreign file with their places, and what there is to say about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mapper import rules
from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.near import did_you_mean

if TYPE_CHECKING:
    from mapper.case.document import Document, Keys, Value

NOT_UNDERSTOOD = Rule(
    "not-understood", Severity.WARNING, "a part of a foreign file is read in another sense or not at all"
)

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Located:
    """A value and where it stands; an absent one has nothing as its value and stands where it would have stood."""

    value: Value
    keys: Keys


class Reader:
    """Reads one file; collects what is wrong with it and what is not understood.

    Attributes:
        findings: both, in the order of reading.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings = list(document.findings)

    @property
    def root(self) -> Located:
        """Return the whole file."""
        return Located(self.document.value, ())

    def refuse(self) -> None:
        """Stop here if something is wrong with the file.

        Raises:
            MapperError: if so.
        """
        if any(finding.severity is Severity.ERROR for finding in self.findings):
            raise MapperError(self.findings, {self.document.path: self.document.text})

    def report(self, rule: Rule, message: str, place: Located, help: str | None = None) -> None:
        """Note a mistake at a value."""
        self.findings.append(Diagnostic(rule, message, self.document.span(place.keys), help=help))

    def remark(self, message: str, place: Located) -> None:
        """Note at a key what is not understood."""
        self.findings.append(Diagnostic(NOT_UNDERSTOOD, message, self.document.span(place.keys, key=True)))

    def group(self, place: Located) -> dict[str, Located]:
        """Return what a group of keys holds; a list is a group of numbers."""
        value = place.value
        if isinstance(value, list):
            return {str(number): Located(inner, (*place.keys, number)) for number, inner in enumerate(value)}
        if isinstance(value, dict):
            return {" ".join(key.split()): Located(inner, (*place.keys, key)) for key, inner in value.items()}
        if value is not None:
            self.report(rules.WRONG_TYPE, "expected a group of keys", place)
        return {}

    def items(self, place: Located) -> list[Located]:
        """Return the values of a list; a single text stands for a list of one."""
        return [place] if isinstance(place.value, str) else list(self.group(place).values())

    def text(self, place: Located) -> str:
        """Return a text in one line, empty if there is none."""
        if isinstance(place.value, str):
            return " ".join(place.value.split())
        if place.value is not None:
            self.report(rules.WRONG_TYPE, "expected text", place)
        return ""

    def flag(self, place: Located) -> bool:
        """Return a truth value; false if there is none."""
        return self.word(place, TRUTH, default=False)

    def word(self, place: Located, words: Mapping[str, Known], default: Known) -> Known:
        """Return what a word stands for, upper or lower case alike; the default where there is none."""
        word = self.text(place)
        found = words.get(word, words.get(word.lower()))
        if word and found is None:
            message = f"`{word}` is none of {', '.join(f'`{known}`' for known in words)}"
            self.report(rules.UNKNOWN_WORD, message, place, did_you_mean(word, words))
        return default if found is None else found


TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""What other programs take for a truth value."""
