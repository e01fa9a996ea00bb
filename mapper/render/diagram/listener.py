"""What is told, while a picture is made, to whoever waits for it."""

from __future__ import annotations

from typing import Protocol


class Listener(Protocol):
    """Hears how the drawing goes on, and what ought to be known of its result."""

    def step(self, doing: str) -> None:
        """Hear what is being done now, as in "drawing"."""

    def remark(self, text: str) -> None:
        """Hear what is not as one may expect: the same that the picture says of itself."""


class Nobody:
    """Hears nothing."""

    def step(self, doing: str) -> None:
        """Do nothing."""

    def remark(self, text: str) -> None:
        """Do nothing."""
