"""The labelling as machine code, for networks so large that this is felt: the extra ``fast`` installs what it needs.

The same steps in the same order as in ``grounded``, for networks without issues and without arguments of several
gates. Import this module only through ``compiled``.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numba
import numpy as np
from numpy.typing import NDArray

from mapper.evaluate.standards import limits
from mapper.vocabulary import Assumption, Standard

if TYPE_CHECKING:
    from mapper.evaluate.network import Network

Numbers = NDArray[np.int32]
F = TypeVar("F", bound=Callable[..., object])

UNDECIDED, IN, OUT, LEFT_OPEN = 0, 1, 2, 3
MODES = {Assumption.ACCEPTED: IN, Assumption.REJECTED: OUT, Assumption.OPEN: LEFT_OPEN}


def compiled(function: F) -> F:
    """Return a function as machine code; made when it is first called, and kept beside this file for the next time."""
    made: F = numba.njit(function, cache=True)
    return made


class _Flat(NamedTuple):
    """What does not change: the lists of a network as arrays, and the limits by standard and rank."""

    side: Numbers
    rank: Numbers
    uses: Numbers
    use: Numbers
    cuts: Numbers
    cut: Numbers
    gates: Numbers
    gate: Numbers
    standard: Numbers
    below: Numbers
    above: Numbers


class _State(NamedTuple):
    """What changes: as in the labelling in Python; ``ends`` holds how many are in the queue and how many decided."""

    labels: Numbers
    wait: Numbers
    fallen: Numbers
    sure: Numbers
    heaviest: Numbers
    queue: Numbers
    decided: Numbers
    ends: Numbers


def labelled(
    network: Network, assumptions: Mapping[int, Assumption], standards: Sequence[Standard]
) -> tuple[list[int], list[int]]:
    """Return the grounded labels, and the decided statements in the order of their decisions.

    The same as ``grounded_in_order``. Linear in the links.
    """
    flat, state = _flat(network, standards), _state(network)
    modes = [(statement, MODES[assumption]) for statement, assumption in assumptions.items()]
    _run(flat, state, np.array(modes, dtype=np.int32).reshape(-1, 2))
    labels: list[int] = state.labels.tolist()
    decided: list[int] = state.decided[: state.ends[1]].tolist()
    return labels, decided


def sorted_rows(size: int, keys: Sequence[int], items: Sequence[int]) -> tuple[array[int], array[int]]:
    """Return where the items of each of ``size`` keys start, and the items by key, in their order."""
    start, found = _rows(size, _numbers(keys), _numbers(items))
    return array("i", start.tobytes()), array("i", found.tobytes())


def _numbers(values: Sequence[int]) -> Numbers:
    return np.asarray(values, dtype=np.int32)


def _flat(network: Network, standards: Sequence[Standard]) -> _Flat:
    """Return the lists of a network as arrays."""
    tables = [limits(standard, network.scale) for standard in Standard]
    code = {standard: number for number, standard in enumerate(Standard)}
    return _Flat(
        side=_numbers(network.side),
        rank=_numbers(network.rank),
        uses=_numbers(network.uses.start),
        use=_numbers(network.uses.items),
        cuts=_numbers(network.undercuts.start),
        cut=_numbers(network.undercuts.items),
        gates=_numbers(network.gates.start),
        gate=_numbers(network.gates.items),
        standard=np.fromiter(map(code.__getitem__, standards), np.int32, len(standards)),
        below=np.array([below for below, _ in tables], dtype=np.int32),
        above=np.array([above for _, above in tables], dtype=np.int32),
    )


def _state(network: Network) -> _State:
    """Return the labelling before anything was decided."""
    count, gates = network.size, len(network.side)
    return _State(
        labels=np.zeros(count, np.int32),
        wait=np.array(network.wait, dtype=np.int32),
        fallen=np.zeros(gates, np.int32),
        sure=np.zeros(2 * count, np.int32),
        heaviest=np.array(network.gates.start, dtype=np.int32),
        queue=np.zeros(count, np.int32),
        decided=np.zeros(count, np.int32),
        ends=np.zeros(2, np.int32),
    )


@compiled
def _rows(size: int, keys: Numbers, items: Numbers) -> tuple[Numbers, Numbers]:
    """Sort items by their keys, by counting."""
    start = np.zeros(size + 1, np.int32)
    for key in keys:
        start[key + 1] += 1
    for key in range(size):
        start[key + 1] += start[key]
    place, found = start.copy(), np.zeros(len(items), np.int32)
    for number in range(len(keys)):
        key = keys[number]
        found[place[key]] = items[number]
        place[key] += 1
    return start, found


@compiled
def _run(flat: _Flat, state: _State, modes: Numbers) -> None:
    """Label until nothing more follows."""
    for number in range(len(modes)):
        if modes[number, 1] == LEFT_OPEN:
            state.labels[modes[number, 0]] = LEFT_OPEN
        else:
            _decide(state, modes[number, 0], modes[number, 1])
    _begin(flat, state)
    while state.ends[0]:
        state.ends[0] -= 1
        statement = state.queue[state.ends[0]]
        if state.labels[statement] == IN:
            _help(flat, state, flat.use[flat.uses[statement] : flat.uses[statement + 1]])
            _hurt(flat, state, flat.cut[flat.cuts[statement] : flat.cuts[statement + 1]])
        else:
            _help(flat, state, flat.cut[flat.cuts[statement] : flat.cuts[statement + 1]])
            _hurt(flat, state, flat.use[flat.uses[statement] : flat.uses[statement + 1]])
    for statement in range(len(state.labels)):
        if state.labels[statement] == LEFT_OPEN:
            state.labels[statement] = UNDECIDED


@compiled
def _begin(flat: _Flat, state: _State) -> None:
    """Let the gates rise that wait for nothing, and label what no argument can ever bring in."""
    for gate in range(len(flat.side)):
        if not state.wait[gate]:
            _rise(flat, state, gate)
    for statement in range(len(state.labels)):
        first, end = flat.gates[2 * statement], flat.gates[2 * statement + 1]
        rank = flat.rank[flat.gate[first]] if first < end else 0
        if not state.labels[statement] and flat.above[flat.standard[statement], rank] == 0:
            _decide(state, statement, OUT)


@compiled
def _help(flat: _Flat, state: _State, gates: Numbers) -> None:
    """Let gates wait for one less."""
    for gate in gates:
        state.wait[gate] -= 1
        if not state.wait[gate]:
            _rise(flat, state, gate)


@compiled
def _hurt(flat: _Flat, state: _State, gates: Numbers) -> None:
    """Let gates fall that have not fallen."""
    for gate in gates:
        if not state.fallen[gate]:
            state.fallen[gate] = True
            side = flat.side[gate]
            if not state.labels[side >> 1] and flat.gate[state.heaviest[side]] == gate:
                _follow(flat, state, side, side & 1 == 1)


@compiled
def _rise(flat: _Flat, state: _State, gate: int) -> None:
    """Count the weight of a gate as certain."""
    side, rank = flat.side[gate], flat.rank[gate]
    if rank > state.sure[side]:
        state.sure[side] = rank
        if not state.labels[side >> 1]:
            _follow(flat, state, side, side & 1 == 0)


@compiled
def _follow(flat: _Flat, state: _State, side: int, likelier: bool) -> None:
    """Label the undecided statement of a side whose weight has changed, if that decides it."""
    statement = side >> 1
    standard = flat.standard[statement]
    if likelier:
        if _possible(flat, state, 2 * statement + 1) < flat.below[standard, state.sure[2 * statement]]:
            _decide(state, statement, IN)
    elif state.sure[2 * statement + 1] >= flat.above[standard, _possible(flat, state, 2 * statement)]:
        _decide(state, statement, OUT)


@compiled
def _possible(flat: _Flat, state: _State, side: int) -> int:
    """Return the rank of the heaviest gate of a side that has not fallen."""
    place, end = state.heaviest[side], flat.gates[side + 1]
    while place < end and state.fallen[flat.gate[place]]:
        place += 1
    state.heaviest[side] = place
    return int(flat.rank[flat.gate[place]]) if place < end else 0


@compiled
def _decide(state: _State, statement: int, label: int) -> None:
    """Label a statement for good."""
    state.labels[statement] = label
    state.queue[state.ends[0]] = statement
    state.ends[0] += 1
    state.decided[state.ends[1]] = statement
    state.ends[1] += 1
