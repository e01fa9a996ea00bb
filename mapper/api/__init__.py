"""The library in a few verbs: load a case, check it, evaluate it, ask why, list chains, draw it."""

from __future__ import annotations

from mapper.api.case import Case, example, load
from mapper.api.charts import Chart, chart
from mapper.api.graph import Graph
from mapper.api.paper import Dossier, dossier
from mapper.api.picture import Diagram, diagram
from mapper.api.under import Ids, Under
from mapper.api.why import Why

__all__ = [
    "Case",
    "Chart",
    "Diagram",
    "Dossier",
    "Graph",
    "Ids",
    "Under",
    "Why",
    "chart",
    "diagram",
    "dossier",
    "example",
    "load",
]
