"""What a card says: the lines of it, in words that are already cut to the card's width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mapper.evaluate import Evaluation, OutOfPlay
from mapper.graph import MADE_OUT, SCOPE
from mapper.render.diagram.measure import cut, width, wrap
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.items import Item, Items
from mapper.render.diagram.scene.links import Form, Place
from mapper.render.diagram.scene.sayings import about, locator, source_link, speakers
from mapper.render.diagram.symbols import (
    GLYPH_ROOM,
    LOOKS,
    NATURES,
    SMALL_SIZE,
    STANDARDS,
    TEXT_SIZE,
    TITLE_SIZE,
    Look,
    Mark,
)
from mapper.render.diagram.views import Difference, Remarks
from mapper.render.text.play import absence
from mapper.vocabulary import Kind, Nature

GAP = "  "
"""Between what stands beside each other on a line."""
TITLE_LINES, BODY_LINES, SMALL_LINES = 3, 4, 2
BRIEF_LINES = 2
"""How many lines of text an element has at most, whose title says nearly all."""
ROW_LINES, MANY_ROWS, BRIEF_ROW_LINES = 3, 8, 2
"""How many lines a row has at most; from how many rows on, and then how many lines."""
PRECEDENCE = (Mark.IN, Mark.MIXED, Mark.OPEN, Mark.BARE, Mark.OUT, Mark.ABSENT)
"""Which mark of its rows a card has: the first of these that there is."""
REMARK_INSET = 6.0
"""How much narrower than the card the words of a remark are."""
LIKE_CHIP, CHIP_SHARE = Look("box", "filled", "#808080", 0.06, "#333333"), 0.06


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a card that has a mark of its own.

    Attributes:
        keys: the addresses that the row is about.
        head: its first lines, in bold.
        beside: what follows on the last of them.
        lines: what stands below.
        about: everything there is to say, for the tooltip.
        href: where its source can be read.
        remarks: what it says of itself in this view alone.
        refer: where to find what it names, such as a page; at the end of its first line.
        status: the status in words, where a glyph is not enough.
        titled: whether its head is a title, in larger letters than the lines below.
    """

    keys: tuple[str, ...]
    mark: Mark
    head: tuple[str, ...]
    beside: str
    lines: tuple[str, ...]
    about: str = ""
    href: str = ""
    remarks: tuple[str, ...] = ()
    refer: str = ""
    status: str = ""
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says.

    Attributes:
        look: its kind's look.
        address: the address that it shows.
        word, name, status: its first line: the kind, the id, the status.
        below: the id, where the first line has no room for it.
        title, body, small: lines in bold, plain and small letters.
        about: everything there is to say, for the tooltip and the key list.
        href: where its source can be read.
        remarks: what it says of itself in this view alone, above everything else.
    """

    look: Look
    kind: Kind | None
    mark: Mark
    address: str
    word: str
    name: str = ""
    status: str = ""
    below: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    about: str = ""
    href: str = ""
    remarks: tuple[str, ...] = ()


def card(place: Place, claim: str, items: Items, evaluation: Evaluation) -> Card:
    """Return what the card at a place in the band of a claim, or in another band, says."""
    found = [items[key].for_claim(claim) for key in place.keys]
    if place.form is Form.CHIP:
        return _chip(place, found, evaluation, items.seen.refers)
    if len(found) > 1:
        return _several(place, found, evaluation, items.seen.remarks)
    face = _single(found[0], evaluation, items.seen.remarks)
    absent = items.absent.get(face.address)
    return face if absent is None else replace(face, small=(*face.small, *_absence(absent, face.look)))


def _absence(absent: OutOfPlay, look: Look) -> Iterable[str]:
    said = absence(absent)
    return wrap(f"{said[:1].upper()}{said[1:]}", look.room, SMALL_SIZE, lines=SMALL_LINES)


def _single(item: Item, evaluation: Evaluation, remarks: Remarks) -> Card:
    lead, look = item.lead, LOOKS[item.lead.kind]
    word, status = lead.kind.value.upper(), statuses.words(evaluation, item)
    name = lead.element if lead.kind is Kind.ELEMENT and lead.element else item.key
    fits = _header(word, name, status) <= look.room - look.corner
    lines = BRIEF_LINES if lead.kind is Kind.ELEMENT else BODY_LINES
    groups = statuses.groups(evaluation, item.statements) if lead.claim else ()
    return Card(
        look=look,
        kind=lead.kind,
        mark=statuses.mark(evaluation, item),
        address=item.key,
        word=word,
        name=name if fits else "",
        status=status,
        below=() if fits else wrap(name, look.room, SMALL_SIZE, lines=SMALL_LINES),
        title=wrap(lead.title, look.room, TITLE_SIZE, bold=True, lines=TITLE_LINES),
        body=wrap(lead.text, look.room, TEXT_SIZE, lines=lines),
        small=tuple(_small(item, evaluation, look)),
        rows=tuple(_group(item, group, look) for group in groups if len(groups) > 1 or group.reason),
        about=about(item, evaluation),
        href=source_link(evaluation, lead),
        remarks=tuple(_remarks(item, remarks, look.room)),
    )


def _remarks(item: Item, remarks: Remarks, room: float) -> Iterable[str]:
    """Yield what an item says of itself in this view; where it differs between claims, of how many each is true."""
    said = Counter(remark for s in item.statements for remark in remarks.get(s.id, ()))
    for remark, count in said.items():
        part = f" · {count} of {len(item.statements)} claims" if count < len(item.statements) else ""
        sign = remark.sign.value if remark.sign not in (None, Difference.STATUS) else ""
        text = f"{sign} {remark.words}{part}".strip()
        yield from wrap(text, room - REMARK_INSET, SMALL_SIZE, bold=True, lines=SMALL_LINES)


def _header(word: str, name: str, status: str) -> float:
    """Return the width that the first line of a card needs."""
    return (
        width(word + GAP, SMALL_SIZE, bold=True)
        + width(name + GAP, SMALL_SIZE)
        + width(status, SMALL_SIZE, bold=True)
        + 2
    )


def _small(item: Item, evaluation: Evaluation, look: Look) -> Iterable[str]:
    """Yield the small lines at the foot of a card: where it comes from, or by what it is judged."""
    lead = item.lead
    assumed = statuses.given(evaluation, item.statements)
    if lead.kind is Kind.CLAIM and f"{lead.id}.{MADE_OUT}" in evaluation.graph.statements:
        assumed = assumed or statuses.given(evaluation, [evaluation.graph.statements[f"{lead.id}.{MADE_OUT}"]])
    parts = [*_origin(item, evaluation), assumed]
    yield from wrap(" · ".join(filter(None, parts)), look.room, SMALL_SIZE, lines=SMALL_LINES)
    if item.lead.claim and len(item.statements) > 1:
        same = len(statuses.groups(evaluation, item.statements)) == 1
        yield f"alike for all {len(item.statements)} claims" if same else "judged claim by claim"


def _origin(item: Item, evaluation: Evaluation) -> Iterable[str]:
    lead = item.lead
    if lead.kind is Kind.ELEMENT:
        if lead.element != SCOPE:
            yield NATURES[lead.nature]
            if lead.nature is not Nature.LAW:  # a question of law is decided, not proved
                yield STANDARDS[evaluation.standards[lead.id]]
        return
    if lead.kind in (Kind.REBUTTAL, Kind.DEFENSE, Kind.CARVE_OUT, Kind.CLAIM):
        yield speakers(evaluation, lead)
    if lead.authority:
        yield lead.authority[0].cite
    yield locator(lead)


def _group(item: Item, group: statuses.Group, look: Look) -> Row:
    """Return the row that says for which claims something is so."""
    room = look.room - GLYPH_ROOM
    claims = wrap(", ".join(group.claims), room, SMALL_SIZE, bold=True, lines=BODY_LINES)
    keys = tuple(s.id for s in item.statements if s.claim in group.claims)
    return Row(keys, group.mark, claims, "", wrap(group.reason, look.room, SMALL_SIZE, lines=BODY_LINES))


def _several(place: Place, found: list[Item], evaluation: Evaluation, remarks: Remarks) -> Card:
    """Return the card of several items of one kind."""
    kind = found[0].lead.kind
    plural = kind.value.upper() + ("S" if kind is not Kind.EVIDENCE else "")
    lines = ROW_LINES if len(found) < MANY_ROWS else BRIEF_ROW_LINES
    rows = tuple(_row(item, evaluation, LOOKS[kind], lines, remarks) for item in found)
    return Card(
        look=LOOKS[kind],
        kind=kind,
        mark=shared_mark(rows),
        address="+".join(place.keys),
        word=f"{len(found)} {plural}",
        name=place.note,
        rows=rows,
    )


def _row(item: Item, evaluation: Evaluation, look: Look, most: int, remarks: Remarks) -> Row:
    lead, room = item.lead, look.room - GLYPH_ROOM
    text = " ".join(filter(None, (_sentence(lead.title), lead.text)))
    head = cut(item.key, room, SMALL_SIZE, bold=True)
    beside = cut(locator(lead), room - width(head + GAP, SMALL_SIZE, bold=True), SMALL_SIZE)
    lines = wrap(text, look.room, TEXT_SIZE, lines=most)
    mark, href = statuses.mark(evaluation, item), source_link(evaluation, lead)
    own = tuple(_remarks(item, remarks, room))
    return Row((item.key,), mark, (head,), beside, lines, about(item, evaluation), href, own)


def _sentence(title: str) -> str:
    return title if not title or title[-1] in ".?!…" else f"{title}."


def shared_mark(rows: tuple[Row, ...]) -> Mark:
    """Return the mark of a card of several rows: if any of them holds, it does."""
    marks = {row.mark for row in rows}
    return next(mark for mark in PRECEDENCE if mark in marks)


def _chip(place: Place, found: list[Item], evaluation: Evaluation, refers: Mapping[str, str]) -> Card:
    """Return a reference to items that are drawn in full elsewhere."""
    rows = tuple(_reference(item, evaluation, refers.get(item.key, "")) for item in found)
    kinds = {item.lead.kind for item in found}
    look = replace(LIKE_CHIP, hue=LOOKS[kinds.pop()].hue, share=CHIP_SHARE) if len(kinds) == 1 else LIKE_CHIP
    word = place.note if len(rows) > 1 else ""
    return Card(look, None, shared_mark(rows), "+".join(place.keys), word, rows=rows)


def _reference(item: Item, evaluation: Evaluation, refer: str) -> Row:
    mark, said = statuses.mark(evaluation, item), about(item, evaluation)
    status = statuses.NOT_IN_PLAY if mark is Mark.ABSENT else ""
    taken = width(GAP.join((refer, status)), SMALL_SIZE, bold=True) + 2 if refer or status else 0
    lead, room = item.lead, LIKE_CHIP.room - GLYPH_ROOM - taken
    claim = evaluation.graph.statements[lead.part_of] if item.is_made_out else lead
    title = f"{claim.title} made out" if item.is_made_out else lead.title or lead.text
    head = cut(item.statements[0].id if len(item.statements) == 1 else item.key, room, SMALL_SIZE, bold=True)
    left = room - width(head + GAP, SMALL_SIZE, bold=True)
    beside = title if width(title, TEXT_SIZE) <= left else ""
    lines = () if beside else (cut(title, LIKE_CHIP.room - GLYPH_ROOM, TEXT_SIZE),)
    return Row((item.key,), mark, (head,), beside, lines, said, refer=refer, status=status)
