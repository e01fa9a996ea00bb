"""Ends any Python process that opens a network connection; on the path of the processes under test.

It writes one line per process, and one per forbidden event, to the file that ``NO_NETWORK_LOG`` names, because a
program may swallow an exception, and because silence would prove nothing.
"""

from __future__ import annotations

import os
import sys

LOG = os.environ["NO_NETWORK_LOG"]
FORBIDDEN = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
        "urllib.Request",
    }
)


def note(line: str) -> None:
    """Append a line to the log, in one piece."""
    with open(LOG, "a", encoding="utf-8", newline="\n") as log:  # noqa: PTH123  (pathlib would slow every process)
        log.write(line + "\n")


def watch(event: str, _: tuple[object, ...]) -> None:
    """End the process at the first forbidden event."""
    if event in FORBIDDEN:
        note(f"network {event}")
        os._exit(97)


note("started")
sys.addaudithook(watch)
