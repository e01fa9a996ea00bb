"""What the support of a case comes to: circles, gaps, bare conclusions, standards that never bite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from mapper import rules
from mapper.build.instances import Instance
from mapper.check.cycles import circles
from mapper.check.sections import instances
from mapper.check.steps import GivenStep
from mapper.check.subject import Subject
from mapper.check.wording import listed
from mapper.diagnostics import Diagnostic, Span
from mapper.graph import Argument, ArgumentGraph, Statement
from mapper.vocabulary import Kind, Nature, Stage, Standard, Weighing

LONGEST = 12
"""How many statements of a circle a message names."""


def circular_support(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find statements that support each other in a circle: each set of them once, by its shortest circle."""
    links: dict[str, list[str]] = {}
    for step in graph.arguments.values():
        if step.pro:
            for premise in step.premises:
                links.setdefault(premise, []).append(step.conclusion)
    found = list(circles({name: links[name] for name in graph.statements if name in links}))
    given = [step for step in reversed(subject.steps.given) if step.pro] if found else []
    steps = {(premise, step.conclusion): step for step in given for premise in step.premises}
    for circle in found:
        yield _circle(subject, circle, steps)


def _circle(subject: Subject, circle: list[str], given: dict[tuple[str, str], GivenStep]) -> Diagnostic:
    pairs = list(zip(circle, [*circle[1:], circle[0]], strict=True))
    steps = [(given[pair], pair) for pair in pairs if pair in given]
    shown = [f"`{name}`" for name in circle[:LONGEST]]
    left = [f"{len(circle) - LONGEST} more"] if len(circle) > LONGEST else []
    if len(circle) == 1:
        message = f"`{circle[0]}` supports itself"
    else:
        message = f"support runs in a circle: {' → '.join([*shown, *left, shown[0]])}"
    (first, _), *others = steps
    related = tuple((subject.value(*step.keys), f"here `{p}` supports `{c}`") for step, (p, c) in others)
    help_ = (
        "by itself a circle leaves its statements open; support one of its statements from outside, or leave a step out"
    )
    return Diagnostic(rules.CIRCULAR_SUPPORT, message, subject.value(*first.keys), circle[0], help_, related)


def unsupported_elements(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find elements for which there is no argument at all, unless the file says so itself.

    It says so by an empty list in the place of support, or in a scenario. A claim or a defense of which nothing is
    supported gives one finding.
    """
    for section, name, instance in instances(subject.case):
        bare = _bare_elements(subject, graph, name, instance)
        left = [
            element for element in bare if element not in instance.support and not _foreseen(subject, name, element)
        ]
        if left and len(bare) == len(_elements(subject, instance)) and not instance.support:
            if "support" not in instance.model_fields_set:
                message = f"nothing supports any element of `{name}`"
                help_ = f"its elements are {listed(bare)}; write `support: {{}}` if none is to be supported"
                yield Diagnostic(rules.UNSUPPORTED_ELEMENT, message, subject.key(section, name), name, help_)
            continue
        for element in left:
            message = f"nothing supports `{name}.{element}`"
            help_ = f"name what shows it under `support`, or write `{element}: []` to say that nothing does"
            yield Diagnostic(
                rules.UNSUPPORTED_ELEMENT, message, subject.key(section, name, "support"), f"{name}.{element}", help_
            )


def _elements(subject: Subject, instance: Instance) -> tuple[str, ...]:
    theory = subject.addresses.theory(instance)
    return tuple(theory.elements) if theory else ()


def _bare_elements(subject: Subject, graph: ArgumentGraph, name: str, instance: Instance) -> list[str]:
    """Return the elements of a claim, defense or carve-out that have no pro argument for any claim."""
    return [
        element
        for element in _elements(subject, instance)
        if (addresses := subject.addresses.spread(f"{name}.{element}"))
        and not any(_supported(graph, address) for address in addresses)
    ]


def _supported(graph: ArgumentGraph, element: str) -> bool:
    """Return whether there is a pro argument for an element: for an alternative of it, where the law names several."""
    owner = graph.statements[element].part_of
    steps = graph.pro(element)
    ways = [p for step in steps for p in step.premises if graph.statements[p].part_of == owner]
    return any(map(graph.pro, ways)) or any(not {*step.premises} & {*ways} for step in steps)


def _foreseen(subject: Subject, name: str, element: str) -> bool:
    return not subject.foreseen.isdisjoint(subject.addresses.spread(f"{name}.{element}"))


def conclusory_support(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find elements that only bare conclusions support: conclusions for which nothing is given in turn."""
    bare = [s.id for s in graph.of_kind(Kind.ALLEGATION) if _is_conclusion(s) and not graph.pro(s.id)]
    weak = _weakened(graph, bare, lambda s: s.kind is Kind.ELEMENT or _is_conclusion(s))
    for label, element in _reached(subject, graph, weak):
        conclusions = _shared(graph, element, lambda s: s.id in weak and _is_conclusion(s))
        if conclusions:
            message = f"only bare conclusions support `{label}`: {listed(conclusions)}"
            help_ = "name the facts that support the conclusion, or facts that support the element"
            related = tuple((subject.entry(name), f"`{name}` is a conclusion") for name in conclusions)
            yield Diagnostic(rules.CONCLUSORY_SUPPORT, message, _place(subject, element), label, help_, related)


STRICT = {
    Standard.CLEAR_AND_CONVINCING: "clear and convincing evidence",
    Standard.BEYOND_REASONABLE_DOUBT: "proof beyond reasonable doubt",
}
"""The standards that ask for more than a preponderance, by which facts are judged."""


def leniently_judged_facts(subject: Subject, graph: ArgumentGraph) -> Iterator[Diagnostic]:
    """Find strict elements at which nothing is weighed, because what is disputed are the facts beneath them.

    A standard bites where weights meet. Where they meet at a fact, a preponderance decides, and the element takes
    the fact for granted. Asked only where the case comes to evidence.
    """
    case = subject.case
    if not case.evidence and all(scenario.stage is not Stage.TRIAL for scenario in case.scenarios.values()):
        return
    disputed = [s.id for s in graph.of_kind(*_FACTS) if _is_disputed(graph, s)]
    weak = _weakened(graph, disputed, lambda s: s.kind in _FACTS)
    strict = [s for s in graph.of_kind(Kind.ELEMENT) if s.standard in STRICT and graph.pro(s.id)]
    through = {s.id for s in strict if all(_is_dead(step, weak) for step in graph.pro(s.id))}
    for label, element in _reached(subject, graph, through):
        facts = _shared(graph, element, lambda s: s.id in weak)
        message = f"`{label}` asks for {STRICT[element.standard]}, but a preponderance decides {listed(facts)}"
        help_ = f"let evidence prove the element itself: `proves: [{label}]`"
        yield Diagnostic(rules.LENIENTLY_JUDGED_FACTS, message, _place(subject, element), label, help_)


_FACTS = (Kind.ALLEGATION, Kind.REBUTTAL)


def _is_conclusion(statement: Statement) -> bool:
    return statement.nature is Nature.CONCLUSION


def _is_disputed(graph: ArgumentGraph, fact: Statement) -> bool:
    """Return whether weights decide about a fact: something is against it, or what is for it weighs less than 1."""
    pro = graph.pro(fact.id)
    return bool(graph.con(fact.id)) or (bool(pro) and all(step.weight < 1 for step in pro))


def _weakened(graph: ArgumentGraph, first: Iterable[str], catches: Callable[[Statement], bool]) -> set[str]:
    """Return the given statements, and those among the others that all their arguments rest on."""
    weak = set(first)
    queue = list(weak)
    failing: Counter[str] = Counter()
    dead: Counter[str] = Counter()
    while queue:
        for step in graph.uses(queue.pop()):
            failing[step.id] += 1
            conclusion = step.conclusion
            if step.pro and failing[step.id] == _needed_to_fail(step):
                dead[conclusion] += 1
                caught = dead[conclusion] == len(graph.pro(conclusion)) and catches(graph.statements[conclusion])
                if caught and conclusion not in weak:
                    weak.add(conclusion)
                    queue.append(conclusion)
    return weak


def _needed_to_fail(step: Argument) -> int:
    """Return how many premises have to fail for a step to have no weight."""
    return 1 if step.weighing in (Weighing.LINKED, Weighing.FACTORIZED) else len(step.premises)


def _is_dead(step: Argument, weak: set[str]) -> bool:
    """Return whether a step has no weight without the weak statements."""
    return bool(step.premises) and sum(premise in weak for premise in step.premises) >= _needed_to_fail(step)


def _reached(subject: Subject, graph: ArgumentGraph, found: set[str]) -> Iterator[tuple[str, Statement]]:
    """Yield the elements among the statements found, once for all claims where it is so for each of them."""
    seen: set[str] = set()
    for statement in graph.statements.values():
        if statement.id in found and statement.kind is Kind.ELEMENT and statement.id not in subject.foreseen:
            whole = statement.part_of.partition("@")[0]
            every = subject.addresses.spread(f"{whole}.{statement.element}")
            label = f"{whole}.{statement.element}" if found.issuperset(every) else statement.id
            if label not in seen:
                seen.add(label)
                yield label, statement


def _shared(graph: ArgumentGraph, element: Statement, wanted: Callable[[Statement], bool]) -> list[str]:
    """Return the wanted premises of the steps to an element, if each step has one."""
    steps = [[p for p in step.premises if wanted(graph.statements[p])] for step in graph.pro(element.id)]
    return list(dict.fromkeys(p for premises in steps for p in premises)) if all(steps) else []


def _place(subject: Subject, element: Statement) -> Span:
    """Return where an element is supported."""
    return subject.entry(element.id, "support", element.element)
