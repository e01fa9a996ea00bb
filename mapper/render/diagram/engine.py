"""The process that runs Graphviz: a line on standard input for each picture, the picture on standard output.

A program of its own, which imports nothing of ours: a layout inside a process cannot be interrupted, so it runs in
one that can be ended. It takes the format, the file that holds the DOT of the next picture, and the seconds after which
it ends itself should nobody be left to do so. Each picture is preceded by its length in eight bytes; nothing was made if
that is zero. It ends with its input.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import ModuleType

NO_GRAPHVIZ = 3
"""How the process ends if pygraphviz cannot be imported."""
LENGTH = 8
"""How many bytes the length of a picture takes."""


def main(form: str, source: str, seconds: str) -> int:
    """Draw what stands in a file as often as a line is read; return the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(seconds))
    try:
        from pygraphviz import graphviz
    except ImportError as error:
        sys.stderr.write(f"{error}\n")
        return NO_GRAPHVIZ
    context = graphviz.gvContextWithBuiltins()
    while sys.stdin.buffer.readline():
        picture = _drawn(graphviz, context, source, form)
        sys.stdout.buffer.write(len(picture).to_bytes(LENGTH, "big") + picture)
        sys.stdout.buffer.flush()
    return 0


def _drawn(graphviz: ModuleType, context: object, source: str, form: str) -> bytes:
    """Return the picture of the DOT in a file; nothing if Graphviz fails, which then has said why."""
    try:
        with Path(source).open("rb") as dot:
            graph = graphviz.agread(dot, None)
    except ValueError:
        return b""
    failed = graphviz.gvLayout(context, graph, b"nop2")
    status, picture = (failed, b"") if failed else graphviz.gvRenderData(context, graph, form.encode("ascii"))
    graphviz.gvFreeLayout(context, graph)
    graphviz.agclose(graph)
    return b"" if status else picture


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
