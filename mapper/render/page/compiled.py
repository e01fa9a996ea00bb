"""The argument graph as numbers and short texts: what the evaluator in the page reads, and labels anew from.

Weights are ranks on the exact scale of `mapper.evaluate.network`, and each standard of proof a table of ranks, so that
JavaScript compares integers only and cannot come out otherwise than Python by rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from string import ascii_lowercase
from typing import Any

from mapper.evaluate import LABELS, Context, Given, attacked_side, evaluate
from mapper.evaluate.context import by_stage, layers, standards_in
from mapper.evaluate.network import levels, network
from mapper.evaluate.stages import BARE, Rows, table
from mapper.evaluate.standards import limits
from mapper.graph import MADE_OUT, Argument, ArgumentGraph
from mapper.vocabulary import Assumption, Kind, Side, Stage, Standard, Weighing

SCRIPTS = ("labelling.js", "evaluator.js")
"""The scripts of `assets` that read it, in the order in which they have to run; they define ``makeEvaluator``."""

ARGUED = 0
OPEN_IF_BARE = 4
"""Open where there is no step for or against it; that may come about by taking a step away."""
CODES = {assumption: code for code, assumption in enumerate(Assumption, 1)}
"""How assumptions are written: 1 accepted, 2 rejected, 3 open."""

ROWS = table("counts")
STANDARDS = tuple(Standard)


def compiled(graph: ArgumentGraph) -> dict[str, Any]:
    """Return a graph with all its contexts as a value for JSON; statements and steps are numbers from here on.

    Texts of letters and counts, ``4ab``, are runs: one number for each statement, ``a`` for 0 (see `runs`).

    ``names``: the id of each statement.
    ``steps``: the id of each step.
    ``sides``: where each step bears: ``2s`` for statement ``s``, ``2s + 1`` against it.
    ``premises``, ``undercutters``: the statements of each step.
    ``weights``: of each step its rank if all premises have to hold, or a list: the rank when 1, 2, … of them hold.
    ``issues``: the positions of each issue.
    ``madeOut``: pairs of a claim and what is made out of it, which goes with the claim when that is dropped.
    ``kept``: the steps that cannot be taken away here, since the weight of others is a share that rests on them, or
    since they say what there is that a motion could leave out.
    ``limits``: for each standard of proof, in the order of the vocabulary, one or two lists by the rank of the weight
    for: below which rank against the statement is in, and from which on it is out (the same, if there is one list).
    ``stages``: the stages, in their order.
    ``rows``: the names of the rows of the stage table.
    ``attacked``: for the side whose pleading is under attack: ``rows`` (runs: which row fits), and for each stage
    ``counts`` (runs: 0 argued, 1 accepted, 2 rejected, 3 open, 4 open if there is no step about it) and ``standards``
    (runs: the number of the standard).
    ``scenarios``: no scenario first; of each its ``name``, its own ``stage``, the ``attacked`` side, the ``layers`` of
    assumptions, a later one before an earlier one (``by``, ``reason``, and the statements that are ``accept``,
    ``reject`` and ``open``), and for each stage the ``labels`` as Python computed them (runs: 0 undecided, 1 in, 2 out).

    Raises:
        UnknownAddressError: if a scenario names what is not there.
    """
    scenarios = (None, *graph.setting.scenarios)
    sides = {attacked_side(graph, bare): bare for bare in map(_bare, reversed(scenarios))}
    return {
        **_network(graph),
        "limits": _limits(graph),
        "stages": [stage.value for stage in Stage],
        "rows": [row.name for row in ROWS],
        "attacked": {side.value: _under_attack(graph, side, sides[side]) for side in Side if side in sides},
        "scenarios": [_scenario(graph, name) for name in scenarios],
    }


def runs(numbers: Iterable[int]) -> str:
    """Return small numbers as a text: a letter for each, or a count and a letter where it comes again and again.

    Examples:
        >>> runs([0, 0, 0, 2, 1])
        '3acb'
    """
    grouped = ((number, len([*group])) for number, group in groupby(numbers))
    return "".join(f"{count if count > 1 else ''}{ascii_lowercase[number]}" for number, count in grouped)


def _network(graph: ArgumentGraph) -> dict[str, object]:
    """Return the steps between statements."""
    flat, arguments = network(graph), graph.arguments.values()
    index, places = flat.index, {weight: rank for rank, weight in enumerate(flat.scale)}
    return {
        "names": list(index),
        "steps": list(graph.arguments),
        "sides": [2 * index[a.conclusion] + (not a.pro) for a in arguments],
        "premises": [[index[name] for name in a.premises] for a in arguments],
        "undercutters": [[index[name] for name in a.undercutters] for a in arguments],
        "weights": [_weight(graph, argument, places) for argument in arguments],
        "issues": flat.issues,
        "madeOut": [[index[s.id], index[f"{s.id}.{MADE_OUT}"]] for s in graph.claims()],
        "kept": _kept(graph),
    }


def _weight(graph: ArgumentGraph, argument: Argument, places: Mapping[Fraction, int]) -> int | list[int]:
    """Return the rank of a step that has all its weight or none, otherwise its rank by the premises that hold."""
    if argument.weighing is Weighing.LINKED:
        return places[argument.weight]
    ranks = [places[weight] for weight in levels(graph, argument)]
    return ranks[1:] if sum(map(bool, ranks)) > 1 else ranks[-1]


def _kept(graph: ArgumentGraph) -> list[int]:
    """Return the steps without which more would change than what they carry."""
    kept = {*_shared(graph), *(_elements(graph) if any(s.motion for s in graph.setting.scenarios.values()) else ())}
    return [number for number, step in enumerate(graph.arguments) if step in kept]


def _elements(graph: ArgumentGraph) -> Iterator[str]:
    """Yield the steps from its elements to each claim and defense."""
    for whole in graph.of_kind(Kind.CLAIM, Kind.DEFENSE):
        yield f"elements:{whole.id}.{MADE_OUT}" if whole.kind is Kind.CLAIM else f"elements:{whole.id}"


def _shared(graph: ArgumentGraph) -> Iterator[str]:
    """Yield the steps on which the share of another one rests."""

    def about(argument: Argument) -> str:
        issue = graph.issue_of(argument.conclusion)
        return f"issue {issue.id}" if issue else f"statement {argument.conclusion}"

    sharing: dict[str, list[Argument]] = {}
    for argument in graph.arguments.values():
        if argument.weighing is Weighing.FACTORIZED:
            sharing.setdefault(about(argument), []).append(argument)
    for argument in graph.arguments.values():
        if argument.pro and any(other is not argument for other in sharing.get(about(argument), ())):
            yield argument.id


def _limits(graph: ArgumentGraph) -> list[list[list[int]]]:
    """Return the limits of each standard on the scale of a graph, once where both are one."""
    scale = network(graph).scale
    return [_once(*limits(standard, scale)) for standard in STANDARDS]


def _once(below: list[int], above: list[int]) -> list[list[int]]:
    return [below] if below == above else [below, above]


def _bare(scenario: str | None) -> Context:
    return Context(scenario=scenario)


def _under_attack(graph: ArgumentGraph, attacked: Side, context: Context) -> dict[str, object]:
    """Return what the stage table says where a side's pleading is under attack, as it is in a context."""
    contexts = [replace(context, stage=stage) for stage in Stage]
    rows, places = Rows("counts", graph, attacked), {row.name: number for number, row in enumerate(ROWS)}
    return {
        "rows": runs(places[rows[statement].name] for statement in graph.statements.values()),
        "counts": [_counts(graph, each, rows) for each in contexts],
        "standards": [runs(standard_codes(graph, standards_in(graph, each))) for each in contexts],
    }


def _counts(graph: ArgumentGraph, context: Context, rows: Rows) -> str:
    """Return what the stage table assumes about each statement at the stage of a context."""
    statements = graph.statements
    given = by_stage(graph, context, rows.attacked, statements.values())
    codes = {name: CODES[found.assumption] for name, found in given.items()}
    bare = (name for name, statement in statements.items() if rows[statement].cells[context.stage] == BARE)
    codes.update(dict.fromkeys(bare, OPEN_IF_BARE))
    return runs(codes.get(name, ARGUED) for name in statements)


def standard_codes(graph: ArgumentGraph, standards: Mapping[str, Standard]) -> Sequence[int]:
    """Return the number of each statement's standard; a position's is never scintilla, as the labelling has it."""
    positions = {position for issue in graph.issues.values() for position in issue.positions}
    lenient = {name for name in positions if standards[name] is Standard.SCINTILLA}
    strict = dict.fromkeys(lenient, Standard.PREPONDERANCE)
    return [STANDARDS.index(strict.get(name, standards[name])) for name in graph.statements]


def _scenario(graph: ArgumentGraph, name: str | None) -> dict[str, object]:
    """Return a scenario: what it and its motion assume, and the labels at each stage."""
    bare = _bare(name)
    attacked = attacked_side(graph, bare)
    own = graph.setting.scenarios[name].stage if name is not None else Stage.PLEADING
    return {
        "name": name,
        "stage": own.value,
        "attacked": attacked.value,
        "layers": [_layer(graph, layer) for layer in layers(graph, bare, attacked) if layer],
        "labels": [_labels(graph, Context(stage, name)) for stage in Stage],
    }


def _layer(graph: ArgumentGraph, layer: Mapping[str, Given]) -> dict[str, object]:
    """Return assumptions that were set by one thing."""
    index, first = network(graph).index, next(iter(layer.values()))
    lists = {
        word: [index[name] for name, given in layer.items() if given.assumption is assumption]
        for word, assumption in zip(("accept", "reject", "open"), Assumption, strict=True)
    }
    return {"by": first.by, "reason": first.reason, **lists}


def _labels(graph: ArgumentGraph, context: Context) -> str:
    found = evaluate(graph, context).labels
    return runs(LABELS.index(found[name]) for name in graph.statements)
