"""What is gathered while a graph is built, and how addresses of a case are read meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mapper.case.model import CaseModel, Step, Target
from mapper.case.theory import Theory
from mapper.graph import Argument, ArgumentGraph, Issue, Setting, Statement
from mapper.vocabulary import SIDES, Side


@dataclass(slots=True)
class Draft:
    """Statements first, then the steps between them, then what undercuts the steps."""

    case: CaseModel
    theories: Mapping[str, Theory]
    statements: dict[str, Statement] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    steps_to: dict[str, list[str]] = field(default_factory=dict)
    undercutters: dict[str, list[str]] = field(default_factory=dict)
    support: list[tuple[Step, str]] = field(default_factory=list)
    """Steps still to be added: they may cite statements that come later in the file."""
    sides: dict[tuple[str, ...], Side | None] = field(default_factory=dict)

    def add(self, statement: Statement) -> None:
        """Add a statement."""
        self.statements[statement.id] = statement

    def argue(self, argument: Argument) -> None:
        """Add an argument."""
        self.arguments[argument.id] = argument
        self.steps_to.setdefault(argument.conclusion, []).append(argument.id)

    def undercut(self, argument: str, by: str) -> None:
        """Let a statement undercut an argument."""
        self.undercutters.setdefault(argument, []).append(by)

    def side(self, parties: tuple[str, ...]) -> Side | None:
        """Return the one side that all the parties are on."""
        if parties not in self.sides:
            sides = {SIDES.get(self.case.parties[p].role) for p in parties if p in self.case.parties}
            self.sides[parties] = sides.pop() if len(sides) == 1 else None
        return self.sides[parties]

    def parties_of(self, side: Side) -> tuple[str, ...]:
        """Return the parties on a side."""
        return tuple(name for name, party in self.case.parties.items() if SIDES.get(party.role) == side)

    def spread(self, address: str) -> tuple[str, ...]:
        """Return the statements that an address names: itself, or each ``D@C`` for ``D``."""
        if address in self.statements:
            return (address,)
        whole, dot, part = address.partition(".")
        candidates = (f"{whole}@{claim}{dot}{part}" for claim in self.case.claims)
        return tuple(name for name in candidates if name in self.statements)

    def steps(self, address: str) -> tuple[str, ...]:
        """Return the arguments that the address of a step names."""
        premises, _, conclusion = address.partition(":")
        wanted = set(premises.split("+"))
        candidates = (self.arguments[a] for target in self.spread(conclusion) for a in self.steps_to.get(target, ()))
        exact = "+" in premises
        found = [a.id for a in candidates if wanted <= set(a.premises) and (not exact or wanted == set(a.premises))]
        if not found and address in self.arguments:
            return (address,)
        return tuple(found)

    def argue_support(self) -> None:
        """Add the steps that the case states as ``support``."""
        for step, conclusion in self.support:
            self.argue(self._argument(step, conclusion))

    def _argument(self, step: Step, conclusion: str) -> Argument:
        premises = step.from_
        if len(set(premises)) < len(premises) or not all(map(self.statements.__contains__, premises)):
            premises = tuple(dict.fromkeys(p for address in premises for p in self.spread(address)))
        warrant = step.warrant or ""
        roles: tuple[str, ...] = ()
        if warrant in self.statements and warrant not in premises:
            premises, roles, warrant = (*premises, warrant), (*("" for _ in premises), "warrant"), ""
        return Argument(
            id=f"{'+'.join(premises)}:{conclusion}",
            premises=premises,
            conclusion=conclusion,
            weight=step.weight,
            weighing=step.weighing,
            roles=roles,
            warrant=warrant,
        )

    def link(self, premise: str, target: Target, *, pro: bool) -> None:
        """Let one statement support or oppose all that a target names."""
        for conclusion in self.spread(target.on):
            step = f"{premise}:{conclusion}"
            self.argue(Argument(id=step, premises=(premise,), conclusion=conclusion, pro=pro, weight=target.weight))

    def finish(self) -> ArgumentGraph:
        """Return the graph."""
        arguments = [
            replace(a, undercutters=tuple(dict.fromkeys(self.undercutters[a.id]))) if a.id in self.undercutters else a
            for a in self.arguments.values()
        ]
        case = self.case
        issues = [Issue(id=name, positions=i.positions, title=i.title or "") for name, i in case.issues.items()]
        setting = Setting(caption=case.case, parties=case.parties, sources=case.sources, scenarios=case.scenarios)
        return ArgumentGraph(self.statements.values(), arguments, issues, setting)
