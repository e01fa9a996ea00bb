"""Starting up, and one question about the sample case."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.rows import AtMost, Faster, Row
from benchmarks.timing import paired, process
from mapper.examples import flagship

MAPPER = Path(sys.executable).with_name("mapper")
BARE = process(sys.executable, "-c", "pass")
HELP = process(MAPPER, "--help")


def rows(rounds: int) -> Iterator[Row]:
    """Yield the rows; starting is short, so it is repeated more often."""
    rounds *= 3
    query = process(MAPPER, "why", flagship(), "amended-negligence", "--scenario", "demurrer-2019")
    yield Row("mapper --help", "python -c pass", AtMost(6), paired(HELP, BARE, rounds))
    yield _helps("argdown --help", peers.argdown, rounds)
    yield _helps("arguebuf --help", peers.arguebuf, rounds)
    yield Row("mapper why, sample case", "python -c pass", AtMost(20, seconds=0.25), paired(query, BARE, rounds))


def _helps(name: str, command: Callable[[], Path], rounds: int) -> Row:
    try:
        pair = paired(HELP, process(command(), "--help"), rounds)
    except peers.MissingPeerError as error:
        return Row("mapper --help", name, Faster(4), None, str(error))
    return Row("mapper --help", name, Faster(4), pair)
