"""What the documentation says is true: its examples run, its links lead somewhere, and nothing is left out of it."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import click
import pytest
import yaml
from cogapp import Cog

from mapper.case import model, theory
from mapper.case.load import load_case
from mapper.case.theory import Model
from mapper.cli import main
from mapper.rules import RULES
from mapper.vocabulary import (
    Assumption,
    Confidence,
    Kind,
    Label,
    Nature,
    Response,
    Role,
    SourceKind,
    Stage,
    Standard,
    Status,
    Weighing,
)
from tests.answers import say
from tests.pages import FENCE, LANGUAGES, PAGES, PICTURES, ROOT, pictures, renewed

OTHERS = [*ROOT.glob("*.md"), *(ROOT / "graphs").rglob("*.md"), *(ROOT / "mapper").rglob("*.md")]
EVERY_PAGE = sorted({*PAGES, *OTHERS})
FILES = sorted(path for path in (ROOT / "graphs").rglob("*") if path.suffix in (".yaml", ".json"))
CASES = [path for path in FILES if re.search(r"^mapper:", path.read_text(encoding="utf-8"), re.M)]
WORDS = (Assumption, Confidence, Kind, Label, Nature, Response, Role, SourceKind, Stage, Standard, Status, Weighing)
RENEW = "`make docs` writes it anew; look at what that changes"


def name(path: Path) -> str:
    """Return the name of a file as the repository has it."""
    return path.relative_to(ROOT).as_posix()


def text_of(page: str) -> str:
    """Return the text of a page of documentation."""
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


# Examples


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_shows_what_its_examples_really_give(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    text = page.read_text(encoding="utf-8")
    assert renewed(text, tmp_path) == text, RENEW
    for picture in pictures(text):
        assert (tmp_path / picture).read_bytes() == (PICTURES / picture).read_bytes(), RENEW


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_block_of_a_page_says_what_it_is(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    blocks = list(FENCE.finditer(text))
    assert len(re.findall(r"^ *```", text, re.M)) == 2 * len(blocks)
    assert {block["language"] for block in blocks} <= LANGUAGES


def test_every_picture_is_shown() -> None:
    shown = {picture for page in PAGES for picture in pictures(page.read_text(encoding="utf-8"))}
    assert shown == {path.name for path in PICTURES.iterdir()}


def test_what_a_reader_is_to_type_elsewhere_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    known = {f"pip install {project['name']}", *(f"make {target}" for target in targets)}
    typed = [line for page in PAGES for block in blocks_in(page, "sh") for line in block.splitlines()]
    assert typed
    assert set(typed) <= known


def blocks_in(page: Path, language: str) -> list[str]:
    """Return the blocks of a page in a language."""
    found = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [block["body"] for block in found if block["language"] == language]


def test_the_workflows_that_a_page_shows_can_be_read() -> None:
    workflows = blocks_in(ROOT / "docs/how-to/use-in-ci.md", "yaml")
    assert [type(yaml.safe_load(workflow)) for workflow in workflows] == [dict] * len(workflows)


# Links


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, anchor in links(page.read_text(encoding="utf-8")):
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{target} is not there"
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), f"{target} has no heading #{anchor}"


def links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the relative links of a page: the file, and the heading in it."""
    prose = FENCE.sub("", text)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield file, anchor


def anchors(text: str) -> set[str]:
    """Return the names by which the headings of a page can be linked, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_index_leads_to_every_page() -> None:
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / target).resolve() for target, _ in links(index.read_text(encoding="utf-8"))}
    assert {page for page in (ROOT / "docs").rglob("*.md") if page != index} <= listed


# What is generated


@pytest.mark.parametrize("page", [page for page in PAGES if "[[[cog" in page.read_text(encoding="utf-8")], ids=name)
def test_the_generated_parts_of_a_page_are_current(page: Path) -> None:
    with redirect_stdout(io.StringIO()):
        assert Cog().main(["cog", "--check", str(page)]) == 0, RENEW


# What must not be left out


def test_every_command_is_documented() -> None:
    assert isinstance(main, click.Group)
    commands = main.list_commands(click.Context(main))
    used = set(re.findall(r"(?:`|\$ )mapper ([a-z]+)", "".join(page.read_text(encoding="utf-8") for page in PAGES)))
    assert [command for command in commands if f"\n## {command}\n" not in text_of("reference/cli.md")] == []
    assert used == set(commands)


def test_every_rule_is_documented() -> None:
    assert anchors(text_of("reference/rules.md")) >= set(RULES)


def test_every_entry_of_the_case_file_has_its_table_of_keys() -> None:
    shown = set(re.findall(r"keys\((?:model|theory)\.(\w+)", text_of("reference/file-format.md")))
    entries = {entry.__name__ for module in (model, theory) for entry in vars(module).values() if is_entry(entry)}
    assert shown == entries - {"Sections"}


def is_entry(value: object) -> bool:
    """Return whether a value is the model of an entry that a person writes."""
    return isinstance(value, type) and issubclass(value, Model) and value is not Model and value.__name__[0] != "_"


def test_the_glossary_has_every_word_of_the_vocabulary() -> None:
    text = text_of("glossary.md")
    words = {word.value for kind in WORDS for word in kind}
    assert sorted(word for word in words if f"`{word}`" not in text) == []


@pytest.mark.parametrize("case", CASES, ids=name)
def test_every_case_is_mentioned_and_sound(case: Path) -> None:
    index = ROOT / "graphs" / "README.md"
    assert case.relative_to(index.parent).as_posix() in index.read_text(encoding="utf-8")
    said = say("check", case, "--fail-on", "note")
    assert (said.status, said.out) == (0, "")


def test_every_file_of_the_cases_is_part_of_one() -> None:
    assert {Path(path) for case in CASES for path in load_case(case).texts} == set(FILES)


COMMANDS_ON_CASES = [
    line.split()[1:]
    for block in re.findall(r"^```\w*\n(.*?)^```$", (ROOT / "graphs/README.md").read_text("utf-8"), re.M | re.S)
    for line in block.replace("$ ", "").splitlines()
    if line.startswith("mapper ")
]


@pytest.mark.parametrize("arguments", COMMANDS_ON_CASES, ids=" ".join)
def test_what_is_said_to_be_asked_of_the_cases_can_be_asked(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert say(*arguments).status == 0
