"""What a person writes about a statement: who puts it forward, what it supports and attacks, what it quotes."""

from __future__ import annotations

from collections.abc import Iterator

from mapper import rules
from mapper.case.model import Rebuttal
from mapper.check.places import (
    ACCEPTED,
    BY,
    CAN_LIFT,
    LEFT_OPEN,
    LIFTS,
    MOVED_ON,
    POSITION,
    RAISED_AGAINST,
    REJECTED,
    SUPPORT,
    WITNESSED_BY,
)
from mapper.check.sections import entries
from mapper.check.steps import GivenStep
from mapper.check.subject import Subject
from mapper.check.wording import listed
from mapper.diagnostics import Diagnostic

ONCE = frozenset(
    {ACCEPTED, BY, CAN_LIFT, LEFT_OPEN, LIFTS, MOVED_ON, POSITION, RAISED_AGAINST, REJECTED, SUPPORT, WITNESSED_BY}
)
"""The lists in which naming a thing twice says no more than naming it once."""


def incomplete_rebuttals(subject: Subject) -> Iterator[Diagnostic]:
    """Find rebuttals that do not say whether they are of fact or of law, or who puts them forward."""
    for name, rebuttal in subject.case.rebuttals.items():
        keys = ("rebuttals", name)
        if rebuttal.nature is None:
            help_ = "add `nature: fact`, which argues against the statement, or `nature: law`, which undercuts the steps to it"
            message = f"the rebuttal `{name}` does not say whether it is one of fact or of law"
            yield Diagnostic(rules.REBUTTAL_WITHOUT_NATURE, message, subject.key(*keys), name, help_)
        if not rebuttal.by and rebuttal.source is None:
            help_ = "say who puts it forward (`by`) or where it stands (`source`)"
            message = f"nobody puts the rebuttal `{name}` forward"
            yield Diagnostic(rules.REBUTTAL_WITHOUT_PROPONENT, message, subject.key(*keys), name, help_)


def repeated_names(subject: Subject) -> Iterator[Diagnostic]:
    """Find lists that name the same thing twice."""
    for mention in subject.mentions:
        names = mention.names
        if names[1:] and mention.place in ONCE and len({*names}) < len(names):
            for number, name in enumerate(names):
                first = names.index(name)
                if first < number:
                    message = f"`{name}` is named twice in this list"
                    place = mention.span(subject.file, number)
                    related = ((mention.span(subject.file, first), "first named here"),)
                    yield Diagnostic(rules.REPEATED_NAME, message, place, mention.owner, related=related)


def repeated_steps(subject: Subject) -> Iterator[Diagnostic]:
    """Find steps that are given twice from the same premises to the same conclusion, also with opposite signs."""
    seen: dict[tuple[str, tuple[str, ...]], GivenStep] = {}
    for step in (*subject.steps.given, *_undercuts(subject)):
        premises = tuple(sorted(step.premises)) if step.premises[1:] else step.premises
        first = seen.setdefault((step.conclusion, premises), step)
        if premises and first is not step and first.keys != step.keys:
            verb = "supports" if first.pro else "attacks"
            twice = "twice" if first.pro == step.pro else f"and also {'supports' if step.pro else 'attacks'} it"
            message = f"{listed(step.premises)} {verb if len(premises) == 1 else verb[:-1]} `{step.conclusion}` {twice}"
            related = ((subject.value(*first.keys), "first given here"),)
            yield Diagnostic(rules.REPEATED_STEP, message, subject.value(*step.keys), step.conclusion, related=related)


def _undercuts(subject: Subject) -> Iterator[GivenStep]:
    """Yield what rebuttals undercut, as if it were a step, so that the same attack twice is seen."""
    for name, place, on, undercuts in _attacks(subject):
        if undercuts:
            yield GivenStep((name,), on, ("rebuttals", name, "attacks", place), pro=False)


def _attacks(subject: Subject) -> Iterator[tuple[str, int, str, bool]]:
    """Yield each attack of each rebuttal: its place, its target, and whether it undercuts."""
    for name, rebuttal in subject.case.rebuttals.items():
        for place, target in enumerate(rebuttal.attacks):
            yield name, place, target.on, _only_undercuts(subject, rebuttal, target.on)


def _only_undercuts(subject: Subject, rebuttal: Rebuttal, target: str) -> bool:
    """Return whether an attack takes steps out of play and argues against nothing."""
    statements = subject.addresses.spread(target)
    return ":" in target or (bool(statements) and all(subject.steps.undercut(rebuttal, s) for s in statements))


def weights_without_effect(subject: Subject) -> Iterator[Diagnostic]:
    """Find weights of attacks that take a step out of play, which they do or do not, whatever they weigh."""
    for name, place, on, undercuts in _attacks(subject):
        weight = subject.case.rebuttals[name].attacks[place].weight
        if undercuts and weight != 1:
            message = f"`{name}` undercuts `{on}`, so the weight {weight} has no effect"
            help_ = "leave the weight out; only what argues against a statement is weighed"
            keys = ("rebuttals", name, "attacks", place, "weight")
            yield Diagnostic(rules.WEIGHT_WITHOUT_EFFECT, message, subject.value(*keys), name, help_)


def attacks_on_themselves(subject: Subject) -> Iterator[Diagnostic]:
    """Find rebuttals that attack themselves or a step that they take part in, and evidence that disproves itself."""
    for name, place, on, _ in _attacks(subject):
        steps = subject.steps.at(on) if ":" in on else ()
        own = [step for step in steps if name in (*step.premises, step.conclusion)]
        if on == name or own:
            message = f"`{name}` attacks itself" if on == name else f"`{name}` attacks `{own[0].id}`, a step of its own"
            keys = ("rebuttals", name, "attacks", place)
            yield Diagnostic(rules.ATTACK_ON_ITSELF, message, subject.value(*keys), name)
    for name, evidence in subject.case.evidence.items():
        for place, target in enumerate(evidence.disproves):
            if target.on == name:
                keys = ("evidence", name, "disproves", place)
                message = f"`{name}` disproves itself"
                yield Diagnostic(rules.ATTACK_ON_ITSELF, message, subject.value(*keys), name)


def quotes_without_source(subject: Subject) -> Iterator[Diagnostic]:
    """Find quotes that do not say in which source they were found."""
    for section, name, entry in entries(subject.case):
        if entry.quote is not None and entry.source is None and entry.quoted_in is None:
            help_ = "add `quoted-in` with the source in which the words were found"
            message = f"the quote of `{name}` does not say where it was found"
            keys = (section, name, "quote")
            yield Diagnostic(rules.QUOTE_WITHOUT_SOURCE, message, subject.key(*keys), name, help_)
