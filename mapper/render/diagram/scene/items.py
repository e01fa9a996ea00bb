"""What is drawn as one: a statement, or a defense as it bears on several claims; and the steps between such items."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mapper.evaluate import OutOfPlay
from mapper.graph import MADE_OUT, Argument, ArgumentGraph, Statement
from mapper.render.diagram.symbols import FLOWS, Flow
from mapper.render.diagram.views import Shown
from mapper.vocabulary import Kind, Label, Weighing

WHOLES = (Kind.CLAIM, Kind.DEFENSE, Kind.CARVE_OUT)


@dataclass(frozen=True, slots=True)
class Item:
    """What one card shows.

    Attributes:
        key: its address; ``section-230.publisher`` for what is judged claim by claim.
        statements: one, or one for each claim that it is judged for.
    """

    key: str
    statements: tuple[Statement, ...]

    @property
    def lead(self) -> Statement:
        """Return the statement that speaks for all, since they differ in their claim alone."""
        return self.statements[0]

    def for_claim(self, claim: str) -> Item:
        """Return the item as it bears on one claim, if it does so in particular."""
        found = tuple(s for s in self.statements if s.claim == claim)
        return Item(self.key, found or self.statements)

    @property
    def is_made_out(self) -> bool:
        """Return whether it is where the elements of a claim meet."""
        return self.lead.kind is Kind.ELEMENT and self.lead.element == MADE_OUT

    @property
    def whole(self) -> str:
        """Return the claim, defense or carve-out that it is or belongs to, or nothing."""
        if self.lead.kind is Kind.ELEMENT:
            return self.lead.part_of.partition("@")[0]
        return self.key if self.lead.kind in WHOLES else ""


@dataclass(frozen=True, slots=True)
class Move:
    """A step as it is drawn: one argument, or those that differ in their claim alone.

    Attributes:
        premises, conclusion, undercutters: keys of items.
        others: how many more premises it has, which are not drawn.
    """

    arguments: tuple[Argument, ...]
    premises: tuple[str, ...]
    conclusion: str
    undercutters: tuple[str, ...]
    others: int = 0

    @property
    def lead(self) -> Argument:
        """Return the argument that speaks for all."""
        return self.arguments[0]

    @property
    def is_linked(self) -> bool:
        """Return whether several premises do their work together."""
        return len(self.premises) > 1 and self.lead.weighing is not Weighing.CONVERGENT


@dataclass(frozen=True, slots=True)
class Items:
    """Items by key, the moves to each, and the positions of each issue.

    Attributes:
        wholes: the claims, defenses and carve-outs of the case, also those that are not shown themselves.
        lifted: the first defense that each carve-out lifts.
        seen: what the picture shows, and what it says of it.
        absent: the claims that are not in play, and why.
    """

    by_key: dict[str, Item]
    moves: dict[str, tuple[Move, ...]]
    issues: tuple[tuple[str, ...], ...]
    wholes: dict[str, Statement]
    lifted: dict[str, str]
    seen: Shown
    absent: Mapping[str, OutOfPlay] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Item:
        """Return the item with a key."""
        return self.by_key[key]

    def __contains__(self, key: str) -> bool:
        """Return whether there is such an item."""
        return key in self.by_key

    def claim_number(self, claim: str) -> int:
        """Return which claim of the case it is, from 1."""
        return [key for key, whole in self.wholes.items() if whole.kind is Kind.CLAIM].index(claim) + 1

    def moves_to(self, key: str) -> tuple[Move, ...]:
        """Return the moves for and against an item."""
        return self.moves.get(key, ())


def key_of(statement: Statement) -> str:
    """Return the key of the item that shows a statement.

    Examples:
        >>> key_of(Statement(id="d@c.e", kind=Kind.ELEMENT, claim="c"))
        'd.e'
    """
    return statement.id.replace(f"@{statement.claim}", "", 1) if statement.claim else statement.id


def items(graph: ArgumentGraph, seen: Shown) -> Items:
    """Return the statements of a graph that are shown, and the moves between them, in the order of the file."""
    keys = {s.id: key_of(s) for s in graph.statements.values() if s.id in seen.statements}
    members: dict[str, list[Statement]] = {}
    for name, key in keys.items():
        members.setdefault(key, []).append(graph.statements[name])
    by_key = {key: Item(key, tuple(found)) for key, found in members.items()}
    issues = (tuple(keys[p] for p in issue.positions if p in keys) for issue in graph.issues.values())
    wholes: dict[str, Statement] = {}
    lifted: dict[str, str] = {}
    for whole in graph.of_kind(*WHOLES):
        wholes.setdefault(key_of(whole), whole)
        for argument in graph.undercuts(whole.id) if whole.kind is Kind.CARVE_OUT else ():
            lifted.setdefault(key_of(whole), key_of(graph.statements[argument.conclusion]))
    return Items(by_key, _moves(graph, keys, seen), tuple(filter(None, issues)), wholes, lifted, seen)


def _moves(graph: ArgumentGraph, keys: dict[str, str], seen: Shown) -> dict[str, tuple[Move, ...]]:
    """Return the moves to each item; arguments between the same items that weigh the same are one."""
    alike: dict[tuple[object, ...], Move] = {}
    for a, drawn in _steps(graph, keys, seen):
        premises = tuple(dict.fromkeys(keys[premise] for premise in a.premises if premise in drawn))
        cutters = tuple(dict.fromkeys(keys[u] for u in a.undercutters if u in drawn))
        kind = (keys[a.conclusion], a.pro, premises, cutters, a.weight, a.weighing, a.warrant)
        before = alike[kind].arguments if kind in alike else ()
        others = sum(premise not in drawn for premise in a.premises)
        alike[kind] = Move((*before, a), premises, keys[a.conclusion], cutters, others)
    moves: dict[str, list[Move]] = {}
    for move in alike.values():
        moves.setdefault(move.conclusion, []).append(move)
    return {conclusion: tuple(found) for conclusion, found in moves.items()}


def _steps(graph: ArgumentGraph, keys: dict[str, str], seen: Shown) -> Iterator[tuple[Argument, Container[str]]]:
    """Yield the arguments that are drawn, each with the statements that are drawn as parts of it."""
    for a in graph.arguments.values():
        if a.conclusion not in keys:
            continue
        if seen.steps is not None:
            if a.id in seen.steps:
                yield a, seen.steps[a.id] & keys.keys()
        elif all(premise in keys for premise in a.premises):
            yield a, keys


def flow_of_labels(labels: Iterable[Label]) -> Flow:
    """Return whether at least one of these labels is *in*, or could be."""
    return strongest(FLOWS[label] for label in labels)


def strongest(flows: Iterable[Flow]) -> Flow:
    """Return the most that any of these links carries."""
    found = set(flows)
    return next((flow for flow in Flow if flow in found), Flow.DEAD)


def weakest(flows: Iterable[Flow]) -> Flow:
    """Return the least that any of these links carries; without any, nothing stands in the way."""
    found = set(flows)
    return next((flow for flow in reversed(Flow) if flow in found), Flow.LIVE)
