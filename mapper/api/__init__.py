"""The library in a few verbs: load a case, check it, evaluate it, ask why, list chains, draw it."""

from __future__ import annotations

from mapper.api.case import Case, example, load
from mapper.api.graph import Graph
from mapper.api.picture import Diagram, diagram
from mapper.api.under import Ids, Under
from mapper.api.why import Why

__all__ = ["Case", "Diagram", "Graph", "Ids", "Under", "Why", "diagram", "example", "load"]
