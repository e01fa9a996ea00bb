"""The statements that a person writes, and the steps between them."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.build.draft import Draft
from mapper.case.model import Allegation, Evidence, Proposition, Rebuttal, Target
from mapper.graph import Argument, Statement
from mapper.vocabulary import Kind, Nature, Response, Side, SourceKind

Entry = Allegation | Evidence | Proposition | Rebuttal

AUTHORITIES = (SourceKind.STATUTE, SourceKind.OPINION)
"""The kinds of source that are themselves an argument for the statement of law that cites them."""

UNDERCUT_BY_LAW = (Kind.ELEMENT, Kind.CLAIM, Kind.DEFENSE, Kind.CARVE_OUT)
"""What a rebuttal in law attacks by undercutting the steps to it; anything else it argues against."""


def add_entries(draft: Draft) -> None:
    """Add the allegations, evidence, propositions and rebuttals of the case."""
    case = draft.case
    claimants = draft.parties_of(Side.CLAIMANT)
    for name, allegation in case.allegations.items():
        _add(draft, _statement(draft, name, Kind.ALLEGATION, allegation, allegation.nature, claimants), allegation)
    for name, evidence in case.evidence.items():
        _add(draft, _statement(draft, name, Kind.EVIDENCE, evidence, Nature.FACT), evidence)
    for name, proposition in case.propositions.items():
        _add(draft, _statement(draft, name, Kind.PROPOSITION, proposition, proposition.nature), proposition)
    for name, rebuttal in case.rebuttals.items():
        _add(draft, _statement(draft, name, Kind.REBUTTAL, rebuttal, rebuttal.nature or Nature.FACT), rebuttal)


def _add(draft: Draft, statement: Statement, entry: Entry) -> None:
    draft.add(statement)
    draft.support.extend((step, statement.id) for step in entry.support)
    if statement.nature in (Nature.LAW, Nature.MIXED) and statement.source_kind in AUTHORITIES:
        draft.argue(Argument(id=f"authority:{statement.id}", premises=(), conclusion=statement.id))


def _statement(
    draft: Draft, name: str, kind: Kind, entry: Entry, nature: Nature, by: tuple[str, ...] = ()
) -> Statement:
    source = draft.case.sources.get(entry.source.source) if entry.source else None
    responses: Mapping[str, Response] = entry.response if isinstance(entry, Allegation | Rebuttal) else {}
    by = entry.by or (source.by if source else ()) or by
    return Statement(
        id=name,
        kind=kind,
        title=entry.title or "",
        text=entry.text,
        nature=nature,
        by=by,
        side=draft.side(by),
        source=entry.source,
        source_kind=source.kind if source else None,
        quotes=tuple((quote.quoted_in, quote.quote) for quote in entry.all_quotes),
        date=entry.date,
        witness=(entry.witness if isinstance(entry, Evidence) else ()) or (source.witness if source else ()),
        responses=tuple(responses.items()),
        note=entry.note or "",
    )


def link_evidence(draft: Draft) -> None:
    """Let each piece of evidence prove and disprove what it says it does."""
    for name, evidence in draft.case.evidence.items():
        for target in evidence.proves:
            draft.link(name, target, pro=True)
        for target in evidence.disproves:
            draft.link(name, target, pro=False)


def attack(draft: Draft) -> None:
    """Let each rebuttal attack what it says it does, once all steps are there.

    Steps come last: some of them are the con arguments of rebuttals, which may stand further down in the file.
    """
    attacks = [(name, target) for name, rebuttal in draft.case.rebuttals.items() for target in rebuttal.attacks]
    for name, target in sorted(attacks, key=lambda attack: ":" in attack[1].on):
        for step in draft.steps(target.on) if ":" in target.on else _attacked_steps(draft, name, target):
            draft.undercut(step, name)


def _attacked_steps(draft: Draft, rebuttal: str, target: Target) -> list[str]:
    """Return the steps that a rebuttal undercuts by attacking a statement; argue against it otherwise."""
    steps = []
    for attacked in draft.spread(target.on):
        in_law = draft.statements[rebuttal].nature is Nature.LAW
        if in_law and draft.statements[attacked].kind in UNDERCUT_BY_LAW:
            steps += [step for step in draft.steps_to.get(attacked, ()) if draft.arguments[step].pro]
        else:
            draft.link(rebuttal, target.model_copy(update={"on": attacked}), pro=False)
    return steps
