"""What was probably meant by a misspelt name."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.check.near import Names, did_you_mean

NAMES = [
    "negligence",
    "negligence.duty",
    "gross-negligence",
    "shield@negligence",
    "A:negligence.duty",
    "KNEW",
    "T01",
    "T02",
]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("neglience", ("negligence",)),
        ("Negligence", ("negligence",)),
        ("knew", ("KNEW",)),
        ("KNWE", ("KNEW",)),
        ("T03", ("T01", "T02")),
        ("duty", ("negligence.duty", "A:negligence.duty")),
        ("negligence@shield", ("shield@negligence",)),
        ("duty.negligence", ("negligence.duty",)),
        ("entirely-different", ()),
        ("", ()),
    ],
)
def test_the_likeliest_names_are_offered(name: str, near: tuple[str, ...]) -> None:
    assert Names(NAMES).near(name) == near


def test_the_same_name_is_answered_the_same_and_too_many_are_not_answered() -> None:
    names = Names(["ALLEGATION-1"])
    asked = [f"ALLEGATION-{number}" for number in range(2, 302)]
    answers = [names.near(name) for name in asked]
    assert [names.near(name) for name in asked] == answers
    assert (answers[0], answers[-1]) == (("ALLEGATION-1",), ())


@given(
    st.lists(st.text(alphabet="abc-", min_size=1, max_size=6), unique=True),
    st.text(alphabet="abc-", min_size=3, max_size=6),
)
def test_what_is_offered_is_alike_and_nothing_alike_is_missed_where_there_is_one(names: list[str], name: str) -> None:
    near = Names(names).near(name)
    alike = {n: difflib.SequenceMatcher(None, name, n, autojunk=False).ratio() for n in names}
    assert all(alike[found] >= 0.6 for found in near)
    assert near or max(alike.values(), default=0) < 0.75


def test_the_question_names_what_is_offered() -> None:
    assert did_you_mean([]) is None
    assert did_you_mean(["a"]) == "did you mean `a`?"
    assert did_you_mean(["a", "b", "c"]) == "did you mean `a`, `b` or `c`?"
