"""From a file of 10,000 statements to labels, each time in a new process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rows import Faster, Row
from benchmarks.timing import Run, paired, process
from benchmarks.workload import case_text

STATEMENTS = 10_000
USUAL = "benchmarks.usual_stack"
OURS = "benchmarks.our_stack"


def rows(rounds: int) -> Iterator[Row]:
    """Yield the row; both sides have to come to the same labels."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_text(case_text(STATEMENTS), encoding="utf-8", newline="\n")
        ours, usual = _answer(OURS, path), _answer(USUAL, path)
        if ours != usual:
            raise AssertionError(f"the labels differ: {ours!r} and {usual!r}")
        pair = paired(_process(OURS, path), _process(USUAL, path), rounds)
        job = f"load, validate, build, label {STATEMENTS:,} statements (with positions)"
        yield Row(job, "CSafeLoader + pydantic + networkx + sweeps (none)", Faster(5), pair)


def _process(module: str, path: Path) -> Run:
    return process(sys.executable, "-m", module, path)


def _answer(module: str, path: Path) -> str:
    command = [sys.executable, "-m", module, str(path)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
