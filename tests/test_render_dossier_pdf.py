"""The pages as they are set: what a reader of the PDF finds, and where the references lead."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

import mapper
from mapper.cli import main
from mapper.diagnostics import MapperError
from mapper.evaluate import Evaluation, evaluate
from mapper.graph import ArgumentGraph
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.limit import Limit
from mapper.render.diagram.views import View
from mapper.render.dossier import PAPERS, Paper, dossier, paged
from mapper.render.dossier.paper import SHEETS
from mapper.render.dossier.setting import TEMPLATE, Setting, worded
from tests.cases import graph_of, labelled
from tests.hostile import HOSTILE, hostile_case

ROOT = Path(__file__).parent.parent
FLAGSHIP = ROOT / "graphs" / "doe-v-salesforce" / "san-francisco-2019.yaml"
TWO = """
allegations:
  A: {text: It saw it., source: complaint ¶ 3, quoted-in: paper p. 1, quote: saw it, by: does}
  B: It was so.
defenses:
  shield: {theory: immunity, by: corp, against: [one, two], support: {provider: [B], publisher: {"*": [B]}}}
claims:
  one: {theory: tort, by: does, against: corp, support: {duty: [A, B], breach: [A], harm: [B]}}
  two: {theory: act, by: does, against: corp, support: {violation: [A]}}
"""


@cache
def flagship() -> Evaluation:
    """Return the sample case as the court had it."""
    return mapper.load(FLAGSHIP).graph().evaluate(scenario="demurrer-2019")


@cache
def pages_of(paper: Paper = "letter") -> tuple[PageObject, ...]:
    """Return the pages of the sample case."""
    return tuple(PdfReader(io.BytesIO(dossier(flagship(), paper))).pages)


def text_of(page: PageObject) -> str:
    """Return the words of a page with one blank between any two."""
    return " ".join(page.extract_text().split())


@cache
def words_of(paper: Paper = "letter") -> tuple[str, ...]:
    """Return the words of each page of the sample case."""
    return tuple(map(text_of, pages_of(paper)))


def links_of(page: PageObject) -> Iterator[DictionaryObject]:
    """Yield the links of a page."""
    for found in page.get("/Annots", ArrayObject()):
        yield found.get_object()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_the_size_that_was_asked_for(paper: Paper) -> None:
    pages, sheet = pages_of(paper), SHEETS[paper]
    sizes = {(round(float(page.mediabox.width), 1), round(float(page.mediabox.height), 1)) for page in pages}
    assert sizes == {(round(sheet.width, 1), round(sheet.height, 1))}


def test_every_page_says_which_it_is() -> None:
    every = words_of()
    for number, said in enumerate(every, start=1):
        assert f"page {number} of {len(every)}" in said


def test_the_first_page_says_what_the_case_is_and_what_became_of_it() -> None:
    said = words_of()[0]
    for words in (
        "Does v. Salesforce.com, Inc.",
        "Superior Court of California, County of San Francisco · CGC-19-574770",
        "7 claims: 3 barred, 4 not in play",
        "Stage: pleading",
        "Scenario: Superior Court, demurrer",
        "How to read the pictures",
        "Key list",
        "Table of authorities",
    ):
        assert words in said


def test_every_page_has_the_case_and_its_reading_at_its_head() -> None:
    for said in words_of():
        assert said.startswith("Does v. Salesforce.com, Inc. Stage: pleading · Scenario: Superior Court, demurrer")


def test_a_reference_leads_to_the_page_that_it_names_and_to_what_it_names_there() -> None:
    pages = pages_of()
    numbers = {page.indirect_reference: number for number, page in enumerate(pages, start=1)}
    found = 0
    for page, said in zip(pages, words_of(), strict=True):
        inside = [link for link in links_of(page) if "/Dest" in link]
        named = [int(number) for number in re.findall(r"→ p\. (\d+)", said)]
        led_to = [numbers[link["/Dest"].get_object()[0]] for link in inside]  # type: ignore[index]  # an array
        for number in named:
            assert number in led_to
        found += len(named)
    assert found > 50


def test_the_key_list_has_every_text_in_full_with_its_quotes() -> None:
    said = " ".join(words_of())
    for statement in flagship().graph.statements.values():
        assert " ".join(statement.text.split()) in said
        for place, quote in statement.quotes:
            assert f"Quoted in {place}: “{quote}”" in said


def test_the_case_can_be_searched_and_no_page_is_a_picture_of_letters() -> None:
    assert sum("Built text-message" in said for said in words_of()) == 2
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in pages_of()
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # they are dictionaries
    }
    assert fonts <= {"Inter-Regular", "Inter-Bold"}


def test_it_is_tagged_and_says_what_it_is_but_not_when_it_was_made() -> None:
    reader = PdfReader(io.BytesIO(dossier(labelled(graph_of(TWO)))))
    assert reader.metadata
    assert reader.metadata.title == "Doe v. Corp"
    assert reader.metadata.creation_date is None
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]  # they are dictionaries
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "Overview",
        "CLAIM 1 · Tort; CLAIM 2 · The act",
        "DEFENSE · Immunity",
        "Key list",
        "Sources",
        "Table of authorities",
    ]


def test_it_says_when_it_was_made_if_that_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    reader = PdfReader(io.BytesIO(dossier(labelled(graph_of(TWO)))))
    assert reader.metadata
    assert str(reader.metadata.creation_date) == "2020-01-01 00:00:00+00:00"


def test_the_same_case_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "import sys, mapper, hashlib; "
        f"pdf = mapper.dossier(mapper.load({str(FLAGSHIP)!r}), page='a4').pdf; print(hashlib.sha256(pdf).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


@cache
def hostile_words() -> str:
    """Return the letters of a dossier of hostile texts."""
    pages = PdfReader(io.BytesIO(dossier(hostile_case()))).pages
    return re.sub(r"\s|\u200b", "", "".join(page.extract_text() for page in pages))


TYPST = {
    "hash": "#panic(1) #import(1) #eval(1) #text(9pt)[x]",
    "stars": "*bold* _emphasis_ $x^2$ `raw` = heading - item + item / term: x",
    "labels": "<label> @reference \\ -- --- ~ // comment /* comment */ ]}]",
}
"""Texts that have a meaning in the language of the template."""


def test_nothing_in_a_case_is_read_as_markup() -> None:
    sections = "".join(
        f"  {name}: {{text: '{text}', title: '{text}', note: '{text}'}}\n" for name, text in TYPST.items()
    )
    graph = graph_of(
        f"allegations:\n{sections}", "mapper: 1\ncase: {title: '#panic(1) *x*', court: '= y', docket: '@z'}\n"
    )
    said = " ".join(text_of(page) for page in PdfReader(io.BytesIO(dossier(labelled(graph)))).pages)
    for text in (*TYPST.values(), "#panic(1) *x*", "= y · @z"):
        assert text in said


WRITTEN_BY_US = (
    "right-to-left",
    "overrides",
    "chinese",
    "emoji",
    "combining",
    "devanagari",
    "controls",
    "not-characters",
)
"""Texts with characters that our font has not, or that a reader of PDF puts in another order."""


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in WRITTEN_BY_US])
def test_a_hostile_text_appears_as_it_is(name: str) -> None:
    assert re.sub(r"\s", "", readable(HOSTILE[name])) in hostile_words()


@pytest.mark.parametrize("name", HOSTILE)
def test_each_hostile_text_alone_can_be_set(name: str) -> None:
    graph = labelled(graph_of("allegations: {A: It was so.}\n")).graph
    statement = next(iter(graph.statements.values()))
    from dataclasses import replace

    evil = replace(statement, title=HOSTILE[name], text=HOSTILE[name], note=HOSTILE[name])
    assert dossier(evaluate(ArgumentGraph([evil]))).startswith(b"%PDF")


def test_a_long_word_stays_in_its_column() -> None:
    pieces = worded("x" * 300, 100.0, 8).split("\u200b")
    assert "".join(pieces) == "x" * 300
    assert len(pieces) > 10


def test_only_web_addresses_become_links() -> None:
    prelude = "mapper: 1\ncase: {title: T}\nsources:\n  good: {title: G, kind: news, url: 'https://example.org/a'}\n"
    prelude += "  evil: {title: E, kind: news, url: 'javascript:alert(1)'}\n"
    graph = graph_of(
        "allegations: {A: {text: It was so., source: good}, B: {text: It is so., source: evil}}\n", prelude
    )
    pages = PdfReader(io.BytesIO(dossier(labelled(graph)))).pages
    addresses = {str(link["/A"]["/URI"]) for page in pages for link in links_of(page) if "/A" in link}  # type: ignore[index]  # a dictionary
    assert addresses == {"https://example.org/a"}


def test_a_case_with_nothing_in_it_is_a_first_page() -> None:
    reader = PdfReader(io.BytesIO(dossier(evaluate(ArgumentGraph([])))))
    assert len(reader.pages) == 1
    assert "No claims" in text_of(reader.pages[0])


def test_the_template_fetches_nothing() -> None:
    assert not re.search(r"#?import|include|@preview", TEMPLATE.read_text(encoding="utf-8"))


def test_without_typst_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MapperError) as caught:
        dossier(labelled(graph_of(TWO)))
    assert caught.value.findings[0].help == "pip install 'allegation-mapper[dossier]'"


def test_what_typst_cannot_set_is_a_finding() -> None:
    with Setting() as setting:
        setting.say({})
        for attempt in (setting.start, setting.pdf):
            with pytest.raises(MapperError, match="typst failed"):
                attempt()


def test_a_dossier_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(MapperError, match="not finished within"):
        dossier(flagship(), timeout=1e-6)
    assert Limit(1).left


# A view on paper


def test_a_view_that_fits_is_one_page_upright_or_across() -> None:
    across = PdfReader(io.BytesIO(paged(flagship(), View("overview"), "letter", summary="As it is."))).pages
    assert [(page.mediabox.width, page.mediabox.height) for page in across] == [(792, 612)]
    assert "As it is." in text_of(across[0])
    tall = labelled(graph_of("allegations:\n" + "".join(f"  A{n}: It was so in {n}.\n" for n in range(16))))
    upright = PdfReader(io.BytesIO(paged(tall, View(), "letter"))).pages
    assert [(page.mediabox.width, page.mediabox.height) for page in upright] == [(612, 792)]


def test_a_view_that_does_not_fit_is_split_and_says_what_it_shows() -> None:
    view = View("claim", ("amended-negligence",))
    pages = PdfReader(io.BytesIO(paged(flagship(), view, "a4"))).pages
    assert len(pages) > 3
    assert "Shown: amended-negligence, with all that bears on it" in text_of(pages[0])
    assert not any("Key list" in text_of(page) for page in pages)
    listed = PdfReader(io.BytesIO(paged(flagship(), View("claim", ("amended-negligence",), key_list=True), "a4"))).pages
    assert "Key list" in text_of(listed[-1]) or "Key list" in text_of(listed[len(pages)])


def test_an_overview_too_large_for_a_page_is_split_as_well() -> None:
    claims = "".join(f"  c{n}: {{theory: tort, by: does, against: corp}}\n" for n in range(40))
    evaluation = labelled(graph_of(f"claims:\n{claims}"))
    pages = PdfReader(io.BytesIO(paged(evaluation, View("overview"), "letter"))).pages
    assert len(pages) > 5
    assert {(page.mediabox.width, page.mediabox.height) for page in pages} <= {(792, 612), (612, 792)}


# In Python and on the command line


def test_a_picture_can_be_put_on_pages_in_python(tmp_path: Path) -> None:
    case = mapper.load(FLAGSHIP)
    made = mapper.dossier(mapper.diagram(case, focus="HARM", up=1, down=0), page="a4")
    made.save(tmp_path / "knew.pdf")
    assert len(PdfReader(tmp_path / "knew.pdf").pages) == 1
    with pytest.raises(ValueError, match="a page is one of letter, a4, tabloid"):
        mapper.dossier(case, page="folio")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(ValueError, match="set as it is"):
        mapper.dossier(flagship(), stage="trial")


def run(*arguments: str) -> tuple[int, str]:
    """Return the exit status of a command, and what it said on standard error."""
    done = CliRunner().invoke(main, [*arguments])
    return done.exit_code, done.stderr


def test_the_dossier_is_written_and_its_own_file_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "case.pdf"
    for _ in range(2):
        assert run("diagram", str(FLAGSHIP), "--view", "dossier", "-o", str(path)) == (0, "")
    assert len(PdfReader(path).pages) > 20


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--view", "dossier", "-o", "x.svg"), "a dossier is a pdf, not an svg; add -o case.pdf"),
        (("--view", "dossier", "--focus", "KNEW", "-o", "x.pdf"), "is about the whole case, so it has no --focus"),
        (("--page", "a4", "-o", "x.png"), "only a pdf has pages, a png has none; add -o map.pdf, or leave out --page"),
        (("--page", "a4", "--direction", "TB", "-o", "x.pdf"), "pages are laid out in one direction only"),
        (("--page", "a5", "-o", "x.pdf"), "'a5' is not one of 'letter', 'a4', 'tabloid'"),
    ],
)
def test_what_cannot_be_on_paper_is_refused(options: tuple[str, ...], said: str) -> None:
    status, found = run("diagram", str(FLAGSHIP), *options)
    assert status == 2
    assert said in found
    assert not Path(options[-1]).exists()
