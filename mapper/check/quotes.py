"""Every quote stands in its source, word for word, or is reported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from mapper import rules
from mapper.case.files import read_text
from mapper.case.model import CaseModel
from mapper.check.passages import SourceText
from mapper.check.sections import Keys, entries
from mapper.check.subject import Subject
from mapper.diagnostics import Diagnostic, MapperError, Span

SHOWN = 200
"""How many letters of a passage a finding shows."""


class Quotation(NamedTuple):
    """A quote, the statement that it belongs to, the source it is from, and where it stands in the case file."""

    owner: str
    source: str
    words: str
    keys: Keys


def quotations(case: CaseModel) -> Iterator[Quotation]:
    """Yield every quote that names its source, in the order of the file."""
    for section, name, entry in entries(case):
        here = (section, name)
        where = entry.quoted_in or entry.source
        if entry.quote is not None and where is not None:
            yield Quotation(name, where.source, entry.quote, (*here, "quote"))
        for number, quote in enumerate(entry.quotes):
            yield Quotation(name, quote.quoted_in.source, quote.quote, (*here, "quotes", number, "quote"))


def unchecked_quotes(case: CaseModel, sources: Path | None) -> int:
    """Return how many quotes cannot be looked up: those of sources without a file, or all without a folder."""
    with_file = {name for name, source in case.sources.items() if source.file} if sources else set()
    return sum(quotation.source not in with_file for quotation in quotations(case))


def leads_outside(path: str) -> bool:
    """Return whether a path can lead out of the folder that it is relative to, on any system.

    Examples:
        >>> [leads_outside(path) for path in ("a/b.txt", "a/../b.txt", "../b.txt", "/b.txt", "C:b.txt")]
        [False, False, True, True, True]
    """
    depth = 0
    for part in PureWindowsPath(path).parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return True
    return PurePosixPath(path).is_absolute() or bool(PureWindowsPath(path).drive or PureWindowsPath(path).root)


def paths_outside(subject: Subject) -> Iterator[Diagnostic]:
    """Find source files that are named by a path out of the folder of the sources."""
    for name, source in subject.case.sources.items():
        if source.file and leads_outside(source.file):
            message = f"the file of `{name}` is `{source.file}`, which leads out of the folder of the sources"
            help_ = "name the file by a path that begins in that folder"
            yield Diagnostic(rules.PATH_OUTSIDE_FOLDER, message, subject.value("sources", name, "file"), name, help_)


def quotes_not_found(subject: Subject, sources: Path) -> Iterator[Diagnostic]:
    """Find quotes that are not in their source, and source files that are not in the folder or cannot be read."""
    documents: dict[str, tuple[str, SourceText]] = {}
    for name, source in subject.case.sources.items():
        if source.file and not leads_outside(source.file):
            path = sources / source.file
            try:
                documents[name] = (str(path), SourceText(_read(path, sources)))
            except MapperError as error:
                yield from _unreadable(subject, name, error)
    for quotation in quotations(subject.case):
        path_and_text = documents.get(quotation.source)
        if path_and_text and not path_and_text[1].holds(quotation.words):
            yield _missing(subject, quotation, *path_and_text)


def _read(path: Path, folder: Path) -> str:
    """Return the text of a file in a folder, which no link may leave.

    Raises:
        MapperError: if it is not there, is not in the folder, or is no text.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        raise MapperError([Diagnostic(rules.PATH_OUTSIDE_FOLDER, f"`{path}` is a link out of the folder `{folder}`")])
    return read_text(path)


def _unreadable(subject: Subject, name: str, error: MapperError) -> Iterator[Diagnostic]:
    for finding in error.findings:
        yield Diagnostic(finding.rule, finding.message, subject.value("sources", name, "file"), name, finding.help)


def _missing(subject: Subject, quotation: Quotation, path: str, document: SourceText) -> Diagnostic:
    message = f"the quote of `{quotation.owner}` is not in `{quotation.source}`"
    passage = document.nearest(quotation.words)
    related = (
        ((_span(path, document.text, passage.start, passage.end), f"nearest: {_cut(passage.words)}"),)
        if passage
        else ()
    )
    help_ = _hint(quotation.words)
    place = subject.file.span(quotation.keys)
    return Diagnostic(rules.QUOTE_NOT_FOUND, message, place, quotation.owner, help_, related)


def _hint(words: str) -> str:
    if "..." in words or "…" in words or "[" in words:
        return "a quote is searched for word for word; give the parts before and after an omission as two quotes"
    return "copy the words from the source; only white space, quotation marks, dashes and Unicode form may differ"


def _cut(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"


def _span(path: str, text: str, start: int, end: int) -> Span:
    """Return the place of a passage in a document, cut at the end of its first line."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start)
    column = start - begin + 1
    last = end if stop < 0 else min(end, stop)
    return Span(path, text.count("\n", 0, start) + 1, column, column + last - start)
