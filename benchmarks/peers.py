"""The tools we compare with, installed under ``build/peers`` by their own package managers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path("build/peers")
ARGUEBUF = "arguebuf[cli]==2.7.2"
DUNG = ("formal-argumentation==0.3.0", "python-argumentation==2.0.2")
ARGDOWN = "@argdown/cli@1.7.5"  # 2.0.0 asks for a package that was not published


class MissingPeerError(Exception):
    """A peer that cannot be had here; the message says why."""


def arguebuf() -> Path:
    """Return the command of arguebuf, installed if need be.

    Raises:
        MissingPeerError: if it cannot be installed.
    """
    command = FOLDER / "python/bin/arguebuf"
    if not command.exists():
        _install("arguebuf", [sys.executable, "-m", "venv", str(FOLDER / "python")])
        _install("arguebuf", [str(FOLDER / "python/bin/pip"), "install", "--quiet", ARGUEBUF])
    return command.absolute()


def argdown() -> Path:
    """Return the command of Argdown, installed if need be.

    Raises:
        MissingPeerError: if it cannot be installed.
    """
    command = FOLDER / "node/node_modules/.bin/argdown"
    if not command.exists():
        npm = shutil.which("npm")
        if not npm:
            raise MissingPeerError("there is no npm to install it with")
        (FOLDER / "node").mkdir(parents=True, exist_ok=True)
        _install("argdown", [npm, "install", "--silent", "--prefix", str(FOLDER / "node"), ARGDOWN])
    return command.absolute()


def dung() -> Path:
    """Return a Python that knows the libraries for abstract argumentation, installed if need be.

    Raises:
        MissingPeerError: if they cannot be installed.
    """
    python = FOLDER / "dung/bin/python"
    if not (FOLDER / "dung/lib").exists() or not list((FOLDER / "dung").glob("lib/*/site-packages/py_arg")):
        _install("the solvers", [sys.executable, "-m", "venv", str(FOLDER / "dung")])
        _install("the solvers", [str(FOLDER / "dung/bin/pip"), "install", "--quiet", *DUNG])
    return python.absolute()


def _install(name: str, command: list[str]) -> None:
    print(f"installing {name}: {' '.join(command)}", file=sys.stderr)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise MissingPeerError(
            f"it cannot be installed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"
        )
