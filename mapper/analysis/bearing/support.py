"""What carries a statement, what would defeat it, and the steps that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mapper.analysis.bearing.carriers import count_carriers, each_carrier
from mapper.analysis.bearing.defeat import Defeat, additions, cheapest_defeat, single_points
from mapper.analysis.bearing.leading import steps_between
from mapper.analysis.bearing.reversal import Reversal
from mapper.analysis.bearing.solver import EFFORT, gathered
from mapper.evaluate import Evaluation
from mapper.graph import Argument

LIMIT = 1000
"""How many sets are listed unless another number is asked for."""


@dataclass(frozen=True)
class Carrier:
    """A minimal complete support: leaves that carry the asked statement, none of which can be spared.

    Attributes:
        evaluation: the labelling.
        asked: the statement that is carried.
        leaves: the leaves, in the order of the file; none for what stands by itself.
    """

    evaluation: Evaluation
    asked: str
    leaves: tuple[str, ...]

    @cached_property
    def steps(self) -> tuple[Argument, ...]:
        """Return the steps by which the leaves carry the statement, each after those that it builds on."""
        return steps_between(self.evaluation, self.leaves, self.asked)


@dataclass(frozen=True, slots=True)
class Carriers:
    """The smallest minimal supports.

    Attributes:
        sets: the supports, the smallest first, those of one size in the order of the file.
        complete: whether these are all, rather than as many as were asked for or could be found.
    """

    sets: tuple[Carrier, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many minimal supports there are; ``exact`` is false where there are at least so many."""

    supports: int
    exact: bool


@dataclass(frozen=True)
class Support:
    """What carries a statement and what would defeat it; each answer is worked out when it is asked for.

    Attributes:
        evaluation: the labelling.
        asked: the statement asked about.
        effort: after how many dead ends a search is given up.

    Examples:
        >>> from mapper.evaluate import Context, evaluate
        >>> from mapper.graph import Argument, ArgumentGraph, Statement
        >>> from mapper.vocabulary import Kind
        >>> graph = ArgumentGraph(
        ...     [Statement(id=name, kind=Kind.PROPOSITION) for name in ("a", "b", "c", "claim")],
        ...     [
        ...         Argument(id="a+b:claim", premises=("a", "b"), conclusion="claim"),
        ...         Argument(id="a+c:claim", premises=("a", "c"), conclusion="claim"),
        ...     ],
        ... )
        >>> found = support(evaluate(graph, Context(accept=("a", "b", "c"))), "claim")
        >>> [carrier.leaves for carrier in found.minimal().sets]
        [('a', 'b'), ('a', 'c')]
        >>> [point.statements for point in found.single_points]
        [('a',)]
    """

    evaluation: Evaluation
    asked: str
    effort: int = EFFORT

    def each(self) -> Iterator[Carrier]:
        """Yield the minimal supports, the smallest first, each as soon as it is found.

        Raises:
            GivenUpError: if there may be more, but the search met more dead ends than it was allowed to.
        """
        found = each_carrier(self.evaluation, self.asked, effort=self.effort)
        return (Carrier(self.evaluation, self.asked, leaves) for leaves in found)

    def minimal(self, limit: int = LIMIT) -> Carriers:
        """Return the smallest minimal supports, so many at most."""
        found, complete = gathered(self.each(), limit)
        place = {name: number for number, name in enumerate(self.evaluation.graph.statements)}
        found.sort(key=lambda carrier: (len(carrier.leaves), [place[leaf] for leaf in carrier.leaves]))
        return Carriers(tuple(found), complete)

    def count(self, limit: int = LIMIT) -> Count:
        """Return how many minimal supports there are: exactly where no statement is used twice, else up to a limit."""
        number = count_carriers(self.evaluation, self.asked)
        if number is not None:
            return Count(number, exact=True)
        found = self.minimal(limit)
        return Count(len(found.sets), found.complete)

    @cached_property
    def single_points(self) -> tuple[Reversal, ...]:
        """Return the leaves each of which, taken away alone, gives the statement another label."""
        return single_points(self.evaluation, self.asked)

    @cached_property
    def additions(self) -> tuple[Reversal, ...]:
        """Return the statements each of which, accepted alone, gives the statement another label."""
        return additions(self.evaluation, self.asked)

    def defeat(self, limit: int = LIMIT) -> Defeat:
        """Return the smallest sets of leaves without which the statement is no longer in, so many at most."""
        return cheapest_defeat(self.evaluation, self.asked, limit=limit, effort=self.effort)


def support(evaluation: Evaluation, statement: str, effort: int = EFFORT) -> Support:
    """Return what carries a statement, and what would defeat it.

    Args:
        evaluation: the labelling.
        statement: the address of the statement.
        effort: after how many dead ends a search is given up.

    Raises:
        KeyError: if there is no such statement.
    """
    if statement not in evaluation.labels:
        raise KeyError(statement)
    return Support(evaluation, statement, effort)
