"""Compares with other tools in one run and prints the ratios: ``python -m benchmarks [FAMILY ...]``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from benchmarks import diagram, loading, scale, solving, startup
from benchmarks.machine import description
from benchmarks.rows import table

FAMILIES = {
    "startup": startup.rows,
    "diagram": diagram.rows,
    "loading": loading.rows,
    "scale": scale.rows,
    "solving": solving.rows,
}


def main() -> int:
    """Print the table of the families that were asked for; return 1 if an aim was missed."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("family", nargs="*", default=list(FAMILIES), help=f"of {', '.join(FAMILIES)}; all by default")
    parser.add_argument("--rounds", type=int, default=5, help="how many paired runs (default: 5)")
    asked = parser.parse_args()
    if unknown := sorted(set(asked.family) - set(FAMILIES)):
        parser.error(f"no family is called {unknown[0]}; there are {', '.join(FAMILIES)}")
    rows = [row for name in asked.family for row in FAMILIES[name](asked.rounds)]
    print(f"Medians of {asked.rounds} paired runs (starting up: {asked.rounds * 3}) on {description()}.\n")
    print(table(rows))
    return int(any(row.pair and not row.aim.met(row.pair) for row in rows))


if __name__ == "__main__":
    sys.exit(main())
