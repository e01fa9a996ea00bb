"""What stands in the case file and does nothing there, and what a stage of the case asks for and does not find."""

from __future__ import annotations

from collections.abc import Iterator

from mapper import rules
from mapper.case.model import CaseModel
from mapper.check.places import Wants
from mapper.check.subject import Subject
from mapper.check.wording import counted, listed
from mapper.diagnostics import Diagnostic
from mapper.evaluate import context
from mapper.evaluate.context import assumptions
from mapper.graph import ArgumentGraph, Statement
from mapper.vocabulary import SIDES, Assumption, Kind, Nature, Role, Side, SourceKind, Stage

ENTRIES = (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL)
"""The kinds of statement that a person writes."""

NEEDS_NO_ANSWER = frozenset({SourceKind.EVIDENCE, SourceKind.RECORD, SourceKind.NEWS, SourceKind.COMMENTARY})
"""The sources of statements that count, or do not, whatever an answer says."""


def unused_statements(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find statements that support and attack nothing.

    Commentary may stand alone: it is drawn as commentary. Where there are no claims, what is argued for is the purpose.
    """
    asked = {address for scenario in subject.case.scenarios.values() for address in scenario.expect}
    debate = not subject.case.claims
    for statement in graph.of_kind(*ENTRIES):
        purpose = statement.id in asked or (debate and (graph.pro(statement.id) or graph.con(statement.id)))
        if not purpose and _is_idle(graph, statement):
            message = f"the {statement.kind.value} `{statement.id}` supports and attacks nothing"
            help_ = "name it where it counts, or leave it out"
            yield Diagnostic(rules.UNUSED_STATEMENT, message, subject.entry(statement.id), statement.id, help_)


def _is_idle(graph: ArgumentGraph, statement: Statement) -> bool:
    name = statement.id
    linked = graph.uses(name) or graph.undercuts(name) or graph.issue_of(name)
    return not linked and statement.source_kind is not SourceKind.COMMENTARY


def unused_sources(subject: Subject) -> Iterator[Diagnostic]:
    """Find sources on which nothing rests, and which replace none.

    One that comes from an included file may serve another case.
    """
    used = {name for mention in subject.mentions if mention.place.wants is Wants.SOURCE for name in mention.names}
    for name, source in subject.case.sources.items():
        place = None if name in used or source.replaces else subject.key("sources", name)
        if place and place.path == subject.file.path:
            message = f"nothing rests on the source `{name}`"
            help_ = "leave it out, or name it as the `source` of a statement"
            yield Diagnostic(rules.UNUSED_SOURCE, message, place, name, help_)


def missing_answers(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find parties that have not answered all allegations of fact, where a scenario comes to a stage that asks.

    Without an answer on file nothing is admitted. A reply to what the other side pleads in its answer is not
    asked for: it counts as denied (FRCP 8(b)(6)). Nor is an answer to what a scenario accepts or rejects by itself.
    """
    late = {
        name: {*scenario.accept, *scenario.reject}
        for name, scenario in subject.case.scenarios.items()
        if scenario.stage is not Stage.PLEADING
    }
    facts = [s for s in graph.of_kind(Kind.ALLEGATION) if _needs_answer(s)]
    for party in _parties(subject.case, Side.OPPONENT):
        silent = {s.id for s in facts if party not in dict(s.responses)}
        where = [name for name, given in late.items() if silent - given]
        missed = [s.id for s in facts if any(s.id in silent - late[name] for name in where)]
        if missed:
            message = f"`{party}` has not answered {len(missed)} of {counted(len(facts), 'allegation')} of fact"
            help_ = f"add `response: {{{party}: ...}}`; until then they are taken as denied in {listed(where)}"
            place = subject.value("scenarios", where[0], "stage")
            related = ((subject.entry(missed[0]), f"`{missed[0]}` is the first of them"),)
            yield Diagnostic(rules.MISSING_ANSWERS, message, place, party, help_, related)


def _needs_answer(statement: Statement) -> bool:
    factual = statement.nature in (Nature.FACT, Nature.DAMAGES)
    return statement.side is Side.CLAIMANT and factual and statement.source_kind not in NEEDS_NO_ANSWER


def _parties(case: CaseModel, side: Side) -> list[str]:
    return [name for name, party in case.parties.items() if SIDES.get(party.role) is side]


def misplaced_answers(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find answers by a party that is no opponent of who says it, so that they admit and deny nothing."""
    for statement in graph.of_kind(Kind.ALLEGATION, Kind.REBUTTAL):
        if statement.responses and statement.side:
            opponents = _parties(subject.case, statement.side.other)
            for party, _ in statement.responses:
                if party not in opponents:
                    message = f"`{party}` answers `{statement.id}`, but is no opponent of {listed(statement.by)}"
                    place = subject.entry(statement.id, "response", party)
                    yield Diagnostic(rules.MISPLACED_ANSWER, message, place, statement.id)


def no_plaintiff(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find cases in which nobody is the plaintiff although claims are made, so that nobody pleads them."""
    pleaded = [s for s in graph.of_kind(Kind.CLAIM) if not s.by]
    if pleaded:
        message = f"nobody is the plaintiff, so nobody pleads {listed([s.id for s in pleaded])}"
        help_ = f"give the party that sues the role `{Role.PLAINTIFF.value}`"
        place = subject.key("parties") if subject.case.parties else subject.entry(pleaded[0].id)
        yield Diagnostic(rules.NO_PLAINTIFF, message, place, help=help_)


def positions_accepted_by_stage(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find issues of which two positions count at a stage for what they are, such as findings of a court."""
    asserted = [i for i in graph.issues.values() if sum(_can_count(graph.statements[p]) for p in i.positions) > 1]
    scenarios: list[str | None] = [*subject.case.scenarios] or [None]
    for scenario in scenarios if asserted else ():
        given = assumptions(graph, context(graph, scenario=scenario))
        for issue in asserted:
            both = [p for p in issue.positions if p in given and given[p].assumption is Assumption.ACCEPTED]
            if len(both) > 1:
                where = f"in the scenario `{scenario}`" if scenario else "in the pleading"
                message = f"{listed(both)} are both taken as true {where}, but at most one can hold"
                yield Diagnostic(rules.TWO_ACCEPTED_POSITIONS, message, subject.key("issues", issue.id), issue.id)


def _can_count(statement: Statement) -> bool:
    """Return whether the stage table may accept a statement without anybody choosing it."""
    return statement.nature in (Nature.FACT, Nature.DAMAGES) or statement.source_kind is SourceKind.RECORD
