"""The command line: reads options, calls one question, prints the answer, sets the exit status."""

from __future__ import annotations

import click

from mapper import __version__
from mapper.cli.group import Entry, LazyGroup

SECTIONS: dict[str, tuple[Entry, ...]] = {
    "Write a case": (
        Entry("init", "mapper.cli.start:init", "Write a case file to begin from."),
        Entry("check", "mapper.cli.check:check", "Say whether a case file is sound, and its pleading."),
    ),
    "Ask": (
        Entry("show", "mapper.cli.ask:show", "Show the case at a glance, or all about one id."),
        Entry("evaluate", "mapper.cli.ask:evaluate", "Say what stands, at a stage and under a reading."),
        Entry("why", "mapper.cli.ask:why", "Say why it stands, fails or is open."),
        Entry("chains", "mapper.cli.chains:chains", "List the chains of support for a statement."),
        Entry("support", "mapper.cli.bearing:support", "Say what carries it, and what would defeat it."),
        Entry("settled", "mapper.cli.bearing:settled", "Say whether the outcome is settled, and what matters."),
        Entry("gaps", "mapper.cli.review:gaps", "Say what the case lacks: support, answers, links."),
        Entry("scenarios", "mapper.cli.readings:scenarios", "Compare what is computed, expected and ruled."),
        Entry("whatif", "mapper.cli.changes:whatif", "Say what changes under other assumptions, and why."),
        Entry("diff", "mapper.cli.changes:diff", "Say what a new version changes, and what then stands."),
        Entry("timeline", "mapper.cli.review:timeline", "List what happened when, in order."),
    ),
    "Draw": (
        Entry("diagram", "mapper.cli.draw:diagram", "Draw the case, or a part of it."),
        Entry("serve", "mapper.cli.live:serve", "Show the case in a browser, anew whenever it is saved."),
    ),
    "Hand in": (Entry("chart", "mapper.cli.chart:chart", "Chart what each element rests on, and what proves it."),),
    "Look up": (
        Entry("theories", "mapper.cli.library:theories", "List the legal theories, or print one in full."),
        Entry("rules", "mapper.cli.check:rules", "List the findings there are, or explain one."),
        Entry("schema", "mapper.cli.check:schema", "Print the JSON Schema of the case file."),
        Entry("completion", "mapper.cli.start:completion", "Print what makes a shell complete commands and ids."),
    ),
}
"""Every command under the heading it has in the help, so that the help itself imports none of them."""

main = LazyGroup(
    name="mapper",
    sections=SECTIONS,
    help="Map a lawsuit: which allegations support which claims, what bars them, and what stands.",
    epilog="CASE is a case file, or - for standard input. `mapper COMMAND -h` has examples.",
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="",
    subcommand_metavar="COMMAND CASE [ID] [OPTIONS]",
)
click.version_option(__version__, prog_name="mapper", message="%(prog)s %(version)s")(main)
