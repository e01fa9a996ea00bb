"""What-if is answered as the command line answers it."""

from __future__ import annotations

import pytest

from mapper.api import example
from mapper.evaluate import LABELS
from mapper.graph import UnknownAddressError
from mapper.live.answers import QuestionError, answer
from mapper.render.text.reasons import because
from mapper.render.text.summary import summary

GRAPH = example().graph()
CLAIMS = [claim.id for claim in GRAPH.claims()]


def test_labels_reasons_and_the_headline_are_those_of_the_engine() -> None:
    asked = [
        ("scenario", "demurrer-2019"),
        ("accept", "duty-reading"),
        ("drop", "HARM"),
        ("drop", "ADS:negligence.causation"),
    ]
    found = GRAPH.evaluate(scenario="demurrer-2019", accept="duty-reading", drop=["HARM", "ADS:negligence.causation"])
    assert answer(GRAPH, asked) == {
        "labels": "".join(str(LABELS.index(found.labels[name])) for name in GRAPH.statements),
        "reasons": [because(found, name) for name in GRAPH.statements],
        "headline": summary(found, CLAIMS),
    }


def test_nothing_asked_is_the_case_as_it_is() -> None:
    assert answer(GRAPH, [])["headline"] == summary(GRAPH.evaluate(), CLAIMS)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ([("file", "/etc/passwd")], "there is no parameter `file`"),
        ([("stage", "trial"), ("stage", "pleading")], "a scenario and a stage can be named only once"),
        ([("accept", "")], "the parameter `accept` names nothing"),
        ([("stage", "nope")], "'nope' is not a valid Stage"),
    ],
)
def test_what_makes_no_sense_is_refused(asked: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        answer(GRAPH, asked)


@pytest.mark.parametrize("asked", [("scenario", "nope"), ("drop", "nope")])
def test_a_name_that_leads_nowhere_is_refused(asked: tuple[str, str]) -> None:
    with pytest.raises(UnknownAddressError):
        answer(GRAPH, [asked])
