"""What bears on a statement, in words: what carries it, what would defeat it, whether it is settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.bearing.reversal import Reversal
from mapper.analysis.bearing.settled import Outcome, Relevance, Settled
from mapper.analysis.bearing.support import Carrier, Support
from mapper.analysis.suppose import suppose
from mapper.evaluate import Evaluation
from mapper.graph import Argument
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.reasons import because
from mapper.render.text.words import counted, glyph, heading, listed, status, under
from mapper.vocabulary import STATUS, Assumption, Kind, Label

SHOWN = 12
"""How many leaves and statements are named of a kind before the others are counted."""

GOES_ON = "; --effort lets it go on for longer"
"""What can be done about a search that was given up."""

FEW = 4
"""How many of the statements that have to hold beside an open one are named."""


def support(found: Support, limit: int, width: int) -> str:
    """Return what carries a statement and what would defeat it."""
    evaluation = found.evaluation
    parts = [_head(evaluation, found.asked, width)]
    if evaluation.labels[found.asked] is Label.IN:
        parts += [_carriers(found, limit, width), _defeat(found, limit, width)]
    else:
        parts += [_nothing_to_take(found, width)]
    parts += [_singles(found, width), _additions(found, width)]
    return "\n\n".join(filter(None, [*parts, "\n".join(wrapped(ink(f"{under(evaluation)}.", "dim"), width))]))


def _head(evaluation: Evaluation, asked: str, width: int) -> str:
    statement = evaluation.graph.statements[asked]
    return "\n".join(
        wrapped(f"{glyph(evaluation, asked)} {heading(statement)}: {status(evaluation, asked)}", width, rest="  ")
    )


def _nothing_to_take(found: Support, width: int) -> str:
    word = "it already fails" if found.evaluation.labels[found.asked] is Label.OUT else "it does not hold, but is open"
    reason = because(found.evaluation, found.asked)
    return "\n".join(wrapped(f"Nothing to take away: {word}. {reason[:1].upper()}{reason[1:]}.", width))


def _carriers(found: Support, limit: int, width: int) -> str:
    """Return the smallest supports, each with the steps from its leaves."""
    minimal, count = found.minimal(limit), found.count()
    if not (minimal.sets or minimal.complete):
        return "\n".join(wrapped(f"The search for what carries it was given up{GOES_ON}.", width))
    number = f"{count.supports}" if count.exact else f"at least {count.supports}"
    more = f"; the smallest {len(minimal.sets)}" if count.supports > len(minimal.sets) else ""
    head = f"{ink('What carries it', 'bold')} ({number} minimal {'set' if count.supports == 1 else 'sets'}{more})"
    return "\n".join([head, *(line for n, each in enumerate(minimal.sets, 1) for line in _carrier(n, each, width))])


def _carrier(number: int, carrier: Carrier, width: int) -> Iterator[str]:
    leaves = ", ".join(carrier.leaves) or "nothing: it stands by itself"
    yield from wrapped(f"{number} {leaves}", width, first="  ", rest="    ")
    steps = ", ".join(_step(step) for step in carrier.steps if set(step.premises) & set(carrier.leaves))
    yield from wrapped(ink(f"by {steps}", "dim"), width, first="    ", rest="    ") if steps else ()


def _step(step: Argument) -> str:
    return f"{' + '.join(step.premises)} → {step.conclusion}"


def _defeat(found: Support, limit: int, width: int) -> str:
    """Return the fewest leaves to take away."""
    defeat = found.defeat(limit)
    if not defeat.sets:
        given_up = f"The search for a defeat was given up{GOES_ON}."
        words = "Whatever is taken away, it stands." if defeat.complete else given_up
        return "\n".join(wrapped(words, width))
    if defeat.size == 1:
        return ""
    total = "" if defeat.complete else ", among others"
    head = f"{ink('Cheapest defeat', 'bold')} ({counted(defeat.size or 0, 'leaf', 'leaves')} together{total})"
    return "\n".join([head, *(line for each in defeat.sets for line in _reversal(each, width))])


def _singles(found: Support, width: int) -> str:
    """Return the leaves that everything hangs by, or that none does alone."""
    points = found.single_points
    if not points:
        held = found.evaluation.labels[found.asked] is Label.IN
        return "No single leaf brings it down: take any one away, and it still stands." if held else ""
    word = "Single points of failure" if found.evaluation.labels[found.asked] is Label.IN else "Without one of these"
    return "\n".join([ink(word, "bold"), *_reversals(points, width)])


def _additions(found: Support, width: int) -> str:
    """Return what would change the statement if it were accepted."""
    points = [each for each in found.additions if each.statements != (found.asked,)]
    return "\n".join([ink("Would change it if it held", "bold"), *_reversals(points, width)]) if points else ""


def _reversals(points: Sequence[Reversal], width: int) -> Iterator[str]:
    for point in points[:SHOWN]:
        yield from _reversal(point, width)
    if len(points) > SHOWN:
        yield f"  and {len(points) - SHOWN} more"


def _reversal(point: Reversal, width: int) -> Iterator[str]:
    """Yield the statements taken away or added, and what becomes of the asked one, and why."""
    names = listed(_titled(point.evaluation, name) for name in point.statements)
    word = "without" if point.assumption is Assumption.REJECTED else "with"
    then = f"{word} {'it' if len(point.statements) == 1 else 'them'} {point.status.value}"
    yield from wrapped(f"{names}: {then}", width, first="  ", rest="    ")
    yield from wrapped(ink(because(point.after, point.asked), "dim"), width, first="    ", rest="    ")


def _titled(evaluation: Evaluation, name: str) -> str:
    statement = evaluation.graph.statements[name]
    source = f" [{statement.source}]" if statement.source else ""
    return f"{heading(statement)}{source}"


def settled(found: Settled, width: int) -> str:
    """Return whether a statement is settled, by what it may come out, and which open statements matter."""
    evaluation = found.evaluation
    parts = [_verdict(found, width)]
    if not found.is_settled:
        parts += [_outcomes(found, width), _matters(found, width), _idle(found, width)]
    return "\n\n".join(filter(None, [*parts, "\n".join(wrapped(ink(f"{under(evaluation)}.", "dim"), width))]))


def _verdict(found: Settled, width: int) -> str:
    statement = found.evaluation.graph.statements[found.asked]
    if found.label is None:
        words = f"not settled: {counted(len(found.open), 'statement')} open"
    else:
        however = f", however the {counted(len(found.open), 'open statement')} turn out" if found.open else ""
        words = f"settled: {_word(statement.kind, found.label)}{however}"
    return "\n".join(wrapped(f"{heading(statement)}: {words}", width, rest="  "))


def _word(kind: Kind, label: Label) -> str:
    return "fails" if kind is Kind.CLAIM and label is Label.OUT else STATUS[kind][label].value


def _outcomes(found: Settled, width: int) -> str:
    """Return each way in which it may come out, with open statements that bring it about."""
    said = (_outcome(found, outcome) for outcome in found.outcomes)
    lines = (line for words in said for line in wrapped(words, width, first="  ", rest="    "))
    return "\n".join([ink("It may still come out in these ways", "bold"), *lines])


def _outcome(found: Settled, outcome: Outcome) -> str:
    values = dict.fromkeys(found.open, Assumption.REJECTED) | dict.fromkeys(outcome.accepted, Assumption.ACCEPTED)
    after = suppose(found.evaluation, values)
    held = listed(outcome.accepted) if outcome.accepted else "none of the open statements"
    return (
        f"{after.status(found.asked).value}, for example, if {held} {'hold' if len(outcome.accepted) > 1 else 'holds'}"
    )


def _matters(found: Settled, width: int) -> str:
    """Return the open statements that matter, what settles most others first."""
    relevant = {each.statement: each for each in found.relevant}
    rows = [
        [each.statement, _effect(found, relevant[each.statement]), f"{each.if_accepted} / {each.if_rejected}"]
        for each in found.worth
    ]
    head = [ink("what matters", "bold"), ink("if it holds, if not", "bold"), ink("settles", "bold")]
    note = "settles: how many others no longer matter once it is known to hold / not to hold"
    return "\n".join([columns([head, *rows], width), *wrapped(ink(note, "dim"), width)])


def _effect(found: Settled, each: Relevance) -> str:
    kind = found.evaluation.graph.statements[found.asked].kind
    named = [*each.others[:FEW], *([f"{len(each.others) - FEW} more"] if len(each.others) > FEW else [])]
    others = f" (with {listed(named)})" if named else ""
    return f"{_word(kind, each.if_accepted)}, {_word(kind, each.if_rejected)}{others}"


def _idle(found: Settled, width: int) -> str:
    if not found.irrelevant:
        return ""
    return "\n".join(wrapped(f"Open too, without effect on it: {', '.join(found.irrelevant)}.", width))
