"""The proof chart and the order of proof as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.analysis.chart import Entry, Item, Part, ProofChart
from mapper.analysis.order_of_proof import Exhibit, Fact, OrderOfProof, Testimony
from mapper.analysis.proof import Attack, Proof
from mapper.analysis.responses import Answer
from mapper.evaluate import Evaluation
from mapper.render.json.document import Value, document, labelled, model, under
from mapper.render.text.reasons import because


def chart(found: ProofChart | OrderOfProof) -> str:
    """Return a proof chart, or an order of proof."""
    if isinstance(found, ProofChart):
        parts = [_part(found.evaluation, part) for part in found.parts]
        return document("chart", **under(found.evaluation), parts=parts)
    return document(
        "order_of_proof",
        **under(found.evaluation),
        testimonies=[_testimony(found.evaluation, each) for each in found.testimonies],
        unproved=[_fact(found.evaluation, fact) for fact in found.unproved],
        settled=[_fact(found.evaluation, fact) for fact in found.settled],
    )


def _part(evaluation: Evaluation, part: Part) -> Value:
    statement = evaluation.graph.statements[part.statements[0]]
    return {
        "id": part.whole,
        "kind": statement.kind.value,
        "title": statement.title,
        "by": list(statement.by),
        "against": list(part.parties),
        "authority": [model(authority) for authority in statement.authority],
        "elements": [_entry(evaluation, entry) for entry in part.elements],
        "outcomes": [_entry(evaluation, entry) for entry in part.outcomes],
        "missing": [{"kind": g.kind.value, "id": g.statement, "others": list(g.others)} for g in part.gaps],
        "unproved": list(part.unproved),
    }


def _entry(evaluation: Evaluation, entry: Entry) -> Value:
    statement = evaluation.graph.statements[entry.statement]
    return {
        **_standing(evaluation, entry.statement),
        "title": statement.title,
        "text": statement.text,
        "claims": list(entry.claims),
        "alternative": entry.alternative,
        "at_trial": statement.standard.value,
        "authority": [model(authority) for authority in statement.authority],
        "support": [_item(evaluation, item) for item in entry.items],
        "evidence": _proofs(entry.proofs),
        "attacks": _attacks(entry.attacks),
    }


def _standing(evaluation: Evaluation, name: str) -> Value:
    """Return a statement with its status and the reason for it."""
    return {**labelled(evaluation, evaluation.graph.statements[name]), "because": because(evaluation, name)}


def _item(evaluation: Evaluation, item: Item) -> Value:
    statement = evaluation.graph.statements[item.statement]
    return {
        **_standing(evaluation, item.statement),
        "text": statement.text,
        "source": str(statement.source) if statement.source else None,
        "step": item.step,
        "depth": item.depth,
        "again": item.again,
        "need": item.need.value,
        "unproved": item.unproved,
        "answers": _answers(item.answers),
        "evidence": _proofs(item.proofs),
        "attacks": _attacks(item.attacks),
    }


def _answers(answers: Sequence[Answer]) -> list[Value]:
    return [
        {
            "party": answer.party,
            "response": answer.response.value if answer.response else None,
            "effect": answer.effect.value,
            "opponent": answer.opponent,
        }
        for answer in answers
    ]


def _proofs(proofs: Sequence[Proof]) -> list[Value]:
    return [{"id": proof.evidence, "step": proof.step, "proves": proof.proves} for proof in proofs]


def _attacks(attacks: Sequence[Attack]) -> list[Value]:
    return [
        {"id": attack.statement, "way": attack.way.value, "on": attack.on, "answered_by": list(attack.answers)}
        for attack in attacks
    ]


def _testimony(evaluation: Evaluation, testimony: Testimony) -> Value:
    exhibits = [_exhibit(evaluation, exhibit) for exhibit in testimony.exhibits]
    return {"witnesses": list(testimony.witnesses), "exhibits": exhibits}


def _exhibit(evaluation: Evaluation, exhibit: Exhibit) -> Value:
    shows = [
        {"id": showing.evidence, "proves": showing.proves, "fact": _fact(evaluation, showing.fact)}
        for showing in exhibit.showings
    ]
    return {"source": exhibit.source or None, "place": exhibit.place or None, "shows": shows}


def _fact(evaluation: Evaluation, fact: Fact) -> Value:
    return {
        **_standing(evaluation, fact.statement),
        "text": evaluation.graph.statements[fact.statement].text,
        "need": fact.need.value,
        "answers": _answers(fact.answers),
        "purposes": [{"id": purpose.statement, "against": purpose.against} for purpose in fact.purposes],
    }
