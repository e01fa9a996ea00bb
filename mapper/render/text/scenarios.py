"""The scenario table: what is computed, beside what was expected and what was ruled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.scenarios import Cell, ScenarioRow
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.words import GLYPHS, INKS, STAGES, counted, listed
from mapper.vocabulary import Label


def scenarios(rows: Sequence[ScenarioRow], width: int) -> str:
    """Return a block for each scenario, and how many of them agree."""
    if not rows:
        return "This case has no scenarios."
    blocks = ("\n".join(filter(None, _block(row, width))) for row in rows)
    return "\n\n".join([*blocks, "\n".join(wrapped(_verdict(rows), width))])


def _block(row: ScenarioRow, width: int) -> Iterator[str]:
    mark = _mark(agrees=row.agrees)
    title = f" – {row.title}" if row.title else ""
    yield from wrapped(f"{mark} {ink(row.name, 'bold')}{title} ({STAGES[row.stage]} stage)", width, rest="  ")
    spoken = [cell for cell in row.cells if cell.expected or cell.ruled]
    if spoken:
        header = [ink(word, "dim") for word in ("", "computed", "expected", "ruled")]
        yield columns([header, *map(_cells, spoken)], width, indent=4)
    for cell in spoken:
        yield from wrapped(_missing(cell), width, first="    ", rest="      ") if cell.missing else ()
    yield from _others(row, width)


def _cells(cell: Cell) -> list[str]:
    return [
        f"{_mark(agrees=cell.agrees)} {cell.address}",
        cell.status.value,
        _beside(cell.expected, agrees=cell.as_expected),
        _beside(cell.ruled, agrees=cell.as_ruled),
    ]


def _mark(*, agrees: bool) -> str:
    label = Label.IN if agrees else Label.OUT
    return ink(GLYPHS[label], INKS[label])


def _beside(word: str | None, *, agrees: bool) -> str:
    return ink(word or "–", "dim" if not word else "green" if agrees else "red")


def _missing(cell: Cell) -> str:
    return ink(f"{cell.address}: {listed(cell.missing)} was expected to be the reason, and is not", "red")


def _others(row: ScenarioRow, width: int) -> Iterator[str]:
    """Yield in one line what is computed for the claims in play that the scenario does not speak of."""
    absent = row.evaluation.out_of_play()
    silent: dict[str, list[str]] = {}
    for cell in row.cells:
        if not (cell.expected or cell.ruled) and cell.address not in absent:
            silent.setdefault(cell.status.value, []).append(cell.address)
    words = "; ".join(f"{', '.join(names)} ({status})" for status, names in silent.items())
    yield from wrapped(ink(f"besides: {words}", "dim"), width, first="    ", rest="      ") if words else ()


def _verdict(rows: Sequence[ScenarioRow]) -> str:
    expected = [cell for row in rows for cell in row.cells if cell.expected]
    ruled = [cell for row in rows for cell in row.cells if cell.ruled]
    missed = sum(not cell.as_expected for cell in expected)
    differ = sum(not cell.as_ruled for cell in ruled)
    parts = [counted(len(rows), "scenario")]
    if expected:
        parts.append(f"{counted(len(expected), 'expectation')}, {f'{missed} missed' if missed else 'all met'}")
    if ruled:
        parts.append(f"{counted(len(ruled), 'ruling')}, {f'{differ} not as computed' if differ else 'all as computed'}")
    return f"{'; '.join(parts)}."
