"""What a link carries something by, as a value: whether it does can then be worked out under any labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from mapper.evaluate import Evaluation
from mapper.render.diagram.scene.items import Item, Move, flow_of_labels, strongest, weakest
from mapper.render.diagram.symbols import Flow


@dataclass(frozen=True, slots=True)
class Group:
    """Statements, or steps, of which one is enough.

    Attributes:
        names: their addresses.
        are_steps: whether they are steps.
    """

    names: tuple[str, ...]
    are_steps: bool = False


Ways = tuple[tuple[Group, ...], ...]
"""The ways in which a link can carry something; each needs every one of its groups."""


def by_item(item: Item) -> Ways:
    """Return that a link carries something if an item holds, for at least one claim."""
    return ((Group(tuple(s.id for s in item.statements)),),)


def by_items(items: Iterable[Item]) -> Ways:
    """Return that a link carries something if every one of these items holds, each for at least one claim."""
    return (tuple(group for item in items for (group,) in by_item(item)),)


def by_moves(moves: Iterable[Move]) -> Ways:
    """Return that a link carries something if one of the steps of these moves has weight."""
    return ((Group(tuple(a.id for move in moves for a in move.arguments), are_steps=True),),)


def flow_of(evaluation: Evaluation, ways: Ways) -> Flow:
    """Return what a link carries in a labelling: the most that one of its ways does. Linear in the names."""
    return strongest(weakest(_flow_of_group(evaluation, group) for group in way) for way in ways)


def _flow_of_group(evaluation: Evaluation, group: Group) -> Flow:
    if not group.are_steps:
        return flow_of_labels(evaluation.labels[name] for name in group.names)
    arguments = evaluation.graph.arguments
    return strongest(_flow_of_step(*evaluation.weight(arguments[name])) for name in group.names)


def _flow_of_step(low: Fraction, high: Fraction) -> Flow:
    """Return whether a step certainly has weight, may have some, or has none."""
    if low > 0:
        return Flow.LIVE
    return Flow.OPEN if high > 0 else Flow.DEAD
