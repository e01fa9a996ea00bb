"""Text in cells: wrapped, in columns, as a tree, with ink."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapper.render.terminal import Branch, cells, columns, folded, ink, padded, plain, tree, wrapped

WORDS = st.lists(st.text("aé注 §-", min_size=1, max_size=12), max_size=12).map(" ".join)
PREFIXES = st.sampled_from(["", "  ", "1 ✓ ", "    "])


def test_a_wide_letter_takes_two_cells_and_a_combining_one_none() -> None:
    assert [cells(text) for text in ("duty", "注意", "e\u0301", "\u200b", ink("duty", "bold"))] == [4, 4, 1, 0, 4]


def test_ink_is_put_on_word_by_word_and_comes_off_again() -> None:
    assert ink("made  out", "red") == "\x1b[31mmade\x1b[0m  \x1b[31mout\x1b[0m"
    assert plain(ink("made out", "bold", "red")) == "made out"


def test_a_sign_stays_with_what_it_stands_before() -> None:
    assert wrapped("under 18 U.S.C. § 1595 alone", 17) == ["under 18 U.S.C.", "§ 1595 alone"]
    assert wrapped(f"settled, all of it: {ink('✓', 'green')} duty", 21)[-1] == f"{ink('✓', 'green')} duty"


def test_a_word_that_is_too_wide_is_broken() -> None:
    assert wrapped("a" * 20, 8, rest="  ") == ["aaaaaaaa", "  aaaaaaaa", "  aaaa"]
    assert wrapped("注意義務違反", 8) == ["注意義務", "違反"]
    assert wrapped("a" * 20, 14, rest="1 ✓ ") == ["a" * 14, "1 ✓ aaaaaa"]
    assert wrapped("a" * 30, 14, rest="1 ✓ ") == ["a" * 14, "1 ✓ aaaaaaaaaa", "1 ✓ aaaaaa"]


def test_folding_breaks_no_word_and_nothing_between_backticks() -> None:
    assert folded("did you mean `a b c d`, or not?", 14, rest="  ") == ["did you mean", "  `a b c d`,", "  or not?"]
    assert folded("see (`my files/case.yaml`): none", 10) == ["see", "(`my files/case.yaml`):", "none"]
    assert folded("an odd ` stands alone", 10) == ["an odd `", "stands", "alone"]
    assert folded("  short  ", 10) == ["  short  "]
    assert folded(" " * 20, 10) == [" " * 20]


@given(WORDS, st.integers(8, 40), PREFIXES)
def test_folding_keeps_every_word_and_only_one_that_is_too_wide_goes_over(text: str, width: int, rest: str) -> None:
    lines = folded(text, width, rest)
    bare = [line.removeprefix(rest) if number else line for number, line in enumerate(lines)]
    assert " ".join(bare).split() == text.split()
    assert all(cells(line) <= width or len(line.removeprefix(rest).split()) == 1 for line in lines) or lines == [text]


def test_the_widest_column_wraps_and_no_word_is_broken_for_it() -> None:
    rows = [["gross-negligence", "every element of it is made out", "1"], ["duty", "", "2"]]
    assert columns(rows, 40, indent=2, hang=2) == (
        "  gross-negligence  every element of   1\n                      it is made out\n  duty                                 2"
    )


def test_a_tree_indents_what_stands_below() -> None:
    branch = Branch("the claim is barred", (Branch("for the defense applies", (Branch("in full"),)),))
    assert tree([branch], 14) == "the claim is\n  barred\n  for the\n    defense\n    applies\n    in full"


@given(WORDS, st.integers(14, 60), PREFIXES, PREFIXES)
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: int, first: str, rest: str) -> None:
    lines = wrapped(text, width, first=first, rest=rest)
    assert all(cells(line) <= width for line in lines)
    bodies = [lines[0].removeprefix(first), *(line.removeprefix(rest) for line in lines[1:])]
    assert "".join("".join(bodies).split()) == "".join(text.split())


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5), st.integers(40, 80))
def test_columns_lose_no_letter_and_keep_the_width(rows: list[list[str]], width: int) -> None:
    text = columns(rows, width)
    assert all(cells(line) <= width for line in text.splitlines())
    assert sorted("".join(text.split())) == sorted("".join("".join(cell for row in rows for cell in row).split()))


@given(st.text("a注", max_size=9))
def test_padding_fills_up_to_the_width(text: str) -> None:
    assert cells(padded(text, 20)) == 20
