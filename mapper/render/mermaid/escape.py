"""The one door through which text gets into a Mermaid file.

Mermaid reads a label several times: as part of its own language, as Markdown, as HTML. Its entities (``#60;``) are put
back at the very end, so a character that means something to any reader is written as one.
"""

from __future__ import annotations

import re

from mapper.render.diagram.dot.labels import readable

_SPACE = re.compile(r"[ \t\n\r]+")
_MEANS_SOMETHING = re.compile(
    r"""["#&<>`*_~|\\{}\[\]%:@$]"""  # to the language, to Markdown or HTML, or to the scripts it may call
    r"|(?<=[Ww][Ww][Ww])\."  # Markdown makes a link of what looks like an address
    r"|[ﬂß]"  # half of what Mermaid itself puts in the place of an entity while it works
)
_BEGINS_SOMETHING = re.compile(r"\A(?:[-+=^]|\d+[.)])")
"""A list, a heading or a rule of Markdown, at the beginning of a line."""


def escaped(text: str) -> str:
    """Return text as it is written in a line of a label.

    Examples:
        >>> escaped("a < b & c")
        'a #60; b #38; c'
        >>> escaped("1. one")
        '1#46; one'
    """
    found = _MEANS_SOMETHING.sub(_entity, _SPACE.sub(" ", readable(text)))
    begins = _BEGINS_SOMETHING.match(found)
    return f"{found[: begins.end() - 1]}{_entity(found[begins.end() - 1])}{found[begins.end() :]}" if begins else found


def _entity(found: re.Match[str] | str) -> str:
    return f"#{ord(found if isinstance(found, str) else found[0])};"
