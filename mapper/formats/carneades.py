"""Reads argument graphs of Carneades 4: statements, issues, arguments, and the labels that they should get.

The format is that of the examples published with Carneades 4 (Gordon and Walton, COMMA 2016). There a statement
without arguments is out unless it is assumed, so here each is a bare conclusion, which no stage ever grants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mapper import rules
from mapper.case.scalars import read_weight
from mapper.case.source import read as read_source
from mapper.diagnostics import Diagnostic, sort_findings
from mapper.evaluate import LABELS
from mapper.evaluate.grounded import grounded
from mapper.evaluate.network import network
from mapper.formats.located import Located, Reader
from mapper.graph import Argument, ArgumentGraph, Issue, Statement
from mapper.near import did_you_mean
from mapper.vocabulary import Assumption, Kind, Label, Nature, Standard, Weighing

Weight = tuple[Weighing, Fraction]

LINKED: Weight = (Weighing.LINKED, Fraction(1))
SCHEMES: dict[str, Weight] = {weighing.value: (weighing, Fraction(1)) for weighing in Weighing}
"""The schemes that every file can name."""
STANDARDS = {
    "pe": Standard.PREPONDERANCE,
    "cce": Standard.CLEAR_AND_CONVINCING,
    "brd": Standard.BEYOND_REASONABLE_DOUBT,
}
PATTERNS = ("variables", "premises", "assumptions", "exceptions", "conclusions", "guards", "deletions")
"""What makes a scheme a rule that derives arguments."""
KEYS: dict[str, tuple[str, ...]] = {
    "file": (
        *("meta", "references", "language", "statements", "issues", "issue-schemes", "argument-schemes"),
        *("weighing-functions", "arguments", "assumptions", "tests"),
    ),
    "statement": ("text", "assumed", "label", "meta"),
    "issue": ("positions", "standard", "meta"),
    "scheme": ("id", "weight", "roles", "meta", *PATTERNS),
    "weight": ("constant", "criteria", "preference"),
    "argument": ("conclusion", "premises", "undercutter", "scheme", "parameters", "weight", "meta"),
    "tests": ("in", "out", "undecided"),
}
"""What each kind of entry may hold."""
SPELLINGS = {"metadata": "meta", "value": "label", "nas": "undercutter", "not-app-statement": "undercutter"}
"""Other names that the original takes for a key."""

_VARIABLE = re.compile(r"\b[A-Z]\w*")


@dataclass(frozen=True, slots=True)
class CarneadesGraph:
    """An argument graph as Carneades states it.

    Attributes:
        graph: its statements, arguments and issues.
        assumptions: the statements that are assumed. Two positions of one issue may both be.
        standards: the standard of proof of each statement.
        expected: the labels that the file says some statements should get.
        findings: what was not understood.
    """

    graph: ArgumentGraph
    assumptions: Mapping[str, Assumption]
    standards: Mapping[str, Standard]
    expected: Mapping[str, Label]
    findings: tuple[Diagnostic, ...] = ()

    def labels(self) -> dict[str, Label]:
        """Return the grounded label of each statement."""
        flat = network(self.graph)
        assumed = {flat.index[name]: assumption for name, assumption in self.assumptions.items()}
        found = grounded(flat, assumed, [self.standards[name] for name in flat.index])
        return {name: LABELS[label] for name, label in zip(flat.index, found, strict=True)}


def read(path: str, text: str) -> CarneadesGraph:
    """Return the graph in a file of Carneades 4.

    Args:
        path: the name of the file, for findings.
        text: what it holds.

    Raises:
        MapperError: if it cannot be read, or names statements that it does not have.
    """
    return _CarneadesReader(read_source(path, text)).read()


class _CarneadesReader(Reader):
    """Reads one file, statements first, then what is said of them."""

    def read(self) -> CarneadesGraph:
        """Return the graph."""
        self.refuse()
        self.statements: dict[str, Statement] = {}
        self.issues: dict[str, Issue] = {}
        self.assumptions: dict[str, Assumption] = {}
        self.standards: dict[str, Standard] = {}
        self.expected: dict[str, Label] = {}
        arguments = self.read_sections(self.entry(self.root, "file"))
        self.refuse()
        graph = ArgumentGraph(self.statements.values(), arguments, self.issues.values())
        return CarneadesGraph(graph, self.assumptions, self.standards, self.expected, sort_findings(self.findings))

    def read_sections(self, file: Mapping[str, Located]) -> list[Argument]:
        """Read every section; return the arguments."""
        for name, place in self.group(file["statements"]).items():
            self.read_statement(name, place)
        for name, place in self.group(file["issues"]).items():
            self.read_issue(name, place)
        for name, place in self.group(file["issue-schemes"]).items():
            self.read_issue_scheme(name, place)
        self.assumptions.update(dict.fromkeys(self.references(file["assumptions"]), Assumption.ACCEPTED))
        for word, place in self.entry(file["tests"], "tests").items():
            self.expected.update(dict.fromkeys(self.references(place), Label(word)))
        weights = SCHEMES | self.weighing_functions(file["weighing-functions"])
        weights |= self.schemes(file["argument-schemes"], weights)
        return [self.argument(name, place, weights) for name, place in self.group(file["arguments"]).items()]

    # Statements and issues

    def read_statement(self, name: str, place: Located) -> None:
        """Read a statement: its text, or a group of keys. A label that is stored with it is one that it should get."""
        entry = self.entry(place, "statement") if isinstance(place.value, dict) else {}
        text = self.text(entry.get("text", place))
        self.statements[name] = Statement(id=name, kind=Kind.ALLEGATION, nature=Nature.CONCLUSION, text=text)
        self.standards[name] = Standard.PREPONDERANCE
        if not entry:
            return
        if self.flag(entry["assumed"]):
            self.assumptions[name] = Assumption.ACCEPTED
        if entry["label"].value is not None:
            self.expected[name] = self.word(entry["label"], {label.value: label for label in Label}, Label.UNDECIDED)

    def read_issue(self, name: str, place: Located) -> None:
        """Read an issue: its positions, and the standard by which they are judged."""
        entry = self.entry(place, "issue")
        standard = self.word(entry["standard"], STANDARDS, Standard.PREPONDERANCE)
        self.add_issue(Issue(id=name, positions=tuple(self.references(entry["positions"]))), standard, place)

    def add_issue(self, issue: Issue, standard: Standard, place: Located) -> None:
        """Add an issue; a statement can be a position of one only."""
        for other in self.issues.values():
            for position in other.positions:
                if position in issue.positions:
                    message = f"`{position}` is a position of `{other.id}` and of `{issue.id}`"
                    self.report(rules.MISPLACED_POSITION, message, place)
        self.issues[issue.id] = issue
        self.standards.update(dict.fromkeys(issue.positions, standard))

    def read_issue_scheme(self, name: str, place: Located) -> None:
        """Read an issue scheme: whatever its variable can stand for in the statements of the file makes an issue."""
        patterns = [self.text(item) for item in self.items(place)]
        variables = [_VARIABLE.findall(pattern) for pattern in patterns]
        if len({*map(tuple, variables)}) != 1 or len(variables[0]) != 1:
            self.remark(f"the issue scheme `{name}` is not read: its positions need one variable in common", place)
            return
        for filling, positions in _instances(patterns, self.statements):
            if not any({*positions} <= {*issue.positions} for issue in self.issues.values()):
                self.add_issue(Issue(id=f"{name}({filling})", positions=positions), Standard.PREPONDERANCE, place)

    # Arguments and their weights

    def weighing_functions(self, place: Located) -> dict[str, Weight]:
        """Return the weighing functions that the file defines."""
        return {name: self.weight(inner, SCHEMES) for name, inner in self.group(place).items()}

    def schemes(self, place: Located, functions: Mapping[str, Weight]) -> dict[str, Weight]:
        """Return the weight that each argument scheme of the file gives."""
        found = {}
        for name, inner in self.group(place).items():
            entry = self.entry(inner, "scheme")
            found[self.text(entry["id"]) or name] = self.weight(entry["weight"], functions)
            if any(entry[key].value for key in PATTERNS):
                self.remark("a scheme that derives arguments is not applied; those in the file are read", inner)
        return found

    def weight(self, place: Located, functions: Mapping[str, Weight]) -> Weight:
        """Return what a weighing function does: the one that is named, or a constant."""
        if not isinstance(place.value, dict):
            return self.word(place, functions, LINKED)
        constant = self.entry(place, "weight")["constant"]
        if constant.value is None:
            self.remark("only constant weights are read; the arguments are weighed as linked", place)
            return LINKED
        self.remark("a constant weight counts even where a premise fails; here the argument is linked", place)
        try:
            return Weighing.LINKED, read_weight(constant.value)
        except ValueError as error:
            self.report(rules.BAD_WEIGHT, str(error), constant)
            return LINKED

    def argument(self, name: str, place: Located, weights: Mapping[str, Weight]) -> Argument:
        """Return an argument."""
        entry = self.entry(place, "argument")
        weighing, weight = self.word(entry["scheme"], weights, LINKED)
        if entry["weight"].value is not None:
            self.remark("the weight of an argument is a result there; it is weighed anew", entry["weight"])
        roles = self.roles(entry["premises"])
        return Argument(
            id=f"argument {name}" if name in self.statements else name,
            premises=tuple(roles),
            conclusion=self.conclusion(name, place, entry["conclusion"]),
            weight=weight,
            weighing=weighing,
            undercutters=tuple(self.references(entry["undercutter"])),
            roles=tuple(roles.values()) if any(roles.values()) else (),
        )

    def conclusion(self, name: str, argument: Located, place: Located) -> str:
        """Return the conclusion of an argument."""
        if not self.text(place):
            self.report(rules.MISSING_KEY, f"the argument `{name}` has no `conclusion`", argument)
        return next(self.references(place), "")

    def roles(self, place: Located) -> dict[str, str]:
        """Return the role of each premise; it is empty where a list names the premises."""
        if not isinstance(place.value, dict):
            return dict.fromkeys(self.references(place), "")
        roles: dict[str, str] = {}
        for role, inner in self.group(place).items():
            for statement in self.references(inner):
                roles.setdefault(statement, role)
        return roles

    # Entries

    def entry(self, place: Located, kind: str) -> dict[str, Located]:
        """Return what an entry of a kind holds under each of its keys, in any spelling; nothing under those absent."""
        found = {key: Located(None, (*place.keys, key)) for key in KEYS[kind]}
        for key, inner in self.group(place).items():
            name = key.lower().replace("_", "-").replace(" ", "-")
            name = SPELLINGS.get(name, name)
            if name not in found:
                self.remark(f"`{key}` is not understood", inner)
            elif found[name].value is not None:
                self.report(rules.REPEATED_KEY, f"`{key}` says the same as another key here", inner)
            else:
                found[name] = inner
        return found

    def references(self, place: Located) -> Iterator[str]:
        """Yield the statements that are named."""
        for item in self.items(place):
            name = self.text(item)
            if name in self.statements:
                yield name
            else:
                help = did_you_mean(name, self.statements)
                self.report(rules.UNKNOWN_REFERENCE, f"`{name}` is no statement of this file", item, help)


def _instances(patterns: Sequence[str], statements: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the one variable of some patterns can stand for, and the statements which that makes of them."""
    before, after = (re.escape(part) for part in _VARIABLE.split(patterns[0]))
    for statement in statements:
        match = re.fullmatch(f"{before}(.+){after}", statement)
        if match:
            made = tuple(match[1].join(_VARIABLE.split(pattern)) for pattern in patterns)
            if statements.keys() >= {*made}:
                yield match[1], made
