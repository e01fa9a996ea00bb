"""Which parts share a page: as few pages as possible, evenly filled, and the number of the page of everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mapper.render.diagram.scene.bands import BandKind
from mapper.render.diagram.symbols import CARD_WIDTH
from mapper.render.dossier.parts import Part, of_band, planned
from mapper.render.dossier.split import split
from mapper.render.dossier.whole import Whole

Room = tuple[float, float]
"""The width and the height that a picture may have, in points."""
Page = tuple[Part, ...]
"""The parts that share a page, in the order of the file."""

Check = Callable[[], None]

LEAST = 16.0
"""The height of the lowest row of a card in points: what has more of them than a page has room for is not tried."""
LITTLE = 0.4
"""How much of its height a page fills that is nearly empty."""
BETWEEN = 20.0
"""How far apart two columns of cards are, at least, in points."""
SHARES, MANY = (0.92, 0.84, 0.76, 0.68, 0.6), 30
"""The shares of a page's height with which it is tried to fill all pages evenly, and for how many pages at most."""


class Fitting:
    """Finds out what fits a page; each is tried once.

    Attributes:
        room: what a picture may fill.
        check: asked before each layout whether there is time for it.
    """

    def __init__(self, whole: Whole, room: Room, check: Check) -> None:
        self.whole, self.room, self.check = whole, room, check
        self.sizes: dict[Page, Room] = {}
        self.deepest = int((room[0] + BETWEEN) // (CARD_WIDTH + BETWEEN))
        self.most = (self.deepest + 1) * int(room[1] // LEAST + 1)

    def lower(self, share: float) -> Fitting:
        """Return the same for pages of only a share of the height."""
        found = Fitting(self.whole, (self.room[0], self.room[1] * share), self.check)
        found.sizes = self.sizes
        return found

    def size(self, page: Page) -> Room:
        """Return the size of the picture of a page."""
        if page not in self.sizes:
            self.check()
            self.sizes[page] = planned(self.whole, page, self.room)
        return self.sizes[page]

    def fits(self, page: Page) -> bool:
        """Return whether a page has room for it."""
        if not self.may_fit(sum(len(part.members) for part in page), 0):
            return False
        wide, high = self.size(page)
        return wide <= self.room[0] and high <= self.room[1]

    def may_fit(self, size: int, depth: int) -> bool:
        """Return whether there could be room for so many items, of which so many stand behind each other."""
        return size <= self.most and depth <= self.deepest


def pages(whole: Whole, room: Room, check: Check = lambda: None) -> tuple[Page, ...]:
    """Return what each page shows; all on one if that is possible.

    A claim or a defense that needs more than a page begins on one of its own. Takes about as many layouts as there are
    branches, each of no more than a page.

    Args:
        whole: what there is to draw.
        room: what a picture may fill.
        check: raises an error when no time is left.
    """
    fitting = Fitting(whole, room, check)
    entire = tuple(of_band(whole, band) for band in range(len(whole.rows)))
    if fitting.fits(entire):
        return (entire,) if entire else ()
    return tuple(page for group in _groups(whole) if group for page in _joined(_even(group, fitting), fitting))


def _groups(whole: Whole) -> Iterator[tuple[int, ...]]:
    """Yield the bands that may share a page: the claims, the defenses, all that is beside these."""
    kinds = (BandKind.CLAIM, BandKind.DEFENSE)
    for kind in (*kinds, None):
        found = (n for n, row in enumerate(whole.rows) if (row.kind if row.kind in kinds else None) is kind)
        yield tuple(found)


class _Piece(NamedTuple):
    """A part that cannot be on two pages, and whether it begins a new one."""

    part: Part
    begins: bool


def _even(group: Sequence[int], fitting: Fitting) -> list[Page]:
    """Return as few pages as show some bands, cut into as few parts, the fullest page as empty as it can be."""
    best = _filled(_pieces(group, fitting, fitting), fitting)
    if len(best) > MANY:
        return best
    lower = (fitting.lower(share) for share in SHARES)
    return min(
        best, *(_filled(_pieces(group, fitting, low), low) for low in lower), key=lambda found: _cost(found, fitting)
    )


def _cost(pages: Sequence[Page], fitting: Fitting) -> tuple[int, int, float]:
    """Return how many pages and parts there are, and how full the fullest page is."""
    return len(pages), sum(map(len, pages)), max(fitting.size(page)[1] for page in pages)


def _pieces(group: Iterable[int], fitting: Fitting, low: Fitting) -> Iterator[_Piece]:
    """Yield the bands of a group, those larger than a page in parts that fit a lower one."""
    for band in group:
        part = of_band(fitting.whole, band)
        if fitting.fits((part,)):
            yield _Piece(part, False)
            continue
        for number, cut in enumerate(split(fitting.whole, band, low)):
            yield _Piece(cut, not number)


def _filled(pieces: Iterable[_Piece], fitting: Fitting) -> list[Page]:
    """Return pieces in their order on pages that are filled one after another."""
    found: list[Page] = []
    for piece in pieces:
        options = () if piece.begins or not found else _with(found[-1], piece.part)
        page = next(filter(fitting.fits, options), None)
        if page is None:
            found.append((piece.part,))
        else:
            found[-1] = page
    return found


def _joined(pages: list[Page], fitting: Fitting) -> list[Page]:
    """Return pages with each that is nearly empty added to another one of the same claim or defense, if it fits there."""
    found, place = list(pages), 0
    while place < len(found):
        target = _roomy(found, place, fitting) if fitting.size(found[place])[1] < LITTLE * fitting.room[1] else None
        if target is None:
            place += 1
        else:
            found[target] = (*found[target], *found[place])
            del found[place]
    return found


def _roomy(pages: Sequence[Page], place: int, fitting: Fitting) -> int | None:
    """Return which other page of the same claim or defense has room for one."""
    page = pages[place]
    others = (n for n, other in enumerate(pages) if n != place and other[-1].band == page[0].band)
    roomy = (n for n in others if _beside(fitting.size(pages[n]), fitting.size(page), fitting.room))
    return next((n for n in roomy if fitting.fits((*pages[n], *page))), None)


def _beside(one: Room, other: Room, room: Room) -> bool:
    """Return whether two may fit beside or below each other."""
    return any(one[side] + other[side] <= room[side] for side in (0, 1))


def _with(page: Page, part: Part) -> Iterator[Page]:
    """Yield a page with a further part: in one with the last of its band, or beside that."""
    if page[-1].band == part.band:
        yield (*page[:-1], page[-1] | part)
    yield (*page, part)


def numbers(whole: Whole, found: Sequence[Page], first: int) -> Mapping[str, int]:
    """Return the page on which each item is drawn in full, the first of them if there are several.

    Where the elements of a claim meet is drawn with the claim.
    """
    homes: dict[str, int] = {}
    for number, page in enumerate(found, start=first):
        for key in (key for part in page for key in part.members):
            homes.setdefault(whole.card(key), number)
    return homes | {key: homes[whole.card(key)] for key in whole.homes if whole.card(key) in homes}
