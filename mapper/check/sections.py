"""A walk over the parts of a case, each with the section in which it stands."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.build.entries import Entry
from mapper.build.instances import Instance
from mapper.case.model import CarveOut, CaseModel, Claim, Defense

Keys = tuple[str | int, ...]
"""The keys and places in lists that lead to a value of the case file."""

KINDS: dict[type[Instance], str] = {Claim: "claim", Defense: "defense", CarveOut: "carve-out"}
"""The kind of theory that each of them needs, which is also what it is called."""


def entries(case: CaseModel) -> Iterator[tuple[str, str, Entry]]:
    """Yield the section, the id and the entry of each statement that a person writes."""
    yield from (("allegations", name, entry) for name, entry in case.allegations.items())
    yield from (("evidence", name, entry) for name, entry in case.evidence.items())
    yield from (("propositions", name, entry) for name, entry in case.propositions.items())
    yield from (("rebuttals", name, entry) for name, entry in case.rebuttals.items())


def instances(case: CaseModel) -> Iterator[tuple[str, str, Instance]]:
    """Yield the section, the id and the entry of each claim, defense and carve-out."""
    yield from (("claims", name, claim) for name, claim in case.claims.items())
    yield from (("defenses", name, defense) for name, defense in case.defenses.items())
    yield from (("carve-outs", name, carve_out) for name, carve_out in case.carve_outs.items())
