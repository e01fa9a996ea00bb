"""What the case says of a statement besides its text: by whom and where it is said, how it was answered, on what authority."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.graph import ArgumentGraph, Statement
from mapper.render.diagram.scene.hrefs import safe_link
from mapper.render.diagram.symbols import NATURES
from mapper.render.text.words import CONFIDENCE

Fact = tuple[str, str, str, str]


def facts(graph: ArgumentGraph, statement: Statement) -> list[list[str]]:
    """Return what there is to say: for each fact a term, what it is, more on it, and a link that may be followed.

    What is empty at the end of a fact is left out.
    """
    return [_trimmed(fact) for fact in _facts(graph, statement) if fact[1]]


def party_name(graph: ArgumentGraph, party: str) -> str:
    """Return what a party is called; its id if the case does not say."""
    found = graph.setting.parties.get(party)
    return found.name if found else party


def _facts(graph: ArgumentGraph, statement: Statement) -> Iterator[Fact]:
    issue = graph.issue_of(statement.id)
    yield "Said by", ", ".join(party_name(graph, party) for party in statement.by), "", ""
    yield _source(graph, statement)
    yield from (("Quote", f"“{words}”", str(where), "") for where, words in statement.quotes)
    yield "Date", str(statement.date or ""), "", ""
    yield "Nature", NATURES[statement.nature], "", ""
    for who, word in statement.responses:
        yield "Answer", f"{party_name(graph, who)}: {word.value.replace('-', ' ')}", "", ""
    for found in statement.authority:
        yield "Authority", found.cite, " – ".join(filter(None, (found.says, CONFIDENCE[found.confidence]))), ""
    yield "Condition", "; ".join(statement.unmet), "", ""
    yield "Question", (issue.title or issue.id) if issue else "", "", ""
    yield "Note", statement.note, "", ""


def _source(graph: ArgumentGraph, statement: Statement) -> Fact:
    """Return where a statement is said."""
    if statement.source is None:
        return "Source", "", "", ""
    entry = graph.setting.sources.get(statement.source.source)
    if entry is None:
        return "Source", str(statement.source), "", ""
    more = (entry.title, entry.citation, str(entry.date or ""))
    return "Source", str(statement.source), " · ".join(filter(None, more)), safe_link(entry.url or "")


def _trimmed(fact: Fact) -> list[str]:
    found = [*fact]
    while not found[-1]:
        found.pop()
    return found
