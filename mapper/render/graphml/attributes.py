"""What is said of statements, steps and issues in GraphML, as tables: the name of each attribute, and how it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mapper.evaluate import Evaluation
from mapper.graph import Argument, Issue, Statement
from mapper.render.diagram.scene.carriers import Group, flow_of
from mapper.render.diagram.scene.sayings import speakers
from mapper.render.diagram.symbols import Flow

Value = str | bool | int | float

CARRIES: Mapping[Flow, str] = {Flow.LIVE: "carries", Flow.OPEN: "undecided", Flow.DEAD: "carries nothing"}
"""The status of a step."""


def _listed(names: Iterable[object]) -> str:
    return "; ".join(map(str, names))


STATEMENT: Mapping[str, Callable[[Evaluation, Statement], Value]] = {
    "label": lambda _, s: s.heading,
    "type": lambda _, s: "statement",
    "kind": lambda _, s: s.kind.value,
    "labelling": lambda evaluation, s: evaluation.labels[s.id].value,
    "status": lambda evaluation, s: evaluation.status(s.id).value,
    "title": lambda _, s: s.title,
    "text": lambda _, s: s.text,
    "note": lambda _, s: s.note,
    "nature": lambda _, s: s.nature.value,
    "by": lambda _, s: _listed(s.by),
    "said_by": speakers,
    "side": lambda _, s: s.side.value if s.side else "",
    "against": lambda _, s: _listed(s.against),
    "witness": lambda _, s: _listed(s.witness),
    "source": lambda _, s: str(s.source) if s.source else "",
    "source_kind": lambda _, s: s.source_kind.value if s.source_kind else "",
    "quotes": lambda _, s: _listed(f"{place}: {quote}" for place, quote in s.quotes),
    "date": lambda _, s: str(s.date) if s.date else "",
    "responses": lambda _, s: _listed(f"{party}: {response.value}" for party, response in s.responses),
    "standard": lambda evaluation, s: evaluation.standards[s.id].value,
    "theory": lambda _, s: s.theory,
    "authority": lambda _, s: _listed(a.cite for a in s.authority),
    "claim": lambda _, s: s.claim,
    "part_of": lambda _, s: s.part_of,
    "element": lambda _, s: s.element,
    "unmet": lambda _, s: _listed(s.unmet),
}

STEP: Mapping[str, Callable[[Evaluation, Argument], Value]] = {
    "label": lambda _, a: a.warrant or ("supports" if a.pro else "rebuts"),
    "type": lambda _, a: "step",
    "status": lambda evaluation, a: CARRIES[flow_of(evaluation, ((Group((a.id,), are_steps=True),),))],
    "pro": lambda _, a: a.pro,
    "weight": lambda _, a: float(a.weight),
    "weighing": lambda _, a: a.weighing.value,
    "warrant": lambda _, a: a.warrant,
    "roles": lambda _, a: _listed(a.roles),
}

ISSUE: Mapping[str, Callable[[Evaluation, Issue], Value]] = {
    "label": lambda _, i: i.title or i.id,
    "type": lambda _, i: "issue",
    "title": lambda _, i: i.title,
}

CASE: Mapping[str, Callable[[Evaluation], Value]] = {
    "label": lambda evaluation: _caption(evaluation, "title") or "Argument map",
    "court": lambda evaluation: _caption(evaluation, "court"),
    "docket": lambda evaluation: _caption(evaluation, "docket"),
    "stage": lambda evaluation: evaluation.context.stage.value,
    "scenario": lambda evaluation: evaluation.context.scenario or "",
    "accepted": lambda evaluation: _listed(evaluation.context.accept),
    "rejected": lambda evaluation: _listed(evaluation.context.reject),
    "opened": lambda evaluation: _listed(evaluation.context.open),
    "dropped": lambda evaluation: _listed(evaluation.context.drop),
}


def _caption(evaluation: Evaluation, field: str) -> str:
    caption = evaluation.graph.setting.caption
    return str(getattr(caption, field) or "") if caption else ""
