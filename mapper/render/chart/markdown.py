"""A chart in Markdown, with tables as GitHub has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mapper.render.chart.document import Cell, Document, Line, Row, Section, Tone
from mapper.render.diagram.dot.labels import readable

_BLANK = re.compile(r"\s+")
_MARKUP = re.compile(r"([\\`*_\[\]<>~#|$!])")


def markdown(document: Document) -> str:
    """Return a chart in Markdown."""
    caption = f"{_safe(document.caption)}  \n" if document.caption else ""
    head = f"# {_safe(document.title)}\n\n{caption}**{_safe(document.kind)}.** {_safe(document.under)}"
    sections = (document.summary, *document.sections)
    parts = [head, *("\n\n".join(_section(section)) for section in sections), *map(_safe, document.notes)]
    return "\n\n".join(parts) + "\n"


def _safe(text: str) -> str:
    """Return a text in which nothing is taken for markup; the one door through which the text of a case gets in."""
    plain = _BLANK.sub(" ", readable(text)).replace("&", "&amp;")
    return _MARKUP.sub(r"\\\1", plain)


def _section(section: Section) -> Iterator[str]:
    yield f'## <a id="{section.anchor}"></a>{_safe(section.title)}'
    if section.facts:
        yield "\n".join(f"- {_safe(term)}: {_cell(cell, '; ')}" for term, cell in section.facts)
    yield "\n".join(_table(section)) if section.rows else _safe(section.note)


def _table(section: Section) -> Iterator[str]:
    yield _joined(_safe(heading.title) for heading in section.headings)
    yield _joined("---" for _ in section.headings)
    yield from (_joined(_row(section, row)) for row in section.rows)


def _joined(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _row(section: Section, row: Row) -> Iterator[str]:
    for heading, cell in zip(section.headings, row.cells, strict=True):
        indent = "↳ " * row.depth if heading.key == "support" else ""
        yield indent + _cell(cell, "<br>")


def _cell(cell: Cell, between: str) -> str:
    return between.join(_line(line) for line in cell)


def _line(line: Line) -> str:
    body = f"*{_safe(line.text)}*" if line.tone is Tone.MISSING and line.text else _safe(line.text)
    said = ": ".join(filter(None, (f"**{_safe(line.lead)}**" if line.lead else "", body)))
    return f"[{said}](#{line.anchor})" if line.anchor else said
