"""The first page: what case it is, how it is read, what stands and why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapper.evaluate import Evaluation
from mapper.graph import Statement
from mapper.render.diagram.scene.statuses import of_statement
from mapper.render.dossier.lists import Rows
from mapper.render.text.play import absence, in_play
from mapper.render.text.reasons import because
from mapper.render.text.words import CONFIDENCE, STAGES, listed
from mapper.vocabulary import Status

HOW = (
    "Each statement is drawn in full once. A dashed card refers to it and names the page; in a viewer it leads there. "
    "The key list gives every text in full."
)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A line of the table of claims.

    Attributes:
        absent: whether the claim is not in play.
    """

    number: int
    id: str
    title: str
    status: str
    why: str
    page: int | None
    absent: bool


@dataclass(frozen=True, slots=True)
class Front:
    """The first page.

    Attributes:
        place: the court and the docket.
        verdict: how many claims have which status.
        reading: the stage, the scenario and what is assumed.
    """

    place: str
    verdict: str
    claims: tuple[ClaimRow, ...]
    reading: Rows
    how: str = HOW


def title_of(evaluation: Evaluation) -> str:
    """Return the title of the case."""
    caption = evaluation.graph.setting.caption
    return caption.title if caption else "Argument map"


def place_of(evaluation: Evaluation) -> str:
    """Return the court and the docket."""
    caption = evaluation.graph.setting.caption
    return " · ".join(filter(None, (caption.court, caption.docket))) if caption else ""


def context_of(evaluation: Evaluation) -> str:
    """Return under what the case is evaluated, for the head of every page."""
    return " · ".join(f"{label} {said}" for label, said in _context(evaluation))


def front(evaluation: Evaluation, pages: Mapping[str, int], about: str = "") -> Front:
    """Return the first page, given the page on which each thing is drawn, and what part of the case is shown."""
    caption = evaluation.graph.setting.caption
    filed = f"filed {caption.filed}" if caption and caption.filed else ""
    return Front(
        place=" · ".join(filter(None, (place_of(evaluation), filed))),
        verdict=_verdict(evaluation),
        claims=tuple(sorted(_claims(evaluation, pages), key=lambda row: row.absent)),
        reading=tuple(
            (label, said) for label, said in (*_context(evaluation), *_scenario(evaluation), ("", about)) if said
        ),
    )


def _verdict(evaluation: Evaluation) -> str:
    """Return how many claims have which status, and how many are not in play."""
    claims = evaluation.graph.claims()
    found = [evaluation.status(claim.id) for claim in in_play(evaluation, claims)]
    counts = [f"{found.count(status)} {status.value}" for status in dict.fromkeys(found)]
    absent = [f"{len(claims) - len(found)} not in play"] if len(found) < len(claims) else []
    said = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    return f"{said}: {', '.join((*counts, *absent))}" if claims else "No claims"


def _claims(evaluation: Evaluation, pages: Mapping[str, int]) -> Iterator[ClaimRow]:
    absent = evaluation.out_of_play()
    for number, claim in enumerate(evaluation.graph.claims(), start=1):
        out = absent.get(claim.id)
        status = of_statement(evaluation, claim)
        why = absence(out) if out else _because(evaluation, claim)
        said = why[:1].upper() + why[1:]
        yield ClaimRow(number, claim.id, claim.heading, status, said, pages.get(claim.id), bool(out))


def _because(evaluation: Evaluation, claim: Statement) -> str:
    return "" if evaluation.status(claim.id) is Status.STANDS else because(evaluation, claim.id)


def _context(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """Yield the stage, the scenario and what the asker assumes."""
    context = evaluation.context
    yield "Stage:", STAGES[context.stage]
    if context.scenario is not None:
        yield "Scenario:", evaluation.graph.setting.scenarios[context.scenario].title or context.scenario
    for label, addresses in (
        ("accepting", context.accept),
        ("rejecting", context.reject),
        ("leaving open", context.open),
        ("without", context.drop),
    ):
        if addresses:
            yield label, ", ".join(addresses)


def _scenario(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """Yield what the scenario assumes, and what a court ruled."""
    if evaluation.context.scenario is None:
        return
    found = evaluation.graph.setting.scenarios[evaluation.context.scenario]
    yield "Motion", f"by {found.motion.by}, on {listed(found.motion.on)}" if found.motion else ""
    yield "The scenario accepts", ", ".join(found.accept)
    yield "The scenario rejects", ", ".join(found.reject)
    yield "The scenario leaves open", ", ".join(found.open)
    if found.ruling:
        ruling = found.ruling
        outcome = ", ".join(f"{name} {said}" for name, said in ruling.outcome.items())
        date = f", {ruling.date}" if ruling.date else ""
        yield "Ruled:", f"{ruling.court}{date}: {outcome} ({CONFIDENCE[ruling.confidence]})"
