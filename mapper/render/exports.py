"""What a case can be written as that Graphviz does not draw: for a browser, for Mermaid, for programs that compute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.evaluate import Evaluation
    from mapper.render.diagram.plan.plan import Direction
    from mapper.render.diagram.views import View

ON_PAGES = ("full", "claim", "focus")
"""The views that a page can be of: those that are the same under all labels."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written.

    Attributes:
        evaluation: the case with its labels.
        view: what is shown.
        summary: what stands and why not, for the caption.
        direction: ``LR`` (support at the right) or ``TB`` (support at the bottom), where something is drawn.
        timeout: how many seconds the drawing may take.
    """

    evaluation: Evaluation
    view: View
    summary: str
    direction: Direction
    timeout: float


def _page(wanted: Wanted) -> bytes:
    from mapper.render.diagram.show.around import named
    from mapper.render.page import page

    view, graph = wanted.view, wanted.evaluation.graph
    if view.key_list:
        raise ValueError("a page shows every text in full, and has no key list")
    if view.kind not in ON_PAGES:
        raise ValueError(f"a page shows one of {', '.join(ON_PAGES)}; draw the view {view.kind!r} as svg or pdf")
    asked = named(graph, view)
    claims = [claim.id for claim in graph.claims()]
    return page(wanted.evaluation, view, [c for c in claims if c in asked] or claims, wanted.direction, wanted.timeout)


def _flowchart(wanted: Wanted) -> bytes:
    from mapper.render.mermaid import mermaid

    if wanted.view.key_list:
        raise ValueError("a flowchart has no key list; a graph in GraphML holds every text in full")
    found = mermaid(wanted.evaluation, wanted.view, summary=wanted.summary, direction=wanted.direction)
    return found.encode("utf-8")


def _graph(wanted: Wanted) -> bytes:
    from mapper.render.graphml import graphml

    if wanted.view.key_list:
        raise ValueError("a graph in GraphML holds every text in full, and has no key list")
    return graphml(wanted.evaluation, wanted.view).encode("utf-8")


EXPORTS: Mapping[str, Callable[[Wanted], bytes]] = {"mermaid": _flowchart, "graphml": _graph, "html": _page}
"""The formats, and how each is written.

A ValueError says that a view cannot be shown in it; other errors are those of drawing.
"""
