"""What the reference pages take from the code: commands, keys of the case file, words, and the table of stages.

The pages call these functions where they say ``[[[cog``; ``make docs`` writes what they return.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

import click
from pydantic.fields import FieldInfo

from mapper.case.annotations import fields_of, inside, shape_of, words_of
from mapper.case.descriptions import description_of
from mapper.cli import main
from mapper.evaluate.stages import Row, table
from mapper.evaluate.standards import THRESHOLDS
from mapper.vocabulary import (
    EXPECTATIONS,
    RULINGS,
    STATUS,
    Confidence,
    Label,
    Nature,
    Response,
    Role,
    SourceKind,
    Stage,
    Weighing,
)

WIDTH = 78
"""The width at which click wraps its help on a terminal of 80 columns."""


def commands() -> str:
    """Return the help of every command, each under a heading of its own."""
    assert isinstance(main, click.Group)
    root = click.Context(main, info_name="mapper", terminal_width=WIDTH, help_option_names=["-h", "--help"])
    parts = [f"```text\n{main.get_help(root)}\n```"]
    for name in main.list_commands(root):
        command = main.get_command(root, name)
        assert command is not None, "a group knows the commands that it lists"
        context = click.Context(command, info_name=name, parent=root)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts)


def keys(model: type, *, beyond: type | None = None, but: Collection[str] = ()) -> str:
    """Return the table of the keys of an entry of the case file, those first that it cannot do without.

    Args:
        model: the entry.
        beyond: leave out the keys that mean the same in this entry.
        but: leave out these keys.
    """
    left_out = {*but, *(_meanings(beyond) & _meanings(model))}
    rows = [
        (f"`{key}`", description_of(model, key), _form(model, key), _default(field))
        for field in fields_of(model)
        for key in [str(field.alias)]
        if key not in left_out and (key, _form(model, key), description_of(model, key)) not in left_out
    ]
    return _table(("key", "what it is for", "form", "if left out"), rows)


def _meanings(model: type | None) -> set[tuple[str, str, str]]:
    names = [str(field.alias) for field in fields_of(model)]
    return {(name, _form(model, name), description_of(model, name)) for name in names}


def _form(model: type | None, key: str) -> str:
    annotation = inside(model, key)
    words = words_of(annotation)
    return ", ".join(f"`{word}`" for word in words) or FORMS.get(shape_of(annotation), shape_of(annotation))


FORMS = {"a text": "text", "a list": "one, or a list", "a group of keys": "entries"}
"""What a form is called here; in messages it has an article."""


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    plain = isinstance(field.default, str | bool | Fraction)
    return f"`{str(field.default).lower()}`" if plain else ""


def labels() -> str:
    """Return the table of the status words of each kind of statement."""
    rows = [(f"{kind}", *(f"`{words[label]}`" for label in Label)) for kind, words in STATUS.items()]
    return _table(("kind", *(f"*{label}*" for label in Label)), rows)


def rulings() -> str:
    """Return the table of the words of rulings."""
    return _table(("word of a ruling", "what it expects"), [(f"`{a}`", f"`{b}`") for a, b in RULINGS.items()])


def expectations() -> str:
    """Return the table of the words of ``expect``."""
    rows = [(f"`{word}`", ", ".join(f"`{s}`" for s in sorted(found))) for word, found in EXPECTATIONS.items()]
    return _table(("word", "statuses that meet it"), rows)


def standards() -> str:
    """Return the table of the standards of proof."""
    return _table(("standard", "met if"), [(f"`{standard}`", said) for standard, said in THRESHOLDS.items()])


def vocabulary() -> str:
    """Return the table of the words that keys can take, but for those that have a table of their own."""
    enums = (Role, SourceKind, Nature, Response, Confidence, Weighing, Stage)
    rows = [(_spaced(enum.__name__), ", ".join(f"`{word}`" for word in enum), enum.__doc__ or "") for enum in enums]
    return _table(("", "words", "what they say"), rows)


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def stage_rows(part: str) -> str:
    """Return a part of the stage table: ``counts`` or ``standards``."""
    rows = [(row.name, _fits(row), *(row.cells[stage] for stage in Stage)) for row in table(part)]
    return _table(("row", "fits", *(stage.replace("-", " ") for stage in Stage)), rows)


def _fits(row: Row) -> str:
    found = [f"{key}: {_wanted(value)}" for key, value in row.where.items()]
    return "; ".join(found) or "everything else"


def _wanted(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "yes" if value is True else str(value)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
