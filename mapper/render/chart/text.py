"""A chart for the terminal: each row as a paragraph, with what its columns say below it."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.render.chart.document import Cell, Document, Line, Rank, Row, Section, Tone, mark_of
from mapper.render.diagram.dot.labels import readable
from mapper.render.terminal import columns, ink, wrapped

INDENT, STEP = 4, 2
TONES: dict[Tone, tuple[str, ...]] = {Tone.PLAIN: (), Tone.SOFT: ("dim",), Tone.MISSING: ("yellow",)}


def text(document: Document, width: int) -> str:
    """Return a chart at a width, in cells of the terminal."""
    head = [ink(_safe(document.title), "bold"), _safe(document.caption), f"{document.kind}. {_safe(document.under)}"]
    parts = ["\n".join(line for text in filter(None, head) for line in wrapped(text, width))]
    parts += [_section(section, width) for section in (document.summary, *document.sections)]
    parts += ["\n".join(ink(line, "dim") for line in wrapped(note, width)) for note in document.notes]
    return "\n\n".join(parts)


def _section(section: Section, width: int) -> str:
    head = wrapped(ink(_safe(section.title), "bold"), width)
    facts = [(ink(name.lower(), "dim"), _joined(cell)) for name, cell in section.facts]
    about = columns(facts, width, indent=STEP) if facts else ""
    rows = (_row(section, row, width) for row in section.rows)
    top = "\n".join(filter(None, ["\n".join(head), about]))
    return "\n\n".join(filter(None, [top, "\n".join(rows) or f"  {section.note}"]))


def _row(section: Section, row: Row, width: int) -> str:
    """Return a row: its first cell that says anything, and the others below it under their headings."""
    mark = f"{mark_of(row)} " if row.label and row.rank is not Rank.RECORD else ""
    (_, first), *others = [(h.title, c) for h, c in zip(section.headings, row.cells, strict=True) if c]
    indent = STEP + (0 if row.rank is not Rank.ITEM else STEP * (1 + row.depth))
    rest = " " * (indent + (STEP if mark else 0))
    texts = (f"{'' if number else mark}{_line(part)}" for number, part in enumerate(first))
    firsts = [" " * indent, *(rest for _ in first[1:])]
    lines = [
        line for text, start in zip(texts, firsts, strict=True) for line in wrapped(text, width, first=start, rest=rest)
    ]
    below = list(_labelled(others))
    return "\n".join([*lines, *([columns(below, width, indent=indent + INDENT)] if below else [])])


def _labelled(cells: list[tuple[str, Cell]]) -> Iterator[tuple[str, str]]:
    for title, cell in cells:
        for number, line in enumerate(cell):
            yield (ink(title.lower(), "dim") if number == 0 else ""), _line(line)


def _line(line: Line) -> str:
    inks = TONES[line.tone]
    lead, body = _safe(line.lead), _safe(line.text)
    said = (ink(lead, "bold") if lead else "", ink(body, *inks) if inks and body else body)
    return ": ".join(filter(None, said))


def _safe(text: str) -> str:
    """Return a text without what would move the cursor; the one door through which the text of a case gets in."""
    return " ".join(readable(text).split())


def _joined(cell: Cell) -> str:
    return "; ".join(map(_line, cell))
