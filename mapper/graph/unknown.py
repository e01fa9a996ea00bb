"""Names that lead to nothing, or to something else than is wanted: what is known of them, as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mapper.near import near

if TYPE_CHECKING:
    from mapper.graph.argument_graph import ArgumentGraph

STATEMENT, SCENARIO, PARTY, CLAIM = "statement", "scenario", "party", "claim"
"""What can be wanted where a name is given."""


class UnknownAddressError(KeyError):
    """A name that leads to nothing of the sort that is wanted.

    Attributes:
        address: the name that was given.
        near: what was probably meant, the likeliest first.
        wanted: what is wanted: a ``statement`` (or a step, where one can stand), a ``scenario``, a ``party`` or a ``claim``.
        found: what the name stands for instead, as in ``party`` or ``claim``; empty if for nothing.
        choices: what could be named: all scenarios, parties or claims, the positions of an issue, what has a theory, the
            conclusion of a step.
        within: what it should be part of, in words.
    """

    def __init__(  # each is a fact of its own
        self,
        address: str,
        near: tuple[str, ...] = (),
        *,
        wanted: str = STATEMENT,
        found: str = "",
        choices: tuple[str, ...] = (),
        within: str = "this case",
    ) -> None:
        super().__init__(address)
        self.address = address
        self.near = near
        self.wanted = wanted
        self.found = found
        self.choices = choices
        self.within = within


def no_statement(graph: ArgumentGraph, address: str, also: Iterable[str] = ()) -> UnknownAddressError:
    """Return what is known of a name that leads to no statement.

    Args:
        graph: where it leads to none.
        address: the name.
        also: names of other things that could have been meant.
    """
    found, choices = _something_else(graph, address)
    likely = () if found else near(address, graph.arguments if ":" in address else [*graph.addresses(), *also])
    return UnknownAddressError(address, likely, found=found, choices=choices)


def not_among(graph: ArgumentGraph, name: str, choices: Iterable[str], wanted: str) -> UnknownAddressError:
    """Return what is known of a name that is not among the scenarios, the parties or the claims."""
    names, there = tuple(choices), graph.named(name)
    statements = [graph.statements[other] for other in there if other in graph.statements]
    found = statements[0].kind.value if statements else _something_else(graph, name)[0]
    return UnknownAddressError(name, near(name, names), wanted=wanted, found=found, choices=names)


def _something_else(graph: ArgumentGraph, name: str) -> tuple[str, tuple[str, ...]]:
    """Return what a name stands for that is no statement, and which statements could be named in its stead."""
    setting = graph.setting
    if steps := [graph.arguments[step] for step in graph.named(name) if step in graph.arguments]:
        return "step", tuple(dict.fromkeys(step.conclusion for step in steps))
    if name in graph.issues:
        return "issue", graph.issues[name].positions
    sections = {"scenario": setting.scenarios, "party": setting.parties, "source": setting.sources}
    for what, section in sections.items():
        if name in section:
            return what, ()
    owners = tuple(dict.fromkeys(s.part_of or s.id for s in graph.statements.values() if name and s.theory == name))
    return ("theory", owners) if owners else ("", ())
