"""The commands with which one looks a case over: what it lacks, and what happened when."""

from __future__ import annotations

import click

from mapper.cli.group import NO, Question
from mapper.cli.options import (
    Asked,
    case_argument,
    format_option,
    optional_id_argument,
    split_ids,
    theories_option,
    under_options,
)
from mapper.cli.output import put, width
from mapper.near import did_you_mean

ANY = "any"
"""What ``--fail-on`` calls every kind of gap."""


@click.command(
    cls=Question,
    examples=[
        "mapper gaps case.yaml",
        "mapper gaps case.yaml negligence --stage trial",
        "mapper gaps case.yaml --party does --scenario demurrer-2019",
        "mapper gaps case.yaml --fail-on no-support,only-conclusions",
    ],
)
@case_argument
@optional_id_argument
@click.option("--party", metavar="ID", help="Only the gaps of this party.")
@click.option(
    "--fail-on", metavar="KIND", multiple=True, callback=split_ids, help="Exit with 1 if there are such gaps, or any."
)
@under_options
@theories_option
@format_option
@click.pass_context
def gaps(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    asked: Asked,
    *,
    case: str,
    address: str | None,
    party: str | None,
    fail_on: tuple[str, ...],
    theories: str | None,
    form: str,
) -> None:
    """Say what the case lacks: support, answers, links.

    Elements without support (no-support), with conclusions only (only-conclusions) or that hang by one leaf or one
    step (single-thread); defenses and rebuttals nobody answers (unanswered-defense, unanswered-rebuttal); facts that
    several claims need (shared-fact); allegations that support nothing (idle-allegation); evidence for no allegation
    (evidence-without-allegation). An ID, such as that of a claim, asks for the gaps that concern it.
    """
    from mapper.analysis.gaps import concerning, of_party
    from mapper.analysis.gaps import gaps as find_gaps
    from mapper.cli.session import evaluated, opened

    kinds = _kinds(fail_on)
    graph = opened(case, theories).graph()
    evaluation = evaluated(graph, asked)
    concerned = concerning(graph, address) if address else None
    found = [gap for gap in find_gaps(evaluation) if concerned is None or concerned(gap)]
    found = of_party(graph, found, party) if party else found
    if form == "json":
        from mapper.render import json

        put(json.gaps(evaluation, found))
    else:
        from mapper.render.text.gaps import gaps

        put(gaps(evaluation, found, width()))
    if any(gap.kind in kinds for gap in found):
        ctx.exit(NO)


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    """Return the kinds of gap that these words mean.

    Raises:
        UsageError: if one of them is no kind.
    """
    from mapper.analysis.gaps import GapKind

    known = [kind.value for kind in GapKind]
    for word in words:
        if word not in (*known, ANY):
            hint = did_you_mean(word, known) or f"there are {', '.join(known)}, and {ANY}"
            raise click.UsageError(f"`{word}` is no kind of gap; {hint}")
    return frozenset(known if ANY in words else words)


@click.command(
    cls=Question,
    examples=[
        "mapper timeline case.yaml",
        "mapper timeline case.yaml --format markdown > timeline.md",
        "mapper timeline case.yaml --format json",
    ],
)
@case_argument
@theories_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="How to answer.",
    show_default=True,
)
def timeline(case: str, theories: str | None, form: str) -> None:
    """List what happened when, in order.

    Dated statements, the filing, sources and rulings. A date may be a day, a month, a year or a range; entries are
    sorted by the first day on which they can have happened, the longer period first. Where a period leaves open what
    came first, the entry is marked.
    """
    from mapper.cli.session import opened

    graph = opened(case, theories).graph()
    found = graph.timeline()
    if form == "json":
        from mapper.render import json

        put(json.timeline(graph, found))
        return
    from mapper.render.text.timeline import as_markdown, timeline

    put(as_markdown(found) if form == "markdown" else timeline(found, width()))
