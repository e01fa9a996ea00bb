"""The browser of the tests asks nobody for anything, and tells on a page that tries."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import NewPage, Watch, settle

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Greeter(BaseHTTPRequestHandler):
    """Answers everything with the same page."""

    def do_GET(self) -> None:
        """Send the page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<link rel=icon href=data:,><title>near</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """Serve a page on this machine."""
    with HTTPServer(("127.0.0.1", 0), Greeter) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_what_is_near_is_shown(page: Page, address: str, tmp_path: Path) -> None:
    file = tmp_path / "a b.html"
    file.write_text("<title>file</title><script>console.log('talk')</script>", encoding="utf-8")
    titles = []
    for url in (file.as_uri(), address, "data:text/html,<title>data</title>"):
        page.goto(url)
        titles.append(page.title())
    assert titles == ["file", "near", "data"]


@pytest.mark.parametrize(
    "attempt",
    [
        "new Image().src = 'https://example.org/x'",
        "fetch('//example.org/x').catch(() => 0)",
        "new WebSocket('wss://example.org/x')",
        "navigator.sendBeacon('https://example.org/x', 'text')",
        "window.open('https://example.org/x')",
        "document.body.innerHTML = '<iframe src=\"https://example.org/x\"></iframe>'",
        'document.body.innerHTML = \'<link rel="stylesheet" href="https://example.org/x">\'',
        "import('https://example.org/x').catch(() => 0)",
    ],
)
def test_what_is_far_is_refused_and_written_down(attempt: str, page: Page, watch: Watch, address: str) -> None:
    page.goto(address)
    page.evaluate(f"() => {{ {attempt} }}")
    for _ in range(500):
        if watch.refused:
            break
        page.wait_for_timeout(10)
    assert [url.partition(":")[2] for url in watch.refused] == ["//example.org/x"]
    watch.forgive()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("console.error('no', 1)", "error: no 1"),
        ("console.warn('hm')", "warning: hm"),
        ("alert('hello')", "alert: hello"),
        ("throw new Error('lost')", "uncaught: lost"),
        ("Promise.reject(new Error('late'))", "uncaught: late"),
    ],
)
def test_what_a_page_complains_of_is_written_down(script: str, said: str, page: Page, watch: Watch) -> None:
    page.set_content(f"<script>{script}</script>")
    settle(page)
    assert watch.complaints == [said]
    watch.forgive()


def test_a_page_can_be_that_of_another_screen(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    asked = "() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"
    assert page.evaluate(asked) == [390, True]


def test_a_page_without_scripts_is_watched_too(new_page: NewPage, watch: Watch) -> None:
    page = new_page(java_script_enabled=False)
    page.set_content("<img src='https://example.org/x'><script>document.title = 'ran'</script>")
    assert (page.title(), watch.refused) == ("", ["https://example.org/x"])
    watch.forgive()


def test_a_page_that_complained_or_asked_fails_its_test(watch: Watch) -> None:
    watch.check()
    watch.refused.append("https://example.org/x")
    with pytest.raises(AssertionError, match=r"example\.org"):
        watch.check()
    watch.forgive()
    watch.complaints.append("error: no")
    with pytest.raises(AssertionError, match="error: no"):
        watch.check()
