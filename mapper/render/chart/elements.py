"""The proof chart as a document: a part for each claim, defense and carve-out, and before them what came of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mapper.analysis.chart import Part, ProofChart
from mapper.analysis.gaps import Gap, GapKind
from mapper.render.chart.document import Cell, Document, Heading, Line, Rank, Row, Section, Tone
from mapper.render.chart.frame import framed
from mapper.render.chart.proof import HEADINGS, Tables, anchor
from mapper.render.text.words import counted, listed
from mapper.vocabulary import Kind, Label

SUMMARY = (
    Heading("part", "Claim or defense", 30),
    Heading("parties", "By and against", 22),
    Heading("status", "Status", 30),
    Heading("elements", "Elements made out", 12),
    Heading("missing", "What is missing", 32),
)

SEVERAL = (
    "A claim against several parties has a part for each of them, with its answers. The statuses are those of the claim "
    "as a whole: a fact counts as admitted only where every opponent admits it."
)

NONE = "No claim is by or against the party that was asked for."
NO_CLAIM = "There is no claim in this case."


def document(chart: ProofChart) -> Document:
    """Return the proof chart as a document."""
    tables = Tables(chart)
    sections = tuple(_section(tables, part) for part in chart.parts)
    rows = tuple(_summed(tables, part) for part in chart.parts)
    note = "" if rows else (NONE if chart.evaluation.graph.claims() else NO_CLAIM)
    summary = Section("Summary", "summary", "Summary", (), SUMMARY, rows, note)
    wholes = [part.whole for part in chart.parts if part.parties]
    return framed(
        chart.evaluation, "Proof chart", summary, sections, (SEVERAL,) if len(wholes) > len(set(wholes)) else ()
    )


def _section(tables: Tables, part: Part) -> Section:
    several = sum(other.whole == part.whole for other in tables.chart.parts) > 1
    name = f"{part.whole} {' '.join(part.parties)}" if several else part.whole
    title = f"{_title(tables, part)}{f' – against {tables.say.parties(part.parties)}' if several else ''}"
    return Section(name, anchor(part), title, tuple(_facts(tables, part)), HEADINGS, tuple(tables.rows(part)))


def _title(tables: Tables, part: Part) -> str:
    found = tables.graph.statements[part.statements[0]]
    return found.heading if found.kind is Kind.CLAIM else f"{found.heading}: {found.kind.value}"


def _facts(tables: Tables, part: Part) -> Iterator[tuple[str, Cell]]:
    """Yield what is said of a claim or a defense above its table."""
    found, say = tables.graph.statements[part.statements[0]], tables.say
    yield "Id", (Line(part.whole),)
    yield "Status", _statuses(tables, part)
    if found.by:
        yield "By", (Line(say.parties(found.by)),)
        yield "Burden", tuple(_burdens(tables, part))
    yield "Against" if found.kind is Kind.CLAIM else "Bears on", (Line(_against(tables, part)),)
    if found.text:
        yield "What it is", (Line(found.text),)
    if authorities := say.authorities(found):
        yield "Authority", authorities
    if missing := _missing(tables, part):
        yield "What is missing", missing
    if part.unproved and not say.evidence_matters:
        yield "To be proved later", (Line(f"{counted(len(part.unproved), 'fact')}: {listed(part.unproved)}"),)
    if found.note:
        yield "Note", (Line(found.note),)


def _burdens(tables: Tables, part: Part) -> Iterator[Line]:
    """Yield who bears the burden, and what others have to disprove."""
    graph = tables.graph.statements
    yield Line(tables.say.parties(graph[part.statements[0]].by))
    others: dict[tuple[str, ...], list[str]] = {}
    for found in (graph[entry.statement] for entry in part.elements if not entry.alternative):
        if found.for_others_to_disprove:
            others.setdefault(found.burden, []).append(found.heading)
    for parties, names in others.items():
        yield Line(f"but for {listed(dict.fromkeys(names))}: {tables.say.parties(parties)} to show the contrary")


def _against(tables: Tables, part: Part) -> str:
    """Return whom a claim is against, or which claims a defense or a carve-out bears on."""
    graph = tables.graph.statements
    found = graph[part.statements[0]]
    if found.kind is Kind.CLAIM:
        return tables.say.parties(part.parties)
    return listed(graph[name].claim for name in part.statements)


def _statuses(tables: Tables, part: Part) -> Cell:
    """Return what follows for a claim, or for each claim on which a defense bears, those that are alike together."""
    lines: dict[tuple[str, str], list[str]] = {}
    for entry in part.outcomes:
        said = (tables.say.word(entry.statement), tables.say.because(entry.statement))
        lines.setdefault(said, []).extend(entry.claims)
    several = len(lines) > 1
    return tuple(
        Line(f"{f'for {listed(claims)}: ' if several else ''}{reason}", word)
        for (word, reason), claims in lines.items()
    )


def _missing(tables: Tables, part: Part, *, briefly: bool = False) -> Cell:
    """Return what a part lacks, and where evidence matters the facts that nothing proves; briefly, how many these are."""
    words = [MISSING[gap.kind](tables, gap) for gap in part.gaps if gap.kind in MISSING]
    if part.unproved and tables.say.evidence_matters:
        facts = counted(len(part.unproved), "fact")
        words.append(f"{facts} without evidence{'' if briefly else f': {listed(part.unproved)}'}")
    return tuple(Line(text, tone=Tone.MISSING) for text in dict.fromkeys(words))


def _no_support(tables: Tables, gap: Gap) -> str:
    return f"{_called(tables, gap)}: nothing supports it"


def _only_conclusions(tables: Tables, gap: Gap) -> str:
    return f"{_called(tables, gap)}: only conclusions support it, {listed(gap.others)}"


def _unanswered_defense(tables: Tables, gap: Gap) -> str:
    applies = tables.chart.evaluation.labels[gap.statement] is Label.IN
    return f"{_called(tables, gap)} {'applies' if applies else 'may apply'}, and {_no_answer(tables, gap)}"


def _unanswered_rebuttal(tables: Tables, gap: Gap) -> str:
    title = tables.graph.statements[gap.statement].title
    return f"{gap.statement}{f' ({title})' if title else ''}: {_no_answer(tables, gap)}"


def _no_answer(tables: Tables, gap: Gap) -> str:
    """Return that nobody answers, or what answers without effect."""
    names = listed(dict.fromkeys(tables.say.short(name) for name in gap.others))
    return f"no answer to it counts ({names})" if names else "nobody answers it"


def _called(tables: Tables, gap: Gap) -> str:
    return tables.graph.statements[gap.statement].heading


MISSING: dict[GapKind, Callable[[Tables, Gap], str]] = {
    GapKind.NO_SUPPORT: _no_support,
    GapKind.ONLY_CONCLUSIONS: _only_conclusions,
    GapKind.UNANSWERED_DEFENSE: _unanswered_defense,
    GapKind.UNANSWERED_REBUTTAL: _unanswered_rebuttal,
}
"""What a chart says of each kind of gap that it mentions."""


def _summed(tables: Tables, part: Part) -> Row:
    """Return the row of the summary for a part."""
    found = tables.graph.statements[part.statements[0]]
    cells: tuple[Cell, ...] = (
        (Line(found.kind.value, found.heading, anchor=anchor(part)),),
        (Line(_by_and_against(tables, part)),),
        _statuses(tables, part),
        (Line(_made_out(tables, part)),),
        _missing(tables, part, briefly=True),
    )
    label = tables.chart.evaluation.labels[part.statements[0]]
    return Row(cells, Rank.OUTCOME, label=label if len(part.outcomes) == 1 else None)


def _made_out(tables: Tables, part: Part) -> str:
    """Return how many elements are made out, for every claim where they are judged claim by claim."""
    labels: dict[str, set[Label]] = {}
    for entry in (entry for entry in part.elements if not entry.alternative):
        name = tables.graph.statements[entry.statement].element
        labels.setdefault(name, set()).add(tables.chart.evaluation.labels[entry.statement])
    undecided = sum(Label.UNDECIDED in found for found in labels.values())
    made = sum(found == {Label.IN} for found in labels.values())
    return f"{made} of {len(labels)}{f', {undecided} open' if undecided else ''}"


def _by_and_against(tables: Tables, part: Part) -> str:
    found = tables.graph.statements[part.statements[0]]
    against = _against(tables, part)
    between = " against " if found.kind is Kind.CLAIM else ", as to "
    return f"{tables.say.parties(found.by)}{between if against else ''}{against}"
