"""What the command that draws has for paper: the size of the pages, and the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from mapper.cli.formats import a

if TYPE_CHECKING:
    from mapper.api import Diagram
    from mapper.evaluate import Evaluation
    from mapper.render.diagram.listener import Listener

DOSSIER = "dossier"
"""The view that is a document: everything on pages, and every text."""
Paper = Literal["letter", "a4", "tabloid"]
PAPERS: tuple[Paper, ...] = ("letter", "a4", "tabloid")

page_option = click.option(
    "--page",
    type=click.Choice(PAPERS),
    help="The paper of a PDF: what does not fit on one page is split, not shrunk.",
)


def check_paper(kind: str, form: str, page: Paper | None, direction: str) -> None:
    """Refuse what cannot be done on paper.

    Raises:
        UsageError: if it is asked for.
    """
    if kind == DOSSIER and form != "pdf":
        raise click.UsageError(f"a dossier is a pdf, not {a(form)}; add -o case.pdf")
    if page and form != "pdf":
        raise click.UsageError(f"only a pdf has pages, {a(form)} has none; add -o map.pdf, or leave out --page")
    if (page or kind == DOSSIER) and direction != "LR":
        raise click.UsageError("pages are laid out in one direction only; leave out --direction")


def on_paper(what: Evaluation | Diagram, page: Paper | None, timeout: float, listener: Listener) -> bytes:
    """Return a case, or a picture of it, on pages.

    Raises:
        MapperError: if they cannot be drawn or set, or not in so many seconds.
    """
    from mapper.api import dossier

    return dossier(what, page=page or "letter").data(timeout=timeout, listener=listener)
