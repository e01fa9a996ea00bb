r"""What is done to the SVG that Graphviz writes: ids, titles and links where they belong, and the font inside.

Tooltips and links are added here, to a tree, because in DOT a text could become something else there: ``\N`` the
name of a node, ``&eacute;`` a letter, ``javascript:`` a program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mapper.render.diagram.dot.labels import readable
from mapper.render.fontface import FAMILY, fontface_css

DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
SPACE = "http://www.w3.org/2000/svg"
FALLBACK = 'system-ui,"Segoe UI","Noto Sans",Arial,sans-serif'
SAID_ONCE = ("text-anchor", "font-family", "{http://www.w3.org/XML/1998/namespace}space")
"""Attributes of text that the style says once for all."""
ROW = "row"
"""The class of the row of a card."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is added to a part of the picture: its id, a text that shows when one points at it, and a link."""

    id: str = ""
    title: str = ""
    href: str = ""


def finished(svg: bytes, title: str, description: str, notes: Mapping[str, Note]) -> bytes:
    """Return an SVG with a title and a description, notes added by the ids in it, and its font embedded."""
    ET.register_namespace("", SPACE)
    root = ET.fromstring(svg)
    for group in list(root.iter(_name("g"))):
        _annotate(group, notes)
    regular, bold = _texts(root)
    style = _element("style", f"{fontface_css(regular, bold)}text{{font-family:{FAMILY},{FALLBACK};white-space:pre}}")
    root[:0] = [_element("title", title, id="~title"), _element("desc", description, id="~description"), style]
    root.attrib |= {"role": "img", "aria-labelledby": "~title ~description"}
    return DECLARATION + ET.tostring(root, encoding="unicode").encode("utf-8")


def _annotate(group: ET.Element, notes: Mapping[str, Note]) -> None:
    """Replace what Graphviz says of a group by what there is to say, and make one of the parts of a row."""
    if group.get("class") == ROW:
        return
    for found in group.findall(_name("title")):
        group.remove(found)
    rows: dict[str, ET.Element] = {}
    for part in [part for part in group.findall(_name("g")) if part.find(_name("a")) is not None]:
        name, letters = part.get("id", ""), part[0][:]
        if name in rows:
            group.remove(part)
        else:
            part[:] = []
            part.attrib = {"class": ROW}
        rows.setdefault(name, part).extend(letters)
    for name, row in rows.items():
        _add(row, notes.get(name, Note()))
    note = notes.get(group.attrib.pop("id", ""), Note())
    _add(group, note)


def _add(group: ET.Element, note: Note) -> None:
    """Give a group its id, its link and its title."""
    if note.id:
        group.set("id", note.id)
    if note.href:
        link = _element("a", "", href=note.href)
        link[:] = group[:]
        group[:] = [link]
    if note.title:
        group.insert(0, _element("title", note.title))


def _texts(root: ET.Element) -> tuple[str, str]:
    """Return the letters that are drawn plain and bold; take from each text what is said once for all."""
    letters: dict[bool, set[str]] = {False: set(), True: set()}
    for text in root.iter(_name("text")):
        for attribute in SAID_ONCE:
            text.attrib.pop(attribute, None)
        letters[text.get("font-weight") == "bold"].update(text.text or "")
    return "".join(sorted(letters[False])), "".join(sorted(letters[True]))


def _element(tag: str, text: str, **attributes: str) -> ET.Element:
    found = ET.Element(_name(tag), attributes)
    found.text = readable(text)
    found.tail = "\n"
    return found


def _name(tag: str) -> str:
    return f"{{{SPACE}}}{tag}"
