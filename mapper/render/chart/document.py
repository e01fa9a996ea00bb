"""A chart as text in cells, before any format: what every format writes, and nothing that only one of them knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mapper.render.text.words import BARE, GLYPHS
from mapper.vocabulary import Label


class Tone(StrEnum):
    """How a line is meant: as content, as a remark, or as a hole."""

    PLAIN = "plain"
    SOFT = "soft"
    MISSING = "missing"


class Rank(StrEnum):
    """What a row is about: an element, what supports one, what follows, or something by itself."""

    ELEMENT = "element"
    ITEM = "item"
    OUTCOME = "outcome"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell.

    Attributes:
        lead: what stands first and stands out, such as an id.
        anchor: the section that the line leads to, where a format has links.
    """

    text: str
    lead: str = ""
    tone: Tone = Tone.PLAIN
    anchor: str = ""

    def __str__(self) -> str:
        """Return the line as plain text."""
        return ": ".join(filter(None, (self.lead, self.text)))


Cell = tuple[Line, ...]

CHART_OF = "Chart of"
"""The heading of what a row belongs to, where rows of several tables stand in one."""

EMPTY = 8
"""The share of the width that is enough for a heading with nothing below it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name for programs, its heading, and its share of the width of a page."""

    key: str
    title: str
    share: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        group: what it belongs to, for formats in which each row stands alone; only the first row of it says so itself.
        depth: how far its first text is indented.
        label: the label of what it is about, where a status column shows one.
        hole: whether something is missing that the row says.
    """

    cells: tuple[Cell, ...]
    rank: Rank = Rank.ITEM
    group: str = ""
    depth: int = 0
    label: Label | None = None
    hole: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading.

    Attributes:
        name: a short name, for the tab of a sheet.
        anchor: what a link to it says; letters, digits, ``-``, ``_``, ``@`` and ``.`` only.
        facts: what is said above the table, each under a word.
        note: what stands in the place of a table without rows.
    """

    name: str
    anchor: str
    title: str
    facts: tuple[tuple[str, Cell], ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def shares(self) -> tuple[int, ...]:
        """Return the share of the width that each column gets, little of it where nothing stands below the heading."""
        used = [any(row.cells[place] for row in self.rows) for place in range(len(self.headings))]
        return tuple(h.share if filled else min(h.share, EMPTY) for h, filled in zip(self.headings, used, strict=True))

    def records(self, row: Row) -> Iterator[tuple[Heading, str]]:
        """Yield the heading and the text of each cell of a row, which says itself to what it belongs."""
        for place, (heading, cell) in enumerate(zip(self.headings, row.cells, strict=True)):
            belongs = place == 0 and row.rank is Rank.ITEM and row.group
            yield heading, row.group if belongs else as_text(cell)


@dataclass(frozen=True, slots=True)
class Document:
    """A chart as a whole.

    Attributes:
        title: the case.
        kind: what sort of chart it is.
        caption: court, docket and day of filing.
        under: the stage and the reading under which the statuses hold.
        summary: the first table, whose rows lead to the others.
        notes: what a reader has to know of all of it.
    """

    title: str
    kind: str
    caption: str
    under: str
    summary: Section
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()

    def records(self) -> Iterator[dict[str, str]]:
        """Yield every row of every table but the summary, its texts by their headings, first of all whose chart it is."""
        titles = dict.fromkeys((heading.title for section in self.sections for heading in section.headings), "")
        for section in self.sections:
            for row in section.rows:
                texts = {heading.title: text for heading, text in section.records(row)}
                yield {CHART_OF: section.title, **titles, **texts}


def as_text(cell: Cell, between: str = "\n") -> str:
    """Return a cell as plain text, line by line."""
    return between.join(str(line) for line in cell)


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many letters, with a sign if some are left out."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def mark_of(row: Row) -> str:
    """Return the sign for the label of a row; what should be supported and is not has its own."""
    if row.rank is Rank.ELEMENT and row.hole:
        return BARE
    return GLYPHS[row.label] if row.label else ""
