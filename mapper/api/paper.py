"""A case, or a picture of it, on pages of paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack

from mapper.api.case import Case
from mapper.api.graph import Graph
from mapper.api.picture import Diagram
from mapper.api.under import Under
from mapper.evaluate import Evaluation

if TYPE_CHECKING:
    from mapper.render.diagram.listener import Listener

Paper = Literal["letter", "a4", "tabloid"]
"""A size of paper."""
PAPERS: tuple[Paper, ...] = ("letter", "a4", "tabloid")
SECONDS = 300.0
"""How long everything may take unless it is said otherwise."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case, or a picture of it, on pages of which no letter is smaller than 7 points.

    Attributes:
        what: the labelling of a case, or a picture of one.
        page: the size of the pages: ``letter``, ``a4`` or ``tabloid``.
    """

    what: Evaluation | Diagram
    page: Paper = "letter"

    @property
    def pdf(self) -> bytes:
        """Return it as PDF."""
        return self.data()

    def data(self, *, timeout: float = SECONDS, listener: Listener | None = None) -> bytes:
        """Return it as PDF; the same case gives the same bytes.

        Args:
            timeout: how many seconds it may take, at most a day.
            listener: who is told what is being done.

        Raises:
            MapperError: if there is no typst or no Graphviz, if one of them fails, or if it takes too long.
        """
        from mapper.render.dossier import dossier, paged
        from mapper.render.stamp import stamped

        if isinstance(self.what, Evaluation):
            return stamped(dossier(self.what, self.page, timeout=timeout, listener=listener), "pdf")
        picture = self.what
        data = paged(
            picture.evaluation, picture.view, self.page, summary=picture.words, timeout=timeout, listener=listener
        )
        return stamped(data, "pdf")

    def save(self, path: Path | str) -> None:
        """Write it to a file.

        Raises:
            MapperError: if there is no typst or no Graphviz, or if one of them fails.
            OSError: if the file cannot be written.
        """
        Path(path).write_bytes(self.data())


def dossier(what: Case | Graph | Evaluation | Diagram, *, page: Paper = "letter", **under: Unpack[Under]) -> Dossier:
    """Return a case on pages: an overview, each claim and each defense, and every text with its source.

    Of a picture, the pages that it needs: one if it fits, otherwise as many as keep every letter legible.

    Args:
        what: the case, its graph, an evaluation of it, or a picture of it.
        page: the size of the pages: ``letter``, ``a4`` or ``tabloid``.
        **under: stage, scenario and what is assumed, for a case or a graph.

    Raises:
        UnknownAddressError: if an address names nothing.
        ValueError: if there is no such size, or an evaluation or a picture is to be evaluated otherwise.

    Examples:
        >>> import mapper
        >>> mapper.dossier(mapper.example(), scenario="demurrer-2019").page
        'letter'
    """
    if page not in PAPERS:
        raise ValueError(f"a page is one of {', '.join(PAPERS)}, not {page!r}")
    if isinstance(what, Evaluation | Diagram):
        if under:
            raise ValueError("an evaluation is set as it is; give the case or the graph instead")
        return Dossier(what, page)
    graph = what.graph() if isinstance(what, Case) else what
    return Dossier(graph.evaluate(**under), page)
