"""A case as it was read, and how it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mapper.api.graph import Graph
from mapper.build import build
from mapper.case.load import CaseFile, load_case
from mapper.check import check_case, check_references
from mapper.check.subject import Subject
from mapper.diagnostics import Diagnostic, MapperError, Severity, sort_findings
from mapper.examples import flagship
from mapper.theories import library
from mapper.vocabulary import Stage

if TYPE_CHECKING:
    from mapper.analysis.versions.outcomes import Comparison
    from mapper.case.model import CaseModel, Scenario
    from mapper.case.theory import Theory


@dataclass(frozen=True)
class Case:
    """A case as it was read, whose every name leads to something.

    Attributes:
        file: the files it stands in, with their texts and positions.
        library: the theories that it can name besides its own.
        findings: what reading it and checking its names found, none of it an error.

    Examples:
        >>> import mapper
        >>> case = mapper.example()
        >>> case.model.case.title
        'Does v. Salesforce.com, Inc.'
        >>> case.check()
        ()
    """

    file: CaseFile
    library: Mapping[str, Theory]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def model(self) -> CaseModel:
        """Return the case as it is written."""
        return self.file.model

    @property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Return the scenarios of the case by name."""
        return self.file.model.scenarios

    def check(self, sources: Path | str | None = None) -> tuple[Diagnostic, ...]:
        """Return every finding about the case, sorted.

        Args:
            sources: the folder with the files of the sources; without it no quote is looked up.
        """
        return check_case(self.file, self.library, sources=Path(sources) if sources is not None else None)

    def graph(self) -> Graph:
        """Return the argument graph of the case; the same one each time."""
        return self._graph

    def compare(
        self, new: Case, *, stages: Iterable[Stage] = tuple(Stage), scenarios: Iterable[str] | None = None
    ) -> Comparison:
        """Return what a new version of the case says otherwise, and what that changes in what stands.

        Args:
            new: the version after this one.
            stages: the stages to evaluate both at, under no scenario.
            scenarios: the scenarios of the new version to evaluate both in; all that both have, unless given.

        Raises:
            UnknownAddressError: if one of the scenarios is not in both.

        Examples:
            >>> import mapper
            >>> case = mapper.example()
            >>> bool(case.compare(case))
            False
        """
        from mapper.analysis.versions.outcomes import Version, compare

        versions = [Version(case.model, case.graph()) for case in (self, new)]
        return compare(*versions, stages=stages, scenarios=scenarios)

    @cached_property
    def _graph(self) -> Graph:
        made = build(self.file.model, Subject(self.file, self.library).theories)
        return Graph(made.statements.values(), made.arguments.values(), made.issues.values(), made.setting)


def load(path: Path | str, *, text: str | None = None, theories: Path | str | None = None) -> Case:
    """Return the case that a file holds, once its names are known to lead to something.

    Args:
        path: the case file; what ends in ``.json`` is read as JSON, anything else as YAML.
        text: what the file holds, where that has been read already; the path is then a name for it.
        theories: a folder with theories of your own, besides those of the library.

    Raises:
        MapperError: with every finding about the file, if one of them is an error.

    Examples:
        >>> import mapper
        >>> mapper.load("missing.yaml")
        Traceback (most recent call last):
        mapper.diagnostics.MapperError: there is no file `missing.yaml`
    """
    file = load_case(path, text)
    known = library((theories,) if theories is not None else ())
    findings = sort_findings([*file.findings, *check_references(file, known)])
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise MapperError(findings, file.texts)
    return Case(file, known, findings)


def example() -> Case:
    """Return the sample case that ships with the package: *Does v. Salesforce.com, Inc.* (San Francisco, 2019).

    Examples:
        >>> import mapper
        >>> len(mapper.example().model.claims)
        7
    """
    return load(flagship())
