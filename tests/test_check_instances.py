"""Claims, defenses and carve-outs have to fit their theories and each other."""

from __future__ import annotations

from tests.cases import PRELUDE
from tests.checking import found, helped

CLAIMS = """
allegations: {A: a}
claims:
  negligence: {theory: tort, against: corp, support: {duty: A, breach: A, harm: A}}
  statutory: {theory: act, against: corp, support: {violation: A}}
"""


def test_a_claim_with_the_theory_of_a_defense_is_one_mistake() -> None:
    case = """
allegations: {A: a}
claims: {negligence: {theory: immunity, support: {duty: A, breach: A}}}
defenses: {shield: {theory: immunity, against: negligence, support: {provider: A, publisher: A}}}
rebuttals: {R: {text: r, by: corp, nature: fact, attacks: [negligence.duty, shield@negligence.publisher]}}
"""
    assert found(case) == [
        "2:31-39 wrong-kind: `negligence` is a claim, but `immunity` is the theory of a defense",
    ]


def test_a_theory_of_the_case_cannot_override_one_of_the_library() -> None:
    from mapper.case.load import load_case
    from mapper.check import check_references

    file = load_case("case.yaml", PRELUDE.lstrip())
    other = file.model.theories["tort"].model_copy(update={"title": "Another"})
    assert check_references(file, {"tort": file.model.theories["tort"]}) == check_references(file, {})
    (finding,) = {*check_references(file, {"tort": other})} - {*check_references(file, {})}
    assert (finding.rule.name, finding.message) == ("repeated-id", "the library has a theory `tort` already")


def test_an_element_that_the_theory_does_not_have_is_named_with_those_that_it_has() -> None:
    case = """
allegations: {A: a}
claims:
  negligence: {theory: tort, support: {duty: A, braech: A, scope: A, harm: [], breach: []}}
"""
    assert found(case) == [
        "3:49-55 unknown-element: `negligence` is supported on `braech`, which is no element of `tort`",
        "3:60-65 unknown-element: `negligence` is supported on `scope`, which is no element of `tort`",
    ]
    assert helped(case) == ["did you mean `breach`?", "its elements are `duty`, `breach` and `harm`"]


def test_the_scope_can_be_supported_where_the_theory_has_conditions() -> None:
    shield = "defenses: {shield: {theory: immunity, against: negligence, support: {provider: A, publisher: A%s}}}\n"
    lift = "carve-outs: {lift: {theory: exception, lifts: shield, support: {knowing: A, scope: {negligence: A}}}}\n"
    assert found(CLAIMS + shield % "" + lift) == []
    assert found(CLAIMS + shield % ", scope: A") == [
        "5:97-102 unknown-element: `shield` is supported on `scope`, which is no element of `immunity`"
    ]


def test_support_for_one_claim_needs_an_element_judged_claim_by_claim_and_a_claim_concerned() -> None:
    case = (
        CLAIMS
        + """
defenses:
  shield:
    theory: immunity
    against: negligence
    support: {provider: {negligence: A}, publisher: {negligence: A, statutory: A}}
"""
    )
    assert found(case) == [
        (
            "10:26-36 misplaced-support: `shield.provider` is judged once for all, "
            "so support for `negligence` alone cannot count"
        ),
        (
            "10:69-78 misplaced-support: `shield` does not bear on `statutory`, "
            "so support for `statutory` alone cannot count"
        ),
    ]


def test_support_of_a_claim_by_claim_is_misplaced() -> None:
    case = """
allegations: {A: a}
claims:
  negligence: {theory: tort, support: {duty: {negligence: A}, breach: {"*": A}, harm: A}}
"""
    assert found(case) == [
        (
            "3:47-57 misplaced-support: `negligence.duty` is judged once for all, "
            "so support for `negligence` alone cannot count"
        ),
    ]


def test_a_claim_left_out_is_reported_unless_the_rest_is_spoken_of() -> None:
    def shield(publisher: str) -> str:
        return CLAIMS + (
            "defenses: {shield: {theory: immunity, against: [negligence, statutory], "
            f"support: {{provider: A, publisher: {publisher}}}}}}}"
        )

    assert found(shield("{negligence: A}")) == [
        "5:96-105 claim-left-out: `shield.publisher` is judged claim by claim, and `statutory` is left out",
    ]
    for said in ("A", '{negligence: A, "*": A}', "{negligence: A, statutory: []}", '{"*": A}', "{}", "[]"):
        assert found(shield(said)) == []


def test_defenses_against_nothing_and_carve_outs_that_lift_nothing_are_reported() -> None:
    case = (
        CLAIMS
        + """
defenses: {shield: {theory: immunity, support: {provider: A}}}
carve-outs: {lift: {theory: exception, support: {knowing: A}}}
"""
    )
    assert found(case) == [
        "6:12-18 bars-nothing: `shield` is raised against no claim",
        "7:14-18 lifts-nothing: `lift` lifts no defense",
    ]


LIFTS = """
defenses: {shield: {theory: immunity, against: [negligence], support: {provider: A, publisher: A}}}
carve-outs: {lift: {theory: exception, lifts: shield, support: {knowing: A%s}}}
scenarios: {s: {expect: {%s}}}
"""


def test_a_carve_out_out_of_reach_is_reported_unless_the_author_knows() -> None:
    assert found(CLAIMS + LIFTS % ("", "")) == [
        "7:14-18 carve-out-out-of-reach: no claim that is barred meets the conditions of `lift`",
    ]
    assert helped(CLAIMS + LIFTS % ("", "")) == [
        (
            "`negligence`: the claim rests on state law and federal law is needed, "
            "the claim rests on state law (common law) and § 1 is needed"
        )
    ]
    assert found(CLAIMS + LIFTS % (", scope: A", "")) == []
    assert found(CLAIMS + LIFTS % ("", "lift@negligence: does not apply")) == []
    assert found(CLAIMS + LIFTS % ("", "lift.scope: fails")) == []
    assert found(CLAIMS + LIFTS % ("", "lift: applies"))[0].startswith("7:14-18 carve-out-out-of-reach")


def test_a_carve_out_within_reach_of_one_claim_is_no_finding() -> None:
    assert found((CLAIMS + LIFTS % ("", "")).replace("[negligence]", "[negligence, statutory]")) == []


def test_a_defense_whose_conditions_no_claim_meets_bars_nothing() -> None:
    prelude = PRELUDE.replace(
        "basis: § 2, burden: defendant,", "basis: § 2, burden: defendant, conditions: {law: federal},"
    )
    case = CLAIMS + "defenses: {shield: {theory: immunity, against: negligence, support: {provider: A, publisher: A}}}"
    assert found(case, prelude) == ["5:12-18 bars-nothing: no claim that is named meets the conditions of `shield`"]


def test_a_carve_out_lifts_only_what_its_theory_lifts() -> None:
    case = (
        CLAIMS
        + """
defenses: {shield: {theory: immunity, against: statutory, support: {provider: A, publisher: A}}}
carve-outs: {lift: {theory: exception, lifts: shield, support: {knowing: A}}}
"""
    )
    assert found(case, PRELUDE.replace("conditions:", "lifts: immunity, conditions:")) == []
    assert found(case, PRELUDE.replace("conditions:", "lifts: privilege, conditions:")) == [
        "-1:13-22 unknown-theory: the theory `exception` lifts `privilege`, which is neither in the library nor in this case",
        "7:47-53 wrong-defense: `lift` lifts `shield`, but the theory `exception` lifts only `privilege`",
    ]


TORTS = (
    PRELUDE
    + """
  conspiracy:
    {title: Conspiracy, kind: claim, jurisdiction: us-ca, law: state, basis: common law, burden: plaintiff, elements: {
      tort: {text: Another did it., nature: mixed, needs: another-tort}}}
  gross:
    {title: Gross negligence, kind: claim, jurisdiction: us-ca, law: state, basis: common law, burden: plaintiff,
     modifies: tort, elements: {
      negligence: {text: It was negligent., nature: mixed, needs: same-tort}}}
"""
)


def test_conspiracy_answers_for_the_tort_of_another() -> None:
    def conspiracy(support: str) -> list[str]:
        claim = f"  conspiracy: {{theory: conspiracy, against: corp, support: {{tort: {support}}}}}\n"
        other = "  theirs: {theory: act, against: [press], support: {violation: A}}\n"
        return found(CLAIMS + claim + other, TORTS)

    assert conspiracy("[theirs.made-out, [A, theirs.made-out]]") == []
    assert conspiracy("negligence.made-out") == [
        "5:67-86 wrong-tort: `conspiracy.tort` asks for another party's tort, which `negligence.made-out` is not"
    ]
    assert conspiracy("[theirs.made-out, [A, theirs]]") == [
        "5:85-96 wrong-tort: `conspiracy.tort` asks for another party's tort, which `A` and `theirs` are not"
    ]


def test_a_degree_of_negligence_is_one_of_the_same_partys_negligence() -> None:
    def gross(support: str) -> list[str]:
        claim = f"  gross: {{theory: gross, against: corp, support: {{negligence: {support}}}}}\n"
        other = "  theirs: {theory: tort, against: [press], support: {duty: A, breach: A, harm: A}}\n"
        return found(CLAIMS + claim + other, TORTS)

    assert gross("negligence.made-out") == []
    for wrong in ("theirs.made-out", "statutory.made-out"):
        assert gross(wrong) == [
            (
                f"5:63-{63 + len(wrong)} wrong-tort: `gross.negligence` asks for the same party's tort, "
                f"which `{wrong}` is not"
            )
        ]


def test_a_claim_against_nobody_in_particular_is_one_against_the_defendants() -> None:
    claims = (
        CLAIMS.replace(" against: corp,", "") + "  gross: {theory: gross, support: {negligence: negligence.made-out}}"
    )
    assert found(claims, TORTS) == []
