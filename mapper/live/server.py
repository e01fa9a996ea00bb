"""The server: a socket on this machine alone, and an orderly end."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from signal import Signals
from types import FrameType

import uvicorn

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.live.app import Ask, News, application
from mapper.live.desk import Desk
from mapper.live.guard import HOST

USUAL_PORT = 8230
"""The port that is tried first, so that a bookmark stays good."""
PATIENCE = 2
"""For how many seconds requests that are being answered may hold up the end."""

TAKEN = Rule("port-taken", Severity.ERROR, "the port to serve on is taken")


def listening(port: int | None) -> socket.socket:
    """Return a socket on this machine alone.

    Args:
        port: its port, 0 for any that is free; without one the usual port, or any that is free if that is taken.

    Raises:
        MapperError: if the port cannot be had.
    """
    try:
        return socket.create_server((HOST, USUAL_PORT if port is None else port))
    except OSError as error:
        if port is None:
            return socket.create_server((HOST, 0))
        message = f"port {port} cannot be had: {os.strerror(error.errno or 0).lower()}"
        raise MapperError([Diagnostic(TAKEN, message, help="name another, or leave --port out")]) from None


def serve(desk: Desk, ask: Ask, listener: socket.socket, ready: Callable[[str], None]) -> None:
    """Serve until somebody stops it.

    Args:
        desk: what is served.
        ask: answers what-if.
        listener: where.
        ready: is called with the address once it can be asked for.
    """
    port: int = listener.getsockname()[1]
    news = News()
    config = uvicorn.Config(
        application(desk, ask, news, port),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    with suppress(KeyboardInterrupt):  # the usual way to end it
        _Server(config, news, lambda: ready(f"http://{HOST}:{port}/")).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that says when it is ready, and lets those go who wait for news when it ends."""

    def __init__(self, config: uvicorn.Config, news: News, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.news, self.ready = news, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self.ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end."""
        self.news.end()
        super().handle_exit(Signals(sig), frame)
