"""The proof chart: what each element of a claim, a defense or a carve-out rests on, and what is said against it.

A claim against several parties has a part for each, since each answers for itself: what one of them admits needs no
proof against it, and proves nothing against the others. The labels are those of the claim as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mapper.analysis import gaps
from mapper.analysis.gaps import Gap, GapKind
from mapper.analysis.proof import SAID, Attack, Attacks, Need, Proof, answers_of, need, proofs
from mapper.analysis.responses import Answer
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, ArgumentGraph, Statement
from mapper.graph.unknown import CLAIM, PARTY, not_among
from mapper.vocabulary import Kind

FINDERS = (gaps.without_support, gaps.only_conclusions, gaps.unanswered_defenses, gaps.unanswered_rebuttals)
"""The gaps that a chart mentions."""


@dataclass(frozen=True, slots=True)
class Item:
    """A statement that helps to show an element.

    Attributes:
        step: the step from it to the element, or to another item.
        depth: how many items stand between it and the element.
        answers: what the party of the part, or every opponent, answers to it.
        again: whether what it rests on is given further up, under the same element.
    """

    statement: str
    step: str
    depth: int
    need: Need
    answers: tuple[Answer, ...] = ()
    proofs: tuple[Proof, ...] = ()
    attacks: tuple[Attack, ...] = ()
    again: bool = False

    @property
    def unproved(self) -> bool:
        """Return whether it needs evidence and has none."""
        return self.need is Need.EVIDENCE and not any(proof.proves for proof in self.proofs)


@dataclass(frozen=True, slots=True)
class Entry:
    """What has to be shown, or the claim or the defense itself, with all that bears on it.

    Attributes:
        statement: the element; of those that are alike for several claims, the first.
        claims: the claims for which they are alike; none for what is not judged claim by claim.
        alternative: whether it is one of several ways to show the element before it.
    """

    statement: str
    items: tuple[Item, ...] = ()
    proofs: tuple[Proof, ...] = ()
    attacks: tuple[Attack, ...] = ()
    claims: tuple[str, ...] = ()
    alternative: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The chart of a claim against one party, or of a defense or a carve-out.

    Attributes:
        whole: the claim, or the defense or carve-out without the claims on which it bears.
        statements: the claim itself, or the defense or carve-out as it bears on each claim.
        parties: whom the claim is against; several only where nothing tells them apart.
        elements: what has to be shown.
        outcomes: what follows for the claim, or for each claim on which it bears.
    """

    whole: str
    statements: tuple[str, ...]
    parties: tuple[str, ...]
    elements: tuple[Entry, ...]
    outcomes: tuple[Entry, ...]
    gaps: tuple[Gap, ...]

    @property
    def unproved(self) -> tuple[str, ...]:
        """Return the statements that need evidence and have none, each once."""
        return tuple(dict.fromkeys(i.statement for entry in self.elements for i in entry.items if i.unproved))


@dataclass(frozen=True, slots=True)
class ProofChart:
    """The parts of a chart: the claims in the order of the file, then defenses, then carve-outs."""

    evaluation: Evaluation
    parts: tuple[Part, ...]


def chart(evaluation: Evaluation, claims: Iterable[str] = (), parties: Iterable[str] = ()) -> ProofChart:
    """Return the proof chart of a case.

    Args:
        evaluation: the labelled graph.
        claims: these claims alone, with what would bar them and what would lift that; those that are in play, unless
            some are named.
        parties: what these parties claim, or what is claimed against them, alone.

    Raises:
        UnknownAddressError: if there is no such claim, or no such party.
    """
    charter = _Charter(evaluation, selected(evaluation, claims, parties))
    return ProofChart(evaluation, tuple(charter.parts()))


@dataclass(frozen=True, slots=True)
class Selection:
    """What is charted: claims, each against some of its parties, and the defenses and carve-outs that bear on them.

    Attributes:
        claims: pairs of a claim and the party whom it is against; an empty one if nobody is named.
        bars: defenses and carve-outs, each as it bears on the claims that are charted.
    """

    claims: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, tuple[str, ...]], ...]


def selected(evaluation: Evaluation, claims: Iterable[str], parties: Iterable[str]) -> Selection:
    """Return what to chart: the claims that are in play, unless claims are named.

    Raises:
        UnknownAddressError: if there is no such claim, or no such party.
    """
    graph, absent = evaluation.graph, evaluation.out_of_play()
    every, asked, of = [claim.id for claim in graph.claims()], tuple(claims), tuple(parties)
    for names, known, wanted in ((asked, every, CLAIM), (of, graph.setting.parties, PARTY)):
        for name in names:
            if name not in known:
                raise not_among(graph, name, known, wanted)
    pairs = tuple(
        (claim.id, party)
        for claim in graph.claims()
        if (claim.id in asked if asked else claim.id not in absent)
        for party in (claim.against or ("",))
        if not of or party in of or not set(claim.by).isdisjoint(of)
    )
    return Selection(pairs, tuple(_bars(graph, {claim for claim, _ in pairs}, of)))


def _bars(graph: ArgumentGraph, claims: set[str], parties: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the defenses that bear on the claims, but for those of another defendant, and what lifts them."""

    def concerns(bar: Statement) -> bool:
        return not parties or not {*bar.by, *graph.statements[bar.claim].by}.isdisjoint(parties)

    defenses = [bar for bar in graph.of_kind(Kind.DEFENSE) if bar.claim in claims and concerns(bar)]
    lifting = {lift.id for bar in defenses for lift in graph.lifts(bar.id)}
    found: dict[str, list[str]] = {}
    for bar in (*defenses, *(lift for lift in graph.of_kind(Kind.CARVE_OUT) if lift.id in lifting)):
        found.setdefault(bar.part_of, []).append(bar.id)
    yield from ((whole, tuple(bars)) for whole, bars in found.items())


class _Charter:
    """The parts of a chart, made one by one."""

    def __init__(self, evaluation: Evaluation, selection: Selection) -> None:
        self.evaluation, self.graph, self.selection = evaluation, evaluation.graph, selection
        self.charted = {*(claim for claim, _ in selection.claims), *(whole for whole, _ in selection.bars)}
        self.attacks = Attacks(self.graph)
        self.gaps = gaps.gaps(evaluation, FINDERS)

    def parts(self) -> Iterator[Part]:
        """Yield the parts."""
        alike: dict[tuple[str, tuple[Entry, ...]], list[str]] = {}
        for claim, party in self.selection.claims:
            alike.setdefault((claim, tuple(self.entries(claim, party))), []).append(party)
        for (claim, elements), parties in alike.items():
            yield self.part(claim, (claim,), tuple(filter(None, parties)), elements, (self.outcome(claim),))
        for whole, bars in self.selection.bars:
            found = [(entry, bar) for bar in bars for entry in self.entries(bar, "")]
            outcomes = self.merged((self.outcome(bar), bar) for bar in bars)
            yield self.part(whole, bars, (), self.merged(found), outcomes)

    def part(
        self,
        whole: str,
        statements: tuple[str, ...],
        parties: tuple[str, ...],
        elements: tuple[Entry, ...],
        outcomes: tuple[Entry, ...],
    ) -> Part:
        """Return a part with its gaps."""
        items = (attack for entry in elements for item in entry.items for attack in item.attacks)
        wholes = (attack for entry in (*elements, *outcomes) for attack in entry.attacks)
        attackers = {attack.statement for attack in (*items, *wholes)}

        def concerns(gap: Gap) -> bool:
            if gap.kind is GapKind.UNANSWERED_DEFENSE:
                return gap.claims == (whole,)
            return gap.statement in attackers or self.graph.statements[gap.statement].part_of in (whole, *statements)

        return Part(whole, statements, parties, elements, outcomes, tuple(filter(concerns, self.gaps)))

    def entries(self, whole: str, party: str) -> Iterator[Entry]:
        """Yield the elements of a claim, or of a defense as it bears on one, each with the ways to show it."""
        for element in self.graph.elements(whole):
            yield self.entry(element, party)
            for alternative in self.alternatives(element):
                yield replace(self.entry(alternative, party), alternative=True)

    def alternatives(self, element: Statement) -> list[Statement]:
        """Return the ways to show an element that its theory names."""
        steps = (self.graph.pro(element.id)) if element.element != MADE_OUT else ()
        premises = (self.graph.statements[premise] for step in steps for premise in step.premises)
        return [p for p in premises if p.kind is Kind.ELEMENT and p.part_of == element.part_of]

    def entry(self, element: Statement, party: str) -> Entry:
        """Return an element with what bears on it."""
        passed = {alternative.id for alternative in self.alternatives(element)}
        items = tuple(self.items(element.id, party, passed))
        claims = (element.claim,) if element.claim else ()
        return Entry(element.id, items, proofs(self.graph, element.id), self.attacks.on(element.id), claims)

    def items(self, element: str, party: str, passed: set[str]) -> Iterator[Item]:
        """Yield the statements by which an element is shown, each followed by what it rests on itself."""
        seen: set[str] = set()
        todo = [*reversed([*self.steps(element, 0)])]
        while todo:
            premise, step, depth, first = todo.pop()
            if premise not in passed:
                yield self.item(premise, step, depth, party, first=first, again=premise in seen)
            if premise not in seen and self.goes_on(self.graph.statements[premise]):
                todo += reversed([*self.steps(premise, depth + 1)])
            seen.add(premise)

    def goes_on(self, statement: Statement) -> bool:
        """Return whether what a statement rests on is given below it: not for an element that is charted elsewhere."""
        owner = statement.claim or statement.part_of.partition("@")[0]
        return statement.kind in SAID or (statement.kind is Kind.ELEMENT and owner not in self.charted)

    def steps(self, conclusion: str, depth: int) -> Iterator[tuple[str, str, int, bool]]:
        """Yield what a statement rests on but for evidence, by which step, and whether it is the first named of it."""
        for step in self.graph.pro(conclusion):
            premises = [p for p in step.premises if self.graph.statements[p].kind is not Kind.EVIDENCE]
            yield from ((premise, step.id, depth, number == 0) for number, premise in enumerate(premises))

    def item(self, statement: str, step: str, depth: int, party: str, *, first: bool, again: bool) -> Item:
        """Return a statement with its answers, its evidence, and what attacks it or the step from it."""
        found = self.graph.statements[statement]
        answers = answers_of(self.graph, found, party)
        on_step = self.attacks.on_step(self.graph.arguments[step]) if first else ()
        needed = need(self.graph, found, answers)
        if found.kind not in SAID:
            return Item(statement, step, depth, needed, attacks=on_step)
        attacks = (*self.attacks.on(statement), *on_step)
        return Item(statement, step, depth, needed, answers, proofs(self.graph, statement), attacks, again)

    def outcome(self, statement: str) -> Entry:
        """Return a claim, or a defense as it bears on one, with what is raised against the whole of it."""
        found = self.graph.statements[statement]
        made_out = f"{statement}.{MADE_OUT}"
        inner = self.attacks.on(made_out) if made_out in self.graph.statements else ()
        claims = (found.claim,) if found.claim else ()
        return Entry(statement, (), proofs(self.graph, statement), (*self.attacks.on(statement), *inner), claims)

    def merged(self, found: Iterable[tuple[Entry, str]]) -> tuple[Entry, ...]:
        """Return entries with those in one that are the same for several claims, in the order of the first bar."""
        groups: dict[object, list[Entry]] = {}
        places: dict[str, int] = {}
        for entry, _ in found:
            statement = self.graph.statements[entry.statement]
            places.setdefault(statement.element, len(places))
            groups.setdefault(self.signature(entry), []).append(entry)
        order = sorted(groups.values(), key=lambda group: places[self.graph.statements[group[0].statement].element])
        return tuple(replace(group[0], claims=tuple(c for e in group for c in e.claims)) for group in order)

    def signature(self, entry: Entry) -> object:
        """Return what entries for several claims have in common if they say the same."""
        statement = self.graph.statements[entry.statement]
        named = [name for a in entry.attacks for name in (a.statement, *a.answers)]
        named += [element.id for element in self.graph.elements(entry.statement)]
        labels = [self.evaluation.labels[name] for name in (entry.statement, *named)]
        said = repr(entry).replace(f"@{statement.claim}", "@").replace(repr(entry.claims), "")
        return said, tuple(labels), statement.unmet, self.evaluation.given.get(entry.statement)
