"""Charts of a case: what each element rests on, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from mapper.api.case import Case
from mapper.api.graph import Graph
from mapper.api.under import Ids, Under, listed_ids
from mapper.evaluate import Evaluation
from mapper.vocabulary import Stage

if TYPE_CHECKING:
    from mapper.analysis.chart import ProofChart
    from mapper.analysis.order_of_proof import OrderOfProof
    from mapper.render.chart.document import Document

SUFFIXES = {"htm": "html", "markdown": "md"}
"""Other endings of the names of files, and the formats that they say."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of an evaluated case; printed, it is what a terminal shows, and a notebook shows its tables.

    Attributes:
        found: what the tables say, as values: the parts of a proof chart, or an order of proof.

    Examples:
        >>> import mapper
        >>> chart = mapper.chart(mapper.example(), claims="amended-trafficking", scenario="demurrer-2019")
        >>> chart.rows[1]["Supported by"]
        'HARM: The plaintiffs were trafficked for sex and suffered fear, force and fraud.'
    """

    found: ProofChart | OrderOfProof

    @property
    def evaluation(self) -> Evaluation:
        """Return the labelling under which the statuses hold."""
        return self.found.evaluation

    @property
    def rows(self) -> tuple[dict[str, str], ...]:
        """Return the rows of all tables as texts by their headings; each says to what it belongs."""
        return tuple(self._document().records())

    @property
    def markdown(self) -> str:
        """Return the chart in Markdown, with tables as GitHub has them."""
        return self.data("md").decode("utf-8")

    @property
    def html(self) -> str:
        """Return the chart as a page that needs nothing else."""
        return self.data("html").decode("utf-8")

    @property
    def csv(self) -> str:
        """Return the rows as comma-separated values; it begins with a byte-order mark, for the sake of Excel."""
        return self.data("csv").decode("utf-8")

    def data(self, form: str) -> bytes:
        """Return the chart as a file holds it.

        Args:
            form: ``md``, ``csv``, ``html``, ``xlsx`` or ``docx``.

        Raises:
            ValueError: if there is no such format.
        """
        from mapper.render.chart import FORMATS, write

        known = next((known for known in FORMATS if known == form), None)
        if known is None:
            raise ValueError(f"a chart is one of {', '.join(FORMATS)}, not {form!r}")
        return write(self._document(), known)

    def save(self, path: Path | str) -> None:
        """Write the chart to a file, in the format that its suffix names.

        Raises:
            ValueError: if the suffix names no format.
            OSError: if the file cannot be written.
        """
        suffix = Path(path).suffix.removeprefix(".").lower()
        Path(path).write_bytes(self.data(SUFFIXES.get(suffix, suffix)))

    def text(self, width: int = 80) -> str:
        """Return the chart for a terminal of this width, in cells, with its colours."""
        from mapper.render.chart.text import text

        return text(self._document(), width)

    def __str__(self) -> str:
        """Return the chart as plain text at 80 columns."""
        from mapper.render.terminal import plain

        return plain(self.text())

    def _repr_markdown_(self) -> str:
        """Return what a notebook shows."""
        return self.markdown

    def _document(self) -> Document:
        from mapper.render.chart import tables

        return tables(self.found)


def chart(
    what: Case | Graph | Evaluation,
    *,
    claims: Ids = (),
    parties: Ids = (),
    order_of_proof: bool = False,
    **under: Unpack[Under],
) -> Chart:
    """Return the proof chart of a case, or its order of proof.

    Args:
        what: the case, its graph, or an evaluation of it.
        claims: chart these claims alone, with what would bar them; those that are in play, unless some are named.
        parties: chart what these parties claim, or what is claimed against them, alone.
        order_of_proof: list the evidence by witness and exhibit instead, and the facts that have none; at the trial
            stage, unless another or a scenario is given.
        **under: stage, scenario and what is assumed, for a case or a graph.

    Raises:
        UnknownAddressError: if there is no such claim or party, or an address names nothing.
        ValueError: if an evaluation is to be evaluated otherwise, or there is no such stage.

    Examples:
        >>> import mapper
        >>> found = mapper.chart(mapper.example(), order_of_proof=True).found
        >>> [fact.statement for fact in found.unproved][:2]
        ['SINCE-2013', 'DESPITE-OUTCRY']
    """
    from mapper.analysis.chart import chart as proof_chart
    from mapper.analysis.order_of_proof import order_of_proof as order

    if isinstance(what, Evaluation) and under:
        raise ValueError("an evaluation is charted as it is; give the case or the graph instead")
    if order_of_proof and not (under.get("stage") or under.get("scenario")):
        under["stage"] = Stage.TRIAL
    graph = what.graph() if isinstance(what, Case) else what
    found = graph if isinstance(graph, Evaluation) else graph.evaluate(**under)
    make = order if order_of_proof else proof_chart
    return Chart(make(found, listed_ids(claims), listed_ids(parties)))
