"""The scenario table: what each reading of the case computes, was expected to, and was ruled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.analysis.explain import Explanation, explain
from mapper.evaluate import Evaluation, context, evaluate
from mapper.graph import ArgumentGraph
from mapper.vocabulary import EXPECTATIONS, RULINGS, Stage, Status

if TYPE_CHECKING:
    from mapper.case.model import Expectation, Scenario


@dataclass(frozen=True, slots=True)
class Cell:
    """One address under one scenario.

    Attributes:
        status: what is computed.
        expected: the word that the scenario expects, if any.
        because: the statements that it expects to be the reason.
        missing: those of them which the explanation does not name.
        ruled: the word of the ruling about it, if any.
    """

    address: str
    status: Status
    expected: str | None = None
    because: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    ruled: str | None = None

    @property
    def as_expected(self) -> bool:
        """Return whether the expectation, if there is one, is met for the reason that it names."""
        return self.expected is None or (fits(self.status, self.expected) and not self.missing)

    @property
    def as_ruled(self) -> bool:
        """Return whether the ruling, if there is one, came out as computed."""
        return self.ruled is None or fits(self.status, RULINGS.get(self.ruled, self.ruled))

    @property
    def agrees(self) -> bool:
        """Return whether what is computed is what was expected and what was ruled."""
        return self.as_expected and self.as_ruled


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario: its evaluation and a cell for each claim and each address that it speaks of."""

    name: str
    title: str
    stage: Stage
    evaluation: Evaluation
    cells: tuple[Cell, ...]

    @property
    def agrees(self) -> bool:
        """Return whether every cell agrees."""
        return all(cell.agrees for cell in self.cells)


def fits(status: Status, word: str) -> bool:
    """Return whether a status is what a word of ``expect`` says; ``in``, ``out`` and ``undecided`` serve too."""
    return status in EXPECTATIONS.get(word, ())


def scenario_table(graph: ArgumentGraph) -> tuple[ScenarioRow, ...]:
    """Return a row for each scenario of the case: its claims, and whatever it expects or was ruled."""
    return tuple(_row(graph, name, scenario) for name, scenario in graph.setting.scenarios.items())


def _row(graph: ArgumentGraph, name: str, scenario: Scenario) -> ScenarioRow:
    evaluation = evaluate(graph, context(graph, scenario=name))
    outcome = dict(scenario.ruling.outcome) if scenario.ruling else {}
    addresses = dict.fromkeys((*(claim.id for claim in graph.claims()), *scenario.expect, *outcome))
    cells = (
        cell
        for address in addresses
        for cell in _cells(evaluation, address, scenario.expect.get(address), outcome.get(address))
    )
    return ScenarioRow(name, scenario.title or "", scenario.stage, evaluation, tuple(cells))


def _cells(evaluation: Evaluation, address: str, expectation: Expectation | None, ruled: str | None) -> Iterator[Cell]:
    for statement in evaluation.graph.resolve_statements(address):
        because = expectation.because if expectation else ()
        named = _named(explain(evaluation, statement)) if because else frozenset()
        yield Cell(
            address=statement,
            status=evaluation.status(statement),
            expected=expectation.label if expectation else None,
            because=because,
            missing=tuple(reason for reason in because if not _names(evaluation.graph, reason) & named),
            ruled=ruled,
        )


def _named(explanation: Explanation) -> frozenset[str]:
    return frozenset(explanation.grounds) - {explanation.statement}


def _names(graph: ArgumentGraph, address: str) -> frozenset[str]:
    return frozenset(graph.resolve_statements(address))
