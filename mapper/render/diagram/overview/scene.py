"""What an overview shows: each claim, defense and carve-out over a card with its elements, and what bars and lifts what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mapper.evaluate import Evaluation, OutOfPlay
from mapper.graph import Statement
from mapper.render.diagram.measure import wrap
from mapper.render.diagram.overview.counts import attack_words, own_attack_words, support_words
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.bands import BandKind
from mapper.render.diagram.scene.cards import LIKE_CHIP, Card, Row, card, shared_mark
from mapper.render.diagram.scene.carriers import Group, Ways, by_item, by_items, flow_of
from mapper.render.diagram.scene.items import Item, Items, items
from mapper.render.diagram.scene.lines import card_lines
from mapper.render.diagram.scene.links import Form, Link, Place
from mapper.render.diagram.scene.sayings import about
from mapper.render.diagram.scene.scene import ASIDE, Line, Panel, Scene, Spot, quoted
from mapper.render.diagram.symbols import ATTACKS, LOOKS, SMALL_SIZE, Mark
from mapper.render.diagram.views import Shown
from mapper.render.text.play import absence
from mapper.vocabulary import Kind

ROW_LINES, SCOPE_LINES = 2, 3
"""How many lines of counts, and of reasons, an element has at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """A claim, a defense or a carve-out with its elements below it.

    Attributes:
        head: its card.
        point: where its elements meet, and where it is barred or lifted; none below the claims that are not in play.
        parts: the card with its elements, if it has any.
    """

    key: str
    head: Spot
    point: Spot | None = None
    parts: Spot | None = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Return all that is drawn of it, from top to bottom."""
        return tuple(filter(None, (self.head, self.point, self.parts)))


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """What an overview shows.

    Attributes:
        scene: the same as of every picture.
        claims: the claims in the order of the file, and at last those together that are not in play.
        defenses: each defense with the carve-outs that lift it.
    """

    scene: Scene
    claims: tuple[Stack, ...]
    defenses: tuple[tuple[Stack, tuple[Stack, ...]], ...]


def overview(evaluation: Evaluation, seen: Shown) -> Overview:
    """Return the overview of an evaluated graph. Linear in it, but for what supports several elements."""
    found = items(evaluation.graph, seen)
    making = _Making(found, evaluation)
    wholes = {kind: [key for key, w in found.wholes.items() if w.kind is kind and key in found] for kind in LOOKS}
    claims = tuple(making.stack(key, 0) for key in wholes[Kind.CLAIM])
    defenses = tuple(
        (
            making.stack(key, band),
            tuple(making.stack(lift, band) for lift in wholes[Kind.CARVE_OUT] if found.lifted.get(lift) == key),
        )
        for band, key in enumerate(wholes[Kind.DEFENSE], start=1)
    )
    lines = (*making.inside, *making.attacks(claims, defenses))
    absent = {key: why for key, why in evaluation.out_of_play().items() if key not in found}
    every = (*claims, making.aside(absent)) if absent else claims
    return Overview(Scene(tuple(_panels(found, every, defenses)), lines), every, defenses)


def _panels(
    found: Items, claims: tuple[Stack, ...], defenses: tuple[tuple[Stack, tuple[Stack, ...]], ...]
) -> Iterator[Panel]:
    yield _panel(0, "claims", BandKind.CLAIM, "CLAIMS, and what each of them has to show", claims)
    for number, (defense, lifts) in enumerate(defenses, start=1):
        title = f"DEFENSE · {found.wholes[defense.key].heading}{', and what would lift it' if lifts else ''}"
        yield _panel(number, defense.key, BandKind.DEFENSE, title, (defense, *lifts))


def _panel(number: int, key: str, kind: BandKind, title: str, stacks: Iterable[Stack]) -> Panel:
    spots = tuple(spot for stack in stacks for spot in stack.spots)
    return Panel(f"cluster_{number}", f"{ASIDE}{quoted(key)}", kind, title, spots)


class _Making:
    """Makes stacks and links, and gives each spot its name."""

    def __init__(self, found: Items, evaluation: Evaluation) -> None:
        self.found, self.evaluation = found, evaluation
        self.keys = {s.id: item.key for item in found.by_key.values() for s in item.statements}
        self.inside: list[Line] = []
        self.count = 0

    def stack(self, key: str, band: int) -> Stack:
        """Return a claim, defense or carve-out with its elements, and link them."""
        whole = self.found[key]
        elements = self._elements(whole)
        head = self._spot(Place(Form.CARD, band, (key,)), quoted(key), _head(self.found, self.evaluation, whole))
        steps = tuple(f"elements:{s.id}" for s in whole.statements)
        point = self._spot(
            Place(Form.JUNCTION if elements else Form.KNOT, band, steps), f"{quoted(key)}{ASIDE}elements"
        )
        made = replace(point, flow=flow_of(self.evaluation, by_items(elements)) if elements else point.flow)
        parts = self._parts(key, elements, band)
        self.inside.append(self._line(head, made, self._by_steps(whole)))
        if parts:
            self.inside.append(self._line(made, parts, by_items(elements), arrow=False))
        return Stack(key, head, made, parts)

    def aside(self, absent: Mapping[str, OutOfPlay]) -> Stack:
        """Return the card of the claims that are not in play."""
        statements = self.evaluation.graph.statements
        rows = tuple(_absent(statements[key], why, self.evaluation) for key, why in absent.items())
        face = Card(LIKE_CHIP, None, Mark.ABSENT, "+".join(absent), "NOT IN PLAY", rows=rows)
        return Stack("", self._spot(Place(Form.CHIP, 0, tuple(absent)), f"{ASIDE}absent", face))

    def attacks(
        self, claims: tuple[Stack, ...], defenses: tuple[tuple[Stack, tuple[Stack, ...]], ...]
    ) -> Iterator[Line]:
        """Yield what bars each claim, and what lifts each defense."""
        for defense, lifts in defenses:
            raised = {s.claim: s for s in self.found[defense.key].statements}
            for claim in claims:
                if claim.key in raised and claim.point:
                    bar = Item(defense.key, (raised[claim.key],))
                    yield self._line(claim.point, defense.head, by_item(bar), ATTACKS[Kind.DEFENSE])
            for lift in lifts:
                assert defense.point, "only claims that are not in play have no point"
                ways = by_item(self.found[lift.key])
                yield self._line(defense.point, lift.head, ways, ATTACKS[Kind.CARVE_OUT])

    def _elements(self, whole: Item) -> list[Item]:
        """Return what a whole has to show, each followed by those of its elements that lead to that."""
        every = {i.key: i for i in self.found.by_key.values() if i.whole == whole.key and not i.is_made_out}
        names = (e.id for s in whole.statements for e in self.evaluation.graph.elements(s.id))
        todo = list(dict.fromkeys(key for name in names if (key := self.keys[name]) in every))[::-1]
        found: dict[str, Item] = {}
        while todo:
            key = todo.pop()
            if key not in found:
                found[key] = every[key]
                below = [p for move in self.found.moves_to(key) for p in move.premises if p in every]
                todo.extend(reversed(below))
        return list(found.values())

    def _parts(self, key: str, elements: list[Item], band: int) -> Spot | None:
        if not elements:
            return None
        rows = tuple(_row(item, self.evaluation) for item in elements)
        look = LOOKS[Kind.ELEMENT]
        face = Card(look, Kind.ELEMENT, shared_mark(rows), "+".join(item.key for item in elements), "", rows=rows)
        place = Place(Form.CARD, band, tuple(item.key for item in elements))
        return self._spot(place, f"{quoted(key)}{ASIDE}parts", face)

    def _by_steps(self, whole: Item) -> Ways:
        """Return that the head of a stack stands if one of the last steps to it has weight."""
        arguments = self.evaluation.graph
        return ((Group(tuple(a.id for s in whole.statements for a in arguments.pro(s.id)), are_steps=True),),)

    def _spot(self, place: Place, stable: str, face: Card | None = None) -> Spot:
        self.count += 1
        lines = card_lines(face) if face else ()
        return Spot(place, f"n{self.count}", stable, face, lines, about=face.about if face else "\n".join(place.keys))

    def _line(self, tail: Spot, head: Spot, ways: Ways, word: str = "", *, arrow: bool = True) -> Line:
        flow = flow_of(self.evaluation, ways)
        link = Link(tail.place, head.place, flow, ways, word, arrow=arrow, about=head.place.keys if word else ())
        return Line(f"{tail.id}--{head.id}", tail.name, head.name, link)


def _head(found: Items, evaluation: Evaluation, whole: Item) -> Card:
    """Return the card of a claim, a defense or a carve-out, without its text, with what attacks it itself."""
    face = card(Place(Form.CARD, 0, (whole.key,)), "", found, evaluation)
    attacks = own_attack_words(evaluation, (s.id for s in whole.statements))
    said = f"{attacks.replace(',', f' on the {whole.lead.kind.value} itself,', 1)}" if attacks else ""
    small = (*face.small, *wrap(said, face.look.room, SMALL_SIZE, lines=ROW_LINES))
    return replace(face, body=(), small=small)


def _row(item: Item, evaluation: Evaluation) -> Row:
    """Return an element with its status, what supports and what attacks it."""
    look, names = LOOKS[Kind.ELEMENT], [s.id for s in item.statements]
    status = statuses.words(evaluation, item)
    head = wrap(item.lead.title or item.lead.element, look.room - 70, SMALL_SIZE + 1, bold=True, lines=ROW_LINES)
    counts = "; ".join(filter(None, (support_words(evaluation, names), attack_words(evaluation, names))))
    groups = [group for group in statuses.groups(evaluation, item.statements) if group.reason]
    lines = (
        *wrap(counts, look.room, SMALL_SIZE, lines=ROW_LINES),
        *(part for group in groups for part in wrap(_reason(group, groups), look.room, SMALL_SIZE, lines=SCOPE_LINES)),
    )
    said = about(item, evaluation)
    return Row((item.key,), statuses.mark(evaluation, item), head, "", lines, said, status=status, titled=True)


def _absent(claim: Statement, why: OutOfPlay, evaluation: Evaluation) -> Row:
    """Return a claim that is not in play, and why."""
    room, item = LIKE_CHIP.room, Item(claim.id, (claim,))
    head = wrap(claim.heading, room - 14, SMALL_SIZE + 1, bold=True, lines=ROW_LINES)
    lines = wrap(absence(why), room, SMALL_SIZE, lines=ROW_LINES)
    return Row((claim.id,), statuses.mark(evaluation, item), head, "", lines, about(item, evaluation), titled=True)


def _reason(group: statuses.Group, groups: list[statuses.Group]) -> str:
    """Return why a condition is not met, and of which claims that is said if it is not said of all."""
    if len(groups) == 1:
        return group.reason
    return f"{group.claims[0] if len(group.claims) == 1 else f'{len(group.claims)} claims'}: {group.reason}"
