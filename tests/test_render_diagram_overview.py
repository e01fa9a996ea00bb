"""A case at a glance: what an overview says, and where it puts things."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mapper
from mapper.diagnostics import MapperError
from mapper.evaluate import Evaluation
from mapper.render.diagram import View, draw
from mapper.render.diagram.overview.counts import attack_words, own_attack_words, support_words
from mapper.render.diagram.overview.plan import APART, columns, wiring
from mapper.render.diagram.overview.scene import Overview, overview
from mapper.render.diagram.overview.wires import bent
from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.scene.scene import Spot
from mapper.render.diagram.show.shown import shown
from tests.cases import graph_of, labelled
from tests.drawn import parts_of, text_of, title_of
from tests.hostile import hostile_case
from tests.test_render_diagram_scene import DEFENSE, SUIT, THREE

OVERVIEW = View("overview")
CASE = SUIT + DEFENSE.replace("CLAIMS", "[fall]")
ATTACKS = """
rebuttals:
  late: {text: It was too late., by: corp, nature: fact, source: answer, attacks: [C]}
  vague: {text: That is no breach., by: corp, nature: law, attacks: [fall.breach]}
  futile: {text: It does not matter., by: corp, nature: law, attacks: [fall]}
"""


def glance(evaluation: Evaluation) -> Overview:
    """Return the overview of a case."""
    return overview(evaluation, shown(evaluation, OVERVIEW))


def cards(found: Overview) -> dict[str, str]:
    """Return what each card says, by its id."""
    spots = (spot for panel in found.scene.panels for spot in panel.spots if spot.card)
    return {spot.id: " / ".join(_line(spot)) for spot in spots}


def _line(spot: Spot) -> list[str]:
    return [
        "".join(piece.text for piece in (*line.left, *line.right)).replace("\N{NO-BREAK SPACE}", " ")
        for line in spot.lines
    ]


def test_an_overview_says_of_each_element_what_supports_and_attacks_it() -> None:
    found = glance(labelled(graph_of(CASE + ATTACKS), accept=["late"]))
    assert cards(found) == {
        "fall": "CLAIM  fall✗ barred / Tort / Jane Does / 1 attack on the claim itself, 1 open",
        "fall~parts": "Duty✓ made out / 2 allegations / Breach? open / 3 allegations; 2 attacks, 1 live, 1 open / "
        "Harm✓ made out / 1 allegation",
        "shield": "DEFENSE  shield✓ applies / Immunity / Corp",
        "shield~parts": "Provider✓ made out / 1 allegation; 1 attack, 1 live / Publisher✓ made out / 1 allegation",
        "gap": "CARVE-OUT  gap✗ does not apply / Exception / Jane Does",
        "gap~parts": "Knowing✓ made out / 1 allegation / Scope◇ no support / The claim rests on state law and "
        "federal law is / needed; the claim rests on state law (common law) / and § 1 is needed.",
    }


def test_a_wire_begins_at_what_bars_so_that_dashes_fall_on_each_other() -> None:
    found = glance(labelled(graph_of(THREE)))
    courses = wiring(found).courses
    bars = [courses[line.link] for line in found.scene.lines if line.link.word == "bars"]
    assert len(bars) == 3
    assert len({course.points[0] for course in bars}) == 1
    assert all(course.tip is None and course.tip_at_end for course in bars)


def test_every_wire_ends_at_the_point_of_a_claim_and_runs_straight_or_in_bends() -> None:
    for evaluation in (labelled(graph_of(THREE)), mapper.example().graph().evaluate()):
        found = glance(evaluation)
        wired = wiring(found)
        for line in found.scene.lines:
            course = wired.courses[line.link]
            if line.link.word:
                box = wired.plan.stops[line.link.tail]
                assert course.tip_at_end
                assert abs(course.tip_at_end[1] - box.middle[1]) <= box.height
            for (x1, y1), (x2, y2) in pairwise(course.points[::3]):
                assert x1 == pytest.approx(x2) or y1 == pytest.approx(y2) or max(abs(x1 - x2), abs(y1 - y2)) < 8


def test_no_card_of_an_overview_lies_on_another_or_outside_of_its_band() -> None:
    found = glance(mapper.example().graph().evaluate())
    plan = wiring(found).plan
    boxes = {
        spot.id: (plan.stops[spot.place], plan.bands[n]) for n, p in enumerate(found.scene.panels) for spot in p.spots
    }
    inside = (within(box, band) for box, band in boxes.values())
    assert all(inside)
    assert not [(a, b) for (a, one), (b, other) in combinations(boxes.items(), 2) if overlap(one[0], other[0])]


def within(box: Box, band: Box) -> bool:
    """Return whether a box lies in a band."""
    return band.x <= box.x and box.right <= band.right and band.y <= box.y and box.bottom <= band.bottom


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes have more than an edge in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@given(st.lists(st.integers(10, 300), min_size=1, max_size=7), st.integers(1, 5))
def test_columns_keep_the_order_and_the_highest_is_as_low_as_can_be(heights: list[int], count: int) -> None:
    filled = columns(heights, count)
    assert sum(filled) == len(heights)
    assert len(filled) <= count
    best = min(highest(heights, ends) for size in range(count) for ends in combinations(range(1, len(heights)), size))
    starts = [sum(filled[:n]) for n in range(1, len(filled))]
    assert highest(heights, tuple(starts)) <= best + 2


def highest(heights: list[int], ends: tuple[int, ...]) -> float:
    """Return the height of the highest of the columns that these ends make."""
    parts = pairwise([0, *ends, len(heights)])
    return max(sum(heights[a:b]) + APART * (b - a - 1) for a, b in parts)


def test_a_wire_has_no_corner_where_it_goes_straight_on() -> None:
    assert bent([(0, 0), (0, 0), (10, 0), (30, 0)])[::3] == [(0, 0), (30, 0)]
    assert bent([(0, 0), (20, 0), (20, 40)])[::3] == [(0, 0), (13, 0), (20, 7), (20, 40)]


def test_an_overview_of_no_claim_is_refused() -> None:
    with pytest.raises(MapperError, match="no claim to give an overview of"):
        shown(labelled(graph_of("allegations: {A: It was so.}\n")), OVERVIEW)


def test_an_overview_is_drawn_whatever_the_case_says() -> None:
    parts = parts_of(draw(hostile_case(), OVERVIEW))
    assert text_of(parts["all"]).startswith("CLAIM")


def test_each_element_of_an_overview_has_its_address() -> None:
    parts = parts_of(draw(labelled(graph_of(CASE)), OVERVIEW))
    assert title_of(parts["fall.duty"]).startswith("element fall.duty: made out\n")
    assert text_of(parts["fall.duty"]) == "Duty 2 allegations"


def test_claims_that_are_not_in_play_stand_apart() -> None:
    found = glance(mapper.example().graph().evaluate(scenario="demurrer-2019"))
    assert [stack.key for stack in found.claims] == [
        "amended-trafficking",
        "amended-negligence",
        "amended-gross-negligence",
        "",
    ]
    assert cards(found)["~absent"].startswith("NOT IN PLAY / Negligence (original complaint) / pleaded in complaint")


def test_an_overview_is_as_large_as_a_page() -> None:
    made = wiring(glance(mapper.example().graph().evaluate(scenario="demurrer-2019"))).plan
    assert (made.width, made.height) < (756, 576)


def test_words_of_counts() -> None:
    evaluation = labelled(graph_of(CASE + ATTACKS), accept=["late"])
    assert support_words(evaluation, ["fall.breach"]) == "3 allegations"
    assert attack_words(evaluation, ["fall.breach"]) == "2 attacks, 1 live, 1 open"
    assert own_attack_words(evaluation, ["fall"]) == "1 attack, 1 open"
    assert support_words(evaluation, ["gap@fall.scope"]) == ""
