"""What each key of a case file is for, in one line; the schema, the messages and the reference page share it."""

from __future__ import annotations

from mapper.case.annotations import bare

DESCRIPTIONS: dict[str, str] = {
    # The file
    "mapper": "the version of the format, which is 1",
    "include": "other files of the case, relative to this one and inside the folder of the case",
    "case": "the caption: what the case is called and where it is heard",
    "parties": "the parties, and whoever else speaks in the case, by id",
    "sources": "the documents that statements rest on, by id",
    "theories": "legal theories of this case's own, in the form of those in the library, by name",
    "allegations": "what a party pleads, by id; the text alone is enough",
    "evidence": "exhibits and testimony, by id",
    "propositions": "statements of law, or of law applied to fact, that are argued rather than alleged, by id",
    "issues": "questions of which at most one position can hold, by id",
    "claims": "legal theories as one party asserts them against another, by id",
    "defenses": "theories that bar claims although they are made out, by id",
    "carve-outs": "exceptions that lift a defense for the claims which meet their conditions, by id",
    "rebuttals": "arguments against statements, elements, bars and steps, by id",
    "scenarios": "stages and readings of the law under which the case is evaluated, by id",
    # Every statement
    "title": "a short name, shown on cards and in tables",
    "text": "what is said, in a sentence",
    "source": "where it is said: the id of a source and, after a blank, a place in it, as `complaint ¶ 31`",
    "quoted-in": "where the words were found, if that is not the source",
    "quote": "words that stand in the source exactly so",
    "quotes": "further words, each with where they were found",
    "date": "when: YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash between",
    "note": "a remark for readers; nothing is computed from it",
    "by": "the id of the party, or the ids of the parties, who put it forward",
    "nature": "what it states: a fact, a conclusion, damages, law, or law applied to fact (mixed)",
    "response": "what each opponent's answer says to it, by the id of the party; no entry: no answer on file",
    "support": "what supports it: alternatives in a list, a list inside it for premises that are needed together",
    "Claim.support": "what supports each element of the theory, by the id of the element",
    "Defense.support": "what supports each element of the theory, by the id of the element; by claim where that differs",
    "CarveOut.support": "what supports each element of the theory, by the id of the element; by claim where that differs",
    # Steps and attacks
    "from": "the ids of the premises",
    "weight": "how strong the step is: above 0 and at most 1, as 0.6 or 3/5; 1 unless stated",
    "weighing": "how the premises make up the weight: all needed (linked) unless stated otherwise",
    "warrant": "why the conclusion follows: the id of a statement, which becomes a premise, or a remark",
    "on": "the address of what is meant",
    "Motion.on": "the ids of the claims or defenses that the motion raises",
    "proves": "the ids of the statements that the evidence supports",
    "disproves": "the ids of the statements that the evidence goes against",
    "attacks": "the addresses of what the rebuttal is against: statements, elements, bars or steps",
    # Claims, defenses, carve-outs, issues
    "theory": "the name of a legal theory, from the library or from `theories`",
    "against": "the id of the party, or the ids of the parties, whom the claim is against",
    "Defense.against": "the ids of the claims that the defense bars",
    "lifts": "the ids of the defenses that the carve-out lifts",
    "Theory.lifts": "the names of the theories of defense that the carve-out can lift",
    "positions": "the ids of the propositions of which at most one can hold",
    # Scenarios
    "stage": "the stage of the proceeding, which decides what counts",
    "accept": "the ids of statements that are taken as given",
    "reject": "the ids of statements that are taken as false",
    "open": "the ids of statements that are left undecided",
    "motion": "whose motion is decided, and what it raises",
    "Motion.by": "the id of the party whose motion it is",
    "expect": "which label each address should have, by address",
    "label": "the expected label: stands, barred, not made out, open, applies, does not apply, and so on",
    "because": "the addresses of the statements that should be the reason",
    "ruling": "what a court held",
    "outcome": "what the court held, by address, in the words of rulings: dismissed, survives, barred, and so on",
    "disposition": "what the court did, in its own words",
    "confidence": "how sure it is: read in the original, read in a secondary source, or not verified",
    # Parties, sources, the caption
    "name": "the full name",
    "role": "what the party is in the suit",
    "kind": "what kind of document it is, which decides at what stage it counts",
    "Theory.kind": "whether it is a claim, a defense or a carve-out",
    "file": "the path of its text, relative to this file or to the folder given by `--sources`",
    "url": "where it can be read",
    "citation": "how it is cited",
    "court": "the name of the court",
    "docket": "the number of the docket",
    "filed": "the day on which the case was filed",
    "jurisdiction": "whose law applies: `us`, or `us-` and a state, as `us-ca`",
    # Theories
    "law": "whether the claim arises under state or federal law",
    "proceeding": "whether the proceeding is civil or criminal",
    "basis": "the statute or the body of law that it rests on",
    "burden": "who has to show it",
    "standard": "the standard of proof",
    "elements": "what has to be shown, by id",
    "conditions": "which claims it reaches, by what their theories declare",
    "modifies": "the name of the theory of which this is a degree or a form",
    "authority": "what it rests on: citations, each with how sure it is",
    "notes": "remarks for readers",
    "per-claim": "whether a defense or carve-out has to show it for each claim by itself",
    "needs": "that only another tort that is made out can support it: another party's or the same party's",
    "state-of-mind": "the state of mind that the element asks for",
    "cite": "the citation",
    "says": "what it says on the point",
    "read-in": "where it was read",
}
"""Descriptions by key, or by model and key where one key means several things."""


def description_of(annotation: object, key: str) -> str:
    """Return what a key of an entry is for."""
    model = getattr(bare(annotation), "__name__", "")
    return DESCRIPTIONS.get(f"{model}.{key}") or DESCRIPTIONS[key]
