"""What there is to find about a case beyond its shape.

First whatever needs the case and its theories only: every name has to lead to something that can stand there. If
nothing there is an error, the argument itself is looked at, which needs the graph. A check is a plain function; a
mistake gives one finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mapper.build import build
from mapper.check.authority import malformed_citations, uncitable_authority, unverified_authority, versions_not_in_force
from mapper.check.entries import (
    attacks_on_themselves,
    incomplete_rebuttals,
    quotes_without_source,
    repeated_names,
    repeated_steps,
    weights_without_effect,
)
from mapper.check.instances import (
    claims_left_out,
    idle,
    misplaced_support,
    out_of_reach,
    theories_of_another_kind,
    theories_of_the_library,
    unknown_elements,
    wrong_defenses,
    wrong_torts,
)
from mapper.check.pleadings import circular_replacements, misplaced_pleadings
from mapper.check.quotes import paths_outside, quotes_not_found, unchecked_quotes
from mapper.check.references import unknown_references
from mapper.check.scenarios import (
    contradictory_assumptions,
    lonely_positions,
    movers_without_side,
    shared_positions,
    two_accepted_positions,
    unknown_labels,
)
from mapper.check.subject import Subject
from mapper.check.support import circular_support, conclusory_support, leniently_judged_facts, unsupported_elements
from mapper.check.use import (
    misplaced_answers,
    missing_answers,
    no_plaintiff,
    positions_accepted_by_stage,
    unused_sources,
    unused_statements,
)
from mapper.diagnostics import Diagnostic, Severity, sort_findings
from mapper.graph import ArgumentGraph
from mapper.memory import collection_paused

if TYPE_CHECKING:
    from mapper.case.load import CaseFile
    from mapper.case.theory import Theory

__all__ = [
    "CHECKS_OF_ARGUMENT",
    "CHECKS_OF_REFERENCES",
    "check_argument",
    "check_case",
    "check_references",
    "unchecked_quotes",
]

CHECKS_OF_REFERENCES: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    unknown_references,
    theories_of_another_kind,
    theories_of_the_library,
    unknown_elements,
    misplaced_support,
    claims_left_out,
    idle,
    wrong_defenses,
    out_of_reach,
    wrong_torts,
    incomplete_rebuttals,
    repeated_names,
    repeated_steps,
    weights_without_effect,
    attacks_on_themselves,
    quotes_without_source,
    lonely_positions,
    shared_positions,
    two_accepted_positions,
    contradictory_assumptions,
    movers_without_side,
    unknown_labels,
    misplaced_pleadings,
    circular_replacements,
    unused_sources,
    paths_outside,
)
"""What is asked of a case before its graph is built."""

CHECKS_OF_ARGUMENT: tuple[Callable[[Subject, ArgumentGraph], Iterator[Diagnostic]], ...] = (
    circular_support,
    unsupported_elements,
    conclusory_support,
    leniently_judged_facts,
    unused_statements,
    missing_answers,
    misplaced_answers,
    no_plaintiff,
    positions_accepted_by_stage,
    unverified_authority,
    uncitable_authority,
    versions_not_in_force,
    malformed_citations,
)
"""What is asked of a case once its graph is built."""


def check_references(case_file: CaseFile, theories: Mapping[str, Theory]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names in a case, sorted.

    Without an error among them the graph can be built, and every address in the case means something there.

    Args:
        case_file: the case with its places.
        theories: the theories that the case can name besides its own.
    """
    subject = Subject(case_file, theories)
    with collection_paused():
        return sort_findings([finding for check in CHECKS_OF_REFERENCES for finding in check(subject)])


def check_argument(case_file: CaseFile, theories: Mapping[str, Theory], graph: ArgumentGraph) -> tuple[Diagnostic, ...]:
    """Return what is probably wrong with the argument of a case, given its graph, sorted."""
    subject = Subject(case_file, theories)
    with collection_paused():
        return sort_findings([finding for check in CHECKS_OF_ARGUMENT for finding in check(subject, graph)])


def check_case(
    case_file: CaseFile, theories: Mapping[str, Theory], *, sources: Path | None = None
) -> tuple[Diagnostic, ...]:
    """Return every finding about a case, those of reading it included, sorted.

    The argument is looked at only where every name leads to something.

    Args:
        case_file: the case with its places.
        theories: the theories that the case can name besides its own.
        sources: the folder that holds the files of the sources; without it no quote is looked up.
    """
    subject = Subject(case_file, theories)
    with collection_paused():
        findings = [finding for check in CHECKS_OF_REFERENCES for finding in check(subject)]
        if all(finding.severity < Severity.ERROR for finding in findings):
            graph = build(subject.case, subject.theories)
            findings += [finding for check in CHECKS_OF_ARGUMENT for finding in check(subject, graph)]
        if sources is not None:
            findings += quotes_not_found(subject, sources)
        return sort_findings([*case_file.findings, *findings])
