"""What flips from stage to stage, and because of which statements."""

from __future__ import annotations

from mapper.analysis.stages import stage_flips
from mapper.vocabulary import Stage
from tests.cases import graph_of, labelled

CASE = """
allegations:
  SOLD: {text: It sold tools., response: {corp: admitted}}
  HURT: They were hurt.
evidence:
  LETTER: {text: A letter., proves: [HURT, {on: act.violation, weight: 0.4}]}
rebuttals:
  not-so: {text: Not so., by: corp, nature: fact, source: answer, attacks: [act.violation]}
claims:
  act: {theory: act, against: corp, support: {violation: [SOLD]}}
  tort: {theory: tort, against: corp, support: {duty: [SOLD], breach: [SOLD], harm: [HURT]}}
"""


def told(sections: str) -> list[tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]]:
    flips = stage_flips([labelled(graph_of(sections), stage=stage) for stage in Stage])
    return [(f.statement, f.end.value, f.before.value, f.after.value, f.leaves, f.standards) for f in flips]


def test_nothing_flips_where_all_is_admitted() -> None:
    admitted = CASE.replace("HURT: They were hurt.", "HURT: {text: They were hurt., response: {corp: none}}")
    admitted = admitted.partition("evidence:")[0] + admitted[admitted.index("claims:") :]
    assert told(admitted) == []


def test_a_flip_names_the_leaves_that_count_otherwise() -> None:
    denied = CASE.partition("evidence:")[0] + CASE[CASE.index("claims:") :]
    assert told(denied) == [
        ("HURT", "summary-judgment", "counts", "does not count", ("HURT",), ()),
        ("tort.harm", "summary-judgment", "made out", "not made out", ("HURT",), ()),
        ("tort.made-out", "summary-judgment", "made out", "not made out", ("HURT",), ()),
        ("tort", "summary-judgment", "stands", "not made out", ("HURT",), ()),
    ]


WEIGHED = """
allegations:
  A: {text: It is so., response: {corp: admitted}}
rebuttals:
  not-so: {text: Not so., by: corp, nature: fact, source: record, attacks: [{on: act.violation, weight: 0.5}]}
claims:
  act: {theory: act, against: corp, support: {violation: [A]}}
"""


def test_a_flip_that_only_a_standard_makes_names_what_is_judged_by_it() -> None:
    assert told(WEIGHED) == [
        ("act.violation", "summary-judgment", "made out", "open", (), ("act.violation",)),
        ("act.made-out", "summary-judgment", "made out", "open", (), ("act.violation",)),
        ("act", "summary-judgment", "stands", "open", (), ("act.violation",)),
        ("act.violation", "trial", "open", "made out", (), ("act.violation",)),
        ("act.made-out", "trial", "open", "made out", (), ("act.violation",)),
        ("act", "trial", "open", "stands", (), ("act.violation",)),
    ]


def test_every_flip_has_a_cause() -> None:
    assert all(leaves or standards for *_, leaves, standards in told(CASE))
