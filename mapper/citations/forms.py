"""The forms of legal citations, as data: how each is found, even where it is written badly, and how it should be.

``found`` is a pattern that also takes what is nearly right; ``normal`` makes the citation of its groups; ``right``
is what the text has to match to be well-formed. Web addresses are given only where the publisher makes them of the
numbers of the statute, so that they can be made without looking.

The forms follow The Bluebook and, for California, the California Style Manual.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from mapper.citations.reporters import REPORTERS


class CitationKind(StrEnum):
    """What is cited; tables of authorities are in this order."""

    CASE = "case"
    CONSTITUTION = "constitution"
    STATUTE = "statute"
    RULE = "rule"
    INSTRUCTION = "jury instruction"
    DOCKET = "docket"
    OTHER = "other"


class Form(NamedTuple):
    """One form of citation.

    Attributes:
        kind: what it cites.
        found: the pattern that finds it; groups: ``sections`` for a list of sections, and those that ``normal`` takes.
        normal: the normal form, with the groups of the pattern and ``section``.
        right: the pattern of what is well-formed.
        url: the web address, with the same groups and ``number`` for a section without its subsections; or empty.
    """

    kind: CitationKind
    found: str
    normal: str
    right: str
    url: str = ""


SUB = r"(?:\([0-9A-Za-z]{1,5}\))*"
SECTION = rf"\d+[A-Za-z]{{0,2}}(?:\.\d+[A-Za-z]?)?(?:-\d+(?:\.\d+)?(?![0-9]))?{SUB}"
JOINED = rf"{SECTION}(?:(?:, and |, or |, | and | or ){SECTION})*"
TAIL = r"(?P<tail>(?<=\))\(?[0-9A-Za-z]{1,3}\b(?!\)))?"
"""A last subsection that lacks a parenthesis or both: it is read as one, and the citation is not well-formed."""

SIGN = r"(?:[Ss]ections?\s|[Ss]ecs?\.?\s|§\s?)?"
SECTIONS = rf"(?:(?:§§|[Ss]ections)\s?(?P<sections>{JOINED})|{SIGN}(?P<section>{SECTION}){TAIL})"
RIGHT_SECTIONS = rf"(?:§ {SECTION}|§§ {JOINED})"


def _code(found: str, normal: str, right: str, url: str = "") -> Form:
    """Return the form of a code: its name in three ways, then a section or several."""
    return Form(
        CitationKind.STATUTE, rf"{found}\s?{SECTIONS}", f"{normal} § {{section}}", rf"{right} {RIGHT_SECTIONS}", url
    )


_IN_FULL = {
    "Civ": "Civ(?:il)?",
    "Proc": "Proc(?:edure)?",
    "Evid": "Evid(?:ence)?",
    "Bus": "Bus(?:iness)?",
    "&": "(?:&|and)",
    "Prof": "Prof(?:essions)?",
    "Gov": "Gov(?:ernment|t)?",
}
"""Patterns for words that may be written in full."""


def _california(name: str, code: str) -> Form:
    """Return the form of a code of California, from its abbreviation, as ``Civ.``, and the state's own of two or three letters."""
    words = r"\.?\s?".join(_IN_FULL.get(word, word) for word in name.replace(".", "").split())
    order = rf"(?:{words}\.?\s?Code|Code\s(?:of\s)?{words}\.?)"
    normal = f"Cal. Code {name}" if code == "CCP" else f"Cal. {name} Code"
    url = f"https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode={code}&sectionNum={{number}}."
    return _code(rf"\bCal(?:ifornia|\.)?\s?{order},?", normal, re.escape(normal), url)


TEXAS_CIVIL = "Tex. Civ. Prac. & Rem. Code"
TEXAS_FOUND = (
    r"\b(?:Tex(?:as|\.)?\s)?(?:Civ(?:il|\.)?\sPrac(?:tice|\.)?\s(?:&|and)\sRem(?:edies|\.)?\sCode|CPRC)(?:\sAnn\.)?"
)

_RULES = r"(?:FRCP|Fed\.?\s?R\.?\s?Civ\.?\s?P\.?|Federal\sRules?\sof\sCivil\sProcedure)"
_RULE = rf"\d+(?:\.\d+)?{SUB}"

FORMS: tuple[Form, ...] = (
    _code(
        r"\b(?P<title>\d{1,2})\s?U\.?\s?S\.?\s?C\.?(?:\s?A\.)?",
        "{title} U.S.C.",
        r"\d{1,2} U\.S\.C\.",
        "https://www.law.cornell.edu/uscode/text/{title}/{number}",
    ),
    Form(
        CitationKind.STATUTE,
        rf"\bSection 230(?P<section>{SUB})(?![\w.])",
        "47 U.S.C. § 230{section}",
        rf"Section 230{SUB}",
        "https://www.law.cornell.edu/uscode/text/47/230",
    ),
    _california("Civ.", "CIV"),
    _california("Civ. Proc.", "CCP"),
    _california("Evid.", "EVID"),
    _california("Penal", "PEN"),
    _california("Bus. & Prof.", "BPC"),
    _california("Gov.", "GOV"),
    _code(
        TEXAS_FOUND,
        TEXAS_CIVIL,
        rf"(?:{re.escape(TEXAS_CIVIL)}|CPRC)",
        "https://statutes.capitol.texas.gov/Docs/CP/htm/CP.{chapter}.htm#{number}",
    ),
    Form(
        CitationKind.STATUTE,
        rf"{TEXAS_FOUND}\s(?:ch\.?|chapter)\s?(?P<section>\d+[A-Z]?)",
        f"{TEXAS_CIVIL} ch. {{section}}",
        rf"(?:{re.escape(TEXAS_CIVIL)}|(?:Tex\. )?CPRC) ch\. \d+[A-Z]?",
        "https://statutes.capitol.texas.gov/Docs/CP/htm/CP.{section}.htm",
    ),
    Form(
        CitationKind.STATUTE,
        rf"\bPub(?:lic|\.)?\s?L(?:aw|\.)?\s?(?:No\.?\s?)?(?P<congress>\d{{2,3}})[-–](?P<law>\d{{1,4}})(?:,?\s§+\s?(?P<section>{SECTION}))?",
        "Pub. L. {congress}-{law} § {section}",
        rf"Pub\. L\. (?:No\. )?\d{{2,3}}-\d{{1,4}}(?:,? § {SECTION})?",
        "https://www.congress.gov/{congress}/plaws/publ{law}/PLAW-{congress}publ{law}.htm",
    ),
    Form(
        CitationKind.STATUTE,
        r"\b(?P<volume>\d{1,3})\sStat\.?\s(?P<page>\d{1,5})\b",
        "{volume} Stat. {page}",
        r"\d{1,3} Stat\. \d{1,5}",
    ),
    Form(
        CitationKind.CONSTITUTION,
        r"\bU\.?\s?S\.?\sConst\.?,?\samend\.?\s(?P<section>[IVX]+)\b",
        "U.S. Const. amend. {section}",
        r"U\.S\. Const\. amend\. [IVX]+",
    ),
    Form(
        CitationKind.RULE,
        rf"\b{_RULES}\s?(?:[Rr]ule\s)?(?P<section>{_RULE})",
        "Fed. R. Civ. P. {section}",
        rf"(?:FRCP|Fed\. R\. Civ\. P\.) {_RULE}",
        "https://www.law.cornell.edu/rules/frcp/rule_{number}",
    ),
    Form(
        CitationKind.RULE,
        rf"\bCal(?:ifornia|\.)?\sRules\sof\sCourt,?\s(?:[Rr]ule\s)?(?P<section>{_RULE})",
        "Cal. Rules of Court, rule {section}",
        rf"Cal\. Rules of Court, rule {_RULE}",
    ),
    Form(
        CitationKind.INSTRUCTION,
        r"\bCACI\s?(?:(?:Nos?\.?|Numbers?)\s?)?(?P<sections>(?:VF-)?\d{3,4}[A-Z]?(?:(?:, and |, | and )(?:VF-)?\d{3,4}[A-Z]?)*)",
        "CACI No. {section}",
        r"CACI (?:Nos?\. )?(?:VF-)?\d{3,4}[A-Z]?(?:(?:, and |, | and )(?:VF-)?\d{3,4}[A-Z]?)*",
    ),
    Form(
        CitationKind.DOCKET,
        r"\b(?:No\.?\s?|Case\s(?:No\.?\s)?)?(?P<section>\d{1,2}:\d{2}-(?:cv|cr|mc|md)-\d{3,6}(?:-[A-Z]{1,4})*)\b",
        "No. {section}",
        r"(?:No\. )?\d{1,2}:\d{2}-(?:cv|cr|mc|md)-\d{3,6}(?:-[A-Z]{1,4})*",
    ),
    Form(CitationKind.DOCKET, r"\bNo\.?\s?(?P<section>\d{2}-\d{2,5})\b", "No. {section}", r"No\. \d{2}-\d{2,5}"),
    Form(
        CitationKind.DOCKET,
        r"\b(?:No\.?\s?)?(?P<section>CGC-\d{2}-\d{6}|[A-H]\d{6})\b",
        "No. {section}",
        r"(?:No\. )?(?:CGC-\d{2}-\d{6}|[A-H]\d{6})",
    ),
)
"""Every form but that of decisions in reporters."""

_ORDINALS = {"2d": "2n?d", "3d": "3r?d"}


def _loose(reporter: str) -> str:
    """Return a pattern for a reporter, with or without its periods and blanks."""
    words = re.findall(r"\d\w+|[A-Za-z']+", reporter)
    return r"\.?\s?".join(_ORDINALS.get(word, re.escape(word).replace("'", "['’]?")) for word in words) + r"\.?"


PIN = r"(?:,\s(?P<pin>\d+(?:[-–]\d+)?(?:(?:, | and )\d+(?:[-–]\d+)?)*))?"

BY_REPORTER = (
    r"\b(?P<volume>\d{1,4})\s(?:"
    + "|".join(
        f"(?P<r{number}>{_loose(name)})" for number, name in sorted(enumerate(REPORTERS), key=lambda r: -len(r[1]))
    )
    + rf")\s?(?P<page>\d{{1,7}})\b(?!:){PIN}"
)
"""A decision in a reporter: volume, reporter, page, and a place in it."""

ENGLISH = rf"\[(?P<year>\d{{4}})\]\s(?P<volume>\d\s)?(?P<reporter>Q\.?B\.?|K\.?B\.?|A\.?C\.?|Ch\.?)\s(?P<page>\d{{1,4}})\b{PIN}"
"""A decision in the Law Reports of England."""
