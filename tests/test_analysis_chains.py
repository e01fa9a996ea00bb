"""Chains: all of them, in order, each as live as its statements are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.analysis.chains import Chain, Sort, chains, count_chains
from mapper.analysis.links import Links
from mapper.evaluate import Evaluation
from mapper.vocabulary import Label
from tests.cases import graph_of, labelled
from tests.strategies import Problem, evaluated, problems
from tests.test_analysis_explain import CASE

Steps = tuple[tuple[str, str | None], ...]


def brute_force(evaluation: Evaluation, target: str, *, attacks: bool) -> set[Steps]:
    """Return every simple path from a leaf, as (statement, argument that leads on) pairs."""
    links = Links(evaluation, target, start=None, attacks=attacks)
    found: set[Steps] = set()

    def walk(name: str, path: Steps) -> None:
        if links.begins(name):
            found.add(path or ((name, None),))
        for link in links.into(name):
            if link.source != target and link.source not in [step[0] for step in path]:
                walk(link.source, ((link.source, f"{link.relation} {link.argument}"), *path))

    walk(target, ())
    return found


def steps(chain: Chain) -> Steps:
    """Return a chain in the form of the brute force."""
    if not chain.links:
        return ((chain.statements[0], None),)
    return tuple((link.source, f"{link.relation} {link.argument}") for link in chain.links)


@given(problems(size=5), st.booleans())
def test_every_simple_path_is_listed_once(problem: Problem, attacks: bool) -> None:
    evaluation = evaluated(problem)
    found = [steps(chain) for chain in chains(evaluation, "s0", attacks=attacks)]
    assert len(found) == len(set(found))
    assert set(found) == brute_force(evaluation, "s0", attacks=attacks)


@given(problems(size=5), st.sampled_from(Sort), st.booleans())
def test_chains_come_live_first_and_then_in_the_order_asked_for(problem: Problem, sort: Sort, attacks: bool) -> None:
    found = list(chains(evaluated(problem), "s0", sort=sort, attacks=attacks))
    keys: dict[Sort, list[tuple[bool, Fraction | int, Fraction | int]]] = {
        Sort.LENGTH: [(not c.live, len(c.links), -c.strength) for c in found],
        Sort.STRENGTH: [(not c.live, -c.strength, len(c.links)) for c in found],
        Sort.FILE: [(not c.live, 0, 0) for c in found],
    }
    assert keys[sort] == sorted(keys[sort])


@given(problems(size=6), st.booleans())
def test_chains_that_are_alike_come_in_the_order_of_the_file(problem: Problem, attacks: bool) -> None:
    evaluation = evaluated(problem)
    links = Links(evaluation, "s0", start=None, attacks=attacks)

    def place(chain: Chain) -> list[int]:
        backwards = reversed(list(zip(chain.statements[1:], chain.links, strict=True)))
        return [links.into(statement).index(link) for statement, link in backwards]

    found = list(chains(evaluation, "s0", attacks=attacks))
    keys = [(not c.live, len(c.links), -c.strength, place(c)) for c in found]
    assert keys == sorted(keys)


@given(problems(size=5))
def test_a_chain_is_live_if_all_on_it_is_in_and_every_step_has_weight(problem: Problem) -> None:
    evaluation = evaluated(problem)
    for chain in chains(evaluation, "s0"):
        arguments = [evaluation.graph.arguments[link.argument or ""] for link in chain.links]
        all_in = all(evaluation.labels[name] is Label.IN for name in chain.statements)
        assert chain.live == (all_in and all(evaluation.is_live(argument) for argument in arguments))
        assert chain.strength == min((link.weight for link in chain.links), default=Fraction(1))


@given(problems(size=6), st.booleans())
def test_the_count_is_the_number_listed(problem: Problem, attacks: bool) -> None:
    evaluation = evaluated(problem)
    count = count_chains(evaluation, "s0", attacks=attacks)
    assert count.exact
    assert count.chains == len(list(chains(evaluation, "s0", attacks=attacks)))


@given(problems(size=6))
def test_chains_from_a_leaf_are_those_of_all_that_begin_there(problem: Problem) -> None:
    evaluation = evaluated(problem)
    everything = list(chains(evaluation, "s0"))
    for leaf in {chain.statements[0] for chain in everything}:
        found = set(chains(evaluation, "s0", start=leaf))
        assert found == {chain for chain in everything if chain.statements[0] == leaf}


def test_a_count_that_was_cut_short_says_so() -> None:
    graph = graph_of("""
allegations:
  A: {text: A., nature: conclusion, support: [B, C]}
  B: {text: B., nature: conclusion, support: [A, C]}
  C: It is so.
""")
    assert count_chains(labelled(graph), "A").chains == 2
    assert count_chains(labelled(graph), "A", limit=1) == type(count_chains(labelled(graph), "A"))(1, exact=False)


def test_a_limit_is_kept() -> None:
    evaluation = labelled(graph_of(CASE), scenario="narrow")
    assert [c.statements for c in chains(evaluation, "negligence", limit=1)] == [
        ("SOLD", "negligence.duty", "negligence.made-out", "negligence")
    ]


def test_a_broken_chain_says_where_and_by_what() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    chain = next(chains(evaluation, "negligence"))
    assert chain.broken is not None
    assert (chain.broken.statement, chain.broken.by) == ("negligence", ("section-230@negligence",))


def test_a_chain_through_attacks_has_a_sign() -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    found = [(c.sign, c.live, c.statements) for c in chains(evaluation, "negligence", attacks=True) if c.live]
    assert found == [
        (-1, True, ("SOLD", "section-230.provider", "section-230@negligence", "negligence")),
        (-1, True, ("wide", "section-230@negligence.publisher", "section-230@negligence", "negligence")),
    ]


@pytest.mark.parametrize("start", [None, "nobody"])
def test_an_unknown_statement_is_an_error(start: str | None) -> None:
    evaluation = labelled(graph_of(CASE), scenario="wide")
    with pytest.raises(KeyError):
        list(chains(evaluation, "negligence" if start else "nobody", start=start))
