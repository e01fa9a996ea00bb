"""What a chart says, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from inline_snapshot import snapshot

from mapper.analysis.chart import chart
from mapper.analysis.order_of_proof import order_of_proof
from mapper.render.chart import tables
from mapper.render.chart.document import Document, Rank
from mapper.vocabulary import Stage
from tests.cases import PRELUDE, graph_of, labelled

CASE = """
allegations:
  WET: {text: The floor was wet., source: complaint ¶ 4, response: {corp: denied}}
  KNEW: {text: Corp knew., nature: conclusion}
  RAN: {text: Jane ran., by: corp, source: answer ¶ 2}
evidence:
  LOG: {text: A log., source: exhibit p. 1, witness: press, proves: [{on: WET, weight: 0.5}]}
  NOTE: {text: A note., disproves: [WET]}
propositions:
  care: {text: Take care., source: statute § 3}
claims:
  first: {theory: tort, by: does, against: corp, support: {duty: [care], breach: [[WET, care], KNEW], harm: [KNEW]}}
  second: {theory: tort, by: does, against: corp, support: {duty: [first.duty], breach: [RAN], harm: [first.made-out]}}
rebuttals:
  dry: {text: It had dried., by: corp, nature: law, attacks: ["WET:first.breach"]}
  forged: {text: The log is forged., by: corp, nature: fact, attacks: [LOG]}
  repealed: {text: It was repealed., by: corp, nature: law, attacks: ["authority:care"]}
  still: {title: Not so, text: It was not., by: does, nature: law, attacks: [forged]}
"""


def document(stage: Stage = Stage.TRIAL, **how: object) -> Document:
    return tables(chart(labelled(graph_of(CASE), stage=stage), **how))  # type: ignore[arg-type]  # as they are


def column(document: Document, title: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in a column, each after the first line that says what the row is about."""
    for record in document.records():
        about = (record.get("Supported by") or record["Element"]).partition("\n")[0].partition(":")[0]
        if record[title]:
            yield about, record[title]


def test_evidence_says_what_it_does_where_it_is_and_who_brings_it_in() -> None:
    assert list(column(document(claims=["first"]), "Evidence")) == snapshot(
        [
            ("care", "question of law"),
            (
                "WET",
                """\
LOG: A log. (proves it, weight 1/2; A letter p. 1; witness The Paper)
NOTE: A note. (disproves it; no source given)\
""",
            ),
            ("care", "question of law"),
            ("KNEW", "no evidence yet"),
            ("KNEW", "no evidence yet"),
        ]
    )


def test_an_attack_says_whose_it_is_and_what_it_is_aimed_at() -> None:
    assert list(column(document(claims=["first"]), "Attacked by")) == snapshot(
        [
            ("care", "repealed: It was repealed. (Corp; undercuts its authority; open)"),
            (
                "WET",
                """\
forged: The log is forged. (Corp; rebuts LOG; does not count)
dry: It had dried. (Corp; undercuts the step from WET + care; open)\
""",
            ),
            ("care", "repealed: It was repealed. (Corp; undercuts its authority; open)"),
        ]
    )


def test_an_answer_says_what_it_answers_and_none_is_said_where_one_is_missing() -> None:
    assert list(column(document(claims=["first"]), "Answered by")) == snapshot(
        [
            ("care", "repealed: no answer to it yet"),
            (
                "WET",
                """\
still: Not so (Jane Does; open), against forged
dry: no answer to it yet\
""",
            ),
            ("care", "repealed: no answer to it yet"),
        ]
    )


def test_what_is_taken_over_leads_to_where_it_is_charted_or_is_spelled_out() -> None:
    both, alone = document(), document(claims=["second"])
    assert [text for _, text in column(both, "Supported by") if "first" in text] == snapshot(
        ["first.duty", "first.duty: as under Tort", "first.made-out", "first.made-out: as under Tort"]
    )
    assert [text for _, text in column(alone, "Supported by") if "first" in text] == snapshot(
        [
            "first.duty",
            "first.duty: There was a duty.",
            """\
care: Take care. (§ 3)
Law; supports first.duty\
""",
            "first.made-out",
            "first.made-out: every element of Tort",
            "first.duty: There was a duty.",
            """\
care: Take care. (§ 3)
Law; supports first.duty\
""",
            "first.breach: It was breached.",
            """\
WET: The floor was wet. (¶ 4)
With care; supports first.breach\
""",
            """\
care: as above
With WET; supports first.breach\
""",
            """\
KNEW: Corp knew.
A conclusion; supports first.breach\
""",
            "first.harm: Harm followed.",
            """\
KNEW: as above
Supports first.harm\
""",
        ]
    )
    lines = [line for section in both.sections for row in section.rows for line in row.cells[1] if line.anchor]
    assert {line.anchor for line in lines} == {"first.corp"}


def test_who_else_says_it_is_said() -> None:
    assert [text for about, text in column(document(claims=["second"]), "Supported by") if about == "RAN"] == snapshot(
        [
            "RAN",
            """\
RAN: Jane ran. (¶ 2)
Said by Corp\
""",
        ]
    )


def test_what_is_missing_is_summed_up() -> None:
    facts = [dict(section.facts) for section in document(Stage.PLEADING).sections]
    assert [[str(line) for line in each.get("What is missing", ())] for each in facts] == snapshot(
        [
            ["Harm: only conclusions support it, KNEW", "dry: nobody answers it", "repealed: nobody answers it"],
            [],
        ]
    )


ABOUT_EVIDENCE = ("What is missing", "To be proved later")


def test_a_pleading_lacks_no_evidence_but_a_trial_does() -> None:
    def said(stage: Stage) -> tuple[list[str], set[bool]]:
        first = document(stage, claims=["first"]).sections[0]
        facts = (str(line) for about, cell in first.facts for line in cell if about in ABOUT_EVIDENCE)
        return [text for text in facts if "fact" in text], {row.hole for row in first.rows}

    assert said(Stage.PLEADING) == (["1 fact: KNEW"], {False})
    assert said(Stage.TRIAL) == (["1 fact without evidence: KNEW"], {False, True})
    pleaded = column(document(Stage.PLEADING, claims=["first"]), "Evidence")
    assert [text for about, text in pleaded if about == "KNEW"] == ["none needed at this stage"] * 2


def test_a_question_of_law_is_decided_and_a_stage_says_what_is_enough() -> None:
    stages = {stage: document(stage, claims=["first"]).sections[0].rows for stage in Stage}
    found = {
        (stage.value, str(row.cells[0][-1]))
        for stage, rows in stages.items()
        for row in rows
        if row.cells[0] and row.rank is Rank.ELEMENT
    }
    assert sorted(found) == snapshot(
        [
            ("pleading", "first.breach; here pleaded facts that would show it, at trial preponderance of the evidence"),
            ("pleading", "first.duty; law; for the court to decide"),
            (
                "pleading",
                "first.harm; law applied to fact; here pleaded facts that would show it, at trial clear and convincing evidence",
            ),
            (
                "summary-judgment",
                "first.breach; here undisputed support (a genuine dispute leaves it open), at trial preponderance of the evidence",
            ),
            ("summary-judgment", "first.duty; law; for the court to decide"),
            (
                "summary-judgment",
                "first.harm; law applied to fact; here undisputed support (a genuine dispute leaves it open), at trial clear and convincing evidence",
            ),
            ("trial", "first.breach; preponderance of the evidence"),
            ("trial", "first.duty; law; for the court to decide"),
            ("trial", "first.harm; law applied to fact; clear and convincing evidence"),
        ]
    )


def test_an_exhibit_without_a_source_or_a_witness_is_a_hole() -> None:
    found = tables(order_of_proof(labelled(graph_of(CASE, PRELUDE), stage=Stage.TRIAL)))
    assert [tuple(r.values())[1:4] for r in found.records() if r["Witness"]] == snapshot(
        [("The Paper", "A letter p. 1", "LOG: A log."), ("no witness named yet", "no source given", "NOTE: A note.")]
    )


LAW = """\
  low: {title: Low v. High (9th Cir. 2009), kind: opinion, citation: "Low v. High, 570 F.3d 1096 (9th Cir. 2009)"}
  up: {title: Up v. Down (7th Cir. 2023), kind: opinion, citation: 76 F.4th 544 (7th Cir. 2023), citable: false}
theories:
"""
RULING = (
    "scenarios: {s: {ruling: {court: C, outcome: {first: barred}, citation: 570 F.3d 1096, confidence: verified}}}\n"
)


def test_law_says_how_sure_its_citation_is_and_names_its_court_once() -> None:
    prelude = PRELUDE.replace("theories:\n", LAW)
    case = CASE.replace("source: statute § 3}", "source: low}\n  more: {text: Take more care., source: up}")
    case = case.replace("duty: [care]", "duty: [care, more]")
    for text, mark in ((case, " (not verified)"), (f"{case}{RULING}", "")):
        said = dict(column(tables(chart(labelled(graph_of(text, prelude)), claims=["first"])), "Sources"))
        assert said["care"] == f"Low v. High, 570 F.3d 1096 (9th Cir. 2009){mark}"
        assert said["more"] == "Up v. Down, 76 F.4th 544 (7th Cir. 2023) (not verified, not citable as authority)"


PROOF = """
allegations:
  WET: {text: The floor was wet., response: {corp: denied}}
  SIGN: {text: A sign stood there., by: corp, source: answer ¶ 1}
  RAIN: {text: It rained., source: record}
evidence:
  TALE: {text: The paper says so., source: paper p. 1, proves: [WET], disproves: [SIGN]}
  LOG: {text: A log., source: exhibit p. 2, proves: [SIGN]}
claims:
  first: {theory: tort, by: does, against: corp, support: {breach: [WET], harm: [RAIN]}}
defenses:
  shield: {theory: immunity, by: corp, against: first, support: {provider: [WET, SIGN]}}
"""
TRIED = "scenarios: {s: {stage: trial, ruling: {court: C, outcome: {first: barred}, confidence: verified}}}\n"


def test_an_order_of_proof_says_which_side_needs_an_item_and_that_the_news_is_hearsay() -> None:
    found = tables(order_of_proof(labelled(graph_of(PROOF), stage=Stage.TRIAL)))
    said = [[r[name] for name in ("Exhibit", "What it shows", "Needed by")] for r in found.records() if r["Exhibit"]]
    hearsay = (
        "news report: hearsay unless an exception applies; offer the document it reports, or ask for judicial notice"
    )
    assert said == [
        [f"A report p. 1\n{hearsay}", "TALE: The paper says so.", "both"],
        [f"A report p. 1\n{hearsay}", "TALE: The paper says so.", "plaintiff's case"],
        ["A letter p. 2", "LOG: A log.", "defense"],
    ]


def test_what_a_court_found_at_trial_is_called_so() -> None:
    for text, title, words in (
        (PROOF, "Needs no proof: admitted, found or noticed", "none needed: found or judicially noticed"),
        (f"{PROOF}{TRIED}", "Found by the court", "found by the court"),
        (f"{PROOF}{TRIED}".replace("denied", "admitted"), "Admitted, or found by the court", "found by the court"),
    ):
        section = tables(order_of_proof(labelled(graph_of(text), stage=Stage.TRIAL))).sections[-1]
        rain = next(row for row in section.rows if row.cells[0][0].lead == "RAIN")
        assert (section.title, rain.cells[3][-1].text) == (title, words)
        assert rain.cells[2][0].text == "plaintiff's case"
