"""What changes, on the command line: under other assumptions, between scenarios, between versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from mapper.examples import flagship
from tests.answers import CASE, say

FLAGSHIP = flagship()


def test_only_what_changes_is_told_with_the_reason() -> None:
    said = say("whatif", FLAGSHIP, "--drop", "CUSTOM-DATABASE,HARM", "--scenario", "as-filed-duty")
    assert (said.status, said.err) == (0, "")
    assert said.out == snapshot("""\
Pleading stage, scenario as-filed-duty – As filed, duty reading, CUSTOM-DATABASE
and HARM are dropped.

Claims
  ✗ negligence: stands → not made out
      element *harm* is not made out: HARM does not count
  ✗ gross-negligence: stands → not made out
      element *negligence* is not made out: negligence.made-out is not made out
  ✗ conspiracy: open → not made out
      element *underlying-tort* is not made out: trafficking-by-others.made-out
      is not made out

Claims not in play
  ✗ trafficking-by-others: stands → not made out
      element *victim* is not made out: HARM does not count
  ✗ amended-trafficking: open → not made out
      element *victim* is not made out: HARM does not count
  ✗ amended-negligence: stands → not made out
      element *harm* is not made out: HARM does not count
  ✗ amended-gross-negligence: stands → not made out
      element *negligence* is not made out: amended-negligence.made-out is not
      made out

Elements
  ✗ negligence.harm, trafficking-by-others.victim, amended-trafficking.victim,
    amended-negligence.harm: made out → not made out
      HARM does not count
  ✗ gross-negligence.negligence: made out → not made out
      negligence.made-out is not made out
  ✗ gross-negligence.extreme-departure: made out → not made out
      CUSTOM-DATABASE does not count; VILEST does not count
  ✗ conspiracy.underlying-tort: made out → not made out
      trafficking-by-others.made-out is not made out
  ✗ conspiracy.agreement: open → not made out
      ENGINEERED does not count
  ✗ amended-gross-negligence.negligence: made out → not made out
      amended-negligence.made-out is not made out
  ✗ amended-gross-negligence.extreme-departure: made out → not made out
      gross-negligence.extreme-departure is not made out

Statements
  ✗ ENGINEERED: open → does not count
      CUSTOM-DATABASE does not count

The change stops at
  ✓ negligence.breach: still made out, supported by UPSOLD

18 of 135 statements change, besides CUSTOM-DATABASE and HARM.
""")


def test_a_reading_that_is_given_up_leaves_the_question_open() -> None:
    assert say("whatif", FLAGSHIP, "--scenario", "as-filed-effect", "--reject", "effect-reading").out == snapshot("""\
Pleading stage, scenario as-filed-effect – As filed, effect reading,
effect-reading is rejected.

Claims
  ? negligence, gross-negligence: barred → open
      it turns on split-reading
  ? conspiracy: barred → open
      it turns on conduct-shows-agreement and split-reading

Claims not in play
  ? amended-trafficking: barred → open
      it turns on alleges-no-violation
  ? amended-negligence, amended-gross-negligence: barred → open
      it turns on split-reading

Defenses
  ? section-230 for 5 of 6 claims: applies → open
      it turns on split-reading
  ✗ section-230@amended-trafficking: applies → does not apply
      element *publisher* is not made out: effect-reading does not count

Elements
  ? section-230.publisher for 5 of 6 claims: made out → open
      it turns on split-reading
  ✗ section-230@amended-trafficking.publisher: made out → not made out
      effect-reading does not count

Statements
  ? duty-reading, split-reading: does not count → open
      left open at the pleading stage (one of several positions of law)

20 of 135 statements change, besides effect-reading.
""")


def test_what_carries_on_is_told_where_nothing_else_changes() -> None:
    assert say("whatif", FLAGSHIP, "--drop", "T01", "--drop", "T02").out == snapshot("""\
Pleading stage, T01 and T02 are dropped.

Nothing else changes.

The change stops at
  ✓ negligence.breach: still made out, supported by CUSTOM-DATABASE
  ✓ section-230.provider: still made out, supported by T08
""")


def test_what_is_so_already_is_said() -> None:
    assert say("whatif", FLAGSHIP, "--reject", "remoteness").out == snapshot("""\
Pleading stage, remoteness is rejected.

Nothing else changes. remoteness does not count as things are.
""")


def test_a_dropped_step_is_told_by_its_address() -> None:
    assert say("whatif", FLAGSHIP, "--drop", "KNEW:conspiracy.awareness").out == snapshot("""\
Pleading stage, KNEW:conspiracy.awareness is dropped.

Claims not in play
  ✗ conspiracy: open → not made out
      element *awareness* has no support

Elements
  ✗ conspiracy.awareness: made out → not made out
      nothing supports it

2 of 135 statements change, besides KNEW:conspiracy.awareness.
""")


def test_whatif_needs_something_to_be_otherwise() -> None:
    said = say("whatif", FLAGSHIP)
    assert (said.status, said.out) == (2, "")
    assert "say what is to be otherwise" in said.err


@pytest.mark.parametrize("option", ["--accept", "--reject", "--open", "--drop"])
def test_an_id_that_is_none_is_a_mistake(option: str) -> None:
    said = say("whatif", "-", option, "WETT", text=CASE)
    assert (said.status, said.out) == (2, "")
    assert "did you mean `WET`" in said.err


@pytest.mark.parametrize("command", [("evaluate",), ("why", "neglect"), ("chains", "neglect"), ("show",), ("gaps",)])
def test_every_question_can_be_asked_without_something(command: tuple[str, ...]) -> None:
    name, *more = command
    found = json.loads(say(name, "-", *more, "--drop", "WET,FELL:neglect.harm", "--format", "json", text=CASE).out)
    assert found["drop"] == ["WET", "FELL:neglect.harm"]


def test_why_two_scenarios_part_is_told_by_numbers() -> None:
    assert say("scenarios", FLAGSHIP, "--against", "demurrer-2019", "broad-fosta").out == snapshot("""\
demurrer-2019 – Superior Court, demurrer (pleading stage)
broad-fosta – If FOSTA reached every such suit, and help is participation
  (pleading stage)

They differ in 2 respects:
  1  reach-of-fosta         accept text-reading → accept broad-reading
  2  help-is-participation  nothing → accept help-is-participation

They part on:
                                      demurrer-2019   broad-fosta     because of
  negligence, gross-negligence,       barred          stands          1 with 2
    amended-negligence,
    amended-gross-negligence
  conspiracy, amended-trafficking     barred          open            1
  fosta for 2 of 6 claims             does not apply  applies         1 with 2
  section-230 for 4 of 6 claims       applies         does not apply  1 with 2
  fosta.underlying-violation          open            made out        2

They agree on trafficking-by-others (stands); section-230.provider (made out).
""")


def test_scenarios_that_assume_the_same_do_not_part() -> None:
    said = say("scenarios", FLAGSHIP, "--against", "demurrer-2019", "appeal-2021")
    assert said.status == 0
    assert "They assume the same.\n\nThey part on nothing.\n" in said.out


def test_every_respect_in_which_scenarios_differ_has_words() -> None:
    assert say("scenarios", "-", "--against", "demurrer", "trial", text=CASE).out == snapshot("""\
demurrer – A demurrer (pleading stage)
trial (trial stage)

They differ in 5 respects:
  1  stage    pleading → trial
  2  motion   none → of corp, on neglect.duty
  3  reading  accept broad → nothing
  4  no-duty  reject no-duty → nothing
  5  LETTER   nothing → open LETTER

They part on:
                 demurrer      trial           because of
  neglect        not made out  open            3
  breach-of-act  open          stands          2
  bare           not made out  stands          2
  host@neglect   applies       does not apply  2
""")


def test_a_scenario_that_is_none_is_a_mistake() -> None:
    said = say("scenarios", "-", "--against", "demurer", "trial", text=CASE)
    assert (said.status, said.out) == (2, "")
    assert "did you mean `demurrer`?" in said.err


def test_a_missed_expectation_is_accounted_for() -> None:
    said = say("scenarios", "-", text=CASE)
    assert said.status == 1
    assert said.out.partition("What would")[2] == snapshot("""\
 have to be otherwise

  demurrer: neglect – expected barred because of host@neglect; computed not made
    out, and host@neglect is not why
    no change of up to 2 leaves makes it so (all were tried)

  demurrer: neglect – ruled survives; computed not made out
    it would be so if narrow were accepted
    it would be so if broad were rejected
    it is so in trial

  demurrer: breach-of-act – expected stands; computed open
    no change of up to 2 leaves makes it so (all were tried)
    it is so in trial

  demurrer: host@neglect – expected applies because of RUMOUR; computed applies,
    and RUMOUR is not why
    no change of up to 2 leaves makes it so (all were tried)
""")


OLD = """\
mapper: 1
case: {title: Roe v. Corp, filed: 2020}
parties: {roe: {name: Roe, role: plaintiff}, corp: {name: Corp, role: defendant}}
sources: {complaint: {title: Complaint, kind: pleading}}
allegations:
  WET: {text: "The floor of the shop in Main Street was wet from cleaning when Roe came in.", source: complaint ¶ 1}
  FELL: {text: Roe fell on it., response: {corp: denied}}
  KNEW: {text: Corp knew., nature: conclusion}
  LATE: It was late.
theories:
  tort:
    {title: Tort, kind: claim, jurisdiction: us, law: state, basis: common law, burden: plaintiff, elements: {
      breach: {text: It was breached., nature: fact}, harm: {text: Harm followed., nature: fact}}}
claims:
  neglect: {theory: tort, by: roe, against: corp, support: {breach: [[WET, KNEW]], harm: [FELL]}}
scenarios:
  knowing: {accept: [KNEW]}
"""

NEW = """\
mapper: 1
case: {title: Roe v. Corp, filed: 2020}
parties: {roe: {name: Roe, role: plaintiff}, corp: {name: Corp, role: defendant}}
sources: {complaint: {title: First amended complaint, kind: pleading}}
allegations:
  FLOOR: {text: "The floor of the shop in Main Street was wet from mopping when Roe came in.", source: complaint ¶ 4}
  FELL: {text: Roe fell on it., response: {corp: admitted}}
  KNEW: {text: Corp knew., nature: conclusion, support: [TOLD]}
  TOLD: A clerk had told the manager.
theories:
  tort:
    {title: Tort, kind: claim, jurisdiction: us, law: state, basis: common law, burden: plaintiff, elements: {
      breach: {text: It was breached., nature: fact}, harm: {text: Harm followed., nature: fact}}}
claims:
  neglect:
    theory: tort
    by: roe
    against: corp
    support: {breach: [{from: [FLOOR, KNEW], weight: 0.7}], harm: [FELL]}
scenarios:
  knowing: {accept: [KNEW]}
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    """Write the two versions."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_an_amendment_is_told_with_what_stands_then(versions: tuple[Path, Path]) -> None:
    said = say("diff", *versions)
    assert (said.status, said.err) == (0, "")
    assert said.out == snapshot("""\
Allegations
  - LATE – It was late.
  ~ WET → FLOOR – The floor of the shop in Main Street was wet from mopping when
    Roe came in. (renamed, reworded)
      text:
        - The floor of the shop in Main Street was wet from cleaning when Roe
          came in.
        + The floor of the shop in Main Street was wet from mopping when Roe
          came in.
      source: complaint ¶ 1 → complaint ¶ 4
  ~ FELL
      answer of corp: denied → admitted
  + TOLD – A clerk had told the manager.

Sources
  ~ complaint
      title: Complaint → First amended complaint

Steps
  ~ FLOOR + KNEW supports neglect.breach (weight was not given, is 7/10)
  + TOLD supports KNEW

What stands
  neglect: not made out → stands
      every element is made out
      (pleading stage)
  KNEW: does not count → counts
      supported by TOLD
      (pleading stage)
  TOLD: new → counts
      taken as true at the pleading stage (fact in the pleading under attack)
      (pleading stage and knowing)
  neglect.breach: not made out → made out
      supported by FLOOR + KNEW (weight 7/10)
      (pleading stage)
  FELL: does not count → counts
      taken as true at the summary judgment stage (fact in the pleading under
      attack)
      (summary judgment stage and trial stage)
  TOLD: new → does not count
      nothing supports it
      (summary judgment stage and trial stage)
  neglect.harm: not made out → made out
      supported by FELL
      (summary judgment stage and trial stage)
""")


def test_it_is_told_only_where_it_was_asked_about(versions: tuple[Path, Path]) -> None:
    found = json.loads(say("diff", *versions, "--stage", "trial", "--scenario", "knowing", "--format", "json").out)
    assert [(o["stage"], o["scenario"]) for o in found["outcomes"]] == [("trial", None), ("pleading", "knowing")]
    only = json.loads(say("diff", *versions, "--scenario", "knowing", "--format", "json").out)
    assert [(o["stage"], o["scenario"]) for o in only["outcomes"]] == [("pleading", "knowing")]


def test_versions_that_say_the_same_differ_in_nothing(versions: tuple[Path, Path]) -> None:
    old, new = versions
    assert say("diff", old, old).out == "The two versions say the same, and the same stands.\n"
    assert say("diff", old, old, "--exit-code").status == 0
    assert say("diff", old, new, "--exit-code").status == 1


def test_one_version_can_come_from_standard_input(versions: tuple[Path, Path]) -> None:
    assert say("diff", "-", versions[1], text=OLD).out == say("diff", *versions).out
    assert say("diff", "-", "-", text=OLD).status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name two files"),
        (("--scenario", "knowin"), "did you mean `knowing`?"),
        (("--git",), "which gives seven arguments"),
        (("missing.yaml",), "name two files"),
    ],
)
def test_wrong_arguments_are_a_mistake(arguments: tuple[str, ...], message: str, versions: tuple[Path, Path]) -> None:
    said = say("diff", versions[0], *(versions[1:] if arguments else ()), *arguments)
    assert (said.status, said.out) == (2, "")
    assert message in said.err


def test_a_broken_version_is_shown_with_its_line(versions: tuple[Path, Path]) -> None:
    versions[1].write_text("mapper: 1\ncase: {title: x\n", encoding="utf-8")
    said = say("diff", *versions)
    assert (said.status, said.out) == (2, "")
    assert "error[syntax]" in said.err
