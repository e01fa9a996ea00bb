"""``python -m mapper``, and what the installed command calls: the command line and the manners of a process."""

from __future__ import annotations

import os
import sys
from typing import TextIO

INTERRUPTED, PIPE_CLOSED = 130, 141
"""The exit status of a process that Ctrl-C ends, and of one whose reader has gone."""


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
    sys.exit(status)


def _run() -> int:
    # Otherwise pydantic reads the metadata of every installed package, in search of plugins that nobody here asked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    import click

    from mapper.cli import main as cli
    from mapper.cli.group import ReaderGoneError

    try:
        status = cli.main(prog_name="mapper", standalone_mode=False)
    except click.ClickException as mistake:
        mistake.show()
        return mistake.exit_code
    except click.Abort:
        return INTERRUPTED
    except ReaderGoneError:
        return _nobody_reads()
    return status if isinstance(status, int) else 0


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
