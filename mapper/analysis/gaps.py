"""What a case lacks: elements without support, defenses without an answer, statements that lead nowhere.

What is missing in the structure is missing at every stage; what hangs by a thread, and what is answered, is asked of a
labelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mapper.analysis.attacks import answers_to_bar, answers_to_rebuttal
from mapper.analysis.threads import Threads
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, SCOPE, Argument, ArgumentGraph, Statement
from mapper.graph.unknown import PARTY, not_among
from mapper.vocabulary import Kind, Label, Nature, Weighing


class GapKind(StrEnum):
    """What is missing."""

    NO_SUPPORT = "no-support"
    ONLY_CONCLUSIONS = "only-conclusions"
    SINGLE_THREAD = "single-thread"
    UNANSWERED_DEFENSE = "unanswered-defense"
    UNANSWERED_REBUTTAL = "unanswered-rebuttal"
    SHARED_FACT = "shared-fact"
    IDLE_ALLEGATION = "idle-allegation"
    EVIDENCE_WITHOUT_ALLEGATION = "evidence-without-allegation"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing.

    Attributes:
        statement: what it is missing from.
        claims: the claims that it concerns, its own first; none for what leads to no claim.
        parties: whose gap it is: who bears the element, who is attacked, who says what leads nowhere.
        others: the statements that matter: the conclusions, the leaves by which an element hangs, the answers that do
            not count, what rests on a fact, what evidence bears on.
        step: the one step on which an element rests, if there is only one.
    """

    kind: GapKind
    statement: str
    claims: tuple[str, ...]
    parties: tuple[str, ...]
    others: tuple[str, ...] = ()
    step: str | None = None


def gaps(evaluation: Evaluation, finders: Iterable[Finder] = ()) -> tuple[Gap, ...]:
    """Return all gaps, or those that some of the finders find, kind by kind and in the order of the graph.

    What hangs by a thread is found by withdrawing, one by one, the leaves that explain the elements; each time only
    what the leaf can reach is labelled anew.
    """
    search = _Search(evaluation)
    return tuple(gap for find in (tuple(finders) or FINDERS) for gap in find(search))


def concerning(graph: ArgumentGraph, address: str) -> Callable[[Gap], bool]:
    """Return whether a gap concerns what an address names: a statement, a claim, or a defense for any claim.

    Raises:
        UnknownAddressError: if it names nothing.
    """
    names = {address, *graph.resolve_statements(address)}

    def concerns(gap: Gap) -> bool:
        statement = graph.statements[gap.statement]
        return not names.isdisjoint((gap.statement, statement.part_of, *gap.claims))

    return concerns


def of_party(graph: ArgumentGraph, found: Iterable[Gap], party: str) -> list[Gap]:
    """Return the gaps that are a party's.

    Raises:
        UnknownAddressError: if there is no such party.
    """
    if party not in graph.setting.parties:
        raise not_among(graph, party, graph.setting.parties, PARTY)
    return [gap for gap in found if party in gap.parties]


class _Search:
    """One labelling, and what several of the finders ask of it."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.graph: ArgumentGraph = evaluation.graph
        self.elements = [s for s in self.graph.of_kind(Kind.ELEMENT) if s.element not in (MADE_OUT, SCOPE)]
        self.owed = [element for element in self.elements if not element.for_others_to_disprove]
        self.threads = Threads(evaluation, [s.id for s in self.elements])

    def claims_of(self, element: Statement) -> tuple[str, ...]:
        """Return the claims that an element concerns: its own, or those it bears on, and those that build on it."""
        every = [claim.id for claim in self.graph.claims()]
        own = [c for c in every if c in (element.claim, element.part_of) or self.bears_on(element, c)]
        return tuple(dict.fromkeys((*own, *self.threads.claims_above((element.id,)))))

    def bears_on(self, element: Statement, claim: str) -> bool:
        """Return whether an element belongs to all of a defense or a carve-out that is raised against a claim."""
        return not element.claim and f"{element.part_of}@{claim}" in self.graph.statements

    def is_borrowed(self, step: Argument) -> bool:
        """Return whether a step only takes over elements that are shown elsewhere."""
        return all(self.graph.statements[premise].kind is Kind.ELEMENT for premise in step.premises)


def without_support(search: _Search) -> Iterator[Gap]:
    """Yield the elements to which no step leads, and which nothing assumes; not those that others have to disprove."""
    for element in search.owed:
        if not search.graph.pro(element.id) and element.id not in search.evaluation.given:
            yield Gap(GapKind.NO_SUPPORT, element.id, search.claims_of(element), element.by)


def only_conclusions(search: _Search) -> Iterator[Gap]:
    """Yield the elements to which every step rests on a conclusion that no fact supports."""
    bare = bare_conclusions(search.graph)
    for element in search.owed:
        steps = search.graph.pro(element.id)
        if steps and all(_rests_on(step, bare) for step in steps):
            named = dict.fromkeys(premise for step in steps for premise in step.premises if premise in bare)
            yield Gap(GapKind.ONLY_CONCLUSIONS, element.id, search.claims_of(element), element.by, tuple(named))


def bare_conclusions(graph: ArgumentGraph) -> frozenset[str]:
    """Return the conclusions that rest on nothing but conclusions, down to those for which nothing is given."""
    conclusions = [s.id for s in graph.of_kind(Kind.ALLEGATION) if s.nature is Nature.CONCLUSION]
    bare = {name for name in conclusions if not graph.pro(name)}
    todo = sorted(bare)
    while todo:
        for step in graph.uses(todo.pop()):
            name = step.conclusion
            nature = graph.statements[name].nature
            if name not in bare and nature is Nature.CONCLUSION and all(_rests_on(a, bare) for a in graph.pro(name)):
                bare.add(name)
                todo.append(name)
    return frozenset(bare)


def _rests_on(step: Argument, bare: set[str] | frozenset[str]) -> bool:
    """Return whether a step has no weight without bare conclusions."""
    if not step.premises:
        return False
    enough = any if step.weighing in (Weighing.LINKED, Weighing.FACTORIZED) else all
    return enough(premise in bare for premise in step.premises)


def single_threads(search: _Search) -> Iterator[Gap]:
    """Yield the elements made out that one leaf, or a single step, carries alone.

    An element that is taken over from elsewhere has the threads that it has there.
    """
    for element in search.elements:
        live = [step for step in search.graph.pro(element.id) if search.evaluation.is_live(step)]
        argued = element.id not in search.evaluation.given and not all(map(search.is_borrowed, live))
        leaves = search.threads.leaves_of(element.id) if argued else ()
        step = live[0].id if argued and len(live) == 1 else None
        if search.evaluation.labels[element.id] is Label.IN and (leaves or step):
            yield Gap(GapKind.SINGLE_THREAD, element.id, search.claims_of(element), element.by, leaves, step)


def unanswered_defenses(search: _Search) -> Iterator[Gap]:
    """Yield the defenses that bear on a claim, or may, while no answer to them counts, or may."""
    for bar in search.graph.of_kind(Kind.DEFENSE):
        if search.evaluation.labels[bar.id] is not Label.OUT and bar.claim:
            answers = answers_to_bar(search.graph, bar.id)
            if not _any_counts(search.evaluation, answers):
                claimant = search.graph.statements[bar.claim].by
                yield Gap(GapKind.UNANSWERED_DEFENSE, bar.id, (bar.claim,), claimant, answers)


def unanswered_rebuttals(search: _Search) -> Iterator[Gap]:
    """Yield the rebuttals that count, or may, while no answer to them does."""
    graph = search.graph
    for rebuttal in graph.of_kind(Kind.REBUTTAL):
        steps = (*graph.undercuts(rebuttal.id), *(a for a in graph.uses(rebuttal.id) if not a.pro))
        argued = (step.conclusion for step in steps if step.conclusion not in search.evaluation.given)
        attacked = tuple(dict.fromkeys(argued))
        answers = answers_to_rebuttal(graph, rebuttal.id)
        counts = search.evaluation.labels[rebuttal.id] is not Label.OUT
        if attacked and counts and not _any_counts(search.evaluation, answers):
            parties = dict.fromkeys(party for name in attacked for party in graph.statements[name].by)
            claims = search.threads.claims_above(attacked)
            yield Gap(GapKind.UNANSWERED_REBUTTAL, rebuttal.id, claims, tuple(parties), answers)


def _any_counts(evaluation: Evaluation, answers: tuple[str, ...]) -> bool:
    return any(evaluation.labels[answer] is not Label.OUT for answer in answers)


def shared_facts(search: _Search) -> Iterator[Gap]:
    """Yield the facts without each of which elements of several claims would no longer be made out."""
    for leaf, lost in search.threads.lost.items():
        statement = search.graph.statements[leaf]
        elements = [e for e in search.elements if e.id in lost and e.part_of in search.graph.statements]
        claims = tuple(dict.fromkeys(e.part_of for e in elements if not e.claim))
        if len(claims) > 1 and statement.kind in (Kind.ALLEGATION, Kind.EVIDENCE):
            named = tuple(e.id for e in elements if not e.claim)
            yield Gap(GapKind.SHARED_FACT, leaf, claims, statement.by, named)


def idle_allegations(search: _Search) -> Iterator[Gap]:
    """Yield the allegations from which nothing leads to a claim, a defense or a carve-out."""
    if search.graph.claims():
        for allegation in search.graph.of_kind(Kind.ALLEGATION):
            if allegation.id not in search.threads.of_use:
                yield Gap(GapKind.IDLE_ALLEGATION, allegation.id, (), allegation.by)


def evidence_alone(search: _Search) -> Iterator[Gap]:
    """Yield the evidence that bears on nothing anybody says, if on anything."""
    said = (Kind.ALLEGATION, Kind.REBUTTAL, Kind.PROPOSITION)
    graph = search.graph
    for evidence in graph.of_kind(Kind.EVIDENCE):
        targets = tuple(dict.fromkeys(a.conclusion for a in graph.uses(evidence.id)))
        if not any(graph.statements[name].kind in said for name in targets):
            claims = search.threads.claims_above(targets)
            yield Gap(GapKind.EVIDENCE_WITHOUT_ALLEGATION, evidence.id, claims, evidence.by, targets)


Finder = Callable[[_Search], Iterator[Gap]]

FINDERS: tuple[Finder, ...] = (
    without_support,
    only_conclusions,
    single_threads,
    unanswered_defenses,
    unanswered_rebuttals,
    shared_facts,
    idle_allegations,
    evidence_alone,
)
"""What is looked for, in the order in which it is shown."""
