"""The picture of the sample case, against a map of the same size in Argdown."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import peers
from benchmarks.rows import Faster, Row
from benchmarks.startup import MAPPER
from benchmarks.timing import Pair, paired, process
from benchmarks.workload import argdown_text
from mapper.examples import flagship


def rows(rounds: int) -> Iterator[Row]:
    """Yield the row: whole processes, from the file to the SVG, after a first run of each."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        nodes, links, letters = _size(work)
        job = f"mapper diagram, sample case, SVG ({nodes} cards, {links} links)"
        try:
            pair, note = _pair(work, argdown_text(nodes, links, letters), rounds), ""
        except peers.MissingPeerError as error:
            pair, note = None, str(error)
        yield Row(job, "argdown map, same size", Faster(1), pair, note)


def _size(work: Path) -> tuple[int, int, int]:
    """Return how many cards and links the sample case's diagram has, and the letters on one card on average."""
    path = work / "case.dot"
    subprocess.run([MAPPER, "diagram", flagship(), "-o", path], check=True, capture_output=True)
    dot = path.read_text(encoding="utf-8")
    links = len(re.findall(r"->", dot))
    cards = len(re.findall(r"^\s*\w+ \[label=<", dot, flags=re.MULTILINE))
    return cards, links, len(re.sub(r"<[^>]*>", "", dot)) // cards


def _pair(work: Path, argdown: str, rounds: int) -> Pair:
    (work / "case.argdown").write_text(argdown, encoding="utf-8", newline="\n")
    ours = process(MAPPER, "diagram", flagship(), "-o", work / "case.svg")
    theirs = process(peers.argdown(), "map", "case.argdown", "out", "--format", "svg", "--silent", cwd=work)
    return paired(ours, theirs, rounds)
