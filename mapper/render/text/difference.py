"""Two versions of a case beside each other: what the new one says otherwise, and what that changes in what stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.versions.changes import Edit, EntryChange, Happened, StepChange, TextChanges
from mapper.analysis.versions.outcomes import Comparison, Outcome, StatusChange
from mapper.evaluate import Evaluation
from mapper.render.terminal import ink, wrapped
from mapper.render.text.groups import is_inner, together
from mapper.render.text.reasons import because
from mapper.render.text.words import INKS, STAGES, counted, listed
from mapper.vocabulary import Kind, Response

SIGNS = {Happened.CAME: "+", Happened.WENT: "-", Happened.RENAMED: "~", Happened.CHANGED: "~"}
PAINT = {Happened.CAME: "green", Happened.WENT: "red", Happened.RENAMED: "yellow", Happened.CHANGED: "yellow"}

ANSWERS = {
    Response.ADMITTED.value: "admitted",
    Response.DENIED.value: "denied",
    Response.DENIED_IN_PART.value: "denied in part",
    Response.NO_KNOWLEDGE.value: "lacks knowledge",
    Response.NONE.value: "passed over",
    "": "no answer on file",
}

NOUNS = {"support": "supports", "proves": "proves", "disproves": "disproves", "attacks": "attacks"}
"""What the premises of a step do to its conclusion, by the key of the case file that states it."""

MANY = 3
"""Where something is so but in fewer places than these, those are named instead."""


def difference(found: Comparison, width: int) -> str:
    """Return what came, went and changed, section by section, and below it what stands otherwise."""
    if not found:
        return "The two versions say the same, and the same stands."
    sections = (_section(name, changes, width) for name, changes in _by_section(found.texts).items())
    return "\n\n".join(filter(None, [*sections, _steps(found.texts, width), _outcomes(found, width)]))


def _by_section(texts: TextChanges) -> dict[str, list[EntryChange]]:
    sections: dict[str, list[EntryChange]] = {}
    for change in texts.entries:
        sections.setdefault(change.section, []).append(change)
    return sections


def _section(name: str, changes: Sequence[EntryChange], width: int) -> str:
    lines = (line for change in changes for line in _entry(change, width))
    return "\n".join([ink(name.capitalize(), "bold"), *lines])


def _entry(change: EntryChange, width: int) -> Iterator[str]:
    """Yield an entry with what happened to it, and below it each value and each answer that is another one."""
    name = f"{change.old_id} → {change.id}" if change.happened is Happened.RENAMED else change.id
    title = f" – {change.title}" if change.title and change.happened is not Happened.CHANGED else ""
    words = ", ".join(_words(change))
    head = f"{ink(SIGNS[change.happened], PAINT[change.happened])} {ink(name, 'bold')}{title}"
    yield from wrapped(f"{head}{f' ({words})' if words else ''}", width, first="  ", rest="    ")
    for edit in change.edits:
        yield from _edit(edit, width)
    for edit in change.answers:
        old, new = (ANSWERS.get(word, word) for word in (edit.old, edit.new))
        yield from wrapped(f"answer of {edit.field}: {old} → {new}", width, first="      ", rest="        ")


def _words(change: EntryChange) -> Iterator[str]:
    if change.happened is Happened.RENAMED:
        yield "renamed"
    if change.reworded:
        yield "reworded"


def _edit(edit: Edit, width: int) -> Iterator[str]:
    """Yield a value before and after: on a line each if there are both and they are long."""
    short = len(edit.old) + len(edit.new) <= width // 2
    if edit.old and edit.new and not short:
        yield from wrapped(f"{edit.field}:", width, first="      ", rest="        ")
        yield from wrapped(f"{ink('-', 'red')} {edit.old}", width, first="        ", rest="          ")
        yield from wrapped(f"{ink('+', 'green')} {edit.new}", width, first="        ", rest="          ")
    else:
        text = f"{edit.field}: {edit.old or 'nothing'} → {edit.new or 'nothing'}"
        yield from wrapped(text, width, first="      ", rest="        ")


def _steps(texts: TextChanges, width: int) -> str:
    if not texts.steps:
        return ""
    lines = (line for change in texts.steps for line in _step(change, width))
    return "\n".join([ink("Steps", "bold"), *lines])


def _step(change: StepChange, width: int) -> Iterator[str]:
    premises, _, conclusion = change.address.partition(":")
    sign = ink(SIGNS[change.happened], PAINT[change.happened])
    text = f"{sign} {premises.replace('+', ' + ')} {NOUNS[change.kind]} {conclusion}"
    if change.edits:
        was = "; ".join(f"{edit.field} was {edit.old or 'not given'}{_now(edit)}" for edit in change.edits)
        text += f" ({was})"
    yield from wrapped(text, width, first="  ", rest="      ")


def _now(edit: Edit) -> str:
    """Return what a value is now, where the address of the step does not say so already."""
    return "" if edit.field in ("premises", "conclusion") else f", is {edit.new or 'not given'}"


def _outcomes(found: Comparison, width: int) -> str:
    """Return which statements stand otherwise, each with where; the claims first, and with the reason.

    A statement that went is told above, and stands nowhere any more.
    """
    places = [_place(outcome) for outcome in found.outcomes]
    where: dict[StatusChange, list[int]] = {}
    for number, outcome in enumerate(found.outcomes):
        for change in outcome.changes:
            if change.after and not is_inner(outcome.after.graph, change.statement):
                where.setdefault(change, []).append(number)
    alike: dict[tuple[str, str, str, str], list[str]] = {}
    for change in sorted(where, key=lambda change: not _is_claim(found.outcomes[0], change)):
        first = found.outcomes[where[change][0]].after
        row = (*_course(first, change), _at([places[number] for number in where[change]], places))
        alike.setdefault(row, []).append(change.statement)
    lines = [line for row, names in alike.items() for line in _row(found.outcomes[0], row, names, width)]
    return "\n".join([ink("What stands", "bold"), *(lines or [f"  The same as before, {_everywhere(places)}."])])


def _place(outcome: Outcome) -> str:
    context = outcome.after.context
    return context.scenario or f"{STAGES[context.stage]} stage"


def _is_claim(outcome: Outcome, change: StatusChange) -> bool:
    return outcome.after.graph.statements[change.statement].kind is Kind.CLAIM


def _course(after: Evaluation, change: StatusChange) -> tuple[str, str, str]:
    """Return the status before and after, and why it is so now."""
    before = change.before.value if change.before else "new"
    return (
        before,
        ink(after.status(change.statement).value, INKS[after.labels[change.statement]]),
        because(after, change.statement),
    )


def _at(some: Sequence[str], every: Sequence[str]) -> str:
    """Return where something is so: all places, all but some, or some."""
    others = [place for place in every if place not in some]
    if not others:
        return _everywhere(every)
    if len(others) <= MANY < len(some):
        return f"everywhere but {listed(others)}"
    return listed(some)


def _everywhere(every: Sequence[str]) -> str:
    if len(every) == 1:
        return every[0]
    return f"in each of {counted(len(every), 'stage and scenario', 'stages and scenarios')}"


def _row(outcome: Outcome, row: tuple[str, str, str, str], names: Sequence[str], width: int) -> Iterator[str]:
    before, after, reason, where = row
    which = ", ".join(together(outcome.after.graph, names))
    yield from wrapped(f"{ink(which, 'bold')}: {before} → {after}", width, first="  ", rest="    ")
    yield from wrapped(reason, width, first="      ", rest="      ")
    yield from wrapped(ink(f"({where})", "dim"), width, first="      ", rest="      ")
