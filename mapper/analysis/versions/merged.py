"""Two labellings as one graph: the later one, with what is gone put back where it stood, as failing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mapper.analysis.versions.renames import Renames
from mapper.evaluate import Evaluation
from mapper.graph import Argument, ArgumentGraph, Issue, Statement
from mapper.vocabulary import Label

WAS = "~"
"""What stands behind the id of a step that is put back beside what became of it."""


def merged(before: Evaluation, after: Evaluation, renames: Renames) -> Evaluation:
    """Return the later labelling with the statements and steps of the earlier one that it lacks.

    Statements that are gone carry the id that they would have now, stand behind what they stood behind, and are out;
    so are the steps that need them. All else is as in the later labelling. Linear in both graphs.
    """
    gone = {s.id: s for s in _gone(before.graph, after.graph, renames)}
    if not gone:
        return after
    statements = _in_place(before.graph, after.graph, gone, renames)
    arguments = _arguments(before.graph, after.graph, gone, renames)
    issues = _issues(before.graph, after.graph, gone, renames)
    graph = ArgumentGraph(statements, arguments, issues, after.graph.setting)
    standards = {renames.address(name): standard for name, standard in before.standards.items()}
    return replace(
        after,
        graph=graph,
        labels={**after.labels, **dict.fromkeys(gone, Label.OUT)},
        standards={**{name: standards[name] for name in gone}, **after.standards},
    )


def _gone(old: ArgumentGraph, new: ArgumentGraph, renames: Renames) -> Iterator[Statement]:
    for s in old.statements.values():
        name = renames.address(s.id)
        if name not in new.statements:
            yield replace(s, id=name, claim=renames.address(s.claim), part_of=renames.address(s.part_of))


def _in_place(
    old: ArgumentGraph, new: ArgumentGraph, gone: Mapping[str, Statement], renames: Renames
) -> Iterator[Statement]:
    """Yield the statements of the new graph, each followed by those that are gone from behind it."""
    behind: dict[str, list[Statement]] = {"": []}
    last = ""
    for name in map(renames.address, old.statements):
        if name in gone:
            behind[last].append(gone[name])
        else:
            last = name
            behind.setdefault(last, [])
    yield from behind[""]
    for s in new.statements.values():
        yield s
        yield from behind.get(s.id, ())


def _arguments(
    old: ArgumentGraph, new: ArgumentGraph, gone: Mapping[str, Statement], renames: Renames
) -> Iterator[Argument]:
    """Yield the steps of the new graph, then those of the old one in which something that is gone takes part."""
    known = dict(new.arguments)
    back: list[Argument] = []
    for was in (_renamed(a, renames) for a in old.arguments.values()):
        now = known.get(was.id)
        cutters = tuple(u for u in was.undercutters if u in gone)
        if now is not None and cutters:
            known[was.id] = replace(now, undercutters=(*now.undercutters, *cutters))
        if not gone.keys().isdisjoint((was.conclusion, *was.premises)) or (now is None and cutters):
            back.append(replace(was, id=f"{was.id}{WAS}") if now else was)
    yield from (*known.values(), *back)


def _renamed(argument: Argument, renames: Renames) -> Argument:
    return replace(
        argument,
        id=renames.address(argument.id),
        premises=tuple(map(renames.address, argument.premises)),
        conclusion=renames.address(argument.conclusion),
        undercutters=tuple(map(renames.address, argument.undercutters)),
    )


def _issues(old: ArgumentGraph, new: ArgumentGraph, gone: Mapping[str, Statement], renames: Renames) -> Iterator[Issue]:
    """Yield the issues of the new graph with the positions that are gone from them."""
    for issue in new.issues.values():
        was = next((i for i in old.issues.values() if renames.address(i.id) == issue.id), None)
        lost = [p for p in map(renames.address, was.positions) if p in gone] if was else []
        yield replace(issue, positions=(*issue.positions, *lost))
