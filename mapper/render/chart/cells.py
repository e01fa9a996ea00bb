"""The cells of a workbook: how they look, and that each holds text and never a formula."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapper.render.chart.document import shortened
from mapper.render.diagram.dot.labels import readable

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles.cell_style import StyleArray

FONT = "Arial"
INK, PALE, WHITE, RULE = "FF141414", "FF454545", "FFFFFFFF", "FFB5B5B5"
HATCHED: Final = "lightUp"
LONGEST = 32_767
"""How many letters a cell can hold."""

_FORMULA = re.compile(r"^[\s'\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks.

    Attributes:
        fill: its ground; empty for none.
        hatched: whether the ground is lines of that colour.
        indent: how far the text is indented, in steps.
        quoted: whether it stays text once somebody edits it, although it looks like a formula.
    """

    bold: bool = False
    size: int = 9
    colour: str = INK
    fill: str = ""
    hatched: bool = False
    bordered: bool = False
    wrapped: bool = True
    indent: int = 0
    quoted: bool = False


def safe(text: str) -> str:
    """Return a text as a cell can hold it; the one door through which the text of a case gets into a workbook."""
    return shortened(readable(text), LONGEST)


def looks_like_a_formula(text: str) -> bool:
    """Return whether a spreadsheet would take a text for a formula if somebody typed it."""
    return bool(_FORMULA.match(text))


class Looks:
    """The looks of one workbook; each is worked out once, since that is what takes the time."""

    def __init__(self) -> None:
        self.known: dict[Look, StyleArray] = {}

    def give(self, cell: Cell, look: Look) -> None:
        """Let a cell look so."""
        if look in self.known:
            cell._style = copy(self.known[look])  # type: ignore[attr-defined]  # the stubs leave it out
        else:
            _apply(cell, look)
            self.known[look] = copy(cell._style)  # type: ignore[attr-defined]  # the stubs leave it out


def _apply(cell: Cell, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name=FONT, bold=look.bold, size=look.size, color=look.colour)
    cell.alignment = Alignment(wrap_text=look.wrapped, vertical="top", indent=look.indent)
    cell.quotePrefix = look.quoted
    if look.fill:
        cell.fill = PatternFill(HATCHED if look.hatched else "solid", fgColor=look.fill, bgColor=WHITE)
    if look.bordered:
        line = Side("thin", color=RULE)
        cell.border = Border(left=line, right=line, top=line, bottom=line)
