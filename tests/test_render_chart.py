"""Charts in every format: whole, plain to read, the same each time, and text wherever a case has text."""

from __future__ import annotations

import csv
import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO, StringIO
from types import MappingProxyType
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from mapper.analysis.chart import chart
from mapper.analysis.order_of_proof import order_of_proof
from mapper.case.model import Caption, Party, SourceEntry
from mapper.case.scalars import Locator
from mapper.case.theory import Authority
from mapper.evaluate import Evaluation, evaluate
from mapper.graph import Argument, ArgumentGraph, Setting, Statement
from mapper.render.chart import FORMATS, Format, tables, write
from mapper.render.chart.document import Document
from mapper.render.chart.html import html
from mapper.render.chart.markdown import markdown
from mapper.render.chart.text import text
from mapper.render.diagram.dot.labels import readable
from mapper.render.stamp import is_stamped
from mapper.render.terminal import cells, plain
from mapper.vocabulary import Confidence, Kind, Response, Role, Side, SourceKind, Stage
from tests.answers import SECTIONS
from tests.cases import graph_of, labelled
from tests.hostile import HOSTILE

FORMULA = (
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\t\r"
)
"""With what a spreadsheet begins a formula, or a cell that holds one."""


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


# Every format


@pytest.mark.parametrize("order", [False, True], ids=["chart", "order"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_the_same_each_time_and_knows_that_it_is_ours(form: Format, order: bool) -> None:
    first, second = (write(small(order), form) for _ in range(2))
    assert first == second
    assert is_stamped(first)


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_an_office_file_names_no_hour(form: Format) -> None:
    with ZipFile(BytesIO(write(small(), form))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode("utf-8")
    assert "created" not in properties
    assert "modified" not in properties


@pytest.mark.parametrize("order", [False, True], ids=["chart", "order"])
@pytest.mark.parametrize("name", HOSTILE)
def test_every_format_holds_the_whole_text(name: str, order: bool) -> None:
    document, wanted = hostile(name, order), squeezed(HOSTILE[name])
    assert wanted in squeezed(plain(text(document, 80)))
    assert wanted in squeezed(html_text(html(document)))
    assert wanted in squeezed(docx_text(write(document, "docx")))
    assert wanted in squeezed(" ".join(value for sheet in sheets(write(document, "xlsx")).values() for value in sheet))
    assert wanted in squeezed(markdown_text(markdown(document)))
    assert wanted.replace("'", "") in squeezed(" ".join(csv_cells(document))).replace("'", "")


# Spreadsheets


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


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_of_a_csv_begins_a_formula(name: str, delimiter: str) -> None:
    for cell in csv_cells(hostile(name), delimiter):
        assert not cell.lstrip(" '\"\n").startswith(tuple(FORMULA)) or cell.lstrip(' "\n').startswith("'")


@given(
    st.text(alphabet=st.sampled_from([*"=+-@;,'\" \n\tab1", "\N{FULLWIDTH EQUALS SIGN}", "\N{MINUS SIGN}"]), min_size=1)
)
def test_no_text_begins_a_formula_wherever_a_spreadsheet_lets_a_cell_begin(text: str) -> None:
    from mapper.render.chart.csv import _safe

    for cell in re.split(r"[\r\n\t;,]", _safe(text)):
        assert not re.match(r"[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]", cell)


def test_a_formula_in_a_sheet_is_text_also_once_it_is_edited() -> None:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(write(hostile("formula"), "xlsx")))
    formulas = [cell for sheet in book for row in sheet for cell in row if str(cell.value).startswith("=")]
    assert formulas
    assert {(cell.data_type, cell.quotePrefix) for cell in formulas} == {("s", True)}


def test_a_csv_is_what_the_standard_and_excel_ask_for() -> None:
    data = write(small(), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    header, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert header == [
        *("Chart of", "Element", "Supported by", "Response", "Evidence", "Attacked by", "Answered by", "Status"),
        *("Sources", "Case and reading, made by mapper"),
    ]
    assert {len(row) for row in rows} == {len(header)}
    assert {row[-1] for row in rows} == {"Doe v. Corp. Trial stage."}
    assert all(row[0] and row[1] for row in rows)


def test_a_workbook_is_ready_to_filter_and_to_print() -> None:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(write(small(), "xlsx")))
    assert book.sheetnames == ["Summary", "neglect", "breach-of-act", "bare", "host", "unless"]
    assert book.properties.title == "Proof chart: Doe v. Corp"
    for sheet in book:
        setup = sheet.page_setup
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$3:$3")
        assert sheet.auto_filter.ref.startswith("A3:")
        assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("landscape", 1, 0)
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row if cell.value)
    assert book["Summary"]["A4"].hyperlink.location == "'neglect'!A1"


def test_every_row_of_a_sheet_says_to_which_element_it_belongs() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(write(small(), "xlsx")))["neglect"]
    table = [str(sheet.cell(number, 1).value).partition("\n")[0] for number in range(4, 12)]
    assert table == snapshot(
        [
            "Duty: There was a duty.",
            "Duty",
            "Breach: It was breached.",
            "Breach",
            "Breach",
            "Breach",
            "Breach",
            "Harm: Harm followed.",
        ]
    )


def test_tabs_are_short_and_each_name_stands_once() -> None:
    from mapper.render.chart.document import Section
    from mapper.render.chart.xlsx import _tabs

    names = ["a" * 40, "a" * 50, "what/is: this?", "'quoted'", "", "Summary", "summary"]
    tabs = list(_tabs([Section(name, str(n), name, (), (), ()) for n, name in enumerate(names)]))
    assert tabs == ["a" * 31, "a" * 29 + " 2", "what is  this", "quoted", "Sheet", "Summary", "summary 2"]


def test_a_row_that_a_sheet_could_not_show_goes_on_in_the_next() -> None:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(write(hostile("long-text"), "xlsx")))
    heights = [d.height or 0 for sheet in book for d in sheet.row_dimensions.values()]
    assert max(heights) <= 409


# Word


def docx_text(data: bytes) -> str:
    """Return the text of a Word document, with a blank between paragraphs."""
    with ZipFile(BytesIO(data)) as archive:
        tree = ET.fromstring(archive.read("word/document.xml"))
    paragraphs = tree.iter(f"{WORD}p")
    return " ".join("".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in paragraphs)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_word_document_is_landscape_with_headings_that_repeat() -> None:
    import docx
    from docx.enum.section import WD_ORIENT

    paper = docx.Document(BytesIO(write(small(), "docx")))
    assert [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 1"] == [
        *("Summary", "Tort", "The act", "The act", "Immunity: defense", "Exception: carve-out"),
    ]
    assert paper.sections[0].orientation is WD_ORIENT.LANDSCAPE
    for table in paper.tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f"{WORD}trPr/{WORD}tblHeader") is not None
        assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in (first, *others))
    assert paper.core_properties.title == "Proof chart: Doe v. Corp"


def test_every_page_of_a_word_document_says_what_it_is_and_how_many_there_are() -> None:
    with ZipFile(BytesIO(write(small(), "docx"))) as archive:
        parts = {
            name: archive.read(name).decode("utf-8") for name in archive.namelist() if re.search("header|footer", name)
        }
    said = " ".join(parts.values())
    assert re.findall(r'instr="(\w+)"', said) == ["PAGE", "NUMPAGES"]
    assert ">Doe v. Corp<" in said
    assert ">Trial stage.<" in said


def test_the_summary_of_a_word_document_leads_to_the_parts() -> None:
    with ZipFile(BytesIO(write(small(), "docx"))) as archive:
        tree = ET.fromstring(archive.read("word/document.xml"))
    marks = {mark.get(f"{WORD}name") for mark in tree.iter(f"{WORD}bookmarkStart")}
    links = [link.get(f"{WORD}anchor") for link in tree.iter(f"{WORD}hyperlink")]
    assert links[:5] == ["part_1", "part_2", "part_3", "part_4", "part_5"]
    assert set(links) <= marks


# The page


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


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_holds_only_our_own_tags_and_links_within_it(name: str) -> None:
    page = Page(html(hostile(name)))
    ours, known = Page(html(small())), {key for key, _ in page.attributes}
    assert set(page.tags) <= set(ours.tags)
    assert known <= {key for key, _ in ours.attributes}
    assert all((value or "").startswith("#") for key, value in page.attributes if key in ("href", "src"))


def test_a_page_allows_nothing_but_its_own_style() -> None:
    page = html(small())
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert style
    assert policy
    digest = b64encode(sha256(style[1].encode("utf-8")).digest()).decode("ascii")
    assert policy[1] == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert " style=" not in page
    assert "<script" not in page


def test_every_link_of_a_page_leads_somewhere() -> None:
    attributes = Page(html(small())).attributes
    ids = [value for key, value in attributes if key == "id"]
    assert len(ids) == len(set(ids))
    assert {(value or "")[1:] for key, value in attributes if key == "href"} <= set(ids)


def test_a_page_has_a_width_for_every_column() -> None:
    page = html(small())
    assert {name for name in re.findall(r'<col class="(\w+)"', page) if f".{name} {{" not in page} == set()


# Markdown and text


def markdown_text(page: str) -> str:
    """Return a page in Markdown without what escapes and marks."""
    plain = re.sub(r"<br>|(?<!\\)</?a[^>]*>|(?<!\\)[*|#]|^- ", " ", page, flags=re.M)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain).replace("&amp;", "&")


@pytest.mark.parametrize("name", HOSTILE)
def test_every_row_in_markdown_has_as_many_cells_as_headings(name: str) -> None:
    counts = [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in markdown(hostile(name)).splitlines()]
    assert {count for count in counts if count} == {6, 9}


def test_a_chart_in_markdown_reads_so() -> None:
    assert write(small(order=True), "md").decode("utf-8") == snapshot("""\
# Doe v. Corp

**Order of proof.** Trial stage.

## <a id="summary"></a>Summary

| Table | How many |
| --- | --- |
| [**Evidence by witness and exhibit**](#evidence) | 2 entries |
| [**To be proved, and nothing proves it yet**](#unproved) | 1 entry |
| [**Needs no proof: admitted, found or noticed**](#settled) | 1 entry |

## <a id="evidence"></a>Evidence by witness and exhibit

| Witness | Exhibit | What it shows | For or against which fact | Which matters to | Response | Status of the fact |
| --- | --- | --- | --- | --- | --- | --- |
| *no witness named yet* | A letter | **LETTER**: A letter. | **proves WET**: The floor was wet.<br>Complaint ¶ 1 | **neglect**: breach<br>**host**: provider<br>**unless**: knowing | no answer on file | **✓ counts**: supported by LETTER |
| *no witness named yet* | A letter | **LETTER**: A letter. | **disproves KNEW**: Corp knew of it. | **neglect**: breach<br>**unless**: knowing | no answer on file | **✓ counts**: supported by WET (weight 3/5) |

## <a id="unproved"></a>To be proved, and nothing proves it yet

| Fact | Which matters to | Response | Status |
| --- | --- | --- | --- |
| **mopped**: It was mopped.<br>Answer | **against neglect**: breach<br>**against host**: provider<br>**against unless**: knowing | no answer on file | **✗ does not count**: nothing supports it |

## <a id="settled"></a>Needs no proof: admitted, found or noticed

| Fact | Which matters to | Response | Status |
| --- | --- | --- | --- |
| **FELL**: Jane fell. | **neglect**: breach, harm<br>**host**: host@breach-of-act.publisher | admitted<br>none needed: admitted | **✓ counts**: admitted |

Worked out from the case file at the stage and under the reading named above. What a file leaves out, a chart does not know.

<!-- made by mapper -->
""")


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_on_a_terminal_is_too_long(width: int) -> None:
    for order in (False, True):
        assert max(map(cells, plain(text(small(order), width)).splitlines())) <= width


def test_a_chart_on_a_terminal_reads_so() -> None:
    found = labelled(graph_of(SECTIONS), stage=Stage.TRIAL)
    assert plain(text(tables(chart(found, ["neglect"])), 80)) == snapshot("""\
Doe v. Corp
Proof chart. Trial stage.

Summary

  ? Tort: claim
      by and against     Jane Does against Corp
      status             ? open: it turns on narrow, no-duty and broad
      elements made out  2 of 3, 1 open
      what is missing    no-duty: nobody answers it
  ? Immunity: defense
      by and against     Corp, as to neglect
      status             ? open: it turns on broad
      elements made out  1 of 2, 1 open
  ✗ Exception: carve-out
      by and against     Jane Does, as to neglect
      status             ✗ does not apply: the claim rests on state law and
                         federal law is needed; the claim rests on state law
                         (common law) and § 1 is needed
      elements made out  1 of 2

Tort
  id               neglect
  status           ? open: it turns on narrow, no-duty and broad
  by               Jane Does
  burden           Jane Does
  against          Corp
  what is missing  no-duty: nobody answers it

  ? Duty: There was a duty.
    neglect.duty; law; preponderance of the evidence
      supported by  narrow
      attacked by   no-duty: Nobody has to mop. (Corp; undercuts the step to it;
                    open)
      answered by   no-duty: no answer to it yet
      status        ? open: it turns on narrow and no-duty
    ? narrow: A host is none.
      Law
        evidence     question of law: no authority cited yet
        attacked by  broad: A host is a publisher. (rival; open)
        answered by  broad: no answer to it yet
        status       ? open: no position chosen on reading
        sources      no source given
  ✓ Breach: It was breached.
    neglect.breach; preponderance of the evidence
      supported by  KNEW; or WET + FELL
      status        ✓ made out: supported by KNEW
    ✓ KNEW: Corp knew of it.
      A conclusion
        response     no answer on file
        evidence     LETTER: A letter. (disproves it, weight 1/2; A letter)
        attacked by  shaky: Who mops knows nothing. (undercuts the step to it;
                     does not count: news or commentary)
        status       ✓ counts: supported by WET (weight 3/5)
        sources      no source given
      ✓ WET: The floor was wet. (¶ 1)
        Supports KNEW; Who mops knows.
          response     no answer on file
          evidence     LETTER: A letter. (proves it; A letter)
          attacked by  mopped: It was mopped. (Corp; rebuts; does not count)
          status       ✓ counts: supported by LETTER
          sources      Complaint ¶ 1
    ✓ WET: as above
      With FELL
        status  ✓ counts: supported by LETTER
    ✓ FELL: Jane fell.
      With WET
        response  admitted
        evidence  none needed: admitted
        status    ✓ counts: admitted
        sources   no source given
  ✓ Harm: Harm followed.
    neglect.harm; law applied to fact; clear and convincing evidence
      supported by  FELL
      status        ✓ made out: supported by FELL
    ✓ FELL: Jane fell.
        response  admitted
        evidence  none needed: admitted
        status    ✓ counts: admitted
        sources   no source given
  ? The claim as a whole
      attacked by  host: Immunity (Corp; bars; open)
      answered by  unless: Exception (Jane Does; does not apply), against host
                   mopped: It was mopped. (Corp; does not count), against host
                   narrow: Narrow reading (open), against host
      status       ? open: it turns on narrow, no-duty and broad

Immunity: defense
  id        host
  status    ? open: it turns on broad
  by        Corp
  burden    Corp
  bears on  neglect

  ✓ Provider: The defendant is a provider.
    host.provider; proof beyond reasonable doubt
      supported by  WET
      status        ✓ made out: supported by WET
    ✓ WET: The floor was wet. (¶ 1)
      Said by Jane Does
        response     no answer on file
        evidence     LETTER: A letter. (proves it; A letter)
        attacked by  mopped: It was mopped. (Corp; rebuts; does not count)
        status       ✓ counts: supported by LETTER
        sources      Complaint ¶ 1
  ? Publisher: The claim treats it as publisher.
    host.publisher; law applied to fact; preponderance of the evidence
      supported by  broad
      status        ? open: it turns on broad
    ? broad: A host is a publisher.
      Law
        evidence     question of law
        attacked by  narrow: A host is none. (rival; open)
        answered by  narrow: no answer to it yet
        status       ? open: no position chosen on reading
        sources      An earlier case
  ? As a whole
      attacked by  unless: Exception (Jane Does; lifts; does not apply)
      answered by  shaky: Who mops knows nothing. (does not count: news or
                   commentary), against unless
                   mopped: It was mopped. (Corp; does not count), against unless
      status       ? open: it turns on broad

Exception: carve-out
  id        unless
  status    ✗ does not apply: the claim rests on state law and federal law is
            needed; the claim rests on state law (common law) and § 1 is needed
  by        Jane Does
  burden    Jane Does
  bears on  neglect

  ✓ Knowing: It was done knowingly.
    unless.knowing; preponderance of the evidence
      supported by  KNEW
      status        ✓ made out: supported by KNEW
    ✓ KNEW: Corp knew of it.
      A conclusion
        response     no answer on file
        evidence     LETTER: A letter. (disproves it, weight 1/2; A letter)
        attacked by  shaky: Who mops knows nothing. (undercuts the step to it;
                     does not count: news or commentary)
        status       ✓ counts: supported by WET (weight 3/5)
        sources      no source given
      ✓ WET: The floor was wet. (¶ 1)
        Supports KNEW; Who mops knows.
          response     no answer on file
          evidence     LETTER: A letter. (proves it; A letter)
          attacked by  mopped: It was mopped. (Corp; rebuts; does not count)
          status       ✓ counts: supported by LETTER
          sources      Complaint ¶ 1
  ◇ Scope: Reaches only federal law, claims under § 1.
    unless.scope; law; preponderance of the evidence
      supported by  nothing supports this
      status        ◇ not made out: the claim rests on state law and federal law
                    is needed; the claim rests on state law (common law) and § 1
                    is needed
  ✗ As a whole
      status  ✗ does not apply: the claim rests on state law and federal law is
              needed; the claim rests on state law (common law) and § 1 is
              needed

Worked out from the case file at the stage and under the reading named above.
What a file leaves out, a chart does not know.\
""")


def test_a_chart_of_nothing_says_so() -> None:
    found = labelled(graph_of(SECTIONS))
    nobody = text(tables(chart(found, parties=["press"])), 80)
    nothing = text(tables(chart(labelled(ArgumentGraph([])))), 80)
    assert "No claim is by or against the party that was asked for." in plain(nobody).replace("\n", " ")
    assert "There is no claim in this case." in nothing
    for form in FORMATS:
        assert write(tables(chart(found, parties=["press"])), form)


def test_a_chart_says_which_claims_are_not_in_play() -> None:
    graph = graph_of("claims: {a: {theory: act, by: does, against: press}, b: {theory: act, by: does}}")
    assert tables(chart(labelled(graph))).notes[1] == "Not in play: a (against press, not sued here)."


def test_several_defendants_are_told_apart_and_the_reader_is_warned() -> None:
    sections = SECTIONS.replace("against: corp", "against: [corp, press]", 1)
    document = tables(chart(labelled(graph_of(sections))))
    assert [s.title for s in document.sections[:2]] == ["Tort – against Corp", "Tort – against The Paper"]
    assert [s.anchor for s in document.sections[:2]] == ["neglect.corp", "neglect.press"]
    assert any(note.startswith("A claim against several parties") for note in document.notes)


def test_what_may_not_be_cited_is_marked() -> None:
    source = SourceEntry.model_construct(title="A case", kind=SourceKind.OPINION, citation="No. 1", citable=False)
    statement = Statement(id="p", kind=Kind.PROPOSITION, source=Locator("s", "¶ 2"))
    from mapper.render.chart.phrases import Phrases

    graph = ArgumentGraph([statement], setting=Setting(sources=MappingProxyType({"s": source})))
    assert [str(line) for line in Phrases(evaluate(graph)).sources("p")] == [
        "A case, No. 1 ¶ 2 (not citable as authority)"
    ]
