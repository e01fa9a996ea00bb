"""The proof chart in cells: a table of columns, and what each of them says of an element and of what supports it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mapper.analysis.chart import Entry, Item, Part, ProofChart
from mapper.graph import MADE_OUT, Argument, Statement
from mapper.render.chart.document import Cell, Heading, Line, Rank, Row, Tone
from mapper.render.chart.phrases import NATURES, NO_SUPPORT, Phrases
from mapper.render.text.reasons import AUTOMATIC
from mapper.render.text.words import listed, sentence
from mapper.vocabulary import Kind, Weighing


class Tables:
    """The rows of the parts of one chart."""

    def __init__(self, chart: ProofChart) -> None:
        self.chart, self.graph = chart, chart.evaluation.graph
        self.say = Phrases(chart.evaluation)
        self.anchors = {part.whole: anchor(part) for part in reversed(chart.parts)}

    def rows(self, part: Part) -> Iterator[Row]:
        """Yield the rows of a part: each element, what supports it, and last what follows."""
        for entry in part.elements:
            group = self.name(entry)
            yield self.row(entry, Rank.ELEMENT, group)
            for item in entry.items:
                cells = tuple(column.of_item(self, item) for column in COLUMNS)
                label = self.chart.evaluation.labels[item.statement]
                hole = item.unproved and self.say.evidence_matters
                yield Row(cells, Rank.ITEM, group, item.depth, label, hole)
        for entry in part.outcomes:
            yield self.row(entry, Rank.OUTCOME, self.name(entry))

    def row(self, entry: Entry, rank: Rank, group: str) -> Row:
        """Return the row of an element, or of a claim or a defense as a whole."""
        cells = tuple(column.of_entry(self, entry) for column in COLUMNS)
        bare = rank is Rank.ELEMENT and self.is_bare(entry)
        return Row(cells, rank, group, label=self.chart.evaluation.labels[entry.statement], hole=bare)

    def is_bare(self, entry: Entry) -> bool:
        """Return whether an element lacks support: nothing supports or assumes it, and nobody else has to disprove it."""
        bare = not self.graph.pro(entry.statement) and entry.statement not in self.chart.evaluation.given
        return bare and not self.graph.statements[entry.statement].for_others_to_disprove

    def name(self, entry: Entry) -> str:
        """Return what an element is called, and for which claims, where that differs."""
        found = self.graph.statements[entry.statement]
        if found.kind is Kind.CLAIM:
            return "The claim as a whole"
        several = sum(e.claims != () for part in self.chart.parts for e in part.elements if self.is_same(e, found)) > 1
        claims = f", for {listed(entry.claims)}" if entry.claims and several else ""
        return f"{found.title if found.kind is Kind.ELEMENT else 'As a whole'}{claims}"

    def is_same(self, entry: Entry, element: Statement) -> bool:
        """Return whether an entry is about the same element, maybe for another claim."""
        other = self.graph.statements[entry.statement]
        return self.say.short(other.id) == self.say.short(element.id)

    # What has to be shown

    def element(self, entry: Entry) -> Cell:
        """Return an element with what it says, and who has to show it how surely."""
        found = self.graph.statements[entry.statement]
        if found.kind is not Kind.ELEMENT:
            return (Line("", self.name(entry)),)
        lead = f"or: {self.name(entry)}" if entry.alternative else self.name(entry)
        said = (self.say.short(found.id), NATURES[found.nature], self.say.burden(found), self.say.standard(found))
        about = "; ".join(filter(None, said))
        return (Line(found.text, lead), Line(about, tone=Tone.SOFT))

    # What supports it

    def steps(self, entry: Entry) -> Cell:
        """Return the ways in which an element is supported, with what is said of each."""
        if self.graph.statements[entry.statement].kind is not Kind.ELEMENT:
            return ()
        steps = self.graph.pro(entry.statement)
        if not steps:
            tone = Tone.SOFT if self.graph.statements[entry.statement].for_others_to_disprove else Tone.MISSING
            return (Line(NO_SUPPORT, tone=tone),)
        ways = "; or ".join(self.step(step) for step in steps)
        notes = (Line(step.warrant, " + ".join(step.premises), Tone.SOFT) for step in steps if step.warrant)
        return (Line(ways), *notes)

    def step(self, step: Argument) -> str:
        """Return the premises of a step, and how they weigh."""
        origin = AUTOMATIC.get(step.id.partition(":")[0], "") if not step.premises else ""
        details = (
            "" if step.weighing is Weighing.LINKED else step.weighing.value,
            "" if step.weight == 1 else f"weight {step.weight}",
        )
        brackets = ", ".join(filter(None, details))
        return (" + ".join(step.premises) or origin) + (f" ({brackets})" if brackets else "")

    def support(self, item: Item) -> Cell:
        """Return what supports an element: what is said, where, by whom, and together with what."""
        found = self.graph.statements[item.statement]
        if found.kind is Kind.ELEMENT:
            return self.elsewhere(found)
        place = f" ({found.source.place})" if found.source and found.source.place else ""
        step = self.graph.arguments[item.step]
        others = [premise for premise in step.premises if premise != item.statement]
        above = self.graph.statements[step.conclusion]
        about = [
            "" if item.again else NATURES[found.nature],
            f"said by {self.say.parties(found.by)}" if self.is_of_other_side(found, above) else "",
            f"with {listed(others)}" if others else "",
            f"supports {above.id}" if item.depth else "",
            step.warrant if item.depth and step.premises[0] == item.statement else "",
        ]
        remark = "; ".join(filter(None, about))
        said = Line("as above" if item.again else f"{found.text or found.title}{place}", found.id)
        return (said, Line(sentence(remark), tone=Tone.SOFT)) if remark else (said,)

    def elsewhere(self, found: Statement) -> Cell:
        """Return an element that is charted elsewhere, or of a claim that is not charted."""
        owner = found.part_of.partition("@")[0]
        graph = self.graph.statements
        title = graph[owner].heading if owner in graph else owner
        if owner in self.anchors:
            return (Line(f"as under {title}", found.id, anchor=self.anchors[owner]),)
        whole = found.element == MADE_OUT
        return (Line(f"every element of {title}" if whole else found.text, found.id),)

    def is_of_other_side(self, found: Statement, above: Statement) -> bool:
        """Return whether a statement is not that of the side which it helps."""
        return bool(found.by) and found.kind is Kind.ALLEGATION and found.side is not above.side

    def evidence(self, item: Item) -> Cell:
        """Return what proves what supports an element."""
        found = self.graph.statements[item.statement]
        return () if item.again or found.kind is Kind.ELEMENT else self.say.evidence(found.id, item.need, item.proofs)

    def responses(self, item: Item) -> Cell:
        """Return how what supports an element was answered."""
        return () if item.again else self.say.responses(item.statement, item.answers)

    def authorities(self, entry: Entry) -> Cell:
        """Return the authorities of an element; those of the whole stand above the table."""
        found = self.graph.statements[entry.statement]
        return self.say.authorities(found) if found.kind is Kind.ELEMENT else ()

    def proofs(self, entry: Entry) -> Cell:
        """Return what proves an element, or disproves it, directly."""
        return tuple(map(self.say.proof, entry.proofs))


def anchor(part: Part) -> str:
    """Return what a link to a part says."""
    return ".".join((part.whole, *part.parties)) if part.parties else part.whole


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the proof chart: its heading, and its cell for an element and for what supports one."""

    heading: Heading
    of_entry: Callable[[Tables, Entry], Cell]
    of_item: Callable[[Tables, Item], Cell]


def _nothing(_: Tables, __: Entry | Item) -> Cell:
    return ()


COLUMNS: tuple[Column, ...] = (
    Column(Heading("element", "Element", 17), Tables.element, _nothing),
    Column(Heading("support", "Supported by", 22), Tables.steps, Tables.support),
    Column(Heading("responses", "Response", 10), _nothing, Tables.responses),
    Column(Heading("evidence", "Evidence", 15), Tables.proofs, Tables.evidence),
    Column(
        Heading("attacks", "Attacked by", 16),
        lambda tables, entry: tables.say.attacks(entry.attacks),
        lambda tables, item: tables.say.attacks(() if item.again else item.attacks),
    ),
    Column(
        Heading("answers", "Answered by", 14),
        lambda tables, entry: tables.say.answers(entry.attacks),
        lambda tables, item: tables.say.answers(() if item.again else item.attacks),
    ),
    Column(
        Heading("status", "Status", 14),
        lambda tables, entry: tables.say.status(entry.statement),
        lambda tables, item: tables.say.standing(item.statement),
    ),
    Column(
        Heading("sources", "Sources", 16),
        lambda tables, entry: tables.authorities(entry),
        lambda tables, item: () if item.again else tables.say.sources(item.statement),
    ),
)
"""What every format of the proof chart shows, from left to right."""

HEADINGS = tuple(column.heading for column in COLUMNS)
