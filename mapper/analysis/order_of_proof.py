"""The order of proof: which witness and which exhibit is needed for what, and what nothing proves yet.

What every opponent admits, or what is found or judicially noticed, needs no proof (FRCP 8(b)(6); FRE 201).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.analysis.chart import Selection, selected
from mapper.analysis.proof import Need, answers_of, need
from mapper.analysis.responses import Answer
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, Argument, ArgumentGraph, Statement
from mapper.vocabulary import Kind, Nature, SourceKind

UNHEARD = (SourceKind.NEWS, SourceKind.COMMENTARY)
"""What nobody has to refute: the objections of the press and its readers."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a fact is good for.

    Attributes:
        statement: an element, a claim or a defense.
        against: whether it speaks against that.
    """

    statement: str
    against: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with what it is good for, what it takes to show it, and how it was answered."""

    statement: str
    need: Need
    answers: tuple[Answer, ...]
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class Showing:
    """What a piece of evidence proves or disproves.

    Attributes:
        evidence: the piece of evidence, or the fact itself where its own source is evidence.
    """

    evidence: str
    proves: bool
    fact: Fact


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A source of evidence, or a place in one, with what it shows.

    Attributes:
        source: the id of the source; empty if none is named.
        place: the place in it.
    """

    source: str
    place: str
    showings: tuple[Showing, ...]


@dataclass(frozen=True, slots=True)
class Testimony:
    """The exhibits that come in through the same witnesses; through none, if none is named."""

    witnesses: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class OrderOfProof:
    """What is to be proved, and by what.

    Attributes:
        testimonies: the evidence by witness and exhibit, witnesses in the order of the parties, those unnamed last.
        unproved: the facts that need evidence, while nothing speaks for them yet.
        settled: the facts that need none: admitted, found, or judicially noticed.
    """

    evaluation: Evaluation
    testimonies: tuple[Testimony, ...]
    unproved: tuple[Fact, ...]
    settled: tuple[Fact, ...]


def order_of_proof(evaluation: Evaluation, claims: Iterable[str] = (), parties: Iterable[str] = ()) -> OrderOfProof:
    """Return what is to be proved, and by what, in the order of the file.

    Args:
        evaluation: the labelled graph.
        claims: what bears on these claims alone.
        parties: what bears on the claims by or against these parties alone.

    Raises:
        UnknownAddressError: if there is no such claim, or no such party.
    """
    order = _Order(evaluation.graph, selected(evaluation, claims, parties))
    facts = [fact for fact in order.facts() if fact.purposes]
    shown = {showing.fact.statement for showing in order.showings if showing.proves}
    unproved = (f for f in facts if f.need is Need.EVIDENCE and f.statement not in shown)
    settled = (f for f in facts if f.need in (Need.ADMITTED, Need.FOUND))
    return OrderOfProof(evaluation, tuple(order.testimonies()), tuple(unproved), tuple(settled))


class _Order:
    """The evidence of a case, and what each fact is good for."""

    def __init__(self, graph: ArgumentGraph, selection: Selection) -> None:
        self.graph = graph
        bars = [bar for _, several in selection.bars for bar in several]
        wholes = [*(claim for claim, _ in selection.claims), *bars]
        self.wanted = {*wholes, *(element.id for whole in wholes for element in graph.elements(whole))}
        self.known: dict[str, Fact] = {}
        self.showings = tuple(self._showings())

    def facts(self) -> Iterator[Fact]:
        """Yield what is asserted as a fact by the parties, in the order of the file."""
        for statement in self.graph.of_kind(Kind.ALLEGATION, Kind.REBUTTAL):
            heard = statement.side and statement.source_kind not in UNHEARD
            if (heard or statement.kind is Kind.ALLEGATION) and statement.nature not in (Nature.LAW, Nature.MIXED):
                yield self.fact(statement)

    def fact(self, statement: Statement) -> Fact:
        """Return a fact with what it is good for."""
        if statement.id not in self.known:
            answers = answers_of(self.graph, statement)
            purposes = tuple(self.purposes(statement.id))
            self.known[statement.id] = Fact(statement.id, need(self.graph, statement, answers), answers, purposes)
        return self.known[statement.id]

    def _showings(self) -> Iterator[Showing]:
        """Yield what each piece of evidence shows, and what assertions rest on evidence themselves."""
        for statement in self.graph.statements.values():
            if statement.kind is Kind.EVIDENCE:
                yield from self._shown_by(statement)
            elif statement.source_kind is SourceKind.EVIDENCE and self.fact(statement).purposes:
                yield Showing(statement.id, True, self.fact(statement))

    def _shown_by(self, evidence: Statement) -> Iterator[Showing]:
        """Yield what a piece of evidence proves or disproves, of what matters here."""
        for step in self.graph.uses(evidence.id):
            fact = self.fact(self.graph.statements[step.conclusion])
            if fact.purposes:
                yield Showing(evidence.id, step.pro, fact)

    def testimonies(self) -> Iterator[Testimony]:
        """Yield the evidence by witness and exhibit."""
        found: dict[tuple[str, ...], dict[tuple[str, str], list[Showing]]] = {}
        for showing in self.showings:
            evidence = self.graph.statements[showing.evidence]
            exhibit = (evidence.source.source, evidence.source.place) if evidence.source else ("", "")
            found.setdefault(evidence.witness, {}).setdefault(exhibit, []).append(showing)
        parties = [*self.graph.setting.parties]
        for witnesses in sorted(found, key=lambda names: (not names, [*map(parties.index, names)])):
            exhibits = (Exhibit(*name, tuple(showings)) for name, showings in found[witnesses].items())
            yield Testimony(witnesses, tuple(exhibits))

    def purposes(self, statement: str) -> Iterator[Purpose]:
        """Yield the elements, claims and defenses that a statement is good for or against, the nearest first."""
        seen = {(statement, False)}
        todo = [(statement, False)]
        for name, against in todo:
            if name.removesuffix(f".{MADE_OUT}") in self.wanted:
                yield Purpose(name.removesuffix(f".{MADE_OUT}"), against)
                continue
            for step, turns in self._leading_on(name):
                above = (step.conclusion, against != turns)
                if above not in seen:
                    seen.add(above)
                    todo.append(above)

    def _leading_on(self, statement: str) -> Iterator[tuple[Argument, bool]]:
        """Yield the steps from a statement, and those that it undercuts, with whether they turn what follows around."""
        yield from ((step, not step.pro) for step in self.graph.uses(statement))
        yield from ((step, True) for step in self.graph.undercuts(statement))
