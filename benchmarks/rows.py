"""One row of the table: a job of ours, the same job done by somebody else, and what was aimed at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.timing import Pair

FEW = 0.01
HEAD = ("job", "mapper", "against", "its time", "ratio", "aim", "met")


@dataclass(frozen=True, slots=True)
class AtMost:
    """Our time is at most so many times the other's, and at most so many seconds, if that is said."""

    times: float
    seconds: float | None = None

    def ratio(self, pair: Pair) -> str:
        """Return the measured ratio in words."""
        return f"{pair.ratio:.1f} times its time"

    def met(self, pair: Pair) -> bool:
        """Return whether the aim was reached."""
        return pair.ratio <= self.times and (self.seconds is None or pair.first <= self.seconds)

    def __str__(self) -> str:
        """Return the aim in words."""
        limit = "" if self.seconds is None else f", {milliseconds(self.seconds)}"
        return f"at most {self.times:g} times{limit}"


@dataclass(frozen=True, slots=True)
class Faster:
    """We are at least so many times as fast as the other."""

    times: float

    def ratio(self, pair: Pair) -> str:
        """Return the measured ratio in words."""
        return f"{1 / pair.ratio:.1f} times as fast"

    def met(self, pair: Pair) -> bool:
        """Return whether the aim was reached."""
        return 1 / pair.ratio >= self.times

    def __str__(self) -> str:
        """Return the aim in words."""
        return f"at least {self.times:g} times as fast"


@dataclass(frozen=True, slots=True)
class Leaner:
    """We need at least so many times less memory than the other; the pair holds bytes."""

    times: float

    def ratio(self, pair: Pair) -> str:
        """Return the measured ratio in words."""
        return f"{1 / pair.ratio:.1f} times less"

    def met(self, pair: Pair) -> bool:
        """Return whether the aim was reached."""
        return 1 / pair.ratio >= self.times

    def __str__(self) -> str:
        """Return the aim in words."""
        return f"at least {self.times:g} times less"


@dataclass(frozen=True, slots=True)
class Row:
    """A measured comparison; without a pair, the peer could not be run, and ``note`` says why."""

    job: str
    peer: str
    aim: AtMost | Faster | Leaner
    pair: Pair | None
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as texts."""
        if self.pair is None:
            return (self.job, "", self.peer, "", "", str(self.aim), f"not measured: {self.note}")
        shown = octets if isinstance(self.aim, Leaner) else milliseconds
        times = (shown(self.pair.first), shown(self.pair.second))
        met = "yes" if self.aim.met(self.pair) else "NO"
        return (self.job, times[0], self.peer, times[1], self.aim.ratio(self.pair), str(self.aim), met)


def milliseconds(seconds: float) -> str:
    """Return a time in milliseconds, in tenths where they are few."""
    return f"{seconds * 1000:,.{1 if seconds < FEW else 0}f} ms"


def octets(amount: float) -> str:
    """Return an amount of memory in whole bytes."""
    return f"{amount:,.0f} bytes"


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table, its columns lined up for the terminal."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )
