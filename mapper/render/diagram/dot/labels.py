"""Labels in the HTML-like notation of Graphviz, and the one door through which the text of a case gets into them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from mapper.render.diagram.measure import is_foreign
from mapper.render.diagram.scene.lines import ABOVE_RULE, BELOW_RULE, Line, Piece
from mapper.render.diagram.symbols import GLYPH_ROOM, RULE

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\\": "\\\\"})
"""What has a meaning in XML, and the backslash, by which Graphviz puts the name of a node in place of ``\\N``."""
_BLANK = re.compile("[\t\n\r]")
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u007f-\u009f]")
"""What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and the control characters that it advises against."""


def readable(text: str) -> str:
    """Return the text with each character that no document can hold replaced by the sign for such a one."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped(text: str) -> str:
    """Return text as it is written in a label; a space where there is none, since no part of a label may be empty.

    Examples:
        >>> escaped("a < b & c")
        'a &lt; b &amp; c'
    """
    return _BLANK.sub(" ", readable(text)).translate(_ESCAPES) or "\N{NO-BREAK SPACE}"


def marked(name: str, mark: str) -> str:
    """Return the id of what is marked in the label of a node; no address of a case looks like it."""
    return f"~{name}-{mark}"


def label(lines: Iterable[Line], room: float, name: str = "", **attributes: str) -> str:
    """Return a label of lines that are as wide as the room; marks follow the name of the node."""
    shown = tuple(lines)
    ends = sorted({taken for line in shown if (taken := _taken(line))}, reverse=True)
    written = "".join(f' {key.upper()}="{value}"' for key, value in attributes.items())
    rule = _rule(len(ends) + 1)
    body = "".join(f"{rule if line.ruled else ''}<TR>{_cells(line, ends, name, round(room))}</TR>" for line in shown)
    sizes = _sizes(round(room), ends)
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{written}>{sizes}{body}</TABLE>>'


def _sizes(room: int, ends: list[int]) -> str:
    """Return a row of no height that makes each column as wide as it has to be."""
    edges = [0, *(room - taken for taken in ends), room]
    cells = (f'<TD WIDTH="{right - left}" HEIGHT="0"></TD>' for left, right in pairwise(edges))
    return f"<TR>{''.join(cells)}</TR>"


def _rule(columns: int) -> str:
    return (
        f'<TR><TD COLSPAN="{columns}" HEIGHT="{ABOVE_RULE}" BORDER="1" SIDES="B" COLOR="{RULE}"></TD></TR>'
        f'<TR><TD COLSPAN="{columns}" HEIGHT="{BELOW_RULE}"></TD></TR>'
    )


def _taken(line: Line) -> int:
    """Return the room that is taken at the right end of a line."""
    return max(GLYPH_ROOM, round(sum(piece.width for piece in line.right)) + 2) if line.right else 0


def _cells(line: Line, ends: list[int], name: str, room: int) -> str:
    """Return the cells of a line; the table has a column for each width that ends of lines have."""
    mark = f' ID="{found}" TITLE="{found}"' if (found := line.mark and marked(name, line.mark)) else ""
    taken = _taken(line)
    spans = 1 + (ends.index(taken) if taken else len(ends))
    left, right = ("".join(map(_font, pieces)) for pieces in (line.left, line.right))
    ground = f' BGCOLOR="{line.ground}" VALIGN="BOTTOM"' if line.ground else ""
    size = f' HEIGHT="{line.letters}"{_held(line.left, room - taken)}'
    first = f'<TD COLSPAN="{spans}" ALIGN="LEFT"{size}{ground}{mark}>{left}</TD>'
    return f'{first}<TD COLSPAN="{len(ends) + 1 - spans}" ALIGN="RIGHT">{right}</TD>' if taken else first


def _held(pieces: Iterable[Piece], room: int) -> str:
    """Return what keeps a cell as large as it was planned although another font, or none, draws what is in it."""
    return f' WIDTH="{room}" FIXEDSIZE="TRUE" BALIGN="LEFT"' if any(is_foreign(piece.text) for piece in pieces) else ""


def _font(piece: Piece) -> str:
    inside = f"<B>{escaped(piece.text)}</B>" if piece.bold else escaped(piece.text)
    return f'<FONT POINT-SIZE="{piece.size}" COLOR="{piece.colour}">{inside}</FONT>'
