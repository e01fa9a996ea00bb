"""What a command says of a name that leads to nothing, or to something else than is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers import CASE, say

PARTIES = "note: parties of this case: `does`, `corp` and `press`"
SCENARIOS = "note: scenarios of this case: `demurrer` and `trial`"

IN_PLACE_OF_A_STATEMENT = {
    "corp": [
        "error[wrong-kind]: `corp` is a party, not a statement",
        "help: `mapper show CASE corp` says all about it, and `mapper gaps CASE --party corp` what it lacks",
    ],
    "exhibit": [
        "error[wrong-kind]: `exhibit` is a source, not a statement",
        "help: `mapper show CASE exhibit` says what rests on it",
    ],
    "reading": [
        "error[wrong-kind]: `reading` is an issue, not a statement",
        "help: name one of its positions: `broad` or `narrow`",
    ],
    "demurrer": [
        "error[wrong-kind]: `demurrer` is a scenario, not a statement",
        "help: `--scenario demurrer` asks under it, and `mapper show CASE demurrer` says what it is",
    ],
    "act": [
        "error[wrong-kind]: `act` is a theory, not a statement",
        "help: name what has this theory: `breach-of-act` or `bare`; `mapper theories act` prints it",
    ],
}

ASKS_FOR_A_STATEMENT = [
    ("why", "-"),
    ("chains", "-"),
    ("chains", "-", "neglect", "--from"),
    ("support", "-"),
    ("settled", "-"),
    ("gaps", "-"),
    ("evaluate", "-", "--accept"),
    ("evaluate", "-", "--reject"),
    ("evaluate", "-", "--open"),
    ("evaluate", "-", "--drop"),
    ("whatif", "-", "--drop"),
    ("diagram", "-", "--focus"),
]


@pytest.mark.parametrize("asked", ASKS_FOR_A_STATEMENT, ids=" ".join)
@pytest.mark.parametrize(("name", "lines"), IN_PLACE_OF_A_STATEMENT.items(), ids=IN_PLACE_OF_A_STATEMENT)
def test_what_is_no_statement_is_called_what_it_is(asked: tuple[str, ...], name: str, lines: list[str]) -> None:
    said = say(*asked, name, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert said.err.splitlines()[-2:] == lines


@pytest.mark.parametrize("asked", [("evaluate", "-", "--accept"), ("support", "-"), ("gaps", "-")], ids=" ".join)
def test_a_step_in_place_of_a_statement_leads_to_its_conclusion(asked: tuple[str, ...]) -> None:
    assert say(*asked, "WET:KNEW", text=CASE).err.splitlines()[-2:] == [
        "error[wrong-kind]: `WET:KNEW` is a step, not a statement",
        "help: name what it leads to: `KNEW`; only --drop takes a step",
    ]


ASKS_FOR_A_SCENARIO = [
    *((command, "-", "--scenario") for command in ("show", "evaluate", "gaps", "diagram")),
    *((command, "-", "neglect", "--scenario") for command in ("why", "chains", "support", "settled")),
    ("whatif", "-", "--drop", "WET", "--scenario"),
    ("scenarios", "-", "--against", "trial"),
]


@pytest.mark.parametrize("asked", ASKS_FOR_A_SCENARIO, ids=" ".join)
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("nope", ["error[unknown-reference]: `nope` is not a scenario of this case", SCENARIOS]),
        (
            "demurer",
            [
                "error[unknown-reference]: `demurer` is not a scenario of this case",
                SCENARIOS,
                "help: did you mean `demurrer`?",
            ],
        ),
        ("neglect", ["error[wrong-kind]: `neglect` is a claim, not a scenario", SCENARIOS]),
        ("host", ["error[wrong-kind]: `host` is a defense, not a scenario", SCENARIOS]),
    ],
)
def test_what_is_no_scenario_is_answered_with_those_there_are(
    asked: tuple[str, ...], name: str, lines: list[str]
) -> None:
    said = say(*asked, name, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert said.err.splitlines()[-len(lines) :] == lines


def test_a_case_without_scenarios_says_so() -> None:
    text = CASE.partition("scenarios:\n")[0]
    assert say("evaluate", "-", "--scenario", "nope", text=text).err.splitlines()[-1] == (
        "note: there are no scenarios in this case"
    )


def test_what_is_no_party_is_answered_with_the_parties() -> None:
    said = say("gaps", "-", "--party", "corpp", text=CASE)
    assert said.status == 2
    assert said.err.splitlines()[-3:] == [
        "error[unknown-reference]: `corpp` is not a party of this case",
        PARTIES,
        "help: did you mean `corp`?",
    ]


def test_a_scenario_of_one_version_only_cannot_be_compared(tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(CASE, encoding="utf-8")
    new.write_text(CASE.partition("  trial: {stage")[0], encoding="utf-8")
    said = say("diff", old, new, "--scenario", "trial")
    assert said.status == 2
    assert said.err.splitlines()[-2:] == [
        "error[unknown-reference]: `trial` is not a scenario of both versions",
        "note: scenarios of both versions: `demurrer`",
    ]


def test_everything_that_can_be_shown_can_be_meant() -> None:
    for misspelt, meant in [("demurer", "demurrer"), ("readng", "reading"), ("exhibti", "exhibit"), ("Corp", "corp")]:
        assert say("show", "-", misspelt, text=CASE).err.splitlines()[-2:] == [
            f"error[unknown-reference]: `{misspelt}` leads to nothing in this case",
            f"help: did you mean `{meant}`?",
        ]
