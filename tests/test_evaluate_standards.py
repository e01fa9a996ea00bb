"""Standards of proof: the ranks that the labelling compares say what the formulas say."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from mapper.evaluate.standards import THRESHOLDS, decide
from mapper.vocabulary import Standard
from tests.oracle import judge

WEIGHTS = [Fraction(text) for text in ("0", "1/100", "3/10", "29/100", "1/2", "51/100", "4/5", "79/100", "1")]


@pytest.mark.parametrize("standard", Standard)
def test_a_standard_decides_every_pair_of_weights_as_its_formula_does(standard: Standard) -> None:
    pairs = list(product(WEIGHTS, repeat=2))
    assert [decide(standard, p, c) for p, c in pairs] == [judge(standard, p, c) for p, c in pairs]


def test_every_standard_says_its_thresholds() -> None:
    assert THRESHOLDS == {
        Standard.SCINTILLA: "p > 0",
        Standard.PREPONDERANCE: "p > c",
        Standard.CLEAR_AND_CONVINCING: "p > c and p - c > 1/2",
        Standard.BEYOND_REASONABLE_DOUBT: "p > c, p - c > 1/2 and c < 3/10",
        Standard.DIALECTICAL_VALIDITY: "p > 0 and c = 0",
        Standard.GENUINE_DISPUTE: "p > 0 and c = 0; open where both are above 0",
    }
