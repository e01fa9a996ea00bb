"""Large made-up graphs: labelling, chains and memory, in seconds of the processor."""

from __future__ import annotations

import subprocess
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx

from benchmarks import peers
from benchmarks.graphs import Made, abstract, attacks, layered, row
from benchmarks.naive import objects, sweep
from benchmarks.rows import AtMost, Faster, Leaner, Row
from benchmarks.timing import Pair, Run, once, paired, working
from mapper.analysis.bearing.defeat import single_points
from mapper.analysis.chains import count_chains
from mapper.evaluate import Context, Evaluation, Given, label
from mapper.evaluate.compiled import kernel_for
from mapper.evaluate.grounded import IN, grounded_in_order, worklist
from mapper.evaluate.network import Network, network
from mapper.vocabulary import Assumption, Standard

Labelled = tuple[list[int], list[int]]
MILLION = 1_000_000
SAMPLE = 20
"""How many leaves are withdrawn one by one; the time for all is extrapolated."""


def rows(rounds: int) -> Iterator[Row]:
    """Yield the rows; what takes minutes is run once."""
    yield from _labelling(rounds)
    yield from _linear(rounds)
    yield from _abstract(rounds)
    yield _withdrawal()
    yield _counting(rounds)
    yield _memory()


def _label(made: Made, flat: Network, by: Callable[..., Labelled] = worklist) -> Labelled:
    assumed = dict.fromkeys(made.accepted, Assumption.ACCEPTED)
    return by(flat, assumed, [Standard.PREPONDERANCE] * made.size)


def _labelling(rounds: int) -> Iterator[Row]:
    """Yield the rows against sweeps over objects; neither side's building is counted."""
    peer = "sweeps over objects until nothing changes"
    yield Row("label 10,000 statements", peer, Faster(10), _against_sweeps(layered(10_000).shuffled(), rounds))
    yield Row("label a chain of 4,000, told from its end", peer, Faster(1000), _against_sweeps(row(4_000), 0))
    made = layered(MILLION).shuffled()
    flat = made.network()
    swept = working(lambda: sweep(claims))
    claims = objects(made)
    pair = once(working(lambda: _label(made, flat)), swept)
    yield Row("label 1,000,000 statements, in Python", peer, Faster(15), pair)
    job = "label 1,000,000 statements, compiled"
    if not kernel_for(MILLION):
        yield Row(job, peer, Faster(40), None, "numba is not installed")
        return
    _label(made, flat, grounded_in_order)
    seconds = working(lambda: _label(made, flat, grounded_in_order))()
    yield Row(job, peer, Faster(40), Pair(seconds, pair.second, seconds / pair.second))


def _against_sweeps(made: Made, rounds: int) -> Pair:
    """Return the times of both, after looking whether they agree; of one run if there are to be no rounds."""
    flat, claims = made.network(), objects(made)
    ours, theirs = working(lambda: _label(made, flat)), working(lambda: sweep(claims))
    if not rounds:
        return once(ours, theirs)
    if _label(made, flat)[0] != sweep(claims):
        raise AssertionError("the labels differ")
    return paired(ours, theirs, rounds)


def _linear(rounds: int) -> Iterator[Row]:
    """Yield what a million statements take, alone and a thousand at a time."""
    for name, make in (("in layers", layered), ("in a chain", row)):
        large, small = make(MILLION), make(1000)
        large_flat, small_flat = large.network(), small.network()
        many = working(lambda: [_label(small, small_flat) for _ in range(MILLION // 1000)])  # noqa: B023
        pair = paired(working(lambda: _label(large, large_flat)), many, min(rounds, 1))  # noqa: B023
        yield Row(f"label 1,000,000 statements {name}, in Python", "1,000 at a time", AtMost(4), pair)


def _abstract(rounds: int) -> Iterator[Row]:
    """Yield the rows against libraries for abstract argumentation."""
    for library, size, times in (
        ("formal-argumentation", 10_000, 8),
        ("formal-argumentation", 100_000, 8),
        ("python-argumentation", 1_000, 1000),
    ):
        how = ", compiled" if kernel_for(size) else ""
        job, aim = f"grounded extension, {size:,} abstract arguments{how}", Faster(times)
        try:
            python = peers.dung()
        except peers.MissingPeerError as error:
            yield Row(job, library, aim, None, str(error))
            continue
        yield Row(job, library, aim, _against_library(python, library, size, rounds))


def _against_library(python: Path, library: str, size: int, rounds: int) -> Pair:
    made = abstract(size)
    flat = made.network()
    accepted = _label(made, flat, grounded_in_order)[0].count(IN)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "framework.txt"
        lines = [str(size), *(f"{attacker} {attacked}" for attacker, attacked in attacks(size))]
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
        ours = working(lambda: _label(made, flat, grounded_in_order))
        return paired(ours, _library(python, library, path, accepted), min(rounds, 2))


def _library(python: Path, library: str, path: Path, accepted: int) -> Run:
    command: list[str | Path] = [python, Path(__file__).with_name("dung_solver.py"), library, path]

    def run() -> float:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        seconds, found = done.stdout.split()
        if int(found) != accepted:
            raise AssertionError(f"{library} accepts {found}, we accept {accepted}")
        return float(seconds)

    return run


def _evaluation(made: Made) -> Evaluation:
    graph = made.graph()
    given = {f"s{number}": Given(Assumption.ACCEPTED, "option", "") for number in made.accepted}
    return label(graph, Context(), given, dict.fromkeys(graph.statements, Standard.PREPONDERANCE))


def _withdrawal() -> Row:
    """Return the row for taking away every leaf of a statement, each alone."""
    made = layered(10_000)
    evaluation, flat = _evaluation(made), made.network()
    last = max(number for number in range(made.size) if evaluation.labels[f"s{number}"].value == "in")

    def one_by_one() -> None:
        for leaf in made.accepted[:SAMPLE]:
            rejected = {**dict.fromkeys(made.accepted, Assumption.ACCEPTED), leaf: Assumption.REJECTED}
            worklist(flat, rejected, [Standard.PREPONDERANCE] * made.size)

    ask = working(lambda: single_points(evaluation, f"s{last}"))
    ask()
    ours, theirs = ask(), working(one_by_one)() * len(made.accepted) / SAMPLE
    job = f"withdraw each of {len(made.accepted):,} leaves, 10,000 statements"
    return Row(
        job,
        f"a worklist run each ({SAMPLE} run, the rest extrapolated)",
        Faster(100),
        Pair(ours, theirs, ours / theirs),
    )


def _counting(rounds: int) -> Row:
    """Return the row for the number of all chains; both sides have collected the links before."""
    made = layered(100_000)
    evaluation = _evaluation(made)
    target = f"s{made.size - 1}"
    theirs: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    theirs.add_nodes_from(evaluation.graph.statements)
    for argument in evaluation.graph.arguments.values():
        if argument.pro and argument.conclusion not in evaluation.given:
            theirs.add_edges_from((premise, argument.conclusion) for premise in argument.premises)

    def by_networkx() -> int:
        part = theirs.subgraph([target, *nx.ancestors(theirs, target)])
        ways: dict[str, int] = {}
        for name in nx.topological_sort(part):
            sources = [source for source, _ in part.in_edges(name)]
            ways[name] = sum(ways[source] for source in sources) if sources else 1
        return ways[target]

    if count_chains(evaluation, target).chains != by_networkx():
        raise AssertionError("the counts differ")
    pair = paired(working(lambda: count_chains(evaluation, target)), working(by_networkx), min(rounds, 2))
    return Row("count all chains, 100,000 statements", "networkx", Faster(15), pair)


def _memory() -> Row:
    """Return the row for what a statement takes while the graph is labelled."""
    made = layered(20_000)
    graph = made.graph()
    tracemalloc.start()
    flat = network(graph)
    tracemalloc.reset_peak()
    _label(made, flat)
    ours = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    theirs = _grown(graph.to_networkx)
    pair = Pair(ours / made.size, theirs / made.size, ours / theirs)
    return Row("memory per statement while labelling", "networkx with attributes", Leaner(10), pair)


def _grown(job: Callable[[], object]) -> int:
    """Return how many bytes the result of a job takes."""
    tracemalloc.start()
    kept = job()
    amount = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return amount
