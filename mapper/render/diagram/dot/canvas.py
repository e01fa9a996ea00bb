"""Things written into a DOT graph at their places, which Graphviz counts from the bottom left."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import graphviz
from graphviz.quoting import quote

from mapper.render.diagram.dot.labels import label
from mapper.render.diagram.plan.boxes import Box, Point
from mapper.render.diagram.plan.curves import Curve
from mapper.render.diagram.scene.lines import Line
from mapper.render.diagram.symbols import INCH

MOST, NEXT_LINE = 300, " \\\n"
"""How many points stand on a line, and how a text goes on: Graphviz reads no more than 16,384 characters of one."""
SHORT = 40
"""How long a value is at most that probably comes again: quoting takes longer than all else that is done here."""


class Canvas:
    """Writes into a graph or a cluster of it.

    Attributes:
        graph: what is written into.
        height: the height of the whole picture, in points.
        top: how far down the things begin that are written.
    """

    def __init__(self, graph: graphviz.Digraph, height: float, top: float = 0.0) -> None:
        self.graph, self.height, self.top = graph, height, top

    def within(self, cluster: graphviz.Digraph) -> Canvas:
        """Return a canvas that writes into a cluster."""
        return Canvas(cluster, self.height, self.top)

    def lower(self, distance: float) -> Canvas:
        """Return a canvas that writes further down."""
        return Canvas(self.graph, self.height, self.top + distance)

    def at(self, point: Point) -> str:
        """Return a point as Graphviz writes it."""
        return f"{point[0]:.2f},{self.height - self.top - point[1]:.2f}"

    def corners(self, box: Box) -> str:
        """Return the lower left and the upper right corner of a box."""
        return f"{self.at((box.x, box.bottom))},{self.at((box.right, box.y))}"

    def course(self, found: Curve) -> str:
        """Return the course of a link, its heads first."""
        heads = (("s", found.tip), ("e", found.tip_at_end))
        points = [*(f"{end},{self.at(tip)}" for end, tip in heads if tip), *map(self.at, found.points)]
        return NEXT_LINE.join(" ".join(points[start : start + MOST]) for start in range(0, len(points), MOST))

    def node(self, name: str, box: Box, **attributes: str) -> None:
        """Add a node in a box."""
        size = {"width": f"{box.width / INCH:.4f}", "height": f"{box.height / INCH:.4f}"}
        self.graph.body.append(f"\t{name} [{_listed(pos=self.at(box.middle), **(size | attributes))}]\n")

    def text(self, name: str, lines: Iterable[Line], box: Box, fill: str = "") -> None:
        """Add lines of text in a box."""
        ground = {"bgcolor": fill} if fill else {}
        self.node(name, box, shape="plain", label=label(lines, box.width, **ground))

    def edge(self, tail: str, head: str, found: Curve, **attributes: str) -> None:
        """Add a link between two nodes."""
        self.graph.body.append(f"\t{tail} -> {head} [{_listed(pos=self.course(found), **attributes)}]\n")


def _listed(*, label: str | None = None, **attributes: str) -> str:
    """Return attributes as DOT lists them, the label first and all others in the order of their names."""
    found = [] if label is None else [f"label={_quoted(label)}"]
    return " ".join((*found, *(f"{name}={_quoted(attributes[name])}" for name in sorted(attributes))))


def _quoted(value: str) -> str:
    return str(quote(value)) if len(value) > SHORT else _quoted_short(value)


@lru_cache(maxsize=4096)
def _quoted_short(value: str) -> str:
    return str(quote(value))
