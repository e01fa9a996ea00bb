"""The landmarks of the page: its head, the controls, the outline, the map, and what the script fills."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation
from mapper.render.diagram.symbols import GLYPHS, Mark
from mapper.render.page.markup import element
from mapper.render.text.words import STAGES
from mapper.vocabulary import Stage

KEYS: tuple[tuple[str, str], ...] = (
    ("/", "search; Enter goes to the next match"),
    ("Tab", "go from card to card, in reading order"),
    ("Enter", "open the card"),
    ("Esc", "close what is open"),
    ("+ −", "zoom in and out"),
    ("0", "show the whole map"),
    ("← ↑ → ↓", "move the map; on a card, go to the next card on that side"),
    ("o", "change between map and outline"),
    ("?", "show or hide this"),
)
"""What each key does."""
READING = (
    (
        "A claim comes first, its elements next to it, and then what supports or attacks each of them. "
        "A full line with an arrow supports; a dashed line with a bar attacks. What meets in a filled dot is needed together."
    ),
    (
        "A card opens at a click: it says how it stands, why, what would change that, and where it is said. "
        "A small dashed box names a card that is drawn in full elsewhere."
    ),
)
"""What a reader needs who has never seen such a map."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What was made of the case: the map, the map as a list, and the legend."""

    picture: ET.Element
    outline: ET.Element
    legend: ET.Element


def body(evaluation: Evaluation, title: str, headline: str, drawn: Drawn) -> ET.Element:
    """Return the body of the page, in the order in which it is read aloud."""
    return element(
        "body",
        element("a", "Skip to the outline", href="#~outline", class_="skip"),
        element("a", "Skip to the map", href="#~map", class_="skip"),
        _head(evaluation, title, headline),
        _bar(evaluation, drawn.legend),
        element("div", id="~changes", class_="changes", role="region", aria_label="What-if", hidden=""),
        element(
            "main",
            element(
                "section",
                element("h2", "Outline", class_="aside"),
                drawn.outline,
                id="~outline",
                tabindex="-1",
                aria_label="Outline",
            ),
            _map(drawn.picture),
            element("aside", id="~panel", tabindex="-1", aria_label="What was chosen", hidden=""),
        ),
        element("p", id="~said", class_="aside", aria_live="polite", role="status"),
        _help(),
    )


def _head(evaluation: Evaluation, title: str, headline: str) -> ET.Element:
    caption = evaluation.graph.setting.caption
    filed = f"filed {caption.filed}" if caption and caption.filed else ""
    place = [caption.court, caption.docket, filed] if caption else []
    return element(
        "header",
        element("div", element("h1", title), element("p", " · ".join(filter(None, place)), class_="court")),
        element(
            "div",
            element("div", element("p", headline), id="~headline"),
            _button("~more", "Details", aria_expanded="false", hidden=""),
            class_="stands",
        ),
    )


def _bar(evaluation: Evaluation, legend: ET.Element) -> ET.Element:
    """Return the controls."""
    context, scenarios = evaluation.context, evaluation.graph.setting.scenarios
    options = [_option("", "No scenario", chosen=context.scenario is None)]
    options += [_option(name, s.title or name, chosen=name == context.scenario) for name, s in scenarios.items()]
    stages = [_option(stage.value, STAGES[stage], chosen=stage is context.stage) for stage in Stage]
    views = (("map", "Map"), ("outline", "Outline"))
    return element(
        "nav",
        element("label", "Scenario ", element("select", *options, id="~scenario")),
        element("label", "Stage ", element("select", *stages, id="~stage")),
        element("span", *(_button(f"~to-{name}", word, aria_pressed="false") for name, word in views), class_="views"),
        element(
            "label",
            element("span", "Search", class_="aside"),
            element(
                "input", type="search", id="~search", placeholder="Search  /", autocomplete="off", spellcheck="false"
            ),
            element("output", id="~found"),
            class_="search",
        ),
        element("details", element("summary", "Filter & legend"), legend, id="~filter"),
        element(
            "span",
            _button("~theme", "Dark"),
            _button("~keys", "?", aria_label="Help: how to read the map, and keys"),
            class_="rest",
        ),
        aria_label="Controls",
    )


def _map(svg: ET.Element) -> ET.Element:
    svg.attrib |= {"role": "group", "aria-label": "Map", "id": "~picture"}
    zoom = [_button("~in", "+", aria_label="Zoom in"), _button("~out", "−", aria_label="Zoom out")]
    zoom.append(_button("~fit", "Fit", aria_label="Show the whole map"))
    return element(
        "section",
        element("div", svg, id="~window"),
        element("div", *zoom, class_="zoom"),
        id="~map",
        tabindex="-1",
        aria_label="Map",
    )


def _help() -> ET.Element:
    rows = [element("tr", element("th", element("kbd", key), scope="row"), element("td", does)) for key, does in KEYS]
    marks = " · ".join(
        f"{GLYPHS[mark]} {word}"
        for mark, word in ((Mark.IN, "holds"), (Mark.OUT, "fails"), (Mark.OPEN, "open"), (Mark.BARE, "no support"))
    )
    return element(
        "dialog",
        element("h2", "How to read the map", tabindex="-1", autofocus=""),
        *(element("p", text) for text in (*READING, f"Marks: {marks}.")),
        element("h2", "Keys"),
        element("table", *rows),
        element("p", "The address of the page names the card, the scenario and every what-if, so that it can be sent."),
        _button("~close-help", "Close"),
        id="~help",
        aria_label="Help",
    )


def _option(value: str, text: str, *, chosen: bool) -> ET.Element:
    return element("option", text, value=value, **({"selected": ""} if chosen else {}))


def _button(name: str, text: str, **attributes: str) -> ET.Element:
    return element("button", text, type="button", id=name, **attributes)
