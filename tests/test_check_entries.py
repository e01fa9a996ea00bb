"""What a person writes about a statement has to mean something."""

from __future__ import annotations

from tests.checking import found, helped

CLAIM = """
allegations: {A: a, B: {text: b, support: A}}
claims: {negligence: {theory: tort, support: {duty: A, breach: [A, B], harm: []}}}
"""


def test_a_rebuttal_says_what_it_is_and_whose_it_is() -> None:
    case = (
        CLAIM
        + """
rebuttals:
  R: {text: r, attacks: A}
  S: {text: s, nature: fact, source: answer, attacks: A}
  T: {text: t, nature: law, by: corp, attacks: A}
"""
    )
    assert found(case) == [
        "5:3-4 rebuttal-without-nature: the rebuttal `R` does not say whether it is one of fact or of law",
        "5:3-4 rebuttal-without-proponent: nobody puts the rebuttal `R` forward",
    ]


def test_a_name_twice_in_a_list_is_reported_where_it_comes_again() -> None:
    case = """
allegations: {A: {text: a, by: [does, does]}, B: {text: b, support: [[A, A, A]]}}
claims: {negligence: {theory: tort, support: {duty: A, breach: [B, [A, B]], harm: B}}}
defenses: {shield: {theory: immunity, against: [negligence, negligence], support: {provider: A, publisher: B}}}
scenarios: {s: {accept: [A, B, A], expect: {negligence: {label: barred, because: [A, A]}}}}
"""
    assert found(case) == [
        "1:39-43 repeated-name: `does` is named twice in this list",
        "    1:33 first named here",
        "1:74-75 repeated-name: `A` is named twice in this list",
        "    1:71 first named here",
        "1:77-78 repeated-name: `A` is named twice in this list",
        "    1:71 first named here",
        "3:61-71 repeated-name: `negligence` is named twice in this list",
        "    3:49 first named here",
        "4:32-33 repeated-name: `A` is named twice in this list",
        "    4:26 first named here",
    ]


def test_the_same_step_twice_is_an_error_whatever_the_order_and_the_weight() -> None:
    case = """
allegations: {A: a, B: b, C: {text: c, support: [[A, B], {from: [B, A], weight: 0.5}, A]}}
evidence: {E: {text: e, proves: [C, {on: C, weight: 0.1}], disproves: A}}
claims: {negligence: {theory: tort, support: {duty: [C, A, C], breach: C, harm: B}}}
rebuttals:
  R: {text: r, by: corp, nature: fact, attacks: [C, C]}
  S: {text: s, by: corp, nature: law, attacks: [negligence.duty, "C:negligence.duty", "C:negligence.duty"]}
  T: {text: t, by: corp, nature: fact, attacks: C}
  U: {text: u, by: corp, nature: fact, attacks: A, support: [A, T]}
"""
    assert found(case) == [
        "1:58-85 repeated-step: `B` and `A` support `C` twice",
        "    1:50 first given here",
        "2:37-57 repeated-step: `E` supports `C` twice",
        "    2:34 first given here",
        "3:60-61 repeated-step: `C` supports `negligence.duty` twice",
        "    3:54 first given here",
        "5:53-54 repeated-step: `R` attacks `C` twice",
        "    5:50 first given here",
        "6:87-106 repeated-step: `S` attacks `C:negligence.duty` twice",
        "    6:66 first given here",
    ]


def test_what_supports_and_attacks_the_same_is_reported() -> None:
    case = (
        CLAIM
        + """
evidence: {E: {text: e, proves: A, disproves: A}}
rebuttals: {R: {text: r, by: corp, nature: fact, attacks: B, support: A}, S: {text: s, by: corp, nature: law, attacks: A}}
propositions: {P: {text: p, support: [R, S]}}
"""
    )
    assert found(case)[:1] == ["4:47-48 repeated-step: `E` supports `A` and also attacks it"]


def test_a_weight_is_for_what_is_weighed() -> None:
    case = (
        CLAIM
        + """
rebuttals:
  R: {text: r, by: corp, nature: fact, attacks: [{on: negligence.duty, weight: 0.6}, {on: "A:B", weight: 0.6}]}
  S: {text: s, by: corp, nature: law, attacks: [{on: negligence.duty, weight: 1/2}, {on: A, weight: 0.6}]}
  T: {text: t, by: corp, nature: law, attacks: [{on: negligence.duty, weight: 1.0}]}
"""
    )
    assert found(case) == [
        "5:106-109 weight-without-effect: `R` undercuts `A:B`, so the weight 3/5 has no effect",
        "6:79-82 weight-without-effect: `S` undercuts `negligence.duty`, so the weight 1/2 has no effect",
    ]


def test_nothing_attacks_itself() -> None:
    case = (
        CLAIM
        + """
evidence: {E: {text: e, proves: A, disproves: E}}
rebuttals:
  R: {text: r, by: corp, nature: fact, attacks: [R, A]}
  S: {text: s, by: corp, nature: law, attacks: ["R:A", "S:B", B]}
  T: {text: t, by: corp, nature: law, attacks: ["A:T", A], support: A}
"""
    )
    assert found(case) == [
        "4:47-48 attack-on-itself: `E` disproves itself",
        "6:50-51 attack-on-itself: `R` attacks itself",
        "7:56-61 attack-on-itself: `S` attacks `S:B`, a step of its own",
        "8:49-54 attack-on-itself: `T` attacks `A:T`, a step of its own",
    ]


def test_a_quote_says_where_it_was_found() -> None:
    case = """
allegations:
  A: {text: a, quote: q, support: B}
  B: {text: b, quote: q, source: paper}
  C: {text: c, quote: q, quoted-in: paper, support: A}
claims: {negligence: {theory: tort, support: {duty: C, breach: [], harm: []}}}
"""
    assert found(case) == ["2:16-21 quote-without-source: the quote of `A` does not say where it was found"]
    assert helped(case) == ["add `quoted-in` with the source in which the words were found"]
