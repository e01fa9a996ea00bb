"""Whether the label of a statement is settled, and which open statements matter.

Settled is what comes out the same under every completion of the open statements; relevant is an open statement if
some completion of the others lets its value change the label: stability and relevance as in Odekerken, Bex, Borg and
Testerink, "Approximating stability for applied argument-based inquiry", Intelligent Systems with Applications 16
(2022), and Odekerken, Borg and Bex, "Stability and relevance in incomplete argumentation frameworks", COMMA 2022.
Both are answered exactly, by the answer-set solver, each with a completion that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mapper.analysis.bearing.pivots import Search
from mapper.analysis.bearing.solver import EFFORT
from mapper.analysis.bearing.worth import Worth, worths
from mapper.analysis.suppose import suppose
from mapper.evaluate import Evaluation
from mapper.evaluate.network import network
from mapper.vocabulary import Assumption, Label


@dataclass(frozen=True, slots=True)
class Outcome:
    """A label that the asked statement may come to have.

    Attributes:
        accepted: the open statements that a completion accepts in which it does; it rejects all others.
    """

    label: Label
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relevance:
    """An open statement whose value may change the label.

    Attributes:
        others: the other open statements that are accepted in a completion in which it does.
        if_accepted: the label there, if the statement is accepted.
        if_rejected: the label there, if it is rejected.
    """

    statement: str
    others: tuple[str, ...]
    if_accepted: Label
    if_rejected: Label


@dataclass(frozen=True)
class Settled:
    """Whether a label is settled; each answer is worked out when it is asked for.

    Attributes:
        evaluation: the labelling, with all statements open that were to be treated so.
        asked: the statement asked about.
        effort: after how many dead ends a search is given up.

    Examples:
        >>> from mapper.evaluate import Context, evaluate
        >>> from mapper.graph import Argument, ArgumentGraph, Statement
        >>> from mapper.vocabulary import Kind
        >>> graph = ArgumentGraph(
        ...     [Statement(id=name, kind=Kind.PROPOSITION) for name in ("a", "b", "claim")],
        ...     [Argument(id="a+b:claim", premises=("a", "b"), conclusion="claim")],
        ... )
        >>> found = settled(evaluate(graph, Context(reject=("a",))), "claim")
        >>> found.label
        <Label.OUT: 'out'>
        >>> found = settled(evaluate(graph, Context(accept=("a",))), "claim")
        >>> found.label is None, found.relevant
        (True, (Relevance(statement='b', others=(), if_accepted=<Label.IN: 'in'>, if_rejected=<Label.OUT: 'out'>),))
    """

    evaluation: Evaluation
    asked: str
    effort: int = EFFORT

    @property
    def label(self) -> Label | None:
        """Return the label under every completion, or nothing if it is not settled.

        It may be settled although the labelling leaves it undecided: what holds either way holds.

        Raises:
            GivenUpError: if the search met more dead ends than it was allowed to.
        """
        return self.outcomes[0].label if len(self.outcomes) == 1 else None

    @property
    def is_settled(self) -> bool:
        """Return whether the label is the same under every completion; raises as `label` does."""
        return self.label is not None

    @cached_property
    def open(self) -> tuple[str, ...]:
        """Return all open statements, in the order of the file."""
        return self._named(self._search.completions.open)

    @cached_property
    def _search(self) -> Search:
        return Search(self.evaluation, self.asked, self.effort)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(network(self.evaluation.graph).index)

    def _named(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._names[number] for number in numbers)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Return the labels that completions give, each with one that does: in, then out, then undecided.

        Raises:
            GivenUpError: if the search met more dead ends than it was allowed to.
        """
        decided = self.evaluation.labels[self.asked]
        if decided is not Label.UNDECIDED:
            return (Outcome(decided, ()),)
        return tuple(Outcome(label, self._named(accepted)) for label, accepted in self._search.outcomes())

    @cached_property
    def relevant(self) -> tuple[Relevance, ...]:
        """Return the relevant open statements, in the order of the file; all others never matter.

        Raises:
            GivenUpError: if the search met more dead ends than it was allowed to.
        """
        if self.is_settled:
            return ()
        found = self._search.pivots()
        return tuple(
            Relevance(self._names[number], self._named(pivot.others), pivot.if_accepted, pivot.if_rejected)
            for number, pivot in sorted(found.items())
        )

    @cached_property
    def worth(self) -> tuple[Worth, ...]:
        """Return how many other relevant statements each one settles, those first that settle most.

        Raises as `relevant` does.
        """
        return worths(self.evaluation, self.asked, [relevance.statement for relevance in self.relevant])

    @property
    def irrelevant(self) -> tuple[str, ...]:
        """Return the open statements whose value never matters; raises as `relevant` does."""
        relevant = {relevance.statement for relevance in self.relevant}
        return tuple(name for name in self.open if name not in relevant)


def settled(
    evaluation: Evaluation, statement: str, *, assume_open: Iterable[str] = (), effort: int = EFFORT
) -> Settled:
    """Return whether the label of a statement is settled.

    Args:
        evaluation: the labelling.
        statement: the statement asked about.
        assume_open: statements to treat as open besides; see `openable`.
        effort: after how many dead ends to give up.

    Raises:
        KeyError: if there is no such statement.
    """
    if statement not in evaluation.labels:
        raise KeyError(statement)
    newly = dict.fromkeys(assume_open, Assumption.OPEN)
    return Settled(suppose(evaluation, newly) if newly else evaluation, statement, effort)
