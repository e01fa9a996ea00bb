"""What pydantic complains about, as findings in the words of the case file.

A complaint is recognised by its type and explained from what the models say of themselves; pydantic's English is
never read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mapper import rules
from mapper.case.annotations import fields_of, inside, keys_of, needed_keys, noun_of, shape_of, words_of
from mapper.case.descriptions import description_of
from mapper.case.document import Document, Keys
from mapper.case.theory import Model
from mapper.diagnostics import Diagnostic, Rule
from mapper.near import did_you_mean, near, offer

_LONGEST = 40
"""How many letters of a wrong text a message repeats."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint of pydantic.

    Attributes:
        kind: pydantic's type of error.
        place: the keys that lead there from the top of the document.
        key: the last of them that is in the text, or the key that is missing there.
        field: the last of them that a model has.
        found: what stands there; for a missing key, the entry that lacks it.
        wanted: the annotation of the place.
        entry: the annotation of what the place is a part of.
        details: what pydantic adds.
    """

    kind: str
    place: Keys
    key: str
    field: str
    found: object
    wanted: object
    entry: object
    details: dict[str, object]


Explanation = tuple[Rule, str, str | None]
"""A rule, a message and a remedy."""


def findings_about(error: ValidationError, model: type[Model], document: Document, keys: Keys = ()) -> list[Diagnostic]:
    """Return what pydantic says about the value under ``keys``, which is no such model, as findings."""
    complaints = [_complaint(model, document, keys, details) for details in error.errors(include_url=False)]
    return [_finding(document, complaint) for complaint in _each_mistake_once(complaints)]


def _complaint(model: type[Model], document: Document, keys: Keys, details: ErrorDetails) -> Complaint:
    entry: object = None
    wanted: object = model
    field = ""
    for step in details["loc"]:
        entry, wanted = wanted, inside(wanted, step)
        field = str(step) if fields_of(entry) else field
    place = (*keys, *details["loc"])
    written = place if details["type"] == "missing" else document.written(place)
    key = next((step for step in reversed(written) if isinstance(step, str)), "")
    return Complaint(details["type"], place, key, field, details["input"], wanted, entry, details.get("ctx", {}))


def _each_mistake_once(complaints: list[Complaint]) -> list[Complaint]:
    """Leave out a missing key whose misspelling is reported as an unknown key of the same entry."""
    misspelt = {
        (complaint.place[:-1], meant)
        for complaint in complaints
        if complaint.kind == "extra_forbidden"
        for meant in _meant(complaint.key, complaint.entry)[:1]
    }
    return [
        complaint
        for complaint in complaints
        if complaint.kind != "missing" or (complaint.place[:-1], complaint.key) not in misspelt
    ]


@lru_cache(maxsize=256)
def _meant(key: str, entry: object) -> tuple[str, ...]:
    """Return the keys of an entry that were probably meant by another; a mistake is often made in many entries."""
    return near(key, keys_of(entry))


def _finding(document: Document, complaint: Complaint) -> Diagnostic:
    is_empty = complaint.found is None and complaint.kind not in _ABOUT_KEYS
    explain = _nothing_given if is_empty else _EXPLANATIONS.get(complaint.kind, _wrong_type)
    rule, message, help = explain(complaint)
    span = document.span(complaint.place, key=complaint.kind in _ABOUT_KEYS)
    return Diagnostic(rule, message, span, _subject(complaint.place), help)


def _subject(place: Keys) -> str | None:
    """Return the id of the entry that a finding is about."""
    return str(place[1]) if len(place) > 1 and place[0] != "case" else None


def _nothing_given(complaint: Complaint) -> Explanation:
    needed = complaint.field in needed_keys(complaint.entry)
    help = _needs(complaint.wanted) or ("give it one" if needed else "give it one, or leave the key out")
    return rules.EMPTY_VALUE, f"`{complaint.key}` has no value", help


def _missing_key(complaint: Complaint) -> Explanation:
    help = f"`{complaint.key}`: {description_of(complaint.entry, complaint.key)}"
    return rules.MISSING_KEY, f"{noun_of(complaint.entry)} needs the key `{complaint.key}`", help


def _unknown_key(complaint: Complaint) -> Explanation:
    help = f"its keys are {_list(keys_of(complaint.entry))}"
    if meant := offer(_meant(complaint.key, complaint.entry)):
        help = meant
    elif complaint.found is None:
        help = "inside braces a comma ends a text: put the text in quotes"
    return rules.UNKNOWN_KEY, f"{noun_of(complaint.entry)} has no key `{complaint.key}`", help


def _unknown_word(complaint: Complaint) -> Explanation:
    words = words_of(complaint.wanted)
    help = did_you_mean(str(complaint.found), words) or f"write {_list(words, 'or')}"
    if complaint.place == ("mapper",):
        return rules.UNKNOWN_VERSION, f"{_found(complaint)} is not a format that this program reads", help
    return rules.UNKNOWN_WORD, f"{_found(complaint)} is not a word for `{complaint.field}`", help


def _too_short(complaint: Complaint) -> Explanation:
    return rules.EMPTY_VALUE, f"`{complaint.key}` needs at least one entry", None


def _bad_date(complaint: Complaint) -> Explanation:
    return rules.BAD_DATE, f"{_found(complaint)} is not a date", str(complaint.details["reason"])


def _bad_weight(complaint: Complaint) -> Explanation:
    help = "a weight is above 0 and at most 1, as 0.6 or 3/5"
    return rules.BAD_WEIGHT, f"{_found(complaint)} is not a weight", help


def _character(complaint: Complaint) -> Explanation:
    message = f"`{complaint.key}` holds the character U+{complaint.details['code']:04X}, which is not for reading"
    return rules.CONTROL_CHARACTER, message, "take it out"


def _wrong_type(complaint: Complaint) -> Explanation:
    place = f" for `{complaint.key}`" if complaint.key else ""
    message = f"expected {shape_of(complaint.wanted)}{place}, found {_found(complaint)}"
    return rules.WRONG_TYPE, message, _needs(complaint.wanted)


_ABOUT_KEYS = frozenset({"missing", "extra_forbidden"})
"""The complaints that point at a key: the misspelt one, or that of the entry which lacks one."""

_EXPLANATIONS: dict[str, Callable[[Complaint], Explanation]] = {
    "missing": _missing_key,
    "extra_forbidden": _unknown_key,
    "literal_error": _unknown_word,
    "enum": _unknown_word,
    "bool_type": _unknown_word,
    "too_short": _too_short,
    "empty": _nothing_given,
    "date": _bad_date,
    "weight": _bad_weight,
    "character": _character,
}
"""What each type of complaint is explained by; any other says that a value has the wrong shape."""


def _needs(annotation: object) -> str | None:
    """Return which keys an entry cannot do without."""
    needed = needed_keys(annotation)
    keys = "the keys" if len(needed) > 1 else "the key"
    return f"{noun_of(annotation)} needs {keys} {_list(needed)}" if needed else None


def _found(complaint: Complaint) -> str:
    found = complaint.found
    if isinstance(found, str):
        return f"`{found if len(found) <= _LONGEST else found[:_LONGEST] + '…'}`"
    return "a list" if isinstance(found, list) else "a group of keys"


def _list(words: list[str], last: str = "and") -> str:
    quoted = [f"`{word}`" for word in words]
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}" if quoted[1:] else "".join(quoted)
