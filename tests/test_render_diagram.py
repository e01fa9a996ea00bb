"""Pictures of cases, from beginning to end."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mapper.diagnostics import MapperError
from mapper.evaluate import evaluate
from mapper.graph import ArgumentGraph, UnknownAddressError
from mapper.render.diagram import FORMATS, Format, View, draw
from mapper.render.diagram.dot.frame import LEAST_WIDTH, frame
from mapper.render.diagram.layout import engine
from mapper.render.diagram.limit import Limit
from mapper.render.diagram.metadata import dated
from mapper.render.diagram.plan.plan import plan
from mapper.render.diagram.scene.lines import lines_width
from mapper.render.diagram.views import Shown
from tests.cases import graph_of, labelled
from tests.drawn import SVG, parts_of, text_of, title_of, whole_scene
from tests.test_render_diagram_scene import DEFENSE, SUIT, THREE

ROOT = Path(__file__).parent.parent
CASE = SUIT + DEFENSE.replace("CLAIMS", "[fall]")
TWICE = """
import sys
from tests.test_render_diagram import CASE
from tests.cases import graph_of, labelled
from mapper.render.diagram import View, draw
sys.stdout.buffer.write(draw(labelled(graph_of(CASE)), View(key_list=True), sys.argv[1]))
"""


def svg(view: View | None = None, summary: str = "") -> bytes:
    """Return the SVG of the case."""
    return draw(labelled(graph_of(CASE)), view, "svg", summary=summary)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_case_gives_the_same_bytes(form: str) -> None:
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "HOME": f"/nowhere{seed}"}
        done = subprocess.run([sys.executable, "-c", TWICE, form], env=environment, capture_output=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert outputs != {b""}


def test_an_svg_says_what_it_is() -> None:
    root = ET.fromstring(svg(summary="The claim is barred, because."))
    assert root.findtext(f"{SVG}title") == "Doe v. Corp"
    assert root.findtext(f"{SVG}desc", "").split("\n") == [
        "Doe v. Corp",
        "Stage: pleading",
        "The claim is barred, because.",
        "1 claim: 1 barred · 6 elements: 6 made out · 13 statements",
    ]
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "~title ~description")


def test_each_card_has_its_address_its_text_and_its_kind_and_status() -> None:
    parts = parts_of(svg())
    assert text_of(parts["A"]) == "ALLEGATION   A ✓ counts It warned nobody."
    assert title_of(parts["A"]) == "allegation A: counts\nIt warned nobody.\nSaid by Jane Does"
    assert parts["A"].get("class") == "node card allegation in"
    assert parts["gap.scope"].get("class") == "node card element bare"
    assert title_of(parts["A+B:fall.duty~fall"]) == "A+B:fall.duty"
    assert title_of(parts["fall.made-out--shield"]) == "bars (live)\nshield"


def test_a_reference_leads_to_what_it_names() -> None:
    parts = parts_of(svg())
    (chip,) = (part for name, part in parts.items() if name.startswith("C~"))
    link = chip.find(f"{SVG}a")
    assert link is not None
    assert link.get("href") == "#C"


def test_rows_have_addresses_and_tooltips_of_their_own() -> None:
    sections = CASE.replace("duty: [[A, B]], ", "")
    parts = parts_of(draw(labelled(graph_of(sections)), form="svg"))
    assert text_of(parts["B"]) == "B It saw it."
    assert title_of(parts["B"]).startswith("allegation B: counts\n")


def test_text_stays_text_in_the_font_that_comes_with_it() -> None:
    root = ET.fromstring(svg())
    style = root.findtext(f"{SVG}style", "")
    assert style.count("@font-face") == 2
    assert "text{font-family:Inter," in style
    assert not [text for text in root.iter(f"{SVG}text") if text.get("font-family")]


def test_the_legend_has_only_what_is_used() -> None:
    whole = text_of(ET.fromstring(svg()))
    assert "holds: stands" in whole
    assert "no support" in whole
    assert not re.search("undecided|rebuttal|rival", whole)


def test_a_key_list_gives_every_text_in_full() -> None:
    long = "word " * 200 + "end"
    graph = graph_of(SUIT.replace("It warned nobody.", long))
    without, with_keys = (
        text_of(ET.fromstring(draw(labelled(graph), View(key_list=wanted), "svg"))) for wanted in (False, True)
    )
    assert "KEY LIST" not in without
    assert "end" not in without
    assert "word end" in with_keys


def test_a_view_of_a_part_says_which() -> None:
    drawn = text_of(ET.fromstring(svg(View("focus", ("A",)))))
    assert "Shown: what lies around A" in drawn
    assert "Shown: fall, with all that bears on it" in text_of(ET.fromstring(svg(View("claim", ("fall",)))))


def test_a_view_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownAddressError):
        svg(View("claim", ("nobody",)))


def test_nothing_can_be_drawn() -> None:
    assert text_of(ET.fromstring(draw(evaluate(ArgumentGraph([])), form="svg"))).startswith("Argument map")


def test_support_can_stand_below() -> None:
    drawn = draw(labelled(graph_of(CASE)), form="dot", direction="TB").decode("utf-8")
    assert "rankdir=TB" in drawn
    assert "tailport=s" in drawn


def test_a_png_has_the_dots_that_are_asked_for_and_says_so() -> None:
    sizes = []
    for dpi in (96, 300):
        png = draw(labelled(graph_of(SUIT)), form="png", dpi=dpi)
        sizes.append(struct.unpack(">LL", png[16:24]))
        assert png[37:41] == b"pHYs"
        assert struct.unpack(">LLB", png[41:50]) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)
    assert sizes[1][0] / sizes[0][0] == pytest.approx(300 / 96, rel=0.01)


def test_a_pdf_has_the_date_that_it_is_given() -> None:
    assert dated(b"/CreationDate (D:20261121193725Z)", 86400) == b"/CreationDate (D:19700102000000Z)"
    assert b"/CreationDate (D:19700101000000" in draw(labelled(graph_of(SUIT)), form="pdf")


def test_the_caption_says_under_what_it_was_evaluated() -> None:
    graph = graph_of(CASE + "scenarios: {first: {title: The first reading, stage: trial, accept: [A]}}\n")
    evaluation = labelled(graph, scenario="first", accept=["B"], reject=["C"], open=["D"], drop=["gap"])
    caption = ET.fromstring(draw(evaluation, form="svg")).findtext(f"{SVG}desc", "")
    assert (
        "Stage: trial · Scenario: The first reading · accepting B · rejecting C · leaving open D · without gap"
        in caption
    )


def test_the_caption_and_the_legend_fit_above_the_narrowest_picture() -> None:
    evaluation = labelled(graph_of("allegations: {A: It was so.}\n"))
    drawn = whole_scene(evaluation)
    found = frame(evaluation, View(), Shown(frozenset()), drawn, plan(drawn).width, "because of this and that " * 20)
    assert all(lines_width([line]) <= LEAST_WIDTH for line in found.caption)
    busy = whole_scene(labelled(graph_of(THREE.replace("one: [A]", "one: []"))))
    rows = frame(evaluation, View(), Shown(frozenset()), busy, 0, "").legend
    assert all(start + sign.width <= LEAST_WIDTH for row in rows for start, sign in row)
    assert len(rows) > 3


@pytest.mark.parametrize("form", FORMATS)
def test_thinking_a_picture_out_counts_against_its_time(form: Format) -> None:
    with pytest.raises(MapperError, match=r"^the drawing was not finished within 1e-06 seconds$"):
        draw(labelled(graph_of(CASE)), form=form, timeout=1e-6)


def test_several_pictures_are_drawn_by_one_process_within_one_limit() -> None:
    evaluation = labelled(graph_of(CASE))
    views = [View(), View(key_list=True), View()]
    with engine("svg", 60) as running:
        found = [draw(evaluation, view, running=running) for view in views]
        assert found == [draw(evaluation, view) for view in views]
        running.limit = Limit(1e-6)
        with pytest.raises(MapperError, match="was not finished"):
            draw(evaluation, running=running)
