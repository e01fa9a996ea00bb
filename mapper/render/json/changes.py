"""What changes, as JSON: by other assumptions, in another scenario, in a new version of the case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mapper.render.json.document import Value, document, under
from mapper.render.text.reasons import because

if TYPE_CHECKING:
    from mapper.analysis.against import Against, Difference
    from mapper.analysis.missed import Account
    from mapper.analysis.stages import StageFlip
    from mapper.analysis.versions.changes import Edit, EntryChange, StepChange
    from mapper.analysis.versions.outcomes import Comparison, Outcome
    from mapper.analysis.whatif import WhatIf


def whatif(found: WhatIf) -> str:
    """Return what a change of assumptions alters."""
    flips = [
        {
            "id": flip.statement,
            "kind": found.after.graph.statements[flip.statement].kind.value,
            "before": flip.before.value,
            "after": flip.after.value,
            "asked": flip.asked,
            "because": because(found.after, flip.statement),
        }
        for flip in found.flips
    ]
    return document("whatif", **under(found.after), asked=list(found.asked), flips=flips, held=list(found.held))


def against(found: Against) -> str:
    """Return why two scenarios part."""
    number = {each: place for place, each in enumerate(found.differences)}
    partings = [
        {
            "id": parting.statement,
            "here": parting.here.value,
            "there": parting.there.value,
            "because": [[number[each] for each in several] for several in parting.because],
            "smallest": parting.smallest,
        }
        for parting in found.partings
    ]
    return document(
        "against",
        here=under(found.here),
        there=under(found.there),
        differences=[_difference(each) for each in found.differences],
        partings=partings,
        same=list(found.same),
    )


def _difference(each: Difference) -> Value:
    return {
        "respect": each.respect.value,
        "about": each.about or None,
        "here": list(each.here),
        "there": list(each.there),
    }


def accounts(found: Iterable[Account]) -> list[Value]:
    """Return what accounts for cells of the scenario table that do not agree."""
    return [
        {
            "scenario": account.scenario,
            "id": account.cell.address,
            "wanted": account.wanted,
            "ruled": account.ruled,
            "computed": account.cell.status.value,
            "changes": [
                [{"id": name, "assumption": assumption.value} for name, assumption in several]
                for several in account.smallest.sets
            ],
            "size": account.smallest.size,
            "complete": account.smallest.complete,
            "elsewhere": list(account.elsewhere),
        }
        for account in found
    ]


def flips(found: Iterable[StageFlip]) -> list[Value]:
    """Return what flips from stage to stage, and because of which statements."""
    return [
        {
            "id": flip.statement,
            "from": flip.start.value,
            "to": flip.end.value,
            "before": flip.before.value,
            "after": flip.after.value,
            "leaves": list(flip.leaves),
            "standards": list(flip.standards),
        }
        for flip in found
    ]


def difference(found: Comparison) -> str:
    """Return what a new version of a case says otherwise, and what that changes in what stands."""
    return document(
        "difference",
        differs=bool(found),
        entries=[_entry(change) for change in found.texts.entries],
        steps=[_step(change) for change in found.texts.steps],
        outcomes=[_outcome(outcome) for outcome in found.outcomes],
    )


def _entry(change: EntryChange) -> Value:
    return {
        "happened": change.happened.value,
        "section": change.section,
        "id": change.id,
        "old_id": change.old_id or None,
        "title": change.title or None,
        "reworded": change.reworded,
        "edits": [_edit(edit) for edit in change.edits],
        "answers": [{"party": edit.field, "old": edit.old or None, "new": edit.new or None} for edit in change.answers],
    }


def _edit(edit: Edit) -> Value:
    return {"field": edit.field, "old": edit.old or None, "new": edit.new or None}


def _step(change: StepChange) -> Value:
    return {
        "happened": change.happened.value,
        "kind": change.kind,
        "step": change.address,
        "edits": [_edit(edit) for edit in change.edits],
    }


def _outcome(outcome: Outcome) -> Value:
    context = outcome.after.context
    changes = [
        {
            "id": change.statement,
            "old_id": change.old or None,
            "before": change.before.value if change.before else None,
            "after": change.after.value if change.after else None,
            "because": because(outcome.after, change.statement) if change.after else None,
        }
        for change in outcome.changes
    ]
    return {"stage": context.stage.value, "scenario": context.scenario, "changes": changes}
