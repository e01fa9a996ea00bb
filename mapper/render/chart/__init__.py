"""Charts: what each element rests on, and what proves it, as tables in the formats that people hand in.

A chart is made in two steps: a value of the analyses becomes a ``Document`` of text in cells (``elements``, ``order``),
and that is written, one module for each format, none of which knows what a claim is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mapper.analysis.chart import ProofChart
    from mapper.analysis.order_of_proof import OrderOfProof
    from mapper.render.chart.document import Document

__all__ = ["FORMATS", "tables", "write"]

Format = Literal["md", "csv", "html", "xlsx", "docx"]
FORMATS: tuple[Format, ...] = ("md", "csv", "html", "xlsx", "docx")
"""What a chart can be written as, which is also how the names of such files end."""


def tables(chart: ProofChart | OrderOfProof) -> Document:
    """Return a chart as tables with text in their cells."""
    from mapper.analysis.chart import ProofChart
    from mapper.render.chart import elements, order

    return elements.document(chart) if isinstance(chart, ProofChart) else order.document(chart)


def write(chart: Document, form: Format) -> bytes:
    """Return a chart as a file holds it, with the mark by which the tool knows its own files.

    The same case gives the same bytes; in ``xlsx`` and ``docx`` as long as the libraries that write them are the same.
    """
    from mapper.render.stamp import stamped

    return stamped(_written(chart, form), form)


def _written(chart: Document, form: Format) -> bytes:
    match form:
        case "md":
            from mapper.render.chart.markdown import markdown

            return markdown(chart).encode("utf-8")
        case "csv":
            from mapper.render.chart.csv import csv

            return csv(chart).encode("utf-8")
        case "html":
            from mapper.render.chart.html import html

            return html(chart).encode("utf-8")
        case "xlsx":
            from mapper.render.chart.xlsx import xlsx

            return xlsx(chart)
        case "docx":
            from mapper.render.chart.docx import docx

            return docx(chart)
