"""What answers a defense or a rebuttal: whatever attacks it or something that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mapper.graph import ArgumentGraph


def answers_to_bar(graph: ArgumentGraph, bar: str) -> tuple[str, ...]:
    """Return what attacks a defense as it bears on a claim: what lifts it, and what attacks its support.

    Linear in the links of what it rests on.
    """
    basis = _rests_on(graph, bar)
    return _outside(basis, _attackers(graph, basis))


def answers_to_rebuttal(graph: ArgumentGraph, rebuttal: str) -> tuple[str, ...]:
    """Return what attacks a rebuttal, what it rests on, or the arguments that it makes."""
    basis = _rests_on(graph, rebuttal)
    made = (a for a in graph.uses(rebuttal) if not a.pro)
    undercut = (cut for argument in made for cut in argument.undercutters)
    return _outside(basis, (*_attackers(graph, basis), *undercut))


def _outside(basis: Mapping[str, None], attackers: Iterable[str]) -> tuple[str, ...]:
    """Return the attackers that support nothing of it: of two readings that carry one thing neither answers it."""
    return tuple(dict.fromkeys(name for name in attackers if name not in basis))


def _rests_on(graph: ArgumentGraph, statement: str) -> dict[str, None]:
    """Return a statement and all from which pro arguments lead to it, the nearest first."""
    found: dict[str, None] = {statement: None}
    queue = [statement]
    for name in queue:
        for premise in (premise for step in graph.pro(name) for premise in step.premises):
            if premise not in found:
                found[premise] = None
                queue.append(premise)
    return found


def _attackers(graph: ArgumentGraph, statements: Iterable[str]) -> Iterator[str]:
    """Yield what undercuts the steps to statements, argues against them or is a rival of them."""
    for name in statements:
        for step in graph.pro(name):
            yield from step.undercutters
        for step in graph.con(name):
            yield from step.premises
        yield from graph.rivals(name)
