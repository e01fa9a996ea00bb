"""What follows from clauses in many runs at once: one bit of a big integer for each of them.

Clauses hold bit by bit, so one pass over them tells for every run which literals are true. Along circles
the pass is repeated for what has changed, from nothing upwards: the least fixpoint in each bit.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from mapper.analysis.bearing.clauses import Clause, Clauses

Run = Sequence[tuple[int, int]]
"""What is assumed otherwise in one run: statements by number, each with its mode."""


def in_runs(clauses: Clauses, before: Sequence[int], runs: Sequence[Run]) -> dict[int, int]:
    """Return for each literal in which runs it follows, as the bits of an integer.

    Args:
        clauses: what follows from what.
        before: the mode of each statement where a run does not change it.
        runs: the runs, each for the bit of its number.
    """
    return planes(clauses, _inputs(clauses, before, runs), len(runs))


def _inputs(clauses: Clauses, before: Sequence[int], runs: Sequence[Run]) -> dict[int, int]:
    """Return for each input in which runs it is true."""
    every = (1 << len(runs)) - 1
    changes: dict[int, list[tuple[int, int]]] = {}
    for number, run in enumerate(runs):
        for statement, mode in run:
            changes.setdefault(statement, []).append((number, mode))
    found = {}
    for literal, (statement, modes) in clauses.inputs.items():
        true, flipped = before[statement] & modes, 0
        for number, mode in changes.get(statement, ()):
            if not mode & modes if true else mode & modes:
                flipped |= 1 << number
        found[literal] = every ^ flipped if true else flipped
    return found


def places(bits: int) -> list[int]:
    """Return the places of the bits that are set."""
    return [place for place, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]


def planes(clauses: Clauses, inputs: Mapping[int, int], count: int) -> dict[int, int]:
    """Return for each literal in which of so many runs it follows, as the bits of an integer.

    Args:
        clauses: what follows from what.
        inputs: for each input of the clauses, in which runs it is true.
        count: the number of runs.
    """
    values, every, heads = dict(inputs), (1 << count) - 1, clauses.heads
    if clauses.circular:
        values.update(dict.fromkeys(clauses.order, 0))
    for literal in clauses.order:
        values[literal] = _value(heads[literal], values, every)
    if clauses.circular:
        _repeat(clauses, values, every)
    return values


def _value(ways: Iterable[Clause], values: Mapping[int, int], every: int) -> int:
    """Return in which runs one of the clauses has what it needs."""
    found = 0
    for need, body in ways:
        if need == len(body):
            true = every
            for literal in body:
                true &= values[literal]
            found |= true
        elif need == 1:
            for literal in body:
                found |= values[literal]
        else:
            found |= _at_least(need, [values[literal] for literal in body], every)
    return found


def _at_least(need: int, values: Iterable[int], every: int) -> int:
    """Return the bits that are set in at least so many of the values."""
    over, equal = 0, every
    columns = added(values)
    columns += [0] * (need.bit_length() - len(columns))
    for place in reversed(range(len(columns))):
        if need >> place & 1:
            equal &= columns[place]
        else:
            over |= equal & columns[place]
            equal &= ~columns[place]
    return over | equal


def added(values: Iterable[int]) -> list[int]:
    """Return in how many of the values each bit is set, as binary numbers across integers, the lowest digit first."""
    columns: list[int] = []
    for value in values:
        carry = value
        for place, column in enumerate(columns):
            columns[place], carry = column ^ carry, column & carry
        if carry:
            columns.append(carry)
    return columns


def _repeat(clauses: Clauses, values: dict[int, int], every: int) -> None:
    """Go on along the circles until nothing more follows."""
    order, heads = clauses.order, clauses.heads
    place = {literal: number for number, literal in enumerate(order)}
    users: dict[int, list[int]] = {}
    for literal in order:
        for _, body in heads[literal]:
            for other in body:
                users.setdefault(other, []).append(place[literal])
    queue = sorted({user for literal in order for user in users.get(literal, ()) if user <= place[literal]})
    waiting = set(queue)
    while queue:
        number = heapq.heappop(queue)
        waiting.discard(number)
        value = _value(heads[order[number]], values, every)
        if value != values[order[number]]:
            values[order[number]] = value
            for user in users.get(order[number], ()):
                if user not in waiting:
                    waiting.add(user)
                    heapq.heappush(queue, user)
