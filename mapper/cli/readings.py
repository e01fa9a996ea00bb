"""The command that compares the scenarios of a case with what was expected and ruled, and with each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mapper.cli.ask import BETWEEN
from mapper.cli.group import NO, Question
from mapper.cli.options import against_option, case_argument, format_option, theories_option
from mapper.cli.output import put, width

if TYPE_CHECKING:
    from mapper.analysis.scenarios import ScenarioRow
    from mapper.api import Graph


@click.command(
    cls=Question,
    examples=[
        "mapper scenarios case.yaml",
        "mapper scenarios case.yaml --format json",
        "mapper scenarios case.yaml --against demurrer-2019 fifth-circuit-reading",
    ],
)
@case_argument
@against_option
@theories_option
@format_option
@click.pass_context
def scenarios(ctx: click.Context, case: str, against: tuple[str, str] | None, theories: str | None, form: str) -> None:
    """Compare what is computed, expected and ruled.

    For each scenario of the case: what is computed for each address that it speaks of, what it expects, and what a
    court ruled. Where they differ, the smallest changes that would account for it, and the exit status is 1. With
    --against, why two scenarios part: the smallest differences between them that turn one status into the other.
    """
    from mapper.cli.session import opened

    graph = opened(case, theories).graph()
    if against:
        _put_against(graph, *against, form)
        return
    rows = graph.scenarios()
    _put_scenarios(rows, form)
    if not all(row.agrees for row in rows):
        ctx.exit(NO)


def _put_scenarios(rows: Sequence[ScenarioRow], form: str) -> None:
    from mapper.analysis.missed import accounts

    missed = accounts(rows)
    if form == "json":
        from mapper.render import json

        put(json.scenarios(rows, missed))
    else:
        from mapper.render.text import accounts as words
        from mapper.render.text.scenarios import scenarios

        put(BETWEEN.join(filter(None, (scenarios(rows, width()), words.accounts(missed, width())))))


def _put_against(graph: Graph, here: str, there: str, form: str) -> None:
    found = graph.against(here, there)
    if form == "json":
        from mapper.render import json

        put(json.against(found))
    else:
        from mapper.render.text.against import against

        put(against(found, width()))
