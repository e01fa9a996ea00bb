"""Lines of text in their sizes and colours, each with a height of its own, so that the size of a card is known early."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.render.diagram.measure import width
from mapper.render.diagram.scene.cards import Card, Row
from mapper.render.diagram.symbols import (
    CAPTION_SIZE,
    GLYPHS,
    HEADLINE_SIZE,
    INK,
    PALE,
    SMALL_SIZE,
    SOFT,
    TEXT_SIZE,
    TITLE_SIZE,
    WORD_COLOURS,
    Flow,
    Mark,
)

HEIGHTS: dict[int, int] = {SMALL_SIZE: 10, TEXT_SIZE: 11, CAPTION_SIZE: 13, TITLE_SIZE: 14, HEADLINE_SIZE: 20}
"""The height of a line of letters of each size, in points."""
ABOVE_RULE, BELOW_RULE = 4, 2
"""The room above and below a rule between rows."""
NOTHING = (Mark.OUT, Mark.ABSENT)
"""The marks of what does not count."""
SOURCE = "source"
"""The mark of the lines that say where a card's text comes from."""
GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of one size and colour."""

    text: str
    size: int
    colour: str
    bold: bool = False

    @property
    def width(self) -> float:
        """Return its width in points."""
        return width(self.text, self.size, bold=self.bold)


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what stands at its left, what at its right, and whether there is a rule above it.

    Attributes:
        mark: by which the line can be found again in the picture.
        ground: the colour behind it, if it has one of its own.
        padding: how much higher than its letters it is, in points.
    """

    left: Pieces
    right: Pieces = ()
    ruled: bool = False
    mark: str = ""
    ground: str = ""
    padding: int = 0

    @property
    def letters(self) -> int:
        """Return the height of its letters in points, with its padding."""
        return max((HEIGHTS[piece.size] for piece in (*self.left, *self.right)), default=0) + self.padding

    @property
    def height(self) -> int:
        """Return its height in points, with a rule and the room around it."""
        return self.letters + (ABOVE_RULE + BELOW_RULE) * self.ruled


BELOW_REMARK = Line((), padding=3)
"""The room below what a card says of itself in one view."""


def line(text: str, size: int, colour: str, *, bold: bool = False, mark: str = "") -> Line:
    """Return a line of one piece."""
    return Line((Piece(text, size, colour, bold),), mark=mark)


def card_lines(card: Card) -> tuple[Line, ...]:
    """Return the lines of a card."""
    ink, soft = _inks(card.mark)
    plain = ((card.below, SMALL_SIZE, False), (card.title, TITLE_SIZE, True), (card.body, TEXT_SIZE, False))
    lines = [*map(_remark, card.remarks), *([BELOW_REMARK] if card.remarks else [])]
    lines += [Line(_head(card), _status(card))] if card.word else []
    lines += (line(text, size, ink, bold=bold) for texts, size, bold in plain for text in texts)
    lines += (line(text, SMALL_SIZE, soft, mark=SOURCE if card.href else "") for text in card.small)
    for number, row in enumerate(card.rows):
        lines += _row(row, card, number, ruled=bool(lines))
    return tuple(lines)


def tag_lines(words: Iterable[str], notes: Iterable[str], flow: Flow) -> tuple[Line, ...]:
    """Return the lines of what stands beside a link."""
    colour = WORD_COLOURS[flow]
    return (
        *(line(word, TEXT_SIZE, colour, bold=True) for word in words),
        *(line(note, SMALL_SIZE, colour) for note in notes),
    )


def lines_width(lines: Iterable[Line]) -> float:
    """Return the width of the widest of these lines in points."""
    return max((sum(piece.width for piece in (*one.left, *one.right)) for one in lines), default=0.0)


def lines_height(lines: Iterable[Line]) -> float:
    """Return the height of these lines in points."""
    return float(sum(one.height for one in lines))


def _inks(mark: Mark) -> tuple[str, str]:
    """Return the colours of what matters and of what is beside it."""
    return (PALE, PALE) if mark in NOTHING else (INK, SOFT)


def _remark(text: str) -> Line:
    """Return a line in white on black: it has to be seen first, also on paper without colour."""
    return Line((Piece(GAP + text, SMALL_SIZE, "#FFFFFF", bold=True),), ground=INK, padding=2)


def _head(card: Card) -> Pieces:
    colour = PALE if card.mark in NOTHING else card.look.ink
    word = Piece(card.word + (GAP if card.name else ""), SMALL_SIZE, colour, bold=True)
    return (word, Piece(card.name, SMALL_SIZE, colour)) if card.name else (word,)


def _status(card: Card) -> Pieces:
    """Return the status, kept away from a corner that is folded."""
    if not card.status:
        return ()
    corner = GAP * round(card.look.corner / 4)
    return (Piece(card.status + corner, SMALL_SIZE, _inks(card.mark)[0], bold=True),)


def _row(row: Row, card: Card, number: int, *, ruled: bool) -> Iterator[Line]:
    """Yield the lines of a row: what it is about with its glyph, then the rest."""
    ink, soft = _inks(row.mark)
    heads: list[Pieces] = [(Piece(text, TEXT_SIZE if row.titled else SMALL_SIZE, ink, bold=True),) for text in row.head]
    if row.beside:
        heads[-1] += (Piece(GAP + row.beside, SMALL_SIZE if card.kind else TEXT_SIZE, soft),)
    refer = (Piece(row.refer + GAP, SMALL_SIZE, soft),) if row.refer else ()
    status = row.status or GLYPHS[row.mark]
    ends = (*refer, *((Piece(status, SMALL_SIZE, ink, bold=True),) if status else ()))
    for place, head in enumerate(heads):
        yield Line(head, () if place else ends, ruled and not place, mark=str(number))
    yield from (*map(_remark, row.remarks), *([BELOW_REMARK] if row.remarks else []))
    size, colour = (SMALL_SIZE, soft) if card.title or row.titled else (TEXT_SIZE, ink if card.kind else soft)
    yield from (line(text, size, colour, mark=str(number)) for text in row.lines)
