"""Charts to test with, and how each format is read."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from mapper.analysis.chart import chart
from mapper.analysis.order_of_proof import order_of_proof
from mapper.case.model import Caption, Party, SourceEntry
from mapper.case.scalars import Locator
from mapper.case.theory import Authority
from mapper.evaluate import Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Setting, Statement
from mapper.render.chart import tables, write
from mapper.render.chart.document import Document
from mapper.render.diagram.dot.labels import readable
from mapper.vocabulary import Confidence, Kind, Response, Role, Side, SourceKind, Stage
from tests.answers import SECTIONS
from tests.cases import graph_of, labelled
from tests.hostile import HOSTILE


@cache
def small(order: bool = False) -> Document:
    """Return the chart of the small case in which everything occurs."""
    found = labelled(graph_of(SECTIONS), stage=Stage.TRIAL)
    return tables(order_of_proof(found) if order else chart(found))


def hostile_case(text: str) -> Evaluation:
    """Return a case with one text wherever a case can have text."""
    law = Authority.model_construct(cite=text, says=text, confidence=Confidence.SECONDARY, read_in=None)
    words = (Locator("s", text), text)
    said = Statement(id="", kind=Kind.REBUTTAL, title=text, text=text, note=text, source=words[0], quotes=(words,))
    element = Statement(id="c.made-out", kind=Kind.ELEMENT, part_of="c", element="made-out", by=("p",))
    answers = (("d", Response.DENIED),)
    statements = [
        replace(said, id="A", kind=Kind.ALLEGATION, by=("p",), side=Side.CLAIMANT, responses=answers),
        replace(said, id="E", kind=Kind.EVIDENCE, witness=("w",), source_kind=SourceKind.EVIDENCE),
        replace(said, id="R", by=("d",), side=Side.OPPONENT),
        replace(said, id="Q", by=("p",), side=Side.CLAIMANT),
        replace(element, id="c.e", title=text, text=text, element="e", authority=(law,)),
        element,
        replace(said, id="c", kind=Kind.CLAIM, by=("p",), against=("d",), authority=(law,), source=None, quotes=()),
    ]
    steps = [
        Argument(id="A:c.e", premises=("A",), conclusion="c.e", warrant=text),
        Argument(id="E:A", premises=("E",), conclusion="A"),
        Argument(id="R:A", premises=("R",), conclusion="A", pro=False),
        Argument(id="Q:R", premises=("Q",), conclusion="R", pro=False),
        Argument(id="elements:c.made-out", premises=("c.e",), conclusion="c.made-out"),
        Argument(id="c.made-out:c", premises=("c.made-out",), conclusion="c"),
    ]
    names = {"p": Role.PLAINTIFF, "d": Role.DEFENDANT, "w": Role.NONPARTY}
    parties = {name: Party.model_construct(name=text, role=role) for name, role in names.items()}
    caption = Caption.model_construct(title=text, court=text, docket=text)
    source = SourceEntry.model_construct(title=text, kind=SourceKind.EVIDENCE, citation=text, citable=True)
    setting = Setting(caption=caption, parties=parties, sources={"s": source})
    return evaluate(ArgumentGraph(statements, steps, (), setting))


@cache
def hostile(name: str, order: bool = False) -> Document:
    """Return the chart of a case in which one nasty text stands everywhere."""
    found = hostile_case(HOSTILE[name])
    return tables(order_of_proof(found) if order else chart(found))


def squeezed(words: str) -> str:
    """Return a text without blanks, and with the sign for what no document can hold."""
    return re.sub(r"\s", "", readable(words))


def sheets(data: bytes) -> dict[str, list[str]]:
    """Return the texts of the cells of each sheet of a workbook, read without the library that wrote it."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with ZipFile(BytesIO(data)) as archive:
        found = {}
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                sheet = ET.fromstring(archive.read(name))
                assert sheet.findall(".//m:f", space) == []
                cells = sheet.findall(".//m:c[@t]", space)
                assert {cell.get("t") for cell in cells} == {"inlineStr"}
                found[name] = ["".join(t.text or "" for t in cell.iter(f"{{{space['m']}}}t")) for cell in cells]
        return found


def csv_cells(document: Document, delimiter: str = ",") -> list[str]:
    """Return the cells of a chart as a spreadsheet reads them."""
    data = write(document, "csv").decode("utf-8-sig")
    return [cell for row in csv.reader(StringIO(data, newline=""), delimiter=delimiter) for cell in row]


def docx_text(data: bytes) -> str:
    """Return the text of a Word document, with a blank between paragraphs."""
    with ZipFile(BytesIO(data)) as archive:
        tree = ET.fromstring(archive.read("word/document.xml"))
    paragraphs = tree.iter(f"{WORD}p")
    return " ".join("".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in paragraphs)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.hidden = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.append(tag)
        self.attributes += attrs
        self.hidden = tag if tag in ("style", "title") else ""

    def handle_endtag(self, tag: str) -> None:
        """Leave what is not shown."""
        self.hidden = ""

    def handle_data(self, data: str) -> None:
        """Note the text that is shown."""
        self.words += [] if self.hidden else [data]


def html_text(page: str) -> str:
    """Return the text of a page."""
    return "".join(Page(page).words)


def markdown_text(page: str) -> str:
    """Return a page in Markdown without what escapes and marks."""
    plain = re.sub(r"<br>|(?<!\\)</?a[^>]*>|(?<!\\)[*|#]|^- ", " ", page, flags=re.M)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain).replace("&amp;", "&")
