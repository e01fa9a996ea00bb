"""What bears on a statement, as JSON: what carries it, what would defeat it, whether it is settled."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.analysis.bearing.labellings import Preferred, Stable
from mapper.analysis.bearing.reversal import Reversal
from mapper.analysis.bearing.settled import Settled
from mapper.analysis.bearing.support import Support
from mapper.render.json.document import Value, document, under
from mapper.render.text.reasons import because


def support(found: Support, limit: int) -> str:
    """Return what carries a statement, and what would defeat it."""
    evaluation, minimal, count, defeat = found.evaluation, found.minimal(limit), found.count(), found.defeat(limit)
    supports = [{"leaves": list(each.leaves), "steps": [step.id for step in each.steps]} for each in minimal.sets]
    return document(
        "support",
        **under(evaluation),
        id=found.asked,
        status=evaluation.status(found.asked).value,
        supports=supports,
        complete=minimal.complete,
        count=count.supports,
        exact=count.exact,
        single_points=_reversals(found.single_points),
        defeat={"already": defeat.already, "complete": defeat.complete, "sets": _reversals(defeat.sets)},
        additions=_reversals(found.additions),
    )


def _reversals(points: Iterable[Reversal]) -> list[Value]:
    return [
        {
            "statements": list(point.statements),
            "assumption": point.assumption.value,
            "status": point.status.value,
            "because": because(point.after, point.asked),
        }
        for point in points
    ]


def settled(found: Settled) -> str:
    """Return whether a statement is settled, and which open statements matter, those first that settle most."""
    relevant = {each.statement: each for each in found.relevant}
    ranked = [
        {
            "id": each.statement,
            "if_accepted": relevant[each.statement].if_accepted.value,
            "if_rejected": relevant[each.statement].if_rejected.value,
            "others_accepted": list(relevant[each.statement].others),
            "settles_if_accepted": each.if_accepted,
            "settles_if_rejected": each.if_rejected,
        }
        for each in (found.worth if relevant else ())
    ]
    return document(
        "settled",
        **under(found.evaluation),
        id=found.asked,
        settled=found.is_settled,
        label=found.label.value if found.label else None,
        open_statements=list(found.open),
        outcomes=[{"label": each.label.value, "accepted": list(each.accepted)} for each in found.outcomes],
        relevant=ranked,
        irrelevant=list(found.irrelevant),
    )


def labellings(found: Preferred | Stable, limit: int) -> str:
    """Return the preferred or stable labellings, and how each undecided statement fares in them."""
    first = found.first(limit)
    standings = [
        {"id": name, "some": [label.value for label in each.some], "every": each.every.value if each.every else None}
        for name, each in (found.standings if first.found else {}).items()
    ]
    return document(
        "labellings",
        **under(found.evaluation),
        kind=type(found).__name__.lower(),
        complete=first.complete,
        labellings=[{name: label.value for name, label in each.items()} for each in first.found],
        standings=standings,
    )
