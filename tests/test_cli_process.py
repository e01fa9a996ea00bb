"""The manners of the process: pipes, interrupts, colour, encodings, completion, and what is imported."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mapper import __main__ as process
from mapper.cli import output
from mapper.examples import flagship
from tests.answers import CASE

ROOT = Path(__file__).parent.parent
CASE_FILE = str(flagship())
QUOTED = shlex.quote(CASE_FILE)
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}


def run(*arguments: str, text: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mapper", *arguments],
        input=text,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_module_runs_and_answers_in_utf_8_whatever_the_locale() -> None:
    done = run("show", "-", text=CASE, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert "✗ bare – The act: not made out" in done.stdout


def test_a_path_with_letters_that_no_encoding_has_is_shown_all_the_same() -> None:
    done = run("show", os.fsdecode(b"no-\xff.yaml"))
    assert done.returncode == 2
    assert "no-\\xff.yaml" in done.stderr or "no-\\udcff.yaml" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_closed_pipe_ends_the_work_silently() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "mapper", "show", CASE_FILE]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (process.PIPE_CLOSED, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems show files otherwise")
def test_a_picture_is_shown_when_it_is_done(tmp_path: Path) -> None:
    viewer, shown = tmp_path / "xdg-open", tmp_path / "shown"
    viewer.write_text(f'#!/bin/sh\necho "$1" > "{shown}"\n', encoding="utf-8")
    viewer.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    done = run("diagram", CASE_FILE, "-o", str(tmp_path / "map.dot"), "--open", PATH=path)
    offer = "more than 60 statements make a large sheet; `--view overview` shows the claims and counts the rest\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", offer)
    for _ in range(200):
        if shown.exists() and shown.read_text(encoding="utf-8"):
            break
        time.sleep(0.05)
    assert shown.read_text(encoding="utf-8") == f"{tmp_path / 'map.dot'}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_the_work_without_a_message() -> None:
    code = """
import sys, time
from mapper.__main__ import main

class Slow:
    def read(self):
        print("reading", flush=True)
        time.sleep(60)

sys.stdin = Slow()
sys.stdin.buffer = sys.stdin
main()
"""
    command = [sys.executable, "-c", code, "show", "-"]
    child = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout
    assert child.stdout.readline() == b"reading\n"
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=50)
    assert (child.returncode, out, err.strip()) == (process.INTERRUPTED, b"", b"")


def test_a_bug_shows_its_traceback() -> None:
    code = "import mapper.api; mapper.api.load = None; import mapper.__main__ as m; m.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "show", "x"], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" in done.stderr


HEAVY = ("pydantic", "yaml", "networkx", "rich", "graphviz", "pygraphviz")


def test_pydantic_looks_for_no_plugins_and_the_metadata_of_packages_stay_within_reach() -> None:
    code = (
        "import sys; from mapper.__main__ import _run; _run(); "
        "assert 'email' not in sys.modules; "
        "import importlib.metadata; from importlib.metadata import entry_points; "
        "assert entry_points(group='console_scripts'); assert importlib.metadata.version('click'); "
        "assert sys.modules['importlib.metadata'] is importlib.metadata and importlib.metadata.__spec__"
    )
    command = [sys.executable, "-c", code, "show", CASE_FILE]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a run imports, as far as they are called heavy here."""
    code = (
        "import sys; from mapper.__main__ import _run; status = _run(); "
        f"print(*[n for n in {HEAVY} if n in sys.modules], file=sys.stderr); sys.exit(status)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("why", "-h"), ("chains", "-h")], ids=" ".join)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert imported_by(*arguments) == set()


@pytest.mark.parametrize("command", ["show", "evaluate", "why", "chains", "scenarios"])
def test_a_question_imports_neither_networkx_nor_rich_nor_graphviz(command: str) -> None:
    more = ["negligence"] if command in ("why", "chains") else []
    assert imported_by(command, CASE_FILE, *more) == {"pydantic", "yaml"}


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, mapper; print(*[n for n in {(*HEAVY, 'click')} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def completed(line: str) -> list[str]:
    """Return what bash offers for the last word of a line."""
    place = str(len(shlex.split(line)) - (not line.endswith(" ")))
    done = run(_MAPPER_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=place)
    assert done.stderr == ""
    return [entry.partition(",")[2] for entry in done.stdout.splitlines()]


def test_commands_options_ids_scenarios_and_theories_are_completed(tmp_path: Path) -> None:
    assert completed("mapper ev") == ["evaluate"]
    assert completed("mapper evaluate --all") == ["--all-stages"]
    assert completed(f"mapper why {QUOTED} negligence.") == [
        "negligence.duty",
        "negligence.breach",
        "negligence.causation",
        "negligence.harm",
        "negligence.made-out",
    ]
    assert completed(f"mapper chains {QUOTED} section-230@neg") == [
        "section-230@negligence.publisher",
        "section-230@negligence",
    ]
    assert completed(f"mapper evaluate {QUOTED} --scenario dem") == ["demurrer-2019"]
    assert completed(f"mapper evaluate {QUOTED} --accept duty") == ["duty-reading"]
    assert completed("mapper theories us/section-230-c1") == ["us/section-230-c1"]
    assert completed("mapper init --defense us/section-230") == ["us/section-230-c1", "us/section-230-c2"]
    assert completed("mapper rules missing-f") == ["missing-file"]
    assert completed("mapper why missing.yaml neg") == [""]


class Terminal:
    """A stream that is, or is not, a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        """Return which of the two it is."""
        return self.terminal

    def fileno(self) -> int:
        """Raise what a stream without a file raises."""
        raise OSError


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    terminal: bool, environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = Terminal(terminal=terminal)
    assert output.in_colour(stream) is coloured  # type: ignore[arg-type]  # only this is asked of it


@pytest.mark.parametrize(("columns", "width"), [("", 80), ("60", 60), ("20", 40), ("300", 100), ("wide", 80)])
def test_lines_are_as_wide_as_the_terminal_within_limits(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert output.width() == width


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made otherwise there")
def test_talk_is_folded_on_a_terminal_and_paths_stay_whole() -> None:
    import pty

    path = "a folder with a long name and blanks/which is not there at all/case.yaml"
    command = [sys.executable, "-m", "mapper", "whatif", path, "--format"]
    ours, theirs = pty.openpty()
    for more in ("jsonlines", "json"):
        arguments = [*command, more, *(["--drop", "X"] if more == "json" else [])]
        subprocess.run(arguments, stderr=theirs, env={**ENVIRONMENT, "COLUMNS": "50", "NO_COLOR": "1"}, check=False)
    os.close(theirs)
    said = os.read(ours, 100_000).decode().replace("\r", "")
    os.close(ours)
    assert said.splitlines()[-7:] == [
        "Error: Invalid value for '--format': 'jsonlines'",
        "is not one of 'text', 'json'.",
        "error[missing-file]: there is no file",
        f"  `{path}`",
        "help: there is no folder",
        f"  `{Path(path).parent}`",
        "  either",
    ]
    piped = run(*command[3:], "json", "--drop", "X", COLUMNS="50")
    assert piped.stderr == (
        f"error[missing-file]: there is no file `{path}`\nhelp: there is no folder `{Path(path).parent}` either\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made otherwise there")
@pytest.mark.parametrize(("form", "name"), [("svg", "an svg"), ("pdf", "a pdf"), ("html", "an html")])
def test_a_terminal_is_not_flooded_with_what_nobody_reads(form: str, name: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mapper", "diagram", "-", "--format", form]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    os.close(ours)
    assert ended.returncode == 2
    assert ended.stderr.decode().endswith(f"Error: {name} on the terminal helps nobody; add -o map.{form}\n")


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("20", 40), ("300", 100), ("wide", 80)])
def test_talk_is_as_wide_as_its_own_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert output.columns_of(Terminal(terminal=True)) == width  # type: ignore[arg-type]  # only this is asked of it
    assert output.columns_of(Terminal(terminal=False)) is None  # type: ignore[arg-type]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_and_no_traceback_shown() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "mapper", "rules"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr == "Error: standard output cannot be written: no space left on device\n"
