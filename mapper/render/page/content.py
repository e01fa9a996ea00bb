"""What the page knows of the case: statements, steps, scenarios, and Python's words for each under each scenario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapper.case.model import Ruling, Scenario
from mapper.evaluate import LABELS, Context, Evaluation, evaluate
from mapper.evaluate.play import out_of_play
from mapper.graph import ONE, Argument, ArgumentGraph, Statement
from mapper.render.diagram.scene.hrefs import safe_link
from mapper.render.diagram.scene.items import key_of
from mapper.render.diagram.scene.statuses import NO_SUPPORT
from mapper.render.diagram.symbols import ATTACKS, GLYPHS, MEANINGS, NATURES, Mark
from mapper.render.page.texts import Texts
from mapper.render.text.play import absence
from mapper.render.text.reasons import because
from mapper.render.text.summary import summary
from mapper.render.text.words import CONFIDENCE, PREDICATES, SET, listed
from mapper.vocabulary import STATUS, Stage, Status, Weighing

Value = dict[str, object]
_STARRED = re.compile(r"\*([^*\s]+)\*")


def content(evaluation: Evaluation, claims: Sequence[str]) -> Value:
    """Return what the page knows of a case, as a value for JSON; the summaries speak of these claims.

    Statements and steps stand in the order of the graph, which is that of `mapper.render.page.compiled`. What is empty
    is left out. ``contexts``: for each scenario, none first, and each stage in its order the number of the summary
    among the ``texts``, then that of the reason of each statement. Evaluates the case once for each of these.
    """
    graph, texts = evaluation.graph, Texts()
    scenarios = (None, *graph.setting.scenarios)
    contexts = [[_words(graph, Context(stage, name), claims, texts) for stage in Stage] for name in scenarios]
    return {
        "statements": [_statement(graph, statement) for statement in graph.statements.values()],
        "steps": [_step(argument) for argument in graph.arguments.values()],
        "scenarios": [_scenario(graph, name) for name in scenarios],
        "contexts": contexts,
        "texts": texts.found,
        "stages": [stage.value for stage in Stage],
        "words": _vocabulary(),
    }


def _vocabulary() -> Value:
    """Return the words that the page shares with all other answers."""
    return {
        "statuses": {kind.value: [statuses[label].value for label in LABELS] for kind, statuses in STATUS.items()},
        "barred": Status.BARRED.value,
        "bare": NO_SUPPORT,
        "absent": "not in play",
        "mixed": MEANINGS[Mark.MIXED],
        "glyphs": {mark.value: glyph for mark, glyph in GLYPHS.items()},
        "predicates": {status.value: words for status, words in PREDICATES.items()} | {NO_SUPPORT: f"has {NO_SUPPORT}"},
        "set": {assumption.value: words for assumption, words in SET.items()},
        "attacks": {kind.value: f"{word} it" for kind, word in ATTACKS.items()},
        "natures": {nature.value: words for nature, words in NATURES.items()},
    }


def _words(graph: ArgumentGraph, context: Context, claims: Sequence[str], texts: Texts) -> list[int]:
    """Return the number of the summary, then those of all reasons."""
    found = evaluate(graph, context)
    said = (summary(found, claims), *(because(found, name) for name in graph.statements))
    return [texts.number(plain(text)) for text in said]


def plain(text: str) -> str:
    """Return a text without the stars in which names stand.

    Examples:
        >>> plain("element *duty* has no support, 2 * 3")
        'element duty has no support, 2 * 3'
    """
    return _STARRED.sub(r"\1", text)


def _statement(graph: ArgumentGraph, statement: Statement) -> Value:
    parties, issue = graph.setting.parties, graph.issue_of(statement.id)
    key = key_of(statement)
    return _filled(
        kind=statement.kind.value,
        key=key if key != statement.id else "",
        claim=statement.claim,
        part=statement.part_of,
        element=statement.element,
        title=statement.title,
        text=statement.text,
        nature=statement.nature.value,
        by=[parties[party].name if party in parties else party for party in statement.by],
        source=_place(graph, statement),
        quotes=[[str(where), words] for where, words in statement.quotes],
        date=str(statement.date) if statement.date else "",
        responses=[[parties[who].name if who in parties else who, word.value] for who, word in statement.responses],
        authority=[[a.cite, a.says or "", CONFIDENCE[a.confidence]] for a in statement.authority],
        unmet=list(statement.unmet),
        note=statement.note,
        issue=issue.title or issue.id if issue else "",
    )


def _place(graph: ArgumentGraph, statement: Statement) -> Value:
    """Return where a statement is said, with a link where there is one that may be followed."""
    if statement.source is None:
        return {}
    entry = graph.setting.sources.get(statement.source.source)
    if entry is None:
        return {"at": str(statement.source)}
    return _filled(
        at=str(statement.source),
        title=entry.title,
        kind=entry.kind.value,
        date=str(entry.date) if entry.date else "",
        cite=entry.citation or "",
        href=safe_link(entry.url or ""),
    )


def _step(argument: Argument) -> Value:
    usual = argument.weighing in (Weighing.LINKED, Weighing.CONVERGENT) or len(argument.premises) < 2  # noqa: PLR2004
    return _filled(
        weight="" if argument.weight == ONE else f"{float(argument.weight):.3g}",
        weighing="" if usual else argument.weighing.value,
        either=argument.weighing is Weighing.CONVERGENT and len(argument.premises) > 1,
        warrant=argument.warrant,
    )


def _scenario(graph: ArgumentGraph, name: str | None) -> Value:
    absent = {claim: absence(found) for claim, found in out_of_play(graph, name).items()}
    if name is None:
        return _filled(title="No scenario", absent=absent)
    found = graph.setting.scenarios[name]
    return _filled(
        absent=absent,
        title=found.title or name,
        assumes=list(_assumes(graph, found)),
        note=found.note or "",
        ruling=_ruling(found.ruling) if found.ruling else {},
        expect=[[address, wanted.label] for address, wanted in found.expect.items()],
    )


def _assumes(graph: ArgumentGraph, found: Scenario) -> Iterator[str]:
    """Yield what a scenario takes for granted, in words."""
    lists = (found.accept, found.reject, found.open)
    yield from (
        f"{word} {listed(names)}"
        for word, names in zip(("accepts", "rejects", "leaves open"), lists, strict=True)
        if names
    )
    if found.motion:
        party = graph.setting.parties.get(found.motion.by)
        yield f"motion of {party.name if party else found.motion.by} on {listed(found.motion.on)}"


def _ruling(ruling: Ruling) -> Value:
    return _filled(
        court=ruling.court,
        date=str(ruling.date) if ruling.date else "",
        outcome=[[address, word] for address, word in ruling.outcome.items()],
        disposition=ruling.disposition or "",
        cite=ruling.citation or "",
        confidence=CONFIDENCE[ruling.confidence],
        note=ruling.note or "",
    )


def _filled(**found: object) -> Value:
    """Return what is not empty."""
    return {key: value for key, value in found.items() if value}
