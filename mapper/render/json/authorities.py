"""The table of authorities as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.analysis.authorities import AuthorityRow
from mapper.graph import ArgumentGraph
from mapper.render.json.document import document


def authorities(graph: ArgumentGraph, rows: Sequence[AuthorityRow]) -> str:
    """Return what a case cites, where, and how sure it is."""
    caption = graph.setting.caption
    listing = [
        {
            "kind": row.kind.value,
            "cite": row.cite,
            "normal": row.normal,
            "confidence": row.confidence.value,
            "url": row.url or None,
            "citable": row.citable,
            "uses": [
                {"id": u.address, "confidence": u.confidence.value if u.confidence else None, "pin": u.pin or None}
                for u in row.uses
            ],
        }
        for row in rows
    ]
    return document("authorities", case=caption.title if caption else None, authorities=listing)
