"""Admissions and denials: what the opponents' answers make of what is alleged.

What an answer passes over is admitted, unless it is the amount of damages; what a party says it cannot know is denied
(FRCP 8(b)(5)-(6)). Where no answer is on file nothing is admitted, and nothing is denied yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mapper.evaluate.stages import admitted
from mapper.graph import ArgumentGraph, Statement
from mapper.vocabulary import SIDES, Kind, Nature, Response


class Effect(StrEnum):
    """What an answer comes to."""

    ADMITTED = "admitted"
    DEEMED_ADMITTED = "deemed admitted"
    DENIED = "denied"
    DENIED_IN_PART = "denied in part"
    DEEMED_DENIED = "deemed denied"
    UNANSWERED = "no answer on file"


EFFECTS: dict[Response | None, Effect] = {
    Response.ADMITTED: Effect.ADMITTED,
    Response.DENIED: Effect.DENIED,
    Response.DENIED_IN_PART: Effect.DENIED_IN_PART,
    Response.NO_KNOWLEDGE: Effect.DEEMED_DENIED,
    Response.NONE: Effect.DEEMED_ADMITTED,
    None: Effect.UNANSWERED,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one party answers to one statement.

    Attributes:
        response: what its answer says; nothing if no answer is on file.
        effect: what that comes to.
        opponent: whether it is an opponent, so that its answer admits or denies anything.
    """

    party: str
    response: Response | None
    effect: Effect
    opponent: bool = True


@dataclass(frozen=True, slots=True)
class Answered:
    """A statement with what each opponent answers to it.

    Attributes:
        admitted: whether every opponent admits it, so that it needs no proof.
    """

    statement: str
    answers: tuple[Answer, ...]
    admitted: bool


def responses(graph: ArgumentGraph) -> tuple[Answered, ...]:
    """Return every allegation, and every rebuttal that was answered, with the answers to it."""
    asserted = graph.of_kind(Kind.ALLEGATION, Kind.REBUTTAL)
    asked = (s for s in asserted if s.responses or (s.kind is Kind.ALLEGATION and _opponents(graph, s)))
    return tuple(answered(graph, statement) for statement in asked)


def answered(graph: ArgumentGraph, statement: Statement) -> Answered:
    """Return a statement with what each opponent, and whoever else, answers to it."""
    given, opponents = dict(statement.responses), _opponents(graph, statement)
    parties = dict.fromkeys((*opponents, *given))
    answers = (Answer(p, given.get(p), effect(statement, given.get(p)), p in opponents) for p in parties)
    return Answered(statement.id, tuple(answers), admitted(statement, opponents))


def effect(statement: Statement, response: Response | None) -> Effect:
    """Return what an answer to a statement comes to."""
    if response is Response.NONE and statement.nature is Nature.DAMAGES:
        return Effect.DEEMED_DENIED
    return EFFECTS[response]


def _opponents(graph: ArgumentGraph, statement: Statement) -> tuple[str, ...]:
    parties = graph.setting.parties.items()
    return tuple(n for n, party in parties if statement.side and SIDES.get(party.role) is statement.side.other)
