"""Each finding has a folder with a case that makes it, what is said about that case, and a case that is sound."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

import pytest

from mapper.case.load import load_case
from mapper.check import check_case
from mapper.diagnostics import Diagnostic, MapperError
from mapper.render.findings import as_text
from mapper.rules import RULES
from mapper.theories import library

FOLDERS = sorted(path for path in (Path(__file__).parent / "rules").iterdir() if path.is_dir())
NAMES = [folder.name for folder in FOLDERS]


def findings_of(path: Path) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """Return every finding about a case, and the texts that they stand in."""
    folder = path.parent / "sources"
    try:
        case = load_case(path)
        return check_case(case, library(), sources=folder if folder.is_dir() else None), case.texts
    except MapperError as error:
        return error.findings, error.texts


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_bad_case_makes_the_finding_and_says_so(folder: Path) -> None:
    with chdir(folder):
        findings, texts = findings_of(Path("bad.yaml"))
    assert as_text(findings, texts) == (folder / "bad.out").read_text(encoding="utf-8")
    assert {finding.rule.name for finding in findings} == {folder.name}


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_good_case_has_no_finding(folder: Path) -> None:
    with chdir(folder):
        assert findings_of(Path("good.yaml"))[0] == ()


def test_every_folder_is_that_of_a_rule() -> None:
    assert set(NAMES) <= RULES.keys()
