"""What lies beyond the grounded labelling, in words: how the undecided fare in all labellings of a kind."""

from __future__ import annotations

from mapper.analysis.bearing.labellings import Preferred, Stable, Standing
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.groups import together
from mapper.render.text.words import counted, listed, under
from mapper.vocabulary import Label

FATES: dict[str, str] = {
    "in": "holds in every one",
    "out": "fails in every one",
    "both": "holds in some, fails in some",
    "some in": "holds in some, undecided in others",
    "some out": "fails in some, undecided in others",
    "": "undecided in every one",
}
"""What is said of a statement by how the labellings of a kind label it."""


def fate(standing: Standing) -> str:
    """Return the key of what is said of a statement: sceptical standing first, then credulous."""
    if standing.every:
        return standing.every.value
    if len(standing.some) > 1:
        return "both"
    return f"some {standing.some[0].value}" if standing.some else ""


def labellings(found: Preferred | Stable, limit: int, width: int) -> str:
    """Return how each undecided statement fares in the preferred or stable labellings.

    Raises:
        GivenUpError: if the search was given up before it found any.
    """
    kind = type(found).__name__.lower()
    tail = "\n".join(wrapped(ink(f"{under(found.evaluation)}.", "dim"), width))
    if Label.UNDECIDED not in found.evaluation.labels.values():
        return "\n\n".join(["Nothing is left undecided, so the grounded labelling is the only one.", tail])
    first = found.first(limit)
    if not first.found:
        return "\n\n".join(["\n".join(wrapped(_none(found), width)), tail])
    number = counted(len(first.found), f"{kind} labelling")
    head = f"{'' if first.complete else 'At least '}{number} of what the grounded one leaves undecided."
    groups: dict[str, list[str]] = {}
    for name, standing in found.standings.items():
        groups.setdefault(fate(standing), []).append(name)
    graph = found.evaluation.graph
    rows = [[words, ", ".join(together(graph, groups[key]))] for key, words in FATES.items() if key in groups]
    return "\n\n".join(["\n".join(wrapped(head, width)), columns(rows, width), tail])


def _none(found: Preferred | Stable) -> str:
    """Return why there is no stable labelling."""
    given = found.open if isinstance(found, Stable) else ()
    if given:
        return f"There is no stable labelling, because {listed(given)} {'are' if len(given) > 1 else 'is'} open."
    return "There is no stable labelling: a genuine dispute or an odd circle can be decided in no way."
