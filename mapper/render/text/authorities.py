"""The table of authorities in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.analysis.authorities import AuthorityRow, Use
from mapper.citations import CitationKind
from mapper.render.terminal import ink, wrapped
from mapper.render.text.words import CONFIDENCE
from mapper.vocabulary import Confidence

HEADINGS = {
    CitationKind.CASE: "Cases",
    CitationKind.CONSTITUTION: "Constitution",
    CitationKind.STATUTE: "Statutes",
    CitationKind.RULE: "Rules",
    CitationKind.INSTRUCTION: "Jury instructions",
    CitationKind.DOCKET: "Dockets",
    CitationKind.OTHER: "Other authorities",
}


UNCITABLE = "not citable as authority"


def authorities(rows: Sequence[AuthorityRow], width: int) -> str:
    """Return each authority with how sure it is, where it is used, and where it can be read."""
    if not rows:
        return "The case cites no authority."
    groups = ([row for row in rows if row.kind is kind] for kind in HEADINGS)
    return "\n\n".join("\n".join(_group(group, width)) for group in groups if group)


def _group(rows: Sequence[AuthorityRow], width: int) -> Iterator[str]:
    yield ink(HEADINGS[rows[0].kind], "bold")
    for row in rows:
        mark = ink(CONFIDENCE[row.confidence], *_INKS[row.confidence])
        citable = "" if row.citable else f", {ink(UNCITABLE, 'red')}"
        yield from wrapped(f"{row.cite} ({mark}{citable})", width, first="  ", rest="    ")
        yield from wrapped(
            ", ".join(_use(use, row.confidence) for use in row.uses), width, first="      ", rest="      "
        )
        if row.url:
            yield f"      {ink(row.url, 'dim')}"


_INKS = {Confidence.VERIFIED: ("green",), Confidence.SECONDARY: ("cyan",), Confidence.UNVERIFIED: ("yellow",)}


def _use(use: Use, confidence: Confidence) -> str:
    """Return where an authority is used; with its mark if that is another than the authority's."""
    pin = f" at {use.pin}" if use.pin else ""
    mark = f" ({CONFIDENCE[use.confidence]})" if use.confidence and use.confidence is not confidence else ""
    return f"{use.address}{pin}{mark}"
