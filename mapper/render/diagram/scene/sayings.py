"""What there is to say of an item besides its card: who says it, where, and everything in full."""

from __future__ import annotations

from mapper.evaluate import Evaluation
from mapper.graph import Statement
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.hrefs import safe_link
from mapper.render.diagram.scene.items import Item


def speakers(evaluation: Evaluation, statement: Statement) -> str:
    """Return the names of those who say a statement."""
    parties = evaluation.graph.setting.parties
    return ", ".join(parties[party].name if party in parties else party for party in statement.by)


def locator(statement: Statement) -> str:
    """Return where a statement is said and, if that is elsewhere, where its words were found."""
    places = [str(statement.source)] if statement.source else []
    places += [str(place) for place, _ in statement.quotes[:1]]
    return " · ".join(dict.fromkeys(places))


def source_link(evaluation: Evaluation, statement: Statement) -> str:
    """Return where the source of a statement can be read, if that is an address that may be followed."""
    source = evaluation.graph.setting.sources.get(statement.source.source) if statement.source else None
    return safe_link(source.url) if source and source.url else ""


def about(item: Item, evaluation: Evaluation) -> str:
    """Return everything there is to say of an item, line by line."""
    lead = item.lead
    lines = [
        f"{lead.kind.value} {item.key}: {statuses.without_glyph(evaluation, item)}",
        lead.title,
        lead.text,
        *(
            f"{claims}: {group.reason}"
            for group in statuses.groups(evaluation, item.statements)
            if group.reason
            for claims in [", ".join(group.claims)]
        ),
        f"Said by {speakers(evaluation, lead)}" if lead.by else "",
        f"Source: {lead.source}" if lead.source else "",
        *(f"Quoted in {place}: “{quote}”" for place, quote in lead.quotes),
        *(f"Authority: {a.cite}" + (f". {a.says}" if a.says else "") for a in lead.authority),
        statuses.given(evaluation, item.statements),
        lead.note,
    ]
    return "\n".join(filter(None, lines))
