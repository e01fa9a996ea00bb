"""Every wrong shape is said in the words of the case file, once, where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import TypeAdapter

from mapper.case.annotations import fields_of, inside, keys_of, needed_keys, noun_of, shape_of, words_of
from mapper.case.descriptions import DESCRIPTIONS, description_of
from mapper.case.model import CarveOut, CaseModel, Expectation, Sections, SourceEntry, Step
from mapper.case.scalars import Text
from mapper.case.shape import read_shape
from mapper.case.source import read
from mapper.case.theory import Element, Model
from mapper.vocabulary import Nature
from tests.findings import lines

HEAD = "mapper: 1\ncase: {title: x}\n"


def said(sections: str) -> list[str]:
    """Return what there is to say about the shape of a case, with the lines of its sections alone."""
    model, found = read_shape(CaseModel, read("case.yaml", "#\n#\n" + HEAD + sections))
    assert (model is None) == bool(found)
    return [
        line.replace(f"{int(line.split(':')[0])}:", f"{int(line.split(':')[0]) - 4}:", 1) if line[0] != " " else line
        for line in lines(found)
    ]


MISTAKES = {
    "an unknown key near a known one": (
        "allegations: {A: {text: x, natur: fact}}",
        ["1:28-33 error[unknown-key] an allegation has no key `natur`", "  did you mean `nature`?"],
    ),
    "a name of Python's for a key": (
        "carve_outs: {}",
        ["1:1-11 error[unknown-key] a case file has no key `carve_outs`", "  did you mean `carve-outs`?"],
    ),
    "an unknown key near none": (
        "parties: {p: {name: x, role: amicus, colour: red}}",
        ["1:38-44 error[unknown-key] a party has no key `colour`", "  its keys are `name` and `role`"],
    ),
    "a text that a comma ends": (
        "parties: {p: {name: Doe, Inc., role: amicus}}",
        [
            "1:26-30 error[unknown-key] a party has no key `Inc.`",
            "  inside braces a comma ends a text: put the text in quotes",
        ],
    ),
    "a needed key misspelt, which is one mistake": (
        "allegations: {A: {txt: x}}",
        ["1:19-22 error[unknown-key] an allegation has no key `txt`", "  did you mean `text`?"],
    ),
    "a needed key missing beside an unknown one, which are two": (
        "issues:\n  i: {colour: red}",
        [
            "2:3-4 error[missing-key] an issue needs the key `positions`",
            "  `positions`: the ids of the propositions of which at most one can hold",
            "2:7-13 error[unknown-key] an issue has no key `colour`",
            "  its keys are `positions` and `title`",
        ],
    ),
    "a missing key of an entry of a list": (
        "rebuttals: {r: {text: x, attacks: [A, {weight: 1}]}}",
        [
            "1:39-50 error[missing-key] a target needs the key `on`",
            "  `on`: the address of what is meant",
        ],
    ),
    "an entry without anything": (
        "claims:\n  c:",
        ["2:3-4 error[empty-value] `c` has no value", "  a claim needs the key `theory`"],
    ),
    "a needed key without a value": (
        "claims:\n  c: {theory: }",
        ["2:7-13 error[empty-value] `theory` has no value", "  give it one"],
    ),
    "a text of blanks": (
        "allegations: {A: ' '}",
        ["1:18-21 error[empty-value] `A` has no value", "  give it one"],
    ),
    "a word without a value": (
        "allegations: {A: {text: x, nature: }}",
        ["1:28-34 error[empty-value] `nature` has no value", "  give it one, or leave the key out"],
    ),
    "an empty list of premises": (
        "allegations: {A: {text: x, support: [[]]}}",
        ["1:38-40 error[empty-value] `support` needs at least one entry"],
    ),
    "an unknown word near a known one": (
        "parties: {p: {name: x, role: plaintif}}",
        ["1:30-38 error[unknown-word] `plaintif` is not a word for `role`", "  did you mean `plaintiff`?"],
    ),
    "an unknown word near none": (
        "allegations: {A: {text: x, response: {p: refused}}}",
        [
            "1:42-49 error[unknown-word] `refused` is not a word for `response`",
            "  write `admitted`, `denied`, `denied-in-part`, `no-knowledge` or `none`",
        ],
    ),
    "a word that stands elsewhere": (
        "rebuttals: {r: {text: x, nature: damages}}",
        ["1:34-41 error[unknown-word] `damages` is not a word for `nature`", "  write `fact` or `law`"],
    ),
    "a long word": (
        f"parties: {{p: {{name: x, role: {'ab' * 30}}}}}",
        [
            f"1:30-90 error[unknown-word] `{'ab' * 20}…` is not a word for `role`",
            "  write `plaintiff`, `defendant`, `intervenor`, `amicus` or `nonparty`",
        ],
    ),
    "a list for a text": (
        "allegations: {A: {text: [x]}}",
        ["1:25-28 error[wrong-type] expected a text for `text`, found a list"],
    ),
    "a group for a list": (
        "allegations: {A: {text: x, by: {p: q}}}",
        ["1:32-38 error[wrong-type] expected a list for `by`, found a group of keys"],
    ),
    "a text for an entry": (
        "claims: {c: negligence}",
        [
            "1:13-23 error[wrong-type] expected a claim for `c`, found `negligence`",
            "  a claim needs the key `theory`",
        ],
    ),
    "a text for a section": (
        "claims: negligence",
        ["1:9-19 error[wrong-type] expected a group of keys for `claims`, found `negligence`"],
    ),
    "a list too deep in support": (
        "claims: {c: {theory: t, support: {duty: {'*': [[A, [B]]]}}}}",
        ["1:52-55 error[wrong-type] expected a text for `*`, found a list"],
    ),
    "a date that the calendar does not have": (
        "sources: {s: {title: x, kind: news, date: 2023-02-29}}",
        ["1:43-53 error[bad-date] `2023-02-29` is not a date", "  the calendar has no such day"],
    ),
    "a date that is a list": (
        "sources: {s: {title: x, kind: news, date: [2023]}}",
        [
            "1:43-49 error[bad-date] a list is not a date",
            "  write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash between",
        ],
    ),
    "a weight above one": (
        "allegations: {A: {text: x, support: {from: B, weight: 3/2}}}",
        ["1:55-58 error[bad-weight] `3/2` is not a weight", "  a weight is above 0 and at most 1, as 0.6 or 3/5"],
    ),
    "a character that is not for reading": (
        'allegations: {A: "a\\x07b"}',
        [
            "1:18-26 error[control-character] `A` holds the character U+0007, which is not for reading",
            "  take it out",
        ],
    ),
    "a source without a name": (
        "allegations: {A: {text: x, source: ' '}}",
        ["1:36-39 error[empty-value] `source` has no value", "  give it one, or leave the key out"],
    ),
}


@pytest.mark.parametrize(("sections", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_said_once_where_it_is(sections: str, expected: list[str]) -> None:
    assert said(sections) == expected


def test_many_mistakes_give_all_their_messages_each_about_its_entry() -> None:
    text = "allegations: {A: {text: x, by: {}}, B: {nature: law}}\nparties: {p: {name: x}}\n"
    _, found = read_shape(CaseModel, read("case.yaml", HEAD + text))
    assert sorted((finding.rule.name, finding.subject) for finding in found) == [
        ("missing-key", "B"),
        ("missing-key", "p"),
        ("unknown-word", "B"),
        ("wrong-type", "A"),
    ]


def test_a_version_that_is_not_known_says_which_is() -> None:
    _, found = read_shape(CaseModel, read("case.yaml", "mapper: 2\ncase: {title: x}\n"))
    assert lines(found) == [
        "1:9-10 error[unknown-version] `2` is not a format that this program reads",
        "  write `1`",
    ]


def test_what_the_models_say_of_themselves() -> None:
    assert [noun_of(model) for model in (CaseModel, Sections, SourceEntry, CarveOut, Element, Expectation)] == [
        *("a case file", "an included file", "a source", "a carve-out", "an element", "an expected label"),
    ]
    assert needed_keys(CaseModel) == keys_of(CaseModel)[:2] == ["mapper", "case"]
    assert keys_of(Step) == ["from", "weight", "weighing", "warrant"]
    assert words_of(bool) == ["true", "false"]
    assert words_of(Nature) == ["fact", "conclusion", "damages", "law", "mixed"]
    assert words_of(Annotated[str, "x"] | None) == []
    assert [shape_of(kind) for kind in (Step, tuple[Step, ...], dict[str, Step], Text)] == [
        *("a step", "a list", "a group of keys", "a text"),
    ]
    assert inside(CaseModel, "carve_outs") is inside(str, "x") is None
    assert fields_of(int) == []


def all_models(base: type[Model]) -> Iterator[type[Model]]:
    """Yield every model below a model."""
    for model in base.__subclasses__():
        yield model
        yield from all_models(model)


def test_every_key_has_a_description_and_every_description_a_key() -> None:
    described = {
        name
        for model in all_models(Model)
        for key in keys_of(model)
        for name in (f"{model.__name__}.{key}", key)
        if name in DESCRIPTIONS and description_of(model, key)
    }
    assert described == set(DESCRIPTIONS)


@pytest.mark.parametrize("text", ["x", " x\n  y ", "é\u200d§\u2028z"])
def test_a_text_keeps_its_words(text: str) -> None:
    assert TypeAdapter(Text).validate_python(text) == " ".join(text.split())
