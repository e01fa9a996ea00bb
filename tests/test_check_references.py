"""Every name has to lead to something that can stand in its place."""

from __future__ import annotations

from tests.cases import PRELUDE
from tests.checking import found, helped

CLAIM = """
allegations:
  A: a
  B: b
claims:
  negligence: {theory: tort, support: {duty: [A], breach: [B], harm: [A]}}
"""


def test_a_misspelt_statement_is_pointed_at_and_the_right_one_offered() -> None:
    case = """
allegations:
  SINCE-2013: since then
claims:
  negligence: {theory: tort, support: {duty: [SINCE-2103], breach: [[SINCE-2013, SINCE2013]], harm: [SINCE-2013]}}
"""
    assert found(case) == [
        "4:47-57 unknown-reference: `negligence.duty` is supported by `SINCE-2103`, which is not in this case",
        "4:82-91 unknown-reference: `negligence.breach` is supported by `SINCE2013`, which is not in this case",
    ]
    assert helped(case) == ["did you mean `SINCE-2013`?"] * 2


def test_an_element_without_its_claim_leads_to_the_element() -> None:
    case = CLAIM + "rebuttals: {R: {text: r, by: corp, nature: fact, attacks: breach}}"
    assert found(case) == ["6:59-65 unknown-reference: `R` attacks `breach`, which is not in this case"]
    assert helped(case) == ["did you mean `negligence.breach`?"]


def test_the_parts_of_an_address_in_the_wrong_order_lead_to_the_right_one() -> None:
    case = CLAIM + (
        "defenses: {shield: {theory: immunity, against: negligence, support: {provider: A, publisher: B}}}\n"
        "scenarios: {s: {expect: {negligence@shield: applies}}}"
    )
    assert helped(case) == ["did you mean `shield@negligence`?"]


def test_a_misspelt_step_leads_to_the_step() -> None:
    case = CLAIM + 'rebuttals: {R: {text: r, by: corp, nature: law, attacks: ["A:negligence.breach"]}}'
    assert found(case) == ["6:59-80 unknown-reference: `R` attacks `A:negligence.breach`, which is not in this case"]
    assert helped(case) == ["did you mean `B:negligence.breach`?"]


def test_every_place_that_names_something_is_looked_at() -> None:
    more = """
  more: {title: More, kind: news, by: x1}
theories:
  own:
    {title: Own, kind: carve-out, jurisdiction: us, law: state, basis: none, burden: plaintiff, modifies: x2, lifts: x3,
     elements: {e: {text: e, nature: fact}}}
"""
    case = """
allegations:
  A:
    {text: a, by: x4, source: x5 ¶ 1, quoted-in: x6, quote: q, quotes: [{quoted-in: x7, quote: q}],
     support: [{from: x8}], response: {x9: denied}}
evidence: {E: {text: e, by: x10, proves: x11, disproves: [{on: x12}]}}
propositions: {P: {text: p, by: x13}, Q: q}
rebuttals: {R: {text: r, nature: law, by: x14, attacks: [{on: x15}], response: {x16: admitted}}}
issues: {i: {positions: [P, x17]}}
claims: {c: {theory: x18, by: x19, against: x20, source: x21, support: {e: x22}}}
defenses: {d: {theory: immunity, by: x23, against: x24, support: {provider: [A], publisher: {x25: [x26]}}}}
carve-outs: {l: {theory: exception, by: x27, lifts: x28, support: {knowing: [A]}}}
scenarios:
  s:
    accept: x29
    reject: x30
    open: x31
    motion: {by: x32, on: x33}
    expect: {x34: {label: open, because: x35}}
    ruling: {court: C, source: x36, outcome: {x37: open}}
"""
    lines = found(case, PRELUDE.replace("\ntheories:\n", more))
    assert [line.partition(", which")[0].partition(": ")[2].replace("`", "") for line in lines] == [
        "more is by x1",
        "the theory own modifies x2",
        "the theory own lifts x3",
        "A is by x4",
        "A rests on x5",
        "A is quoted in x6",
        "A is quoted in x7",
        "A is supported by x8",
        "A is answered by x9",
        "E is by x10",
        "E proves x11",
        "E disproves x12",
        "P is by x13",
        "R is by x14",
        "R attacks x15",
        "R is answered by x16",
        "the issue i has the position x17",
        "c has the theory x18",
        "c is by x19",
        "c is asserted against x20",
        "c rests on x21",
        "c.e is supported by x22",
        "d is by x23",
        "d is raised against x24",
        "d.publisher is supported for x25",
        "d.publisher is supported by x26",
        "l is by x27",
        "l lifts x28",
        "the scenario s accepts x29",
        "the scenario s rejects x30",
        "the scenario s leaves open x31",
        "the motion of the scenario s is by x32",
        "the motion of the scenario s raises x33",
        "the scenario s expects something of x34",
        "the scenario s expects x35 as a reason",
        "the ruling of the scenario s rests on x36",
        "the ruling of the scenario s is about x37",
    ]


def test_a_source_is_pointed_at_without_the_place_in_it() -> None:
    case = """
allegations:
  A: {text: a, source: complait ¶ 3, support: B}
  B: {text: b, source: "complait, p. 4", support: A}
"""
    assert found(case) == [
        "2:24-32 unknown-source: `A` rests on `complait`, which is not among the sources",
        "3:25-34 unknown-source: `B` rests on `complait,`, which is not among the sources",
    ]
    assert helped(case) == ["did you mean `complaint`?"] * 2


def test_what_cannot_stand_in_a_place_is_called_by_its_name() -> None:
    case = (
        CLAIM
        + """
issues: {question: {positions: [negligence, E]}}
evidence: {E: {text: e, proves: ["A:negligence.duty", question, s, tort]}}
defenses: {shield: {theory: immunity, against: [corp, shield]}}
carve-outs: {lift: {theory: exception, lifts: negligence}}
scenarios: {s: {accept: complaint, motion: {by: press, on: A}}}
"""
    )
    assert [line.partition(": ")[2] for line in found(case)] == [
        "the issue `question` has the position `negligence`, which is a claim",
        "the issue `question` has the position `E`, which is a piece of evidence",
        "`E` proves `A:negligence.duty`, which is a step",
        "`E` proves `question`, which is an issue",
        "`E` proves `s`, which is a scenario",
        "`E` proves `tort`, which is a theory",
        "`shield` is raised against `corp`, which is a party",
        "`shield` is raised against `shield`, which is a defense that bears on no claim",
        "`lift` lifts `negligence`, which is a claim",
        "the scenario `s` accepts `complaint`, which is a source",
        "`press`, whose motion the scenario `s` decides, is neither plaintiff nor defendant",
    ]


def test_a_warrant_of_one_word_is_a_note_unless_it_looks_like_a_misspelt_id() -> None:
    case = """
allegations: {A: a, B: b}
propositions: {conduct-shows-agreement: p}
claims:
  negligence:
    theory: tort
    support:
      duty: {from: A, warrant: conduct-shows-agrement}
      breach: {from: B, warrant: Obviously}
      harm: [{from: A, warrant: conduct-shows-agreement}]
"""
    assert found(case) == [
        (
            "7:32-54 unknown-reference: the step to `negligence.duty` has the warrant `conduct-shows-agrement`, "
            "which is not in this case"
        )
    ]


def test_an_unknown_theory_gives_one_finding_and_not_one_for_each_of_its_elements() -> None:
    case = """
allegations: {A: a}
claims: {negligence: {theory: trot, support: {duty: A}}}
defenses: {shield: {theory: immunity, against: [negligense], support: {provider: A, publisher: {negligense: A}}}}
carve-outs: {lift: {theory: exception, lifts: shield, support: {knowing: A}}}
rebuttals: {R: {text: r, by: corp, nature: law, attacks: [negligence.duty, "A:negligence.duty", shield, lift.scope]}}
scenarios: {s: {expect: {shield@negligense: open, lift@negligence.scope: open}}}
"""
    assert found(case) == [
        "2:31-35 unknown-theory: `negligence` has the theory `trot`, which is neither in the library nor in this case",
        "3:49-59 unknown-reference: `shield` is raised against `negligense`, which is not in this case",
        "3:97-107 unknown-reference: `shield.publisher` is supported for `negligense`, which is not in this case",
    ]
    assert helped(case) == ["did you mean `tort`?", "did you mean `negligence`?", "did you mean `negligence`?"]


def test_many_misspelt_sources_are_answered_without_reading_the_text_anew_for_each() -> None:
    allegations = "".join(f"  A{number}: {{text: a, source: complain}}\n" for number in range(5_000))
    assert sum("unknown-source" in line for line in found(f"allegations:\n{allegations}")) == 5_000


def test_findings_about_many_names_come_all_and_in_order() -> None:
    wrong = ", ".join(f"X{number}" for number in range(300))
    lines = found(CLAIM + f"rebuttals: {{R: {{text: r, by: corp, nature: law, attacks: [{wrong}]}}}}")
    assert len(lines) == 300
    assert [line.partition("`X")[2].partition("`")[0] for line in lines] == [str(number) for number in range(300)]
