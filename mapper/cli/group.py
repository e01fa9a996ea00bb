"""How commands are found, how their help is laid out, and what becomes of a user's mistake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from mapper.diagnostics import MapperError
    from mapper.graph import UnknownAddressError

NO, COULD_NOT = 1, 2
"""The exit status of what was done and has *no* for an answer, and of what could not be done."""


class ReaderGoneError(Exception):
    """Nobody reads what is printed; click would end the process with the status of an answer that is *no*."""


class Entry(NamedTuple):
    """A command: its name, where its function is, and its help in one line."""

    name: str
    place: str
    help: str

    def load(self) -> click.Command:
        """Return the command itself; only now is anything imported for it."""
        module, _, attribute = self.place.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command), "the table names commands only"
        return command


class LazyGroup(click.Group):
    """A group that knows its commands from a table and turns a user's mistake into findings."""

    def __init__(self, *, sections: Mapping[str, tuple[Entry, ...]], **settings: Any) -> None:  # noqa: ANN401  # click's own settings
        super().__init__(**settings)
        self.sections = sections
        self.entries = {entry.name: entry for entries in sections.values() for entry in entries}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, if there is one."""
        entry = self.entries.get(cmd_name)
        return entry.load() if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; for a name that is none, say which was probably meant."""
        name = args[0]
        if name not in self.entries and not name.startswith("-") and not ctx.resilient_parsing:
            _no_such_command(ctx, name, list(self.entries))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, from the table alone."""
        for title, entries in self.sections.items():
            with formatter.section(title):
                formatter.write_dl([(entry.name.ljust(10), entry.help) for entry in entries])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, from the table alone."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(e.name, help=e.help) for e in self.entries.values() if e.name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; findings that stop it go to standard error, and the exit status is 2."""
        try:
            return super().invoke(ctx)
        except _mistakes() as mistake:
            from mapper.cli.output import say_mistake

            say_mistake(mistake)
            ctx.exit(COULD_NOT)
        except BrokenPipeError:
            raise ReaderGoneError from None


def _mistakes() -> tuple[type[MapperError], type[UnknownAddressError]]:
    """Return what counts as a user's mistake; anything else is a bug and shows its traceback.

    Asked only once something was raised, so that the help need not import what can be raised.
    """
    from mapper.diagnostics import MapperError
    from mapper.graph import UnknownAddressError

    return (MapperError, UnknownAddressError)


def _no_such_command(ctx: click.Context, name: str, known: Sequence[str]) -> NoReturn:
    from mapper.near import did_you_mean

    hint = did_you_mean(name, known)
    raise click.UsageError(f"there is no command `{name}`" + (f"; {hint}" if hint else ""), ctx)


class Question(click.Command):
    """A command whose usage names the case before the options, and whose help ends with examples."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **settings: Any) -> None:  # noqa: ANN401  # click's own settings
        super().__init__(*args, **settings)
        self.examples = tuple(examples)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line, the options last."""
        options, *arguments = super().collect_usage_pieces(ctx)
        return [*arguments, options]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
