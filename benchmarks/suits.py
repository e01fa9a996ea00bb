"""A made-up suit of any size, the same on every run: several claims, each on a theory of its own, all on common facts."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.workload import SEED, allegations

ELEMENTS, NEAR = 6, 25
"""How many elements a claim has, and from how many allegations after it an allegation takes its premises."""
ARGUED, COMMON, ROUND = 0.45, 0.04, 0.01
"""How large a share of the allegations is supported; of the steps, has a premise of any claim, and closes a circle."""
EVIDENCE, REBUTTALS = 0.16, 0.1
"""How large a share of the statements is evidence, and rebuttals in law, each of which attacks a step."""

_HEAD = """\
mapper: 1
case: {title: Made-up suit, jurisdiction: us-ca}
parties:
  plaintiff: {name: Plaintiff, role: plaintiff}
  defendant: {name: Defendant, role: defendant}
sources:
  complaint: {title: Complaint, kind: pleading, by: plaintiff}
  exhibits: {title: Exhibits, kind: evidence}
  holding: {title: A decision, kind: opinion}
"""


def suit_text(statements: int, claims: int) -> str:
    """Return a case file with so many statements that persons wrote, and so many claims."""
    draw = random.Random(SEED)
    exhibits, attacks = int(statements * EVIDENCE), int(statements * REBUTTALS)
    each = (statements - exhibits - attacks) // claims
    steps = [_steps(draw, number, each, claims) for number in range(each * claims)]
    sections = (
        _theories(claims),
        allegations(steps),
        _evidence(draw, exhibits, len(steps)),
        _claims(draw, claims, each),
        _rebuttals(draw, attacks, steps),
    )
    return _HEAD + "".join(line for section in sections for line in section)


def _steps(draw: random.Random, number: int, each: int, claims: int) -> list[tuple[int, ...]]:
    """Return the steps to an allegation: linked premises and alternatives, from later allegations of its claim."""
    first = number // each * each
    later = range(number + 1, min(first + each, number + NEAR))
    if not later or number - first > each * ARGUED:
        return []
    count = draw.choice((1, 1, 2, 2, 3))
    return list(dict.fromkeys(_premises(draw, number, later, each * claims) for _ in range(count)))


def _premises(draw: random.Random, number: int, later: range, every: int) -> tuple[int, ...]:
    found = draw.sample(later, min(len(later), draw.choice((1, 1, 2, 3))))
    if draw.random() < COMMON:
        found[0] = draw.randrange(every)
    elif draw.random() < ROUND:
        found[0] = draw.randrange(max(0, number - NEAR), number + 1)
    return tuple(sorted({premise for premise in found if premise != number} or {later[0]}))


def _theories(claims: int) -> Iterator[str]:
    yield "theories:\n"
    for claim in range(claims):
        yield f"  t{claim}: {{title: Theory {claim}, kind: claim, jurisdiction: us-ca, law: state, basis: common law,\n"
        elements = (f"e{n}: {{text: Element {n} was so in this case., nature: fact}}" for n in range(ELEMENTS))
        yield f"    burden: plaintiff, elements: {{{', '.join(elements)}}}}}\n"


def _evidence(draw: random.Random, exhibits: int, allegations: int) -> Iterator[str]:
    yield "evidence:\n"
    for number in range(exhibits):
        proves = draw.randrange(allegations)
        yield f"  E{number}:\n    text: Exhibit {number} shows what it shows.\n    source: exhibits no. {number}\n"
        yield f"    proves: [A{proves}]\n"


def _claims(draw: random.Random, claims: int, each: int) -> Iterator[str]:
    yield "claims:\n"
    for claim in range(claims):
        yield f"  c{claim}:\n    theory: t{claim}\n    by: plaintiff\n    against: defendant\n    support:\n"
        for element in range(ELEMENTS):
            found = sorted({claim * each + draw.randrange(each // 3) for _ in range(3)})
            yield f"      e{element}: [{', '.join(f'A{number}' for number in found)}]\n"


def _rebuttals(draw: random.Random, attacks: int, steps: list[list[tuple[int, ...]]]) -> Iterator[str]:
    yield "rebuttals:\n"
    argued = [number for number, found in enumerate(steps) if found]
    for number in range(attacks):
        target = draw.choice(argued)
        step = "+".join(f"A{premise}" for premise in draw.choice(steps[target]))
        yield f"  R{number}:\n    text: Such a step does not follow, for reason {number}.\n    by: defendant\n"
        yield f'    nature: law\n    attacks: ["{step}:A{target}"]\n'
        yield "    source: holding\n" if number % 2 else ""
