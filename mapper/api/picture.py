"""Pictures of a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack

from mapper.api.asked import check_view, difference, one_statement
from mapper.api.case import Case
from mapper.api.graph import Graph
from mapper.api.under import Ids, Under, listed_ids
from mapper.evaluate import Evaluation

if TYPE_CHECKING:
    from mapper.render.diagram import View
    from mapper.render.diagram.listener import Listener

Direction = Literal["LR", "TB"]
"""Where support stands: at the right, or below."""

ViewName = Literal["full", "overview", "claim", "focus", "chain", "why", "difference"]
"""What a picture is about."""

ENDINGS = {"gv": "dot", "htm": "html", "mmd": "mermaid"}
"""Other endings of the names of files, and the formats that they say."""

SCREEN_DPI = 96
"""How many dots of a PNG make an inch unless it is said otherwise."""
SECONDS = 60.0
"""How long the drawing may take unless it is said otherwise."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture of an evaluated case; a notebook shows it by itself.

    Attributes:
        evaluation: the labelling that is drawn; of a difference the later one, with what is gone put back as failing.
        view: what of it is drawn.
        direction: ``LR``, with support at the right, or ``TB``, with support below.
        headline: what is said above it; what stands and why not, unless it is given.

    Examples:
        >>> import mapper
        >>> picture = mapper.diagram(mapper.example(), claim="negligence", scenario="as-filed-duty")
        >>> picture.dot.splitlines()[0]
        '// made by mapper'
    """

    evaluation: Evaluation
    view: View
    direction: Direction = "LR"
    headline: str = ""

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

    @property
    def mermaid(self) -> str:
        """Return the picture as a flowchart of Mermaid."""
        return self.data("mermaid").decode("utf-8")

    @property
    def graphml(self) -> str:
        """Return the graph that the picture shows as GraphML, for other programs."""
        return self.data("graphml").decode("utf-8")

    def data(
        self, form: str, *, dpi: int | None = None, timeout: float = SECONDS, listener: Listener | None = None
    ) -> bytes:
        """Return the picture as a file holds it.

        Args:
            form: ``svg``, ``pdf``, ``png``, ``dot``, ``mermaid``, ``graphml`` or ``html``.
            dpi: how many dots of a PNG make an inch; 96, unless it is said.
            timeout: how many seconds the drawing may take, at most a day.
            listener: who is told what is being done, and whether the layout is a simpler one.

        Raises:
            ValueError: if there is no such format or no such time, dots are given for one that has none, a key list is
                to be on a flowchart, or a page is to be of a view that cannot be on one.
            MapperError: if there is no Graphviz, if it fails or takes too long, or if there is nothing to draw.
        """
        from mapper.render.diagram import FORMATS, draw
        from mapper.render.exports import EXPORTS, Wanted
        from mapper.render.stamp import stamped

        form = ENDINGS.get(form, form)
        if dpi is not None and form != "png":
            raise ValueError(f"only a png has dots; {form} is as sharp as what shows it")
        if form in EXPORTS:
            wanted = Wanted(self.evaluation, self.view, self.words, self.direction, timeout)
            return stamped(EXPORTS[form](wanted), form)
        known = next((known for known in FORMATS if known == form), None)
        if known is None:
            raise ValueError(f"a picture is one of {', '.join((*FORMATS, *EXPORTS))}, not {form!r}")
        words, dots = self.words, dpi or SCREEN_DPI
        data = draw(
            self.evaluation,
            self.view,
            known,
            summary=words,
            direction=self.direction,
            dpi=dots,
            timeout=timeout,
            listener=listener,
        )
        return stamped(data, known)

    @property
    def words(self) -> str:
        """Return what is said above it: the headline, or what became of what it is about and of the claims in it."""
        from mapper.render.diagram.show.around import named
        from mapper.render.diagram.show.shown import shown
        from mapper.render.text.summary import summary

        if self.headline:
            return self.headline
        asked = named(self.evaluation.graph, self.view)
        seen = shown(self.evaluation, self.view)
        whole = seen.statements - seen.outside - {*asked}
        beside = [claim.id for claim in self.evaluation.graph.claims() if claim.id in whole]
        return " ".join(filter(None, (summary(self.evaluation, names) for names in (asked, beside))))

    def save(self, path: Path | str, *, dpi: int | None = None) -> None:
        """Write the picture to a file, in the format that its suffix names.

        Raises:
            ValueError: if the suffix names no format, or dots are given for one that has none.
            MapperError: if there is no Graphviz, if it fails, or if there is nothing to draw.
            OSError: if the file cannot be written.
        """
        Path(path).write_bytes(self.data(Path(path).suffix.removeprefix(".").lower(), dpi=dpi))

    def _repr_svg_(self) -> str:
        """Return what a notebook shows."""
        return self.svg


def diagram(  # noqa: PLR0913  # one parameter for each part of a view
    what: Case | Graph | Evaluation,
    *,
    view: ViewName | None = None,
    claim: Ids = (),
    focus: Ids = (),
    up: int | None = 2,
    down: int | None = 2,
    start: str | None = None,
    before: Case | None = None,
    against: str | None = None,
    key_list: bool = False,
    direction: Direction = "LR",
    **under: Unpack[Under],
) -> Diagram:
    """Return a picture of a case: all of it, or the part that a view shows.

    Args:
        what: the case, its graph, or an evaluation of it.
        view: ``full``, ``overview``, ``claim``, ``focus``, ``chain``, ``why`` or ``difference``; what the other
            arguments mean, unless it is said, and ``full`` without any.
        claim: draw these claims alone.
        focus: what the picture is about: a claim, the statements whose surroundings are drawn, the end of a chain, or
            what is explained.
        up: how many steps to follow from a focus towards the claims; ``None`` for all.
        down: how many steps to follow towards support and attack; ``None`` for all.
        start: where a chain begins.
        before: draw what differs from this earlier version of the case.
        against: draw what differs from this scenario.
        key_list: whether every text is given in full below the picture.
        direction: ``LR``, with support at the right, or ``TB``, with support below.
        **under: stage, scenario and what is assumed, for a case or a graph.

    Raises:
        UnknownAddressError: if an address or a scenario names nothing.
        ValueError: if the arguments do not go together, or an address names several statements where one is meant.

    Examples:
        >>> import mapper
        >>> mapper.diagram(mapper.example(), focus="KNEW", up=1, down=1).view.kind
        'focus'
        >>> mapper.diagram(mapper.example(), scenario="as-filed-duty", against="as-filed-effect").headline[:27]
        'Barred → stands: negligence'
    """
    from mapper.render.diagram import View

    if isinstance(what, Evaluation) and under:
        raise ValueError("an evaluation is drawn as it is; give the case or the graph instead")
    if claim and focus:
        raise ValueError("a picture shows claims or has a focus, not both")
    ids = listed_ids(claim or focus)
    meant = "difference" if before or against else "claim" if claim else "focus" if focus else "full"
    kind = view or meant
    check_view(kind, len(ids), start, compared=bool(before or against), direction=direction)
    if kind == "difference":
        differing, base = difference(what, before, against, under)
        made = View(kind=kind, remarks=differing.remarks, base=base, idle=differing.idle, key_list=key_list)
        return Diagram(differing.evaluation, made, direction, differing.headline)
    graph = what.graph() if isinstance(what, Case) else what
    found = graph if isinstance(graph, Evaluation) else graph.evaluate(**under)
    whence = one_statement(found, start) if start else None
    for address in ids:
        found.graph.resolve_statements(address)
    if kind == "chain":
        ids = (one_statement(found, ids[0]),)
    made = View(kind=kind, ids=ids, up=up, down=down, key_list=key_list, start=whence)
    return Diagram(found, made, direction)
