"""The smallest changes of assumptions after which something holds.

A change alters a decided label only if it alters something that explains it, since what an explanation names is enough
for the label; an undecided one may turn on whatever bears on it. So the search branches over the leaves of these, as
Reiter's tree does to find all smallest sets that hit every reason ("A theory of diagnosis from first principles",
Artificial Intelligence 32, 1987).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from mapper.analysis.explain import ground
from mapper.analysis.suppose import suppose
from mapper.evaluate import Evaluation
from mapper.vocabulary import Assumption, Label

Assumed = tuple[str, Assumption]
"""A statement, and what is assumed about it instead."""

OTHERWISE: dict[Label, tuple[Assumption, ...]] = {
    Label.IN: (Assumption.REJECTED,),
    Label.OUT: (Assumption.ACCEPTED,),
    Label.UNDECIDED: (Assumption.ACCEPTED, Assumption.REJECTED),
}
"""How a leaf can be taken otherwise; one that counts can only be withdrawn."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest sets of changes after which something holds.

    Attributes:
        sets: all of them that have the fewest changes; none if nothing so small is enough.
        size: up to how many changes were tried.
        complete: whether all sets up to that size were tried.
    """

    sets: tuple[tuple[Assumed, ...], ...]
    size: int
    complete: bool = True


def smallest_changes(
    evaluation: Evaluation,
    asked: str,
    holds: Callable[[Evaluation], bool],
    *,
    besides: tuple[str, ...] = (),
    size: int = 2,
    limit: int = 1000,
) -> Smallest:
    """Return the smallest sets of leaves which, taken otherwise, make something hold.

    Args:
        evaluation: the labelling before.
        asked: the statement asked about; it is never assumed itself.
        holds: what is wanted, asked of each labelling that is tried.
        besides: other statements whose explanations decide whether it holds.
        size: how many leaves to change at most.
        limit: how many labellings to try at most; each one relabels only what the changes reach.
    """
    statements = (asked, *besides)
    tried: set[frozenset[Assumed]] = set()
    level: list[tuple[tuple[Assumed, ...], Evaluation]] = [((), evaluation)]
    for number in range(1, size + 1):
        found: list[tuple[Assumed, ...]] = []
        onward = []
        for changes in islice(_one_more(level, statements, tried), limit - len(tried)):
            after = suppose(evaluation, dict(changes))
            if holds(after):
                found.append(changes)
            else:
                onward.append((changes, after))
        if found or len(tried) == limit:
            return Smallest(tuple(found), number, complete=len(tried) < limit)
        level = onward
    return Smallest((), size)


def _one_more(
    level: Iterable[tuple[tuple[Assumed, ...], Evaluation]], statements: tuple[str, ...], tried: set[frozenset[Assumed]]
) -> Iterator[tuple[Assumed, ...]]:
    """Yield each set of changes that has one more than those that were not enough, unless it was tried."""
    for changes, before in level:
        for assumed in candidates(before, statements, changes):
            more = (*changes, assumed)
            if frozenset(more) not in tried:
                tried.add(frozenset(more))
                yield more


def candidates(evaluation: Evaluation, statements: tuple[str, ...], changes: Iterable[Assumed]) -> Iterator[Assumed]:
    """Yield the leaves on which the labels of some statements turn, each with what can be assumed about it instead.

    The rivals of a position could hold instead. Neither the first of the statements nor what was changed already is
    changed, and no rival of a position that was accepted.
    """
    done = {statements[0]}
    for name, assumption in changes:
        done.add(name)
        done.update(evaluation.graph.rivals(name) if assumption is Assumption.ACCEPTED else ())
    found: dict[Assumed, None] = {}
    for name, bearing in _turning_on(evaluation, statements).items():
        if not bearing or name in evaluation.given:
            found.update(((name, assumption), None) for assumption in OTHERWISE[evaluation.labels[name]])
        found.update(((rival, Assumption.ACCEPTED), None) for rival in evaluation.graph.rivals(name))
    yield from (assumed for assumed in found if assumed[0] not in done and _differs(evaluation, *assumed))


def _differs(evaluation: Evaluation, name: str, assumption: Assumption) -> bool:
    given = evaluation.given.get(name)
    return given is None or given.assumption is not assumption


def _turning_on(evaluation: Evaluation, statements: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return all statements on which the labels of some turn, each with those on which it does so itself."""
    found: dict[str, tuple[str, ...]] = {}
    todo = [*statements][::-1]
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = tuple(dict.fromkeys(_bearing_on(evaluation, name)))
            todo.extend(reversed(found[name]))
    return found


def _bearing_on(evaluation: Evaluation, name: str) -> Iterator[str]:
    """Yield what carries a decided label, or all on which an undecided one may turn."""
    why = ground(evaluation, name)
    yield from why.because
    if why.label is Label.UNDECIDED and not why.given:
        graph = evaluation.graph
        rivals = (rival for rival in graph.rivals(name) if rival not in evaluation.given)
        for argument in (*graph.pro(name), *graph.con(name), *(a for rival in rivals for a in graph.pro(rival))):
            yield from argument.premises
            yield from argument.undercutters
