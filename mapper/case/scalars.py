"""The small values of a case file: weights, dates, addresses' parts, places in a source."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from pydantic_core import PydanticCustomError, core_schema

ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
"""What an id is made of, so that no address needs quoting in a shell or looks like an option."""

RESERVED = frozenset({"made-out", "scope", "conditions", "authority", "elements"})
"""Words that addresses use themselves; no statement, element or party may bear them as its id."""

WEIGHT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}|/[0-9]{1,9})?|\.[0-9]{1,9}")
"""What a weight is written like; the number must then be above 0 and at most 1."""

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
"""What a day, a month or a year is written like; a range is two of them with a slash between."""

_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that are not for reading and that no format for pictures can hold; breaks of lines are not among them."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month, a year or a range, as the days between which it lies, both included.

    Examples:
        >>> str(PartialDate.parse("2013"))
        '2013'
        >>> PartialDate.parse("2016-12").first
        datetime.date(2016, 12, 1)
    """

    first: date
    last: date
    text: str

    @classmethod
    @lru_cache(maxsize=1024)
    def parse(cls, text: str) -> PartialDate:
        """Return the date that ISO 8601 text names: ``2013``, ``2013-05``, ``2013-05-01`` or ``2013/2018``.

        Raises:
            ValueError: if the text names no date, or a range that ends before it begins.
        """
        start, slash, end = text.partition("/")
        first, last = _days(start.strip()), _days((end if slash else start).strip())
        if last[1] < first[0]:
            raise ValueError("the range ends before it begins")
        return cls(first[0], last[1], text)

    def __str__(self) -> str:
        """Return the date as it was written."""
        return self.text


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day."""
    match = DATE.fullmatch(text)
    if not match:
        raise ValueError("write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash between")
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError("the calendar has no such day") from None
    last_month = first.month if month else 12
    last_day = first.day if day else calendar.monthrange(first.year, last_month)[1]
    return first, date(first.year, last_month, last_day)


@dataclass(frozen=True, slots=True)
class Locator:
    """A source and a free place in it: ``complaint ¶ 31`` is source ``complaint``, place ``¶ 31``."""

    source: str
    place: str

    def __str__(self) -> str:
        """Return the locator as it is written in a case file."""
        return f"{self.source} {self.place}".strip()


def read_weight(value: object) -> Fraction:
    """Return the exact number above 0 and at most 1 that a text names, as ``0.6`` or ``3/5``."""
    weight = _weight(value) if isinstance(value, str) else value
    if isinstance(weight, Fraction):
        return weight
    raise PydanticCustomError("weight", "no number above 0 and at most 1")


@lru_cache(maxsize=1024)
def _weight(text: str) -> Fraction | None:
    """Return the weight that a text names, if any; a case has few different ones, and making one is slow."""
    found = WEIGHT.fullmatch(text.strip())
    try:
        weight = Fraction(found[0]) if found else Fraction(0)
    except ZeroDivisionError:
        return None
    return weight if 0 < weight <= 1 else None


def read_date(value: object) -> PartialDate:
    """Return the date that a text names."""
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(value.strip() if isinstance(value, str) else "")
    except ValueError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None


def read_locator(value: object) -> Locator:
    """Return the source and the place in it that a text names."""
    if isinstance(value, Locator):
        return value
    source, _, place = read_text(value).partition(" ")
    return Locator(source, place)


def read_text(value: object) -> str:
    """Return a text with single blanks between its words; there must be some, and nothing that is not for reading."""
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "no text")
    if value.isprintable() and "  " not in value and value == value.strip() != "":
        return value
    if found := _UNREADABLE.search(value):
        raise PydanticCustomError("character", "unreadable character", {"code": ord(found[0])})
    text = " ".join(value.split())
    if not text:
        raise PydanticCustomError("empty", "empty text")
    return text


class _Read:
    """The pydantic schema of a value that one function reads whole; made by hand, because that starts faster."""

    def __init__(self, read: Callable[[object], object]) -> None:
        self._schema = core_schema.no_info_plain_validator_function(read)

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return self._schema


Text = Annotated[str, _Read(read_text)]
Weight = Annotated[Fraction, _Read(read_weight)]
Date = Annotated[PartialDate, _Read(read_date)]
Source = Annotated[Locator, _Read(read_locator)]
