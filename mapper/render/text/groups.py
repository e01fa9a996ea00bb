"""Statements that have something in common, listed together."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.graph import MADE_OUT, SCOPE, ArgumentGraph
from mapper.render.text.words import counted

INNER = (MADE_OUT, SCOPE)
"""The elements that no theory lists; the status of their claim or bar says the same."""


def is_inner(graph: ArgumentGraph, statement: str) -> bool:
    """Return whether a statement is an element that no theory lists and no file can support."""
    found = graph.statements[statement]
    return found.element == MADE_OUT or (
        found.element == SCOPE and not graph.pro(statement) and not graph.con(statement)
    )


def together(graph: ArgumentGraph, names: Iterable[str]) -> list[str]:
    """Return addresses; what bears on several claims alike is named once, for all of them.

    A defense that is meant as it bears on each of six claims is ``section-230 for 6 claims``; on five of them,
    ``section-230 for 5 of 6 claims``.
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(without_claim(graph, name), []).append(name)
    return [_named(graph, address, group) for address, group in groups.items()]


def _named(graph: ArgumentGraph, address: str, group: list[str]) -> str:
    if len(group) == 1:
        return group[0]
    every = len(graph.resolve_statements(address))
    return f"{address} for {f'{len(group)} of ' if len(group) < every else ''}{counted(every, 'claim')}"


def without_claim(graph: ArgumentGraph, name: str) -> str:
    """Return the address that names the same for every claim on which it bears."""
    found = graph.statements.get(name)
    return name.replace(f"@{found.claim}", "", 1) if found and found.claim else name
