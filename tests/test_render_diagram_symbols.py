"""The tables of symbols are complete, and what they draw can be read in any light."""

from __future__ import annotations

import pytest

from mapper.render.diagram.dot.attributes import of_look
from mapper.render.diagram.dot.dot import BAND_LOOKS, BAND_SHARE
from mapper.render.diagram.scene.bands import BandKind
from mapper.render.diagram.symbols import (
    BORDERS,
    FLOW_COLOURS,
    GLYPHS,
    INK,
    LOOKS,
    MARKS,
    MEANINGS,
    NATURES,
    PALE,
    SMALL_SIZE,
    SOFT,
    STANDARDS,
    WORD_COLOURS,
    Flow,
    Mark,
    tint,
)
from mapper.vocabulary import Kind, Label, Nature, Standard

LEAST_CONTRAST = 7.0
"""WCAG 2.2, success criterion 1.4.6."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", Kind)
def test_text_on_a_card_has_contrast(kind: Kind) -> None:
    look = LOOKS[kind]
    assert look.share <= 0.2
    assert min(contrast(colour, look.fill) for colour in (INK, SOFT, look.ink)) >= LEAST_CONTRAST
    assert contrast(PALE, look.pale) >= LEAST_CONTRAST


@pytest.mark.parametrize("kind", BandKind)
def test_text_on_a_band_has_contrast(kind: BandKind) -> None:
    hue, ink, _ = BAND_LOOKS[kind]
    ground = tint(hue, BAND_SHARE)
    assert min(contrast(colour, ground) for colour in (ink, *WORD_COLOURS.values())) >= LEAST_CONTRAST


def test_every_kind_and_status_looks_different_without_colour() -> None:
    colours = ("color", "fillcolor")
    shapes = {
        kind: {k: v for k, v in of_look(look, Mark.IN).items() if k not in colours} for kind, look in LOOKS.items()
    }
    assert all(shapes[one] != shapes[other] for one in Kind for other in Kind if one != other)
    assert len(set(GLYPHS.values())) == len(Mark)


def test_the_tables_are_complete() -> None:
    assert set(LOOKS) == set(Kind)
    assert set(GLYPHS) == set(BORDERS) == set(MEANINGS) == set(Mark)
    assert set(MARKS) == set(Label)
    assert set(FLOW_COLOURS) == set(WORD_COLOURS) == set(Flow)
    assert set(STANDARDS) == set(Standard)
    assert set(NATURES) == set(Nature)


def test_no_letter_is_smaller_than_seven_points() -> None:
    assert SMALL_SIZE >= 7
