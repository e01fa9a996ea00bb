"""What a person wrote into a case file: its entries with their fields, and the steps between them, as plain text.

Two versions of a case are compared in these terms, so that an answer speaks of what stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapper.case.model import CarveOut, CaseModel, Claim, Defense, Step, Target
from mapper.case.theory import Model, kebab

STATEMENTS = (
    "allegations",
    "evidence",
    "propositions",
    "issues",
    "claims",
    "defenses",
    "carve_outs",
    "rebuttals",
)
"""The sections that share one namespace."""

OTHERS = ("parties", "sources", "scenarios", "theories")

STEPS = ("support", "proves", "disproves", "attacks")
"""The fields that state steps, or attacks on them."""

ANSWERS = "response"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section.

    Attributes:
        section: its section, as the case file spells it.
        fields: what it says besides its steps and the answers to it: the path of each value, and the value.
        answers: what each party answers to it.
    """

    section: str
    id: str
    fields: Mapping[str, str]
    answers: Mapping[str, str]

    @property
    def words(self) -> tuple[str, ...]:
        """Return what it says, as words by which it can be recognised: its text if it has one."""
        text = self.fields.get("text") if self.section in RECOGNISED_BY_TEXT else None
        return tuple((text or " ".join(self.fields.values())).casefold().split())


RECOGNISED_BY_TEXT = ("allegations", "evidence", "propositions", "rebuttals")
"""The sections whose entries are what their text says; all others are the sum of their fields."""


@dataclass(frozen=True, slots=True)
class Written:
    """A step, or an attack, as it stands in the file.

    Attributes:
        kind: the field that states it: ``support``, ``proves``, ``disproves`` or ``attacks``.
        premises: what it starts from.
        conclusion: the address that it leads to.
        fields: its weight, its weighing and its warrant, where they are not the usual ones.
    """

    kind: str
    premises: tuple[str, ...]
    conclusion: str
    fields: Mapping[str, str]

    @property
    def address(self) -> str:
        """Return it as an address: the premises, a colon and the conclusion."""
        return f"{'+'.join(self.premises)}:{self.conclusion}"


def entries(case: CaseModel) -> dict[tuple[str, str], Entry]:
    """Return every entry of a case; all kinds of statement share the first part of their key."""
    sections = [*((name, "statements") for name in STATEMENTS), *((name, name) for name in OTHERS)]
    found = {
        (namespace, name): _entry(kebab(section), name, entry)
        for section, namespace in sections
        for name, entry in getattr(case, section).items()
    }
    caption = Entry("case", "case", dict(_flat(case.case, "")), {})
    return {("case", "case"): caption, **found}


def _entry(section: str, name: str, entry: Model) -> Entry:
    flat = dict(_flat(entry, ""))
    answers = {key.partition(".")[2]: value for key, value in flat.items() if key.startswith(f"{ANSWERS}.")}
    fields = {key: value for key, value in flat.items() if key.partition(".")[0] not in (*STEPS, ANSWERS)}
    return Entry(section, name, fields, answers)


def _flat(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield every value in a model under its path; what is left out or empty does not occur."""
    inner = _parts(value)
    if inner is not None:
        for name, part in inner.items():
            yield from _flat(part, f"{path}.{name}" if path else name)
    elif value not in (None, (), ""):
        yield path, ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _parts(value: object) -> dict[str, object] | None:
    """Return the parts of a value by name or number, if it has any that are not plain."""
    if isinstance(value, Model):
        return {kebab(name): getattr(value, name) for name in type(value).model_fields if name not in STEPS}
    if isinstance(value, dict):
        return {str(key): part for key, part in value.items()}
    if isinstance(value, tuple) and any(isinstance(part, Model) for part in value):
        return {str(number): part for number, part in enumerate(value, 1)}
    return None


def steps(case: CaseModel) -> tuple[Written, ...]:
    """Return every step and every attack that the file states."""
    return tuple(
        step for section in STATEMENTS for name, entry in getattr(case, section).items() for step in _steps(name, entry)
    )


def _steps(name: str, entry: Model) -> Iterator[Written]:
    if isinstance(entry, Claim | Defense | CarveOut):
        for element, by_claim in entry.support.items():
            for claim, several in by_claim.items():
                conclusion = f"{name}@{claim}.{element}" if claim else f"{name}.{element}"
                yield from (_step(step, conclusion) for step in several)
        return
    yield from (_step(step, name) for step in getattr(entry, "support", ()))
    for kind in STEPS[1:]:
        yield from (_link(kind, name, target) for target in getattr(entry, kind, ()))


def _step(step: Step, conclusion: str) -> Written:
    fields = _unusual(
        weight=(str(step.weight), "1"), weighing=(step.weighing.value, "linked"), warrant=(step.warrant or "", "")
    )
    return Written("support", step.from_, conclusion, fields)


def _link(kind: str, name: str, target: Target) -> Written:
    return Written(kind, (name,), target.on, _unusual(weight=(str(target.weight), "1")))


def _unusual(**values: tuple[str, str]) -> dict[str, str]:
    return {name: value for name, (value, usual) in values.items() if value != usual}
