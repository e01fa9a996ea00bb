"""The command that prints the library of legal theories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from mapper.cli.group import Question
from mapper.cli.options import Completer, format_option, theories_option
from mapper.cli.output import put, width
from mapper.near import did_you_mean
from mapper.render import json
from mapper.render.text import library as words
from mapper.theories import library

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from mapper.case.theory import Theory


def completed_with_theories(kind: str | None = None) -> Completer:
    """Return what completes a word with the names of theories, of one kind or of all."""

    def complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        found = ((name, theory) for name, theory in library().items() if kind in (None, theory.kind))
        return [CompletionItem(name, help=theory.title) for name, theory in found if name.startswith(incomplete)]

    return complete


@click.command(
    cls=Question,
    examples=[
        "mapper theories",
        "mapper theories us/section-230-c1",
        "mapper theories --search trafficking",
    ],
)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=completed_with_theories())
@click.option("--search", metavar="WORDS", help="Only theories in which all these words occur.")
@theories_option
@format_option
def theories(name: str | None, search: str | None, theories: str | None, form: str) -> None:
    """List the legal theories, or print one in full.

    A theory says what has to be shown for a claim, a defense or a carve-out, by whom, how surely, and on what
    authority. A case names it and need not repeat it; a theory of your own stands in the case itself, under
    `theories`, or in a folder.
    """
    known = library((theories,) if theories else ())
    if name is not None:
        found = {name: named(known, name)}
    else:
        found = {each: known[each] for each in known if not search or _fits(each, known[each], search)}
    if form == "json":
        put(json.theories(found))
    elif name is not None:
        put(words.theory(name, found[name], width()))
    else:
        put(words.theories(found, width()))


def named(known: Mapping[str, Theory], name: str, kind: str | None = None) -> Theory:
    """Return the theory with a name.

    Raises:
        UsageError: if there is none, or it is of another kind than is wanted.
    """
    if name not in known:
        hint = did_you_mean(name, known) or "`mapper theories` lists them"
        raise click.UsageError(f"there is no theory `{name}`; {hint}")
    if kind not in (None, known[name].kind):
        raise click.UsageError(f"`{name}` is a {known[name].kind}, and a {kind} is wanted; use --{known[name].kind}")
    return known[name]


def _fits(name: str, theory: Theory, search: str) -> bool:
    text = f"{name} {theory.model_dump_json()}".lower()
    return all(word in text for word in search.lower().split())
