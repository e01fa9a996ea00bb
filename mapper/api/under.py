"""Under what a question is asked, as Python programs say it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from mapper.vocabulary import Stage

Ids = str | Iterable[str]
"""One address, or several."""


class Under(TypedDict, total=False):
    """Under what a question is asked: stage, scenario, and what the asker assumes before all else."""

    stage: Stage | str | None
    scenario: str | None
    accept: Ids
    reject: Ids
    open: Ids
    drop: Ids


def listed_ids(addresses: Ids) -> tuple[str, ...]:
    """Return addresses as a tuple, also where a single one stands for itself."""
    return (addresses,) if isinstance(addresses, str) else tuple(addresses)
