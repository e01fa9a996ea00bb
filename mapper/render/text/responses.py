"""The pleading beside the answers to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mapper.analysis.responses import Answer, Answered, Effect
from mapper.graph import ArgumentGraph, Statement
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.words import counted, listed
from mapper.vocabulary import Nature, Response

INKS = {
    Effect.ADMITTED: "green",
    Effect.DEEMED_ADMITTED: "green",
    Effect.DENIED: "red",
    Effect.DENIED_IN_PART: "red",
    Effect.DEEMED_DENIED: "red",
    Effect.UNANSWERED: "dim",
}

REASONS = {
    Response.NO_KNOWLEDGE: "lacks knowledge",
    Response.NONE: "passed over",
}
"""Why an answer comes to something that it does not say."""


def responses(graph: ArgumentGraph, found: Sequence[Answered], width: int) -> str:
    """Return what is alleged beside each party's answer, and what the answers of each come to."""
    if not found:
        return "Nothing in this case is for anybody to answer."
    parties = list(dict.fromkeys(answer.party for each in found for answer in each.answers))
    header = ["", "alleged", *parties]
    answered = [each for each in found if any(answer.response for answer in each.answers)]
    rows = [[ink(word, "dim") for word in header], *(_row(graph, each, parties) for each in answered)]
    table = columns(rows, width) if answered else ""
    summary = (line for party in parties for line in wrapped(_summary(found, party), width, rest="  "))
    return "\n\n".join(filter(None, [table, "\n".join([*summary, *_total(found, width)])]))


def _row(graph: ArgumentGraph, found: Answered, parties: Sequence[str]) -> list[str]:
    statement = graph.statements[found.statement]
    given = {answer.party: answer for answer in found.answers}
    answers = [answer_words(statement, given[party]) if party in given else "" for party in parties]
    where = f" ({statement.source.place})" if statement.source and statement.source.place else ""
    return [ink(found.statement, "bold"), f"{statement.text}{where}", *answers]


def answer_words(statement: Statement, answer: Answer) -> str:
    """Return what an answer comes to, and why where it does not say so itself."""
    reason = REASONS.get(answer.response) if answer.response else None
    if answer.effect is Effect.DEEMED_DENIED and statement.nature is Nature.DAMAGES:
        reason = "damages are not admitted by silence" if answer.response is Response.NONE else reason
    words = answer.effect.value + (f": {reason}" if reason else "")
    return ink(words if answer.opponent else f"{words} (no opponent)", INKS[answer.effect])


def _summary(found: Sequence[Answered], party: str) -> str:
    answers = [answer for each in found for answer in each.answers if answer.party == party]
    counts = Counter(answer.effect for answer in answers)
    told = [f"{counts[effect]} {effect.value}" for effect in Effect if counts[effect]]
    if list(counts) == [Effect.UNANSWERED]:
        return f"{ink(party, 'bold')}: no answer on file to any of {counted(len(answers), 'statement')}."
    return f"{ink(party, 'bold')}: {listed(told)}, of {counted(len(answers), 'statement')}."


def _total(found: Sequence[Answered], width: int) -> Iterator[str]:
    admitted = [each.statement for each in found if each.admitted]
    if admitted:
        yield from wrapped(f"Admitted by every opponent, so that it needs no proof: {', '.join(admitted)}.", width)
    else:
        yield from wrapped("Nothing is admitted by every opponent, so everything alleged needs proof.", width)
