"""A browser for tests: headless Chromium, which asks nobody for anything and whose complaints fail the test.

A test asks for the fixture ``page``, an empty page of playwright's, and shows it something::

    def test_the_title_is_shown(page: Page) -> None:
        page.set_content("<title>Doe</title>")  # or page.goto(path.as_uri()), or an address on 127.0.0.1
        assert page.title() == "Doe"

When the test ends, two lists have to be empty: requests that were refused (whatever is not ``file:``, ``data:``,
``blob:`` or on 127.0.0.1), and complaints: errors and warnings on the console, errors that no script caught, dialogs.
So every test with a page also shows that no request leaves it. A test that expects one asks for ``watch`` too, compares
``watch.refused`` or ``watch.complaints``, and then calls ``watch.forgive()``. For other screens there is ``new_page``::

    def test_a_phone_shows_it_in_the_dark(new_page: NewPage) -> None:
        page = new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")

The browser is started once for each file of tests and stopped behind it, because playwright's event loop would
stand in the way of tests that run one of their own. For the same reason a test with a page cannot call
``asyncio.run``: a server belongs in a thread or a process.

``make test`` installs the browser; without one, tests with a page are skipped and say so. ``mermaid_script`` is the
path of mermaid's own program in the same way.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Route, WebSocketRoute

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",  # there is none for root, who runs the tests on many a machine
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # what no route sees finds no host either
)
MERMAID = Path(__file__).parent.parent / "build/tools/mermaid.min.js"
COMPLAINTS = frozenset({"error", "warning", "assert"})
NEAR = frozenset({"file", "data", "blob", "about"})


@dataclass
class Watch:
    """What a page asked for in vain, and what it complained of."""

    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Begin to watch a page: requests, sockets, the console, and errors nobody caught."""
        page.context.route("**/*", self._answer)
        page.context.route_web_socket("**/*", self._connect)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        page.on("dialog", self._dismiss)

    def forgive(self) -> None:
        """Forget what was refused and complained of so far."""
        self.refused.clear()
        self.complaints.clear()

    def check(self) -> None:
        """Fail when there is anything to tell."""
        assert (self.refused, self.complaints) == ([], [])

    def _answer(self, route: Route) -> None:
        if is_near(route.request.url):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()

    def _connect(self, socket: WebSocketRoute) -> None:
        if is_near(socket.url):
            socket.connect_to_server()
        else:
            self.refused.append(socket.url)
            socket.close()

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def _hear(self, message: ConsoleMessage) -> None:
        about = message.location["url"]
        refused = about and not is_near(about)  # said in the other list already, and later than the refusal
        if message.type in COMPLAINTS and not refused:
            self.complaints.append(f"{message.type}: {message.text}")


NewPage = Callable[..., "Page"]
"""Opens a page; takes what playwright's ``Browser.new_context`` takes, such as ``viewport`` and ``color_scheme``."""


def is_near(url: str) -> bool:
    """Tell whether an address stays on this machine."""
    parts = urlsplit(url)
    return parts.scheme in NEAR or parts.hostname == "127.0.0.1"


def settle(page: Page) -> None:
    """Wait until a page has said what it had to say so far."""
    page.evaluate("0")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium for the tests of a file."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("needs a browser: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def watch() -> Watch:
    """Return what keeps an eye on the pages of a test."""
    return Watch()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[NewPage]:
    """Return what opens watched pages, each with a memory of its own."""
    contexts = []

    def opened(**options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]  # playwright names them one by one
        contexts.append(context)
        page = context.new_page()
        watch.over(page)
        return page

    yield opened
    for context in contexts:
        for page in context.pages:
            settle(page)
        context.close()
    watch.check()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Return an empty, watched page."""
    return new_page()


@pytest.fixture(scope="session")
def mermaid_script() -> Path:
    """Return where mermaid's own program is."""
    if not MERMAID.exists():
        pytest.skip("needs mermaid: make test fetches it with npm")
    return MERMAID
