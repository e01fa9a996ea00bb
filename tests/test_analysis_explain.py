"""Explanations: what they name is enough, and they say what the case says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapper.analysis.explain import Explanation, Part, explain
from mapper.evaluate import Evaluation
from mapper.evaluate.network import levels
from mapper.graph import Argument, ArgumentGraph, Issue
from mapper.vocabulary import Label, Status, Weighing
from tests.cases import graph_of, labelled
from tests.strategies import Problem, evaluated, problems

CASE = """
allegations:
  KNEW: {text: It knew., nature: conclusion}
  SOLD: It sold tools.
  HURT: They were hurt.
propositions:
  narrow: Only the publisher's duty counts.
  wide: Any harm through content counts.
issues:
  reading: {positions: [narrow, wide]}
claims:
  negligence: {theory: tort, against: corp, support: {duty: [SOLD], breach: [SOLD], harm: [HURT]}}
  conspiracy: {theory: tort, against: corp, support: {duty: [KNEW], breach: [SOLD], harm: [HURT]}}
defenses:
  section-230:
    theory: immunity
    against: [negligence]
    support: {provider: [SOLD], publisher: {"*": [wide]}}
carve-outs:
  fosta: {theory: exception, lifts: section-230, support: {knowing: [SOLD]}}
scenarios:
  wide: {accept: [wide]}
  narrow: {accept: [narrow]}
"""


def replayed(evaluation: Evaluation, explanation: Explanation) -> Label:
    """Return the label that follows from the named steps and assumptions alone."""
    graph = evaluation.graph
    named = {reason.argument.id: reason.argument for g in explanation.grounds.values() for reason in g.reasons}
    steps = [_shared_out(graph, argument) for argument in named.values()]
    kept = ArgumentGraph(graph.statements.values(), steps, _issues(graph, explanation))
    assumed = {name: g.given.assumption for name, g in explanation.grounds.items() if g.given}
    return Problem(kept, assumed, evaluation.standards).labels()[explanation.statement]


def _shared_out(graph: ArgumentGraph, argument: Argument) -> Argument:
    """Return a factorized argument as a linked one of the weight that the whole graph gives it."""
    if argument.weighing is not Weighing.FACTORIZED or not argument.premises:
        return argument
    weight = levels(graph, argument)[-1]
    return Argument(
        id=argument.id,
        premises=argument.premises,
        conclusion=argument.conclusion,
        pro=argument.pro,
        weight=weight,
        undercutters=argument.undercutters,
    )


def _issues(graph: ArgumentGraph, explanation: Explanation) -> list[Issue]:
    """Return the issues, with the positions alone that are named, or whose steps are."""
    named = {reason.argument.conclusion for g in explanation.grounds.values() for reason in g.reasons}
    named |= set(explanation.grounds)
    return [Issue(id=i.id, positions=tuple(p for p in i.positions if p in named)) for i in graph.issues.values()]


@given(problems(), st.data())
def test_replaying_what_an_explanation_names_gives_the_same_label(problem: Problem, data: st.DataObject) -> None:
    evaluation = evaluated(problem)
    statement = data.draw(st.sampled_from(sorted(problem.graph.statements)))
    explanation = explain(evaluation, statement)
    assert replayed(evaluation, explanation) is evaluation.labels[statement]


@given(problems())
def test_every_reason_is_true(problem: Problem) -> None:
    evaluation = evaluated(problem)
    for statement in problem.graph.statements:
        for reason in explain(evaluation, statement).ground.reasons:
            low, high = reason.weight
            wanted = {
                Part.WINS: low > 0,
                Part.FAILS: high < levels(problem.graph, reason.argument)[-1] or not high,
                Part.TOO_WEAK: True,
                Part.PENDING: high > 0,
            }
            assert wanted[reason.part]


@given(problems())
def test_a_named_cycle_is_one(problem: Problem) -> None:
    evaluation = evaluated(problem)
    for statement in problem.graph.statements:
        explanation = explain(evaluation, statement)
        for name, following in zip(explanation.cycle, (*explanation.cycle[1:], *explanation.cycle[:1]), strict=True):
            assert following in explanation.grounds[name].because
            assert evaluation.labels[name] is Label.UNDECIDED


def test_a_bar_explains_the_claim_and_its_scope_why_nothing_lifts_it() -> None:
    explanation = explain(labelled(graph_of(CASE), scenario="wide"), "negligence")
    assert explanation.ground.status is Status.BARRED
    assert [(g.statement, g.status.value) for g in explanation.grounds.values()] == [
        ("negligence", "barred"),
        ("section-230@negligence", "applies"),
        ("section-230.provider", "made out"),
        ("SOLD", "counts"),
        ("section-230@negligence.publisher", "made out"),
        ("wide", "counts"),
        ("fosta@negligence", "does not apply"),
        ("fosta@negligence.scope", "not made out"),
    ]
    assert explanation.grounds["fosta@negligence.scope"].unmet == (
        "the claim rests on state law and federal law is needed",
        "the claim rests on state law (common law) and § 1 is needed",
    )


def test_a_rival_is_named_with_the_position_that_was_accepted() -> None:
    explanation = explain(labelled(graph_of(CASE), scenario="narrow"), "section-230@negligence")
    assert list(explanation.grounds) == [
        "section-230@negligence",
        "section-230@negligence.publisher",
        "wide",
        "narrow",
    ]
    assert [leaf.statement for leaf in explanation.leaves()] == ["narrow"]


def test_what_is_missing_is_named_and_nothing_else() -> None:
    explanation = explain(labelled(graph_of(CASE), scenario="wide"), "conspiracy")
    assert list(explanation.grounds) == ["conspiracy", "conspiracy.made-out", "conspiracy.duty", "KNEW"]
    assert explanation.grounds["KNEW"].reasons == ()
    assert explanation.grounds["KNEW"].given is None
