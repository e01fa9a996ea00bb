"""A chart as one page that needs nothing else: no script, no request, and a policy inside it that says so."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from mapper.render.chart.document import Cell, Document, Heading, Line, Rank, Row, Section, Tone
from mapper.render.diagram.dot.labels import readable
from mapper.vocabulary import Label

LABELS = {Label.IN: "in", Label.OUT: "out", Label.UNDECIDED: "open", None: "none"}
DEEPEST = 4
"""Deeper rows are indented no further."""


def html(document: Document) -> str:
    """Return a chart as an HTML page."""
    style = files("mapper.render.chart").joinpath("chart.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    sections = (document.summary, *document.sections)
    title = f"{document.kind}: {document.title}"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(title)}</title>",
        f"<style>{style}</style>",
        *_header(document),
        *(line for section in sections for line in _section(section)),
        *_footer(document),
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    """Return a text as it is written in a page; the one door through which the text of a case gets into it."""
    return escape(readable(text), quote=True)


def _header(document: Document) -> Iterator[str]:
    yield "<header>"
    yield f"<h1><bdi>{_safe(document.title)}</bdi></h1>"
    yield from (f"<p><bdi>{_safe(text)}</bdi></p>" for text in (document.caption,) if text)
    yield f"<p><b>{_safe(document.kind)}.</b> <bdi>{_safe(document.under)}</bdi></p>"
    yield "</header>"
    yield "<main>"


def _footer(document: Document) -> Iterator[str]:
    yield "</main>"
    yield "<footer>"
    yield from (f"<p>{_safe(note)}</p>" for note in document.notes)
    yield "</footer>"


def _section(section: Section) -> Iterator[str]:
    name = _safe(section.anchor)
    up = "" if section.anchor == "summary" else ' <a class="up" href="#summary">Summary</a>'
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title"><bdi>{_safe(section.title)}</bdi>{up}</h2>'
    if section.facts:
        yield f"<dl>{''.join(f'<dt>{_safe(term)}</dt><dd>{_cell(cell)}</dd>' for term, cell in section.facts)}</dl>"
    yield from _table(section) if section.rows else (f"<p>{_safe(section.note)}</p>",)
    yield "</section>"


def _table(section: Section) -> Iterator[str]:
    shares = section.shares()
    widths = (f'<col class="w{round(100 * share / sum(shares))}">' for share in shares)
    yield f'<div class="wide"><table class="{_safe(section.headings[0].key)}">'
    yield f"<colgroup>{''.join(widths)}</colgroup>"
    titles = (f'<th scope="col">{_safe(heading.title)}</th>' for heading in section.headings)
    yield f"<thead><tr>{''.join(titles)}</tr></thead>"
    yield "<tbody>"
    yield from (_row(section, row) for row in section.rows)
    yield "</tbody></table></div>"


def _row(section: Section, row: Row) -> str:
    cells = (_td(row, heading, cell) for heading, cell in zip(section.headings, row.cells, strict=True))
    hole = " hole" if row.hole else ""
    return f'<tr class="{row.rank.value}{hole}">{"".join(cells)}</tr>'


def _td(row: Row, heading: Heading, cell: Cell) -> str:
    key, classes = heading.key, []
    if key == "support" and row.depth:
        classes.append(f"d{min(row.depth, DEEPEST)}")
    if key == "status":
        classes.append(f"s-{'bare' if row.hole and row.rank is Rank.ELEMENT else LABELS[row.label]}")
    named = f' class="{" ".join(classes)}"' if classes else ""
    heads = key in ("element", "part", "witness") and row.rank is not Rank.ITEM
    tag = "th" if heads else "td"
    scope = ' scope="row"' if heads else ""
    return f'<{tag}{scope}{named} data-head="{_safe(heading.title)}">{_cell(cell)}</{tag}>'


def _cell(cell: Cell) -> str:
    return "".join(_line(line) for line in cell)


def _line(line: Line) -> str:
    tone = f' class="{line.tone.value}"' if line.tone is not Tone.PLAIN else ""
    lead = f"<b><bdi>{_safe(line.lead)}</bdi></b>" if line.lead else ""
    body = f"<bdi>{_safe(line.text)}</bdi>" if line.text else ""
    said = ": ".join(filter(None, (lead, body)))
    linked = f'<a href="#{_safe(line.anchor)}">{said}</a>' if line.anchor else said
    return f"<p{tone}>{linked}</p>"
