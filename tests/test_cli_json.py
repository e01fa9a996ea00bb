"""Every answer as JSON: one versioned object, whose keys are all documented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mapper.cli import main
from mapper.examples import flagship
from tests.answers import CASE, say

PAGE = (Path(__file__).parent.parent / "docs/reference/json.md").read_text(encoding="utf-8")
DOCUMENTED = frozenset(re.findall(r"`([a-z_]+)`", PAGE))

ANSWERS: dict[str, tuple[str, ...]] = {
    "glance": ("show", "-"),
    "records": ("show", "-", "KNEW"),
    "evaluation": ("evaluate", "-"),
    "stages": ("evaluate", "-", "--all-stages"),
    "why": ("why", "-", "neglect"),
    "chains": ("chains", "-", "neglect", "--attacks"),
    "scenarios": ("scenarios", "-"),
    "against": ("scenarios", "-", "--against", "demurrer", "trial"),
    "whatif": ("whatif", "-", "--drop", "WET"),
    "support": ("support", "-", "neglect"),
    "labellings": ("evaluate", "-", "--labellings", "preferred"),
    "settled": ("settled", "-", "neglect", "--assume-open", "fact"),
    "gaps": ("gaps", "-"),
    "chart": ("chart", "-"),
    "order_of_proof": ("chart", "-", "--order-of-proof"),
    "timeline": ("timeline", "-"),
    "responses": ("show", "-", "--responses"),
    "authorities": ("show", "-", "--authorities"),
    "difference": ("diff", "-", str(flagship())),
    "theories": ("theories", "us/section-230-c1"),
    "rules": ("rules",),
}

FREE = frozenset({"responses", "theories", "counts", "authority", "labellings"})
"""Keys under which names of the case, or entries in the form of the case file, stand."""


def answer(*arguments: str) -> dict[str, object]:
    """Return what a command answers as JSON."""
    loaded = json.loads(say(*arguments, "--format", "json", text=CASE).out)
    assert isinstance(loaded, dict)
    return loaded


def keys(value: object) -> Iterator[str]:
    """Yield every key in a document that is one of ours."""
    if isinstance(value, dict) and value.get("type") not in ("scenario", "party", "source"):
        for key, inner in value.items():
            yield key
            by_stage = key == "status" and isinstance(inner, dict)
            yield from keys(inner) if key not in FREE and not by_stage else ()
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize(("name", "arguments"), ANSWERS.items(), ids=ANSWERS)
def test_an_answer_is_versioned_and_its_keys_are_documented(name: str, arguments: tuple[str, ...]) -> None:
    found = answer(*arguments)
    assert [*found][:2] == ["version", "answer"]
    assert (found["version"], found["answer"]) == (1, name)
    assert set(keys(found)) - DOCUMENTED == set()
    assert f"## `{name}`" in PAGE


def test_every_command_with_a_format_is_here() -> None:
    with_format = {name for name, entry in main.entries.items() if any(p.name == "form" for p in entry.load().params)}
    assert with_format - {"check", "diagram"} == {arguments[0] for arguments in ANSWERS.values()}


def test_the_json_of_a_statement() -> None:
    assert answer("show", "-", "KNEW")["records"] == snapshot(
        [
            {
                "type": "statement",
                "id": "KNEW",
                "kind": "allegation",
                "label": "in",
                "status": "counts",
                "standard": "preponderance",
                "given": None,
                "title": "",
                "text": "Corp knew of it.",
                "nature": "conclusion",
                "by": ["does"],
                "burden": [],
                "source": None,
                "quotes": [],
                "date": None,
                "responses": {},
                "theory": None,
                "part_of": None,
                "authority": [],
                "unmet": [],
                "note": None,
                "support": [
                    {
                        "id": "WET:KNEW",
                        "premises": ["WET"],
                        "conclusion": "KNEW",
                        "pro": True,
                        "weight": "3/5",
                        "weighing": "linked",
                        "undercutters": ["shaky"],
                        "warrant": "Who mops knows.",
                        "now": {"low": "3/5", "high": "3/5"},
                    }
                ],
                "against": [
                    {
                        "id": "LETTER:KNEW",
                        "premises": ["LETTER"],
                        "conclusion": "KNEW",
                        "pro": False,
                        "weight": "1/2",
                        "weighing": "linked",
                        "undercutters": [],
                        "warrant": None,
                        "now": {"low": "0", "high": "0"},
                    }
                ],
                "rivals": [],
                "used_by": ["KNEW:neglect.breach", "KNEW:unless.knowing"],
                "undercuts": [],
            }
        ]
    )


@pytest.mark.parametrize("address", ["WET:KNEW", "reading", "demurrer", "corp", "paper", "host"])
def test_everything_that_has_an_id_has_a_record(address: str) -> None:
    assert answer("show", "-", address)["records"]


def test_the_json_of_an_explanation() -> None:
    assert answer("why", "-", "neglect.duty") == snapshot(
        {
            "version": 1,
            "answer": "why",
            "case": "Doe v. Corp",
            "stage": "pleading",
            "scenario": None,
            "accept": [],
            "reject": [],
            "open": [],
            "drop": [],
            "answers": [
                {
                    "id": "neglect.duty",
                    "status": "open",
                    "grounds": [
                        {
                            "id": "neglect.duty",
                            "label": "undecided",
                            "status": "open",
                            "given": None,
                            "reasons": [
                                {
                                    "step": "narrow:neglect.duty",
                                    "part": "pending",
                                    "against": False,
                                    "weight": {"low": "0", "high": "1"},
                                    "because": ["narrow", "no-duty"],
                                }
                            ],
                            "standard": None,
                            "weights": None,
                            "unmet": [],
                            "blocked": None,
                        },
                        {
                            "id": "narrow",
                            "label": "undecided",
                            "status": "open",
                            "given": {"assumption": "open", "by": "stage", "reason": "one of several positions of law"},
                            "reasons": [],
                            "standard": None,
                            "weights": None,
                            "unmet": [],
                            "blocked": None,
                        },
                        {
                            "id": "no-duty",
                            "label": "undecided",
                            "status": "open",
                            "given": {"assumption": "open", "by": "stage", "reason": "law, or law applied to fact"},
                            "reasons": [],
                            "standard": None,
                            "weights": None,
                            "unmet": [],
                            "blocked": None,
                        },
                    ],
                    "cycle": [],
                    "changes": [
                        {"id": "narrow", "assumption": "rejected", "status": "not made out"},
                        {"id": "no-duty", "assumption": "accepted", "status": "not made out"},
                    ],
                }
            ],
        }
    )


def test_the_json_of_a_chain() -> None:
    assert answer("chains", "-", "KNEW", "--limit", "1") == snapshot(
        {
            "version": 1,
            "answer": "chains",
            "case": "Doe v. Corp",
            "stage": "pleading",
            "scenario": None,
            "accept": [],
            "reject": [],
            "open": [],
            "drop": [],
            "answers": [
                {
                    "id": "KNEW",
                    "count": {"chains": 1, "exact": True},
                    "chains": [
                        {
                            "statements": ["WET", "KNEW"],
                            "links": [{"relation": "supports", "step": "WET:KNEW", "weight": "3/5", "live": True}],
                            "strength": "3/5",
                            "sign": 1,
                            "live": True,
                            "broken": None,
                        }
                    ],
                }
            ],
        }
    )
    assert answer("chains", "-", "KNEW", "--count")["answers"] == [
        {"id": "KNEW", "count": {"chains": 1, "exact": True}}
    ]


def test_the_json_of_a_scenario() -> None:
    scenarios = answer("scenarios", "-")["scenarios"]
    assert isinstance(scenarios, list)
    assert scenarios[0]["cells"][0] == snapshot(
        {
            "id": "neglect",
            "computed": "not made out",
            "expected": "barred",
            "because": ["host@neglect"],
            "missing": ["host@neglect"],
            "ruled": "survives",
            "agrees": False,
        }
    )
