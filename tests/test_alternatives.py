"""Elements that can be shown in several ways: each way is an element of its own, and one of them is enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.analysis.gaps import gaps, without_support
from mapper.api import load
from mapper.check import check_case
from mapper.check.subject import Subject
from mapper.diagnostics import MapperError
from mapper.evaluate import Context, evaluate
from mapper.theories import library

CASE = """\
mapper: 1
case: {{title: Ames v. Bell}}
parties:
  ames: {{name: Ann Ames, role: plaintiff}}
  bell: {{name: Bert Bell, role: defendant}}
sources:
  complaint: {{title: Complaint, kind: pleading}}
theories:
  fraud:
    title: Fraud
    kind: claim
    jurisdiction: us-ca
    law: state
    basis: common law
    burden: plaintiff
    elements:
      said: {{text: The defendant said so., nature: fact}}
      scienter:
        text: The defendant knew better, or did not care.
        nature: fact
        any-of:
          knew: {{text: The defendant knew better., nature: fact}}
          reckless: {{text: The defendant did not care., nature: fact}}
  privilege:
    title: Privilege
    kind: defense
    jurisdiction: us-ca
    law: state
    basis: common law
    burden: defendant
    elements:
      occasion:
        text: The occasion was privileged.
        nature: law
        any-of:
          court: {{text: It was in court., nature: law}}
          council: {{text: It was in council., nature: law}}
      meant:
        text: It was meant for the occasion.
        nature: mixed
        per-claim: true
        any-of:
          aim: {{text: It served the occasion., nature: fact}}
          duty: {{text: It was a duty to say it., nature: law}}
allegations:
  SAID: {{text: He said that the mill ran., source: complaint}}
  SAW: {{text: He had seen it stand still., source: complaint}}
claims:
  deceit:
    theory: fraud
    support: {{said: [SAID], {scienter}}}
defenses:
  privileged: {{theory: privilege, against: deceit, support: {{{privilege}}}}}
"""


def case_with(tmp_path: Path, scienter: str = "knew: [SAW]", privilege: str = "occasion: [], meant: []") -> Path:
    """Return a case with support for the ways to show its elements."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE.format(scienter=scienter, privilege=privilege), encoding="utf-8")
    return path


@pytest.mark.parametrize("way", ["knew: [SAW]", "reckless: [SAW]", "scienter: [SAW]", "knew: [SAW], reckless: [SAW]"])
def test_one_way_is_enough_and_the_element_itself_can_be_supported_too(tmp_path: Path, way: str) -> None:
    found = load(case_with(tmp_path, way)).graph().evaluate()
    assert found.status("deceit.scienter").value == "made out"
    assert found.status("deceit.made-out").value == "made out"


def test_without_any_way_the_element_is_not_made_out(tmp_path: Path) -> None:
    found = load(case_with(tmp_path, "knew: []")).graph().evaluate()
    assert found.status("deceit.scienter").value == "not made out"


def test_a_way_is_an_element_with_an_address_and_a_step_of_its_own(tmp_path: Path) -> None:
    graph = load(case_with(tmp_path)).graph()
    assert graph.statements["deceit.knew"].element == "knew"
    assert [step.id for step in graph.pro("deceit.scienter")] == [
        "deceit.knew:deceit.scienter",
        "deceit.reckless:deceit.scienter",
    ]
    assert [element.element for element in graph.elements("deceit")] == ["said", "scienter"]


def test_ways_of_a_defense_are_judged_as_its_element_is(tmp_path: Path) -> None:
    graph = load(case_with(tmp_path, privilege="court: [SAID], aim: {deceit: [SAID]}")).graph()
    steps = [step.id for name in ("privileged.occasion", "privileged@deceit.meant") for step in graph.pro(name)]
    assert steps == [
        "privileged.court:privileged.occasion",
        "privileged.council:privileged.occasion",
        "privileged@deceit.aim:privileged@deceit.meant",
        "privileged@deceit.duty:privileged@deceit.meant",
    ]


def test_before_and_after_building_the_same_addresses_and_steps_are_known(tmp_path: Path) -> None:
    case = load(case_with(tmp_path, privilege="court: [SAID], aim: [SAID]"))
    subject = Subject(case.file, case.library)
    graph = case.graph()
    assert set(subject.addresses.kinds) == set(graph.statements)
    assert set(subject.steps) == set(graph.arguments)


def test_no_finding_asks_for_more_than_one_way(tmp_path: Path) -> None:
    case = load(case_with(tmp_path, privilege="court: [SAID], aim: [SAID]"))
    assert check_case(case.file, library()) == ()


def test_an_element_without_any_way_is_a_finding(tmp_path: Path) -> None:
    path = case_with(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(", knew: [SAW]", ""), encoding="utf-8")
    case = load(path)
    messages = [finding.message for finding in check_case(case.file, library())]
    assert "nothing supports `deceit.scienter`" in messages
    assert not any("knew" in message or "reckless" in message for message in messages)


def test_a_way_cannot_have_the_name_of_an_element(tmp_path: Path) -> None:
    path = case_with(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("          knew: {", "          said: {"), encoding="utf-8"
    )
    with pytest.raises(MapperError) as raised:
        load(path)
    (finding,) = raised.value.findings
    assert (finding.rule.name, finding.message) == (
        "repeated-id",
        "`said` is given twice among the elements and their alternatives",
    )


def test_what_the_theory_lets_the_other_side_disprove_is_no_gap_of_whose_element_it_is(tmp_path: Path) -> None:
    path = case_with(tmp_path, privilege="occasion: []")
    text = path.read_text(encoding="utf-8").replace("per-claim: true\n", "per-claim: true\n        burden: plaintiff\n")
    path.write_text(text, encoding="utf-8")
    graph = load(path).graph()
    burdens = {s.element: s.burden for s in graph.elements("privileged@deceit")} | {
        element: graph.statements[f"privileged@deceit.{element}"].burden for element in ("aim", "duty")
    }
    assert burdens == {"occasion": ("bell",), "meant": ("ames",), "aim": ("ames",), "duty": ("ames",)}
    assert {s.by for s in graph.statements.values() if s.part_of == "privileged@deceit"} == {("bell",)}
    lacking = [gap.statement for gap in gaps(evaluate(graph, Context()), (without_support,))]
    assert [name for name in lacking if name.startswith("privileged")] == ["privileged.court", "privileged.council"]
