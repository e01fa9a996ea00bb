"""A commented case file to begin from: claims, defenses and carve-outs with every element still to be supported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from mapper.render.terminal import wrapped

if TYPE_CHECKING:
    from mapper.case.theory import Element, Theory

WIDTH = 100

HEAD = """\
# A case file for mapper. What follows a # is a remark, and may be deleted.
#
# Fill in the caption and the parties, write down what is alleged, and say under each element which allegations
# support it. `mapper check` finds slips, `mapper show` shows how far the case has come. An editor that knows
# YAML completes and checks as you type once `mapper schema > case.schema.json` has been run and this line
# stands at the top:   # yaml-language-server: $schema=case.schema.json

mapper: 1
"""

PARTIES = """\
parties:
  plaintiff: {name: Plaintiff, role: plaintiff}
  defendant: {name: Defendant, role: defendant}

# What statements rest on. The kind decides what counts when: pleading, answer, brief, opinion, statute,
# evidence, record, news or commentary.
sources:
  complaint: {title: Complaint, kind: pleading, by: plaintiff}

# What is pleaded, each under a short id of your own. A bare conclusion counts only as far as something
# supports it. For example:
#
#   A1: {text: The store mopped the floor and put up no sign., source: complaint ¶ 12}
#   KNEW: {text: The store knew of the danger., source: complaint ¶ 14, nature: conclusion, support: [A1]}
allegations:
"""

SUPPORT = """\
# What supports each element: ids in a list are alternatives, a list within the list is needed together, as in
# breach: [A1, [A2, A3]].
"""

LAW = {"fact": "A fact.", "law": "A question of law.", "mixed": "Law applied to fact."}


def skeleton(
    title: str,
    claims: Mapping[str, Theory],
    defenses: Mapping[str, Theory],
    carve_outs: Mapping[str, Theory],
    names: Mapping[str, str],
) -> str:
    """Return a case file in YAML that has no error, and in which only support is missing.

    Args:
        title: of the case.
        claims: the theories of the claims, by the id that each claim gets.
        defenses: the same of the defenses; each is raised against every claim.
        carve_outs: the same of the carve-outs; each lifts the defenses that its theory can lift.
        names: the name of the theory of each.
    """
    jurisdiction = next(iter(claims.values())).jurisdiction
    caption = f"case:\n  title: {json.dumps(title, ensure_ascii=False)}\n  jurisdiction: {jurisdiction}\n"
    hint = "  # court: Superior Court of California, County of ...\n  # docket: ...\n  # filed: 2024-01-31\n"
    sections = [HEAD, caption + hint, PARTIES, SUPPORT + _section("claims", _claims(claims, names))]
    if defenses:
        sections.append(_section("defenses", _defenses(defenses, claims, names)))
    if carve_outs:
        sections.append(_section("carve-outs", _carve_outs(carve_outs, defenses, names)))
    return "\n".join(sections)


def _section(name: str, lines: Iterable[str]) -> str:
    return "\n".join([f"{name}:", *lines, ""])


def _claims(claims: Mapping[str, Theory], names: Mapping[str, str]) -> Iterator[str]:
    for name, theory in claims.items():
        yield from _begin(name, theory, names[name], "plaintiff")
        yield "    against: defendant"
        yield from _support(theory)


def _defenses(defenses: Mapping[str, Theory], claims: Iterable[str], names: Mapping[str, str]) -> Iterator[str]:
    for name, theory in defenses.items():
        yield from _begin(name, theory, names[name], "defendant")
        yield f"    against: [{', '.join(claims)}]"
        yield from _support(theory)


def _carve_outs(
    carve_outs: Mapping[str, Theory], defenses: Mapping[str, Theory], names: Mapping[str, str]
) -> Iterator[str]:
    for name, theory in carve_outs.items():
        yield from _begin(name, theory, names[name], "plaintiff")
        yield f"    lifts: [{', '.join(d for d in defenses if names[d] in theory.lifts)}]"
        yield from _support(theory)


def _begin(name: str, theory: Theory, theory_name: str, by: str) -> Iterator[str]:
    yield f"  {name}:"
    yield from _remark(f"{theory.title}. {theory.text or ''}")
    yield f"    theory: {theory_name}"
    yield f"    by: {by}"


def _support(theory: Theory) -> Iterator[str]:
    yield "    support:"
    for name, element, part in theory.parts():
        needs = _needs(element) if part is element else " One way to show the above."
        yield from _remark(f"{LAW[part.nature]} {part.text}{needs}", indent=6)
        if element.per_claim:
            yield from (f"      {name}:", '        "*": []')
        else:
            yield f"      {name}: []"


def _needs(element: Element) -> str:
    needs = {
        "another-tort": " Takes only a claim made out: ID.made-out.",
        "same-tort": " Takes a claim made out: ID.made-out.",
    }
    claim = " Judged claim by claim: the id of a claim instead of the star speaks of that claim alone."
    return (needs[element.needs] if element.needs else "") + (claim if element.per_claim else "")


def _remark(text: str, indent: int = 4) -> list[str]:
    margin = " " * indent + "# "
    return wrapped(text, WIDTH, first=margin, rest=margin)
