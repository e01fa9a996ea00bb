"""Cards of several rows, for items that are linked alike: less to look at, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple, TypeVar

from mapper.render.diagram.scene.items import Items, strongest
from mapper.render.diagram.scene.links import Form, Link, Place
from mapper.vocabulary import Kind, Weighing

EACH, TOGETHER, WEIGHED, UNUSED = "each is enough", "needed together", "weighed together", "used by nothing"
ROWS_OF = (Kind.ALLEGATION, Kind.EVIDENCE)
TOGETHER_FROM = 4
"""From how many on that meet in one junction and bear on nothing else they share a card; fewer are seen apart."""
MOST_ROWS = 40
"""How many items stand on one card at most: about as many as a page has room for."""
T = TypeVar("T")


class _End(NamedTuple):
    """One end of a link, as seen from a place: what two places must have in common to be rows of one card."""

    is_head: bool
    other: Place
    word: str
    weight: Fraction
    arrow: bool
    note: str
    level: bool

    @property
    def is_support(self) -> bool:
        """Return whether the place supports what the link leads to."""
        return self.is_head and not self.word and not self.level


Ends = Mapping[Place, list[_End]]


def in_rows(links: tuple[Link, ...], items: Items) -> tuple[Link, ...]:
    """Return the links with each group of items that are linked alike gathered on one card.

    Items that stand alone behind what they support, and references of any sort, are gathered. Linear in the links.
    """
    ends = _ends(links)
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place, own in ends.items():
        if place.form is Form.CHIP or _is_row(place, own, items):
            groups.setdefault((place.form, place.band, _kind(place, items), frozenset(own)), []).append(place)
    weighed = {link.head for link in links if Weighing.CUMULATIVE.value in link.note}
    parts = [part for found in groups.values() for part in _on_cards(found)]
    cards = {place: card for part in parts for card in _card(part, ends, weighed) for place in part}
    return tuple(_merged(replace(link, tail=_on(cards, link.tail), head=_on(cards, link.head)) for link in links))


def _ends(links: tuple[Link, ...]) -> dict[Place, list[_End]]:
    found: dict[Place, list[_End]] = {}
    for link in links:
        alike = (link.word, link.weight, link.arrow, link.note, link.level)
        found.setdefault(link.head, []).append(_End(True, link.tail, *alike))
        found.setdefault(link.tail, []).append(_End(False, link.head, *alike))
    return found


def _is_row(place: Place, ends: Iterable[_End], items: Items) -> bool:
    """Return whether a card of these kinds only supports."""
    kind = items[place.keys[0]].lead.kind if place.form is Form.CARD else None
    return kind in ROWS_OF and all(end.is_support for end in ends)


def _kind(place: Place, items: Items) -> Kind | None:
    return items[place.keys[0]].lead.kind if place.form is Form.CARD else None


def _card(found: Sequence[Place], ends: Ends, weighed: Set[Place]) -> tuple[Place, ...]:
    """Return the one card for places that are linked alike, or nothing where they stay apart."""
    supports = [end for end in ends[found[0]] if end.is_support]
    together = any(not end.arrow for end in supports)
    if len(found) < (TOGETHER_FROM if together else 2):
        return ()
    counted = WEIGHED if any(end.other in weighed for end in supports) else TOGETHER
    keys = tuple(key for place in found for key in place.keys)
    return (replace(found[0], keys=keys, note=counted if together else EACH if supports else ""),)


def _on(cards: Mapping[Place, Place], place: Place) -> Place:
    return cards.get(place, place)


def _merged(links: Iterable[Link]) -> Iterable[Link]:
    """Return links with those between the same two places made one, which carries the most that any carries."""
    alike: dict[tuple[object, ...], list[Link]] = {}
    for link in links:
        alike.setdefault((link.tail, link.head, link.word, link.note, link.level), []).append(link)
    for found in alike.values():
        about = tuple(dict.fromkeys(name for link in found for name in link.about))
        ways = tuple(dict.fromkeys(way for link in found for way in link.ways))
        yield replace(found[0], flow=strongest(link.flow for link in found), ways=ways, about=about)


def unused(keys: Iterable[str], band: int, items: Items) -> Iterable[Place]:
    """Yield the places of items that no link leads to: on a card together where there are several of a kind."""
    by_kind: dict[tuple[object, ...], list[str]] = {}
    for key in keys:
        lead = items[key].lead
        by_kind.setdefault((lead.kind,) if lead.kind in ROWS_OF else (lead.kind, key), []).append(key)
    for found in by_kind.values():
        form = Form.JUNCTION if items[found[0]].is_made_out else Form.CARD
        for part in _on_cards(found):
            yield Place(form, band, tuple(part), note=UNUSED if len(part) > 1 else "")


def _on_cards(found: Sequence[T]) -> Iterable[Sequence[T]]:
    """Yield the parts that each have room on one card."""
    return (found[start : start + MOST_ROWS] for start in range(0, len(found), MOST_ROWS))
