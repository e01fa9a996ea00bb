"""Hostile text × every format: it is there as text, whole but for what a card cuts, and nothing in it is ever run.

A format that comes in is one line in ``READ`` (what a program finds in the file) or in ``OPENED`` (what a browser shows
of it), or in both.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx
import pygraphviz
import pytest

from mapper.render.diagram import View, draw
from mapper.render.diagram.dot.labels import readable
from mapper.render.graphml import graphml
from mapper.render.mermaid import mermaid
from mapper.render.page import page as browser_page
from tests.drawn import parts_of, text_of, title_of
from tests.flowcharts import drawn
from tests.hostile import HOSTILE, hostile_case

if TYPE_CHECKING:
    from playwright.sync_api import Page

Texts = Mapping[str, str]
"""What is shown of each statement, by its id."""
SHOWN = 70
"""How many letters of a text fit on its card in any case."""


# What a program finds in the file


def in_svg() -> Texts:
    """Return what the cards of an SVG say."""
    parts = parts_of(draw(hostile_case(), form="svg"))
    return {name: text_of(parts[name]) for name in HOSTILE}


def in_tooltips() -> Texts:
    """Return what an SVG says when one points at its cards."""
    parts = parts_of(draw(hostile_case(), form="svg"))
    return {name: title_of(parts[name]) for name in HOSTILE}


def in_dot() -> Texts:
    """Return what the labels of a DOT file say, as Graphviz reads it."""
    graph = pygraphviz.AGraph(string=draw(hostile_case(), form="dot").decode("utf-8"))
    labels = {node.attr["id"]: node.attr["label"] for node in graph.nodes()}
    return {name: in_markup(labels[name].replace("\\\\", "\\")) for name in HOSTILE}


def in_graphml() -> Texts:
    """Return the texts of the nodes that networkx reads."""
    graph = nx.read_graphml(io.BytesIO(graphml(hostile_case()).encode("utf-8")))
    return {name: graph.nodes[name]["text"] for name in HOSTILE}


def in_markup(text: str) -> str:
    """Return the letters between tags."""
    found = Letters()
    found.feed(text)
    return "".join(found.letters)


class Letters(HTMLParser):
    """Gathers the letters between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep some letters."""
        self.letters.append(data)


class Reading(NamedTuple):
    """How a format is read, and whether it holds texts whole."""

    texts: Callable[[], Texts]
    whole: bool


READ: Mapping[str, Reading] = {
    "svg": Reading(in_svg, whole=False),
    "svg tooltips": Reading(in_tooltips, whole=True),
    "dot": Reading(in_dot, whole=False),
    "graphml": Reading(in_graphml, whole=True),
}


@pytest.mark.parametrize("form", READ)
def test_every_text_is_in_the_file_as_it_is(form: str) -> None:
    reading = READ[form]
    assert lost(reading.texts(), whole=reading.whole) == {}


def lost(found: Texts, *, whole: bool) -> Texts:
    """Return what is shown instead where a text, or the beginning of it, is not."""
    wanted = {name: letters(text)[: None if whole else SHOWN] for name, text in HOSTILE.items()}
    return {name: found[name] for name in HOSTILE if wanted[name] not in letters(found[name])}


def letters(text: str) -> str:
    """Return a text without the spaces, at which lines may have been broken."""
    return re.sub(r"\s", "", readable(text))


# What a browser shows of it


class Seen(NamedTuple):
    """What a browser shows: what is said of each statement, and what could do something besides being looked at."""

    texts: Texts
    active: list[str]


ACTIVE = """() => [...document.querySelectorAll("*")].flatMap((part) => [
  ...(/^(script|iframe|object|embed|form|input|button|img|image|use|foreignObject|animate|set)$/i.test(part.localName)
    ? [part.localName] : []),
  ...part.getAttributeNames().filter((name) => /^(on|srcdoc|src$|action$)/i.test(name)),
  ...part.getAttributeNames().filter((name) => /href$/i.test(name)).map((name) => part.getAttribute(name)),
])"""
"""Lists the elements and attributes that act, and where links lead."""


def svg_opened(page: Page, folder: Path, _: pytest.FixtureRequest) -> Seen:
    """Open an SVG."""
    path = folder / "case.svg"
    path.write_bytes(draw(hostile_case(), form="svg"))
    page.goto(path.as_uri())
    texts = page.evaluate("(names) => names.map((name) => document.getElementById(name).textContent)", [*HOSTILE])
    return Seen(dict(zip(HOSTILE, texts, strict=True)), page.evaluate(ACTIVE))


def mermaid_opened(page: Page, _: Path, request: pytest.FixtureRequest) -> Seen:
    """Let Mermaid draw a flowchart."""
    text = mermaid(hostile_case(), summary=" ".join(HOSTILE.values()))
    found = drawn(page, request.getfixturevalue("mermaid_script"), text)
    cards = {
        lines[0].split()[1]: "".join(lines) for lines in found.cards.values() if lines[0].startswith("PROPOSITION")
    }
    page.evaluate("() => document.querySelectorAll('script').forEach((script) => script.remove())")
    active = [found for found in page.evaluate(ACTIVE) if found != "foreignObject"]
    return Seen(cards, active)


def html_opened(page: Page, folder: Path, _: pytest.FixtureRequest) -> Seen:
    """Open the page for browsers, and choose each card in it."""
    path = folder / "case.html"
    path.write_bytes(browser_page(hostile_case(), View(), ["all"]))
    texts = {}
    for name in HOSTILE:
        page.goto(f"{path.as_uri()}#{name}")
        texts[name] = page.locator("#\\~panel").text_content() or ""
    own = {"script", "button", "input"}
    active = [found for found in page.evaluate(ACTIVE) if found not in own and not found.startswith("#")]
    assert page.locator("script").count() == len(["the program", "what it knows"])
    return Seen(texts, active)


OPENED: Mapping[str, Callable[[Page, Path, pytest.FixtureRequest], Seen]] = {
    "svg": svg_opened,
    "mermaid": mermaid_opened,
    "html": html_opened,
}


@pytest.mark.parametrize("form", OPENED)
def test_a_browser_shows_every_text_and_runs_none(
    form: str, page: Page, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    seen = OPENED[form](page, tmp_path, request)
    assert lost(seen.texts, whole=False) == {}
    assert seen.active == []
