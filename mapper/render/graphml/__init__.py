"""The argument graph in GraphML, which Gephi, yEd, igraph and networkx read (http://graphml.graphdrawing.org).

Statements, steps and issues are nodes, so that an attack on a step can end on it. What each attribute means stands in
``docs/reference/graphml.md``.
"""

from __future__ import annotations

from mapper.render.graphml.document import KEYS, TYPES, graphml

__all__ = ["KEYS", "TYPES", "graphml"]
