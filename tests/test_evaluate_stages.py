"""The stage table, row by row and stage by stage."""

from __future__ import annotations

import pytest

from mapper.evaluate.stages import Features, row_for, table
from mapper.graph import ArgumentGraph
from mapper.vocabulary import Side, Stage
from tests.cases import graph_of, labelled

ACCEPTED, NEVER, OPEN, ARGUED = "accepted", "rejected", "open", "argued"

COUNTS: dict[str, tuple[str, list[str]]] = {
    "allegation from the news": ("allegations: {X: {text: x, by: does, source: paper}}", [NEVER] * 3),
    "conclusion from the news": (
        "allegations: {X: {text: x, by: does, source: paper, nature: conclusion}}",
        [NEVER] * 3,
    ),
    "evidence from the news": ("evidence: {X: {text: x, source: paper}}", [NEVER] * 3),
    "law from a comment": ("propositions: {X: {text: x, source: readers}}", [NEVER] * 3),
    "rebuttal from a comment": ("rebuttals: {X: {text: x, nature: fact, source: readers}}", [NEVER] * 3),
    "position from a comment": (
        "propositions: {X: {text: x, source: readers}, Y: y}\nissues: {I: {positions: [X, Y]}}",
        [NEVER] * 3,
    ),
    "allegation judicially noticed": ("allegations: {X: {text: x, source: record}}", [ACCEPTED] * 3),
    "conclusion judicially noticed": (
        "allegations: {X: {text: x, source: record, nature: conclusion}}",
        [ACCEPTED] * 3,
    ),
    "evidence judicially noticed": ("evidence: {X: {text: x, source: record}}", [ACCEPTED] * 3),
    "law found": ("propositions: {X: {text: x, source: record}}", [ACCEPTED] * 3),
    "rebuttal found, of the other side": (
        "rebuttals: {X: {text: x, by: corp, nature: fact, source: record}}",
        [ACCEPTED] * 3,
    ),
    "evidence": ("evidence: {X: {text: x}}", [NEVER, ACCEPTED, ACCEPTED]),
    "evidence attached to the complaint": (
        "evidence: {X: {text: x, by: does, source: complaint ex. 1}}",
        [NEVER, ACCEPTED, ACCEPTED],
    ),
    "what an exhibit says": ("allegations: {X: {text: x, source: exhibit}}", [NEVER, ACCEPTED, ACCEPTED]),
    "conclusion": ("allegations: {X: {text: x, nature: conclusion}}", [ARGUED] * 3),
    "conclusion that is admitted": (
        "allegations: {X: {text: x, nature: conclusion, response: {corp: admitted}}}",
        [ARGUED] * 3,
    ),
    "fact pleaded, without a source": ("allegations: {X: x}", [ACCEPTED, ARGUED, ARGUED]),
    "fact pleaded": ("allegations: {X: {text: x, source: complaint}}", [ACCEPTED, ARGUED, ARGUED]),
    "damages pleaded": (
        "allegations: {X: {text: x, source: complaint, nature: damages}}",
        [ACCEPTED, ARGUED, ARGUED],
    ),
    "fact pleaded and admitted": (
        "allegations: {X: {text: x, source: complaint, response: {corp: admitted}}}",
        [ACCEPTED] * 3,
    ),
    "rebuttal of fact in the pleading under attack": (
        "rebuttals: {X: {text: x, by: does, nature: fact}}",
        [ACCEPTED, ARGUED, ARGUED],
    ),
    "fact pleaded by the other side": ("allegations: {X: {text: x, by: corp}}", [NEVER, ARGUED, ARGUED]),
    "fact in the answer": ("allegations: {X: {text: x, by: corp, source: answer}}", [NEVER, ARGUED, ARGUED]),
    "fact in the answer that is admitted": (
        "allegations: {X: {text: x, by: corp, source: answer, response: {does: admitted}}}",
        [NEVER, ACCEPTED, ACCEPTED],
    ),
    "fact in a brief": ("allegations: {X: {text: x, by: does, source: brief}}", [NEVER, ARGUED, ARGUED]),
    "fact in an opinion": ("allegations: {X: {text: x, by: does, source: opinion}}", [NEVER, ARGUED, ARGUED]),
    "fact alleged by a nonparty": ("allegations: {X: {text: x, by: press}}", [NEVER, ARGUED, ARGUED]),
    "fact alleged by both sides": ("allegations: {X: {text: x, by: [does, corp]}}", [NEVER, ARGUED, ARGUED]),
    "rebuttal of fact by the other side": (
        "rebuttals: {X: {text: x, by: corp, nature: fact}}",
        [NEVER, ARGUED, ARGUED],
    ),
    "rebuttal of fact by nobody": ("rebuttals: {X: {text: x, nature: fact}}", [NEVER, ARGUED, ARGUED]),
    "one of several positions": (
        "propositions: {X: x, Y: y}\nissues: {I: {positions: [X, Y]}}",
        [OPEN] * 3,
    ),
    "one of several positions, with authority": (
        "propositions: {X: {text: x, source: statute}, Y: y}\nissues: {I: {positions: [X, Y]}}",
        [OPEN] * 3,
    ),
    "rebuttal in law that is one of several positions": (
        "propositions: {Y: y}\nrebuttals: {X: {text: x, nature: law}}\nissues: {I: {positions: [X, Y]}}",
        [OPEN] * 3,
    ),
    "law without any argument": ("propositions: {X: x}", [OPEN] * 3),
    "law from a brief": ("propositions: {X: {text: x, source: brief}}", [OPEN] * 3),
    "law from a statute": ("propositions: {X: {text: x, source: statute § 1}}", [ARGUED] * 3),
    "law from an opinion": ("propositions: {X: {text: x, source: opinion}}", [ARGUED] * 3),
    "law applied to fact, from an opinion": (
        "propositions: {X: {text: x, nature: mixed, source: opinion}}",
        [ARGUED] * 3,
    ),
    "law that something supports": ("propositions: {X: {text: x, support: [A]}}\nallegations: {A: a}", [ARGUED] * 3),
    "law that something opposes": (
        "propositions: {X: x}\nrebuttals: {R: {text: r, nature: law, attacks: X}}",
        [ARGUED] * 3,
    ),
    "rebuttal in law without any argument": ("rebuttals: {X: {text: x, by: corp, nature: law}}", [OPEN] * 3),
    "rebuttal in law from an opinion": ("rebuttals: {X: {text: x, nature: law, source: opinion}}", [ARGUED] * 3),
}


@pytest.mark.parametrize(("sections", "expected"), COUNTS.values(), ids=COUNTS)
def test_what_counts_at_each_stage(sections: str, expected: list[str]) -> None:
    graph = graph_of(sections)
    assert [assumed(graph, stage, "X") for stage in Stage] == expected


def assumed(graph: ArgumentGraph, stage: Stage, name: str) -> str:
    """Return what is assumed about a statement at a stage."""
    given = labelled(graph, stage=stage).given.get(name)
    return given.assumption.value if given else ARGUED


STANDARDS: dict[str, list[str]] = {
    "FACT": ["preponderance", "genuine-dispute", "preponderance"],
    "CONCLUSION": ["preponderance", "genuine-dispute", "preponderance"],
    "LETTER": ["preponderance", "genuine-dispute", "preponderance"],
    "DENIAL": ["preponderance", "genuine-dispute", "preponderance"],
    "LAW": ["genuine-dispute"] * 3,
    "MIXED": ["genuine-dispute"] * 3,
    "OBJECTION": ["genuine-dispute"] * 3,
    "READING": ["preponderance"] * 3,
    "negligence.duty": ["preponderance"] * 3,
    "negligence.breach": ["scintilla", "genuine-dispute", "preponderance"],
    "negligence.harm": ["scintilla", "genuine-dispute", "clear-and-convincing"],
    "negligence.made-out": ["preponderance"] * 3,
    "negligence": ["preponderance"] * 3,
    "immunity.provider": ["dialectical-validity", "genuine-dispute", "beyond-reasonable-doubt"],
    "immunity@negligence.publisher": ["dialectical-validity", "genuine-dispute", "preponderance"],
    "immunity@negligence": ["preponderance"] * 3,
    "exception.knowing": ["scintilla", "genuine-dispute", "preponderance"],
    "exception@negligence.scope": ["preponderance"] * 3,
    "exception@negligence": ["preponderance"] * 3,
}
OF_EACH_KIND = """
allegations:
  FACT: A fact.
  CONCLUSION: {text: A conclusion., nature: conclusion}
evidence:
  LETTER: {text: A letter., by: does, source: exhibit}
propositions:
  LAW: A statement of law.
  MIXED: {text: A statement of law applied to fact., nature: mixed}
  READING: One reading.
  OTHER: Another reading.
issues:
  QUESTION: {positions: [READING, OTHER]}
rebuttals:
  DENIAL: {text: Not so., by: corp, nature: fact, attacks: FACT}
  OBJECTION: {text: That is not the law., by: corp, nature: law, attacks: LAW}
claims:
  negligence: {theory: tort, by: does, against: corp}
defenses:
  immunity: {theory: immunity, by: corp, against: negligence}
carve-outs:
  exception: {theory: exception, by: does, lifts: immunity}
"""


@pytest.mark.parametrize(("name", "expected"), STANDARDS.items(), ids=STANDARDS)
def test_standard_at_each_stage(name: str, expected: list[str]) -> None:
    graph = graph_of(OF_EACH_KIND)
    assert [labelled(graph, stage=stage).standards[name].value for stage in Stage] == expected


@pytest.mark.parametrize("name", ["counts", "standards"])
def test_every_row_of_the_table_is_some_statements_first(name: str) -> None:
    graphs = [graph_of(OF_EACH_KIND), *(graph_of(sections) for sections, _ in COUNTS.values())]
    reached = {
        row_for(name, Features.of(graph, statement, side)).name
        for graph in graphs
        for statement in graph.statements.values()
        for side in Side
    }
    assert reached == {row.name for row in table(name)}
