"""What happened when, as a table on the terminal or in Markdown."""

from __future__ import annotations

from mapper.analysis.timeline import Event, EventKind, Timeline
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.words import counted

LOOSE = "~"
"""The sign of an entry of which only the period is known in which others lie too."""

NOTE = f"{LOOSE} somewhere in a period in which other entries lie too, so that their order is not known."

TITLES = {
    EventKind.FILED: "case filed: {title}",
    EventKind.SOURCE: "{title} (source {id})",
    EventKind.STATEMENT: "{id}: {title}",
    EventKind.RULING: "{title} (ruling in {id})",
}


def timeline(found: Timeline, width: int) -> str:
    """Return the events in order: the date, what happened, and where that is said."""
    if not found.events:
        return "Nothing in this case has a date."
    loose = any(event.loose for event in found.events)
    rows = [[LOOSE if e.loose else "", ink(str(e.date), "bold"), _what(e)] for e in found.events]
    table = columns(rows if loose else [row[1:] for row in rows], width, hang=2)
    notes = [ink(line, "dim") for line in wrapped(NOTE, width)] if loose else []
    return "\n".join([table, "", *notes, _undated(found, width)]).rstrip()


def _what(event: Event) -> str:
    return _title(event) + (ink(f" [{event.source}]", "dim") if event.source else "")


def _title(event: Event) -> str:
    return TITLES[event.kind].format(title=event.title, id=event.id)


def _undated(found: Timeline, width: int) -> str:
    if not found.undated:
        return ""
    entries = counted(len(found.events), "entry", "entries")
    without = counted(found.undated, "allegation or exhibit", "allegations and exhibits")
    has = "has" if found.undated == 1 else "have"
    return "\n".join(ink(line, "dim") for line in wrapped(f"{entries}; {without} {has} no date.", width))


def as_markdown(found: Timeline) -> str:
    """Return the events as a table in Markdown."""
    rows = [("Date", "What happened", "Source"), ("---", "---", "---")]
    rows += [(f"{LOOSE + ' ' if e.loose else ''}{e.date}", _title(e), e.source) for e in found.events]
    table = "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows)
    note = f"\n\n{_cell(NOTE)}" if any(e.loose for e in found.events) else ""
    return f"{table}{note}"


def _cell(text: str) -> str:
    """Return a text as a cell: nothing in it can end the cell or be taken for markup."""
    for sign in "\\|*_`[]<>~#":
        text = text.replace(sign, f"\\{sign}")
    return text
