"""What is said of a name that leads to nothing, or to something else than is wanted."""

from __future__ import annotations

from mapper.diagnostics import Diagnostic
from mapper.graph import UnknownAddressError
from mapper.graph.unknown import STATEMENT
from mapper.near import offer
from mapper.render.text.words import listed
from mapper.rules import UNKNOWN_REFERENCE, WRONG_KIND

MEANT: dict[str, str] = {
    "party": "`mapper show CASE {name}` says all about it, and `mapper gaps CASE --party {name}` what it lacks",
    "source": "`mapper show CASE {name}` says what rests on it",
    "scenario": "`--scenario {name}` asks under it, and `mapper show CASE {name}` says what it is",
    "issue": "name one of its positions: {choices}",
    "theory": "name what has this theory: {choices}; `mapper theories {name}` prints it",
    "step": "name what it leads to: {choices}; only --drop takes a step",
}
"""What somebody probably wants who names such a thing in place of a statement."""

PLURALS = {"scenario": "scenarios", "party": "parties", "claim": "claims"}
"""What can be wanted besides statements, and many of it."""


def unknown(mistake: UnknownAddressError) -> Diagnostic:
    """Return what is wrong with a name, as a finding."""
    rule = WRONG_KIND if mistake.found else UNKNOWN_REFERENCE
    help_ = _about_statements(mistake) if mistake.wanted == STATEMENT else offer(mistake.near)
    return Diagnostic(rule, _message(mistake), None, mistake.address, help_, _what_there_is(mistake))


def _message(mistake: UnknownAddressError) -> str:
    if mistake.found:
        article = "an" if mistake.found[0] in "aeiou" else "a"
        return f"`{mistake.address}` is {article} {mistake.found}, not a {mistake.wanted}"
    if mistake.wanted == STATEMENT:
        return f"`{mistake.address}` leads to nothing in {mistake.within}"
    return f"`{mistake.address}` is not a {mistake.wanted} of {mistake.within}"


def _about_statements(mistake: UnknownAddressError) -> str:
    if mistake.found:
        return MEANT[mistake.found].format(name=mistake.address, choices=_quoted(mistake.choices, "or"))
    return offer(mistake.near) or "`mapper show CASE` names what there is"


def _what_there_is(mistake: UnknownAddressError) -> tuple[tuple[None, str], ...]:
    """Return all that could have been named, where that is a short list."""
    if mistake.wanted == STATEMENT:
        return ()
    many = PLURALS[mistake.wanted]
    there = f"{many} of {mistake.within}: {_quoted(mistake.choices)}"
    return ((None, there if mistake.choices else f"there are no {many} in {mistake.within}"),)


def _quoted(names: tuple[str, ...], last: str = "and") -> str:
    return listed((f"`{name}`" for name in names), last)
