"""Reasons, chains and scenarios as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation
from mapper.render.json.changes import accounts
from mapper.render.json.document import Value, document, given, pair, under

if TYPE_CHECKING:
    from mapper.analysis.chains import Chain, Count
    from mapper.analysis.change import Change
    from mapper.analysis.explain import Explanation, Ground, Reason
    from mapper.analysis.missed import Account
    from mapper.analysis.scenarios import ScenarioRow


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
    return document("why", **under(found), answers=answers)


def _ground(ground: Ground) -> Value:
    return {
        "id": ground.statement,
        "label": ground.label.value,
        "status": ground.status.value,
        "given": given(ground.given),
        "reasons": [_reason(reason) for reason in ground.reasons],
        "standard": ground.standard.value if ground.standard else None,
        "weights": pair(ground.weights, "for", "against") if ground.weights else None,
        "unmet": list(ground.unmet),
        "blocked": ground.blocked,
    }


def _reason(reason: Reason) -> Value:
    return {
        "step": reason.argument.id,
        "part": reason.part.value,
        "against": reason.against,
        "weight": pair(reason.weight, "low", "high"),
        "because": list(reason.because),
    }


def chains(found: Evaluation, answers: Sequence[tuple[str, Sequence[Chain], Count]]) -> str:
    """Return chains of support, and how many there are."""
    listing = [
        {"id": name, "count": _count(count), "chains": [_chain(chain) for chain in listed]}
        for name, listed, count in answers
    ]
    return document("chains", **under(found), answers=listing)


def chain_counts(found: Evaluation, counts: Mapping[str, Count]) -> str:
    """Return how many chains of support there are for each statement."""
    return document("chains", **under(found), answers=[{"id": n, "count": _count(c)} for n, c in counts.items()])


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


def scenarios(rows: Sequence[ScenarioRow], missed: Sequence[Account]) -> str:
    """Return for each scenario what is computed, expected and ruled, and what accounts for where they differ."""
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
    return document("scenarios", scenarios=listing, accounts=accounts(missed))
