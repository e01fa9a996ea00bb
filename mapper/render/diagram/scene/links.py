"""The links between cards, the junctions where premises meet, and the knots where a step is attacked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from mapper.evaluate import Evaluation
from mapper.render.diagram.scene.bands import Band, BandKind, claims_linked
from mapper.render.diagram.scene.carriers import Ways, by_item, by_items, by_moves, flow_of
from mapper.render.diagram.scene.items import Items, Move
from mapper.render.diagram.symbols import ATTACKS, REBUTS, RIVAL, UNDERCUTS, Flow
from mapper.vocabulary import Kind, Weighing

ONE = Fraction(1)


class Form(StrEnum):
    """What stands at a place of the picture."""

    CARD = "card"
    CHIP = "chip"
    JUNCTION = "junction"
    KNOT = "knot"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A card, a chip, or a point where links meet; each is made once and like no other.

    Attributes:
        band: the number of the band that it stands in.
        keys: the items that a card shows; for a point, the steps that meet there, or what they conclude.
        beside: what a chip is drawn for, since it is drawn wherever it is needed; what attacks at a knot, if that tells
            it from another.
        note: how several items on one card work for what they support.
    """

    form: Form
    band: int
    keys: tuple[str, ...]
    beside: str = ""
    note: str = ""

    @property
    def is_point(self) -> bool:
        """Return whether links meet there and nothing is to be read."""
        return self.form in (Form.JUNCTION, Form.KNOT)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A line between two places, from the conclusion's side to the premise's; each is made once and like no other.

    Attributes:
        flow: whether it carries anything in the labelling that is drawn.
        ways: what it carries something by, from which the flow is worked out.
        word: what kind of attack it is; empty for support.
        arrow: whether there is a head at the conclusion's end.
        note: what else stands beside it.
        about: the addresses of the steps that it draws.
        level: whether it is between rivals, which stand in one column; it has a head at each end.
    """

    tail: Place
    head: Place
    flow: Flow
    ways: Ways
    word: str = ""
    weight: Fraction = ONE
    arrow: bool = True
    note: str = ""
    about: tuple[str, ...] = ()
    level: bool = False

    @property
    def is_direct(self) -> bool:
        """Return whether it leads from one band to another."""
        return self.tail.band != self.head.band


def links(items: Items, evaluation: Evaluation, bands: tuple[Band, ...]) -> tuple[Link, ...]:
    """Return every link of the picture, band after band, in the order of the file. Linear in the links."""
    linking = _Linking(items, evaluation, bands)
    for number, band in enumerate(bands):
        for key in (*band.members, *band.context):
            linking.draw(key, number, linking.moves_at_home(key, number))
        if band.kind is BandKind.COMMENTARY:
            linking.draw_commented(number)
    linking.draw_rivals()
    return tuple(linking.links)


class _Linking:
    """Turns moves into links."""

    def __init__(self, items: Items, evaluation: Evaluation, bands: tuple[Band, ...]) -> None:
        self.items, self.evaluation, self.bands = items, evaluation, bands
        self.homes = {key: number for number, band in enumerate(bands) for key in band.members}
        self.aside = {key for band in bands if band.kind is BandKind.COMMENTARY for key in band.members}
        self.links: list[Link] = []
        self.places: dict[tuple[object, ...], Place] = {}
        self.owners: dict[Place, str] = {}

    # Which moves are drawn where

    def _moves_to(self, key: str, band: int) -> tuple[Move, ...]:
        """Return the moves to an item that a band may draw."""
        moves = self.bands[band].moves
        return self.items.moves_to(key) if moves is None else moves.get(key, ())

    def moves_at_home(self, key: str, band: int) -> list[Move]:
        """Return the moves to an item, without what commentary adds unless the item is commentary itself."""
        moves = self._moves_to(key, band)
        if key in self.aside or self.bands[band].moves is not None:
            return list(moves)
        return [_cut_by(move, self.aside, inside=False) for move in moves if self.aside.isdisjoint(move.premises)]

    def _commented(self, key: str, band: int) -> tuple[tuple[str, ...], list[Move]]:
        """Return the commentary that attacks every move for an item, and the moves that other commentary takes part in."""
        moves, aside = self._moves_to(key, band), frozenset(self.bands[band].members)
        own = [move for move in moves if not aside.isdisjoint(move.premises)]
        cut = [_cut_by(move, aside, inside=True) for move in moves if aside.isdisjoint(move.premises)]
        common = _common([move for move in cut if move.lead.pro])
        rest = (_cut_by(move, common, inside=False) if move.lead.pro else move for move in cut)
        return common, own + [move for move in rest if move.undercutters]

    # Drawing them

    def draw(self, key: str, band: int, moves: list[Move]) -> None:
        """Draw moves to an item. What attacks every one of several moves for it does so in one knot."""
        if not moves:
            return
        pro = [move for move in moves if move.lead.pro]
        common = _common(pro) if len(pro) > 1 else ()
        start = here = self._place(key, band, key)
        if common:
            start = self._made(Form.KNOT, band, (key,))
            about = tuple(a.id for move in pro for a in move.arguments)
            self._link(here, start, by_moves(pro), about=about)
        for move in moves:
            if move.lead.pro:
                self._draw_move(start, band, _cut_by(move, common, inside=False))
            else:
                self._draw_move(here, band, move)
        self._attack(start, common, key)

    def draw_commented(self, band: int) -> None:
        """Draw what commentary adds to items that are at home elsewhere, with references to all but the commentary."""
        attacked: dict[str, list[str]] = {}
        for key in self.items.by_key:
            if key not in self.aside:
                common, moves = self._commented(key, band)
                self.draw(key, band, moves)
                for cutter in common:
                    attacked.setdefault(cutter, []).append(key)
        alike: dict[tuple[str, ...], list[str]] = {}
        for cutter, keys in attacked.items():
            alike.setdefault(tuple(keys), []).append(cutter)
        for conclusions, cutters in alike.items():
            self._draw_attacked(conclusions, cutters, band)

    def _draw_attacked(self, conclusions: tuple[str, ...], cutters: list[str], band: int) -> None:
        """Draw that commentary attacks whatever supports some items, in one knot."""
        knot = self._made(Form.KNOT, band, conclusions, cutters[0])
        for key in conclusions:
            pro = [move for move in self._moves_to(key, band) if move.lead.pro]
            about = tuple(argument.id for move in pro for argument in move.arguments)
            self._link(self._place(key, band, cutters[0]), knot, by_moves(pro), about=about)
        self._attack(knot, cutters, conclusions[0])

    def _draw_move(self, start: Place, band: int, move: Move) -> None:
        about = tuple(argument.id for argument in move.arguments)
        premises = [self.items[premise] for premise in move.premises]
        ways = by_items(premises) if start.form is Form.KNOT else by_moves([move])
        word, weight = "" if move.lead.pro else REBUTS, move.lead.weight
        note = ", ".join(filter(None, (_weight(move), _left_out(move), self._reach(move))))
        meeting = self._meeting(start, band, move)
        beside = self.owners.setdefault(meeting, move.conclusion) if meeting else move.conclusion
        ends = [self._place(premise, band, beside) for premise in move.premises]
        for end in ends if meeting is None else (meeting,):
            self._link(start, end, ways, word, weight=weight, note=note, about=about)
        if meeting is not None:
            several = not move.is_linked and len(ends) > 1
            for premise, end in zip(move.premises, ends, strict=True):
                self._link(meeting, end, self._by(premise), arrow=several, about=about)
            self._attack(meeting, move.undercutters, move.conclusion)

    def _meeting(self, start: Place, band: int, move: Move) -> Place | None:
        """Return the point where a move's premises meet or where it is attacked, if it needs one."""
        ends = [self._place(premise, band, move.conclusion) for premise in move.premises]
        if len(ends) == 1 and ends[0].form is Form.JUNCTION:
            return ends[0]
        if start.form is Form.JUNCTION and move.lead.pro and (move.is_linked or len(ends) == 1):
            return start
        if not move.is_linked and not move.undercutters and start not in ends:
            return None
        arguments = tuple(argument.id for argument in move.arguments)
        if move.undercutters or not move.is_linked:
            return self._made(Form.JUNCTION if move.is_linked else Form.KNOT, band, arguments)
        alike = (band, move.premises, move.lead.pro, move.lead.weight, move.lead.weighing)
        return self.places.setdefault(alike, Place(Form.JUNCTION, band, arguments))

    def _attack(self, point: Place, cutters: Iterable[str], conclusion: str) -> None:
        """Draw what undercuts the steps that meet in a point. A defense of few claims is linked across bands."""
        for cutter in cutters:
            lead = self.items[cutter].lead
            direct = lead.kind is Kind.DEFENSE and conclusion in claims_linked(self.items, cutter)
            band = self.homes.get(cutter, point.band) if direct else point.band
            ways, word = self._by(cutter, point.band), ATTACKS.get(lead.kind, UNDERCUTS)
            self._link(point, self._place(cutter, band, conclusion), ways, word, about=(cutter,))

    def draw_rivals(self) -> None:
        """Draw a link between each position of an issue and the next one in the same band."""
        for issue in self.items.issues:
            for one, other in pairwise(key for key in issue if key in self.homes):
                band = self.homes[one]
                if self.homes[other] == band:
                    ways = (*self._by(one), *self._by(other))
                    ends = self._place(one, band, one), self._place(other, band, other)
                    self._link(*ends, ways, RIVAL, level=True)

    def _place(self, key: str, band: int, beside: str) -> Place:
        """Return where an item is in a band: its card, a chip that refers to it, or the meeting point of a claim."""
        if self.homes.get(key) != band:
            return self._made(Form.CHIP, band, (key,), beside)
        return self._made(Form.JUNCTION if self.items[key].is_made_out else Form.CARD, band, (key,))

    def _made(self, form: Form, band: int, keys: tuple[str, ...], beside: str = "") -> Place:
        return self.places.setdefault((form, band, keys, beside), Place(form, band, keys, beside))

    def _link(  # noqa: PLR0913  # what a link is made of
        self,
        tail: Place,
        head: Place,
        ways: Ways,
        word: str = "",
        *,
        weight: Fraction = ONE,
        arrow: bool = True,
        note: str = "",
        about: tuple[str, ...] = (),
        level: bool = False,
    ) -> None:
        """Add a link, unless it would lead from a point to itself."""
        if tail is not head:
            flow = flow_of(self.evaluation, ways)
            self.links.append(Link(tail, head, flow, ways, word, weight, arrow, note, about, level))

    def _by(self, key: str, band: int | None = None) -> Ways:
        """Return that a link carries something if an item holds: in the band of a claim, for that claim."""
        item = self.items[key]
        return by_item(item.for_claim(self.bands[band].key) if band is not None else item)

    def _reach(self, move: Move) -> str:
        """Return for which claims a move is made, where it is not made for all that its conclusion is judged for."""
        every = {s.id: s.claim for s in self.items[move.conclusion].statements}
        made = [every[a.conclusion] for a in move.arguments]
        left = [claim for claim in every.values() if claim not in made]
        if not left or not move.premises:
            return ""
        return f"only {' and '.join(made)}" if len(made) <= len(left) else f"not {' and '.join(left)}"


def _common(moves: list[Move]) -> tuple[str, ...]:
    """Return what undercuts every one of the moves."""
    cutters = [move.undercutters for move in moves]
    return tuple(u for u in cutters[0] if all(u in others for others in cutters)) if cutters else ()


def _cut_by(move: Move, cutters: Iterable[str], *, inside: bool) -> Move:
    """Return a move with only these undercutters, or with all but these."""
    wanted = frozenset(cutters)
    kept = tuple(u for u in move.undercutters if (u in wanted) is inside)
    return move if kept == move.undercutters else replace(move, undercutters=kept)


def _left_out(move: Move) -> str:
    """Return how many of the premises that a step needs are drawn, where that is not all of them."""
    drawn = len(move.premises)
    left_out = drawn and move.others and move.lead.weighing is Weighing.LINKED
    return f"{drawn} of {drawn + move.others} needed" if left_out else ""


def _weight(move: Move) -> str:
    """Return the weight and the weighing of a move where they are not the usual ones."""
    usual = move.lead.weighing in (Weighing.LINKED, Weighing.CONVERGENT) or len(move.premises) < 2  # noqa: PLR2004
    weight = "" if move.lead.weight == ONE else f"{float(move.lead.weight):.3g}"
    return " ".join(filter(None, (weight, "" if usual else move.lead.weighing.value)))
