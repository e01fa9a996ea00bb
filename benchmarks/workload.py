"""Made-up cases of any size, the same on every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

SEED = 230
EVIDENCE, REBUTTALS = 0.2, 0.04
"""How large a share of the statements is evidence, and rebuttals in law; the rest are allegations."""

PROVEN, DISPROVED = 0.15, 0.12
"""How large a share of the allegations rests on evidence alone, and is disproved by some."""

ATTACKED = 4
"""How many steps a rebuttal in law attacks."""

_HEAD = """\
mapper: 1
case: {title: Made-up case, jurisdiction: us-ca}
parties:
  plaintiff: {name: Plaintiff, role: plaintiff}
  defendant: {name: Defendant, role: defendant}
sources:
  complaint: {title: Complaint, kind: pleading, by: plaintiff}
  exhibits: {title: Exhibits, kind: evidence}
  holding: {title: A decision, kind: opinion}
"""


def case_text(statements: int) -> str:
    """Return a case file with so many statements that persons wrote, and one claim on top.

    Two steps for each allegation, of one to four premises each, from allegations before it; some of the steps are
    attacked in law, half of those attacks resting on authority and half open, so that all three labels occur.
    """
    draw = random.Random(SEED)
    exhibits, attacks = int(statements * EVIDENCE), int(statements * REBUTTALS)
    steps = _steps(draw, statements - exhibits - attacks)
    sections = (allegations(steps), _evidence(draw, exhibits, len(steps)), _claim(len(steps)))
    return _HEAD + "".join(line for section in sections for line in section) + "".join(_rebuttals(draw, attacks, steps))


def _steps(draw: random.Random, allegations: int) -> list[list[list[int]]]:
    """Return for each allegation its steps, each a list of allegations before it."""
    proven = int(allegations * PROVEN)
    return [_alternatives(draw, number) if number >= proven else [] for number in range(allegations)]


def _alternatives(draw: random.Random, number: int) -> list[list[int]]:
    """Return the steps to one allegation, no two alike."""
    steps = (tuple(_premises(draw, number)) for _ in range(draw.choice((1, 2, 2, 3))))
    return [list(step) for step in dict.fromkeys(steps)]


def _premises(draw: random.Random, number: int) -> list[int]:
    near = range(max(0, number - 2000), number)
    return sorted(draw.sample(near, min(len(near), draw.choice((2, 3, 3, 4, 5)))))


def allegations(steps: Sequence[Sequence[Sequence[int]]]) -> Iterator[str]:
    """Yield the allegations of a case, each with the alternatives that support it."""
    yield "allegations:\n"
    for number, alternatives in enumerate(steps):
        yield f"  A{number}:\n    title: What happened on occasion {number}\n"
        yield f"    text: On occasion {number} the defendant did what the plaintiff says in this paragraph.\n"
        yield f"    source: complaint ¶ {number}\n    date: {2008 + number % 10}-{1 + number % 12:02}\n"
        if alternatives:
            yield "    support: [" + ", ".join(f"[{', '.join(f'A{p}' for p in step)}]" for step in alternatives) + "]\n"


def _evidence(draw: random.Random, exhibits: int, allegations: int) -> Iterator[str]:
    yield "evidence:\n"
    proven, disproved = int(allegations * PROVEN), int(allegations * DISPROVED)
    for number in range(exhibits):
        yield f"  E{number}:\n    text: Exhibit {number} shows what it shows.\n    source: exhibits no. {number}\n"
        yield f"    proves: [A{number % proven}, A{(number + draw.randrange(1, proven)) % proven}]\n"
        if number < disproved:
            yield f"    disproves: [A{draw.randrange(proven, allegations)}]\n"


def _claim(allegations: int) -> Iterator[str]:
    yield "claims:\n  negligence:\n    theory: us-ca/negligence\n    by: plaintiff\n    against: defendant\n    support:\n"
    for place, element in enumerate(("duty", "breach", "causation", "harm"), start=1):
        yield f"      {element}: [A{allegations - place}, A{allegations - place - 4}]\n"


def _rebuttals(draw: random.Random, attacks: int, steps: list[list[list[int]]]) -> Iterator[str]:
    yield "rebuttals:\n"
    argued = [place for place, alternatives in enumerate(steps) if alternatives]
    for number in range(attacks):
        targets = sorted(draw.sample(argued[len(argued) // 2 :], ATTACKED))
        addresses = (f"{'+'.join(f'A{premise}' for premise in draw.choice(steps[t]))}:A{t}" for t in targets)
        yield f"  R{number}:\n    text: Such a step does not follow, for reason {number}.\n    by: defendant\n    nature: law\n"
        yield "    source: holding\n" if number % 2 else ""
        yield "    attacks: [" + ", ".join(f'"{address}"' for address in addresses) + "]\n"


def argdown_text(nodes: int, links: int, length: int) -> str:
    """Return an Argdown map with so many statements and links between them, each text so many letters long.

    A tree as far as the links go round, so that every statement is on the map, then further links across it;
    every ninth link is an attack.
    """
    draw = random.Random(SEED)
    pairs = dict.fromkeys(((child - 1) // 3, child) for child in range(1, nodes))
    while len(pairs) < links:
        pairs[_downwards(draw, nodes)] = None
    below: dict[int, list[str]] = {node: [] for node in range(nodes)}
    for place, (parent, child) in enumerate(pairs):
        below[parent].append(f"  {'+-'[place % 9 == 0]} [S{child}]\n")
    return "\n".join(f"[S{node}]: {_prose(node, length)}\n{''.join(lines)}" for node, lines in below.items())


def _downwards(draw: random.Random, nodes: int) -> tuple[int, int]:
    parent, child = sorted(draw.sample(range(nodes), 2))
    return parent, child


def _prose(number: int, length: int) -> str:
    words = f"Statement {number} says that the company knew what the site was and sold it the tools all the same, "
    return (words * (length // len(words) + 1))[:length].strip(", ") + "."
