"""Parts of a Word document, among them those for which the library has no words: fields, bookmarks, repeated headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.render.diagram.dot.labels import readable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle
    from docx.styles.styles import Styles
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

FONT = "Arial"


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look: the name of their style, their size in points, their colour, whether they are bold or slanted."""

    name: str
    size: float
    colour: str = "141414"
    bold: bool = False
    italic: bool = False

    @property
    def id(self) -> str:
        """Return by what texts name the style."""
        return self.name.replace(" ", "")


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
    paragraph._p.append(_run(safe(text) + after, face))


def _run(text: str, face: Face) -> BaseOxmlElement:
    """Return a text in the style of a face; made by hand, since the library takes five times as long."""
    from docx.oxml.ns import qn

    run, properties, words = element("r"), element("rPr"), element("t")
    properties.append(element("rStyle", val=face.id))
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.extend((properties, words))
    return run


def put_tab(paragraph: Paragraph) -> None:
    """Go on at the next tab stop."""
    paragraph.add_run().add_tab()


def put_field(paragraph: Paragraph, name: str, face: Face) -> None:
    """Add what the word processor works out, such as the number of the page (ECMA-376, part 1, 17.16)."""
    field = element("fldSimple", instr=name)
    field.append(_run("1", face))
    paragraph._p.append(field)


def add_faces(styles: Styles, faces: Iterable[Face]) -> None:
    """Add styles for letters, so that a reader can change what all of a kind look like at once."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    for face in faces:
        style = styles.add_style(face.name, WD_STYLE_TYPE.CHARACTER)  # type: ignore[no-untyped-call]  # the library forgot to type it
        assert style.style_id == face.id, "the library makes ids so"
        font = style.font
        font.size, font.color.rgb = Pt(face.size), RGBColor.from_string(face.colour)
        font.bold, font.italic = face.bold or None, face.italic or None


def add_cell_style(styles: Styles, name: str) -> None:
    """Add a style for the paragraphs of cells."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[no-untyped-call]  # the library forgot to type it
    style.base_style = styles["Normal"]
    style.font.size, style.paragraph_format.space_after = Pt(8), Pt(2)


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
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library forgot to type it
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
