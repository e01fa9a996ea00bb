"""The argument graph: statements, arguments and issues, and the questions that one asks of them."""

from __future__ import annotations

from mapper.graph.argument_graph import ArgumentGraph
from mapper.graph.parts import MADE_OUT, ONE, SCOPE, Argument, Issue, Setting, Statement
from mapper.graph.unknown import UnknownAddressError

__all__ = [
    "MADE_OUT",
    "ONE",
    "SCOPE",
    "Argument",
    "ArgumentGraph",
    "Issue",
    "Setting",
    "Statement",
    "UnknownAddressError",
]
