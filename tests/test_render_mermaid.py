"""A case as a flowchart: what is written, and what Mermaid itself makes of it."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mapper
from mapper.evaluate import Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.render.diagram import View
from mapper.render.diagram.scene.lines import Line
from mapper.render.diagram.sheet import sheet
from mapper.render.mermaid import mermaid, remark
from mapper.render.mermaid.chart import MOST_LETTERS, MOST_LINKS, SETTINGS, excess
from mapper.render.mermaid.escape import escaped
from mapper.vocabulary import Kind
from tests.cases import graph_of, labelled
from tests.flowcharts import drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

SMALL = """
allegations:
  A: It warned nobody.
  B: It saw it.
claims: {fall: {theory: act, by: does, against: corp, support: {violation: [[A, B]]}}}
defenses: {shield: {theory: immunity, by: corp, against: [fall], support: {provider: [B]}}}
"""
WRITTEN = """\
flowchart RL
subgraph b2["<b>DEFENSE · Immunity</b>"]
direction RL
n7(["<b>DEFENSE  shield ✗ does not apply<br>Immunity</b><br>Corp"])
n8("<b>ELEMENT  provider ✓ made out<br>Provider</b><br>The defendant is a provider.<br>fact · shown on the face")
n9["<b>✓ B  It saw it.</b>"]
n10((" "))
n11("<b>ELEMENT  publisher ◇ no support<br>Publisher</b><br>The claim treats it as publisher.<br>law and fact · shown on the face")
end
style b2 fill:#FEFDF9,stroke:#CFCFCF,color:#5C3A00
subgraph b1["<b>CLAIM 1 · The act</b>"]
direction RL
n1("<b>ELEMENT  violation ✓ made out<br>Violation</b><br>The act was violated.<br>fact · alleged is enough")
n2((" "))
n3["<b>ALLEGATION  A ✓ counts</b><br>It warned nobody."]
n4["<b>ALLEGATION  B ✓ counts</b><br>It saw it."]
n5((" "))
n6("<b>CLAIM  fall ✓ stands<br>The act</b><br>Jane Does")
end
style b1 fill:#F9FBFD,stroke:#CFCFCF,color:#003F63
subgraph b0["<b>Doe v. Corp</b>"]
caption["Stage: pleading · Shown: fall, with all that bears on it<br><b>So it is.</b><br>1 claim: 1 stands · 3 elements: 2 made out, 1 not made out · 7 statements"]
end
style b0 fill:#FFFFFF,stroke:#FFFFFF,color:#141414
n2 --> n1
n3 --- n2
n4 --- n2
n1 --- n5
n5 --> n6
n7 -.-x|"bars"| n5
n9 --> n8
n10 --> n7
n8 --- n10
n11 --- n10
linkStyle 0,1,2,3,4,6,8 stroke:#222222,stroke-width:1.1px
linkStyle 7,9 stroke:#B4B4B4,stroke-width:0.6px
linkStyle 5 stroke:#B4B4B4,stroke-width:1px
classDef caption fill:#FFFFFF,stroke:#FFFFFF,color:#141414
classDef claim fill:#D4E7F2,stroke:#222222,stroke-width:2.6px,color:#141414
classDef element fill:#EBF4F9,stroke:#222222,stroke-width:1.1px,color:#141414
classDef allegation fill:#FFFFFF,stroke:#222222,stroke-width:1px,color:#141414
classDef defense fill:#FAECCC,stroke:#222222,stroke-width:1.4px,color:#141414
classDef chip fill:#F7F7F7,stroke:#8A8A8A,stroke-dasharray:4 3,color:#141414
classDef junction fill:#222222,stroke:#222222
classDef out stroke:#8A8A8A,stroke-width:1px,color:#4D4D4D,fill:#FBFBFB
classDef bare stroke:#8A8A8A,stroke-dasharray:2 3,fill:#FBFBFB
class caption caption
class n6 claim
class n1,n8,n11 element
class n3,n4 allegation
class n7 defense
class n9 chip
class n2,n5,n10 junction
class n7 out
class n11 bare
"""
VIEWS = {
    "full": View(),
    "overview": View("overview"),
    "claim": View("claim", ("negligence",)),
    "focus": View("focus", ("KNEW",), up=1, down=1),
    "why": View("why", ("negligence",)),
    "chain": View("chain", ("negligence",)),
}
LINK = re.compile(r'^(n\d+) (\S+?)(?:\|"(.*)"\|)? (n\d+)$')
NASTY = (
    *"\"#&<>`*_~|\\{}[]()%:@$-+=.;,/?!'^123n aeE\u00a0ﬂ°¶ß",
    *(
        "fa:fa-car",
        "www.",
        "http://",
        "<b>",
        "<br>",
        "</",
        "&lt;",
        "#35;",
        "$$",
        "%%",
        "style",
        "classDef",
        "click",
        "end",
    ),
    *("\\n", "- ", "1. ", "# ", "> ", "```", "    ", ":::", "@{", "~~~", "subgraph", "accTitle:", "---", "==="),
)


def flagship() -> Evaluation:
    """Return the flagship under its ruling."""
    return mapper.example().graph().evaluate(scenario="demurrer-2019")


def test_a_small_case_is_written_as_a_flowchart() -> None:
    text = mermaid(labelled(graph_of(SMALL)), View("claim", ("fall",)), summary="So it is.")
    assert text == SETTINGS + WRITTEN


def test_support_may_stand_below() -> None:
    text = mermaid(labelled(graph_of(SMALL)), direction="TB")
    assert re.findall(r"^(?:flowchart|direction) (.*)$", text, re.MULTILINE) == ["BT", "BT", "BT"]


@pytest.mark.parametrize("view", VIEWS)
def test_what_undercuts_a_step_ends_on_a_point(view: str) -> None:
    text = mermaid(flagship(), VIEWS[view])
    points = set(re.findall(r"^(n\d+)\(\(", text, re.MULTILINE))
    links = [found.groups() for found in map(LINK.match, text.splitlines()) if found]
    undercuts = [target for _, _, word, target in links if word and re.match("bars|lifts|undercuts", word)]
    assert undercuts
    assert set(undercuts) <= points


@pytest.mark.parametrize("view", ["full", "overview", "claim"])
def test_mermaid_draws_every_card_link_and_word_of_a_view(view: str, page: Page, mermaid_script: Path) -> None:
    case = flagship()
    found = drawn(page, mermaid_script, mermaid(case, VIEWS[view]))
    scene = sheet(case, VIEWS[view], "", "LR").scene
    spots = [spot for panel in scene.panels for spot in panel.spots]
    cards = {name: list(map(words, lines)) for name, lines in found.cards.items() if name != "caption"}
    assert cards == {spot.name: [words(said(line)) for line in spot.lines] or [[]] for spot in spots}
    assert sorted(map(words, found.bands[1:])) == sorted(words(panel.title) for panel in scene.panels)
    assert found.links == len(scene.lines)
    assert sorted(map(words, found.words)) == sorted(
        words(f"{line.link.word} {line.link.note}") for line in scene.lines if line.link.word or line.link.note
    )


def said(line: Line) -> str:
    """Return the text of a line of a card."""
    return "".join(piece.text for piece in (*line.left, *line.right))


def words(text: str) -> list[str]:
    """Return the letters of a text, without what stands at the edge and what stands between."""
    return sorted("".join(text.split()))


@pytest.mark.parametrize("seed", range(3))
def test_mermaid_shows_any_text_as_it_is(seed: int, page: Page, mermaid_script: Path) -> None:
    chosen = random.Random(seed)
    texts = ["".join(chosen.choices(NASTY, k=chosen.randint(1, 14))) for _ in range(250)]
    nodes = "\n".join(f'n{number}["x<br>{escaped(text)}<br>x"]' for number, text in enumerate(texts))
    found = drawn(page, mermaid_script, f"flowchart RL\n{nodes}")
    shown = [" ".join(found.cards[f"n{number}"][1].split()) for number in range(len(texts))]
    assert shown == [" ".join(text.split()) for text in texts]


def test_the_limits_are_those_of_mermaid(page: Page, mermaid_script: Path) -> None:
    page.add_script_tag(path=mermaid_script)
    asked = "() => { const found = mermaid.mermaidAPI.getSiteConfig(); return [found.maxEdges, found.maxTextSize]; }"
    assert page.evaluate(asked) == [MOST_LINKS, MOST_LETTERS]


def many(count: int, text: str = "") -> Evaluation:
    """Return a case of so many rebuttals of one proposition."""
    names = [f"p{number}" for number in range(count)]
    statements = [Statement(id=name, kind=Kind.REBUTTAL, text=text) for name in names]
    steps = [Argument(id=f"{name}:q", premises=(name,), conclusion="q", pro=False) for name in names]
    return evaluate(ArgumentGraph([*statements, Statement(id="q", kind=Kind.PROPOSITION)], steps))


def test_what_mermaid_draws_is_not_remarked_on() -> None:
    assert remark(mermaid(many(MOST_LINKS))) == ""


def test_more_links_than_mermaid_draws_are_remarked_on_in_the_file() -> None:
    text = mermaid(many(MOST_LINKS + 1))
    expected = "too much for Mermaid: 501 links (it draws up to 500); draw the overview, or one claim"
    assert remark(text) == expected
    assert f"---\n%% {expected}\nflowchart RL\n" in text


def test_more_text_than_mermaid_reads_is_remarked_on_in_the_file() -> None:
    text = mermaid(many(400, "words that go on " * 20))
    found = re.fullmatch(r"too much for Mermaid: ([\d,]+) characters \(it reads up to 50,000\); .*", remark(text))
    assert found
    assert int(found[1].replace(",", "")) == len(text) - len(f"%% {remark(text)}\n") + len("%% made by mapper\n")


def test_letters_are_counted_as_mermaid_counts_them() -> None:
    assert excess("x" * MOST_LETTERS) == ""
    assert "50,002 characters" in excess("😀" * (MOST_LETTERS // 2 + 1))
