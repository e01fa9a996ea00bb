"""The table of authorities: what law a case cites, where, and how sure each citation is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapper.citations import Citation, CitationKind, citations, name_of, normal_forms
from mapper.graph import MADE_OUT, ArgumentGraph, Statement
from mapper.vocabulary import Confidence, SourceKind

if TYPE_CHECKING:
    from mapper.case.model import SourceEntry


@dataclass(frozen=True, slots=True)
class Use:
    """Where a case uses an authority.

    Attributes:
        address: the statement, the scenario or the source; ``section-230.publisher`` for every claim that it bars.
        confidence: how sure the citation is there; nothing where it is only mentioned.
        pin: the place in a decision.
    """

    address: str
    confidence: Confidence | None = None
    pin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRow:
    """One authority.

    Attributes:
        kind: what it is.
        cite: how it is cited, with the name of the case.
        normal: its normal form, or how it is written if that is in no known form.
        confidence: the surest mark that any use gives it; what has none is unverified.
        url: where it can be read, if that is certain.
        citable: whether it may be cited as authority, as far as the case says.
    """

    kind: CitationKind
    cite: str
    normal: str
    confidence: Confidence
    url: str
    citable: bool
    uses: tuple[Use, ...]


@dataclass(slots=True)
class _Found:
    """What is gathered about one authority."""

    kind: CitationKind
    cite: str
    named: bool
    url: str
    uses: dict[Use, None] = field(default_factory=dict)


SURENESS = (Confidence.VERIFIED, Confidence.SECONDARY, Confidence.UNVERIFIED)

Cited = tuple[str, Use, bool]
"""A text, where it stands, and whether it is a citation as a whole rather than prose with citations in it."""


def authorities(graph: ArgumentGraph) -> tuple[AuthorityRow, ...]:
    """Return what a case cites: cases, statutes, rules, instructions, dockets; each by name or number.

    Linear in the texts of the case, apart from the sorting.
    """
    found: dict[str, _Found] = {}
    for text, use, whole in (*_of_statements(graph), *_of_sources(graph), *_of_scenarios(graph)):
        _add(found, text, use, whole=whole)
    order = list(CitationKind)
    uncitable = _uncitable(graph)
    rows = [_row(normal, each, citable=normal not in uncitable) for normal, each in found.items()]
    return tuple(sorted(rows, key=lambda row: (order.index(row.kind), _natural(row.cite))))


def _add(found: dict[str, _Found], text: str, use: Use, *, whole: bool) -> None:
    """Note every citation in a text; a citation in no known form stands as it is written."""
    cited = citations(text)
    if whole and not cited:
        kind = CitationKind.CASE if _IS_CASE.search(text) else CitationKind.OTHER
        found.setdefault(text, _Found(kind, text, True, "")).uses.setdefault(use)
    for citation in cited:
        name = name_of(text, citation) if whole else ""
        cite = _in_full(text, citation) if name else citation.normal
        kind = CitationKind.CASE if name else citation.kind
        known = found.setdefault(citation.normal, _Found(kind, cite, bool(name), citation.url))
        if name and not known.named:
            known.kind, known.cite, known.named = kind, cite, True
        known.uses.setdefault(Use(use.address, use.confidence, citation.pin))


_IS_CASE = re.compile(r" v\.? |^In re |^Ex parte ")
_COURT = re.compile(r"\s*\([^()]*\d{4}\)")


def _in_full(text: str, citation: Citation) -> str:
    """Return a case with its name, its citation in normal form and the court, without the place in the decision."""
    before = text[: citation.start].rpartition("; ")[2]
    court = _COURT.match(text, citation.end)
    return f"{before}{citation.normal}{court[0] if court else ''}"


def _uncitable(graph: ArgumentGraph) -> frozenset[str]:
    """Return the normal forms of what may not be cited as authority."""
    sources = (source for source in graph.setting.sources.values() if not source.citable)
    return frozenset(form for source in sources for form in normal_forms(citation_of(source)))


def _row(normal: str, found: _Found, *, citable: bool) -> AuthorityRow:
    marks = [use.confidence for use in found.uses if use.confidence]
    return AuthorityRow(
        kind=found.kind,
        cite=found.cite,
        normal=normal,
        confidence=min(marks, key=SURENESS.index, default=Confidence.UNVERIFIED),
        url=found.url,
        citable=citable,
        uses=_uses(found),
    )


def _uses(found: _Found) -> tuple[Use, ...]:
    """Return the uses, without mentions where the same statement cites it with a mark."""
    marked = {use.address for use in found.uses if use.confidence}
    return tuple(use for use in found.uses if use.confidence or use.address not in marked)


def _of_statements(graph: ArgumentGraph) -> Iterator[Cited]:
    for statement in graph.statements.values():
        if statement.element == MADE_OUT:
            continue
        address = _address(statement)
        yield from ((each.cite, Use(address, each.confidence), True) for each in statement.authority)
        yield from ((text, Use(address), False) for text in (statement.title, statement.text, statement.note) if text)


def _address(statement: Statement) -> str:
    """Return the address of a statement without the claim on which it bears: it rests on the same for each."""
    return statement.id.replace(f"@{statement.claim}", "", 1) if statement.claim else statement.id


LAW = (SourceKind.STATUTE, SourceKind.OPINION)
"""The kinds of source that are themselves authority."""


def _of_sources(graph: ArgumentGraph) -> Iterator[Cited]:
    """Yield the sources that are law, each with the statements and the rulings that rest on it."""
    resting: dict[str, list[Use]] = {}
    for statement in graph.statements.values():
        if statement.source and not statement.claim and statement.element != MADE_OUT:
            resting.setdefault(statement.source.source, []).append(Use(statement.id))
    for name, scenario in graph.setting.scenarios.items():
        if scenario.ruling and scenario.ruling.source:
            resting.setdefault(scenario.ruling.source.source, []).append(Use(name, scenario.ruling.confidence))
    for name, source in graph.setting.sources.items():
        if source.kind in LAW:
            yield from ((citation_of(source), use, True) for use in resting.get(name, [Use(name)]))
        yield from (
            (text, Use(name), False) for text in (source.citation, source.note) if text and source.kind not in LAW
        )


def citation_of(source: SourceEntry) -> str:
    """Return how a source that is law is cited, with its title where the citation is in no known form."""
    if source.citation and not citations(source.citation):
        return f"{source.title}, {source.citation}"
    return source.citation or source.title


def _of_scenarios(graph: ArgumentGraph) -> Iterator[Cited]:
    for name, scenario in graph.setting.scenarios.items():
        ruling = scenario.ruling
        yield from ((text, Use(name), False) for text in (scenario.title, scenario.note) if text)
        if ruling and ruling.citation:
            yield ruling.citation, Use(name, ruling.confidence), True
        if ruling and ruling.note:
            yield ruling.note, Use(name), False


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts numbers by their size."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
