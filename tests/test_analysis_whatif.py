"""What changes if something is accepted, rejected, left open or dropped, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.analysis.explain import explain
from mapper.analysis.whatif import LISTS, reconsidered, supposing, whatif
from mapper.evaluate import Context, evaluate
from mapper.graph import UnknownAddressError
from mapper.vocabulary import Stage
from tests.cases import graph_of, labelled
from tests.test_analysis_explain import CASE

GRAPH = graph_of(CASE)
ADDRESSES = sorted({*GRAPH.addresses(), "SOLD:negligence.duty", "elements:negligence.made-out", "wide:section-230"})
RESOLVABLE = [a for a in ADDRESSES if ":" not in a or a in GRAPH.arguments]


def flips(**asked: object) -> list[tuple[str, str, str, bool]]:
    found = whatif(labelled(GRAPH, scenario="wide"), **asked)  # type: ignore[arg-type]  # the keywords are its own
    return [(f.statement, f.before.value, f.after.value, f.asked) for f in found.flips]


def test_only_what_changes_is_told_in_the_order_of_the_graph() -> None:
    assert flips(reject=["wide"]) == [
        ("narrow", "does not count", "open", False),
        ("wide", "counts", "does not count", True),
        ("negligence", "barred", "stands", False),
        ("section-230@negligence.publisher", "made out", "not made out", False),
        ("section-230@negligence", "applies", "does not apply", False),
    ]


def test_where_the_change_stops_is_told_as_well() -> None:
    found = whatif(labelled(GRAPH, scenario="narrow"), reject=["HURT"])
    assert [flip.statement for flip in found.flips] == [
        "HURT",
        "negligence.harm",
        "negligence.made-out",
        "negligence",
        "conspiracy.harm",
    ]
    assert found.held == ("conspiracy.made-out",)


def test_a_dropped_step_takes_with_it_what_it_alone_carried() -> None:
    found = whatif(labelled(GRAPH, scenario="narrow"), drop=["SOLD:negligence.breach"])
    assert found.asked == ("SOLD:negligence.breach",)
    assert [flip.statement for flip in found.flips] == ["negligence.breach", "negligence.made-out", "negligence"]


def test_a_claim_that_is_barred_and_then_not_made_out_changes_although_it_is_out_in_both() -> None:
    assert ("negligence", "barred", "not made out", False) in flips(reject=["HURT"])


def test_a_claim_that_is_not_made_out_is_explained_by_that_and_not_by_what_would_bar_it() -> None:
    found = whatif(labelled(GRAPH, scenario="wide"), reject=["HURT"])
    assert list(explain(found.after, "negligence").grounds) == [
        "negligence",
        "negligence.made-out",
        "negligence.harm",
        "HURT",
    ]


def test_what_is_named_anew_is_in_no_other_list_any_more() -> None:
    before = Context(Stage.TRIAL, None, accept=("A", "B"), drop=("C",))
    after = supposing(before, {"accept": (), "reject": ("A",), "open": (), "drop": ()})
    assert after == Context(Stage.TRIAL, None, accept=("B",), reject=("A",), drop=("C",))


lists = st.lists(st.sampled_from(RESOLVABLE), max_size=2, unique=True).map(tuple)


@settings(max_examples=150)
@given(
    st.sampled_from([None, "wide", "narrow"]),
    st.sampled_from(Stage),
    st.fixed_dictionaries(dict.fromkeys(LISTS, lists)),
    st.fixed_dictionaries(dict.fromkeys(LISTS, lists)),
)
def test_the_labels_are_those_of_starting_anew(
    scenario: str | None, stage: Stage, first: dict[str, tuple[str, ...]], second: dict[str, tuple[str, ...]]
) -> None:
    steps = {"drop"} if any(":" in a for a in (*first["drop"], *second["drop"])) else set()
    before = Context(stage, scenario, **{k: tuple(a for a in v if ":" not in a) for k, v in first.items()})
    added = {k: tuple(a for a in v if k in steps or ":" not in a) for k, v in second.items()}
    context = supposing(before, added)
    found, expected = reconsidered(evaluate(GRAPH, before), context).evaluation, evaluate(GRAPH, context)
    assert found.labels == expected.labels
    assert {n: g.assumption for n, g in found.given.items()} == {n: g.assumption for n, g in expected.given.items()}
    assert found.graph.arguments == expected.graph.arguments


def test_another_stage_starts_anew() -> None:
    with pytest.raises(ValueError, match="starts anew"):
        reconsidered(labelled(GRAPH), Context(Stage.TRIAL))


def test_a_step_that_was_dropped_does_not_come_back() -> None:
    dropped = evaluate(GRAPH, Context(drop=("SOLD:negligence.duty",)))
    with pytest.raises(ValueError, match="more steps"):
        reconsidered(dropped, Context())


def test_an_address_that_leads_nowhere_is_an_error() -> None:
    with pytest.raises(UnknownAddressError):
        whatif(labelled(GRAPH), drop=["nothing"])
