"""What a case rests on in law: whether anybody has read it, whether it was in force, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mapper import rules
from mapper.build.entries import Entry
from mapper.case.model import Proposition, Rebuttal
from mapper.case.scalars import PartialDate
from mapper.case.theory import Authority, Period, Theory
from mapper.check.sections import Keys, entries, instances
from mapper.check.subject import Subject
from mapper.check.wording import listed
from mapper.citations import malformed, normal_forms
from mapper.diagnostics import Diagnostic, Span
from mapper.graph import MADE_OUT, ArgumentGraph
from mapper.vocabulary import Confidence, Nature


def unverified_authority(subject: Subject, _: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find claims, defenses and carve-outs of whose theory nobody has read any authority: one finding a theory."""
    seen: set[str] = set()
    for section, name, instance in instances(subject.case):
        theory = subject.addresses.theory(instance)
        if theory is None or instance.theory in seen or not _is_unread(theory):
            continue
        seen.add(instance.theory)
        message = f"`{name}` rests on `{instance.theory}`, of whose authority nobody has read anything"
        cites = list(dict.fromkeys(authority.cite for _, authority in theory.citations()))
        help_ = f"look up {listed(cites, 'or')}"
        yield Diagnostic(rules.UNVERIFIED_AUTHORITY, message, subject.value(section, name, "theory"), name, help_)


def _is_unread(theory: Theory) -> bool:
    marks = {authority.confidence for _, authority in theory.citations()}
    return marks == {Confidence.UNVERIFIED}


def uncitable_authority(subject: Subject, _: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find statements of law, and theories of the case's own, that rest on what may not be cited as authority."""
    if all(source.citable for source in subject.case.sources.values()):
        return
    for where, says, name in (*_uncitable_sources(subject), *_uncitable_citations(subject)):
        message = f"{says}, which may not be cited as authority"
        help_ = "rest it on what may be cited; a `note` can say that there is a decision besides"
        yield Diagnostic(rules.UNCITABLE_AUTHORITY, message, where, name, help_)


def _uncitable_sources(subject: Subject) -> Iterator[tuple[Span, str, str]]:
    """Yield where a statement of law has such a source, a sentence that says so, and its id."""
    for section, name, entry in entries(subject.case):
        source = entry.source.source if entry.source else ""
        known = subject.case.sources.get(source)
        if known and not known.citable and _is_of_law(entry):
            yield subject.word(subject.value(section, name, "source"), source), f"`{name}` rests on `{source}`", name


def _is_of_law(entry: Entry) -> bool:
    return isinstance(entry, Proposition) or (isinstance(entry, Rebuttal) and entry.nature is Nature.LAW)


def _uncitable_citations(subject: Subject) -> Iterator[tuple[Span, str, str]]:
    """Yield where a theory of the case's own cites such a source, a sentence that says so, and its name."""
    sources = subject.case.sources.items()
    barred = {form: name for name, s in sources if not s.citable for form in normal_forms(s.citation or s.title)}
    for text, keys, name in _cited(subject):
        source = next((barred[form] for form in normal_forms(text) if form in barred), "")
        if source and keys[0] == "theories":
            yield subject.value(*keys), f"the theory `{name}` rests on `{source}`", name


def versions_not_in_force(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find theories that are versions of the law which governed on none of the dates alleged."""
    for section, name, instance in instances(subject.case):
        theory = subject.addresses.theory(instance)
        if theory is None or theory.in_force is None:
            continue
        period, dates = theory.in_force, _dates(subject, graph, name)
        if dates and not any(period.covers(when) for when in dates.values()):
            days = listed([str(when) for when in dict.fromkeys(dates.values())])
            message = f"`{instance.theory}` was {_in_force(period)}, but `{name}` is about {days}"
            related = tuple((subject.entry(each), f"`{each}` is dated {when}") for each, when in dates.items())
            span = subject.value(section, name, "theory")
            yield Diagnostic(rules.VERSION_NOT_IN_FORCE, message, span, name, _other_version(subject, theory), related)


def _in_force(period: Period) -> str:
    begin = f" from {period.from_}" if period.from_ else ""
    end = f" until {period.until}" if period.until else ""
    return f"in force{begin}{end}"


def _other_version(subject: Subject, theory: Theory) -> str | None:
    """Return where to look for the version that governed: another theory with the same basis, which has a period."""
    others = [
        name
        for name, other in subject.theories.items()
        if other.basis == theory.basis and other.in_force and other is not theory and other.kind == theory.kind
    ]
    return f"other versions of {theory.basis}: {listed(others)}" if others else None


def _dates(subject: Subject, graph: ArgumentGraph, name: str) -> dict[str, PartialDate]:
    """Return the dates of what supports a claim, or the claims that a defense or a carve-out bears on, by statement."""
    claims = [name] if name in subject.case.claims else subject.addresses.claims_of.get(name, ())
    reached = set(queue := [f"{claim}.{MADE_OUT}" for claim in claims])
    while queue:
        premises = {premise for step in graph.pro(queue.pop()) for premise in step.premises} - reached
        reached |= premises
        queue.extend(premises)
    found = ((statement.id, statement.date) for statement in graph.statements.values() if statement.id in reached)
    return {statement: date for statement, date in found if date is not None}


def malformed_citations(subject: Subject, _: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find citations of sources, rulings and the case's own theories that are not written as they should be."""
    for text, keys, name in _cited(subject):
        for citation, near in malformed(text):
            span = subject.word(subject.value(*keys), citation.text)
            message = f"`{citation.text}` is not written as a citation should be"
            yield Diagnostic(rules.MALFORMED_CITATION, message, span, name, f"write `{near}`")


def _cited(subject: Subject) -> Iterator[tuple[str, Keys, str]]:
    """Yield every text that is a citation and nothing else, with its place and what it belongs to."""
    for name, source in subject.case.sources.items():
        if source.citation:
            yield source.citation, ("sources", name, "citation"), name
    for name, scenario in subject.case.scenarios.items():
        if scenario.ruling and scenario.ruling.citation:
            yield scenario.ruling.citation, ("scenarios", name, "ruling", "citation"), name
    for name, theory in subject.case.theories.items():
        keys = ("theories", name)
        yield from _of_list((*keys, "authority"), theory.authority, name)
        yield from _of_list((*keys, "remedies"), theory.remedies, name)
        yield from _of_list((*keys, "limitation"), theory.limitation, name)
        for part, element, spec in theory.parts():
            whole = next(own for own, each in theory.elements.items() if each is element)
            place = ("elements", whole) if spec is element else ("elements", whole, "any-of", part)
            yield from _of_list((*keys, *place, "authority"), spec.authority, name)


def _of_list(keys: Keys, authorities: Iterable[Authority], name: str) -> Iterator[tuple[str, Keys, str]]:
    for number, authority in enumerate(authorities):
        yield authority.cite, (*keys, number, "cite"), name
