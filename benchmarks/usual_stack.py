"""What one would write first: CSafeLoader, pydantic, networkx and sweeps until nothing changes.

Reads the made-up case of ``workload`` at the trial stage, without positions, and prints how many statements are in,
out and undecided. All steps there are linked and have weight 1, so that a statement is in if one of its pro
arguments certainly holds and none of its con arguments can.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Literal

import networkx as nx
import yaml
from pydantic import BaseModel, ConfigDict, Field

Label = Literal["in", "out", "undecided"]
UNDECIDED: Label = "undecided"


class Strict(BaseModel):
    """Refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Allegation(Strict):
    """A statement of the pleading."""

    title: str = Field(min_length=1)
    text: str = Field(min_length=1)
    source: str
    date: str = Field(pattern=r"\d{4}-\d{2}")
    support: list[list[str]] = []


class Exhibit(Strict):
    """A piece of evidence."""

    text: str = Field(min_length=1)
    source: str
    proves: list[str] = []
    disproves: list[str] = []


class Rebuttal(Strict):
    """An attack on a step."""

    text: str = Field(min_length=1)
    by: str
    nature: Literal["fact", "law"]
    source: str | None = None
    attacks: list[str]


class Claim(Strict):
    """A claim on top of the statements."""

    theory: str
    by: str
    against: str
    support: dict[str, list[str]]


Entry = Allegation | Exhibit | Rebuttal


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
    graph.add_nodes_from(
        (name, {"kind": "statement", "given": given(entry), "text": entry.text}) for name, entry in entries
    )
    for name, entry in entries:
        link(graph, name, entry)
    return graph


def given(entry: Entry) -> Label | None:
    """Return the label that a statement has from the start, if any."""
    if isinstance(entry, Allegation):
        return None
    return "in" if isinstance(entry, Exhibit) or entry.source else UNDECIDED


def link(graph: nx.DiGraph[str], name: str, entry: Entry) -> None:
    """Add the arguments that an entry makes; rebuttals come last, when all steps are there."""
    if isinstance(entry, Allegation):
        for step in entry.support:
            argue(graph, step, name, pro=True)
    elif isinstance(entry, Exhibit):
        for target in (*entry.proves, *entry.disproves):
            argue(graph, [name], target, pro=target in entry.proves)
    else:
        graph.add_edges_from(((name, step) for step in entry.attacks), role="undercutter")


def argue(graph: nx.DiGraph[str], premises: list[str], conclusion: str, *, pro: bool) -> None:
    """Add an argument; it is named for its step.

    Raises:
        ValueError: if a premise or the conclusion is not in the case.
    """
    for name in (*premises, conclusion):
        if name not in graph:
            raise ValueError(f"unknown reference: {name}")
    argument = "+".join(premises) + ":" + conclusion
    graph.add_node(argument, kind="argument", pro=pro)
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
    """Return the label of a statement from those of its arguments."""
    arguments = [(graph.nodes[argument]["pro"], holds(graph, labels, argument)) for argument in graph.pred[node]]
    pro = [state for side, state in arguments if side]
    con = [state for side, state in arguments if not side]
    if all(state == "out" for state in pro) or "in" in con:
        return "out"
    if "in" in pro and all(state == "out" for state in con):
        return "in"
    return UNDECIDED


def holds(graph: nx.DiGraph[str], labels: dict[str, Label], argument: str) -> Label:
    """Return whether an argument holds, fails, or may do either."""
    links = graph.pred[argument].items()
    premises = [labels[node] for node, link in links if link["role"] == "premise"]
    cuts = [labels[node] for node, link in links if link["role"] == "undercutter"]
    if "out" in premises or "in" in cuts:
        return "out"
    if all(state == "in" for state in premises) and all(state == "out" for state in cuts):
        return "in"
    return UNDECIDED


def main(path: str) -> None:
    """Print how many statements bear each label."""
    document = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    counts = Counter(label(build(Case.model_validate(document))).values())
    print(counts["in"], counts["out"], counts["undecided"])


if __name__ == "__main__":
    main(sys.argv[1])
