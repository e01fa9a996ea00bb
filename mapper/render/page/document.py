"""The page as HTML: its head with the policy, its landmarks, the data, the script and the style."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation
from mapper.render.diagram.dot.labels import readable
from mapper.render.fontface import fontface_css
from mapper.render.page import parts
from mapper.render.page.compiled import SCRIPTS as EVALUATOR
from mapper.render.page.content import plain
from mapper.render.page.markup import element, written
from mapper.render.page.style import kinds_css
from mapper.render.text.summary import summary

_REMARK = re.compile(r"^ */\*\*.*?\*/\n", re.M | re.S)
_INDENT = re.compile(r"^[ \n]+", re.M)

ASSETS = Path(__file__).with_name("assets")
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
POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def document(
    evaluation: Evaluation,
    claims: Sequence[str],
    data: dict[str, object],
    *,
    svg: ET.Element,
    outline: ET.Element,
    key: ET.Element,
) -> str:
    """Return the page.

    Args:
        evaluation: what it begins with.
        claims: the claims that its head speaks of.
        data: what the script reads.
        svg: the map.
        outline: the map as a list.
        key: the legend.
    """
    caption = evaluation.graph.setting.caption
    title = caption.title if caption else "Argument map"
    body = parts.body(evaluation, title, plain(summary(evaluation, claims)), svg, outline, key)
    known = embedded({**data, "start": start(evaluation)})
    style, script = stylesheet("".join(body.itertext()) + known), program()
    policy = POLICY.format(script=_hash(script), style=_hash(style))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{title} – argument map"),
        element("style", style),
    )
    body.append(element("script", known, type="application/json", id="~data"))
    body.append(element("script", script))
    return f"<!doctype html>\n{written(element('html', head, body, lang='en'))}\n"


def program() -> str:
    """Return the script of the page."""
    return "(() => {\n" + "".join(_read(name) for name in SCRIPTS) + "})();\n"


def stylesheet(text: str) -> str:
    """Return the style of the page, with what its font needs for a text."""
    return hand_written_style() + kinds_css() + fontface_css(text, text)


def hand_written_style() -> str:
    """Return the part of the style that is not made."""
    return "".join(_read(name) for name in STYLES)


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


def _read(name: str) -> str:
    """Return a part of the script or the style without what is said in it for those who read it in the repository."""
    return _INDENT.sub("", _REMARK.sub("", (ASSETS / name).read_text(encoding="utf-8")))


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
