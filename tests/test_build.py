"""From a case to its graph: which steps there are, and what undercuts them."""

from __future__ import annotations

from mapper.graph import Argument, ArgumentGraph
from mapper.vocabulary import Kind, Nature, Side, SourceKind, Weighing
from tests.cases import PRELUDE, graph_of


def steps(graph: ArgumentGraph) -> list[str]:
    """Return every step in words."""
    return [line(argument) for argument in graph.arguments.values()]


def line(argument: Argument) -> str:
    """Return a step in words."""
    weight = f" {argument.weight}" if argument.weight != 1 else ""
    weighing = f" {argument.weighing}" if argument.weighing is not Weighing.LINKED else ""
    cut = f" / {' '.join(argument.undercutters)}" if argument.undercutters else ""
    return f"{argument.id}{'' if argument.pro else ' con'}{weight}{weighing}{cut}"


PARTS = """
allegations:
  A: a
  B: b
propositions:
  P: {text: p, source: statute § 1}
claims:
  negligence: {theory: tort, by: does, against: corp, support: {duty: [P], breach: [A, [A, B]], harm: B}}
  statutory: {theory: act, by: does, against: corp}
defenses:
  shield:
    theory: immunity
    by: corp
    against: [negligence, statutory]
    support: {provider: [A], publisher: {negligence: [B], "*": [P]}}
carve-outs:
  lift: {theory: exception, by: does, lifts: shield, support: {knowing: [A], scope: {negligence: [B]}}}
"""


def test_elements_make_out_a_claim_and_bars_undercut_its_last_step() -> None:
    assert steps(graph_of(PARTS)) == [
        "authority:P",
        "elements:negligence.made-out",
        "negligence.made-out:negligence / shield@negligence",
        "elements:statutory.made-out",
        "statutory.made-out:statutory / shield@statutory",
        "elements:shield@negligence / lift@negligence",
        "elements:shield@statutory / lift@statutory",
        "elements:lift@negligence",
        "conditions:lift@statutory.scope",
        "elements:lift@statutory",
        "P:negligence.duty",
        "A:negligence.breach",
        "A+B:negligence.breach",
        "B:negligence.harm",
        "A:shield.provider",
        "B:shield@negligence.publisher",
        "P:shield@statutory.publisher",
        "A:lift.knowing",
        "B:lift@negligence.scope",
    ]


def test_a_bar_needs_the_shared_elements_those_of_its_claim_and_its_scope() -> None:
    graph = graph_of(PARTS)
    wholes = ("negligence", "shield@negligence", "shield@statutory", "lift@negligence")
    assert {whole: [element.id for element in graph.elements(whole)] for whole in wholes} == {
        "negligence": ["negligence.duty", "negligence.breach", "negligence.harm"],
        "shield@negligence": ["shield.provider", "shield@negligence.publisher"],
        "shield@statutory": ["shield.provider", "shield@statutory.publisher"],
        "lift@negligence": ["lift.knowing", "lift@negligence.scope"],
    }


def test_a_scope_says_which_condition_the_claim_does_not_meet() -> None:
    graph = graph_of(PARTS)
    assert {name: graph.statements[name].unmet for name in ("lift@negligence.scope", "lift@statutory.scope")} == {
        "lift@negligence.scope": (
            "the claim rests on state law and federal law is needed",
            "the claim rests on state law (common law) and § 1 is needed",
        ),
        "lift@statutory.scope": (),
    }


def test_support_for_every_claim_alike_reaches_an_element_judged_claim_by_claim() -> None:
    graph = graph_of(PARTS.replace('{negligence: [B], "*": [P]}', "[B]"))
    assert [a.id for name in ("negligence", "statutory") for a in graph.pro(f"shield@{name}.publisher")] == [
        "B:shield@negligence.publisher",
        "B:shield@statutory.publisher",
    ]


def test_a_claim_left_out_of_an_element_judged_claim_by_claim_has_no_support() -> None:
    graph = graph_of(PARTS.replace('{negligence: [B], "*": [P]}', "{negligence: [B]}"))
    assert graph.pro("shield@statutory.publisher") == ()


def test_a_derivative_claim_cites_that_another_is_made_out_whatever_bars_that_one() -> None:
    graph = graph_of(
        PARTS.replace(
            "{theory: act, by: does, against: corp}", "{theory: act, support: {violation: negligence.made-out}}"
        )
    )
    assert [line(a) for a in graph.uses("negligence.made-out")] == [
        "negligence.made-out:negligence / shield@negligence",
        "negligence.made-out:statutory.violation",
    ]


STEPS = """
allegations:
  A: a
  B: b
  C: {text: c, nature: conclusion, support: [A, [A, B], {from: [B, A], weight: 0.6, weighing: cumulative}]}
  D: {text: d, nature: conclusion, support: {from: A, warrant: W}}
  E: {text: e, nature: conclusion, support: {from: A, warrant: Because it says so.}}
propositions:
  W: w
evidence:
  X: {text: x, proves: [A, {on: B, weight: 3/4}], disproves: C}
"""


def test_support_is_alternatives_and_inner_lists_are_needed_together() -> None:
    assert steps(graph_of(STEPS)) == [
        "A:C",
        "A+B:C",
        "B+A:C 3/5 cumulative",
        "A+W:D",
        "A:E",
        "X:A",
        "X:B 3/4",
        "X:C con",
    ]


def test_a_warrant_given_as_an_id_is_a_premise_and_given_as_text_is_a_note() -> None:
    graph = graph_of(STEPS)
    (by_id,), (by_text,) = graph.pro("D"), graph.pro("E")
    assert (by_id.premises, by_id.roles, by_id.warrant) == (("A", "W"), ("", "warrant"), "")
    assert (by_text.premises, by_text.roles, by_text.warrant) == (("A",), (), "Because it says so.")


REBUTTALS = (
    PARTS
    + """
rebuttals:
  IN-LAW: {text: x, by: corp, nature: law, attacks: [negligence.breach, statutory, shield, P, A]}
  IN-FACT: {text: x, by: corp, nature: fact, attacks: [{on: negligence.breach, weight: 0.6}, A]}
  ON-STEPS: {text: x, by: corp, nature: fact, attacks: ["A:negligence.breach", "elements:shield@negligence"]}
  ON-LINKED: {text: x, by: corp, nature: law, attacks: ["B+A:negligence.breach", "P:shield.publisher"]}
"""
)


def attacks(name: str) -> tuple[list[str], list[str]]:
    """Return the steps that a rebuttal undercuts, and those by which it argues against something."""
    graph = graph_of(REBUTTALS)
    return [a.id for a in graph.undercuts(name)], [line(a) for a in graph.uses(name)]


def test_a_rebuttal_in_law_undercuts_the_steps_to_what_a_theory_makes_and_argues_against_the_rest() -> None:
    assert attacks("IN-LAW") == (
        [
            "statutory.made-out:statutory",
            "elements:shield@negligence",
            "elements:shield@statutory",
            "A:negligence.breach",
            "A+B:negligence.breach",
        ],
        ["IN-LAW:P con", "IN-LAW:A con"],
    )


def test_a_rebuttal_of_fact_argues_against_what_it_attacks() -> None:
    assert attacks("IN-FACT") == ([], ["IN-FACT:negligence.breach con 3/5", "IN-FACT:A con"])


def test_an_attack_on_a_step_undercuts_every_step_with_that_premise() -> None:
    assert attacks("ON-STEPS") == (
        ["elements:shield@negligence", "A:negligence.breach", "A+B:negligence.breach"],
        [],
    )


def test_an_attack_on_a_linked_step_names_all_its_premises_in_any_order() -> None:
    assert attacks("ON-LINKED") == (["A+B:negligence.breach", "P:shield@statutory.publisher"], [])


def test_a_defense_without_an_at_sign_as_a_premise_is_all_its_bars_together() -> None:
    graph = graph_of(
        PARTS.replace("propositions:\n", "  C: {text: c, nature: conclusion, support: [[shield, A]]}\npropositions:\n")
    )
    assert [a.premises for a in graph.pro("C")] == [("shield@negligence", "shield@statutory", "A")]


def test_a_statement_keeps_what_the_case_says_of_it() -> None:
    graph = graph_of("""
allegations:
  A:
    title: A title
    text: The text
    by: does
    source: complaint ¶ 3
    quoted-in: paper ¶ 1
    quote: some words
    quotes: [{quoted-in: readers C2, quote: more words}]
    date: 2013
    nature: damages
    response: {corp: denied}
    note: A note
""")
    found = graph.statements["A"]
    assert (found.id, found.kind, found.nature) == ("A", Kind.ALLEGATION, Nature.DAMAGES)
    assert (found.title, found.text, found.note) == ("A title", "The text", "A note")
    assert (found.by, found.side) == (("does",), Side.CLAIMANT)
    assert (str(found.source), found.source_kind, str(found.date)) == ("complaint ¶ 3", SourceKind.PLEADING, "2013")
    assert [(str(where), words) for where, words in found.quotes] == [
        ("paper ¶ 1", "some words"),
        ("readers C2", "more words"),
    ]
    assert [(party, response.value) for party, response in found.responses] == [("corp", "denied")]


def test_who_says_it_is_named_or_is_the_author_of_the_source_or_for_an_allegation_the_claimants() -> None:
    graph = graph_of(
        """
allegations:
  NAMED: {text: x, by: corp}
  PLAIN: x
propositions:
  PLAIN-LAW: x
rebuttals:
  PLAIN-REBUTTAL: {text: x, nature: fact, source: filed ¶ 1}
claims:
  negligence: {theory: tort}
defenses:
  shield: {theory: immunity, against: negligence}
""",
        filed_by_corp(),
    )
    names = ("NAMED", "PLAIN", "PLAIN-LAW", "PLAIN-REBUTTAL", "negligence", "negligence.duty", "shield@negligence")
    assert {name: graph.statements[name].side for name in names} == {
        "NAMED": Side.OPPONENT,
        "PLAIN": Side.CLAIMANT,
        "PLAIN-LAW": None,
        "PLAIN-REBUTTAL": Side.OPPONENT,
        "negligence": Side.CLAIMANT,
        "negligence.duty": Side.CLAIMANT,
        "shield@negligence": Side.OPPONENT,
    }


def filed_by_corp() -> str:
    """Return a prelude with a source that names its author."""
    return PRELUDE.replace("theories:\n", "  filed: {title: A filing, kind: brief, by: corp}\ntheories:\n", 1)
