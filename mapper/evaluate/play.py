"""Which claims are in play: those of the pleading before the court, against somebody who is sued.

An amended pleading takes the place of the one before it, whose claims are then no longer before the court. What such
a claim comes to can be asked all the same: it is labelled like any other, only a motion concedes nothing about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mapper.graph import ArgumentGraph, Statement
from mapper.vocabulary import Role

STRANGERS = (Role.AMICUS, Role.NONPARTY)
"""Roles of those against whom nobody has brought a claim in this suit."""


class Absence(StrEnum):
    """Why a claim is not in play."""

    REPLACED = "replaced"
    LATER = "later"
    NOT_SUED = "not-sued"


@dataclass(frozen=True, slots=True)
class OutOfPlay:
    """Why a claim is not in play.

    Attributes:
        why: whether its pleading was replaced, came later than the one before the court, or whom it is against is
            not sued.
        pleading: the pleading that it stands in, unless that does not matter.
        others: the pleadings that matter instead of that one, or those who are not sued.
    """

    why: Absence
    pleading: str
    others: tuple[str, ...]


def out_of_play(graph: ArgumentGraph, scenario: str | None = None) -> dict[str, OutOfPlay]:
    """Return the claims that are not in play, and why.

    Linear in the claims, for the few pleadings that a case has.

    Args:
        graph: the graph of a case.
        scenario: the scenario that says which pleading is before the court; without one it is the last.
    """
    later, before_court = _replaced_by(graph), _before_court(graph, scenario)
    found = ((claim.id, _absence(graph, later, claim, before_court)) for claim in graph.claims())
    return {claim: absence for claim, absence in found if absence}


def absence_of(graph: ArgumentGraph, claim: str, scenario: str | None = None) -> OutOfPlay | None:
    """Return why a claim is not in play, if it is not; linear in the sources of the case."""
    return _absence(graph, _replaced_by(graph), graph.statements[claim], _before_court(graph, scenario))


def claim_of(statement: Statement) -> str:
    """Return the claim that a statement is, belongs to or bears on; nothing for one that serves several."""
    return statement.claim or statement.part_of or statement.id


def _before_court(graph: ArgumentGraph, scenario: str | None) -> str:
    """Return the pleading that a scenario goes by, if it names one."""
    return (graph.setting.scenarios[scenario].pleading if scenario else None) or ""


def _absence(
    graph: ArgumentGraph, later: Mapping[str, tuple[str, ...]], claim: Statement, before_court: str
) -> OutOfPlay | None:
    return _not_sued(graph, claim) or _not_pleaded(later, claim, before_court)


def _not_sued(graph: ArgumentGraph, claim: Statement) -> OutOfPlay | None:
    parties = graph.setting.parties
    strangers = [name for name in claim.against if name in parties and parties[name].role in STRANGERS]
    if strangers and len(strangers) == len(claim.against):
        return OutOfPlay(Absence.NOT_SUED, "", claim.against)
    return None


def _not_pleaded(later: Mapping[str, tuple[str, ...]], claim: Statement, before_court: str) -> OutOfPlay | None:
    pleading = claim.source.source if claim.source else ""
    if pleading == before_court or not pleading:
        return None
    if pleading in _all_after(later, before_court):
        return OutOfPlay(Absence.LATER, pleading, (before_court,))
    after = _all_after(later, pleading)
    if before_court in after:
        return OutOfPlay(Absence.REPLACED, pleading, (before_court,))
    last = tuple(name for name in after if name not in later)
    return OutOfPlay(Absence.REPLACED, pleading, last) if last else None


def _replaced_by(graph: ArgumentGraph) -> dict[str, tuple[str, ...]]:
    """Return by which pleadings each one is replaced."""
    found: dict[str, tuple[str, ...]] = {}
    for name, source in graph.setting.sources.items():
        for earlier in source.replaces:
            found[earlier] = (*found.get(earlier, ()), name)
    return found


def _all_after(later: Mapping[str, tuple[str, ...]], pleading: str) -> tuple[str, ...]:
    """Return every pleading that replaces this one, directly or through others."""
    found: dict[str, None] = {}
    queue = [*later.get(pleading, ())]
    for name in queue:
        if name not in found:
            found[name] = None
            queue.extend(later.get(name, ()))
    return tuple(found)
