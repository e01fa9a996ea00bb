"""Where answers go: data on standard output, talk on standard error, files in one step or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from mapper.render.terminal import folded, ink, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.diagnostics import MapperError
    from mapper.graph import UnknownAddressError

NARROW, WIDE = 40, 100
"""Lines are never shorter than this, and never longer: nobody reads lines that are."""

PAINT = {
    "error": ("bold", "red"),
    "warning": ("bold", "yellow"),
    "note": ("bold", "cyan"),
    "help": ("bold", "green"),
    "place": ("dim",),
}
"""The inks of the parts of a finding."""


def width() -> int:
    """Return how many columns to fill: those of the terminal, else 80."""
    known = os.environ.get("COLUMNS", "").isdecimal() or sys.stdout.isatty()
    return min(max(shutil.get_terminal_size().columns if known else 80, NARROW), WIDE)


def columns_of(stream: TextIO) -> int | None:
    """Return where to fold what is said on a stream: at the width of a terminal; nowhere, if it goes elsewhere."""
    if not stream.isatty():
        return None
    told = os.environ.get("COLUMNS", "")
    try:
        columns = int(told) if told.isdecimal() else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 80
    return min(max(columns, NARROW), WIDE)


def in_colour(stream: TextIO) -> bool:
    """Return whether to colour: on a terminal that can, unless ``NO_COLOR`` forbids it (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def put(text: str) -> None:
    """Print an answer."""
    click.echo(text if in_colour(sys.stdout) else plain(text), color=True)


def say(text: str) -> None:
    """Print talk, in lines that a terminal has room for."""
    columns = columns_of(sys.stderr)
    lines = [line for each in text.split("\n") for line in (folded(each, columns) if columns else [each])]
    click.echo("\n".join(lines) if in_colour(sys.stderr) else plain("\n".join(lines)), err=True, color=True)


def say_refused(mistake: click.ClickException) -> None:
    """Print what is wrong with the options, or why something was not done."""
    words = StringIO()
    mistake.show(words)
    say(words.getvalue().removesuffix("\n"))


def say_mistake(mistake: MapperError | UnknownAddressError) -> None:
    """Print what kept the work from being done: the errors, and how much there is to find besides."""
    from mapper.cli.unknown import unknown
    from mapper.diagnostics import MapperError, Severity
    from mapper.render.findings import as_text, summary, unpainted

    error = mistake if isinstance(mistake, MapperError) else MapperError([unknown(mistake)])
    errors = [finding for finding in error.findings if finding.severity is Severity.ERROR]
    others = [finding for finding in error.findings if finding.severity is not Severity.ERROR]
    paint = painted if in_colour(sys.stderr) else unpainted
    click.echo(as_text(errors, error.texts, paint, columns_of(sys.stderr)), err=True, nl=False, color=True)
    if others:
        say(f"besides, {summary(others)}; see `mapper check`")


def painted(text: str, part: str) -> str:
    """Return a part of a finding in its ink."""
    return ink(text, *PAINT[part])


class Refusal(click.ClickException):
    """A file that was not written, and why; like every thing that could not be done it has status 2."""

    exit_code = 2


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Put data into a file, in one step or not at all.

    Args:
        path: the file; one that this tool did not make is not overwritten.
        data: what to put into it.
        force: whether to overwrite it nevertheless.

    Raises:
        Refusal: if it must not be overwritten, or cannot be written.
    """
    from mapper.render.stamp import is_stamped

    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if not force and path.exists() and not is_stamped(path.read_bytes()):
            raise Refusal(
                f"`{path}` is there already, and nothing in it says that mapper made it; --force overwrites it"
            )
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise Refusal(f"`{path}` cannot be written: {(error.strerror or str(error)).lower()}") from None
    finally:
        beside.unlink(missing_ok=True)


def check_apart(output: str, files: Iterable[str]) -> None:
    """Refuse to put an answer in place of a file from which it was made, whether or not it may be overwritten.

    Raises:
        Refusal: if that is what ``-o`` says.
    """
    place = Path(output)
    if any(place.exists() and Path(file).exists() and place.samefile(file) for file in files):
        raise Refusal(f"`{output}` is part of the case itself; name another file")


def deliver(data: bytes, output: str, *, force: bool = False) -> None:
    """Put data where ``-o`` says: into a file, or on standard output for ``-``.

    Raises:
        Refusal: if a file must not be overwritten, or cannot be written.
    """
    if output == "-":
        click.echo(data, nl=False)
    else:
        write(Path(output), data, force=force)
