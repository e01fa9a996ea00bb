"""The ids of a case: what they are made of, and that each stands for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mapper import rules
from mapper.case.document import Document, Keys
from mapper.case.scalars import ID, RESERVED
from mapper.diagnostics import Diagnostic

_THEORY_NAME = re.compile(rf"{ID.pattern}(/{ID.pattern})*")


class Namespace(NamedTuple):
    """Sections whose ids must differ from each other.

    Attributes:
        sections: the keys of the sections, with what an entry of each is called.
        in_addresses: whether the ids stand in addresses, so that the words of addresses are taken.
        pattern: what the ids are made of.
    """

    sections: dict[str, str]
    in_addresses: bool = True
    pattern: re.Pattern[str] = ID


STATEMENTS = Namespace(
    {
        "allegations": "an allegation",
        "evidence": "a piece of evidence",
        "propositions": "a proposition",
        "issues": "an issue",
        "claims": "a claim",
        "defenses": "a defense",
        "carve-outs": "a carve-out",
        "rebuttals": "a rebuttal",
    }
)
ELEMENTS = Namespace({"elements": "an element"})
PARTIES = Namespace({"parties": "a party"})
SOURCES = Namespace({"sources": "a source"}, in_addresses=False)
SCENARIOS = Namespace({"scenarios": "a scenario"}, in_addresses=False)
THEORIES = Namespace({"theories": "a theory"}, in_addresses=False, pattern=_THEORY_NAME)

NAMESPACES = (STATEMENTS, PARTIES, SOURCES, SCENARIOS, THEORIES)
"""Every section of a case; those that share ids with each other are one."""


def check_ids(documents: tuple[Document, ...]) -> list[Diagnostic]:
    """Return the findings about the ids of a case, which may stand in several documents."""
    found = [finding for namespace in NAMESPACES for finding in _check_namespace(namespace, documents)]
    for document in documents:
        found += _check_elements(document, "theories")
    return found


def check_theory_ids(document: Document) -> list[Diagnostic]:
    """Return the findings about the ids in a file of theories."""
    names = _keys(document)
    found = [finding for name in names for finding in _check_id(document, (name,), THEORIES)]
    return found + _check_elements(document)


def _check_elements(document: Document, *theories: str) -> list[Diagnostic]:
    return [
        finding
        for theory in _keys(document, *theories)
        for finding in _check_parts(document, (*theories, theory, "elements"))
    ]


def _check_parts(document: Document, elements: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield the findings about the ids of elements and of their alternatives, which share one namespace."""
    ways = [(*elements, name, "any-of") for name in _keys(document, *elements)]
    first: dict[str, Keys] = {name: (*elements, name) for name in _keys(document, *elements)}
    for keys in first.values():
        yield from _check_id(document, keys, ELEMENTS)
    for keys in [(*way, name) for way in ways for name in _keys(document, *way)]:
        yield from _check_id(document, keys, ELEMENTS)
        name = keys[-1]
        if name in first:
            message = f"`{name}` is given twice among the elements and their alternatives"
            related = ((document.span(first[name], key=True), "first given here"),)
            yield Diagnostic(
                rules.REPEATED_ID, message, document.span(keys, key=True), name, "give one of them another id", related
            )
        first.setdefault(name, keys)


def _check_id(document: Document, keys: Keys, namespace: Namespace) -> list[Diagnostic]:
    """Return the finding about one id, the last of its keys, if there is any."""
    name = str(keys[-1])
    if not namespace.pattern.fullmatch(name):
        rule, message = rules.BAD_ID, f"`{name}` is no id"
        help = "an id is made of the letters a to z and A to Z, digits, `_` and, not at its beginning, `-`"
    elif namespace.in_addresses and name in RESERVED:
        rule, message = rules.RESERVED_ID, f"`{name}` is a word of addresses and no id"
        help = "give it another name"
    else:
        return []
    return [Diagnostic(rule, message, document.span(keys, key=True), name, help)]


def _check_namespace(namespace: Namespace, documents: tuple[Document, ...]) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, Document]] = {}
    for document in documents:
        for section in document.value if isinstance(document.value, dict) else ():
            if section in namespace.sections:
                for name in _keys(document, section):
                    yield from _check_id(document, (section, name), namespace)
                    if name in first:
                        yield _repeated(namespace, (section, document), first[name], name)
                    first.setdefault(name, (section, document))


def _repeated(namespace: Namespace, second: tuple[str, Document], first: tuple[str, Document], name: str) -> Diagnostic:
    (section, document), (other, earlier) = second, first
    message = f"`{name}` is both {namespace.sections[other]} and {namespace.sections[section]}"
    if section == other:
        message = f"`{name}` is given twice among the `{section}`"
    return Diagnostic(
        rules.REPEATED_ID,
        message,
        document.span((section, name), key=True),
        subject=name,
        help="give one of them another id",
        related=((earlier.span((other, name), key=True), "first given here"),),
    )


def _keys(document: Document, *keys: str) -> tuple[str, ...]:
    value = document.get(*keys)
    return tuple(value) if isinstance(value, dict) else ()
