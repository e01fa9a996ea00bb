"""What a change of assumptions alters, each change with its reason, and what carries on without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.whatif import Flip, WhatIf
from mapper.evaluate import Evaluation
from mapper.render.terminal import ink, wrapped
from mapper.render.text.groups import is_inner, together
from mapper.render.text.play import TITLE
from mapper.render.text.reasons import because
from mapper.render.text.words import GLYPHS, INKS, PREDICATES, counted, listed, under
from mapper.vocabulary import Kind

GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("Claims", (Kind.CLAIM,)),
    ("Defenses", (Kind.DEFENSE,)),
    ("Carve-outs", (Kind.CARVE_OUT,)),
    ("Elements", (Kind.ELEMENT,)),
    ("Statements", (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL)),
)
"""What is listed together, and in which order."""

MANY = 8
"""Of more statements that carry on without it than this, the others are counted."""


def whatif(found: WhatIf, width: int) -> str:
    """Return what changes and why, and at which statements the change stops."""
    flips = [flip for flip in found.flips if not flip.asked and not is_inner(found.after.graph, flip.statement)]
    absent = found.after.out_of_play()
    apart = [flip for flip in flips if flip.statement in absent]
    rest = [flip for flip in flips if flip not in apart]
    groups = [_group(found.after, title, rest, kinds, width) for title, kinds in GROUPS]
    groups.insert(1, _group(found.after, f"Claims {TITLE.lower()}", apart, (Kind.CLAIM,), width))
    return "\n\n".join(
        filter(
            None,
            [
                "\n".join(wrapped(f"{under(found.after)}.", width)),
                *(groups if flips else (_nothing(found, width),)),
                _held(found, width),
                "\n".join(wrapped(ink(_count(found, len(flips)), "dim"), width)) if flips else "",
            ],
        )
    )


def _group(after: Evaluation, title: str, flips: Sequence[Flip], kinds: Sequence[Kind], width: int) -> str:
    """Return the statements of some kinds that change; those that do so alike, for the same reason, in one row."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for flip in flips:
        if after.graph.statements[flip.statement].kind in kinds:
            change = (flip.before.value, flip.after.value, because(after, flip.statement))
            alike.setdefault(change, []).append(flip.statement)
    lines = (line for change, names in alike.items() for line in _change(after, names, change, width))
    return "\n".join([ink(title, "bold"), *lines]) if alike else ""


def _change(after: Evaluation, names: Sequence[str], change: tuple[str, str, str], width: int) -> Iterator[str]:
    """Yield statements with their status before and after, and below them the reason."""
    before, now, reason = change
    paint = INKS[after.labels[names[0]]]
    which = f"{ink(GLYPHS[after.labels[names[0]]], paint)} {', '.join(together(after.graph, names))}"
    yield from wrapped(f"{which}: {before} → {ink(now, paint)}", width, first="  ", rest="    ")
    yield from wrapped(reason, width, first="      ", rest="      ")


def _nothing(found: WhatIf, width: int) -> str:
    if not found.asked:
        return "Nothing was asked to change."
    idle = [name for name in found.asked if _is_as_before(found, name)]
    more = f" {sentence_of(found, idle)}" if idle else ""
    return "\n".join(wrapped(f"Nothing else changes.{more}", width))


def sentence_of(found: WhatIf, names: Sequence[str]) -> str:
    """Return that statements are already what was asked for."""
    return " ".join(f"{name} {PREDICATES[found.before.status(name)]} as things are." for name in names)


def _is_as_before(found: WhatIf, name: str) -> bool:
    return name in found.before.labels and found.before.status(name) is found.after.status(name)


def _held(found: WhatIf, width: int) -> str:
    """Return the statements that lose something and carry on, each with what carries it now."""
    names = [name for name in found.held if not is_inner(found.after.graph, name)]
    lines = [line for name in names[:MANY] for line in _carries_on(found.after, name, width)]
    if len(names) > MANY:
        lines.append(f"  and {counted(len(names) - MANY, 'other')}")
    return "\n".join([ink("The change stops at", "bold"), *lines]) if lines else ""


def _carries_on(after: Evaluation, name: str, width: int) -> Iterator[str]:
    label = after.labels[name]
    text = f"{ink(GLYPHS[label], INKS[label])} {name}: still {after.status(name).value}, {because(after, name)}"
    yield from wrapped(text, width, first="  ", rest="    ")


def _count(found: WhatIf, flips: int) -> str:
    every = len(found.after.labels)
    named = listed(found.asked[:MANY]) if len(found.asked) <= MANY else counted(len(found.asked), "statement")
    return f"{flips} of {counted(every, 'statement')} {'changes' if flips == 1 else 'change'}, besides {named}."
