"""``python -m mapper``, and what the installed command calls: the command line and the manners of a process."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any, TextIO

INTERRUPTED, PIPE_CLOSED = 130, 141
"""The exit status of a process that Ctrl-C ends, and of one whose reader has gone."""

UNDONE = 2
"""The exit status of what could not be done."""

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a system says when there is no room for an answer."""


def main() -> None:
    """Run the command line; end as other programs do when interrupted, or when nobody reads on."""
    try:
        for stream in (sys.stdout, sys.stderr):
            _speak_utf_8(stream)
        status = _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = _nobody_reads()
    except OSError as error:
        if error.errno not in FULL:
            raise
        status = _no_room(error)
    sys.exit(status)


def _no_room(error: OSError) -> int:
    """Say that the answer could not be written, and leave nothing for Python to flush when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(f"Error: standard output cannot be written: {os.strerror(error.errno or 0).lower()}\n")
    return UNDONE


def _run() -> int:
    gc.disable()  # a process that ends with one answer leaves no garbage worth looking for
    _do_without_plugins()
    import click

    from mapper.cli import main as cli
    from mapper.cli.group import ReaderGoneError

    try:
        status = cli.main(prog_name="mapper", standalone_mode=False)
    except click.ClickException as mistake:
        from mapper.cli.output import say_refused

        say_refused(mistake)
        return mistake.exit_code
    except click.Abort:
        return INTERRUPTED
    except ReaderGoneError:
        return _nobody_reads()
    return status if isinstance(status, int) else 0


def _deferred(name: str) -> ModuleType:
    """Return what stands in for ``importlib.metadata`` until something is asked of it, and then gives way to it."""

    def real(attribute: str) -> Any:  # noqa: ANN401  # whatever the module has
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        return getattr(importlib.import_module(name), attribute)

    def entry_points(**wanted: str) -> object:  # pydantic imports it, and does not call it
        return real("entry_points")(**wanted)

    stand_in = ModuleType(name)
    # Every import from a module asks for its path.
    vars(stand_in).update(__getattr__=real, __path__=[], entry_points=entry_points)
    return stand_in


def _do_without_plugins() -> None:
    """Keep pydantic from looking for plugins, and from importing what it would look for them with.

    It would read the metadata of every package that is installed, a tenth of the time that an answer takes.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if "importlib.metadata" not in sys.modules:
        vars(importlib)["metadata"] = sys.modules["importlib.metadata"] = _deferred("importlib.metadata")


def _speak_utf_8(stream: TextIO) -> None:
    """Write UTF-8 and plain line breaks to files and pipes on every system; a terminal keeps its encoding."""
    if not hasattr(stream, "reconfigure"):
        return
    if stream.isatty():
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nobody_reads() -> int:
    """Point standard output to nowhere, so that nothing fails to be flushed at the end; return the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


if __name__ == "__main__":
    main()
