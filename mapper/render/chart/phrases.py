"""What a chart says of statements: who says them, where, how they were answered, what attacks them, how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mapper.analysis.authorities import authorities, citation_of
from mapper.analysis.proof import Attack, Need, Proof, Way
from mapper.analysis.responses import Answer
from mapper.case.scalars import Locator
from mapper.citations import normal_forms
from mapper.evaluate import Evaluation
from mapper.graph import Statement
from mapper.render.chart.document import Cell, Line, Tone
from mapper.render.terminal import plain
from mapper.render.text.authorities import UNCITABLE
from mapper.render.text.groups import without_claim
from mapper.render.text.reasons import because
from mapper.render.text.responses import answer_words
from mapper.render.text.words import CONFIDENCE, CONTRARY, STANDARDS, given_briefly, listed
from mapper.render.text.words import glyph as glyph_of
from mapper.vocabulary import Confidence, Kind, Label, Nature, SourceKind, Stage, Standard

if TYPE_CHECKING:
    from mapper.case.model import SourceEntry

NO_EVIDENCE = "no evidence yet"
NONE_NEEDED_YET = "none needed at this stage"
NO_SUPPORT = "nothing supports this"
NO_ANSWER = "no answer to it yet"
NO_AUTHORITY = "no authority cited yet"

NEEDS = {
    Need.ADMITTED: "none needed: admitted",
    Need.FOUND: "none needed: found or judicially noticed",
    Need.EXHIBIT: "its source is evidence",
}
"""What stands in the place of evidence where none is named and none is missing."""

FOR_THE_COURT = "for the court to decide"
"""How surely a question of law is shown: it is decided, not proved."""

HERE = {
    Standard.SCINTILLA: "pleaded facts that would show it",
    Standard.DIALECTICAL_VALIDITY: "shown on the face of the pleading",
    Standard.GENUINE_DISPUTE: "undisputed support (a genuine dispute leaves it open)",
}
"""What the standards come to that a stage sets in the place of those at trial."""

_COURT = re.compile(r" \([^()]* \d{4}\)$")
"""The court and the year at the end of the title of an opinion, which its citation repeats."""
_EMPHASIS = re.compile(r"\belement \*([\w-]+)\*")


class Phrases:
    """The words of one chart."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.graph = evaluation, evaluation.graph
        self.marks = {row.normal: row.confidence for row in authorities(evaluation.graph)}

    def party(self, name: str) -> str:
        """Return the full name of a party."""
        found = self.graph.setting.parties.get(name)
        return found.name if found else name

    def parties(self, names: Iterable[str]) -> str:
        """Return the full names of parties, as a list in a sentence."""
        return listed(self.party(name) for name in names)

    def short(self, name: str) -> str:
        """Return an id as a chart names it: a defense without the claim on which it bears."""
        return without_claim(self.graph, name)

    # How it stands

    def because(self, name: str) -> str:
        """Return why a statement has its status."""
        return _EMPHASIS.sub(r"element \1", plain(because(self.evaluation, name)))

    def word(self, name: str) -> str:
        """Return the glyph and the word for the status of a statement."""
        return f"{plain(glyph_of(self.evaluation, name))} {self.evaluation.status(name).value}"

    def status(self, name: str) -> Cell:
        """Return the status of a statement with its reason."""
        return (Line(self.because(name), self.word(name)),)

    def standing(self, name: str) -> Cell:
        """Return the status of what supports an element, with its reason in a word or two if it is assumed."""
        assumed = name in self.evaluation.given
        return (Line(given_briefly(self.evaluation, name), self.word(name)),) if assumed else self.status(name)

    def briefly(self, name: str) -> str:
        """Return the status of a statement in a word or two, with what sets it aside, if anything does."""
        word = self.evaluation.status(name).value
        aside = name in self.evaluation.given and self.evaluation.labels[name] is Label.OUT
        return f"{word}: {given_briefly(self.evaluation, name)}" if aside else word

    # How surely it must be shown

    @property
    def evidence_matters(self) -> bool:
        """Return whether evidence is looked at: a pleading is judged by what it says alone."""
        return self.evaluation.context.stage is not Stage.PLEADING

    def burden(self, found: Statement) -> str:
        """Return who has to show the contrary of an element, if it is not shown by those whose claim or defense it is."""
        others = found.for_others_to_disprove
        return f"burden on {self.parties(found.burden)}, to show the contrary" if others else ""

    def standard(self, found: Statement) -> str:
        """Return the standard by which an element is judged here, and that at trial if it is another."""
        now = self.evaluation.standards[found.id]
        if found.nature is Nature.LAW:
            return FOR_THE_COURT
        if now is found.standard:
            return STANDARDS[now]
        here = CONTRARY.get(now, STANDARDS[now]) if found.for_others_to_disprove else HERE.get(now, STANDARDS[now])
        return f"here {here}, at trial {STANDARDS[found.standard]}"

    # Where it is said

    def cite(self, where: Locator) -> str:
        """Return a source and the place in it, as one would cite it."""
        found = self.graph.setting.sources.get(where.source)
        title = found.title if found else where.source
        law = found and found.kind in (SourceKind.OPINION, SourceKind.STATUTE)
        if found and law and found.citation and found.citation not in title:
            name = _COURT.sub("", title)
            title = found.citation if name in found.citation else f"{name}, {found.citation}"
        marks = [self.sureness(found) if found and law else "", UNCITABLE if found and not found.citable else ""]
        brackets = ", ".join(filter(None, marks))
        return f"{title} {where.place}".strip() + (f" ({brackets})" if brackets else "")

    def sureness(self, source: SourceEntry) -> str:
        """Return how sure the citation of a source of law is, unless it was verified."""
        marks = [self.marks[form] for form in normal_forms(citation_of(source)) if form in self.marks]
        least = max(marks, key=[*CONFIDENCE].index, default=Confidence.VERIFIED)
        return "" if least is Confidence.VERIFIED else CONFIDENCE[least]

    def sources(self, name: str) -> Cell:
        """Return where a statement is said, and where its words were found; for an element the authorities."""
        found = self.graph.statements[name]
        if found.kind not in (Kind.ALLEGATION, Kind.EVIDENCE, Kind.PROPOSITION, Kind.REBUTTAL):
            return self.authorities(found)
        said = [Line(self.cite(found.source))] if found.source else [Line("no source given", tone=Tone.SOFT)]
        for where, words in found.quotes:
            place = "" if found.source and str(where) == str(found.source) else f" ({self.cite(where)})"
            said.append(Line(f"“{words}”{place}", tone=Tone.SOFT))
        return tuple(said)

    def authorities(self, found: Statement) -> Cell:
        """Return the authorities of an element or of a theory; how sure a citation is, unless it was verified."""
        return tuple(
            Line(a.cite if a.confidence is Confidence.VERIFIED else f"{a.cite} ({CONFIDENCE[a.confidence]})")
            for a in found.authority
        )

    # How it was answered

    def responses(self, name: str, answers: Sequence[Answer]) -> Cell:
        """Return what was answered to a statement; who says so, unless one opponent alone is asked."""
        found = self.graph.statements[name]
        alone = len(answers) == 1 and answers[0].opponent
        return tuple(
            Line(plain(answer_words(found, a)), "" if alone else self.party(a.party), _tone_of(a)) for a in answers
        )

    # What proves it

    def evidence(self, name: str, need: Need, proofs: Sequence[Proof]) -> Cell:
        """Return the evidence for and against a statement, or that there is none, or that none is needed."""
        lines = [self.proof(proof) for proof in proofs]
        if not any(proof.proves for proof in proofs) and (without := self._without(name, need, bool(lines))):
            lines.append(without)
        return tuple(lines)

    def proof(self, proof: Proof) -> Line:
        """Return a piece of evidence, what it does, where it is found, and through whom it comes in."""
        found, step = self.graph.statements[proof.evidence], self.graph.arguments[proof.step]
        weight = f", weight {step.weight}" if step.weight != 1 else ""
        details = [
            f"{'proves' if proof.proves else 'disproves'} it{weight}",
            self.cite(found.source) if found.source else "no source given",
            f"witness {self.parties(found.witness)}" if found.witness else "",
            self.briefly(found.id) if self.evaluation.labels[found.id] is not Label.IN else "",
        ]
        return Line(f"{found.text or found.title} ({'; '.join(filter(None, details))})", found.id)

    def _without(self, name: str, need: Need, other: bool) -> Line | None:
        """Return what is said where no evidence speaks for a statement."""
        found = self.graph.statements[name]
        if need is Need.EVIDENCE and not self.evidence_matters:
            return None if other else Line(NONE_NEEDED_YET, tone=Tone.SOFT)
        if need is Need.EVIDENCE:
            return Line("no evidence for it yet" if other else NO_EVIDENCE, tone=Tone.MISSING)
        if need is Need.AUTHORITY:
            law = f"authority:{name}" in self.graph.arguments or found.source or self.graph.pro(name)
            return Line(f"question of law{'' if law else f': {NO_AUTHORITY}'}", tone=Tone.SOFT if law else Tone.MISSING)
        return Line(NEEDS[need], tone=Tone.SOFT) if need in NEEDS else None

    # What is said against it

    def attacks(self, attacks: Sequence[Attack]) -> Cell:
        """Return what attacks a statement or a step: what, whose it is, how it attacks, and how it stands with it."""
        return tuple(self._attack(attack) for attack in attacks)

    def _attack(self, attack: Attack) -> Line:
        found = self.graph.statements[attack.statement]
        out = self.evaluation.labels[found.id] is Label.OUT
        details = [self.parties(found.by), self._way(attack), self.briefly(found.id)]
        text = found.heading if found.title and (out or found.kind in (Kind.DEFENSE, Kind.CARVE_OUT)) else found.text
        tone = Tone.SOFT if out else Tone.PLAIN
        return Line(f"{text or found.heading} ({'; '.join(filter(None, details))})", self.short(found.id), tone)

    def _way(self, attack: Attack) -> str:
        if attack.way is Way.UNDERCUTS:
            return self._undercut(attack.on)
        evidence = self.graph.statements[attack.on].kind is Kind.EVIDENCE
        return f"{attack.way.value} {attack.on}" if evidence else attack.way.value

    def _undercut(self, on: str) -> str:
        steps = [self.graph.arguments[on]] if on in self.graph.arguments else list(self.graph.pro(on))
        if all(step.id.startswith("authority:") for step in steps):
            return "undercuts its authority"
        if on in self.graph.arguments:
            return f"undercuts the step from {' + '.join(steps[0].premises)}"
        return f"undercuts {'every step' if len(steps) > 1 else 'the step'} to it"

    def answers(self, attacks: Sequence[Attack]) -> Cell:
        """Return what answers each attack; of one that counts, or may, and has no answer, that too."""
        return tuple(line for attack in attacks for line in self._answers(attack))

    def _answers(self, attack: Attack) -> Iterator[Line]:
        attacker = self.short(attack.statement)
        for name in attack.answers:
            found = self.graph.statements[name]
            out = self.evaluation.labels[name] is Label.OUT
            said = "; ".join(filter(None, (self.parties(found.by), self.briefly(name))))
            yield Line(
                f"{found.title or found.text} ({said}), against {attacker}",
                self.short(name),
                Tone.SOFT if out else Tone.PLAIN,
            )
        if not attack.answers and self.evaluation.labels[attack.statement] is not Label.OUT:
            yield Line(NO_ANSWER, attacker, Tone.MISSING)


def _tone_of(answer: Answer) -> Tone:
    return Tone.PLAIN if answer.response else Tone.SOFT


NATURES = {
    Nature.FACT: "",
    Nature.CONCLUSION: "a conclusion",
    Nature.DAMAGES: "damages",
    Nature.LAW: "law",
    Nature.MIXED: "law applied to fact",
}
"""What a statement says, where that is worth saying."""
