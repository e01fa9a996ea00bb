"""What a link carries something by."""

from __future__ import annotations

import pytest

import mapper
from mapper.evaluate import Context, evaluate
from mapper.graph import ArgumentGraph
from mapper.render.diagram.scene.carriers import Group, flow_of
from mapper.render.diagram.symbols import Flow
from tests.cases import graph_of
from tests.drawn import whole_scene

CHAIN = """\
allegations:
  A: a
  B: {text: b, support: [A]}
"""


def chain() -> ArgumentGraph:
    return graph_of(CHAIN)


@pytest.mark.parametrize("stage", mapper.vocabulary.Stage)
def test_the_flow_of_a_link_follows_from_what_carries_it(stage: mapper.vocabulary.Stage) -> None:
    graph = mapper.example().graph()
    for scenario in graph.setting.scenarios:
        evaluation = evaluate(graph, Context(stage, scenario))
        links = [line.link for line in whole_scene(evaluation).lines]
        assert [link.flow for link in links] == [flow_of(evaluation, link.ways) for link in links]


def test_one_of_several_ways_is_enough_and_each_group_of_a_way_is_needed() -> None:
    evaluation = evaluate(chain(), Context(accept=("A",), reject=("B",)))
    a, b, step = Group(("A",)), Group(("B",)), Group(("A:B",), are_steps=True)
    wanted = {
        ((a, b),): Flow.DEAD,
        ((a, b), (a,)): Flow.LIVE,
        ((a, step),): Flow.LIVE,
        ((Group(("A", "B")),),): Flow.LIVE,
    }
    assert {ways: flow_of(evaluation, ways) for ways in wanted} == wanted
