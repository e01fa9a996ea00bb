"""Small cases as text, and what is computed from them."""

from __future__ import annotations

from mapper.build import build
from mapper.case.load import load_case
from mapper.case.model import CaseModel
from mapper.evaluate import Evaluation, context, evaluate
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Stage

PRELUDE = """
mapper: 1
case: {title: Doe v. Corp}
parties:
  does: {name: Jane Does, role: plaintiff}
  corp: {name: Corp, role: defendant}
  press: {name: The Paper, role: nonparty}
sources:
  complaint: {title: Complaint, kind: pleading}
  answer: {title: Answer, kind: answer}
  brief: {title: Brief, kind: brief}
  opinion: {title: An earlier case, kind: opinion}
  statute: {title: An act, kind: statute}
  exhibit: {title: A letter, kind: evidence}
  record: {title: Judicial notice, kind: record}
  paper: {title: A report, kind: news}
  readers: {title: Comments on it, kind: commentary}
theories:
  tort:
    {title: Tort, kind: claim, jurisdiction: us-ca, law: state, basis: common law, burden: plaintiff, elements: {
      duty: {text: There was a duty., nature: law},
      breach: {text: It was breached., nature: fact},
      harm: {text: Harm followed., nature: mixed, standard: clear-and-convincing}}}
  act:
    {title: The act, kind: claim, jurisdiction: us, law: federal, basis: § 1, burden: plaintiff, elements: {
      violation: {text: The act was violated., nature: fact}}}
  immunity:
    {title: Immunity, kind: defense, jurisdiction: us, law: federal, basis: § 2, burden: defendant, elements: {
      provider: {text: The defendant is a provider., nature: fact, standard: beyond-reasonable-doubt},
      publisher: {text: The claim treats it as publisher., nature: mixed, per-claim: true}}}
  exception:
    {title: Exception, kind: carve-out, jurisdiction: us, law: federal, basis: § 3, burden: plaintiff,
     conditions: {law: federal, basis: § 1}, elements: {
      knowing: {text: It was done knowingly., nature: fact}}}
"""


def case_of(text: str) -> CaseModel:
    """Return the case that a text holds."""
    return load_case("case.yaml", text).model


def graph_of(sections: str, prelude: str = PRELUDE) -> ArgumentGraph:
    """Return the graph of a case: a prelude of parties, sources and theories, and its own sections."""
    case = case_of(prelude + sections)
    return build(case, case.theories)


def labelled(graph: ArgumentGraph, **how: object) -> Evaluation:
    """Return the labelling of a graph in the context that the keywords describe."""
    return evaluate(graph, context(graph, **how))  # type: ignore[arg-type]  # the keywords are those of `context`


def statuses(graph: ArgumentGraph, *names: str, **how: object) -> dict[str, str]:
    """Return the status of these statements, or of all."""
    found = labelled(graph, **how)
    return {name: found.status(name).value for name in names or graph.statements}


def by_stage(graph: ArgumentGraph, name: str) -> list[str]:
    """Return the status of a statement at each stage."""
    return [statuses(graph, name, stage=stage)[name] for stage in Stage]
