"""Whatever stands in a case comes out as text, in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from mapper.evaluate import evaluate
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.render.diagram import FORMATS, Format, View, draw
from mapper.render.diagram.dot.labels import readable
from mapper.vocabulary import Kind
from tests.cases import graph_of
from tests.drawn import SVG, parts_of, text_of, title_of
from tests.hostile import HOSTILE, hostile_case

BEGINNINGS = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG", "dot": b"digraph"}
SHOWN = 70
"""How many letters of a text fit on its card in any case."""


@cache
def picture(form: str, key_list: bool) -> bytes:
    """Return the picture of the case, made once."""
    return draw(hostile_case(), View(key_list=key_list), form, summary=" ".join(HOSTILE.values()))  # type: ignore[arg-type]  # the formats are those


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_made(form: str) -> None:
    assert picture(form, key_list=True).startswith(BEGINNINGS[form])


@pytest.mark.parametrize("name", HOSTILE)
def test_an_svg_shows_the_text(name: str) -> None:
    card = parts_of(picture("svg", key_list=False))[name]
    wanted = " ".join(readable(HOSTILE[name]).replace("\N{NO-BREAK SPACE}", " ").split())
    assert without_breaks(wanted)[:SHOWN] in without_breaks(text_of(card))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_tooltip_holds_the_whole_text(name: str) -> None:
    card = parts_of(picture("svg", key_list=False))[name]
    assert readable(HOSTILE[name]).replace("\r\n", "\n").replace("\r", "\n") in title_of(card)


def without_breaks(text: str) -> str:
    """Return a text without the spaces at which lines may have been broken."""
    return re.sub(r"\s", "", text)


def test_an_svg_holds_no_program_and_no_link_of_a_case() -> None:
    parts = parts_of(picture("svg", key_list=True)).values()
    tags = {element.tag.rpartition("}")[2] for part in parts for element in part.iter()}
    assert tags <= {"a", "desc", "ellipse", "g", "path", "polygon", "polyline", "text", "title"}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c&d=%20", True),
        ("HTTP://example.org", True),
        ("sources/004.txt#p3", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org/x", False),
        ("\\\\server\\share", False),
        ("mailto:a@example.org", False),
    ],
)
def test_only_web_addresses_and_relative_ones_become_links(url: str, kept: bool) -> None:
    drawn = draw(evaluate(sourced(url)), form="svg").decode("utf-8")
    links = re.findall(r'<a href="([^"]*)"', drawn)
    assert links == ([url.replace("&", "&amp;")] if kept else [])
    assert "xlink" not in drawn


def sourced(url: str) -> ArgumentGraph:
    """Return a graph of one statement whose source can be read at an address."""
    graph = graph_of("allegations: {A: {text: It was so., source: complaint ¶ 1}}")
    source = graph.setting.sources["complaint"].model_copy(update={"url": url})
    setting = replace(graph.setting, sources={"complaint": source})
    return ArgumentGraph(graph.statements.values(), setting=setting)


def test_ids_of_any_shape_are_ids_of_the_picture() -> None:
    names = ["a b", "n1", "~title", "~n1-0", "cluster_0", "x:e", "é", '"', "a~b", "node", "graph", ""]
    graph = ArgumentGraph(
        [Statement(id=name, kind=Kind.PROPOSITION) for name in names],
        [Argument(id=f"{name}:n1", premises=(name,), conclusion="n1") for name in names if name != "n1"],
    )
    found = parts_of(draw(evaluate(graph), form="svg"))
    wanted = {"a%20b", "n1", "%7Etitle", "%7En1-0", "cluster_0", "x:e", "%C3%A9", "%22", "a%7Eb", "node", "graph"}
    assert wanted <= found.keys()
    assert text_of(found["%7Etitle"]).split()[:2] == ["PROPOSITION", "~title"]


FOREIGN = {"chinese": "地板已经湿了一个小时，没有人清理" * 3, "thai": "ทุกคนต้องใช้ความระมัดระวัง", "emoji": "👩‍⚖️ 🤕 🚀"}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_a_card_is_as_wide_whichever_font_draws_its_text(text: str) -> None:
    assert width_of_card(text) == width_of_card("It was so.")


def width_of_card(text: str) -> float:
    """Return how wide the outline of a card with a text is."""
    case = graph_of(f"allegations: {{A: {{title: {text}, text: {text}}}}}")
    outline = parts_of(draw(evaluate(case)))["A"].find(f".//{SVG}polygon")
    assert outline is not None
    across = [float(point.partition(",")[0]) for point in outline.get("points", "").split()]
    return round(max(across) - min(across), 1)


class Heard:
    """Keeps what is remarked."""

    def __init__(self) -> None:
        self.remarks: list[str] = []

    def step(self, doing: str) -> None:
        """Do nothing."""

    def remark(self, text: str) -> None:
        """Keep a remark."""
        self.remarks.append(text)


@pytest.mark.parametrize(
    ("text", "form", "remarks"),
    [
        ("Łódź § 230", "pdf", []),
        ("訴訟", "svg", []),
        ("訴訟", "dot", []),
        (
            "訴訟",
            "pdf",
            ["The font of the pictures lacks 訟訴; another of this machine draws them, or boxes stand for them."],
        ),
        (
            "一二三四五六七八九十",
            "png",
            [
                "The font of the pictures lacks 一七三九二五八六 and 2 more; another of this machine draws them, or boxes stand for them."
            ],
        ),
    ],
)
def test_letters_that_only_another_font_can_have_are_named(text: str, form: Format, remarks: list[str]) -> None:
    heard = Heard()
    draw(evaluate(graph_of(f"allegations: {{A: {{text: {text}}}}}")), form=form, listener=heard)
    assert heard.remarks == remarks
