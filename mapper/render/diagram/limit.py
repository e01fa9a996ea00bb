"""How long a drawing may take, all of its steps together."""

from __future__ import annotations

from time import monotonic

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity

TOO_SLOW = Rule("drawing-too-slow", Severity.ERROR, "a picture was not finished in time")
DAY = 86_400
"""The most seconds that a drawing may be given."""
HELP = (
    "draw the overview (`--view overview`) or a single claim (`--view claim --focus ID`),"
    " or allow more time (`--timeout SECONDS`)"
)


class Limit:
    """A number of seconds from now on. What is drawn does not depend on it: a picture is finished, or it is not.

    Attributes:
        seconds: how many there are in all.
    """

    def __init__(self, seconds: float) -> None:
        """Begin to count.

        Raises:
            ValueError: if it is no time at all, or more than a day.
        """
        if not 0 < seconds <= DAY:
            raise ValueError(f"a drawing may take more than 0 seconds and at most a day, not {seconds}")
        self.seconds, self._end = seconds, monotonic() + seconds

    @property
    def left(self) -> float:
        """Return how many seconds are left, at least none."""
        return max(0.0, self._end - monotonic())

    def check(self) -> None:
        """Raise an error if no time is left.

        Raises:
            MapperError: if there is none.
        """
        if not self.left:
            raise self.passed()

    def passed(self) -> MapperError:
        """Return the error that says that there was too little time, and what to do."""
        within = f"{self.seconds:g} second{'' if self.seconds == 1 else 's'}"
        message = f"the drawing was not finished within {within}"
        return MapperError([Diagnostic(TOO_SLOW, message, help=HELP)])
