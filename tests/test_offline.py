"""No command opens a network connection."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from mapper.cli import main
from mapper.examples import flagship

CASE = str(flagship())
ROOT = Path(__file__).parent.parent
WATCH = ROOT / "tests/no_network"

RUNS: dict[str, list[str]] = {
    "chains": [CASE, "amended-negligence"],
    "chart": [CASE, "-o", "chart.docx"],
    "check": [CASE],
    "completion": ["bash"],
    "diagram": [CASE, "-o", "map.svg"],
    "diff": [CASE, CASE],
    "evaluate": [CASE, "--all-stages"],
    "gaps": [CASE],
    "init": ["--example", "-o", "case.yaml"],
    "rules": [],
    "scenarios": [CASE],
    "schema": [],
    "settled": [CASE, "negligence"],
    "show": [CASE],
    "support": [CASE, "negligence", "--scenario", "as-filed-duty"],
    "theories": [],
    "timeline": [CASE],
    "whatif": [CASE, "--reject", "HARM"],
    "why": [CASE, "amended-negligence", "--scenario", "demurrer-2019"],
}
"""How each command is run; one that is missing here fails the first test."""
LISTENS = "serve"
"""The one command that opens a port, for this machine alone; whom it answers is tried in test_live_app.py."""


def run(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Return the exit status of a watched Python process, and what the watch wrote down."""
    log = folder / "network.log"
    environment = {**os.environ, "PYTHONPATH": f"{WATCH}{os.pathsep}{ROOT}", "NO_NETWORK_LOG": str(log)}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode, log.read_text(encoding="utf-8").splitlines()


def test_every_command_is_run() -> None:
    assert isinstance(main, click.Group)
    assert sorted(main.list_commands(click.Context(main))) == sorted({*RUNS, LISTENS})


@pytest.mark.parametrize("command", RUNS)
def test_a_command_opens_no_connection(command: str, tmp_path: Path) -> None:
    status, log = run(tmp_path, "-m", "mapper", command, *RUNS[command])
    assert (status, set(log)) == (0, {"started"})


def test_the_layout_process_is_watched_too(tmp_path: Path) -> None:
    _, log = run(tmp_path, "-m", "mapper", "diagram", CASE, "-o", "map.svg")
    assert log == ["started", "started"]


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.getfqdn()'])",
    ],
)
def test_the_watch_sees_a_connection(deed: str, tmp_path: Path) -> None:
    _, log = run(tmp_path, "-c", deed)
    assert [line for line in log if line.startswith("network ")]
