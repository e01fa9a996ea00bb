"""The sizes of paper, and how much of a sheet a picture may fill; in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MARGIN = 36.0
"""The width of the margin beside text."""
REACH = 18.0
"""The width of the margin beside a picture: a quarter of an inch, which every printer leaves at most."""
HEAD, FOOT = 58.0, 34.0
"""The height of what stands above and below a picture, with the margin: a running head and a heading, the page number."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper as it lies on the table.

    Attributes:
        name: what people call it.
        width, height: its size.
    """

    name: str
    width: float
    height: float

    @property
    def room(self) -> tuple[float, float]:
        """Return the width and the height that a picture may have on it."""
        return self.width - 2 * REACH, self.height - HEAD - FOOT

    @property
    def turned(self) -> Sheet:
        """Return it the other way round."""
        return Sheet(self.name, self.height, self.width)


SHEETS: Mapping[str, Sheet] = {
    "letter": Sheet("letter", 792.0, 612.0),
    "a4": Sheet("a4", 841.89, 595.276),
    "tabloid": Sheet("tabloid", 1224.0, 792.0),
}
"""Each size of paper, its longer side across: ANSI Y14.1 for letter and tabloid, ISO 216 for A4."""
