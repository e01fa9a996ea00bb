"""How things are timed: whole runs, in pairs, so that whatever else the machine does falls on both."""

from __future__ import annotations

import gc
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Run = Callable[[], float]
"""Does the job once and returns how many seconds it took."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two jobs timed in turn: the median seconds of each, and the median of first by second."""

    first: float
    second: float
    ratio: float


def process(*arguments: str | Path, cwd: Path | None = None) -> Run:
    """Return a run of a whole process, from its start to its end."""

    def run() -> float:
        start = time.perf_counter()
        done = subprocess.run(arguments, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
        seconds = time.perf_counter() - start
        if done.returncode:
            raise RuntimeError(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stderr}")
        return seconds

    return run


def paired(first: Run, second: Run, rounds: int) -> Pair:
    """Return the medians over some rounds, each of one run of both, after a round that is not counted."""
    times = [(first(), second()) for _ in range(rounds + 1)][1:]
    return Pair(median(a for a, _ in times), median(b for _, b in times), median(a / b for a, b in times))


def working(job: Callable[[], object]) -> Run:
    """Return a run of a job in this process, in seconds of the processor, with nothing collected meanwhile."""

    def run() -> float:
        gc.collect()
        gc.disable()
        start = time.process_time()
        job()
        seconds = time.process_time() - start
        gc.enable()
        return seconds

    return run


def once(first: Run, second: Run) -> Pair:
    """Return one run of each, for jobs that take too long to be repeated."""
    a, b = first(), second()
    return Pair(a, b, a / b)
