"""Answers as JSON: one versioned document for each, made from the values alone.

The shapes are documented in ``docs/reference/json.md``. Weights are exact and so are texts, such as ``"3/5"``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation
from mapper.graph import Argument, ArgumentGraph, Statement

if TYPE_CHECKING:
    from mapper.analysis.chains import Chain, Count
    from mapper.analysis.change import Change
    from mapper.analysis.explain import Explanation, Ground, Reason
    from mapper.analysis.scenarios import ScenarioRow
    from mapper.case.theory import Model, Theory
    from mapper.check.explained import RuleText
    from mapper.diagnostics import Rule

VERSION = 1
"""The version of all documents; it changes when a reader of the old ones would be misled."""

Value = Mapping[str, object]


def document(answer: str, **parts: object) -> str:
    """Return a document as text: its version, which answer it is, and its parts.

    Half a surrogate pair, which no encoding has, becomes the escape that JSON has for it.
    """
    text = json.dumps({"version": VERSION, "answer": answer, **parts}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def evaluation(found: Evaluation) -> str:
    """Return the labelling: the status of every statement."""
    return document(
        "evaluation", **_under(found), statements=[_labelled(found, s) for s in found.graph.statements.values()]
    )


def stages(evaluations: Sequence[Evaluation]) -> str:
    """Return the status of every statement at each stage."""
    first = evaluations[0]
    rows = [_course(evaluations, statement) for statement in first.graph.statements.values()]
    under = {key: value for key, value in _under(first).items() if key != "stage"}
    return document("stages", **under, stages=[e.context.stage.value for e in evaluations], statements=rows)


def _course(evaluations: Sequence[Evaluation], statement: Statement) -> Value:
    status = {e.context.stage.value: e.status(statement.id).value for e in evaluations}
    return {"id": statement.id, "kind": statement.kind.value, "flips": len(set(status.values())) > 1, "status": status}


def glance(found: Evaluation) -> str:
    """Return the claims with their elements, support, bars and lifts."""
    graph = found.graph
    claims = [
        {
            **_labelled(found, claim),
            "title": claim.title,
            "elements": [_element(found, element) for element in graph.elements(claim.id)],
            "bars": [
                {
                    **_labelled(found, bar),
                    "title": bar.title,
                    "lifts": [_labelled(found, x) for x in graph.lifts(bar.id)],
                }
                for bar in graph.bars(claim.id)
            ],
        }
        for claim in graph.claims()
    ]
    counts: dict[str, int] = {}
    for statement in graph.statements.values():
        counts[statement.kind.value] = counts.get(statement.kind.value, 0) + 1
    return document("glance", **_under(found), claims=claims, counts=counts)


def _element(found: Evaluation, element: Statement) -> Value:
    steps = found.graph.pro(element.id)
    live = sum(map(found.is_live, steps))
    return {**_labelled(found, element), "title": element.title, "steps": len(steps), "live_steps": live}


def records(found: Evaluation, addresses: Sequence[str]) -> str:
    """Return everything about ids."""
    return document("records", **_under(found), records=[_record(found, address) for address in addresses])


def _record(found: Evaluation, address: str) -> Value:
    graph, setting = found.graph, found.graph.setting
    if address in graph.statements:
        return _statement(found, graph.statements[address])
    if address in graph.arguments:
        return {"type": "step", **_argument(found, graph.arguments[address])}
    if address in graph.issues:
        issue = graph.issues[address]
        return {"type": "issue", "id": address, "title": issue.title, "positions": list(issue.positions)}
    sections: tuple[tuple[str, Mapping[str, Model]], ...] = (
        ("scenario", setting.scenarios),
        ("party", setting.parties),
        ("source", setting.sources),
    )
    word, section = next((word, section) for word, section in sections if address in section)
    return {"type": word, "id": address, **_model(section[address])}


def _model(entry: Model) -> Value:
    """Return an entry in the form it has in a case file, without what it leaves out."""
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True)


def _statement(found: Evaluation, statement: Statement) -> Value:
    graph, name = found.graph, statement.id
    return {
        "type": "statement",
        **_labelled(found, statement),
        "title": statement.title,
        "text": statement.text,
        "nature": statement.nature.value,
        "by": list(statement.by),
        "source": _text(statement.source),
        "quotes": [{"quoted_in": str(where), "quote": words} for where, words in statement.quotes],
        "date": _text(statement.date),
        "responses": {party: response.value for party, response in statement.responses},
        "theory": statement.theory or None,
        "part_of": statement.part_of or None,
        "authority": [_model(authority) for authority in statement.authority],
        "unmet": list(statement.unmet),
        "note": statement.note or None,
        "support": [_argument(found, a) for a in graph.pro(name)],
        "against": [_argument(found, a) for a in graph.con(name)],
        "rivals": list(graph.rivals(name)),
        "used_by": [a.id for a in graph.uses(name)],
        "undercuts": [a.id for a in graph.undercuts(name)],
    }


def why(found: Evaluation, explanations: Sequence[tuple[Explanation, Sequence[Change]]]) -> str:
    """Return why statements have their status, and what would change it."""
    answers = [
        {
            "id": explanation.statement,
            "status": explanation.ground.status.value,
            "grounds": [_ground(ground) for ground in explanation.grounds.values()],
            "cycle": list(explanation.cycle),
            "changes": [
                {"id": c.statement, "assumption": c.assumption.value, "status": c.status.value} for c in changes
            ],
        }
        for explanation, changes in explanations
    ]
    return document("why", **_under(found), answers=answers)


def _ground(ground: Ground) -> Value:
    given = ground.given
    return {
        "id": ground.statement,
        "label": ground.label.value,
        "status": ground.status.value,
        "given": {"assumption": given.assumption.value, "by": given.by, "reason": given.reason} if given else None,
        "reasons": [_reason(reason) for reason in ground.reasons],
        "standard": ground.standard.value if ground.standard else None,
        "weights": _pair(ground.weights, "for", "against") if ground.weights else None,
        "unmet": list(ground.unmet),
        "blocked": ground.blocked,
    }


def _reason(reason: Reason) -> Value:
    return {
        "step": reason.argument.id,
        "part": reason.part.value,
        "against": reason.against,
        "weight": _pair(reason.weight, "low", "high"),
        "because": list(reason.because),
    }


def chains(found: Evaluation, answers: Sequence[tuple[str, Sequence[Chain], Count]]) -> str:
    """Return chains of support, and how many there are."""
    listing = [
        {"id": name, "count": _count(count), "chains": [_chain(chain) for chain in listed]}
        for name, listed, count in answers
    ]
    return document("chains", **_under(found), answers=listing)


def chain_counts(found: Evaluation, counts: Mapping[str, Count]) -> str:
    """Return how many chains of support there are for each statement."""
    return document("chains", **_under(found), answers=[{"id": n, "count": _count(c)} for n, c in counts.items()])


def _count(count: Count) -> Value:
    return {"chains": count.chains, "exact": count.exact}


def _chain(chain: Chain) -> Value:
    broken = chain.broken
    return {
        "statements": list(chain.statements),
        "links": [
            {
                "relation": link.relation.value,
                "step": link.argument,
                "weight": str(link.weight),
                "live": link.live,
            }
            for link in chain.links
        ],
        "strength": str(chain.strength),
        "sign": chain.sign,
        "live": chain.live,
        "broken": broken
        and {
            "statement": broken.statement,
            "label": broken.label.value,
            "step": broken.link.argument if broken.link else None,
            "by": list(broken.by),
        },
    }


def scenarios(rows: Sequence[ScenarioRow]) -> str:
    """Return for each scenario what is computed, expected and ruled."""
    listing = [
        {
            "id": row.name,
            "title": row.title,
            "stage": row.stage.value,
            "agrees": row.agrees,
            "cells": [
                {
                    "id": cell.address,
                    "computed": cell.status.value,
                    "expected": cell.expected,
                    "because": list(cell.because),
                    "missing": list(cell.missing),
                    "ruled": cell.ruled,
                    "agrees": cell.agrees,
                }
                for cell in row.cells
            ],
        }
        for row in rows
    ]
    return document("scenarios", scenarios=listing)


def theories(found: Mapping[str, Theory]) -> str:
    """Return legal theories in full, in the form they have in a case file."""
    return document("theories", theories={name: _model(theory) for name, theory in found.items()})


def rules(found: Iterable[tuple[Rule, RuleText]]) -> str:
    """Return the rules of findings, each with what it means and what to do."""
    listing = [
        {
            "rule": rule.name,
            "severity": rule.severity.word,
            "summary": rule.summary,
            "meaning": text.meaning,
            "example": text.example or None,
            "remedy": text.remedy,
        }
        for rule, text in found
    ]
    return document("rules", rules=listing)


def _under(found: Evaluation) -> Value:
    context = found.context
    return {
        "case": _title(found.graph),
        "stage": context.stage.value,
        "scenario": context.scenario,
        "accept": list(context.accept),
        "reject": list(context.reject),
        "open": list(context.open),
        "drop": list(context.drop),
    }


def _title(graph: ArgumentGraph) -> str | None:
    return graph.setting.caption.title if graph.setting.caption else None


def _labelled(found: Evaluation, statement: Statement) -> Value:
    given = found.given.get(statement.id)
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "label": found.labels[statement.id].value,
        "status": found.status(statement.id).value,
        "standard": found.standards[statement.id].value,
        "given": {"assumption": given.assumption.value, "by": given.by, "reason": given.reason} if given else None,
    }


def _argument(found: Evaluation, argument: Argument) -> Value:
    return {
        "id": argument.id,
        "premises": list(argument.premises),
        "conclusion": argument.conclusion,
        "pro": argument.pro,
        "weight": str(argument.weight),
        "weighing": argument.weighing.value,
        "undercutters": list(argument.undercutters),
        "warrant": argument.warrant or None,
        "now": _pair(found.weight(argument), "low", "high"),
    }


def _pair(weights: tuple[Fraction, Fraction], first: str, second: str) -> Value:
    return {first: str(weights[0]), second: str(weights[1])}


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
