"""Which pleading takes the place of which, and what may stand there."""

from __future__ import annotations

import pytest

from tests.checking import found

SOURCES = """
sources:
  complaint: {{title: Complaint, kind: pleading}}
  act: {{title: An act, kind: statute}}
{}
"""
PRELUDE = """
mapper: 1
case: {title: Doe v. Corp}
parties:
  does: {name: Jane Does, role: plaintiff}
  corp: {name: Corp, role: defendant}
"""


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        (
            "  amended: {title: Amended complaint, kind: pleading, replaces: act}",
            "4:65-68 wrong-kind: `amended` replaces `act`, which is of the kind `statute`",
        ),
        (
            "  bill: {title: A bill, kind: statute, replaces: [complaint]}",
            "4:31-38 wrong-kind: `bill` is of the kind `statute`, and replaces `complaint`",
        ),
        (
            "  amended: {title: Amended complaint, kind: pleading, replaces: complant}",
            "4:65-73 unknown-source: `amended` replaces `complant`, which is not among the sources",
        ),
        (
            "scenarios:\n  filed: {pleading: act}",
            "5:21-24 wrong-kind: the scenario `filed` is about the pleading `act`, which is of the kind `statute`",
        ),
        (
            "scenarios:\n  filed: {pleading: corp}",
            "5:21-25 wrong-kind: the scenario `filed` is about the pleading `corp`, which is a party",
        ),
    ],
)
def test_only_pleadings_replace_each_other_and_are_before_the_court(lines: str, finding: str) -> None:
    assert found(SOURCES.format(lines), PRELUDE) == [finding]


def test_an_amended_pleading_and_an_amended_answer_are_no_finding() -> None:
    lines = """  amended: {title: Amended complaint, kind: pleading, replaces: complaint}
  reply: {title: Answer, kind: answer}
  amended-reply: {title: Amended answer, kind: answer, replaces: reply}
scenarios:
  filed: {pleading: complaint}"""
    assert found(SOURCES.format(lines), PRELUDE) == []
