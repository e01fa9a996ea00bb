"""Charts as workbooks and as comma-separated values: text in every cell, ready to filter and to print."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from mapper.render.chart import write
from tests.charts import csv_cells, hostile, small
from tests.hostile import HOSTILE

FORMULA = (
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\t\r"
)
"""With what a spreadsheet begins a formula, or a cell that holds one."""


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
        edges = sheet.page_margins
        assert min(edges.top - edges.header, edges.bottom - edges.footer) > 0.2, "inches for a line of text"
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
