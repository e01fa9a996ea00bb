"""What every answer looks like: whole outputs, as a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

import mapper
from mapper.analysis.chains import chains as chains_to
from mapper.analysis.chains import count_chains
from mapper.analysis.explain import explain
from mapper.evaluate import Evaluation
from mapper.evaluate.stages import table
from mapper.render.terminal import cells, plain
from mapper.render.text.chains import chains
from mapper.render.text.library import theories, theory
from mapper.render.text.overview import evaluation, glance, stages
from mapper.render.text.reasons import because
from mapper.render.text.record import record
from mapper.render.text.scenarios import scenarios
from mapper.render.text.summary import summary
from mapper.render.text.why import why
from mapper.render.text.words import ROWS
from mapper.vocabulary import Stage
from tests.answers import CASE
from tests.strategies import Problem, evaluated, problems

WIDTH = 72


def graph() -> mapper.Graph:
    return mapper.load("roe.yaml", text=CASE).graph()


def labelled(**under: object) -> Evaluation:
    return graph().evaluate(**under)  # type: ignore[arg-type]  # the keywords are those of `evaluate`


def memo(statement: str, **under: object) -> str:
    """Return why a statement has its status, as it is printed."""
    found = graph().why(statement, **under)  # type: ignore[arg-type]  # the keywords are those of `why`
    return plain(why(found.evaluation, found.explanation, found.changes, WIDTH))


def test_a_glance_shows_each_claim_with_its_elements_and_what_bars_it() -> None:
    assert plain(glance(labelled(), WIDTH)) == snapshot("""\
Doe v. Corp
Pleading stage.

? neglect – Tort: open
    ? duty (0 of 1), ✓ breach (2), ✓ harm (1)
    ? host open, ✗ unless does not apply

? breach-of-act – The act: open
    ? violation (0 of 1)
    ✗ host does not apply, ✓ unless applies

✗ bare – The act: not made out
    ◇ violation (0)

A number in brackets says how many steps lead to an element. In all: 6
allegations, 1 piece of evidence, 2 propositions and 3 rebuttals, 1
issue, 2 scenarios.\
""")


def test_an_evaluation_gives_the_claims_with_reasons_and_the_rest_by_status() -> None:
    assert plain(evaluation(labelled(scenario="demurrer", open="KNEW"), WIDTH)) == snapshot("""\
Doe v. Corp
Pleading stage, scenario demurrer – A demurrer, KNEW is left open.

✗ neglect        not made out  element *duty* is not made out: narrow
                               does not count
? breach-of-act  open          ROUND and ABOUT wait for one another in a
                               circle
✗ bare           not made out  element *violation* has no support

Elements
  made out (5)      neglect.breach, neglect.harm, host.provider,
                    host.publisher for 2 claims
  not made out (2)  neglect.duty, bare.violation
  open (2)          breach-of-act.violation, unless.knowing

Defenses
  applies (1)  host@neglect
  open (1)     host@breach-of-act

Carve-outs
  does not apply (1)  unless@neglect
  open (1)            unless@breach-of-act

Statements
  counts (3)          WET, FELL, broad
  does not count (6)  RUMOUR, LETTER, narrow, mopped, no-duty, shaky
  open (3)            KNEW, ROUND, ABOUT\
""")


def test_stages_stand_side_by_side_with_what_flips() -> None:
    each = [labelled(stage=stage, scenario="demurrer") for stage in Stage]
    assert plain(stages(each, WIDTH)) == snapshot("""\
Doe v. Corp
Every stage, scenario demurrer – A demurrer.

               pleading        summary judgment  trial
neglect        ✗ not made out  ✗ not made out    ✗ not made out
breach-of-act  ? open          ? open            ? open
bare           ✗ not made out  ✗ not made out    ✗ not made out

counts → open → counts (1)
  KNEW

does not count → counts → counts (1)
  LETTER

does not apply → open → does not apply (1)
  host@breach-of-act

made out → open → made out (1)
  unless.knowing

applies → open → applies (1)
  unless@breach-of-act

20 other statements the same at every stage.\
""")


def test_a_barred_claim_names_the_bar_and_why_nothing_lifts_it() -> None:
    assert memo("neglect", accept="narrow", open="no-duty") == snapshot("""\
? neglect – Tort
  Open: it turns on no-duty.

  ? neglect.duty: open, because no-duty is open
    ? no-duty (left open, as asked)
    decided already: ✓ narrow
  decided already: ✓ neglect.breach, ✓ neglect.harm, ✗ host@neglect

Each of these alone would change it:
  not made out  without narrow, WET or FELL; if broad or no-duty held
  stands        without no-duty

Pleading stage, narrow is accepted, no-duty is left open.\
""")
    assert memo("neglect", accept="broad", reject="no-duty") == snapshot("""\
✗ neglect – Tort
  Not made out: element *duty* is not made out: narrow does not count.

  ✗ neglect.duty: not made out, because narrow does not count
    ✗ narrow – Narrow reading (its rival broad is accepted)

Each of these alone would change it:
  open    without broad
  stands  if narrow held

Pleading stage, broad is accepted, no-duty is rejected.\
""")
    assert memo("neglect", accept=["broad", "neglect.duty"]) == snapshot("""\
✗ neglect – Tort
  Barred: Immunity applies; Exception does not lift it: the claim rests
  on state law and federal law is needed; the claim rests on state law
  (common law) and § 1 is needed.

  ✓ host@neglect – Immunity: applies
    ✓ host.provider: made out, supported by WET
      ✓ WET – Wet floor (pleaded)
    ✓ host@neglect.publisher: made out, supported by broad
      ✓ broad – Broad reading (accepted, as asked)
    ✗ unless@neglect – Exception: does not apply, because element
      *scope* is not made out
      ◇ unless@neglect.scope: not made out, because the claim rests on
        state law and federal law is needed; the claim rests on state
        law (common law) and § 1 is needed

Each of these alone would change it:
  not made out  without WET
  stands        without broad; if narrow or unless@neglect.scope held

Pleading stage, broad and neglect.duty are accepted.\
""")


def test_a_claim_that_stands_gives_all_its_elements() -> None:
    assert memo("neglect", accept="narrow", reject="no-duty") == snapshot("""\
✓ neglect – Tort
  Stands: every element is made out and Immunity does not apply.

  ✓ neglect.duty: made out, supported by narrow
    ✓ narrow – Narrow reading (accepted, as asked)
    objections not counted: no-duty
  ✓ neglect.breach: made out, supported by KNEW
    ✓ KNEW: counts, supported by WET (weight 3/5)
      ✓ WET – Wet floor (pleaded)
      objections not counted: shaky
  ✓ neglect.harm: made out, supported by FELL
    ✓ FELL (pleaded)
  ✗ host@neglect – Immunity: does not apply, because element *publisher*
    is not made out
    ✗ host@neglect.publisher: not made out, because broad does not count
      ✗ broad – Broad reading (its rival narrow is accepted)

Each of these alone would change it:
  not made out  without narrow, WET or FELL; if broad or no-duty held

Pleading stage, narrow is accepted, no-duty is rejected.\
""")


def test_a_claim_without_support_says_which_element_has_none() -> None:
    assert memo("bare") == snapshot("""\
✗ bare – The act
  Not made out: element *violation* has no support.

  ◇ bare.violation: not made out, because nothing supports it

Each of these alone would change it:
  stands  if bare.violation held

Pleading stage.\
""")


def test_an_open_claim_says_what_it_turns_on() -> None:
    assert memo("neglect") == snapshot("""\
? neglect – Tort
  Open: it turns on narrow, no-duty and broad.

  ? neglect.duty: open, because narrow is open and no-duty is open
    ? narrow – Narrow reading (no position chosen on reading)
    ? no-duty (nothing argued about it)
  ? host@neglect – Immunity: open, because element *publisher* is open
    ? host@neglect.publisher: open, because broad is open
      ? broad – Broad reading (no position chosen on reading)
    decided already: ✓ host.provider, ✗ unless@neglect
  decided already: ✓ neglect.breach, ✓ neglect.harm

Each of these alone would change it:
  not made out  without narrow, WET or FELL; if no-duty or broad held

Pleading stage.\
""")


def test_the_reason_of_a_flagship_claim_fits_into_a_sentence() -> None:
    graph = mapper.example().graph()

    def reason(statement: str, **under: object) -> str:
        return because(graph.evaluate(**under), statement)  # type: ignore[arg-type]  # the keywords are those of `evaluate`

    assert [
        reason("negligence", scenario="demurrer-2019"),
        reason("negligence", accept=["duty-reading", "slippery-slope"]),
        reason("section-230@negligence", scenario="broad-fosta"),
        reason("conspiracy", scenario="as-filed-no-agreement"),
        reason("negligence.causation", accept="remoteness"),
        reason("negligence.breach", accept="generic-service", reject="UPSOLD"),
        reason("KNEW", stage="trial"),
    ] == snapshot(
        [
            "Section 230(c)(1) applies; FOSTA (Section 230(e)(5)(A)) does not lift it: the claim rests on state law (common law) and 18 U.S.C. § 1595 is needed",
            "slippery-slope counts against it, although every element is made out",
            "FOSTA (Section 230(e)(5)(A)) lifts it",
            "element *agreement* is not made out: ENGINEERED does not count",
            "remoteness takes every step to it out of play",
            "supported by CUSTOM-DATABASE",
            "SINCE-2013 does not count; T08 does not count; BOAST does not count; BLIND-EYE does not count; CHARGES-2016 does not count",
        ]
    )


def test_the_head_of_a_picture_names_claims_with_one_reason_together() -> None:
    graph = mapper.example().graph()
    claims = [claim.id for claim in graph.claims()]
    assert summary(graph.evaluate(scenario="as-filed-no-agreement"), claims) == snapshot(
        "Stands: negligence and gross-negligence. Not made out: conspiracy – element agreement is not made out: ENGINEERED does not count. Not in play: trafficking-by-others, amended-trafficking, amended-negligence and amended-gross-negligence."
    )


def test_a_circle_is_named() -> None:
    alone = "mapper: 1\ncase: {title: x}\nallegations: {s: {text: t, nature: conclusion, support: [s]}}"
    found = mapper.load("x.yaml", text=alone).graph().evaluate()
    assert memo("breach-of-act") == snapshot("""\
? breach-of-act – The act
  Open: ROUND and ABOUT wait for one another in a circle.

  ? breach-of-act.violation: open, because ROUND is open
    ? ROUND: open, because ABOUT is open
      ? ABOUT: open, because ROUND is open
        ? ROUND: open, as above
  decided already: ✗ host@breach-of-act

Each of these alone would change it:
  barred  without unless@breach-of-act.scope; if shaky held

Pleading stage.\
""")
    assert "Open: s waits for itself." in plain(why(found, explain(found, "s"), (), WIDTH))


def test_a_standard_is_printed_with_the_answer_that_it_decides() -> None:
    assert memo("WET", stage="trial", accept="mopped") == snapshot("""\
✓ WET – Wet floor
  Counts: supported by LETTER. Judged by preponderance of the evidence
  (p > c), with p = 1 for and c = 2/5 against.

  ✓ LETTER (evidence)

Each of these alone would change it:
  does not count  without LETTER

Trial stage, mopped is accepted.\
""")


def test_a_dispute_is_left_to_the_trier_of_fact() -> None:
    assert memo("KNEW", stage="summary-judgment") == snapshot("""\
? KNEW
  Open: supported by WET (weight 3/5); opposed by LETTER (weight 1/2).
  Judged by the absence of a genuine dispute (p > 0 and c = 0; open
  where both are above 0), with p = 3/5 for and c = 1/2 against.

  – supported by WET (weight 3/5)
    decided already: ✓ WET, ✗ shaky
  – opposed by LETTER (weight 1/2)
    decided already: ✓ LETTER

Each of these alone would change it:
  does not count  without LETTER; if shaky held

Summary judgment stage.\
""")


@pytest.mark.parametrize("statement", ["host@neglect", "unless@neglect", "unless@breach-of-act"])
def test_bars_and_lifts_are_explained(statement: str) -> None:
    assert memo(statement, accept="broad").startswith(("✓", "✗"))


def test_what_a_motion_does_not_raise_is_said() -> None:
    assert memo("breach-of-act", scenario="trial") == snapshot("""\
✓ breach-of-act – The act
  Stands: every element is made out and Immunity does not apply.

  ✓ breach-of-act.made-out – The act (not raised by corp)
  ✗ host@breach-of-act – Immunity (not raised by corp)

Each of these alone would change it:
  not made out  without breach-of-act.made-out
  barred        if host@breach-of-act held

Trial stage, scenario trial.\
""")


@pytest.mark.parametrize(
    "address",
    [
        "KNEW",
        "neglect",
        "neglect.harm",
        "host@neglect",
        "unless@neglect.scope",
        "LETTER",
        "mopped",
        "broad",
        "WET:KNEW",
        "LETTER:KNEW",
        "reading",
        "demurrer",
        "trial",
        "corp",
        "paper",
    ],
)
def test_everything_about_one_id(address: str) -> None:
    assert plain(record(labelled(), address, WIDTH)) == RECORDS[address]


RECORDS = snapshot(
    {
        "KNEW": """\
✓ KNEW: counts

  Corp knew of it.

  kind      allegation, a conclusion
  by        does
  because   supported by WET (weight 3/5)
  support   ✓ WET (weight 3/5, undercut by shaky): Who mops knows.
  against   ✗ LETTER (weight 1/2)
  supports  neglect.breach, unless.knowing\
""",
        "neglect": """\
? neglect – Tort: open

  kind       claim
  theory     tort
  by         does
  because    it turns on narrow, no-duty and broad
  elements   ? neglect.duty: open
             ✓ neglect.breach: made out
             ✓ neglect.harm: made out
  barred by  ? host@neglect – Immunity: open\
""",
        "neglect.harm": """\
✓ neglect.harm: made out

  Harm followed.

  kind       element, of law applied to fact
  part of    neglect
  burden on  does
  standard   a scintilla of support, at this stage
  because    supported by FELL
  support    ✓ FELL\
""",
        "host@neglect": """\
? host@neglect – Immunity: open

  kind       defense
  part of    host
  theory     immunity
  by         corp
  because    it turns on broad
  elements   ✓ host.provider: made out
             ? host@neglect.publisher: open
  lifted by  ✗ unless@neglect – Exception: does not apply
  bars       neglect\
""",
        "unless@neglect.scope": """\
◇ unless@neglect.scope: not made out

  Reaches only federal law, claims under § 1.

  kind       element, of law
  part of    unless@neglect
  burden on  does
  standard   preponderance of the evidence, at this stage
  because    the claim rests on state law and federal law is needed; the
               claim rests on state law (common law) and § 1 is needed\
""",
        "LETTER": """\
✗ LETTER: does not count

  A letter.

  kind      piece of evidence
  source    exhibit
  because   never counted at the pleading stage (evidence)
  supports  WET
  opposes   KNEW\
""",
        "mopped": """\
✗ mopped: does not count

  It was mopped.

  kind     rebuttal, of fact
  by       corp
  source   answer
  because  never counted at the pleading stage (any other assertion of
             fact)
  opposes  WET\
""",
        "broad": """\
? broad – Broad reading: open

  A host is a publisher.

  kind      proposition, of law
  source    opinion
  because   left open at the pleading stage (one of several positions of
              law)
  support   ✓ its source is authority for it
  rivals    ? narrow – Narrow reading: open
  supports  host@neglect.publisher\
""",
        "WET:KNEW": """\
✓ WET:KNEW: step

  Who mops knows.

  premises     ✓ WET – Wet floor: counts
  conclusion   ✓ KNEW: counts
  weight       3/5, linked; as things stand 3/5
  undercut by  ✗ shaky: does not count\
""",
        "LETTER:KNEW": """\
✗ LETTER:KNEW: argument against

  premises    ✗ LETTER: does not count
  conclusion  ✓ KNEW: counts
  weight      1/2, linked; as things stand 0\
""",
        "reading": """\
reading: issue, of which at most one position holds

  What is a host?

  positions  ? broad – Broad reading: open
             ? narrow – Narrow reading: open\
""",
        "demurrer": """\
demurrer – A demurrer

  stage   pleading
  accept  broad
  reject  no-duty
  expect  neglect: barred
          breach-of-act: stands
          host@neglect: applies
  ruling  A court, 2020 (at second hand)
          neglect: survives\
""",
        "trial": """\
trial: scenario

  stage   trial
  motion  by corp, on neglect.duty
  open    LETTER\
""",
        "corp": """\
corp – Corp

  role  defendant
  says  mopped, no-duty, host@neglect, host@breach-of-act\
""",
        "paper": """\
paper – A report

  kind       news
  source of  RUMOUR\
""",
    }
)


def test_an_id_that_is_none_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError, match="nobody"):
        record(labelled(), "nobody", WIDTH)


def chains_of(statement: str, *, attacks: bool = False, limit: int | None = None, **under: object) -> str:
    found = labelled(**under)
    some = list(chains_to(found, statement, attacks=attacks, limit=limit))
    return plain(chains(found, statement, some, count_chains(found, statement, attacks=attacks), WIDTH))


def test_chains_are_numbered_and_say_where_they_break() -> None:
    assert chains_of("neglect") == snapshot("""\
neglect: 5 chains, 0 of them live.

1 ? narrow → neglect.duty → neglect.made-out → neglect
      open: narrow is open
2 ? WET (with FELL) → neglect.breach → neglect.made-out → neglect
      open: the step to neglect.made-out also needs neglect.duty, which
        is open
3 ? FELL (with WET) → neglect.breach → neglect.made-out → neglect
      open: the step to neglect.made-out also needs neglect.duty, which
        is open
4 ? FELL → neglect.harm → neglect.made-out → neglect
      open: the step to neglect.made-out also needs neglect.duty, which
        is open
5 ? WET → KNEW → neglect.breach → neglect.made-out → neglect
      weakest step WET → KNEW, weight 3/5
      open: the step to neglect.made-out also needs neglect.duty, which
        is open

Pleading stage.\
""")


def test_chains_name_the_weakest_step_and_what_is_needed_besides() -> None:
    assert chains_of("neglect.breach", attacks=True) == snapshot("""\
neglect.breach: 5 chains, 3 of them live.

1 ✓ WET (with FELL) → neglect.breach
2 ✓ FELL (with WET) → neglect.breach
3 ✓ WET → KNEW → neglect.breach
      weakest step WET → KNEW, weight 3/5
4 ✗ shaky —undercuts→ WET:KNEW → neglect.breach
      speaks against it
      broken: shaky does not count
5 ✗ LETTER —rebuts→ KNEW → neglect.breach
      speaks against it
      weakest step LETTER → KNEW, weight 1/2
      broken: LETTER does not count

Pleading stage.\
""")


def test_chains_barred_undercut_and_cut_short() -> None:
    assert chains_of("neglect", scenario="demurrer", limit=2, accept="neglect.duty") == snapshot("""\
neglect: 5 chains; the first 2 are shown, 0 of them live.

1 ✗ neglect.duty → neglect.made-out → neglect
      broken: host@neglect bars it
2 ✗ WET (with FELL) → neglect.breach → neglect.made-out → neglect
      broken: host@neglect bars it

Pleading stage, scenario demurrer – A demurrer, neglect.duty is
accepted.\
""")


def test_scenarios_show_computed_expected_and_ruled_and_what_differs() -> None:
    assert plain(scenarios(graph().scenarios(), WIDTH)) == snapshot("""\
✗ demurrer – A demurrer (pleading stage)
                     computed      expected  ruled
    ✗ neglect        not made out  barred    survives
    ✗ breach-of-act  open          stands    –
    ✗ host@neglect   applies       applies   –
    neglect: host@neglect was expected to be the reason, and is not
    host@neglect: RUMOUR was expected to be the reason, and is not
    besides: bare (not made out)

✓ trial (trial stage)
    besides: neglect (open); breach-of-act, bare (stands)

2 scenarios; 3 expectations, 3 missed; 1 ruling, 1 not as computed.\
""")


def test_a_case_without_scenarios_says_so() -> None:
    assert scenarios((), WIDTH) == "This case has no scenarios."


def test_a_theory_in_full() -> None:
    library = mapper.example().library
    assert plain(theory("us/fosta-230-e5-b", library["us/fosta-230-e5-b"], WIDTH)) == snapshot("""\
us/fosta-230-e5-b – FOSTA, state charges like § 1591 (Section
  230(e)(5)(B))

  Section 230 does not limit a charge under state criminal law if the
  conduct would violate 18 U.S.C. § 1591.

  kind       carve-out, federal law, criminal (us)
  basis      47 U.S.C. § 230(e)(5)(B)
  burden     on the plaintiff, by proof beyond reasonable doubt
  lifts      us/section-230-c1
  reaches    claims under state law and criminal proceedings
  in force   from 2018-04-11, and for earlier conduct as well
  authority  47 U.S.C. § 230(e)(5) (at second hand): Takes out conduct
               that would be a violation of the trafficking law, or a
               crime under the new prostitution law.
             Pub. L. 115-164 § 4, 132 Stat. 1253 (11 April 2018)
               (verified): The amendment applies whether the conduct was
               before, on or after the day of enactment.
             47 U.S.C. § 230(e)(5)(B) (not verified): The wording was
               not seen.

Elements
  underlying-violation (law applied to fact)
    The conduct beneath the charge would be a violation of 18 U.S.C.
    § 1591.
    authority  47 U.S.C. § 230(e)(5)(B) (not verified): The wording was
                 not seen.

Critical questions
  – Is it a charge in a criminal prosecution under state law? Nothing
    else is reached.

Notes
  – Charges only; it reaches no civil claim. Here the burden is the
    prosecution's.
  – It does not lift (c)(2)(A).\
""")


def test_theories_as_a_list() -> None:
    library = mapper.example().library
    some = {name: library[name] for name in ("us/section-230-c1", "us/fosta-230-e5-a")}
    assert plain(theories(some, WIDTH)) == snapshot("""\
us/section-230-c1  defense    Section 230(c)(1): provider, publisher,
                                third-party-content
us/fosta-230-e5-a  carve-out  FOSTA, civil carve-out (Section
                                230(e)(5)(A)): underlying-violation\
""")
    assert theories({}, WIDTH) == "No theory fits."


def test_every_row_of_the_stage_table_has_words() -> None:
    rows = {row.name for row in table("counts") if set(row.cells.values()) - {"argued"}}
    assert set(ROWS) == rows


@given(problems(), st.integers(40, 100))
def test_every_answer_about_any_graph_can_be_put_into_words(problem: Problem, width: int) -> None:
    found = evaluated(problem)
    texts = [glance(found, width), evaluation(found, width)]
    for name in found.graph.statements:
        texts += [why(found, explain(found, name), (), width), record(found, name, width)]
        some = list(chains_to(found, name, attacks=True, limit=5))
        texts.append(chains(found, name, some, count_chains(found, name, attacks=True, limit=20), width))
    texts += [record(found, step, width) for step in found.graph.arguments]
    assert all(cells(line) <= width for text in texts for line in text.splitlines())
    assert not [
        text for text in texts for nothing in ("because .", ": .", " ;", "by .", ", ,") if nothing in plain(text)
    ]
