"""Checks a folder of Carneades 4 files against the labels that they say they should get.

``python -m tests.conformance FOLDER`` prints each disagreement and ends with status 1 if there is any, with 2 if a
file cannot be read. ``make conformance SOURCES=FOLDER`` is the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from mapper.case.files import read_text
from mapper.diagnostics import MapperError
from mapper.formats.carneades import CarneadesGraph, read


def disagreements(found: CarneadesGraph) -> Iterator[str]:
    """Yield in words each label that is not the one that the file says."""
    labels = found.labels()
    for statement, label in found.expected.items():
        if labels[statement] is not label:
            yield f"`{statement}` is {labels[statement]} and should be {label}"


def conformance(folder: Path) -> tuple[int, list[str]]:
    """Return the exit status and the lines to print for a folder of originals."""
    paths = sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yml", ".yaml"))
    if not paths:
        return 2, [f"{folder}: no file of Carneades here"]
    lines, checked, status = [], 0, 0
    for path in paths:
        try:
            found = read(path.name, read_text(path))
        except MapperError as error:
            status, messages = 2, [finding.message for finding in error.findings]
        else:
            checked += len(found.expected)
            messages = list(disagreements(found))
            status = max(status, bool(messages))
        lines += [f"{path.name}: {message}" for message in messages]
    return status, [*lines, f"{len(paths)} files, {checked} labels, {len(lines)} disagreements"]


def main(arguments: Sequence[str]) -> int:
    """Check the folder that is named, and return the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.conformance FOLDER\n")
        return 2
    status, lines = conformance(Path(arguments[0]))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
