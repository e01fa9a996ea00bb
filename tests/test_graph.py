"""The questions that one asks of a graph."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mapper.graph import Argument, ArgumentGraph, Issue, Statement, UnknownAddressError
from mapper.vocabulary import Kind, Weighing
from tests.cases import graph_of
from tests.strategies import statement

SMALL = ArgumentGraph(
    [*map(statement, "pqrsu"), Statement(id="x", kind=Kind.ALLEGATION, title="An allegation", text="It says so.")],
    [
        Argument(id="one", premises=("p", "q"), conclusion="r", weight=Fraction(".6"), weighing=Weighing.CUMULATIVE),
        Argument(id="two", premises=("p",), conclusion="r", undercutters=("u",)),
        Argument(id="three", premises=("s",), conclusion="r", pro=False, undercutters=("u", "x")),
    ],
    [Issue(id="i", positions=("p", "q", "s"))],
)


def ids(arguments: tuple[Argument, ...]) -> list[str]:
    """Return the ids of arguments."""
    return [argument.id for argument in arguments]


def test_links_come_in_the_order_of_the_file() -> None:
    assert {name: (ids(SMALL.pro(name)), ids(SMALL.con(name))) for name in "pr"} == {
        "p": ([], []),
        "r": (["one", "two"], ["three"]),
    }
    assert {name: ids(SMALL.uses(name)) for name in "pqr"} == {"p": ["one", "two"], "q": ["one"], "r": []}
    assert {name: ids(SMALL.undercuts(name)) for name in "pux"} == {"p": [], "u": ["two", "three"], "x": ["three"]}


def test_rivals_are_the_other_positions_of_the_issue() -> None:
    assert {name: SMALL.rivals(name) for name in "pqr"} == {"p": ("q", "s"), "q": ("p", "s"), "r": ()}
    assert (SMALL.issue_of("s"), SMALL.issue_of("r")) == (SMALL.issues["i"], None)


def test_a_statement_without_a_title_is_headed_by_its_id() -> None:
    assert [SMALL.statements[name].heading for name in "px"] == ["p", "An allegation"]


def test_networkx_gets_statements_arguments_links_and_issues() -> None:
    found = SMALL.to_networkx()
    assert found.graph == {"issues": {"i": ["p", "q", "s"]}}
    assert dict(found.nodes)["x"] == {
        "bipartite": 0,
        "kind": "allegation",
        "title": "An allegation",
        "text": "It says so.",
        "nature": "fact",
    }
    assert dict(found.nodes)["one"] == {"bipartite": 1, "pro": True, "weight": "3/5", "weighing": "cumulative"}
    assert sorted((start, end, found.edges[start, end]["role"]) for start, end in found.edges) == [
        ("one", "r", "pro"),
        ("p", "one", "premise"),
        ("p", "two", "premise"),
        ("q", "one", "premise"),
        ("s", "three", "premise"),
        ("three", "r", "con"),
        ("two", "r", "pro"),
        ("u", "three", "undercut"),
        ("u", "two", "undercut"),
        ("x", "three", "undercut"),
    ]


CASE = graph_of("""
allegations:
  FACT: x
  Other: x
evidence:
  PAPER: {text: x, disproves: [FACT]}
claims:
  negligence: {theory: tort, by: does, against: corp, support: {breach: [FACT, [Other, FACT]]}}
  statutory: {theory: act, by: does, against: corp}
defenses:
  shield: {theory: immunity, by: corp, against: [statutory, negligence], support: {publisher: [FACT]}}
  other: {theory: immunity, by: corp, against: [negligence]}
carve-outs:
  lift: {theory: exception, by: does, lifts: [shield, other]}
rebuttals:
  REPLY: {text: x, by: does, nature: law, attacks: [shield@negligence, negligence]}
""")


def names(statements: tuple[Statement, ...]) -> list[str]:
    """Return the ids of statements."""
    return [found.id for found in statements]


def test_the_parts_of_a_case() -> None:
    assert names(CASE.claims()) == ["negligence", "statutory"]
    assert names(CASE.of_kind(Kind.EVIDENCE, Kind.ALLEGATION)) == ["FACT", "Other", "PAPER"]
    assert names(CASE.elements("negligence")) == ["negligence.duty", "negligence.breach", "negligence.harm"]
    assert names(CASE.elements("lift@statutory")) == ["lift.knowing", "lift@statutory.scope"]
    assert CASE.elements("FACT") == ()


def test_bars_are_the_defenses_and_lifts_the_carve_outs_but_no_rebuttal() -> None:
    assert names(CASE.bars("negligence")) == ["shield@negligence", "other@negligence"]
    assert names(CASE.bars("statutory")) == ["shield@statutory"]
    assert names(CASE.lifts("shield@negligence")) == ["lift@negligence"]
    assert names(CASE.lifts("other@negligence")) == ["lift@negligence"]
    assert (CASE.bars("FACT"), CASE.lifts("FACT")) == ((), ())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("FACT", ["FACT"]),
        ("negligence.duty", ["negligence.duty"]),
        ("shield.provider", ["shield.provider"]),
        ("shield", ["shield@statutory", "shield@negligence"]),
        ("shield.publisher", ["shield@statutory.publisher", "shield@negligence.publisher"]),
        ("shield@negligence.publisher", ["shield@negligence.publisher"]),
        ("lift.scope", ["lift@negligence.scope", "lift@statutory.scope"]),
        ("elements:negligence.made-out", ["elements:negligence.made-out"]),
        ("PAPER:FACT", ["PAPER:FACT"]),
        ("FACT:negligence.breach", ["FACT:negligence.breach", "Other+FACT:negligence.breach"]),
        ("FACT+Other:negligence.breach", ["Other+FACT:negligence.breach"]),
        ("FACT:shield.publisher", ["FACT:shield@statutory.publisher", "FACT:shield@negligence.publisher"]),
    ],
)
def test_an_address_names_one_thing_or_several(address: str, expected: list[str]) -> None:
    assert sorted(CASE.resolve(address)) == sorted(expected)


def test_every_id_in_the_graph_is_an_address_of_itself() -> None:
    for name in (*CASE.statements, *CASE.arguments):
        assert name in CASE.resolve(name)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("FACTS", ("FACT",)),
        ("OTHER", ("Other",)),
        ("negligense", ("negligence",)),
        ("sheild", ("shield",)),
        ("FACT:neglgence.breach", ("FACT:negligence.breach",)),
        ("nothing-like-it-at-all", ()),
    ],
)
def test_an_address_of_nothing_is_refused_with_what_was_meant(address: str, near: tuple[str, ...]) -> None:
    with pytest.raises(UnknownAddressError) as caught:
        CASE.resolve(address)
    assert (caught.value.address, caught.value.near[: len(near)]) == (address, near)
    assert bool(caught.value.near) is bool(near)


def test_a_step_is_no_statement() -> None:
    with pytest.raises(UnknownAddressError) as caught:
        CASE.resolve_statements("PAPER:FACT")
    assert (caught.value.found, caught.value.choices) == ("step", ("FACT",))
    assert CASE.resolve_statements("other") == ("other@negligence",)


def test_addresses_are_listed_once_with_defenses_and_carve_outs_also_by_themselves() -> None:
    assert list(CASE.addresses()) == [
        "FACT",
        "Other",
        "PAPER",
        "REPLY",
        "negligence.duty",
        "negligence.breach",
        "negligence.harm",
        "negligence.made-out",
        "negligence",
        "statutory.violation",
        "statutory.made-out",
        "statutory",
        "shield.provider",
        "shield@statutory.publisher",
        "shield",
        "shield@statutory",
        "shield@negligence.publisher",
        "shield@negligence",
        "other.provider",
        "other@negligence.publisher",
        "other",
        "other@negligence",
        "lift.knowing",
        "lift@statutory.scope",
        "lift",
        "lift@statutory",
        "lift@negligence.scope",
        "lift@negligence",
    ]
