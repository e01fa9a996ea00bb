"""The page as a file: what is in it, and that nothing in it can do harm."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

import mapper
from mapper.case.model import Caption, Party, Ruling, Scenario, SourceEntry
from mapper.case.scalars import Locator
from mapper.case.theory import Authority
from mapper.evaluate import Context, Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Issue, Setting, Statement
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.symbols import LOOKS
from mapper.render.diagram.views import View
from mapper.render.page import page
from mapper.render.page.content import content
from mapper.render.page.document import hand_written_style, program
from mapper.render.page.html import ASSETS
from mapper.render.page.style import CARD_BY_NIGHT, NIGHT, night, palette_css
from mapper.render.text.reasons import because
from mapper.vocabulary import Confidence, Kind, Response, Role, SourceKind, Stage
from tests.cases import graph_of
from tests.hostile import HOSTILE

MOST = 60 * 1024
"""The size of all that is written by hand in a page: its script and its style."""
TRIAL = """\
allegations:
  A: {title: First, text: The first thing., source: complaint ¶ 3, quote: just so, by: does}
  B: {text: The second thing., response: {corp: denied}}
claims:
  c: {theory: tort, by: does, against: corp, support: {duty: [A], breach: [[A, B]], harm: [B]}}
scenarios:
  without-a: {title: Without the first, reject: [A], ruling: {court: Ct., outcome: {c: dismissed}}}
"""


class Parsed(HTMLParser):
    """A page as a browser would read it: tags with their attributes, and what stands in scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102  # the parser's name
        self.tags.append((tag, dict(attrs)))
        self.inside.get(tag, []).append("")

    def handle_data(self, data: str) -> None:  # noqa: D102  # the parser's name
        if self.cdata_elem:
            self.inside[self.cdata_elem][-1] += data

    @property
    def data(self) -> dict[str, Any]:
        """Return what the script reads."""
        found: dict[str, Any] = json.loads(self.inside["script"][0])
        return found


def hostile_case() -> Evaluation:
    """Return a case in which each text stands in every field that holds text."""
    names = list(HOSTILE)
    statements = [
        Statement(id="c", kind=Kind.CLAIM, title="All"),
        Statement(id="c.made-out", kind=Kind.ELEMENT, element="made-out", part_of="c"),
    ]
    statements += [
        Statement(
            id=name,
            kind=Kind.PROPOSITION,
            title=f"{name}: {text}",
            text=text,
            by=(name,),
            source=Locator(name, text),
            quotes=((Locator(name, text), text),),
            responses=((name, Response.DENIED),),
            authority=(Authority.model_construct(cite=text, says=text, confidence=Confidence.VERIFIED),),
            note=text,
            unmet=(text,),
        )
        for name, text in HOSTILE.items()
    ]
    steps = [
        Argument(id=f"{name}:c.made-out", premises=(name,), conclusion="c.made-out", warrant=HOSTILE[name])
        for name in names
    ]
    steps.append(Argument(id="c.made-out:c", premises=("c.made-out",), conclusion="c"))
    text = " ".join(HOSTILE.values())
    setting = Setting(
        caption=Caption.model_construct(title=text, court=text, docket=text, filed=None, jurisdiction=None, note=text),
        parties={name: Party.model_construct(name=said, role=Role.PLAINTIFF) for name, said in HOSTILE.items()},
        sources={
            name: SourceEntry.model_construct(
                title=said, kind=SourceKind.NEWS, date=None, by=(), file=None, url=said, citation=said, note=said
            )
            for name, said in HOSTILE.items()
        },
        scenarios={
            "s": Scenario.model_construct(
                title=text,
                stage=Stage.PLEADING,
                note=text,
                ruling=Ruling.model_construct(
                    court=text,
                    outcome={"c": text},
                    disposition=text,
                    citation=text,
                    note=text,
                    date=None,
                    source=None,
                    confidence=Confidence.VERIFIED,
                ),
            )
        },
    )
    graph = ArgumentGraph(statements, steps, [Issue(id="i", positions=tuple(names[:2]), title=text)], setting)
    return evaluate(graph, Context(accept=tuple(names)))


@cache
def hostile_page() -> str:
    return page(hostile_case(), View(), ["c"]).decode("utf-8")


@cache
def sample() -> str:
    evaluation = evaluate(graph_of(TRIAL), Context(scenario="without-a"))
    return page(evaluation, View(), ["c"]).decode("utf-8")


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else() -> None:
    parsed = Parsed(sample())
    policy = next(attributes["content"] for _, attributes in parsed.tags if attributes.get("http-equiv"))
    script, style = (_hash(parsed.inside[name][-1]) for name in ("script", "style"))
    assert policy == (
        f"default-src 'none'; script-src '{script}'; style-src '{style}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def test_script_and_style_are_small() -> None:
    assert len((program() + hand_written_style()).encode("utf-8")) < MOST


def test_no_part_of_the_script_or_the_style_is_long() -> None:
    assert [path.name for path in sorted(ASSETS.iterdir()) if len(path.read_text("utf-8").splitlines()) >= 300] == []


def test_the_script_never_makes_markup_of_text() -> None:
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(|DOMParser", program())
        == []
    )


def test_the_same_case_gives_the_same_bytes() -> None:
    evaluation = evaluate(graph_of(TRIAL), Context(scenario="without-a"))
    assert page(evaluation, View(), ["c"]).decode("utf-8") == sample()


@pytest.mark.parametrize("made", [sample, hostile_page], ids=["sample", "hostile"])
def test_nothing_in_the_markup_runs_is_styled_or_leads_elsewhere(made: Callable[[], str]) -> None:
    parsed = Parsed(made())
    assert [tag for tag, _ in parsed.tags if tag in {"link", "img", "iframe", "object", "embed", "base", "form"}] == []
    assert [tag for tag, _ in parsed.tags].count("script") == 2
    attributes = [(name, value) for _, found in parsed.tags for name, value in found.items()]
    assert [name for name, _ in attributes if name.startswith("on") or name in {"style", "src", "xlink:href"}] == []
    assert {value for name, value in attributes if name == "href"} == {"#~outline", "#~map"}


def test_the_style_asks_for_nothing() -> None:
    urls = re.findall(r"url\(([^)]{5})", "".join(Parsed(sample()).inside["style"]))
    assert set(urls) == {"data:"}
    assert "@import" not in sample()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_reaches_the_script_as_it_is(name: str) -> None:
    data = Parsed(hostile_page()).data
    number = data["compiled"]["names"].index(name)
    statement, text = data["statements"][number], readable(HOSTILE[name])
    facts = {fact[0]: fact[1:] for fact in statement["facts"]}
    assert (statement["text"], statement["unmet"], statement["by"]) == (text, [text], [text])
    assert [*facts["Note"], *facts["Condition"], *facts["Said by"]] == [text] * 3
    assert facts["Quote"] == [f"“{text}”", readable(str(Locator(name, HOSTILE[name])))]
    assert facts["Answer"] == [f"{text}: denied"]
    links = [fact[3] for fact in statement["facts"] if len(fact) == 4]
    assert set(links) <= {text}
    assert [link for link in links if link.startswith("javascript")] == []


def test_everything_the_case_says_of_a_statement_is_there() -> None:
    data = Parsed(sample()).data
    number = data["compiled"]["names"].index("A")
    assert data["statements"][number] == {
        "kind": "allegation",
        "title": "First",
        "text": "The first thing.",
        "by": ["Jane Does"],
        "facts": [
            ["Said by", "Jane Does"],
            ["Source", "complaint ¶ 3", "Complaint"],
            ["Quote", "“just so”", "complaint ¶ 3"],
            ["Nature", "fact"],
        ],
    }


@pytest.mark.parametrize("scenario", [None, "without-a"])
@pytest.mark.parametrize("stage", Stage)
def test_reasons_are_those_of_python(scenario: str | None, stage: Stage) -> None:
    graph = graph_of(TRIAL)
    evaluation, data = evaluate(graph, Context(stage, scenario)), Parsed(sample()).data
    numbers = data["contexts"][[None, "without-a"].index(scenario)][list(Stage).index(stage)]
    wanted = [because(evaluation, name) for name in graph.statements]
    assert [data["texts"][number] for number in numbers] == [text.replace("*", "") for text in wanted]


def test_what_a_scenario_takes_for_granted_is_said() -> None:
    graph = graph_of("""
allegations: {A: It was so., B: It was not., C: It was otherwise.}
claims: {it: {theory: act, by: does, against: corp, support: {violation: [A]}}}
scenarios: {s: {accept: [A], reject: [B, C], motion: {by: corp, on: [it.violation]}}}
""")
    scenario = json.loads(json.dumps(content(evaluate(graph), ["it"])))["scenarios"][1]
    assert scenario["assumes"] == "accepts A; rejects B and C; motion of Corp on it.violation"


def test_the_page_begins_with_what_was_asked() -> None:
    graph = mapper.example().graph()
    evaluation = evaluate(
        graph, Context(Stage.TRIAL, "demurrer-2019", accept=("duty-reading",), drop=("T01", "BOAST:KNEW"))
    )
    data = Parsed(page(evaluation, View("focus", ("KNEW",)), ["negligence"]).decode("utf-8")).data
    names = data["compiled"]["names"]
    assert data["start"] == {
        "scenario": "demurrer-2019",
        "stage": "trial",
        "changes": {"accept": [names.index("duty-reading")], "reject": [], "open": [], "drop": [names.index("T01")]},
        "without": ["BOAST:KNEW"],
    }


def test_the_outline_gives_every_statement_in_full_once() -> None:
    graph = mapper.example().graph()
    found = Parsed(page(evaluate(graph), View(), []).decode("utf-8"))
    entries = [a["data-k"] for _, a in found.tags if a.get("data-k") and "again" not in (a["class"] or "")]
    keys = {
        s.get("key", name)
        for name, s in zip(found.data["compiled"]["names"], found.data["statements"], strict=True)
        if s.get("element") != "made-out"
    }
    assert sorted(filter(None, entries)) == sorted(keys)


def test_a_circle_and_a_long_chain_have_an_outline() -> None:
    chain = "allegations:\n" + "".join(f"  A{n}: {{text: a, support: [A{n + 1}]}}\n" for n in range(60)) + "  A60: z\n"
    found = Parsed(page(evaluate(graph_of(chain)), View(), []).decode("utf-8"))
    entries = [a["data-k"] for _, a in found.tags if a.get("data-k") and "again" not in (a["class"] or "")]
    assert len(entries) == 61


@pytest.mark.parametrize("kind", LOOKS)
def test_letters_stand_out_from_every_card_by_day_and_by_night(kind: Kind) -> None:
    look = LOOKS[kind]
    fill, pale, ink = night(look)
    style = palette_css()
    day, dark = (_colours(style, selector) for selector in (":root{", ".dark{"))
    pairs = [(look.ink, look.fill), (day["ink"], look.fill), (day["soft"], look.fill), (day["dim"], look.pale)]
    pairs += [(ink, fill), (dark["ink"], fill), (dark["soft"], fill), (dark["dim"], pale)]
    assert [pair for pair in pairs if contrast(*pair) < 7] == []


def test_letters_stand_out_from_the_page() -> None:
    style = palette_css()
    for selector in (":root{", ".dark{"):
        colours = _colours(style, selector)
        grounds, letters = ("bg", "desk", "mark"), ("ink", "soft", "accent", "dim")
        found = {(ink, ground): contrast(colours[ink], colours[ground]) for ink in letters for ground in grounds[:2]}
        found["ink", "mark"] = contrast(colours["ink"], colours["mark"])
        assert [pair for pair, ratio in found.items() if ratio < 7] == []
    assert dark_ground() == NIGHT.lower()
    assert contrast("#ffffff", CARD_BY_NIGHT) > 7


def dark_ground() -> str:
    return _colours(palette_css(), ".dark{")["bg"]


def _colours(style: str, selector: str) -> dict[str, str]:
    """Return the variables of a rule that are colours, in six digits."""
    body = style.partition(selector)[2].partition("}")[0]
    found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6}|#[0-9a-f]{3})(?![0-9a-f])", body))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])
        for name, value in found.items()
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, section 1.4.6)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
