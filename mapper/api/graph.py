"""The argument graph of a case, with the questions that one asks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, Unpack

from mapper.api.under import Ids, Under, listed_ids
from mapper.api.why import Why
from mapper.evaluate import Evaluation, context, evaluate
from mapper.graph import ArgumentGraph
from mapper.graph.unknown import SCENARIO, not_among
from mapper.vocabulary import Stage

if TYPE_CHECKING:
    from mapper.analysis.against import Against
    from mapper.analysis.bearing.labellings import Preferred, Stable
    from mapper.analysis.bearing.settled import Settled
    from mapper.analysis.bearing.support import Support
    from mapper.analysis.chains import Chain, Count
    from mapper.analysis.gaps import Gap
    from mapper.analysis.missed import Account
    from mapper.analysis.responses import Answered
    from mapper.analysis.scenarios import ScenarioRow
    from mapper.analysis.stages import StageFlip
    from mapper.analysis.timeline import Timeline
    from mapper.analysis.whatif import WhatIf


class Graph(ArgumentGraph):
    """The argument graph of a case, with the questions that one asks of it.

    Every question can be asked at a ``stage``, under a ``scenario``, and with statements that are taken as true
    (``accept``), not counted (``reject``), left undecided (``open``) or, steps too, taken out (``drop``).

    Examples:
        >>> import mapper
        >>> graph = mapper.example().graph()
        >>> print(graph.evaluate().status("negligence"))
        open
        >>> print(graph.evaluate(accept="duty-reading").status("negligence"))
        stands
    """

    def evaluate(self, **under: Unpack[Under]) -> Evaluation:
        """Return the grounded labelling: at the pleading stage and under no scenario, unless given.

        Raises:
            UnknownAddressError: if a scenario or an address names nothing.
            ValueError: if there is no such stage.
        """
        scenario, stage = under.get("scenario"), under.get("stage")
        asked = context(
            self,
            stage=Stage(stage) if stage else None,
            scenario=None if scenario is None else self._scenario(scenario),
            accept=listed_ids(under.get("accept", ())),
            reject=listed_ids(under.get("reject", ())),
            open=listed_ids(under.get("open", ())),
            drop=listed_ids(under.get("drop", ())),
        )
        return evaluate(self, asked)

    def why(self, statement: str, **under: Unpack[Under]) -> Why:
        """Return why a statement has its status, and what single change would give it another.

        Raises:
            UnknownAddressError: if an address names nothing.
            ValueError: if the address names several statements.
        """
        from mapper.analysis.change import single_changes
        from mapper.analysis.explain import explain

        evaluation, name = self.evaluate(**under), self._one(statement)
        return Why(evaluation, explain(evaluation, name), single_changes(evaluation, name))

    def chains(
        self,
        statement: str,
        *,
        start: str | None = None,
        attacks: bool = False,
        sort: str = "length",
        limit: int | None = None,
        **under: Unpack[Under],
    ) -> Iterator[Chain]:
        """Yield the chains of support for a statement, live ones first, each as soon as it is found.

        Args:
            statement: the statement asked about.
            start: only chains that begin at this statement.
            attacks: follow attacks too, so that each chain has a sign.
            sort: which come first: ``length``, ``strength`` or ``file``.
            limit: how many at most.
            **under: stage, scenario and what is assumed.

        Raises:
            UnknownAddressError: if an address names nothing.
            ValueError: if an address names several statements, or there is no such order.

        Examples:
            >>> import mapper
            >>> chain = next(mapper.example().graph().chains("conspiracy.awareness"))
            >>> chain.statements
            ('SINCE-2013', 'KNEW', 'conspiracy.awareness')
        """
        from mapper.analysis.chains import Sort, chains

        evaluation, first = self.evaluate(**under), self._one(start) if start else None
        return chains(evaluation, self._one(statement), start=first, attacks=attacks, sort=Sort(sort), limit=limit)

    def count_chains(
        self, statement: str, *, start: str | None = None, attacks: bool = False, **under: Unpack[Under]
    ) -> Count:
        """Return how many chains lead to a statement, exactly where no circle is involved.

        Raises:
            UnknownAddressError: if an address names nothing.
            ValueError: if an address names several statements.
        """
        from mapper.analysis.chains import count_chains

        evaluation, first = self.evaluate(**under), self._one(start) if start else None
        return count_chains(evaluation, self._one(statement), start=first, attacks=attacks)

    def scenarios(self) -> tuple[ScenarioRow, ...]:
        """Return for each scenario what is computed, what it expects, and what was ruled."""
        from mapper.analysis.scenarios import scenario_table

        return scenario_table(self)

    def accounts(self) -> tuple[Account, ...]:
        """Return what accounts for each expectation that is missed and each ruling that came out otherwise.

        The smallest changes of leaves, one or two, with which it would have come out so; each is verified.
        """
        from mapper.analysis.missed import accounts

        return accounts(self.scenarios())

    def against(self, here: str, there: str) -> Against:
        """Return why two scenarios part: the smallest differences that turn a status here into that there.

        Raises:
            UnknownAddressError: if there is no such scenario.
        """
        from mapper.analysis.against import against

        return against(self, self._scenario(here), self._scenario(there))

    def stage_flips(self, **under: Unpack[Under]) -> tuple[StageFlip, ...]:
        """Return what flips from stage to stage, and because of which statements.

        Raises:
            UnknownAddressError: if a scenario or an address names nothing.
        """
        from mapper.analysis.stages import stage_flips

        def at(stage: Stage) -> Evaluation:
            asked: Under = {**under, "stage": stage}
            return self.evaluate(**asked)

        return stage_flips([at(stage) for stage in Stage])

    def whatif(
        self,
        *,
        stage: Stage | str | None = None,
        scenario: str | None = None,
        accept: Ids = (),
        reject: Ids = (),
        open: Ids = (),  # the word of the case file
        drop: Ids = (),
    ) -> WhatIf:
        """Return what changes if some statements are accepted, rejected, left open or dropped, or steps dropped.

        Only what the change can reach is labelled anew.

        Raises:
            UnknownAddressError: if a scenario or an address names nothing.

        Examples:
            >>> import mapper
            >>> found = mapper.example().graph().whatif(drop="SINCE-2013", scenario="as-filed-duty")
            >>> [str(flip.after) for flip in found.flips if flip.statement == "negligence"]
            ['not made out']
        """
        from mapper.analysis.whatif import whatif

        lists = {"accept": accept, "reject": reject, "open": open, "drop": drop}
        asked = {name: listed_ids(addresses) for name, addresses in lists.items()}
        return whatif(self.evaluate(stage=stage, scenario=scenario), **asked)

    def gaps(self, **under: Unpack[Under]) -> tuple[Gap, ...]:
        """Return what the case lacks: support, answers, allegations that lead somewhere.

        Raises:
            UnknownAddressError: if a scenario or an address names nothing.
        """
        from mapper.analysis.gaps import gaps

        return gaps(self.evaluate(**under))

    def support(self, statement: str, evaluation: Evaluation | None = None, *, effort: int | None = None) -> Support:
        """Return what carries a statement and what would defeat it, each answer worked out when it is asked for.

        Args:
            statement: the address of the statement.
            evaluation: the labelling; that of the pleading stage, unless given.
            effort: after how many dead ends a search is given up; two million, unless given.

        Raises:
            UnknownAddressError: if an address names nothing.

        Examples:
            >>> import mapper
            >>> graph = mapper.example().graph()
            >>> found = graph.support("negligence.harm")
            >>> [carrier.leaves for carrier in found.minimal().sets]
            [('HARM',)]
        """
        from mapper.analysis.bearing.solver import EFFORT
        from mapper.analysis.bearing.support import support

        return support(evaluation or self.evaluate(), self._one(statement), EFFORT if effort is None else effort)

    def settled(
        self,
        statement: str,
        evaluation: Evaluation | None = None,
        *,
        assume_open: Iterable[str] = (),
        effort: int | None = None,
    ) -> Settled:
        """Return whether the label of a statement is settled, and which open statements matter.

        Args:
            statement: the address of the statement.
            evaluation: the labelling; that of the pleading stage, unless given.
            assume_open: kinds of statement to treat as open besides, such as ``denied`` or ``conclusion``.
            effort: after how many dead ends a search is given up; two million, unless given.

        Raises:
            UnknownAddressError: if an address names nothing.
            KeyError: if there is no such kind.

        Examples:
            >>> import mapper
            >>> found = mapper.example().graph().settled("negligence")
            >>> found.is_settled
            False
        """
        from mapper.analysis.bearing.opening import openable
        from mapper.analysis.bearing.settled import settled
        from mapper.analysis.bearing.solver import EFFORT

        labelled, asked = evaluation or self.evaluate(), self._one(statement)
        others = [name for name in openable(labelled, assume_open) if name != asked]
        return settled(labelled, asked, assume_open=others, effort=EFFORT if effort is None else effort)

    def labellings(self, kind: Literal["preferred", "stable"], **under: Unpack[Under]) -> Preferred | Stable:
        """Return the labellings beyond the grounded one, and how each undecided statement fares in all of them.

        Raises:
            UnknownAddressError: if a scenario or an address names nothing.

        Examples:
            >>> import mapper
            >>> mapper.example().graph().labellings("stable").first().found
            ()
        """
        from mapper.analysis.bearing.labellings import Preferred, Stable

        return (Preferred if kind == "preferred" else Stable)(self.evaluate(**under))

    def timeline(self) -> Timeline:
        """Return the dated statements, the filing, the sources and the rulings in order."""
        from mapper.analysis.timeline import timeline

        return timeline(self)

    def responses(self) -> tuple[Answered, ...]:
        """Return every statement that is for others to answer, with their answers and what these come to."""
        from mapper.analysis.responses import responses

        return responses(self)

    def _scenario(self, name: str) -> str:
        if name not in self.setting.scenarios:
            raise not_among(self, name, self.setting.scenarios, SCENARIO)
        return name

    def _one(self, address: str) -> str:
        names = self.resolve_statements(address)
        if len(names) > 1:
            raise ValueError(f"`{address}` names several statements: {', '.join(names)}")
        return names[0]
