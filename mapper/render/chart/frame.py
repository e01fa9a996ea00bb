"""What stands around the tables of every chart: the case, the reading under which it holds, and what to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.evaluate import Evaluation
from mapper.render.chart.document import Document, Section
from mapper.render.text.play import absence
from mapper.render.text.words import listed, under

NOTE = (
    "Worked out from the case file at the stage and under the reading named above. "
    "What a file leaves out, a chart does not know."
)


def framed(
    evaluation: Evaluation, kind: str, summary: Section, sections: Sequence[Section], notes: Sequence[str] = ()
) -> Document:
    """Return a chart with its frame."""
    caption = evaluation.graph.setting.caption
    filed = f"filed {caption.filed}" if caption and caption.filed else ""
    words = ((caption.court or ""), (caption.docket or ""), filed) if caption else ()
    return Document(
        title=caption.title if caption else "Case",
        kind=kind,
        caption=", ".join(filter(None, words)),
        under=f"{under(evaluation)}.",
        summary=summary,
        sections=tuple(sections),
        notes=(NOTE, *_absent(evaluation), *notes),
    )


def _absent(evaluation: Evaluation) -> Iterator[str]:
    """Yield which claims are not in play, and why; they are charted only where they are asked for."""
    reasons: dict[str, list[str]] = {}
    for claim, found in evaluation.out_of_play().items():
        reasons.setdefault(absence(found), []).append(claim)
    if reasons:
        yield f"Not in play: {'; '.join(f'{listed(claims)} ({reason})' for reason, claims in reasons.items())}."
