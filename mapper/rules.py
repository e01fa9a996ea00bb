"""The table of every finding that there is: its name, how bad it is, and what it says in one line.

A name states the bad thing; it is what the outputs show, what ``mapper rules NAME`` takes, and never changes its
meaning. What each one means at length, with an example and the remedy, stands in ``check/rules.toml``.
"""

from __future__ import annotations

from mapper.diagnostics import Rule, Severity


def _error(name: str, summary: str) -> Rule:
    return Rule(name, Severity.ERROR, summary)


def _warning(name: str, summary: str) -> Rule:
    return Rule(name, Severity.WARNING, summary)


def _note(name: str, summary: str) -> Rule:
    return Rule(name, Severity.NOTE, summary)


# Reading the file
MISSING_FILE = _error("missing-file", "a file that is named is not there")
UNREADABLE_FILE = _error("unreadable-file", "a file is there, but cannot be read")
NOT_UTF_8 = _error("not-utf-8", "a file is not text in UTF-8")
CONTROL_CHARACTER = _error("control-character", "a text holds a character that is not for reading")
EMPTY_FILE = _error("empty-file", "a file says nothing")
TOO_LARGE = _error("too-large", "a file is larger than any case is")
TOO_DEEP = _error("too-deep", "entries or files are nested deeper than any case needs")
SYNTAX = _error("syntax", "the text cannot be read as YAML or JSON")
ALIAS = _error("alias", "a value begins with `*`, which YAML takes for a reference to another place")
ANCHOR = _error("anchor", "a value begins with `&`, which YAML takes for the name of a place")
TAG = _error("tag", "a value begins with `!`, which YAML takes for a type")
KEY_NOT_TEXT = _error("key-not-text", "a key is a list, a group of keys or nothing at all")
REPEATED_KEY = _error("repeated-key", "a key is given twice in one place")
SECOND_DOCUMENT = _error("second-document", "a file holds more than one document")
TEXT_CUT_BY_COMMENT = _warning("text-cut-by-comment", "a `#` begins a comment where text was probably meant")
PATH_OUTSIDE_FOLDER = _error("path-outside-folder", "a path leads out of the folder of the case")
INCLUDE_CYCLE = _error("include-cycle", "a file includes itself, directly or through others")

# The shape of the entries
UNKNOWN_VERSION = _error("unknown-version", "the format version of the file is not one that this program reads")
UNKNOWN_KEY = _error("unknown-key", "an entry has a key that means nothing there")
MISSING_KEY = _error("missing-key", "an entry lacks a key that it needs")
WRONG_TYPE = _error("wrong-type", "a value is of another shape than its key takes")
UNKNOWN_WORD = _error("unknown-word", "a value is none of the words that its key takes")
EMPTY_VALUE = _error("empty-value", "a key that needs a value has none")
BAD_DATE = _error("bad-date", "a date is none")
BAD_WEIGHT = _error("bad-weight", "a weight is no number above 0 and at most 1")
BAD_ID = _error("bad-id", "an id has characters that no id may have")
RESERVED_ID = _error("reserved-id", "an id is a word that addresses use themselves")
REPEATED_ID = _error("repeated-id", "an id stands for two things")

# References between entries
UNKNOWN_REFERENCE = _error("unknown-reference", "an address leads to nothing in this case")
UNKNOWN_PARTY = _error("unknown-party", "a party is named that `parties` does not list")
UNKNOWN_SOURCE = _error("unknown-source", "a source is named that `sources` does not list")
UNKNOWN_THEORY = _error("unknown-theory", "a theory is named that neither the library nor the case has")
UNKNOWN_ELEMENT = _error("unknown-element", "support is given for an element that the theory does not have")
WRONG_KIND = _error("wrong-kind", "an address leads to something of a kind that cannot stand there")
MISPLACED_POSITION = _error("misplaced-position", "a position is no proposition, or stands in two issues")
TWO_ACCEPTED_POSITIONS = _error("two-accepted-positions", "two positions of one issue are accepted together")
UNKNOWN_LABEL = _error("unknown-label", "an expectation or a ruling uses a word for no outcome")
MISPLACED_SUPPORT = _error("misplaced-support", "support is given for a claim where it cannot count")
REPEATED_STEP = _error("repeated-step", "the same support or attack is given twice, or both")
CIRCULAR_REPLACEMENT = _error("circular-replacement", "pleadings replace each other in a circle")
CONTRADICTORY_ASSUMPTIONS = _error("contradictory-assumptions", "a scenario both accepts and rejects a statement")
REBUTTAL_WITHOUT_NATURE = _error("rebuttal-without-nature", "a rebuttal does not say whether it is one of fact or law")

# The argument itself
CIRCULAR_SUPPORT = _warning("circular-support", "statements support each other in a circle")
ATTACK_ON_ITSELF = _warning("attack-on-itself", "a statement attacks itself")
ONE_POSITION_ISSUE = _warning("one-position-issue", "an issue has fewer than two positions")
REPEATED_NAME = _warning("repeated-name", "a list names the same thing twice")
UNUSED_STATEMENT = _warning("unused-statement", "a statement supports and attacks nothing")
BARS_NOTHING = _warning("bars-nothing", "a defense is against no claim")
LIFTS_NOTHING = _warning("lifts-nothing", "a carve-out lifts no defense")
WRONG_DEFENSE = _warning("wrong-defense", "a carve-out is set against a defense that its theory does not lift")
WRONG_TORT = _warning("wrong-tort", "what supports an element is not the tort that it asks for")
CLAIM_LEFT_OUT = _warning("claim-left-out", "an element judged claim by claim passes over a claim")
REBUTTAL_WITHOUT_PROPONENT = _warning("rebuttal-without-proponent", "nobody puts a rebuttal forward")
WEIGHT_WITHOUT_EFFECT = _warning("weight-without-effect", "a weight is given to an attack that is not weighed")
NO_PLAINTIFF = _warning("no-plaintiff", "something is pleaded, and nobody is the plaintiff")
MISPLACED_ANSWER = _warning("misplaced-answer", "an answer comes from a party that has nothing to answer")
QUOTE_WITHOUT_SOURCE = _warning("quote-without-source", "a quote does not say where it was found")
QUOTE_NOT_FOUND = _warning("quote-not-found", "a quote is not in its source")
UNVERIFIED_AUTHORITY = _warning("unverified-authority", "nobody has read what a theory rests on")
UNCITABLE_AUTHORITY = _warning("uncitable-authority", "law rests on what may not be cited as authority")
VERSION_NOT_IN_FORCE = _warning("version-not-in-force", "a version of the law did not govern what is alleged")
MALFORMED_CITATION = _warning("malformed-citation", "a citation is not written as it should be")
MISSING_ANSWERS = _note("missing-answers", "a stage asks for answers that are not on file")
CARVE_OUT_OUT_OF_REACH = _note("carve-out-out-of-reach", "no barred claim meets the conditions of a carve-out")
UNSUPPORTED_ELEMENT = _note("unsupported-element", "nothing supports an element")
CONCLUSORY_SUPPORT = _note("conclusory-support", "only bare conclusions support an element")
LENIENTLY_JUDGED_FACTS = _note("leniently-judged-facts", "a strict element rests on facts that are judged leniently")
UNUSED_SOURCE = _note("unused-source", "nothing rests on a source")

RULES: dict[str, Rule] = {rule.name: rule for rule in tuple(globals().values()) if isinstance(rule, Rule)}
"""Every rule by its name, in the order of the stages that raise them."""
