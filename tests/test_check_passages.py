"""Words in a document: what is folded, and which passage comes nearest."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.check.passages import SourceText, fold

TEXT = "The quick brown fox jumps over the lazy dog. Then the quick red fox\njumped over it again, twice."


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a\n\t b\u00a0\u2003c ", "a b c"),
        ("“a” „b‟ «c» ‘d’ `e` f's \u2018g\u2019", "'a' 'b' 'c' 'd' 'e' f's 'g'"),
        ("a – b — c ‒ d - e -- f --- g \u2212h", "a - b - c - d - e - f - g -h"),
        ("cafe\u0301", "caf\u00e9"),
        ("A, a. (b); c…", "A, a. (b); c…"),
    ],
)
def test_only_white_space_quotation_marks_dashes_and_unicode_form_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_whatever_was_copied_from_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    words = text.split()
    quote = " ".join(words[start : start + length])
    assert SourceText(text).holds(quote)
    assert SourceText(unicodedata.normalize("NFD", text)).holds(quote)


def test_case_and_letters_count() -> None:
    assert not SourceText(TEXT).holds("the quick brown")
    assert not SourceText(TEXT).holds("quick browne")


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("the QUICK brown fox leaps over", "The quick brown fox jumps over"),
        ("quick red fox jumped under", "quick red fox jumped over"),
        ("Then a quick red fox", "Then the quick red fox"),
        ("fox jumps across the lazy dog", "fox jumps over the lazy dog."),
        ("over it again, thrice.", "over it again, twice."),
        ("dog", "dog."),
        ("something else entirely", None),
        ("", None),
    ],
)
def test_the_nearest_passage_is_the_one_that_shares_most(quote: str, nearest: str | None) -> None:
    found = SourceText(TEXT).nearest(quote)
    assert (found.words if found else None) == nearest


def test_a_passage_knows_where_it_stands() -> None:
    found = SourceText(TEXT).nearest("red fox jumps over it")
    assert found is not None
    assert TEXT[found.start : found.end] == "red fox\njumped over it"


@given(st.text(alphabet="ab \n", max_size=200), st.text(alphabet="abc ", max_size=40))
def test_the_nearest_passage_stands_in_the_text(text: str, quote: str) -> None:
    found = SourceText(text).nearest(quote)
    assert found is None or " ".join(text[found.start : found.end].split()) == found.words


def test_a_long_quote_in_a_long_text_of_few_words_is_answered() -> None:
    text = SourceText("so it is said and so it was " * 20_000)
    assert text.nearest("so it is and was said so " * 2_000) is not None
