"""Whatever a case file names has to be there, and of a kind that can stand in that place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mapper import rules
from mapper.check.places import Mention, Wants
from mapper.check.subject import Subject
from mapper.diagnostics import Diagnostic, Rule
from mapper.near import Names, offer
from mapper.vocabulary import Kind

POSITIONS = (Kind.ALLEGATION, Kind.PROPOSITION, Kind.REBUTTAL)
"""What can be a position of an issue: what a person asserts, and nothing that follows from a theory."""

UNKNOWN: dict[Wants, Rule] = {
    Wants.PARTY: rules.UNKNOWN_PARTY,
    Wants.SOURCE: rules.UNKNOWN_SOURCE,
    Wants.THEORY: rules.UNKNOWN_THEORY,
}
"""The rule for a name that leads nowhere; `unknown-reference` for all others."""

NOWHERE: dict[Rule, str] = {
    rules.UNKNOWN_REFERENCE: "not in this case",
    rules.UNKNOWN_PARTY: "not among the parties",
    rules.UNKNOWN_SOURCE: "not among the sources",
    rules.UNKNOWN_THEORY: "neither in the library nor in this case",
}
"""What a name that leads nowhere is, in words."""

NEEDED: dict[Wants, str] = {
    Wants.STATEMENT: "a statement",
    Wants.TARGET: "a statement or a step",
    Wants.POSITION: "a proposition, an allegation or a rebuttal",
    Wants.CLAIM: "a claim",
    Wants.DEFENSE: "a defense",
    Wants.PARTY: "a party",
    Wants.SOURCE: "a source",
    Wants.THEORY: "a theory",
    Wants.WARRANT: "a statement or a note",
}
"""What can stand in a place, in words."""


def unknown_references(subject: Subject) -> Iterator[Diagnostic]:
    """Find the names that lead nowhere, or to what cannot stand in their place.

    A warrant of one word is a note, unless it looks like the id of a statement misspelt.
    """
    there = _there(subject)
    names = {wants: Names(known) for wants, known in there.items()}
    steps = Names(subject.steps)
    for mention in subject.mentions:
        wants = mention.place.wants
        known = there[wants]
        for number, name in enumerate(mention.names):
            if name not in known and not _is_step(subject, wants, name) and not _is_unsure(subject, wants, name):
                near = (steps if wants is Wants.TARGET and ":" in name else names[wants]).near(name)
                if near or wants is not Wants.WARRANT:
                    yield _finding(subject, mention, number, near)


def _there(subject: Subject) -> dict[Wants, Collection[str]]:
    """Return what is there of each kind that a place can want, steps excepted."""
    case, kinds = subject.case, subject.addresses.kinds
    statements = {*subject.addresses}
    return {
        Wants.STATEMENT: statements,
        Wants.TARGET: statements,
        Wants.POSITION: [name for name, kind in kinds.items() if kind in POSITIONS] if case.issues else (),
        Wants.CLAIM: case.claims,
        Wants.DEFENSE: case.defenses,
        Wants.PARTY: case.parties,
        Wants.SOURCE: case.sources,
        Wants.THEORY: subject.theories,
        Wants.WARRANT: statements,
    }


def _is_step(subject: Subject, wants: Wants, name: str) -> bool:
    """Return whether a name leads to a step, where one can stand."""
    return wants is Wants.TARGET and ":" in name and bool(subject.steps.at(name))


def _is_unsure(subject: Subject, wants: Wants, name: str) -> bool:
    """Return whether a name is of parts that another mistake, reported by itself, leaves unclear."""
    parts = (part for step in name.split(":") for part in step.split("+"))
    return wants in (Wants.STATEMENT, Wants.TARGET) and any(map(subject.addresses.is_unsure, parts))


def _finding(subject: Subject, mention: Mention, number: int, near: tuple[str, ...]) -> Diagnostic:
    wants, name = mention.place.wants, mention.names[number]
    says = mention.says(name)
    if what := subject.what_is(name):
        rule = rules.MISPLACED_POSITION if wants is Wants.POSITION else rules.WRONG_KIND
        message = f"{says}, which is {what}"
        help_: str | None = f"only {NEEDED[wants]} can stand here"
    else:
        rule = UNKNOWN.get(wants, rules.UNKNOWN_REFERENCE)
        message = f"{says}, which is {NOWHERE[rule]}"
        help_ = offer(near)
    span = mention.span(subject.file, number)
    if wants is Wants.SOURCE:
        span = subject.word(span, name)
    return Diagnostic(rule, message, span, mention.owner, help_)
