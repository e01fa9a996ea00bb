"""What a change of assumptions would alter: only what changes, and where the change stops."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mapper.evaluate import Context, Evaluation
from mapper.evaluate.context import assumptions, dropped_statements, dropped_steps
from mapper.evaluate.relabel import Changes, Relabelling, relabel
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Status

LISTS = ("accept", "reject", "open", "drop")
"""The lists of a context that an asker fills."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A statement whose status changes.

    Attributes:
        asked: whether it was itself accepted, rejected, left open or dropped.
    """

    statement: str
    before: Status
    after: Status
    asked: bool = False


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a change of assumptions alters.

    Attributes:
        before: the labelling as things are.
        after: the labelling as they would be.
        asked: the statements and steps that the asker named.
        flips: the statements whose status changes, in the order of the graph.
        held: the statements at which the change stops: what they rest on changed, but their status does not.
    """

    before: Evaluation
    after: Evaluation
    asked: tuple[str, ...]
    flips: tuple[Flip, ...]
    held: tuple[str, ...]


def whatif(
    evaluation: Evaluation,
    *,
    accept: Iterable[str] = (),
    reject: Iterable[str] = (),
    open: Iterable[str] = (),
    drop: Iterable[str] = (),
) -> WhatIf:
    """Return what changes if some statements are accepted, rejected, left open or dropped, or some steps dropped.

    Only what the change can reach is labelled anew.

    Raises:
        UnknownAddressError: if an address names nothing.
    """
    added = dict(zip(LISTS, map(tuple, (accept, reject, open, drop)), strict=True))
    found = reconsidered(evaluation, supposing(evaluation.context, added))
    graph, after = evaluation.graph, found.evaluation
    asked = dict.fromkeys(n for addresses in added.values() for address in addresses for n in graph.resolve(address))
    looked_at = {*asked, *found.touched, *_differing(evaluation, after)}
    rows = [Flip(n, evaluation.status(n), after.status(n), n in asked) for n in graph.statements if n in looked_at]
    touched = {*found.touched} - {*asked}
    return WhatIf(
        before=evaluation,
        after=after,
        asked=tuple(asked),
        flips=tuple(row for row in rows if row.before is not row.after),
        held=tuple(row.statement for row in rows if row.before is row.after and row.statement in touched),
    )


def supposing(context: Context, added: dict[str, tuple[str, ...]]) -> Context:
    """Return the context with more addresses in its lists; what is named anew is in no other list any more."""
    anew = {address for addresses in added.values() for address in addresses}
    lists: dict[str, tuple[str, ...]] = {name: getattr(context, name) for name in LISTS}
    kept = {name: tuple(a for a in addresses if a not in anew) for name, addresses in lists.items()}
    return Context(context.stage, context.scenario, **{name: (*kept[name], *added[name]) for name in LISTS})


def reconsidered(evaluation: Evaluation, context: Context) -> Relabelling:
    """Return the labelling in a context that differs by what the asker assumes, labelled anew as far as that goes.

    Raises:
        UnknownAddressError: if an address names nothing.
        ValueError: if the context has another stage or scenario, or brings back a step that was dropped.
    """
    before = evaluation.context
    if (context.stage, context.scenario) != (before.stage, before.scenario) or _steps(before.drop) - {*context.drop}:
        raise ValueError("a labelling at another stage, under another scenario or with more steps starts anew")
    graph = evaluation.graph
    newly = tuple(address for address in context.drop if address not in before.drop)
    steps = dropped_steps(graph, replace(context, drop=newly))
    names = _concerned(graph, before, context, steps)
    new = assumptions(graph.without(steps) if steps else graph, context, names)
    changes: Changes = {n: new.get(n) for n in names if new.get(n) != evaluation.given.get(n)}
    return relabel(evaluation, changes, without=steps, context=context)


def _steps(addresses: Iterable[str]) -> set[str]:
    return {address for address in addresses if ":" in address}


def _concerned(graph: ArgumentGraph, before: Context, after: Context, steps: Iterable[str]) -> tuple[str, ...]:
    """Return the statements about which something else may be assumed, with all positions of their issues."""
    differing = {a for name in LISTS for a in {*getattr(before, name)} ^ {*getattr(after, name)}}
    named = [n for a in sorted(differing - _steps(differing)) for n in graph.resolve_statements(a)]
    dropped = dropped_statements(graph, Context(drop=tuple(sorted(differing & {*before.drop, *after.drop}))))
    first = dict.fromkeys((*named, *dropped, *(graph.arguments[step].conclusion for step in steps)))
    return tuple(dict.fromkeys(each for name in first for each in (name, *graph.rivals(name))))


def _differing(before: Evaluation, after: Evaluation) -> set[str]:
    """Return the statements that are assumed otherwise, which no labelling touches."""
    names = {*before.given.keys(), *after.given.keys()}
    return {name for name in names if before.given.get(name) != after.given.get(name)}
