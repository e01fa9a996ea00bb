"""The case at a glance, its whole labelling, and what flips from stage to stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.evaluate import Evaluation
from mapper.graph import MADE_OUT, SCOPE, ArgumentGraph, Statement
from mapper.render.terminal import columns, ink, wrapped
from mapper.render.text.play import in_play, not_in_play
from mapper.render.text.reasons import because
from mapper.render.text.words import STAGES, counted, glyph, heading, kinds, sentence, status, under
from mapper.vocabulary import Assumption, Kind, Status

INNER = (MADE_OUT, SCOPE)
"""The elements that no theory lists; the status of their claim or bar says the same."""

ENTRIES = (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL)
"""The kinds of statement that a person writes."""

GROUPS: tuple[tuple[str, tuple[Kind, ...], tuple[Status, ...]], ...] = (
    ("Elements", (Kind.ELEMENT,), (Status.MADE_OUT, Status.NOT_MADE_OUT, Status.OPEN)),
    ("Defenses", (Kind.DEFENSE,), (Status.APPLIES, Status.DOES_NOT_APPLY, Status.OPEN)),
    ("Carve-outs", (Kind.CARVE_OUT,), (Status.APPLIES, Status.DOES_NOT_APPLY, Status.OPEN)),
    ("Statements", ENTRIES, (Status.COUNTS, Status.DOES_NOT_COUNT, Status.OPEN)),
)
"""What is listed by status below the claims."""


CONCEDED = {Assumption.ACCEPTED: "assumed, not decided", Assumption.REJECTED: "not before the court"}
"""What leaving something out of a motion comes to."""


def title(graph: ArgumentGraph, width: int) -> list[str]:
    """Return the lines of the caption: the title, the court, the docket and the day of filing."""
    caption = graph.setting.caption
    if caption is None:
        return []
    facts = (caption.court, caption.docket, f"filed {caption.filed}" if caption.filed else None)
    return [
        line
        for text in (ink(caption.title, "bold"), ", ".join(filter(None, facts)))
        for line in wrapped(text, width)
        if line
    ]


def glance(evaluation: Evaluation, width: int) -> str:
    """Return each claim with its elements, bars, lifts and status, and what else there is."""
    graph = evaluation.graph
    claims = ("\n".join(_claim(evaluation, claim, width)) for claim in in_play(evaluation, graph.claims()))
    head = "\n".join([*title(graph, width), *wrapped(f"{under(evaluation)}.", width)])
    return "\n\n".join(filter(None, [head, *claims, not_in_play(evaluation, width), _rest(graph, width)]))


def _claim(evaluation: Evaluation, claim: Statement, width: int) -> Iterator[str]:
    graph = evaluation.graph
    head = f"{glyph(evaluation, claim.id)} {heading(claim)}: {status(evaluation, claim.id)}"
    yield from wrapped(head, width, rest="  ")
    yield from wrapped(
        ", ".join(_element(evaluation, e) for e in graph.elements(claim.id)), width, first="    ", rest="    "
    )
    for bar in graph.bars(claim.id):
        lifts = (
            f"{glyph(evaluation, lift.id)} {lift.part_of} {status(evaluation, lift.id)}" for lift in graph.lifts(bar.id)
        )
        words = f"{glyph(evaluation, bar.id)} {bar.part_of} {status(evaluation, bar.id)}"
        yield from wrapped(", ".join((words, *lifts)), width, first="    ", rest="      ")


def _element(evaluation: Evaluation, element: Statement) -> str:
    """Return an element with its sign, and how many of the steps to it are live."""
    steps = evaluation.graph.pro(element.id)
    live = sum(map(evaluation.is_live, steps))
    count = f"{live}" if live == len(steps) else f"{live} of {len(steps)}"
    return f"{glyph(evaluation, element.id)} {element.element} ({count})"


def _rest(graph: ArgumentGraph, width: int) -> str:
    parts = [
        kinds(graph, ENTRIES),
        counted(len(graph.issues), "issue"),
        counted(len(graph.setting.scenarios), "scenario"),
    ]
    line = f"A number in brackets says how many steps lead to an element. In all: {', '.join(filter(None, parts))}."
    return "\n".join(wrapped(ink(line, "dim"), width))


def evaluation(found: Evaluation, width: int) -> str:
    """Return the status of every statement, the claims first and each with its reason.

    Of the claims that are not in play only this is said, and nothing of their elements and what bears on them.
    """
    graph = found.graph
    head = "\n".join([*title(graph, width), *wrapped(f"{under(found)}.", width)])
    conceded = "\n".join(_conceded(found, width))
    claims = columns(list(_claims(found)), width)
    groups = (
        _group(found, name, in_play(found, graph.of_kind(*wanted)), words, width) for name, wanted, words in GROUPS
    )
    return "\n\n".join(filter(None, [head, conceded, claims, not_in_play(found, width), *groups]))


def _conceded(found: Evaluation, width: int) -> Iterator[str]:
    """Yield what is taken for granted only because a motion does not raise it."""
    for assumption, words in CONCEDED.items():
        names = [name for name, given in found.given.items() if given.by == "motion" and given.assumption is assumption]
        if names:
            mover = found.given[names[0]].reason
            yield from wrapped(f"The motion of {mover} does not raise {', '.join(names)}: {words}.", width)


def _claims(found: Evaluation) -> Iterator[list[str]]:
    """Yield a row for each claim; a reason that was given for an earlier one is not given again."""
    first: dict[str, str] = {}
    for claim in in_play(found, found.graph.claims()):
        reason = because(found, claim.id)
        earlier = first.setdefault(reason, claim.id)
        words = reason if earlier == claim.id else f"as {earlier}"
        yield [f"{glyph(found, claim.id)} {ink(claim.id, 'bold')}", status(found, claim.id), words]


def _group(found: Evaluation, name: str, members: Sequence[Statement], words: Sequence[Status], width: int) -> str:
    ids = [member.id for member in members if member.element not in INNER]
    rows = []
    for word in words:
        same = [i for i in ids if found.status(i) is word]
        if same:
            rows.append([f"{word.value} ({len(same)})", ", ".join(_together(found.graph, ids, same))])
    return f"{ink(name, 'bold')}\n{columns(rows, width, indent=2)}" if rows else ""


def _together(graph: ArgumentGraph, all_ids: Sequence[str], some: Sequence[str]) -> Iterator[str]:
    """Yield ids; what bears on several claims alike is named once, without the claims."""
    chosen = set(some)
    for name in some:
        found = graph.statements[name]
        if not found.claim:
            yield name
            continue
        address = name.replace(f"@{found.claim}", "", 1)
        siblings = [i for i in graph.resolve_statements(address) if i in all_ids]
        if len(siblings) == 1 or not chosen.issuperset(siblings):
            yield name
        elif siblings[0] == name:
            yield f"{address} for {counted(len(siblings), 'claim')}"


def stages(evaluations: Sequence[Evaluation], width: int) -> str:
    """Return the status of each claim at each stage, and whatever else flips from stage to stage."""
    graph = evaluations[0].graph
    header = ["", *(ink(STAGES[e.context.stage], "bold") for e in evaluations)]
    claims = in_play(evaluations[0], graph.claims())
    rows = [[claim.id, *(f"{glyph(e, claim.id)} {status(e, claim.id)}" for e in evaluations)] for claim in claims]
    head = "\n".join([*title(graph, width), *wrapped(f"{_assumed(evaluations[0])}.", width)])
    absent = not_in_play(evaluations[0], width)
    return "\n\n".join(filter(None, [head, columns([header, *rows], width), absent, *_flips(evaluations, width)]))


def _assumed(found: Evaluation) -> str:
    words = under(found).partition(", ")[2]
    return sentence(f"every stage{', ' if words else ''}{words}")


def _flips(evaluations: Sequence[Evaluation], width: int) -> Iterator[str]:
    """Yield what flips besides the claims, by how it does; and how much does not."""
    graph = evaluations[0].graph
    present = in_play(evaluations[0], graph.statements.values())
    ids = [s.id for s in present if s.kind is not Kind.CLAIM and s.element not in INNER]
    courses: dict[tuple[str, ...], list[str]] = {}
    for name in ids:
        courses.setdefault(tuple(e.status(name).value for e in evaluations), []).append(name)
    for course, names in courses.items():
        if len(set(course)) > 1:
            head = f"{ink(' → '.join(course), 'bold')} ({len(names)})"
            listing = ", ".join(_together(graph, ids, names))
            yield "\n".join([head, *wrapped(listing, width, first="  ", rest="  ")])
    same = sum(len(names) for course, names in courses.items() if len(set(course)) == 1)
    yield ink(f"{counted(same, 'other statement')} the same at every stage.", "dim")
