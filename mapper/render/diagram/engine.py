"""The process that runs Graphviz: DOT on standard input, a picture on standard output.

A program of its own, which imports nothing of ours: a layout inside a process cannot be interrupted, so it runs in
one that can be ended. It takes the format and the seconds after which it ends itself should nobody be left to do so.
"""

from __future__ import annotations

import signal
import sys

NO_GRAPHVIZ, BAD_PICTURE = 3, 4
"""How the process ends without a picture: pygraphviz cannot be imported, or Graphviz made nothing."""


def main(form: str, seconds: str) -> int:
    """Draw what stands on standard input; return the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(seconds))
    try:
        from pygraphviz import graphviz
    except ImportError as error:
        sys.stderr.write(f"{error}\n")
        return NO_GRAPHVIZ
    graph = graphviz.agread(sys.stdin.buffer, None)
    context = graphviz.gvContextWithBuiltins()
    failed = graphviz.gvLayout(context, graph, b"nop2")
    status, picture = (failed, b"") if failed else graphviz.gvRenderData(context, graph, form.encode("ascii"))
    if status or not picture:
        return BAD_PICTURE
    sys.stdout.buffer.write(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
