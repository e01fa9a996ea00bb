"""Claims, defenses and carve-outs against their theories and against each other."""

from __future__ import annotations

from collections.abc import Iterator

from mapper import rules
from mapper.build.instances import ALL_CLAIMS, OTHER_CLAIMS, Instance, unmet_conditions
from mapper.case.model import Claim
from mapper.case.theory import Theory
from mapper.check.sections import KINDS, instances
from mapper.check.subject import Subject
from mapper.check.wording import listed
from mapper.diagnostics import Diagnostic
from mapper.graph import MADE_OUT, SCOPE
from mapper.near import did_you_mean
from mapper.vocabulary import SIDES, Side


def theories_of_another_kind(subject: Subject) -> Iterator[Diagnostic]:
    """Find claims whose theory is one of a defense, and the like."""
    for section, name, instance in instances(subject.case):
        theory, needed = subject.theories.get(instance.theory), KINDS[type(instance)]
        if theory and theory.kind != needed:
            message = f"`{name}` is a {needed}, but `{instance.theory}` is the theory of a {theory.kind}"
            same_kind = [other for other, found in subject.theories.items() if found.kind == needed]
            help_ = did_you_mean(instance.theory, same_kind)
            yield Diagnostic(rules.WRONG_KIND, message, subject.value(section, name, "theory"), name, help_)


def theories_of_the_library(subject: Subject) -> Iterator[Diagnostic]:
    """Find theories of the case that have the name of one in the library: nothing is overridden."""
    for name, theory in subject.case.theories.items():
        if subject.library.get(name, theory) is not theory:
            message = f"the library has a theory `{name}` already"
            help_ = "give the theory of the case another name"
            yield Diagnostic(rules.REPEATED_ID, message, subject.key("theories", name), name, help_)


def unknown_elements(subject: Subject) -> Iterator[Diagnostic]:
    """Find support for what is no element of the theory."""
    for section, name, instance, theory in _with_theory(subject):
        known = _elements(instance, theory)
        for element in instance.support:
            if element not in known:
                message = f"`{name}` is supported on `{element}`, which is no element of `{instance.theory}`"
                help_ = did_you_mean(element, known) or f"its elements are {listed(known)}"
                keys = (section, name, "support", element)
                yield Diagnostic(rules.UNKNOWN_ELEMENT, message, subject.key(*keys), name, help_)


def misplaced_support(subject: Subject) -> Iterator[Diagnostic]:
    """Find support for one claim where no claim has support of its own, or where that claim is not concerned."""
    for section, name, instance, element, by_claim in _supported(subject):
        concerned = subject.addresses.claims_of.get(name, ()) if by_claim else ()
        for claim in instance.support[element]:
            if claim in (ALL_CLAIMS, OTHER_CLAIMS, *concerned) or claim not in subject.case.claims:
                continue
            if subject.addresses.is_unsure(name):
                continue
            why = f"`{name}` does not bear on `{claim}`" if by_claim else f"`{name}.{element}` is judged once for all"
            message = f"{why}, so support for `{claim}` alone cannot count"
            keys = (section, name, "support", element, claim)
            yield Diagnostic(rules.MISPLACED_SUPPORT, message, subject.key(*keys), f"{name}.{element}")


def claims_left_out(subject: Subject) -> Iterator[Diagnostic]:
    """Find elements that are judged claim by claim and supported for some claims only."""
    for section, name, instance, element, by_claim in _supported(subject):
        support = instance.support[element]
        if not by_claim or not support or ALL_CLAIMS in support or OTHER_CLAIMS in support:
            continue
        if left := [claim for claim in subject.addresses.claims_of[name] if claim not in support]:
            message = f"`{name}.{element}` is judged claim by claim, and {listed(left)} {_is(left)} left out"
            help_ = 'add the claim, with an empty list if nothing supports it there, or `"*"` for all the rest'
            keys = (section, name, "support", element)
            yield Diagnostic(rules.CLAIM_LEFT_OUT, message, subject.key(*keys), f"{name}.{element}", help_)


def idle(subject: Subject) -> Iterator[Diagnostic]:
    """Find defenses that bar no claim, and carve-outs that lift no defense."""
    for name, defense in subject.case.defenses.items():
        if not defense.against:
            help_ = "name the claims that it bars: `against: [...]`"
            keys = ("defenses", name)
            yield Diagnostic(
                rules.BARS_NOTHING, f"`{name}` is raised against no claim", subject.key(*keys), name, help_
            )
    for name, carve_out in subject.case.carve_outs.items():
        if not carve_out.lifts:
            help_ = "name the defense that it lifts: `lifts: ...`"
            keys = ("carve-outs", name)
            yield Diagnostic(rules.LIFTS_NOTHING, f"`{name}` lifts no defense", subject.key(*keys), name, help_)


def wrong_defenses(subject: Subject) -> Iterator[Diagnostic]:
    """Find carve-outs set against a defense that their theory does not lift."""
    for name, carve_out in subject.case.carve_outs.items():
        theory = subject.addresses.theory(carve_out)
        for number, lifted in enumerate(carve_out.lifts if theory and theory.lifts else ()):
            defense = subject.case.defenses.get(lifted)
            if defense and theory and defense.theory not in theory.lifts:
                message = (
                    f"`{name}` lifts `{lifted}`, but the theory `{carve_out.theory}` lifts only {listed(theory.lifts)}"
                )
                keys = ("carve-outs", name, "lifts", number)
                yield Diagnostic(rules.WRONG_DEFENSE, message, subject.value(*keys), name)


def out_of_reach(subject: Subject) -> Iterator[Diagnostic]:
    """Find defenses and carve-outs whose conditions no claim meets on which they bear.

    Where something argues that a claim is within their scope after all, or a scenario expects that they do not
    apply, the author knows.
    """
    for section, name, instance, theory in _with_theory(subject):
        claims = subject.addresses.claims_of.get(name, ())
        unmet = {claim: _unmet(subject, theory, claim) for claim in claims}
        argued = any(steps for steps in instance.support.get(SCOPE, {}).values())
        scopes = {f"{name}@{claim}{part}" for claim in claims for part in ("", f".{SCOPE}")}
        if claims and all(unmet.values()) and not argued and not scopes & subject.foreseen:
            lifts = section == "carve-outs"
            rule = rules.CARVE_OUT_OUT_OF_REACH if lifts else rules.BARS_NOTHING
            message = f"no claim that is {'barred' if lifts else 'named'} meets the conditions of `{name}`"
            help_ = "; ".join(f"`{claim}`: {', '.join(words)}" for claim, words in [*unmet.items()][:3])
            yield Diagnostic(rule, message, subject.key(section, name), name, help_)


def wrong_torts(subject: Subject) -> Iterator[Diagnostic]:
    """Find what supports an element that only a tort, made out, of the right party can support.

    Conspiracy answers for another's tort, never for the conspirator's own; a degree of negligence is one of the
    same party's negligence.
    """
    for name, claim in subject.case.claims.items():
        theory = subject.addresses.theory(claim)
        needs = {element: spec.needs for element, spec in theory.elements.items() if spec.needs} if theory else {}
        for step in subject.steps.given if needs else ():
            whole, _, element = step.conclusion.partition(".")
            if whole == name and element in needs and not _has_tort(subject, step.premises, claim, needs[element]):
                whose = "another party's" if needs[element] == "another-tort" else "the same party's"
                message = (
                    f"`{step.conclusion}` asks for {whose} tort, which {listed(step.premises)} {_is(step.premises)} not"
                )
                help_ = "cite the claim of that tort as `CLAIM.made-out`"
                yield Diagnostic(rules.WRONG_TORT, message, subject.value(*step.keys), step.conclusion, help_)


def _has_tort(subject: Subject, premises: tuple[str, ...], claim: Claim, needs: str) -> bool:
    mine, claims = _accused(subject, claim), subject.case.claims
    torts = [claims[p.removesuffix(f".{MADE_OUT}")] for p in premises if p.endswith(f".{MADE_OUT}")]
    if needs == "another-tort":
        return any(_accused(subject, tort) - mine for tort in torts)
    modified = subject.theories[claim.theory].modifies
    return any(mine & _accused(subject, tort) and modified in (None, tort.theory) for tort in torts)


def _accused(subject: Subject, claim: Claim) -> frozenset[str]:
    """Return the parties against whom a claim is asserted: the defendants, where it does not say."""
    parties = subject.case.parties
    return frozenset(claim.against or (p for p, party in parties.items() if SIDES.get(party.role) is Side.OPPONENT))


def _with_theory(subject: Subject) -> Iterator[tuple[str, str, Instance, Theory]]:
    for section, name, instance in instances(subject.case):
        if theory := subject.addresses.theory(instance):
            yield section, name, instance, theory


def _elements(instance: Instance, theory: Theory) -> tuple[str, ...]:
    """Return the elements that can be supported; the scope is one where there are conditions."""
    scope = (SCOPE,) if theory.conditions and not isinstance(instance, Claim) else ()
    return (*(name for name, _, _ in theory.parts()), *scope)


def _supported(subject: Subject) -> Iterator[tuple[str, str, Instance, str, bool]]:
    """Yield each element that has support, and whether it is judged claim by claim."""
    for section, name, instance, theory in _with_theory(subject):
        judged = {part: element.per_claim for part, element, _ in theory.parts()}
        for element in instance.support:
            if element in _elements(instance, theory):
                per_claim = element == SCOPE or judged[element]
                yield section, name, instance, element, per_claim and not isinstance(instance, Claim)


def _unmet(subject: Subject, theory: Theory, claim: str) -> tuple[str, ...]:
    against = subject.addresses.theory(subject.case.claims[claim])
    return unmet_conditions(theory.conditions, against) if theory.conditions and against else ()


def _is(names: object) -> str:
    return "is" if isinstance(names, list | tuple) and len(names) == 1 else "are"
