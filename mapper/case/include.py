"""A case file and the files that it includes, as documents."""

from __future__ import annotations

from dataclasses import replace
from os.path import normpath
from pathlib import Path

from mapper import rules
from mapper.case.builder import Limits
from mapper.case.document import Document
from mapper.case.files import read_text, too_large
from mapper.case.source import read
from mapper.diagnostics import Diagnostic, MapperError, Severity, Span


def read_document(path: Path, text: str | None, limits: Limits) -> Document:
    """Return what a file holds, or a text that was read already and goes by the name of the path.

    Raises:
        MapperError: if the file cannot be read at all; what is wrong inside it is a finding of the document.
    """
    if text is None:
        text = read_text(path, limits)
    elif len(text) > limits.size:
        raise MapperError([too_large(str(path), limits)])
    return read(str(path), text.removeprefix("\ufeff"), limits)


def read_all(path: Path, text: str | None, limits: Limits) -> tuple[Document, ...]:
    """Return the document of a case file and of each file that it includes, every one once.

    Raises:
        MapperError: with every finding in any of the files, if one of them is an error.
    """
    reading = _Reading(path, limits)
    reading.read(path, text, ())
    reading.raise_errors()
    return tuple(reading.documents.values())


class _Reading:
    """The files that have been read so far, by where they really are, and what was found in them."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.folder = path.parent.resolve()
        self.limits = limits
        self.documents: dict[Path, Document] = {}
        self.texts: dict[str, str] = {}
        self.findings: list[Diagnostic] = []

    def raise_errors(self) -> None:
        """Raise what was found if any of it is an error."""
        if any(finding.severity is Severity.ERROR for finding in self.findings):
            raise MapperError(self.findings, self.texts)

    def read(self, path: Path, text: str | None, outer: tuple[Path, ...]) -> None:
        """Read a file and what it includes, given the files that include it from the outermost on."""
        document = read_document(path, text, self.limits)
        outer = (*outer, path.resolve())
        self.documents[outer[-1]] = document
        self.texts[document.path] = document.text
        self.findings += document.findings
        included = document.get("include")
        for number, name in enumerate(included if isinstance(included, list) else [included]):
            if isinstance(name, str):
                self._include(path.parent, name, outer, document.span(("include", number)))

    def _include(self, folder: Path, name: str, outer: tuple[Path, ...], place: Span) -> None:
        """Read an included file, or report at the place that names it why it cannot be."""
        try:
            target = (folder / name).resolve()
            self._allow(name, target, outer)
            if target not in self.documents:
                self.read(_shortest(folder / name, target), None, outer)
        except MapperError as error:
            self.findings += [replace(finding, span=finding.span or place) for finding in error.findings]
            self.texts.update(error.texts)
        except (OSError, RuntimeError, ValueError):
            self.findings.append(Diagnostic(rules.MISSING_FILE, f"`{name}` leads to no file", place))

    def _allow(self, name: str, target: Path, outer: tuple[Path, ...]) -> None:
        """Raise why a file must not be included, if it must not."""
        if not target.is_relative_to(self.folder):
            help = "put everything that belongs to a case into one folder"
            finding = Diagnostic(rules.PATH_OUTSIDE_FOLDER, f"`{name}` is outside the folder of the case", help=help)
        elif target in outer:
            circle = " → ".join(f"`{file.name}`" for file in (*outer[outer.index(target) :], target))
            finding = Diagnostic(rules.INCLUDE_CYCLE, f"a file includes itself: {circle}", help="take one of them out")
        elif len(outer) > self.limits.depth:
            finding = Diagnostic(rules.TOO_DEEP, f"more than {self.limits.depth} files include each other")
        else:
            return
        raise MapperError([finding])


def _shortest(path: Path, target: Path) -> Path:
    """Return the path without its detours, unless a link on the way gives them a meaning."""
    short = Path(normpath(path))
    return short if short.resolve() == target else path
