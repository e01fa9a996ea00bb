"""Runs in the peers' own Python: solves one framework by one of them, prints the seconds and how many are accepted.

``python dung_solver.py LIBRARY FILE``; the file holds the number of arguments, then a pair on each line.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection
from pathlib import Path

Solver = Callable[[], Collection[object]]
Pairs = list[tuple[str, str]]


def formal(names: list[str], pairs: Pairs) -> Solver:
    """Return the job of formal-argumentation."""
    from argumentation.core.dung import ArgumentationFramework, grounded_extension

    framework = ArgumentationFramework(arguments=frozenset(names), defeats=frozenset(pairs))
    return lambda: grounded_extension(framework)


def pyarg(names: list[str], pairs: Pairs) -> Solver:
    """Return the job of python-argumentation."""
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension

    arguments = {name: Argument(name) for name in names}
    defeats = [Defeat(arguments[attacker], arguments[attacked]) for attacker, attacked in pairs]
    framework = AbstractArgumentationFramework("", list(arguments.values()), defeats)
    return lambda: get_grounded_extension(framework)


def main(library: str, path: str) -> None:
    """Solve and print."""
    first, *lines = Path(path).read_text(encoding="utf-8").splitlines()
    pairs = [(attacker, attacked) for attacker, attacked in map(str.split, lines)]
    job = {"formal-argumentation": formal, "python-argumentation": pyarg}[library](
        [*map(str, range(int(first)))], pairs
    )
    start = time.process_time()
    found = job()
    print(time.process_time() - start, len(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
