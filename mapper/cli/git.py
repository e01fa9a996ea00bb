"""What `mapper diff --git` prints for git: whatever is wrong with a version, something is shown.

Git gives the path, then file, hash and mode of the old version and of the new one; after a renaming the new path as
well; of a file with conflicts the path alone. See gitattributes(5), "Defining an external diff driver".
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from mapper.api import Case, load
from mapper.case.files import decode
from mapper.cli.output import put, width
from mapper.diagnostics import MapperError
from mapper.render.terminal import ink
from mapper.render.text.difference import difference
from mapper.render.text.versions import by_line, came, went

NOTHING = "/dev/null"
"""What git names as the file of a version that does not have it."""


class Side(NamedTuple):
    """One version of a file: its path in the repository, by which it finds what it includes, and what it holds."""

    path: str
    data: bytes | None

    @classmethod
    def read(cls, path: str, file: str) -> Side:
        """Return the version that git put into a file."""
        return cls(path, None if file == NOTHING else Path(file).read_bytes())

    def case(self, theories: str | None) -> Case | None:
        """Return the case that it holds, if there is this version.

        Raises:
            MapperError: if it cannot be read as a case.
        """
        return None if self.data is None else load(self.path, text=decode(self.path, self.data), theories=theories)

    @property
    def lines(self) -> list[str]:
        """Return its lines, for readers."""
        return (self.data or b"").decode(errors="replace").splitlines()


def put_for_git(arguments: tuple[str, ...], theories: str | None) -> None:
    """Print what changed in one file.

    Raises:
        UsageError: if these are not the arguments that git gives.
    """
    match arguments:
        case (path,):
            put(f"{ink(path, 'bold')}: has conflicts")
        case (path, old, _, _, new, _, _, *renamed):
            name = renamed[0] if renamed else path
            put(ink(path if name == path else f"{path} → {name}", "bold"))
            put(f"{_told(Side.read(path, old), Side.read(name, new), theories)}\n")
        case _:
            raise click.UsageError("--git is for git, which gives seven arguments")


def _told(old: Side, new: Side, theories: str | None) -> str:
    """Return what changed between two versions: in the terms of the case, or line by line if one of them is none."""
    try:
        before, after = old.case(theories), new.case(theories)
    except MapperError as mistake:
        return by_line(old.path, new.path, old.lines, new.lines, mistake.findings[0])
    if before and after:
        return difference(before.compare(after), width())
    return came(after.graph().evaluate(), width()) if after else went(before.model.case.title if before else "")
