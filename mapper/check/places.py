"""Every place of a case file that names something, and what can stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from mapper.build.entries import Entry
from mapper.build.instances import ALL_CLAIMS, OTHER_CLAIMS, Instance
from mapper.case.model import CarveOut, CaseModel, Claim, Defense, Evidence, Proposition, Rebuttal, Scenario, Step
from mapper.case.scalars import ID
from mapper.check.sections import Keys, entries, instances
from mapper.diagnostics import Span

if TYPE_CHECKING:
    from mapper.case.load import CaseFile


class Wants(StrEnum):
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


@dataclass(frozen=True, slots=True, eq=False)
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
WITNESSED_BY = Place(Wants.PARTY, "`{owner}` comes in through the witness `{name}`")
ASSERTED_AGAINST = Place(Wants.PARTY, "`{owner}` is asserted against `{name}`")
ANSWERED_BY = Place(Wants.PARTY, "`{owner}` is answered by `{name}`")
MOVED_BY = Place(Wants.PARTY, "the motion of the scenario `{owner}` is by `{name}`")
MOVED_ON = Place(Wants.STATEMENT, "the motion of the scenario `{owner}` raises `{name}`")
SAID_IN = Place(Wants.SOURCE, "`{owner}` rests on `{name}`")
QUOTED_IN = Place(Wants.SOURCE, "`{owner}` is quoted in `{name}`")
REPLACES = Place(Wants.SOURCE, "`{owner}` replaces `{name}`")
BEFORE_THE_COURT = Place(Wants.SOURCE, "the scenario `{owner}` is about the pleading `{name}`")
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
MET_BY = Place(Wants.THEORY, "the theory `{owner}` is usually met by `{name}`")


class Form(StrEnum):
    """How names stand in a place: one by itself, in a list, or as the keys of a group."""

    VALUE = auto()
    LIST = auto()
    KEYS = auto()


class Mention(NamedTuple):
    """Names in one place of the case file, each of which has to lead to something."""

    place: Place
    owner: str
    names: tuple[str, ...]
    keys: Keys
    form: Form = Form.LIST

    def span(self, file: CaseFile, number: int) -> Span:
        """Return where one of the names stands."""
        match self.form:
            case Form.VALUE:
                return file.span(self.keys)
            case Form.LIST:
                return file.span((*self.keys, number))
            case Form.KEYS:
                return file.span((*self.keys, self.names[number]), key=True)

    def says(self, name: str) -> str:
        """Return the sentence that a name in this place makes."""
        return self.place.says.format(owner=self.owner, name=name)


def mentions(case: CaseModel) -> Iterator[Mention]:
    """Yield whatever the case names, in the order of its sections."""
    for source, document in case.sources.items():
        yield Mention(REPLACES, source, document.replaces, ("sources", source, "replaces"))
        yield Mention(BY, source, document.by, ("sources", source, "by"))
        yield Mention(WITNESSED_BY, source, document.witness, ("sources", source, "witness"))
    for name, theory in case.theories.items():
        if theory.modifies is not None:
            yield Mention(MODIFIES, name, (theory.modifies,), ("theories", name, "modifies"), Form.VALUE)
        yield Mention(CAN_LIFT, name, theory.lifts, ("theories", name, "lifts"))
        yield Mention(MET_BY, name, theory.defenses, ("theories", name, "defenses"))
    for section, name, entry in entries(case):
        yield from _of_entry(section, name, entry)
    for name, issue in case.issues.items():
        yield Mention(POSITION, name, issue.positions, ("issues", name, "positions"))
    for section, name, instance in instances(case):
        yield from _of_instance(section, name, instance)
    for name, scenario in case.scenarios.items():
        yield from _of_scenario(name, scenario)


def _of_entry(section: str, name: str, entry: Entry) -> Iterator[Mention]:
    if entry.by:
        yield Mention(BY, name, entry.by, (section, name, "by"))
    if entry.source:
        yield Mention(SAID_IN, name, (entry.source.source,), (section, name, "source"), Form.VALUE)
    if entry.quoted_in:
        yield Mention(QUOTED_IN, name, (entry.quoted_in.source,), (section, name, "quoted-in"), Form.VALUE)
    for number, quote in enumerate(entry.quotes):
        yield Mention(
            QUOTED_IN, name, (quote.quoted_in.source,), (section, name, "quotes", number, "quoted-in"), Form.VALUE
        )
    yield from _steps(name, entry.support, (section, name, "support"))
    if isinstance(entry, Evidence):
        yield Mention(WITNESSED_BY, name, entry.witness, (section, name, "witness"))
    if isinstance(entry, Evidence | Rebuttal):
        yield from _targets(section, name, entry)
    if not isinstance(entry, Evidence | Proposition) and entry.response:
        yield Mention(ANSWERED_BY, name, tuple(entry.response), (section, name, "response"), Form.KEYS)


def _targets(section: str, name: str, entry: Evidence | Rebuttal) -> Iterator[Mention]:
    if isinstance(entry, Rebuttal):
        yield Mention(ATTACKS, name, tuple(target.on for target in entry.attacks), (section, name, "attacks"))
    else:
        yield Mention(PROVES, name, tuple(target.on for target in entry.proves), (section, name, "proves"))
        yield Mention(DISPROVES, name, tuple(target.on for target in entry.disproves), (section, name, "disproves"))


def _of_instance(section: str, name: str, instance: Instance) -> Iterator[Mention]:
    yield Mention(HAS_THEORY, name, (instance.theory,), (section, name, "theory"), Form.VALUE)
    yield Mention(BY, name, instance.by, (section, name, "by"))
    if instance.source:
        yield Mention(SAID_IN, name, (instance.source.source,), (section, name, "source"), Form.VALUE)
    match instance:
        case Claim():
            yield Mention(ASSERTED_AGAINST, name, instance.against, (section, name, "against"))
        case Defense():
            yield Mention(RAISED_AGAINST, name, instance.against, (section, name, "against"))
        case CarveOut():
            yield Mention(LIFTS, name, instance.lifts, (section, name, "lifts"))
    for element, by_claim in instance.support.items():
        claims = tuple(claim for claim in by_claim if claim not in (ALL_CLAIMS, OTHER_CLAIMS))
        yield Mention(SUPPORTED_FOR, f"{name}.{element}", claims, (section, name, "support", element), Form.KEYS)
        for claim, support in by_claim.items():
            yield from _steps(f"{name}.{element}", support, (section, name, "support", element, claim))


def _steps(owner: str, steps: Iterable[Step], keys: Keys) -> Iterator[Mention]:
    for number, step in enumerate(steps):
        yield Mention(SUPPORT, owner, step.from_, (*keys, number, "from"))
        if step.warrant and ID.fullmatch(step.warrant):
            yield Mention(WARRANTED_BY, owner, (step.warrant,), (*keys, number, "warrant"), Form.VALUE)


def _of_scenario(name: str, scenario: Scenario) -> Iterator[Mention]:
    here = ("scenarios", name)
    if scenario.pleading:
        yield Mention(BEFORE_THE_COURT, name, (scenario.pleading,), (*here, "pleading"), Form.VALUE)
    yield Mention(ACCEPTED, name, scenario.accept, (*here, "accept"))
    yield Mention(REJECTED, name, scenario.reject, (*here, "reject"))
    yield Mention(LEFT_OPEN, name, scenario.open, (*here, "open"))
    if scenario.motion:
        yield Mention(MOVED_BY, name, (scenario.motion.by,), (*here, "motion", "by"), Form.VALUE)
        yield Mention(MOVED_ON, name, scenario.motion.on, (*here, "motion", "on"))
    yield Mention(EXPECTED, name, tuple(scenario.expect), (*here, "expect"), Form.KEYS)
    for address, expectation in scenario.expect.items():
        yield Mention(REASON, name, expectation.because, (*here, "expect", address, "because"))
    if scenario.ruling:
        yield Mention(RULED_ON, name, tuple(scenario.ruling.outcome), (*here, "ruling", "outcome"), Form.KEYS)
        if scenario.ruling.source:
            yield Mention(RULED_IN, name, (scenario.ruling.source.source,), (*here, "ruling", "source"), Form.VALUE)
