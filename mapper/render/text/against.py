"""Two scenarios beside each other: in what they differ, and which of that makes them part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.against import Against, Difference, Parting, Respect
from mapper.evaluate import Evaluation
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.groups import together
from mapper.render.text.words import STAGES, counted, listed, status
from mapper.vocabulary import Stage


def against(found: Against, width: int) -> str:
    """Return the differences between two scenarios, numbered, and for each statement those that account for it."""
    head = [line for e in (found.here, found.there) for line in wrapped(_heading(e), width, rest="  ")]
    return "\n\n".join(
        filter(None, ["\n".join(head), _differences(found, width), _partings(found, width), _same(found, width)])
    )


def _heading(evaluation: Evaluation) -> str:
    name = evaluation.context.scenario or ""
    title = evaluation.graph.setting.scenarios[name].title
    return f"{ink(name, 'bold')}{f' – {title}' if title else ''} ({STAGES[evaluation.context.stage]} stage)"


def _differences(found: Against, width: int) -> str:
    if not found.differences:
        return "They assume the same."
    rows = [[f"{n}", *_difference(each)] for n, each in enumerate(found.differences, 1)]
    text = f"They differ in {counted(len(rows), 'respect')}:"
    return f"{text}\n{columns(rows, width, indent=2)}"


def _difference(each: Difference) -> tuple[str, str]:
    """Return in what two scenarios differ, and how."""
    match each.respect:
        case Respect.STAGE:
            stages = (STAGES[Stage(name)] for (name,) in (each.here, each.there))
            return "stage", " → ".join(stages)
        case Respect.MOTION:
            return "motion", " → ".join(_motion(side) for side in (each.here, each.there))
        case Respect.READING | Respect.ASSUMPTION:
            sides = (listed(side) or "nothing" for side in (each.here, each.there))
            return each.about, " → ".join(sides)


def _motion(side: Sequence[str]) -> str:
    return f"of {side[0]}, on {listed(side[1:])}" if side else "none"


def _partings(found: Against, width: int) -> str:
    if not found.partings:
        return "They part on nothing."
    names = [e.context.scenario or "" for e in (found.here, found.there)]
    rows = [[ink(word, "dim") for word in ("", *names, "because of")]]
    alike: dict[tuple[str, str, str], list[str]] = {}
    for parting in found.partings:
        here, there = (status(e, parting.statement) for e in (found.here, found.there))
        alike.setdefault((here, there, _because(found, parting)), []).append(parting.statement)
    rows += [[", ".join(together(found.here.graph, names)), *words] for words, names in alike.items()]
    lines = [columns(rows, width, indent=2, hang=2)]
    if not all(parting.smallest for parting in found.partings):
        lines.append("  * not all smaller sets were tried")
    return "\n".join(["They part on:", *lines])


def _because(found: Against, parting: Parting) -> str:
    """Return the numbers of the differences that account for a parting: together, or one or the other."""
    number = {each: f"{n}" for n, each in enumerate(found.differences, 1)}
    sets = (" with ".join(number[each] for each in several) for several in parting.because)
    return ", or ".join(sets) + ("" if parting.smallest else " *")


def _same(found: Against, width: int) -> str:
    words: dict[str, list[str]] = {}
    for name in found.same:
        words.setdefault(found.here.status(name).value, []).append(name)
    graph = found.here.graph
    text = "; ".join(f"{', '.join(together(graph, names))} ({word})" for word, names in words.items())
    return "\n".join(_dim(f"They agree on {text}.", width)) if text else ""


def _dim(text: str, width: int) -> Iterator[str]:
    yield from wrapped(ink(text, "dim"), width)
