"""What the command that draws says of large cases."""

from __future__ import annotations

import pytest

from tests.answers import say
from tests.cases import PRELUDE

LARGE = "more than 60 statements make a large sheet; `--view overview` shows the claims and counts the rest\n"
SIMPLER = "Simpler layout: 18 long links pass behind the cards. A smaller part of the case is drawn with more care.\n"


def deep(length: int) -> str:
    """Return a case with a chain of support of so many steps, and a link from its beginning to each statement of it."""
    steps = "".join(f"  A{n}: {{text: So., support: [A{n + 1}]}}\n" for n in range(length))
    every = ", ".join(f"A{n}" for n in range(length + 1))
    allegations = f"allegations:\n  A: {{text: So., support: [{every}]}}\n{steps}  A{length}: So.\n"
    return f"{PRELUDE.lstrip()}{allegations}claims: {{it: {{theory: act, support: {{violation: [A]}}}}}}\n"


@pytest.mark.parametrize(("length", "said"), [(10, ""), (100, LARGE), (300, LARGE + SIMPLER)])
def test_a_simpler_layout_is_said_beside_the_picture_and_in_it(length: int, said: str) -> None:
    found = say("diagram", "-", "--format", "dot", text=deep(length))
    assert (found.status, found.err) == (0, said)
    assert ("Simpler layout: 18 long links" in found.out) is (SIMPLER in said)
    assert say("diagram", "-", "--format", "dot", text=deep(length)) == found


@pytest.mark.parametrize("seconds", ["0", "86401", "soon"])
def test_the_time_for_a_drawing_is_a_second_to_a_day(seconds: str) -> None:
    found = say("diagram", "-", "--timeout", seconds, text=deep(1))
    assert (found.status, found.out) == (2, "")
    assert "Invalid value for '--timeout'" in found.err


def test_a_drawing_may_take_as_long_as_it_is_given() -> None:
    assert say("diagram", "-", "--timeout", "300", text=deep(1)).status == 0
