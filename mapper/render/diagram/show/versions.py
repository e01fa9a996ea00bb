"""What differs between two versions or two scenarios, and where that leads."""

from __future__ import annotations

from mapper.evaluate import Evaluation
from mapper.render.diagram.show.around import above, parts, reach
from mapper.render.diagram.views import Shown, View


def differing(evaluation: Evaluation, view: View) -> Shown:
    """Return the statements of which there is something to say, and what leads from them to the claims."""
    graph = evaluation.graph
    reached = reach(graph, [name for name in graph.statements if name in view.remarks], None, above)
    steps = {
        name: frozenset(part for part in parts(step) if part in reached)
        for name, step in graph.arguments.items()
        if step.conclusion in reached and not reached.isdisjoint(parts(step))
    }
    return Shown(frozenset(reached), remarks=view.remarks, steps=steps)
