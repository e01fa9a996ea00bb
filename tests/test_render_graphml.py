"""A case as a graph in GraphML: networkx reads back what was there."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest

import mapper
from mapper.evaluate import Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Issue, Statement
from mapper.render.diagram import View
from mapper.render.graphml import KEYS, TYPES, graphml
from mapper.vocabulary import Kind
from tests.cases import graph_of, labelled
from tests.test_render_diagram_scene import DEFENSE, SUIT

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/reference/graphml.md"
TWICE = """
import sys
from tests.test_render_graphml import flagship
from mapper.render.graphml import graphml
from mapper.render.mermaid import mermaid
sys.stdout.buffer.write((graphml(flagship()) + mermaid(flagship())).encode())
"""


def flagship() -> Evaluation:
    """Return the flagship under its ruling."""
    return mapper.example().graph().evaluate(scenario="demurrer-2019")


def read(text: str) -> nx.DiGraph[str]:
    """Return what networkx reads."""
    found = nx.read_graphml(io.BytesIO(text.encode("utf-8")))
    assert isinstance(found, nx.DiGraph)
    return found


def links(graph: nx.DiGraph[str]) -> set[tuple[str, str, str]]:
    """Return the links of a graph, each with its role."""
    return {(source, target, graph.edges[source, target]["role"]) for source, target in graph.edges}


def named(graph: nx.DiGraph[str], type_: str) -> set[str]:
    """Return the nodes of a type."""
    return {name for name in graph.nodes if graph.nodes[name]["type"] == type_}


def test_every_statement_step_and_link_is_read_back() -> None:
    case = flagship()
    found, wanted = read(graphml(case)), case.graph.to_networkx()
    issues = named(found, "issue")
    positions = {(i.id, position, "position") for i in case.graph.issues.values() for position in i.positions}
    assert issues == set(case.graph.issues)
    assert set(found.nodes) - issues == set(wanted.nodes)
    assert links(found) == links(wanted) | positions


def test_what_is_said_of_each_is_read_back_with_its_type() -> None:
    found = read(graphml(labelled(graph_of(SUIT + DEFENSE.replace("CLAIMS", "[fall]")), accept=("A",))))
    assert found.nodes["A"] == {
        "label": "A",
        "type": "statement",
        "kind": "allegation",
        "labelling": "in",
        "status": "counts",
        "text": "It warned nobody.",
        "nature": "fact",
        "by": "does",
        "said_by": "Jane Does",
        "side": "claimant",
        "standard": "preponderance",
        "reference": False,
    }
    assert found.nodes["A+B:fall.duty"] == {
        "label": "supports",
        "type": "step",
        "status": "carries",
        "pro": True,
        "weight": 1.0,
        "weighing": "linked",
        "left_out": 0,
    }
    assert found.edges["shield@fall", "fall.made-out:fall"] == {"role": "undercut"}
    assert {name: found.graph[name] for name in ("label", "stage", "accepted")} == {
        "label": "Doe v. Corp",
        "stage": "pleading",
        "accepted": "A",
    }


def test_a_claim_that_is_not_in_play_says_why() -> None:
    found = read(graphml(flagship()))
    said = {found.nodes[name].get("not_in_play") for name in ("negligence", "amended-negligence")}
    assert said == {"pleaded in complaint, which second-amended replaces", None}


def test_an_undercut_ends_on_a_step() -> None:
    found = read(graphml(flagship()))
    targets = {target for _, target, role in links(found) if role == "undercut"}
    assert targets
    assert targets <= named(found, "step")


@pytest.mark.parametrize(
    "view", [View("overview"), View("claim", ("negligence",)), View("focus", ("KNEW",), up=1, down=1)]
)
def test_a_view_holds_a_part_of_the_graph(view: View) -> None:
    whole, part = read(graphml(flagship())), read(graphml(flagship(), view))
    assert 0 < len(part) < len(whole)
    assert links(part) < links(whole)
    assert all(part.degree(name) for name in named(part, "step"))


def test_an_overview_holds_what_has_a_card_of_its_own() -> None:
    part = read(graphml(flagship(), View("overview")))
    kinds = {part.nodes[name]["kind"] for name in named(part, "statement")}
    assert kinds == {"claim", "element", "defense", "carve-out"}


def test_a_premise_that_is_not_shown_is_counted() -> None:
    part = read(graphml(flagship(), View("why", ("negligence",))))
    whole = flagship().graph
    shown = Counter(target for _, target, role in links(part) if role == "premise")
    missing = {name: len(whole.arguments[name].premises) - shown[name] for name in named(part, "step")}
    assert {name: part.nodes[name]["left_out"] for name in missing} == missing
    assert any(missing.values())


def test_ids_that_cannot_be_told_apart_are_made_so() -> None:
    statements = [Statement(id=name, kind=Kind.PROPOSITION, text=name) for name in ("a\x00", "a\x01", "a:b", "b")]
    step = Argument(id="a:b", premises=("a:b",), conclusion="b")
    issue = Issue(id="b", positions=("b", "a\x01"))
    found = read(graphml(evaluate(ArgumentGraph(statements, [step], [issue]))))
    assert list(found.nodes) == ["a�", "a�~2", "a:b", "b", "a:b~2", "b~2"]
    assert links(found) == {
        ("a:b", "a:b~2", "premise"),
        ("a:b~2", "b", "pro"),
        ("b~2", "b", "position"),
        ("b~2", "a�~2", "position"),
    }


def test_every_attribute_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    documented = {(part.partition("`")[2].partition("`")[0]) for part in rows}
    assert documented == {name for names in KEYS.values() for name in names}
    for name, type_ in TYPES.items():
        assert any(row.startswith(f"| `{name}` | {type_} |") for row in rows)


def test_the_same_case_gives_the_same_text() -> None:
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", TWICE], env=environment, capture_output=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert outputs != {b""}
