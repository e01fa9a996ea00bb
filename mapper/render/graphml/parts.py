"""The nodes and the edges that a view shows of an argument graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from mapper.evaluate import Evaluation
from mapper.graph import Argument, ArgumentGraph
from mapper.render.diagram.show.shown import shown
from mapper.render.diagram.views import Shown, View, ViewKind
from mapper.render.graphml.attributes import ISSUE, STATEMENT, STEP, Value
from mapper.render.text.play import absence
from mapper.vocabulary import Kind

T = TypeVar("T")
AT_A_GLANCE = (Kind.CLAIM, Kind.ELEMENT, Kind.DEFENSE, Kind.CARVE_OUT)
"""What an overview shows one by one."""


class Name(NamedTuple):
    """What a node stands for: statements, steps and issues have ids of their own."""

    type: str
    id: str


class Node(NamedTuple):
    """A node, and what is said of it."""

    name: Name
    attributes: Mapping[str, Value]


class Edge(NamedTuple):
    """A link between two nodes, and what the first does for the second."""

    source: Name
    target: Name
    role: str


def selected(evaluation: Evaluation, view: View) -> Shown:
    """Return what a view shows; of an overview what it gives cards to, without what it only counts.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    seen = shown(evaluation, view)
    if view.kind != ViewKind.OVERVIEW:
        return seen
    cards = (s.id for s in evaluation.graph.of_kind(*AT_A_GLANCE))
    return replace(seen, statements=seen.statements.intersection(cards))


def nodes(evaluation: Evaluation, seen: Shown) -> Iterator[Node]:
    """Yield the statements that are shown, the steps between them, and the issues of which one of them is a position."""
    graph = evaluation.graph
    absent = {name: absence(found) for name, found in evaluation.out_of_play().items()}
    for s in graph.statements.values():
        if s.id in seen.statements:
            own: dict[str, Value] = {"reference": s.id in seen.outside, "remark": _remark(seen, s.id)}
            yield Node(_statement(s.id), _said(STATEMENT, evaluation, s) | own | {"not_in_play": absent.get(s.id, "")})
    for a in _steps(graph, seen):
        left_out = sum(premise not in _drawn(a, seen) for premise in a.premises)
        yield Node(Name("step", a.id), _said(STEP, evaluation, a) | {"left_out": left_out})
    for issue in graph.issues.values():
        if not seen.statements.isdisjoint(issue.positions):
            yield Node(Name("issue", issue.id), _said(ISSUE, evaluation, issue))


def edges(graph: ArgumentGraph, seen: Shown) -> Iterator[Edge]:
    """Yield the links of these nodes, in the direction of the argument."""
    for a in _steps(graph, seen):
        step, drawn = Name("step", a.id), _drawn(a, seen)
        for role, names in (("premise", a.premises), ("undercut", a.undercutters)):
            yield from (Edge(_statement(name), step, role) for name in dict.fromkeys(names) if name in drawn)
        yield Edge(step, _statement(a.conclusion), "pro" if a.pro else "con")
    for issue in graph.issues.values():
        for position in issue.positions:
            if position in seen.statements:
                yield Edge(Name("issue", issue.id), _statement(position), "position")


def _steps(graph: ArgumentGraph, seen: Shown) -> Iterator[Argument]:
    """Yield the steps that are shown: those that the view names, or all whose premises are shown."""
    for a in graph.arguments.values():
        named = seen.statements.issuperset(a.premises) if seen.steps is None else a.id in seen.steps
        if named and a.conclusion in seen.statements:
            yield a


def _drawn(argument: Argument, seen: Shown) -> frozenset[str]:
    """Return the statements that are shown as parts of a step."""
    return seen.statements if seen.steps is None else seen.steps[argument.id] & seen.statements


def _remark(seen: Shown, statement: str) -> str:
    """Return what a statement says of itself in this view alone."""
    found = seen.remarks.get(statement, ())
    return "; ".join(f"{remark.sign or ''} {remark.words}".strip() for remark in found)


def _statement(name: str) -> Name:
    return Name("statement", name)


def _said(table: Mapping[str, Callable[[Evaluation, T], Value]], evaluation: Evaluation, part: T) -> dict[str, Value]:
    return {name: found(evaluation, part) for name, found in table.items()}
