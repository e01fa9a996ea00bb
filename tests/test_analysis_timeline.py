"""Dates in order, and no order claimed where the dates leave it open."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mapper.analysis.timeline import Event, EventKind, _marked, timeline
from mapper.case.scalars import PartialDate
from tests.cases import PRELUDE, graph_of

DATED = PRELUDE.replace(
    "case: {title: Doe v. Corp}", "case: {title: Doe v. Corp, filed: 2019-03-25, docket: No. 1}"
).replace(
    "opinion: {title: An earlier case, kind: opinion}",
    "opinion: {title: An earlier case, kind: opinion, date: 2013, citation: 1 F.4th 1}",
)

CASE = """
allegations:
  DAY: {text: On a day., date: 2013-05-01}
  MONTH: {title: In a month, text: In a month of it., date: 2013-05, source: complaint ¶ 3}
  NEVER: At some time.
  OTHER: {text: On the same day., date: 2013-05-01}
  LATER: {text: Over years., date: 2014/2018}
evidence:
  LETTER: {text: A letter., date: 2020-01}
scenarios:
  first:
    ruling:
      {court: A court, date: 2019-09/2020-03, outcome: {DAY: established, LETTER: not established}, source: opinion p. 3}
"""


def test_events_come_by_their_first_day_and_the_frame_before_what_lies_in_it() -> None:
    found = timeline(graph_of(CASE, DATED))
    assert [(str(e.date), e.kind.value, e.id, e.title, e.source, e.loose) for e in found.events] == [
        ("2013", "source", "opinion", "An earlier case", "1 F.4th 1", True),
        ("2013-05", "statement", "MONTH", "In a month", "complaint ¶ 3", True),
        ("2013-05-01", "statement", "DAY", "On a day.", "", False),
        ("2013-05-01", "statement", "OTHER", "On the same day.", "", False),
        ("2014/2018", "statement", "LATER", "Over years.", "", False),
        ("2019-03-25", "filed", "", "Doe v. Corp", "No. 1", False),
        (
            "2019-09/2020-03",
            "ruling",
            "first",
            "A court: DAY established; LETTER not established",
            "opinion p. 3",
            True,
        ),
        ("2020-01", "statement", "LETTER", "A letter.", "", True),
    ]
    assert found.undated == 1


def test_a_case_without_dates_has_no_events() -> None:
    assert timeline(graph_of("allegations: {A: It is so.}")).events == ()


periods = st.builds(
    lambda start, length: PartialDate(start, start + timedelta(days=length), ""),
    st.dates(date(2019, 1, 1), date(2019, 3, 1)),
    st.sampled_from([0, 0, 3, 30]),
)


@given(st.lists(periods, max_size=8))
def test_an_event_is_marked_if_another_one_meets_the_period_in_which_it_lies(found: list[PartialDate]) -> None:
    dates = sorted(found, key=lambda d: (d.first, -d.last.toordinal()))
    events = _marked([Event(d, EventKind.STATEMENT, str(n), "") for n, d in enumerate(dates)])
    for event in events:
        others = [e.date for e in events if e.id != event.id]
        meets = any(o.first <= event.date.last and event.date.first <= o.last for o in others)
        assert event.loose == (meets and event.date.first != event.date.last)
