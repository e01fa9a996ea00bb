"""Path or text to a case, in stages: the text, then the shape of the entries, then their ids.

Each stage reports everything that it finds, and none runs on what the one before could not read, so that one mistake
gives one message. Whether the references between entries lead anywhere is checked elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mapper import rules
from mapper.case.builder import LIMITS, Limits
from mapper.case.document import Document, Keys
from mapper.case.ids import NAMESPACES, check_ids, check_theory_ids
from mapper.case.include import read_all, read_document
from mapper.case.model import CaseModel, Sections
from mapper.case.shape import read_shape
from mapper.case.theory import Theory
from mapper.diagnostics import Diagnostic, MapperError, Span, sort_findings
from mapper.memory import collection_paused


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as it was read, with the texts that it stands in.

    Attributes:
        model: the case, with what it includes.
        documents: the case file first, then what it includes, in that order.
        findings: what reading the texts found that does not keep the case from being read.
    """

    model: CaseModel
    documents: tuple[Document, ...]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def path(self) -> str:
        """Return the path of the case file."""
        return self.documents[0].path

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the case."""
        return tuple(document.path for document in self.documents)

    @property
    def texts(self) -> Mapping[str, str]:
        """Return the text of each file by its path."""
        return _texts(self.documents)

    def span(self, keys: Keys, *, key: bool = False) -> Span:
        """Return where the value under ``keys`` stands, or its key; steps that are not there are passed over.

        Args:
            keys: the keys of the case file and places in lists, as ``("claims", "negligence", "support", "duty", 0)``.
            key: whether the last key is meant rather than the value under it.
        """
        return self._document(keys).span(keys, key=key)

    def _document(self, keys: Keys) -> Document:
        """Return the document that has the most of the first two keys: a section and an id."""
        wanted = [step for step in keys[:2] if isinstance(step, str)]
        for length in range(len(wanted), 0, -1):
            for document in self.documents:
                if _has(document, wanted[:length]):
                    return document
        return self.documents[0]

    def find(self, name: str) -> Span | None:
        """Return where the entry with an id begins, if there is one: a statement rather than a party or a source."""
        for namespace in NAMESPACES:
            for section in namespace.sections:
                for document in self.documents:
                    if _has(document, [section, name]):
                        return document.span((section, name), key=True)
        return None


def load_case(path: Path | str, text: str | None = None, *, limits: Limits = LIMITS) -> CaseFile:
    """Return the case that a file holds, with what it includes.

    Args:
        path: the file; it is read as JSON if its path ends in ``.json``, otherwise as YAML.
        text: what the file holds, where that has been read already; the path is then a name for it.
        limits: what no file may exceed.

    Raises:
        MapperError: with every finding of the stage that found errors.
    """
    with collection_paused():
        return _case(read_all(Path(path), text, limits))


def _case(documents: tuple[Document, ...]) -> CaseFile:
    main, findings = read_shape(CaseModel, documents[0])
    included = [read_shape(Sections, document) for document in documents[1:]]
    for _, more in included:
        findings += more
    findings += check_ids(documents)
    remarks = [finding for document in documents for finding in document.findings]
    if findings or main is None:
        raise MapperError([*findings, *remarks], _texts(documents))
    parts = [part for part, _ in included if part is not None]
    return CaseFile(_merged(main, parts), documents, sort_findings(remarks))


def _merged(main: CaseModel, parts: list[Sections]) -> CaseModel:
    """Return the case with the sections of all its parts, whose ids are known to differ."""
    if not parts:
        return main
    sections = [name for name in Sections.model_fields if name != "include"]
    merged = {
        name: {key: entry for part in (main, *parts) for key, entry in getattr(part, name).items()} for name in sections
    }
    return main.model_copy(update=merged)


@dataclass(frozen=True, slots=True)
class TheoryFile:
    """Legal theories by name, as they were read from one file."""

    theories: dict[str, Theory]
    document: Document

    def span(self, keys: Keys, *, key: bool = False) -> Span:
        """Return where the value under ``keys`` stands, the first of which is the name of a theory, or its key."""
        return self.document.span(keys, key=key)


def load_theories(path: Path | str, text: str | None = None, *, limits: Limits = LIMITS) -> TheoryFile:
    """Return the theories that a file holds under their names.

    Raises:
        MapperError: with every finding of the stage that found errors.
    """
    with collection_paused():
        document = read_document(Path(path), text, limits)
        if document.findings:
            raise MapperError(document.findings, {document.path: document.text})
        return _theories(document)


def _theories(document: Document) -> TheoryFile:
    if not isinstance(document.value, dict):
        finding = Diagnostic(rules.WRONG_TYPE, "expected theories under their names", document.span(()))
        raise MapperError([finding], _texts((document,)))
    theories: dict[str, Theory] = {}
    findings = check_theory_ids(document)
    for name in document.value:
        theory, more = read_shape(Theory, document, name)
        findings += more
        if theory is not None:
            theories[name] = theory
    if findings:
        raise MapperError(findings, _texts((document,)))
    return TheoryFile(theories, document)


def _has(document: Document, keys: list[str]) -> bool:
    inner = document.get(*keys[:-1])
    return isinstance(inner, dict) and keys[-1] in inner


def _texts(documents: tuple[Document, ...]) -> dict[str, str]:
    return {document.path: document.text for document in documents}
