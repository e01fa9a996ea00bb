"""A chart as comma-separated values (RFC 4180): all tables in one, each row complete in itself.

UTF-8 with a byte-order mark, without which Excel takes the text for the code page of its machine.
"""

from __future__ import annotations

import csv as standard
import io
import re

from mapper.render.chart.document import Document
from mapper.render.diagram.dot.labels import readable
from mapper.render.stamp import MARK

BOM = "\ufeff"
READING = f"Case and reading, {MARK.decode('ascii')}"
"""The heading of the last column, which also is the only place for a remark that this format has."""

# What a spreadsheet takes for the beginning of a formula, where it may take a cell to begin: at the beginning, on a
# new line, and behind what another country's spreadsheet takes for a separator.
_FORMULA = re.compile(r"(^|[\r\n\t;,])([\s'\"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")


def csv(document: Document) -> str:
    """Return a chart as comma-separated values."""
    titles = list(dict.fromkeys(heading.title for section in document.sections for heading in section.headings))
    written = io.StringIO()
    table = standard.writer(written, lineterminator="\r\n")
    table.writerow(["Chart of", *titles, READING])
    reading = f"{document.title}. {document.under}"
    for section in document.sections:
        for row in section.rows:
            texts = {heading.title: text for heading, text in section.records(row)}
            table.writerow(map(_safe, [section.title, *(texts.get(title, "") for title in titles), reading]))
    return BOM + written.getvalue()


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; the one door through which the text of a case gets in."""
    return _FORMULA.sub(r"\1\2'", readable(text))
