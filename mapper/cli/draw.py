"""The command that draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from mapper.cli.formats import FORMATS, check_output, check_text, format_of
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
from mapper.cli.order import Order
from mapper.cli.paper import DOSSIER, Paper, check_paper, page_option
from mapper.cli.views import Wanted, check_view

if TYPE_CHECKING:
    from mapper.api.picture import ViewName

VIEWS = ("full", "overview", "claim", "focus", "chain", "why", "difference", DOSSIER)
NO_SHEET = ("html", "graphml")
"""The formats in which a large case is no harder to read than a small one."""
Kind = Literal["full", "overview", "claim", "focus", "chain", "why", "difference", "dossier"]


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
        "mapper diagram case.yaml -o map.svg --watch",
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
@click.option("--watch", is_flag=True, help="Draw it anew whenever the case is saved.")
@reading_options
@theories_option
@force_option
def diagram(  # noqa: PLR0913  # one parameter for each option
    asked: Asked,
    *,
    case: str,
    output: str,
    form: str | None,
    view: Kind | None,
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
    watch: bool,
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
    form = format_of(output, form)
    kind: Kind = view or ("difference" if before or against else "focus" if focus else "full")
    check_view(kind, focus, around=up is not None or down is not None, start=start, bases=(before, against))
    check_output(output, form, dpi, kind, direction, needs_file="--watch" if watch else "--open" if launch else "")
    check_text(form, kind, direction, key_list=key_list)
    check_paper(kind, form, page, direction)

    shown: ViewName = "full" if kind == "dossier" else kind
    wanted = Wanted(shown, focus, _steps(up), _steps(down), start, before, against, key_list, direction)
    offer = view is None and kind == "full" and not page and form not in NO_SHEET
    order = Order(case, theories, asked, wanted, form, page, kind == "dossier", dpi, timeout, offer)
    if watch:
        from mapper.cli.live import follow

        follow(order, output, force=force, launch=launch)
    else:
        order.deliver(output, force=force)
        if launch:
            click.launch(output)


def _steps(given: int | None) -> int:
    return 2 if given is None else given
