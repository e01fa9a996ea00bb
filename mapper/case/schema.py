"""The JSON Schema of the case file, made from the models: what a person may write, as an editor reads it.

Editors complete and check case files with it. They guess types where this program reads text (``2013`` is a number to
them), so that a text may be a number there. ``python -m mapper.case.schema`` writes the shipped file anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from mapper.case import forms, scalars
from mapper.case.annotations import keys_of
from mapper.case.descriptions import description_of
from mapper.case.ids import ELEMENTS, NAMESPACES, Namespace
from mapper.case.model import CaseModel
from mapper.case.theory import Model

NAME = "case.schema.json"
"""The name of the shipped file, and the id of the schema."""

NOTHING: JsonSchemaValue = {"type": "null"}
TEXT: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
DATE: JsonSchemaValue = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 9999},
        {"type": "string", "pattern": f"^{scalars.DATE.pattern}( */ *{scalars.DATE.pattern})?$"},
    ]
}
WEIGHT: JsonSchemaValue = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
        {"type": "string", "pattern": f"^({scalars.WEIGHT.pattern})$"},
    ]
}

SCALARS: dict[object, JsonSchemaValue] = {
    scalars.read_text: TEXT,
    scalars.read_locator: TEXT,
    scalars.read_date: DATE,
    scalars.read_weight: WEIGHT,
}
"""What may be written where one of these functions reads it."""


def _or(*others: JsonSchemaValue) -> Callable[[JsonSchemaValue], JsonSchemaValue]:
    return lambda long: {"anyOf": [long, *others]}


def _one_or_many(long: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a list, of one of its entries, or of nothing."""
    return {"anyOf": [long, long["items"], NOTHING]}


def _by_claim(long: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of support by claim, or of support for every claim alike."""
    return {"anyOf": [long["additionalProperties"], long]}


FORMS: dict[object, Callable[[JsonSchemaValue], JsonSchemaValue]] = {
    forms.or_empty: _or(NOTHING),
    forms.short_text: _or(TEXT),
    forms.long_target: _or(TEXT),
    forms.long_expectation: _or(TEXT),
    forms.long_step: _or(TEXT, {"type": "array", "items": TEXT, "minItems": 1}),
    forms.one_or_many: _one_or_many,
    forms.list_of: _one_or_many,
    forms.by_claim: _by_claim,
    forms.flag: lambda _: {"enum": [True, False, "true", "false", "yes", "no"]},
}
"""What each short form adds to the schema of its long form."""


class _Written(GenerateJsonSchema):
    """pydantic's own translation, for what stands in the file rather than in the models."""

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        return dict(SCALARS[schema["function"]["function"]])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        return FORMS[schema["function"]["function"]](self.generate_inner(schema["schema"]))

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return dict(TEXT)

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        words = [str(word) for word in schema["expected"]]
        return {"enum": [*(int(word) for word in words if word.isdigit()), *words]}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        items = self.generate_inner(schema["items_schema"][0])
        fewest = {"minItems": schema["min_length"]} if schema.get("min_length") else {}
        return {"type": "array", "items": items, **fewest}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def make_schema() -> JsonSchemaValue:
    """Return the JSON Schema, draft 2020-12."""
    made = CaseModel.model_json_schema(schema_generator=_Written, by_alias=True)
    models = {model.__name__: model for model in _models(Model)}
    definitions = {name: _described(schema, models.get(name)) for name, schema in made["$defs"].items()}
    case = _described(made, CaseModel)
    for namespace in NAMESPACES:
        for section in namespace.sections:
            _restrict_ids(case["properties"][section], namespace)
    _restrict_ids(definitions["Theory"]["properties"]["elements"], ELEMENTS)
    for name, shared in _shared(definitions).items():
        case, definitions = _referring(case, shared, name), _referring(definitions, shared, name)
        definitions[name] = shared
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": NAME, "title": "Case file"}
    parts = {key: case[key] for key in ("description", "type", "required", "additionalProperties", "properties")}
    return {**head, **parts, "$defs": dict(sorted(definitions.items()))}


def _shared(definitions: JsonSchemaValue) -> JsonSchemaValue:
    """Return the parts that stand in many places, the larger ones first."""
    attacks, by, support = (
        {key: value for key, value in definitions[name]["properties"][key_of].items() if key != "description"}
        for name, key_of in (("Rebuttal", "attacks"), ("Rebuttal", "by"), ("Rebuttal", "support"))
    )
    return {"steps": support, "targets": attacks, "ids": by, "date": DATE, "weight": WEIGHT, "text": TEXT}


def _referring(schema: JsonSchemaValue, shared: JsonSchemaValue, name: str) -> JsonSchemaValue:
    """Return the schema with a reference wherever it has the shared part, beside a description or alone."""
    if isinstance(schema, list):
        return [_referring(part, shared, name) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if all(key in schema and schema[key] == value for key, value in shared.items()):
        rest = {key: value for key, value in schema.items() if key not in shared}
        return {**rest, "$ref": f"#/$defs/{name}"}
    return {key: _referring(value, shared, name) for key, value in schema.items()}


def _models(base: type[Model]) -> Iterator[type[Model]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _described(schema: JsonSchemaValue, model: type[Model] | None) -> JsonSchemaValue:
    """Return the schema of an entry with a line on each of its keys, those first that it cannot do without."""
    described = {key: value for key, value in schema.items() if key != "title"}
    described["description"] = str(schema.get("description", "")).partition("\n")[0]
    if model:
        properties = schema["properties"]
        described["properties"] = {
            key: {"description": description_of(model, key), **_flat(properties[key])} for key in keys_of(model)
        }
    return described


def _flat(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema with alternatives inside alternatives drawn together, each one once."""
    if isinstance(schema, dict):
        schema = {key: _flat(value) for key, value in schema.items()}
        if set(schema) == {"anyOf"}:
            inner = [part for branch in schema["anyOf"] for part in _branches(branch)]
            schema["anyOf"] = [part for number, part in enumerate(inner) if part not in inner[:number]]
        return schema
    return [_flat(part) for part in schema] if isinstance(schema, list) else schema


def _branches(schema: JsonSchemaValue) -> list[JsonSchemaValue]:
    return schema["anyOf"] if set(schema) == {"anyOf"} else [schema]


def _restrict_ids(schema: JsonSchemaValue, namespace: Namespace) -> None:
    """Let the keys of a section be ids only."""
    names: JsonSchemaValue = {"pattern": f"^{namespace.pattern.pattern}$"}
    if namespace.in_addresses:
        names["not"] = {"enum": sorted(scalars.RESERVED)}
    for branch in (schema, *schema.get("anyOf", ())):
        if branch.get("type") == "object":
            branch["propertyNames"] = names


def as_text(schema: JsonSchemaValue) -> str:
    """Return the schema as the file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def shipped() -> str:
    """Return the schema as it ships, without making it."""
    return files("mapper.case").joinpath(NAME).read_text(encoding="utf-8")


if __name__ == "__main__":
    Path(__file__).with_name(NAME).write_text(as_text(make_schema()), encoding="utf-8", newline="\n")
