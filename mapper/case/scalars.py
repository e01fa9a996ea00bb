"""The small values of a case file: weights, dates, addresses' parts, places in a source."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

ID = re.compile(r"[A-Za-z0-9_-]+")
"""What an id is made of, so that no address needs quoting in a shell."""

RESERVED = frozenset({"made-out", "scope", "conditions", "authority", "elements"})
"""Words that addresses use themselves; no statement, element or party may bear them as its id."""

_WEIGHT = re.compile(r"\d{1,9}(\.\d{1,9}|/\d{1,9})?|\.\d{1,9}")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("a date is YYYY, YYYY-MM, YYYY-MM-DD or a range of two such with a slash")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None, "the pattern demands a year"
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


@dataclass(frozen=True, slots=True)
class Locator:
    """A source and a free place in it: ``complaint ¶ 31`` is source ``complaint``, place ``¶ 31``."""

    source: str
    place: str

    def __str__(self) -> str:
        """Return the locator as it is written in a case file."""
        return f"{self.source} {self.place}".strip()


def _weight(value: object) -> Fraction:
    if isinstance(value, Fraction):
        weight = value
    elif isinstance(value, str) and _WEIGHT.fullmatch(value.strip()):
        try:
            weight = Fraction(value.strip())
        except ZeroDivisionError:
            raise PydanticCustomError("weight", "a weight is a number above 0 and at most 1") from None
    else:
        raise PydanticCustomError("weight", "a weight is a number above 0 and at most 1, such as 0.6 or 3/5")
    if not 0 < weight <= 1:
        raise PydanticCustomError("weight", "a weight is above 0 and at most 1")
    return weight


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(value if isinstance(value, str) else "")
    except ValueError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None


def _locator(value: object) -> Locator:
    if isinstance(value, Locator):
        return value
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError("locator", "a source is the id of a source and, after a space, a place in it")
    source, _, place = value.strip().partition(" ")
    return Locator(source, place.strip())


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text", "expected text")
    if not value.strip():
        raise PydanticCustomError("text", "expected text, found nothing")
    return " ".join(value.split())


Weight = Annotated[
    Fraction,
    BeforeValidator(_weight),
    PlainSerializer(str),
    WithJsonSchema({"type": ["number", "string"], "exclusiveMinimum": 0, "maximum": 1}),
]
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "integer"], "description": "YYYY, YYYY-MM, YYYY-MM-DD or a range with a slash"}),
]
Source = Annotated[
    Locator,
    BeforeValidator(_locator),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "description": "the id of a source and, after a space, a place in it"}),
]
Text = Annotated[
    str,
    BeforeValidator(_text),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
