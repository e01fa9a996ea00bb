"""What proves a statement, what attacks it, and whether it needs any proof: what is admitted or found does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mapper.analysis.attacks import answers_to_bar, answers_to_rebuttal
from mapper.analysis.responses import Answer, Effect, answered
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.vocabulary import Kind, Nature, SourceKind


class Need(StrEnum):
    """What it takes to show a statement."""

    EVIDENCE = "evidence"
    EXHIBIT = "its own source"
    INFERENCE = "what it rests on"
    AUTHORITY = "authority"
    ADMITTED = "nothing: admitted"
    FOUND = "nothing: found or judicially noticed"


class Way(StrEnum):
    """How one statement attacks another."""

    REBUTS = "rebuts"
    UNDERCUTS = "undercuts"
    RIVALS = "rival"
    BARS = "bars"
    LIFTS = "lifts"


CUTS = {Kind.DEFENSE: Way.BARS, Kind.CARVE_OUT: Way.LIFTS}
"""How a statement of a kind attacks that takes a step out of play; all others undercut it."""

ADMISSIONS = (Effect.ADMITTED, Effect.DEEMED_ADMITTED)
SAID = (Kind.ALLEGATION, Kind.PROPOSITION, Kind.REBUTTAL)
"""The kinds of statement that somebody makes, and that others can support."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence for or against a statement.

    Attributes:
        step: the step from it.
        proves: whether it speaks for the statement.
    """

    evidence: str
    step: str
    proves: bool


@dataclass(frozen=True, slots=True)
class Attack:
    """What speaks against a statement, or against a step to it or from it.

    Attributes:
        on: the statement, the step, or the piece of evidence that it attacks.
        answers: what attacks it in turn, or what it rests on.
    """

    statement: str
    way: Way
    on: str
    answers: tuple[str, ...]


def proofs(graph: ArgumentGraph, statement: str) -> tuple[Proof, ...]:
    """Return the evidence for a statement, then that against it."""
    return tuple(
        Proof(premise, step.id, step.pro)
        for step in (*graph.pro(statement), *graph.con(statement))
        for premise in step.premises
        if graph.statements[premise].kind is Kind.EVIDENCE
    )


def answers_of(graph: ArgumentGraph, statement: Statement, party: str = "") -> tuple[Answer, ...]:
    """Return the answers to what is alleged, of the opponents only that of a party, if one is named."""
    if statement.kind not in (Kind.ALLEGATION, Kind.REBUTTAL):
        return ()
    answers = answered(graph, statement).answers
    return tuple(a for a in answers if a.response or a.opponent if not (party and a.opponent) or a.party == party)


def need(graph: ArgumentGraph, statement: Statement, answers: Sequence[Answer]) -> Need:
    """Return what it takes to show a statement, given the answers that matter."""
    opponents = [answer for answer in answers if answer.opponent]
    tests = (
        (statement.kind not in (Kind.EVIDENCE, *SAID), Need.INFERENCE),
        (statement.nature in (Nature.LAW, Nature.MIXED), Need.AUTHORITY),
        (statement.source_kind is SourceKind.RECORD, Need.FOUND),
        (opponents and all(answer.effect in ADMISSIONS for answer in opponents), Need.ADMITTED),
        (statement.source_kind is SourceKind.EVIDENCE, Need.EXHIBIT),
        (rests_on_others(graph, statement.id), Need.INFERENCE),
    )
    return next((found for fits, found in tests if fits), Need.EVIDENCE)


def rests_on_others(graph: ArgumentGraph, statement: str) -> bool:
    """Return whether anything but evidence supports a statement."""
    premises = (premise for step in graph.pro(statement) for premise in step.premises)
    return any(graph.statements[premise].kind is not Kind.EVIDENCE for premise in premises)


class Attacks:
    """What attacks the statements and steps of a graph, and what answers it; each answer is found once."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.answers: dict[str, tuple[str, ...]] = {}

    def on(self, statement: str) -> tuple[Attack, ...]:
        """Return what speaks against a statement: con arguments, what undercuts all support, rivals, attacked evidence."""
        graph = self.graph
        con = (p for step in graph.con(statement) for p in step.premises)
        rebutting = [p for p in con if graph.statements[p].kind is not Kind.EVIDENCE]
        return (
            *(self.attack(p, Way.REBUTS, statement, statement) for p in dict.fromkeys(rebutting)),
            *(self.cut(cut, statement, statement) for cut in self.common_cuts(statement)),
            *self._on_bare_steps(statement),
            *(self.attack(rival, Way.RIVALS, statement, statement) for rival in graph.rivals(statement)),
            *(attack for proof in proofs(graph, statement) for attack in self.on_evidence(proof, statement)),
        )

    def on_step(self, step: Argument) -> tuple[Attack, ...]:
        """Return what undercuts one step, and not all that lead to its conclusion."""
        common = self.common_cuts(step.conclusion)
        return tuple(self.cut(cut, step.id, step.conclusion) for cut in step.undercutters if cut not in common)

    def common_cuts(self, statement: str) -> tuple[str, ...]:
        """Return what undercuts every step to a statement."""
        first, *others = [step.undercutters for step in self.graph.pro(statement)] or [()]
        return tuple(cut for cut in first if all(cut in other for other in others))

    def on_evidence(self, proof: Proof, statement: str) -> Iterator[Attack]:
        """Yield what attacks a piece of evidence, or the step from it."""
        graph, step = self.graph, self.graph.arguments[proof.step]
        con = (p for against in graph.con(proof.evidence) for p in against.premises)
        yield from (self.attack(p, Way.REBUTS, proof.evidence, statement) for p in con)
        yield from self.on_step(step) if step.pro else (self.cut(c, step.id, statement) for c in step.undercutters)

    def _on_bare_steps(self, statement: str) -> Iterator[Attack]:
        """Yield what undercuts steps without premises, which have no row of their own."""
        for step in self.graph.pro(statement):
            if not step.premises:
                yield from self.on_step(step)

    def cut(self, statement: str, on: str, spared: str) -> Attack:
        """Return the attack of what takes a step out of play."""
        return self.attack(statement, CUTS.get(self.graph.statements[statement].kind, Way.UNDERCUTS), on, spared)

    def attack(self, statement: str, way: Way, on: str, spared: str) -> Attack:
        """Return an attack with what answers it, but for the attacked statement itself."""
        if statement not in self.answers:
            barring = self.graph.statements[statement].kind in CUTS
            self.answers[statement] = (answers_to_bar if barring else answers_to_rebuttal)(self.graph, statement)
        return Attack(statement, way, on, tuple(name for name in self.answers[statement] if name != spared))
