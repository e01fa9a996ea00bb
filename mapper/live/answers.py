"""What-if, answered by the engine itself: the labels, and the words for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mapper.evaluate import LABELS
from mapper.render.text.reasons import because
from mapper.render.text.summary import summary

if TYPE_CHECKING:
    from mapper.api import Graph

Parameters = Sequence[tuple[str, str]]
"""The names and values of a question, as a browser sends them; a name may come several times."""

ONE, SEVERAL = ("scenario", "stage"), ("accept", "reject", "open", "drop")
"""The names of what is asked, by how often each may come; they are those of the command line."""


class QuestionError(ValueError):
    """A question that cannot be answered, and why."""


def answer(graph: Graph, asked: Parameters) -> dict[str, object]:
    """Return what would be so.

    Args:
        graph: the graph of the case.
        asked: the scenario, the stage, and what is accepted, rejected, left open or taken away.

    Returns:
        ``labels``: the number of each statement's label, in the order of the graph (0 undecided, 1 in, 2 out);
        ``reasons``: why each of them stands as it does; ``headline``: what stands.

    Raises:
        QuestionError: if a parameter is unknown, or has no such value.
        UnknownAddressError: if an address names nothing.
    """
    unknown = sorted({name for name, _ in asked} - {*ONE, *SEVERAL})
    if unknown:
        raise QuestionError(f"there is no parameter `{unknown[0]}`")
    empty = [name for name, value in asked if not value]
    if empty:
        raise QuestionError(f"the parameter `{empty[0]}` names nothing")
    values = {name: [value for other, value in asked if other == name and value] for name in (*ONE, *SEVERAL)}
    try:
        found = graph.evaluate(
            scenario=_one(values["scenario"]),
            stage=_one(values["stage"]),
            **{name: values[name] for name in SEVERAL},
        )
    except ValueError as error:
        raise QuestionError(str(error)) from None
    return {
        "labels": "".join(str(LABELS.index(found.labels[name])) for name in graph.statements),
        "reasons": [because(found, name) for name in graph.statements],
        "headline": summary(found, [claim.id for claim in graph.claims()]),
    }


def _one(values: Sequence[str]) -> str | None:
    if len(values) > 1:
        raise QuestionError("a scenario and a stage can be named only once")
    return values[0] if values else None
