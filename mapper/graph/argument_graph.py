"""The argument graph: statements, arguments and issues, and the questions that one asks of them.

A bipartite graph in the line of Carneades: Gordon, Prakken and Walton, "The Carneades model of argument
and burden of proof", Artificial Intelligence 171 (2007); Gordon and Walton, "Formalizing balancing
arguments", COMMA 2016.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from mapper.graph.parts import MADE_OUT, Argument, Issue, Setting, Statement
from mapper.graph.unknown import no_statement
from mapper.vocabulary import Kind

if TYPE_CHECKING:
    import networkx as nx

    from mapper.case.model import Scenario


def _index(links: Iterable[tuple[str, Argument]]) -> dict[str, tuple[Argument, ...]]:
    """Return the arguments linked to each statement, in the order of the links."""
    found: dict[str, list[Argument]] = {}
    for statement, argument in links:
        found.setdefault(statement, []).append(argument)
    return {statement: tuple(arguments) for statement, arguments in found.items()}


class ArgumentGraph:
    """Statements, the arguments between them, and the issues they are positions of.

    Never changed after it is made; every method that returns several things returns them in the order
    of the file.

    Examples:
        >>> graph = ArgumentGraph(
        ...     [Statement(id="a", kind=Kind.ALLEGATION), Statement(id="b", kind=Kind.ALLEGATION)],
        ...     [Argument(id="a:b", premises=("a",), conclusion="b")],
        ... )
        >>> [argument.id for argument in graph.pro("b")]
        ['a:b']
    """

    def __init__(
        self,
        statements: Iterable[Statement],
        arguments: Iterable[Argument] = (),
        issues: Iterable[Issue] = (),
        setting: Setting | None = None,
    ) -> None:
        self.statements: Mapping[str, Statement] = MappingProxyType({s.id: s for s in statements})
        self.arguments: Mapping[str, Argument] = MappingProxyType({a.id: a for a in arguments})
        self.issues: Mapping[str, Issue] = MappingProxyType({i.id: i for i in issues})
        self.setting = setting or Setting()

    @cached_property
    def _pro(self) -> dict[str, tuple[Argument, ...]]:
        return _index((a.conclusion, a) for a in self.arguments.values() if a.pro)

    @cached_property
    def _con(self) -> dict[str, tuple[Argument, ...]]:
        return _index((a.conclusion, a) for a in self.arguments.values() if not a.pro)

    @cached_property
    def _uses(self) -> dict[str, tuple[Argument, ...]]:
        return _index((premise, a) for a in self.arguments.values() for premise in a.premises)

    @cached_property
    def _undercuts(self) -> dict[str, tuple[Argument, ...]]:
        return _index((undercutter, a) for a in self.arguments.values() for undercutter in a.undercutters)

    @cached_property
    def _issue_of(self) -> dict[str, Issue]:
        return {position: issue for issue in self.issues.values() for position in issue.positions}

    # Links

    def pro(self, statement: str) -> tuple[Argument, ...]:
        """Return the arguments for the statement."""
        return self._pro.get(statement, ())

    def con(self, statement: str) -> tuple[Argument, ...]:
        """Return the arguments against the statement."""
        return self._con.get(statement, ())

    def uses(self, statement: str) -> tuple[Argument, ...]:
        """Return the arguments of which the statement is a premise."""
        return self._uses.get(statement, ())

    def undercuts(self, statement: str) -> tuple[Argument, ...]:
        """Return the arguments that the statement takes out of play if it holds."""
        return self._undercuts.get(statement, ())

    def issue_of(self, statement: str) -> Issue | None:
        """Return the issue of which the statement is a position."""
        return self._issue_of.get(statement)

    def rivals(self, statement: str) -> tuple[str, ...]:
        """Return the other positions of the statement's issue."""
        issue = self._issue_of.get(statement)
        return tuple(p for p in issue.positions if p != statement) if issue else ()

    def without(self, steps: Collection[str]) -> ArgumentGraph:
        """Return the graph without some steps."""
        kept = (a for name, a in self.arguments.items() if name not in steps)
        return ArgumentGraph(self.statements.values(), kept, self.issues.values(), self.setting)

    def with_scenarios(self, scenarios: Mapping[str, Scenario]) -> ArgumentGraph:
        """Return the same graph in a case with other scenarios."""
        setting = replace(self.setting, scenarios=scenarios)
        return ArgumentGraph(self.statements.values(), self.arguments.values(), self.issues.values(), setting)

    # The parts of a case

    def of_kind(self, *kinds: Kind) -> tuple[Statement, ...]:
        """Return the statements of these kinds."""
        return tuple(s for s in self.statements.values() if s.kind in kinds)

    def claims(self) -> tuple[Statement, ...]:
        """Return the claims."""
        return self.of_kind(Kind.CLAIM)

    def elements(self, whole: str) -> tuple[Statement, ...]:
        """Return what a claim, a bar or a lift (``negligence``, ``section-230@negligence``) has to show."""
        step = self.arguments.get(f"elements:{whole}") or self.arguments.get(f"elements:{whole}.{MADE_OUT}")
        return tuple(self.statements[premise] for premise in step.premises) if step else ()

    def bars(self, claim: str) -> tuple[Statement, ...]:
        """Return the defenses as they bear on the claim."""
        step = self.arguments.get(f"{claim}.{MADE_OUT}:{claim}")
        return self._undercutters(step, Kind.DEFENSE)

    def lifts(self, bar: str) -> tuple[Statement, ...]:
        """Return the carve-outs as they bear on a bar such as ``section-230@negligence``."""
        return self._undercutters(self.arguments.get(f"elements:{bar}"), Kind.CARVE_OUT)

    def _undercutters(self, step: Argument | None, kind: Kind) -> tuple[Statement, ...]:
        found = (self.statements[u] for u in step.undercutters) if step else ()
        return tuple(s for s in found if s.kind == kind)

    # Addresses

    def resolve(self, address: str) -> tuple[str, ...]:
        """Return the ids of the statements or arguments that an address names.

        ``D`` without an at sign names each ``D@C``; ``D.e`` the element, claim by claim where it is judged so;
        ``K:x`` every step to ``x`` in which ``K`` is a premise.

        Raises:
            UnknownAddressError: if it names nothing.
        """
        found = self.named(address)
        if not found:
            raise no_statement(self, address)
        return found

    def resolve_statements(self, address: str) -> tuple[str, ...]:
        """Return the ids of the statements that an address names.

        Raises:
            UnknownAddressError: if it names none.
        """
        found = tuple(name for name in self.resolve(address) if name in self.statements)
        if not found:
            raise no_statement(self, address)
        return found

    def named(self, address: str) -> tuple[str, ...]:
        """Return the same as ``resolve``, and nothing for what names nothing."""
        if address in self.statements:
            return (address,)
        found = self._steps(address) if ":" in address else self._for_each_claim(address)
        return (address,) if not found and address in self.arguments else found

    def _for_each_claim(self, address: str) -> tuple[str, ...]:
        whole, dot, part = address.partition(".")
        return tuple(s.id for s in self.statements.values() if s.claim and s.id == f"{whole}@{s.claim}{dot}{part}")

    def _steps(self, address: str) -> tuple[str, ...]:
        premises, _, conclusion = address.partition(":")
        wanted = set(premises.split("+"))
        return tuple(
            a.id
            for target in dict.fromkeys((conclusion, *self._for_each_claim(conclusion)))
            for a in (*self.pro(target), *self.con(target))
            if wanted <= set(a.premises) and ("+" not in premises or len(wanted) == len(a.premises))
        )

    def addresses(self) -> Iterator[str]:
        """Yield every address that names one statement, and the defenses and carve-outs without a claim."""
        seen: set[str] = set()
        for statement in self.statements.values():
            short = statement.part_of if statement.kind in (Kind.DEFENSE, Kind.CARVE_OUT) else ""
            for address in filter(None, (short, statement.id)):
                if address not in seen:
                    seen.add(address)
                    yield address

    # Other libraries

    def to_networkx(self) -> nx.DiGraph[str]:
        """Return the graph as a bipartite ``networkx.DiGraph``.

        Nodes are statements (``bipartite=0``, ``kind``, ``title``, ``text``, ``nature``) and arguments
        (``bipartite=1``, ``pro``, ``weight`` as text such as ``3/5``, ``weighing``). Edges run from premise
        to argument (``role="premise"``), from argument to conclusion (``role="pro"`` or ``"con"``) and from an
        undercutter to the argument it attacks (``role="undercut"``). Issues are the graph's attribute
        ``issues``, ids to lists of positions.
        """
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph(issues={i.id: list(i.positions) for i in self.issues.values()})
        for s in self.statements.values():
            graph.add_node(s.id, bipartite=0, kind=s.kind.value, title=s.title, text=s.text, nature=s.nature.value)
        for a in self.arguments.values():
            graph.add_node(a.id, bipartite=1, pro=a.pro, weight=str(a.weight), weighing=a.weighing.value)
            graph.add_edges_from(((premise, a.id) for premise in a.premises), role="premise")
            graph.add_edges_from(((undercutter, a.id) for undercutter in a.undercutters), role="undercut")
            graph.add_edge(a.id, a.conclusion, role="pro" if a.pro else "con")
        return graph
