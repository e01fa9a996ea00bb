"""Reading a case for a command: its names checked, its warnings mentioned."""

from __future__ import annotations

import sys

import click

from mapper.api import Case, Graph, load
from mapper.case.files import decode
from mapper.case.load import CaseFile, load_case
from mapper.cli.options import Asked
from mapper.cli.output import say
from mapper.diagnostics import Severity
from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph
from mapper.graph.unknown import no_statement

STDIN = "-"

WAYS = {"accepted": "accept", "rejected": "reject", "left open": "open", "dropped": "drop"}
"""How a statement can be taken, and the option that says so."""


def opened(path: str, theories: str | None = None) -> Case:
    """Return a case that can be evaluated; what is wrong with it besides is mentioned on standard error.

    Raises:
        MapperError: if it cannot be read, or a name in it leads nowhere.
    """
    case = load(path, text=given_text(path), theories=theories)
    warnings = sum(finding.severity is Severity.WARNING for finding in case.findings)
    if warnings:
        say(f"{warnings} {'warning' if warnings == 1 else 'warnings'}; see `mapper check {path}`")
    return case


def given_text(path: str) -> str | None:
    """Return what stands on standard input, if the path says that the case is there.

    Raises:
        MapperError: if it is no UTF-8.
    """
    return decode(STDIN, sys.stdin.buffer.read()) if path == STDIN else None


def read_case(path: str) -> CaseFile:
    """Return a case as it was read, whether or not its names lead anywhere.

    Raises:
        MapperError: if it cannot be read.
    """
    return load_case(path, given_text(path))


def evaluated(graph: Graph, asked: Asked) -> Evaluation:
    """Return the labelling under what was asked.

    Raises:
        UnknownAddressError: if a scenario or an address names nothing.
        UsageError: if what was asked contradicts itself.
    """
    _agree(graph, asked)
    return graph.evaluate(
        stage=asked.stage,
        scenario=asked.scenario,
        accept=asked.accept,
        reject=asked.reject,
        open=asked.open,
        drop=asked.drop,
    )


def _agree(graph: ArgumentGraph, asked: Asked) -> None:
    """Refuse options that cannot all be meant: one statement taken in two ways, or two rivals accepted.

    Raises:
        UsageError: if there are such.
    """
    taken: dict[str, str] = {}
    for way, addresses in WAYS.items():
        for name in dict.fromkeys(n for address in getattr(asked, addresses) for n in graph.resolve(address)):
            if taken.setdefault(name, way) != way:
                raise click.UsageError(f"`{name}` cannot be both {taken[name]} and {way}")
    for name in (name for name, way in taken.items() if way == "accepted"):
        for rival in graph.rivals(name):
            if taken.get(rival) == "accepted":
                raise click.UsageError(f"`{name}` and `{rival}` are rivals: at most one of them can hold")


def statements_at(graph: ArgumentGraph, address: str) -> tuple[str, ...]:
    """Return the statements that an address names; of a step, as is said on standard error, its conclusion.

    Raises:
        UnknownAddressError: if it names nothing.
    """
    found = graph.resolve(address)
    steps = [name for name in found if name in graph.arguments]
    for name in steps:
        say(f"`{name}` is a step; this is about its conclusion `{graph.arguments[name].conclusion}`")
    return tuple(dict.fromkeys(graph.arguments[n].conclusion if n in graph.arguments else n for n in found))


def one_statement(graph: ArgumentGraph, address: str) -> str:
    """Return the one statement that an address names.

    Raises:
        UnknownAddressError: if it names nothing.
        UsageError: if it names several.
    """
    found = graph.resolve_statements(address)
    if len(found) > 1:
        raise click.UsageError(f"`{address}` names several statements: {', '.join(found)}")
    return found[0]


def things_at(graph: ArgumentGraph, address: str) -> tuple[str, ...]:
    """Return what an id names: statements or steps, or an issue, a scenario, a party or a source.

    Raises:
        UnknownAddressError: if it names nothing.
    """
    others = (graph.issues, graph.setting.scenarios, graph.setting.parties, graph.setting.sources)
    if address not in graph.statements and any(address in section for section in others):
        return (address,)
    found = graph.named(address)
    if not found:
        raise no_statement(graph, address, (name for section in others for name in section))
    return found
