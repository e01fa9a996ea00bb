"""The stage table: what counts at which stage, and by which standard it is judged.

The table itself is ``stages.toml``. Its sources: FRCP 8(b), 12(b)(6) and 56; Bell Atlantic v. Twombly and
Ashcroft v. Iqbal (facts count, conclusions do not); for demurrers California's rule that material facts
properly pleaded are admitted, but not contentions, deductions or conclusions.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mapper.graph import ArgumentGraph, Statement
from mapper.vocabulary import Assumption, Kind, Nature, Response, Side, Stage

ADMITTED = "admitted, else argued"
BARE = "argued, open if bare"
THEORYS = "the theory's"

EFFECTS: dict[str, Assumption | None] = {
    "accepted": Assumption.ACCEPTED,
    "never counted": Assumption.REJECTED,
    "open": Assumption.OPEN,
    "argued": None,
}
"""What the plain words of the table mean; the two conditional ones are decided statement by statement."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the stage table looks at in a statement."""

    kind: Kind
    nature: Nature
    source: str
    position: bool
    attacked: bool

    @classmethod
    def of(cls, graph: ArgumentGraph, statement: Statement, attacked: Side) -> Features:
        """Return the features of a statement, given whose pleading is under attack."""
        return cls(
            kind=statement.kind,
            nature=statement.nature,
            source=statement.source_kind or "",
            position=graph.issue_of(statement.id) is not None,
            attacked=statement.side is attacked and _pleaded(statement),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    name: str
    where: Mapping[str, object]
    cells: Mapping[Stage, str]

    def fits(self, features: Features) -> bool:
        """Return whether the row is about a statement with these features."""
        return all(_fits(key, wanted, features) for key, wanted in self.where.items())


def _pleaded(statement: Statement) -> bool:
    """Return whether a statement stands in a pleading: by its source, or for want of one."""
    return statement.source_kind in (None, "pleading", "answer")


def _fits(key: str, wanted: object, features: Features) -> bool:
    if key in ("pleaded", "side"):
        return features.attacked
    value = getattr(features, key)
    return value in wanted if isinstance(wanted, list) else value == wanted


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a part of the table, ``counts`` or ``standards``."""
    text = Path(__file__).with_name("stages.toml").read_text(encoding="utf-8")
    return tuple(_row(dict(row)) for row in tomllib.loads(text)[name])


def _row(row: dict[str, object]) -> Row:
    cells = {stage: str(row.pop(stage.value)) for stage in Stage}
    return Row(str(row.pop("name")), row, cells)


def row_for(name: str, features: Features) -> Row:
    """Return the first row that fits."""
    return next(row for row in table(name) if row.fits(features))


class Rows:
    """The rows of a part of the table for the statements of a graph, each kind of statement looked up once."""

    def __init__(self, name: str, graph: ArgumentGraph, attacked: Side) -> None:
        self.name, self.graph, self.attacked = name, graph, attacked
        self.positions = frozenset(p for issue in graph.issues.values() for p in issue.positions)
        self.found: dict[tuple[object, ...], Row] = {}

    def __getitem__(self, statement: Statement) -> Row:
        """Return the first row that fits a statement."""
        position = statement.id in self.positions
        key = (statement.kind, statement.nature, statement.source_kind, statement.side, position)
        row = self.found.get(key)
        if row is None:
            features = Features.of(self.graph, statement, self.attacked)
            row = self.found[key] = row_for(self.name, features)
        return row


def admitted(statement: Statement, opponents: tuple[str, ...]) -> bool:
    """Return whether every opponent admits the statement.

    What an answer passes over is admitted, unless it is the amount of damages; what a party lacks knowledge
    of is denied (FRCP 8(b)(5)-(6)). Without any answer on file nothing is admitted.
    """
    given = dict(statement.responses)
    silent = Response.NONE if statement.nature is not Nature.DAMAGES else None
    return bool(opponents) and all(given.get(party, "") in (Response.ADMITTED, silent) for party in opponents)


def effect(cell: str, graph: ArgumentGraph, statement: Statement, opponents: tuple[str, ...]) -> Assumption | None:
    """Return what a cell of the table assumes about a statement; nothing means that it is argued."""
    if cell == ADMITTED:
        return Assumption.ACCEPTED if admitted(statement, opponents) else None
    if cell == BARE:
        return None if graph.pro(statement.id) or graph.con(statement.id) else Assumption.OPEN
    return EFFECTS[cell]
