"""What happened to the steps between two versions of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapper.analysis.versions.changes import Edit, Happened, StepChange, edits
from mapper.analysis.versions.renames import Renames
from mapper.analysis.versions.written import Written


def step_changes(old: Iterable[Written], new: Iterable[Written], renames: Renames) -> Iterator[StepChange]:
    """Yield what happened to steps and attacks: those that are the same but for their weight, and so on, first.

    A step to the same conclusion from at least half the same premises, or from the same premises to another
    conclusion, is the same step changed.
    """
    before = _by_ends(_renamed(step, renames) for step in old)
    after = _by_ends(new)
    for key, step in after.items():
        changed = tuple(edits(before[key].fields, step.fields)) if key in before else ()
        if changed:
            yield StepChange(Happened.CHANGED, step.kind, step.address, changed)
    gone = [step for key, step in before.items() if key not in after]
    came = [step for key, step in after.items() if key not in before]
    pairs = _paired(gone, came)
    yield from (_change(first, second) for first, second in pairs)
    for happened, left, told in (
        (Happened.WENT, gone, {id(first) for first, _ in pairs}),
        (Happened.CAME, came, {id(second) for _, second in pairs}),
    ):
        yield from (StepChange(happened, step.kind, step.address) for step in left if id(step) not in told)


def _renamed(step: Written, renames: Renames) -> Written:
    premises = tuple(map(renames.address, step.premises))
    return replace(step, premises=premises, conclusion=renames.address(step.conclusion))


def _change(first: Written, second: Written) -> StepChange:
    ends = (
        Edit("premises", " + ".join(first.premises), " + ".join(second.premises)),
        Edit("conclusion", first.conclusion, second.conclusion),
    )
    changed = (*(end for end in ends if end.old != end.new), *edits(first.fields, second.fields))
    return StepChange(Happened.CHANGED, second.kind, second.address, changed)


def _by_ends(found: Iterable[Written]) -> dict[tuple[str, frozenset[str], str], Written]:
    return {(step.kind, frozenset(step.premises), step.conclusion): step for step in found}


def _paired(gone: Iterable[Written], came: Iterable[Written]) -> list[tuple[Written, Written]]:
    """Return steps that are one step changed: to one conclusion from partly the same, or the same to another one.

    Each step that went is compared with those that came to its conclusion, or from its premises, and no others.
    """
    to: dict[tuple[str, str], list[Written]] = {}
    starting: dict[tuple[str, frozenset[str]], list[Written]] = {}
    for step in came:
        to.setdefault((step.kind, step.conclusion), []).append(step)
        starting.setdefault((step.kind, frozenset(step.premises)), []).append(step)
    pairs: list[tuple[Written, Written]] = []
    taken: set[int] = set()
    for step in gone:
        partly = [s for s in to.get((step.kind, step.conclusion), ()) if _overlap(step, s)]
        elsewhere = starting.get((step.kind, frozenset(step.premises)), [])
        free = [s for s in (*partly, *elsewhere) if id(s) not in taken]
        if free:
            taken.add(id(free[0]))
            pairs.append((step, free[0]))
    return pairs


def _overlap(one: Written, other: Written) -> bool:
    """Return whether two steps have at least half of all their premises in common."""
    first, second = {*one.premises}, {*other.premises}
    return 2 * len(first & second) >= len(first | second)
