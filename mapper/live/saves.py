"""Noticing that files were saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

from mapper.extras import needs_extra

PAUSE = 60
"""For how many milliseconds nothing more may happen before a save counts as done: editors write in several steps."""


def saves(files: Callable[[], Iterable[Path]], stop: Event | None = None) -> Iterator[None]:
    """Yield each time one of the files was saved, or is there again.

    The folders of the files are observed, not the files: editors save by putting another file in their place.

    Args:
        files: asked anew after each save, since a case may then include others.
        stop: once this is set, no more is yielded.

    Raises:
        MapperError: if the library that observes files is not installed.
    """
    with needs_extra("serve", "observe files"):
        import watchfiles  # noqa: F401  # at once, and not only when the first save is waited for
    return _saves(files, stop)


def _saves(files: Callable[[], Iterable[Path]], stop: Event | None) -> Iterator[None]:
    from watchfiles import watch

    known = _absolute(files())

    def concerns(_: object, path: str) -> bool:
        return Path(path) in known

    while not (stop and stop.is_set()):
        folders = {path.parent for path in known if path.parent.is_dir()}
        for _ in watch(*folders, watch_filter=concerns, step=PAUSE, stop_event=stop, recursive=False):
            yield
            known = _absolute(files())
            if {path.parent for path in known} != folders:
                break


def _absolute(files: Iterable[Path]) -> set[Path]:
    """Return the files by the names that the system reports: a link, and what it leads to."""
    return {path for file in files for path in (file.absolute().parent.resolve() / file.name, file.resolve())}
