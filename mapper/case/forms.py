"""The short forms that a person may write, each turned into the long form that the models know.

All of them leave alone what they do not know, for pydantic to refuse. A key without a value says nothing, and is the
same as an empty list or group.
"""

from __future__ import annotations


def or_empty(value: object) -> object:
    """Return an empty mapping for a group whose entries are not written yet."""
    return {} if value is None else value


def short_text(value: object) -> object:
    """Return the long form of an entry that is given as its text alone."""
    return {"text": value} if isinstance(value, str) else value


def flag(value: object) -> object:
    """Return the truth value that the text names, or the value for pydantic to refuse."""
    return (
        {"true": True, "false": False, "yes": True, "no": False}.get(value, value) if isinstance(value, str) else value
    )


def one_or_many(value: object) -> object:
    """Return a list, also where a single text stands for a list of one, or nothing for an empty one."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


def list_of(value: object) -> object:
    """Return a list, also where a single step or the like stands for itself, or nothing for none."""
    if value is None:
        return []
    return [value] if isinstance(value, str | dict) else value


def long_step(value: object) -> object:
    """Return the long form of a step: a text is one premise, a list is premises needed together."""
    return {"from": value} if isinstance(value, str | list) else value


def long_target(value: object) -> object:
    """Return the long form of a target: a text is its address, with weight 1."""
    return {"on": value} if isinstance(value, str) else value


def long_expectation(value: object) -> object:
    """Return the long form of an expectation: a text is the label alone."""
    return {"label": value} if isinstance(value, str) else value


def by_claim(value: object) -> object:
    """Return support by claim; support for every claim alike stands under the empty id."""
    return value if isinstance(value, dict) and "from" not in value else {"": value}
