"""Which band of the picture each item is drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mapper.evaluate import Evaluation
from mapper.evaluate.play import out_of_play
from mapper.render.diagram.scene.items import Item, Items, Move
from mapper.vocabulary import Kind, Label, SourceKind

BARS = 2
"""Against how many claims a defense may be raised to be linked with each; if there are more, chips stand for it."""


class BandKind(StrEnum):
    """What a band holds."""

    CLAIM = "claim"
    DEFENSE = "defense"
    COMMENTARY = "commentary"
    OTHER = "other"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the picture.

    Attributes:
        key: the claim or the defense, or the kind of any other band.
        wholes: the claims, defenses and carve-outs whose elements are drawn in it.
        members: the items that have their home in it, in the order of the file.
        title: what stands at its head, where that is not the usual.
        context: items at home elsewhere, moves to which are drawn here too.
        moves: the moves that it draws, by their conclusion; all there are, unless it is said.
    """

    kind: BandKind
    key: str
    wholes: tuple[str, ...]
    members: tuple[str, ...]
    title: str = ""
    context: tuple[str, ...] = ()
    moves: Mapping[str, tuple[Move, ...]] | None = None


def bands(items: Items, evaluation: Evaluation, outside: Iterable[str] = ()) -> tuple[Band, ...]:
    """Return the bands, empty ones left out; what is outside of the picture has no home.

    Claims in play come first, then those that are not, both in the order of the file. An item is at home in the first
    band in which something leads to it. Linear in the links.
    """
    aside = {key for key, item in items.by_key.items() if is_commentary(items, evaluation, item)}
    placing = _Placing(items, evaluation, aside, set(outside))
    found = [placing.band(BandKind.CLAIM, claim, (claim,)) for claim in _claims(items, evaluation)]
    found += [placing.band(BandKind.DEFENSE, defense, wholes) for defense, wholes in _defenses(items)]
    used = set(_used(items))
    found.append(placing.rest(BandKind.COMMENTARY, [key for key in items.by_key if key in aside]))
    found.append(placing.rest(BandKind.OTHER, [key for key in items.by_key if key in used]))
    found.append(placing.rest(BandKind.UNUSED, items.by_key))
    return tuple(_in_order([band for band in found if band.members], items))


def _in_order(found: list[Band], items: Items) -> list[Band]:
    """Return the bands with each defense that is linked with what it bars behind the first such claim."""
    ordered = [band for band in found if band.kind is not BandKind.DEFENSE]
    after = len([band for band in ordered if band.kind is BandKind.CLAIM])
    for band in found:
        if band.kind is BandKind.DEFENSE:
            barred = claims_linked(items, band.key)
            place = next((n + 1 for n, other in enumerate(ordered) if other.key in barred), after)
            ordered.insert(place if barred else after, band)
            after += 1
    return ordered


def claims_linked(items: Items, defense: str) -> tuple[str, ...]:
    """Return the claims with which a defense is linked directly: those that it is raised against, if they are few."""
    claims = tuple(s.claim for s in items[defense].statements if s.claim in items) if defense in items else ()
    return claims if len(claims) <= BARS else ()


def is_commentary(items: Items, evaluation: Evaluation, item: Item) -> bool:
    """Return whether an item is somebody's comment that does not count here.

    One that a scenario accepts takes its place among the arguments; so does a position, beside its rivals.
    """
    if item.lead.source_kind is not SourceKind.COMMENTARY:
        return False
    counted = any(evaluation.labels[s.id] is not Label.OUT for s in item.statements)
    return not counted and not any(item.key in issue for issue in items.issues)


class _Placing:
    """Gives each item its home, band after band."""

    def __init__(self, items: Items, evaluation: Evaluation, aside: set[str], outside: set[str]) -> None:
        self.items, self.evaluation, self.aside = items, evaluation, aside
        self.placed = outside
        self.rivals = {key: issue for issue in items.issues for key in issue}
        self.order = {key: number for number, key in enumerate(items.by_key)}
        self.own: dict[str, list[str]] = {}
        for key, item in items.by_key.items():
            self.own.setdefault(item.whole, []).append(key)

    def band(self, kind: BandKind, key: str, wholes: tuple[str, ...]) -> Band:
        """Return the band of a claim or a defense: its elements, and all that leads to them."""
        own = sorted((found for whole in wholes for found in self.own.get(whole, ())), key=self.order.__getitem__)
        return Band(kind, key, wholes, self._place(own, wholes))

    def rest(self, kind: BandKind, keys: Iterable[str]) -> Band:
        """Return a band of items that have no home yet, and of all that leads to them."""
        left = [key for key in keys if key not in self.placed]
        if kind is BandKind.COMMENTARY:
            self.aside = set()
        return Band(kind, kind.value, (), self._place(left, ()))

    def _place(self, keys: Iterable[str], wholes: tuple[str, ...]) -> tuple[str, ...]:
        members: list[str] = []
        todo = [key for key in keys if key not in self.aside][::-1]
        while todo:
            key = todo.pop()
            if key not in self.placed:
                self.placed.add(key)
                members.append(key)
                todo.extend([below for below in self._below(key) if self._may(below, wholes)][::-1])
        return tuple(members)

    def _may(self, key: str, wholes: tuple[str, ...]) -> bool:
        whole = self.items[key].whole
        return key not in self.placed and key not in self.aside and (not whole or whole in wholes)

    def _below(self, key: str) -> Iterator[str]:
        for move in self.items.moves_to(key):
            if not self.aside.intersection(move.premises):
                yield from move.premises
                yield from move.undercutters
        yield from self.rivals.get(key, ())


def _claims(items: Items, evaluation: Evaluation) -> list[str]:
    """Return the claims of which something is shown, in the order of the file, those that are not in play last.

    The scenario is asked, not the labelling: that of a page says of every claim that it is in play, since the page has
    one picture for all scenarios, but the picture is in the order of the one with which the page begins.
    """
    shown = {item.whole for item in items.by_key.values()}
    absent = out_of_play(evaluation.graph, evaluation.context.scenario)
    found = (key for key, whole in items.wholes.items() if whole.kind is Kind.CLAIM and key in shown)
    return sorted(found, key=absent.__contains__)


def _defenses(items: Items) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each defense of which something is shown with the carve-outs that lift it first of all."""
    shown = {item.whole for item in items.by_key.values()}
    for defense, whole in items.wholes.items():
        if whole.kind is Kind.DEFENSE:
            wholes = (defense, *(key for key, lifted in items.lifted.items() if lifted == defense))
            if not shown.isdisjoint(wholes):
                yield defense, wholes


def _used(items: Items) -> Iterator[str]:
    """Yield what takes part in a step or in an issue."""
    for conclusion, moves in items.moves.items():
        for move in moves:
            if move.premises or move.undercutters:
                yield from (conclusion, *move.premises, *move.undercutters)
    for issue in items.issues:
        if len(issue) > 1:
            yield from issue
