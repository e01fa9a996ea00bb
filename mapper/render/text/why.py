"""An explanation as a sentence and an indented tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.change import Change
from mapper.analysis.explain import Explanation, Ground, Part, Reason
from mapper.evaluate import Evaluation
from mapper.evaluate.play import claim_of
from mapper.graph import MADE_OUT
from mapper.render.terminal import Branch, columns, ink, tree, wrapped
from mapper.render.text.play import TITLE, absence
from mapper.render.text.reasons import because, grouped, sources, step, waiting
from mapper.render.text.words import (
    GLYPHS,
    given_briefly,
    glyph,
    heading,
    listed,
    sentence,
    status,
    threshold,
    under,
)
from mapper.vocabulary import Assumption, Kind, Label, Status

DEEPEST = 12
"""No statement stands deeper below the asked one than this; a reader asks anew from there."""

OTHERWISE = {
    Assumption.REJECTED: "without {}",
    Assumption.ACCEPTED: "if {} held",
    Assumption.OPEN: "if {} were open",
}


def why(evaluation: Evaluation, explanation: Explanation, changes: Sequence[Change], width: int) -> str:
    """Return why a statement stands, fails or is open, and what would change it."""
    asked = explanation.statement
    found = evaluation.graph.statements[asked]
    absent = evaluation.out_of_play().get(claim_of(found))
    answer = f"{sentence(evaluation.status(asked).value)}: {because(evaluation, asked)}."
    if (ground := explanation.ground).standard and ground.weights:
        answer += f" {sentence(threshold(ground.standard, ground.weights))}."
    head = [
        *wrapped(f"{glyph(evaluation, asked)} {heading(found)}", width, rest="  "),
        *wrapped(answer, width, first="  ", rest="  "),
        *(wrapped(f"{TITLE}: {absence(absent)}.", width, first="  ", rest="  ") if absent else ()),
    ]
    parts = [
        "\n".join(head),
        tree(_Tree(evaluation, explanation).below(explanation.ground), width, indent=2),
        _changes(changes, width) if not explanation.ground.given else "",
        "\n".join(wrapped(ink(under(evaluation) + ".", "dim"), width)),
    ]
    return "\n\n".join(filter(None, parts))


class _Tree:
    """The paragraphs of one explanation; each statement is explained where it first comes up."""

    def __init__(self, evaluation: Evaluation, explanation: Explanation) -> None:
        self.evaluation, self.explanation = evaluation, explanation
        self.seen = {explanation.statement}

    def branch(self, statement: str, depth: int) -> Branch:
        """Return the paragraph of a statement, with what carries its label below it."""
        found = self.explanation.grounds[statement]
        head = f"{glyph(self.evaluation, statement)} {heading(self.evaluation.graph.statements[statement])}"
        if found.given:
            return Branch(f"{head} ({given_briefly(self.evaluation, statement)})")
        head += f": {status(self.evaluation, statement)}"
        if statement in self.seen:
            return Branch(f"{head}, as above")
        if depth > DEEPEST and found.because:
            return Branch(f"{head} (`mapper why CASE {statement}` goes on from here)")
        self.seen.add(statement)
        return Branch(head + self.tail(found), tuple(self.below(found, depth)))

    def tail(self, found: Ground) -> str:
        """Return the reasons that fit into the paragraph of the statement itself."""
        groups, clauses = grouped(found.reasons), list(found.unmet)
        if not found.reasons and not found.unmet:
            clauses.append("nothing supports it")
        if len(groups) == 1 and groups[0][0].part is not Part.WINS:
            clauses.append(step(self.evaluation, groups[0]))
        if found.blocked:
            clauses.append(f"its rival {found.blocked} is open")
        reasons = f", because {'; '.join(clauses)}" if clauses else self.support(groups)
        return reasons + (f"; {threshold(found.standard, found.weights)}" if found.standard and found.weights else "")

    def support(self, groups: Sequence[tuple[Reason, ...]]) -> str:
        """Return what supports a statement, unless the elements below it say so."""
        if len(groups) != 1 or groups[0][0].argument.id.startswith("elements:"):
            return ""
        return f", {step(self.evaluation, groups[0])}"

    def below(self, found: Ground, depth: int = 0) -> Iterator[Branch]:
        """Yield what stands below a statement: its steps if they differ, or what the one rests on."""
        groups = grouped(found.reasons)
        if len(groups) == 1:
            yield from self.carriers(groups[0][0], depth + 1)
        else:
            for group in groups:
                yield Branch(f"– {self.line(group)}", tuple(self.carriers(group[0], depth + 2)))

    def line(self, group: tuple[Reason, ...]) -> str:
        """Return what steps do, in a line of its own."""
        settled = group[0].part is Part.PENDING and not waiting(self.evaluation, group[0])
        if settled or group[0].part in (Part.WINS, Part.TOO_WEAK):
            return step(self.evaluation, group)
        return f"{'against it, ' if group[0].against else ''}{sources(group)}: {step(self.evaluation, group)}"

    def carriers(self, reason: Reason, depth: int) -> Iterator[Branch]:
        """Yield the statements that make a step what it is; of an open one, at length, only what is open."""
        names = list(self.elements_for(reason))
        aside = [name for name in names if self.is_aside(reason, name)]
        for name in names:
            if name not in aside:
                yield self.branch(name, depth)
        if aside:
            yield Branch(self.mention(reason, aside))

    def mention(self, reason: Reason, names: Sequence[str]) -> str:
        """Return the statements that are only mentioned, in one line."""
        if reason.part is not Part.PENDING:
            return f"objections not counted: {', '.join(names)}"
        return f"decided already: {', '.join(f'{GLYPHS[self.evaluation.labels[name]]} {name}' for name in names)}"

    def is_aside(self, reason: Reason, name: str) -> bool:
        """Return whether a statement is only mentioned: settled where others are open, or an idle objection."""
        if reason.part is Part.PENDING:
            return self.evaluation.labels[name] is not Label.UNDECIDED
        idle = name in reason.argument.undercutters and self.evaluation.labels[name] is Label.OUT
        objection = self.evaluation.graph.statements[name].kind not in (Kind.DEFENSE, Kind.CARVE_OUT)
        return idle and objection and self.explanation.grounds[name].given is not None

    def elements_for(self, reason: Reason) -> Iterator[str]:
        """Yield what a step rests on, with the elements of a claim instead of its *made out*."""
        for name in reason.because:
            below = self.explanation.grounds[name]
            if name == f"{reason.argument.conclusion}.{MADE_OUT}" and len(below.reasons) == 1:
                yield from below.because
            else:
                yield name


def _changes(changes: Sequence[Change], width: int) -> str:
    """Return what would change the status, by the status that it would be then."""
    if not changes:
        return "\n".join(wrapped("No single change of what is named here would make a difference.", width))
    ways: dict[Status, dict[Assumption, list[str]]] = {}
    for change in changes:
        ways.setdefault(change.status, {}).setdefault(change.assumption, []).append(change.statement)
    rows = [[f"{status.value}", "; ".join(_ways(found))] for status, found in ways.items()]
    return "\n".join(["Each of these alone would change it:", columns(rows, width, indent=2)])


def _ways(found: dict[Assumption, list[str]]) -> Iterator[str]:
    for assumption, words in OTHERWISE.items():
        if assumption in found:
            yield words.format(listed(found[assumption], "or"))
