"""The small values: dates, weights, places in a source, texts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mapper.case.scalars import Locator, PartialDate, read_date, read_locator, read_text, read_weight


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2019-03-25", "2019-03-25", "2019-03-25"),
        ("2013/2018-05", "2013-01-01", "2018-05-31"),
        ("2013 / 2013", "2013-01-01", "2013-12-31"),
    ],
)
def test_a_date_is_the_days_between_which_it_lies(text: str, first: str, last: str) -> None:
    found = read_date(text)
    assert (found.first.isoformat(), found.last.isoformat(), str(found)) == (first, last, text)
    assert read_date(found) is found


@pytest.mark.parametrize(
    "text", ["", "13", "2013-5", "2013-13", "2013-02-29", "0000", "2018/2013", "2013/", "٢٠١٣", None]
)
def test_what_is_no_date_is_refused(text: object) -> None:
    with pytest.raises(PydanticCustomError):
        read_date(text)


@given(st.dates(), st.dates())
def test_a_range_lies_between_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = PartialDate.parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "weight"), [("1", "1"), ("0.6", "3/5"), (".5", "1/2"), ("10/19", "10/19"), ("2/2", "1"), (" 1.0 ", "1")]
)
def test_a_weight_is_exact(text: str, weight: str) -> None:
    assert read_weight(text) == Fraction(weight)


@pytest.mark.parametrize(
    "text", ["0", "0.0", "1.1", "3/2", "1/0", "-1", "1e-1", "half", "", "٣/٤", "1." + "1" * 10, None, 1]
)
def test_what_is_no_weight_is_refused(text: object) -> None:
    with pytest.raises(PydanticCustomError):
        read_weight(text)


@given(st.fractions(min_value=0, max_value=1, max_denominator=10**8).filter(bool))
def test_every_fraction_is_read_back(weight: Fraction) -> None:
    assert read_weight(str(weight)) == weight
    assert read_weight(weight) is weight


def test_a_place_in_a_source_is_what_follows_its_id() -> None:
    assert read_locator(" complaint  ¶ 31 ") == Locator("complaint", "¶ 31")
    assert str(read_locator("complaint")) == "complaint"
    assert read_locator(Locator("a", "b")) == Locator("a", "b")


@pytest.mark.parametrize("text", ["a\x00", "\x1b[0m", "\x9f", "\ud800", "a\ufffe"])
def test_a_text_holds_nothing_that_is_not_for_reading(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="character"):
        read_text(text)


def test_a_text_has_single_blanks_between_its_words() -> None:
    assert read_text(" a\n b\u00a0c\x85d\te ") == "a b c d e"
