"""The scenario table, and what single change would alter a status."""

from __future__ import annotations

from mapper.analysis.change import Change, single_changes
from mapper.analysis.scenarios import scenario_table
from mapper.vocabulary import Assumption, Status
from tests.cases import graph_of, labelled
from tests.test_analysis_explain import CASE

EXPECTING = CASE.replace(
    "  wide: {accept: [wide]}",
    """  wide:
    accept: [wide]
    expect:
      negligence: {label: barred, because: section-230@negligence}
      fosta: does not apply
      conspiracy: {label: not made out, because: SOLD}
    ruling: {court: A court, outcome: {negligence: survives, section-230: established}}""",
)


def test_the_table_has_each_claim_and_whatever_is_expected_or_ruled() -> None:
    wide, narrow = scenario_table(graph_of(EXPECTING))
    assert [(c.address, c.status.value, c.expected, c.missing, c.ruled, c.agrees) for c in wide.cells] == [
        ("negligence", "barred", "barred", (), "survives", False),
        ("conspiracy", "not made out", "not made out", ("SOLD",), None, False),
        ("fosta@negligence", "does not apply", "does not apply", (), None, True),
        ("section-230@negligence", "applies", None, (), "established", True),
    ]
    assert (wide.agrees, narrow.agrees) == (False, True)


def test_each_change_named_would_really_change_the_status() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    assert single_changes(evaluation, "negligence") == (
        Change("SOLD", Assumption.REJECTED, Status.NOT_MADE_OUT),
        Change("wide", Assumption.REJECTED, Status.STANDS),
        Change("narrow", Assumption.ACCEPTED, Status.STANDS),
        Change("fosta@negligence.scope", Assumption.ACCEPTED, Status.STANDS),
    )
