"""Every place of a case file that names something, and what can stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from mapper.build.entries import Entry
from mapper.build.instances import Instance
from mapper.case.model import CarveOut, CaseModel, Claim, Defense, Evidence, Proposition, Rebuttal, Scenario, Step
from mapper.case.scalars import ID
from mapper.check.sections import Keys, entries, instances


class Wants(Enum):
    """What can stand in a place."""

    STATEMENT = auto()
    TARGET = auto()
    POSITION = auto()
    CLAIM = auto()
    DEFENSE = auto()
    PARTY = auto()
    SOURCE = auto()
    THEORY = auto()
    WARRANT = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the case file that names something: what can stand there, and how to say that it does."""

    wants: Wants
    says: str


SUPPORT = Place(Wants.STATEMENT, "`{owner}` is supported by `{name}`")
PROVES = Place(Wants.STATEMENT, "`{owner}` proves `{name}`")
DISPROVES = Place(Wants.STATEMENT, "`{owner}` disproves `{name}`")
ATTACKS = Place(Wants.TARGET, "`{owner}` attacks `{name}`")
POSITION = Place(Wants.POSITION, "the issue `{owner}` has the position `{name}`")
RAISED_AGAINST = Place(Wants.CLAIM, "`{owner}` is raised against `{name}`")
SUPPORTED_FOR = Place(Wants.CLAIM, "`{owner}` is supported for `{name}`")
LIFTS = Place(Wants.DEFENSE, "`{owner}` lifts `{name}`")
BY = Place(Wants.PARTY, "`{owner}` is by `{name}`")
ASSERTED_AGAINST = Place(Wants.PARTY, "`{owner}` is asserted against `{name}`")
ANSWERED_BY = Place(Wants.PARTY, "`{owner}` is answered by `{name}`")
MOVED_BY = Place(Wants.PARTY, "the motion of the scenario `{owner}` is by `{name}`")
MOVED_ON = Place(Wants.STATEMENT, "the motion of the scenario `{owner}` raises `{name}`")
SAID_IN = Place(Wants.SOURCE, "`{owner}` rests on `{name}`")
QUOTED_IN = Place(Wants.SOURCE, "`{owner}` is quoted in `{name}`")
RULED_IN = Place(Wants.SOURCE, "the ruling of the scenario `{owner}` rests on `{name}`")
RULED_ON = Place(Wants.STATEMENT, "the ruling of the scenario `{owner}` is about `{name}`")
ACCEPTED = Place(Wants.STATEMENT, "the scenario `{owner}` accepts `{name}`")
REJECTED = Place(Wants.STATEMENT, "the scenario `{owner}` rejects `{name}`")
LEFT_OPEN = Place(Wants.STATEMENT, "the scenario `{owner}` leaves open `{name}`")
EXPECTED = Place(Wants.STATEMENT, "the scenario `{owner}` expects something of `{name}`")
REASON = Place(Wants.STATEMENT, "the scenario `{owner}` expects `{name}` as a reason")
WARRANTED_BY = Place(Wants.WARRANT, "the step to `{owner}` has the warrant `{name}`")
HAS_THEORY = Place(Wants.THEORY, "`{owner}` has the theory `{name}`")
MODIFIES = Place(Wants.THEORY, "the theory `{owner}` modifies `{name}`")
CAN_LIFT = Place(Wants.THEORY, "the theory `{owner}` lifts `{name}`")


class Reference(NamedTuple):
    """A name in the case file that has to lead to something."""

    place: Place
    owner: str
    name: str
    keys: Keys
    key: bool = False


def references(case: CaseModel) -> Iterator[Reference]:
    """Yield whatever the case names, in the order of its sections."""
    for source, document in case.sources.items():
        yield from _list(BY, source, document.by, ("sources", source, "by"))
    for name, theory in case.theories.items():
        modified = () if theory.modifies is None else (theory.modifies,)
        yield from _list(MODIFIES, name, modified, ("theories", name, "modifies"))
        yield from _list(CAN_LIFT, name, theory.lifts, ("theories", name, "lifts"))
    for section, name, entry in entries(case):
        yield from _of_entry(section, name, entry)
    for name, issue in case.issues.items():
        yield from _list(POSITION, name, issue.positions, ("issues", name, "positions"))
    for section, name, instance in instances(case):
        yield from _of_instance(section, name, instance)
    for name, scenario in case.scenarios.items():
        yield from _of_scenario(name, scenario)


def _list(place: Place, owner: str, names: Iterable[str], keys: Keys) -> Iterator[Reference]:
    return (Reference(place, owner, name, (*keys, number)) for number, name in enumerate(names))


def _keys(place: Place, owner: str, names: Iterable[str], keys: Keys) -> Iterator[Reference]:
    return (Reference(place, owner, name, (*keys, name), key=True) for name in names)


def _of_entry(section: str, name: str, entry: Entry) -> Iterator[Reference]:
    yield from _list(BY, name, entry.by, (section, name, "by"))
    if entry.source:
        yield Reference(SAID_IN, name, entry.source.source, (section, name, "source"))
    if entry.quoted_in:
        yield Reference(QUOTED_IN, name, entry.quoted_in.source, (section, name, "quoted-in"))
    for number, quote in enumerate(entry.quotes):
        yield Reference(QUOTED_IN, name, quote.quoted_in.source, (section, name, "quotes", number, "quoted-in"))
    yield from _steps(name, entry.support, (section, name, "support"))
    if isinstance(entry, Evidence | Rebuttal):
        yield from _targets(section, name, entry)
    if not isinstance(entry, Evidence | Proposition):
        yield from _keys(ANSWERED_BY, name, entry.response, (section, name, "response"))


def _targets(section: str, name: str, entry: Evidence | Rebuttal) -> Iterator[Reference]:
    if isinstance(entry, Rebuttal):
        yield from _list(ATTACKS, name, (target.on for target in entry.attacks), (section, name, "attacks"))
    else:
        yield from _list(PROVES, name, (target.on for target in entry.proves), (section, name, "proves"))
        yield from _list(DISPROVES, name, (target.on for target in entry.disproves), (section, name, "disproves"))


def _of_instance(section: str, name: str, instance: Instance) -> Iterator[Reference]:
    yield Reference(HAS_THEORY, name, instance.theory, (section, name, "theory"))
    yield from _list(BY, name, instance.by, (section, name, "by"))
    if instance.source:
        yield Reference(SAID_IN, name, instance.source.source, (section, name, "source"))
    match instance:
        case Claim():
            yield from _list(ASSERTED_AGAINST, name, instance.against, (section, name, "against"))
        case Defense():
            yield from _list(RAISED_AGAINST, name, instance.against, (section, name, "against"))
        case CarveOut():
            yield from _list(LIFTS, name, instance.lifts, (section, name, "lifts"))
    for element, by_claim in instance.support.items():
        claims = (claim for claim in by_claim if claim not in ("", "*"))
        yield from _keys(SUPPORTED_FOR, f"{name}.{element}", claims, (section, name, "support", element))
        for claim, support in by_claim.items():
            yield from _steps(f"{name}.{element}", support, (section, name, "support", element, claim))


def _steps(owner: str, steps: Iterable[Step], keys: Keys) -> Iterator[Reference]:
    for number, step in enumerate(steps):
        yield from _list(SUPPORT, owner, step.from_, (*keys, number, "from"))
        if step.warrant and ID.fullmatch(step.warrant):
            yield Reference(WARRANTED_BY, owner, step.warrant, (*keys, number, "warrant"))


def _of_scenario(name: str, scenario: Scenario) -> Iterator[Reference]:
    here = ("scenarios", name)
    yield from _list(ACCEPTED, name, scenario.accept, (*here, "accept"))
    yield from _list(REJECTED, name, scenario.reject, (*here, "reject"))
    yield from _list(LEFT_OPEN, name, scenario.open, (*here, "open"))
    if scenario.motion:
        yield Reference(MOVED_BY, name, scenario.motion.by, (*here, "motion", "by"))
        yield from _list(MOVED_ON, name, scenario.motion.on, (*here, "motion", "on"))
    yield from _keys(EXPECTED, name, scenario.expect, (*here, "expect"))
    for address, expectation in scenario.expect.items():
        yield from _list(REASON, name, expectation.because, (*here, "expect", address, "because"))
    if scenario.ruling:
        yield from _keys(RULED_ON, name, scenario.ruling.outcome, (*here, "ruling", "outcome"))
        if scenario.ruling.source:
            yield Reference(RULED_IN, name, scenario.ruling.source.source, (*here, "ruling", "source"))
