"""What a new version of a case changes in what stands, at each stage and in each scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.analysis.versions.changes import TextChanges
from mapper.analysis.versions.compare import compare_texts
from mapper.analysis.versions.renames import Renames
from mapper.case.model import CaseModel
from mapper.evaluate import Context, Evaluation, evaluate
from mapper.graph import ArgumentGraph, UnknownAddressError
from mapper.graph.unknown import SCENARIO
from mapper.near import near
from mapper.vocabulary import Stage, Status


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A statement with another status in the new version; none where a version does not have it.

    Attributes:
        statement: its address in the new version, or in the old one if it is gone.
        old: its address in the old version; empty if it is new.
    """

    statement: str
    old: str
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What changed at one stage, or in one scenario.

    Attributes:
        before, after: the labellings of the two versions.
        changes: the statements of another status: those of the new version in its order, then those that are gone.
    """

    before: Evaluation
    after: Evaluation
    changes: tuple[StatusChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a case beside each other.

    Attributes:
        texts: what the new one says otherwise.
        outcomes: what that changes in what stands, for each stage and each scenario that both have.
    """

    texts: TextChanges
    outcomes: tuple[Outcome, ...]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.texts) or any(outcome.changes for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Version:
    """A case and the graph that was built from it."""

    case: CaseModel
    graph: ArgumentGraph


def compare(
    old: Version, new: Version, *, stages: Iterable[Stage] = tuple(Stage), scenarios: Iterable[str] | None = None
) -> Comparison:
    """Return what a new version says otherwise, and what that changes in what stands.

    Args:
        old: the version before.
        new: the version after.
        stages: the stages to evaluate at, under no scenario.
        scenarios: the scenarios of the new version to evaluate in; all that both have, unless given.

    Raises:
        UnknownAddressError: if one of the scenarios is not in both.
    """
    texts = compare_texts(old.case, new.case)
    known = {texts.renames.of("scenarios", name): name for name in old.case.scenarios}
    both = [name for name in new.case.scenarios if name in known]
    wanted = both if scenarios is None else [_one_of(both, name) for name in scenarios]
    pairs = [
        *((Context(stage), Context(stage)) for stage in stages),
        *((_in_scenario(old, known[name]), _in_scenario(new, name)) for name in wanted),
    ]
    evaluations = ((evaluate(old.graph, before), evaluate(new.graph, after)) for before, after in pairs)
    return Comparison(texts, tuple(outcome(before, after, texts.renames) for before, after in evaluations))


def _one_of(names: list[str], name: str) -> str:
    if name not in names:
        known = tuple(names)
        raise UnknownAddressError(name, near(name, known), wanted=SCENARIO, choices=known, within="both versions")
    return name


def _in_scenario(version: Version, name: str) -> Context:
    return Context(version.case.scenarios[name].stage, name)


def outcome(before: Evaluation, after: Evaluation, renames: Renames) -> Outcome:
    """Return which statements have another status in the second labelling, in whose graph some have other ids."""
    return Outcome(before, after, tuple(_changes(before, after, renames)))


def _changes(before: Evaluation, after: Evaluation, renames: Renames) -> Iterator[StatusChange]:
    old_ids = {renames.address(name): name for name in before.graph.statements}
    for name in after.graph.statements:
        old = old_ids.get(name)
        was, now = before.status(old) if old else None, after.status(name)
        if was is not now:
            yield StatusChange(name, old or "", was, now)
    for name, old in old_ids.items():
        if name not in after.graph.statements:
            yield StatusChange(old, old, before.status(old), None)
