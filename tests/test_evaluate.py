"""What stands: whole small cases, stage by stage and reading by reading."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from mapper.evaluate import Context, context, evaluate
from mapper.graph import Argument, ArgumentGraph, Issue, Statement, UnknownAddressError
from mapper.vocabulary import Assumption, Kind, Label, Stage, Standard, Weighing
from tests.cases import PRELUDE, by_stage, graph_of, labelled, statuses
from tests.strategies import Problem, statement

CASE = """
allegations:
  SOLD: {text: Sold tools to the site., response: {corp: admitted}}
  TOLD: {text: Was told what the site was for., response: {corp: denied}}
  KNEW: {text: Knew what the site was for., nature: conclusion, support: [TOLD]}
  HURT: {text: The plaintiffs were hurt., response: {corp: no-knowledge}}
evidence:
  MEMO: {text: A memo about the site., source: exhibit, proves: [TOLD, {on: HURT, weight: 0.6}]}
propositions:
  CARE: {text: Sellers owe care., source: opinion}
  DUTY: A duty to publish with care is what makes a publisher.
  EFFECT: It is enough that content of others did the harm.
issues:
  treatment: {positions: [DUTY, EFFECT]}
claims:
  negligence:
    {theory: tort, by: does, against: corp, support: {duty: [CARE], breach: [[SOLD, KNEW]], harm: [HURT]}}
  statutory: {theory: act, by: does, against: corp, support: {violation: [KNEW]}}
defenses:
  shield:
    {theory: immunity, by: corp, against: [negligence, statutory],
     support: {provider: [SOLD], publisher: {"*": [EFFECT]}}}
carve-outs:
  lift: {theory: exception, by: does, lifts: shield, support: {knowing: [KNEW]}}
scenarios:
  effect: {accept: [EFFECT]}
  duty: {accept: [DUTY]}
  no-position: {reject: [DUTY, EFFECT]}
  undecided-trial: {stage: trial, open: [TOLD]}
"""


def test_pleading_without_a_reading_of_the_law() -> None:
    assert statuses(graph_of(CASE)) == {
        "SOLD": "counts",
        "TOLD": "counts",
        "KNEW": "counts",
        "HURT": "counts",
        "MEMO": "does not count",
        "CARE": "counts",
        "DUTY": "open",
        "EFFECT": "open",
        "negligence.duty": "made out",
        "negligence.breach": "made out",
        "negligence.harm": "made out",
        "negligence.made-out": "made out",
        "negligence": "open",
        "statutory.violation": "made out",
        "statutory.made-out": "made out",
        "statutory": "stands",
        "shield.provider": "made out",
        "shield@negligence": "open",
        "shield@negligence.publisher": "open",
        "shield@statutory": "does not apply",
        "shield@statutory.publisher": "open",
        "lift.knowing": "made out",
        "lift@negligence": "does not apply",
        "lift@negligence.scope": "not made out",
        "lift@statutory": "applies",
        "lift@statutory.scope": "made out",
    }


OUTCOMES = ("negligence.made-out", "negligence", "statutory", "shield@negligence", "shield@statutory")


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("effect", ["made out", "barred", "stands", "applies", "does not apply"]),
        ("duty", ["made out", "stands", "stands", "does not apply", "does not apply"]),
        ("no-position", ["made out", "stands", "stands", "does not apply", "does not apply"]),
    ],
)
def test_the_reading_of_the_law_decides_the_bar(reading: str, expected: list[str]) -> None:
    assert list(statuses(graph_of(CASE), *OUTCOMES, scenario=reading).values()) == expected


def test_summary_judgment_leaves_to_trial_what_somebody_proves() -> None:
    # HURT was met with no-knowledge, which denies it; the memo proves it and nothing disproves it.
    assert statuses(graph_of(CASE), stage=Stage.SUMMARY_JUDGMENT, scenario="effect") == {
        "SOLD": "counts",
        "TOLD": "counts",
        "KNEW": "counts",
        "HURT": "counts",
        "MEMO": "counts",
        "CARE": "counts",
        "DUTY": "does not count",
        "EFFECT": "counts",
        "negligence.duty": "made out",
        "negligence.breach": "made out",
        "negligence.harm": "made out",
        "negligence.made-out": "made out",
        "negligence": "barred",
        "statutory.violation": "made out",
        "statutory.made-out": "made out",
        "statutory": "stands",
        "shield.provider": "made out",
        "shield@negligence": "applies",
        "shield@negligence.publisher": "made out",
        "shield@statutory": "does not apply",
        "shield@statutory.publisher": "made out",
        "lift.knowing": "made out",
        "lift@negligence": "does not apply",
        "lift@negligence.scope": "not made out",
        "lift@statutory": "applies",
        "lift@statutory.scope": "made out",
    }


def test_what_nobody_proves_falls_after_the_pleadings() -> None:
    graph = graph_of(CASE.replace("proves: [TOLD, {on: HURT, weight: 0.6}]", "proves: [TOLD]"))
    assert by_stage(graph, "HURT") == ["counts", "does not count", "does not count"]
    assert by_stage(graph, "negligence") == ["open", "not made out", "not made out"]
    assert by_stage(graph, "statutory") == ["stands", "stands", "stands"]


def test_a_scenario_comes_before_the_stage_and_an_option_before_the_scenario() -> None:
    graph = graph_of(CASE)
    stages_say = statuses(graph, "TOLD", stage=Stage.TRIAL)
    scenario_says = statuses(graph, "TOLD", scenario="undecided-trial")
    asker_says = statuses(graph, "TOLD", scenario="undecided-trial", reject=["TOLD"])
    assert [stages_say["TOLD"], scenario_says["TOLD"], asker_says["TOLD"]] == ["counts", "open", "does not count"]


def test_the_answer_says_what_set_each_assumption() -> None:
    given = labelled(graph_of(CASE), scenario="effect", reject=["SOLD"]).given
    assert {name: (g.assumption.value, g.by, g.reason) for name, g in given.items()} == {
        "EFFECT": ("accepted", "scenario", "effect"),
        "DUTY": ("rejected", "rival", "EFFECT"),
        "SOLD": ("rejected", "option", ""),
        "TOLD": ("accepted", "stage", "fact in the pleading under attack"),
        "HURT": ("accepted", "stage", "fact in the pleading under attack"),
        "MEMO": ("rejected", "stage", "evidence"),
    }


def test_a_fact_that_counts_puts_its_rival_out_and_is_named_as_the_reason() -> None:
    graph = graph_of("""
allegations:
  THERE: He was there.
  ELSEWHERE: {text: He was elsewhere., nature: conclusion, support: [THERE]}
issues:
  WHERE: {positions: [THERE, ELSEWHERE]}
""")
    given = labelled(graph).given["ELSEWHERE"]
    assert (given.assumption.value, given.by, given.reason) == ("rejected", "rival", "THERE")
    assert statuses(graph) == {"THERE": "counts", "ELSEWHERE": "does not count"}


def test_an_option_takes_a_position_and_its_rival_gives_way_also_against_the_scenario() -> None:
    graph = graph_of(CASE)
    found = statuses(graph, "DUTY", "EFFECT", "negligence", scenario="effect", accept=["DUTY"])
    assert found == {"DUTY": "counts", "EFFECT": "does not count", "negligence": "stands"}


def test_a_defense_without_an_at_sign_is_each_of_its_bars() -> None:
    found = statuses(graph_of(CASE), "negligence", "statutory", accept=["shield"])
    assert found == {"negligence": "barred", "statutory": "barred"}


def test_an_unknown_address_in_a_context_is_refused_with_what_was_meant() -> None:
    with pytest.raises(UnknownAddressError) as caught:
        labelled(graph_of(CASE), accept=["SHILD@negligence"])
    assert caught.value.near[0] == "shield@negligence"


def test_a_scenario_brings_its_stage_unless_another_is_asked_for() -> None:
    graph = graph_of(CASE)
    assert context(graph, scenario="undecided-trial").stage is Stage.TRIAL
    assert context(graph, scenario="undecided-trial", stage=Stage.PLEADING).stage is Stage.PLEADING
    assert context(graph, scenario="effect").stage is Stage.PLEADING
    assert context(graph).stage is Stage.PLEADING


# Answers

ANSWERS = """
allegations:
  ADMITTED: {text: x, response: {corp: admitted}}
  DENIED: {text: x, response: {corp: denied}}
  IN-PART: {text: x, response: {corp: denied-in-part}}
  NO-KNOWLEDGE: {text: x, response: {corp: no-knowledge}}
  PASSED-OVER: {text: x, response: {corp: none}}
  DAMAGES-PASSED-OVER: {text: x, nature: damages, response: {corp: none}}
  DAMAGES-ADMITTED: {text: x, nature: damages, response: {corp: admitted}}
  NO-ANSWER: x
  BY-A-STRANGER: {text: x, response: {press: admitted}}
  BY-ITS-OWN-SIDE: {text: x, response: {does: admitted}}
"""


@pytest.mark.parametrize("stage", [Stage.SUMMARY_JUDGMENT, Stage.TRIAL])
def test_an_answer_admits_what_it_admits_or_passes_over_but_not_damages(stage: Stage) -> None:
    found = statuses(graph_of(ANSWERS), stage=stage)
    assert [name for name, status in found.items() if status == "counts"] == [
        "ADMITTED",
        "PASSED-OVER",
        "DAMAGES-ADMITTED",
    ]


def test_before_the_stage_of_proof_no_answer_matters() -> None:
    assert set(statuses(graph_of(ANSWERS)).values()) == {"counts"}


def test_every_opponent_must_admit() -> None:
    prelude = graph_prelude("  bank: {name: Bank, role: defendant}\n")
    allegations = """
allegations:
  BOTH: {text: x, response: {corp: admitted, bank: none}}
  ONE: {text: x, response: {corp: admitted}}
  OTHER-DENIES: {text: x, response: {corp: admitted, bank: denied}}
"""
    found = statuses(graph_of(allegations, prelude), stage=Stage.TRIAL)
    assert found == {"BOTH": "counts", "ONE": "does not count", "OTHER-DENIES": "does not count"}


def graph_prelude(more_parties: str) -> str:
    """Return the prelude with more parties."""
    return PRELUDE.replace("sources:\n", f"{more_parties}sources:\n", 1)


# Evidence

EVIDENCE = """
allegations:
  PROVED: x
  DISPUTED: x
  OUTWEIGHED: x
  TIED: x
  DISPROVED: x
evidence:
  FOR: {text: for, proves: [PROVED, DISPUTED, {on: OUTWEIGHED, weight: 0.4}, {on: TIED, weight: 0.5}]}
  AGAINST:
    {text: against, disproves: [{on: DISPUTED, weight: 0.4}, OUTWEIGHED, {on: TIED, weight: 1/2}, DISPROVED]}
"""


def test_evidence_is_not_weighed_before_trial() -> None:
    graph = graph_of(EVIDENCE)
    names = ("PROVED", "DISPUTED", "OUTWEIGHED", "TIED", "DISPROVED")
    assert {name: by_stage(graph, name) for name in names} == {
        "PROVED": ["counts", "counts", "counts"],
        "DISPUTED": ["counts", "open", "counts"],
        "OUTWEIGHED": ["counts", "open", "does not count"],
        "TIED": ["counts", "open", "does not count"],
        "DISPROVED": ["counts", "does not count", "does not count"],
    }


# Standards that bite

STRICT = """
allegations:
  LIKELY: x
  UNLIKELY: x
  OWN-WORDS: {text: x, response: {corp: admitted}}
claims:
  negligence: {theory: tort, by: does, against: corp, support: {harm: [{from: LIKELY, weight: 0.9}]}}
defenses:
  shield: {theory: immunity, by: corp, against: negligence, support: {provider: [{from: OWN-WORDS, weight: 0.9}]}}
rebuttals:
  DOUBT: {text: x, by: corp, nature: fact, attacks: [{on: negligence.harm, weight: 0.4}]}
  REPLY: {text: x, by: does, nature: fact, attacks: [{on: shield.provider, weight: 0.3}]}
evidence:
  E: {text: e, proves: [LIKELY, DOUBT, REPLY]}
"""


def test_a_doubt_weighs_at_trial_is_a_dispute_before_it_and_nothing_on_the_pleading() -> None:
    # 0.9 against 0.4 leads by no more than a half, which is not clear and convincing; nobody weighs on a pleading.
    assert by_stage(graph_of(STRICT), "negligence.harm") == ["made out", "open", "not made out"]


def test_a_reasonable_doubt_begins_at_three_tenths_and_a_defense_must_show_on_the_face() -> None:
    graph = graph_of(STRICT)
    assert by_stage(graph, "shield.provider") == ["not made out", "open", "not made out"]
    smaller = graph_of(STRICT.replace("weight: 0.3}", "weight: 0.29}"))
    assert by_stage(smaller, "shield.provider") == ["not made out", "open", "made out"]


def test_an_exact_three_tenths_is_a_reasonable_doubt_although_floats_say_otherwise() -> None:
    assert 0.57 * (10 / 19) < 0.3  # what a labelling in floats would go by
    names = ["p", "c", *(f"e{number}" for number in range(19))]
    doubt = Argument(
        id="against",
        premises=tuple(names[2:]),
        conclusion="p",
        pro=False,
        weight=Fraction(".57"),
        weighing=Weighing.CUMULATIVE,
    )
    graph = ArgumentGraph(map(statement, names), [Argument(id="for", premises=(), conclusion="p"), doubt])
    accepted = dict.fromkeys(names[2:12], Assumption.ACCEPTED)
    rejected = dict.fromkeys(names[12:], Assumption.REJECTED)
    standards = dict.fromkeys(names, Standard.BEYOND_REASONABLE_DOUBT)
    assert Problem(graph, {**accepted, **rejected}, standards).labels()["p"] is Label.OUT


def test_weights_that_are_equal_only_exactly_tie() -> None:
    facts = "\n".join(f"  F{number}: x" for number in range(19))
    graph = graph_of(f"""
allegations:
{facts}
  A: {{text: a, nature: conclusion, support: [{{from: [F0], weight: 0.3}}]}}
  B:
    text: b
    nature: conclusion
    support: [{{from: [{", ".join(f"F{number}" for number in range(19))}], weight: 0.57, weighing: cumulative}}]
issues:
  I: {{positions: [A, B]}}
""")
    half = [f"F{number}" for number in range(10, 19)]
    assert statuses(graph, "A", "B", reject=half) == {"A": "does not count", "B": "does not count"}
    assert statuses(graph, "A", "B", reject=half[1:]) == {"A": "does not count", "B": "counts"}
    assert statuses(graph, "A", "B", reject=["F0", *half]) == {"A": "does not count", "B": "counts"}


# Motions

MOTION = """
allegations:
  FACT: x
  OTHER-FACT: x
  FACE: {text: x, by: corp}
  BASIS: {text: x, by: corp}
claims:
  negligence: {theory: tort, by: does, against: corp, support: {breach: [FACT]}}
  statutory: {theory: act, by: does, against: corp}
defenses:
  shield: {theory: immunity, by: corp, against: [negligence], support: {provider: [FACE], publisher: [FACE]}}
  other: {theory: immunity, by: corp, against: [statutory], support: {provider: [FACE], publisher: [FACE]}}
carve-outs:
  lift: {theory: exception, by: does, lifts: shield, support: {knowing: [OTHER-FACT]}}
scenarios:
  on-a-defense: {motion: {by: corp, on: [shield]}}
  on-an-element: {motion: {by: corp, on: [negligence.duty]}}
  on-a-claim: {motion: {by: corp, on: [negligence]}}
  on-what-makes-it-out: {motion: {by: corp, on: [negligence.made-out]}}
  on-one-bar: {motion: {by: corp, on: [shield@negligence, statutory]}}
  to-strike: {motion: {by: does, on: [shield]}}
  to-strike-one-element: {motion: {by: does, on: [shield.provider]}}
"""
WHOLES = ("negligence", "statutory", "shield@negligence", "other@statutory")


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        # The defense must show on the face of the complaint, where the defendant's own facts do not stand.
        ("on-a-defense", ["stands", "stands", "does not apply", "does not apply"]),
        ("on-an-element", ["not made out", "stands", "does not apply", "does not apply"]),
        ("on-a-claim", ["not made out", "stands", "does not apply", "does not apply"]),
        ("on-what-makes-it-out", ["not made out", "stands", "does not apply", "does not apply"]),
        ("on-one-bar", ["stands", "not made out", "does not apply", "does not apply"]),
        # Now the answer is the pleading under attack: what it says counts, and its other defense is not attacked.
        ("to-strike", ["barred", "barred", "applies", "applies"]),
        ("to-strike-one-element", ["barred", "barred", "applies", "applies"]),
    ],
)
def test_what_a_motion_does_not_raise_is_taken_as_accepted(scenario: str, expected: list[str]) -> None:
    assert list(statuses(graph_of(MOTION), *WHOLES, scenario=scenario).values()) == expected


def test_a_motion_is_named_as_what_set_an_assumption() -> None:
    given = labelled(graph_of(MOTION), scenario="on-an-element").given
    assert {name: (g.assumption.value, g.reason) for name, g in given.items() if g.by == "motion"} == {
        "negligence.breach": ("accepted", "corp"),
        "negligence.harm": ("accepted", "corp"),
        "statutory.made-out": ("accepted", "corp"),
        "shield@negligence": ("rejected", "corp"),
        "other@statutory": ("rejected", "corp"),
    }


def test_the_facts_of_the_pleading_under_attack_count_whatever_they_support() -> None:
    graph = graph_of(MOTION)
    attacked_complaint = statuses(graph, "FACT", "FACE", scenario="on-a-claim")
    attacked_answer = statuses(graph, "FACT", "FACE", scenario="to-strike")
    assert attacked_complaint == {"FACT": "counts", "FACE": "does not count"}
    assert attacked_answer == {"FACT": "does not count", "FACE": "counts"}


def test_the_plaintiffs_own_allegations_can_carry_the_defense() -> None:
    graph = graph_of(MOTION.replace("provider: [FACE], publisher: [FACE]", "provider: [FACT], publisher: [FACT]"))
    assert statuses(graph, *WHOLES, scenario="on-a-defense") == {
        "negligence": "barred",
        "statutory": "stands",
        "shield@negligence": "applies",
        "other@statutory": "does not apply",
    }


# Assumptions and rivals on bare graphs


def positions(assumptions: Mapping[str, Assumption], standard: Standard = Standard.PREPONDERANCE) -> dict[str, Label]:
    """Return the labels of three positions, of which p weighs 1, q 1/2 and r nothing."""
    names = ["p", "q", "r"]
    steps = [
        Argument(id="for-p", premises=(), conclusion="p"),
        Argument(id="for-q", premises=(), conclusion="q", weight=Fraction(1, 2)),
    ]
    graph = ArgumentGraph(map(statement, names), steps, [Issue(id="i", positions=tuple(names))])
    return Problem(graph, assumptions, dict.fromkeys(names, standard)).labels()


@pytest.mark.parametrize(
    ("assumptions", "expected"),
    [
        ({}, "in out out"),
        ({"q": Assumption.ACCEPTED}, "out in out"),
        ({"q": Assumption.ACCEPTED, "p": Assumption.OPEN}, "out in out"),
        ({"q": Assumption.ACCEPTED, "r": Assumption.ACCEPTED}, "out in in"),
        ({"p": Assumption.REJECTED}, "out in out"),
        ({"p": Assumption.OPEN}, "undecided undecided out"),
        ({"r": Assumption.OPEN}, "undecided out undecided"),
        ({"q": Assumption.OPEN}, "undecided undecided out"),
        ({"p": Assumption.REJECTED, "q": Assumption.REJECTED, "r": Assumption.REJECTED}, "out out out"),
    ],
)
def test_rivals(assumptions: dict[str, Assumption], expected: str) -> None:
    assert " ".join(positions(assumptions).values()) == expected


def test_scintilla_never_lets_two_positions_in() -> None:
    assert positions({}, Standard.SCINTILLA) == positions({})


def test_evaluate_without_a_context_is_the_pleading_stage() -> None:
    graph = ArgumentGraph([Statement(id="a", kind=Kind.ALLEGATION), Statement(id="p", kind=Kind.PROPOSITION)])
    assert evaluate(graph).labels == evaluate(graph, Context(stage=Stage.PLEADING)).labels


# Weights


@pytest.mark.parametrize(
    ("weighing", "assumed", "expected"),
    [
        (Weighing.LINKED, "in in", (".8", ".8")),
        (Weighing.LINKED, "in open", ("0", ".8")),
        (Weighing.LINKED, "in out", ("0", "0")),
        (Weighing.CONVERGENT, "in open", (".8", ".8")),
        (Weighing.CONVERGENT, "open out", ("0", ".8")),
        (Weighing.CONVERGENT, "out out", ("0", "0")),
        (Weighing.CUMULATIVE, "in in", (".8", ".8")),
        (Weighing.CUMULATIVE, "in open", (".4", ".8")),
        (Weighing.CUMULATIVE, "open out", ("0", ".4")),
        (Weighing.FACTORIZED, "in in", ("8/15", "8/15")),
        (Weighing.FACTORIZED, "in open", ("0", "8/15")),
        (Weighing.FACTORIZED, "in out", ("0", "0")),
    ],
)
def test_the_weight_of_an_argument_lies_between_what_its_premises_leave(
    weighing: Weighing, assumed: str, expected: tuple[str, str]
) -> None:
    step = Argument(id="x", premises=("a", "b"), conclusion="p", weight=Fraction(".8"), weighing=weighing)
    other = Argument(id="y", premises=("b", "c"), conclusion="p")
    graph = ArgumentGraph(map(statement, "abcp"), [step, other])
    lists: dict[str, list[str]] = {"in": [], "out": [], "open": []}
    for name, how in zip("ab", assumed.split(), strict=True):
        lists[how].append(name)
    found = labelled(graph, accept=lists["in"], reject=lists["out"], open=lists["open"])
    assert found.weight(step) == tuple(map(Fraction, expected))
    assert found.is_live(step) is (Fraction(expected[0]) > 0)


@pytest.mark.parametrize(("how", "expected"), [("accept", "0 0"), ("open", "0 1"), ("reject", "1 1")])
def test_an_undercutter_takes_an_argument_out_of_play(how: str, expected: str) -> None:
    step = Argument(id="x", premises=(), conclusion="p", undercutters=("u",))
    graph = ArgumentGraph(map(statement, "pu"), [step])
    assert labelled(graph, **{how: ["u"]}).weight(step) == tuple(map(Fraction, expected.split()))


@pytest.mark.parametrize("weighing", Weighing)
def test_without_premises_only_a_linked_argument_weighs_anything(weighing: Weighing) -> None:
    step = Argument(id="x", premises=(), conclusion="p", weighing=weighing)
    found = labelled(ArgumentGraph([statement("p")], [step]))
    weight, label = (Fraction(1), Label.IN) if weighing is Weighing.LINKED else (Fraction(0), Label.OUT)
    assert (found.weight(step), found.label("p")) == ((weight, weight), label)
