"""The command that serves a case to a browser while it is being written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapper.cli.group import Question
from mapper.cli.options import Asked, case_argument, reading_options, theories_option
from mapper.cli.session import STDIN

if TYPE_CHECKING:
    from mapper.api import Case
    from mapper.cli.order import Order
    from mapper.diagnostics import MapperError
    from mapper.live.desk import Served


@click.command(
    cls=Question,
    examples=[
        "mapper serve case.yaml",
        "mapper serve case.yaml --open",
        "mapper serve case.yaml --scenario demurrer-2019 --port 0",
    ],
)
@case_argument
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), help="The port; 0 takes any that is free.")
@click.option("--open", "launch", is_flag=True, help="Show the page in the browser.")
@reading_options
@theories_option
def serve(asked: Asked, *, case: str, port: int | None, launch: bool, theories: str | None) -> None:
    """Show the case in a browser, anew whenever it is saved.

    Only this machine can see it. While the file is broken, the page says what is wrong and where. What-if is answered
    by the engine itself. Ctrl-C ends it. Needs the extra `serve`: pip install 'allegation-mapper[serve]'.
    """
    if case == STDIN:
        raise click.UsageError("what stands on standard input cannot be saved again; name a file")
    from mapper.cli.output import say
    from mapper.extras import needs_extra

    with needs_extra("serve", "serve a page"):
        from mapper.live import server
    from mapper.live.answers import answer
    from mapper.live.desk import Desk

    listener = server.listening(port)
    desk = Desk(lambda: _served(case, theories, asked), lambda error: _broken(case, error))

    def ready(address: str) -> None:
        say(f"{case} is at {address} – Ctrl-C ends it")
        if launch:
            click.launch(address)

    server.serve(desk, answer, listener, ready)


def follow(order: Order, output: str, *, force: bool, launch: bool) -> None:
    """Draw, and draw anew whenever the case is saved, until Ctrl-C; what is wrong is said, and the picture kept.

    Raises:
        MapperError: if the library that observes files is not installed.
        UsageError: if the case stands on standard input.
    """
    from mapper.cli.output import say
    from mapper.live.saves import saves

    if order.case == STDIN:
        raise click.UsageError("what stands on standard input cannot be saved again; name a file")
    files = [Path(order.case)]
    saved = saves(lambda: files)
    with suppress(KeyboardInterrupt):  # the usual way to end it
        files += _drawn(order, output, force=force)
        say(f"{output} is drawn anew whenever {order.case} is saved – Ctrl-C ends it")
        if launch:
            click.launch(output)
        for _ in saved:
            files += [file for file in _drawn(order, output, force=force) if file not in files]


def _drawn(order: Order, output: str, *, force: bool) -> tuple[Path, ...]:
    """Draw; return what the picture rests on, and nothing where something is wrong, which is said."""
    from mapper.cli.output import say_mistake
    from mapper.diagnostics import MapperError
    from mapper.graph import UnknownAddressError

    try:
        before = [Path(order.wanted.before)] if order.wanted.before else []
        return (*observed(order.deliver(output, force=force), order.theories), *before)
    except (MapperError, UnknownAddressError) as mistake:
        say_mistake(mistake)
        return ()


def _served(path: str, theories: str | None, asked: Asked) -> Served:
    """Return the page of a case as it stands now.

    Raises:
        MapperError: if it cannot be read, or a name in it or among the options leads nowhere.
    """
    from mapper.api import load
    from mapper.cli.session import evaluated
    from mapper.cli.unknown import unknown
    from mapper.diagnostics import MapperError
    from mapper.graph import UnknownAddressError
    from mapper.live.desk import Served
    from mapper.render.diagram import View
    from mapper.render.page import page

    case = load(path, theories=theories)
    try:
        evaluation = evaluated(case.graph(), asked)
    except UnknownAddressError as mistake:
        raise MapperError([unknown(mistake)], case.file.texts) from None
    claims = [claim.id for claim in evaluation.graph.claims()]
    made = page(evaluation, View(), claims, live=True).decode("utf-8")
    return Served(made, observed(case, theories), case.graph(), dict(_sources(case)))


def _broken(path: str, error: MapperError) -> Served:
    """Return the page that says what is wrong with a case."""
    from mapper.live.desk import Served
    from mapper.render.page.broken import broken

    return Served(broken(path, error.findings, error.texts), (Path(path), *map(Path, error.texts)))


def observed(case: Case, theories: str | None) -> tuple[Path, ...]:
    """Return the files on which a case rests: its own, and those of a folder of theories."""
    own = sorted(Path(theories).glob("*.y*ml")) if theories else []
    return (*map(Path, case.file.paths), *own)


def _sources(case: Case) -> Iterator[tuple[str, Path]]:
    """Yield the files of the sources that lie in the case's folder, by the names that the case has for them."""
    folder = Path(case.file.path).parent.resolve()
    for source in case.model.sources.values():
        for name in filter(None, (source.file, source.url)):
            path = (folder / name.partition("#")[0]).resolve()
            if path.is_relative_to(folder) and path.is_file():
                yield path.relative_to(folder).as_posix(), path
