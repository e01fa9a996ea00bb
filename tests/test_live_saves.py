"""Saving is noticed, however an editor saves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from mapper.diagnostics import MapperError
from mapper.extras import needs_extra
from mapper.live.saves import saves

PATIENCE = 30.0
"""How many seconds a save may take to be noticed before something is wrong."""


def in_place(path: Path) -> None:
    """Save as ``echo >`` does."""
    path.write_text("new", encoding="utf-8")


def by_replacing(path: Path) -> None:
    """Save as most editors do."""
    other = path.with_name("other.tmp")
    other.write_text("new", encoding="utf-8")
    other.replace(path)


def by_deleting_first(path: Path) -> None:
    """Save as some do."""
    path.unlink()
    path.write_text("new", encoding="utf-8")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a file in a folder whose name has a blank."""
    path = tmp_path / "my case" / "case.yaml"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    return path


@pytest.fixture
def observed(case: Path) -> Iterator[Queue[None]]:
    """Return a queue that gets an item for each save of the case."""
    stop, noticed = Event(), Queue[None]()

    def observe() -> None:
        for _ in saves(lambda: [case], stop):
            noticed.put(None)

    thread = Thread(target=observe)
    thread.start()
    _until_observing(case, noticed)
    yield noticed
    stop.set()
    thread.join()


def _until_observing(case: Path, noticed: Queue[None]) -> None:
    """Save until that is noticed: when observing has begun, nobody says."""
    for _ in range(100):
        case.write_text("warming up", encoding="utf-8")
        try:
            noticed.get(timeout=0.3)
        except Exception:  # noqa: BLE001  # the queue's own, which is not worth a name here
            continue
        return
    pytest.fail("no save was ever noticed")


@pytest.mark.parametrize("save", [in_place, by_replacing, by_deleting_first])
def test_a_save_is_noticed(case: Path, observed: Queue[None], save: Callable[[Path], None]) -> None:
    save(case)
    observed.get(timeout=PATIENCE)


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(MapperError) as caught, needs_extra("serve", "observe files"):
        import watchfiles  # noqa: F401  # that it cannot be imported is what is tested
    (finding,) = caught.value.findings
    assert finding.message == "to observe files, the Python package `watchfiles` is needed, and it is not installed"
    assert finding.help == "pip install 'allegation-mapper[serve]'"
