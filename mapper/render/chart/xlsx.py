"""A chart as a workbook: a sheet for the summary and one for each part, ready to filter and to print.

Every cell with text of a case is text and never a formula, also once somebody edits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from mapper.render.chart.archive import timeless
from mapper.render.chart.cells import INK, PALE, WHITE, Look, Looks, looks_like_a_formula, safe
from mapper.render.chart.document import Cell, Document, Heading, Rank, Row, Section, shortened
from mapper.render.diagram.dot.labels import readable
from mapper.vocabulary import Label

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

WIDTH = 1.2
"""How wide a share is, in the unit of sheets: so the whole fits a page at seven points or more."""
LETTERS = 1.3
"""How many letters of nine points the unit of width has room for, rather one too few."""
LINE = 12.5
"""The height of a line in points."""
TALLEST = 32
"""How many lines a row shows: Excel makes none higher than 409 points."""
LONGEST_TAB, LONGEST_GROUP, LONGEST_HEADER = 31, 80, 120
HEAD = 3
"""The row of the headings, below the title and the status."""

BAND, DARK = "FFE9EFF4", "FF1F3A4D"
FILLS = {Label.IN: "FFE3F3EC", Label.UNDECIDED: "FFF6E3AE", Label.OUT: "FFE2B7A0"}
"""Light, darker and darkest, so that they differ in grey too; the word stands in the cell anyway."""

_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\']")


def xlsx(document: Document) -> bytes:
    """Return a chart as an Excel workbook."""
    from openpyxl import Workbook

    book = Workbook()
    del book[book.sheetnames[0]]
    sections = (document.summary, *document.sections)
    tabs = dict(zip((section.anchor for section in sections), _tabs(sections), strict=True))
    looks = Looks()
    for section in sections:
        _Sheet(book, document, section, tabs, looks).fill()
    book.properties.title = safe(f"{document.kind}: {document.title}")
    book.properties.creator = "mapper"
    made = BytesIO()
    book.save(made)
    return timeless(made.getvalue())


def _tabs(sections: Sequence[Section]) -> Iterator[str]:
    """Yield names for the sheets: short, without what a tab cannot have, and each only once."""
    seen: set[str] = set()
    for section in sections:
        name = _NOT_IN_A_TAB.sub(" ", readable(section.name)).strip()[:LONGEST_TAB] or "Sheet"
        number = 1
        while name.casefold() in seen:
            number += 1
            name = f"{name[: LONGEST_TAB - len(str(number)) - 1]} {number}"
        seen.add(name.casefold())
        yield name


class _Sheet:
    """One sheet while it is filled."""

    def __init__(
        self, book: Workbook, document: Document, section: Section, tabs: Mapping[str, str], looks: Looks
    ) -> None:
        self.sheet: Worksheet = book.create_sheet(tabs[section.anchor])
        self.document, self.section, self.tabs, self.looks = document, section, tabs, looks
        self.widths = [share * WIDTH for share in section.shares()]

    def fill(self) -> None:
        """Write all rows, and set how the sheet looks on the screen and on paper."""
        section = self.section
        self.put(1, 1, section.title, Look(bold=True, size=14, wrapped=False))
        facts = dict(section.facts)
        status = "; ".join(str(line) for line in facts.get("Status", ()))
        self.put(2, 1, ". ".join(filter(None, (status, self.document.under))), Look(colour=PALE, wrapped=False))
        for column, heading in enumerate(section.headings, 1):
            self.head(column, heading)
        self.heighten(HEAD, [heading.title for heading in section.headings])
        last = self.rows(HEAD + 1)
        self.below(last + 2)
        self.freeze(last)
        self.print_well()

    def head(self, column: int, heading: Heading) -> None:
        """Write a heading."""
        from openpyxl.utils import get_column_letter

        self.put(HEAD, column, heading.title, Look(bold=True, colour=WHITE, fill=DARK, bordered=True))
        self.sheet.column_dimensions[get_column_letter(column)].width = self.widths[column - 1]

    def rows(self, first: int) -> int:
        """Write the rows of the table; return the number of the last."""
        number = first - 1
        for row in self.section.rows:
            texts = [text for _, text in self.section.records(row)]
            for part in _split(texts, self.widths, keep_first=row.rank is Rank.ITEM):
                number += 1
                self.heighten(number, part)
                for column, (heading, text) in enumerate(zip(self.section.headings, part, strict=True), 1):
                    self.link(self.cell(number, column, heading, row, text), row.cells[column - 1])
        if not self.section.rows:
            number += 1
            self.put(number, 1, self.section.note, Look())
        return number

    def cell(self, number: int, column: int, heading: Heading, row: Row, text: str) -> SheetCell:
        """Write a cell of the table."""
        belongs = column == 1 and row.rank is Rank.ITEM
        look = Look(
            bold=column == 1 and not belongs,
            colour=PALE if belongs else INK,
            bordered=True,
            indent=row.depth if heading.key == "support" else 0,
        )
        return self.put(number, column, text, _shaded(look, heading, row))

    def link(self, cell: SheetCell, said: Cell) -> None:
        """Let a cell lead to the sheet that it speaks of."""
        from openpyxl.worksheet.hyperlink import Hyperlink

        tab = next((self.tabs[line.anchor] for line in said if line.anchor in self.tabs), "")
        if tab and cell.value:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{tab}'!A1")

    def heighten(self, number: int, texts: Sequence[str]) -> None:
        """Make a row as high as its texts need: not every program does that by itself."""
        lines = max(_lines(text, width) for text, width in zip(texts, self.widths, strict=True))
        self.sheet.row_dimensions[number].height = LINE * lines + 3

    def below(self, first: int) -> None:
        """Write below the table what is said of the whole, and how to read it."""
        facts = [(term, "\n".join(str(line) for line in cell)) for term, cell in self.section.facts]
        notes = [("Note", note) for note in self.document.notes] if self.section is self.document.summary else []
        for number, (term, text) in enumerate((*facts, *notes), first):
            self.put(number, 1, term, Look(colour=PALE))
            self.put(number, 2, text, Look())
            self.sheet.merge_cells(start_row=number, end_row=number, start_column=2, end_column=len(self.widths))
            self.sheet.row_dimensions[number].height = LINE * min(_lines(text, sum(self.widths[1:])), TALLEST) + 3

    def put(self, row: int, column: int, text: str, look: Look) -> SheetCell:
        """Write a text, which stays one whatever it looks like."""
        from openpyxl.cell.cell import Cell as SheetCell

        cell = self.sheet.cell(row, column)
        assert isinstance(cell, SheetCell), "merged cells come later"
        cell.value = safe(text)
        cell.data_type = "s"
        self.looks.give(cell, replace(look, quoted=looks_like_a_formula(text)))
        return cell

    def freeze(self, last: int) -> None:
        """Keep headings and first column in sight, and let the rows be filtered."""
        from openpyxl.utils import get_column_letter

        self.sheet.freeze_panes = f"B{HEAD + 1}"
        self.sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(self.widths))}{last}"

    def print_well(self) -> None:
        """Set how it prints: landscape, as wide as a page, with the headings on each."""
        from openpyxl.worksheet.properties import PageSetupProperties

        sheet = self.sheet
        sheet.print_title_rows = f"{HEAD}:{HEAD}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top, sheet.page_margins.bottom = 0.7, 0.6
        sheet.page_margins.header = sheet.page_margins.footer = 0.3
        head, foot = sheet.oddHeader, sheet.oddFooter
        assert head is not None, "every sheet has one"
        assert foot is not None, "every sheet has one"
        head.left.text, head.right.text = _header(self.document.title), _header(self.document.kind)
        foot.left.text, foot.right.text = _header(self.document.under), "&P of &N"


def _shaded(look: Look, heading: Heading, row: Row) -> Look:
    """Return a look with the fill of the status, or of rows that head others."""
    if heading.key == "status" and row.label:
        return replace(look, fill=FILLS[row.label], hatched=row.hole and row.rank is Rank.ELEMENT)
    return replace(look, fill=BAND) if row.rank in (Rank.ELEMENT, Rank.OUTCOME) else look


def _header(text: str) -> str:
    """Return a text as the margin of a page can hold it, where ``&`` begins a code."""
    return shortened(" ".join(readable(text).split()), LONGEST_HEADER).replace("&", "&&")


def _lines(text: str, width: float) -> int:
    """Return about how many lines a text takes, rather one too many."""
    return sum(max(1, len(wrap(line, int(width * LETTERS)))) for line in text.split("\n"))


def _split(texts: Sequence[str], widths: Sequence[float], *, keep_first: bool) -> list[tuple[str, ...]]:
    """Return a row as several, none of which is higher than Excel can show one."""
    pieces = [list(_pieces(text, width)) for text, width in zip(texts, widths, strict=True)]
    first = shortened(texts[0], LONGEST_GROUP)
    rows = list(zip_longest(*pieces[1 if keep_first else 0 :], fillvalue=""))
    return [(first, *row) for row in rows] if keep_first else rows


def _pieces(text: str, width: float) -> Iterator[str]:
    """Yield a text in pieces of at most so many lines."""
    kept: list[str] = []
    room = TALLEST
    for line in _short_lines(text, width):
        taken = _lines(line, width)
        if taken > room and kept:
            yield "\n".join(kept)
            kept, room = [], TALLEST
        kept.append(line)
        room -= taken
    yield "\n".join(kept)


def _short_lines(text: str, width: float) -> Iterator[str]:
    """Yield the lines of a text, those cut at a word that would be higher than a row by themselves."""
    for line in text.split("\n"):
        shown = wrap(line, int(width * LETTERS))
        starts = range(0, len(shown), TALLEST)
        yield from (" ".join(shown[start : start + TALLEST]) for start in starts) if len(shown) > TALLEST else (line,)
