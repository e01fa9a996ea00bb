"""Exit status, standard output and standard error of every command, where it works and where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mapper.examples import flagship
from tests.answers import CASE, Said, say

COMMANDS_WITH_CASE = {
    "show": (),
    "evaluate": (),
    "why": ("neglect",),
    "chains": ("neglect",),
    "scenarios": (),
    "support": ("neglect",),
    "settled": ("neglect",),
    "gaps": (),
    "whatif": ("--drop", "WET"),
    "timeline": (),
    "chart": (),
    "check": (),
}
"""Every command that reads a case, with what it needs besides."""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Write the small case into a folder whose name has a blank and letters beyond ASCII."""
    folder = tmp_path / "Fälle 2019"
    folder.mkdir()
    path = folder / "roe.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def first_line(text: str) -> str:
    return text.splitlines()[0]


def test_an_answer_goes_to_standard_output_and_talk_to_standard_error(case: Path) -> None:
    assert say("evaluate", case).err == ""
    case.write_text(CASE.replace("Corp knew of it.", "Corp knew of aisle #4"), encoding="utf-8")
    said = say("evaluate", case)
    assert (said.status, first_line(said.out)) == (0, "Doe v. Corp")
    assert said.err == f"1 warning; see `mapper check {case}`\n"


@pytest.mark.parametrize(("command", "more"), COMMANDS_WITH_CASE.items(), ids=COMMANDS_WITH_CASE)
def test_a_case_is_read_from_standard_input(command: str, more: tuple[str, ...]) -> None:
    said = say(command, "-", *more, text=CASE)
    assert said.out
    assert said.status == (1 if command == "scenarios" else 0)


@pytest.mark.parametrize(("command", "more"), COMMANDS_WITH_CASE.items(), ids=COMMANDS_WITH_CASE)
def test_a_missing_file_is_a_finding(command: str, more: tuple[str, ...]) -> None:
    said = say(command, "missing.yaml", *more)
    answer, talk = (said.out, said.err) if command == "check" else (said.err, said.out)
    assert (said.status, answer) == (2, "error[missing-file]: there is no file `missing.yaml`\n")
    assert talk == ("1 error\n" if command == "check" else "")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    said = say("show", tmp_path)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("error[unreadable-file]")


def test_a_file_that_is_no_utf_8_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("mapper: 1\ncase: {title: Fälle}\n".encode("latin-1"))
    said = say("show", path)
    assert (said.status, said.out) == (2, "")
    assert first_line(said.err).startswith("error[not-utf-8]")


def test_a_broken_file_is_shown_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("mapper: 1\ncase: {title: x\n", encoding="utf-8")
    said = say("evaluate", path)
    assert (said.status, said.out) == (2, "")
    assert "error[syntax]" in said.err
    assert "^" in said.err


def test_a_reference_to_nothing_stops_an_evaluation(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("support: [ABOUT]", "support: [ABOUTT]"), encoding="utf-8")
    said = say("evaluate", path)
    assert (said.status, said.out) == (2, "")
    assert (
        first_line(said.err) == "error[unknown-reference]: `ROUND` is supported by `ABOUTT`, which is not in this case"
    )
    assert "did you mean `ABOUT`?" in said.err
    assert said.err.splitlines()[-1] == "besides, 3 notes; see `mapper check`"


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "-", "neglekt"),
        ("why", "-", "neglekt"),
        ("chains", "-", "neglekt"),
        ("chains", "-", "neglect", "--from", "neglekt"),
        ("evaluate", "-", "--accept", "neglekt"),
        ("evaluate", "-", "--reject", "neglekt"),
        ("evaluate", "-", "--open", "neglekt"),
    ],
    ids=" ".join,
)
def test_an_unknown_id_is_a_finding_with_what_was_meant(arguments: tuple[str, ...]) -> None:
    said = say(*arguments, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert said.err.splitlines()[-2:] == [
        "error[unknown-reference]: `neglekt` leads to nothing in this case",
        "help: did you mean `neglect`?",
    ]


def test_a_statement_is_left_open_by_one_name_for_all_commands() -> None:
    given = say("evaluate", "-", "--open", "WET", text=CASE)
    assert "WET is left open" in given.out
    assert say("evaluate", "-", "--leave-open", "WET", text=CASE) == given
    picture = say("diagram", "-", "--leave-open", "WET", "--format", "dot", text=CASE)
    assert picture.status == 0
    assert "left open" in picture.out


def test_an_id_unlike_all_others_gets_another_hint() -> None:
    said = say("why", "-", "zzzzzz", text=CASE)
    assert said.err.endswith("help: `mapper show CASE` names what there is\n")


def test_a_step_is_explained_by_its_conclusion_and_this_is_said() -> None:
    said = say("why", "-", "WET:KNEW", text=CASE)
    assert said.err.splitlines()[-1] == "`WET:KNEW` is a step; this is about its conclusion `KNEW`"
    assert first_line(said.out) == "✓ KNEW"


def test_a_defense_without_a_claim_is_explained_for_each() -> None:
    said = say("why", "-", "host", text=CASE)
    assert [line for line in said.out.splitlines() if line[:1] in "✓✗?" and line] == [
        "? host@neglect – Immunity",
        "✗ host@breach-of-act – Immunity",
    ]


def test_a_chain_begins_at_one_statement() -> None:
    said = say("chains", "-", "neglect", "--from", "host", text=CASE)
    assert (said.status, said.out) == (2, "")
    assert "`host` names several statements: host@neglect, host@breach-of-act" in said.err


def test_chains_are_limited_sorted_and_counted() -> None:
    assert say("chains", "-", "neglect", "--count", text=CASE).out == "neglect: 5 chains\n"
    assert "the first 2 are shown" in say("chains", "-", "neglect", "--limit", "2", text=CASE).out
    assert (
        first_line(say("chains", "-", "neglect", "--limit", "0", text=CASE).out) == "neglect: 5 chains, 0 of them live."
    )
    by_file = say("chains", "-", "neglect.breach", "--sort", "file", text=CASE).out.splitlines()
    assert by_file[2] == "1 ✓ WET → KNEW → neglect.breach"
    assert (
        "1 ✓ WET → KNEW → neglect.breach"
        in say("chains", "-", "neglect.breach", "--from", "WET", "--sort", "file", text=CASE).out
    )


def test_stages_are_compared_or_one_is_chosen_but_not_both() -> None:
    assert "pleading" in say("evaluate", "-", "--all-stages", text=CASE).out
    said = say("evaluate", "-", "--all-stages", "--stage", "trial", text=CASE)
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith("Error: --all-stages and --stage exclude each other\n")


def test_scenarios_that_differ_give_status_1_and_those_that_agree_0(tmp_path: Path) -> None:
    assert say("scenarios", "-", text=CASE).status == 1
    agreeing = CASE[: CASE.index("    expect:")] + "    expect: {bare: not made out}\n"
    assert say("scenarios", "-", text=agreeing).status == 0


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 1), ("note", 1)], ids=["error", "warning", "note"]
)
def test_check_fails_on_what_it_is_told_to(fail_on: str, status: int) -> None:
    assert say("check", "-", "--fail-on", fail_on, text=CASE).status == status


def test_check_sums_up_on_standard_error() -> None:
    said = say("check", "-", "--format", "concise", text=CASE)
    assert said.err == snapshot("2 warnings, 6 notes; 1 quote was not looked up (--sources DIR does)\n")
    assert len(said.out.splitlines()) == snapshot(8)


def test_check_reads_several_cases_and_goes_on_after_one_that_cannot_be_read(case: Path) -> None:
    said = say("check", "missing.yaml", case, "--format", "concise")
    assert said.status == 2
    assert "missing-file" in said.out
    assert "circular-support" in said.out


def test_check_looks_quotes_up(tmp_path: Path) -> None:
    text = CASE.replace("paper: {title: A report, kind: news}", "paper: {title: A report, kind: news, file: paper.txt}")
    text = text.replace("quoted-in: readers, quote: every day", "quote: every day")
    (tmp_path / "paper.txt").write_text("It happens every other day.", encoding="utf-8")
    said = say("check", "-", "--sources", tmp_path, "--format", "concise", "--fail-on", "warning", text=text)
    assert said.status == 1
    assert "quote-not-found" in said.out
    assert "not looked up" not in said.err


def test_check_speaks_json() -> None:
    findings = json.loads(say("check", "-", "--format", "json", text=CASE).out)
    assert findings["version"] == 1
    assert {finding["severity"] for finding in findings["findings"]} == {"warning", "note"}


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_check_speaks_to_machines(form: str) -> None:
    assert say("check", "-", "--format", form, text=CASE).out


def test_theories_are_listed_searched_and_printed() -> None:
    everything = say("theories").out.splitlines()
    found = say("theories", "--search", "Conspiracy TEXAS").out
    assert len(everything) > len(found.splitlines())
    assert found.startswith("us-tx/civil-conspiracy  claim")
    assert first_line(say("theories", "us/section-230-c1").out) == "us/section-230-c1 – Section 230(c)(1)"
    assert say("theories", "--search", "nonsense").out == "No theory fits.\n"


def test_a_theory_that_is_none_is_a_mistake_with_what_was_meant() -> None:
    said = say("theories", "us/section-230c1")
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith("Error: there is no theory `us/section-230c1`; did you mean `us/section-230-c1`?\n")
    assert say("theories", "zzz").err.endswith("`mapper theories` lists them\n")


OWN = """
us-xx/tort:
  {title: Own tort, kind: claim, jurisdiction: us-xx, law: state, basis: own, burden: plaintiff, elements: {
   all: {text: All of it., nature: fact}}}
"""


def test_theories_of_a_folder_join_the_library(tmp_path: Path) -> None:
    (tmp_path / "us-xx.yaml").write_text(OWN, encoding="utf-8")
    assert "us-xx/tort" in say("theories", "--theories", tmp_path).out
    text = CASE[: CASE.index("claims:")] + "claims:\n  own: {theory: us-xx/tort, by: does, support: {all: [WET]}}\n"
    said = say("evaluate", "-", "--theories", tmp_path, text=text)
    assert said.status == 0
    assert "✓ own  stands" in said.out
    assert say("evaluate", "-", text=text).status == 2


def test_rules_are_listed_and_explained() -> None:
    listed = say("rules").out
    assert "circular-support" in listed
    assert first_line(say("rules", "missing-file").out).startswith(
        "missing-file – error: a file that is named is not there"
    )
    said = say("rules", "mising-file")
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith("Error: there is no finding `mising-file`; did you mean `missing-file`?\n")
    assert say("rules", "zzz").err.endswith("`mapper rules` lists them\n")


def test_the_schema_is_json() -> None:
    assert json.loads(say("schema").out)["title"]


def test_an_unknown_command_is_a_mistake_with_what_was_meant() -> None:
    assert say("evaluat") == Said(
        2,
        "",
        snapshot("""\
Usage: mapper COMMAND CASE [ID] [OPTIONS]
Try 'mapper --help' for help.

Error: there is no command `evaluat`; did you mean `evaluate`?
"""),
    )
    assert say("zzz").err.endswith("Error: there is no command `zzz`\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(shell: str) -> None:
    said = say("completion", shell)
    assert (said.status, said.err) == (0, "")
    assert "_MAPPER_COMPLETE" in said.out


@pytest.mark.parametrize("arguments", [(), ("show",), ("why", "-"), ("chains", "-", "x", "--limit", "-1"), ("check",)])
def test_wrong_usage_has_status_2_and_says_nothing_on_standard_output(arguments: tuple[str, ...]) -> None:
    said = say(*arguments, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Usage: mapper")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("-o", "map.txt"),
            "the suffix of `map.txt` is none of .svg, .pdf, .png, .dot, .html, .mmd, .graphml; rename it, or add --format",
        ),
        (("--view", "claim"), "--view claim needs --focus, the id of a claim"),
        (("--view", "full", "--focus", "bare"), "--view full is about the whole case, so it has no --focus"),
        (
            ("--view", "chain", "--focus", "a", "--focus", "b"),
            "a chain ends at one statement, so --view chain has one --focus",
        ),
        (
            ("--view", "claim", "--focus", "a", "--up", "1"),
            "--up and --down say how much to draw around --focus; leave out --view",
        ),
        (("--focus", "a", "--from", "b"), "--from says where a chain begins; add --view chain"),
        (("--view", "difference"), "--view difference goes with --before, a file, or --against, a scenario"),
        (
            ("--view", "overview", "--against", "a"),
            "--view difference goes with --before, a file, or --against, a scenario",
        ),
        (("--before", "a.yaml", "--against", "b"), "--before and --against exclude each other"),
        (("-o", "map.svg", "--dpi", "300"), "only a png has dots; leave out --dpi, svg is sharp at any size"),
        (
            ("-o", "map.html", "--view", "why", "--focus", "a"),
            "a page shows one of full, claim, focus; draw --view why as .svg or .pdf",
        ),
        (
            ("--view", "overview", "--direction", "TB"),
            "an overview is drawn in one direction only; leave out --direction",
        ),
        (("--open",), "--open needs a file; add -o map.svg"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_picture_that_cannot_be_is_refused_before_the_case_is_read(arguments: tuple[str, ...], message: str) -> None:
    said = say("diagram", "missing.yaml", *arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith(f"Error: {message}\n")


def test_a_picture_goes_where_it_is_told_to(tmp_path: Path) -> None:
    assert say("diagram", "-", text=CASE).out.startswith("<?xml")
    assert say("diagram", "-", "--format", "dot", "--focus", "KNEW", text=CASE).out.startswith("// made by mapper")
    path = tmp_path / "map.gv"
    assert say("diagram", "-", "-o", path, "--view", "claim", "--focus", "bare", text=CASE) == Said(0, "", "")
    once = path.read_bytes()
    assert say("diagram", "-", "-o", path, text=CASE) == Said(0, "", "")
    assert path.read_bytes() != once
    said = say("diagram", "-", "--focus", "nowhere", text=CASE)
    assert (said.status, said.out) == (2, "")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--accept", "WET", "--reject", "WET"), "`WET` cannot be both accepted and rejected"),
        (("--open", "WET", "--drop", "WET"), "`WET` cannot be both left open and dropped"),
        (("--accept", ""), "an id is missing"),
    ],
)
def test_options_that_contradict_each_other_are_refused(options: tuple[str, ...], words: str) -> None:
    said = say("evaluate", "-", *options, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


def test_rivals_cannot_both_be_accepted() -> None:
    said = say("evaluate", str(flagship()), "--accept", "effect-reading, duty-reading")
    assert (said.status, said.out) == (2, "")
    assert "`effect-reading` and `duty-reading` are rivals: at most one of them can hold" in said.err


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("init", "--defense", "us/section-230-c1"), "add --claim"),
        (("init", "--example", "--claim", "us-ca/negligence"), "leave the theories out"),
        (("show", str(flagship()), "--responses", "--authorities"), "exclude each other"),
        (("diagram", str(flagship()), "-o", "map.svg", "--format", "pdf"), "`map.svg` says svg, and --format says pdf"),
    ],
)
def test_what_cannot_all_be_meant_is_refused(command: tuple[str, ...], words: str) -> None:
    said = say(*command)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


def test_what_differs_from_an_earlier_file_is_drawn_if_anything_does(tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(CASE.replace("The floor was wet.", "The floor was damp."), encoding="utf-8")
    said = say("diagram", "-", "--before", str(old), "--format", "dot", text=CASE)
    assert said.status == 0
    assert "± reworded" in said.out
    same = say("diagram", "-", "--before", str(old), "--format", "dot", text=old.read_text(encoding="utf-8"))
    assert (same.status, same.out) == (2, "")
    assert "nothing differs from the version in old.yaml" in same.err


def test_a_large_case_offers_its_overview_where_nothing_in_particular_is_asked_for(tmp_path: Path) -> None:
    path, case = str(tmp_path / "map.dot"), str(flagship())
    assert "`--view overview` shows the claims" in say("diagram", case, "-o", path).err
    assert say("diagram", case, "-o", path, "--view", "full") == Said(0, "", "")
    assert say("diagram", case, "-o", path, "--view", "overview") == Said(0, "", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--view", "chain", "--focus", "section-230"),
        ("--view", "chain", "--focus", "negligence", "--from", "section-230"),
    ],
    ids=" ".join,
)
def test_a_chain_has_one_end_and_one_beginning(arguments: tuple[str, ...]) -> None:
    said = say("diagram", str(flagship()), *arguments)
    assert (said.status, said.out) == (2, "")
    assert "`section-230` names several statements: section-230@negligence, " in said.err
