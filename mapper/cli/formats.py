"""What a picture is written as, and what each format has and has not."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path

import click

FORMATS = ("svg", "pdf", "png", "dot", "html", "mermaid", "graphml")
SUFFIXES = {"gv": "dot", "htm": "html", "mmd": "mermaid"}
"""Other endings of the names of files, and the formats that they say."""
WRITTEN = {"mermaid": "mmd"}
"""The endings by which formats go whose names are not their endings."""
UNREADABLE = ("svg", "pdf", "png", "html")
"""What a person cannot read as text."""
AN = ("svg", "html", "xlsx")
"""The formats whose names begin with a vowel when they are said."""
PAGED = ("full", "claim", "focus")
"""The views that a page can show."""


def a(form: str) -> str:
    """Return the name of a format with its article."""
    return f"{'an' if form in AN else 'a'} {form}"


def check_output(output: str, form: str, dpi: int | None, kind: str, direction: str, *, needs_file: str) -> None:
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
    if needs_file and output == "-":
        raise click.UsageError(f"{needs_file} needs a file; add -o map.svg")
    if output == "-" and form in UNREADABLE and sys.stdout.isatty():
        raise click.UsageError(f"{a(form)} on the terminal helps nobody; add -o map.{form}")


NO_KEY_LIST: Mapping[str, str] = {
    "mermaid": "a flowchart has no key list; leave out --key-list, or write .graphml, which cuts no text",
    "graphml": "a graph for other programs cuts no text and needs no key list; leave out --key-list",
    "html": "a page shows every text in full when one clicks; leave out --key-list",
    "dossier": "a dossier has a key list in any event; leave out --key-list",
}
"""Why there is no key list to ask for, by format or view."""


def check_text(form: str, kind: str, direction: str, *, key_list: bool) -> None:
    """Refuse what only a picture has of what is none.

    Raises:
        UsageError: if it is asked for.
    """
    for what in (form, kind):
        if key_list and what in NO_KEY_LIST:
            raise click.UsageError(NO_KEY_LIST[what])
    if form == "graphml" and direction != "LR":
        raise click.UsageError("a graph for other programs has no direction; leave out --direction")


def say_what_is_too_much(flowchart: str) -> None:
    """Say what Mermaid would not draw of a flowchart, and how it would."""
    from mapper.cli.output import say
    from mapper.render.mermaid import remark

    if found := remark(flowchart):
        say(f"{found} (--view overview, or --view claim --focus ID)")


def format_of(
    output: str,
    form: str | None,
    known: Collection[str] = FORMATS,
    endings: Mapping[str, str] = SUFFIXES,
    usual: str = "svg",
) -> str:
    """Return the format that is asked for, by name or by the suffix of the file.

    Args:
        output: the file, or ``-``.
        form: the name of a format, if one is given.
        known: what can be written to a file.
        endings: other endings of the names of files, and the formats that they say.
        usual: what goes to standard output.

    Raises:
        UsageError: if neither names one, or they name different ones.
    """
    if output == "-":
        return form or usual
    ending = Path(output).suffix.removeprefix(".").lower()
    suffix = endings.get(ending, ending)
    if form and suffix in known and suffix != form:
        raise click.UsageError(f"`{output}` says {suffix}, and --format says {form}")
    if not form and suffix not in known:
        written = ", .".join(WRITTEN.get(each, each) for each in known)
        raise click.UsageError(f"the suffix of `{output}` is none of .{written}; rename it, or add --format")
    return form or suffix
