"""Answers as JSON: one versioned document for each, made from the values alone.

The shapes are documented in ``docs/reference/json.md``. Weights are exact and so are texts, such as ``"3/5"``.
"""

from __future__ import annotations

from mapper.render.json.answers import chain_counts, chains, scenarios, why
from mapper.render.json.case import evaluation, glance, records, stages
from mapper.render.json.changes import against, difference, whatif
from mapper.render.json.chart import chart
from mapper.render.json.library import rules, theories
from mapper.render.json.review import gaps, responses, timeline

__all__ = [
    "against",
    "chain_counts",
    "chains",
    "chart",
    "difference",
    "evaluation",
    "gaps",
    "glance",
    "records",
    "responses",
    "rules",
    "scenarios",
    "stages",
    "theories",
    "timeline",
    "whatif",
    "why",
]
