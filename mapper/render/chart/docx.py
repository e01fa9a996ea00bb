"""A chart as a document for a word processor: landscape, real headings, tables whose headings repeat on each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING

from mapper.render.chart.archive import timeless
from mapper.render.chart.document import Cell, Document, Heading, Line, Rank, Row, Section, Tone, shortened
from mapper.render.chart.word import (
    Face,
    add_cell_style,
    add_faces,
    keep_whole,
    link,
    mark,
    new_row,
    put,
    put_field,
    put_tab,
    repeat,
    safe,
    set_font,
    set_widths,
    shade,
)
from mapper.vocabulary import Label

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph

WIDTH, HEIGHT, MARGIN = 11.0, 8.5, 0.6
"""The sheet and its margins, in inches: US letter, landscape."""
LETTERS = 17
"""How many letters of a table an inch has room for."""
INDENT = 0.12
"""How far a row is indented for each depth, in inches."""
LONGEST = 255
"""How many letters a property may have."""
TALL = 46
"""A row of more lines may break across pages, since it would hardly fit one."""

INK, SOFT, HOLE, HEAD, BAND = "141414", "454545", "7A2600", "1F3A4D", "E9EFF4"
FILLS = {Label.IN: "E3F3EC", Label.UNDECIDED: "F6E3AE", Label.OUT: "E2B7A0"}
"""Light, darker and darkest, so that they differ in grey too; the word stands in the cell anyway."""
FACES = {
    Tone.PLAIN: Face("Chart Text", 8, INK),
    Tone.SOFT: Face("Chart Remark", 7, SOFT),
    Tone.MISSING: Face("Chart Hole", 8, HOLE, bold=True, italic=True),
}
LEAD, TITLE = Face("Chart Lead", 8, INK, bold=True), Face("Chart Column", 8, "FFFFFF", bold=True)
ASIDE, PLAIN = Face("Chart Aside", 8, SOFT), Face("Chart Frame", 10, INK)
CELL = "Chart Cell"
"""The style of the paragraphs in cells."""
HOLE_SIGN = "▸"


def docx(document: Document) -> bytes:
    """Return a chart as a Word document."""
    import docx as library

    paper = library.Document()
    _set_up(paper, document)
    paper.add_heading(safe(document.title), 0)
    for text in filter(None, (document.caption, f"{document.kind}. {document.under}")):
        put(paper.add_paragraph(), text, PLAIN)
    sections = (document.summary, *document.sections)
    marks = {section.anchor: f"part_{number}" for number, section in enumerate(sections)}
    for number, section in enumerate(sections):
        heading = paper.add_heading(safe(section.title), 1)
        heading.paragraph_format.page_break_before = bool(section.facts)
        mark(heading, marks[section.anchor], number)
        _fill(paper, section, marks)
    for note in document.notes:
        put(paper.add_paragraph(), note, ASIDE)
    made = BytesIO()
    paper.save(made)
    return timeless(made.getvalue())


def _set_up(paper: Paper, document: Document) -> None:
    """Set paper, letters, margins and properties."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Inches, Pt

    sheet = paper.sections[0]
    sheet.orientation, sheet.page_width, sheet.page_height = WD_ORIENT.LANDSCAPE, Inches(WIDTH), Inches(HEIGHT)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = Inches(MARGIN)
    sheet.header_distance = sheet.footer_distance = Inches(MARGIN / 2)
    for name, colour in (("Normal", INK), ("Title", HEAD), ("Heading 1", HEAD)):
        set_font(_style(paper, name), colour)
    _style(paper, "Normal").paragraph_format.space_after = Pt(2)
    _style(paper, "Title").font.size = Pt(18)
    add_faces(paper.styles, (*FACES.values(), LEAD, TITLE, ASIDE, PLAIN))
    add_cell_style(paper.styles, CELL)
    properties = paper.core_properties
    properties.title, properties.author = shortened(safe(f"{document.kind}: {document.title}"), LONGEST), "mapper"
    properties.comments, properties.language = "", "en-US"
    _head_and_foot(paper, document)


def _style(paper: Paper, name: str) -> ParagraphStyle:
    from docx.styles.style import ParagraphStyle

    style = paper.styles[name]
    assert isinstance(style, ParagraphStyle), "the template has it"
    return style


def _head_and_foot(paper: Paper, document: Document) -> None:
    """Write what stands above and below each page: the case, the kind of chart, the reading, and the page."""
    head, foot = paper.sections[0].header.paragraphs[0], paper.sections[0].footer.paragraphs[0]
    for paragraph, left in ((head, document.title), (foot, document.under)):
        paragraph.style = paper.styles["Normal"]
        _tab_at_the_right(paragraph)
        put(paragraph, left, ASIDE)
        put_tab(paragraph)
    put(head, document.kind, ASIDE)
    put(foot, "Page", ASIDE, after=" ")
    put_field(foot, "PAGE", ASIDE)
    put(foot, "", ASIDE, after=" of ")
    put_field(foot, "NUMPAGES", ASIDE)


def _tab_at_the_right(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches

    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Inches(WIDTH - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)


def _fill(paper: Paper, section: Section, marks: Mapping[str, str]) -> None:
    """Write the facts and the table of a section."""
    for term, cell in section.facts:
        for number, line in enumerate(cell):
            paragraph = paper.add_paragraph()
            put_tab(paragraph) if number else put(paragraph, f"{term}:", ASIDE, after=" ")
            _write(paragraph, line)
    if not section.rows:
        put(paper.add_paragraph(), section.note, PLAIN)
        return
    shares = section.shares()
    widths = [share * (WIDTH - 2 * MARGIN) / sum(shares) for share in shares]
    table = paper.add_table(0, len(shares), "Table Grid")
    set_widths(table, widths)
    _head(table, section.headings)
    for row in section.rows:
        _row(table, section, row, widths, marks)


def _head(table: Table, headings: Sequence[Heading]) -> None:
    """Write the row of headings, which each page repeats."""
    row = new_row(table)
    repeat(row._tr)
    keep_whole(row._tr)
    for cell, heading in zip(row.cells, headings, strict=True):
        cell.paragraphs[0]._p.style = CELL.replace(" ", "")
        put(cell.paragraphs[0], heading.title, TITLE)
        shade(cell._tc, HEAD)


def _row(table: Table, section: Section, row: Row, widths: Sequence[float], marks: Mapping[str, str]) -> None:
    """Write a row of a table."""
    made = new_row(table)
    if max(_lines(cell, width) for cell, width in zip(row.cells, widths, strict=True)) <= TALL:
        keep_whole(made._tr)
    for place, heading, said in zip(made.cells, section.headings, row.cells, strict=True):
        _colour(place._tc, row, heading)
        for number, line in enumerate(said):
            paragraph = place.add_paragraph() if number else place.paragraphs[0]
            paragraph._p.style = CELL.replace(" ", "")
            _indent(paragraph, row.depth if heading.key == "support" else 0)
            _write(paragraph, line)
            if line.anchor in marks:
                link(paragraph, marks[line.anchor])


def _lines(cell: Cell, width: float) -> int:
    """Return about how many lines a cell takes."""
    return sum(max(1, len(wrap(str(line), int(width * LETTERS)))) for line in cell)


def _colour(cell: BaseOxmlElement, row: Row, heading: Heading) -> None:
    """Fill a cell: by its status, or as one of the rows that head others."""
    if heading.key == "status" and row.label:
        shade(cell, FILLS[row.label])
    elif row.rank in (Rank.ELEMENT, Rank.OUTCOME):
        shade(cell, BAND)


def _indent(paragraph: Paragraph, depth: int) -> None:
    from docx.shared import Inches

    if depth:
        paragraph.paragraph_format.left_indent = Inches(INDENT * depth)


def _write(paragraph: Paragraph, line: Line) -> None:
    """Write a line into a paragraph."""
    if line.tone is Tone.MISSING:
        put(paragraph, HOLE_SIGN, FACES[line.tone], after=" ")
    if line.lead:
        put(paragraph, line.lead, LEAD, after=": " if line.text else "")
    if line.text:
        put(paragraph, line.text, FACES[line.tone])
