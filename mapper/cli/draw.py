"""The command that draws."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from mapper.cli.group import Question
from mapper.cli.options import (
    Asked,
    case_argument,
    focus_option,
    force_option,
    output_option,
    reading_options,
    theories_option,
)

FORMATS = ("svg", "pdf", "png", "dot", "html")
SUFFIXES = {"gv": "dot", "htm": "html"}
"""Other endings of the names of files, and the formats that they say."""
BINARY = ("pdf", "png")


@click.command(
    cls=Question,
    examples=[
        "mapper diagram case.yaml -o map.svg",
        "mapper diagram case.yaml --scenario demurrer-2019 -o map.pdf",
        "mapper diagram case.yaml --view claim --focus negligence -o claim.png",
        "mapper diagram case.yaml --focus KNEW --up 1 --down 2 --format dot",
        "mapper diagram case.yaml -o case.html",
    ],
)
@case_argument
@output_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="The format, where the suffix of FILE does not say it."
)
@click.option("--view", type=click.Choice(["full", "claim"]), help="full, or claim: the claims of --focus alone.")
@focus_option
@click.option(
    "--up",
    metavar="N",
    type=click.IntRange(min=0),
    default=2,
    show_default=True,
    help="Steps from there to the claims.",
)
@click.option(
    "--down", metavar="N", type=click.IntRange(min=0), default=2, show_default=True, help="Steps from there to support."
)
@click.option("--key-list", is_flag=True, help="Give every text in full below the picture.")
@click.option(
    "--direction",
    type=click.Choice(["LR", "TB"]),
    default="LR",
    show_default=True,
    help="Support at the right, or below.",
)
@click.option(
    "--dpi", metavar="N", type=click.IntRange(36, 1200), default=96, show_default=True, help="Dots per inch of a PNG."
)
@click.option("--open", "launch", is_flag=True, help="Show the file when it is done.")
@reading_options
@theories_option
@force_option
def diagram(  # noqa: PLR0913  # one parameter for each option
    asked: Asked,
    *,
    case: str,
    output: str,
    form: str | None,
    view: str | None,
    focus: tuple[str, ...],
    up: int,
    down: int,
    key_list: bool,
    direction: Literal["LR", "TB"],
    dpi: int,
    launch: bool,
    theories: str | None,
    force: bool,
) -> None:
    """Draw the case, or a part of it.

    Claims stand at the left, what supports them to the right; an attack ends in a bar. The suffix of FILE says the
    format: .svg for the browser, .pdf for print, .png for everything else, .dot for Graphviz,
    .html for a page to look around in and to ask what if. With --focus alone,
    what lies around a statement is drawn.
    """
    wanted = _format(output, form)
    if (view == "claim") > bool(focus):
        raise click.UsageError("--view claim needs --focus, the id of a claim")
    if view == "full" and focus:
        raise click.UsageError("--view full shows everything, so it has no --focus")
    if launch and output == "-":
        raise click.UsageError("--open needs a file; add -o map.svg")
    if output == "-" and wanted in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"a {wanted} on the terminal helps nobody; add -o map.{wanted}")

    from mapper.api import diagram as draw
    from mapper.cli.output import deliver
    from mapper.cli.progress import progress
    from mapper.cli.session import evaluated, opened

    found = evaluated(opened(case, theories).graph(), asked)
    claim, around = (focus, ()) if view == "claim" else ((), focus)
    picture = draw(found, claim=claim, focus=around, up=up, down=down, key_list=key_list, direction=direction)
    with progress("drawing"):
        data = picture.data(wanted, dpi=dpi)
    deliver(data, output, force=force)
    if launch:
        click.launch(output)


def _format(output: str, form: str | None) -> str:
    """Return the format that is asked for, by name or by the suffix of the file.

    Raises:
        UsageError: if neither names one, or they name different ones.
    """
    ending = Path(output).suffix.removeprefix(".").lower()
    suffix = SUFFIXES.get(ending, ending)
    if form and output != "-" and suffix in FORMATS and suffix != form:
        raise click.UsageError(f"`{output}` says {suffix}, and --format says {form}")
    if form or output == "-":
        return form or "svg"
    if suffix not in FORMATS:
        raise click.UsageError(
            f"the suffix of `{output}` is none of .{', .'.join(FORMATS)}; rename it, or add --format"
        )
    return suffix
