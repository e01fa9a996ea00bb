"""Claims with all that bears on them, and the surroundings of statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, Argument, ArgumentGraph
from mapper.render.diagram.views import Shown, View
from mapper.render.text.play import in_play
from mapper.vocabulary import Kind

NO_CLAIM = Rule("no-claim", Severity.ERROR, "there is no claim to give an overview of")


def everything(evaluation: Evaluation, view: View) -> Shown:
    """Return the whole graph."""
    return Shown(frozenset(evaluation.graph.statements))


def glance(evaluation: Evaluation, view: View) -> Shown:
    """Return the whole graph, if there is a claim in it, but for the claims that are not in play.

    Raises:
        MapperError: if there is none.
    """
    if not evaluation.graph.claims():
        message = "there is no claim to give an overview of"
        raise MapperError([Diagnostic(NO_CLAIM, message, help="--view full draws everything there is")])
    if not in_play(evaluation, evaluation.graph.claims()):
        return everything(evaluation, view)
    return Shown(frozenset(s.id for s in in_play(evaluation, evaluation.graph.statements.values())))


def claims(evaluation: Evaluation, view: View) -> Shown:
    """Return all that bears on the claims to which the named statements belong; the parts of other claims by name.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    graph = evaluation.graph
    asked = dict.fromkeys(claim_of(graph, name) or name for name in named(graph, view))
    own, outside, todo = set[str](), set[str](), list(asked)
    while todo:
        name = todo.pop()
        if name in own or name in outside:
            continue
        if claim_of(graph, name) in (*asked, ""):
            own.add(name)
            todo.extend(below(graph, name))
        else:
            outside.add(name)
    return Shown(frozenset(own | outside), frozenset(outside))


def surroundings(evaluation: Evaluation, view: View) -> Shown:
    """Return what lies around the named statements.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    graph = evaluation.graph
    asked = named(graph, view)
    up = reach(graph, asked, view.up, above)
    down = reach(graph, asked, view.down, below)
    beside = {other for name in up for step in _steps_down_to(graph, name, up) for other in parts(step)}
    return Shown(frozenset(up | down | beside))


def named(graph: ArgumentGraph, view: View) -> list[str]:
    """Return the statements that a view names, each once.

    Raises:
        UnknownAddressError: if it names what is not there.
    """
    return list(dict.fromkeys(name for address in view.ids for name in graph.resolve_statements(address)))


def claim_of(graph: ArgumentGraph, name: str) -> str:
    """Return the claim that a statement is, is an element of, or bears on as a defense; otherwise nothing."""
    statement = graph.statements[name]
    whole = statement.claim or (name if statement.kind is Kind.CLAIM else statement.part_of)
    found = graph.statements.get(whole)
    return whole if found and found.kind is Kind.CLAIM else ""


def reach(
    graph: ArgumentGraph, start: Iterable[str], limit: int | None, follow: Callable[[ArgumentGraph, str], Iterable[str]]
) -> set[str]:
    """Return what is reached in so many steps. Where the elements of a claim meet is no step of its own."""
    reached, layer, steps = set(start), list(start), 0
    while layer and (limit is None or steps < limit):
        found: list[str] = []
        todo = layer
        while todo:
            new = [n for name in todo for n in follow(graph, name) if n not in reached]
            reached.update(new)
            found += (n for n in new if graph.statements[n].element != MADE_OUT)
            todo = [n for n in new if graph.statements[n].element == MADE_OUT]
        layer, steps = list(dict.fromkeys(found)), steps + 1
    return reached


def above(graph: ArgumentGraph, name: str) -> Iterator[str]:
    """Yield what a statement bears on: the conclusions of the steps that it is a premise or an undercutter of."""
    for argument in (*graph.uses(name), *graph.undercuts(name)):
        yield argument.conclusion


def below(graph: ArgumentGraph, name: str) -> Iterator[str]:
    """Yield what bears on a statement: premises and undercutters of the steps to it, and its rivals."""
    for argument in (*graph.pro(name), *graph.con(name)):
        yield from parts(argument)
    yield from graph.rivals(name)


def _steps_down_to(graph: ArgumentGraph, name: str, reached: set[str]) -> Iterator[Argument]:
    """Yield the steps to a statement that something reached takes part in."""
    for argument in (*graph.pro(name), *graph.con(name)):
        if any(part in reached for part in parts(argument)):
            yield argument


def parts(argument: Argument) -> tuple[str, ...]:
    """Return the premises and the undercutters of a step."""
    return (*argument.premises, *argument.undercutters)
