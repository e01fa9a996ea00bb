"""What one looks over in a case, as JSON: its gaps, its dates, the answers to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation
from mapper.graph import ArgumentGraph
from mapper.render.json.document import Value, document, under

if TYPE_CHECKING:
    from mapper.analysis.gaps import Gap
    from mapper.analysis.responses import Answered
    from mapper.analysis.timeline import Timeline


def gaps(evaluation: Evaluation, found: Sequence[Gap]) -> str:
    """Return what a case lacks, and how many gaps of each kind there are."""
    counts = Counter(gap.kind.value for gap in found)
    return document("gaps", **under(evaluation), counts=counts, gaps=[_gap(gap) for gap in found])


def _gap(gap: Gap) -> Value:
    return {
        "kind": gap.kind.value,
        "id": gap.statement,
        "claims": list(gap.claims),
        "parties": list(gap.parties),
        "others": list(gap.others),
        "step": gap.step,
    }


def timeline(graph: ArgumentGraph, found: Timeline) -> str:
    """Return the dated statements and events in order."""
    events = [
        {
            "date": str(event.date),
            "first": event.date.first.isoformat(),
            "last": event.date.last.isoformat(),
            "kind": event.kind.value,
            "id": event.id or None,
            "title": event.title,
            "source": event.source or None,
            "loose": event.loose,
        }
        for event in found.events
    ]
    return document("timeline", case=_title(graph), events=events, undated=found.undated)


def responses(graph: ArgumentGraph, found: Sequence[Answered]) -> str:
    """Return every statement that is for others to answer, with their answers."""
    statements = [
        {
            "id": each.statement,
            "text": graph.statements[each.statement].text,
            "nature": graph.statements[each.statement].nature.value,
            "by": list(graph.statements[each.statement].by),
            "admitted": each.admitted,
            "answers": [
                {
                    "party": answer.party,
                    "response": answer.response.value if answer.response else None,
                    "effect": answer.effect.value,
                    "opponent": answer.opponent,
                }
                for answer in each.answers
            ],
        }
        for each in found
    ]
    return document("responses", case=_title(graph), statements=statements)


def _title(graph: ArgumentGraph) -> str | None:
    return graph.setting.caption.title if graph.setting.caption else None
