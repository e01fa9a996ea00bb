"""The graph that a view shows as a GraphML document."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.views import View
from mapper.render.graphml.attributes import CASE, ISSUE, STATEMENT, STEP, Value
from mapper.render.graphml.parts import Name, edges, nodes, selected

SPACE = "http://graphml.graphdrawing.org/xmlns"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
TYPES: Mapping[str, str] = {"pro": "boolean", "reference": "boolean", "weight": "double", "left_out": "int"}
"""The type of each attribute that is not text."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "graph": tuple(CASE),
    "node": tuple(dict.fromkeys((*STATEMENT, "reference", "remark", "not_in_play", *STEP, "left_out", *ISSUE))),
    "edge": ("role",),
}
"""The attributes that a graph, a node and an edge can have."""


def graphml(evaluation: Evaluation, view: View | None = None) -> str:
    """Return the argument graph of an evaluated case in GraphML, as much of it as a view shows.

    The same case gives the same text. Addresses are the ids of nodes. Linear in the graph.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    seen = selected(evaluation, view or View())
    root = ET.Element("graphml", {"xmlns": SPACE})
    _declare(root)
    graph = ET.SubElement(root, "graph", {"id": "G", "edgedefault": "directed"})
    _say(graph, "graph", {name: found(evaluation) for name, found in CASE.items()})
    ids: dict[Name, str] = {}
    taken: set[str] = set()
    for node in nodes(evaluation, seen):
        ids[node.name] = _id(node.name.id, taken)
        _say(ET.SubElement(graph, "node", {"id": ids[node.name]}), "node", node.attributes)
    for edge in edges(evaluation.graph, seen):
        ends = {"source": ids[edge.source], "target": ids[edge.target]}
        _say(ET.SubElement(graph, "edge", ends), "edge", {"role": edge.role})
    ET.indent(root)
    return DECLARATION + ET.tostring(root, encoding="unicode") + "\n"


def _declare(root: ET.Element) -> None:
    """Add the attributes that there can be, with their types."""
    for of, names in KEYS.items():
        for name in names:
            kind = {"attr.name": name, "attr.type": TYPES.get(name, "string")}
            ET.SubElement(root, "key", {"id": _key(of, name), "for": of, **kind})


def _say(part: ET.Element, of: str, attributes: Mapping[str, Value]) -> None:
    """Add what is said of a part; a text that is empty is not said."""
    for name, value in attributes.items():
        if value != "":
            ET.SubElement(part, "data", {"key": _key(of, name)}).text = _written(value)


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return readable(str(value)).replace("\r\n", "\n").replace("\r", "\n")


def _key(of: str, name: str) -> str:
    return f"{of}-{name}"


def _id(address: str, taken: set[str]) -> str:
    """Return an id that is not taken: the address, unless something else has it or it cannot be written."""
    wanted = found = readable(address)
    count = 1
    while found in taken:
        count += 1
        found = f"{wanted}~{count}"
    taken.add(found)
    return found
