"""Which pleading takes the place of which, and which of them a scenario is about."""

from __future__ import annotations

from collections.abc import Iterator

from mapper import rules
from mapper.check.sections import Keys
from mapper.check.subject import Subject
from mapper.check.wording import listed
from mapper.diagnostics import Diagnostic
from mapper.vocabulary import SourceKind

PLEADINGS = (SourceKind.PLEADING, SourceKind.ANSWER)
"""What can be replaced by an amended one: a pleading with claims, or the answer to it."""


def misplaced_pleadings(subject: Subject) -> Iterator[Diagnostic]:
    """Find sources that replace, are replaced or are said to be before the court, and are no pleadings."""
    sources = subject.case.sources
    for keys, name, says in _named(subject):
        if name in sources and sources[name].kind not in PLEADINGS:
            message = says.format(kind=f"of the kind `{sources[name].kind.value}`")
            help_ = "only a pleading or an answer can stand here"
            yield Diagnostic(rules.WRONG_KIND, message, subject.value(*keys), name, help_)


def _named(subject: Subject) -> Iterator[tuple[Keys, str, str]]:
    """Yield each place that has to name a pleading, with the name and what is wrong if it is none."""
    for name, source in subject.case.sources.items():
        if source.replaces:
            yield ("sources", name, "kind"), name, f"`{name}` is {{kind}}, and replaces {listed(source.replaces)}"
        for number, other in enumerate(source.replaces):
            yield ("sources", name, "replaces", number), other, f"`{name}` replaces `{other}`, which is {{kind}}"
    for name, scenario in subject.case.scenarios.items():
        if scenario.pleading:
            says = f"the scenario `{name}` is about the pleading `{scenario.pleading}`, which is {{kind}}"
            yield ("scenarios", name, "pleading"), scenario.pleading, says


def circular_replacements(subject: Subject) -> Iterator[Diagnostic]:
    """Find pleadings that replace themselves, directly or through others: one finding for each circle."""
    reported: set[str] = set()
    for name in subject.case.sources:
        circle = _circle(subject, name)
        if circle and reported.isdisjoint(circle):
            reported.update(circle)
            message = f"`{name}` replaces itself" + (f" through {listed(circle[1:])}" if circle[1:] else "")
            help_ = "a later pleading replaces an earlier one; leave out what is the wrong way round"
            place = subject.value("sources", name, "replaces")
            yield Diagnostic(rules.CIRCULAR_REPLACEMENT, message, place, name, help_)


def _circle(subject: Subject, name: str) -> list[str]:
    """Return the pleadings by which one replaces itself, itself first; nothing if it does not."""
    sources = subject.case.sources
    ways = [[name]]
    seen: set[str] = set()
    for way in ways:
        for other in sources[way[-1]].replaces:
            if other == name:
                return way
            if other in sources and other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
