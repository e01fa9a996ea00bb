"""The steps that a case gives, with their places, before its graph is built."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from mapper.build.entries import AUTHORITIES, UNDERCUT_BY_LAW
from mapper.build.instances import ALL_CLAIMS, OTHER_CLAIMS, Instance, unmet_conditions
from mapper.case.model import Claim, Rebuttal, Step
from mapper.case.theory import Theory
from mapper.check.addresses import Addresses
from mapper.check.sections import Keys, entries, instances
from mapper.graph import MADE_OUT, SCOPE
from mapper.vocabulary import Nature


class GivenStep(NamedTuple):
    """A step, and the place in the case file that gives it; a step that follows from a theory has none."""

    premises: tuple[str, ...]
    conclusion: str
    keys: Keys = ()
    pro: bool = True
    named: str = ""
    """The id of a step that is not named for its premises."""

    @property
    def id(self) -> str:
        """Return the id of the step in the graph."""
        return self.named or f"{'+'.join(self.premises)}:{self.conclusion}"


class Steps:
    """All steps of a case, found when they are first asked for."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses

    @cached_property
    def given(self) -> tuple[GivenStep, ...]:
        """The steps that the case file gives."""
        return (*self._support(), *self._evidence(), *self._rebuttals())

    @cached_property
    def implied(self) -> tuple[GivenStep, ...]:
        """The steps that follow from theories and authority."""
        return (*self._authority(), *self._claims(), *self._bars())

    @cached_property
    def _to(self) -> dict[str, list[GivenStep]]:
        found: dict[str, list[GivenStep]] = {}
        for step in (*self.implied, *self.given):
            found.setdefault(step.conclusion, []).append(step)
        return found

    def at(self, address: str) -> tuple[GivenStep, ...]:
        """Return the steps that an address with a colon names: all in which its premises take part."""
        premises, _, conclusion = address.partition(":")
        targets = [step for target in self._addresses.spread(conclusion) for step in self._to.get(target, ())]
        wanted, exact = set(premises.split("+")), "+" in premises
        return tuple(
            step
            for step in targets
            if wanted <= set(step.premises) and (not exact or len(wanted) == len(step.premises))
        ) or tuple(step for step in targets if step.id == address)

    def __iter__(self) -> Iterator[str]:
        """Yield the address of every step."""
        yield from (step.id for step in (*self.given, *self.implied))

    def undercut(self, rebuttal: Rebuttal, target: str) -> bool:
        """Return whether a rebuttal attacks a statement by undercutting the steps to it, not by a con argument."""
        return rebuttal.nature is Nature.LAW and self._addresses.kinds[target] in UNDERCUT_BY_LAW

    # What the case file gives

    def _support(self) -> Iterator[GivenStep]:
        case = self._addresses.case
        for section, name, entry in entries(case):
            for place, step in enumerate(entry.support):
                yield self._step(step, name, (section, name, "support", place))
        for section, name, instance in instances(case):
            for element in instance.support:
                yield from self._element_support(section, name, instance, element)

    def _element_support(self, section: str, name: str, instance: Instance, element: str) -> Iterator[GivenStep]:
        """Yield the steps to an element: those for a claim, else those for the others, else those for all."""
        support = instance.support[element]
        for address in self._addresses.spread(f"{name}.{element}"):
            claim = address.partition("@")[2].partition(".")[0]
            key = next((key for key in (claim, OTHER_CLAIMS, ALL_CLAIMS) if key in support), None)
            for place, step in enumerate(support[key]) if key is not None else ():
                yield self._step(step, address, (section, name, "support", element, key or "", place))

    def _step(self, step: Step, conclusion: str, keys: Keys) -> GivenStep:
        premises = self._premises(step.from_)
        if step.warrant in self._addresses.kinds and step.warrant not in premises:
            premises = (*premises, step.warrant)
        return GivenStep(premises, conclusion, keys)

    def _premises(self, names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) == 1 and names[0] in self._addresses.kinds:
            return names
        return tuple(dict.fromkeys(p for name in names for p in self._addresses.spread(name)))

    def _evidence(self) -> Iterator[GivenStep]:
        for name, evidence in self._addresses.case.evidence.items():
            for key, targets in (("proves", evidence.proves), ("disproves", evidence.disproves)):
                for place, target in enumerate(targets):
                    keys = ("evidence", name, key, place)
                    yield from (
                        GivenStep((name,), on, keys, key == "proves") for on in self._addresses.spread(target.on)
                    )

    def _rebuttals(self) -> Iterator[GivenStep]:
        for name, rebuttal in self._addresses.case.rebuttals.items():
            for place, target in enumerate(rebuttal.attacks):
                keys = ("rebuttals", name, "attacks", place)
                yield from (
                    GivenStep((name,), on, keys, pro=False)
                    for on in self._addresses.spread(target.on)
                    if not self.undercut(rebuttal, on)
                )

    # What follows from theories and authority

    def _authority(self) -> Iterator[GivenStep]:
        case = self._addresses.case
        for _, name, entry in entries(case):
            source = case.sources.get(entry.source.source) if entry.source else None
            of_law = getattr(entry, "nature", None) in (Nature.LAW, Nature.MIXED)
            if source and source.kind in AUTHORITIES and of_law:
                yield GivenStep((), name, named=f"authority:{name}")

    def _claims(self) -> Iterator[GivenStep]:
        for name, claim in self._addresses.case.claims.items():
            theory = self._addresses.theory(claim)
            made_out = f"{name}.{MADE_OUT}"
            elements = theory.elements if theory else ()
            yield GivenStep(tuple(f"{name}.{e}" for e in elements), made_out, named=f"elements:{made_out}")
            yield GivenStep((made_out,), name)
            yield from _alternatives(name, theory, per_claim=None)

    def _bars(self) -> Iterator[GivenStep]:
        for _, name, instance in instances(self._addresses.case):
            if isinstance(instance, Claim) or not (theory := self._addresses.theory(instance)):
                continue
            yield from _alternatives(name, theory, per_claim=False)
            for claim in self._addresses.claims_of.get(name, ()):
                yield from _alternatives(f"{name}@{claim}", theory, per_claim=True)
                yield from self._bar(name, theory, claim)

    def _bar(self, name: str, theory: Theory, claim: str) -> Iterator[GivenStep]:
        bar, scope = f"{name}@{claim}", f"{name}@{claim}.{SCOPE}"
        elements = (f"{bar if spec.per_claim else name}.{element}" for element, spec in theory.elements.items())
        yield GivenStep((*elements, *([scope] if theory.conditions else ())), bar, named=f"elements:{bar}")
        against = self._addresses.theory(self._addresses.case.claims[claim])
        if theory.conditions and against and not unmet_conditions(theory.conditions, against):
            yield GivenStep((), scope, named=f"conditions:{scope}")


def _alternatives(owner: str, theory: Theory | None, *, per_claim: bool | None) -> Iterator[GivenStep]:
    """Yield the steps from alternatives to their elements: those judged for one claim, for all, or any of them."""
    for name, element in theory.elements.items() if theory else ():
        if per_claim in (None, element.per_claim):
            yield from (GivenStep((f"{owner}.{alternative}",), f"{owner}.{name}") for alternative in element.any_of)
