"""Elements of the page, and the one door through which text gets into HTML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mapper.render.diagram.dot.labels import readable

Content = ET.Element | str


def element(tag: str, *content: Content, **attributes: str) -> ET.Element:
    """Return an element; an underscore at the end of an attribute's name is left out, others are hyphens.

    Examples:
        >>> written(element("p", "a < b", element("br"), "c", class_="x", data_n="1"))
        '<p class="x" data-n="1">a &lt; b<br>c</p>'
    """
    found = ET.Element(
        tag, {name.removesuffix("_").replace("_", "-"): readable(text) for name, text in attributes.items()}
    )
    add(found, *content)
    return found


def add(parent: ET.Element, *content: Content) -> None:
    """Put elements and texts at the end of an element."""
    for part in content:
        if isinstance(part, ET.Element):
            parent.append(part)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + readable(part)
        else:
            parent.text = (parent.text or "") + readable(part)


def written(root: ET.Element) -> str:
    """Return an element as HTML; every text in it is escaped, but for scripts and styles, which are written as they are."""
    return ET.tostring(root, encoding="unicode", method="html")
