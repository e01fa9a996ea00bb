"""The commands that ask a question of a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mapper.cli.group import Question
from mapper.cli.options import (
    Asked,
    case_argument,
    effort_option,
    format_option,
    id_argument,
    optional_id_argument,
    theories_option,
    under_options,
)
from mapper.cli.output import put, width
from mapper.vocabulary import Stage

if TYPE_CHECKING:
    from mapper.api import Graph
    from mapper.evaluate import Evaluation

BETWEEN = "\n\n"
"""What stands between two answers to one question."""


@click.command(
    cls=Question,
    examples=[
        "mapper show case.yaml",
        "mapper show case.yaml negligence.duty",
        "mapper show case.yaml demurrer-2019",
        "mapper show case.yaml --stage trial",
        "mapper show case.yaml --responses",
        "mapper show case.yaml --authorities",
    ],
)
@case_argument
@optional_id_argument
@click.option("--responses", is_flag=True, help="Set what is alleged beside the answers to it.")
@click.option("--authorities", is_flag=True, help="List the law that the case cites, where, and how sure it is.")
@under_options
@theories_option
@format_option
def show(  # noqa: PLR0913  # one parameter for each option
    asked: Asked,
    *,
    case: str,
    address: str | None,
    responses: bool,
    authorities: bool,
    theories: str | None,
    form: str,
) -> None:
    """Show the case at a glance, or all about one id.

    At a glance: each claim with its elements, how many steps lead to each, what bars it, and its status. About an
    id: what the case says of it, what supports and attacks it, and what it is for. An id is that of a statement, a
    step such as T01:negligence.breach, an issue, a scenario, a party or a source.
    """
    from mapper.cli.session import evaluated, opened, things_at

    if responses and authorities:
        raise click.UsageError("--responses and --authorities exclude each other")
    graph = opened(case, theories).graph()
    if responses or authorities:
        option = "--responses" if responses else "--authorities"
        if address is not None:
            raise click.UsageError(f"{option} is about the whole case; leave the id out")
        (_put_responses if responses else _put_authorities)(graph, form)
        return
    found = evaluated(graph, asked)
    names = things_at(graph, address) if address is not None else None
    if form == "json":
        from mapper.render import json

        put(json.glance(found) if names is None else json.records(found, names))
    elif names is None:
        from mapper.render.text.overview import glance

        put(glance(found, width()))
    else:
        from mapper.render.text.record import record

        put(BETWEEN.join(record(found, name, width()) for name in names))


def _put_authorities(graph: Graph, form: str) -> None:
    from mapper.analysis.authorities import authorities

    if form == "json":
        from mapper.render.json.authorities import authorities as as_json

        put(as_json(graph, authorities(graph)))
    else:
        from mapper.render.text.authorities import authorities as in_words

        put(in_words(authorities(graph), width()))


def _put_responses(graph: Graph, form: str) -> None:
    if form == "json":
        from mapper.render import json

        put(json.responses(graph, graph.responses()))
    else:
        from mapper.render.text.responses import responses

        put(responses(graph, graph.responses(), width()))


@click.command(
    cls=Question,
    examples=[
        "mapper evaluate case.yaml",
        "mapper evaluate case.yaml --scenario demurrer-2019",
        "mapper evaluate case.yaml --accept duty-reading --reject KNEW",
        "mapper evaluate case.yaml --all-stages",
        "mapper evaluate case.yaml --stage trial --labellings preferred",
    ],
)
@case_argument
@click.option("--all-stages", is_flag=True, help="Compare the stages, and show what flips.")
@click.option(
    "--labellings",
    metavar="KIND",
    type=click.Choice(["preferred", "stable"]),
    help="preferred or stable: in which ways the undecided can be decided.",
)
@effort_option
@under_options
@theories_option
@format_option
def evaluate(  # noqa: PLR0913  # one parameter for each option
    asked: Asked,
    *,
    case: str,
    all_stages: bool,
    labellings: str | None,
    effort: int | None,
    theories: str | None,
    form: str,
) -> None:
    """Say what stands, at a stage and under a reading.

    Each claim with its status and the reason, then everything else by status. Without --scenario no reading of the
    law is chosen, so what turns on one is open.
    """
    from mapper.cli.bearing import put_labellings
    from mapper.cli.session import evaluated, opened

    if all_stages and asked.stage:
        raise click.UsageError("--all-stages and --stage exclude each other")
    if all_stages and labellings:
        raise click.UsageError("--all-stages and --labellings exclude each other")
    if effort is not None and not labellings:
        raise click.UsageError("--effort is for a search, and only --labellings asks for one")
    graph = opened(case, theories).graph()
    if labellings:
        put_labellings(evaluated(graph, asked), labellings, form, effort)
    elif all_stages:
        _put_stages([evaluated(graph, asked.at(stage)) for stage in Stage], form)
    elif form == "json":
        from mapper.render import json

        put(json.evaluation(evaluated(graph, asked)))
    else:
        from mapper.render.text.overview import evaluation

        put(evaluation(evaluated(graph, asked), width()))


def _put_stages(found: Sequence[Evaluation], form: str) -> None:
    from mapper.analysis.stages import stage_flips

    flips = stage_flips(found)
    if form == "json":
        from mapper.render import json

        put(json.stages(found, flips))
    else:
        from mapper.render.text.overview import stages
        from mapper.render.text.stages import causes

        put(BETWEEN.join(filter(None, (stages(found, width()), causes(found, flips, width())))))


@click.command(
    cls=Question,
    examples=[
        "mapper why case.yaml negligence",
        "mapper why case.yaml negligence --scenario as-filed-effect",
        "mapper why case.yaml fosta@negligence",
        "mapper why case.yaml negligence.duty --reject SINCE-2013",
    ],
)
@case_argument
@id_argument
@under_options
@theories_option
@format_option
def why(asked: Asked, case: str, address: str, theories: str | None, form: str) -> None:
    """Say why it stands, fails or is open.

    First the answer in a sentence, then the reasons, each indented below what it is a reason for, down to what was
    pleaded, chosen or is missing. At the end stands what would change it, each change by itself.
    """
    from mapper.analysis.change import single_changes
    from mapper.analysis.explain import explain
    from mapper.cli.session import evaluated, opened, statements_at

    graph = opened(case, theories).graph()
    names, found = statements_at(graph, address), evaluated(graph, asked)
    answers = [(explain(found, name), single_changes(found, name)) for name in names]
    if form == "json":
        from mapper.render import json

        put(json.why(found, answers))
    else:
        from mapper.render.text.why import why

        put(BETWEEN.join(why(found, explanation, changes, width()) for explanation, changes in answers))
