"""The dozen examples published with Carneades 4, written as cases: every label is the published one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.analysis.scenarios import scenario_table
from mapper.case.load import load_case
from mapper.check import check_case
from tests.cases import graph_of, labelled

CIRCULAR = {"even-loop", "support-loop", "independent-support-loop", "self-defeat"}
CASES = sorted(Path(__file__).parent.joinpath("published").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_every_label_is_the_published_one(path: Path) -> None:
    graph = graph_of(path.read_text(encoding="utf-8"), prelude="")
    published = {name: expected.label for name, expected in graph.setting.scenarios["published"].expect.items()}
    assert labelled(graph, scenario="published").labels == published


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_scenario_table_agrees(path: Path) -> None:
    (row,) = scenario_table(graph_of(path.read_text(encoding="utf-8"), prelude=""))
    assert [cell for cell in row.cells if not cell.as_expected] == []


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_nothing_is_found_but_the_circles(path: Path) -> None:
    found = {finding.rule.name for finding in check_case(load_case(path), {})}
    assert found == ({"circular-support"} if path.stem in CIRCULAR else set())


def test_there_are_a_dozen() -> None:
    assert len(CASES) == 12
