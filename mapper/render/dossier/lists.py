"""The lists behind the pictures: every text in full, the sources, and the table of authorities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mapper.analysis.authorities import AuthorityRow, authorities
from mapper.case.model import SourceEntry
from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph, Statement
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.hrefs import safe_link
from mapper.render.diagram.scene.items import Item
from mapper.render.diagram.scene.sayings import speakers
from mapper.render.dossier.whole import Whole
from mapper.render.text.authorities import HEADINGS, UNCITABLE
from mapper.render.text.words import CONFIDENCE, KINDS
from mapper.vocabulary import Kind

LONG = 600
"""From how many letters on an entry may be cut between columns."""

Rows = tuple[tuple[str, str], ...]
"""What is said of something: what it is, and the words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list.

    Attributes:
        id, kind, status: its first line.
        url: where it can be read.
        drawn: what stands before the numbers of the pages.
    """

    id: str = ""
    kind: str = ""
    status: str = ""
    title: str = ""
    text: str = ""
    rows: Rows = ()
    url: str = ""
    drawn: str = "Drawn on p."
    pages: tuple[int, ...] = ()

    @property
    def long(self) -> bool:
        """Return whether it is too long to be kept in one piece."""
        return len(self.text) + sum(len(said) for _, said in self.rows) > LONG


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its title, what there is to say about it, and its groups."""

    title: str
    about: str
    groups: tuple[Group, ...]


def key_list(whole: Whole, pages: Mapping[str, int]) -> Listing:
    """Return every statement that is drawn in full, by kind; elements with what they belong to."""
    found = [item for key, item in whole.items.by_key.items() if key in pages and not item.is_made_out]
    groups = (Group(_plural(kind), tuple(_of_kind(whole, found, kind, pages))) for kind in _KINDS)
    about = "Every text in full, with where it comes from and the page on which it is drawn."
    return Listing("Key list", about, tuple(group for group in groups if group.entries))


_KINDS = (
    Kind.CLAIM,
    Kind.DEFENSE,
    Kind.CARVE_OUT,
    Kind.ALLEGATION,
    Kind.EVIDENCE,
    Kind.PROPOSITION,
    Kind.REBUTTAL,
    Kind.ELEMENT,
)
"""The order of the groups; an element is listed by itself only where what it belongs to is not drawn."""


def _plural(kind: Kind) -> str:
    words = KINDS[kind][1] if kind is not Kind.EVIDENCE else kind.value
    return words[:1].upper() + words[1:]


def _of_kind(whole: Whole, found: Iterable[Item], kind: Kind, pages: Mapping[str, int]) -> Iterator[Entry]:
    elements: dict[str, list[Item]] = {}
    for item in found:
        elements.setdefault(item.whole if item.lead.kind is Kind.ELEMENT else "", []).append(item)
    for item in elements.get("", ()):
        if item.lead.kind is kind:
            yield _entry(whole.evaluation, item, pages)
            yield from (_entry(whole.evaluation, element, pages) for element in elements.get(item.key, ()))
    if kind is Kind.ELEMENT:
        known = {item.key for item in elements.get("", ())}
        left = (item for key, items in elements.items() if key and key not in known for item in items)
        yield from (_entry(whole.evaluation, item, pages) for item in left)


def _entry(evaluation: Evaluation, item: Item, pages: Mapping[str, int]) -> Entry:
    lead = item.lead
    return Entry(
        id=item.key,
        kind=lead.kind.value,
        status=statuses.words(evaluation, item),
        title=lead.title,
        text=lead.text,
        rows=tuple((label, said) for label, said in _said(evaluation, item) if said),
        pages=(pages[item.key],),
    )


def _said(evaluation: Evaluation, item: Item) -> Iterator[tuple[str, str]]:
    """Yield everything else that there is to say of an item."""
    lead = item.lead
    for group in statuses.groups(evaluation, item.statements) if lead.claim else ():
        yield f"{', '.join(group.claims)}:", group.reason
    yield "Said by", speakers(evaluation, lead) if lead.kind is not Kind.ELEMENT else ""
    yield "Source:", str(lead.source or "")
    yield from ((f"Quoted in {place}:", f"“{quote}”") for place, quote in lead.quotes)
    yield "Date:", str(lead.date or "")
    yield "Answer:", ", ".join(f"{party}: {response.value.replace('-', ' ')}" for party, response in lead.responses)
    yield from (("Authority:", a.cite + (f". {a.says}" if a.says else "")) for a in lead.authority)
    yield "Here", statuses.given(evaluation, item.statements)
    yield "Note:", lead.note


def source_list(graph: ArgumentGraph) -> Listing:
    """Return the sources of the case, with what rests on each."""
    resting: dict[str, dict[str, None]] = {}
    for statement in graph.statements.values():
        for source in _sources(statement):
            resting.setdefault(source, {}).setdefault(statement.id)
    entries = (_source(graph, name, found, resting.get(name, ())) for name, found in graph.setting.sources.items())
    return Listing("Sources", "What the statements rest on.", (Group("", tuple(entries)),))


def _sources(statement: Statement) -> Iterator[str]:
    if statement.claim:
        return
    if statement.source:
        yield statement.source.source
    yield from (place.source for place, _ in statement.quotes)


def _source(graph: ArgumentGraph, name: str, found: SourceEntry, resting: Iterable[str]) -> Entry:
    parties = graph.setting.parties
    rows = (
        ("By", ", ".join(parties[party].name if party in parties else party for party in found.by)),
        ("Witness:", ", ".join(found.witness)),
        ("Replaces", ", ".join(found.replaces)),
        ("Citation:", found.citation or ""),
        ("File:", found.file or ""),
        ("Note:", found.note or ""),
        ("For", ", ".join(resting)),
    )
    return Entry(
        id=name,
        kind=found.kind.value,
        status=str(found.date or ""),
        title=found.title,
        rows=tuple((label, said) for label, said in rows if said),
        url=safe_link(found.url or ""),
    )


def authority_list(graph: ArgumentGraph, pages: Mapping[str, int]) -> Listing:
    """Return the table of authorities, with the pages on which what cites them is drawn."""
    rows = authorities(graph)
    groups = ((HEADINGS[kind], [row for row in rows if row.kind is kind]) for kind in HEADINGS)
    about = "The law that the case cites, and where what rests on it is drawn."
    entries = ((title, tuple(_authority(row, pages) for row in found)) for title, found in groups if found)
    return Listing("Table of authorities", about, tuple(Group(*group) for group in entries))


def _authority(row: AuthorityRow, pages: Mapping[str, int]) -> Entry:
    uses = (f"{use.address}{f' at {use.pin}' if use.pin else ''}" for use in row.uses)
    return Entry(
        title=row.cite,
        rows=(
            ("For", ", ".join(uses)),
            ("Citation:", CONFIDENCE[row.confidence] + ("" if row.citable else f", {UNCITABLE}")),
        ),
        url=safe_link(row.url),
        drawn="Cited on p.",
        pages=tuple(sorted({pages[use.address] for use in row.uses if use.address in pages})),
    )
