"""Claims that are not in play: drawn last, with the status that no court gave them left out, and no part of a difference."""

from __future__ import annotations

import pytest

import mapper
from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph
from mapper.render.diagram import draw
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.items import Item
from mapper.render.diagram.sheet import sheet
from mapper.render.diagram.show.versions import Differing, compared
from mapper.render.diagram.symbols import Mark
from mapper.render.diagram.views import View
from mapper.render.dossier.front import front
from mapper.render.page.picture import Neutral
from tests.cases import graph_of, labelled
from tests.drawn import whole_scene

PRELUDE = """
mapper: 1
case: {title: Doe v. Corp}
parties:
  does: {name: Jane Does, role: plaintiff}
  corp: {name: Corp, role: defendant}
  thief: {name: A thief, role: nonparty}
sources:
  first: {title: Complaint, kind: pleading}
  second: {title: Amended complaint, kind: pleading, replaces: first}
theories:
  act:
    {title: The act, kind: claim, jurisdiction: us, law: federal, basis: § 1, burden: plaintiff, elements: {
      violation: {text: The act was violated., nature: fact}}}
"""
SECTIONS = """
allegations:
  DONE: It was done.
  ONCE: It was so once.
  KEPT: It was kept.
claims:
  old: {theory: act, against: corp, source: first, support: {violation: [DONE]}}
  theft: {theory: act, against: thief, support: {violation: [DONE, ONCE]}}
  new: {theory: act, against: corp, source: second, support: {violation: [KEPT, DONE]}}
scenarios:
  at-first: {pleading: first}
  without: {reject: [DONE, ONCE]}
  with-kept: {reject: [DONE, ONCE, KEPT]}
"""


@pytest.fixture(scope="module")
def graph() -> ArgumentGraph:
    return graph_of(SECTIONS, PRELUDE)


def titles(evaluation: Evaluation) -> list[str]:
    """Return the titles of the bands."""
    return [panel.title for panel in whole_scene(evaluation).panels]


def test_claims_in_play_come_first_in_the_order_of_the_scenario_with_the_numbers_of_the_file(
    graph: ArgumentGraph,
) -> None:
    last = ["CLAIM 3 · The act", "CLAIM 1 · The act · not in play", "CLAIM 2 · The act · not in play"]
    first = ["CLAIM 1 · The act", "CLAIM 2 · The act · not in play", "CLAIM 3 · The act · not in play"]
    assert titles(labelled(graph))[:3] == last
    assert titles(labelled(graph, scenario="at-first"))[:3] == first


def test_a_page_says_nothing_of_play_but_has_the_order_of_the_scenario_it_begins_with(graph: ArgumentGraph) -> None:
    assert titles(Neutral.of(labelled(graph)))[:3] == ["CLAIM 3 · The act", "CLAIM 1 · The act", "CLAIM 2 · The act"]


def test_a_claim_that_is_not_in_play_has_no_status_but_its_elements_have(graph: ArgumentGraph) -> None:
    found = labelled(graph)
    told = {
        name: statuses.words(found, Item(name, (graph.statements[name],)))
        for name in ("new", "old", "theft", "old.violation")
    }
    assert told == {
        "new": "✓ stands",
        "old": "not in play",
        "theft": "not in play",
        "old.violation": "✓ made out",
    }
    assert statuses.mark_of(found, graph.statements["old"]) is Mark.ABSENT


def test_the_card_says_why_and_is_drawn_thin_and_grey(graph: ArgumentGraph) -> None:
    cards = {spot.id: spot.card for panel in whole_scene(labelled(graph)).panels for spot in panel.spots}
    card = cards["old"]
    assert card
    assert (card.status, card.small[-1]) == ("not in play", "Pleaded in first, which second replaces")
    assert card.about.startswith("claim old: not in play")


def test_the_legend_explains_it_only_where_such_a_claim_is_drawn(graph: ArgumentGraph) -> None:
    def legend(view: View) -> str:
        signs = sheet(labelled(graph), view, "", "LR").frame.legend
        return " / ".join(sign.meaning for line in signs for _, sign in line)

    assert "not in play: of no pleading before the court" in legend(View())
    assert "not in play" not in legend(View("overview"))
    assert "not in play" not in legend(View("claim", ("new",)))


def test_the_first_page_of_a_dossier_gives_such_claims_no_status_and_puts_them_last(graph: ArgumentGraph) -> None:
    rows = [(row.number, row.status, row.why) for row in front(labelled(graph), {}).claims]
    assert rows == [
        (3, "✓ stands", ""),
        (1, "not in play", "Pleaded in first, which second replaces"),
        (2, "not in play", "Against thief, not sued here"),
    ]


# Differences


def difference(graph: ArgumentGraph, before: str | None, after: str | None) -> tuple[Differing, View]:
    found = compared(labelled(graph, scenario=before), labelled(graph, scenario=after))
    return found, View("difference", remarks=found.remarks, base="the other", idle=found.idle)


def test_a_difference_leaves_out_what_bears_on_claims_in_play_on_neither_side_alone(graph: ArgumentGraph) -> None:
    found, view = difference(graph, None, "with-kept")
    made = sheet(found.evaluation, view, "", "LR")
    assert set(made.scene.homes) >= {"new", "new.violation", "DONE", "KEPT"}
    assert not {"old", "theft", "ONCE"} & set(made.scene.homes)
    assert "2 claims not in play left out" in made.description


def test_a_difference_of_nothing_but_such_claims_is_drawn(graph: ArgumentGraph) -> None:
    found, view = difference(
        graph_of(SECTIONS.replace("[DONE, ONCE]}\n  with", "[ONCE]}\n  with"), PRELUDE), None, "without"
    )
    made = sheet(found.evaluation, view, "", "LR")
    assert {"theft", "ONCE"} <= set(made.scene.homes)
    assert "left out" not in made.description


def test_a_claim_that_comes_into_play_is_told_from_one_with_a_status(graph: ArgumentGraph) -> None:
    found, _ = difference(graph, "at-first", "with-kept")
    assert found.idle == {"theft"}
    assert found.headline == "Not in play → not made out: new."
    assert [remark.words for remark in found.remarks["old"]] == ["✓ stands → not in play"]
    assert [remark.words for remark in found.remarks["new"]] == ["not in play → ✗ not made out"]
    assert "theft" not in found.remarks


def test_a_picture_of_the_sample_case_begins_with_the_claims_in_play() -> None:
    picture = draw(mapper.example().graph().evaluate(scenario="demurrer-2019"), form="dot").decode("utf-8")
    assert picture.index("CLAIM 5") < picture.index("CLAIM 1 ")
