"""Why a statement has its status, as a value that can be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation

if TYPE_CHECKING:
    from mapper.analysis.change import Change
    from mapper.analysis.explain import Explanation


@dataclass(frozen=True, slots=True)
class Why:
    """Why a statement has its status, and what would change it; printed, it is a memo.

    Attributes:
        evaluation: the labelling that was asked about.
        explanation: the reasons, down to what was assumed or is missing.
        changes: the single changes of what the explanation names that give another status.

    Examples:
        >>> import mapper
        >>> why = mapper.example().graph().why("fosta@negligence")
        >>> why.explanation.grounds["fosta@negligence.scope"].unmet
        ('the claim rests on state law (common law) and 18 U.S.C. § 1595 is needed',)
        >>> [(change.statement, change.status.value) for change in why.changes]
        [('broad-reading', 'open')]
    """

    evaluation: Evaluation
    explanation: Explanation
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        """Return the explanation in words, at 80 columns."""
        from mapper.render.terminal import plain
        from mapper.render.text.why import why

        return plain(why(self.evaluation, self.explanation, self.changes, 80))
