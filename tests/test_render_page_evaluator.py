"""The evaluator in the page says of every case, in every context and after every change what Python says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import given, settings

from mapper.analysis.whatif import LISTS
from mapper.build import build
from mapper.case.load import load_case
from mapper.evaluate import LABELS, Context, Evaluation, evaluate
from mapper.evaluate.context import dropped_steps
from mapper.examples import flagship
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.render import page as package
from mapper.render.page.compiled import SCRIPTS, compiled, runs, standard_codes
from mapper.theories import library
from mapper.vocabulary import Assumption, Kind, Label, Stage, Weighing
from tests.strategies import Problem, problems
from tests.suits import Suit, contest, suit

if TYPE_CHECKING:
    from playwright.sync_api import Page

FLAGSHIP = build(load_case(flagship()).model, library())
ASSETS = Path(package.__file__).parent / "assets"
HARNESS = Path(__file__).with_name("evaluator_harness.js")
DEAD, OPEN, LIVE = 0, 1, 2

Answer: TypeAlias = dict[str, object]
Compiled: TypeAlias = dict[str, Any]
Question: TypeAlias = tuple[dict[str, object], dict[str, list[int]] | None]


@pytest.fixture
def evaluator(page: Page) -> Page:
    """Return a page with the evaluator in it, and nothing else."""
    for path in (*(ASSETS / script for script in SCRIPTS), HARNESS):
        page.add_script_tag(content=path.read_text(encoding="utf-8"))
    return page


def asked(page: Page, questions: Sequence[tuple[Compiled, Sequence[Question]]]) -> list[list[Answer]]:
    """Return what the evaluator answers about compiled graphs; as text, which the browser takes much faster."""
    found: list[list[Answer]] = json.loads(page.evaluate("answers", json.dumps(questions)))
    return found


def question(graph: ArgumentGraph, context: Context) -> Question:
    """Return a context as the evaluator is asked for it."""
    places = {name: number for number, name in enumerate(graph.statements)}
    steps = {name: number for number, name in enumerate(graph.arguments)}
    changes: dict[str, list[int]] = {
        word: [places[name] for name in getattr(context, word) if name in places] for word in LISTS
    }
    changes["without"] = [steps[name] for name in dropped_steps(graph, context)]
    return {"scenario": context.scenario, "stage": context.stage.value}, changes


def expected(graph: ArgumentGraph, evaluation: Evaluation) -> Answer:
    """Return what the evaluator should answer."""
    places = {name: number for number, name in enumerate(graph.statements)}
    assumed = [evaluation.given.get(name) for name in graph.statements]
    return {
        "labels": [LABELS.index(evaluation.labels[name]) for name in graph.statements],
        "given": [g and {"assumption": g.assumption.value, "by": g.by, "reason": g.reason} for g in assumed],
        "flows": [flow(evaluation, step) for step in graph.arguments.values()],
        "reasons": [reasons(graph, evaluation, name, places) for name in graph.statements],
    }


def flow(evaluation: Evaluation, step: Argument) -> int:
    if step.id not in evaluation.graph.arguments:
        return DEAD
    low, high = evaluation.weight(step)
    return LIVE if low > 0 else OPEN if high > 0 else DEAD


def reasons(graph: ArgumentGraph, evaluation: Evaluation, name: str, places: dict[str, int]) -> Answer:
    numbers = {step: number for number, step in enumerate(graph.arguments)}
    assumed = evaluation.given.get(name)

    def first(names: Iterable[str], label: Label) -> int | None:
        return next((places[each] for each in names if evaluation.labels[each] is label), None)

    def reason(step: Argument) -> Answer:
        return {
            "step": numbers[step.id],
            "flow": flow(evaluation, step),
            "pro": step.pro,
            "fails": first(step.premises, Label.OUT),
            "open": first(step.premises, Label.UNDECIDED),
            "cut": first(step.undercutters, Label.IN),
            "mayCut": first(step.undercutters, Label.UNDECIDED),
        }

    return {
        "given": assumed and {"assumption": assumed.assumption.value, "by": assumed.by, "reason": assumed.reason},
        "rivals": [places[rival] for rival in graph.rivals(name)],
        "pro": [reason(step) for step in graph.pro(name)],
        "con": [reason(step) for step in graph.con(name)],
    }


def posed(suit: Suit) -> tuple[Compiled, list[Question], list[Answer]]:
    """Return a suit with what is asked about it, except for what the evaluator refuses to do, and Python's answers."""
    graph, data = suit.graph, compiled(suit.graph)
    kept = {list(graph.arguments)[step] for step in data["kept"]}
    contexts = [
        replace(each, drop=tuple(drop for drop in each.drop if kept.isdisjoint(graph.resolve(drop))))
        for each in suit.contexts
    ]
    answers = [expected(graph, evaluate(graph, context)) for context in contexts]
    return data, [question(graph, context) for context in contexts], answers


def differing(page: Page, several: Sequence[Suit]) -> list[Suit]:
    """Return the suits about which the evaluator says something else than Python, the shortest first."""
    asking = [posed(each) for each in several]
    found = asked(page, [(data, questions) for data, questions, _ in asking])
    wanted = [answers for _, _, answers in asking]
    return sorted((s for s, mine, its in zip(several, found, wanted, strict=True) if mine != its), key=lambda s: s.size)


@pytest.mark.parametrize("first", range(0, 2000, 500))
def test_it_agrees_with_python_on_generated_suits(evaluator: Page, first: int) -> None:
    assert differing(evaluator, [suit(seed) for seed in range(first, first + 500)])[:1] == []


def test_it_agrees_with_python_under_all_standards_and_assumptions(evaluator: Page) -> None:
    @settings(max_examples=80)
    @given(problems())
    def agrees(problem: Problem) -> None:
        variants = list(problem.variants())
        [found] = asked(evaluator, [(argued(problem), [assuming(variant) for variant in variants])])
        wanted = [[LABELS.index(label) for label in variant.labels().values()] for variant in variants]
        assert [answer["labels"] for answer in found] == wanted

    agrees()


def test_it_agrees_with_python_where_several_positions_compete(evaluator: Page) -> None:
    drawn = [contest(seed) for seed in range(400)]
    found = asked(evaluator, [(argued(problem), [assuming(problem)]) for problem in drawn])
    wanted = [[LABELS.index(label) for label in problem.labels().values()] for problem in drawn]
    assert [answer["labels"] for [answer] in found] == wanted


def argued(problem: Problem) -> Compiled:
    """Return a graph in which nothing is assumed, and each statement has the standard of the problem."""
    data, standards = compiled(problem.graph), runs(standard_codes(problem.graph, problem.standards))
    nothing = runs([0] * len(problem.graph.statements))
    stages = len(Stage)
    attacked = {"rows": nothing, "counts": [nothing] * stages, "standards": [standards] * stages}
    return {**data, "attacked": {"claimant": attacked}}


def assuming(problem: Problem) -> Question:
    names = list(problem.graph.statements)
    changes = {
        word: [names.index(name) for name, each in problem.assumptions.items() if each is assumption]
        for word, assumption in zip(LISTS, Assumption, strict=False)
    }
    return {"scenario": None, "stage": "trial"}, changes


def test_the_labels_that_python_computed_are_those_it_computes(evaluator: Page) -> None:
    graphs = [FLAGSHIP, *(suit(seed).graph for seed in range(100))]
    asking: list[tuple[Compiled, list[Question]]] = []
    for graph in graphs:
        unchanged = [question(graph, context) for context in bare(graph)]
        asking.append((compiled(graph), [(c, changes) for c, none in unchanged for changes in (None, none)]))
    for answers in asked(evaluator, asking):
        assert answers[::2] == answers[1::2]


def bare(graph: ArgumentGraph) -> list[Context]:
    """Return every context of a case."""
    return [Context(stage, scenario) for scenario in (None, *graph.setting.scenarios) for stage in Stage]


def test_it_agrees_with_python_on_changes_of_the_sample_case(evaluator: Page) -> None:
    random = Random(1)
    names, steps = list(FLAGSHIP.statements), list(FLAGSHIP.arguments)
    doings = [*((word, name) for word in LISTS for name in names), *(("drop", step) for step in steps)]
    single = [supposing(each, {word: (name,)}) for each in bare(FLAGSHIP) for word, name in doings]
    several = [supposing(each, {word: tuple(random.sample(names, 3)) for word in LISTS}) for each in bare(FLAGSHIP)]
    chosen = Suit(FLAGSHIP, (*bare(FLAGSHIP), *random.sample(single, 200), *several))
    assert differing(evaluator, [chosen]) == []


def supposing(context: Context, added: dict[str, tuple[str, ...]]) -> Context:
    """Return a context in which an asker changes something."""
    return Context(context.stage, context.scenario, **added)


def test_a_step_on_which_the_share_of_another_rests_is_not_taken_away() -> None:
    def step(name: str, weighing: Weighing) -> Argument:
        return Argument(id=name, premises=("p",), conclusion="q", weighing=weighing)

    names = [Statement(id=name, kind=Kind.PROPOSITION) for name in "pq"]
    linked, shared = step("linked", Weighing.LINKED), step("shared", Weighing.FACTORIZED)
    assert compiled(ArgumentGraph(names, [linked, shared]))["kept"] == [0]
    assert compiled(ArgumentGraph(names, [linked]))["kept"] == compiled(ArgumentGraph(names, [shared]))["kept"] == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"accept": [3]}, "no statement has the number 3"),
        ({"drop": [None]}, "no statement has the number null"),
        ({"without": [-1]}, "no step has the number -1"),
        ({"without": [0]}, "more hangs on first than what it carries"),
    ],
)
def test_it_refuses_what_it_cannot_answer(evaluator: Page, changes: dict[str, list[int]], complaint: str) -> None:
    names = [Statement(id=name, kind=Kind.PROPOSITION) for name in "pqr"]
    steps = [
        Argument(id=name, premises=(premise,), conclusion="r", weighing=Weighing.FACTORIZED)
        for name, premise in (("first", "p"), ("second", "q"))
    ]
    with pytest.raises(Exception, match=complaint):
        asked(evaluator, [(compiled(ArgumentGraph(names, steps)), [({"scenario": None, "stage": "trial"}, changes)])])


def test_a_long_row_of_steps_is_no_deep_recursion(evaluator: Page) -> None:
    names = [f"s{number}" for number in range(20_000)]
    steps = [Argument(id=f"to {after}", premises=(before,), conclusion=after) for before, after in pairwise(names)]
    graph = ArgumentGraph([Statement(id=name, kind=Kind.PROPOSITION) for name in names], steps)
    [[fallen]] = asked(evaluator, [(compiled(graph), [question(graph, Context(Stage.TRIAL, drop=("s0",)))])])
    assert fallen["labels"] == [LABELS.index(Label.OUT)] * len(names)


def test_every_key_is_described() -> None:
    data = compiled(FLAGSHIP)
    layers = [layer for scenario in data["scenarios"] for layer in scenario["layers"]]
    keys = {key for part in (data, *data["scenarios"], *data["attacked"].values(), *layers) for key in part}
    assert [key for key in sorted(keys) if f"``{key}``" not in (compiled.__doc__ or "")] == []
