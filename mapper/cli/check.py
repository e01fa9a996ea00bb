"""The commands about findings and about the form of a case file."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapper.check import check_case, unchecked_quotes
from mapper.check.explained import explained
from mapper.cli.group import COULD_NOT, NO, Question
from mapper.cli.options import force_option, format_option, output_option, theories_option
from mapper.cli.output import columns_of, deliver, in_colour, painted, put, say, width
from mapper.cli.session import read_case
from mapper.diagnostics import Diagnostic, MapperError, Severity, sort_findings
from mapper.near import did_you_mean
from mapper.render import json
from mapper.render.findings import VOICES, as_text, summary, unpainted
from mapper.render.text import library as words
from mapper.rules import RULES
from mapper.theories import library

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


@dataclass(slots=True)
class _Outcome:
    """What was found in all cases together.

    Attributes:
        findings: what was found, case by case.
        texts: the texts that the findings stand in, by path.
        unchecked: how many quotes were not looked up.
        unreadable: whether a case could not be read.
    """

    findings: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    unchecked: int = 0
    unreadable: bool = False


@click.command(
    cls=Question,
    examples=[
        "mapper check case.yaml",
        "mapper check case.yaml --sources sources",
        "mapper check case.yaml --format concise --fail-on warning",
        "mapper check case.yaml --format sarif > findings.sarif",
    ],
)
@click.argument("cases", metavar="CASE...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--sources", metavar="DIR", type=click.Path(), help="Where the files of the sources are, to find quotes in."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    show_default=True,
    help="From what on the exit status is 1.",
)
@theories_option
@click.option(
    "--format", "form", type=click.Choice(list(VOICES)), default="text", show_default=True, help="How to answer."
)
@click.pass_context
def check(
    ctx: click.Context, cases: tuple[str, ...], sources: str | None, fail_on: str, theories: str | None, form: str
) -> None:
    """Say whether a case file is sound, and its pleading.

    An error means that the file says nothing definite, a warning that it says something that was probably not
    meant, a note that something is worth knowing. `mapper rules NAME` explains each finding. The exit status is 1
    if there is one as bad as --fail-on, and 2 if a file cannot be read.
    """
    outcome = _Outcome()
    for case in cases:
        _check(case, Path(sources) if sources is not None else None, theories, outcome)
    findings = sort_findings(outcome.findings)
    if form == "text" and sys.stdout.isatty():
        paint = painted if in_colour(sys.stdout) else unpainted
        click.echo(as_text(findings, outcome.texts, paint, columns_of(sys.stdout)), nl=False, color=True)
    else:
        click.echo(VOICES[form](findings, outcome.texts), nl=False)
    say(f"{summary(findings)}{_about_quotes(outcome.unchecked, sources)}")
    if outcome.unreadable:
        ctx.exit(COULD_NOT)
    if any(finding.severity >= Severity[fail_on.upper()] for finding in findings):
        ctx.exit(NO)


def _check(case: str, sources: Path | None, theories: str | None, outcome: _Outcome) -> None:
    """Add what is found in one case to the outcome."""
    try:
        file = read_case(case)
        outcome.texts |= file.texts
        outcome.findings += check_case(file, library((theories,) if theories else ()), sources=sources)
        outcome.unchecked += unchecked_quotes(file.model, sources)
    except MapperError as error:
        outcome.findings += error.findings
        outcome.texts |= error.texts
        outcome.unreadable = True


def _about_quotes(unchecked: int, sources: str | None) -> str:
    if not unchecked:
        return ""
    quotes = "1 quote was" if unchecked == 1 else f"{unchecked} quotes were"
    return f"; {quotes} not looked up" + ("" if sources else " (--sources DIR does)")


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=rule.summary) for name, rule in RULES.items() if name.startswith(incomplete)]


@click.command(cls=Question, examples=["mapper rules", "mapper rules unknown-reference"])
@click.argument("name", metavar="[NAME]", required=False, shell_complete=_complete)
@format_option
def rules(name: str | None, form: str) -> None:
    """List the findings there are, or explain one.

    Explained: what the finding means, an example that makes it, and what to do about it.
    """
    if name is not None and name not in RULES:
        raise click.UsageError(_no_such_rule(name))
    found = [RULES[name]] if name else list(RULES.values())
    if form == "json":
        put(json.rules((rule, explained(rule.name)) for rule in found))
    elif name is not None:
        put(words.rule(found[0], explained(name), width()))
    else:
        put(words.rules(found, width()))


def _no_such_rule(name: str) -> str:
    return f"there is no finding `{name}`; {did_you_mean(name, RULES) or '`mapper rules` lists them'}"


@click.command(cls=Question, examples=["mapper schema", "mapper schema -o case.schema.json"])
@output_option
@force_option
def schema(output: str, force: bool) -> None:
    """Print the JSON Schema of the case file.

    An editor that knows JSON Schema completes the keys of a case file and marks what does not fit. Most look for
    a first line such as:  # yaml-language-server: $schema=case.schema.json
    """
    from mapper.case.schema import shipped

    deliver(shipped().encode(), output, force=force)
