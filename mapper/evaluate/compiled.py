"""Where machine code is worth its start, and whether there is any."""

from __future__ import annotations

from functools import cache
from types import ModuleType

FROM = 100_000
"""From how many statements on the compiled labelling is used: below that, loading it takes longer than it saves."""


def kernel_for(size: int) -> ModuleType | None:
    """Return the module ``kernel`` for a network of so many statements, if it is installed and worth it."""
    return _kernel() if size >= FROM else None


@cache
def _kernel() -> ModuleType | None:
    try:
        from mapper.evaluate import kernel
    except ImportError:
        return None
    return kernel
