"""Issues and scenarios: positions that exclude each other, and words for outcomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mapper import rules
from mapper.case.model import Scenario
from mapper.check.sections import Keys
from mapper.check.subject import WORDS, Subject
from mapper.check.wording import listed
from mapper.diagnostics import Diagnostic
from mapper.near import did_you_mean
from mapper.vocabulary import EXPECTATIONS, RULINGS, SIDES, STATUS, Kind, Status


def lonely_positions(subject: Subject) -> Iterator[Diagnostic]:
    """Find issues with fewer than two positions."""
    for name, issue in subject.case.issues.items():
        if not issue.positions[1:]:
            message = f"the issue `{name}` has {'no position' if not issue.positions else 'only one position'}"
            help_ = "an issue is a question with rival answers; name at least two"
            keys = ("issues", name, "positions")
            yield Diagnostic(rules.ONE_POSITION_ISSUE, message, subject.value(*keys), name, help_)


def shared_positions(subject: Subject) -> Iterator[Diagnostic]:
    """Find positions that stand in two issues."""
    seen: dict[str, tuple[str, Keys]] = {}
    for name, issue in subject.case.issues.items():
        for place, position in enumerate(issue.positions):
            keys = ("issues", name, "positions", place)
            first, where = seen.setdefault(position, (name, keys))
            if first != name:
                message = f"`{position}` is a position of the issue `{name}` and of `{first}`"
                related = ((subject.value(*where), f"in `{first}` here"),)
                yield Diagnostic(rules.MISPLACED_POSITION, message, subject.value(*keys), position, related=related)


def two_accepted_positions(subject: Subject) -> Iterator[Diagnostic]:
    """Find scenarios that accept two positions of one issue."""
    for name, scenario in subject.case.scenarios.items():
        accepted = {address: place for place, address in reversed([*enumerate(scenario.accept)])}
        for issue, question in subject.case.issues.items():
            both = sorted({p for p in question.positions if p in accepted}, key=lambda p: accepted[p])
            if len(both) > 1:
                message = f"the scenario `{name}` accepts {listed(both)}, of which at most one can hold"
                keys = ("scenarios", name, "accept", accepted[both[1]])
                related = ((subject.key("issues", issue), f"they are positions of the issue `{issue}`"),)
                yield Diagnostic(rules.TWO_ACCEPTED_POSITIONS, message, subject.value(*keys), name, related=related)


def contradictory_assumptions(subject: Subject) -> Iterator[Diagnostic]:
    """Find scenarios that both accept and reject a statement, or leave open what they decide."""
    for name, scenario in subject.case.scenarios.items():
        seen: dict[str, tuple[str, Keys]] = {}
        for verb, keys, address in _assumed(name, scenario):
            for statement in subject.addresses.spread(address):
                first, where = seen.setdefault(statement, (verb, keys))
                if first != verb:
                    message = f"the scenario `{name}` both {first} and {verb} `{statement}`"
                    related = ((subject.value(*where), f"it {first} it here"),)
                    yield Diagnostic(
                        rules.CONTRADICTORY_ASSUMPTIONS, message, subject.value(*keys), statement, related=related
                    )
                    break


def _assumed(name: str, scenario: Scenario) -> Iterator[tuple[str, Keys, str]]:
    """Yield what a scenario does, where, and about which address."""
    lists = (("accept", scenario.accept), ("reject", scenario.reject), ("open", scenario.open))
    for key, addresses in lists:
        verb = "leaves open" if key == "open" else f"{key}s"
        yield from ((verb, ("scenarios", name, key, place), a) for place, a in enumerate(addresses))


def movers_without_side(subject: Subject) -> Iterator[Diagnostic]:
    """Find motions by a party that is neither plaintiff nor defendant, so that it attacks nobody's pleading."""
    for name, scenario in subject.case.scenarios.items():
        mover = subject.case.parties.get(scenario.motion.by) if scenario.motion else None
        if scenario.motion and mover and mover.role not in SIDES:
            message = f"`{scenario.motion.by}`, whose motion the scenario `{name}` decides, is neither plaintiff nor defendant"
            keys = ("scenarios", name, "motion", "by")
            yield Diagnostic(rules.WRONG_KIND, message, subject.value(*keys), name)


def unknown_labels(subject: Subject) -> Iterator[Diagnostic]:
    """Find words of expectations and rulings that name no outcome, or none of such a statement."""
    for name, scenario in subject.case.scenarios.items():
        here = ("scenarios", name)
        for address, expectation in scenario.expect.items():
            keys = (*here, "expect", address, "label")
            yield from _label(subject, address, expectation.label, keys, EXPECTED)
        for address, word in scenario.ruling.outcome.items() if scenario.ruling else ():
            yield from _label(subject, address, word, (*here, "ruling", "outcome", address), RULINGS)


EXPECTED = {word: word for word in EXPECTATIONS}
"""The words of expectations, in the form of the table of rulings; a ruling may use them as well."""


def _label(subject: Subject, address: str, word: str, keys: Keys, offered: Mapping[str, str]) -> Iterator[Diagnostic]:
    kinds = {subject.addresses.kinds[statement] for statement in subject.addresses.spread(address)}
    meaning = offered.get(word, word)
    if meaning not in EXPECTATIONS:
        message = f"`{word}` is no word for an outcome"
    elif not _fits(meaning, kinds):
        message = f"`{word}` cannot be said of `{address}`, which is {WORDS[min(kinds)]}"
    else:
        return
    fitting = [known for known, meaning in offered.items() if _fits(meaning, kinds)]
    help_ = did_you_mean(word, fitting) or f"write {listed(fitting, 'or', len(fitting))}"
    yield Diagnostic(rules.UNKNOWN_LABEL, message, subject.value(*keys), address, help_)


def _fits(word: str, kinds: set[Kind]) -> bool:
    """Return whether a word of expectations can be said of statements of all these kinds."""
    return all(EXPECTATIONS[word] & {*STATUS[kind].values(), *_BARRED.get(kind, ())} for kind in kinds)


_BARRED: dict[Kind, tuple[Status, ...]] = {Kind.CLAIM: (Status.BARRED,)}
"""The status that only a claim has besides those of its labels."""
