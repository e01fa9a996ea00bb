"""What the views show of a case: one line of thought, and what differs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mapper.analysis.explain import explain
from mapper.analysis.versions.compare import compare_texts
from mapper.analysis.versions.merged import merged
from mapper.analysis.versions.renames import Renames
from mapper.build import build
from mapper.diagnostics import MapperError
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT
from mapper.render.diagram import View, draw
from mapper.render.diagram.show.shown import WAYS, shown, words
from mapper.render.diagram.show.versions import compared
from mapper.render.diagram.views import FOCUS, ViewKind
from mapper.vocabulary import Label
from tests.cases import PRELUDE, case_of, graph_of, labelled
from tests.drawn import parts_of, sketch, text_of, whole_scene
from tests.strategies import Problem, evaluated, problems
from tests.test_render_diagram_scene import DEFENSE, SUIT

CASE = SUIT + DEFENSE.replace("CLAIMS", "[fall]")
DEBATED = SUIT.replace("C: It could have helped.", "C: {text: It could have helped., nature: conclusion, support: [D]}")
COMMENTS = """
rebuttals:
  late: {text: It was too late., by: corp, nature: fact, source: answer, attacks: [C]}
  gossip: {text: People say so., nature: law, source: readers, attacks: [fall.breach]}
"""


def test_every_view_has_words_and_knows_what_it_is_about() -> None:
    assert list(WAYS) == list(FOCUS) == list(ViewKind)
    assert words(View("why", ("a", "b"))) == "Shown: why a, b came out so, and nothing else"


def test_why_shows_what_the_explanation_names_and_the_steps_that_carry() -> None:
    assert sketch(labelled(graph_of(CASE)), View("why", ("fall",))) == (
        "CLAIM 1 · Tort\n"
        "  fall <- x (o)\n"
        "  (o) <- bars shield\n"
        "DEFENSE · Immunity, and what would lift it\n"
        "  shield.provider <- C\n"
        "  shield.publisher <- D\n"
        "  shield <- (+)\n"
        "  (+) -- shield.provider\n"
        "  (+) -- shield.publisher\n"
        "  (+) <- x lifts gap\n"
        "  gap <- x (1 of 2 needed) gap.scope"
    )


@given(problems())
@settings(deadline=None, max_examples=30)
def test_why_shows_all_that_an_explanation_names_and_no_step_without_it(problem: Problem) -> None:
    evaluation = evaluated(problem)
    for name in evaluation.graph.statements:
        seen, grounds = shown(evaluation, View("why", (name,))), explain(evaluation, name).grounds
        reasons = [reason for ground in grounds.values() for reason in ground.reasons]
        assert grounds.keys() <= seen.statements
        assert seen.steps is not None
        assert seen.steps.keys() == {reason.argument.id for reason in reasons}
        assert all(set(reason.because) <= seen.steps[reason.argument.id] for reason in reasons)


def test_a_chain_is_drawn_with_what_it_needs_and_what_attacks_it() -> None:
    evaluation = labelled(graph_of(DEBATED + COMMENTS))
    view = View("chain", ("fall",), start="D")
    assert sketch(evaluation, view) == (
        "CLAIM 1 · Tort\n"
        "  fall.harm <- D\n"
        "  (+) -- [fall.duty]\n"
        "  (+) -- [fall.breach]\n"
        "  (+) -- fall.harm\n"
        "  fall <- (+)"
    )
    through = View("chain", ("fall.breach",), start="D")
    assert sketch(evaluation, through) == "CLAIM 1 · Tort\n  fall.breach <- C\n  C <- D\n  C <- x rebuts late"


def test_each_card_on_a_chain_says_which_it_is_and_where_it_is_broken() -> None:
    evaluation = labelled(graph_of(DEBATED + COMMENTS), reject=["D"])
    parts = parts_of(draw(evaluation, View("chain", ("fall.breach",), start="D")))
    assert text_of(parts["D"]).startswith("  1 of 3 · the chain begins here · broken here ALLEGATION")
    assert text_of(parts["C"]).startswith("  2 of 3 ALLEGATION")
    assert text_of(parts["fall.breach"]).startswith("  3 of 3 · the chain ends here ELEMENT")


def test_a_chain_that_is_not_there_is_refused() -> None:
    with pytest.raises(MapperError) as refused:
        shown(labelled(graph_of(CASE)), View("chain", ("fall.harm",), start="A"))
    (finding,) = refused.value.findings
    assert finding.message == "no chain of support leads from `A` to `fall.harm`"


def test_a_leaf_is_a_chain_of_one() -> None:
    assert text_of(parts_of(draw(labelled(graph_of(CASE)), View("chain", ("A",))))["A"]).startswith("  1 of 1")


# What differs


def difference(old: str, new: str, **how: object) -> tuple[Evaluation, View, str]:
    """Return what differs between two versions, ready to be drawn, with its headline."""
    cases = [case_of(PRELUDE + sections) for sections in (old, new)]
    before, after = (labelled(build(case, case.theories), **how) for case in cases)
    found = compared(before, after, compare_texts(*cases))
    return found.evaluation, View("difference", remarks=found.remarks, base="the old one"), found.headline


def said(view: View) -> dict[str, list[str]]:
    """Return what is said of each statement, but for where elements meet."""
    told = {name: [remark.words for remark in found] for name, found in view.remarks.items()}
    return {name: found for name, found in told.items() if not name.endswith(MADE_OUT)}


def test_a_difference_shows_what_came_went_and_changed_and_where_it_leads() -> None:
    new = (
        SUIT.replace("  D: She fell.\n", "")
        .replace("harm: [D]", "harm: []")
        .replace("  A: It warned nobody.", "  A: It told nobody.\n  E: It hid it.")
    )
    evaluation, view, headline = difference(SUIT, new.replace("breach: [A, B, C]", "breach: [B, C, E]"))
    assert said(view) == {
        "A": ["reworded", "does not support fall.breach any more"],
        "D": ["gone · was ✓ counts"],
        "E": ["new"],
        "fall": ["✓ stands → ✗ not made out"],
        "fall.harm": ["✓ made out → ✗ not made out"],
    }
    assert headline == "Stands → not made out: fall."
    assert sketch(evaluation, view) == (
        "CLAIM 1 · Tort\n"
        "  fall.duty <- (1 of 2 needed) A\n"
        "  fall.breach <- E\n"
        "  fall.harm <- x D\n"
        "  (+) -- fall.duty\n"
        "  (+) -- fall.breach\n"
        "  (+) -- x fall.harm\n"
        "  fall <- x (+)"
    )


def test_a_renamed_statement_is_the_same_one() -> None:
    _, view, headline = difference(CASE, CASE.replace("D", "HURT"))
    assert said(view) == {"HURT": ["was D"]}
    assert headline == "Every claim comes out as before."


def test_an_attack_that_is_gone_is_drawn_where_it_was() -> None:
    objection = 'rebuttals: {late: {text: It was too late., by: corp, nature: fact, attacks: ["C:fall.breach"]}}\n'
    evaluation, view, _ = difference(SUIT + objection, SUIT)
    assert "  (o) <- x undercuts late" in sketch(evaluation, view)


def test_the_legend_and_the_counts_of_a_difference_speak_of_what_differs() -> None:
    evaluation, view, headline = difference(SUIT, SUIT.replace("She fell.", "She fell hard."))
    whole = draw(evaluation, view, summary=headline).decode("utf-8")
    assert "Compared with the old one: what differs, and where it leads" in whole
    assert "3 statements · 1 said otherwise" in whole.replace("\N{NO-BREAK SPACE}", " ")
    assert ">±<" in whole
    assert ">+<" not in whole


def test_where_nothing_differs_there_is_nothing_to_draw() -> None:
    with pytest.raises(MapperError) as refused:
        whole_scene(*difference(CASE, CASE)[:2])
    assert (
        refused.value.findings[0].message == "nothing differs from the old one: the same is said, and the same stands"
    )


@given(problems(), problems())
@settings(deadline=None, max_examples=30)
def test_a_difference_loses_no_statement_and_changes_no_label(one: Problem, other: Problem) -> None:
    before, after = evaluated(one), evaluated(other)
    both = merged(before, after, Renames({}))
    assert both.graph.statements.keys() == before.graph.statements.keys() | after.graph.statements.keys()
    gone = before.graph.statements.keys() - after.graph.statements.keys()
    assert all(
        both.labels[name] is (Label.OUT if name in gone else after.labels[name]) for name in both.graph.statements
    )
    for name in both.graph.arguments.keys() & after.graph.arguments.keys():
        now, then = both.weight(both.graph.arguments[name]), after.weight(after.graph.arguments[name])
        assert [bound > 0 for bound in now] == [bound > 0 for bound in then]
    assert whole_scene(both).panels or not both.graph.statements
