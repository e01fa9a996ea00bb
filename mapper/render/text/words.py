"""The words for labels, statuses, assumptions and standards: the one table of wording that all answers share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from mapper.evaluate import Evaluation, Given
from mapper.evaluate.standards import THRESHOLDS
from mapper.graph import ArgumentGraph, Statement
from mapper.render.terminal import ink
from mapper.vocabulary import Assumption, Confidence, Kind, Label, Stage, Standard, Status

GLYPHS = {Label.IN: "✓", Label.OUT: "✗", Label.UNDECIDED: "?"}
BARE = "◇"
"""The sign of an element that nothing supports."""

INKS = {Label.IN: "green", Label.OUT: "red", Label.UNDECIDED: "yellow"}

STAGES = {
    Stage.PLEADING: "pleading",
    Stage.SUMMARY_JUDGMENT: "summary judgment",
    Stage.TRIAL: "trial",
}

KINDS = {
    Kind.ALLEGATION: ("allegation", "allegations"),
    Kind.EVIDENCE: ("piece of evidence", "pieces of evidence"),
    Kind.PROPOSITION: ("proposition", "propositions"),
    Kind.ELEMENT: ("element", "elements"),
    Kind.CLAIM: ("claim", "claims"),
    Kind.DEFENSE: ("defense", "defenses"),
    Kind.CARVE_OUT: ("carve-out", "carve-outs"),
    Kind.REBUTTAL: ("rebuttal", "rebuttals"),
}
"""One of a kind, and several."""

CONFIDENCE = {
    Confidence.VERIFIED: "verified",
    Confidence.SECONDARY: "at second hand",
    Confidence.UNVERIFIED: "not verified",
}

PREDICATES = {
    Status.STANDS: "stands",
    Status.BARRED: "is barred",
    Status.MADE_OUT: "is made out",
    Status.NOT_MADE_OUT: "is not made out",
    Status.APPLIES: "applies",
    Status.DOES_NOT_APPLY: "does not apply",
    Status.COUNTS: "counts",
    Status.DOES_NOT_COUNT: "does not count",
    Status.OPEN: "is open",
}
"""Each status as what a sentence says of its subject."""

ASSUMED = {
    Assumption.ACCEPTED: "taken as true",
    Assumption.REJECTED: "never counted",
    Assumption.OPEN: "left open",
}
"""What the stage table does with a statement."""

SET = {
    Assumption.ACCEPTED: "accepted",
    Assumption.REJECTED: "rejected",
    Assumption.OPEN: "left open",
}

ROWS = {
    "news and commentary": ("news or commentary", "news or commentary"),
    "found or judicially noticed": ("found or judicially noticed", "found or judicially noticed"),
    "evidence": ("evidence, too early", "evidence"),
    "an assertion whose source is evidence": ("evidence, too early", "evidence"),
    "fact in the pleading under attack": ("pleaded", "admitted"),
    "any other assertion of fact": ("not in the pleading under attack", "admitted"),
    "one of several positions of law": ("no position chosen", "no position chosen"),
    "law, or law applied to fact": ("nothing argued about it", "nothing argued about it"),
}
"""The rows of the stage table in a word or two: at the pleading stage, and later."""

STANDARDS = {
    Standard.SCINTILLA: "a scintilla of support",
    Standard.PREPONDERANCE: "preponderance of the evidence",
    Standard.CLEAR_AND_CONVINCING: "clear and convincing evidence",
    Standard.BEYOND_REASONABLE_DOUBT: "proof beyond reasonable doubt",
    Standard.DIALECTICAL_VALIDITY: "a showing that nothing contradicts",
    Standard.GENUINE_DISPUTE: "the absence of a genuine dispute",
}

CONTRARY = {
    Standard.SCINTILLA: "a showing of the contrary that nothing contradicts defeats it",
    Standard.DIALECTICAL_VALIDITY: "any plausible showing of the contrary defeats it",
}
"""What a standard comes to for an element whose contrary others have to show, where that is said otherwise."""


def glyph(evaluation: Evaluation, statement: str) -> str:
    """Return the sign for a label; an element without any support has its own."""
    found, label = evaluation.graph.statements[statement], evaluation.labels[statement]
    bare = found.kind is Kind.ELEMENT and label is Label.OUT and not evaluation.graph.pro(statement)
    return ink(BARE if bare and statement not in evaluation.given else GLYPHS[label], INKS[label])


def status(evaluation: Evaluation, statement: str) -> str:
    """Return the status word in the ink of its label."""
    return ink(evaluation.status(statement).value, INKS[evaluation.labels[statement]])


def heading(statement: Statement) -> str:
    """Return the id of a statement, and its title if that says more."""
    bare = statement.title.lower().replace(" ", "-") in (statement.id.lower(), statement.element)
    return ink(statement.id, "bold") + (f" – {statement.title}" if statement.title and not bare else "")


def kinds(graph: ArgumentGraph, names: Sequence[Kind]) -> str:
    """Return how many statements there are of each of these kinds, but of those there are none of."""
    counts = ((len(graph.of_kind(kind)), KINDS[kind]) for kind in names)
    return listed(f"{count} {forms[count != 1]}" for count, forms in counts if count)


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    Examples:
        >>> listed(["duty", "breach", "harm"])
        'duty, breach and harm'
    """
    *some, end = [*words] or [""]
    return f"{', '.join(some)} {last} {end}" if some else end


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    Examples:
        >>> counted(1, "chain"), counted(1200, "chain")
        ('1 chain', '1,200 chains')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def given(found: Given, stage: Stage) -> str:
    """Return what is assumed about a statement, and what set it, as a clause."""
    raised = "is not before the court" if found.assumption is Assumption.REJECTED else "is assumed, not decided"
    by = {
        "stage": f"{ASSUMED[found.assumption]} at the {STAGES[stage]} stage ({found.reason})",
        "scenario": f"{SET[found.assumption]} in the scenario {found.reason}",
        "motion": f"the motion of {found.reason} does not raise it, so it {raised}",
        "option": f"{SET[found.assumption]}, as asked",
        "rival": f"its rival {found.reason} is accepted",
    }
    return by[found.by]


def given_briefly(evaluation: Evaluation, statement: str) -> str:
    """Return what set the assumption about a statement, in a word or two."""
    found, issue = evaluation.given[statement], evaluation.graph.issue_of(statement)
    words = ROWS.get(found.reason, (found.reason, found.reason))
    by = {
        "stage": words[evaluation.context.stage is not Stage.PLEADING],
        "scenario": f"{SET[found.assumption]} in the scenario",
        "motion": f"not raised by {found.reason}",
        "option": f"{SET[found.assumption]}, as asked",
        "rival": f"its rival {found.reason} is accepted",
    }
    open_issue = issue and found.by == "stage" and found.assumption is Assumption.OPEN
    return by[found.by] + (f" on {issue.id}" if issue and open_issue else "")


def threshold(standard: Standard, weights: tuple[Fraction, Fraction]) -> str:
    """Return a standard of proof with its threshold and the weights that it was put to."""
    p, c = weights
    return f"judged by {STANDARDS[standard]} ({THRESHOLDS[standard]}), with p = {p} for and c = {c} against"


def under(evaluation: Evaluation) -> str:
    """Return the stage, the scenario and the asker's own assumptions as a sentence."""
    context = evaluation.context
    scenario = evaluation.graph.setting.scenarios.get(context.scenario or "")
    name = f"scenario {context.scenario}" + (f" – {scenario.title}" if scenario and scenario.title else "")
    lists = (context.accept, context.reject, context.open, context.drop)
    asked = [
        f"{listed(names)} {'is' if len(names) == 1 else 'are'} {word}"
        for names, word in zip(lists, ("accepted", "rejected", "left open", "dropped"), strict=True)
        if names
    ]
    parts = [f"{STAGES[context.stage]} stage", name if context.scenario else "", *asked]
    return sentence(", ".join(filter(None, parts)))


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def short(evaluation: Evaluation, statement: str) -> str:
    """Return how a sentence names a statement: an element by its name, a bar by its title, others by id."""
    found = evaluation.graph.statements[statement]
    if found.kind is Kind.ELEMENT:
        return f"element {ink(found.element, 'bold')}"
    return found.heading if found.kind in (Kind.DEFENSE, Kind.CARVE_OUT) else statement
