"""Why a statement has its label: the reasons, as data, down to what was assumed or is missing.

An explanation names what carries the label and nothing that merely could have mattered: labelling only
what it names gives the same label. So a failing step is named with the one thing that makes it fail, a
weaker one not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from mapper.evaluate import Evaluation, Given
from mapper.evaluate.network import levels
from mapper.evaluate.standards import decide
from mapper.graph import Argument
from mapper.vocabulary import Assumption, Kind, Label, Standard, Status, Weighing

ZERO = Fraction(0)


class Part(StrEnum):
    """What a step does for the label that is explained."""

    WINS = "wins"
    FAILS = "fails"
    TOO_WEAK = "too weak"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Reason:
    """What one step does for a label.

    Attributes:
        argument: the step.
        part: whether it wins, fails, is too weak, or waits for something undecided.
        against: whether it speaks against the statement, as a con argument or for a rival position.
        weight: the interval in which its weight lies.
        because: the statements whose labels make it so, premises before undercutters.
    """

    argument: Argument
    part: Part
    against: bool
    weight: tuple[Fraction, Fraction]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Why one statement has its label.

    Attributes:
        given: what assumed the label, if it was assumed.
        reasons: the steps that carry the label otherwise; none if there is no step at all.
        standard: the standard of proof, where weights for and against had to be compared.
        weights: the weights for and against that were compared.
        unmet: for a scope, the conditions that the claim does not meet, in words.
        blocked: an open rival, which keeps every other position from holding.
    """

    statement: str
    label: Label
    status: Status
    given: Given | None = None
    reasons: tuple[Reason, ...] = ()
    standard: Standard | None = None
    weights: tuple[Fraction, Fraction] | None = None
    unmet: tuple[str, ...] = ()
    blocked: str | None = None

    @property
    def because(self) -> tuple[str, ...]:
        """Return the statements whose labels carry this one, each once."""
        if self.given:
            return (self.given.reason,) if self.given.by == "rival" else ()
        rival = (self.blocked,) if self.blocked else ()
        return tuple(dict.fromkeys((*(name for reason in self.reasons for name in reason.because), *rival)))


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a statement has its label, down to the leaves.

    Attributes:
        statement: what was asked about.
        grounds: the ground of each statement that carries the label, the asked one first.
        cycle: statements that wait for one another in a circle, in order, if that is why it is undecided.
    """

    statement: str
    grounds: Mapping[str, Ground]
    cycle: tuple[str, ...] = ()

    @property
    def ground(self) -> Ground:
        """Return the ground of the asked statement."""
        return self.grounds[self.statement]

    def leaves(self) -> tuple[Ground, ...]:
        """Return the grounds at which the explanation ends: assumed, or without any step."""
        return tuple(ground for ground in self.grounds.values() if not ground.because)


def explain(evaluation: Evaluation, statement: str) -> Explanation:
    """Return why a statement has its label.

    Linear in the steps about the statements that are named.

    Raises:
        KeyError: if there is no such statement.
    """
    grounds: dict[str, Ground] = {}
    todo = [statement]
    while todo:
        name = todo.pop()
        if name not in grounds:
            grounds[name] = ground(evaluation, name)
            todo.extend(reversed(grounds[name].because))
    return Explanation(statement, grounds, _cycle(statement, grounds))


def ground(evaluation: Evaluation, statement: str) -> Ground:
    """Return why one statement has its label, one level deep."""
    label, status = evaluation.labels[statement], evaluation.status(statement)
    if statement in evaluation.given:
        return Ground(statement, label, status, given=evaluation.given[statement])
    found = _Steps.of(evaluation, statement)
    whys = {Label.IN: found.why_in, Label.OUT: found.why_out, Label.UNDECIDED: found.why_undecided}
    reasons = tuple(whys[label]())
    compared = any(reason.against for reason in reasons) or (label is Label.IN and found.high(found.con) > 0)
    return Ground(
        statement,
        label,
        status,
        reasons=reasons,
        standard=evaluation.standards[statement] if compared else None,
        weights=found.weights() if compared else None,
        unmet=evaluation.graph.statements[statement].unmet if label is not Label.IN else (),
        blocked=found.open_rival() if label is Label.UNDECIDED else None,
    )


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps for and against one statement, with those for its rivals among the latter."""

    evaluation: Evaluation
    statement: str
    standard: Standard
    pro: tuple[Argument, ...]
    con: tuple[Argument, ...]

    @classmethod
    def of(cls, evaluation: Evaluation, statement: str) -> _Steps:
        graph = evaluation.graph
        rivals = [r for r in graph.rivals(statement) if r not in evaluation.given]
        con = (*graph.con(statement), *(a for rival in rivals for a in graph.pro(rival)))
        standard = evaluation.standards[statement]
        if standard is Standard.SCINTILLA and graph.issue_of(statement):
            standard = Standard.PREPONDERANCE
        return cls(evaluation, statement, standard, graph.pro(statement), con)

    def weight(self, argument: Argument) -> tuple[Fraction, Fraction]:
        """Return the interval of an argument's weight when the statement was decided: no reason is circular."""
        return self.evaluation.weight(argument, self.statement)

    def low(self, arguments: Iterable[Argument]) -> Fraction:
        return max((self.weight(a)[0] for a in arguments), default=ZERO)

    def high(self, arguments: Iterable[Argument]) -> Fraction:
        return max((self.weight(a)[1] for a in arguments), default=ZERO)

    def weights(self) -> tuple[Fraction, Fraction]:
        """Return the strongest weights for and against that decided, or are still possible."""
        label = self.evaluation.labels[self.statement]
        if label is Label.IN:
            return self.low(self.pro), self.high(self.con)
        return self.high(self.pro), self.low(self.con) if label is Label.OUT else self.high(self.con)

    def open_rival(self) -> str | None:
        given = self.evaluation.given
        rivals = self.evaluation.graph.rivals(self.statement)
        return next((r for r in rivals if r in given and given[r].assumption is Assumption.OPEN), None)

    def why_in(self) -> Iterator[Reason]:
        """Yield the strongest step, and why each step against that could have outweighed it does not."""
        winner = self.strongest(self.pro, 0)
        assert winner is not None, "a statement is in only through a step or an assumption"
        yield self.holding(winner)
        p = self.weight(winner)[0]
        for argument in self.con:
            if decide(self.standard, p, self.full(argument)) is not Label.IN:
                yield self.failing(argument)

    def why_out(self) -> Iterator[Reason]:
        """Yield why each step fails or is too weak, and what outweighs those that are."""
        c = self.low(self.con) if self.high(self.pro) else ZERO
        for argument in self.pro:
            if self.full(argument) and decide(self.standard, self.full(argument), c) is Label.OUT:
                yield Reason(argument, Part.TOO_WEAK, False, self.weight(argument), ())
            else:
                yield self.failing(argument)
        if c:
            winner = self.strongest(self.con, 0)
            assert winner is not None, "some step has this weight"
            yield self.holding(winner)

    def why_undecided(self) -> Iterator[Reason]:
        """Yield the strongest possible step, and what may still outweigh it."""
        leader = self.strongest(self.pro, 1)
        if leader is None:
            return
        yield self.pending(leader)
        low = self.weight(leader)[0]
        rival = self.strongest(self.con, 1)
        if rival and decide(self.standard, low, ZERO) is Label.IN is not decide(
            self.standard, low, self.high((rival,))
        ):
            yield self.pending(rival)

    def strongest(self, arguments: tuple[Argument, ...], bound: int) -> Argument | None:
        """Return the argument whose weight's lower (0) or upper (1) bound is largest, the first of equals."""
        return max(arguments, key=lambda a: self.weight(a)[bound], default=None)

    def full(self, argument: Argument) -> Fraction:
        return levels(self.evaluation.graph, argument)[-1]

    def labelled(self, names: Iterable[str], *labels: Label) -> tuple[str, ...]:
        return tuple(name for name in names if self.evaluation.known(name, self.statement) in labels)

    def reason(self, argument: Argument, part: Part, because: tuple[str, ...]) -> Reason:
        against = argument.conclusion != self.statement or not argument.pro
        return Reason(argument, part, against, self.weight(argument), because)

    def holding(self, argument: Argument) -> Reason:
        """Return the reason of a step that has weight: the premises that hold, the undercutters that do not."""
        held = self.labelled(argument.premises, Label.IN)
        if argument.weighing is Weighing.CONVERGENT:
            held = held[:1]
        return self.reason(argument, Part.WINS, (*held, *argument.undercutters))

    def failing(self, argument: Argument) -> Reason:
        """Return the reason of a step that has lost weight: an undercutter, else the premises that fail.

        Of premises needed together one is enough: a condition of law that is not met, if there is one, since
        no further fact could mend that. A claim that is not made out is that, whatever would bar it besides.
        """
        cut = self.labelled(argument.undercutters, Label.IN)[:1]
        failed = self.labelled(argument.premises, Label.OUT)
        if argument.weighing in (Weighing.LINKED, Weighing.FACTORIZED):
            statements = self.evaluation.graph.statements
            failed = tuple(sorted(failed, key=lambda name: not statements[name].unmet))[:1]
        claim = self.evaluation.graph.statements[argument.conclusion].kind is Kind.CLAIM
        return self.reason(argument, Part.FAILS, (failed or cut) if claim else (cut or failed))

    def pending(self, argument: Argument) -> Reason:
        """Return the reason of a step that may yet have weight: all that has not failed."""
        kept = self.labelled(argument.premises, Label.IN, Label.UNDECIDED)
        return self.reason(argument, Part.PENDING, (*kept, *argument.undercutters))


def _cycle(statement: str, grounds: Mapping[str, Ground]) -> tuple[str, ...]:
    """Return a circle of undecided statements that carries the label, or nothing if something else does."""
    waiting = {
        name: [other for other in found.because if grounds[other].label is Label.UNDECIDED]
        for name, found in grounds.items()
        if found.label is Label.UNDECIDED
    }
    path: list[str] = []
    name = statement
    while waiting.get(name) and name not in path:
        path.append(name)
        name = waiting[name][0]
    return tuple(path[path.index(name) :]) if name in path else ()
