"""The application that a browser talks to: the page, the news that it is old, what-if, and the sources."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from mapper.graph import UnknownAddressError
from mapper.live.answers import Parameters, QuestionError
from mapper.live.guard import Guard
from mapper.live.saves import saves
from mapper.render.page.html import with_version

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp

    from mapper.api import Graph
    from mapper.live.desk import Desk

Ask = Callable[["Graph", Parameters], Mapping[str, object]]
"""Takes a graph and the parameters of a question, and returns what JSON can hold."""

PLAIN = {"content-security-policy": "sandbox; default-src 'none'"}
"""A source is shown and nothing in it is run: it is not ours."""


class News:
    """Tells whoever waits that the page is another one."""

    def __init__(self) -> None:
        """Begin without news."""
        self.over = False
        self._next = asyncio.Event()

    def tell(self) -> None:
        """Wake everybody who waits."""
        told, self._next = self._next, asyncio.Event()
        told.set()

    def end(self) -> None:
        """Wake everybody for the last time."""
        self.over = True
        self.tell()

    def following(self) -> asyncio.Event:
        """Return what is set when there is something new."""
        return self._next


def application(desk: Desk, ask: Ask, news: News, port: int) -> ASGIApp:
    """Return the application.

    Every route only reads. There is no route by which a browser could change a file.
    """

    async def page(_: Request) -> Response:
        return HTMLResponse(with_version(desk.served.page, desk.served.version))

    async def events(_: Request) -> Response:
        return StreamingResponse(_versions(desk, news), media_type="text/event-stream")

    async def what_if(request: Request) -> Response:
        graph = desk.served.graph
        if graph is None:
            return _json({"error": "the case cannot be read at present"}, 503)
        try:
            return _json(await asyncio.to_thread(ask, graph, request.query_params.multi_items()))
        except (QuestionError, UnknownAddressError) as error:
            return _json({"error": str(error)}, 400)

    async def source(request: Request) -> Response:
        path = desk.served.sources.get(request.path_params["name"])
        if path is None or not path.is_file():
            return PlainTextResponse("the case names no such source\n", 404)
        return FileResponse(path, headers=PLAIN, content_disposition_type="inline")

    routes = [
        Route("/", page),
        Route("/events", events),
        Route("/what-if", what_if),
        Route("/{name:path}", source),
    ]
    return Guard(Starlette(routes=routes, lifespan=_observing(desk, news)), port)


def _json(found: Mapping[str, object], status: int = 200) -> Response:
    text = json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Response(text, status, media_type="application/json")


async def _versions(desk: Desk, news: News) -> AsyncIterator[str]:
    """Yield the version of the page, now and whenever it changes (HTML Standard, section 9.2)."""
    while not news.over:
        following = news.following()
        yield f"data: {desk.served.version}\n\n"
        await following.wait()


def _observing(desk: Desk, news: News) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return what observes the files of the case for as long as the application runs."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        loop, stop = asyncio.get_running_loop(), Event()

        def observe() -> None:
            for _ in saves(desk.files, stop):
                if desk.renew():
                    loop.call_soon_threadsafe(news.tell)

        thread = Thread(target=observe, daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            await asyncio.to_thread(thread.join)

    return lifespan
