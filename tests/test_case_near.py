"""What was probably meant."""

from __future__ import annotations

import pytest

from mapper.case.near import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "words", "found"),
    [
        ("naturre", ["nature", "note"], "nature"),
        ("CARVE_OUTS", ["carve-outs", "case"], "carve-outs"),
        ("Text", ["text", "title"], "text"),
        ("t", ["text", "title"], None),
        ("colour", ["nature", "note"], None),
        ("nature", ["nature"], None),
        ("ab", ["ba", "ac", "ad"], None),
        ("x", [], None),
    ],
)
def test_only_a_word_that_comes_near_is_offered(word: str, words: list[str], found: str | None) -> None:
    assert nearest(word, words) == found
    assert did_you_mean(word, words) == (f"did you mean `{found}`?" if found else None)
