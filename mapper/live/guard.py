"""Who may ask: only a browser on this machine, and only for pages that came from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
"""By which names this machine may be called. Any other means that a page from elsewhere has bent its own name."""

HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""What every answer carries, unless it says something stricter itself."""


class Guard:
    """Lets only those requests through that name this server, and that no other site has made.

    A browser sends ``Host`` with every request and ``Origin`` with those that scripts make for another site (RFC 9110,
    section 7.2; RFC 6454, section 7). A page elsewhere that has its name resolve to this machine is told by the first,
    one that simply asks by the second.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        """Guard an application on a port."""
        self.app = app
        self.hosts = frozenset(f"{name}:{port}" for name in NAMES)
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan" or self.is_welcome(scope):
            await self.app(scope, receive, _with_headers(send))
            return
        from starlette.responses import PlainTextResponse

        await PlainTextResponse("this server answers its own pages only\n", 403)(scope, receive, _with_headers(send))

    def is_welcome(self, scope: Scope) -> bool:
        """Return whether a request names this server, and comes from its pages or from nowhere."""
        if scope["type"] != "http":
            return False
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        origins = [value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"]
        return len(hosts) == 1 and hosts[0] in self.hosts and self.origins.issuperset(origins)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name for name, _ in message.get("headers", ())}
            own = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in present]
            message = {**message, "headers": [*message.get("headers", ()), *own]}
        await send(message)

    return sent
