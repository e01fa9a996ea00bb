"""What can happen to an entry or a step between two versions of a case, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mapper.analysis.versions.renames import Renames


class Happened(StrEnum):
    """What happened to an entry or a step."""

    CAME = "came"
    WENT = "went"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One value that is another one; an empty text where there was, or is, none."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What happened to one entry.

    Attributes:
        section: its section in the new version, or in the old one if it went.
        id: its id in the new version, or in the old one if it went.
        old_id: its id in the old version; empty if it came.
        edits: the values that are other ones.
        answers: the answers to it that came, went or are other ones, the party in place of a field.
        title: its title or text, to be recognised by.
    """

    happened: Happened
    section: str
    id: str
    old_id: str
    edits: tuple[Edit, ...] = ()
    answers: tuple[Edit, ...] = ()
    title: str = ""

    @property
    def reworded(self) -> bool:
        """Return whether the same statement is said in other words."""
        return bool(self.old_id) and any(edit.field == "text" for edit in self.edits)


@dataclass(frozen=True, slots=True)
class StepChange:
    """What happened to one step or attack; in the ids of the new version.

    Attributes:
        kind: ``support``, ``proves``, ``disproves`` or ``attacks``.
        edits: its premises, conclusion, weight, weighing or warrant, where they are other ones.
    """

    happened: Happened
    kind: str
    address: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class TextChanges:
    """What a new version says otherwise.

    Attributes:
        renames: the ids that changed.
        entries: what happened to the entries, in the order of the sections of a case.
        steps: what happened to the steps between them.
    """

    renames: Renames
    entries: tuple[EntryChange, ...]
    steps: tuple[StepChange, ...]

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.entries or self.steps)


def edits(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the values that are other ones."""
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield Edit(field, old.get(field, ""), new.get(field, ""))
