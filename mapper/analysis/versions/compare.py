"""What a new version of a case says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mapper.analysis.versions.changed_steps import step_changes
from mapper.analysis.versions.changes import Edit, EntryChange, Happened, TextChanges, edits
from mapper.analysis.versions.renames import Renames, find_renames
from mapper.analysis.versions.written import Entry, entries, steps
from mapper.case.model import CaseModel


def compare_texts(old: CaseModel, new: CaseModel) -> TextChanges:
    """Return what came, went or changed between two versions of a case; the order in the file does not matter.

    An entry under another id with the same or nearly the same words is the same entry, renamed.
    """
    before, after = entries(old), entries(new)
    renames = _renames(before, after)
    known = {(namespace, renames.of(namespace, name)): entry for (namespace, name), entry in before.items()}
    changes = [*_entries(known, after, renames)]
    return TextChanges(renames, tuple(changes), tuple(step_changes(steps(old), steps(new), renames)))


def _renames(before: Mapping[tuple[str, str], Entry], after: Mapping[tuple[str, str], Entry]) -> Renames:
    found = {}
    for namespace in dict.fromkeys(namespace for namespace, _ in before):
        gone = [e for key, e in before.items() if key[0] == namespace and key not in after]
        came = [e for key, e in after.items() if key[0] == namespace and key not in before]
        found[namespace] = find_renames(gone, came)
    return Renames(found)


def _entries(
    before: Mapping[tuple[str, str], Entry], after: Mapping[tuple[str, str], Entry], renames: Renames
) -> Iterator[EntryChange]:
    for key, entry in before.items():
        if key not in after:
            yield EntryChange(Happened.WENT, entry.section, entry.id, entry.id, title=_title(entry))
    for key, entry in after.items():
        old = before.get(key)
        if old is None:
            yield EntryChange(Happened.CAME, entry.section, entry.id, "", title=_title(entry))
            continue
        changed = (*_section(old, entry), *edits(_renamed(old, renames), entry.fields))
        answers = tuple(edits({renames.of("parties", p): a for p, a in old.answers.items()}, entry.answers))
        happened = Happened.RENAMED if old.id != entry.id else Happened.CHANGED
        if changed or answers or happened is Happened.RENAMED:
            yield EntryChange(happened, entry.section, entry.id, old.id, changed, answers, _title(entry))


def _title(entry: Entry) -> str:
    return entry.fields.get("title") or entry.fields.get("text") or entry.fields.get("name") or ""


def _section(old: Entry, new: Entry) -> Iterator[Edit]:
    if old.section != new.section:
        yield Edit("section", old.section, new.section)


NAMING = {
    "by": "parties",
    "against": "",
    "lifts": "statements",
    "positions": "statements",
    "accept": "statements",
    "reject": "statements",
    "open": "statements",
    "source": "sources",
    "quoted-in": "sources",
}
"""The fields whose values are ids, or begin with one, and the namespace of these; what a claim is against are parties."""


def _renamed(entry: Entry, renames: Renames) -> dict[str, str]:
    """Return the fields of an old entry as they read with the new ids."""
    return {_path(entry, field, renames): _value(entry, field, text, renames) for field, text in entry.fields.items()}


def _path(entry: Entry, field: str, renames: Renames) -> str:
    """Return the path of a value with the new ids: what is expected, or was ruled, stands under an address."""
    for prefix in ("expect.", "ruling.outcome."):
        if entry.section == "scenarios" and field.startswith(prefix):
            return prefix + _expected(field.removeprefix(prefix), renames)
    return field


def _expected(rest: str, renames: Renames) -> str:
    for suffix in (".label", ".because"):
        if rest.endswith(suffix):
            return renames.address(rest.removesuffix(suffix)) + suffix
    return renames.address(rest)


def _value(entry: Entry, field: str, text: str, renames: Renames) -> str:
    last = field.rpartition(".")[2]
    if entry.section == "scenarios" and last in ("on", "because"):
        return ", ".join(renames.address(address) for address in text.split(", "))
    namespace = NAMING.get(last)
    if namespace is None:
        return text
    if last == "against":
        namespace = "parties" if entry.section == "claims" else "statements"
    if namespace == "sources":
        first, blank, rest = text.partition(" ")
        return f"{renames.of(namespace, first)}{blank}{rest}"
    rename = renames.address if namespace == "statements" else lambda name: renames.of(namespace, name)
    return ", ".join(map(rename, text.split(", ")))
