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
            _count_all_as_old()
            gc.enable()


def _count_all_as_old() -> None:
    """Let the collector not begin with a walk through what was just made, which takes as long as making it did.

    To freeze everything and thaw it again moves it among what is old without a look at it. Where something is frozen
    already, as in a server before it forks, it stays so.
    """
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
