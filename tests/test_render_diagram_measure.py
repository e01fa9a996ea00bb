"""Lines break where the font says that they are full."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from mapper.render.diagram.measure import ELLIPSIS, cut, width, wrap
from mapper.render.fontface import FAMILY, FOLDER

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("abc  éw§"), max_size=200)
ROOMS = st.floats(12, 400)


@pytest.mark.parametrize(("style", "bold"), [("Regular", False), ("Bold", True)])
def test_every_letter_is_as_wide_as_the_font_says(style: str, bold: bool) -> None:
    font = TTFont(FOLDER / f"{FAMILY}-{style}.ttf")
    units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    for point, glyph in font.getBestCmap().items():
        assert width(chr(point), 10, bold=bold) == pytest.approx(10 * metrics[glyph][0] / units)


def test_a_letter_of_another_font_has_a_usual_width() -> None:
    assert width("訴", 10) == 10
    assert width("e\u0301", 10) == width("e", 10)
    assert 0 < width("\u0935", 10) < 10


@given(TEXTS, ROOMS)
def test_lines_fit_into_the_room(text: str, room: float) -> None:
    for line in wrap(text, room, 8):
        assert width(line, 8) <= room or len(line) == 1


@given(TEXTS, ROOMS)
def test_nothing_is_lost_when_nothing_is_cut(text: str, room: float) -> None:
    kept = "".join(wrap(text, room, 8))
    assert plain(kept) == plain(text)


def plain(text: str) -> str:
    """Return a text without the spaces at which lines break, and those that a sign keeps together."""
    return "".join(letter for letter in text if letter not in " \t\n\r\f\v\N{NO-BREAK SPACE}")


@given(TEXTS, ROOMS, st.integers(1, 4))
def test_what_is_left_out_is_shown_by_an_ellipsis(text: str, room: float, lines: int) -> None:
    whole, found = wrap(text, room, 8), wrap(text, room, 8, lines=lines)
    assert len(found) <= lines
    assert found == whole if len(whole) <= lines else found[-1].endswith(ELLIPSIS)


def test_a_text_is_cut_at_a_word() -> None:
    assert cut("the quick brown fox jumps", 80, 8) == "the quick brown…"
    assert cut("fits", 80, 8) == "fits"
    assert cut("incomprehensibilities", 40, 8) == "incompr…"


def test_a_sign_stays_with_its_number() -> None:
    assert wrap("as in 18 U.S.C. § 1595", 72, 8) == ("as in 18 U.S.C.", "§\N{NO-BREAK SPACE}1595")
