"""The page: one HTML file with the map, everything there is to say of it, and a small evaluator for what-if.

No request leaves it: its Content-Security-Policy (W3C, "Content Security Policy Level 3") allows the script and the
style that are in it, by their hashes, and fonts and pictures that are in it, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.evaluate import Evaluation
    from mapper.render.diagram.plan.plan import Direction
    from mapper.render.diagram.views import View

__all__ = ["page"]


def page(  # each is a choice of its own
    evaluation: Evaluation,
    view: View,
    claims: Sequence[str],
    direction: Direction = "LR",
    timeout: float = 60.0,
    *,
    live: bool = False,
) -> bytes:
    """Return the page of an evaluated case, which begins with that evaluation; the same case gives the same bytes.

    Args:
        evaluation: the case with its labels.
        view: what the map shows; the page knows the whole case in any event.
        claims: the claims that the head of the page speaks of.
        direction: ``LR`` (support at the right) or ``TB`` (support at the bottom).
        timeout: how many seconds the drawing may take.
        live: whether it is served, and can ask who made it.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no Graphviz, if it fails or takes too long.
    """
    from mapper.render.diagram.scene.items import items
    from mapper.render.diagram.show.shown import shown
    from mapper.render.page.compiled import compiled
    from mapper.render.page.content import content
    from mapper.render.page.document import document
    from mapper.render.page.legend import legend
    from mapper.render.page.numbers import numbered
    from mapper.render.page.outline import order, outline
    from mapper.render.page.parts import Drawn
    from mapper.render.page.picture import picture

    graph = evaluation.graph
    found = items(graph, shown(evaluation, view))
    drawn = picture(evaluation, view, direction, timeout)
    data = {
        "compiled": compiled(graph),
        **content(evaluation, claims),
        "picture": numbered(drawn, graph, found),
    }
    shown_here = [s for item in found.by_key.values() if not item.is_made_out for s in item.statements]
    key = legend(evaluation, shown_here)
    listed = outline(evaluation, found)
    drawn.read_in(order(listed))
    made = document(evaluation, claims, data, Drawn(drawn.svg, listed, key), live=live)
    return made.encode("utf-8")
