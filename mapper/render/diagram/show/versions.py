"""What differs between two versions or two scenarios, in words on the cards, and where that leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.analysis.versions.changes import EntryChange, Happened, StepChange, TextChanges
from mapper.analysis.versions.merged import merged
from mapper.analysis.versions.outcomes import Outcome, outcome
from mapper.analysis.versions.renames import Renames
from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph
from mapper.render.diagram.scene.statuses import NOT_IN_PLAY, of_statement
from mapper.render.diagram.show.around import above, below, parts, reach
from mapper.render.diagram.views import Difference, Remark, Remarks, Shown, View
from mapper.render.text.difference import ANSWERS
from mapper.render.text.play import in_play
from mapper.render.text.words import sentence
from mapper.vocabulary import Kind

NO_DIFFERENCE = Rule("no-difference", Severity.ERROR, "there is no difference to draw")
SAME = TextChanges(Renames({}), (), ())
"""What is said otherwise where a version is compared with itself."""

VERBS = {"support": "support", "proves": "prove", "disproves": "disprove", "attacks": "attack"}
STEPS = {
    Happened.CAME: "now {verb}s {to}",
    Happened.WENT: "does not {verb} {to} any more",
    Happened.CHANGED: "{verb}s {to} otherwise",
}
"""What is said of a step between statements that both versions have, by what happened to it."""

Said = Iterator[tuple[str, Remark]]


@dataclass(frozen=True, slots=True)
class Differing:
    """What differs, ready to be drawn.

    Attributes:
        evaluation: the later labelling, with what is gone put back.
        remarks: what is to be said of each statement that differs.
        headline: which claims come out otherwise.
        idle: the claims that are in play neither before nor after.
    """

    evaluation: Evaluation
    remarks: Remarks
    headline: str
    idle: frozenset[str]


def differing(evaluation: Evaluation, view: View) -> Shown:
    """Return the statements of which there is something to say, and what leads from them to the claims.

    What bears on nothing but claims that are in play on neither side is left out, unless nothing else differs.

    Raises:
        MapperError: if there are none.
    """
    graph = evaluation.graph
    told = [name for name in graph.statements if name in view.remarks]
    if not told:
        message = f"nothing differs from {view.base}: the same is said, and the same stands"
        raise MapperError([Diagnostic(NO_DIFFERENCE, message)])
    idle = _bearing_on(graph, view.idle) - _bearing_on(graph, {claim.id for claim in graph.claims()} - view.idle)
    every = reach(graph, told, None, above)
    reached = reach(graph, [name for name in told if name not in idle], None, above) - idle or every
    steps = {
        name: frozenset(part for part in parts(step) if part in reached)
        for name, step in graph.arguments.items()
        if step.conclusion in reached and not reached.isdisjoint(parts(step))
    }
    left_out = len(view.idle & (every - reached))
    return Shown(frozenset(reached), remarks=view.remarks, steps=steps, left_out=left_out)


def _bearing_on(graph: ArgumentGraph, claims: Iterable[str]) -> set[str]:
    """Return these claims with all that leads to them."""
    return reach(graph, claims, None, below)


def compared(before: Evaluation, after: Evaluation, texts: TextChanges = SAME) -> Differing:
    """Return what differs between two labellings of one case, or of two versions of it. Linear in both graphs."""
    changes = outcome(before, after, texts.renames)
    both = merged(before, after, texts.renames)
    said: dict[str, list[Remark]] = defaultdict(list)
    for name, remark in (
        *_statuses(changes, both, texts.renames),
        *_entries(texts, both.graph),
        *_steps(texts, before, after),
    ):
        said[name].append(remark)
    idle = frozenset(map(texts.renames.address, before.out_of_play())) & after.out_of_play().keys()
    return Differing(both, {name: tuple(found) for name, found in said.items()}, _headline(changes), idle)


def _statuses(changes: Outcome, both: Evaluation, renames: Renames) -> Said:
    """Yield of each statement whether it is new, gone, or of another status."""
    for change in changes.changes:
        if change.before is None:
            yield change.statement, Remark("new", Difference.NEW)
        elif change.after is None:
            was = _status(changes.before, change.old)
            yield renames.address(change.old), Remark(f"gone · was {was}", Difference.GONE)
        else:
            was, now = _status(changes.before, change.old), _status(both, change.statement)
            if was != now:  # a claim that is in play on neither side
                yield change.statement, Remark(f"{was} → {now}", Difference.STATUS)


def _status(evaluation: Evaluation, name: str) -> str:
    return of_statement(evaluation, evaluation.graph.statements[name])


def _entries(texts: TextChanges, graph: ArgumentGraph) -> Said:
    """Yield what statements say otherwise, those that both versions have."""
    for change in texts.entries:
        if change.happened in (Happened.CHANGED, Happened.RENAMED):
            words = "; ".join(_otherwise(change))
            yield from ((name, Remark(words, Difference.REWORDED)) for name in _statements(graph, change.id))


def _otherwise(change: EntryChange) -> Iterable[str]:
    if change.happened is Happened.RENAMED:
        yield f"was {change.old_id}"
    if change.reworded:
        yield "reworded"
    fields = dict.fromkeys(edit.field.partition(".")[0] for edit in change.edits if edit.field != "text")
    if fields:
        yield f"changed: {', '.join(fields)}"
    for edit in change.answers:
        old, new = (ANSWERS.get(word, word) for word in (edit.old, edit.new))
        yield f"answer of {edit.field}: {old} → {new}"


def _steps(texts: TextChanges, before: Evaluation, after: Evaluation) -> Said:
    """Yield what statements that both versions have no longer do, do now, or do otherwise."""
    kept = {texts.renames.address(name) for name in before.graph.statements}
    for change in texts.steps:
        premises, _, conclusion = change.address.partition(":")
        for name in premises.split("+"):
            for statement in _statements(after.graph, name):
                if statement in kept:
                    yield statement, _step(change, conclusion)


def _step(change: StepChange, conclusion: str) -> Remark:
    return Remark(STEPS[change.happened].format(verb=VERBS[change.kind], to=conclusion), Difference.REWORDED)


def _statements(graph: ArgumentGraph, name: str) -> tuple[str, ...]:
    """Return the statements that an id of the case file stands for; none for a party, a source and so on."""
    if name in graph.statements:
        return (name,)
    return tuple(s.id for s in graph.of_kind(Kind.DEFENSE, Kind.CARVE_OUT) if s.part_of == name)


def _headline(changes: Outcome) -> str:
    """Return which claims come out otherwise, those that do so alike together."""
    groups: dict[tuple[str, str], list[str]] = {}
    claims = {claim.id for claim in in_play(changes.after, changes.after.graph.claims())}
    for change in changes.changes:
        if change.before and change.after and change.statement in claims:
            was = NOT_IN_PLAY if changes.before.absence(change.old) else change.before.value
            groups.setdefault((was, change.after.value), []).append(change.statement)
    said = (f"{sentence(old)} → {new}: {', '.join(claims)}." for (old, new), claims in groups.items())
    return " ".join(said) or "Every claim comes out as before."
