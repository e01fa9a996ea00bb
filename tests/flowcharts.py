"""Flowcharts as Mermaid itself draws them, in a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

DRAW = """async (text) => {
  mermaid.initialize({ startOnLoad: false });
  const { svg } = await mermaid.render("drawn", text);
  document.body.innerHTML = svg;
}"""
READ = r"""() => {
  const lines = (part) => {
    for (const end of part.querySelectorAll("br")) end.replaceWith("\n");
    return part.textContent.replaceAll("\u00a0", " ").split("\n");
  };
  const all = (selector, ...rest) => [...document.querySelectorAll(selector)].map(...rest);
  const name = (part) => part.id.replace(/^.*flowchart-(\w+)-\d+$/, "$1");
  return {
    cards: all(".node", (part) => [name(part), lines(part)]),
    bands: all(".cluster-label", (part) => lines(part).join(" ")),
    words: all("p", (part) => part).filter((p) => p.closest(".edgeLabels")).map((p) => lines(p).join(" ")),
    links: document.querySelectorAll(".edgePaths path").length,
    tags: [...new Set(all("body *", (part) => part.tagName.toLowerCase()))].sort(),
    handlers: all("body *", (part) => part.getAttributeNames().filter((n) => n.startsWith("on"))).flat(),
  };
}"""


@dataclass(frozen=True, slots=True)
class Flowchart:
    """What is to be seen of a flowchart.

    Attributes:
        cards: the lines of text of each node, by its name.
        bands: the titles of the bands.
        words: what stands beside links.
        links: how many links there are.
        tags: the names of all elements.
        handlers: the names of all attributes that hold a program.
    """

    cards: dict[str, list[str]]
    bands: list[str]
    words: list[str]
    links: int
    tags: list[str]
    handlers: list[str]


def drawn(page: Page, script: Path, text: str) -> Flowchart:
    """Return what Mermaid draws of a text.

    Raises:
        Error: if it draws nothing; playwright's own.
    """
    page.set_content("<!doctype html><meta charset=utf-8><body>")
    page.add_script_tag(path=script)
    page.evaluate(DRAW, text)
    found = page.evaluate(READ)
    return Flowchart(**found | {"cards": dict(found["cards"])})
