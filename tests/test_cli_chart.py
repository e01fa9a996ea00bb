"""The command that charts: its formats, what it picks, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

import mapper
from tests.answers import CASE, say

SIGNATURES = {
    "md": b"# Doe v. Corp",
    "csv": b"\xef\xbb\xbfChart of",
    "html": b"<!DOCTYPE html>",
    "xlsx": b"PK",
    "docx": b"PK",
}


@pytest.mark.parametrize("form", SIGNATURES)
def test_the_suffix_of_the_file_says_the_format(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"chart.{form}"
    said = say("chart", "-", "-o", path, text=CASE)
    assert (said.status, said.out, said.err) == (0, "", "")
    assert path.read_bytes().startswith(SIGNATURES[form])


@pytest.mark.parametrize(("suffix", "form"), [("htm", "html"), ("markdown", "md"), ("HTML", "html"), ("chart", "csv")])
def test_other_suffixes_are_understood_or_named(suffix: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"chart.{suffix}"
    named = ("--format", form) if suffix == "chart" else ()
    assert say("chart", "-", "-o", path, *named, text=CASE).status == 0
    assert path.read_bytes().startswith(SIGNATURES[form])


@pytest.mark.parametrize("form", SIGNATURES)
def test_a_file_of_ours_is_overwritten_and_no_other(form: str, tmp_path: Path) -> None:
    ours, other = tmp_path / f"ours.{form}", tmp_path / f"other.{form}"
    other.write_bytes(b"PK somebody else's")
    assert [say("chart", "-", "-o", ours, text=CASE).status for _ in range(2)] == [0, 0]
    refused = say("chart", "-", "-o", other, text=CASE)
    assert (refused.status, other.read_bytes()) == (2, b"PK somebody else's")
    assert "--force overwrites it" in refused.err
    assert say("chart", "-", "-o", other, "--force", text=CASE).status == 0


def test_a_chart_that_an_office_program_saved_anew_is_not_overwritten(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "chart.xlsx"
    say("chart", "-", "-o", path, text=CASE)
    load_workbook(path).save(path)
    assert say("chart", "-", "-o", path, text=CASE).status == 2


def test_without_a_file_the_chart_is_text() -> None:
    assert say("chart", "-", text=CASE).out == str(mapper.chart(mapper.load("case.yaml", text=CASE))) + "\n"


def test_claims_and_parties_are_picked_one_by_one_or_with_commas() -> None:
    def parts(*options: str) -> list[str]:
        return [
            part["id"] for part in json.loads(say("chart", "-", *options, "--format", "json", text=CASE).out)["parts"]
        ]

    assert parts("--claim", "bare") == ["bare"]
    assert parts("--claim", "bare,neglect") == parts("--claim", "bare", "--claim", "neglect")
    assert parts("--party", "corp") == parts()
    assert parts("--party", "press") == []


def test_the_order_of_proof_is_for_trial_unless_something_else_is_said() -> None:
    def stage(*options: str) -> str:
        asked = ("chart", "-", "--order-of-proof", "--format", "json", *options)
        return str(json.loads(say(*asked, text=CASE).out)["stage"])

    assert stage() == "trial"
    assert stage("--stage", "summary-judgment") == "summary-judgment"
    assert stage("--scenario", "demurrer") == "pleading"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-o", "chart.pdf"), "the suffix of `chart.pdf` is none of .md, .csv, .html, .xlsx, .docx"),
        (("-o", "chart"), "the suffix of `chart` is none of"),
        (("-o", "chart.csv", "--format", "md"), "`chart.csv` says csv, and --format says md"),
        (("-o", "chart.json", "--format", "json"), "json goes to standard output"),
        (("-o", "chart.txt", "--format", "text"), "text goes to standard output"),
        (("--claim", ""), "an id is missing"),
        (("--accept", "WET", "--reject", "WET"), "`WET` cannot be both accepted and rejected"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_what_contradicts_itself_or_cannot_be_is_wrong_usage(options: tuple[str, ...], words: str) -> None:
    said = say("chart", "-", *options, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert words in " ".join(said.err.split())


@pytest.mark.parametrize(("option", "name", "kind"), [("--claim", "neglekt", "claim"), ("--party", "corps", "party")])
def test_an_unknown_claim_or_party_is_a_finding_with_what_was_meant(option: str, name: str, kind: str) -> None:
    said = say("chart", "-", option, name, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert f"`{name}` is not a {kind} of this case" in said.err
    assert "help: did you mean" in said.err


def test_a_defense_is_no_claim() -> None:
    said = say("chart", "-", "--claim", "host", text=CASE)
    assert said.err == snapshot("""\
error[wrong-kind]: `host` is a defense, not a claim
note: claims of this case: `neglect`, `breach-of-act` and `bare`
""")


def test_the_library_gives_the_same_as_the_command(tmp_path: Path) -> None:
    case = mapper.load("case.yaml", text=CASE)
    chart = mapper.chart(case, claims="neglect", stage="trial")
    for form in SIGNATURES:
        path = tmp_path / f"chart.{form}"
        say("chart", "-", "--claim", "neglect", "--stage", "trial", "-o", path, text=CASE)
        assert chart.data(form) == path.read_bytes()
        chart.save(tmp_path / f"again.{form}")
        assert (tmp_path / f"again.{form}").read_bytes() == path.read_bytes()
    assert (chart.markdown, chart.html, chart.csv) == tuple(
        chart.data(f).decode("utf-8") for f in ("md", "html", "csv")
    )
    assert chart._repr_markdown_() == chart.markdown
    assert chart.evaluation.context.stage.value == "trial"


def test_a_chart_has_its_rows_as_texts() -> None:
    row = mapper.chart(mapper.load("case.yaml", text=CASE), claims="bare").rows[0]
    assert row == snapshot(
        {
            "Chart of": "The act",
            "Element": """\
Violation: The act was violated.
bare.violation; here pleaded facts that would show it, at trial preponderance of the evidence\
""",
            "Supported by": "nothing supports this",
            "Response": "",
            "Evidence": "",
            "Attacked by": "",
            "Answered by": "",
            "Status": "◇ not made out: nothing supports it",
            "Sources": "",
        }
    )


def test_the_library_refuses_what_it_cannot_do() -> None:
    case = mapper.load("case.yaml", text=CASE)
    with pytest.raises(ValueError, match="a chart is one of md, csv, html, xlsx, docx, not 'pdf'"):
        mapper.chart(case).data("pdf")
    with pytest.raises(ValueError, match="charted as it is"):
        mapper.chart(case.graph().evaluate(), stage="trial")
