"""Legal theories and the rules of findings, as lists and in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mapper.diagnostics import Severity
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.words import CONFIDENCE, STANDARDS, listed
from mapper.vocabulary import Confidence

if TYPE_CHECKING:
    from mapper.case.theory import Alternative, Authority, Conditions, Element, Period, Theory
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
        [ink(name, "bold"), theory.kind, f"{theory.title}: {', '.join(theory.elements)}{_unread(theory)}"]
        for name, theory in found.items()
    ]
    return columns(rows, width, hang=2) if rows else "No theory fits."


def _unread(theory: Theory) -> str:
    """Return a remark if nobody has read what the theory rests on."""
    marks = [authority.confidence for _, authority in theory.citations()]
    return " (unverified)" if all(mark is Confidence.UNVERIFIED for mark in marks) else ""


def theory(name: str, found: Theory, width: int) -> str:
    """Return one theory in full: what it is, its elements and conditions, its authority, and notes."""
    head = "\n".join(wrapped(f"{ink(name, 'bold')} – {found.title}", width, rest="  "))
    text = "\n".join(wrapped(found.text, width, first="  ", rest="  ")) if found.text else ""
    elements = "\n\n".join(_element(*item, width) for item in found.elements.items())
    notes = "\n".join(line for note in found.notes for line in wrapped(note, width, first="  – ", rest="    "))
    questions = "\n".join(
        line for asked in found.questions for line in wrapped(asked, width, first="  – ", rest="    ")
    )
    parts = [head, text, _rows(_facts(found), width, 2), f"{ink('Elements', 'bold')}\n{elements}"]
    lists = (("Critical questions", questions), ("Notes", notes))
    return "\n\n".join(filter(None, [*parts, *(f"{ink(name, 'bold')}\n{each}" for name, each in lists if each)]))


def _facts(found: Theory) -> Iterator[tuple[str, str]]:
    yield "kind", f"{found.kind}, {found.law} law, {found.proceeding} ({found.jurisdiction})"
    yield "basis", found.basis
    yield "burden", f"on {PARTIES[found.burden]}, by {STANDARDS[found.standard]}"
    yield "lifts", listed(found.lifts)
    yield "degree of", found.modifies or ""
    yield "reaches", listed(_conditions(found.conditions)) if found.conditions else ""
    yield "in force", _period(found.in_force) if found.in_force else ""
    yield from (("remedy", cited(authority)) for authority in found.remedies)
    yield from (("limitation", cited(authority)) for authority in found.limitation)
    yield "often met by", listed(found.defenses)
    yield from (("authority", cited(authority)) for authority in found.authority)


def _period(found: Period) -> str:
    days = ((f"from {found.from_}" if found.from_ else ""), (f"until {found.until}" if found.until else ""))
    also = ", and for earlier conduct as well" if found.reaches_back else ""
    return f"{' '.join(filter(None, days))}{also}"


def _conditions(found: Conditions) -> Iterator[str]:
    if found.law:
        yield f"claims under {found.law} law"
    if found.proceeding:
        yield f"{found.proceeding} proceedings"
    if found.basis:
        yield f"claims under {listed(found.basis, 'or')}"


def _element(name: str, found: Element, width: int) -> str:
    claim = ", judged claim by claim" if found.per_claim else ""
    ways = ", shown in any one of these ways" if found.any_of else ""
    parts = [_part(name, found, f"{claim}{ways}", width, 2)]
    parts += [
        _part(way, alternative, f", one way to show {name}", width, 6) for way, alternative in found.any_of.items()
    ]
    return "\n".join(parts)


def _part(name: str, found: Alternative, remark: str, width: int, indent: int) -> str:
    """Return an element, or one of the ways to show it, in full."""
    nature = {"fact": "a fact", "law": "a question of law", "mixed": "law applied to fact"}[found.nature]
    first, rest = " " * indent, " " * (indent + 2)
    head = wrapped(f"{ink(name, 'bold')} ({nature}{remark})", width, first=first, rest=rest)
    text = wrapped(found.text, width, first=rest, rest=rest)
    return "\n".join(filter(None, [*head, *text, _rows(_part_facts(found), width, indent + 2)]))


def _part_facts(found: Alternative) -> Iterator[tuple[str, str]]:
    needs, burden = getattr(found, "needs", None), getattr(found, "burden", None)
    yield "needs", NEEDS[needs] if needs else ""
    yield "state of mind", found.state_of_mind or ""
    yield "burden", f"on {PARTIES[burden]}" if burden else ""
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
