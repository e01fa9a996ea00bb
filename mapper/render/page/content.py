"""What the page knows of the case: statements, steps, scenarios, and Python's words for each under each scenario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapper.case.model import Scenario
from mapper.evaluate import LABELS, Context, Evaluation, evaluate
from mapper.evaluate.play import out_of_play
from mapper.graph import ONE, Argument, ArgumentGraph, Statement
from mapper.render.diagram.scene import rows
from mapper.render.diagram.scene.items import key_of
from mapper.render.diagram.scene.statuses import NO_SUPPORT
from mapper.render.diagram.symbols import ATTACKS, GLYPHS, MEANINGS, Mark
from mapper.render.page.facts import facts, party_name
from mapper.render.page.texts import Texts
from mapper.render.text.play import absence
from mapper.render.text.reasons import because
from mapper.render.text.summary import FINE, ORDER
from mapper.render.text.words import CONFIDENCE, PREDICATES, SET, listed
from mapper.vocabulary import STATUS, Stage, Status, Weighing

Value = dict[str, object]
TOGETHER = {
    Weighing.LINKED: rows.TOGETHER,
    Weighing.CONVERGENT: rows.EACH,
    Weighing.CUMULATIVE: rows.WEIGHED,
    Weighing.FACTORIZED: rows.WEIGHED,
}
"""How the premises of a step make it up, in words."""
CARRIES = ("not as things stand", "still open", "")
"""What is said of a step that carries nothing, of an open one, and of one that carries what it says."""
_STARRED = re.compile(r"\*([^*\s]+)\*")


def content(evaluation: Evaluation, claims: Sequence[str]) -> Value:
    """Return what the page knows of a case, as a value for JSON; its head speaks of these claims.

    Statements and steps stand in the order of the graph, which is that of `mapper.render.page.compiled`. What is empty
    is left out. ``contexts``: for each scenario, none first, and each stage in its order the number of the reason
    of each statement among the ``texts``. Evaluates the case once for each of these.
    """
    graph, texts = evaluation.graph, Texts()
    numbers = {name: number for number, name in enumerate(graph.statements)}
    scenarios = (None, *graph.setting.scenarios)
    contexts = [[_words(graph, Context(stage, name), texts) for stage in Stage] for name in scenarios]
    return {
        "statements": [_statement(graph, statement) for statement in graph.statements.values()],
        "steps": [_step(argument) for argument in graph.arguments.values()],
        "rulings": list(_rulings(graph)),
        "scenarios": [_scenario(graph, name) for name in scenarios],
        "claims": [numbers[claim] for claim in claims],
        "contexts": contexts,
        "texts": texts.found,
        "stages": [stage.value for stage in Stage],
        "words": _vocabulary(),
    }


def _vocabulary() -> Value:
    """Return the words that the page shares with all other answers."""
    return {
        "statuses": {kind.value: [statuses[label].value for label in LABELS] for kind, statuses in STATUS.items()},
        "order": [status.value for status in ORDER],
        "fine": len(FINE),
        "carries": CARRIES,
        "complete": "every element is made out",
        "barred": Status.BARRED.value,
        "bare": NO_SUPPORT,
        "absent": "not in play",
        "mixed": MEANINGS[Mark.MIXED],
        "glyphs": {mark.value: glyph for mark, glyph in GLYPHS.items()},
        "predicates": {status.value: words for status, words in PREDICATES.items()} | {NO_SUPPORT: f"has {NO_SUPPORT}"},
        "set": {assumption.value: words for assumption, words in SET.items()},
        "attacks": {kind.value: f"{word} it" for kind, word in ATTACKS.items()},
    }


def _words(graph: ArgumentGraph, context: Context, texts: Texts) -> list[int]:
    """Return the numbers of all reasons."""
    found = evaluate(graph, context)
    return [texts.number(plain(because(found, name))) for name in graph.statements]


def plain(text: str) -> str:
    """Return a text without the stars in which names stand.

    Examples:
        >>> plain("element *duty* has no support, 2 * 3")
        'element duty has no support, 2 * 3'
    """
    return _STARRED.sub(r"\1", text)


def _statement(graph: ArgumentGraph, statement: Statement) -> Value:
    key = key_of(statement)
    return _filled(
        kind=statement.kind.value,
        key=key if key != statement.id else "",
        claim=statement.claim,
        part=statement.part_of,
        element=statement.element,
        title=statement.title,
        text=statement.text,
        by=[party_name(graph, party) for party in statement.by],
        unmet=list(statement.unmet),
        facts=facts(graph, statement),
    )


def _step(argument: Argument) -> Value:
    return _filled(
        weight="" if argument.weight == ONE else f"{float(argument.weight):.3g}",
        together=TOGETHER[argument.weighing] if len(argument.premises) > 1 else "",
        warrant=argument.warrant,
    )


def _scenario(graph: ArgumentGraph, name: str | None) -> Value:
    absent = {claim: absence(found) for claim, found in out_of_play(graph, name).items()}
    if name is None:
        return _filled(absent=absent)
    found = graph.setting.scenarios[name]
    return _filled(absent=absent, assumes="; ".join(_assumes(graph, found)), note=found.note or "")


def _assumes(graph: ArgumentGraph, found: Scenario) -> Iterator[str]:
    """Yield what a scenario takes for granted, in words."""
    lists = (found.accept, found.reject, found.open)
    yield from (
        f"{word} {listed(names)}"
        for word, names in zip(("accepts", "rejects", "leaves open"), lists, strict=True)
        if names
    )
    if found.motion:
        yield f"motion of {party_name(graph, found.motion.by)} on {listed(found.motion.on)}"


def _rulings(graph: ArgumentGraph) -> Iterator[list[str]]:
    """Yield what courts ruled: on what, what, who and when, and in which scenario."""
    for name, scenario in graph.setting.scenarios.items():
        if (found := scenario.ruling) is None:
            continue
        by = (found.court, str(found.date or ""))
        more = (scenario.title or name, found.disposition, found.citation, CONFIDENCE[found.confidence], found.note)
        for address, word in found.outcome.items():
            yield [address, word, ", ".join(filter(None, by)), " · ".join(filter(None, more))]


def _filled(**found: object) -> Value:
    """Return what is not empty."""
    return {key: value for key, value in found.items() if value}
