"""A case under check: what every check looks at, and how it says what it found."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mapper.case.document import lines_of
from mapper.case.theory import Theory
from mapper.check.addresses import Addresses
from mapper.check.places import Mention, mentions
from mapper.check.sections import Keys, entries, instances
from mapper.check.steps import Steps
from mapper.diagnostics import Span
from mapper.vocabulary import EXPECTATIONS, Kind, Status

if TYPE_CHECKING:
    from mapper.case.load import CaseFile
    from mapper.case.model import CaseModel, Scenario

WORDS: dict[Kind, str] = {
    Kind.ALLEGATION: "an allegation",
    Kind.EVIDENCE: "a piece of evidence",
    Kind.PROPOSITION: "a proposition",
    Kind.ELEMENT: "an element",
    Kind.CLAIM: "a claim",
    Kind.DEFENSE: "a defense",
    Kind.CARVE_OUT: "a carve-out",
    Kind.REBUTTAL: "a rebuttal",
}
"""What a statement of each kind is called in a message."""

FAILURES = frozenset({Status.NOT_MADE_OUT, Status.DOES_NOT_APPLY, Status.DOES_NOT_COUNT, Status.BARRED})
"""The statuses which say that a statement fails."""


@dataclass(frozen=True)
class Subject:
    """A case and the library of theories: what the checks look at.

    Attributes:
        file: the case with its places.
        library: the theories that the case can name besides its own.
    """

    file: CaseFile
    library: Mapping[str, Theory]

    @cached_property
    def theories(self) -> Mapping[str, Theory]:
        """The theories that the case can name: its own, and those of the library."""
        return ChainMap({**self.case.theories}, self.library)  # type: ignore[arg-type]  # nothing is written to it

    @property
    def case(self) -> CaseModel:
        """Return what the file holds."""
        return self.file.model

    @cached_property
    def addresses(self) -> Addresses:
        """The statements of the case."""
        return Addresses(self.case, self.theories)

    @cached_property
    def steps(self) -> Steps:
        """The steps of the case."""
        return Steps(self.addresses)

    @cached_property
    def foreseen(self) -> frozenset[str]:
        """The statements that the author knows to be weak, because a scenario says so.

        Those that a scenario assumes something about, expects to fail, or names as the reason of an outcome. What
        is foreseen is no mistake.
        """
        named = (address for scenario in self.case.scenarios.values() for address in _foreseen(scenario))
        return frozenset(statement for address in named for statement in self.addresses.spread(address))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Whatever the case names, in the order of its sections."""
        return tuple(mentions(self.case))

    def what_is(self, name: str) -> str | None:
        """Return in words what an address leads to anywhere in the case, or nothing if it leads nowhere."""
        case = self.case
        sections: tuple[tuple[Mapping[str, object], str], ...] = (
            (case.parties, "a party"),
            (case.sources, "a source"),
            (case.issues, "an issue"),
            (case.scenarios, "a scenario"),
            (self.theories, "a theory"),
        )
        if statements := self.addresses.spread(name):
            return WORDS[self.addresses.kinds[statements[0]]]
        if name in case.defenses or name in case.carve_outs:
            return f"{WORDS[Kind.DEFENSE if name in case.defenses else Kind.CARVE_OUT]} that bears on no claim"
        if ":" in name and self.steps.at(name):
            return "a step"
        return next((words for section, words in sections if name in section), None)

    def value(self, *keys: str | int) -> Span:
        """Return where the value under some keys of the case file stands."""
        return self.file.span(keys)

    def key(self, *keys: str | int) -> Span:
        """Return where the last of some keys of the case file stands."""
        return self.file.span(keys, key=True)

    def word(self, span: Span, word: str) -> Span:
        """Return where the text at a place begins with a word, or the place if it does not."""
        line = self._lines[span.path][span.line - 1]
        start = next((at for at in (span.column - 1, span.column) if line.startswith(word, at)), None)
        return span if start is None else replace(span, column=start + 1, end_column=start + 1 + len(word))

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        """The lines of each file of the case."""
        return {path: lines_of(text) for path, text in self.file.texts.items()}

    def entry(self, address: str, *keys: str) -> Span:
        """Return where the entry begins that a statement comes from, or where its keys stand, as far as it has them."""
        return self.key(*self._entries[address.partition(".")[0].partition("@")[0]], *keys)

    @cached_property
    def _entries(self) -> dict[str, Keys]:
        """The keys of the entry of each statement that a person writes, and of each claim, defense and carve-out."""
        both = (*entries(self.case), *instances(self.case))
        return {name: (section, name) for section, name, _ in both}


def _foreseen(scenario: Scenario) -> Iterator[str]:
    """Yield the addresses of what a scenario assumes, expects to fail, or gives as a reason."""
    yield from (*scenario.accept, *scenario.reject, *scenario.open)
    for address, expectation in scenario.expect.items():
        if EXPECTATIONS.get(expectation.label, FAILURES) <= FAILURES:
            yield address
        yield from expectation.because
