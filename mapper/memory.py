"""When memory is looked through for garbage: not while a case grows."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keep the garbage collector from walking through ever more values that are all still needed.

    Reading, building and labelling make many values and no circles of them; with the collector running, their
    time grows faster than the case.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
