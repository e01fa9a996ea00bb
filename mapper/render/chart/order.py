"""The order of proof as a document: the evidence by witness and exhibit, what nothing proves yet, what needs no proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mapper.analysis.order_of_proof import Exhibit, Fact, OrderOfProof, Showing
from mapper.analysis.proof import Need
from mapper.case.scalars import Locator
from mapper.graph import ArgumentGraph
from mapper.render.chart.document import Cell, Document, Heading, Line, Rank, Row, Section, Tone
from mapper.render.chart.frame import framed
from mapper.render.chart.phrases import NATURES, NEEDS, Phrases
from mapper.render.text.groups import together
from mapper.render.text.words import counted, sentence
from mapper.vocabulary import Kind, Side, SourceKind, Stage

NO_WITNESS = "no witness named yet"
NO_SOURCE = "no source given"
HEARSAY = "news report: hearsay unless an exception applies; offer the document it reports, or ask for judicial notice"
"""What has to be said of a news report as an exhibit (FRE 801(c), 802, 201)."""

FOUND_BY_COURT = "found by the court"
"""What is said of the facts of a case that was tried: nobody has to prove them any more."""

NEEDED_BY = {Side.CLAIMANT: "plaintiff's case", Side.OPPONENT: "defense"}
BOTH = "both"


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence for a fact, with the witnesses and the exhibit through which it comes in."""

    witnesses: tuple[str, ...]
    exhibit: Exhibit
    showing: Showing


@dataclass(frozen=True, slots=True)
class EvidenceColumn:
    """A column of the table of evidence."""

    heading: Heading
    cell: Callable[[Phrases, Shown], Cell]


@dataclass(frozen=True, slots=True)
class FactColumn:
    """A column of a table of facts."""

    heading: Heading
    cell: Callable[[Phrases, Fact], Cell]


def _witness(say: Phrases, shown: Shown) -> Cell:
    if not shown.witnesses:
        return (Line(NO_WITNESS, tone=Tone.MISSING),)
    return (Line("", say.parties(shown.witnesses)),)


def _exhibit(say: Phrases, shown: Shown) -> Cell:
    exhibit = shown.exhibit
    if not exhibit.source:
        return (Line(NO_SOURCE, tone=Tone.MISSING),)
    cited = Line(say.cite(Locator(exhibit.source, exhibit.place)))
    source = say.graph.setting.sources.get(exhibit.source)
    is_news = source and source.kind is SourceKind.NEWS
    return (cited, Line(HEARSAY, tone=Tone.SOFT)) if is_news else (cited,)


def _evidence(say: Phrases, shown: Shown) -> Cell:
    found = say.graph.statements[shown.showing.evidence]
    if found.kind is not Kind.EVIDENCE:
        return (Line("the fact itself is said there", tone=Tone.SOFT),)
    by = f" (offered by {say.parties(found.by)})" if found.by else ""
    return (Line(f"{found.text or found.title}{by}", found.id),)


def _proves(say: Phrases, shown: Shown) -> Cell:
    verb = "proves" if shown.showing.proves else "disproves"
    fact = shown.showing.fact
    if shown.showing.evidence == fact.statement:
        return _fact(say, fact)
    line, *others = _fact(say, fact)
    return (Line(line.text, f"{verb} {line.lead}"), *others)


def _fact(say: Phrases, fact: Fact) -> Cell:
    found = say.graph.statements[fact.statement]
    where = Line(say.cite(found.source), tone=Tone.SOFT) if found.source else None
    nature = Line(sentence(NATURES[found.nature]), tone=Tone.SOFT) if NATURES[found.nature] else None
    said = Line(found.text or found.title, found.id)
    return tuple(line for line in (said, nature, where) if line)


def _purposes(say: Phrases, fact: Fact) -> Cell:
    """Return what a fact is good for, claim by claim."""
    graph, found = say.graph, dict[tuple[str, bool], list[str]]()
    for purpose in fact.purposes:
        owner = _owner(graph, purpose.statement)
        found.setdefault((owner, purpose.against), []).append(purpose.statement)
    return tuple(
        Line(", ".join(_part_of(graph, name, owner) for name in together(graph, names)), f"{_AGAINST[against]}{owner}")
        for (owner, against), names in found.items()
    )


def _needed_by(say: Phrases, fact: Fact, *, proves: bool = True) -> Cell:
    """Return which side needs a fact, or needs evidence that proves or disproves it."""
    sides = set()
    for purpose in fact.purposes:
        if side := say.graph.statements[purpose.statement].side:
            sides.add(side if purpose.against != proves else side.other)
    words = BOTH if len(sides) > 1 else "".join(NEEDED_BY[side] for side in sides)
    return (Line(words),) if words else ()


_AGAINST = {False: "", True: "against "}


def _owner(graph: ArgumentGraph, name: str) -> str:
    """Return the claim, the defense or the carve-out to which a statement belongs."""
    found = graph.statements[name]
    return (found.part_of or found.id).partition("@")[0]


def _part_of(graph: ArgumentGraph, name: str, owner: str) -> str:
    return name.removeprefix(f"{owner}.") if name != owner else "as a whole"


def _answers(say: Phrases, fact: Fact) -> Cell:
    said = say.responses(fact.statement, fact.answers)
    needless = fact.need in (Need.ADMITTED, Need.FOUND)
    found = fact.need is Need.FOUND and was_tried(say.graph)
    words = FOUND_BY_COURT if found else NEEDS.get(fact.need, "")
    return (*said, Line(words, tone=Tone.SOFT)) if needless else said


def was_tried(graph: ArgumentGraph) -> bool:
    """Return whether a court decided the case on its facts: a scenario at trial has a ruling."""
    return any(found.ruling and found.stage is Stage.TRIAL for found in graph.setting.scenarios.values())


EVIDENCE: tuple[EvidenceColumn, ...] = (
    EvidenceColumn(Heading("witness", "Witness", 12), _witness),
    EvidenceColumn(Heading("exhibit", "Exhibit", 15), _exhibit),
    EvidenceColumn(Heading("evidence", "What it shows", 25), _evidence),
    EvidenceColumn(Heading("fact", "For or against which fact", 25), _proves),
    EvidenceColumn(Heading("purposes", "Which matters to", 18), lambda say, shown: _purposes(say, shown.showing.fact)),
    EvidenceColumn(
        Heading("side", "Needed by", 10),
        lambda say, shown: _needed_by(say, shown.showing.fact, proves=shown.showing.proves),
    ),
    EvidenceColumn(Heading("responses", "Response", 12), lambda say, shown: _answers(say, shown.showing.fact)),
    EvidenceColumn(
        Heading("status", "Status of the fact", 16), lambda say, shown: say.standing(shown.showing.fact.statement)
    ),
)
"""What every format of the order of proof shows of the evidence."""

FACTS: tuple[FactColumn, ...] = (
    FactColumn(Heading("fact", "Fact", 40), _fact),
    FactColumn(Heading("purposes", "Which matters to", 30), _purposes),
    FactColumn(Heading("side", "Needed by", 14), _needed_by),
    FactColumn(Heading("responses", "Response", 18), _answers),
    FactColumn(Heading("status", "Status", 20), lambda say, fact: say.standing(fact.statement)),
)
"""What every format of it shows of a fact that has no evidence, or needs none."""

OVERVIEW = (Heading("table", "Table", 60), Heading("count", "How many", 20))
NO_EVIDENCE_AT_ALL = "There is no evidence in the case file."
NONE = "None."


def document(order: OrderOfProof) -> Document:
    """Return the order of proof as a document."""
    say = Phrases(order.evaluation)
    rows = tuple(_evidence_row(say, shown) for shown in _shown(order))
    headings = tuple(column.heading for column in EVIDENCE)
    sections = (
        Section("Evidence", "evidence", "Evidence by witness and exhibit", (), headings, rows, NO_EVIDENCE_AT_ALL),
        _facts(say, order.unproved, "No evidence yet", "unproved", "To be proved, and nothing proves it yet"),
        _facts(say, order.settled, *_settled(order)),
    )
    summary = Section("Summary", "summary", "Summary", (), OVERVIEW, tuple(map(_overview, sections)))
    return framed(order.evaluation, "Order of proof", summary, sections)


def _settled(order: OrderOfProof) -> tuple[str, str, str]:
    """Return what the table of facts without need of proof is called: what a court found is past proving."""
    if not was_tried(order.evaluation.graph):
        return "No proof needed", "settled", "Needs no proof: admitted, found or noticed"
    admitted = any(fact.need is Need.ADMITTED for fact in order.settled)
    return "Found", "settled", f"Admitted, or {FOUND_BY_COURT}" if admitted else sentence(FOUND_BY_COURT)


def _shown(order: OrderOfProof) -> Iterator[Shown]:
    for testimony in order.testimonies:
        for exhibit in testimony.exhibits:
            yield from (Shown(testimony.witnesses, exhibit, showing) for showing in exhibit.showings)


def _evidence_row(say: Phrases, shown: Shown) -> Row:
    label = say.evaluation.labels[shown.showing.fact.statement]
    return Row(
        tuple(column.cell(say, shown) for column in EVIDENCE), Rank.RECORD, label=label, hole=not shown.witnesses
    )


def _facts(say: Phrases, facts: Sequence[Fact], name: str, anchor: str, title: str) -> Section:
    """Return a table of facts."""
    headings = tuple(column.heading for column in FACTS)
    return Section(name, anchor, title, (), headings, tuple(_fact_row(say, fact) for fact in facts), NONE)


def _fact_row(say: Phrases, fact: Fact) -> Row:
    cells = tuple(column.cell(say, fact) for column in FACTS)
    return Row(cells, Rank.RECORD, label=say.evaluation.labels[fact.statement], hole=fact.need is Need.EVIDENCE)


def _overview(section: Section) -> Row:
    """Return the row of the summary for a table."""
    count = counted(len(section.rows), "entry", "entries")
    return Row(((Line("", section.title, anchor=section.anchor),), (Line(count),)), Rank.RECORD)
