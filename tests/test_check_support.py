"""What the support of a case comes to: circles, gaps, bare conclusions, standards that never bite."""

from __future__ import annotations

from tests.checking import found, helped


def test_a_circle_is_named_in_the_order_of_support_from_its_first_statement() -> None:
    case = """
allegations:
  A: {text: a, support: C}
  B: {text: b, support: [A, [X, Y]]}
  C: {text: c, support: [X, B]}
  X: x
  Y: {text: y, support: [[X, Y]]}
claims: {negligence: {theory: tort, support: {duty: C, breach: A, harm: B}}}
"""
    assert found(case) == [
        "3:26-27 circular-support: support runs in a circle: `A` → `B` → `C` → `A`",
        "    4:29 here `B` supports `C`",
        "    2:25 here `C` supports `A`",
        "6:26-32 circular-support: `Y` supports itself",
    ]


def test_a_circle_through_the_elements_of_a_claim_is_named_with_them() -> None:
    case = """
allegations: {A: a, B: {text: b, support: negligence.made-out}}
claims: {negligence: {theory: tort, support: {duty: [B, A], breach: A, harm: A}}}
"""
    assert found(case) == [
        "2:54-55 circular-support: support runs in a circle: `B` → `negligence.duty` → `negligence.made-out` → `B`",
        "    1:43 here `negligence.made-out` supports `B`",
    ]


def test_statements_that_all_lead_to_each_other_are_one_finding_with_the_shortest_circle() -> None:
    case = """
allegations:
  A: {text: a, support: [B, D]}
  B: {text: b, support: C}
  C: {text: c, support: A}
  D: {text: d, support: A}
claims: {negligence: {theory: tort, support: {duty: C, breach: A, harm: B}}}
"""
    assert [line for line in found(case) if line[0] != " "] == [
        "5:25-26 circular-support: support runs in a circle: `A` → `D` → `A`",
    ]


def test_a_long_circle_is_cut_short() -> None:
    ring = "".join(f"  A{n}: {{text: a, support: A{(n - 1) % 30}}}\n" for n in range(30))
    case = f"allegations:\n{ring}claims: {{negligence: {{theory: tort, support: {{duty: A1, breach: A2, harm: A3}}}}}}"
    assert found(case)[0].endswith(
        "`A0` → `A1` → `A2` → `A3` → `A4` → `A5` → `A6` → `A7` → `A8` → `A9` → `A10` → `A11` → 18 more → `A0`"
    )


def test_attacks_make_no_circle_of_support() -> None:
    case = """
allegations: {A: a}
claims: {negligence: {theory: tort, support: {duty: A, breach: A, harm: A}}}
rebuttals:
  R: {text: r, by: corp, nature: fact, attacks: [S, A]}
  S: {text: s, by: corp, nature: fact, attacks: R}
"""
    assert found(case) == []


def test_an_element_without_support_is_reported_unless_the_file_says_so() -> None:
    case = """
allegations: {A: a}
evidence: {E: {text: e, proves: negligence.harm}}
claims: {negligence: {theory: tort, support: {breach: A%s}}}
scenarios: {s: {%s}}
"""
    assert found(case % ("", "")) == ["3:37-44 unsupported-element: nothing supports `negligence.duty`"]
    assert helped(case % ("", "")) == [
        "name what shows it under `support`, or write `duty: []` to say that nothing does"
    ]
    for support, scenario in (
        (", duty: []", ""),
        (", duty: ", ""),
        ("", "accept: negligence.duty"),
        ("", "open: negligence.duty"),
        ("", "expect: {negligence.duty: not made out}"),
        ("", "expect: {negligence: {label: fails, because: negligence.duty}}"),
    ):
        assert found(case % (support, scenario)) == []
    assert len(found(case % ("", "expect: {negligence: not made out, negligence.duty: open}"))) == 1


def test_a_claim_or_a_defense_of_which_nothing_is_supported_is_one_finding() -> None:
    case = """
claims: {negligence: {theory: tort%s}}
defenses: {shield: {theory: immunity, against: negligence%s}}
"""
    assert found(case % ("", "")) == [
        "1:10-20 unsupported-element: nothing supports any element of `negligence`",
        "2:12-18 unsupported-element: nothing supports any element of `shield`",
    ]
    assert helped(case % ("", ""))[0] == (
        "its elements are `duty`, `breach` and `harm`; write `support: {}` if none is to be supported"
    )
    assert found(case % (", support: {}", ", support: ")) == []


def test_an_element_judged_claim_by_claim_lacks_support_once() -> None:
    case = """
allegations: {A: a}
claims:
  negligence: {theory: tort, support: {duty: A, breach: A, harm: A}}
  statutory: {theory: act, support: {violation: A}}
defenses: {shield: {theory: immunity, against: [negligence, statutory], support: {provider: A}}}
"""
    assert found(case) == ["5:73-80 unsupported-element: nothing supports `shield.publisher`"]
    assert found(case + "scenarios: {s: {expect: {shield@statutory.publisher: fails}}}") == []


CONCLUSIONS = """
allegations:
  FACT: fact
  BARE: {text: bare, nature: conclusion}
  VAIN: {text: vain, nature: conclusion, support: [BARE, [BARE, FACT]]}
  GOOD: {text: good, nature: conclusion, support: [BARE, FACT]}
claims:
  negligence: {theory: tort, support: {duty: %s, breach: FACT, harm: GOOD}}
"""


def test_bare_conclusions_are_named_where_they_are_all_the_support() -> None:
    assert found(CONCLUSIONS % "[BARE, VAIN, [FACT, VAIN]]") == [
        "7:40-44 conclusory-support: only bare conclusions support `negligence.duty`: `BARE` and `VAIN`",
        "    3:3 `BARE` is a conclusion",
        "    4:3 `VAIN` is a conclusion",
    ]
    for support in ("[VAIN, FACT]", "GOOD", "[[GOOD, FACT]]", "[{from: [VAIN, FACT], weighing: convergent}]"):
        assert found(CONCLUSIONS % support) == (
            [] if "VAIN" in support else ["4:3-7 unused-statement: the allegation `VAIN` supports and attacks nothing"]
        )


def test_convergent_conclusions_are_bare_only_together() -> None:
    assert found(CONCLUSIONS % "[{from: [VAIN, BARE], weighing: cumulative}]")[0] == (
        "7:40-44 conclusory-support: only bare conclusions support `negligence.duty`: `VAIN` and `BARE`"
    )


def test_a_scenario_that_expects_the_element_to_fail_knows_that_its_support_is_bare() -> None:
    assert found(CONCLUSIONS % "VAIN" + "scenarios: {s: {expect: {negligence.duty: fails}}}") == []


def test_a_claim_that_rests_on_another_with_bare_support_is_not_reported_as_well() -> None:
    case = CONCLUSIONS % "BARE" + "  statutory: {theory: act, support: {violation: negligence.made-out}}"
    assert [line.partition(": ")[2] for line in found(case) if "conclusory" in line] == [
        "only bare conclusions support `negligence.duty`: `BARE`"
    ]


def test_bare_support_for_each_claim_is_one_finding_and_for_one_claim_names_it() -> None:
    case = """
allegations: {A: a, BARE: {text: b, nature: conclusion}}
claims:
  negligence: {theory: tort, support: {duty: A, breach: A, harm: A}}
  statutory: {theory: act, support: {violation: A}}
defenses: {shield: {theory: immunity, against: [negligence, statutory], support: {provider: A, publisher: %s}}}
"""
    assert found(case % "BARE")[0] == (
        "5:96-105 conclusory-support: only bare conclusions support `shield.publisher`: `BARE`"
    )
    assert found(case % "{negligence: A, statutory: BARE}")[0] == (
        "5:96-105 conclusory-support: only bare conclusions support `shield@statutory.publisher`: `BARE`"
    )


STRICT = """
allegations:
  A: a
  B: {text: b, support: A}
  C: {text: c, support: [[A, B]]}
evidence: {E: {text: e, %s: [A]}}
claims: {negligence: {theory: tort, support: {duty: A, breach: A, harm: %s}}}
"""


def test_a_strict_element_reached_only_through_disputed_facts_is_reported() -> None:
    message = (
        "leniently-judged-facts: `negligence.harm` asks for clear and convincing evidence, but a preponderance decides"
    )
    assert found(STRICT % ("disproves", "[A, C]")) == [f"6:67-71 {message} `A` and `C`"]


def test_a_strict_element_that_evidence_reaches_by_itself_is_no_finding() -> None:
    assert [line for line in found(STRICT % ("proves: [negligence.harm], disproves", "C")) if "lenient" in line] == []


def test_facts_that_nothing_disputes_are_no_finding() -> None:
    assert [line for line in found(STRICT % ("proves", "C")) if "lenient" in line] == []


def test_facts_with_weak_support_alone_are_disputed_in_effect() -> None:
    weak = STRICT.replace("B: {text: b, support: A}", "B: {text: b, support: {from: A, weight: 0.4}}")
    assert [line.partition("decides ")[2] for line in found(weak % ("proves", "[B, C]")) if "lenient" in line] == [
        "`B` and `C`"
    ]


def test_a_case_that_never_comes_to_evidence_has_no_lenient_facts() -> None:
    case = """
allegations: {A: a}
claims: {negligence: {theory: tort, support: {duty: A, breach: A, harm: A}}}
rebuttals: {R: {text: r, by: corp, nature: fact, attacks: A}}
scenarios: {s: {stage: %s}}
"""
    assert [line for line in found(case % "pleading") if "lenient" in line] == []
    assert [line for line in found(case % "trial") if "lenient" in line] == [
        (
            "2:67-71 leniently-judged-facts: `negligence.harm` asks for clear and convincing evidence, "
            "but a preponderance decides `A`"
        )
    ]
