"""The sign that long work goes on: on a terminal, after a second, and gone when all is done."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

WORK = """
import time
from mapper.cli import progress
progress.PATIENCE = {patience}
with progress.progress("thinking hard") as going:
    time.sleep(0.4)
    going.step("writing it down")
    going.expect(3)
    going.advance(2)
    going.remark("it was simpler than it looked")
    time.sleep(0.4)
print("done")
"""
REMARK = "it was simpler than it looked\n"


def shown_on_a_terminal(patience: float) -> str:
    """Return what standard error gets to show while it is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", WORK.format(patience=patience)]
    subprocess.run(command, stderr=theirs, check=True, capture_output=False, stdout=subprocess.DEVNULL)
    os.close(theirs)
    os.set_blocking(ours, False)
    try:
        return os.read(ours, 100_000).decode()
    except BlockingIOError:
        return ""
    except OSError:  # what Linux says of a terminal that nobody holds open any more
        return ""
    finally:
        os.close(ours)


def test_long_work_is_seen_on_a_terminal_step_by_step() -> None:
    shown = shown_on_a_terminal(0.05)
    assert [words in shown for words in ("thinking hard", "writing it down, 2 of 3 done")] == [True, True]
    assert shown.replace("\r\n", "\n").endswith(REMARK)


def test_short_work_is_not_seen() -> None:
    assert shown_on_a_terminal(60).replace("\r\n", "\n") == REMARK


@pytest.mark.parametrize("patience", [0.05, 60])
def test_only_remarks_are_made_where_there_is_no_terminal(patience: float) -> None:
    command = [sys.executable, "-c", WORK.format(patience=patience)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert (done.stdout, done.stderr) == ("done\n", REMARK)
