"""The compiled labelling: the same labels, decided in the same order; and networks straight from numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from mapper.evaluate import kernel
from mapper.evaluate.compiled import FROM, kernel_for
from mapper.evaluate.grounded import IN, OUT, grounded_in_order
from mapper.evaluate.network import Network, Rows, network, network_of
from mapper.graph import Argument, ArgumentGraph
from mapper.vocabulary import Assumption, Standard, Weighing
from tests.strategies import Problem, problems

ONE_GATE = (Weighing.LINKED, Weighing.FACTORIZED)


def without_issues(problem: Problem) -> Problem:
    graph = problem.graph
    return replace(problem, graph=ArgumentGraph(graph.statements.values(), graph.arguments.values()))


@settings(max_examples=150)
@given(problems(weighings=ONE_GATE).map(without_issues))
def test_machine_code_decides_the_same_in_the_same_order(problem: Problem) -> None:
    for variant in problem.variants():
        flat = network(variant.graph)
        assumed = {flat.index[name]: assumption for name, assumption in variant.assumptions.items()}
        standards = [variant.standards[name] for name in flat.index]
        assert kernel.labelled(flat, assumed, standards) == grounded_in_order(flat, assumed, standards)


@given(problems(weighings=[Weighing.LINKED]).map(without_issues))
def test_a_network_from_numbers_is_that_of_the_graph(problem: Problem) -> None:
    arguments, index = list(problem.graph.arguments.values()), network(problem.graph).index

    def links(several: list[tuple[str, ...]]) -> tuple[list[int], list[int]]:
        pairs = [(index[name], number) for number, names in enumerate(several) for name in names]
        return [statement for statement, _ in pairs], [number for _, number in pairs]

    def side(argument: Argument) -> int:
        return 2 * index[argument.conclusion] + (not argument.pro)

    found = network_of(
        len(index),
        [side(argument) for argument in arguments],
        [argument.weight for argument in arguments],
        links([argument.premises for argument in arguments]),
        links([argument.undercutters for argument in arguments]),
    )
    assert found == replace(network(problem.graph), index={})


def attacks_in_a_row(size: int) -> Network:
    """Return statements of which each undercuts the one argument for the next."""
    one = Fraction(1)
    row = list(range(size - 1))
    return network_of(size, [2 * number for number in range(size)], [one] * size, ([], []), (row, [n + 1 for n in row]))


def test_large_networks_are_labelled_by_machine_code() -> None:
    assert kernel_for(FROM) is kernel
    assert kernel_for(FROM - 1) is None
    labels, decided = grounded_in_order(attacks_in_a_row(FROM), {}, [Standard.PREPONDERANCE] * FROM)
    assert labels == [IN, OUT] * (FROM // 2)
    assert decided == list(range(FROM))


def test_an_assumption_starts_the_row_otherwise() -> None:
    labels, _ = grounded_in_order(attacks_in_a_row(4), {0: Assumption.REJECTED}, [Standard.PREPONDERANCE] * 4)
    assert labels == [OUT, IN, OUT, IN]


def test_items_are_sorted_by_machine_code_as_without_it() -> None:
    keys, items = [3, 0, 3, 1, 0], [5, 4, 3, 2, 1]
    assert Rows(*kernel.sorted_rows(4, keys, items)) == Rows.of(4, keys, items)
