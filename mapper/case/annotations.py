"""What the models say of themselves: keys, words, shapes and names, for messages and for the schema."""

from __future__ import annotations

import re
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mapper.case.theory import Model

NOUNS = {
    "CaseModel": "a case file",
    "Sections": "an included file",
    "SourceEntry": "a source",
    "Evidence": "a piece of evidence",
    "Expectation": "an expected label",
    "Conditions": "a group of conditions",
}
"""What an entry of a model is called, where that is not simply the name of the model."""

_CAPITAL = re.compile(r"(?<=.)(?=[A-Z])")


def inside(annotation: object, step: str | int) -> object:
    """Return the annotation of what an annotated value holds under a key or at a place, or nothing."""
    if fields := fields_of(annotation):
        return next((field.annotation for field in fields if field.alias == step), None)
    arguments = get_args(bare(annotation))
    return arguments[-1 if isinstance(step, str) else 0] if arguments else None


def bare(annotation: object) -> object:
    """Return the annotation without what is added to it, and without the possibility of nothing."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = get_args(annotation)[0]
    return annotation


def fields_of(annotation: object) -> list[FieldInfo]:
    """Return the fields of a model, those first that it cannot do without; anything else has none."""
    model = bare(annotation)
    if not (isinstance(model, type) and issubclass(model, Model)):
        return []
    return sorted(model.model_fields.values(), key=lambda field: not field.is_required())


def keys_of(annotation: object) -> list[str]:
    """Return the keys of an entry, those first that it cannot do without."""
    return [str(field.alias) for field in fields_of(annotation)]


def needed_keys(annotation: object) -> list[str]:
    """Return the keys that an entry cannot do without."""
    return [str(field.alias) for field in fields_of(annotation) if field.is_required()]


def words_of(annotation: object) -> list[str]:
    """Return the words that a value can be, in the order of the vocabulary; other values have none."""
    annotation = bare(annotation)
    if annotation is bool:
        return ["true", "false"]
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [str(word) for word in getattr(annotation, "__members__", {}).values()]


def noun_of(annotation: object) -> str:
    """Return what an entry of a model is called, with its article."""
    name = getattr(bare(annotation), "__name__", "entry")
    words = _CAPITAL.sub("-", name).lower()
    return NOUNS.get(name) or f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def shape_of(annotation: object) -> str:
    """Return in words what a value is to be."""
    if fields_of(annotation):
        return noun_of(annotation)
    origin = get_origin(bare(annotation))
    return "a list" if origin is tuple else "a group of keys" if origin is dict else "a text"
