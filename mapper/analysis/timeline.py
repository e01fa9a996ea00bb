"""What happened when: dated statements, and the events of the proceeding, in order.

A date may be a day, a month, a year or a range, and then says only that something happened within it. Events are sorted
by the first day on which they can have happened, and of several with the same first day the widest comes first, as the
frame in which the others lie. Where a period leaves it open what came first, the event is marked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from mapper.case.scalars import PartialDate
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Kind


class EventKind(StrEnum):
    """What an event is; those of one period are shown in this order."""

    FILED = "filed"
    SOURCE = "source"
    STATEMENT = "statement"
    RULING = "ruling"


DATED = (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL)
"""The kinds of statement that can have a date."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date.

    Attributes:
        date: the days between which it lies.
        kind: what it is.
        id: the statement, the source or the scenario; empty for the filing of the case.
        title: what happened, in a line.
        source: where that is said.
        loose: whether its order among the others is not known: it lies somewhere in a period that others share.
    """

    date: PartialDate
    kind: EventKind
    id: str
    title: str
    source: str = ""
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a case in order.

    Attributes:
        undated: how many allegations and pieces of evidence have no date.
    """

    events: tuple[Event, ...]
    undated: int


def timeline(graph: ArgumentGraph) -> Timeline:
    """Return the dated statements of a case, its filing, its sources and the rulings, in order.

    Sorting apart, linear in their number.
    """
    order = {kind: number for number, kind in enumerate(EventKind)}
    found = sorted(_events(graph), key=lambda e: (e.date.first, -e.date.last.toordinal(), order[e.kind]))
    undated = sum(s.date is None for s in graph.of_kind(Kind.ALLEGATION, Kind.EVIDENCE))
    return Timeline(_marked(found), undated)


def _events(graph: ArgumentGraph) -> Iterator[Event]:
    setting = graph.setting
    caption = setting.caption
    if caption and caption.filed:
        yield Event(caption.filed, EventKind.FILED, "", caption.title, caption.docket or caption.court or "")
    for name, source in setting.sources.items():
        if source.date:
            yield Event(source.date, EventKind.SOURCE, name, source.title, source.citation or "")
    for statement in graph.of_kind(*DATED):
        if statement.date:
            title = statement.title or statement.text
            yield Event(statement.date, EventKind.STATEMENT, statement.id, title, str(statement.source or ""))
    for name, scenario in setting.scenarios.items():
        ruling = scenario.ruling
        if ruling and ruling.date:
            outcome = ruling.disposition or "; ".join(f"{about} {word}" for about, word in ruling.outcome.items())
            where = ruling.citation or str(ruling.source or "")
            yield Event(ruling.date, EventKind.RULING, name, f"{ruling.court}: {outcome}", where)


def _marked(events: list[Event]) -> tuple[Event, ...]:
    """Return the events, with those marked that lie somewhere in a period in which others lie too."""
    first = [event.date.first for event in events]
    last = sorted(event.date.last for event in events)

    def is_loose(date: PartialDate) -> bool:
        meeting = bisect_right(first, date.last) - bisect_left(last, date.first)
        return date.first != date.last and meeting > 1

    return tuple(replace(event, loose=True) if is_loose(event.date) else event for event in events)
