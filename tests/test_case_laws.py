"""Laws of reading: any text is loaded or explained, every explanation can be shown, and places are where they say."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from mapper.case.document import Document, Keys, Value
from mapper.case.load import load_case
from mapper.case.source import read
from mapper.diagnostics import Diagnostic, MapperError
from mapper.render.findings import VOICES

SAMPLE = """\
mapper: 1
case: {title: "Doe v. Roe, Inc.", filed: 2019-03-25, docket: 007}
parties:
  doe: {name: Jane Doe, role: plaintiff}
  roe: {name: "Roe, Inc.", role: defendant}
sources:
  complaint: {title: Complaint, kind: pleading, date: 2019}
theories:
  us-ca/trespass:
    {title: Trespass, kind: claim, jurisdiction: us-ca, law: state, basis: common law, burden: plaintiff,
     elements: {entry: {text: Somebody entered., nature: fact, per-claim: no}, harm: {text: Harm., nature: law}}}
allegations:
  FENCE: He climbed over the fence.    # a remark
  GATE:
    text: >-
      He broke the gate,
      and left it open.
    by: doe
    source: complaint ¶ 3
    response: {roe: denied}
    support: [FENCE, [FENCE, LOCK], {from: LOCK, weight: 3/5, weighing: cumulative}]
  LOCK: 'He said: "I broke it."'
issues:
  one: {positions: [FENCE, GATE]}
claims:
  trespass: {theory: us-ca/trespass, by: doe, against: roe, support: {entry: FENCE, harm: {"*": [GATE]}}}
rebuttals:
  INVITED: {text: He was invited., by: roe, nature: fact, attacks: [{on: trespass.entry, weight: .5}]}
scenarios:
  trial: {stage: trial, accept: [FENCE], expect: {trespass: {label: stands, because: FENCE}}}
"""

PIECES = (
    *(
        ": ",
        ":",
        "- ",
        " #",
        "#4",
        ", ",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "&a ",
        "*a",
        "!t ",
        "|",
        ">",
        "%",
        "@",
        "`",
        "? ",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "\ufeff",
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
        "\ud800",
        "\U0001f600",
        "義",
        "e\u0301",
    ),
    *("---\n", "...\n", "<<: ", "null", "~", "1e3", "\\", "\\n", "support", "mapper: 1\n", "[" * 70, "a: " * 70),
)
"""What is put into the sample: everything that has a meaning in YAML, and everything that is a trap."""


def loaded_or_explained(path: str, text: str) -> tuple[Sequence[Diagnostic], Mapping[str, str]]:
    """Return what there is to say about a text; loading it either succeeds or says why not."""
    try:
        case = load_case(path, text)
        return case.findings, case.texts
    except MapperError as error:
        return error.findings, error.texts


def shown(path: str, text: str) -> None:
    """Show everything that there is to say about a text in every way there is."""
    findings, texts = loaded_or_explained(path, text)
    for voice in VOICES.values():
        voice(findings, texts).encode()


def damaged(text: str, source: random.Random) -> str:
    """Return the text with a few pieces put in, taken out, doubled or moved."""
    for _ in range(source.randint(1, 4)):
        start = source.randrange(len(text) + 1)
        end = min(len(text), start + source.choice((0, 0, 1, 2, 8, 40)))
        other = source.randrange(len(text) + 1)
        filler = source.choice((source.choice(PIECES), "", text[other : other + source.choice((3, 30, 300))]))
        text = text[:start] + filler + text[end:]
    return text


@pytest.mark.parametrize("path", ["case.yaml", "case.json", "-"])
@given(text=st.text())
@example(text="")
@example(text="[" * 1_000_000)
@example(text="{" * 100_000)
@example(text="- " * 100_000)
@example(text='{"a":' * 100_000)
@example(text="a:\n- b\n\x0c")
def test_any_text_is_loaded_or_explained(path: str, text: str) -> None:
    shown(path, text)


@pytest.mark.parametrize("block", range(20))
def test_a_thousand_damaged_cases_are_loaded_or_explained(block: int) -> None:
    for number in range(1_000 * block, 1_000 * (block + 1)):
        shown("case.yaml", damaged(SAMPLE, random.Random(number)))


WORDS = st.sampled_from(["text", "FENCE", "support", "from", "*", "1.5", "2024-13-45", "no", "", " ", "\x00", "\ud800"])
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none() | WORDS | st.text(), lambda inner: st.lists(inner) | st.dictionaries(WORDS | st.text(), inner)
)


@given(place=st.integers(min_value=0), junk=VALUES)
def test_any_value_in_any_place_is_loaded_or_explained(place: int, junk: Value) -> None:
    sample = read("case.yaml", SAMPLE).value
    places = list(all_places(sample))
    shown("case.json", json.dumps(with_value(sample, places[place % len(places)], junk)))


def all_places(value: Value) -> Iterator[Keys]:
    """Yield the way to every value inside a value, the value itself first."""
    yield ()
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield from ((step, *keys) for keys in all_places(inner))


def value_at(value: Value, keys: Keys) -> Value:
    """Return the value inside another to which the keys lead."""
    for step in keys:
        value = value[step]  # type: ignore[index]  # the way was found in the value itself
    return value


def with_value(value: Value, keys: Keys, new: Value) -> Value:
    """Return a value with another in the place to which the keys lead."""
    if not keys:
        return new
    step, *rest = keys
    if isinstance(value, dict):
        return {name: with_value(inner, tuple(rest), new) if name == step else inner for name, inner in value.items()}
    assert isinstance(value, list), "a step leads into a list or a mapping"
    return [with_value(inner, tuple(rest), new) if place == step else inner for place, inner in enumerate(value)]


READABLE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\x85\xa0"))
NESTED: st.SearchStrategy[Value] = st.recursive(
    READABLE, lambda inner: st.lists(inner) | st.dictionaries(READABLE, inner), max_leaves=20
)


def as_json(value: Value) -> str:
    """Return a value as JSON that people might write."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def as_flow(value: Value) -> str:
    """Return a value as YAML with brackets and braces in one line."""
    return json.dumps(value, ensure_ascii=False)


def as_yaml(value: Value) -> str:
    """Return a value as YAML that people might write."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=60)


@pytest.mark.parametrize(("path", "dump"), [("x.json", as_json), ("x.yaml", as_yaml)], ids=["json", "yaml"])
@given(value=st.lists(NESTED) | st.dictionaries(READABLE, NESTED))
def test_what_is_dumped_is_read_back(path: str, dump: Callable[[Value], str], value: Value) -> None:
    document = read(path, dump(value))
    assert document.findings == ()
    assert document.value == value


@pytest.mark.parametrize(("path", "dump"), [("x.json", as_json), ("x.yaml", as_flow)], ids=["json", "yaml"])
@given(value=st.lists(NESTED) | st.dictionaries(READABLE, NESTED))
def test_every_key_and_every_text_stands_where_its_place_says(
    path: str, dump: Callable[[Value], str], value: Value
) -> None:
    document = read(path, dump(value))
    for keys in all_places(value):
        found = value_at(value, keys)
        if isinstance(found, str):
            assert json.loads(cut_out(document, keys)) == found
        if keys and isinstance(keys[-1], str):
            assert json.loads(cut_out(document, keys, key=True)) == keys[-1]


def cut_out(document: Document, keys: Keys, *, key: bool = False) -> str:
    """Return the text that the place of a value covers."""
    span = document.span(keys, key=key)
    return document.text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]


def test_yaml_and_json_hold_the_same_case() -> None:
    value = read("case.yaml", SAMPLE).value
    assert load_case("case.json", as_json(value)).model == load_case("case.yaml", SAMPLE).model
    assert load_case("case.yaml", as_yaml(value)).model == load_case("case.yaml", SAMPLE).model
