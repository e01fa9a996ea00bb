"""Everything about one id: a statement, a step, an issue, a party, a source or a scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mapper.evaluate import Evaluation
from mapper.evaluate.play import claim_of
from mapper.graph import MADE_OUT, Argument, Statement
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.groups import together
from mapper.render.text.play import absence
from mapper.render.text.reasons import AUTOMATIC, because
from mapper.render.text.words import (
    CONFIDENCE,
    CONTRARY,
    GLYPHS,
    INKS,
    KINDS,
    STAGES,
    STANDARDS,
    glyph,
    heading,
    listed,
    status,
)
from mapper.vocabulary import Kind, Label, Nature, Weighing

if TYPE_CHECKING:
    from mapper.case.model import Ruling

MARGIN = "  "

Description = tuple[str, str, Sequence[tuple[str, str]]]
"""A headline, a text, and rows of a name and its words."""

NATURED = (Kind.ALLEGATION, Kind.PROPOSITION, Kind.REBUTTAL, Kind.ELEMENT)
"""The kinds of which the nature is worth saying."""

NATURES = {
    Nature.FACT: "of fact",
    Nature.CONCLUSION: "a conclusion",
    Nature.DAMAGES: "of damages",
    Nature.LAW: "of law",
    Nature.MIXED: "of law applied to fact",
}

UNDERCUTS = {Kind.DEFENSE: "bars", Kind.CARVE_OUT: "lifts"}
"""What a statement does to the steps that it takes out of play; all others undercut them."""


def record(evaluation: Evaluation, address: str, width: int) -> str:
    """Return everything that the case says about one id, and how it stands with it.

    Raises:
        KeyError: if there is no such id.
    """
    graph = evaluation.graph
    holders = (
        (graph.statements, _statement),
        (graph.arguments, _argument),
        (graph.issues, _issue),
        (graph.setting.scenarios, _scenario),
        (graph.setting.parties, _party),
        (graph.setting.sources, _source),
    )
    describe = next((describe for holder, describe in holders if address in holder), None)
    if describe is None:
        raise KeyError(address)
    head, text, rows = describe(evaluation, address)
    parts = [
        "\n".join(wrapped(head, width, rest=MARGIN)),
        "\n".join(wrapped(text, width, first=MARGIN, rest=MARGIN)) if text else "",
        columns([(ink(name, "dim"), words) for name, words in _grouped(rows)], width, indent=2, hang=2),
    ]
    return "\n\n".join(filter(None, parts))


def _grouped(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield rows with words, the name of several that follow each other only once."""
    last = ""
    for name, words in rows:
        if words:
            yield ("" if name == last else name), words
            last = name


def _statement(evaluation: Evaluation, address: str) -> Description:
    found = evaluation.graph.statements[address]
    head = f"{glyph(evaluation, address)} {heading(found)}: {status(evaluation, address)}"
    return head, found.text, [*_about(evaluation, found), *_links(evaluation, found)]


def _about(evaluation: Evaluation, found: Statement) -> Iterator[tuple[str, str]]:
    """Yield what a statement is and says, and why it has its status."""
    one, _ = KINDS[found.kind]
    element = found.kind is Kind.ELEMENT
    yield "kind", f"{one}, {NATURES[found.nature]}" if found.kind in NATURED else one
    yield "part of", found.part_of
    yield "theory", found.theory
    yield "burden on" if element else "by", _burden(found) if element else listed(found.by)
    yield "standard", f"{_standard(evaluation, found)}, at this stage" if element else ""
    yield "source", str(found.source or "")
    yield from (("quote", f"“{words}” ({where})") for where, words in found.quotes)
    yield "date", str(found.date or "")
    yield from (("answer", f"{party}: {answer.value}") for party, answer in found.responses)
    yield from (("authority", _cite(a.cite, a.says, CONFIDENCE[a.confidence])) for a in found.authority)
    yield "note", found.note
    if absent := evaluation.out_of_play().get(claim_of(found)):
        yield "not in play", absence(absent)
    yield "because", because(evaluation, found.id)


def _burden(element: Statement) -> str:
    """Return who bears the burden of an element, and whether they have to show it or its contrary."""
    bearers = listed(element.burden or element.by)
    return f"{bearers}, to show the contrary" if element.for_others_to_disprove else bearers


def _standard(evaluation: Evaluation, element: Statement) -> str:
    standard = evaluation.standards[element.id]
    return CONTRARY.get(standard, STANDARDS[standard]) if element.for_others_to_disprove else STANDARDS[standard]


def _cite(cite: str, says: str | None, confidence: str) -> str:
    return f"{cite} ({confidence})" + (f": {says}" if says else "")


def _links(evaluation: Evaluation, found: Statement) -> Iterator[tuple[str, str]]:
    """Yield what a statement rests on, and what rests on it."""
    graph = evaluation.graph
    yield from (("elements", _marked(evaluation, e.id)) for e in graph.elements(found.id))
    yield from (("support", _step(evaluation, a)) for a in graph.pro(found.id) if not _is_inner(a))
    yield from (("against", _step(evaluation, a)) for a in graph.con(found.id))
    yield from (("barred by", _marked(evaluation, bar.id)) for bar in graph.bars(found.id))
    yield from (("lifted by", _marked(evaluation, lift.id)) for lift in graph.lifts(found.id))
    yield from (("rivals", _marked(evaluation, rival)) for rival in graph.rivals(found.id))
    uses = [a for a in graph.uses(found.id) if not _is_inner(a)]
    yield "supports", ", ".join(together(graph, dict.fromkeys(a.conclusion for a in uses if a.pro)))
    yield "opposes", ", ".join(together(graph, dict.fromkeys(a.conclusion for a in uses if not a.pro)))
    aims = (a.conclusion if found.kind in (Kind.DEFENSE, Kind.CARVE_OUT) else a.id for a in graph.undercuts(found.id))
    yield UNDERCUTS.get(found.kind, "undercuts"), ", ".join(aims)


def _marked(evaluation: Evaluation, statement: str) -> str:
    """Return a statement with its sign and its status."""
    found = evaluation.graph.statements[statement]
    return f"{glyph(evaluation, statement)} {heading(found)}: {status(evaluation, statement)}"


def _is_inner(argument: Argument) -> bool:
    """Return whether a step comes from a theory and not from the file."""
    return (
        argument.id.startswith("elements:") or argument.id == f"{argument.conclusion}.{MADE_OUT}:{argument.conclusion}"
    )


def _step(evaluation: Evaluation, argument: Argument) -> str:
    """Return a step with what is said of it: how its premises weigh, its warrant, what takes it out of play."""
    details = [
        *([argument.weighing.value] if argument.weighing is not Weighing.LINKED else []),
        *([f"weight {argument.weight}"] if argument.weight != 1 else []),
        *([f"undercut by {listed(argument.undercutters)}"] if argument.undercutters else []),
    ]
    source = " + ".join(argument.premises) or AUTOMATIC.get(argument.id.partition(":")[0], "")
    brackets = f" ({', '.join(details)})" if details else ""
    return f"{_sign(evaluation, argument)} {source}{brackets}" + (f": {argument.warrant}" if argument.warrant else "")


def _sign(evaluation: Evaluation, argument: Argument) -> str:
    """Return the sign of a step: it has weight, can have none, or waits."""
    low, high = evaluation.weight(argument)
    label = Label.IN if low else Label.UNDECIDED if high else Label.OUT
    return ink(GLYPHS[label], INKS[label])


def _argument(evaluation: Evaluation, address: str) -> Description:
    found = evaluation.graph.arguments[address]
    low, high = evaluation.weight(found)
    now = f"{low}" if low == high else f"between {low} and {high}"
    rows = [
        *(("premises", _marked(evaluation, premise)) for premise in found.premises),
        ("conclusion", _marked(evaluation, found.conclusion)),
        ("weight", f"{found.weight}, {found.weighing.value}; as things stand {now}"),
        *(("undercut by", _marked(evaluation, undercutter)) for undercutter in found.undercutters),
    ]
    kind = "step" if found.pro else "argument against"
    return f"{_sign(evaluation, found)} {ink(address, 'bold')}: {kind}", found.warrant, rows


def _issue(evaluation: Evaluation, address: str) -> Description:
    found = evaluation.graph.issues[address]
    rows = [("positions", _marked(evaluation, position)) for position in found.positions]
    return f"{ink(address, 'bold')}: issue, of which at most one position holds", found.title, rows


def _party(evaluation: Evaluation, address: str) -> Description:
    found = evaluation.graph.setting.parties[address]
    says = (s.id for s in evaluation.graph.statements.values() if address in s.by and s.kind is not Kind.ELEMENT)
    return f"{ink(address, 'bold')} – {found.name}", "", [("role", found.role.value), ("says", ", ".join(says))]


def _source(evaluation: Evaluation, address: str) -> Description:
    found = evaluation.graph.setting.sources[address]
    statements = evaluation.graph.statements.values()
    rows = [
        ("kind", found.kind.value),
        ("by", listed(found.by)),
        ("date", str(found.date or "")),
        ("replaces", listed(found.replaces)),
        ("citation", found.citation or ""),
        ("file", found.file or ""),
        ("url", found.url or ""),
        ("note", found.note or ""),
        ("source of", ", ".join(s.id for s in statements if s.source and s.source.source == address)),
        ("quoted for", ", ".join(s.id for s in statements if any(where.source == address for where, _ in s.quotes))),
    ]
    return f"{ink(address, 'bold')} – {found.title}", "", rows


def _scenario(evaluation: Evaluation, address: str) -> Description:
    found = evaluation.graph.setting.scenarios[address]
    rows = [
        ("stage", STAGES[found.stage]),
        ("pleading", found.pleading or ""),
        ("motion", f"by {found.motion.by}, on {listed(found.motion.on)}" if found.motion else ""),
        ("accept", ", ".join(found.accept)),
        ("reject", ", ".join(found.reject)),
        ("open", ", ".join(found.open)),
        *(("expect", f"{name}: {wanted.label}") for name, wanted in found.expect.items()),
        *(_ruling(found.ruling) if found.ruling else ()),
        ("note", found.note or ""),
    ]
    title = f" – {found.title}" if found.title else ": scenario"
    return ink(address, "bold") + title, "", rows


def _ruling(ruling: Ruling) -> Iterator[tuple[str, str]]:
    yield "ruling", f"{ruling.court}{f', {ruling.date}' if ruling.date else ''} ({CONFIDENCE[ruling.confidence]})"
    yield from (("", f"{name}: {word}") for name, word in ruling.outcome.items())
    yield "citation", ruling.citation or ""
    yield "disposition", ruling.disposition or ""
    yield "about it", ruling.note or ""
