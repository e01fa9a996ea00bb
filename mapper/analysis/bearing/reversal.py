"""Statements assumed otherwise, so that another one gets another label."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mapper.analysis.explain import Explanation, explain
from mapper.analysis.suppose import suppose
from mapper.evaluate import Evaluation
from mapper.vocabulary import Assumption, Label, Status


@dataclass(frozen=True)
class Reversal:
    """Some statements, all assumed otherwise in the same way, so that the asked one gets another label.

    Attributes:
        evaluation: the labelling before.
        asked: the statement asked about.
        statements: those assumed otherwise, in the order of the file.
        assumption: *rejected* for what is taken away, *accepted* for what is added.
    """

    evaluation: Evaluation
    asked: str
    statements: tuple[str, ...]
    assumption: Assumption

    @cached_property
    def after(self) -> Evaluation:
        """Return the labelling afterwards, by evaluating anew."""
        return suppose(self.evaluation, dict.fromkeys(self.statements, self.assumption))

    @property
    def label(self) -> Label:
        """Return the label of the asked statement afterwards."""
        return self.after.labels[self.asked]

    @property
    def status(self) -> Status:
        """Return the status of the asked statement afterwards."""
        return self.after.status(self.asked)

    @property
    def explanation(self) -> Explanation:
        """Return why it has that status then."""
        return explain(self.after, self.asked)
