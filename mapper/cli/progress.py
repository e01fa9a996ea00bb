"""A sign on the terminal that long work goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from mapper.cli.output import say

PATIENCE = 1.0
"""For how many seconds nothing is shown: what is done by then was not long work."""
GLANCE = 0.1
"""How often in seconds the sign follows the work."""


class Progress:
    """How far the work is, as those who do it tell.

    Attributes:
        doing: what is being done now.
        done: how many parts of it are finished.
        total: how many there are, if that is known.
    """

    def __init__(self, doing: str, total: int | None = None) -> None:
        self.doing, self.done, self.total = doing, 0, total
        self._remarks: dict[str, None] = {}

    @property
    def words(self) -> str:
        """Return what is being done, and how far that is, if it can be said."""
        return self.doing if self.total is None else f"{self.doing}, {self.done} of {self.total} done"

    def step(self, doing: str) -> None:
        """Hear what is being done now."""
        self.doing = doing

    def expect(self, parts: int) -> None:
        """Hear how many parts there are to do."""
        self.total = parts

    def advance(self, parts: int = 1) -> None:
        """Hear that some parts are finished."""
        self.done += parts

    def remark(self, text: str) -> None:
        """Hear what is to be said on standard error when all is done, once."""
        self._remarks[text] = None

    def say_remarks(self) -> None:
        """Say what was remarked."""
        for text in self._remarks:
            say(text)


@contextmanager
def progress(doing: str, total: int | None = None) -> Iterator[Progress]:
    """Show on standard error, if that is a terminal, that something takes longer than a second.

    What goes on may be told meanwhile, by the step (``step``) or by parts of a known number (``advance``)::

        with progress("drawing", total=len(pages)) as going:
            for page in pages:
                page.draw()
                going.advance()

    Args:
        doing: what is being done at first, as in "drawing".
        total: how many parts there are to do, if that is known.
    """
    going = Progress(doing, total)
    if sys.stderr.isatty():
        with _shown(going):
            yield going
    else:
        yield going
    going.say_remarks()


@contextmanager
def _shown(going: Progress) -> Iterator[None]:
    done = threading.Event()
    watcher = threading.Thread(target=_show, args=(going, done), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _show(going: Progress, done: threading.Event) -> None:
    """Show a bar with the time that has passed, from the end of patience until all is done."""
    if done.wait(PATIENCE):
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(going.words, total=going.total)
        while not done.wait(GLANCE):
            bar.update(task, description=going.words, total=going.total, completed=going.done)
