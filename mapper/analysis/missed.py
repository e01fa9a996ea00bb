"""What accounts for an expectation that is missed, or a ruling that is not what is computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapper.analysis.explain import explain
from mapper.analysis.scenarios import Cell, ScenarioRow, fits
from mapper.analysis.smallest import Smallest, smallest_changes
from mapper.evaluate import Evaluation
from mapper.vocabulary import RULINGS


@dataclass(frozen=True, slots=True)
class Account:
    """What accounts for one cell of the scenario table that does not agree.

    Attributes:
        scenario: the scenario.
        cell: the cell.
        wanted: the word that it should have fitted.
        ruled: whether a court said so; otherwise the scenario expects it.
        smallest: the smallest changes of leaves with which it would.
        elsewhere: the other scenarios in which it does as things are.
    """

    scenario: str
    cell: Cell
    wanted: str
    ruled: bool
    smallest: Smallest
    elsewhere: tuple[str, ...]


def accounts(rows: Sequence[ScenarioRow]) -> tuple[Account, ...]:
    """Return an account of each expectation that is missed and each ruling that came out otherwise."""
    return tuple(account for row in rows for account in _accounts(row, rows))


def _accounts(row: ScenarioRow, rows: Sequence[ScenarioRow]) -> Iterator[Account]:
    for cell in row.cells:
        if not cell.as_expected:
            yield _account(row, cell, rows, ruled=False)
        if not cell.as_ruled:
            yield _account(row, cell, rows, ruled=True)


def _account(row: ScenarioRow, cell: Cell, rows: Sequence[ScenarioRow], *, ruled: bool) -> Account:
    word = (RULINGS.get(cell.ruled or "", cell.ruled) if ruled else cell.expected) or ""
    because = () if ruled else _named(row.evaluation, cell)

    def holds(evaluation: Evaluation) -> bool:
        right = fits(evaluation.status(cell.address), word)
        return right and (not because or _is_because(evaluation, cell.address, because))

    besides = tuple(dict.fromkeys(name for names in because for name in names))
    smallest = smallest_changes(row.evaluation, cell.address, holds, besides=besides)
    elsewhere = tuple(other.name for other in rows if other is not row and holds(other.evaluation))
    return Account(row.name, cell, word, ruled, smallest, elsewhere)


def _named(evaluation: Evaluation, cell: Cell) -> tuple[tuple[str, ...], ...]:
    """Return for each reason that is expected the statements that it names."""
    return tuple(evaluation.graph.resolve_statements(address) for address in cell.because)


def _is_because(evaluation: Evaluation, statement: str, because: tuple[tuple[str, ...], ...]) -> bool:
    named = explain(evaluation, statement).grounds.keys() - {statement}
    return all(not named.isdisjoint(names) for names in because)
