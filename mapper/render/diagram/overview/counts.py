"""How much supports and attacks a statement, in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, ArgumentGraph, Statement
from mapper.render.text.words import KINDS, counted
from mapper.vocabulary import Kind, Label

WHOLES = (Kind.ELEMENT, Kind.CLAIM, Kind.DEFENSE, Kind.CARVE_OUT)
"""What has a card, or a row of one, of its own."""
ORDER = {kind: number for number, kind in enumerate(Kind)}
FEW = 2
"""So many elements on which another one rests are named."""


def support_words(evaluation: Evaluation, names: Iterable[str]) -> str:
    """Return how many statements of which kind support one of these, directly or through others; elements by name."""
    graph = evaluation.graph
    own = set(names)
    found = [graph.statements[name] for name in _supporting(graph, own) if name not in own]
    kinds = Counter(s.kind for s in found if s.kind not in WHOLES)
    counts = (f"{n} {KINDS[kind][n > 1]}" for kind, n in sorted(kinds.items(), key=lambda pair: ORDER[pair[0]]))
    homes = {graph.statements[name].part_of for name in own}
    rests = dict.fromkeys(_name(s, homes) for s in found if s.kind in WHOLES)
    return " · ".join((*counts, *([f"rests on {_several(graph, own, tuple(rests))}"] if rests else [])))


def _name(statement: Statement, homes: set[str]) -> str:
    """Return what an element is called: by its title where that stands on the same card."""
    if statement.element == MADE_OUT:
        return f"{statement.part_of} made out"
    return statement.heading if statement.part_of in homes else statement.id


def _several(graph: ArgumentGraph, own: set[str], names: tuple[str, ...]) -> str:
    if len(names) > FEW:
        return f"{len(names)} elements"
    alone = all(len(argument.premises) == 1 for name in own for argument in graph.pro(name))
    return (" or " if alone else " and ").join(names)


def attack_words(evaluation: Evaluation, names: Iterable[str]) -> str:
    """Return how many statements attack one of these or what supports it, and how many of them hold."""
    graph = evaluation.graph
    region = _supporting(graph, set(names))
    return _attacks(evaluation, dict.fromkeys(a for name in region for a in _attackers(graph, name) if a not in region))


def own_attack_words(evaluation: Evaluation, names: Iterable[str]) -> str:
    """Return the same of what attacks these claims, defenses or carve-outs themselves, but for bars and lifts."""
    graph = evaluation.graph
    points = [n for name in names for n in (name, f"{name}.{MADE_OUT}") if n in graph.statements]
    found = dict.fromkeys(a for name in points for a in _attackers(graph, name))
    return _attacks(evaluation, [a for a in found if graph.statements[a].kind not in WHOLES])


def _supporting(graph: ArgumentGraph, names: set[str]) -> dict[str, None]:
    """Return these statements and all that supports them; what is behind an element is told there. Linear in the links."""
    found = dict.fromkeys(names)
    todo = sorted(names)
    while todo:
        name = todo.pop()
        below = [p for argument in graph.pro(name) for p in argument.premises if p not in found]
        found |= dict.fromkeys(below)
        todo.extend(p for p in below if graph.statements[p].kind not in WHOLES)
    return found


def _attackers(graph: ArgumentGraph, name: str) -> Iterator[str]:
    for argument in graph.con(name):
        yield from argument.premises
    for argument in graph.pro(name):
        yield from argument.undercutters


def _attacks(evaluation: Evaluation, attackers: Iterable[str]) -> str:
    labels = Counter(evaluation.labels[name] for name in attackers)
    count = labels.total()
    if not count:
        return ""
    parts = [
        f"{labels[label]} {word}" for label, word in ((Label.IN, "live"), (Label.UNDECIDED, "open")) if labels[label]
    ]
    return ", ".join([counted(count, "attack"), *(parts or ["none live"])])
