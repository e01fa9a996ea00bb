"""Looking a case over on the command line: gaps, timeline, answers, stages."""

from __future__ import annotations

import json

import pytest
from inline_snapshot import snapshot

from mapper.examples import flagship
from tests.answers import CASE, say

FLAGSHIP = flagship()


def test_gaps_are_told_under_the_claim_or_defense_that_has_them() -> None:
    said = say("gaps", FLAGSHIP, "--scenario", "as-filed-effect")
    assert (said.status, said.err) == (0, "")
    assert said.out == snapshot("""\
Pleading stage, scenario as-filed-effect – As filed, effect reading.

✗ negligence – Negligence (original complaint): barred
    duty: hangs by each of SINCE-2013 and own-conduct
    harm: hangs by HARM

✗ gross-negligence – Gross negligence (original complaint): barred
    extreme-departure: hangs by each of DESPITE-OUTCRY and CUSTOM-DATABASE

✗ conspiracy – Civil conspiracy (original complaint): barred
    awareness: hangs by one step, from KNEW

✓ trafficking-by-others – Trafficking by others (not sued upon): stands, not in
  play
    victim: hangs by HARM
    act: hangs by each of REMARKET and ADS

✗ amended-trafficking – Trafficking, Civ. Code § 52.5 (second amended
  complaint): barred, not in play
    victim: hangs by HARM
    alleges-no-violation – No trafficking by Salesforce is alleged: a rebuttal
      of salesforce, and no answer of does to it is on file

✗ amended-negligence – Negligence (second amended complaint): barred, not in
  play
    harm: hangs by HARM

section-230 – Section 230(c)(1), defense of salesforce
    third-party-content: hangs by ADS
    publisher: hangs by each of ADS and effect-reading (for 6 claims)
    it applies, and no answer of does counts (fosta, crm-is-not-publishing,
      generic-service, duty-reading) (for 5 claims)
    it applies, and no answer of does counts (fosta, crm-is-not-publishing,
      generic-service, duty-reading, split-reading)

Facts that several claims need
    SINCE-2013: 4 claims, for negligence.duty, gross-negligence.negligence,
      amended-negligence.duty, amended-gross-negligence.negligence
    DESPITE-OUTCRY: 2 claims, for gross-negligence.extreme-departure,
      amended-gross-negligence.extreme-departure
    CUSTOM-DATABASE: 2 claims, for gross-negligence.extreme-departure,
      amended-gross-negligence.extreme-departure
    REMARKET: 2 claims, for conspiracy.underlying-tort,
      trafficking-by-others.act
    ADS: 2 claims, for conspiracy.underlying-tort, trafficking-by-others.act
    HARM: 7 claims, for negligence.harm, gross-negligence.negligence,
      conspiracy.underlying-tort, trafficking-by-others.victim,
      amended-trafficking.victim, amended-negligence.harm,
      amended-gross-negligence.negligence

15 elements by a single thread; 6 defenses without an answer; 1 rebuttal without
an answer; 6 facts that several claims need.
""")


def test_every_kind_of_gap_has_its_words() -> None:
    more = CASE.replace("  RUMOUR:", "  VILE: {text: Corp is vile., nature: conclusion}\n  RUMOUR:").replace(
        "violation: [ROUND]", "violation: [VILE]"
    )
    more = more.replace("evidence:\n", "evidence:\n  PHOTO: {text: A photo., by: does, proves: [bare.violation]}\n")
    assert say("gaps", "-", text=more).out == snapshot("""\
Pleading stage.

? neglect – Tort: open
    breach: hangs by WET
    harm: hangs by FELL
    no-duty: a rebuttal of corp, and no answer of does to it is on file

✗ breach-of-act – The act: not made out
    violation: only conclusions support it, VILE

host – Immunity, defense of corp
    provider: hangs by WET
    publisher: hangs by FELL

unless – Exception, carve-out of does
    knowing: hangs by WET

Allegations that support nothing
    RUMOUR (does)
    ROUND (does)
    ABOUT (does)

Piece of evidence for no allegation
    PHOTO (does): bears on bare.violation

1 element with conclusions only; 5 elements by a single thread; 1 rebuttal
without an answer; 3 allegations that support nothing; 1 piece of evidence for
no allegation.
""")


def test_a_case_without_gaps_says_so() -> None:
    assert say("gaps", "-", text="mapper: 1\ncase: {title: A debate}\nallegations: {A: It is so.}\n").out == (
        "Pleading stage.\n\nNo gaps.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--fail-on", "no-support"), 1),
        (("--fail-on", "only-conclusions,no-support"), 1),
        (("--fail-on", "any"), 1),
        (("--fail-on", "unanswered-defense"), 0),
        (("neglect", "--fail-on", "no-support"), 0),
        (("bare", "--fail-on", "no-support"), 1),
        (("--party", "corp", "--fail-on", "no-support"), 0),
        (("--fail-on", "no-support", "--accept", "bare.violation"), 0),
    ],
)
def test_the_status_is_1_only_for_gaps_asked_about(arguments: tuple[str, ...], status: int) -> None:
    assert say("gaps", "-", *arguments, text=CASE).status == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--fail-on", "nosupport"), "`nosupport` is no kind of gap; did you mean `no-support`?"),
        (("--fail-on", "xyzzy"), "`xyzzy` is no kind of gap; there are no-support, "),
        (("--party", "corpo"), "did you mean `corp`?"),
        (("neglec",), "did you mean `neglect`"),
    ],
)
def test_a_word_that_is_none_is_a_mistake(arguments: tuple[str, ...], message: str) -> None:
    said = say("gaps", "-", *arguments, text=CASE)
    assert (said.status, said.out) == (2, "")
    assert message in said.err


def test_gaps_of_a_defense_are_those_for_every_claim() -> None:
    found = json.loads(say("gaps", FLAGSHIP, "section-230", "--accept", "effect-reading", "--format", "json").out)
    assert {gap["kind"] for gap in found["gaps"]} == {"single-thread", "unanswered-defense"}
    assert found["counts"]["unanswered-defense"] == 6


def test_what_happened_when_is_told_in_order() -> None:
    assert say("timeline", FLAGSHIP).out == snapshot("""\
   2013             SINCE-2013: Began after the accusations [complaint]
   2016-12          CHARGES-2016: Backpage's heads charged [news-004 ¶ 9]
   2018-04-11       FOSTA, Pub. L. 115-164 (source fosta-act) [132 Stat. 1253]
   2019-03-25       case filed: Does v. Salesforce.com, Inc. [CGC-19-574770]
   2019-03-25       Complaint (source complaint)
~  2019-09/2020-03  Superior Court of California, County of San Francisco:
                      demurrer sustained without leave to amend (ruling in
                      demurrer-2019) [demurrer-order]
   2019-09-16       Reply memorandum in support of the demurrer (source
                      reply-brief)
   2021-03          Readers' comments (source readers-002)
   2021-06-25       In re Facebook, Inc. (Tex. 2021) (source facebook) [In re
                      Facebook, Inc., 625 S.W.3d 80 (Tex. 2021)]
   2021-12-30       Does v. Salesforce.com, Inc. (Cal. Ct. App. 2021),
                      unpublished (source appeal) [No. A159566 (Cal. Ct. App.,
                      First Dist., Div. Two, 30 December 2021)]
   2021-12-30       California Court of Appeal, First District, Division Two:
                      affirmed (ruling in appeal-2021) [No. A159566,
                      unpublished]
   2024-12-19       A.B. v. Salesforce, Inc. (5th Cir. 2024) (source
                      fifth-circuit) [No. 23-20604 (5th Cir. 19 December 2024)]

~ somewhere in a period in which other entries lie too, so that their order is
not known.
12 entries; 32 allegations and exhibits have no date.
""")


def test_a_timeline_in_markdown_is_a_table_in_which_nothing_of_the_case_is_markup() -> None:
    text = "mapper: 1\ncase: {title: A}\nallegations: {A: {text: 'a | b *c* `d`', date: 2013}}\n"
    assert say("timeline", "-", "--format", "markdown", text=text).out == (
        "| Date | What happened | Source |\n| --- | --- | --- |\n| 2013 | A: a \\| b \\*c\\* \\`d\\` |  |\n"
    )
    loose = text.replace("A: {text", "B: {text: b, date: 2013-05-01}, A: {text")
    assert say("timeline", "-", "--format", "markdown", text=loose).out.splitlines()[2:] == [
        "| \\~ 2013 | A: a \\| b \\*c\\* \\`d\\` |  |",
        "| 2013-05-01 | B: b |  |",
        "",
        "\\~ somewhere in a period in which other entries lie too, so that their order is not known.",
    ]


def test_a_case_without_dates_says_so() -> None:
    text = "mapper: 1\ncase: {title: A}\nallegations: {A: It is so.}\n"
    assert say("timeline", "-", text=text).out == "Nothing in this case has a date.\n"


ANSWERED = """\
mapper: 1
case: {title: Roe v. Corp}
parties:
  roe: {name: Roe, role: plaintiff}
  corp: {name: Corp, role: defendant}
  owner: {name: Owner, role: defendant}
sources:
  complaint: {title: Complaint, kind: pleading}
allegations:
  WET: {text: The floor was wet., source: complaint ¶ 1, response: {corp: admitted, owner: none}}
  FELL: {text: Roe fell on it and broke an arm., source: complaint ¶ 2, response: {corp: no-knowledge}}
  COST: {text: That cost 5000 dollars., nature: damages, response: {corp: none, owner: denied-in-part}}
  KNEW: {text: Corp knew., response: {corp: denied, roe: admitted}}
  SILENT: Nobody answered this.
"""


def test_the_complaint_stands_beside_the_answers_to_it() -> None:
    assert say("show", "-", "--responses", text=ANSWERED).out == snapshot("""\
      alleged            corp               owner              roe
WET   The floor was      admitted           deemed admitted:
      wet. (¶ 1)                            passed over
FELL  Roe fell on it     deemed denied:     no answer on file
      and broke an arm.  lacks knowledge
      (¶ 2)
COST  That cost 5000     deemed denied:     denied in part
      dollars.           damages are not
                         admitted by
                         silence
KNEW  Corp knew.         denied             no answer on file  admitted (no
                                                               opponent)

corp: 1 admitted, 1 denied, 2 deemed denied and 1 no answer on file, of 5
  statements.
owner: 1 deemed admitted, 1 denied in part and 3 no answer on file, of 5
  statements.
roe: 1 admitted, of 1 statement.
Admitted by every opponent, so that it needs no proof: WET.
""")


def test_without_any_answer_on_file_no_table_is_needed() -> None:
    assert say("show", FLAGSHIP, "--responses").out == (
        "salesforce: no answer on file to any of 33 statements.\n"
        "Nothing is admitted by every opponent, so everything alleged needs proof.\n"
    )


def test_where_nobody_opposes_nobody_answers() -> None:
    text = "mapper: 1\ncase: {title: A debate}\nallegations: {A: It is so.}\n"
    assert say("show", "-", "--responses", text=text).out == "Nothing in this case is for anybody to answer.\n"


def test_answers_are_about_the_whole_case() -> None:
    said = say("show", "-", "WET", "--responses", text=ANSWERED)
    assert (said.status, said.out) == (2, "")
    assert "leave the id out" in said.err


def test_what_flips_from_stage_to_stage_is_told_with_the_statements_that_make_it() -> None:
    said = say("evaluate", "-", "--all-stages", text=ANSWERED + CLAIM)
    assert said.out == snapshot("""\
Roe v. Corp
Every stage.

         pleading  summary judgment  trial
neglect  ✓ stands  ✗ not made out    ✗ not made out

counts → does not count → does not count (3)
  COST, KNEW, SILENT

does not count → counts → counts (1)
  X-RAY

made out → not made out → not made out (1)
  neglect.breach

4 other statements the same at every stage.

From pleading to summary judgment
  KNEW: alleged, and neither admitted nor proved
      made out → not made out: neglect.breach
      stands → not made out: neglect
""")


CLAIM = """\
evidence:
  X-RAY: {text: An X-ray., proves: [FELL]}
rebuttals:
  dry: {text: It was dry., by: corp, nature: fact, attacks: [{on: WET, weight: 0.4}]}
theories:
  tort:
    {title: Tort, kind: claim, jurisdiction: us, law: state, basis: common law, burden: plaintiff, elements: {
      breach: {text: It was breached., nature: fact}, harm: {text: Harm followed., nature: fact}}}
claims:
  neglect: {theory: tort, against: corp, support: {breach: [[WET, KNEW]], harm: [FELL]}}
"""
