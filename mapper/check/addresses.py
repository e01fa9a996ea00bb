"""What the addresses of a case will name once its graph is built.

References are checked before there is a graph, so that one which leads nowhere is reported at its place. The
answers are those of the graph to come, for every case whose references hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mapper.build.instances import Instance
from mapper.case.model import CaseModel, Claim
from mapper.case.theory import Theory
from mapper.check.sections import KINDS
from mapper.graph import MADE_OUT, SCOPE
from mapper.vocabulary import Kind


class Addresses:
    """The statements of a case, before its graph is built.

    Attributes:
        kinds: the kind of each statement.
        claims_of: the claims on which each defense and carve-out bears, in the order of the file.
        unsure: what has no theory or bears on what is not there, so that its parts cannot be told.
    """

    def __init__(self, case: CaseModel, theories: Mapping[str, Theory]) -> None:
        self.case = case
        self.theories = theories
        self.kinds: dict[str, Kind] = {
            **dict.fromkeys(case.allegations, Kind.ALLEGATION),
            **dict.fromkeys(case.evidence, Kind.EVIDENCE),
            **dict.fromkeys(case.propositions, Kind.PROPOSITION),
            **dict.fromkeys(case.rebuttals, Kind.REBUTTAL),
        }
        self.claims_of: dict[str, tuple[str, ...]] = {}
        self.unsure: set[str] = set()
        self._each: dict[str, list[str]] = {}
        self._add_claims()
        self._add_defenses()
        self._add_carve_outs()

    def _add_claims(self) -> None:
        for name, claim in self.case.claims.items():
            self.kinds[name] = Kind.CLAIM
            self.kinds[f"{name}.{MADE_OUT}"] = Kind.ELEMENT
            self._add_elements(name, claim)

    def _add_defenses(self) -> None:
        for name, defense in self.case.defenses.items():
            self._add_bars(name, defense, Kind.DEFENSE, defense.against)

    def _add_carve_outs(self) -> None:
        for name, carve_out in self.case.carve_outs.items():
            lifted = [self.case.defenses[defense] for defense in carve_out.lifts if defense in self.case.defenses]
            if len(lifted) < len(carve_out.lifts):
                self.unsure.add(name)
            claims = tuple(claim for defense in lifted for claim in defense.against)
            self._add_bars(name, carve_out, Kind.CARVE_OUT, claims)

    def _add_bars(self, name: str, instance: Instance, kind: Kind, claims: tuple[str, ...]) -> None:
        if not all(claim in self.case.claims for claim in claims):
            self.unsure.add(name)
        reached = set(claims)
        self.claims_of[name] = tuple(claim for claim in self.case.claims if claim in reached)
        self._add_elements(name, instance)
        for claim in self.claims_of[name]:
            self._add_for(claim, name, kind)
            self._add_elements(name, instance, claim)

    def _add_elements(self, name: str, instance: Instance, claim: str = "") -> None:
        """Add the elements judged for one claim, or without a claim, those judged once."""
        theory = self.theory(instance)
        if theory is None:
            self.unsure.add(name)
            return
        for element, whole, _ in theory.parts():
            if not claim and (isinstance(instance, Claim) or not whole.per_claim):
                self.kinds[f"{name}.{element}"] = Kind.ELEMENT
            elif claim and whole.per_claim:
                self._add_for(claim, name, Kind.ELEMENT, element)
        if claim and theory.conditions:
            self._add_for(claim, name, Kind.ELEMENT, SCOPE)

    def _add_for(self, claim: str, name: str, kind: Kind, element: str = "") -> None:
        """Add a defense, a carve-out or an element of one as it bears on a claim."""
        dot = "." if element else ""
        address = f"{name}@{claim}{dot}{element}"
        self.kinds[address] = kind
        self._each.setdefault(f"{name}{dot}{element}", []).append(address)

    def theory(self, instance: Instance) -> Theory | None:
        """Return the theory of a claim, a defense or a carve-out, unless it is unknown or of another kind."""
        theory = self.theories.get(instance.theory)
        return theory if theory and theory.kind == KINDS[type(instance)] else None

    def spread(self, address: str) -> tuple[str, ...]:
        """Return the statements that an address names: itself, or each ``D@C`` for ``D``."""
        return (address,) if address in self.kinds else tuple(self._each.get(address, ()))

    def is_unsure(self, address: str) -> bool:
        """Return whether an address is of a part that cannot be told until another mistake is mended."""
        return bool(self.unsure) and address.partition(".")[0].partition("@")[0] in self.unsure

    def __iter__(self) -> Iterator[str]:
        yield from self.kinds
        yield from self._each
