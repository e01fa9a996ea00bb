"""Every help text says what the table says, ends with examples, and every example runs."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest

from mapper.cli import SECTIONS, main
from mapper.cli.group import Entry, Question
from mapper.examples import flagship
from tests.answers import say

ENTRIES = [entry for entries in SECTIONS.values() for entry in entries]
COMMANDS = {entry.name: entry.load() for entry in ENTRIES}
EVERY = [example for command in COMMANDS.values() if isinstance(command, Question) for example in command.examples]
ENDLESS = [example for example in EVERY if example.startswith("mapper serve") or "--watch" in example]
"""What goes on until somebody stops it."""
EXAMPLES = [example for example in EVERY if example not in ENDLESS]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_table_and_the_command_say_the_same(entry: Entry) -> None:
    command = COMMANDS[entry.name]
    assert command.name == entry.name
    assert command.help
    assert command.help.startswith(entry.help)


def test_every_command_is_known_by_its_name_and_no_other() -> None:
    context = click.Context(main)
    assert main.list_commands(context) == list(COMMANDS)
    assert main.get_command(context, "nothing") is None


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_help_names_every_command(flag: str) -> None:
    said = say(flag)
    assert said.status == 0
    assert [name for name in COMMANDS if f"\n  {name}" not in said.out] == []
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_ends_with_examples_within_80_columns(name: str) -> None:
    lines = say(name, "-h").out.splitlines()
    examples = lines[lines.index("Examples:") + 1 :]
    assert examples
    assert all(line.startswith(f"  mapper {name}") for line in examples)
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if not example.startswith("mapper init"):
        Path("case.yaml").write_bytes(flagship().read_bytes())
    Path("sources").mkdir()
    words, _, target = example.partition(" > ")
    said = say(*shlex.split(words)[1:])
    assert said.status == 0 or (said.status == 1 and words.startswith("mapper check")), said.err
    if "-o" in shlex.split(words):
        assert Path(shlex.split(words)[shlex.split(words).index("-o") + 1]).stat().st_size
    else:
        assert said.out or target or said.err.startswith("no findings")


@pytest.mark.parametrize("example", ENDLESS)
def test_every_example_that_does_not_end_is_understood(example: str) -> None:
    _, name, *arguments = shlex.split(example)
    with COMMANDS[name].make_context(name, arguments) as understood:
        assert understood.params["case"] == "case.yaml"
