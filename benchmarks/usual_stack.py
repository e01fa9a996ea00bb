"""What one would write first: CSafeLoader, pydantic, networkx and sweeps until nothing changes.

Reads the sections of a case file that ``workload`` makes, with the keys and the short forms that the format has for
them, and evaluates at the trial stage by preponderance. It knows no positions, no other section, no weighing but the
linked one, and of the references only those of steps. Prints how many statements are in, out and undecided.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import networkx as nx
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Label = Literal["in", "out", "undecided"]
UNDECIDED: Label = "undecided"
Interval = tuple[float, float]
Weight = Annotated[float, Field(gt=0, le=1)]
Text = Annotated[str, Field(min_length=1)]
Date = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Strict(BaseModel):
    """Refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(Strict):
    """Premises that support a statement together."""

    premises: list[str] = Field(alias="from", min_length=1)
    weight: Weight = 1.0
    weighing: Literal["linked"] = "linked"
    warrant: Text | None = None


class Target(Strict):
    """What evidence proves or disproves, or a rebuttal attacks."""

    on: str
    weight: Weight = 1.0


def step(value: object) -> object:
    """Return the long form of a step."""
    premises = [value] if isinstance(value, str) else value
    return {"from": premises} if isinstance(premises, list) else premises


def target(value: object) -> object:
    """Return the long form of a target."""
    return {"on": value} if isinstance(value, str) else value


Support = list[Annotated[Step, BeforeValidator(step)]]
Targets = list[Annotated[Target, BeforeValidator(target)]]


class Entry(Strict):
    """What all statements have in common."""

    title: Text | None = None
    text: Text
    by: str | None = None
    source: Text | None = None
    date: Date | None = None
    note: Text | None = None
    support: Support = []


class Allegation(Entry):
    """A statement of the pleading."""

    nature: Literal["fact", "conclusion", "damages"] = "fact"
    response: dict[str, Literal["admitted", "denied"]] = {}


class Exhibit(Entry):
    """A piece of evidence."""

    proves: Targets = []
    disproves: Targets = []


class Rebuttal(Entry):
    """An attack on a step."""

    nature: Literal["fact", "law"]
    attacks: Targets = []


class Claim(Strict):
    """A claim on top of the statements."""

    theory: str
    by: str
    against: str
    support: dict[str, Support]


class Case(Strict):
    """A whole file."""

    mapper: Literal[1]
    case: dict[str, str]
    parties: dict[str, dict[str, str]]
    sources: dict[str, dict[str, str]]
    allegations: dict[str, Allegation]
    evidence: dict[str, Exhibit]
    claims: dict[str, Claim]
    rebuttals: dict[str, Rebuttal]


def build(case: Case) -> nx.DiGraph[str]:
    """Return statements and arguments as nodes, premises and conclusions as edges."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    entries: list[tuple[str, Entry]] = [*case.allegations.items(), *case.evidence.items(), *case.rebuttals.items()]
    for name, entry in entries:
        graph.add_node(name, kind="statement", given=given(entry), text=entry.text, source=entry.source)
    for name, entry in entries:
        link(graph, name, entry)
    return graph


def given(entry: Entry) -> Label | None:
    """Return the label that a statement has from the start, if any."""
    if isinstance(entry, Rebuttal):
        return "in" if entry.source else UNDECIDED
    return "in" if isinstance(entry, Exhibit) else None


def link(graph: nx.DiGraph[str], name: str, entry: Entry) -> None:
    """Add the arguments that an entry makes; rebuttals come last, when all steps are there."""
    for reason in entry.support:
        argue(graph, reason.premises, name, reason.weight, pro=True)
    if isinstance(entry, Exhibit):
        for proven in entry.proves:
            argue(graph, [name], proven.on, proven.weight, pro=True)
        for disproved in entry.disproves:
            argue(graph, [name], disproved.on, disproved.weight, pro=False)
    if isinstance(entry, Rebuttal):
        graph.add_edges_from(((name, attacked.on) for attacked in entry.attacks), role="undercutter")


def argue(graph: nx.DiGraph[str], premises: list[str], conclusion: str, weight: float, *, pro: bool) -> None:
    """Add an argument; it is named for its step.

    Raises:
        ValueError: if a premise or the conclusion is not in the case.
    """
    for name in (*premises, conclusion):
        if name not in graph:
            raise ValueError(f"unknown reference: {name}")
    argument = "+".join(premises) + ":" + conclusion
    graph.add_node(argument, kind="argument", pro=pro, weight=weight)
    graph.add_edges_from(((premise, argument) for premise in premises), role="premise")
    graph.add_edge(argument, conclusion, role="conclusion")


def label(graph: nx.DiGraph[str]) -> dict[str, Label]:
    """Return the labels, by going over all statements until nothing changes."""
    fixed = {node: data["given"] for node, data in graph.nodes(data=True) if data["kind"] == "statement"}
    labels: dict[str, Label] = {node: label or UNDECIDED for node, label in fixed.items()}
    changed = True
    while changed:
        changed = False
        for node, before in labels.items():
            if fixed[node] is None and before == UNDECIDED:
                labels[node] = judge(graph, labels, node)
                changed = changed or labels[node] != UNDECIDED
    return labels


def judge(graph: nx.DiGraph[str], labels: dict[str, Label], node: str) -> Label:
    """Return the label of a statement from the strongest argument on each side; a tie fails."""
    pro_low, pro_high = strongest(weights(graph, labels, node, pro=True))
    con_low, con_high = strongest(weights(graph, labels, node, pro=False))
    if pro_low > con_high:
        return "in"
    return "out" if pro_high <= con_low else UNDECIDED


def strongest(found: Iterator[Interval]) -> Interval:
    """Return the interval in which the largest of some weights lies."""
    lows, highs = zip((0.0, 0.0), *found, strict=True)
    return max(lows), max(highs)


def weights(graph: nx.DiGraph[str], labels: dict[str, Label], node: str, *, pro: bool) -> Iterator[Interval]:
    """Yield the weight of each argument on one side, as far as it is known."""
    for argument in graph.pred[node]:
        if graph.nodes[argument]["pro"] == pro:
            yield interval(graph, labels, argument)


def interval(graph: nx.DiGraph[str], labels: dict[str, Label], argument: str) -> Interval:
    """Return the interval in which the weight of an argument lies."""
    links = graph.pred[argument].items()
    premises = [labels[node] for node, link in links if link["role"] == "premise"]
    cuts = [labels[node] for node, link in links if link["role"] == "undercutter"]
    weight = graph.nodes[argument]["weight"]
    if "out" in premises or "in" in cuts:
        return 0.0, 0.0
    sure = all(state == "in" for state in premises) and all(state == "out" for state in cuts)
    return (weight, weight) if sure else (0.0, weight)


def main(path: str) -> None:
    """Print how many statements bear each label."""
    document = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    counts = Counter(label(build(Case.model_validate(document))).values())
    print(counts["in"], counts["out"], counts["undecided"])


if __name__ == "__main__":
    main(sys.argv[1])
