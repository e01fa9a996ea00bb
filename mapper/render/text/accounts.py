"""What accounts for expectations that are missed and rulings that came out otherwise, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.missed import Account
from mapper.analysis.smallest import Assumed, Smallest
from mapper.render.terminal import ink, wrapped
from mapper.render.text.words import SET, counted, listed

MANY = 5
"""Of more ways than this to bring about what was expected, the others are counted."""


def accounts(found: Sequence[Account], width: int) -> str:
    """Return for each cell that does not agree the smallest changes with which it would."""
    blocks = ("\n".join(_block(account, width)) for account in found)
    return "\n\n".join([ink("What would have to be otherwise", "bold"), *blocks]) if found else ""


def _block(account: Account, width: int) -> Iterator[str]:
    cell = account.cell
    reason = f" because of {listed(cell.because)}" if cell.because and not account.ruled else ""
    wanted = f"ruled {cell.ruled}" if account.ruled else f"expected {account.wanted}{reason}"
    amiss = (
        f", and {listed(cell.missing)} {'is' if len(cell.missing) == 1 else 'are'} not why"
        if reason and cell.missing
        else ""
    )
    text = f"{ink(account.scenario, 'bold')}: {cell.address} – {wanted}; computed {cell.status.value}{amiss}"
    yield from wrapped(text, width, first="  ", rest="    ")
    for line in _ways(account.smallest):
        yield from wrapped(line, width, first="    ", rest="      ")
    if account.elsewhere:
        yield from wrapped(f"it is so in {listed(account.elsewhere)}", width, first="    ", rest="      ")


def _ways(found: Smallest) -> Iterator[str]:
    """Yield each of the smallest sets of changes as a condition."""
    if not found.sets:
        tried = "all" if found.complete else "not all, for there are many"
        yield f"no change of up to {counted(found.size, 'leaf', 'leaves')} makes it so ({tried} were tried)"
        return
    for changes in found.sets[:MANY]:
        yield f"it would be so if {listed(map(_condition, changes))}"
    if len(found.sets) > MANY:
        yield f"and {len(found.sets) - MANY} other ways"


def _condition(assumed: Assumed) -> str:
    name, assumption = assumed
    return f"{name} were {SET[assumption]}"
