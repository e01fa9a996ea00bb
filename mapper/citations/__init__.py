"""Legal citations in a text: found, put into their normal form, checked, and linked where that is certain.

Examples:
    >>> [found.normal for found in citations("See 47 USC 230(e)(5)(A) and CACI Nos. 3945 and 3946.")]
    ['47 U.S.C. § 230(e)(5)(A)', 'CACI No. 3945', 'CACI No. 3946']
    >>> [(found.text, near) for found, near in malformed("76 F4th 544")]
    [('76 F4th 544', '76 F.4th 544')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mapper.citations.forms import BY_REPORTER, ENGLISH, FORMS, CitationKind, Form
from mapper.citations.reporters import REPORTERS

__all__ = ["Citation", "CitationKind", "citations", "malformed", "name_of", "normal_forms"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a text.

    Attributes:
        kind: what it cites.
        normal: its normal form, with subsections and without a place in a decision.
        text: how it is written; several that share a text, as in ``§§ 115 and 500``, all have the whole.
        start: where the text begins.
        pin: the place in a decision, if one is given.
        well_formed: whether it is written as it should be.
        url: where it can be read, if that is certain.
    """

    kind: CitationKind
    normal: str
    text: str
    start: int
    pin: str = ""
    well_formed: bool = True
    url: str = ""

    @property
    def end(self) -> int:
        """Return where the text ends."""
        return self.start + len(self.text)


def citations(text: str) -> tuple[Citation, ...]:
    """Return the citations in a text, in their order. Linear in its length."""
    found = [*_by_form(text), *_by_reporter(text), *_english(text)]
    found.sort(key=lambda citation: (citation.start, -citation.end))
    kept: list[Citation] = []
    for citation in found:
        before = kept[-1] if kept else None
        if before is None or citation.start >= before.end or citation.text == before.text:
            kept.append(citation)
    return tuple(kept)


def normal_forms(text: str) -> tuple[str, ...]:
    """Return the normal forms of the citations in a text; the text itself if it is in no known form."""
    return tuple(citation.normal for citation in citations(text)) or (text,)


def malformed(text: str) -> Iterator[tuple[Citation, str]]:
    """Yield each citation that is not written as it should be, with how it should be."""
    for citation in citations(text):
        if not citation.well_formed:
            yield citation, f"{citation.normal}, {citation.pin}" if citation.pin else citation.normal


LONGEST_NAME = 300
"""How many characters before a citation are looked at for the name of the case."""

_NAME = re.compile(r"(?P<name>(?:In re|Ex parte) .+?|[^;:]+? v\.? [^;:]+?)(?:,\s*|\s*\(\d{4}\)\s*|\s+)$")


def name_of(text: str, citation: Citation) -> str:
    """Return the name of the case that stands before a citation, where the text begins with it; or nothing.

    Examples:
        >>> cite = "Li v. Yellow Cab Co. (1975) 13 Cal.3d 804"
        >>> name_of(cite, citations(cite)[0])
        'Li v. Yellow Cab Co.'
    """
    found = _NAME.fullmatch(text[: citation.start].rpartition("; ")[2][-LONGEST_NAME:])
    return found["name"].strip() if found else ""


@cache
def _patterns() -> tuple[tuple[Form, re.Pattern[str], re.Pattern[str]], ...]:
    """Return the patterns of the forms; made when they are first needed, so that starting up is not felt."""
    return tuple((form, re.compile(form.found), re.compile(form.right)) for form in FORMS)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _by_form(text: str) -> Iterator[Citation]:
    for form, found, right in _patterns():
        for match in found.finditer(text):
            well_formed = right.fullmatch(_one_line(match[0])) is not None
            for section in _sections(match):
                yield Citation(
                    form.kind,
                    _normal(form, match, section),
                    match[0],
                    match.start(),
                    "",
                    well_formed,
                    _url(form, match, section),
                )


_LISTED = re.compile(r", and |, or |, | and | or ")


def _sections(match: re.Match[str]) -> tuple[str, ...]:
    """Return the sections of a citation, of which there may be several."""
    groups = match.groupdict()
    if groups.get("sections"):
        return tuple(_LISTED.split(match["sections"]))
    tail = (groups.get("tail") or "").lstrip("(")
    return ((groups.get("section") or "") + (f"({tail})" if tail else ""),)


def _normal(form: Form, match: re.Match[str], section: str) -> str:
    filled = form.normal.format_map({**match.groupdict(), "section": section})
    return (
        filled.replace("§ ", "§§ ", 1)
        if "-" in section and form.kind is CitationKind.STATUTE
        else filled.removesuffix(" § ")
    )


def _url(form: Form, match: re.Match[str], section: str) -> str:
    number = section.partition("(")[0].partition("-")[0]
    groups = {**match.groupdict(), "section": section, "number": number, "chapter": number.partition(".")[0]}
    return form.url.format_map(groups)


def _by_reporter(text: str) -> Iterator[Citation]:
    for match in _pattern(BY_REPORTER).finditer(text):
        number, written = next((name, words) for name, words in match.groupdict().items() if name[0] == "r" and words)
        reporter = REPORTERS[int(number[1:])]
        normal = f"{match['volume']} {reporter} {match['page']}"
        right = written.replace(" ", "") == reporter.replace(" ", "")
        kept = "" if match["pin"] is None else match["pin"]
        yield Citation(CitationKind.CASE, normal, match[0], match.start(), kept, right)


def _english(text: str) -> Iterator[Citation]:
    for match in _pattern(ENGLISH).finditer(text):
        reporter = match["reporter"].replace(".", "")
        normal = f"[{match['year']}] {match['volume'] or ''}{reporter} {match['page']}"
        yield Citation(CitationKind.CASE, normal, match[0], match.start(), match["pin"] or "")


def _one_line(text: str) -> str:
    """Return a text with plain blanks: a citation may be broken over lines, or held together."""
    return " ".join(text.split())
