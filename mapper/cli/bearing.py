"""The commands that ask what bears on a statement: what carries or defeats it, and what may still change it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from mapper.cli.group import Question
from mapper.cli.options import (
    Asked,
    case_argument,
    effort_option,
    format_option,
    id_argument,
    split_ids,
    theories_option,
    under_options,
)
from mapper.cli.output import put, width
from mapper.near import did_you_mean

if TYPE_CHECKING:
    from mapper.evaluate import Evaluation

MOST = 100
"""How many labellings are listed at most."""

GIVEN_UP = (
    "the search was given up, because too many open statements hang together; "
    "choose a reading, ask of less, or allow more with --effort"
)
"""What is said in place of an answer that was not found."""

UNDONE = 2
"""The exit status of a question that could not be answered."""


@click.command(
    cls=Question,
    examples=[
        "mapper support case.yaml negligence --scenario as-filed-duty",
        "mapper support case.yaml negligence.duty --limit 10",
        "mapper support case.yaml section-230@negligence --format json",
    ],
)
@case_argument
@id_argument
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="How many sets to list of a kind.",
)
@effort_option
@under_options
@theories_option
@format_option
def support(  # noqa: PLR0913  # one parameter for each option
    asked: Asked, *, case: str, address: str, limit: int, effort: int | None, theories: str | None, form: str
) -> None:
    """Say what carries it, and what would defeat it.

    The smallest sets of leaves that carry it, none of which can be spared; the leaves without any one of which its
    status changes; the fewest leaves to take away for it to fail; and what would change it if it were accepted.
    """
    from mapper.cli.progress import progress
    from mapper.cli.session import evaluated, one_statement, opened

    graph = opened(case, theories).graph()
    found = graph.support(one_statement(graph, address), evaluated(graph, asked), effort=effort)
    with progress("searching"):
        if form == "json":
            from mapper.render.json.bearing import support as answer

            text = answer(found, limit)
        else:
            from mapper.render.text.bearing import support as words

            text = words(found, limit, width())
    put(text)


@click.command(
    cls=Question,
    examples=[
        "mapper settled case.yaml negligence",
        "mapper settled case.yaml negligence --assume-open denied",
        "mapper settled case.yaml fosta@negligence --format json",
    ],
)
@case_argument
@id_argument
@click.option(
    "--assume-open",
    metavar="KIND",
    multiple=True,
    callback=split_ids,
    help="Treat these as open too: denied, fact, conclusion, allegation, evidence, …",
)
@effort_option
@under_options
@theories_option
@format_option
@click.pass_context
def settled(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    asked: Asked,
    *,
    case: str,
    address: str,
    assume_open: tuple[str, ...],
    effort: int | None,
    theories: str | None,
    form: str,
) -> None:
    """Say whether the outcome is settled, and what matters.

    Settled is what comes out the same however the open statements turn out. With --assume-open denied, every
    allegation that is not admitted is open: what then matters is worth finding out, what settles most others first.
    """
    from mapper.cli.session import evaluated, one_statement, opened

    graph = opened(case, theories).graph()
    statement, evaluation = one_statement(graph, address), evaluated(graph, asked)
    found = graph.settled(statement, evaluation, assume_open=_kinds(assume_open), effort=effort)
    with _given_up(ctx):
        if form == "json":
            from mapper.render.json.bearing import settled as answer

            text = answer(found)
        else:
            from mapper.render.text.bearing import settled as words

            text = words(found, width())
    put(text)


@contextmanager
def _given_up(ctx: click.Context) -> Iterator[None]:
    """End with a word instead of an answer where the search went on too long."""
    from mapper.analysis.bearing.solver import GivenUpError
    from mapper.cli.output import say
    from mapper.cli.progress import progress

    try:
        with progress("searching"):
            yield
    except GivenUpError:
        say(GIVEN_UP)
        ctx.exit(UNDONE)


def _kinds(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words if each is a kind of statement that can be treated as open.

    Raises:
        UsageError: if one of them is none.
    """
    from mapper.analysis.bearing.opening import KINDS

    for word in words:
        if word not in KINDS:
            hint = did_you_mean(word, KINDS) or f"there are {', '.join(KINDS)}"
            raise click.UsageError(f"`{word}` is nothing that can be assumed open; {hint}")
    return words


def put_labellings(evaluation: Evaluation, kind: str, form: str, effort: int | None = None) -> None:
    """Print what lies beyond the grounded labelling: all labellings of a kind.

    Args:
        evaluation: the grounded labelling.
        kind: ``preferred`` or ``stable``.
        form: ``text`` or ``json``.
        effort: after how many dead ends to give up, if not after as many as usual.
    """
    from mapper.analysis.bearing.labellings import Preferred, Stable
    from mapper.analysis.bearing.solver import EFFORT

    found = (Preferred if kind == "preferred" else Stable)(evaluation, EFFORT if effort is None else effort)
    with _given_up(click.get_current_context()):
        if form == "json":
            from mapper.render.json.bearing import labellings as answer

            text = answer(found, MOST)
        else:
            from mapper.render.text.labellings import labellings as words

            text = words(found, MOST, width())
    put(text)
