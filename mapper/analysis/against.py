"""Why two scenarios of a case part: the smallest differences between them that account for another status.

Each answer is verified: one scenario, changed by these differences alone, gives the status of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation, context, evaluate
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Status

if TYPE_CHECKING:
    from mapper.case.model import Scenario

LIMIT = 512
"""How many mixtures of two scenarios are evaluated at most."""

LISTS = ("accept", "reject", "open")


class Respect(StrEnum):
    """In what respect two scenarios differ."""

    STAGE = "stage"
    MOTION = "motion"
    READING = "reading"
    ASSUMPTION = "assumption"


@dataclass(frozen=True, slots=True)
class Difference:
    """One respect in which two scenarios differ; it is taken over as a whole.

    Attributes:
        about: for a reading the issue, for an assumption the address; otherwise empty.
        here, there: what the one and the other scenario have: a stage, a motion, or pairs such as ``accept X``.
        addresses: the addresses that belong to it.
    """

    respect: Respect
    about: str
    here: tuple[str, ...]
    there: tuple[str, ...]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parting:
    """A statement that has another status in the other scenario.

    Attributes:
        because: the smallest sets of differences each of which alone turns the one status into the other.
        smallest: whether it is known that no smaller set does.
    """

    statement: str
    here: Status
    there: Status
    because: tuple[tuple[Difference, ...], ...]
    smallest: bool = True


@dataclass(frozen=True, slots=True)
class Against:
    """Two scenarios beside each other.

    Attributes:
        here, there: their labellings.
        differences: all respects in which they differ.
        partings: the claims, and whatever either of them speaks of, where they part.
        same: the claims, and whatever else, where they do not.
    """

    here: Evaluation
    there: Evaluation
    differences: tuple[Difference, ...]
    partings: tuple[Parting, ...]
    same: tuple[str, ...]


def against(graph: ArgumentGraph, here: str, there: str, *, limit: int = LIMIT) -> Against:
    """Return why two scenarios of the case part.

    Args:
        graph: the graph of the case.
        here: the scenario from which the differences lead to the other.
        there: the other.
        limit: how many mixtures of the two are evaluated; from then on differences are left out one by one, as long
            as the rest is enough, and it is said that a smaller set was not ruled out.

    Raises:
        KeyError: if there is no such scenario.
    """
    mixture = _Mixture(graph, here, there, limit)
    first, second = mixture.evaluation(()), evaluate(graph, context(graph, scenario=there))
    partings, same = [], []
    for name in spoken_of(graph, here, there):
        if first.status(name) is second.status(name):
            same.append(name)
        else:
            partings.append(mixture.parting(name, first.status(name), second.status(name)))
    return Against(first, second, mixture.differences, tuple(partings), tuple(same))


def spoken_of(graph: ArgumentGraph, *scenarios: str) -> tuple[str, ...]:
    """Return the claims, and the statements that scenarios expect something of or that were ruled on."""
    found = [graph.setting.scenarios[name] for name in scenarios]
    addresses = [
        a for scenario in found for a in (*scenario.expect, *(scenario.ruling.outcome if scenario.ruling else ()))
    ]
    named = (name for address in addresses for name in graph.resolve_statements(address))
    return tuple(dict.fromkeys((*(claim.id for claim in graph.claims()), *named)))


def differences(graph: ArgumentGraph, here: Scenario, there: Scenario) -> tuple[Difference, ...]:
    """Return the respects in which two scenarios differ, the readings of one issue together."""
    found = []
    if here.stage is not there.stage:
        found.append(Difference(Respect.STAGE, "", (here.stage.value,), (there.stage.value,)))
    if here.motion != there.motion:
        found.append(Difference(Respect.MOTION, "", _motion(here), _motion(there)))
    return (*found, *_assumed(graph, here, there))


def _motion(scenario: Scenario) -> tuple[str, ...]:
    return (scenario.motion.by, *scenario.motion.on) if scenario.motion else ()


def _assumed(graph: ArgumentGraph, here: Scenario, there: Scenario) -> Iterator[Difference]:
    for addresses in _together(graph, (*_addresses(here), *_addresses(there))):
        first, second = _words(here, addresses), _words(there, addresses)
        if first != second:
            issue = next((i for a in addresses for n in graph.resolve_statements(a) if (i := graph.issue_of(n))), None)
            respect = Respect.READING if issue else Respect.ASSUMPTION
            yield Difference(respect, issue.id if issue else addresses[0], first, second, addresses)


def _addresses(scenario: Scenario) -> Iterator[str]:
    for name in LISTS:
        yield from getattr(scenario, name)


def _words(scenario: Scenario, addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name} {a}" for name in LISTS for a in getattr(scenario, name) if a in addresses)


def _together(graph: ArgumentGraph, addresses: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the addresses in groups: those that name the same statement or positions of the same issue."""
    groups: dict[str, tuple[set[str], list[str]]] = {}
    for address in dict.fromkeys(addresses):
        names = graph.resolve_statements(address)
        touched = {*names, *(rival for name in names for rival in graph.rivals(name))}
        hit = [first for first, (others, _) in groups.items() if others & touched] or [address]
        others, members = groups.setdefault(hit[0], (set(), []))
        for first in hit[1:]:
            more, added = groups.pop(first)
            others |= more
            members += added
        others |= touched
        members.append(address)
    return [tuple(members) for _, members in groups.values()]


class _Mixture:
    """Scenarios that are the one but for some differences, in which they are the other; each evaluated once."""

    def __init__(self, graph: ArgumentGraph, here: str, there: str, limit: int) -> None:
        scenarios = graph.setting.scenarios
        self.graph, self.name, self.limit = graph, here, limit
        self.here, self.there = scenarios[here], scenarios[there]
        self.differences = differences(graph, self.here, self.there)
        self.found: dict[tuple[Difference, ...], Evaluation] = {}

    def evaluation(self, taken_over: tuple[Difference, ...]) -> Evaluation:
        """Return the labelling of the one scenario with some differences taken over from the other."""
        if taken_over not in self.found:
            graph = self.graph.with_scenarios({**self.graph.setting.scenarios, self.name: self.mixed(taken_over)})
            self.found[taken_over] = evaluate(graph, context(graph, scenario=self.name))
        return self.found[taken_over]

    def mixed(self, taken_over: tuple[Difference, ...]) -> Scenario:
        """Return the one scenario with some differences taken over from the other."""
        update: dict[str, object] = {
            each.respect.value: getattr(self.there, each.respect.value) for each in taken_over if not each.addresses
        }
        moved = {address for each in taken_over for address in each.addresses}
        for name in LISTS:
            kept = [a for a in getattr(self.here, name) if a not in moved]
            update[name] = (*kept, *(a for a in getattr(self.there, name) if a in moved))
        return self.here.model_copy(update=update)

    def parting(self, statement: str, here: Status, there: Status) -> Parting:
        """Return why a statement has one status here and another one there."""

        def turns(taken_over: tuple[Difference, ...]) -> bool:
            return self.evaluation(taken_over).status(statement) is there

        for size in range(1, len(self.differences) + 1):
            sets = combinations(self.differences, size)
            found = tuple(each for each in sets if len(self.found) < self.limit and turns(each))
            if found:
                return Parting(statement, here, there, found, smallest=len(self.found) < self.limit)
        kept = self.differences
        for each in self.differences:
            fewer = tuple(other for other in kept if other is not each)
            kept = fewer if turns(fewer) else kept
        return Parting(statement, here, there, (kept,), smallest=False)
