"""Under what a case is evaluated: stage, scenario, motion, and what the asker accepts or rejects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.evaluate.play import claim_of, out_of_play
from mapper.evaluate.stages import Rows, effect
from mapper.graph import MADE_OUT, ArgumentGraph, Statement
from mapper.vocabulary import SIDES, Assumption, Kind, Side, Stage, Standard

if TYPE_CHECKING:
    from mapper.case.model import Motion


@dataclass(frozen=True, slots=True)
class Context:
    """What an evaluation rests on, besides the case.

    Attributes:
        stage: the stage of the proceeding.
        scenario: the scenario of the case that is followed, if any.
        accept, reject, open: addresses that the asker accepts, rejects or leaves open, before all else.
        drop: addresses of what the asker takes out: statements, which then do not count, and steps, which are gone.
    """

    stage: Stage = Stage.PLEADING
    scenario: str | None = None
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What is assumed about a statement, and what set it.

    Attributes:
        by: ``stage``, ``scenario``, ``motion``, ``option`` or ``rival``.
        reason: the row of the stage table, the scenario, the motion's mover, or the accepted rival.
    """

    assumption: Assumption
    by: str
    reason: str


def context(  # noqa: PLR0913  # one parameter for each thing that can be assumed
    graph: ArgumentGraph,
    *,
    stage: Stage | None = None,
    scenario: str | None = None,
    accept: Iterable[str] = (),
    reject: Iterable[str] = (),
    open: Iterable[str] = (),  # the word of the case file
    drop: Iterable[str] = (),
) -> Context:
    """Return the context for a scenario of the graph's case, at its stage unless another is asked for.

    Raises:
        KeyError: if there is no such scenario.
    """
    found = graph.setting.scenarios[scenario] if scenario is not None else None
    wanted = stage or (found.stage if found else Stage.PLEADING)
    return Context(wanted, scenario, tuple(accept), tuple(reject), tuple(open), tuple(drop))


def attacked_side(graph: ArgumentGraph, context: Context) -> Side:
    """Return the side whose pleading is under attack: the claimant's, unless a motion says otherwise."""
    motion = _motion(graph, context)
    mover = graph.setting.parties.get(motion.by) if motion else None
    side = SIDES.get(mover.role) if mover else None
    return side.other if side else Side.CLAIMANT


def assumptions(graph: ArgumentGraph, context: Context, among: Iterable[str] | None = None) -> dict[str, Given]:
    """Return what is assumed about each statement that is not argued, and what set it.

    What the asker assumes comes first, then the scenario, the motion and the stage; a rival of what was accepted is
    rejected with it, so that nothing weaker can accept it again.

    Args:
        graph: the graph.
        context: under what it is evaluated.
        among: only these statements, with all positions of an issue if there is one of them; otherwise all.
    """
    attacked = attacked_side(graph, context)
    given: dict[str, Given] = {}
    for layer in reversed([*layers(graph, context, attacked)]):
        new = {name: found for name, found in layer.items() if name not in given}
        given |= {name: found for name, found in (new | _rivals(graph, new)).items() if name not in given}
    wanted = None if among is None else dict.fromkeys(among)
    statements = graph.statements.values() if wanted is None else [graph.statements[name] for name in wanted]
    given |= by_stage(graph, context, attacked, [s for s in statements if s.id not in given])
    given |= _rivals(graph, given)
    return given if wanted is None else {name: given[name] for name in wanted if name in given}


def by_stage(
    graph: ArgumentGraph, context: Context, attacked: Side, statements: Iterable[Statement]
) -> dict[str, Given]:
    """Return what the stage table assumes about statements for which nothing else is given.

    Of the context only the stage matters.
    """
    opponents = {side: _parties(graph, side.other) for side in Side}
    rows = Rows("counts", graph, attacked)
    known: dict[tuple[str, Assumption], Given] = {}
    found = {}
    for statement in statements:
        row = rows[statement]
        answers = opponents[statement.side] if statement.side else ()
        assumption = effect(row.cells[context.stage], graph, statement, answers)
        if assumption:
            key = (row.name, assumption)
            found[statement.id] = known.get(key) or known.setdefault(key, Given(assumption, "stage", row.name))
    return found


def standards_in(graph: ArgumentGraph, context: Context) -> dict[str, Standard]:
    """Return the standard of proof of each statement."""
    rows = Rows("standards", graph, attacked_side(graph, context))
    by_word: dict[str, Standard] = {standard.value: standard for standard in Standard}
    return {
        name: by_word.get(rows[statement].cells[context.stage], statement.standard)
        for name, statement in graph.statements.items()
    }


def dropped_steps(graph: ArgumentGraph, context: Context) -> tuple[str, ...]:
    """Return the steps that the asker takes out.

    Raises:
        UnknownAddressError: if an address names nothing.
    """
    addresses = [address for address in context.drop if _names_steps(graph, address)]
    return tuple(dict.fromkeys(step for address in addresses for step in graph.resolve(address)))


def dropped_statements(graph: ArgumentGraph, context: Context) -> tuple[str, ...]:
    """Return the statements that the asker takes out.

    A claim goes with what was made out of it, so that no other claim stands on that.

    Raises:
        UnknownAddressError: if an address names nothing.
    """
    addresses = [address for address in context.drop if not _names_steps(graph, address)]
    names = dict.fromkeys(name for address in addresses for name in graph.resolve_statements(address))
    claims = (name for name in names if graph.statements[name].kind is Kind.CLAIM)
    return (*names, *(f"{claim}.{MADE_OUT}" for claim in claims))


def _names_steps(graph: ArgumentGraph, address: str) -> bool:
    return ":" in address and address not in graph.statements


def _motion(graph: ArgumentGraph, context: Context) -> Motion | None:
    return graph.setting.scenarios[context.scenario].motion if context.scenario else None


def _parties(graph: ArgumentGraph, side: Side) -> tuple[str, ...]:
    return tuple(name for name, party in graph.setting.parties.items() if SIDES.get(party.role) is side)


def layers(graph: ArgumentGraph, context: Context, attacked: Side) -> Iterator[dict[str, Given]]:
    """Yield what the motion, the scenario and the asker assume; a later layer wins.

    Raises:
        UnknownAddressError: if one of them names what is not there.
    """
    scenario = graph.setting.scenarios[context.scenario] if context.scenario else None
    if scenario and scenario.motion:
        yield _not_raised(graph, scenario.motion, attacked, out_of_play(graph, context.scenario))
    if scenario:
        yield _named(graph, (scenario.accept, scenario.reject, scenario.open), "scenario", context.scenario or "")
    rejected = (*context.reject, *dropped_statements(graph, context))
    yield _named(graph, (context.accept, rejected, context.open), "option", "")


def _named(graph: ArgumentGraph, lists: tuple[tuple[str, ...], ...], by: str, reason: str) -> dict[str, Given]:
    """Return the assumptions that lists of addresses make: those accepted, rejected, and left open."""
    return {
        name: Given(assumption, by, reason)
        for assumption, addresses in zip(Assumption, lists, strict=True)
        for address in addresses
        for name in graph.resolve_statements(address)
    }


def _rivals(graph: ArgumentGraph, given: Mapping[str, Given]) -> dict[str, Given]:
    """Return the rejections that follow from accepted positions."""
    rejected = {}
    for issue in graph.issues.values():
        accepted = [p for p in issue.positions if p in given and given[p].assumption is Assumption.ACCEPTED]
        for position in issue.positions if accepted else ():
            if position not in accepted:
                rejected[position] = Given(Assumption.REJECTED, "rival", accepted[0])
    return rejected


def _not_raised(graph: ArgumentGraph, motion: Motion, attacked: Side, absent: Collection[str]) -> dict[str, Given]:
    """Return what a motion concedes by leaving it out.

    What the other side has to show and the motion does not raise is accepted. A ground of the mover's own
    that the motion does not raise is not before the court, so it bars and lifts nothing. Of the claims that are
    absent, because they are not in play, a motion says nothing.
    """
    raised = {name for address in motion.on for name in _reach(graph, address)}
    conceded = {}
    for whole in graph.of_kind(Kind.CLAIM, Kind.DEFENSE):
        if claim_of(whole) in absent:
            continue
        target = f"{whole.id}.{MADE_OUT}" if whole.kind is Kind.CLAIM else whole.id
        parts = [e for e in graph.elements(whole.id) if e.id in raised]
        if {whole.id, whole.part_of, target} & raised:
            continue
        if whole.kind is Kind.DEFENSE and whole.side is not attacked:
            conceded.update(_given([] if parts else [target], Assumption.REJECTED, motion))
        else:
            left = [e.id for e in graph.elements(whole.id) if e.id not in raised] if parts else [target]
            conceded.update(_given(left, Assumption.ACCEPTED, motion))
    return conceded


def _given(names: Iterable[str], assumption: Assumption, motion: Motion) -> dict[str, Given]:
    return {name: Given(assumption, "motion", motion.by) for name in names}


def _reach(graph: ArgumentGraph, address: str) -> tuple[str, ...]:
    """Return what a ground of a motion puts before the court."""
    return (address, *graph.resolve_statements(address))
