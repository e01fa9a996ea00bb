"""Every quote stands in its source, or is reported with the passage that comes nearest."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.check import unchecked_quotes
from mapper.check.quotes import leads_outside
from tests.cases import PRELUDE
from tests.checking import case_file, findings, found

PAPER = """\
Salesforce is accused of turning a blind eye to the “dark underbelly” of its customer's business.

It began working with the site in 2013 \u2014 after the site
had been accused of being a hub.
"""


def case(quotes: str, paper: str = "paper.txt") -> tuple[str, str]:
    """Return the sections and the prelude of a case that quotes a file."""
    sections = f"""
allegations:
  A:
    text: a
    source: complaint
{quotes}
claims: {{negligence: {{theory: tort, support: {{duty: A, breach: A, harm: A}}}}}}
"""
    return sections, PRELUDE.replace("kind: news}", f"kind: news, file: {paper}}}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the file of a source."""
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "quote",
    [
        "turning a blind eye",
        "'the \"dark underbelly\" of its customer’s business'",
        "'in  2013 - after   the site had been accused'",
        "'in 2013 -- after'",
    ],
)
def test_white_space_quotation_marks_and_dashes_may_differ(quote: str, folder: Path) -> None:
    assert found(*case(f"    quoted-in: paper ¶ 1\n    quote: {quote}"), folder) == []


def test_a_quote_that_is_not_there_is_shown_the_nearest_passage(folder: Path) -> None:
    sections = case("    quoted-in: paper\n    quote: Began working with Backpage in 2013")
    (finding,) = findings(*sections, folder)
    assert (finding.rule.name, finding.message) == ("quote-not-found", "the quote of `A` is not in `paper`")
    ((span, text),) = finding.related
    assert text == "nearest: began working with the site in 2013"
    assert span is not None
    assert (span.path, span.line, span.column, span.end_column) == (str(folder / "paper.txt"), 3, 4, 39)


def test_a_quote_with_nothing_like_it_is_reported_without_a_passage(folder: Path) -> None:
    (finding,) = findings(*case("    quoted-in: paper\n    quote: nobody ever said any such thing at all"), folder)
    assert finding.related == ()


def test_an_omission_is_advised_to_be_two_quotes(folder: Path) -> None:
    (finding,) = findings(*case("    quoted-in: paper\n    quote: It began … after the site"), folder)
    assert finding.help == (
        "a quote is searched for word for word; give the parts before and after an omission as two quotes"
    )


def test_each_of_several_quotes_is_looked_up_where_it_says(folder: Path) -> None:
    quotes = """
    quoted-in: paper
    quote: a blind eye
    quotes:
      - {quoted-in: paper, quote: a deaf eye}
      - {quoted-in: paper, quote: had been accused}
      - {quoted-in: brief, quote: of which there is no file}
"""
    assert found(*case(quotes.strip("\n")), folder) == [
        "8:35-45 quote-not-found: the quote of `A` is not in `paper`",
        "    nearest: a blind eye",
    ]


def test_quotes_that_cannot_be_looked_up_are_counted(folder: Path) -> None:
    quotes = "    quote: in the complaint\n    quotes: [{quoted-in: paper, quote: a blind eye}]"
    model = case_file(*case(quotes)).model
    assert unchecked_quotes(model, None) == 2
    assert unchecked_quotes(model, folder) == 1


def test_a_missing_file_of_a_source_is_reported_once_and_its_quotes_are_not(tmp_path: Path) -> None:
    quotes = "    quoted-in: paper\n    quote: one\n    quotes: [{quoted-in: paper, quote: two}]"
    (finding,) = findings(*case(quotes), tmp_path)
    assert finding.rule.name == "missing-file"
    assert finding.span is not None
    assert finding.span.line == 15


def test_a_file_that_is_no_text_is_reported(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_bytes(b"%PDF\xff")
    (finding,) = findings(*case("    quoted-in: paper\n    quote: one"), tmp_path)
    assert (finding.rule.name, finding.subject) == ("not-utf-8", "paper")


@pytest.mark.parametrize(
    "path", ["../paper.txt", "/etc/paper.txt", "a/../../paper.txt", "'C:\\paper.txt'", "'..\\paper.txt'"]
)
def test_no_file_outside_the_folder_is_named_whether_it_is_read_or_not(path: str, folder: Path) -> None:
    (folder.parent / "paper.txt").write_text("one", encoding="utf-8")
    sections = case("    quoted-in: paper\n    quote: one", path)
    for sources in (None, folder):
        (finding,) = findings(*sections, sources)
        assert (finding.rule.name, finding.subject) == ("path-outside-folder", "paper")


def test_a_path_may_go_up_and_down_within_the_folder() -> None:
    assert not leads_outside("a/../b/c.txt")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("one", encoding="utf-8")
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "paper.txt").symlink_to(tmp_path / "secret.txt")
    (finding,) = findings(*case("    quoted-in: paper\n    quote: one"), folder)
    assert finding.rule.name == "path-outside-folder"
