"""A case file that came or went as a whole, or is no case, between two versions."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.diagnostics import Diagnostic
from mapper.evaluate import Evaluation
from mapper.render.terminal import ink
from mapper.render.text.overview import glance

INKS = {"+": "green", "-": "red", "@": "cyan"}


def came(evaluation: Evaluation, width: int) -> str:
    """Return a new case at a glance."""
    return f"A new case file.\n\n{glance(evaluation, width)}"


def went(title: str) -> str:
    """Return that a case file is gone."""
    return f"The case file is gone: {title}." if title else "There is no such case file in either version."


def by_line(old_path: str, new_path: str, old: Sequence[str], new: Sequence[str], finding: Diagnostic) -> str:
    """Return two texts line by line, because one of them is no case by itself; the finding says why."""
    from difflib import unified_diff

    where = f"{finding.span.path}:{finding.span.line}: " if finding.span else ""
    lines = unified_diff(old, new, f"a/{old_path}", f"b/{new_path}", lineterm="")
    inked = (ink(line, INKS[line[0]]) if line and line[0] in INKS else line for line in lines)
    return "\n".join([f"Shown line by line: {where}{finding.message}.", *inked])
