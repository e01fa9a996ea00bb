"""What a picture shows of a case: all of it, a claim, or what lies around a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mapper.graph import MADE_OUT, Argument, ArgumentGraph
from mapper.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows.

    Attributes:
        kind: ``full``: everything; ``claim``: claims with their elements, support, what bars them and what lifts
            that; ``focus``: what lies around statements.
        ids: the addresses of the claims or of the statements in focus.
        up: how many steps to follow towards the claims; all of them if there is no number.
        down: how many steps to follow towards support and attack; all of them if there is no number.
        key_list: whether every text is given in full below the picture.
    """

    kind: Literal["full", "claim", "focus"] = "full"
    ids: tuple[str, ...] = ()
    up: int | None = 2
    down: int | None = 2
    key_list: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows of a graph.

    Attributes:
        statements: the statements that it shows.
        outside: those of them of which it shows no more than the name, on a chip.
        refers: what a chip says of where to find what it names, such as a page; by the key of the item.
        pale: those of them that are drawn faintly, as the surroundings of what is meant.
        marks: the lines at the head of a card that say what happened to it; by the key of the item.
        notes: further lines at the foot of a card; by the key of the item.
    """

    statements: frozenset[str]
    outside: frozenset[str] = frozenset()
    refers: Mapping[str, str] = field(default_factory=dict)
    pale: frozenset[str] = frozenset()
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def shown(graph: ArgumentGraph, view: View) -> Shown:
    """Return what a view shows of a graph; linear in the links.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    if view.kind == "full":
        return Shown(frozenset(graph.statements))
    named = [name for address in view.ids for name in graph.resolve_statements(address)]
    return _claims(graph, named) if view.kind == "claim" else _around(graph, named, view)


def _claims(graph: ArgumentGraph, named: list[str]) -> Shown:
    """Return all that bears on the claims to which the named statements belong; the parts of other claims by name."""
    claims = dict.fromkeys(_claim_of(graph, name) or name for name in named)
    own, outside, todo = set[str](), set[str](), list(claims)
    while todo:
        name = todo.pop()
        if name in own or name in outside:
            continue
        if _claim_of(graph, name) in (*claims, ""):
            own.add(name)
            todo.extend(_below(graph, name))
        else:
            outside.add(name)
    return Shown(frozenset(own | outside), frozenset(outside))


def _claim_of(graph: ArgumentGraph, name: str) -> str:
    """Return the claim that a statement is, is an element of, or bears on as a defense; otherwise nothing."""
    statement = graph.statements[name]
    whole = statement.claim or (name if statement.kind is Kind.CLAIM else statement.part_of)
    found = graph.statements.get(whole)
    return whole if found and found.kind is Kind.CLAIM else ""


def _around(graph: ArgumentGraph, named: list[str], view: View) -> Shown:
    up = _reach(graph, named, view.up, _above)
    down = _reach(graph, named, view.down, _below)
    beside = {other for name in up for step in _steps_down_to(graph, name, up) for other in _parts(step)}
    return Shown(frozenset(up | down | beside))


def _reach(
    graph: ArgumentGraph, start: Iterable[str], limit: int | None, follow: Callable[[ArgumentGraph, str], Iterable[str]]
) -> set[str]:
    """Return what is reached in so many steps. Where the elements of a claim meet is no step of its own."""
    reached, layer, steps = set(start), list(start), 0
    while layer and (limit is None or steps < limit):
        found: list[str] = []
        todo = layer
        while todo:
            new = [n for name in todo for n in follow(graph, name) if n not in reached]
            reached.update(new)
            found += (n for n in new if graph.statements[n].element != MADE_OUT)
            todo = [n for n in new if graph.statements[n].element == MADE_OUT]
        layer, steps = list(dict.fromkeys(found)), steps + 1
    return reached


def _below(graph: ArgumentGraph, name: str) -> Iterator[str]:
    """Yield what bears on a statement: premises and undercutters of the steps to it, and its rivals."""
    for argument in (*graph.pro(name), *graph.con(name)):
        yield from _parts(argument)
    yield from graph.rivals(name)


def _above(graph: ArgumentGraph, name: str) -> Iterator[str]:
    """Yield what a statement bears on: the conclusions of the steps that it is a premise or an undercutter of."""
    for argument in (*graph.uses(name), *graph.undercuts(name)):
        yield argument.conclusion


def _steps_down_to(graph: ArgumentGraph, name: str, reached: set[str]) -> Iterator[Argument]:
    """Yield the steps to a statement that something reached takes part in."""
    for argument in (*graph.pro(name), *graph.con(name)):
        if any(part in reached for part in _parts(argument)):
            yield argument


def _parts(argument: Argument) -> tuple[str, ...]:
    return (*argument.premises, *argument.undercutters)
