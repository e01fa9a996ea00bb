"""A small case in which everything occurs that an answer can speak of, and what the command line says about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from mapper.cli import main
from tests.cases import PRELUDE

SECTIONS = """
allegations:
  WET: {title: Wet floor, text: The floor was wet., source: complaint ¶ 1}
  KNEW:
    text: Corp knew of it.
    nature: conclusion
    support: [{from: [WET], weight: 0.6, warrant: Who mops knows.}]
  FELL: {text: Jane fell., response: {corp: admitted}, date: 2019-03}
  RUMOUR: {text: It happens often., source: paper ¶ 2, quoted-in: readers, quote: every day}
  ROUND: {text: This rests on that., nature: conclusion, support: [ABOUT]}
  ABOUT: {text: And that on this., nature: conclusion, support: [ROUND]}
evidence:
  LETTER: {text: A letter., source: exhibit, proves: [WET], disproves: [{on: KNEW, weight: 0.5}]}
propositions:
  broad: {title: Broad reading, text: A host is a publisher., source: opinion}
  narrow: {title: Narrow reading, text: A host is none.}
issues:
  reading: {title: What is a host?, positions: [broad, narrow]}
claims:
  neglect:
    theory: tort
    by: does
    against: corp
    support: {duty: [narrow], breach: [KNEW, [WET, FELL]], harm: [FELL]}
  breach-of-act: {theory: act, by: does, against: corp, support: {violation: [ROUND]}}
  bare: {theory: act, by: does, against: corp}
defenses:
  host:
    theory: immunity
    by: corp
    against: [neglect, breach-of-act]
    support: {provider: [WET], publisher: {neglect: [broad], "*": [FELL]}}
carve-outs:
  unless: {theory: exception, by: does, lifts: host, support: {knowing: [KNEW]}}
rebuttals:
  mopped: {text: It was mopped., by: corp, nature: fact, source: answer, attacks: [{on: WET, weight: 0.4}]}
  no-duty: {text: Nobody has to mop., by: corp, nature: law, attacks: [neglect.duty]}
  shaky: {text: Who mops knows nothing., nature: law, source: readers, attacks: ["WET:KNEW"]}
scenarios:
  demurrer:
    title: A demurrer
    accept: [broad]
    reject: [no-duty]
    expect:
      neglect: {label: barred, because: host@neglect}
      breach-of-act: stands
      host@neglect: {label: applies, because: RUMOUR}
    ruling: {court: A court, date: 2020, outcome: {neglect: survives}, confidence: secondary}
  trial: {stage: trial, open: [LETTER], motion: {by: corp, on: [neglect.duty]}}
"""

CASE = PRELUDE.lstrip() + SECTIONS
"""The case as text."""


@dataclass(frozen=True)
class Said:
    """What a command said: its exit status, and what went to standard output and to standard error."""

    status: int
    out: str
    err: str


def say(*arguments: str | Path, text: str | None = None) -> Said:
    """Return what the command line says, given what stands on standard input."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=text, prog_name="mapper")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)
