"""Chains of support, each with its weakest step or the place where it is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.chains import Break, Chain, Count, Link, Relation
from mapper.evaluate import Evaluation
from mapper.render.terminal import ink, wrapped
from mapper.render.text.words import GLYPHS, INKS, PREDICATES, counted, listed, under
from mapper.vocabulary import Kind, Label, Weighing

ARROWS = {
    Relation.SUPPORTS: "→",
    Relation.REBUTS: "—rebuts→",
    Relation.UNDERCUTS: "—undercuts→",
    Relation.PROTECTS: "—protects→",
    Relation.RIVALS: "—rivals→",
}
"""What stands between two statements of a chain."""


def chains(evaluation: Evaluation, statement: str, found: Sequence[Chain], count: Count, width: int) -> str:
    """Return chains to a statement, numbered, with how many there are in all."""
    size = len(str(len(found)))
    paragraphs = ("\n".join(_chain(evaluation, n, chain, size, width)) for n, chain in enumerate(found, 1))
    head = "\n".join(wrapped(_head(statement, found, count), width))
    foot = "\n".join(wrapped(ink(f"{under(evaluation)}.", "dim"), width))
    return "\n\n".join(filter(None, [head, "\n".join(paragraphs), foot]))


def number(statement: str, count: Count) -> str:
    """Return how many chains lead to a statement."""
    return f"{statement}: {'' if count.exact else 'at least '}{counted(count.chains, 'chain')}"


def _head(statement: str, found: Sequence[Chain], count: Count) -> str:
    live = sum(chain.live for chain in found)
    shown = "" if count.exact and len(found) == count.chains else f"; the first {len(found)} are shown"
    return f"{ink(number(statement, count), 'bold')}{shown}{f', {live} of them live' if found else ''}."


def _chain(evaluation: Evaluation, place: int, chain: Chain, size: int, width: int) -> Iterator[str]:
    label = _label(evaluation, chain)
    first = f"{place:>{size}} {ink(GLYPHS[label], INKS[label])} "
    margin = " " * (size + 3)
    yield from wrapped(_path(evaluation, chain), width, first=first, rest=margin + "  ")
    for remark in _remarks(evaluation, chain):
        yield from wrapped(remark, width, first=margin + "  ", rest=margin + "    ")


def _label(evaluation: Evaluation, chain: Chain) -> Label:
    """Return whether a chain is live, broken, or waits for something undecided."""
    if chain.broken is None:
        return Label.IN
    culprits = chain.broken.by or (chain.broken.statement,)
    waits = all(evaluation.labels[name] is Label.UNDECIDED for name in culprits)
    return Label.UNDECIDED if waits else Label.OUT


def _path(evaluation: Evaluation, chain: Chain) -> str:
    """Return the statements with arrows between them; where a step is undercut, the step instead of its conclusion."""
    path = chain.statements[0]
    for link in chain.links:
        undercuts = link.relation in (Relation.UNDERCUTS, Relation.PROTECTS)
        path += f"{_partners(evaluation, link)} {ARROWS[link.relation]} {link.argument if undercuts else link.target}"
    return path


def _partners(evaluation: Evaluation, link: Link) -> str:
    """Return the premises that a step needs besides the one on the chain; all elements are understood."""
    if link.relation not in (Relation.SUPPORTS, Relation.REBUTS) or not link.argument:
        return ""
    argument = evaluation.graph.arguments[link.argument]
    others = [name for name in argument.premises if name != link.source]
    linked = argument.weighing in (Weighing.LINKED, Weighing.FACTORIZED) and not argument.id.startswith("elements:")
    return f" (with {listed(others)})" if others and linked else ""


def _remarks(evaluation: Evaluation, chain: Chain) -> Iterator[str]:
    if chain.sign < 0:
        yield "speaks against it"
    if chain.strength != 1:
        weakest = min(chain.links, key=lambda link: link.weight)
        yield f"weakest step {weakest.source} → {weakest.target}, weight {chain.strength}"
    if chain.broken:
        waits = _label(evaluation, chain) is Label.UNDECIDED
        yield f"{'open' if waits else 'broken'}: {_broken(evaluation, chain.broken)}"


def _broken(evaluation: Evaluation, found: Break) -> str:
    """Return where a chain is broken, and by what."""
    if found.link is None:
        return f"{found.statement} {PREDICATES[evaluation.status(found.statement)]}"
    graph = evaluation.graph
    cuts = graph.arguments[found.link.argument].undercutters if found.link.argument else ()
    if not set(found.by) & set(cuts):
        others = listed(f"{name}, which {PREDICATES[evaluation.status(name)]}" for name in found.by)
        return f"the step to {found.link.target} also needs {others}"
    bars = all(graph.statements[name].kind is Kind.DEFENSE for name in found.by)
    does = "bars it" if bars else f"undercuts the step to {found.link.target}"
    return listed(f"{name} {does}" if evaluation.labels[name] is Label.IN else f"{name} is open" for name in found.by)
