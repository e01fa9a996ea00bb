"""Every item of the source documents is in a map, with its words; commentary stays in a layer of its own."""

from __future__ import annotations

import pytest

from mapper.build import build
from mapper.evaluate import Context, evaluate
from mapper.graph import ArgumentGraph
from mapper.theories import library
from mapper.vocabulary import Kind, Label, SourceKind
from tests.sources import Item, case, items, kind, quote

NUMBERS = {
    "000-": [f"{n:02}" for n in range(1, 27)],
    "001-": [f"{n:02}" for n in range(1, 19)],
    "002-": [
        *("H1", "H2", "H3"),
        *(f"C1-{letter}" for letter in "abcdefghijklmnop"),
        *("C1.1-a", "C1.1-b", *(f"C1.1.1-{letter}" for letter in "abcde")),
        *("C2-a", "C2-b", "C2.1", "C2.1.1", "C2.1.1.1", "C2.2", "C2.3-a", "C2.3-b"),
        *("C3-a", "C3-b", "C3-c", "C3-d", "C3.1", "C3.2", "C3.3-a", "C3.3-b", "C3.3-c"),
        *("C4", "C4.1", "C4.2-a", "C4.2-b", "C4.2-c", "C5", "C6", "C7-a", "C7-b", "C7-c"),
    ],
    "003-": [*(f"{n:02}" for n in range(1, 15)), *(f"T{n:02}" for n in range(1, 15))],
    "004-": [f"{n:02}" for n in range(1, 21)],
}
SAME = (
    ("BACKBONE", "000-06 001-02 003-11 004-09"),
    ("BOAST", "000-05 004-08"),
    ("CUSTOM-DATABASE", "000-07 004-10"),
    ("NEW-USERS", "000-08 001-08 004-11"),
    ("REMARKET", "000-09 004-12"),
    ("ENGINEERED", "000-10 004-13"),
    ("PUBLIC-COST", "000-11 004-14"),
    ("FACILITATED", "000-12 004-15"),
    ("VILEST", "000-15 001-11"),
    ("press-line", "001-12 004-19"),
    ("generic-service", "001-17 003-14"),
    ("vendor-reductio", "000-25 002-C1-a 002-C1-j 002-C1.1-b 002-C2-a 002-C2-b 002-C2.1 002-C2.1.1 002-C2.1.1.1"),
    ("vendor-reductio", "002-C2.2 002-C3-b 002-C3-c 002-C7-b"),
)
"""What the documents say more than once, and the one statement that it became."""

NOISE = ("c3-2", "c5", "c6")
"""Comments that argue nothing."""

DEBATE = build(case("reader-debate"), library())
MAPS = {name: build(case(name), library()) for name in dict.fromkeys(item.case for item in items())}
COMMENTS = [name for name in case("reader-debate").parties if name[0] == "c" and name[1:2].isdigit()]


def test_every_item_of_the_documents_is_in_a_map_and_no_other() -> None:
    listed = {start + end for start, ends in NUMBERS.items() for end in ends}
    assert len(listed) == 145
    assert {item.number for item in items()} == listed


@pytest.mark.parametrize("item", items(), ids=lambda item: f"{item.number}-{item.id}")
def test_an_item_became_something_that_says_by_which_words_it_is_found(item: Item) -> None:
    assert (quote(item) is None) == (kind(item) in ("claim", "defense", "carve-out"))
    assert len(item.words.split()) <= 8


def test_every_quote_of_a_source_document_is_an_item() -> None:
    """The other way round: nothing in the maps comes from a document by words that the table does not know."""
    known = {(item.case, item.id, item.words) for item in items()}
    missing = [
        (name, statement.id, words)
        for name, graph in MAPS.items()
        for statement in graph.statements.values()
        for where, words in statement.quotes
        if case(name).sources[where.source].file and (name, statement.id, words) not in known
    ]
    assert missing == []


@pytest.mark.parametrize(("name", "numbers"), SAME)
def test_what_is_said_more_than_once_stands_once(name: str, numbers: str) -> None:
    assert set(numbers.split()) <= {item.number for item in items() if item.id == name}


def test_there_are_nineteen_comments_and_no_two_are_one_speaker() -> None:
    assert len(COMMENTS) == 19
    shared = [name for name in COMMENTS if "Anonymous Coward" in case("reader-debate").parties[name].name]
    assert shared == ["c1", "c1-1-1", "c2-3", "c3-2", "c4-2", "c7"]


@pytest.mark.parametrize("comment", [name for name in COMMENTS if "-" in name and name not in NOISE])
def test_an_answer_attacks_or_supports_what_it_answers_or_says_the_same(comment: str) -> None:
    asked = [comment.rsplit("-", n)[0] for n in range(1, comment.count("-") + 1)]
    said = [s for s in DEBATE.statements.values() if comment in s.by]
    reached = {name for statement in said for name in _aims(DEBATE, statement.id)} | {s.id for s in said}
    assert any({*DEBATE.statements[name].by} & {*asked} for name in reached)


def _aims(graph: ArgumentGraph, name: str) -> set[str]:
    """Return what a statement supports, argues against or undercuts."""
    steps = [graph.arguments[step.id] for step in (*graph.uses(name), *graph.undercuts(name))]
    return {step.conclusion for step in steps}


@pytest.mark.parametrize("comment", NOISE)
def test_noise_is_kept_and_linked_to_nothing(comment: str) -> None:
    (said,) = [s.id for s in DEBATE.statements.values() if comment in s.by]
    assert not DEBATE.uses(said)
    assert not DEBATE.undercuts(said)


def test_commentary_feeds_no_element_of_a_claim_or_a_defense() -> None:
    talk = (SourceKind.NEWS, SourceKind.COMMENTARY)
    for graph in MAPS.values():
        for statement in graph.statements.values():
            if statement.source_kind in talk:
                fed = [graph.statements[step.conclusion] for step in graph.uses(statement.id) if step.pro]
                assert all(s.kind is not Kind.ELEMENT or s.element == "scope" for s in fed), statement.id


def test_no_comment_counts() -> None:
    for graph in MAPS.values():
        talk = [s.id for s in graph.statements.values() if s.source_kind in (SourceKind.NEWS, SourceKind.COMMENTARY)]
        plain = evaluate(graph, Context())
        assert {plain.label(name) for name in talk} == {Label.OUT}
