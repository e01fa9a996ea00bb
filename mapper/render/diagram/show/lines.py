"""One line of thought: what an explanation names, and one chain of support with what attacks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mapper.analysis.chains import Chain, chains
from mapper.analysis.explain import explain
from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, Argument, ArgumentGraph
from mapper.render.diagram.show.around import named, parts
from mapper.render.diagram.views import Remark, Shown, View
from mapper.vocabulary import Label, SourceKind

NO_CHAIN = Rule("no-chain", Severity.ERROR, "there is no chain of support to draw")


def reasons(evaluation: Evaluation, view: View) -> Shown:
    """Return what explains the status of the named statements, down to what was assumed or is missing.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    graph = evaluation.graph
    statements: set[str] = set()
    steps: dict[str, frozenset[str]] = {}
    for name in named(graph, view):
        for ground in explain(evaluation, name).grounds.values():
            statements |= {ground.statement, *ground.because}
            for reason in ground.reasons:
                argument = reason.argument
                statements.add(argument.conclusion)
                steps[argument.id] = steps.get(argument.id, frozenset()) | frozenset(reason.because)
    return Shown(frozenset(statements), steps=steps)


def chain(evaluation: Evaluation, view: View) -> Shown:
    """Return the best chain of support for the named statement, what its steps need besides, and what attacks it.

    Commentary that does not count is left out.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is no such chain.
    """
    graph, (target, *_) = evaluation.graph, named(evaluation.graph, view)
    found = next(chains(evaluation, target, start=view.start), None)
    if found is None:
        raise MapperError([_no_chain(graph, target, view.start)])
    drawn = list(_drawn(graph, found))
    on_it = {*found.statements}
    attacking = {name for step in drawn for name in (step.premises if not step.pro else step.undercutters)}
    aside = {name for name in attacking if _is_aside(evaluation, name)}
    every = (on_it | {part for step in drawn for part in parts(step)}) - aside
    return Shown(
        statements=frozenset(every),
        outside=frozenset(every - on_it - attacking),
        remarks=dict(_remarks(evaluation, found)),
        steps={step.id: frozenset(parts(step)) for step in drawn if aside.isdisjoint(step.premises)},
    )


def _is_aside(evaluation: Evaluation, name: str) -> bool:
    """Return whether a statement is somebody's comment that does not count."""
    is_comment = evaluation.graph.statements[name].source_kind is SourceKind.COMMENTARY
    return is_comment and evaluation.labels[name] is Label.OUT


def _drawn(graph: ArgumentGraph, found: Chain) -> Iterator[Argument]:
    """Yield the steps of a chain, and those that speak against the statements on it."""
    yield from (graph.arguments[link.argument] for link in found.links if link.argument)
    for name in found.statements:
        yield from graph.con(name)


def _remarks(evaluation: Evaluation, found: Chain) -> Iterator[tuple[str, tuple[Remark, ...]]]:
    """Yield the place of each statement on a chain, and where it is broken."""
    told = [name for name in found.statements if evaluation.graph.statements[name].element != MADE_OUT]
    for number, name in enumerate(told, start=1):
        words = [f"{number} of {len(told)}", *_ends(number, len(told))]
        if found.broken and found.broken.statement == name:
            words.append("broken here")
        yield name, (Remark(" · ".join(words)),)


def _ends(number: int, count: int) -> Iterable[str]:
    if number == 1:
        yield "the chain begins here"
    elif number == count:
        yield "the chain ends here"


def _no_chain(graph: ArgumentGraph, target: str, start: str | None) -> Diagnostic:
    """Return that nothing supports a statement, or that a chain from elsewhere does not reach it."""
    whence = f" from `{start}`" if start else ""
    help_ = "`mapper chains CASE ID` lists the chains that there are" if graph.pro(target) else None
    return Diagnostic(NO_CHAIN, f"no chain of support leads{whence} to `{target}`", help=help_)
