"""Charts as Word documents and as pages for a browser: what repeats, what leads where, what is allowed."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from mapper.render.chart import write
from mapper.render.chart.html import html
from tests.charts import WORD, Page, hostile, small
from tests.hostile import HOSTILE


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
