"""The commands to begin with: a case file to fill in, and completion for the shell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from mapper.cli.group import Question
from mapper.cli.library import completed_with_theories, named
from mapper.cli.options import force_option, output_option, theories_option
from mapper.cli.output import deliver
from mapper.examples import flagship
from mapper.render.skeleton import skeleton
from mapper.theories import library

if TYPE_CHECKING:
    from mapper.case.theory import Theory


@click.command(
    cls=Question,
    examples=[
        "mapper init --claim us-ca/negligence -o case.yaml",
        "mapper init --claim us-ca/negligence --defense us/section-230-c1 -o roe.yaml",
        "mapper init --example -o sample.yaml",
    ],
)
@click.option(
    "--claim",
    "claims",
    metavar="THEORY",
    multiple=True,
    shell_complete=completed_with_theories("claim"),
    help="A claim.",
)
@click.option(
    "--defense",
    "defenses",
    metavar="THEORY",
    multiple=True,
    shell_complete=completed_with_theories("defense"),
    help="A defense.",
)
@click.option(
    "--carve-out",
    "carve_outs",
    metavar="THEORY",
    multiple=True,
    shell_complete=completed_with_theories("carve-out"),
    help="What would lift a defense. These three may be repeated.",
)
@click.option("--title", default="Plaintiff v. Defendant", show_default=True, help="What the case is called.")
@click.option("--example", is_flag=True, help="The sample case, whole, instead.")
@theories_option
@output_option
@force_option
def init(  # noqa: PLR0913  # one parameter for each option
    *,
    claims: tuple[str, ...],
    defenses: tuple[str, ...],
    carve_outs: tuple[str, ...],
    title: str,
    example: bool,
    theories: str | None,
    output: str,
    force: bool,
) -> None:
    """Write a case file to begin from.

    Every claim, defense and carve-out is named by its theory (`mapper theories` lists them), and is written down
    with its elements, each with a remark on what has to be shown and an empty list for what supports it.
    """
    if example and (claims or defenses or carve_outs):
        raise click.UsageError("--example is a whole case; leave the theories out")
    if example:
        text = _example()
    elif claims:
        known = library((theories,) if theories else ())
        text = _skeleton(title, known, {"claim": claims, "defense": defenses, "carve-out": carve_outs})
    elif defenses or carve_outs:
        raise click.UsageError("a defense or a carve-out needs a claim to be against: add --claim")
    else:
        raise click.UsageError("name a theory with --claim (`mapper theories` lists them), or ask for the --example")
    deliver(text.encode(), output, force=force)


def _example() -> str:
    return flagship().read_text(encoding="utf-8")


def _skeleton(title: str, known: Mapping[str, Theory], wanted: Mapping[str, tuple[str, ...]]) -> str:
    names: dict[str, str] = {}
    parts = [{_id(name, names): named(known, name, kind) for name in theories} for kind, theories in wanted.items()]
    claims, defenses, carve_outs = parts
    for name, carve_out in carve_outs.items():
        if not {names[defense] for defense in defenses} & set(carve_out.lifts):
            needed = " or ".join(f"--defense {theory}" for theory in carve_out.lifts)
            raise click.UsageError(f"`{names[name]}` lifts no defense that is named; add {needed}")
    return skeleton(title, claims, defenses, carve_outs, names)


def _id(theory: str, names: dict[str, str]) -> str:
    """Note and return an id for a theory: the last part of its name, with a number if that is taken."""
    stem = name = theory.rpartition("/")[2]
    number = 2
    while name in names:
        name, number = f"{stem}-{number}", number + 1
    names[name] = theory
    return name


SHELLS = ("bash", "zsh", "fish")

BASH_WORDS = "COMP_WORDBREAKS=${COMP_WORDBREAKS//[@:]/}\n"
"""Keeps bash from cutting an address such as ``section-230@negligence`` into words of its own."""


@click.command(
    cls=Question,
    examples=["mapper completion bash", "mapper completion zsh", "mapper completion fish"],
)
@click.argument("shell", type=click.Choice(list(SHELLS)))
def completion(shell: str) -> None:
    """Print what makes a shell complete commands and ids.

    The tab key then completes commands, options, files, theories, findings, and the ids and scenarios of the case
    on the line.

    In bash, add to ~/.bashrc: eval "$(mapper completion bash)"

    In zsh, add to ~/.zshrc, after compinit: eval "$(mapper completion zsh)"

    In fish, run once: mapper completion fish > ~/.config/fish/completions/mapper.fish
    """
    from click.shell_completion import get_completion_class

    from mapper.cli import main

    kind = get_completion_class(shell)
    assert kind is not None, "click knows these shells"
    script = kind(main, {}, "mapper", "_MAPPER_COMPLETE").source()
    click.echo((BASH_WORDS if shell == "bash" else "") + script, nl=False)
