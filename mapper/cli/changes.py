"""The commands that show what changes: under other assumptions, and in a new version of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from mapper.cli.group import NO, Question
from mapper.cli.options import Asked, case_argument, format_option, theories_option, under_options
from mapper.cli.output import put, width
from mapper.vocabulary import Stage

if TYPE_CHECKING:
    from mapper.analysis.versions.outcomes import Comparison


@click.command(
    cls=Question,
    examples=[
        "mapper whatif case.yaml --drop T01,T02",
        "mapper whatif case.yaml --reject HARM --scenario as-filed-duty",
        "mapper whatif case.yaml --drop KNEW:conspiracy.awareness",
        "mapper whatif case.yaml --accept effect-reading --accept broad-reading",
    ],
)
@case_argument
@under_options
@theories_option
@format_option
def whatif(asked: Asked, case: str, theories: str | None, form: str) -> None:
    """Say what changes under other assumptions, and why.

    Only what changes is shown, each change with its reason, and where the change stops because something else carries
    on. --drop takes a statement out, or a step such as T01:negligence.breach; the other options are those of every
    command.
    """
    from mapper.analysis.whatif import whatif as ask
    from mapper.cli.session import evaluated, opened

    if not (asked.accept or asked.reject or asked.open or asked.drop):
        raise click.UsageError("say what is to be otherwise: --accept, --reject, --open or --drop")
    graph = opened(case, theories).graph()
    before = evaluated(graph, replace(asked, accept=(), reject=(), open=(), drop=()))
    found = ask(before, accept=asked.accept, reject=asked.reject, open=asked.open, drop=asked.drop)
    if form == "json":
        from mapper.render import json

        put(json.whatif(found))
    else:
        from mapper.render.text.whatif import whatif

        put(whatif(found, width()))


@click.command(
    cls=Question,
    examples=[
        "mapper diff case.yaml case.yaml",
        "mapper diff case.yaml case.yaml --stage trial --format json",
        "mapper diff case.yaml case.yaml --exit-code",
    ],
)
@click.argument("paths", metavar="OLD NEW", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--stage",
    "stages",
    metavar="STAGE",
    multiple=True,
    type=click.Choice([stage.value for stage in Stage]),
    help="Evaluate only at this stage; may be repeated.",
)
@click.option("--scenario", "scenarios", metavar="NAME", multiple=True, help="Only in this scenario; may be repeated.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything differs.")
@click.option("--git", "for_git", is_flag=True, help="Take the arguments that git gives a diff driver.")
@theories_option
@format_option
@click.pass_context
def diff(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    stages: tuple[str, ...],
    scenarios: tuple[str, ...],
    exit_code: bool,
    for_git: bool,
    theories: str | None,
    form: str,
) -> None:
    """Say what a new version changes, and what then stands.

    Statements, steps, sources and answers that came, went or changed; what was only renamed or reworded is recognised.
    Then every status that is another one, with the reason: at each stage and in each scenario that both versions
    have, or only in those named. With --git it serves git as a diff driver.
    """
    if for_git:
        from mapper.cli.git import put_for_git

        put_for_git(paths, theories)
        return
    from mapper.cli.session import STDIN, opened

    if len(paths) != len(("OLD", "NEW")):
        raise click.UsageError("name two files: the old version and the new one")
    if paths == (STDIN, STDIN):
        raise click.UsageError("only one of the versions can come from standard input")
    old, new = (opened(path, theories) for path in paths)
    only = bool(stages or scenarios)
    found = old.compare(new, stages=map(Stage, stages) if only else Stage, scenarios=scenarios if only else None)
    _put_comparison(found, form)
    if exit_code and found:
        ctx.exit(NO)


def _put_comparison(found: Comparison, form: str) -> None:
    if form == "json":
        from mapper.render import json

        put(json.difference(found))
    else:
        from mapper.render.text.difference import difference

        put(difference(found, width()))
