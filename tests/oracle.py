"""The labelling as the semantics states it: slow, direct, and independent of the arrays that the package uses.

Every function is one sentence of the definition of labels. Nothing is kept between two looks at a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from mapper.graph import Argument, ArgumentGraph
from mapper.vocabulary import Assumption, Label, Standard, Weighing

Labels = Mapping[str, Label]
Interval = tuple[Fraction, Fraction]

ZERO = Fraction(0)
NOTHING: Interval = (ZERO, ZERO)


class Oracle:
    """The rules for one graph, one set of assumptions and one standard for each statement."""

    def __init__(
        self, graph: ArgumentGraph, assumptions: Mapping[str, Assumption], standards: Mapping[str, Standard]
    ) -> None:
        self.graph = graph
        self.standards = standards
        self.assumptions = {**assumptions, **dict.fromkeys(losers(graph, assumptions), Assumption.REJECTED)}

    def start(self) -> dict[str, Label]:
        """Return the labels before any rule is applied."""
        assumed = {Assumption.ACCEPTED: Label.IN, Assumption.REJECTED: Label.OUT, Assumption.OPEN: Label.UNDECIDED}
        return {
            s: assumed.get(self.assumptions.get(s, Assumption.OPEN), Label.UNDECIDED) for s in self.graph.statements
        }

    def least_fixpoint(self, order: Sequence[str] | None = None) -> dict[str, Label]:
        """Return the labels once sweeping over the statements, in this order, changes nothing more."""
        labels = self.start()
        changed = True
        while changed:
            changed = False
            for statement in order or tuple(self.graph.statements):
                found = self.label(statement, labels)
                changed |= found is not labels[statement]
                labels[statement] = found
        return labels

    def step(self, labels: Labels) -> dict[str, Label]:
        """Return what the rules make of all statements at once, given these labels."""
        return {statement: self.label(statement, labels) for statement in self.graph.statements}

    def label(self, statement: str, labels: Labels) -> Label:
        """Return what the rules make of one statement, given these labels."""
        if statement in self.assumptions:
            return self.start()[statement]
        standard = self.standards[statement]
        if self.graph.issue_of(statement) and standard is Standard.SCINTILLA:
            standard = Standard.PREPONDERANCE
        (p_low, p_high), (c_low, c_high) = self.support(statement, labels), self.attack(statement, labels)
        if judge(standard, p_low, c_high) is Label.IN and not self.has_open_rival(statement):
            return Label.IN
        return Label.OUT if judge(standard, p_high, c_low) is Label.OUT else Label.UNDECIDED

    def support(self, statement: str, labels: Labels) -> Interval:
        """Return the interval of the strongest pro argument."""
        return strongest(interval(self.graph, argument, labels) for argument in self.graph.pro(statement))

    def attack(self, statement: str, labels: Labels) -> Interval:
        """Return the interval of the strongest con argument or rival."""
        against = [interval(self.graph, argument, labels) for argument in self.graph.con(statement)]
        rivals = [r for r in self.graph.rivals(statement) if r not in self.assumptions]
        return strongest([*against, *(self.support(rival, labels) for rival in rivals)])

    def has_open_rival(self, statement: str) -> bool:
        """Return whether a rival is open for good."""
        return any(self.assumptions.get(rival) is Assumption.OPEN for rival in self.graph.rivals(statement))


def losers(graph: ArgumentGraph, assumptions: Mapping[str, Assumption]) -> Iterator[str]:
    """Yield the positions that lose because another position of their issue is accepted."""
    for statement in graph.statements:
        rivals = (assumptions.get(rival) for rival in graph.rivals(statement))
        if Assumption.ACCEPTED in rivals and assumptions.get(statement) is not Assumption.ACCEPTED:
            yield statement


def judge(standard: Standard, p: Fraction, c: Fraction) -> Label:
    """Return what a standard of proof makes of the weights for and against."""
    clear = p > c and p - c > Fraction(1, 2)
    if standard is Standard.GENUINE_DISPUTE:
        if p == 0:
            return Label.OUT
        return Label.IN if c == 0 else Label.UNDECIDED
    met = {
        Standard.SCINTILLA: p > 0,
        Standard.PREPONDERANCE: p > c,
        Standard.CLEAR_AND_CONVINCING: clear,
        Standard.BEYOND_REASONABLE_DOUBT: clear and c < Fraction(3, 10),
        Standard.DIALECTICAL_VALIDITY: p > 0 and c == 0,
    }
    return Label.IN if met[standard] else Label.OUT


def strongest(intervals: Iterable[Interval]) -> Interval:
    """Return the interval in which the largest of several weights lies."""
    lows, highs = zip(NOTHING, *intervals, strict=True)
    return max(lows), max(highs)


def interval(graph: ArgumentGraph, argument: Argument, labels: Labels) -> Interval:
    """Return the smallest and the largest weight that an argument may turn out to have."""
    completions = product(*(values(labels[premise]) for premise in argument.premises))
    weights = [weight(graph, argument, completion) for completion in completions]
    undercutters = [labels[undercutter] for undercutter in argument.undercutters]
    low = min(weights) if all(label is Label.OUT for label in undercutters) else ZERO
    high = ZERO if Label.IN in undercutters else max(weights)
    return low, high


def values(label: Label) -> tuple[bool, ...]:
    """Return the truth values that a label leaves."""
    return {Label.IN: (True,), Label.OUT: (False,), Label.UNDECIDED: (False, True)}[label]


def weight(graph: ArgumentGraph, argument: Argument, holds: tuple[bool, ...]) -> Fraction:
    """Return the weight of an argument in play, given which of its premises hold."""
    match argument.weighing:
        case Weighing.LINKED:
            return argument.weight if all(holds) else ZERO
        case Weighing.CONVERGENT:
            return argument.weight if any(holds) else ZERO
        case Weighing.CUMULATIVE:
            return argument.weight * sum(holds) / len(holds) if holds else ZERO
        case Weighing.FACTORIZED:
            return argument.weight * share(graph, argument) if holds and all(holds) else ZERO


def share(graph: ArgumentGraph, argument: Argument) -> Fraction:
    """Return the argument's share of the premises of all arguments for its conclusion and the rivals.

    A con argument, of which foreign formats have none, is counted as one of them.
    """
    positions = (argument.conclusion, *graph.rivals(argument.conclusion))
    arguments = [argument, *(pro for position in positions for pro in graph.pro(position))]
    return Fraction(len(set(argument.premises)), len({p for a in arguments for p in a.premises}))
