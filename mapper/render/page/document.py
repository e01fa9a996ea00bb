"""The page of a case: its landmarks, the data, the script and the style."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from mapper.evaluate import Evaluation
from mapper.render.diagram.dot.labels import readable
from mapper.render.fontface import fontface_css
from mapper.render.page import parts
from mapper.render.page.compiled import SCRIPTS as EVALUATOR
from mapper.render.page.content import plain
from mapper.render.page.html import html, in_one_function, joined
from mapper.render.page.markup import element
from mapper.render.page.style import kinds_css, palette_css
from mapper.render.text.summary import summary

SCRIPTS = (
    *EVALUATOR,
    "model.js",
    "place.js",
    "paint.js",
    "map.js",
    "panel.js",
    "account.js",
    "light.js",
    "filters.js",
    "search.js",
    "whatif.js",
    "outline.js",
    "main.js",
)
"""The parts of the script in their order; all stand in one function, so that none of their names gets out of it."""
STYLES = ("page.css", "bar.css", "map.css", "panel.css", "outline.css", "media.css")


def document(
    evaluation: Evaluation,
    claims: Sequence[str],
    data: dict[str, object],
    drawn: parts.Drawn,
    *,
    live: bool = False,
) -> str:
    """Return the page.

    Args:
        evaluation: what it begins with.
        claims: the claims that its head speaks of.
        data: what the script reads.
        drawn: the map, the outline and the legend.
        live: whether it is served, and can ask who made it.
    """
    caption = evaluation.graph.setting.caption
    title = caption.title if caption else "Argument map"
    body = parts.body(evaluation, title, plain(summary(evaluation, claims)), drawn)
    known = embedded({**data, "start": start(evaluation)})
    body.append(element("script", known, type="application/json", id="~data"))
    text = "".join(body.itertext())
    style = palette_css() + hand_written_style(live=live) + kinds_css() + fontface_css(text, text)
    return html(f"{title} – argument map", body, style, program(live=live), live=live)


def program(*, live: bool = False) -> str:
    """Return the script of the page."""
    return in_one_function((*SCRIPTS, *(("reload.js", "engine.js") if live else ())))


def hand_written_style(*, live: bool = False) -> str:
    """Return the part of the style that is not made."""
    return joined((*STYLES, *(("live.css",) if live else ())))


def embedded(data: object) -> str:
    """Return data as JSON that can stand in a script: no text in it can end that."""
    return json.dumps(_clean(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace("<", "\\u003c")


def start(evaluation: Evaluation) -> dict[str, object]:
    """Return under what the page begins: the scenario, the stage, and what the asker assumes, by number."""
    context, graph = evaluation.context, evaluation.graph
    numbers = {name: number for number, name in enumerate(graph.statements)}

    def named(addresses: Iterable[str]) -> list[int]:
        found = [
            name
            for address in addresses
            if not _is_step(address, numbers)
            for name in graph.resolve_statements(address)
        ]
        return [numbers[name] for name in dict.fromkeys(found)]

    return {
        "scenario": context.scenario,
        "stage": context.stage.value,
        "changes": {
            "accept": named(context.accept),
            "reject": named(context.reject),
            "open": named(context.open),
            "drop": named(context.drop),
        },
        "without": [address for address in context.drop if _is_step(address, numbers)],
    }


def _is_step(address: str, numbers: dict[str, int]) -> bool:
    """Return whether an address names steps, which are gone from the graph if they were dropped."""
    return ":" in address and address not in numbers


def _clean(value: object) -> object:
    """Return a value with only such letters as a document can hold."""
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, dict):
        return {readable(key): _clean(inside) for key, inside in value.items()}
    return [_clean(inside) for inside in value] if isinstance(value, list | tuple) else value
