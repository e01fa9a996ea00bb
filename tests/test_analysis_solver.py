"""The solver behind the questions: searches end, give up and are left as they should."""

from __future__ import annotations

from itertools import islice

import pytest

from mapper.analysis.bearing.solver import GivenUpError, Program, gathered


def pigeons(count: int, effort: int) -> Program:
    """Return a program without models that is hard to see through: so many pigeons in one hole fewer."""
    program = Program(effort=effort)
    with program.adding() as writer:
        at = [[writer.atom(pigeon * count + hole) for hole in range(count - 1)] for pigeon in range(count)]
        for holes in at:
            writer.choice(holes)
            writer.exactly_one(holes)
        for hole in range(count - 1):
            writer.forbid_two([holes[hole] for holes in at])
    return program


def free(count: int) -> Program:
    """Return a program in whose models any of so many atoms are true."""
    program = Program()
    with program.adding() as writer:
        writer.choice([writer.atom(key) for key in range(count)])
    return program


def test_every_model_is_found_once() -> None:
    found = [tuple(sorted(answer.chosen)) for answer in free(3).models()]
    assert sorted(found) == [(), (0,), (0, 1), (0, 1, 2), (0, 2), (1,), (1, 2), (2,)]


def test_a_search_without_models_ends() -> None:
    assert list(pigeons(4, effort=10_000).models()) == []


def test_a_search_that_meets_too_many_dead_ends_says_so() -> None:
    with pytest.raises(GivenUpError):
        list(pigeons(10, effort=10).models())
    assert gathered(pigeons(10, effort=10).models(), 5) == ([], False)
    with pytest.raises(GivenUpError):
        pigeons(10, effort=10).first()


def test_a_search_can_be_left_and_begun_anew_with_more_rules() -> None:
    program = free(20)
    assert len([answer.chosen for answer in islice(program.models(), 5)]) == 5
    with program.adding() as writer:
        first, second = writer.atom(100), writer.atom(101)
        writer.rule(first)
        writer.rule(second, [first])
    assert {100, 101} <= {*(program.first() or ())}


def test_a_limit_is_no_limit_if_there_is_not_more() -> None:
    assert gathered(iter("abc"), 3) == (["a", "b", "c"], True)
    assert gathered(iter("abc"), 2) == (["a", "b"], False)
