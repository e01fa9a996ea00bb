"""Which statements may be treated as open, to see what is worth finding out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mapper.evaluate import Evaluation
from mapper.evaluate.stages import admitted
from mapper.graph import ArgumentGraph, Statement
from mapper.vocabulary import SIDES, Kind, Nature, SourceKind

DENIED = "denied"

WRITTEN = (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL)
"""What persons say; the rest is what theories make of it."""

Test = Callable[[ArgumentGraph, Statement], bool]


def is_denied(graph: ArgumentGraph, statement: Statement) -> bool:
    """Return whether some opponent does not admit an assertion, by the same measure as the stage table.

    Without an answer on file that is every assertion; what is found or judicially noticed is past denying.
    """
    if statement.kind not in (Kind.ALLEGATION, Kind.REBUTTAL) or not statement.side:
        return False
    opponents = tuple(n for n, party in graph.setting.parties.items() if SIDES.get(party.role) is statement.side.other)
    return statement.source_kind is not SourceKind.RECORD and not admitted(statement, opponents)


def _of_kind(kind: Kind) -> Test:
    return lambda _, statement: statement.kind is kind


def _of_nature(nature: Nature) -> Test:
    return lambda _, statement: statement.kind in WRITTEN and statement.nature is nature


KINDS: dict[str, Test] = {
    DENIED: is_denied,
    **{kind.value: _of_kind(kind) for kind in WRITTEN},
    **{nature.value: _of_nature(nature) for nature in Nature},
}
"""The words for what can be treated as open: denied assertions, a kind of statement, or a nature."""


def openable(evaluation: Evaluation, kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the statements of these kinds that may be treated as open, in the order of the file.

    What the scenario, a motion or the asker has chosen stays as chosen: it is what the question rests on.

    Raises:
        KeyError: if there is no such kind.
    """
    tests = [KINDS[kind] for kind in kinds]
    graph, given = evaluation.graph, evaluation.given
    return tuple(
        name
        for name, statement in graph.statements.items()
        if (name not in given or given[name].by == "stage") and any(test(graph, statement) for test in tests)
    )
