"""Which picture is asked for on the command line."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

import click

from mapper.cli.options import Asked

if TYPE_CHECKING:
    from mapper.api import Case, Diagram
    from mapper.api.picture import ViewName

ABOUT = {
    "claim": "the id of a claim",
    "focus": "the id of what to draw the surroundings of",
    "chain": "the id of what the chain ends at",
    "why": "the id of what to explain",
}
"""What --focus says in each view that is about something."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which picture is asked for."""

    view: ViewName
    focus: tuple[str, ...]
    up: int
    down: int
    start: str | None
    before: str | None
    against: str | None
    key_list: bool
    direction: Literal["LR", "TB"]


def check_view(
    kind: str, focus: tuple[str, ...], *, around: bool, start: str | None, bases: tuple[str | None, str | None]
) -> None:
    """Refuse options that do not belong to a view, or that it lacks.

    Raises:
        UsageError: if there are such.
    """
    if kind in ABOUT and not focus:
        raise click.UsageError(f"--view {kind} needs --focus, {ABOUT[kind]}")
    if kind not in ABOUT and focus:
        raise click.UsageError(f"--view {kind} is about the whole case, so it has no --focus")
    if kind == "chain" and len(focus) > 1:
        raise click.UsageError("a chain ends at one statement, so --view chain has one --focus")
    if around and kind != "focus":
        raise click.UsageError("--up and --down say how much to draw around --focus; leave out --view")
    if start and kind != "chain":
        raise click.UsageError("--from says where a chain begins; add --view chain")
    if (bases.count(None) != len(bases)) != (kind == "difference"):
        raise click.UsageError("--view difference goes with --before, a file, or --against, a scenario")
    if None not in bases:
        raise click.UsageError("--before and --against exclude each other")


def picture(case: Case, asked: Asked, wanted: Wanted, theories: str | None) -> Diagram:
    """Return the picture that is asked for.

    Raises:
        UnknownAddressError: if an address or a scenario names nothing.
        UsageError: if one names several statements where one is meant.
    """
    from mapper.api import diagram as draw
    from mapper.cli.session import evaluated, one_statement, opened

    found = evaluated(case.graph(), asked)
    if wanted.view == "difference":
        before = opened(wanted.before, theories) if wanted.before else None
        return draw(
            case,
            before=before,
            against=wanted.against,
            key_list=wanted.key_list,
            direction=wanted.direction,
            **asdict(asked),
        )
    focus, start = wanted.focus, wanted.start
    if wanted.view == "chain":
        focus = (one_statement(found.graph, focus[0]),)
        start = one_statement(found.graph, start) if start else None
    return draw(
        found,
        view=wanted.view,
        focus=focus,
        up=wanted.up,
        down=wanted.down,
        start=start,
        key_list=wanted.key_list,
        direction=wanted.direction,
    )
