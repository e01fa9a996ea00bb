"""The order in which statements can be labelled, against the components that networkx finds."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from mapper.evaluate.ranks import component_ranks, keep_ranks, ranks
from tests.strategies import Problem, problems


@st.composite
def links(draw: st.DrawFn) -> list[list[int]]:
    """Draw the targets of each node of a graph, with circles."""
    size = draw(st.integers(0, 8))
    nodes = st.integers(0, max(size - 1, 0))
    return [draw(st.lists(nodes, max_size=3)) for _ in range(size)]


@given(links())
def test_a_rank_is_higher_than_that_of_what_comes_before_and_shared_in_a_circle(onward: list[list[int]]) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(onward)))
    graph.add_edges_from((node, target) for node, targets in enumerate(onward) for target in targets)
    found = component_ranks(onward)
    assert sorted({*found}) == list(range(len({*found})))
    assert all(found[node] <= found[target] for node, target in graph.edges)
    circles = {frozenset(component) for component in nx.strongly_connected_components(graph)}
    assert {frozenset(n for n in graph if found[n] == rank) for rank in {*found}} == circles


@given(problems())
def test_premises_undercutters_and_rivals_rank_no_higher(problem: Problem) -> None:
    graph, found = problem.graph, ranks(problem.graph)
    for argument in graph.arguments.values():
        for name in (*argument.premises, *argument.undercutters):
            assert found[name] <= found[argument.conclusion]
    for issue in graph.issues.values():
        assert len({found[position] for position in issue.positions}) == 1
    fewer = graph.without([*graph.arguments][:1])
    keep_ranks(fewer, graph)
    assert ranks(fewer) == found


def test_a_long_chain_and_a_long_circle_are_ranked_without_recursion() -> None:
    size = 50_000
    chain = [[node + 1] for node in range(size)] + [[]]
    assert component_ranks(chain) == list(range(size + 1))
    circle = [[(node + 1) % size] for node in range(size)]
    assert component_ranks(circle) == [0] * size
