"""Parts of a Word document, among them those for which the library has no words: fields, bookmarks, repeated headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.render.diagram.dot.labels import readable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

FONT = "Arial"


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look: their size in points, their colour, whether they are bold or slanted."""

    size: float
    colour: str = "141414"
    bold: bool = False
    italic: bool = False


def safe(text: str) -> str:
    """Return a text as a document can hold it; the one door through which the text of a case gets into it."""
    return " ".join(readable(text).split())


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return a part of a document by its tag and its attributes, both in the namespace of word processing."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def put(paragraph: Paragraph, text: str, face: Face, *, after: str = "") -> None:
    """Add a text to a paragraph, and what we ourselves set after it."""
    _run(paragraph, face).text = safe(text) + after


def _run(paragraph: Paragraph, face: Face) -> BaseOxmlElement:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run()
    run.font.size, run.font.color.rgb = Pt(face.size), RGBColor.from_string(face.colour)
    run.bold, run.italic = face.bold or None, face.italic or None
    return run._r


def put_field(paragraph: Paragraph, name: str, face: Face) -> None:
    """Add what the word processor works out, such as the number of the page (ECMA-376, part 1, 17.16)."""
    run = _run(paragraph, face)
    run.text = "1"
    field = element("fldSimple", instr=name)
    field.append(run)
    paragraph._p.append(field)


def mark(paragraph: Paragraph, name: str, number: int) -> None:
    """Let links lead to a paragraph."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def link(paragraph: Paragraph, name: str) -> None:
    """Let all that stands in a paragraph lead to a mark."""
    hyperlink = element("hyperlink", anchor=name, history="1")
    for run in paragraph.runs:
        run.underline = True
        hyperlink.append(run._r)
    paragraph._p.append(hyperlink)


def set_font(style: CharacterStyle, colour: str) -> None:
    """Set the letters of a style, in place of those that a theme would choose."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [*fonts.attrib]:
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def shade(cell: BaseOxmlElement, colour: str) -> None:
    """Fill a cell."""
    cell.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))


def new_row(table: Table) -> _Row:
    """Add a row to a table."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library forgot this one
    return row


def repeat(row: BaseOxmlElement) -> None:
    """Let a row stand at the head of each page on which its table goes on."""
    row.get_or_add_trPr().append(element("tblHeader"))


def keep_whole(row: BaseOxmlElement) -> None:
    """Let no page end within a row."""
    row.get_or_add_trPr().append(element("cantSplit"))


def set_widths(table: Table, inches: Sequence[float]) -> None:
    """Give the columns of a table their widths, whatever stands in them; cells take over those of their columns."""
    from docx.shared import Inches

    table.autofit = False
    padding = element("tblCellMar")
    for side in ("top", "bottom"):
        padding.append(element(side, w="40", type="dxa"))
    table._tbl.tblPr.append(padding)
    for column, width in zip(table.columns, inches, strict=True):
        column.width = Inches(width)
