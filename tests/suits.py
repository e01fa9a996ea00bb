"""Random suits, thousands of them in a few seconds: with all that stages, scenarios, motions and an asker look at.

Drawn with `random` rather than hypothesis, which takes longer to draw one than it takes to label it in all contexts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from typing import TypeVar

from mapper.case.model import Motion, Party, Scenario
from mapper.evaluate import Context
from mapper.graph import MADE_OUT, Argument, ArgumentGraph, Issue, Setting, Statement
from mapper.vocabulary import Assumption, Kind, Nature, Response, Role, Side, SourceKind, Stage, Standard, Weighing
from tests.strategies import SIZES, WEIGHTS, Problem, statement

T = TypeVar("T")

PARTIES = {name: Party(name=name, role=Role(name)) for name in ("plaintiff", "defendant", "amicus")}
WHOLE, BAR = "c", "d@c"
TARGET = f"{WHOLE}.{MADE_OUT}"
KINDS = (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.ELEMENT, Kind.ELEMENT, Kind.REBUTTAL)


@dataclass(frozen=True, slots=True)
class Suit:
    """A graph with scenarios, and the contexts in which to look at it."""

    graph: ArgumentGraph
    contexts: tuple[Context, ...]

    def __repr__(self) -> str:
        """Return the suit as a reader of a failed test wants to see it."""
        statements = [
            f"{s.id} {s.kind} {s.nature} {s.side} {s.source_kind} {s.standard} {s.responses}"
            for s in self.graph.statements.values()
        ]
        scenarios = [f"{name}: {each!r}" for name, each in self.graph.setting.scenarios.items()]
        graph = repr(Problem(self.graph, {}, dict.fromkeys(self.graph.statements, Standard.PREPONDERANCE)))
        return "\n".join([*statements, graph, *scenarios, *map(repr, self.contexts)])

    @property
    def size(self) -> int:
        """Return how much there is to read in it."""
        return len(self.graph.statements) + len(self.graph.arguments)


def suit(seed: int) -> Suit:
    """Return a suit with a claim, a defense to it and up to two scenarios; an asker changes half of its contexts.

    Most positions are elements, since a position of law is open unless somebody chooses.
    """
    random = Random(seed)
    names = [f"s{number}" for number in range(random.randint(1, 8))]
    issues = _issues(random, names)
    argued = {position for issue in issues for position in issue.positions if random.random() < 0.7}
    kinds = (KINDS if name not in argued else (Kind.ELEMENT,) for name in names)
    statements = [*map(partial(_statement, random), names, kinds), *_wholes()]
    every = [statement.id for statement in statements]
    steps = [_step(random, number, every, issues) for number in range(random.randint(0, 2 * len(names)))]
    scenarios = {name: _scenario(random, every) for name in random.choice([(), ("x",), ("x", "y")])}
    setting = Setting(parties=PARTIES, scenarios=scenarios)
    graph = ArgumentGraph(statements, [*steps, *_to_the_wholes(random, names)], issues, setting)
    bare = [Context(stage, scenario) for scenario in (None, *scenarios) for stage in Stage]
    return Suit(
        graph, tuple(_changed(random, graph, context) if random.random() < 0.5 else context for context in bare)
    )


def contest(seed: int) -> Problem:
    """Return four positions of one issue with steps for each of them, some of which are decided late or never."""
    random = Random(seed)
    positions, leaves = [f"p{number}" for number in range(4)], [f"l{number}" for number in range(8)]
    targets = positions + leaves[4:]
    steps = [replace(_step(random, number, leaves, ()), conclusion=random.choice(targets)) for number in range(16)]
    graph = ArgumentGraph(map(statement, targets + leaves[:4]), steps, [Issue(id="i", positions=tuple(positions))])
    standards = {name: random.choice([*Standard]) for name in graph.statements}
    return Problem(graph, {name: random.choice([*Assumption]) for name in leaves[:4]}, standards)


def _some(random: Random, items: Sequence[T], most: int) -> tuple[T, ...]:
    return tuple(random.sample(items, min(random.randint(0, most), len(items))))


def _statement(random: Random, name: str, kinds: Sequence[Kind]) -> Statement:
    return Statement(
        id=name,
        kind=random.choice(kinds),
        nature=random.choice([*Nature]),
        side=random.choice([None, *Side]),
        source_kind=random.choice([None, *SourceKind]),
        responses=tuple((party, random.choice([*Response])) for party in _some(random, [*PARTIES], 3)),
        standard=random.choice([*Standard]),
    )


def _wholes() -> list[Statement]:
    """Return a claim, what is made out of it, and a defense as it bears on it."""
    return [
        Statement(id=WHOLE, kind=Kind.CLAIM, side=Side.CLAIMANT),
        Statement(id=TARGET, kind=Kind.ELEMENT, nature=Nature.LAW, part_of=WHOLE, element=MADE_OUT),
        Statement(id=BAR, kind=Kind.DEFENSE, side=Side.OPPONENT, part_of="d", claim=WHOLE),
    ]


def _to_the_wholes(random: Random, names: Sequence[str]) -> list[Argument]:
    """Return the steps from elements to the claim and to the defense."""
    return [
        Argument(id=f"elements:{TARGET}", premises=_some(random, names, 3), conclusion=TARGET),
        Argument(id=f"elements:{BAR}", premises=_some(random, names, 3), conclusion=BAR),
        Argument(id=f"{TARGET}:{WHOLE}", premises=(TARGET,), conclusion=WHOLE, undercutters=(BAR,)),
    ]


def _issues(random: Random, names: Sequence[str]) -> list[Issue]:
    """Return issues without a statement in common."""
    groups, start = [], 0
    for size in random.choice(SIZES):
        groups.append(tuple(names[start : start + size]))
        start += size
    return [Issue(id=f"i{number}", positions=group) for number, group in enumerate(groups) if group]


def _step(random: Random, number: int, names: Sequence[str], issues: Iterable[Issue]) -> Argument:
    """Return a step, half of them about positions of an issue, where most can go wrong."""
    positions = [position for issue in issues for position in issue.positions]
    return Argument(
        id=f"a{number}:it",
        premises=_some(random, names, 4),
        conclusion=random.choice(positions if positions and random.random() < 0.5 else names),
        pro=random.random() < 0.67,
        weight=random.choice(WEIGHTS),
        weighing=random.choice([Weighing.LINKED, *Weighing]),
        undercutters=_some(random, names, random.choice([0, 2])),
    )


def _scenario(random: Random, names: Sequence[str]) -> Scenario:
    motion = Motion(by=random.choice([*PARTIES]), on=tuple(random.sample(names, 1)))
    return Scenario(
        accept=_some(random, names, 2),
        reject=_some(random, names, 2),
        open=_some(random, names, 2),
        motion=random.choice([None, motion]),
    )


def _changed(random: Random, graph: ArgumentGraph, context: Context) -> Context:
    """Return a context in which an asker changes something, in one way or in several at once."""
    names, most = list(graph.statements), random.choice([1, 1, 2])
    return replace(
        context,
        accept=_some(random, names, most),
        reject=_some(random, names, most),
        open=_some(random, names, most),
        drop=(*_some(random, names, most), *_some(random, list(graph.arguments), most)),
    )
