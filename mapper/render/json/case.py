"""The case as JSON: its labelling, its claims at a glance, everything about an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation
from mapper.graph import Argument, Statement
from mapper.render.json.changes import flips
from mapper.render.json.document import Value, document, labelled, model, not_in_play, pair, under

if TYPE_CHECKING:
    from mapper.analysis.stages import StageFlip
    from mapper.case.theory import Model


def evaluation(found: Evaluation) -> str:
    """Return the labelling: the status of every statement."""
    statements = [labelled(found, statement) for statement in found.graph.statements.values()]
    return document("evaluation", **under(found), not_in_play=not_in_play(found), statements=statements)


def stages(evaluations: Sequence[Evaluation], flipped: Sequence[StageFlip]) -> str:
    """Return the status of every statement at each stage, and because of which statements it flips."""
    first = evaluations[0]
    rows = [_course(evaluations, statement) for statement in first.graph.statements.values()]
    asked = {key: value for key, value in under(first).items() if key != "stage"}
    names = [e.context.stage.value for e in evaluations]
    absent = not_in_play(first)
    return document("stages", **asked, stages=names, not_in_play=absent, statements=rows, flips=flips(flipped))


def _course(evaluations: Sequence[Evaluation], statement: Statement) -> Value:
    status = {e.context.stage.value: e.status(statement.id).value for e in evaluations}
    return {"id": statement.id, "kind": statement.kind.value, "flips": len(set(status.values())) > 1, "status": status}


def glance(found: Evaluation) -> str:
    """Return the claims with their elements, support, bars and lifts."""
    graph = found.graph
    claims = [
        {
            **labelled(found, claim),
            "title": claim.title,
            "elements": [_element(found, element) for element in graph.elements(claim.id)],
            "bars": [
                {
                    **labelled(found, bar),
                    "title": bar.title,
                    "lifts": [labelled(found, x) for x in graph.lifts(bar.id)],
                }
                for bar in graph.bars(claim.id)
            ],
        }
        for claim in graph.claims()
    ]
    counts = Counter(statement.kind.value for statement in graph.statements.values())
    return document("glance", **under(found), not_in_play=not_in_play(found), claims=claims, counts=counts)


def _element(found: Evaluation, element: Statement) -> Value:
    steps = found.graph.pro(element.id)
    live = sum(map(found.is_live, steps))
    return {**labelled(found, element), "title": element.title, "steps": len(steps), "live_steps": live}


def records(found: Evaluation, addresses: Sequence[str]) -> str:
    """Return everything about ids."""
    return document("records", **under(found), records=[_record(found, address) for address in addresses])


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
    return {"type": word, "id": address, **model(section[address])}


def _statement(found: Evaluation, statement: Statement) -> Value:
    graph, name = found.graph, statement.id
    return {
        "type": "statement",
        **labelled(found, statement),
        "title": statement.title,
        "text": statement.text,
        "nature": statement.nature.value,
        "by": list(statement.by),
        "burden": list(statement.burden),
        "source": _text(statement.source),
        "quotes": [{"quoted_in": str(where), "quote": words} for where, words in statement.quotes],
        "date": _text(statement.date),
        "responses": {party: response.value for party, response in statement.responses},
        "theory": statement.theory or None,
        "part_of": statement.part_of or None,
        "authority": [model(authority) for authority in statement.authority],
        "unmet": list(statement.unmet),
        "note": statement.note or None,
        "support": [_argument(found, a) for a in graph.pro(name)],
        "against": [_argument(found, a) for a in graph.con(name)],
        "rivals": list(graph.rivals(name)),
        "used_by": [a.id for a in graph.uses(name)],
        "undercuts": [a.id for a in graph.undercuts(name)],
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
        "now": pair(found.weight(argument), "low", "high"),
    }


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
