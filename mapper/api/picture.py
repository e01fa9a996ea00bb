"""Pictures of a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack

from mapper.api.case import Case
from mapper.api.graph import Graph, Ids, Under, listed_ids
from mapper.evaluate import Evaluation

if TYPE_CHECKING:
    from mapper.render.diagram import View

Direction = Literal["LR", "TB"]
"""Where support stands: at the right, or below."""
PAGES = ("html", "htm")
"""How the names of pages end."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture of an evaluated case; a notebook shows it by itself.

    Attributes:
        evaluation: the labelling that is drawn.
        view: what of it is drawn.
        direction: ``LR``, with support at the right, or ``TB``, with support below.

    Examples:
        >>> import mapper
        >>> picture = mapper.diagram(mapper.example(), claim="negligence", scenario="as-filed-duty")
        >>> picture.dot.splitlines()[0]
        '// made by mapper'
    """

    evaluation: Evaluation
    view: View
    direction: Direction = "LR"

    @property
    def svg(self) -> str:
        """Return the picture as SVG."""
        return self.data("svg").decode("utf-8")

    @property
    def html(self) -> str:
        """Return the picture as a page for a browser, in one file: to look around in, to search, and to ask what if."""
        return self.data("html").decode("utf-8")

    @property
    def dot(self) -> str:
        """Return the picture as DOT, the language of Graphviz."""
        return self.data("dot").decode("utf-8")

    def data(self, form: str, *, dpi: int = 96) -> bytes:
        """Return the picture as a file holds it.

        Args:
            form: ``svg``, ``pdf``, ``png``, ``dot`` or ``html``.
            dpi: how many dots of a PNG make an inch.

        Raises:
            ValueError: if there is no such format.
            MapperError: if there is no Graphviz, or if it fails.
        """
        from mapper.render.diagram import FORMATS, draw
        from mapper.render.stamp import stamped
        from mapper.render.text.summary import summary

        if form in PAGES:
            from mapper.render.page import page

            return stamped(page(self.evaluation, self.view, self._claims(), self.direction), "html")
        known = next((known for known in FORMATS if known == form), None)
        if known is None:
            raise ValueError(f"a picture is one of {', '.join((*FORMATS, *PAGES))}, not {form!r}")
        words = summary(self.evaluation, self._claims())
        data = draw(self.evaluation, self.view, known, summary=words, direction=self.direction, dpi=dpi)
        return stamped(data, known)

    def _claims(self) -> list[str]:
        """Return the claims that the head of the picture speaks of: those that were asked for, or all."""
        graph = self.evaluation.graph
        asked = {name for address in self.view.ids for name in graph.resolve_statements(address)}
        claims = [claim.id for claim in graph.claims()]
        return [claim for claim in claims if claim in asked] or claims

    def save(self, path: Path | str, *, dpi: int = 96) -> None:
        """Write the picture to a file, in the format that its suffix names.

        Raises:
            ValueError: if the suffix names no format.
            MapperError: if there is no Graphviz, or if it fails.
            OSError: if the file cannot be written.
        """
        Path(path).write_bytes(self.data(Path(path).suffix.removeprefix(".").lower(), dpi=dpi))

    def _repr_svg_(self) -> str:
        """Return what a notebook shows."""
        return self.svg


def diagram(  # noqa: PLR0913  # one parameter for each part of a view
    what: Case | Graph | Evaluation,
    *,
    claim: Ids = (),
    focus: Ids = (),
    up: int | None = 2,
    down: int | None = 2,
    key_list: bool = False,
    direction: Direction = "LR",
    **under: Unpack[Under],
) -> Diagram:
    """Return a picture of a case: all of it, some claims, or what lies around some statements.

    Args:
        what: the case, its graph, or an evaluation of it.
        claim: draw these claims alone.
        focus: draw what lies around these statements alone.
        up: how many steps to follow from there towards the claims; ``None`` for all.
        down: how many steps to follow towards support and attack; ``None`` for all.
        key_list: whether every text is given in full below the picture.
        direction: ``LR``, with support at the right, or ``TB``, with support below.
        **under: stage, scenario and what is assumed, for a case or a graph.

    Raises:
        UnknownAddressError: if an address names nothing.
        ValueError: if an evaluation is to be evaluated otherwise, or claims and a focus are named.

    Examples:
        >>> import mapper
        >>> mapper.diagram(mapper.example(), focus="KNEW", up=1, down=1).view.kind
        'focus'
    """
    from mapper.render.diagram import View

    if isinstance(what, Evaluation) and under:
        raise ValueError("an evaluation is drawn as it is; give the case or the graph instead")
    if claim and focus:
        raise ValueError("a picture shows claims or has a focus, not both")
    graph = what.graph() if isinstance(what, Case) else what
    found = graph if isinstance(graph, Evaluation) else graph.evaluate(**under)
    kind: Literal["full", "claim", "focus"] = "claim" if claim else "focus" if focus else "full"
    view = View(kind=kind, ids=listed_ids(claim or focus), up=up, down=down, key_list=key_list)
    for address in view.ids:
        found.graph.resolve_statements(address)
    return Diagram(found, view, direction)
