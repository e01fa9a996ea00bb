"""What holds of every case: checking is total, and what it lets pass can be built, evaluated and asked about."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

from mapper.build import build
from mapper.check import check_case, check_references
from mapper.check.subject import Subject
from mapper.diagnostics import Severity
from mapper.evaluate import context, evaluate
from mapper.graph import ArgumentGraph, UnknownAddressError
from mapper.vocabulary import Stage
from tests.checking import case_file

ENTRIES = ["A", "B", "C", "E", "P", "Q", "R", "S"]
PARTS = [
    "negligence.duty",
    "negligence.harm",
    "negligence.made-out",
    "statutory.violation",
    "shield.provider",
    "negligence",
]
SPREAD = [
    "shield",
    "shield.publisher",
    "shield@negligence",
    "shield@statutory.publisher",
    "lift",
    "lift@negligence.scope",
]
STEPS = [
    "A:negligence.duty",
    "A+B:C",
    "B:negligence.harm",
    "A:shield.publisher",
    "R:A",
    "S:B",
    "E:A",
    "conditions:lift@statutory.scope",
]
WRONG = [
    "D",
    "corp",
    "complaint",
    "question",
    "shield@nobody",
    "negligence.scope",
    "A:nowhere",
    "A+A:B",
    "::",
    "@",
    ".",
]
ADDRESSES = [*ENTRIES, *PARTS, *SPREAD, *STEPS, *WRONG, "elements:negligence.made-out", "authority:P", "lift.scope"]


def often(good: list[str], *others: list[str]) -> st.SearchStrategy[str]:
    """Return mostly what can stand in a place, and now and then what cannot."""
    every = [*good, *(name for other in others for name in other)]
    return st.integers(0, 99).flatmap(lambda number: st.sampled_from(good if number else every))


statements = often([*ENTRIES, *PARTS, *SPREAD], STEPS, WRONG)
steps = st.one_of(statements, st.lists(statements, min_size=1, max_size=3))
support = st.lists(steps, max_size=3)
by_claim = st.dictionaries(often(["negligence", "statutory", "*"], ["corp", "A"]), support, max_size=2)
attacks = st.lists(often([*ENTRIES, *PARTS, *SPREAD, *STEPS], WRONG), max_size=3)
parties = often(["does", "corp", "press"], ["nobody"])
sources = often(["complaint", "opinion ¶ 2", "record", "readers", "paper"], ["nothing"])


def maybe(**keys: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    """Return entries that have some of these keys."""
    return st.fixed_dictionaries({}, optional={key.replace("_", "-"): value for key, value in keys.items()})


def entry(name: str, **keys: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    """Return the entry of a statement that a person writes."""
    common = maybe(support=support, source=sources, by=parties, **keys)
    return common.map(lambda given: {"text": f"{name} is so", **given})


def instance(
    theory: str, elements: list[str], per_claim: list[str], **keys: st.SearchStrategy[object]
) -> st.SearchStrategy[dict[str, object]]:
    """Return a claim, a defense or a carve-out."""
    shared = st.fixed_dictionaries({}, optional=dict.fromkeys(elements, support))
    own = st.fixed_dictionaries({}, optional={element: st.one_of(support, by_claim) for element in per_claim})
    whole = st.builds(lambda one, other: {**one, **other}, shared, own)
    named = {name: strategy for name, strategy in keys.items() if name in ("against", "lifts")}
    optional = {name: strategy for name, strategy in keys.items() if name not in named}
    theories = often([theory], ["tort", "nothing"])
    return st.fixed_dictionaries({"theory": theories, "support": whole, **named}, optional=optional)


def scenario() -> st.SearchStrategy[dict[str, object]]:
    """Return a scenario."""
    words = often(["fails", "survives", "open", "in"], ["stands", "nonsense"])
    motion = st.fixed_dictionaries({"by": parties, "on": st.lists(statements, min_size=1, max_size=2)})
    some = st.lists(statements, max_size=2)
    return maybe(
        stage=st.sampled_from([stage.value for stage in Stage]),
        accept=some,
        reject=some,
        open=some,
        motion=motion,
        expect=st.dictionaries(statements, words, max_size=2),
    )


def _rebuttal(entry: dict[str, object], nature: str) -> dict[str, object]:
    return {**entry, "nature": nature}


nature = st.sampled_from(["fact", "conclusion"])
targets = st.lists(statements, max_size=2)
claims = st.fixed_dictionaries(
    {
        "negligence": instance("tort", ["duty", "breach", "harm"], [], by=parties),
        "statutory": instance("act", ["violation"], [], by=parties),
    }
)
against = st.one_of(
    st.just(["statutory", "negligence"]), st.lists(often(["negligence", "statutory"], ["A", "nobody"]), max_size=2)
)
defenses = st.fixed_dictionaries({"shield": instance("immunity", ["provider"], ["publisher"], against=against)})
lifts = often(["shield"], ["negligence", "nobody"])
carve_outs = st.fixed_dictionaries({"lift": instance("exception", ["knowing"], ["scope"], lifts=lifts)})
cases = st.fixed_dictionaries(
    {
        "allegations": st.fixed_dictionaries({name: entry(name, nature=nature) for name in "ABC"}),
        "evidence": st.fixed_dictionaries({"E": entry("E", proves=targets, disproves=targets)}),
        "propositions": st.fixed_dictionaries({"P": entry("P"), "Q": entry("Q")}),
        "claims": claims,
        "defenses": defenses,
        "carve-outs": carve_outs,
        "rebuttals": st.fixed_dictionaries(
            {
                name: st.builds(_rebuttal, entry(name, attacks=attacks), st.sampled_from(["fact", "law"]))
                for name in "RS"
            }
        ),
        "issues": st.dictionaries(
            st.just("question"),
            st.fixed_dictionaries({"positions": st.lists(often(["P", "Q", "A"], ["E"]), max_size=3)}),
        ),
        "scenarios": st.dictionaries(st.sampled_from(["s1", "s2"]), scenario(), max_size=2),
    }
)


def written(case: Mapping[str, object]) -> str:
    """Return the sections of a case as text; every line of JSON is one of YAML."""
    return "".join(f"{section}: {json.dumps(entries)}\n" for section, entries in case.items())


def named(graph: ArgumentGraph, address: str) -> set[str]:
    """Return what an address names in the graph, or nothing."""
    try:
        return {*graph.resolve(address)}
    except UnknownAddressError:
        return set()


@settings(max_examples=100, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink))
@given(cases)
def test_addresses_name_before_the_graph_what_they_name_in_it(case: Mapping[str, object]) -> None:
    file = case_file(written(case))
    if any(finding.severity is Severity.ERROR for finding in check_references(file, {})):
        return
    graph = build(file.model, file.model.theories)
    subject = Subject(file, {})
    assert {*subject.addresses.kinds} == {*graph.statements}
    assert {
        name: kind for name, kind in subject.addresses.kinds.items() if graph.statements[name].kind is not kind
    } == {}
    assert {*subject.steps} == {*graph.arguments}
    for step in (*subject.steps.given, *subject.steps.implied):
        argument = graph.arguments[step.id]
        assert (step.premises, step.conclusion, step.pro) == (argument.premises, argument.conclusion, argument.pro)
    for name, rebuttal in file.model.rebuttals.items():
        for step in (step for target in rebuttal.attacks if ":" in target.on for step in subject.steps.at(target.on)):
            assert name in graph.arguments[step.id].undercutters
    for address in ADDRESSES:
        found = (
            {step.id for step in subject.steps.at(address)} if ":" in address else {*subject.addresses.spread(address)}
        )
        assert found == named(graph, address)


@settings(max_examples=100, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink))
@given(cases)
def test_what_passes_can_be_built_and_evaluated_at_every_stage(case: Mapping[str, object]) -> None:
    file = case_file(written(case))
    errors = [finding for finding in check_case(file, {}) if finding.severity is Severity.ERROR]
    event("passes" if not errors else "does not pass")
    if errors:
        return
    graph = build(file.model, file.model.theories)
    for scenario in (None, *file.model.scenarios):
        for stage in Stage:
            evaluate(graph, context(graph, scenario=scenario, stage=stage))


@settings(max_examples=100, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink))
@given(cases)
def test_findings_come_sorted_each_once_and_with_a_place(case: Mapping[str, object]) -> None:
    found = check_case(case_file(written(case)), {})
    assert list(found) == sorted(dict.fromkeys(found), key=lambda finding: finding.sort_key)
    assert all(finding.span is not None for finding in found)
    assert found == check_case(case_file(written(case)), {})


@settings(max_examples=100, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink))
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_the_sections_changes_no_finding(case: dict[str, object], random: st.DataObject) -> None:
    shuffled = list(case.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a source of randomness
    one, other = check_case(case_file(written(case)), {}), check_case(case_file(written(dict(shuffled))), {})
    assert sorted((f.rule.name, f.message) for f in one) == sorted((f.rule.name, f.message) for f in other)
