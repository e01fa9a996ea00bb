"""A chart as comma-separated values (RFC 4180): all tables in one, each row complete in itself.

UTF-8 with a byte-order mark, without which Excel takes the text for the code page of its machine.
"""

from __future__ import annotations

import csv as standard
import io
import re

from mapper.render.chart.document import CHART_OF, Document
from mapper.render.diagram.dot.labels import readable
from mapper.render.stamp import MARK

BOM = "\ufeff"
READING = f"Case and reading, {MARK.decode('ascii')}"
"""The heading of the last column, which also is the only place for a remark that this format has."""

# What a spreadsheet takes for the beginning of a formula, where it may take a cell to begin: at the beginning, on a
# new line, and behind what another country's spreadsheet takes for a separator.
_FORMULA = re.compile(r"(^|[\n;,])([\s'\"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")


def csv(document: Document) -> str:
    """Return a chart as comma-separated values."""
    written = io.StringIO()
    table = standard.writer(written, lineterminator="\r\n")
    titles = dict.fromkeys(heading.title for section in document.sections for heading in section.headings)
    table.writerow([CHART_OF, *titles, READING])
    reading = f"{document.title}. {document.under}"
    table.writerows([*map(_safe, (*record.values(), reading))] for record in document.records())
    return BOM + written.getvalue()


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; the one door through which the text of a case gets in."""
    lines = (" ".join(line.split()) for line in readable(text).split("\n"))
    return _FORMULA.sub(r"\1\2'", "\n".join(lines).strip())
