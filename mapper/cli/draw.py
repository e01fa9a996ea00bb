"""The command that draws."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from mapper.cli.group import Question
from mapper.cli.options import (
    Asked,
    base_option,
    case_argument,
    focus_option,
    force_option,
    output_option,
    reading_options,
    start_option,
    theories_option,
)
from mapper.cli.paper import DOSSIER, Paper, check_paper, on_paper, page_option
from mapper.cli.views import Wanted, check_view, picture

if TYPE_CHECKING:
    from mapper.api.picture import ViewName

VIEWS = ("full", "overview", "claim", "focus", "chain", "why", "difference", DOSSIER)
NO_SHEET = ("html", "graphml")
"""The formats in which a large case is no harder to read than a small one."""
LARGE = 60
"""Of a case with more statements than this, the overview is offered."""
FORMATS = ("svg", "pdf", "png", "dot", "html", "mermaid", "graphml")
SUFFIXES = {"gv": "dot", "htm": "html", "mmd": "mermaid"}
"""Other endings of the names of files, and the formats that they say."""
BINARY = ("pdf", "png")
PAGED = ("full", "claim", "focus")
"""The views that a page can show."""


@click.command(
    cls=Question,
    examples=[
        "mapper diagram case.yaml -o map.svg",
        "mapper diagram case.yaml --scenario demurrer-2019 -o map.pdf",
        "mapper diagram case.yaml --view overview -o overview.pdf",
        "mapper diagram case.yaml --view claim --focus negligence -o claim.png",
        "mapper diagram case.yaml --view why --focus negligence -o why.svg",
        "mapper diagram case.yaml --focus KNEW --up 1 --down 2 --format dot",
        "mapper diagram case.yaml -o case.html",
        "mapper diagram case.yaml --view dossier -o case.pdf",
    ],
)
@case_argument
@output_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="The format, where the suffix of FILE does not say it."
)
@click.option("--view", metavar="VIEW", type=click.Choice(VIEWS), help="What to show, of the views above.")
@focus_option
@click.option("--up", metavar="N", type=click.IntRange(min=0), help="Steps from there to the claims; 2 if not said.")
@click.option("--down", metavar="N", type=click.IntRange(min=0), help="Steps from there to support; 2 if not said.")
@start_option
@click.option("--before", metavar="OLD", type=click.Path(), help="Show what differs from this version.")
@base_option
@page_option
@click.option("--key-list", is_flag=True, help="Give every text in full below the picture.")
@click.option(
    "--direction",
    type=click.Choice(["LR", "TB"]),
    default="LR",
    show_default=True,
    help="Support at the right, or below.",
)
@click.option("--dpi", metavar="N", type=click.IntRange(36, 1200), help="Dots per inch of a PNG; 96 if not said.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.IntRange(1, 86400),
    default=60,
    help="How long it may take; 60 if not said.",
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
    view: ViewName | Literal["dossier"] | None,
    focus: tuple[str, ...],
    up: int | None,
    down: int | None,
    start: str | None,
    before: str | None,
    against: str | None,
    page: Paper | None,
    key_list: bool,
    direction: Literal["LR", "TB"],
    dpi: int | None,
    timeout: int,
    launch: bool,
    theories: str | None,
    force: bool,
) -> None:
    """Draw the case, or a part of it.

    Claims stand at the left, what supports them to the right; an attack ends in a bar. The suffix of FILE says the
    format: .svg for the browser, .pdf for print, .png for everything else, .dot for Graphviz,
    .html for a page to look around in and to ask what if, .mmd for Mermaid, .graphml for other programs.

    \b
    full        everything
    overview    claims, elements and defenses; the rest is counted
    claim       the claims of --focus, with all that bears on them
    focus       what lies around --focus; so does --focus alone
    chain       a chain of support for --focus, and what attacks it
    why         only what explains the status of --focus
    difference  what differs from --before or --against, and where it leads
    dossier     a PDF to be filed: each claim and defense on pages, every text
    """  # noqa: D301  # the backslash is meant: click keeps the lines of what follows
    form = _format(output, form)
    kind: ViewName | Literal["dossier"] = view or ("difference" if before or against else "focus" if focus else "full")
    check_view(kind, focus, around=up is not None or down is not None, start=start, bases=(before, against))
    _check_output(output, form, dpi, kind, direction, launch=launch)
    _check_text(form, direction, key_list=key_list)
    check_paper(kind, form, page, direction)

    from mapper.cli.output import deliver, say
    from mapper.cli.progress import progress
    from mapper.cli.session import opened

    shown: ViewName = "full" if kind == "dossier" else kind
    wanted = Wanted(shown, focus, _steps(up), _steps(down), start, before, against, key_list, direction)
    drawn = picture(opened(case, theories), asked, wanted, theories)
    one_sheet = view is None and kind == "full" and not page and form not in NO_SHEET
    if one_sheet and len(drawn.evaluation.graph.statements) > LARGE:
        say(f"more than {LARGE} statements make a large sheet; `--view overview` shows the claims and counts the rest")
    with progress("laying out") as going:
        if page or kind == "dossier":
            data = on_paper(drawn.evaluation if kind == "dossier" else drawn, page, timeout, going)
        else:
            data = drawn.data(form, dpi=dpi, timeout=timeout, listener=going)
    deliver(data, output, force=force)
    if form == "mermaid":
        _say_what_is_too_much(data.decode("utf-8"))
    if launch:
        click.launch(output)


def _steps(given: int | None) -> int:
    return 2 if given is None else given


def _check_output(output: str, form: str, dpi: int | None, kind: str, direction: str, *, launch: bool) -> None:
    """Refuse what cannot be done with a format or a file.

    Raises:
        UsageError: if it is asked for.
    """
    if dpi is not None and form != "png":
        raise click.UsageError(f"only a png has dots; leave out --dpi, {form} is sharp at any size")
    if form == "html" and kind not in PAGED:
        raise click.UsageError(f"a page shows one of {', '.join(PAGED)}; draw --view {kind} as .svg or .pdf")
    if kind == "overview" and direction != "LR":
        raise click.UsageError("an overview is drawn in one direction only; leave out --direction")
    if launch and output == "-":
        raise click.UsageError("--open needs a file; add -o map.svg")
    if output == "-" and form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"a {form} on the terminal helps nobody; add -o map.{form}")


def _check_text(form: str, direction: str, *, key_list: bool) -> None:
    """Refuse what only a picture has of a format that is none.

    Raises:
        UsageError: if it is asked for.
    """
    if form == "mermaid" and key_list:
        raise click.UsageError(
            "a flowchart has no key list; leave out --key-list, or write .graphml, which cuts no text"
        )
    if form == "graphml" and direction != "LR":
        raise click.UsageError("a graph for other programs has no direction; leave out --direction")


def _say_what_is_too_much(flowchart: str) -> None:
    """Say what Mermaid would not draw of a flowchart, and how it would."""
    from mapper.cli.output import say
    from mapper.render.mermaid import remark

    if found := remark(flowchart):
        say(f"{found} (--view overview, or --view claim --focus ID)")


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
