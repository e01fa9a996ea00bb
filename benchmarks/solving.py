"""What carries and what would defeat a claim with 16,000 leaves, and what 1,000 open statements leave settled."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.graphs import SEED, WEIGHTS, Made, Step
from benchmarks.rows import AtMost, Row
from benchmarks.timing import Pair, working
from mapper.analysis.bearing.labellings import Preferred
from mapper.analysis.bearing.settled import settled
from mapper.analysis.bearing.support import support
from mapper.evaluate import Context, Evaluation, Given, label
from mapper.vocabulary import Assumption, Standard

LEAVES, OPEN, LISTED = 16_000, 1_000, 1_000
SHARED, ATTACKED, ANSWERED = 0.3, 0.12, 0.95
CIRCLES = 10
SAMPLE = 5
"""How many labellings are timed; the time for more is extrapolated."""

Job = Callable[[Evaluation, str], object]


def rows(rounds: int) -> Iterator[Row]:
    """Yield the rows; each run is on a graph of which nothing is known yet but its labels."""
    for attacked, limit in ((0.0, 0.1), (ATTACKED, 2.0)):
        made = suit(LEAVES, attacked)
        name = f"{LEAVES:,} leaves{', attacks between them' if attacked else ''}"
        for job, ask, aim, labellings in (
            (f"all single points of failure, {name}", _points, AtMost(0.01, limit), LEAVES),
            (f"the first {LISTED:,} minimal supports, {name}", _supports, AtMost(1, 1), LISTED),
            (f"the smallest defeat, {name}", _defeat, AtMost(0.01, 1), LEAVES),
        ):
            pair = _pair(made, Assumption.ACCEPTED, ask, labellings, rounds)
            yield Row(job, f"{labellings:,} labellings", aim, pair)
    made = suit(OPEN, ATTACKED)
    job = f"settled, relevant and worth, {OPEN:,} open statements"
    pair = _pair(made, Assumption.OPEN, _settled, 2 * OPEN, rounds)
    yield Row(job, f"{2 * OPEN:,} labellings", AtMost(2, 2), pair)
    pair = _pair(circles(CIRCLES), Assumption.ACCEPTED, _preferred, 2**CIRCLES, rounds)
    yield Row(f"{2**CIRCLES:,} preferred labellings", f"{2**CIRCLES:,} labellings", AtMost(50, 1), pair)


def _points(evaluation: Evaluation, target: str) -> object:
    return support(evaluation, target).single_points


def _supports(evaluation: Evaluation, target: str) -> object:
    return support(evaluation, target).minimal(LISTED)


def _defeat(evaluation: Evaluation, target: str) -> object:
    return support(evaluation, target).defeat(LISTED)


def _settled(evaluation: Evaluation, target: str) -> object:
    return settled(evaluation, target).worth


def _preferred(evaluation: Evaluation, _: str) -> object:
    return Preferred(evaluation).first(2 * LISTED)


def _pair(made: Made, leaves: Assumption, ask: Job, labellings: int, rounds: int) -> Pair:
    """Return the times of asking, and of so many labellings of the same graph."""
    times = []
    for _ in range(rounds):
        evaluation = _evaluation(made, leaves)
        times.append(working(lambda: ask(evaluation, f"s{made.size - 1}"))())  # noqa: B023
    anew = working(lambda: [_again(evaluation) for _ in range(SAMPLE)])() / SAMPLE * labellings
    ours = sorted(times)[len(times) // 2]
    return Pair(ours, anew, ours / anew)


def _evaluation(made: Made, leaves: Assumption) -> Evaluation:
    graph = made.graph()
    given = {f"s{number}": Given(leaves, "option", "") for number in made.accepted}
    return label(graph, Context(), given, dict.fromkeys(graph.statements, Standard.PREPONDERANCE))


def _again(evaluation: Evaluation) -> Evaluation:
    return label(evaluation.graph, evaluation.context, evaluation.given, evaluation.standards)


def suit(leaves: int, attacked: float) -> Made:
    """Return a claim that rests on so many leaves, by alternative steps of several premises, level upon level.

    A part of the steps shares a premise with others. If attacked, a part of the steps is undercut and a part of the
    statements rebutted by what rests on other leaves, and most of that is answered in its turn.
    """
    draw = random.Random(SEED)
    steps: list[Step] = []
    size, level = leaves, list(range(leaves))
    while len(level) > 1:
        below, level = draw.sample(level, len(level)), []
        while below:
            level.append(size)
            for _ in range(min(draw.choice((1, 2, 2, 3)), len(below))):
                premises = [below.pop() for _ in range(min(draw.choice((1, 2, 2, 3, 4)), len(below)))]
                if draw.random() < SHARED:
                    premises.append(draw.randrange(leaves))
                if premises:
                    steps.append(Step(tuple(dict.fromkeys(premises)), size, weight=draw.choice(WEIGHTS)))
            size += 1
    return _attacked(draw, Made(size, tuple(range(leaves)), steps), attacked)


def _attacked(draw: random.Random, made: Made, share: float) -> Made:
    """Return the graph with attacks on a share of its steps, nearly all answered; its claim is the last statement."""
    steps, size = [], made.size
    for step in made.steps:
        if draw.random() >= share:
            steps.append(step)
            continue
        for_it, against_it = draw.sample(made.accepted, 2)
        steps.append(Step((for_it,), size, weight=WEIGHTS[1]))
        steps += [Step((against_it,), size, pro=False, weight=WEIGHTS[2])] if draw.random() < ANSWERED else []
        undercut = draw.random() < 1 / 2
        steps += [replace(step, cuts=(size,))] if undercut else [step, Step((size,), step.conclusion, pro=False)]
        size += 1
    return Made(size + 1, made.accepted, [*steps, Step((made.size - 1,), size)])


def circles(number: int) -> Made:
    """Return so many pairs of statements, each of which undercuts the step to the other."""
    steps = [
        step for n in range(number) for step in (Step((), 2 * n, cuts=(2 * n + 1,)), Step((), 2 * n + 1, cuts=(2 * n,)))
    ]
    return Made(2 * number, (), steps)
