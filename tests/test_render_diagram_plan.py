"""Where everything goes: columns by distance, order by the file, nothing on top of anything."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph
from mapper.render.diagram import draw
from mapper.render.diagram.dot.dot import size
from mapper.render.diagram.dot.frame import frame
from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.plan.columns import FEW_LANES, Lane
from mapper.render.diagram.plan.curves import curve
from mapper.render.diagram.plan.packing import runs, stacks
from mapper.render.diagram.plan.plan import Direction, Plan, plan
from mapper.render.diagram.plan.spread import spread
from mapper.render.diagram.scene.links import Place
from mapper.render.diagram.scene.scene import Scene
from mapper.render.diagram.views import Shown, View
from tests.cases import graph_of, labelled
from tests.drawn import whole_scene
from tests.strategies import Problem, evaluated, problems

DIRECTIONS = st.sampled_from(["LR", "TB"])
HAIR = 1e-6
"""A distance that is none."""


def apart(one: Box, other: Box) -> bool:
    """Return whether two boxes do not overlap."""
    beside = one.right <= other.x + HAIR or other.right <= one.x + HAIR
    return beside or one.bottom <= other.y + HAIR or other.bottom <= one.y + HAIR


def inside(one: Box, other: Box) -> bool:
    """Return whether one box lies within another."""
    across = other.x - HAIR <= one.x and one.right <= other.right + HAIR
    return across and other.y - HAIR <= one.y and one.bottom <= other.bottom + HAIR


def planned(evaluation: Evaluation, direction: Direction = "LR") -> tuple[Scene, Plan]:
    """Return the scene of everything, and its plan."""
    drawn = whole_scene(evaluation)
    return drawn, plan(drawn, direction)


@given(problems(size=10), DIRECTIONS)
def test_nothing_lies_on_top_of_anything(problem: Problem, direction: Direction) -> None:
    drawn, found = planned(evaluated(problem), direction)
    boxes = {spot.place: found.stops[spot.place] for panel in drawn.panels for spot in panel.spots}
    assert all(apart(one, other) for one, other in combinations(boxes.values(), 2))
    assert all(inside(box, found.bands[place.band]) for place, box in boxes.items())
    assert all(apart(one, other) for one, other in combinations(found.bands.values(), 2))


@given(problems(size=10), DIRECTIONS)
def test_support_stands_behind_what_it_supports_but_for_circles(problem: Problem, direction: Direction) -> None:
    drawn, found = planned(evaluated(problem), direction)
    for line in drawn.lines:
        tail, head = found.stops[line.link.tail], found.stops[line.link.head]
        if line.link.level:
            continue
        behind = tail.right < head.x if direction == "LR" else tail.bottom < head.y
        assert behind is (line.link not in found.back)


@given(problems(size=10), DIRECTIONS)
def test_every_link_begins_and_ends_where_it_should(problem: Problem, direction: Direction) -> None:
    drawn, found = planned(evaluated(problem), direction)
    for line in drawn.lines:
        course = curve(line.link, found)
        first, last = course.tip or course.points[0], course.tip_at_end or course.points[-1]
        ends = {near(found.stops[line.link.tail]), near(found.stops[line.link.head])}
        assert len(course.points) % 3 == 1
        assert all(any(inside(Box(*point, 0, 0), end) for end in ends) for point in (first, last))


def near(box: Box) -> Box:
    """Return a box with a little room around it."""
    return Box(box.x - 4, box.y - 4, box.width + 8, box.height + 8)


def test_a_column_is_in_the_order_of_the_file_whatever_is_added() -> None:
    names = [f"A{number}" for number in range(9)]
    kept = [name for name in names if name not in ("A2", "A5")]
    assert order_of(names) == names
    assert order_of(kept) == kept


def order_of(names: list[str]) -> list[str]:
    """Return from top to bottom the allegations that support an element, each by way of another."""
    sections = [f"  {name}: {{text: It was {name}., support: [B{name}]}}\n  B{name}: So.\n" for name in names]
    claims = f"claims: {{it: {{theory: act, support: {{violation: [{', '.join(names)}]}}}}}}\n"
    _, found = planned(labelled(graph_of("allegations:\n" + "".join(sections) + claims)))
    places = {stop: box for stop, box in found.stops.items() if not isinstance(stop, Lane)}
    tops = {place.keys[0]: box.y for place, box in places.items()}
    return sorted(names, key=lambda name: tops[name])


def test_a_long_link_passes_between_the_cards() -> None:
    sections = (
        "allegations:\n"
        "  A: {text: It was so., support: [B, D]}\n"
        "  B: {text: It was so., support: [C]}\n"
        "  C: {text: It was so., support: [D]}\n"
        "  D: It was so.\n"
        "claims: {it: {theory: act, support: {violation: [A]}}}\n"
    )
    _, found = planned(labelled(graph_of(sections)))
    (lanes,) = (lanes for lanes in found.lanes.values() if lanes)
    cards = [box for stop, box in found.stops.items() if not isinstance(stop, Lane)]
    assert len(lanes) == 2
    assert all(apart(found.stops[lane], card) for lane in lanes for card in cards)


def chain(length: int, shortcuts: int) -> Evaluation:
    """Return a case with a chain of support of so many steps, and links from its beginning to so many statements of it."""
    steps = "".join(f"  A{n}: {{text: So., support: [A{n + 1}]}}\n" for n in range(length))
    far = ", ".join(f"A{length - n}" for n in range(shortcuts))
    sections = f"allegations:\n  A: {{text: So., support: [A0, {far}]}}\n{steps}  A{length}: So.\n"
    return labelled(graph_of(f"{sections}claims: {{it: {{theory: act, support: {{violation: [A]}}}}}}\n"))


def test_no_link_is_hidden_as_long_as_there_is_room_for_lanes() -> None:
    _, found = planned(chain(200, 200))
    assert (found.hidden, found.remark) == (0, "")


def test_the_longest_links_pass_behind_the_cards_where_lanes_would_be_too_many() -> None:
    drawn, found = planned(chain(300, 300))
    spans = {line.link: len(found.lanes.get(line.link, ())) for line in drawn.lines}
    boxes = [box for stop, box in found.stops.items() if not isinstance(stop, Lane)]
    assert (found.hidden, max(spans.values()), sum(spans.values())) == (18, 282, 39_903)
    assert sum(spans.values()) <= FEW_LANES
    assert found.remark == (
        "Simpler layout: 18 long links pass behind the cards. A smaller part of the case is drawn with more care."
    )
    assert all(apart(one, other) for one, other in combinations(boxes, 2))


class Heard:
    """Keeps what is told of a drawing."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.remarks: list[str] = []

    def step(self, doing: str) -> None:
        """Keep a step."""
        self.steps.append(doing)

    def remark(self, text: str) -> None:
        """Keep a remark."""
        self.remarks.append(text)


@pytest.mark.parametrize(("length", "remarks"), [(3, 0), (300, 1)])
def test_the_picture_and_whoever_waits_for_it_hear_of_a_simpler_layout(length: int, remarks: int) -> None:
    heard = Heard()
    picture = draw(chain(length, length), listener=heard)
    assert heard.steps == ["laying out", "drawing"]
    assert len(heard.remarks) == remarks
    assert (b"Simpler layout: 18 long links pass behind the cards." in picture) is bool(remarks)
    assert draw(chain(length, length)) == picture


def test_a_link_that_passes_hundreds_of_columns_can_be_drawn() -> None:
    assert b'id="A--A400"' in draw(chain(400, 2))


def test_what_is_not_linked_stands_side_by_side_where_the_band_would_be_far_too_high() -> None:
    pairs = "".join(f"  A{n}: {{text: It was so., support: [B{n}]}}\n  B{n}: So.\n" for n in range(80))
    _, found = planned(labelled(graph_of(f"allegations:\n{pairs}")))
    (band,) = found.bands.values()
    assert 1 < band.width / band.height < 2
    boxes = {stop.keys[0]: box for stop, box in found.stops.items() if isinstance(stop, Place)}
    order = [f"A{number}" for number in range(80)]
    assert sorted(order, key=lambda name: (boxes[name].x, boxes[name].y)) == order
    assert all(apart(one, other) for one, other in combinations(boxes.values(), 2))


def test_a_picture_of_nothing_is_its_frame() -> None:
    evaluation = labelled(ArgumentGraph([]))
    drawn, found = planned(evaluation)
    assert (found.width, found.height) == (0, 0)
    assert size(found, frame(evaluation, View(), Shown(frozenset()), drawn, 0, ""))[1] > 0


# The parts of it


@given(st.lists(st.lists(st.floats(1, 100), min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_a_column_keeps_its_order_and_its_distances(heights: list[list[float]], data: st.DataObject) -> None:
    columns = [[(x, y) for y in range(len(column))] for x, column in enumerate(heights)]
    size_ = {thing: heights[thing[0]][thing[1]] for column in columns for thing in column}
    things = list(size_)
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(things), st.sampled_from(things)), max_size=9))
    pulls = {thing: [(other, 1.0) for one, other in pairs if one == thing] for thing in things}
    middle = spread(columns, size_, {pair: 5.0 for column in columns for pair in pairwise(column)}, pulls)
    for column in columns:
        for one, other in pairwise(column):
            assert middle[other] - middle[one] >= (size_[one] + size_[other]) / 2 + 5 - HAIR
    assert min(middle[thing] - size_[thing] / 2 for thing in things) == pytest.approx(0)


def test_what_supports_alone_stands_level_with_what_it_supports() -> None:
    columns = [["a", "b"], ["c", "d"]]
    size_ = dict.fromkeys("abcd", 10.0)
    pulls = {"a": [("c", 1.0)], "c": [("a", 1.0)], "b": [("d", 1.0)], "d": [("b", 1.0)]}
    middle = spread(columns, size_, {("a", "b"): 5.0, ("c", "d"): 40.0}, pulls)
    assert (middle["a"], middle["b"]) == pytest.approx((middle["c"], middle["d"]))


@given(
    st.lists(st.tuples(st.floats(10, 500), st.floats(10, 900)), min_size=1, max_size=9),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3),
)
def test_bands_are_stacked_in_order_and_joined_ones_together(
    sizes: list[tuple[float, float]], pairs: list[tuple[int, int]]
) -> None:
    joined = [(a, b) for a, b in pairs if max(a, b) < len(sizes)]
    found = stacks(sizes, runs(len(sizes), joined), 10)
    assert [number for stack in found for number in stack] == list(range(len(sizes)))
    for one, other in joined:
        assert any(one in stack and other in stack for stack in found)


def test_bands_make_a_picture_of_a_usual_shape() -> None:
    blocks = runs(4, [])
    assert stacks([(100, 100)] * 4, blocks, 0, shape=1.0) == (range(2), range(2, 4))
    assert stacks([(100, 100)] * 4, blocks, 0, shape=4.0) == tuple(range(n, n + 1) for n in range(4))
    assert stacks([(400, 100)] * 4, blocks, 0, shape=1.0) == (range(4),)
