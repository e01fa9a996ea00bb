"""Rectangles on the page, in points from the top left."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left and top edge, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return its bottom edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Return its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, x: float, y: float) -> Box:
        """Return it somewhere else."""
        return Box(self.x + x, self.y + y, self.width, self.height)

    def turned(self) -> Box:
        """Return it with across and down exchanged."""
        return Box(self.y, self.x, self.height, self.width)
