"""The command that lists the chains of support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from mapper.cli.ask import BETWEEN
from mapper.cli.group import Question
from mapper.cli.options import (
    Asked,
    case_argument,
    format_option,
    id_argument,
    start_option,
    theories_option,
    under_options,
)
from mapper.cli.output import put, width

if TYPE_CHECKING:
    from mapper.analysis.chains import Chain, Count
    from mapper.evaluate import Evaluation


@click.command(
    cls=Question,
    examples=[
        "mapper chains case.yaml negligence.causation",
        "mapper chains case.yaml conspiracy --limit 5 --sort strength",
        "mapper chains case.yaml negligence --from SINCE-2013",
        "mapper chains case.yaml negligence.breach --attacks --scenario as-filed-duty",
        "mapper chains case.yaml amended-negligence --count",
    ],
)
@case_argument
@id_argument
@start_option
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=0), default=20, show_default=True, help="How many; 0 for all."
)
@click.option(
    "--sort",
    type=click.Choice(["length", "strength", "file"]),
    default="length",
    show_default=True,
    help="Which come first.",
)
@click.option("--attacks", is_flag=True, help="Follow attacks too.")
@click.option("--count", is_flag=True, help="Only say how many there are.")
@under_options
@theories_option
@format_option
def chains(  # noqa: PLR0913  # one parameter for each option
    asked: Asked,
    *,
    case: str,
    address: str,
    start: str | None,
    limit: int,
    sort: str,
    attacks: bool,
    count: bool,
    theories: str | None,
    form: str,
) -> None:
    """List the chains of support for a statement.

    A chain leads step by step from something that is assumed, or that nothing supports, to the statement. Live
    chains come first; of the others, the first place is named at which they break.
    """
    from mapper.analysis.chains import Sort, count_chains
    from mapper.analysis.chains import chains as chains_to
    from mapper.cli.session import evaluated, one_statement, opened, statements_at

    graph = opened(case, theories).graph()
    found, first = evaluated(graph, asked), one_statement(graph, start) if start else None
    counts = {name: count_chains(found, name, start=first, attacks=attacks) for name in statements_at(graph, address)}
    if count:
        _put_counts(found, counts, form)
        return
    most = limit or None
    lists = {n: [*chains_to(found, n, start=first, attacks=attacks, sort=Sort(sort), limit=most)] for n in counts}
    _put_chains(found, [(name, lists[name], number) for name, number in counts.items()], form)


def _put_counts(found: Evaluation, counts: Mapping[str, Count], form: str) -> None:
    if form == "json":
        from mapper.render import json

        put(json.chain_counts(found, counts))
    else:
        from mapper.render.text.chains import number

        put("\n".join(number(name, count) for name, count in counts.items()))


def _put_chains(found: Evaluation, answers: Sequence[tuple[str, Sequence[Chain], Count]], form: str) -> None:
    if form == "json":
        from mapper.render import json

        put(json.chains(found, answers))
    else:
        from mapper.render.text.chains import chains

        put(BETWEEN.join(chains(found, *answer, width()) for answer in answers))
