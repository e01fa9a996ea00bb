"""From a case and its theories to the argument graph.

The elements of a claim C conclude ``C.made-out``, which concludes ``C``; a defense as it bears on C
(``D@C``) undercuts that last step; a carve-out as it bears on C (``E@C``) undercuts the step to ``D@C``.
So confession and avoidance is undercutting, and denial is a con argument (Prakken and Sartor, "A logical
analysis of burdens of proof", 2009).
"""

from __future__ import annotations

from collections.abc import Mapping

from mapper.build.draft import Draft
from mapper.build.entries import add_entries, attack, link_evidence
from mapper.build.instances import add_carve_out, add_claim, add_defense
from mapper.case.model import CaseModel
from mapper.case.theory import Theory
from mapper.graph import ArgumentGraph
from mapper.memory import collection_paused

__all__ = ["build"]


def build(case: CaseModel, theories: Mapping[str, Theory]) -> ArgumentGraph:
    """Return the argument graph of a case whose references have been checked.

    Args:
        case: the case, with what it includes.
        theories: at least the theories that the case names.

    Linear in the size of the case and in the steps between claims, defenses and carve-outs.
    """
    with collection_paused():
        return _draft(case, theories).finish()


def _draft(case: CaseModel, theories: Mapping[str, Theory]) -> Draft:
    """Return the draft of the whole graph: first what a step may cite, then the steps."""
    draft = Draft(case, theories)
    add_entries(draft)
    for name, claim in case.claims.items():
        add_claim(draft, name, claim)
    for name, defense in case.defenses.items():
        add_defense(draft, name, defense)
    for name, carve_out in case.carve_outs.items():
        add_carve_out(draft, name, carve_out)
    draft.argue_support()
    link_evidence(draft)
    attack(draft)
    return draft
