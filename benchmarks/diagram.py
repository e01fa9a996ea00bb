"""Pictures: of the sample case, against a map of the same size in Argdown; of large cases, against Graphviz's own layout."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import peers
from benchmarks.rows import AtMost, Faster, Row
from benchmarks.startup import MAPPER
from benchmarks.suits import suit_text
from benchmarks.timing import Pair, paired, process
from benchmarks.workload import argdown_text, case_text
from mapper.examples import flagship

LARGE = (
    ("1,000 statements in 10 claims", suit_text(1000, 10), AtMost(2)),
    ("3,000 statements in 30 claims", suit_text(3000, 30), Faster(1)),
    ("150 statements on one claim, most bearing on several", case_text(150), Faster(3)),
)
"""Large cases, and how our time is to compare with that of Graphviz's own layout."""
FEW = 2
"""How often at most what takes long is timed."""
LAID_OUT = """
import sys
from pygraphviz import graphviz
context = graphviz.gvContextWithBuiltins()
with open(sys.argv[1], "rb") as dot:
    graph = graphviz.agread(dot, None)
graphviz.gvLayout(context, graph, b"dot")
graphviz.gvRenderFilename(context, graph, b"svg:svg:core", sys.argv[2].encode())
"""
"""What a program does that lets Graphviz decide where everything goes."""


def rows(rounds: int) -> Iterator[Row]:
    """Yield the rows: whole processes, from the file to the SVG, after a first run of each."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        nodes, links, letters = _size(work)
        job = f"mapper diagram, sample case, SVG ({nodes} cards, {links} links)"
        try:
            pair, note = _pair(work, argdown_text(nodes, links, letters), rounds), ""
        except peers.MissingPeerError as error:
            pair, note = None, str(error)
        yield Row(job, "argdown map, same size", Faster(1), pair, note)
        for what, text, aim in LARGE:
            yield Row(f"mapper diagram, {what}, SVG", "dot of pygraphviz, same DOT", aim, _laid_out(work, text, rounds))


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


def _laid_out(work: Path, text: str, rounds: int) -> Pair:
    """Return the times of our command, from the case file on, and of ``dot``, from the DOT of our picture on."""
    case, dot = work / "large.yaml", work / "large.gv"
    case.write_text(text, encoding="utf-8", newline="\n")
    subprocess.run([MAPPER, "diagram", case, "-o", dot, "--force"], check=True, capture_output=True)
    ours = process(MAPPER, "diagram", case, "-o", work / "large.svg", "--force")
    theirs = process(sys.executable, "-c", LAID_OUT, dot, work / "theirs.svg")
    return paired(ours, theirs, min(rounds, FEW))
