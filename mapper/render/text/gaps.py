"""What a case lacks, claim by claim and defense by defense, and below them what leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mapper.analysis.gaps import Gap, GapKind
from mapper.evaluate import Evaluation
from mapper.graph import Statement
from mapper.render.terminal import ink, wrapped
from mapper.render.text.groups import without_claim
from mapper.render.text.words import PREDICATES, counted, glyph, heading, listed, status, under
from mapper.vocabulary import Kind

COUNTS = {
    GapKind.NO_SUPPORT: ("element without support", "elements without support"),
    GapKind.ONLY_CONCLUSIONS: ("element with conclusions only", "elements with conclusions only"),
    GapKind.SINGLE_THREAD: ("element by a single thread", "elements by a single thread"),
    GapKind.UNANSWERED_DEFENSE: ("defense without an answer", "defenses without an answer"),
    GapKind.UNANSWERED_REBUTTAL: ("rebuttal without an answer", "rebuttals without an answer"),
    GapKind.SHARED_FACT: ("fact that several claims need", "facts that several claims need"),
    GapKind.IDLE_ALLEGATION: ("allegation that supports nothing", "allegations that support nothing"),
    GapKind.EVIDENCE_WITHOUT_ALLEGATION: (
        "piece of evidence for no allegation",
        "pieces of evidence for no allegation",
    ),
}
"""One gap of a kind, and several."""

APART = (GapKind.SHARED_FACT, GapKind.IDLE_ALLEGATION, GapKind.EVIDENCE_WITHOUT_ALLEGATION)
"""The kinds of gap that belong to no claim by itself, and are listed at the end."""


def gaps(evaluation: Evaluation, found: Sequence[Gap], width: int) -> str:
    """Return the gaps under the claim, defense or carve-out that has them, and how many there are of each kind."""
    head = "\n".join(wrapped(f"{under(evaluation)}.", width))
    if not found:
        return f"{head}\n\nNo gaps."
    blocks = (_block(evaluation, whole, members, width) for whole, members in _by_owner(evaluation, found).items())
    apart = (_apart(kind, [gap for gap in found if gap.kind is kind], width) for kind in APART)
    tally = ((sum(gap.kind is kind for gap in found), names) for kind, names in COUNTS.items())
    total = "; ".join(counted(number, *names) for number, names in tally if number)
    return "\n\n".join(filter(None, [head, *blocks, *apart, "\n".join(wrapped(f"{total}.", width))]))


def _by_owner(evaluation: Evaluation, found: Sequence[Gap]) -> dict[str, list[Gap]]:
    """Return the gaps by the claim, defense or carve-out that has them, in the order of the graph."""
    owners: dict[str, list[Gap]] = {}
    for gap in (gap for gap in found if gap.kind not in APART):
        owners.setdefault(_owner(evaluation, gap), []).append(gap)
    order = {without_claim(evaluation.graph, name): number for number, name in enumerate(evaluation.graph.statements)}
    return dict(sorted(owners.items(), key=lambda pair: order.get(pair[0], -1)))


def _owner(evaluation: Evaluation, gap: Gap) -> str:
    statement = evaluation.graph.statements[gap.statement]
    if gap.kind is GapKind.UNANSWERED_REBUTTAL:
        return gap.claims[0] if gap.claims else ""
    if statement.kind is Kind.DEFENSE:
        return statement.part_of
    return statement.part_of.partition("@")[0]


def _block(evaluation: Evaluation, whole: str, found: Sequence[Gap], width: int) -> str:
    lines = [*wrapped(_head(evaluation, whole), width, rest="  ")]
    for words, claims in _merged(evaluation, found).items():
        for_claims = f" (for {counted(claims, 'claim')})" if claims > 1 else ""
        lines += wrapped(f"{words}{for_claims}", width, first="    ", rest="      ")
    return "\n".join(lines)


def _head(evaluation: Evaluation, whole: str) -> str:
    """Return the heading of a block: the claim, with its status, or the defense or carve-out, with who raises it."""
    graph = evaluation.graph
    if whole in graph.statements:
        absent = ", not in play" if whole in evaluation.out_of_play() else ""
        return f"{glyph(evaluation, whole)} {heading(graph.statements[whole])}: {status(evaluation, whole)}{absent}"
    bar = next((s for s in graph.of_kind(Kind.DEFENSE, Kind.CARVE_OUT) if s.part_of == whole), None)
    if bar is None:
        return ink("Rebuttals of what no claim rests on", "bold")
    return f"{ink(whole, 'bold')} – {bar.title}, {bar.kind.value}{f' of {listed(bar.by)}' if bar.by else ''}"


def _merged(evaluation: Evaluation, found: Sequence[Gap]) -> dict[str, int]:
    """Return the gaps in words, what is said of several claims alike only once, with of how many it is said."""
    words: dict[str, int] = {}
    for gap in found:
        text = WORDS[gap.kind](evaluation, gap)
        words[text] = words.get(text, 0) + 1
    return words


def _name(evaluation: Evaluation, gap: Gap) -> str:
    return ink(evaluation.graph.statements[gap.statement].element, "bold")


def _no_support(evaluation: Evaluation, gap: Gap) -> str:
    return f"{_name(evaluation, gap)}: nothing supports it"


def _only_conclusions(evaluation: Evaluation, gap: Gap) -> str:
    return f"{_name(evaluation, gap)}: only conclusions support it, {listed(gap.others)}"


def _single_thread(evaluation: Evaluation, gap: Gap) -> str:
    if not gap.others:
        premises = evaluation.graph.arguments[gap.step or ""].premises
        return f"{_name(evaluation, gap)}: hangs by one step, from {' + '.join(premises)}"
    each = "each of " if len(gap.others) > 1 else ""
    return f"{_name(evaluation, gap)}: hangs by {each}{listed(gap.others)}"


def _unanswered_defense(evaluation: Evaluation, gap: Gap) -> str:
    applies = PREDICATES[evaluation.status(gap.statement)].replace("is open", "may apply")
    return f"it {applies}, and {_answers(evaluation, gap)}"


def _unanswered_rebuttal(evaluation: Evaluation, gap: Gap) -> str:
    rebuttal = evaluation.graph.statements[gap.statement]
    who = f" of {listed(rebuttal.by)}" if rebuttal.by else ""
    title = f" – {rebuttal.title}" if rebuttal.title else ""
    return f"{ink(gap.statement, 'bold')}{title}: a rebuttal{who}, and {_answers(evaluation, gap)}"


def _answers(evaluation: Evaluation, gap: Gap) -> str:
    """Return who does not answer, and what answers without effect."""
    who = f" of {listed(gap.parties)}" if gap.parties else ""
    if not gap.others:
        return f"no answer{who} to it is on file"
    names = dict.fromkeys(_short(evaluation.graph.statements[name]) for name in gap.others)
    return f"no answer{who} counts ({', '.join(names)})"


def _short(statement: Statement) -> str:
    return statement.part_of if statement.kind in (Kind.CARVE_OUT, Kind.DEFENSE) else statement.id


WORDS: dict[GapKind, Callable[[Evaluation, Gap], str]] = {
    GapKind.NO_SUPPORT: _no_support,
    GapKind.ONLY_CONCLUSIONS: _only_conclusions,
    GapKind.SINGLE_THREAD: _single_thread,
    GapKind.UNANSWERED_DEFENSE: _unanswered_defense,
    GapKind.UNANSWERED_REBUTTAL: _unanswered_rebuttal,
}
"""What is said of each kind of gap that a claim or a defense has."""


def _apart(kind: GapKind, found: Sequence[Gap], width: int) -> str:
    """Return the gaps of a kind that belongs to no claim by itself, the widest first where they concern claims."""
    if not found:
        return ""
    one, several = COUNTS[kind]
    title = several if len(found) > 1 else one
    lines = (line for gap in found for line in _apart_lines(gap, width))
    return "\n".join([ink(title[0].upper() + title[1:], "bold"), *lines])


def _apart_lines(gap: Gap, width: int) -> Iterator[str]:
    by = f" ({listed(gap.parties)})" if gap.parties else ""
    details = {
        GapKind.SHARED_FACT: f": {counted(len(gap.claims), 'claim')}, for {', '.join(gap.others)}",
        GapKind.IDLE_ALLEGATION: by,
        GapKind.EVIDENCE_WITHOUT_ALLEGATION: f"{by}: bears on {listed(gap.others) or 'nothing'}",
    }
    yield from wrapped(f"{ink(gap.statement, 'bold')}{details[gap.kind]}", width, first="    ", rest="      ")
