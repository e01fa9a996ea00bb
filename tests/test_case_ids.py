"""Ids: what they are made of, and that each stands for one thing."""

from __future__ import annotations

import pytest

from mapper.case.ids import check_ids, check_theory_ids
from mapper.case.source import read
from tests.findings import lines


def said(text: str) -> list[str]:
    """Return what there is to say about the ids of a case, without remedies."""
    return [line for line in lines(check_ids((read("case.yaml", text),))) if "give " not in line]


@pytest.mark.parametrize("name", ["A", "a-1", "_", "007", "K2_b", "section-230", "no", "<<x"[2:]])
def test_ids_are_letters_digits_and_two_signs(name: str) -> None:
    assert said(f"allegations: {{{name}: x}}") == []


@pytest.mark.parametrize("name", ["a.b", "a b", "a:b", "a@b", "a+b", "a/b", "-a", "*", "<<", "ä", "", "a\\n"])
def test_nothing_else_is_an_id(name: str) -> None:
    found = said(f'claims: {{"{name}": x}}')
    assert found[0].split("] ")[0].endswith("error[bad-id")


@pytest.mark.parametrize("name", ["made-out", "scope", "conditions", "authority", "elements"])
def test_the_words_of_addresses_are_taken_where_addresses_have_ids(name: str) -> None:
    for section in ("evidence", "issues", "parties", "carve-outs"):
        assert len(said(f"{section}: {{{name}: x}}")) == 1
    for section in ("sources", "scenarios", "theories"):
        assert said(f"{section}: {{{name}: x}}") == []


def test_what_can_be_addressed_shares_its_ids_and_the_rest_does_not() -> None:
    text = """
parties: {A: x}
sources: {A: x}
theories: {A: x}
scenarios: {A: x}
allegations: {A: x}
issues: {A: x}
rebuttals: {A: x}
"""
    assert said(text) == [
        "7:10-11 error[repeated-id] `A` is both an allegation and an issue",
        "  first given here 6:15-16",
        "8:13-14 error[repeated-id] `A` is both an allegation and a rebuttal",
        "  first given here 6:15-16",
    ]


def test_names_of_theories_have_parts_and_their_elements_ids() -> None:
    text = """
theories:
  us-ca/negligence/gross: {elements: {duty: x, a.b: x}}
  us/: {elements: {scope: x}}
  /us: x
"""
    expected = [
        "4:3-6 error[bad-id] `us/` is no id",
        "5:3-6 error[bad-id] `/us` is no id",
        "3:48-51 error[bad-id] `a.b` is no id",
        "4:20-25 error[reserved-id] `scope` is a word of addresses and no id",
    ]
    assert [line for line in said(text) if line[0] != " "] == expected
    alone = read("theories.yaml", text.replace("theories:", ""))
    assert [line for line in lines(check_theory_ids(alone)) if line[0] != " " and "give" not in line] == expected


def test_what_has_another_shape_has_no_ids() -> None:
    assert said("- a") == said("allegations: [a]") == said("theories: {a: [b]}") == []
