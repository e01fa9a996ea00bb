"""Claims, defenses and carve-outs: theories applied to a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mapper.build.draft import Draft
from mapper.case.model import CarveOut, Claim, Defense, Step
from mapper.case.theory import Alternative, Conditions, Element, Theory
from mapper.graph import MADE_OUT, SCOPE, Argument, Statement
from mapper.vocabulary import Kind, Nature, Side

Instance = Claim | Defense | CarveOut
ALL_CLAIMS, OTHER_CLAIMS = "", "*"
"""The keys of support that is the same for every claim, and for every claim not named."""


def add_claim(draft: Draft, name: str, claim: Claim) -> None:
    """Add a claim, its elements, and the two steps from them to it."""
    theory = draft.theories[claim.theory]
    whole = _whole(draft, name, Kind.CLAIM, claim, claim.by or draft.parties_of(Side.CLAIMANT))
    for part in theory.parts():
        _add_part(draft, whole, claim, part, theory)
    _argue_alternatives(draft, name, theory.elements)
    made_out = replace(whole, id=f"{name}.{MADE_OUT}", kind=Kind.ELEMENT, element=MADE_OUT, part_of=name, note="")
    draft.add(made_out)
    draft.add(replace(whole, against=claim.against or _opponents(draft, whole)))
    draft.argue(_elements_step(made_out.id, (f"{name}.{element}" for element in theory.elements)))
    draft.argue(Argument(id=f"{made_out.id}:{name}", premises=(made_out.id,), conclusion=name))


def add_defense(draft: Draft, name: str, defense: Defense) -> None:
    """Add a defense as it bears on each claim that it is raised against."""
    whole = _whole(draft, name, Kind.DEFENSE, defense, defense.by or draft.parties_of(Side.OPPONENT))
    _add_shared_elements(draft, whole, defense)
    for claim in defense.against:
        bar = _add_bar(draft, whole, defense, claim)
        draft.undercut(f"{claim}.{MADE_OUT}:{claim}", bar)


def add_carve_out(draft: Draft, name: str, carve_out: CarveOut) -> None:
    """Add a carve-out as it bears on each claim that a defense which it lifts is raised against."""
    whole = _whole(draft, name, Kind.CARVE_OUT, carve_out, carve_out.by or draft.parties_of(Side.CLAIMANT))
    _add_shared_elements(draft, whole, carve_out)
    barred = [(defense, claim) for defense in carve_out.lifts for claim in draft.case.defenses[defense].against]
    bars = {claim: _add_bar(draft, whole, carve_out, claim) for claim in dict.fromkeys(claim for _, claim in barred)}
    for defense, claim in barred:
        draft.undercut(f"elements:{defense}@{claim}", bars[claim])


def _whole(draft: Draft, name: str, kind: Kind, instance: Instance, by: tuple[str, ...]) -> Statement:
    """Return the claim, defense or carve-out itself, from which its parts are made."""
    theory = draft.theories[instance.theory]
    return Statement(
        id=name,
        kind=kind,
        title=instance.title or theory.title,
        text=theory.text or "",
        nature=Nature.LAW,
        by=by,
        side=draft.side(by),
        source=instance.source,
        theory=instance.theory,
        authority=theory.authority,
        note=instance.note or "",
    )


def _opponents(draft: Draft, claim: Statement) -> tuple[str, ...]:
    """Return the parties whom a claim is against that names none: the other side."""
    return draft.parties_of(claim.side.other) if claim.side else ()


def _add_part(
    draft: Draft, owner: Statement, instance: Instance, part: tuple[str, Element, Alternative], theory: Theory
) -> None:
    """Add an element, or an alternative of one, with what supports it for the owner's claim or for all."""
    name, whole, spec = part
    element = replace(_element(owner, name, spec, theory), burden=_burden(draft, owner, whole, theory))
    draft.add(element)
    _support(draft, instance, element, owner.claim)


def _burden(draft: Draft, owner: Statement, element: Element, theory: Theory) -> tuple[str, ...]:
    """Return who bears the burden of an element: its owner, unless the theory puts it on the other side."""
    own = "defendant" if theory.kind == "defense" else "plaintiff"
    if (element.burden or theory.burden) == own or owner.side is None:
        return owner.by
    return draft.statements[owner.claim].by if owner.claim else draft.parties_of(owner.side.other)


def _argue_alternatives(draft: Draft, owner: str, elements: Mapping[str, Element]) -> None:
    """Add the step from each alternative to its element: one of them is enough."""
    for name, element in elements.items():
        for alternative in element.any_of:
            premise, conclusion = f"{owner}.{alternative}", f"{owner}.{name}"
            draft.argue(Argument(id=f"{premise}:{conclusion}", premises=(premise,), conclusion=conclusion))


def _element(owner: Statement, name: str, spec: Alternative, theory: Theory) -> Statement:
    """Return an element of the owner, who says it nowhere in particular."""
    return Statement(
        id=f"{owner.id}.{name}",
        kind=Kind.ELEMENT,
        title=spec.title or name.replace("-", " ").capitalize(),
        text=spec.text,
        nature=spec.nature,
        by=owner.by,
        side=owner.side,
        standard=spec.standard or theory.standard,
        part_of=owner.id,
        element=name,
        claim=owner.claim,
        authority=spec.authority,
    )


def _elements_step(conclusion: str, elements: Iterable[str]) -> Argument:
    return Argument(id=f"elements:{conclusion}", premises=tuple(elements), conclusion=conclusion)


def _support(draft: Draft, instance: Instance, element: Statement, claim: str) -> None:
    """Note the steps to an element: those for this claim, else those for the others, else those for all."""
    support: Mapping[str, tuple[Step, ...]] = instance.support.get(element.element, {})
    steps = support.get(claim, support.get(OTHER_CLAIMS, support.get(ALL_CLAIMS, ())))
    draft.support.extend((step, element.id) for step in steps)


def _add_shared_elements(draft: Draft, whole: Statement, instance: Defense | CarveOut) -> None:
    theory = draft.theories[instance.theory]
    for name, element, spec in theory.parts():
        if not element.per_claim:
            _add_part(draft, whole, instance, (name, element, spec), theory)
    shared = {name: element for name, element in theory.elements.items() if not element.per_claim}
    _argue_alternatives(draft, whole.id, shared)


def _add_bar(draft: Draft, whole: Statement, instance: Defense | CarveOut, claim: str) -> str:
    """Add a defense or carve-out as it bears on one claim; return its address."""
    bar = replace(whole, id=f"{whole.id}@{claim}", part_of=whole.id, claim=claim)
    elements = tuple(_bar_elements(draft, bar, instance))
    draft.add(bar)
    draft.argue(_elements_step(bar.id, elements))
    return bar.id


def _bar_elements(draft: Draft, bar: Statement, instance: Defense | CarveOut) -> Iterator[str]:
    """Add what is judged for this claim alone; yield all elements, in the order of the theory."""
    theory = draft.theories[instance.theory]
    for name, element, spec in theory.parts():
        if element.per_claim:
            _add_part(draft, bar, instance, (name, element, spec), theory)
        if spec is element:
            yield f"{bar.id if element.per_claim else bar.part_of}.{name}"
    per_claim = {name: element for name, element in theory.elements.items() if element.per_claim}
    _argue_alternatives(draft, bar.id, per_claim)
    if theory.conditions:
        scope = _scope(draft, bar, theory.conditions)
        draft.add(scope)
        if not scope.unmet:
            draft.argue(Argument(id=f"conditions:{scope.id}", premises=(), conclusion=scope.id))
        _support(draft, instance, scope, bar.claim)
        yield scope.id


def _scope(draft: Draft, bar: Statement, conditions: Conditions) -> Statement:
    """Return the element that the claim is one which the defense or carve-out reaches."""
    unmet = unmet_conditions(conditions, draft.theories[draft.case.claims[bar.claim].theory])
    return Statement(
        id=f"{bar.id}.{SCOPE}",
        kind=Kind.ELEMENT,
        title="Scope",
        text=describe(conditions),
        nature=Nature.LAW,
        by=bar.by,
        side=bar.side,
        part_of=bar.id,
        element=SCOPE,
        claim=bar.claim,
        unmet=unmet,
    )


def unmet_conditions(conditions: Conditions, claim: Theory) -> tuple[str, ...]:
    """Return in words each condition that a claim under a theory does not meet; empty if it meets all."""
    basis = " or ".join(conditions.basis)
    tests = (
        (conditions.law in (None, claim.law), f"the claim rests on {claim.law} law and {conditions.law} law is needed"),
        (
            conditions.proceeding in (None, claim.proceeding),
            f"the proceeding is {claim.proceeding} and must be {conditions.proceeding}",
        ),
        (
            not basis or claim.basis in conditions.basis,
            f"the claim rests on {claim.law} law ({claim.basis}) and {basis} is needed",
        ),
    )
    return tuple(words for met, words in tests if not met)


def describe(conditions: Conditions) -> str:
    """Return conditions as a sentence."""
    law = f"{conditions.law} law" if conditions.law else ""
    proceeding = f"{conditions.proceeding} proceedings" if conditions.proceeding else ""
    basis = f"claims under {' or '.join(conditions.basis)}" if conditions.basis else ""
    return f"Reaches only {', '.join(filter(None, (law, proceeding, basis)))}."
