"""What was probably meant by a misspelt name."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.near import Names, did_you_mean, near, offer

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
    ("name", "found"),
    [
        ("neglience", ("negligence",)),
        ("Negligence", ("negligence",)),
        ("knew", ("KNEW",)),
        ("KNWE", ("KNEW",)),
        ("T03", ("T01", "T02")),
        ("duty", ("negligence.duty", "A:negligence.duty")),
        ("negligence@shield", ("shield@negligence",)),
        ("duty.negligence", ("negligence.duty",)),
        ("gross", ("gross-negligence",)),
        ("T01", ()),
        ("entirely-different", ()),
        ("", ()),
    ],
)
def test_the_likeliest_names_are_offered(name: str, found: tuple[str, ...]) -> None:
    assert Names(NAMES).near(name) == found


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
    offered = Names(names).near(name)
    alike = {n: difflib.SequenceMatcher(None, name, n, autojunk=False).ratio() for n in names}
    assert all(alike[found] >= 0.65 for found in offered)
    assert offered or name in names or max(alike.values(), default=0) < 0.75


@pytest.mark.parametrize(
    ("word", "words", "found"),
    [
        ("naturre", ["nature", "note"], "nature"),
        ("CARVE_OUTS", ["carve-outs", "case"], "carve-outs"),
        ("Text", ["text", "title"], "text"),
        ("t", ["text", "title"], None),
        ("name", ["nature", "note"], None),
        ("colour", ["nature", "note"], None),
        ("nature", ["nature"], None),
        ("ab", ["ba", "ac", "ad"], None),
        ("x", [], None),
    ],
)
def test_only_a_word_that_comes_near_is_offered(word: str, words: list[str], found: str | None) -> None:
    assert near(word, words) == ((found,) if found else ())
    assert did_you_mean(word, words) == (f"did you mean `{found}`?" if found else None)


def test_the_question_names_what_is_offered() -> None:
    assert offer([]) is None
    assert offer(["a"]) == "did you mean `a`?"
    assert offer(["a", "b", "c"]) == "did you mean `a`, `b` or `c`?"
