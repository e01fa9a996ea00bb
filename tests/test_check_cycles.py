"""Circles: each set of names that lead to each other once, by its shortest circle."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from mapper.check.cycles import circles

NODES = [f"n{number}" for number in range(8)]
links = st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES), max_size=4, unique=True))


@given(links)
def test_each_strongly_connected_set_gives_one_shortest_circle(links: dict[str, list[str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph([(a, b) for a, targets in links.items() for b in targets])
    sets = {
        frozenset(part)
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1 or graph.has_edge(*[*part] * 2)
    }
    found = list(circles(links))
    assert len(found) == len(sets)
    for circle in found:
        (whole,) = (part for part in sets if circle[0] in part)
        assert all(after in links[before] for before, after in zip(circle, [*circle[1:], circle[0]], strict=True))
        assert len(circle) == min(map(len, nx.simple_cycles(graph.subgraph(whole))))
        order = [name for name in links if name in circle]
        assert circle[0] == order[0]


def test_a_ring_of_many_thousand_names_is_one_circle() -> None:
    ring = {f"n{number}": [f"n{(number + 1) % 20_000}"] for number in range(20_000)}
    assert [len(circle) for circle in circles(ring)] == [20_000]


def test_many_small_circles_in_a_row_are_found_one_by_one() -> None:
    pairs = {f"n{n}": [f"n{n ^ 1}", f"n{n + 2}"] for n in range(20_000)} | {"n20000": [], "n20001": []}
    found = list(circles(pairs))
    assert (len(found), found[0], found[-1]) == (10_000, ["n0", "n1"], ["n19998", "n19999"])


def test_a_line_has_no_circle() -> None:
    assert list(circles({f"n{number}": [f"n{number + 1}"] for number in range(20_000)})) == []
