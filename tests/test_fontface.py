"""The font holds what diagrams draw, and its list of characters is true."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from mapper.render.fontface import FAMILY, FOLDER, fontface_css, missing

STYLES = ("Regular", "Bold")
CUTS = tuple(line.split()[0] for line in (FOLDER / "cuts.txt").read_text(encoding="utf-8").splitlines())


def embedded(css: str) -> list[tuple[str, set[int]]]:
    """Return the weight and the characters of each font inside the rules."""
    rules = re.findall(r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]*)\)", css)
    return [(weight, characters_of(TTFont(BytesIO(b64decode(data))))) for weight, data in rules]


def characters_of(font: TTFont) -> set[int]:
    """Return the code points that a font can draw."""
    return set(font.getBestCmap())


@pytest.mark.parametrize("style", STYLES)
def test_the_drawing_font_is_its_cuts_together(style: str) -> None:
    whole = characters_of(TTFont(FOLDER / f"{FAMILY}-{style}.ttf"))
    parts = [characters_of(TTFont(FOLDER / f"{FAMILY}-{style}-{cut}.woff2")) for cut in CUTS]
    assert sum(map(len, parts)) == len(whole)
    assert set().union(*parts) == whole


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_missing_that_the_drawing_font_has(style: str) -> None:
    whole = characters_of(TTFont(FOLDER / f"{FAMILY}-{style}.ttf"))
    assert missing("".join(map(chr, whole))) == ()
    assert missing("".join(chr(point) for point in range(0x20, 0x3000) if point not in whole)) != ()


@pytest.mark.parametrize("style", STYLES)
def test_each_cut_holds_what_its_range_says(style: str) -> None:
    for line in (FOLDER / "cuts.txt").read_text(encoding="utf-8").splitlines():
        cut, unicode_range = line.split()
        points = characters_of(TTFont(FOLDER / f"{FAMILY}-{style}-{cut}.woff2"))
        assert ",".join(spans(sorted(points))) == unicode_range


def spans(points: list[int]) -> list[str]:
    """Return sorted code points as CSS writes them, runs drawn together."""
    starts = [point for point in points if point - 1 not in points]
    ends = [point for point in points if point + 1 not in points]
    return [f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in zip(starts, ends, strict=True)]


def test_the_signs_of_the_diagrams_are_in_the_first_cut() -> None:
    rules = embedded(fontface_css("✓✗◇?·¶§“”—…×", "✓✗◇?·¶§“”—…×"))
    assert [weight for weight, _ in rules] == ["400", "700"]
    assert all(set(map(ord, "✓✗◇?·¶§“”—…×")) <= points for _, points in rules)


def test_only_the_cuts_that_a_text_needs_are_embedded() -> None:
    css = fontface_css("Škoda", "Ωmega")
    assert re.findall(r"font-weight:(\d+)", css) == ["400", "400", "700", "700"]
    assert fontface_css("Doe", "") == fontface_css("Roe", "")


@pytest.mark.parametrize("style", STYLES)
def test_the_font_draws_a_text_as_it_is_written(style: str) -> None:
    features = TTFont(FOLDER / f"{FAMILY}-{style}.ttf")["GSUB"].table.FeatureList.FeatureRecord
    assert {record.FeatureTag for record in features} <= {"ccmp", "locl"}


def test_missing_characters_come_once_and_sorted() -> None:
    assert missing("訴訟 訴 ok ✓\n\t\u200d\ufe0f") == ("訟", "訴")
