"""What is drawn: one band for each claim and defense, cards, references, junctions and knots."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mapper.evaluate import evaluate
from mapper.graph import Argument, ArgumentGraph, Statement, UnknownAddressError
from mapper.render.diagram.scene.links import Form
from mapper.render.diagram.symbols import Mark
from mapper.render.diagram.views import View
from mapper.vocabulary import Kind, Weighing
from tests.cases import graph_of, labelled
from tests.drawn import sketch, whole_scene
from tests.strategies import Problem, evaluated, problems

SUIT = """
allegations:
  A: It warned nobody.
  B: It saw it.
  C: It could have helped.
  D: She fell.
claims:
  fall: {theory: tort, by: does, against: corp, support: {duty: [[A, B]], breach: [A, B, C], harm: [D]}}
"""
DEFENSE = """
defenses:
  shield: {theory: immunity, by: corp, against: CLAIMS, support: {provider: [C], publisher: {"*": [D]}}}
carve-outs:
  gap: {theory: exception, lifts: shield, support: {knowing: [B]}}
"""


def drawn(sections: str, view: View | None = None, **how: object) -> str:
    """Return a sketch of a case."""
    return sketch(labelled(graph_of(sections), **how), view)


def test_a_claim_is_drawn_with_what_leads_to_it() -> None:
    assert drawn(SUIT) == (
        "CLAIM 1 · Tort\n"
        "  fall.duty <- (+)\n"
        "  (+) -- A\n"
        "  (+) -- B\n"
        "  fall.breach <- A\n"
        "  fall.breach <- B\n"
        "  fall.breach <- C\n"
        "  fall.harm <- D\n"
        "  (+) -- fall.duty\n"
        "  (+) -- fall.breach\n"
        "  (+) -- fall.harm\n"
        "  fall <- (+)"
    )


@pytest.mark.parametrize("support", ["", "claims: {it: {theory: act, support: {violation: [ALL]}}}"])
def test_a_card_has_no_more_rows_than_a_page_has_room_for(support: str) -> None:
    names = [f"A{number}" for number in range(100)]
    allegations = "".join(f"  {name}: It was so.\n" for name in names)
    scene = whole_scene(labelled(graph_of(f"allegations:\n{allegations}{support.replace('ALL', ', '.join(names))}")))
    cards = [spot.place.keys for panel in scene.panels for spot in panel.spots if "A0" <= spot.place.keys[0] < "B"]
    assert [len(keys) for keys in cards] == [40, 40, 20]
    assert [key for keys in cards for key in keys] == names


def test_alternatives_that_support_nothing_else_are_rows_of_one_card() -> None:
    sketched = drawn(SUIT.replace("duty: [[A, B]], ", ""))
    assert "  fall.breach <- A, B, C\n" in sketched


def test_a_defense_of_one_claim_is_linked_with_it_and_with_what_lifts_it() -> None:
    assert drawn(SUIT + DEFENSE.replace("CLAIMS", "[fall]")).split("\n", 12)[12] == (
        "  (+) <- bars shield\n"
        "DEFENSE · Immunity, and what would lift it\n"
        "  shield.provider <- [C]\n"
        "  shield.publisher <- [D]\n"
        "  shield <- (+)\n"
        "  (+) -- shield.provider\n"
        "  (+) -- shield.publisher\n"
        "  (+) <- x lifts gap\n"
        "  gap <- x (+)\n"
        "  (+) -- gap.knowing\n"
        "  (+) -- x gap.scope\n"
        "  gap.knowing <- [B]"
    )


THREE = """
allegations: {A: It was so.}
claims:
  one: {theory: act, support: {violation: [A]}}
  two: {theory: act, support: {violation: [A]}}
  three: {theory: act, support: {violation: [A]}}
defenses:
  shield: {theory: immunity, against: [one, two, three], support: {provider: [A], publisher: {one: [A], "*": [A]}}}
"""


def test_a_defense_of_many_claims_is_drawn_once_and_named_elsewhere() -> None:
    sketched = drawn(THREE)
    assert sketched.count("(+) <- bars [shield]") == 3
    assert sketched.count("  shield <- (+)") == 1


def test_a_reference_to_a_defense_says_what_it_does_to_that_claim() -> None:
    evaluation = labelled(graph_of(THREE.replace("one: [A]", "one: []")))
    panels = whole_scene(evaluation).panels
    chips = [spot.card for panel in panels for spot in panel.spots if spot.place.keys == ("shield",) and spot.card]
    assert [(chip.rows[0].head, chip.mark) for chip in chips if chip.kind is None] == [
        (("shield@one",), Mark.OUT),
        (("shield@two",), Mark.IN),
        (("shield@three",), Mark.IN),
    ]
    own = next(chip for chip in chips if chip.kind)
    assert (own.status, [(row.head, row.mark) for row in own.rows]) == (
        "✓ 2 · ✗ 1 of 3",
        [(("one",), Mark.OUT), (("two, three",), Mark.IN)],
    )


def test_a_step_for_some_claims_alone_says_for_which() -> None:
    sketched = drawn(THREE.replace("one: [A]", "one: []"))
    assert "  shield.publisher <- (not one) [A]" in sketched


def test_what_another_claim_has_shown_is_a_reference() -> None:
    sketched = drawn(
        SUIT + "  more: {theory: act, support: {violation: [fall.made-out, fall.duty]}}\n",
    )
    assert "CLAIM 2 · The act\n  more.violation <- [fall.made-out, fall.duty]\n" in sketched


def test_the_same_premises_needed_together_twice_meet_in_one_junction() -> None:
    claims = SUIT + "  more: {theory: tort, support: {duty: [[A, D]], breach: [[A, D]]}}\n"
    sketched = drawn(claims).partition("CLAIM 2")[2]
    assert sketched.split("\n")[1:5] == [
        "  more.duty <- (+)",
        "  (+) -- [A]",
        "  (+) -- [D]",
        "  more.breach <- (+)",
    ]
    assert sketched.count("[A]") == 1


def test_an_attack_ends_on_the_step() -> None:
    sketched = drawn(
        SUIT + "rebuttals:\n"
        '  R: {text: No., by: corp, nature: law, source: opinion, attacks: ["D:fall.harm"]}\n'
        '  S: {text: No., by: corp, nature: law, source: opinion, attacks: ["A+B:fall.duty"]}\n'
        "  T: {text: No., by: corp, nature: law, source: opinion, attacks: [fall.breach]}\n"
        "  U: {text: No., by: corp, nature: law, source: opinion, attacks: [fall]}\n"
    )
    assert "  fall.harm <- x (o)\n  (o) -- D\n  (o) <- undercuts R\n" in sketched
    assert "  fall.duty <- x (+)\n  (+) -- A\n  (+) -- B\n  (+) <- undercuts S\n" in sketched
    assert "  fall.breach <- x (o)\n  (o) <- A\n  (o) <- B\n  (o) <- C\n  (o) <- undercuts T\n" in sketched
    assert "  fall <- x (+)\n  (+) <- undercuts U" in sketched


def test_a_denial_ends_on_the_card() -> None:
    sketched = drawn(SUIT + "rebuttals: {R: {text: No., by: corp, nature: fact, source: answer, attacks: [C]}}\n")
    assert "  C <- x rebuts R\n" in sketched


def test_commentary_has_a_band_of_its_own_with_references_to_what_it_is_about() -> None:
    comments = (
        "rebuttals:\n"
        "  R: {text: No., nature: fact, source: readers, attacks: [A, B]}\n"
        "  S: {text: No., nature: law, source: readers, attacks: [fall.breach]}\n"
        "  T: {text: No., nature: law, source: readers, attacks: [R]}\n"
        '  U: {text: No., nature: law, source: readers, attacks: ["A:fall.breach"]}\n'
    )
    before, _, after = drawn(SUIT + comments).partition("COMMENTARY")
    assert before == drawn(SUIT) + "\n"
    assert after.split("\n", 1)[1] == (
        "  R <- x rebuts T\n"
        "  [A, B] <- x rebuts R\n"
        "  [fall.breach] <- (o)\n"
        "  (o) -- [A]\n"
        "  (o) <- x undercuts U\n"
        "  [fall.breach] <- (o)\n"
        "  (o) <- x undercuts S"
    )


def test_comments_on_the_same_things_meet_in_one_knot() -> None:
    comments = (
        "rebuttals:\n"
        "  R: {text: No., nature: law, source: readers, attacks: [fall.breach, fall.harm]}\n"
        "  S: {text: No., nature: law, source: readers, attacks: [fall.harm, fall.breach]}\n"
        '  T: {text: No., nature: law, source: readers, attacks: ["A:fall.breach", "B:fall.breach"]}\n'
    )
    assert drawn(SUIT + comments).partition("COMMENTARY")[2].split("\n", 1)[1] == (
        "  [fall.breach] <- (o)\n"
        "  (o) <- [A, B]\n"
        "  (o) <- x undercuts T\n"
        "  [fall.breach, fall.harm] <- (o)\n"
        "  (o) <- x undercuts R\n"
        "  (o) <- x undercuts S"
    )


def test_commentary_that_is_accepted_stands_among_the_arguments() -> None:
    comments = "rebuttals: {R: {text: No., nature: law, source: readers, attacks: [fall.breach]}}\n"
    sketched = drawn(SUIT + comments, accept=["R"])
    assert "COMMENTARY" not in sketched
    assert "(o) <- undercuts R" in sketched


def test_rivals_stand_beside_each_other() -> None:
    issue = (
        "propositions: {P: {text: So.}, Q: {text: Otherwise.}}\n"
        "issues: {I: {positions: [P, Q]}}\n"
        "claims: {it: {theory: act, support: {violation: [P]}}}\n"
    )
    assert drawn(issue, accept=["Q"]).endswith("  P <=> rival Q")


def test_what_is_used_by_nothing_is_shown_as_such() -> None:
    sketched = drawn("allegations: {A: It was so., B: And so.}\npropositions: {P: {text: So.}}\n")
    assert sketched == "NOT USED · supports and attacks nothing\n  A, B\n  P"


def test_a_graph_without_claims_is_drawn_as_it_is() -> None:
    names = [Statement(id=name, kind=Kind.PROPOSITION) for name in "abcd"]
    graph = ArgumentGraph(names, [Argument(id="1", premises=("b", "c"), conclusion="a", weighing=Weighing.CONVERGENT)])
    assert (
        sketch(evaluate(graph))
        == "OTHER ARGUMENTS\n  a <- ? b\n  a <- ? c\nNOT USED · supports and attacks nothing\n  d"
    )


# Views


def test_a_claim_is_shown_with_what_bars_it_and_the_rest_by_name() -> None:
    sections = (
        SUIT
        + "  more: {theory: act, support: {violation: [fall.made-out]}}\n"
        + DEFENSE.replace("CLAIMS", "[fall, more]")
    )
    sketched = drawn(sections, View("claim", ("more",)))
    assert sketched.split("\n")[:6] == [
        "CLAIM 2 · The act",
        "  more.violation <- [fall.made-out]",
        "  (+) -- more.violation",
        "  more <- (+)",
        "  (+) <- x bars shield",
        "DEFENSE · Immunity, and what would lift it",
    ]
    assert "fall.duty" not in sketched


def test_a_focus_follows_so_many_steps_up_and_down() -> None:
    one_up = drawn(SUIT, View("focus", ("A",), up=1, down=0))
    assert (
        one_up == "CLAIM 1 · Tort\n  fall.duty <- (+)\n  (+) -- A\n  (+) -- B\n  fall.breach <- A\n  fall.breach <- B"
    )
    all_down = drawn(SUIT, View("focus", ("fall.duty",), up=0, down=None))
    assert all_down == "CLAIM 1 · Tort\n  fall.duty <- (+)\n  (+) -- A\n  (+) -- B"
    assert "  fall <- (+)" in drawn(SUIT, View("focus", ("D",), up=2, down=0))


def test_a_view_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownAddressError):
        drawn(SUIT, View("focus", ("Z",)))


# Laws


@given(problems())
def test_each_statement_is_drawn_in_full_once_and_every_reference_leads_to_one(problem: Problem) -> None:
    drawn_ = whole_scene(evaluated(problem))
    spots = [spot for panel in drawn_.panels for spot in panel.spots]
    full = [key for spot in spots if spot.place.form is Form.CARD for key in spot.place.keys]
    assert sorted(full) == sorted(problem.graph.statements)
    assert drawn_.homes.keys() >= {key for spot in spots if spot.place.form is Form.CHIP for key in spot.place.keys}
    assert len({spot.id for spot in spots}) == len({spot.name for spot in spots}) == len(spots)


@settings(max_examples=400)
@given(problems(size=6))
def test_each_step_is_drawn_and_no_attack_on_a_step_ends_on_a_card(problem: Problem) -> None:
    links = [line.link for line in whole_scene(evaluated(problem)).lines]
    about = {name for link in links for name in link.about}
    assert about >= {a.id for a in problem.graph.arguments.values() if a.premises or a.undercutters}
    assert all(link.tail.is_point for link in links if link.word == "undercuts")
    cutters = {name for a in problem.graph.arguments.values() for name in a.undercutters}
    assert cutters <= {name for link in links if link.word == "undercuts" for name in link.about}


def test_a_card_says_what_it_has_to() -> None:
    graph = graph_of(
        "allegations: {A: {title: Seen, text: It saw it., source: complaint ¶ 3, quoted-in: paper p. 1, quote: saw it, by: does}}\n"
        "claims: {it: {theory: tort, support: {breach: [A]}}}\n"
    )
    cards = {spot.place.keys[0]: spot.card for panel in whole_scene(labelled(graph)).panels for spot in panel.spots}
    assert summary(cards["A"]) == (
        "ALLEGATION",
        "A",
        "✓ counts",
        ("Seen",),
        ("It saw it.",),
        ("complaint ¶\N{NO-BREAK SPACE}3 · paper p. 1",),
    )
    assert summary(cards["it.duty"]) == (
        "ELEMENT",
        "duty",
        "◇ no support",
        ("Duty",),
        ("There was a duty.",),
        ("question of law",),
    )
    assert summary(cards["it"])[:4] == ("CLAIM", "it", "✗ not made out", ("Tort",))


def summary(card: object) -> tuple[object, ...]:
    """Return the parts of a card that a reader sees."""
    return tuple(getattr(card, name) for name in ("word", "name", "status", "title", "body", "small"))
