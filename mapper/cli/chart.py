"""The command that charts what each element rests on, and what proves it."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from mapper.cli.formats import a, format_of
from mapper.cli.group import Question
from mapper.cli.options import (
    Asked,
    case_argument,
    completed_with,
    force_option,
    output_option,
    split_ids,
    theories_option,
    under_options,
)
from mapper.vocabulary import Stage

ANSWERS = ("text", "json")
"""What is for standard output alone."""
FILES = ("md", "csv", "html", "xlsx", "docx")
BINARY = ("xlsx", "docx")
SUFFIXES = {"htm": "html", "markdown": "md"}
"""Other endings of the names of files, and the formats that they say."""


@click.command(
    cls=Question,
    examples=[
        "mapper chart case.yaml",
        "mapper chart case.yaml -o chart.docx --scenario demurrer-2019",
        "mapper chart case.yaml --claim negligence -o negligence.xlsx",
        "mapper chart case.yaml --order-of-proof -o order.html",
        "mapper chart case.yaml --format csv > chart.csv",
    ],
)
@case_argument
@output_option
@click.option(
    "--format",
    "form",
    type=click.Choice((*ANSWERS, *FILES)),
    help="The format, where the suffix of FILE does not say it; text if nothing does.",
)
@click.option(
    "--claim",
    "claims",
    metavar="ID",
    multiple=True,
    callback=split_ids,
    shell_complete=completed_with(lambda case: case.model.claims),
    help="Chart this claim alone; may be repeated.",
)
@click.option(
    "--party",
    "parties",
    metavar="ID",
    multiple=True,
    callback=split_ids,
    shell_complete=completed_with(lambda case: case.model.parties),
    help="Chart what this party claims, or is sued for; may be repeated.",
)
@click.option(
    "--order-of-proof", "order", is_flag=True, help="List the evidence by witness and exhibit, and facts without any."
)
@under_options
@theories_option
@force_option
def chart(  # noqa: PLR0913  # one parameter for each option
    asked: Asked,
    *,
    case: str,
    output: str,
    form: str | None,
    claims: tuple[str, ...],
    parties: tuple[str, ...],
    order: bool,
    theories: str | None,
    force: bool,
) -> None:
    """Chart what each element rests on, and what proves it.

    For each claim and whom it is against, then for each defense and carve-out: element by element what supports it,
    how that was answered, what proves it, what attacks it and what answers that, its status with the reason, and the
    sources. What is missing is said. The suffix of FILE says the format: .docx and .xlsx to hand in, .html, .md, .csv.
    With --order-of-proof, the trial stage is meant unless another or a scenario is given.
    """
    if output != "-" and form in ANSWERS:
        raise click.UsageError(f"{form} goes to standard output; leave -o out, and add > {output}")
    wanted = format_of(output, form, FILES, SUFFIXES, "text")
    if output == "-" and wanted in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"{a(wanted)} on the terminal helps nobody; add -o chart.{wanted}")

    from mapper.api import chart as make
    from mapper.cli.output import check_apart, deliver, put, width
    from mapper.cli.progress import progress
    from mapper.cli.session import evaluated, opened

    if order and not (asked.stage or asked.scenario):
        asked = replace(asked, stage=Stage.TRIAL)
    read = opened(case, theories)
    check_apart(output, read.file.paths)
    found = evaluated(read.graph(), asked)
    made = make(found, claims=claims, parties=parties, order_of_proof=order)
    if wanted == "json":
        from mapper.render import json

        put(json.chart(made.found))
    elif wanted == "text":
        put(made.text(width()))
    else:
        with progress("charting"):
            data = made.data(wanted)
        deliver(data, output, force=force)
