"""The one door through which text gets into a Mermaid file.

Mermaid reads a label several times: in its own language, as Markdown, as HTML, and once more for what it puts into
HTML itself. A character that means something in one of them is written as an entity of its own (``#60;``), which is
put back late; pairs that mean something even then are kept apart by an element without content.
"""

from __future__ import annotations

import re

from mapper.render.diagram.dot.labels import readable

_SPACE = re.compile(r"[ \t\n\r]+")
_PAIRS = re.compile(
    r"\\(?=n)"  # a new line
    r"|\$(?=\$)"  # a formula
    r"|(?<=fa[bklrs]):(?=fa-)|(?<=fa):(?=fa-)"  # an icon
    r"|ﬂ(?=°)|¶(?=ß)"  # what Mermaid puts in the place of an entity while it works
)
_APART, _NOTHING = "\0", "<i></i>"
"""What stands between such a pair: while it is escaped, and in the file. No text that can be read has the first."""
_MEANS_SOMETHING = re.compile(
    r"""["#&<>`*_~|\\{}\[\]%@$]"""  # in Mermaid's language, in Markdown or in HTML
    r"|:(?! )"  # so do addresses; before a space it is punctuation
    r"|(?<=[Ww][Ww][Ww])\."  # Markdown makes a link of what looks like an address
)
_BEGINS_SOMETHING = re.compile(r"\A(?:[-+=]|\d+[.)])")
"""A list, a heading or a rule of Markdown, at the beginning of a line."""


def escaped(text: str) -> str:
    """Return text as it is written in a line of a label.

    Examples:
        >>> escaped("a < b & c")
        'a #60; b #38; c'
        >>> escaped("1. one")
        '1#46; one'
    """
    apart = _PAIRS.sub(rf"\g<0>{_APART}", _SPACE.sub(" ", readable(text)))
    begins = _BEGINS_SOMETHING.match(apart)
    end = begins.end() if begins else 0
    first = f"{apart[: end - 1]}{_entity(apart[end - 1])}" if begins else ""
    rest = _MEANS_SOMETHING.sub(lambda found: _entity(found[0]), apart[end:])
    return (first + rest).replace(_APART, _NOTHING)


def _entity(character: str) -> str:
    return f"#{ord(character)};"
