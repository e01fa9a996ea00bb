"""The reason for a label in one clause, and what each step does for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mapper.analysis.explain import Part, Reason, explain, ground
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, Statement
from mapper.render.text.words import PREDICATES, given, listed
from mapper.vocabulary import Kind, Label


def because(evaluation: Evaluation, statement: str) -> str:
    """Return why a statement has its label, in a clause such as ``element agreement has no support``."""
    found = ground(evaluation, statement)
    if found.given:
        return given(found.given, evaluation.context.stage)
    if found.label is Label.UNDECIDED and (open_ones := _turns_on(evaluation, statement)):
        return open_ones
    if found.unmet or not found.reasons:
        return "; ".join(found.unmet) or "nothing supports it"
    telling = (group for group in grouped(found.reasons) if group[0].part is not Part.FAILS or not group[0].against)
    return "; ".join(step(evaluation, group, deep=True) for group in telling)


def _turns_on(evaluation: Evaluation, statement: str) -> str:
    """Return on what an open statement turns: a circle, or what is left open; nothing for a genuine dispute."""
    found = explain(evaluation, statement)
    if found.cycle:
        return circle(found.cycle)
    leaves = [leaf.statement for leaf in found.leaves() if leaf.label is Label.UNDECIDED]
    return f"it turns on {listed(leaves)}" if leaves else ""


def circle(statements: Sequence[str]) -> str:
    """Return that statements wait for one another."""
    if len(statements) == 1:
        return f"{statements[0]} waits for itself"
    return f"{listed(statements)} wait for one another in a circle"


def grouped(reasons: Iterable[Reason]) -> list[tuple[Reason, ...]]:
    """Return reasons together that say the same of several steps for the same cause."""
    groups: dict[object, list[Reason]] = {}
    for reason in reasons:
        groups.setdefault((reason.part, reason.against, reason.because, _weight(reason)), []).append(reason)
    return [tuple(group) for group in groups.values()]


def sources(reasons: tuple[Reason, ...]) -> str:
    """Return the premises of steps, as a user would write them."""
    return listed(" + ".join(reason.argument.premises) or f"the step {reason.argument.id}" for reason in reasons)


def step(evaluation: Evaluation, reasons: tuple[Reason, ...], *, deep: bool = False) -> str:
    """Return what steps to one conclusion do for its label, in a clause; all do the same for the same cause.

    Args:
        evaluation: the labelled graph.
        reasons: the steps.
        deep: whether to say of a failing element why it fails.
    """
    reason = reasons[0]
    origin, _, conclusion = reason.argument.id.partition(":")
    if reason.part is Part.PENDING and (names := waiting(evaluation, reason)):
        return listed(fault(evaluation, name) for name in names) + _weight(reason)
    if origin == f"{conclusion}.{MADE_OUT}":
        return _claim(evaluation, reason)
    if origin == "elements":
        return _elements(evaluation, reason, deep=deep)
    return AUTOMATIC.get(origin) or _written(evaluation, reasons)


AUTOMATIC = {"conditions": "the claim meets its conditions", "authority": "its source is authority for it"}
"""What is said of the steps without premises that a theory or a source makes."""


def waiting(evaluation: Evaluation, reason: Reason) -> list[str]:
    """Return the undecided statements that a step waits for; the elements instead of *made out*."""
    names = [name for name in dict.fromkeys(reason.because) if evaluation.labels[name] is Label.UNDECIDED]
    made_out = f"{reason.argument.conclusion}.{MADE_OUT}"
    if made_out not in names:
        return names
    elements = (e.id for e in evaluation.graph.elements(reason.argument.conclusion))
    return [*(e for e in elements if evaluation.labels[e] is Label.UNDECIDED), *(n for n in names if n != made_out)]


def _claim(evaluation: Evaluation, reason: Reason) -> str:
    """Return what the last step, from made out to the claim, does: bars undercut it."""
    claim = reason.argument.conclusion
    if reason.part is Part.WINS:
        bars = [_harmless(evaluation, bar) for bar in evaluation.graph.bars(claim)]
        return listed(["every element is made out", *bars])
    culprit = reason.because[0]
    if culprit == f"{claim}.{MADE_OUT}":
        return because(evaluation, culprit)
    if evaluation.graph.statements[culprit].kind is not Kind.DEFENSE:
        return f"{culprit} counts against it, although every element is made out"
    lifts = (f"; {x.heading} does not lift it: {because(evaluation, x.id)}" for x in evaluation.graph.lifts(culprit))
    return f"{called(evaluation, culprit)} applies{''.join(lifts)}"


def _harmless(evaluation: Evaluation, bar: Statement) -> str:
    """Return why a bar does not keep a claim from standing: something lifts it, or it does not apply."""
    lifts = [x.heading for x in evaluation.graph.lifts(bar.id) if evaluation.labels[x.id] is Label.IN]
    return f"{listed(lifts)} lifts {bar.heading}" if lifts else f"{bar.heading} does not apply"


def _elements(evaluation: Evaluation, reason: Reason, *, deep: bool) -> str:
    """Return what the step from the elements does: carve-outs undercut that to a bar."""
    if reason.part is Part.WINS:
        return "every element is made out"
    culprit = reason.because[0]
    if culprit not in reason.argument.undercutters:
        return _deep_fault(evaluation, culprit) if deep else fault(evaluation, culprit)
    lifted = evaluation.graph.statements[culprit].kind is Kind.CARVE_OUT
    return f"{called(evaluation, culprit)} lifts it" if lifted else f"{culprit} defeats it"


def _deep_fault(evaluation: Evaluation, element: str) -> str:
    found = ground(evaluation, element)
    if found.unmet:
        return "; ".join(found.unmet)
    why = f": {because(evaluation, element)}" if len(grouped(found.reasons)) == 1 else ""
    return fault(evaluation, element) + why


def _written(evaluation: Evaluation, reasons: tuple[Reason, ...]) -> str:
    """Return what steps that a person wrote do."""
    reason = reasons[0]
    if reason.part in (Part.WINS, Part.PENDING):
        return f"{'opposed' if reason.against else 'supported'} by {sources(reasons)}{_weight(reason)}"
    if reason.part is Part.TOO_WEAK:
        return f"{sources(reasons)} is too weak{_weight(reason)}"
    if set(reason.because) & set(reason.argument.undercutters):
        return f"{listed(reason.because)} {'takes' if len(reason.because) == 1 else 'take'} {_steps(evaluation, reasons)} out of play"
    faults = (fault(evaluation, name, by_address=True) for name in reason.because)
    return listed(faults) or f"{sources(reasons)} has no weight"


def _steps(evaluation: Evaluation, reasons: tuple[Reason, ...]) -> str:
    every = evaluation.graph.pro(reasons[0].argument.conclusion)
    if not reasons[0].against and len(reasons) == len(every) > 1:
        return "every step to it"
    if not any(reason.argument.premises for reason in reasons):
        return sources(reasons)
    return f"the {'step' if len(reasons) == 1 else 'steps'} from {sources(reasons)}"


def _weight(reason: Reason) -> str:
    low, high = reason.weight
    plain = reason.argument.weight == 1 and low in (0, 1) and high in (0, 1)
    return "" if plain else f" (weight {high})"


def fault(evaluation: Evaluation, statement: str, *, by_address: bool = False) -> str:
    """Return how it stands with a statement, in a clause such as ``element duty has no support``.

    Args:
        evaluation: the labelled graph.
        statement: the statement.
        by_address: whether to call an element by its address, because it may be one of another claim.
    """
    found, label = evaluation.graph.statements[statement], evaluation.labels[statement]
    is_element = found.kind is Kind.ELEMENT
    subject = statement if by_address and is_element else called(evaluation, statement)
    bare = label is Label.OUT and statement not in evaluation.given and not evaluation.graph.pro(statement)
    if is_element and bare and not found.unmet:
        return f"{subject} has no support"
    return f"{subject} {PREDICATES[evaluation.status(statement)]}"


def called(evaluation: Evaluation, statement: str) -> str:
    """Return how a sentence names a statement: an element by its name, a bar by its title, others by id."""
    found = evaluation.graph.statements[statement]
    if found.kind is Kind.ELEMENT:
        return statement if found.element == MADE_OUT else f"element *{found.element}*"
    return found.heading if found.kind in (Kind.DEFENSE, Kind.CARVE_OUT) else statement
