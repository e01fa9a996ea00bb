"""Legal theories and the rules of findings, as lists and in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mapper.diagnostics import Severity
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.words import CONFIDENCE, STANDARDS, listed

if TYPE_CHECKING:
    from mapper.case.theory import Authority, Conditions, Element, Theory
    from mapper.check.explained import RuleText
    from mapper.diagnostics import Rule

PARTIES = {"plaintiff": "the plaintiff", "defendant": "the defendant"}

SEVERITIES = {Severity.ERROR: ("red",), Severity.WARNING: ("yellow",), Severity.NOTE: ("cyan",)}

NEEDS = {
    "another-tort": "the made-out tort of another party",
    "same-tort": "the same party's made-out negligence",
}
"""What an element of a derivative theory must be supported with."""


def theories(found: Mapping[str, Theory], width: int) -> str:
    """Return a line for each theory: its name, its kind, its title and its elements."""
    rows = [
        [ink(name, "bold"), theory.kind, f"{theory.title}: {', '.join(theory.elements)}"]
        for name, theory in found.items()
    ]
    return columns(rows, width, hang=2) if rows else "No theory fits."


def theory(name: str, found: Theory, width: int) -> str:
    """Return one theory in full: what it is, its elements and conditions, its authority, and notes."""
    head = "\n".join(wrapped(f"{ink(name, 'bold')} – {found.title}", width, rest="  "))
    text = "\n".join(wrapped(found.text, width, first="  ", rest="  ")) if found.text else ""
    elements = "\n\n".join(_element(*item, width) for item in found.elements.items())
    notes = "\n".join(line for note in found.notes for line in wrapped(note, width, first="  – ", rest="    "))
    parts = [head, text, _rows(_facts(found), width, 2), f"{ink('Elements', 'bold')}\n{elements}"]
    return "\n\n".join(filter(None, [*parts, f"{ink('Notes', 'bold')}\n{notes}" if notes else ""]))


def _facts(found: Theory) -> Iterator[tuple[str, str]]:
    yield "kind", f"{found.kind}, {found.law} law, {found.proceeding} ({found.jurisdiction})"
    yield "basis", found.basis
    yield "burden", f"on {PARTIES[found.burden]}, by {STANDARDS[found.standard]}"
    yield "lifts", listed(found.lifts)
    yield "degree of", found.modifies or ""
    yield "reaches", listed(_conditions(found.conditions)) if found.conditions else ""
    yield from (("authority", cited(authority)) for authority in found.authority)


def _conditions(found: Conditions) -> Iterator[str]:
    if found.law:
        yield f"claims under {found.law} law"
    if found.proceeding:
        yield f"{found.proceeding} proceedings"
    if found.basis:
        yield f"claims under {listed(found.basis, 'or')}"


def _element(name: str, found: Element, width: int) -> str:
    nature = {"fact": "a fact", "law": "a question of law", "mixed": "law applied to fact"}[found.nature]
    claim = ", judged claim by claim" if found.per_claim else ""
    head = wrapped(f"{ink(name, 'bold')} ({nature}{claim})", width, first="  ", rest="    ")
    text = wrapped(found.text, width, first="    ", rest="    ")
    rows = _rows(_element_facts(found), width, 4)
    return "\n".join(filter(None, [*head, *text, rows]))


def _element_facts(found: Element) -> Iterator[tuple[str, str]]:
    yield "needs", NEEDS[found.needs] if found.needs else ""
    yield "state of mind", found.state_of_mind or ""
    yield "burden", f"on {PARTIES[found.burden]}" if found.burden else ""
    yield "standard", STANDARDS[found.standard] if found.standard else ""
    yield from (("authority", cited(authority)) for authority in found.authority)


def cited(authority: Authority) -> str:
    """Return a citation with how sure it is."""
    says = f": {authority.says}" if authority.says else ""
    return f"{authority.cite} ({CONFIDENCE[authority.confidence]}){says}"


def _rows(rows: Iterable[tuple[str, str]], width: int, indent: int) -> str:
    shown: list[Sequence[str]] = []
    last = ""
    for name, words in rows:
        if words:
            shown.append(("" if name == last else ink(name, "dim"), words))
            last = name
    return columns(shown, width, indent=indent, hang=2) if shown else ""


def rules(found: Iterable[Rule], width: int) -> str:
    """Return a line for each rule: its name, how bad it is, and what it says."""
    rows = [
        [ink(rule.name, "bold"), ink(rule.severity.word, *SEVERITIES[rule.severity]), rule.summary] for rule in found
    ]
    return columns(rows, width)


def rule(found: Rule, text: RuleText, width: int) -> str:
    """Return one rule in full: what it means, an example, and what to do."""
    severity = ink(found.severity.word, *SEVERITIES[found.severity])
    example = "\n".join(f"    {line}".rstrip() for line in text.example.splitlines())
    parts = [
        "\n".join(wrapped(f"{ink(found.name, 'bold')} – {severity}: {found.summary}", width, rest="  ")),
        "\n".join(wrapped(text.meaning, width, first="  ", rest="  ")),
        f"{ink('Example', 'bold')}\n{example}" if example else "",
        "\n".join([ink("What to do", "bold"), *wrapped(text.remedy, width, first="  ", rest="  ")]),
    ]
    return "\n\n".join(filter(None, parts))
