"""How a case is cut into pages: nothing is lost, nothing is too large, and every reference leads to where it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mapper
from mapper.evaluate import Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.render.diagram.scene.links import Form
from mapper.render.diagram.scene.scene import Scene
from mapper.render.diagram.symbols import SMALL_SIZE
from mapper.render.diagram.views import Shown
from mapper.render.dossier.pages import Fitting, Page, Room, numbers, pages
from mapper.render.dossier.paper import SHEETS
from mapper.render.dossier.parts import drawn
from mapper.render.dossier.whole import Whole
from mapper.vocabulary import Kind
from tests.cases import graph_of, labelled
from tests.strategies import Problem, evaluated, problems

CASES = [
    ("graphs/doe-v-salesforce/san-francisco-2019.yaml", "demurrer-2019"),
    ("graphs/doe-v-salesforce/reader-debate.yaml", None),
    ("graphs/doe-v-salesforce/southern-texas-2020.yaml", None),
    ("graphs/possession/popov-v-hayashi.yaml", None),
]
ROOMS = st.sampled_from([SHEETS["letter"].room, (520.0, 300.0), (450.0, 160.0), (230.0, 90.0)])


def whole_of(evaluation: Evaluation) -> Whole:
    """Return all of a graph."""
    return Whole(evaluation, Shown(frozenset(evaluation.graph.statements)))


def scenes_of(whole: Whole, found: Sequence[Page], homes: Mapping[str, int]) -> list[Scene]:
    """Return the pictures of pages that are numbered from 1."""
    return [drawn(whole, page, homes) for page in found]


def keys_on(scene: Scene, form: Form) -> Counter[str]:
    """Return how often each item is drawn in a form."""
    spots = (spot for panel in scene.panels for spot in panel.spots if spot.place.form is form)
    return Counter(key for spot in spots for key in spot.place.keys)


def check(whole: Whole, room: Room) -> tuple[Page, ...]:
    """Check what is true of any pages, and return them."""
    found = pages(whole, room)
    homes = numbers(whole, found, 1)
    scenes = scenes_of(whole, found, homes)
    in_full: Counter[str] = sum((keys_on(scene, Form.CARD) for scene in scenes), Counter())
    cards = {key for key, item in whole.items.by_key.items() if not item.is_made_out}
    assert set(in_full) == cards
    assert {key for key, count in in_full.items() if count > 1} <= whole.aside
    for scene in scenes:
        for spot in (spot for panel in scene.panels for spot in panel.spots if spot.card):
            assert spot.card
            for row in spot.card.rows if spot.place.form is Form.CHIP else ():
                target = homes[row.keys[0]]
                assert row.refer == f"→ p. {target}"
                assert keys_on(scenes[target - 1], Form.CARD)[row.keys[0]] or whole.items[row.keys[0]].is_made_out
    return found


def steps_on(scenes: Sequence[Scene]) -> set[str]:
    """Return the addresses of the steps that are drawn."""
    return {name for scene in scenes for line in scene.lines for name in line.link.about}


def steps_of(graph: ArgumentGraph) -> set[str]:
    """Return the addresses of the steps in which anything takes part."""
    return {a.id for a in graph.arguments.values() if a.premises or a.undercutters}


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize(("path", "scenario"), CASES)
def test_every_page_of_a_real_case_fits_its_paper_and_nothing_is_lost(
    path: str, scenario: str | None, paper: str
) -> None:
    evaluation = mapper.load(path).graph().evaluate(scenario=scenario)
    whole, room = whole_of(evaluation), SHEETS[paper].room
    found = check(whole, room)
    fitting = Fitting(whole, room, lambda: None)
    assert all(fitting.fits(page) for page in found)
    scenes = scenes_of(whole, found, numbers(whole, found, 1))
    assert steps_on(scenes) >= steps_of(evaluation.graph)
    letters = {
        piece.size
        for scene in scenes
        for panel in scene.panels
        for spot in panel.spots
        for line in spot.lines
        for piece in (*line.left, *line.right)
    }
    assert min(letters) == SMALL_SIZE == 7


@settings(max_examples=40, deadline=None)
@given(problems(size=9), ROOMS)
def test_nothing_is_lost_whatever_the_argument_and_however_small_the_page(problem: Problem, room: Room) -> None:
    whole = whole_of(evaluated(problem))
    found = check(whole, room)
    assert steps_on(scenes_of(whole, found, numbers(whole, found, 1))) >= steps_of(problem.graph)


@settings(max_examples=20, deadline=None)
@given(problems(size=9))
def test_what_fits_one_page_is_on_one(problem: Problem) -> None:
    whole = whole_of(evaluated(problem))
    assert len(pages(whole, (100_000.0, 100_000.0))) == 1


@settings(max_examples=40, deadline=None)
@given(problems(size=9))
def test_every_page_fits_that_has_room_for_a_step(problem: Problem) -> None:
    whole, room = whole_of(evaluated(problem)), (600.0, 330.0)
    fitting = Fitting(whole, room, lambda: None)
    assert all(fitting.fits(page) for page in pages(whole, room))


def members_of(page: Page) -> set[str]:
    """Return what a page draws in full."""
    return {key for part in page for key in part.members}


def suit(theory: str, elements: Sequence[str], alternatives: int) -> Evaluation:
    """Return a suit whose elements have so many alternatives each."""
    names = [f"{element}-{n}" for element in elements for n in range(alternatives)]
    allegations = "".join(f"  {name}: It was so, and nobody can deny that it was just so.\n" for name in names)
    support = "".join(
        f"      {element}: [{', '.join(f'{element}-{n}' for n in range(alternatives))}]\n" for element in elements
    )
    return labelled(
        graph_of(f"allegations:\n{allegations}claims:\n  it:\n    theory: {theory}\n    support:\n{support}")
    )


def sketch(whole: Whole, found: Sequence[Page]) -> list[str]:
    """Return what each page draws in full, in the order of the file, and in brackets what it goes on from."""
    lines = []
    for page in found:
        members = sorted(members_of(page), key=whole.position.__getitem__)
        contexts = sorted({key for part in page for key in part.contexts}, key=whole.position.__getitem__)
        lines.append(" ".join((*(f"[{key}]" for key in contexts), *members)))
    return lines


def test_a_claim_is_cut_between_its_elements() -> None:
    whole = whole_of(suit("tort", ("duty", "breach", "harm"), 2))
    assert sketch(whole, pages(whole, (480.0, 150.0))) == [
        "it.made-out it",
        "duty-0 duty-1 it.duty",
        "breach-0 breach-1 it.breach",
        "harm-0 harm-1 it.harm",
    ]


def test_elements_share_pages_in_their_order_with_what_they_are_elements_of() -> None:
    whole = whole_of(suit("tort", ("duty", "breach", "harm"), 2))
    assert sketch(whole, pages(whole, (756.0, 250.0))) == [
        "duty-0 duty-1 breach-0 breach-1 it.duty it.breach it.made-out it",
        "[it] harm-0 harm-1 it.harm it.made-out",
    ]


def test_an_element_too_large_for_a_page_is_cut_between_its_alternatives() -> None:
    whole = whole_of(suit("act", ("violation",), 9))
    found = check(whole, (480.0, 200.0))
    assert sketch(whole, found) == [
        "it.made-out it",
        "violation-0 violation-1 violation-2 it.violation",
        "[it.violation] violation-3 violation-4 violation-5",
        "[it.violation] violation-6 violation-7 violation-8",
    ]
    titles = [panel.title for scene in scenes_of(whole, found, numbers(whole, found, 1)) for panel in scene.panels]
    assert titles == [
        "CLAIM 1 · The act",
        "CLAIM 1 · The act · continued from p. 1",
        "CLAIM 1 · The act · continued from p. 2",
        "CLAIM 1 · The act · continued from p. 2",
    ]


def test_a_step_with_more_premises_than_a_page_has_room_for_goes_on_on_the_next() -> None:
    statements = [Statement(id="C", kind=Kind.PROPOSITION)]
    statements += [Statement(id=f"P{n}", kind=Kind.PROPOSITION, text="So it was. " * 9) for n in range(30)]
    step = Argument(id="step", premises=tuple(f"P{n}" for n in range(30)), conclusion="C")
    whole = whole_of(evaluate(ArgumentGraph(statements, [step])))
    found = check(whole, (500.0, 300.0))
    assert len(found) > 5
    assert all(line.startswith("[C] ") for line in sketch(whole, found)[1:])
    fitting = Fitting(whole, (500.0, 300.0), lambda: None)
    assert all(fitting.fits(page) for page in found)


def test_a_chain_deeper_than_the_stack_ends() -> None:
    names = [f"S{n}" for n in range(1050)]
    statements = [Statement(id=name, kind=Kind.PROPOSITION) for name in names]
    steps = [Argument(id=f"{b}:{a}", premises=(b,), conclusion=a) for a, b in pairwise(names)]
    whole = whole_of(evaluate(ArgumentGraph(statements, steps)))
    found = pages(whole, SHEETS["letter"].room)
    assert sum(len(members_of(page)) for page in found) == 1050


def test_rivals_stay_together_where_there_is_room() -> None:
    evaluation = labelled(
        graph_of(
            "propositions: {yes: It is so., no: It is not so.}\n"
            "issues: {question: {positions: [yes, no]}}\n"
            "allegations: {A: It was so.}\n"
            "claims: {it: {theory: tort, support: {duty: [yes], breach: [A]}}}\n"
        )
    )
    whole = whole_of(evaluation)
    page = next(page for page in pages(whole, (480.0, 230.0)) if "yes" in members_of(page))
    assert "no" in members_of(page)


def test_pages_of_nothing_are_none() -> None:
    assert pages(whole_of(evaluate(ArgumentGraph([]))), SHEETS["letter"].room) == ()
