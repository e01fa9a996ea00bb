"""Every finding is explained, every example makes its finding and no other, and the documentation is current."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from cogapp import Cog

from mapper.case.load import load_case
from mapper.check import check_case
from mapper.check.explained import base_case, base_report, explained
from mapper.diagnostics import MapperError
from mapper.rules import RULES
from mapper.theories import library
from tests.checking import whole

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "rules.md"
WITHOUT_EXAMPLE = {"unreadable-file", "not-utf-8", "empty-file", "too-large"}
"""What no text can show: it takes a file that is none."""


def rules_found(text: str, folder: Path) -> Sequence[str]:
    """Return the names of the findings about a case that stands in a folder with the base case's report."""
    case = folder / "case.yaml"
    case.write_text(text, encoding="utf-8")
    (folder / "report.txt").write_text(base_report(), encoding="utf-8")
    try:
        return [finding.rule.name for finding in check_case(load_case(case), library(), sources=folder)]
    except MapperError as error:
        return [finding.rule.name for finding in error.findings]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_meaning_and_a_remedy(name: str) -> None:
    text = explained(name)
    assert text.name == name
    assert text.meaning.endswith(".")
    assert text.remedy.endswith(".")
    assert bool(text.example) == (name not in WITHOUT_EXAMPLE)


def test_only_rules_are_explained() -> None:
    for name in ("case", "report", "no-such-rule"):
        with pytest.raises(KeyError):
            explained(name)


def test_there_is_nothing_to_find_in_the_case_that_the_examples_belong_to(tmp_path: Path) -> None:
    assert rules_found(base_case(), tmp_path) == []


@pytest.mark.parametrize("name", sorted(RULES.keys() - WITHOUT_EXAMPLE))
def test_every_example_makes_its_finding_and_no_other(name: str, tmp_path: Path) -> None:
    assert rules_found(whole(explained(name).example), tmp_path) == [name]


def test_the_page_of_rules_is_current() -> None:
    with redirect_stdout(io.StringIO()):
        assert Cog().main(["cog", "--check", str(PAGE)]) == 0
