"""The JSON Schema says what a person may write, as an editor reads it that guesses the types of YAML 1.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from mapper.case.load import load_case
from mapper.case.schema import NAME, as_text, make_schema, shipped
from mapper.diagnostics import MapperError
from tests.test_case_laws import SAMPLE

HERE = Path(__file__).parent
SCHEMA = make_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


class Editor(yaml.SafeLoader):
    """Reads YAML with the types of YAML 1.2, as editors do."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # PyYAML's own name for the table that is replaced here


for tag, pattern in {
    "null": r"|~|null|Null|NULL",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"({pattern})$"), None)


def _whole_number(loader: Editor, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)))


Editor.add_constructor("tag:yaml.org,2002:int", _whole_number)


def complaints(text: str) -> list[str]:
    """Return what an editor that knows the schema says about a text."""
    return [error.json_path for error in VALIDATOR.iter_errors(yaml.load(text, Editor))]


def test_the_shipped_schema_is_current() -> None:
    assert shipped() == as_text(SCHEMA), "run python -m mapper.case.schema"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert (SCHEMA["$schema"], SCHEMA["$id"]) == ("https://json-schema.org/draft/2020-12/schema", NAME)
    assert list(SCHEMA["properties"])[:3] == ["mapper", "case", "include"]


def test_every_key_has_a_line_that_says_what_it_is_for() -> None:
    entries = [SCHEMA, *(entry for entry in SCHEMA["$defs"].values() if "properties" in entry)]
    assert all(value["description"] for entry in entries for value in entry["properties"].values())
    assert "Allegation" in SCHEMA["$defs"]


CASES = sorted((HERE / "rules").glob("*/good.yaml")) + sorted((HERE.parent / "graphs").glob("*/*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=[f"{path.parent.name}/{path.name}" for path in CASES])
def test_a_sound_case_has_no_complaint(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    load_case(path)
    assert complaints(text if "mapper" in text else f"mapper: 1\ncase: {{title: x}}\n{text}") == []


SECTIONS = {
    "the sample": SAMPLE.partition("parties:")[1] + SAMPLE.partition("parties:")[2],
    "texts that look like something else": "allegations: {1: 2013, A: true, B: 0x1F, C: {text: 1.5, date: 2013}, D: 12:30}",
    "keys without a value": "parties:\nallegations: {A: {text: x, by: , support: , date: , response: , title: }}",
    "one for many": "allegations: {A: {text: x, by: p, support: B}, B: {text: y, by: [p, q], support: {from: [A, C]}}}",
    "steps": "allegations: {A: {text: x, support: [B, [B, 1], {from: B, weight: .6}, {from: B, weight: 3/5}]}}",
    "support by claim": "defenses: {d: {theory: t, against: c, support: {e: {'*': [A], c: [[A, B]]}, f: A, g: {from: A}}}}",
    "targets": "rebuttals: {r: {text: x, attacks: [A, 'A:c.e', {on: c, weight: 1}]}, s: {text: y, attacks: A}}",
    "expectations": "scenarios: {s: {expect: {c: stands, d: {label: barred, because: [e]}}, ruling: {court: x, outcome: {c: y}}}}",
    "flags": "theories: {t: {title: x, kind: claim, jurisdiction: us, law: state, basis: b, burden: plaintiff,"
    " elements: {e: {text: x, nature: law, per-claim: no}, f: {text: x, nature: law, per-claim: true}}}}",
}


@pytest.mark.parametrize("sections", SECTIONS.values(), ids=SECTIONS)
def test_what_may_be_written_has_no_complaint(sections: str) -> None:
    text = f"mapper: 1\ncase: {{title: 1984, filed: 2019-03-25, docket: 007}}\n{sections}\n"
    load_case("case.yaml", text)
    assert complaints(text) == []


REFUSED = {
    "an unknown section": ("allegation: {}", "$"),
    "an unknown key": ("allegations: {A: {text: x, natur: fact}}", "$.allegations"),
    "a missing key": ("claims: {c: {by: p}}", "$.claims"),
    "an unknown word": ("parties: {p: {name: x, role: judge}}", "$.parties"),
    "a bad id": ("parties: {p q: {name: x, role: amicus}}", "$.parties"),
    "a word of addresses": ("claims: {scope: {theory: t}}", "$.claims"),
    "a list for a text": ("sources: {s: {title: [x], kind: news}}", "$.sources"),
    "a weight above one": ("evidence: {E: {text: x, proves: {on: A, weight: 2}}}", "$.evidence"),
    "a weight in letters": ("evidence: {E: {text: x, proves: {on: A, weight: half}}}", "$.evidence"),
    "a date in words": ("sources: {s: {title: x, kind: news, date: March}}", "$.sources"),
}


@pytest.mark.parametrize(("sections", "place"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_be_written_is_complained_about(sections: str, place: str) -> None:
    text = f"mapper: 1\ncase: {{title: x}}\n{sections}\n"
    with pytest.raises(MapperError):
        load_case("case.yaml", text)
    assert complaints(text) == [place]


def test_only_the_version_that_is_read_has_no_complaint() -> None:
    assert complaints("mapper: 1\ncase: {title: x}") == complaints("mapper: '1'\ncase: {title: x}") == []
    assert complaints("mapper: 2\ncase: {title: x}") == ["$.mapper"]
