"""As a diff driver of git, in a repository of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.answers import say
from tests.test_cli_changes import NEW, OLD

ROOT = Path(__file__).parent.parent
DRIVER = f'"{sys.executable}" -m mapper diff --git'


def git(folder: Path, *arguments: str) -> str:
    """Return what git prints, with no settings but ours."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": str(ROOT)}
    names = [
        part for name in ("AUTHOR", "COMMITTER") for part in ((f"GIT_{name}_NAME", "Roe"), (f"GIT_{name}_EMAIL", "r@e"))
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **settings, **dict(names)}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with the old version of a case in a folder, for whose kind of file we are the driver."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.mapper.command", DRIVER)
    (tmp_path / ".gitattributes").write_text("*.yaml diff=mapper\n", encoding="utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/roe.yaml").write_text(OLD, encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "The complaint")
    return tmp_path


def test_a_changed_case_is_told_in_the_words_of_the_case(repository: Path) -> None:
    (repository / "cases/roe.yaml").write_text(NEW, encoding="utf-8")
    before, after = repository / "old.yaml", repository / "new.yaml"
    before.write_text(OLD, encoding="utf-8")
    after.write_text(NEW, encoding="utf-8")
    told = say("diff", before, after).out
    assert git(repository, "diff") == f"cases/roe.yaml\n{told}\n"
    assert git(repository / "cases", "diff", "roe.yaml") == f"cases/roe.yaml\n{told}\n"


def test_a_renamed_case_is_told_with_both_names(repository: Path) -> None:
    git(repository, "mv", "cases/roe.yaml", "cases/doe.yaml")
    assert git(repository, "diff", "HEAD", "-M") == (
        "cases/roe.yaml → cases/doe.yaml\nThe two versions say the same, and the same stands.\n\n"
    )


def test_a_new_case_is_shown_at_a_glance_and_one_that_went_by_its_title(repository: Path) -> None:
    git(repository, "rm", "-q", "cases/roe.yaml")
    assert git(repository, "diff", "--cached") == "cases/roe.yaml\nThe case file is gone: Roe v. Corp.\n\n"
    git(repository, "commit", "-q", "-m", "Settled")
    assert git(repository, "diff", "HEAD", "HEAD^").startswith("cases/roe.yaml\nA new case file.\n\nRoe v. Corp\n")


def test_what_is_included_is_found_from_the_repository(repository: Path) -> None:
    included = OLD.replace("allegations:\n  WET", "include: [more.yaml]\nallegations:\n  WET")
    (repository / "cases/more.yaml").write_text("allegations: {MORE: There is more.}\n", encoding="utf-8")
    (repository / "cases/roe.yaml").write_text(included, encoding="utf-8")
    told = git(repository, "diff")
    assert "+ MORE – There is more." in told


def test_a_file_that_is_no_case_is_shown_line_by_line(repository: Path) -> None:
    path = repository / "cases/roe.yaml"
    path.write_text(OLD.replace("case: {title", "caze: {title"), encoding="utf-8")
    assert git(repository, "diff") == snapshot("""\
cases/roe.yaml
Shown line by line: cases/roe.yaml:2: a case file has no key `caze`.
--- a/cases/roe.yaml
+++ b/cases/roe.yaml
@@ -1,5 +1,5 @@
 mapper: 1
-case: {title: Roe v. Corp, filed: 2020}
+caze: {title: Roe v. Corp, filed: 2020}
 parties: {roe: {name: Roe, role: plaintiff}, corp: {name: Corp, role: defendant}}
 sources: {complaint: {title: Complaint, kind: pleading}}
 allegations:

""")


def test_bytes_that_are_no_text_are_shown_as_far_as_they_can_be(repository: Path) -> None:
    (repository / "cases/roe.yaml").write_bytes(OLD.encode() + b"# \xff\n")
    told = git(repository, "diff")
    assert "Shown line by line" in told
    assert "+# \ufffd" in told


def test_a_file_with_conflicts_says_so() -> None:
    assert say("diff", "--git", "roe.yaml").out == "roe.yaml: has conflicts\n"
