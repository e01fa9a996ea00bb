"""The options that several commands share, and what they are completed with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from mapper.vocabulary import Stage

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from mapper.api import Case

P = ParamSpec("P")
T = TypeVar("T")
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Under what a question is asked, as the options say."""

    stage: Stage | None
    scenario: str | None
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    open: tuple[str, ...]
    drop: tuple[str, ...] = ()

    def at(self, stage: Stage) -> Asked:
        """Return the same at another stage."""
        return replace(self, stage=stage)


def completed_with(names: Callable[[Case], Iterable[str]]) -> Completer:
    """Return what completes a word with names from the case on the command line; without a case, with nothing."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from mapper.api import load
        from mapper.diagnostics import MapperError

        # Where the word is the value of an option, click has not told the arguments apart yet.
        path = ctx.params.get("case") or next(iter(ctx.args), "")
        try:
            case = load(path, theories=ctx.params.get("theories"))
        except MapperError:
            return []
        return [CompletionItem(name) for name in names(case) if name.startswith(incomplete)]

    return complete


def _ids(case: Case) -> Iterable[str]:
    return case.graph().addresses()


def _scenarios(case: Case) -> Iterable[str]:
    return case.scenarios


case_argument = click.argument("case", metavar="CASE", type=click.Path(allow_dash=True))
id_argument = click.argument("address", metavar="ID", shell_complete=completed_with(_ids))
optional_id_argument = click.argument("address", metavar="[ID]", required=False, shell_complete=completed_with(_ids))

theories_option = click.option(
    "--theories", metavar="DIR", type=click.Path(), help="A folder with theories of your own."
)
format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.", show_default=True
)
start_option = click.option(
    "--from", "start", metavar="ID", shell_complete=completed_with(_ids), help="Only chains that begin here."
)
against_option = click.option(
    "--against",
    metavar="NAME NAME",
    nargs=2,
    shell_complete=completed_with(_scenarios),
    help="Say why these two scenarios part.",
)
base_option = click.option(
    "--against", metavar="NAME", shell_complete=completed_with(_scenarios), help="Show what differs from this scenario."
)
focus_option = click.option(
    "--focus", metavar="ID", multiple=True, shell_complete=completed_with(_ids), help="What the picture is about."
)
output_option = click.option(
    "-o", "--output", metavar="FILE", default="-", help="Where to write; - is standard output."
)
effort_option = click.option(
    "--effort",
    metavar="N",
    type=click.IntRange(0),
    help="After how many dead ends to give a search up; 2000000 unless given.",
)
force_option = click.option("--force", is_flag=True, help="Overwrite a file that mapper did not make.")


def _several(*flags: str, help: str) -> Callable[[Callable[P, T]], Callable[P, T]]:  # click's word
    return click.option(
        *flags, metavar="ID", multiple=True, callback=split_ids, shell_complete=completed_with(_ids), help=help
    )


def split_ids(ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids that were given one by one, or several in one word with commas between.

    Raises:
        BadParameter: if there is no id where one should be.
    """
    names = tuple(name.strip() for word in given for name in word.split(","))
    if "" in names:
        raise click.BadParameter("an id is missing", ctx, parameter)
    return names


_READING = (
    click.option(
        "--stage",
        metavar="STAGE",
        type=click.Choice([stage.value for stage in Stage]),
        help="pleading (unless a scenario says otherwise), summary-judgment or trial.",
    ),
    click.option(
        "--scenario",
        metavar="NAME",
        shell_complete=completed_with(_scenarios),
        help="A scenario of the case: its stage and its reading of the law.",
    ),
    _several("--accept", help="Take this as true, before all else; may be repeated."),
    _several("--reject", help="Do not count this; may be repeated."),
    _several("--drop", help="Take this statement or step out; may be repeated."),
)
_OPEN = _several("--open", "--leave-open", "open", help="Leave this open; may be repeated.")
_LEAVE_OPEN = _several("--leave-open", "open", help="Leave this open; may be repeated. (Here --open shows the file.)")


def under_options(command: Callable[Concatenate[Asked, P], T]) -> Callable[..., T]:
    """Give a command the options that say under what its question is asked; it gets them together, first."""
    return _with((*_READING, _OPEN), command)


def reading_options(command: Callable[Concatenate[Asked, P], T]) -> Callable[..., T]:
    """Give a command the same, but for ``--open``, which shows a picture; ``--leave-open`` is the other one."""
    return _with((*_READING, _LEAVE_OPEN), command)


def _with(
    options: Iterable[Callable[..., Callable[..., T]]], command: Callable[Concatenate[Asked, P], T]
) -> Callable[..., T]:
    @wraps(command)
    def gathered(
        stage: str | None,
        scenario: str | None,
        accept: tuple[str, ...],
        reject: tuple[str, ...],
        drop: tuple[str, ...],
        open: tuple[str, ...] = (),  # the word of the case file
        *arguments: P.args,
        **others: P.kwargs,
    ) -> T:
        asked = Asked(Stage(stage) if stage else None, scenario, accept, reject, open, drop)
        return command(asked, *arguments, **others)

    with_options: Callable[..., T] = gathered
    for option in reversed([*options]):
        with_options = option(with_options)
    return with_options
